import { edcServer, type ServedAnswer, type ServedCall } from '../../support/edcServer.js';

/*
 * The four HR vendors on this machine, as their documentation describes them: tokens that run out, codes in answers with HTTP 200,
 * pages, limits, rights. Each service counts the tokens it gave and takes only the newest. Source: vendor reference 4.2 to 4.5.
 */

export interface VendorService {
	readonly url: string;
	/** Method, path and what was asked for, of every call that is not a login. */
	readonly calls: string[];
	/** Tokens given so far. */
	readonly tokens: () => number;
	/** The token given last is no longer good. */
	spoilToken(): void;
	/** The next calls to this path are answered so instead. */
	insert(path: string, ...answers: readonly ServedAnswer[]): void;
}

type Handler = (call: { readonly path: string; readonly query: URLSearchParams; readonly json: Record<string, unknown>; readonly method: string }) => object | ServedAnswer;

interface Login {
	readonly path: string;
	readonly secret: string;
	readonly give: (token: string) => object;
	readonly refuse: object;
	readonly tokenOf: (call: ServedCall, query: URLSearchParams) => string | null;
	readonly spoiled: ServedAnswer;
}

const isAnswer = (value: object): value is ServedAnswer => 'status' in value && typeof value.status === 'number' && 'body' in value;
export const answer = (status: number, body: unknown, headers: Record<string, string> = {}): ServedAnswer => ({ status, headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });

async function service(login: Login | null, handle: Handler): Promise<VendorService> {
	const calls: string[] = [];
	const inserted = new Map<string, ServedAnswer[]>();
	let tokens = 0;
	let good = '';
	const { url } = await edcServer((call) => {
		const { pathname, searchParams } = new URL(call.url, 'http://localhost');
		const json = (call.body === '' ? {} : JSON.parse(call.body)) as Record<string, unknown>;
		if (login !== null && pathname === login.path) {
			if (!`${call.url}${call.body}`.includes(login.secret)) return answer(200, login.refuse);
			tokens++;
			good = `token-${tokens}`;
			return answer(200, login.give(good));
		}
		const asked = new URLSearchParams(searchParams);
		asked.delete('access_token');
		calls.push(`${call.method} ${pathname}${asked.size === 0 ? '' : `?${decodeURIComponent(asked.toString())}`}${call.body === '' ? '' : ` ${call.body}`}`);
		if (login !== null && login.tokenOf(call, searchParams) !== good) return login.spoiled;
		const instead = inserted.get(pathname)?.shift();
		if (instead !== undefined) return instead;
		const given = handle({ path: pathname, query: searchParams, json, method: call.method });
		return isAnswer(given) ? given : answer(200, given);
	});
	return {
		url,
		calls,
		tokens: () => tokens,
		spoilToken: () => { good = 'another'; },
		insert: (path, ...answers) => { inserted.set(path, [...(inserted.get(path) ?? []), ...answers]); },
	};
}

/** A page of a list from an offset, and the offset of the next one. */
function page<Row>(rows: readonly Row[], from: number, size: number): { readonly rows: readonly Row[]; readonly next: number | null } {
	return { rows: rows.slice(from, from + size), next: from + size < rows.length ? from + size : null };
}

export interface BambooHrWorld {
	readonly employees: ReadonlyArray<Readonly<Record<string, unknown>>>;
	readonly apiKey: string;
	/** Rows per page, whatever is asked for. */
	readonly largestPage?: number;
	readonly listForbidden?: boolean;
	readonly total?: number;
}

export async function bambooHr({ employees, apiKey, largestPage = 2500, listForbidden = false, total = employees.length }: BambooHrWorld): Promise<VendorService> {
	const authorization = `Basic ${Buffer.from(`${apiKey}:x`).toString('base64')}`;
	return service({ path: '/none', secret: '', give: () => ({}), refuse: {}, tokenOf: ({ headers }) => (headers.authorization === authorization && headers.accept === 'application/json' ? '' : 'wrong'), spoiled: answer(401, '') }, ({ path, query }) => {
		if (path === '/api/v1/employees/directory') return { fields: [], employees: employees.filter(({ status }) => status === 'Active').map(({ employeeId, reportsToName, reportsToId, status, ...rest }) => ({ ...rest, id: employeeId, supervisor: reportsToName, kept: [reportsToId, status].length })) };
		if (path === '/api/v1/employees') {
			if (listForbidden) return answer(403, '', { 'X-BambooHR-Error-Message': 'No access to employees' });
			const from = Number(query.get('page[after]') ?? 0);
			const { rows, next } = page(employees, from, Math.min(Number(query.get('page[limit]') ?? 250), largestPage));
			return { data: rows, meta: { total, page: next === null ? {} : { nextCursor: String(next) } }, _links: next === null ? {} : { next: 'https://elsewhere.example.com/api/v1/employees' } };
		}
		const found = employees.find(({ employeeId }) => path === `/api/v1/employees/${String(employeeId)}`);
		if (found === undefined) return answer(404, '');
		return { id: found['employeeId'], ...Object.fromEntries((query.get('fields') ?? '').split(',').flatMap((field) => (found[field] === undefined ? [] : [[field, found[field]]]))) };
	});
}

export interface FeishuWorld {
	readonly departments: ReadonlyArray<{ readonly open_department_id: string; readonly parent_department_id: string } & Record<string, unknown>>;
	readonly users: ReadonlyArray<{ readonly open_id: string; readonly department_ids: readonly string[] } & Record<string, unknown>>;
	/** What an app without the whole company in its scope may see. */
	readonly scope?: { readonly department_ids: readonly string[]; readonly user_ids: readonly string[] };
	readonly pageSize?: number;
	readonly tooManyToDescend?: boolean;
}

export async function feishu({ departments, users, scope, pageSize = 2, tooManyToDescend = false }: FeishuWorld): Promise<VendorService> {
	const below = (id: string, deep: boolean): FeishuWorld['departments'][number][] => departments.filter((department) => department.parent_department_id === id).flatMap((department) => [department, ...(deep ? below(department.open_department_id, true) : [])]);
	const seen = (id: string): boolean => scope === undefined || scope.department_ids.some((allowed) => allowed === id || below(allowed, true).some((department) => department.open_department_id === id));
	const list = (rows: readonly unknown[], query: URLSearchParams): object => {
		const { rows: items, next } = page(rows, Number((query.get('page_token') ?? 't0').slice(1)), Math.min(Number(query.get('page_size') ?? 10), pageSize));
		return { code: 0, msg: 'success', data: { has_more: next !== null, ...(next === null ? {} : { page_token: `t${next}` }), ...(items.length === 0 ? {} : { items }) } };
	};
	return service(
		{ path: '/open-apis/auth/v3/tenant_access_token/internal', secret: 'app-secret', give: (token) => ({ code: 0, msg: 'ok', tenant_access_token: token, expire: 7200 }), refuse: { code: 10014, msg: 'app secret invalid' }, tokenOf: ({ headers }) => headers.authorization?.replace('Bearer ', '') ?? null, spoiled: answer(400, { code: 99991663, msg: 'Invalid access token for authorization' }) },
		({ path, query }) => {
			const refused = answer(403, { code: 40004, msg: 'no dept authority error' });
			const match = /^\/open-apis\/contact\/v3\/(scopes|users\/find_by_department|users\/(?<user>[^/]+)|departments\/(?<department>[^/]+?)(?<children>\/children)?)$/.exec(path);
			if (match === null) return answer(404, '404 page not found');
			if (match[1] === 'scopes') return { code: 0, data: { has_more: false, ...scope } };
			if (match[1] === 'users/find_by_department') {
				const id = query.get('department_id') ?? '';
				return seen(id) ? list(users.filter(({ department_ids: ids }) => ids.includes(id)), query) : refused;
			}
			if (match.groups?.['user'] !== undefined) return { code: 0, data: { user: users.find(({ open_id: id }) => id === match.groups?.['user']) } };
			const id = match.groups?.['department'] ?? '';
			if (!seen(id)) return refused;
			if (match.groups?.['children'] === undefined) return { code: 0, data: { department: departments.find((department) => department.open_department_id === id) } };
			const deep = query.get('fetch_child') === 'true';
			return deep && tooManyToDescend ? answer(400, { code: 43010, msg: 'big dept forbid recursion error' }) : list(below(id, deep), query);
		},
	);
}

export interface DingTalkWorld {
	readonly departments: ReadonlyArray<{ readonly dept_id: number; readonly parent_id: number; readonly name: string }>;
	readonly users: ReadonlyArray<{ readonly userid: string; readonly dept_id_list: readonly number[] } & Record<string, unknown>>;
	readonly largestPage?: number;
}

export async function dingTalk({ departments, users, largestPage = 2 }: DingTalkWorld): Promise<VendorService> {
	return service(
		{ path: '/gettoken', secret: 'appsecret=app-secret', give: (token) => ({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 }), refuse: { errcode: 40089, errmsg: '不合法的appKey或appSecret' }, tokenOf: (_, query) => query.get('access_token'), spoiled: answer(200, { errcode: 88, sub_code: '40014', sub_msg: '不合法的access_token', errmsg: 'ding talk error' }) },
		({ path, json, method }) => {
			if (method !== 'POST') return { errcode: 43002, errmsg: '需要POST请求' };
			if (path === '/topapi/v2/department/listsub') return { errcode: 0, errmsg: 'ok', result: departments.filter(({ parent_id: parent }) => parent === json['dept_id']) };
			if (path === '/topapi/v2/user/list') {
				if (Number(json['size']) > 100) return { errcode: 400002, errmsg: '参数错误' };
				const members = users.filter(({ dept_id_list: ids }) => ids.includes(Number(json['dept_id'])));
				const { rows, next } = page(members, Number(json['cursor']), Math.min(Number(json['size']), largestPage));
				return { errcode: 0, result: { has_more: next !== null, ...(next === null ? {} : { next_cursor: next }), list: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'manager_userid' && name !== 'leader_in_dept'))) } };
			}
			const found = users.find(({ userid }) => userid === json['userid']);
			return found === undefined ? { errcode: 60121, errmsg: '找不到该用户' } : { errcode: '0', errmsg: 'ok', result: found };
		},
	);
}

export interface WeComWorld {
	readonly departments: ReadonlyArray<{ readonly id: number; readonly parentid: number; readonly name: string }>;
	readonly users: ReadonlyArray<{ readonly userid: string; readonly department: readonly number[] } & Record<string, unknown>>;
	/** `user/list` is not open to this address. */
	readonly listClosed?: boolean;
	readonly idsPerPage?: number;
	/** What `user/get` keeps back. */
	readonly hidden?: Readonly<Record<string, unknown>>;
}

export async function weCom({ departments, users, listClosed = false, idsPerPage = 2, hidden = {} }: WeComWorld): Promise<VendorService> {
	return service(
		{ path: '/cgi-bin/gettoken', secret: 'corpsecret=app-secret', give: (token) => ({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 }), refuse: { errcode: 40001, errmsg: 'invalid credential' }, tokenOf: (_, query) => query.get('access_token'), spoiled: answer(200, { errcode: 42001, errmsg: 'access_token expired' }) },
		({ path, query, json }) => {
			switch (path) {
				case '/cgi-bin/department/list':
					return { errcode: 0, errmsg: 'ok', department: departments };
				case '/cgi-bin/user/list':
					return listClosed ? { errcode: 48002, errmsg: 'api forbidden' } : { errcode: 0, userlist: users.filter(({ department }) => department.includes(Number(query.get('department_id')))) };
				case '/cgi-bin/user/list_id': {
					const pairs = users.flatMap(({ userid, department }) => department.map((id) => ({ userid, department: id })));
					const { rows, next } = page(pairs, Number((json['cursor'] as string | undefined) ?? 0), Math.min(Number(json['limit']), idsPerPage));
					return { errcode: 0, dept_user: rows, next_cursor: next === null ? '' : String(next) };
				}
				default: {
					const found = users.find(({ userid }) => userid === query.get('userid'));
					return found === undefined ? { errcode: 60111, errmsg: 'userid not found' } : { errcode: 0, errmsg: 'ok', ...found, ...hidden };
				}
			}
		},
	);
}
