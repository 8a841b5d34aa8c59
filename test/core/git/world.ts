/** What happened in a repository, apart from the words of any host. */
export interface WorldChange {
	readonly number: number;
	readonly title: string;
	readonly author: string;
	readonly branch: string;
	/** Name of the head commit. */
	readonly head: string;
	readonly draft?: boolean;
	readonly body?: string;
	readonly createdAt: string;
	updatedAt: string;
	closedAt?: string;
	mergedAt?: string;
	by?: string;
	/** Closings before it was opened again. */
	closings?: string[];
	/** Null: not computed yet. */
	mergeable?: boolean | null;
	reviews?: Array<{ readonly id: number; readonly author: string; readonly state: string; readonly at: string }>;
	comments?: WorldComment[];
	lineComments?: WorldComment[];
	commits?: string[];
	checks?: Array<{ readonly id: number; readonly name: string; conclusion: string | null; readonly at: string }>;
	statuses?: Array<{ readonly id: number; readonly name: string; readonly conclusion: string | null; readonly at: string }>;
}

export interface WorldComment {
	readonly id: number;
	readonly author: string;
	readonly text: string;
	readonly at: string;
}

export interface WorldCommit {
	readonly name: string;
	readonly author: string;
	readonly message: string;
	readonly authoredAt: string;
	readonly committedAt: string;
	readonly files: readonly string[];
	readonly parents?: readonly string[];
	/** Null: only in a change. */
	readonly branch: string | null;
}

export interface World {
	readonly changes: WorldChange[];
	readonly commits: WorldCommit[];
}

const minute = (at: number): string => new Date(Date.UTC(2026, 2, 2, 1, at)).toISOString().replace('.000', '');

/** A repository with so many changes, each with a review, comments, two commits and a check; every third is merged, every third closed. Made up. */
export function sampleWorld(count: number): World {
	const changes: WorldChange[] = [];
	const commits: WorldCommit[] = [];
	for (let number = 1; number <= count; number++) {
		const start = number * 60;
		const author = ['ann', 'ben', 'cho'][number % 3] ?? 'ann';
		for (const part of ['a', 'b']) commits.push({ name: `c${number}${part}`, author, message: `Step ${part} of ${number}`, authoredAt: minute(start - 30), committedAt: minute(start - 20), files: [`src/mod${number % 4}/${part}.ts`, 'README.md'], branch: null });
		const change: WorldChange = {
			number,
			title: `Change ${number}`,
			author,
			branch: `feature-${number}`,
			head: `c${number}b`,
			createdAt: minute(start),
			updatedAt: minute(start + 30),
			reviews: [{ id: number * 10, author: 'dee', state: number % 2 === 0 ? 'APPROVED' : 'CHANGES_REQUESTED', at: minute(start + 10) }],
			comments: [{ id: number * 10 + 1, author: 'dee', text: `Please look at ${number}`, at: minute(start + 12) }],
			lineComments: [{ id: number * 10 + 2, author: 'dee', text: 'Why?', at: minute(start + 13) }],
			commits: [`c${number}a`, `c${number}b`],
			checks: [{ id: number * 10 + 3, name: 'build', conclusion: number % 5 === 0 ? 'failure' : 'success', at: minute(start + 14) }],
		};
		if (number % 3 === 0) {
			Object.assign(change, { mergedAt: minute(start + 30), by: 'dee' });
			commits.push({ name: `m${number}`, author, message: `Merge pull request #${number}`, authoredAt: minute(start + 30), committedAt: minute(start + 30), files: [`src/mod${number % 4}/a.ts`], parents: ['x', 'y'], branch: 'main' });
			for (const part of ['a', 'b']) commits[commits.findIndex(({ name }) => name === `c${number}${part}`)] = { ...(commits.find(({ name }) => name === `c${number}${part}`) as WorldCommit), branch: 'main' };
		} else if (number % 3 === 1) Object.assign(change, { closedAt: minute(start + 30), by: author });
		changes.push(change);
	}
	return { changes, commits };
}

/** An instant of the sample, in minutes after its start. */
export const sampleTime = minute;
