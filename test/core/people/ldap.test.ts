import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstValueOfDn, normalDn } from '../../../core/people/ldap/dn.js';
import { readPeopleTable, type PeopleTableSettings } from '../../../core/people/peopleTable.js';

const settings: PeopleTableSettings = { source: 'ldap://ldap.example.com' };
const rolesOf = (rows: readonly unknown[], more: Partial<PeopleTableSettings> = {}) => {
	const { people, problems } = readPeopleTable(rows, { ...settings, groupRoles: [{ group: 'PM *', role: 'projectManager', scope: '*' }], ...more });
	return { held: people.filter(({ roles }) => roles.length > 0).map(({ id, roles }) => `${id}: ${roles.map(({ scope }) => scope ?? '').join(', ')}`), problems };
};

describe('S16: distinguished names', () => {
	it.each([
		['CN=Doe\\, Jane,OU=People,DC=example', 'cn=doe\\,  jane , ou=PEOPLE,dc=Example'],
		['cn=Doe\\2C Jane,dc=example', 'CN="Doe, Jane";dc=example'],
		['cn=\\E6\\9D\\8E\\E4\\BC\\9F,dc=example', 'CN=李伟,DC=example'],
		['cn=a+uid=1,dc=x', 'UID=1 + CN=A, dc=x'],
		['2.5.4.3=x,dc=y', 'OID.2.5.4.3=x,dc=y'],
		['cn=\\ lead and trail\\ ,dc=x', 'cn=\\20lead and trail\\20,dc=x'],
	])('S16: %s is %s', (one, other) => {
		expect(normalDn(one)).not.toBeNull();
		expect(normalDn(one)).toBe(normalDn(other));
	});

	it.each([['cn=Doe\\, Jane,dc=x', 'cn=Doe,+ Jane,dc=x'], ['cn=a,dc=x', 'cn=a\\,dc\\=x']])('S16: %s is not %s', (one, other) => {
		expect(normalDn(one)).not.toBe(normalDn(other));
	});

	it.each(['', 'liwei', 'jane@example.com', 'Doe, Jane', 'cn=', '=x', 'cn="open', 'cn=x\\', 'cn=\\FF,dc=x', '1a=x'])('S16: %j is no DN, or an empty one', (text) => {
		expect([null, 'cn=']).toContain(normalDn(text));
	});

	it('S16: the name of a group is the first value', () => {
		expect([firstValueOfDn('CN=PM ST-01,OU=Groups,DC=x'), firstValueOfDn('liwei')]).toEqual(['PM ST-01', null]);
	});

	it('S16: any value, escaped in any of the ways, is the same name; text of any kind is read without an error', () => {
		const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text);
		const special = (text: string): string => text.replace(/[,;+="\\<>#]/g, '\\$&').replace(/^ | $/g, '\\ ');
		const hexadecimal = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');
		fc.assert(
			fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
				const plain = values.map((text) => `cn=${special(text)}`).join(',');
				const escaped = values.map((text) => `CN = ${hexadecimal(text)}`).join(' , ');
				expect(normalDn(plain)).not.toBeNull();
				expect(normalDn(escaped)).toBe(normalDn(plain));
				expect(normalDn(normalDn(plain) ?? '')).toBe(normalDn(plain));
			}),
		);
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { normalDn(text); }));
	});
});

describe('S16: entries of an LDAP server', () => {
	it('S16: members in ranges are put together; a list without its end is said', () => {
		const group = (more: object) => ({ dn: 'CN=PM ST-01,DC=x', objectClass: ['top', 'group'], cn: 'PM ST-01', member: [], ...more });
		const people = ['a', 'b', 'c'].map((name) => ({ dn: `CN=${name},DC=x`, objectClass: ['top', 'person', 'user'], sAMAccountName: name }));
		const whole = rolesOf([...people, group({ 'member;range=0-1': ['CN=A,DC=x', 'CN=b,DC=x'] }), group({ 'member;range=2-*': 'cn=c,dc=x' })]);
		expect(whole).toMatchObject({ held: ['a: ST-01', 'b: ST-01', 'c: ST-01'], problems: [] });
		const cut = rolesOf([...people, group({ 'member;range=0-1': ['CN=A,DC=x', 'CN=b,DC=x'] })]);
		expect(cut.held).toEqual(['a: ST-01', 'b: ST-01']);
		expect(cut.problems).toMatchObject([{ record: 'group PM ST-01', message: { en: expect.stringContaining('member;range=2-*') as string } }]);
	});

	it('S16: memberOf of a person gives the same roles as the groups', () => {
		expect(rolesOf([{ dn: 'cn=a,dc=x', uid: 'a', memberOf: ['CN=PM ST-01,OU=G,DC=x', 'cn=Cooks,ou=G,dc=x'] }, { dn: 'cn=b,dc=x', uid: 'b', memberOf: 'CN=pm ST-02,DC=x' }]).held).toEqual(['a: ST-01', 'b: ST-02']);
	});

	it('S16: groups that contain each other end', () => {
		const group = (name: string, ...member: string[]) => ({ dn: `cn=${name},dc=x`, objectClass: 'groupOfNames', cn: name, member });
		expect(rolesOf([{ dn: 'cn=a,dc=x', uid: 'a' }, group('PM ST-01', 'cn=inner,dc=x'), group('inner', 'cn=PM ST-01,dc=x', 'cn=a,dc=x')]).held).toEqual(['a: ST-01']);
	});

	it.each([
		[{ userAccountControl: '514' }, false],
		[{ userAccountControl: 512 }, true],
		[{ userAccountControl: ['66050'] }, false],
		[{ nsAccountLock: 'TRUE' }, false],
		[{ pwdAccountLockedTime: '000001010000Z' }, false],
		[{ pwdAccountLockedTime: '20260302080000Z' }, true],
		[{}, true],
	])('S16: an account with %j is active: %s', (more, active) => {
		expect(readPeopleTable([{ dn: 'cn=a,dc=x', uid: 'a', ...more }], settings).people).toMatchObject([{ active }]);
	});

	it('S16: names of attributes in any case, attributes by setting, logins of other systems, the time of the change', () => {
		const { people, problems } = readPeopleTable(
			[
				{ DN: 'cn=a,dc=x', UID: 'ann', CN: 'Ann', Mail: ['ann@example.com', 'a@example.com'], EmployeeNumber: '4711', githubLogin: 'ann-gh', lastLogin: '20260302', secretary: 'CN=Bob,DC=x', modifyTimestamp: '20260302080000Z', memberOf: [] },
				{ dn: 'cn=bob,dc=x', uid: 'bob', sn: '李', givenName: '伟', manager: '4711' },
			],
			{ ...settings, columns: { teamLeadId: 'secretary' } },
		);
		expect(problems).toEqual([]);
		expect(people).toMatchObject([{ id: 'ann', teamLeadId: 'bob', evidence: { time: '2026-03-02T08:00:00Z' } }, { id: 'bob', name: '李伟', managerId: 'ann' }]);
		expect(people[0]?.accounts).toEqual([{ system: 'email', account: 'a@example.com' }, { system: 'email', account: 'ann@example.com' }, { system: 'github', account: 'ann-gh' }, { system: 'hr', account: 'ann' }]);
	});

	it('S16: computers, units and contacts without an account are no people; the table beside them is read as ever', () => {
		const { people, problems } = readPeopleTable([{ dn: 'cn=pc,dc=x', objectClass: ['top', 'person', 'user', 'computer'], sAMAccountName: 'PC$' }, { dn: 'ou=p,dc=x', ou: 'p', objectClass: 'organizationalUnit' }, { 工号: 'E1', 姓名: '李伟' }], settings);
		expect(people.map(({ id }) => id)).toEqual(['E1']);
		expect(problems.map(({ value }) => value)).toEqual(['1 × computer, 1 × organizationalunit']);
	});
});
