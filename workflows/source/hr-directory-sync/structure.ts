import { samplePeople } from '../../../core/sample/sampleStudy.js';
import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowSource } from '../builder.js';
import { WORKFLOW_IDS } from '../ids.js';
import { condition, createTable, manualTrigger, own, sameNamedColumns, scheduleTrigger, settingsNode, switchedOff, upsertRow } from '../parts.js';
import { texts } from './texts.js';

/** Column names as an HR department would write them; the HR Directory node knows both. */
const COLUMNS: Readonly<Record<Language, readonly string[]>> = {
	en: ['id', 'name', 'email', 'department', 'manager', 'mentor', 'accounts', 'roles', 'project manager of'],
	'zh-CN': ['工号', '姓名', '邮箱', '部门', '直属上级', '导师', '系统账号', '角色', '负责研究'],
};

function sampleRows(language: Language): ReadonlyArray<Readonly<Record<string, string>>> {
	const names = COLUMNS[language];
	return samplePeople.map((person) => {
		const studies = person.roles.filter(({ role }) => role === 'projectManager').map(({ scope }) => scope ?? '');
		const others = person.roles.filter(({ role }) => role !== 'projectManager').map(({ role, scope }) => (scope === null ? role : `${role}:${scope}`));
		const values = [
			person.id,
			person.name,
			person.email ?? '',
			person.department ?? '',
			person.managerId ?? '',
			person.mentorId ?? '',
			person.accounts.map(({ system, account }) => `${system}:${account}`).join('; '),
			others.join('; '),
			studies.join('; '),
		];
		return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
	});
}

/** Who is who, read every night and kept as rows. Source: spec S16. */
export const hrDirectorySync: WorkflowSource = {
	id: WORKFLOW_IDS.hrDirectorySync,
	fileName: 'shared-hr-directory-sync',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	settings: () => [{ key: 'source', type: 'string', value: 'rows' }],
	nodes: ({ language, setting }) => ({
		timer: scheduleTrigger([0, 0], { field: 'days', triggerAtHour: 1 }),
		tryIt: manualTrigger([0, 240]),
		settings: settingsNode([260, 120]),
		peopleTable: createTable('pt_people', [480, 120]),
		unassignedTable: createTable('pt_unassigned', [700, 120]),
		fromScim: condition([940, 120], `={{ ${setting('source')} }}`, 'equals', 'scim'),
		scim: switchedOff(own('hrDirectory', [1180, -20], { operation: 'readScim', readGroups: true, groupRoles: { rule: [{ group: 'PM *', role: 'projectManager', scope: '*' }] } })),
			// With the node above switched off no person comes: nothing is stored.
			isPerson: condition([1620, 20], "={{ $json.personId ?? '' }}", 'notEmpty'),
		sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [1180, 260], parameters: { mode: 'raw', jsonOutput: JSON.stringify({ people: sampleRows(language) }, null, 2), options: {} } },
		rows: { type: 'n8n-nodes-base.splitOut', version: 1, at: [1400, 260], parameters: { fieldToSplitOut: 'people', options: {} } },
		import: own('hrDirectory', [1620, 260], { operation: 'importRows', source: 'table:people' }),
		store: upsertRow('pt_people', [1880, 20], 'personId', sameNamedColumns('pt_people')),
		keepRefused: upsertRow('pt_unassigned', [1880, 240], 'unassignedKey', {
			unassignedKey: "={{ 'directory ' + $json.record + ' ' + $json.field }}",
			what: "={{ $json.record + ': ' + ($json.field ?? '') + ' ' + ($json.value ?? '') }}",
			reason: language === 'en' ? '={{ $json.message }}' : '={{ $json.messageChinese }}',
			reference: '={{ $json.record }}',
			since: '={{ $now.toUTC().toISO() }}',
		}),
	}),
	connections: [
		['timer', 'settings'],
		['tryIt', 'settings'],
		['settings', 'peopleTable'],
		['peopleTable', 'unassignedTable'],
		['unassignedTable', 'fromScim'],
		['fromScim', 'scim', 0],
		['fromScim', 'sample', 1],
		['sample', 'rows'],
		['rows', 'import'],
		['scim', 'isPerson', 0],
		['isPerson', 'store', 0],
		['import', 'store', 0],
		['scim', 'keepRefused', 1],
		['import', 'keepRefused', 1],
	],
	notes: {
		main: { at: [-640, -300], size: [560, 700], kind: 'main' },
		source: { at: [1180, -260], size: [560, 160], kind: 'section' },
	},
};
