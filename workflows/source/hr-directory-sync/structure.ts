import { samplePeople } from '../../../core/sample/sampleStudy.js';
import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowSource } from '../builder.js';
import { WORKFLOW_IDS } from '../ids.js';
import { condition, createTable, manualTrigger, own, readRows, route, sameNamedColumns, scheduleTrigger, settingsNode, switchedOff, upsertRow } from '../parts.js';
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

/** Groups that mean a role, in SCIM and in LDAP: an example to be changed. */
const GROUP_ROLES = { rule: [{ group: 'PM *', role: 'projectManager', scope: '*' }] };

/** What is asked of an LDAP server, and nothing else of the entries. */
const LDAP_ATTRIBUTES = ['objectClass', 'uid', 'sAMAccountName', 'userPrincipalName', 'employeeNumber', 'cn', 'displayName', 'givenName', 'sn', 'mail', 'department', 'departmentNumber', 'manager', 'userAccountControl', 'nsAccountLock', 'pwdAccountLockedTime', 'memberOf', 'member', 'memberUid', 'modifyTimestamp', 'whenChanged'];

/** The HR systems of which one is chosen, in the order of their nodes. */
const SOURCES = ['scim', 'bamboohr', 'feishu', 'dingtalk', 'wecom', 'ldap', 'rows'];

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
		known: readRows('pt_people', [940, 460]),
		from: route([940, 120], `={{ ${setting('source')} }}`, SOURCES),
		// Each needs a credential, so each is switched off until it is chosen. Who is no longer there becomes inactive.
		scim: switchedOff(own('hrDirectory', [1400, -720], { operation: 'readScim', readGroups: true, groupRoles: GROUP_ROLES, markMissing: true })),
		bamboohr: switchedOff(own('hrDirectory', [1400, -560], { operation: 'readBambooHr', markMissing: true })),
		feishu: switchedOff(own('hrDirectory', [1400, -400], { operation: 'readFeishu', markMissing: true })),
		dingtalk: switchedOff(own('hrDirectory', [1400, -240], { operation: 'readDingTalk', markMissing: true })),
		wecom: switchedOff(own('hrDirectory', [1400, -80], { operation: 'readWeCom', markMissing: true })),
		ldap: switchedOff({
			type: 'n8n-nodes-base.ldap',
			version: 1,
			at: [1400, 80],
			parameters: { operation: 'search', baseDN: 'dc=example,dc=com', searchFor: 'custom', customFilter: '(|(objectClass=person)(objectClass=group)(objectClass=groupOfNames))', returnAll: true, options: { attributes: LDAP_ATTRIBUTES } },
		}),
		// With the node before it switched off no entry comes: then nothing is imported.
		isEntry: condition([1620, 80], "={{ $json.dn ?? '' }}", 'notEmpty'),
		importLdap: own('hrDirectory', [1840, 80], { operation: 'importRows', source: 'ldap', groupRoles: GROUP_ROLES, markMissing: true }),
		// With the node of a system switched off no person comes: nothing is stored.
		isPerson: condition([2060, -320], "={{ $json.personId ?? '' }}", 'notEmpty'),
		sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [1400, 300], parameters: { mode: 'raw', jsonOutput: JSON.stringify({ people: sampleRows(language) }, null, 2), options: {} } },
		rows: { type: 'n8n-nodes-base.splitOut', version: 1, at: [1620, 300], parameters: { fieldToSplitOut: 'people', options: {} } },
		import: own('hrDirectory', [1840, 300], { operation: 'importRows', source: 'table:people' }),
		store: upsertRow('pt_people', [2300, -120], 'personId', sameNamedColumns('pt_people')),
		keepRefused: upsertRow('pt_unassigned', [2300, 200], 'unassignedKey', {
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
		['unassignedTable', 'from'],
		['unassignedTable', 'known'],
		['from', 'scim', 0],
		['from', 'bamboohr', 1],
		['from', 'feishu', 2],
		['from', 'dingtalk', 3],
		['from', 'wecom', 4],
		['from', 'ldap', 5],
		['from', 'sample', 6],
		['known', 'scim', 0, 1],
		['known', 'bamboohr', 0, 1],
		['known', 'feishu', 0, 1],
		['known', 'dingtalk', 0, 1],
		['known', 'wecom', 0, 1],
		['known', 'importLdap', 0, 1],
		['ldap', 'isEntry'],
		['isEntry', 'importLdap', 0],
		['sample', 'rows'],
		['rows', 'import'],
		['scim', 'isPerson', 0],
		['bamboohr', 'isPerson', 0],
		['feishu', 'isPerson', 0],
		['dingtalk', 'isPerson', 0],
		['wecom', 'isPerson', 0],
		['importLdap', 'isPerson', 0],
		['isPerson', 'store', 0],
		['import', 'store', 0],
		['scim', 'keepRefused', 1],
		['bamboohr', 'keepRefused', 1],
		['feishu', 'keepRefused', 1],
		['dingtalk', 'keepRefused', 1],
		['wecom', 'keepRefused', 1],
		['importLdap', 'keepRefused', 1],
		['import', 'keepRefused', 1],
	],
	notes: {
		main: { at: [-640, -300], size: [560, 780], kind: 'main' },
		source: { at: [1400, -920], size: [560, 160], kind: 'section' },
	},
};
