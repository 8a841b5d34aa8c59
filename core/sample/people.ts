import type { Person, RoleAssignment } from '../people/person.js';
import { SAMPLE_STUDY } from './design.js';

/** Invented people of the sample company and its sites; nobody of these names is meant. */
const ROWS: ReadonlyArray<readonly [id: string, name: string, department: string, manager: string | null, edcAccount: string | null, role?: RoleAssignment]> = [
	['P001', '周明远', 'Clinical Operations', null, null, { role: 'hrbp', scope: null }],
	['P002', '陈静怡', 'Clinical Operations', 'P001', 'pm.chen', { role: 'projectManager', scope: SAMPLE_STUDY.oid }],
	['P003', '唐立群', 'Clinical Monitoring', 'P002', 'cra.tang'],
	['P004', '莫雨桐', 'Clinical Monitoring', 'P002', 'cra.mo'],
	['P005', '裴若溪', 'Data Management', 'P001', 'dm.pei', { role: 'teamLead', scope: 'Data Management' }],
	['P011', '林晓', 'Site 01 Shanghai', 'P003', 'crc.lin'],
	['P012', '高子衿', 'Site 01 Shanghai', 'P003', 'crc.gao'],
	['P021', '邱文博', 'Site 02 Beijing', 'P003', 'crc.qiu'],
	['P031', '向南', 'Site 03 Chengdu', 'P004', 'crc.xiang'],
	['P032', '尹书瑶', 'Site 03 Chengdu', 'P004', 'crc.yin'],
	['P041', '冯一诺', 'Site 04 Guangzhou', 'P004', 'crc.feng'],
];

/** The people who write software and requirements, with the accounts they use for it. */
const MAKERS: ReadonlyArray<{
	readonly id: string;
	readonly name: string;
	readonly department: string;
	readonly managerId: string | null;
	readonly mentorId: string | null;
	readonly login: string;
	readonly role?: RoleAssignment;
}> = [
	{ id: 'P050', name: '顾知行', department: 'Software', managerId: 'P001', mentorId: null, login: 'gu-zhixing', role: { role: 'teamLead', scope: 'Software' } },
	{ id: 'P051', name: '沈嘉禾', department: 'Software', managerId: 'P050', mentorId: null, login: 'shen-jiahe' },
	{ id: 'P052', name: '秦朗', department: 'Software', managerId: 'P050', mentorId: 'P051', login: 'qin-lang' },
	{ id: 'P053', name: '贺云帆', department: 'Software', managerId: 'P050', mentorId: 'P051', login: 'he-yunfan' },
	// Nobody is entered as the mentor: the manager is asked instead.
	{ id: 'P054', name: '柳听澜', department: 'Software', managerId: 'P050', mentorId: null, login: 'liu-tinglan' },
	{ id: 'P060', name: '乔若安', department: 'Product', managerId: 'P001', mentorId: null, login: 'qiao-ruoan', role: { role: 'teamLead', scope: 'Product' } },
	{ id: 'P061', name: '苗思远', department: 'Product', managerId: 'P060', mentorId: null, login: 'miao-siyuan' },
	{ id: 'P062', name: '戚望舒', department: 'Product', managerId: 'P060', mentorId: null, login: 'qi-wangshu' },
];

/** Confluence's id of the account of a person of the sample. */
export const sampleConfluenceAccount = (personId: string): string => `sample:${personId.toLowerCase()}`;

const atSites: readonly Person[] = ROWS.map(([id, name, department, managerId, edcAccount, role]) => ({
	...person(id, name, department, managerId, `${(edcAccount ?? 'hr.zhou').replace('.', '-')}@example.com`, role),
	accounts: edcAccount === null ? [] : [{ system: 'edc', account: edcAccount }],
}));

const makers: readonly Person[] = MAKERS.map(({ id, name, department, managerId, mentorId, login, role }) => ({
	...person(id, name, department, managerId, `${login}@example.com`, role),
	mentorId,
	accounts: [
		{ system: 'confluence', account: sampleConfluenceAccount(id) },
		{ system: 'git', account: `${login}@example.com` },
		{ system: 'github', account: login },
	],
}));

/** The people of the plant: who finds, mends and verifies. The first signs in to the demonstration. */
const PLANT: ReadonlyArray<readonly [id: string, name: string, department: string, manager: string, login: string, role?: RoleAssignment]> = [
	['P070', '庄晓岚', 'Quality', 'P001', 'zhuang-xiaolan', { role: 'qualityManager', scope: null }],
	['P071', '简亦明', 'Production', 'P001', 'jian-yiming', { role: 'teamLead', scope: 'Production' }],
	['P072', '鲁安然', 'Production', 'P071', 'lu-anran'],
	['P073', '葛青', 'Quality', 'P070', 'ge-qing'],
];

const ofPlant: readonly Person[] = PLANT.map(([id, name, department, managerId, login, role]) => ({
	...person(id, name, department, managerId, `${login}@example.com`, role),
	accounts: id === 'P070' ? [{ system: 'n8n', account: 'demo@example.com' }] : [],
}));

/** Directory rows of the sample company: who manages whom, who leads the study, who mentors, who is behind which account. */
export const samplePeople: readonly Person[] = [...atSites, ...makers, ...ofPlant];

function person(id: string, name: string, department: string, managerId: string | null, email: string, role: RoleAssignment | undefined): Person {
	return {
		id,
		name,
		email,
		active: true,
		department,
		managerId,
		mentorId: null,
		teamLeadId: null,
		accounts: [],
		roles: role === undefined ? [] : [role],
		evidence: { source: 'sample-directory', id, time: '2026-01-05T00:00:00Z', actor: null, url: null },
	};
}
