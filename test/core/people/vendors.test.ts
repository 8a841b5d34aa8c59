import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBambooHr } from '../../../core/people/bamboohr/readBambooHr.js';
import { readDingTalk } from '../../../core/people/dingtalk/readDingTalk.js';
import { createDirectory, managerCircles } from '../../../core/people/directory.js';
import { readFeishu } from '../../../core/people/feishu/readFeishu.js';
import { findRole } from '../../../core/people/findRole.js';
import { readPeopleTable } from '../../../core/people/peopleTable.js';
import { personToRow } from '../../../core/people/personRow.js';
import type { DirectoryProblem, PeopleReading } from '../../../core/people/reading.js';
import { departmentNames, idList } from '../../../core/people/vendorPerson.js';
import { verdictOfAnswer, type HrVendor } from '../../../core/people/vendorAnswer.js';
import { readWeCom } from '../../../core/people/wecom/readWeCom.js';

const ok = { status: 200, headers: {} };
const bothLanguages = (problems: readonly DirectoryProblem[]): void => {
	for (const { message } of problems) expect([message.en.length > 20, /\p{Script=Han}/u.test(message['zh-CN'])]).toEqual([true, true]);
};
const managers = ({ people }: PeopleReading): unknown[] => people.map(({ id, managerId }) => [id, managerId]);
const manager = ({ people }: PeopleReading, id: string) => findRole(createDirectory(people), { role: 'manager', of: { id }, scope: null });

describe('S16: BambooHR', () => {
	const settings = { source: 'https://example.bamboohr.com' };

	it('S16: the manager by id, else by "Last, First", also where the supervisor goes by another first name or has left', () => {
		const reading = readBambooHr(
			[
				{ employeeId: '1', firstName: 'Robert', preferredName: 'Bob', lastName: 'Roe', status: 'Active', workEmail: 'bob@example.com', reportsToId: null },
				{ employeeId: '2', firstName: 'Ann', lastName: 'Poe', status: 'Inactive', terminationDate: '2026-01-31', reportsToName: 'Roe, Bob' },
				{ id: '3', firstName: 'Cid', lastName: 'Coe', status: 'Active', terminationDate: '0000-00-00', supervisor: 'Poe, Ann', department: 'Data' },
				{ employeeId: 4, displayName: 'Dee Doe', status: 'Active', reportsToId: '99', reportsToName: 'Roe, Robert' },
			],
			settings,
		);
		expect(reading.problems).toEqual([]);
		expect(managers(reading)).toEqual([['1', null], ['2', '1'], ['3', '2'], ['4', '1']]);
		expect(reading.people[0]).toMatchObject({ name: 'Bob Roe', evidence: { url: 'https://example.bamboohr.com/employees/employee.php?id=1' } });
		expect(manager(reading, '3')).toMatchObject({ kind: 'assigned', person: { id: '1' }, explanation: { en: expect.stringContaining('Ann Poe (manager) is inactive') as string } });
	});

	it('S16: two supervisors of one name are not guessed between', () => {
		const reading = readBambooHr([{ id: '1', firstName: 'Jo', lastName: 'Roe', status: 'Active' }, { id: '2', firstName: 'Jo', lastName: 'Roe', status: 'Active' }, { id: '3', displayName: 'X', status: 'Active', supervisor: 'Roe, Jo' }], settings);
		expect(reading.problems).toMatchObject([{ field: 'managerId', value: 'Roe, Jo' }]);
		expect(manager(reading, '3').kind).toBe('unassigned');
	});

	it('S16: fields that the key may not see are unknown, and said once for all', () => {
		const reading = readBambooHr(['1', '2', '3', '4'].map((id) => ({ employeeId: id, displayName: `N${id}`, status: 'Active', reportsToId: null, reportsToName: null, workEmail: null, _restrictedFields: ['reportsToId', 'reportsToName', 'workEmail', 'payRate'] })), settings);
		expect(reading.people[0]?.unknown).toEqual(['managerId', 'email']);
		expect(reading.problems.map(({ field }) => field)).toEqual(['managerId', 'email']);
		expect(reading.problems[0]?.message.en).toMatch(/the manager of 4 of 4 people \(N1, N2, N3 and 1 more\).*unknown, not empty.*Reports To/);
		bothLanguages(reading.problems);
		const found = manager(reading, '1');
		expect(found.kind === 'unassigned' ? [found.reason.en, found.reason['zh-CN']] : []).toEqual([expect.stringContaining('does not show who the manager'), expect.stringContaining('未显示')]);
	});

	it('S16: a status in other words, a record without id', () => {
		const reading = readBambooHr([{ id: '1', displayName: 'A', status: 'Sabbatical' }, { displayName: 'B' }, 'text', { id: '2', displayName: 'C', status: null, terminationDate: '2026-01-01' }, { id: '3', displayName: 'D', terminationDate: '0000-00-00' }], settings);
		expect(reading.people.map(({ id, active }) => [id, active])).toEqual([['1', false], ['2', false], ['3', true]]);
		expect(reading.problems.map(({ kind, field }) => [kind, field])).toEqual([['warning', 'status'], ['refused', 'employeeId'], ['refused', 'employeeId']]);
		bothLanguages(reading.problems);
	});
});

describe('S16: Feishu and Lark', () => {
	const settings = { source: 'https://open.feishu.cn', idType: 'open_id' as const };
	const department = (id: string, name: string, more: object = {}) => ({ open_department_id: id, name, parent_department_id: '0', ...more });

	it('S16: leaders, HRBPs and the primary department; a user of two departments is one person', () => {
		const user = { open_id: 'ou_1', union_id: 'on_1', name: '李伟', leader_user_id: 'ou_2', email: 'li@example.com', enterprise_email: 'liwei@example.com', department_ids: ['od_b', 'od_a'], orders: [{ department_id: 'od_a', is_primary_dept: true }], status: { is_frozen: false, is_resigned: false, is_unjoin: true }, custom_attrs: [{ id: 'C-1', type: 'GENERIC_USER', value: { generic_user: { id: 'ou_3', type: 1 } } }, { id: 'C-2', type: 'TEXT', value: { text: 'liwei-git' } }] };
		const reading = readFeishu(
			[department('od_a', '数据部', { leaders: [{ leaderType: 2, leaderID: 'ou_1' }, { leaderType: 1, leaderID: 'ou_2' }], department_hrbps: ['ou_3'] }), department('od_b', '临床部'), department('od_c', '已撤销', { status: { is_deleted: true }, leader_user_id: 'ou_1' })],
			[user, user, { open_id: 'ou_2', name: '陈晨', department_ids: ['od_a'], leader_user_id: 'ou_2', status: { is_exited: true } }, { open_id: 'ou_3', name: '王芳' }],
			{ ...settings, attributes: { mentor: 'c-1', accounts: { git: 'C-2' } } },
		);
		expect(reading.problems).toEqual([]);
		expect(reading.people.map(({ id, department: name, managerId, mentorId, active, email, roles }) => [id, name, managerId, mentorId, active, email, roles])).toEqual([
			['ou_1', '数据部', 'ou_2', 'ou_3', true, 'liwei@example.com', []],
			['ou_2', '数据部', 'ou_2', null, false, null, [{ role: 'teamLead', scope: '数据部' }]],
			['ou_3', null, null, null, true, null, [{ role: 'hrbp', scope: '数据部' }]],
		]);
		expect(reading.people[0]?.accounts).toEqual([{ system: 'email', account: 'li@example.com' }, { system: 'email', account: 'liwei@example.com' }, { system: 'feishu', account: 'ou_1' }, { system: 'git', account: 'liwei-git' }]);
		expect(reading.people[0]?.evidence.source).toBe('https://open.feishu.cn/open-apis/contact/v3/users?user_id_type=open_id');
		expect(managerCircles(createDirectory(reading.people)).map(({ ids }) => ids)).toEqual([['ou_2']]);
	});

	it('S16: a field that comes with no user is missing for want of a right; ids of another kind are refused', () => {
		const reading = readFeishu([], [{ open_id: 'ou_1', name: '李伟' }, { union_id: 'on_2', name: '无编号' }], settings);
		expect(reading.people[0]?.unknown).toEqual(['managerId', 'department', 'email', 'active']);
		expect(reading.problems.map(({ kind, field }) => [kind, field])).toEqual([['refused', 'open_id'], ['warning', 'managerId'], ['warning', 'department'], ['warning', 'email'], ['warning', 'active']]);
		bothLanguages(reading.problems);
	});
});

describe('S16: DingTalk', () => {
	it('S16: lists as text, one entry without its list, own fields within JSON, who has not activated the app', () => {
		const reading = readDingTalk(
			[{ dept_id: 2, name: '数据部', parent_id: 1 }],
			[{ userid: 'a', name: '李伟', dept_id_list: '[3,2]', manager_userid: 'b', active: 'false', extension: '{"导师":"b","Git 账号":"liwei"}', leader_in_dept: { dept_id: '2', leader: 'true' }, org_email: '', email: 'li@example.com', job_number: 7 }, { userid: 'b', name: '陈晨', dept_id_list: [2], leader_in_dept: [{ dept_id: 2, leader: false }], extension: 'not json' }],
			{ source: 'https://oapi.dingtalk.com', attributes: { mentor: '导师', accounts: { git: 'Git 账号' } } },
		);
		expect(reading.problems).toEqual([]);
		expect(reading.people).toMatchObject([{ id: 'a', active: true, department: '数据部', managerId: 'b', mentorId: 'b', email: 'li@example.com', roles: [{ role: 'teamLead', scope: '数据部' }] }, { id: 'b', managerId: null, roles: [] }]);
		expect(reading.people[0]?.accounts).toContainEqual({ system: 'git', account: 'liwei' });
	});

	it('S16: lists never name the manager, so he is unknown', () => {
		const reading = readDingTalk([], [{ userid: 'a', name: 'A', email: '' }], { source: 's' });
		expect(reading.people[0]?.unknown).toEqual(['managerId']);
		bothLanguages(reading.problems);
	});
});

describe('S16: WeCom', () => {
	const settings = { source: 'https://qyapi.weixin.qq.com' };
	it('S16: the superior, departments led, who is disabled or gone; several superiors are said', () => {
		const reading = readWeCom(
			[{ id: 1, name: '公司' }, { id: 2, name: '数据部', parentid: 1 }],
			[
				{ userid: 'a', name: '李伟', department: [1, 2], is_leader_in_dept: [0, 1], main_department: 2, direct_leader: ['b'], biz_mail: 'li@example.com', status: 1, extattr: { attrs: [{ type: 0, name: '导师', text: { value: 'c' } }] } },
				{ userid: 'b', name: '陈晨', department: 1, direct_leader: [], status: '5' },
				{ userid: 'c', name: '王芳', department: [2], direct_leader: ['a', 'b'], status: 4 },
				{ userid: 'd', name: '赵敏', department: [2], direct_leader: 'a', enable: 0 },
			],
			{ ...settings, attributes: { mentor: '导师' } },
		);
		expect(reading.people.map(({ id, active, department, managerId, mentorId, unknown }) => [id, active, department, managerId, mentorId, unknown ?? []])).toEqual([
			['a', true, '数据部', 'b', 'c', []],
			['b', false, '公司', null, null, []],
			['c', true, '数据部', 'a', null, []],
			['d', false, '数据部', 'a', null, []],
		]);
		expect(reading.people[0]?.roles).toEqual([{ role: 'teamLead', scope: '数据部' }]);
		expect(reading.problems).toMatchObject([{ field: 'managerId', value: 'a, b' }]);
		bothLanguages(reading.problems);
	});

	it('S16: empty lists of an app with few rights are unknown, and stay so when stored', () => {
		const reading = readWeCom([], [{ userid: 'a', name: 'A', department: [], direct_leader: [] }], settings);
		expect(reading.people[0]?.unknown).toEqual(['managerId', 'department', 'email']);
		const stored = readPeopleTable(reading.people.map((person) => ({ ...personToRow(person) })), { source: 'table:people' });
		expect(stored.people).toEqual(reading.people);
		expect(manager(stored, 'a')).toMatchObject({ kind: 'unassigned', reason: { 'zh-CN': expect.stringContaining('人事系统未显示') as string } });
		// Where the ids are listed with their departments, only the superior stays unknown.
		expect(readWeCom([{ id: 2, name: '数据部' }], [{ userid: 'a', department: [], direct_leader: [], email: '' }], { ...settings, departmentsOf: new Map([['a', ['2']]]) }).people).toMatchObject([{ department: '数据部', unknown: ['managerId'] }]);
	});
});

describe('S16: what vendors share', () => {
	it('S16: departments of one name are told apart by their path; a circle of departments ends', () => {
		const names = departmentNames([{ id: '1', name: 'A', parentId: null }, { id: '2', name: 'B', parentId: null }, { id: '3', name: 'Data', parentId: '1' }, { id: '4', name: 'Data', parentId: '2' }, { id: '5', name: 'Data', parentId: '5' }, { id: '6', name: null, parentId: '1' }]);
		expect([...names]).toEqual([['1', 'A'], ['2', 'B'], ['3', 'A / Data'], ['4', 'B / Data'], ['5', 'Data']]);
	});

	it.each([['[2,3,4]', ['2', '3', '4']], [[1, '2', 1], ['1', '2']], ['"a","b"', ['a', 'b']], [7, ['7']], ['', []], [null, []]])('S16: the list %j holds %j', (value, ids) => {
		expect(idList(value)).toEqual(ids);
	});

	it.each<[HrVendor, number, unknown, number | null]>([
		['feishu', 200, { code: 0 }, null],
		['feishu', 200, { code: 99991663, msg: 'invalid' }, 401],
		['feishu', 400, { code: 99991400, msg: 'request trigger frequency limit' }, 429],
		['feishu', 400, { code: '99991672', msg: 'Access denied' }, 403],
		['feishu', 403, { code: 40004, msg: 'no dept authority error' }, 403],
		['feishu', 200, { code: 12345 }, 400],
		['feishu', 502, 'Bad Gateway', 502],
		['dingTalk', 200, { errcode: '0', errmsg: 'ok' }, null],
		['dingTalk', 200, { errcode: 40014, errmsg: '不合法的access_token' }, 401],
		['dingTalk', 200, { errcode: 88, sub_code: '60011', sub_msg: '没有调用该接口的权限' }, 403],
		['dingTalk', 200, { errcode: '88', sub_code: '90018' }, 429],
		['dingTalk', 200, { errcode: 88, sub_code: '40014' }, 401],
		['dingTalk', 200, { errcode: -1, errmsg: '系统繁忙' }, 503],
		['dingTalk', 200, { errcode: 60003 }, 404],
		['weCom', 200, { errcode: 0 }, null],
		['weCom', 200, { errcode: 42001 }, 401],
		['weCom', 200, { errcode: 45009 }, 429],
		['weCom', 200, { errcode: 60020 }, 403],
		['weCom', 200, { errcode: 60111 }, 404],
		['bambooHr', 200, { data: [] }, null],
		['bambooHr', 200, { error: { code: 429, message: 'Limit Exceeded' } }, 429],
		['bambooHr', 403, '', 403],
	])('S16: %s with HTTP %i and %j means %s', (vendor, status, body, meaning) => {
		expect(verdictOfAnswer(vendor, { status, headers: {} }, body)?.status ?? null).toBe(meaning);
	});

	it('S16: BambooHR says its reason in a header', () => {
		expect(verdictOfAnswer('bambooHr', { ...ok, status: 403, headers: { 'X-BambooHR-Error-Message': 'Directory disabled for this account' } }, '')).toMatchObject({ message: 'Directory disabled for this account' });
	});
});

const data = resolve(import.meta.dirname, '../../../../shared/data');
const recorded = (path: string): Record<string, unknown> => JSON.parse(readFileSync(resolve(data, path), 'utf8')) as Record<string, unknown>;

describe.skipIf(!existsSync(resolve(data, 'bamboohr-report')))('S16: recorded and documented answers of the vendors', () => {
	it('S16: BambooHR: 103 employees, 86 active; 28 supervisors by "Last, First"; a chain of at most 4', () => {
		const { employees } = recorded('bamboohr-report/custom_report_employees.json') as { employees: unknown[] };
		const reading = readBambooHr(employees, { source: 'https://example.bamboohr.com' });
		expect([reading.people.length, reading.people.filter(({ active }) => active).length]).toEqual([103, 86]);
		expect(reading.problems).toEqual([]);
		const directory = createDirectory(reading.people);
		expect(new Set(reading.people.map(({ managerId }) => managerId).filter((id) => id !== null)).size).toBe(28);
		expect(reading.people.filter(({ managerId }) => managerId === null).map(({ id }) => id)).toEqual(['8']);
		const inactive = new Set(reading.people.map(({ managerId }) => managerId).filter((id) => id !== null && directory.byId(id)?.active === false));
		expect(inactive.size).toBe(1);
		const lengthOf = (id: string): number => {
			const above = directory.byId(id)?.managerId ?? null;
			return above === null ? 0 : 1 + lengthOf(above);
		};
		expect(Math.max(...reading.people.map(({ id }) => lengthOf(id)))).toBeLessThanOrEqual(4);
		expect(managerCircles(directory)).toEqual([]);
		const reports = new Map<string, number>();
		for (const { managerId } of reading.people) if (managerId !== null) reports.set(managerId, (reports.get(managerId) ?? 0) + 1);
		expect(Math.max(...reports.values())).toBe(10);
	});

	it('S16: Feishu: the documented user leads himself, and his department', () => {
		const { items } = recorded('feishu-contact-v3/users_find_by_department.json')['data'] as { items: unknown[] };
		const departments = (recorded('feishu-contact-v3/departments_children.json')['data'] as { items: unknown[] }).items;
		const reading = readFeishu(departments, items, { source: 'https://open.feishu.cn', idType: 'open_id' });
		expect(reading.people).toHaveLength(1);
		expect(reading.people[0]).toMatchObject({ managerId: reading.people[0]?.id, department: 'DemoName', active: true, roles: [{ role: 'teamLead', scope: 'DemoName' }] });
		expect(managerCircles(createDirectory(reading.people))).toHaveLength(1);
		expect(manager(reading, reading.people[0]?.id ?? '').kind).toBe('unassigned');
	});

	it('S16: DingTalk: errcode and booleans as text, departments in a text, one leader entry without its list', () => {
		const answer = recorded('hr-cn-api-samples/dingtalk_v2_user_get.json');
		expect(verdictOfAnswer('dingTalk', ok, answer)).toBeNull();
		const reading = readDingTalk([{ dept_id: '2', name: '技术部' }], [answer['result']], { source: 's' });
		expect(reading.people).toMatchObject([{ id: 'zhangsan', department: '技术部', managerId: 'manager240', roles: [{ role: 'teamLead', scope: '技术部' }] }]);
		expect(reading.problems).toMatchObject([{ field: 'managerId', value: 'manager240' }]);
	});

	it('S16: WeCom: the superior in a list; with few rights everything is unknown', () => {
		const full = recorded('hr-cn-api-samples/wecom_user_get.json');
		expect(verdictOfAnswer('weCom', ok, full)).toBeNull();
		expect(readWeCom([{ id: 1, name: '后台' }], [full], { source: 's' }).people).toMatchObject([{ id: 'zhangsan', managerId: 'lisi', department: '后台', roles: [{ role: 'teamLead', scope: '后台' }] }]);
		const reduced = readWeCom([], [recorded('hr-cn-api-samples/wecom_user_get_reduced_scope.json')], { source: 's' });
		expect(reduced.people).toMatchObject([{ active: true, managerId: null, unknown: ['managerId', 'department', 'email'] }]);
	});
});
