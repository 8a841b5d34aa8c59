import { runInNewContext } from 'node:vm';
import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { afterEach, describe, expect, it } from 'vitest';
import { ScimApi } from '../../../credentials/ScimApi.credentials.js';
import { HrDirectory } from '../../../nodes/HrDirectory/HrDirectory.node.js';
import { executeFunctions } from '../../support/executeFunctions.js';
import { startScimService, type ScimService, type ServiceSettings } from './scimService.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const open: ScimService[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((service) => service.close()));
});

interface Run {
	readonly items?: readonly IDataObject[];
	readonly second?: readonly IDataObject[];
	readonly parameters: Readonly<Record<string, unknown>> | ReadonlyArray<Readonly<Record<string, unknown>>>;
	readonly credential?: ICredentialDataDecryptedObject;
	readonly continueOnFail?: boolean;
}

async function run({ items = [{}], second = [], parameters, credential, continueOnFail = false }: Run): Promise<INodeExecutionData[][]> {
	const wrap = (rows: readonly IDataObject[]): INodeExecutionData[] => rows.map((json) => ({ json }));
	const context = executeFunctions({ items: wrap(items), parameters, continueOnFail, ...(credential ? { credentials: { scimApi: { values: credential, type: new ScimApi() } } } : {}) });
	const both: IExecuteFunctions = { ...context, getInputData: (index = 0) => (index === 1 ? wrap(second) : context.getInputData()) };
	return await new HrDirectory().execute.call(both);
}

const json = (items: readonly INodeExecutionData[] | undefined): IDataObject[] => (items ?? []).map((item) => item.json);
const links = (items: readonly INodeExecutionData[] | undefined): unknown[] => (items ?? []).map((item) => item.pairedItem);

describe('S16: HR Directory, Read SCIM Users', () => {
	const read = async (settings: ServiceSettings, more: Omit<Partial<Run>, 'parameters'> & { readonly parameters?: IDataObject; readonly secret?: ICredentialDataDecryptedObject } = {}) => {
		const service = await startScimService(settings);
		open.push(service);
		const { secret = { authentication: 'bearer', token: 's3cret' }, parameters, ...rest } = more;
		const outputs = await run({ ...rest, credential: { baseUrl: `${service.url}/`, ...secret }, parameters: { operation: 'readScim', readGroups: true, ...parameters } });
		return { service, outputs };
	};
	const users = Array.from({ length: 7 }, (_, index) => ({ id: `u${index}`, userName: `user${index}`, displayName: `User ${index}`, active: index === 6 ? 'False' : 'True', ...(index === 0 ? {} : { [ENTERPRISE]: { manager: { value: 'u0' } } }) }));

	it('S16: reads every page of users and groups with the token, and puts out rows for a Data Table', async () => {
		const { service, outputs } = await read(
			{ users, largestPage: 3, groups: [{ id: 'g', displayName: 'PM ST-01', members: [{ value: 'u1' }] }], authorization: 'Bearer s3cret' },
			{ parameters: { groupRoles: { rule: [{ group: 'PM *', role: 'projectManager', scope: '*' }] }, options: { pageSize: 5 } } },
		);
		expect(json(outputs[0]).map(({ personId, active, managerId }) => [personId, active, managerId])).toEqual(users.map(({ id }, index) => [id, index !== 6, index === 0 ? null : 'u0']));
		expect(json(outputs[0])[1]).toMatchObject({ roles: '[{"role":"projectManager","scope":"ST-01"}]', source: service.url });
		expect(outputs[1]).toEqual([]);
		expect(service.calls).toEqual(['/scim/v2/ServiceProviderConfig', '/scim/v2/Users?startIndex=1&count=5', '/scim/v2/Users?startIndex=4&count=5', '/scim/v2/Users?startIndex=7&count=5', '/scim/v2/Groups?startIndex=1&count=5']);
		expect(links(outputs[0])[0]).toEqual([{ item: 0 }]);
		expect(JSON.stringify(outputs)).not.toContain('s3cret');
	});

	it('S16: uses cursors where the service announces them', async () => {
		const { service, outputs } = await read({ users, cursors: true, largestPage: 4 }, { parameters: { readGroups: false } });
		expect(outputs[0]).toHaveLength(7);
		expect(service.calls.slice(1)).toEqual(['/scim/v2/Users?cursor=&count=100', '/scim/v2/Users?cursor=4&count=100']);
	});

	it('S16: HTTP Basic', async () => {
		const { outputs } = await read({ users, authorization: `Basic ${Buffer.from('hr:p:w').toString('base64')}` }, { secret: { authentication: 'basic', username: 'hr', password: 'p:w' } });
		expect(outputs[0]).toHaveLength(7);
	});

	it('S16: a busy service is asked again after the time it names', async () => {
		const { service, outputs } = await read({ users, first: [{ status: 429, headers: { 'retry-after': '0' } }, { status: 503, headers: { 'retry-after': '0' } }] }, { parameters: { readGroups: false } });
		expect(outputs[0]).toHaveLength(7);
		expect(service.calls.filter((call) => call.includes('/Users'))).toHaveLength(3);
	});

	it('S16: a wait beyond the bound ends with the reason', async () => {
		await expect(read({ users, first: [{ status: 429, headers: { 'retry-after': '600' } }] })).rejects.toThrow(/still busy \(429\).*600 s/);
	});

	it('S16: groups that may not be read cost no people, and are said', async () => {
		const { outputs } = await read({ users, groups: 'forbidden' });
		expect(outputs[0]).toHaveLength(7);
		expect(json(outputs[1])).toMatchObject([{ kind: 'warning', record: 'groups', message: expect.stringContaining('groups are not for you') as string }]);
	});

	it('S16: a redirect is not followed, so the token stays with its host', async () => {
		const other = await startScimService({ users });
		open.push(other);
		await expect(read({ users, first: [{ status: 302, headers: { location: `${other.url}/Users` } }] })).rejects.toThrow(/answered 302/);
		expect(other.calls).toEqual([]);
	});

	it('S16: the credential is for its own host only', async () => {
		const { authenticate } = new ScimApi();
		if (typeof authenticate !== 'function') throw new Error('The credential authorises with a function.');
		const values = { baseUrl: 'https://hr.example.com/scim/v2', authentication: 'bearer', token: 't' };
		await expect(authenticate(values, { url: 'https://evil.example.com/scim/v2/Users' })).rejects.toThrow(/not sent to https:\/\/evil/);
		await expect(authenticate(values, { url: 'https://hr.example.com.evil.example/Users' })).rejects.toThrow(/not sent/);
		await expect(authenticate(values, { baseURL: 'https://hr.example.com/scim/v2', url: '/Users' })).resolves.toMatchObject({ headers: { authorization: 'Bearer t' } });
	});

	it('S16: a wrong token names what to check, an unreachable service too', async () => {
		const failure = await read({ users, authorization: 'Bearer other' }).catch((error: unknown) => error);
		expect(failure).toMatchObject({ message: expect.stringMatching(/401.*Authorization failure/) as string, description: expect.stringContaining('token') as string });
		await expect(run({ parameters: { operation: 'readScim', readGroups: false }, credential: { baseUrl: 'http://127.0.0.1:9', authentication: 'bearer', token: 't' } })).rejects.toThrow(/could not be reached/);
	});

	it('S16: with "On Error: Continue" the failure comes out for review', async () => {
		const { outputs } = await read({ users, authorization: 'Bearer other' }, { continueOnFail: true });
		expect([outputs[0], json(outputs[1])]).toMatchObject([[], [{ error: expect.stringContaining('401') as string }]]);
	});
});

const table = [
	{ 工号: 'E1', 姓名: '李伟', 邮箱: 'li@example.com', 直属上级: 'E3', 'Git 账号': 'liwei' },
	{ 姓名: '无工号' },
	{ 工号: 'E3', 姓名: '陈晨', 邮箱: 'chen@example.com', 直属上级: 'E3', 角色: '项目经理:ST-01' },
];

describe('S16: HR Directory, Import Rows', () => {
	it('S16: rows become people linked to their items; what can’t be used and circles come out for review', async () => {
		const outputs = await run({ items: table, parameters: { operation: 'importRows', source: 'table:people', columns: {} } });
		expect(json(outputs[0]).map(({ personId, managerId }) => [personId, managerId])).toEqual([['E1', 'E3'], ['E3', 'E3']]);
		expect(links(outputs[0])).toEqual([[{ item: 0 }], [{ item: 2 }]]);
		expect(json(outputs[1])).toMatchObject([{ kind: 'refused', record: 'row 2', field: 'id' }, { kind: 'warning', field: 'managerId', value: 'E3', message: expect.stringContaining('own manager') as string }]);
		expect(links(outputs[1])).toEqual([[{ item: 1 }], [{ item: 2 }]]);
	});

	it('S16: no rows give no people', async () => {
		expect(await run({ items: [], parameters: { operation: 'importRows', source: 'x', columns: {} } })).toEqual([[], []]);
	});
});

describe('S16: HR Directory, Find Person for Role', () => {
	const parameters = { operation: 'findPerson', directorySource: 'secondInput', role: 'projectManager', personBy: 'nobody' };

	it('S16: assigned and unassigned go different ways, each with its explanation, linked to its item', async () => {
		const outputs = await run({ items: [{ study: 'ST-01' }, { study: 'ST-09' }], second: table, parameters: [{ ...parameters, scope: 'ST-01' }, { ...parameters, scope: 'ST-09' }] });
		expect(json(outputs[0])).toMatchObject([{ study: 'ST-01', assignee: { personId: 'E3', name: '陈晨', email: 'chen@example.com' }, assigneeExplanation: { 'zh-CN': '陈晨 是 ST-01 的项目经理。' } }]);
		expect(json(outputs[1])).toMatchObject([{ study: 'ST-09', assignee: null, unassignedReason: { en: expect.stringContaining('ST-09') as string } }]);
		expect([links(outputs[0]), links(outputs[1])]).toEqual([[{ item: 0 }], [{ item: 1 }]]);
	});

	it('S16: the mentor of a Git account, from rows that this node put out, as JSON', async () => {
		const [people] = await run({ items: table, parameters: { operation: 'importRows', source: 'table:people', columns: {} } });
		const outputs = await run({ items: [{ subject: 'LiWei' }], parameters: { operation: 'findPerson', directorySource: 'json', directory: JSON.stringify(json(people)), role: 'mentor', personBy: 'account', system: 'git', person: 'LiWei' } });
		expect(json(outputs[0])).toMatchObject([{ assignee: { personId: 'E3' }, assigneeFoundBy: 'manager instead' }]);
	});

	it('S16: an item without person is an error that names the parameter, or goes to Unassigned', async () => {
		const broken = { ...parameters, personBy: 'email', person: '' };
		await expect(run({ second: table, parameters: broken })).rejects.toThrow(/"Person" is empty.*item 0/);
		const outputs = await run({ second: table, parameters: broken, continueOnFail: true });
		expect(json(outputs[1])).toMatchObject([{ error: expect.stringContaining('"Person"') as string }]);
	});

	it('S16: an empty directory leaves everybody unassigned, a useless one is refused', async () => {
		expect(json((await run({ parameters: { ...parameters, scope: 'ST-01' } }))[1])).toHaveLength(1);
		await expect(run({ second: [{ x: 1 }], parameters })).rejects.toThrow(/No row of the directory/);
		await expect(run({ parameters: { ...parameters, directorySource: 'json', directory: '{' } })).rejects.toThrow(/"Directory" is not valid JSON/);
		await expect(run({ parameters: { ...parameters, directorySource: 'json', directory: '{}' } })).rejects.toThrow(/not a list/);
	});
});

describe('S16: HR Directory, Join Accounts', () => {
	it('S16: joined, doubtful and unusable accounts, and the people with their accounts', async () => {
		const account = { operation: 'joinAccounts', directorySource: 'secondInput', accountSystem: 'git' };
		const outputs = await run({
			items: [{}, {}, {}, {}],
			second: table,
			parameters: [{ ...account, accountId: 'cc', accountEmail: 'CHEN@example.com' }, { ...account, accountId: 'bot' }, { ...account, accountId: '' }, { ...account, accountId: 'lw', accountName: '李伟' }],
		});
		expect(json(outputs[0])).toMatchObject([{ account: 'cc', personId: 'E3', personName: '陈晨', joinedBy: 'email' }]);
		expect(json(outputs[1])).toMatchObject([{ account: 'bot', candidates: [] }, { account: 'lw', candidates: [{ personId: 'E1', by: ['name'] }] }, { error: expect.stringContaining('"Account" is empty') as string }]);
		expect(links(outputs[1])).toEqual([[{ item: 1 }], [{ item: 3 }], { item: 2 }]);
		expect(json(outputs[2]).find(({ personId }) => personId === 'E3')?.['accounts']).toContain('{"system":"git","account":"cc"}');
	});
});

describe('S16: HR Directory, description', () => {
	const { description } = new HrDirectory();
	const shown = (text: unknown, parameter: Readonly<Record<string, string>>): string =>
		JSON.stringify(runInNewContext(String(text).replace(/^=\{\{|\}\}$/g, ''), { $parameter: parameter }), (_, value: unknown) => (typeof value === 'object' && value !== null && 'displayName' in value ? value.displayName : value));

	it.each([
		['readScim', 'secondInput', '["main"]', '["People","To Review"]'],
		['importRows', 'secondInput', '["main"]', '["People","To Review"]'],
		['findPerson', 'secondInput', '["Items","Directory"]', '["Assigned","Unassigned"]'],
		['findPerson', 'json', '["main"]', '["Assigned","Unassigned"]'],
		['joinAccounts', 'secondInput', '["Items","Directory"]', '["Joined","To Review","People"]'],
		['readBambooHr', 'secondInput', '["main"]', '["People","To Review"]'],
		['readFeishu', 'secondInput', '["main"]', '["People","To Review"]'],
		['readDingTalk', 'secondInput', '["main"]', '["People","To Review"]'],
		['readWeCom', 'secondInput', '["main"]', '["People","To Review"]'],
	])('S16: %s with the directory from %s has the inputs %s and the outputs %s', (operation, directorySource, inputs, outputs) => {
		expect([shown(description.inputs, { operation, directorySource }), shown(description.outputs, { operation })]).toEqual([inputs, outputs]);
		expect(description.usableAsTool).toBe(true);
	});

	it('S16: who is to be compared with arrives at an input of its own, for readings only', () => {
		const inputs = (parameter: Record<string, unknown>) => shown(description.inputs, parameter as Record<string, string>);
		expect(inputs({ operation: 'readWeCom', markMissing: true })).toBe('["Items","Known People"]');
		expect(inputs({ operation: 'importRows', markMissing: true })).toBe('["Items","Known People"]');
		expect(inputs({ operation: 'findPerson', markMissing: true, directorySource: 'json' })).toBe('["main"]');
	});

	it('S16: every operation has its name under the node', () => {
		const operations = description.properties.find(({ name }) => name === 'operation')?.options ?? [];
		expect(operations).toHaveLength(8);
		for (const option of operations) if ('value' in option) expect(shown(description.subtitle, { operation: String(option.value) })).toBe(`"${option.name}"`);
	});
});
