/* A made-up wiki, the same for both interfaces of Confluence. */

export interface WikiVersion {
	readonly number: number;
	/** Account; null: a user of whom nothing is left. */
	readonly by: string | null;
	/** Null: old versions without a time. */
	readonly at: string | null;
	readonly minorEdit?: boolean;
	readonly message?: string;
}

export interface WikiComment {
	readonly id: string;
	readonly kind: 'footer' | 'inline';
	/** The comment that it answers. */
	readonly parent?: string;
	readonly version: WikiVersion;
	readonly text: string;
	readonly selection?: string;
	readonly resolution?: 'open' | 'reopened' | 'resolved' | 'dangling';
	readonly resolvedAt?: string;
	readonly resolvedBy?: string;
}

export interface WikiAttachment {
	readonly id: string;
	readonly title: string;
	readonly mediaType: string;
	readonly versions: ReadonlyArray<WikiVersion & { readonly content: string }>;
}

export interface WikiPage {
	readonly id: string;
	readonly space: string;
	readonly title: string;
	readonly versions: readonly WikiVersion[];
	readonly comments?: readonly WikiComment[];
	readonly attachments?: readonly WikiAttachment[];
	readonly labels?: readonly string[];
	readonly state?: { readonly name: string; readonly at: string };
	readonly tasks?: ReadonlyArray<{ readonly id: string; readonly by: string; readonly to: string | null; readonly at: string; readonly text: string }>;
	/** Storage format of the current version. */
	readonly body?: string;
	/** Listed, but not shown to this account. */
	readonly refused?: 403 | 404;
}

export interface Wiki {
	readonly spaces: ReadonlyArray<{ readonly id: string; readonly key: string }>;
	readonly pages: readonly WikiPage[];
	/** Name of a user by the key that texts mention. */
	readonly users?: Readonly<Record<string, string>>;
}

export const lastOf = <Value>(list: readonly Value[]): Value => {
	const value = list.at(-1);
	if (value === undefined) throw new Error('an empty list');
	return value;
};

const day = (date: string, by: string | null, number: number, more: Partial<WikiVersion> = {}): WikiVersion => ({ number, by, at: `${date}T09:00:00.000Z`, ...more });

/** Two spaces, five pages, something of everything. */
export function smallWiki(): Wiki {
	return {
		spaces: [{ id: '11', key: 'REQ' }, { id: '22', key: 'OPS' }],
		users: { '2c9e48d553c3b7db015516fa640b00bd': 'mia' },
		pages: [
			{
				id: '101',
				space: 'REQ',
				title: 'Login requirements',
				versions: [day('2026-03-02', 'ann', 1), day('2026-03-03', 'ann', 2, { minorEdit: true, message: 'Typos' }), day('2026-03-04', 'bob', 3)],
				labels: ['requirement', 'in-review'],
				state: { name: 'Ready for review', at: '2026-03-04T09:30:00.000Z' },
				body: '<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Please review <ac:link><ri:user ri:userkey="2c9e48d553c3b7db015516fa640b00bd" /></ac:link></ac:task-body></ac:task></ac:task-list>',
				tasks: [{ id: '7', by: 'ann', to: 'mia', at: '2026-03-04T08:00:00.000Z', text: '<p>Please review</p>' }, { id: '8', by: 'ann', to: null, at: '2026-03-04T08:00:00.000Z', text: '<p>Someday</p>' }],
				comments: [
					{ id: '501', kind: 'footer', version: day('2026-03-05', 'bob', 1), text: '<p>这个逻辑和《接口设计》文档冲突</p>' },
					{ id: '502', kind: 'footer', parent: '501', version: day('2026-03-05', 'ann', 2), text: '<p>Agreed <ac:link><ri:user ri:userkey="2c9e48d553c3b7db015516fa640b00bd" /></ac:link></p>' },
					{ id: '503', kind: 'footer', parent: '502', version: day('2026-03-06', 'bob', 1), text: '<p>Done</p>' },
					{ id: '504', kind: 'inline', version: day('2026-03-04', 'bob', 1), text: '<p>Which one?</p>', selection: 'the session', resolution: 'open' },
					{ id: '505', kind: 'inline', version: day('2026-03-04', 'bob', 1), text: '<p>This conflicts with the API doc</p>', selection: '30 minutes', resolution: 'resolved', resolvedAt: '2026-03-06T10:00:00.000Z', resolvedBy: 'ann' },
					{ id: '507', kind: 'inline', parent: '505', version: day('2026-03-05', 'ann', 1), text: '<p>Changed to 15</p>' },
					{ id: '508', kind: 'inline', parent: '507', version: day('2026-03-06', 'bob', 1), text: '<p>Thanks</p>' },
					{ id: '506', kind: 'inline', version: day('2026-03-03', 'bob', 1), text: '<p>Old</p>', selection: 'gone', resolution: 'dangling' },
				],
				attachments: [{ id: 'att61', title: 'flow.png', mediaType: 'image/png', versions: [{ ...day('2026-03-02', 'ann', 1), content: 'one' }, { ...day('2026-03-04', 'bob', 2, { message: 'New step' }), content: 'second' }] }],
			},
			{ id: '102', space: 'REQ', title: 'Report 报表', versions: [day('2026-03-01', 'bob', 1), { number: 2, by: null, at: '2026-03-02T10:00:00.000Z' }], labels: ['requirement'], comments: [{ id: '510', kind: 'footer', version: day('2026-03-07', 'ann', 1), text: '<p>ok</p>' }] },
			{ id: '103', space: 'REQ', title: 'Secret', versions: [day('2026-03-04', 'bob', 1)], refused: 403 },
			{ id: '104', space: 'OPS', title: 'Run book', versions: [day('2026-02-20', 'mia', 1), day('2026-03-06', 'mia', 2)] },
			{ id: '105', space: 'OPS', title: 'Old run book', versions: [day('2026-01-10', 'mia', 1)], labels: ['评审中'] },
		],
	};
}
