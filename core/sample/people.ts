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

/** Directory rows of the sample company: who manages whom, who leads the study, who is behind which EDC account. */
export const samplePeople: readonly Person[] = ROWS.map(([id, name, department, managerId, edcAccount, role]) => ({
	id,
	name,
	email: `${(edcAccount ?? 'hr.zhou').replace('.', '-')}@example.com`,
	active: true,
	department,
	managerId,
	mentorId: null,
	teamLeadId: null,
	accounts: edcAccount === null ? [] : [{ system: 'edc', account: edcAccount }],
	roles: role === undefined ? [] : [role],
	evidence: { source: 'sample-directory', id, time: '2026-01-05T00:00:00Z', actor: null, url: null },
}));
