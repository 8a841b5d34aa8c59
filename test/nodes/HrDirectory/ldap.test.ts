import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HrDirectory } from '../../../nodes/HrDirectory/HrDirectory.node.js';
import { executeFunctions } from '../../support/executeFunctions.js';
import { ACTIVE_DIRECTORY_MISSING, ldifOf, OPENLDAP_MISSING, startLdapServer, SUFFIX, type LdapServer } from './ldapServer.js';

const PEOPLE = `ou=People,${SUFFIX}`;
const GROUPS = `ou=Groups,${SUFFIX}`;
const STAFF = 1200;

type Entry = Readonly<Record<string, string | readonly string[]>>;

const person = (uid: string, more: Entry = {}): Entry => ({ dn: `uid=${uid},${PEOPLE}`, objectClass: ['inetOrgPerson'], uid, cn: `Name ${uid}`, sn: uid, mail: `${uid}@example.com`, ...more });

const entries: readonly Entry[] = [
	{ dn: SUFFIX, objectClass: ['dcObject', 'organization'], dc: 'example', o: 'Example' },
	{ dn: PEOPLE, objectClass: ['organizationalUnit'], ou: 'People' },
	{ dn: GROUPS, objectClass: ['organizationalUnit'], ou: 'Groups' },
	person('head', { cn: ['陈晨', 'Chen Chen'], sn: '陈', displayName: '陈晨' }),
	// A name with a comma and letters beyond ASCII, in the DN too.
	{ dn: `cn=Doe\\, Jané,${PEOPLE}`, objectClass: ['inetOrgPerson'], cn: 'Doe, Jané', sn: 'Doe', givenName: 'Jané', employeeNumber: '17', mail: ['jane@example.com', 'j.doe@example.com'], manager: `UID=Head, ou=people,${SUFFIX}`, departmentNumber: 'Data' },
	person('liwei', { manager: `cn=Doe\\2C Jan\\C3\\A9,${PEOPLE}`, departmentNumber: 'Data', employeeType: `uid=wang,${PEOPLE}`, carLicense: 'lw-git' }),
	person('wang', { manager: `uid=gone,${PEOPLE}` }),
	// A person in the root of the chain above himself.
	person('loop', { manager: `uid=loop,${PEOPLE}` }),
	...Array.from({ length: STAFF }, (_, index) => person(`staff${index}`, { manager: `uid=head,${PEOPLE}` })),
	{ dn: `cn=PM ST-01,${GROUPS}`, objectClass: ['groupOfNames'], cn: 'PM ST-01', member: [`uid=wang,${PEOPLE}`, `cn=Deputies,${GROUPS}`] },
	{ dn: `cn=Deputies,${GROUPS}`, objectClass: ['groupOfNames'], cn: 'Deputies', member: [`UID=LIWEI, ${PEOPLE}`] },
	{ dn: `cn=hrbp,${GROUPS}`, objectClass: ['posixGroup'], cn: 'hrbp', gidNumber: '500', memberUid: ['head'] },
];

async function importRows(rows: readonly IDataObject[], parameters: IDataObject = {}): Promise<INodeExecutionData[][]> {
	const context = executeFunctions({ items: rows.map((json) => ({ json })), parameters: { operation: 'importRows', source: 'ldap://ldap.example.com', ...parameters } });
	return await new HrDirectory().execute.call(context);
}

const json = (items: readonly INodeExecutionData[] | undefined): IDataObject[] => (items ?? []).map((item) => item.json);

describe.skipIf(OPENLDAP_MISSING)('S16: people of a real OpenLDAP, as n8n’s LDAP node gives them', () => {
	let server: LdapServer;
	let rows: IDataObject[];
	beforeAll(async () => {
		server = await startLdapServer(ldifOf(entries));
		rows = await server.search('(objectClass=*)');
	}, 60_000);
	afterAll(async () => {
		await server.stop();
	});

	const outputs = () => importRows(rows, { groupRoles: { rule: [{ group: 'PM *', role: 'projectManager', scope: '*' }, { group: 'HRBP', role: 'hrbp', scope: '' }] }, columns: { mentorId: 'employeeType' } });

	it('S16: more entries than one page of the server are read, and everybody once', async () => {
		const [people] = await outputs();
		expect(rows).toHaveLength(entries.length);
		expect(people).toHaveLength(STAFF + 5);
	});

	it('S16: managers are found by DN whatever its case, blanks and escapes; one value is text, several a list', async () => {
		const [people] = await outputs();
		const byId = new Map(json(people).map((row) => [row['personId'], row]));
		expect(byId.get('17')).toMatchObject({ name: 'Doe, Jané', email: 'jane@example.com', managerId: 'head', department: 'Data', active: true });
		expect(byId.get('17')?.['accounts']).toContain('j.doe@example.com');
		expect(byId.get('liwei')).toMatchObject({ managerId: '17', mentorId: 'wang' });
		expect(byId.get('head')).toMatchObject({ name: '陈晨', managerId: null });
		expect(byId.get('staff1199')).toMatchObject({ managerId: 'head' });
		expect(byId.get('liwei')?.['accounts']).toContain('{"system":"hr","account":"liwei"}');
	});

	it('S16: groups of names, groups within groups and groups of uids give roles', async () => {
		const [people] = await outputs();
		const roles = new Map(json(people).filter(({ roles: held }) => held !== '[]').map((row) => [row['personId'], row['roles']]));
		expect(Object.fromEntries(roles)).toEqual({ head: '[{"role":"hrbp","scope":null}]', liwei: '[{"role":"projectManager","scope":"ST-01"}]', wang: '[{"role":"projectManager","scope":"ST-01"}]' });
	});

	it('S16: a DN that leads nowhere, a person above himself and entries that are no people are said', async () => {
		const [, review] = await outputs();
		expect(json(review).map(({ record, field, value }) => [record, field, value])).toEqual([
			['ldap entries', 'objectClass', '1 × organization, 2 × organizationalunit'],
			['person wang', 'managerId', `uid=gone,${PEOPLE}`],
			['loop', 'managerId', 'loop'],
		]);
		for (const row of json(review)) expect(row['messageChinese']).toMatch(/\p{Script=Han}/u);
	});

	it('S16: the attributes that are asked for are enough, without object classes', async () => {
		const few = await server.search('(uid=*)', ['uid', 'cn', 'mail', 'manager']);
		const [people] = await importRows(few);
		expect(json(people).find(({ personId }) => personId === 'staff7')).toMatchObject({ managerId: 'head', email: 'staff7@example.com' });
	});
});

describe.skipIf(OPENLDAP_MISSING || ACTIVE_DIRECTORY_MISSING)('S16: people with the attributes of Active Directory', () => {
	const users = `cn=Users,${SUFFIX}`;
	const user = (name: string, control: string, more: Entry = {}): Entry => ({ dn: `CN=${name},${users}`, objectClass: ['organizationalPerson', 'extensibleObject'], cn: name, sn: name, sAMAccountName: name.toLowerCase(), userPrincipalName: `${name.toLowerCase()}@example.com`, userAccountControl: control, ...more });
	const directory: readonly Entry[] = [
		{ dn: SUFFIX, objectClass: ['dcObject', 'organization'], dc: 'example', o: 'Example' },
		{ dn: users, objectClass: ['applicationProcess'], cn: 'Users' },
		user('Ann', '512'),
		user('Bob', '514', { manager: `CN=Ann,${users}` }),
		user('Cid', '66050', { manager: `CN=Bob,${users}` }),
		user('Dee', '66048', { manager: `cn=bob,${users}` }),
	];
	let server: LdapServer;
	beforeAll(async () => {
		server = await startLdapServer(ldifOf(directory));
	}, 60_000);
	afterAll(async () => {
		await server.stop();
	});

	it('S16: a disabled account (bit 2) has left; the manager past it is found', async () => {
		const [people] = await importRows(await server.search('(sAMAccountName=*)'));
		expect(json(people).map(({ personId, active, managerId }) => [personId, active, managerId])).toEqual([['ann', true, null], ['bob', false, 'ann'], ['cid', false, 'bob'], ['dee', true, 'bob']]);
		const find = executeFunctions({ items: [{ json: {} }], parameters: { operation: 'findPerson', directorySource: 'json', directory: json(people), role: 'manager', personBy: 'account', system: 'hr', person: 'DEE' } });
		const [found] = await new HrDirectory().execute.call(find);
		expect(json(found)).toMatchObject([{ assignee: { personId: 'ann' }, assigneeExplanation: { en: 'Ann is the manager of Dee (Bob (manager) is inactive).' } }]);
	});
});
