import type { ICredentialDataDecryptedObject, ICredentialType, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { BambooHrDirectoryApi } from '../../../credentials/BambooHrDirectoryApi.credentials.js';
import { DingTalkAppApi } from '../../../credentials/DingTalkAppApi.credentials.js';
import { FeishuAppApi } from '../../../credentials/FeishuAppApi.credentials.js';
import { WeComAppApi } from '../../../credentials/WeComAppApi.credentials.js';
import { HrDirectory } from '../../../nodes/HrDirectory/HrDirectory.node.js';
import { executeFunctions } from '../../support/executeFunctions.js';
import { answer, bambooHr, dingTalk, feishu, weCom, type BambooHrWorld, type DingTalkWorld, type FeishuWorld, type VendorService, type WeComWorld } from './vendorServices.js';

interface Kind {
	readonly operation: string;
	readonly type: ICredentialType;
	readonly values: ICredentialDataDecryptedObject;
}

const BAMBOOHR: Kind = { operation: 'readBambooHr', type: new BambooHrDirectoryApi(), values: { apiKey: 'k3y' } };
const FEISHU: Kind = { operation: 'readFeishu', type: new FeishuAppApi(), values: { appId: 'cli_1', appSecret: 'app-secret', accessToken: '' } };
const DINGTALK: Kind = { operation: 'readDingTalk', type: new DingTalkAppApi(), values: { appKey: 'ding1', appSecret: 'app-secret', accessToken: '' } };
const WECOM: Kind = { operation: 'readWeCom', type: new WeComAppApi(), values: { corpId: 'ww1', corpSecret: 'app-secret', accessToken: '' } };

interface Reading {
	readonly people: IDataObject[];
	readonly review: IDataObject[];
	readonly outputs: INodeExecutionData[][];
}

/** Reads with a credential that is kept, as n8n keeps it, from one reading to the next. */
function reader({ operation, type, values }: Kind, service: VendorService, more: ICredentialDataDecryptedObject = {}): (parameters?: IDataObject, known?: readonly IDataObject[], continueOnFail?: boolean) => Promise<Reading> {
	const kept = { ...values, baseUrl: `${service.url}/`, ...more };
	return async (parameters = {}, known = [], continueOnFail = false) => {
		const context = executeFunctions({ items: [{ json: {} }], parameters: { operation, ...parameters }, credentials: { [type.name]: { values: kept, type } }, continueOnFail });
		const both: IExecuteFunctions = { ...context, getInputData: (index = 0) => (index === 1 ? known.map((json) => ({ json })) : context.getInputData()) };
		const outputs = await new HrDirectory().execute.call(both);
		const json = (items: readonly INodeExecutionData[] | undefined): IDataObject[] => (items ?? []).map((item) => item.json);
		return { people: json(outputs[0]), review: json(outputs[1]), outputs };
	};
}

const managers = ({ people }: Reading): unknown[] => people.map(({ personId, managerId }) => [personId, managerId]);
const said = ({ review }: Reading): string => review.map(({ message }) => message as string).join('\n');
/** Chinese throughout: of English only names of fields and what a service itself said, which stands after a colon. */
const inChinese = ({ review }: Reading): boolean => review.every(({ messageChinese }) => /\p{Script=Han}/u.test(messageChinese as string) && !/\b(?:when|asked|could|not be|refused|answered)\b/.test(messageChinese as string));
const failureOf = async (promise: Promise<unknown>): Promise<unknown> => await promise.then(() => null, (error: unknown) => error);

describe('S16: HR Directory, Read BambooHR', () => {
	const employees = Array.from({ length: 7 }, (_, index) => ({ employeeId: String(index + 1), displayName: `Name ${index + 1}`, firstName: 'Name', lastName: String(index + 1), workEmail: `n${index + 1}@example.com`, status: index === 1 ? 'Inactive' : 'Active', reportsToId: index === 0 ? null : index < 3 ? '1' : '2', reportsToName: index === 0 ? null : `${index < 3 ? 1 : 2}, Name`, customMentor: index === 6 ? 'n3@example.com' : null, 4321: `login${index + 1}` }));
	const world: BambooHrWorld = { employees, apiKey: 'k3y' };

	it('S16: follows the cursor of the list, not addresses in answers, people who have left included', async () => {
		const service = await bambooHr({ ...world, largestPage: 3 });
		const reading = await reader(BAMBOOHR, service)({ vendorOptions: { pageSize: 5 } });
		expect(managers(reading)).toEqual([['1', null], ['2', '1'], ['3', '1'], ['4', '2'], ['5', '2'], ['6', '2'], ['7', '2']]);
		expect(reading.people[1]).toMatchObject({ active: false, source: service.url });
		expect(reading.review).toEqual([]);
		const fields = 'fields=displayName,workEmail,employeeNumber,departmentName,reportsToId,reportsToName,terminationDate';
		expect(service.calls).toEqual(['', '&page[after]=3', '&page[after]=6'].map((after) => `GET /api/v1/employees?${fields}&page[limit]=5${after}`));
		expect(JSON.stringify(reading.outputs)).not.toContain('k3y');
	});

	it('S16: own fields are asked for each employee', async () => {
		const service = await bambooHr(world);
		const reading = await reader(BAMBOOHR, service)({ vendorOptions: { mentorAttribute: 'customMentor', accounts: { account: [{ system: 'git', attribute: '4321' }] } } });
		expect(reading.people[6]).toMatchObject({ mentorId: '3', accounts: expect.stringContaining('{"system":"git","account":"login7"}') as string });
		expect(service.calls).toContain('GET /api/v1/employees/7?fields=customMentor,4321');
	});

	it('S16: the directory stands in for a list that may not be read, and says what is missing', async () => {
		const reading = await reader(BAMBOOHR, await bambooHr({ ...world, listForbidden: true }))();
		expect(reading.people).toHaveLength(6);
		expect(managers(reading)).toContainEqual(['3', '1']);
		expect(said(reading)).toMatch(/published directory is read instead.*No access to employees/);
		expect(said(reading)).toContain('the manager “2, Name”');
		expect(inChinese(reading)).toBe(true);
	});

	it('S16: limits are waited for, by header and by a code within HTTP 200', async () => {
		const service = await bambooHr(world);
		service.insert('/api/v1/employees', answer(429, '', { 'retry-after': '0' }), answer(200, { error: { code: 429, message: 'Limit exceeded' } }, { 'retry-after': '0' }), answer(503, '', { 'retry-after': '0' }));
		expect((await reader(BAMBOOHR, service)()).people).toHaveLength(7);
		expect(service.calls).toHaveLength(4);
	});

	it('S16: fewer than announced is said; a wrong key names what to check', async () => {
		expect(said(await reader(BAMBOOHR, await bambooHr({ ...world, total: 9 }))())).toMatch(/has 9 employees but gave 7/);
		expect(await failureOf(reader(BAMBOOHR, await bambooHr({ ...world, apiKey: 'other' }))())).toMatchObject({ message: expect.stringContaining('401') as string, description: expect.stringContaining('API key') as string });
	});

	it('S16: a login page answered with 200 is no directory', async () => {
		const service = await bambooHr(world);
		service.insert('/api/v1/employees', answer(200, '<!DOCTYPE html><html><body>Sign in</body></html>'));
		expect(await failureOf(reader(BAMBOOHR, service)())).toMatchObject({ message: expect.stringContaining('web page') as string });
	});
});

describe('S16: HR Directory, Read Feishu/Lark', () => {
	const world: FeishuWorld = {
		departments: [{ open_department_id: 'od_a', parent_department_id: '0', name: '数据部', leaders: [{ leaderType: 1, leaderID: 'ou_1' }] }, { open_department_id: 'od_b', parent_department_id: 'od_a', name: '统计组' }, { open_department_id: 'od_c', parent_department_id: '0', name: '临床部' }],
		users: [1, 2, 3, 4, 5].map((number) => ({ open_id: `ou_${number}`, user_id: `u${number}`, name: `姓名${number}`, email: `n${number}@example.com`, department_ids: number === 1 ? ['0'] : number === 2 ? ['od_a', 'od_b'] : ['od_b'], leader_user_id: number === 1 ? 'ou_1' : 'ou_1', status: { is_resigned: number === 5 } })),
	};

	it('S16: all departments and the members of each, page by page; who is in two departments is read once', async () => {
		const service = await feishu(world);
		const reading = await reader(FEISHU, service)();
		expect(managers(reading)).toEqual([['ou_1', 'ou_1'], ['ou_2', 'ou_1'], ['ou_3', 'ou_1'], ['ou_4', 'ou_1'], ['ou_5', 'ou_1']]);
		expect(reading.people[0]).toMatchObject({ roles: '[{"role":"teamLead","scope":"数据部"}]', source: `${service.url}/open-apis/contact/v3/users?user_id_type=open_id` });
		expect(reading.people[4]).toMatchObject({ active: false, department: '统计组' });
		expect(reading.review).toMatchObject([{ field: 'managerId', message: expect.stringContaining('own manager') as string }]);
		expect(service.calls[0]).toBe('GET /open-apis/contact/v3/departments/0/children?department_id_type=open_department_id&user_id_type=open_id&fetch_child=true&page_size=50');
		expect(new Set(service.calls).size).toBe(service.calls.length);
		expect(service.tokens()).toBe(1);
		expect(JSON.stringify(reading.outputs)).not.toMatch(/app-secret|token-1/);
	});

	it('S16: a token that was refused is fetched anew, once, and one that is old before it is sent', async () => {
		const service = await feishu(world);
		const read = reader(FEISHU, service);
		await read();
		service.spoilToken();
		expect((await read()).people).toHaveLength(5);
		expect(service.tokens()).toBe(2);
		const old = await feishu(world);
		await reader(FEISHU, old, { accessToken: '1 2 token-of-long-ago' })();
		expect(old.tokens()).toBe(1);
		// Nobody saw the old token: no call was refused and made again.
		expect(new Set(old.calls).size).toBe(old.calls.length);
	});

	it('S16: an app without the whole company reads its scope, and says so', async () => {
		const service = await feishu({ ...world, scope: { department_ids: ['od_a'], user_ids: ['ou_1'] } });
		const reading = await reader(FEISHU, service)();
		expect(reading.people.map(({ personId }) => personId)).toEqual(['ou_1', 'ou_2', 'ou_3', 'ou_4', 'ou_5']);
		expect(said(reading)).toContain('does not see the whole company');
		expect(inChinese(reading)).toBe(true);
	});

	it('S16: a company too large to descend at once is walked', async () => {
		const service = await feishu({ ...world, tooManyToDescend: true });
		expect((await reader(FEISHU, service)()).people).toHaveLength(5);
		expect(service.calls.filter((call) => call.includes('fetch_child=false')).length).toBeGreaterThanOrEqual(4);
	});

	it('S16: the limit comes as HTTP 400 with a code and a time of its own', async () => {
		const service = await feishu(world);
		service.insert('/open-apis/contact/v3/users/find_by_department', answer(400, { code: 99991400, msg: 'request trigger frequency limit' }, { 'x-ogw-ratelimit-reset': '0' }));
		expect((await reader(FEISHU, service)()).people).toHaveLength(5);
	});

	it('S16: a department that may not be read costs the others nothing', async () => {
		const service = await feishu(world);
		service.insert('/open-apis/contact/v3/users/find_by_department', answer(200, { code: 0, data: { has_more: false, items: [] } }), answer(403, { code: 40004, msg: 'no dept authority error' }));
		const reading = await reader(FEISHU, service)();
		expect(said(reading)).toMatch(/These departments could not be read: od_a.*40004/);
		expect(reading.review.map(({ messageChinese }) => messageChinese)).toContain('以下部门无法读取：od_a。Feishu 没有权限：no dept authority error (40004)。');
		expect(reading.people.map(({ personId }) => personId)).toEqual(['ou_2', 'ou_3', 'ou_4', 'ou_5']);
	});

	it('S16: a page token that comes again ends the reading of that list', async () => {
		const service = await feishu({ ...world, pageSize: 50 });
		const again = answer(200, { code: 0, data: { has_more: true, page_token: 'same', items: [] } });
		service.insert('/open-apis/contact/v3/departments/0/children', again, again, again);
		const reading = await reader(FEISHU, service)();
		expect(said(reading)).toContain('goes in circles');
		expect(reading.people).toHaveLength(1);
	});

	it('S16: another kind of id stands for people and leaders', async () => {
		const service = await feishu(world);
		const reading = await reader(FEISHU, service)({ feishuId: 'user_id' });
		expect(reading.people.map(({ personId }) => personId)).toEqual(['u1', 'u2', 'u3', 'u4', 'u5']);
		expect(service.calls[0]).toContain('user_id_type=user_id');
	});

	it('S16: a wrong secret is said in the service’s own words', async () => {
		const error = await failureOf(reader(FEISHU, await feishu(world), { appSecret: 'wrong' })());
		expect(error).toMatchObject({ message: expect.stringContaining('app secret invalid') as string });
	});
});

describe('S16: HR Directory, Read DingTalk', () => {
	const world: DingTalkWorld = {
		departments: [{ dept_id: 2, parent_id: 1, name: '数据部' }, { dept_id: 3, parent_id: 2, name: '统计组' }],
		users: [1, 2, 3, 4, 5].map((number) => ({ userid: `m${number}`, name: `姓名${number}`, email: `n${number}@example.com`, dept_id_list: number === 1 ? [1] : number === 2 ? [2, 3] : [3], leader_in_dept: [{ dept_id: 2, leader: number === 2 }], ...(number === 1 ? {} : { manager_userid: number === 2 ? 'm1' : 'm2' }) })),
	};

	it('S16: departments level by level, members page by page, each member for his manager', async () => {
		const service = await dingTalk(world);
		const reading = await reader(DINGTALK, service)();
		expect(managers(reading)).toEqual([['m1', null], ['m2', 'm1'], ['m3', 'm2'], ['m4', 'm2'], ['m5', 'm2']]);
		expect(reading.people[1]).toMatchObject({ department: '数据部', roles: '[{"role":"teamLead","scope":"数据部"}]' });
		expect(reading.review).toEqual([]);
		expect(service.calls.filter((call) => call.startsWith('POST /topapi/v2/user/get'))).toHaveLength(5);
		expect(service.calls).toContain('POST /topapi/v2/user/list {"dept_id":3,"cursor":2,"size":100,"contain_access_limit":true}');
	});

	it('S16: without asking for each member managers are unknown, and said', async () => {
		const service = await dingTalk(world);
		const reading = await reader(DINGTALK, service)({ readManagers: false });
		expect(reading.people[2]).toMatchObject({ managerId: null, unknown: 'managerId' });
		expect(service.calls.some((call) => call.includes('/user/get'))).toBe(false);
		expect(said(reading)).toContain('unknown, not empty');
	});

	it('S16: old tokens, limits and a busy service come as codes in HTTP 200', async () => {
		const service = await dingTalk(world);
		const read = reader(DINGTALK, service);
		await read();
		service.spoilToken();
		service.insert('/topapi/v2/user/get', answer(200, { errcode: 88, sub_code: '90018', sub_msg: '限流' }, { 'retry-after': '0' }), answer(200, { errcode: '-1', errmsg: '系统繁忙' }, { 'retry-after': '0' }));
		expect((await read()).people).toHaveLength(5);
		expect(service.tokens()).toBe(2);
	});

	it('S16: a member who may not be read keeps what the list says', async () => {
		const service = await dingTalk(world);
		service.insert('/topapi/v2/user/get', answer(200, { errcode: 50002, errmsg: '请求的员工userid不在授权范围内' }));
		const reading = await reader(DINGTALK, service)();
		expect(reading.people[0]).toMatchObject({ personId: 'm1', name: '姓名1', unknown: 'managerId' });
		expect(reading.people[1]).toMatchObject({ unknown: null });
		expect(said(reading)).toMatch(/managers of these members could not be read: m1/);
		expect(inChinese(reading)).toBe(true);
	});

	it('S16: without the right to read departments nothing is put out', async () => {
		const service = await dingTalk(world);
		service.insert('/topapi/v2/department/listsub', answer(200, { errcode: 88, sub_code: '60011', sub_msg: '没有调用该接口的权限' }));
		expect(await failureOf(reader(DINGTALK, service)())).toMatchObject({ message: expect.stringContaining('没有调用该接口的权限') as string, description: expect.stringContaining('permissions') as string });
	});

	it('S16: a reading that reaches its bound is said to be incomplete, and nobody is missing from it for sure', async () => {
		const service = await dingTalk(world);
		const read = reader(DINGTALK, service);
		const { people } = await read();
		const reading = await read({ vendorOptions: { mostCalls: 8 }, markMissing: true }, people);
		expect(said(reading)).toContain('ended after 8 calls');
		expect(reading.people.length).toBeLessThan(5);
		expect(reading.people.every(({ active }) => active)).toBe(true);
		expect(inChinese(reading)).toBe(true);
	});
});

describe('S16: HR Directory, Read WeCom', () => {
	const world: WeComWorld = {
		departments: [{ id: 1, parentid: 0, name: '公司' }, { id: 2, parentid: 1, name: '数据部' }],
		users: [1, 2, 3].map((number) => ({ userid: `w${number}`, name: `姓名${number}`, department: number === 2 ? [1, 2] : [2], is_leader_in_dept: number === 2 ? [0, 1] : [0], direct_leader: number === 1 ? [] : ['w1'], biz_mail: `n${number}@example.com`, status: 1 })),
	};

	it('S16: the members of each visible department', async () => {
		const service = await weCom(world);
		const reading = await reader(WECOM, service)();
		expect(managers(reading)).toEqual([['w1', null], ['w2', 'w1'], ['w3', 'w1']]);
		expect(reading.people[1]).toMatchObject({ roles: '[{"role":"teamLead","scope":"数据部"}]' });
		expect(reading.review).toEqual([]);
		expect(service.calls).toEqual(['GET /cgi-bin/department/list', 'GET /cgi-bin/user/list?department_id=1', 'GET /cgi-bin/user/list?department_id=2']);
	});

	it('S16: where lists are closed, ids are listed page by page and each member is asked for; what stays hidden is unknown', async () => {
		const service = await weCom({ ...world, listClosed: true, hidden: { department: [], direct_leader: [], biz_mail: undefined } });
		const reading = await reader(WECOM, service)();
		expect(reading.people.map(({ personId, department, managerId, unknown }) => [personId, department, managerId, unknown])).toEqual([['w1', '数据部', null, 'managerId; email'], ['w2', '公司', null, 'managerId; email'], ['w3', '数据部', null, 'managerId; email']]);
		expect(service.calls.filter((call) => call.includes('list_id'))).toEqual(['POST /cgi-bin/user/list_id {"limit":10000}', 'POST /cgi-bin/user/list_id {"limit":10000,"cursor":"2"}']);
		expect(inChinese(reading)).toBe(true);
	});

	it('S16: an old token and a limit come as codes in HTTP 200', async () => {
		const service = await weCom(world);
		const read = reader(WECOM, service);
		await read();
		service.spoilToken();
		service.insert('/cgi-bin/user/list', answer(200, { errcode: 45009, errmsg: 'reach max api daily quota limit' }, { 'retry-after': '0' }));
		expect((await read()).people).toHaveLength(3);
		expect(service.tokens()).toBe(2);
	});

	it('S16: an address that is not trusted is said with what to do', async () => {
		const service = await weCom(world);
		const untrusted = answer(200, { errcode: 60020, errmsg: 'not allow to access from your ip' });
		service.insert('/cgi-bin/department/list', untrusted);
		service.insert('/cgi-bin/user/list_id', untrusted);
		expect(await failureOf(reader(WECOM, service)())).toMatchObject({ message: expect.stringContaining('not allow to access') as string, description: expect.stringContaining('trusted list') as string });
	});

	it('S16: who is no longer there becomes inactive, once, and keeps the rest', async () => {
		const service = await weCom(world);
		const read = reader(WECOM, service);
		const { people } = await read();
		const known = [...people, { ...people[0], personId: 'w9', name: '离职者', accounts: '[{"system":"git","account":"left"}]' }, { ...people[0], personId: 'x1', source: 'table:people' }, {}];
		const reading = await read({ markMissing: true }, known);
		expect(reading.people.slice(3)).toMatchObject([{ personId: 'w9', active: false, accounts: '[{"system":"git","account":"left"}]' }]);
		expect(said(reading)).toMatch(/One person is no longer.*离职者/);
		expect((await read({ markMissing: true }, [...people, ...reading.people.slice(3)])).review).toEqual([]);
	});

	it('S16: a reading that lacks most people marks nobody', async () => {
		const service = await weCom(world);
		const read = reader(WECOM, service);
		const { people } = await read();
		const reading = await read({ markMissing: true }, Array.from({ length: 10 }, (_, index) => ({ ...people[0], personId: `k${index}` })));
		expect(reading.people).toHaveLength(3);
		expect(said(reading)).toContain('nobody was marked');
	});

	it('S16: with "On Error: Continue" the failure comes out for review', async () => {
		const reading = await reader(WECOM, await weCom(world), { corpSecret: 'wrong' })({}, [], true);
		expect([reading.people, reading.review]).toMatchObject([[], [{ error: expect.stringContaining('invalid credential') as string }]]);
	});
});
