import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectory, managerCircles } from '../../../core/people/directory.js';
import { findRole } from '../../../core/people/findRole.js';
import { ROLES } from '../../../core/people/groupRoles.js';
import { readPeopleTable } from '../../../core/people/peopleTable.js';
import type { Person } from '../../../core/people/person.js';
import { isPersonRow, personFromRow, personToRow } from '../../../core/people/personRow.js';
import { booleanOf } from '../../../core/people/reading.js';

const settings = { source: 'table:people' };

describe('S16: people from a CSV file or Data Table', () => {
	it('S16: Chinese column names', () => {
		const { people, problems } = readPeopleTable(
			[
				{ 工号: 'E1', 姓名: '李伟', 邮箱: 'Li.Wei@example.com', 部门: '数据部', 在职: '是', 直属上级: 'E3', 导师: '王芳', 团队负责人: 'chen@example.com', 角色: '项目经理：ST-01；hrbp', 'Git 账号': 'liwei; lw2', 负责研究: 'ST-02、ST-03' },
				{ 工号: 2, 姓名: '王芳', 邮箱: 'wang@example.com', 部门: '', 在职: '离职', 直属上级: '', 账号: 'confluence:wf' },
				{ 工号: 'E3', 姓名: '陈晨', 邮箱: 'chen@example.com', 状态: '在职' },
			],
			settings,
		);
		expect(problems).toEqual([]);
		expect(people.map(({ id, active, managerId, mentorId, teamLeadId, department }) => [id, active, managerId, mentorId, teamLeadId, department])).toEqual([
			['2', false, null, null, null, null],
			['E1', true, 'E3', '2', 'E3', '数据部'],
			['E3', true, null, null, null, null],
		]);
		expect(people[1]?.roles).toEqual([{ role: 'projectManager', scope: 'ST-02' }, { role: 'projectManager', scope: 'ST-03' }, { role: 'projectManager', scope: 'ST-01' }, { role: 'hrbp', scope: null }]);
		expect(people[1]?.accounts).toEqual([{ system: 'email', account: 'li.wei@example.com' }, { system: 'git', account: 'liwei' }, { system: 'git', account: 'lw2' }]);
		expect(people[0]?.accounts).toContainEqual({ system: 'confluence', account: 'wf' });
	});

	it('S16: English column names in any writing, and names of columns by setting', () => {
		const rows = [{ 'Employee_ID': 'E1', 'First Name': 'Jane', 'Last Name': 'Doe', 'E-Mail': 'jane@example.com', STATUS: 'Active', Boss: 'Roe, Jim' }, { 'Employee_ID': 'E2', 'First Name': 'Jim', 'Last Name': 'Roe' }];
		const { people, problems } = readPeopleTable(rows, { ...settings, columns: { managerId: 'Boss' } });
		expect(problems).toEqual([]);
		expect(people.map(({ name, managerId }) => [name, managerId])).toEqual([['Jane Doe', 'E2'], ['Jim Roe', null]]);
	});

	it('S16: each row that can’t be used is refused by number, field and remedy; the others stay', () => {
		const { people, problems } = readPeopleTable([{ name: 'No Id' }, { id: 'E2' }, 'text', { id: 'E4', name: 'Four', email: 'not-an-address', status: 'sabbatical', roles: 'king: ST-01', accounts: 'liwei' }, { id: 'E5', name: 'Five', manager: 'E9' }], settings);
		expect(people.map(({ id, active, email }) => [id, active, email])).toEqual([['E4', false, null], ['E5', true, null]]);
		expect(problems.map(({ kind, record, field, value }) => [kind, record, field, value])).toEqual([
			['refused', 'row 1', 'id', null],
			['refused', 'row 2', 'name', 'E2'],
			['refused', 'row 3', null, 'text'],
			['warning', 'row 4', 'email', 'not-an-address'],
			['warning', 'row 4', 'accounts', 'liwei'],
			['warning', 'row 4', 'roles', 'king: ST-01'],
			['warning', 'row 4', 'active', 'sabbatical'],
			['warning', 'row 5', 'managerId', 'E9'],
		]);
		for (const { message } of problems) expect([message.en.length > 10, /\p{Script=Han}/u.test(message['zh-CN'])]).toEqual([true, true]);
	});

	it('S16: the row number of a Data Table is nobody’s id', () => {
		const stamps = { createdAt: '2026-03-02T08:00:00.000Z', updatedAt: '2026-03-02T08:00:00.000Z' };
		expect(readPeopleTable([{ id: 1, 工号: 'E1', 姓名: '李伟', ...stamps }], settings).people[0]?.id).toBe('E1');
		expect(readPeopleTable([{ id: 1, name: 'Li', email: 'li@example.com', ...stamps }], settings).people[0]?.id).toBe('li@example.com');
	});

	it('S16: managers as DN, compared without case and blanks', () => {
		const { people } = readPeopleTable([{ uid: 'a', cn: 'Ann', dn: 'CN=Ann, OU=People,DC=example', manager: '' }, { uid: 'b', cn: 'Bob', dn: 'cn=Bob,ou=People,dc=example', manager: 'cn=ann,ou=people, dc=Example' }], { ...settings, columns: { id: 'uid', login: 'dn' } });
		expect(people.map(({ id, managerId }) => [id, managerId])).toEqual([['a', null], ['b', 'a']]);
	});

	it.each([['true', true], ['True', true], ['在职', true], [1, true], [0, false], ['离职', false], ['Inactive', false], ['0', false], [false, false], ['maybe', null], ['', null], [undefined, null]])('S16: %j is %s', (value, expected) => {
		expect(booleanOf(value)).toBe(expected);
	});

	it('S16: order of the rows changes nothing', () => {
		const rows = [
			{ id: '1', name: 'A', manager: 'B' }, { id: '2', name: 'B', manager: 'C' }, { id: '3', name: 'C', manager: 'D' }, { id: '4', name: 'D' }, { id: '4', name: 'D', department: 'X' }, { id: '5', name: 'B' },
		];
		const expected = readPeopleTable(rows, settings).people;
		fc.assert(
			fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
				expect(readPeopleTable(shuffled, settings).people).toEqual(expected);
			}),
		);
	});
});

describe('S16: a person as a row', () => {
	const text = fc.string({ minLength: 1 }).map((value) => value.trim()).filter((value) => value !== '');
	const maybe = fc.option(text, { nil: null });
	const person: fc.Arbitrary<Person> = fc.record({ id: text, name: text, email: maybe, active: fc.boolean(), department: maybe, managerId: maybe, mentorId: maybe, teamLeadId: maybe, accounts: fc.array(fc.record({ system: text, account: text })), roles: fc.array(fc.record({ role: fc.constantFrom(...ROLES), scope: maybe })), source: text, time: maybe, url: maybe }).map(({ source, time, url, ...rest }) => ({ ...rest, evidence: { source, id: rest.id, time, actor: null, url, label: rest.name } }));

	it('S16: written and read back it is the same person, with flat columns only', () => {
		fc.assert(
			fc.property(person, (written) => {
				const row = personToRow(written);
				expect(personFromRow({ ...row })).toEqual(written);
				expect(isPersonRow(row)).toBe(true);
				for (const value of Object.values(row)) expect(['string', 'boolean'].includes(typeof value) || value === null).toBe(true);
			}),
		);
	});

	it('S16: rows written by the node are read by the table reader as they are', () => {
		const [first] = readPeopleTable([{ id: 'E1', name: 'Li', roles: 'pm:ST-01' }], settings).people;
		expect(first && readPeopleTable([{ id: 12, ...personToRow(first) }], { source: 'other' }).people).toEqual([first]);
	});

	it.each([
		[{ personId: '' }, /personId is empty/],
		[{ personId: 'E1', active: 'x' }, /column active holds "x"/],
		[{ personId: 'E1', active: true, accounts: '{' }, /column accounts/],
		[{ personId: 'E1', active: true, accounts: '[{"system":"git"}]' }, /column accounts/],
		[{ personId: 'E1', active: true, roles: '[{"role":"king"}]' }, /column roles.*projectManager/],
	])('S16: the row %j is refused', (row, message) => {
		expect(() => personFromRow(row)).toThrow(message);
	});
});

const data = resolve(import.meta.dirname, '../../../../shared/data');
const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(resolve(data, path), 'utf8')) as Record<string, unknown>;

describe.skipIf(!existsSync(resolve(data, 'bamboohr-report')))('S16: the BambooHR report', () => {
	it('S16: all supervisors written "Last, First" are found; counts as in the data', () => {
		const { people, problems } = readPeopleTable((json('bamboohr-report/custom_report_employees.json') as { employees: unknown[] }).employees, { source: 'bamboohr' });
		expect(people).toHaveLength(103);
		expect(people.filter((person) => person.active)).toHaveLength(86);
		expect(problems).toEqual([]);
		const ids = new Set(people.map(({ id }) => id));
		expect(people.filter(({ managerId }) => managerId === null)).toMatchObject([{ id: '8' }]);
		expect(people.every(({ managerId }) => managerId === null || ids.has(managerId))).toBe(true);
		expect(new Set(people.map(({ managerId }) => managerId)).size).toBe(29);
		const directory = createDirectory(people);
		expect(managerCircles(directory)).toEqual([]);
		// Nobody ends at an inactive manager, and everybody but the top has somebody.
		for (const { id } of people) {
			const found = findRole(directory, { role: 'manager', of: { id }, scope: null });
			expect(found.kind).toBe(id === '8' ? 'unassigned' : 'assigned');
			if (found.kind === 'assigned') expect(found.person.active).toBe(true);
		}
	});
});

describe.skipIf(!existsSync(resolve(data, 'feishu-contact-v3')))('S16: documented answers of Feishu, DingTalk and WeCom', () => {
	it('S16: Feishu, where the leader is the person himself', () => {
		const { items } = json('feishu-contact-v3/users_find_by_department.json')['data'] as { items: unknown[] };
		const { people } = readPeopleTable(items, { source: 'feishu' });
		expect(people).toMatchObject([{ id: '3e3cf96b', active: true, managerId: '3e3cf96b' }]);
		const directory = createDirectory(people);
		expect(managerCircles(directory).map(({ ids }) => ids)).toEqual([['3e3cf96b']]);
		const found = findRole(directory, { role: 'manager', of: { id: '3e3cf96b' }, scope: null });
		expect(found.kind === 'unassigned' ? [found.reason.en.includes('own manager'), found.reason['zh-CN'].includes('本人')] : null).toEqual([true, true]);
	});

	it('S16: DingTalk with booleans as text, WeCom with lists, and without rights', () => {
		expect(readPeopleTable([json('hr-cn-api-samples/dingtalk_v2_user_get.json')['result']], { source: 'dingtalk' }).people).toMatchObject([{ id: 'zhangsan', active: true, managerId: 'manager240' }]);
		expect(readPeopleTable([json('hr-cn-api-samples/wecom_user_get.json')], { source: 'wecom' }).people).toMatchObject([{ id: 'zhangsan', managerId: 'lisi' }]);
		expect(readPeopleTable([json('hr-cn-api-samples/wecom_user_get_reduced_scope.json')], { source: 'wecom' }).people).toMatchObject([{ managerId: null, active: true }]);
	});
});
