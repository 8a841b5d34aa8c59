import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ldifOf, OPENLDAP_MISSING, startLdapServer, SUFFIX, type LdapServer } from '../nodes/HrDirectory/ldapServer.js';
import { answer, bambooHr, dingTalk, feishu, weCom } from '../nodes/HrDirectory/vendorServices.js';
import { errorOf, startN8n, type Client, type Json, type Row, type RunningN8n } from './support/harness.js';

/*
 * The nightly workflow in a real n8n against each HR system: with its credential, its token, and the people stored before.
 */

interface StoredNode extends Json {
	readonly type: string;
	readonly parameters: { readonly operation?: string };
	credentials?: Json;
	disabled?: boolean;
}
interface EditingClient extends Client {
	rest(method: string, path: string, body?: unknown): Promise<{ readonly data: { readonly id: string } }>;
	changeWorkflow(id: string, change: (workflow: { readonly nodes: readonly StoredNode[] }) => unknown): Promise<Json>;
}
interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<{ readonly hrDirectorySync: string }>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	setSettings(client: Client, id: string, values: Json): Promise<void>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;
const LDAP = 'n8n-nodes-base.ldap';

describe('S16: the directory sync in a real n8n', () => {
	let n8n: RunningN8n;
	let client: EditingClient;
	let id: string;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-hr-'));
	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball') });
		client = n8n.client as EditingClient;
		id = (await demo.workflowIds()).hrDirectorySync;
		await demo.importWorkflows(client, demo.readWorkflows('en'), { folder, n8nVersion: n8n.version });
	});
	afterAll(async () => {
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Makes a credential and switches the one node on that takes it; every other node of a system is off. */
	async function use(operation: string, type: string, data: Json): Promise<void> {
		const name = `Example ${type}`;
		// The editor's own interface, because the public one does not know the form of every credential.
		const credential = await client.rest('POST', '/credentials', { name, type, data });
		await client.changeWorkflow(id, (workflow) => {
			for (const node of workflow.nodes) {
				const own = node.parameters.operation?.startsWith('read') === true;
				if (!own && node.type !== LDAP) continue;
				if (node.parameters.operation === operation) {
					node.credentials = { [type]: { id: credential.data.id, name } };
					delete node.disabled;
				} else node.disabled = true;
			}
			return workflow;
		});
	}

	async function run(source: string): Promise<{ readonly error: string | null; readonly people: ReadonlyMap<unknown, Row>; readonly unassigned: readonly Row[] }> {
		await demo.setSettings(client, id, { source });
		await client.clearTables(['pt_unassigned']);
		const execution = await client.runWorkflow(id, 'Try it with sample people');
		return { error: execution.status === 'success' ? null : errorOf(execution), people: new Map((await client.rows('pt_people')).map((row) => [row['personId'], row])), unassigned: await client.rows('pt_unassigned') };
	}

	it('S16: rows by default; a system whose node is switched off stores nothing', async () => {
		const rows = await run('rows');
		expect([rows.error, rows.people.size > 3]).toEqual([null, true]);
		const off = await run('feishu');
		expect([off.error, off.people.size]).toEqual([null, rows.people.size]);
	});

	it('S16: Feishu: one token for several nights, a new one once it is refused', async () => {
		const service = await feishu({ departments: [{ open_department_id: 'od_a', parent_department_id: '0', name: 'Data' }], users: [1, 2, 3].map((number) => ({ open_id: `ou_${number}`, name: `Name ${number}`, email: `n${number}@example.com`, leader_user_id: number === 1 ? '' : 'ou_1', department_ids: ['od_a'], status: {} })) });
		await use('readFeishu', 'feishuAppApi', { baseUrl: service.url, appId: 'cli_1', appSecret: 'app-secret' });
		const first = await run('feishu');
		expect([first.error, first.people.get('ou_2')?.['managerId'], service.tokens()]).toEqual([null, 'ou_1', 1]);
		expect((await run('feishu')).error).toBeNull();
		expect(service.tokens()).toBe(1);
		service.spoilToken();
		expect((await run('feishu')).error).toBeNull();
		expect(service.tokens()).toBe(2);
	});

	it('S16: DingTalk: a limit told by a code in HTTP 200 is waited for', async () => {
		const service = await dingTalk({ departments: [{ dept_id: 2, parent_id: 1, name: 'Data' }], users: [1, 2, 3].map((number) => ({ userid: `m${number}`, name: `Name ${number}`, email: `m${number}@example.com`, dept_id_list: [2], ...(number === 1 ? {} : { manager_userid: 'm1' }) })) });
		service.insert('/topapi/v2/user/list', answer(200, { errcode: 88, sub_code: '90018', sub_msg: 'too fast' }, { 'retry-after': '1' }));
		await use('readDingTalk', 'dingTalkAppApi', { baseUrl: service.url, appKey: 'ding1', appSecret: 'app-secret' });
		const { error, people } = await run('dingtalk');
		expect([error, people.get('m3')?.['managerId']]).toEqual([null, 'm1']);
	});

	it('S16: WeCom: who is no longer there becomes inactive, and it is shown', async () => {
		const users = [1, 2, 3].map((number) => ({ userid: `w${number}`, name: `Name ${number}`, biz_mail: `w${number}@example.com`, department: [1], direct_leader: number === 1 ? [] : ['w1'], status: 1 }));
		const service = await weCom({ departments: [{ id: 1, parentid: 0, name: 'Company' }], users });
		await use('readWeCom', 'weComAppApi', { baseUrl: service.url, corpId: 'ww1', corpSecret: 'app-secret' });
		expect((await run('wecom')).people.get('w3')).toMatchObject({ active: true });
		users.pop();
		const { error, people, unassigned } = await run('wecom');
		expect([error, people.get('w3')?.['active'], people.get('w2')?.['active']]).toEqual([null, false, true]);
		expect(unassigned.map(({ reason }) => reason)).toEqual(['One person is no longer in the HR system and was marked as inactive: Name 3.']);
	});

	it('S16: BambooHR', async () => {
		const service = await bambooHr({ apiKey: 'k3y', largestPage: 1, employees: [{ employeeId: '8001', displayName: 'Ann Poe', status: 'Active' }, { employeeId: '8002', displayName: 'Cid Coe', status: 'Active', reportsToId: '8001' }] });
		await use('readBambooHr', 'bambooHrDirectoryApi', { baseUrl: service.url, apiKey: 'k3y' });
		const { error, people } = await run('bamboohr');
		expect([error, people.get('8002')?.['managerId'], service.calls.length]).toEqual([null, '8001', 2]);
	});

	describe.skipIf(OPENLDAP_MISSING)('LDAP through n8n’s own node', () => {
		let server: LdapServer;
		beforeAll(async () => {
			server = await startLdapServer(
				ldifOf([
					{ dn: SUFFIX, objectClass: ['dcObject', 'organization'], dc: 'example', o: 'Example' },
					{ dn: `uid=l1,${SUFFIX}`, objectClass: ['inetOrgPerson'], uid: 'l1', cn: 'Ann', sn: 'Ann', mail: 'l1@example.com' },
					{ dn: `uid=l2,${SUFFIX}`, objectClass: ['inetOrgPerson'], uid: 'l2', cn: 'Bob', sn: 'Bob', manager: `UID=L1, ${SUFFIX}` },
					{ dn: `cn=PM ST-01,${SUFFIX}`, objectClass: ['groupOfNames'], cn: 'PM ST-01', member: `uid=l2,${SUFFIX}` },
				]),
			);
		});
		afterAll(async () => {
			await server.stop();
		});

		it('S16: people, their managers by DN and their roles by group', async () => {
			await use('search', 'ldap', server.credential);
			const { error, people } = await run('ldap');
			expect([error, people.get('l2')]).toMatchObject([null, { managerId: 'l1', roles: '[{"role":"projectManager","scope":"ST-01"}]', source: 'ldap' }]);
		});
	});
});
