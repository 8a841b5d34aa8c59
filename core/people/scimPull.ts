import { looksLikeWebPage, retryAfterSeconds } from '../pull/answer.js';
import type { BilingualText } from '../judgement/judgement.js';
import { booleanOf, isRecord, textOf } from './reading.js';
import { member, scimAttribute } from './scimAttribute.js';

/** A GET on the credential's own service. The plan never names a host, so no answer can lead a credential elsewhere. */
export interface ScimRequest {
	readonly path: '/Users' | '/Groups';
	readonly query: Readonly<Record<string, string>>;
}

export interface ScimAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed JSON, or the text where it is none. */
	readonly body: unknown;
}

export interface ScimPullSettings {
	readonly path: ScimRequest['path'];
	/** Resources per answer to ask for; the server may give fewer. Default 100. */
	readonly pageSize?: number;
	/** SCIM filter such as `active eq true`; none by default. */
	readonly filter?: string | null;
	/** Attributes to ask for; all that the service returns by default. */
	readonly attributes?: readonly string[];
	/** Answer of `/ServiceProviderConfig`, where there is one: it says whether cursors are offered (RFC 9865, section 4). */
	readonly serviceProviderConfig?: unknown;
	/** Answers to read at most. Default 2000. */
	readonly maximumPages?: number;
	/** How often one request is repeated after 429, 503 or 504. Default 4. */
	readonly maximumRetries?: number;
	/** Longest wait that is honoured, in seconds; a longer one ends the reading with the reason. Default 60. */
	readonly maximumWait?: number;
}

/** Where a pull stands. Plain JSON. */
export interface ScimPullState {
	readonly settings: Required<Omit<ScimPullSettings, 'serviceProviderConfig'>>;
	readonly request: ScimRequest;
	readonly paging: 'index' | 'cursor';
	readonly received: number;
	readonly pages: number;
	readonly retries: number;
	readonly restarted: boolean;
	/** First id of each index page and every cursor so far: one that comes again is a loop. */
	readonly marks: readonly string[];
}

/** What comes after an answer. */
export type ScimStep =
	| { readonly kind: 'request'; readonly state: ScimPullState; readonly page: unknown }
	/** Ask the same again after this time. */
	| { readonly kind: 'wait'; readonly state: ScimPullState; readonly seconds: number }
	/** The cursor ran out of time; read again from the beginning and drop the pages so far. */
	| { readonly kind: 'restart'; readonly state: ScimPullState }
	/** `shortfall`: the service gave fewer resources than it said it had. */
	| { readonly kind: 'done'; readonly page: unknown; readonly shortfall: BilingualText | null }
	/** No more can be read. Pages so far are incomplete. */
	| { readonly kind: 'failed'; readonly status: number; readonly message: BilingualText; readonly remedy: BilingualText };

/** First request. Source: RFC 7644, section 3.4.2.4 (startIndex is 1-based); RFC 9865, section 2 (an empty cursor asks for the first page). */
export function startScimPull(settings: ScimPullSettings): ScimPullState {
	const filled = {
		path: settings.path,
		pageSize: settings.pageSize ?? 100,
		filter: settings.filter ?? null,
		attributes: settings.attributes ?? [],
		maximumPages: settings.maximumPages ?? 2000,
		maximumRetries: settings.maximumRetries ?? 4,
		maximumWait: settings.maximumWait ?? 60,
	};
	const paging = booleanOf(scimAttribute(settings.serviceProviderConfig, 'pagination.cursor')) === true ? 'cursor' : 'index';
	return { settings: filled, request: requestOf(filled, paging, paging === 'cursor' ? '' : '1'), paging, received: 0, pages: 0, retries: 0, restarted: false, marks: [] };
}

/**
 * Judges an answer and says what to ask next.
 *
 * @param now epoch milliseconds; only used to count a `Retry-After` date where the answer has no `Date`
 */
export function nextScimRequest(state: ScimPullState, answer: ScimAnswer, now: number): ScimStep {
	if (answer.status < 200 || answer.status >= 300) return afterFailure(state, answer, now);
	const page = answer.body;
	if (!isRecord(page)) {
		const web = typeof page === 'string' && looksLikeWebPage(page);
		return failed(
			answer.status,
			web ? 'The service answered with a web page (a login or error page) instead of SCIM.' : 'The service answered with something that is not a SCIM ListResponse.',
			web ? '服务返回的是网页（登录页或错误页），不是 SCIM 响应。' : '服务返回的内容不是 SCIM ListResponse。',
			'Check that the base URL is the one of the SCIM interface, for example https://example.com/scim/v2.',
			'请检查基础地址是否为 SCIM 接口地址，例如 https://example.com/scim/v2。',
		);
	}
	const list = member(page, 'Resources');
	const resources: readonly unknown[] = Array.isArray(list) ? (list as readonly unknown[]) : [];
	const total = numberOf(member(page, 'totalResults'));
	const received = state.received + resources.length;
	const done = (): ScimStep => ({ kind: 'done', page, shortfall: total !== null && received < total ? shortfallOf(received, total) : null });
	const pages = state.pages + 1;
	const cursor = textOf(member(page, 'nextCursor'));

	let mark: string;
	let request: ScimRequest;
	if (cursor !== null && (state.paging === 'cursor' || state.pages === 0)) {
		mark = `cursor ${cursor}`;
		request = requestOf(state.settings, 'cursor', cursor);
		if (state.marks.includes(mark)) return loop(state, answer.status);
	} else {
		if (state.paging === 'cursor' || resources.length === 0) return done();
		// Before the count is believed: a service that ignores startIndex gives the first page again until the count is full.
		mark = `first ${textOf(scimAttribute(resources[0], 'id')) ?? JSON.stringify(resources[0])}`;
		if (state.marks.includes(mark)) return loop(state, answer.status);
		// A list that names no total ends with the first page that is shorter than asked for.
		if (total === null ? resources.length < state.settings.pageSize : received >= total) return done();
		request = requestOf(state.settings, 'index', String(Number(state.request.query['startIndex'] ?? 1) + resources.length));
	}
	if (pages >= state.settings.maximumPages) {
		return failed(
			answer.status,
			`The service has more than the ${pages} pages that this node reads at most (${received} resources so far).`,
			`服务的数据超过本节点最多读取的 ${pages} 页（目前 ${received} 条）。`,
			'Raise the page size or the highest number of pages, or narrow the filter.',
			'请增大每页条数或最大页数，或缩小筛选范围。',
		);
	}
	return {
		kind: 'request',
		page,
		state: { ...state, request, paging: cursor !== null && request.query['cursor'] !== undefined ? 'cursor' : 'index', received, pages, retries: 0, marks: [...state.marks, mark] },
	};
}

function requestOf(settings: ScimPullState['settings'], paging: 'index' | 'cursor', position: string): ScimRequest {
	return {
		path: settings.path,
		query: {
			...(paging === 'cursor' ? { cursor: position } : { startIndex: position }),
			count: String(settings.pageSize),
			...(settings.filter === null ? {} : { filter: settings.filter }),
			...(settings.attributes.length === 0 ? {} : { attributes: settings.attributes.join(',') }),
		},
	};
}

function afterFailure(state: ScimPullState, answer: ScimAnswer, now: number): ScimStep {
	const { status } = answer;
	const detail = isRecord(answer.body) ? textOf(member(answer.body, 'detail')) : null;
	const scimType = isRecord(answer.body) ? textOf(member(answer.body, 'scimType')) : null;
	if ((scimType === 'expiredCursor' || scimType === 'invalidCursor') && state.pages > 0 && !state.restarted) {
		const paging = 'cursor';
		return { kind: 'restart', state: { ...state, request: requestOf(state.settings, paging, ''), paging, received: 0, pages: 0, retries: 0, restarted: true, marks: [] } };
	}
	if (status === 429 || status === 503 || status === 504) {
		const seconds = retryAfterSeconds(answer, now) ?? Math.min(2 ** state.retries, state.settings.maximumWait);
		if (state.retries < state.settings.maximumRetries && seconds <= state.settings.maximumWait) return { kind: 'wait', seconds, state: { ...state, retries: state.retries + 1 } };
		return failed(
			status,
			`The service is still busy (${status}) after ${state.retries + 1} calls and asks to wait ${seconds} s.`,
			`服务繁忙（${status}），已请求 ${state.retries + 1} 次，要求再等待 ${seconds} 秒。`,
			'Run this workflow later or less often, or ask the administrator of the service for a higher limit. Nothing was changed.',
			'请稍后或降低频率运行此工作流，或请服务管理员提高限额。未做任何更改。',
		);
	}
	const said = detail === null ? '' : `: ${detail}`;
	const saidZh = detail === null ? '' : `：${detail}`;
	const [remedy, remedyZh] = remedyFor(status, state.request.path);
	return failed(status, `The SCIM service answered ${status} to ${state.request.path}${said}`, `SCIM 服务对 ${state.request.path} 返回 ${status}${saidZh}`, remedy, remedyZh);
}

function remedyFor(status: number, path: string): readonly [string, string] {
	if (status >= 300 && status < 400) return ['The service sends the call to another address. Enter the final address as base URL; the credential is never sent elsewhere.', '服务将请求转到其他地址。请把最终地址填为基础地址；凭证不会发送到别处。'];
	if (status === 401) return ['Check the token or the user and password in the credential.', '请检查凭证中的令牌或用户名与密码。'];
	if (status === 403) return [`Give the account of the credential the right to read ${path}.`, `请为凭证的账号授予读取 ${path} 的权限。`];
	if (status === 404) return [`Check the base URL, usually ending in /scim/v2. If the service offers no ${path}, switch reading it off.`, `请检查基础地址，通常以 /scim/v2 结尾。如果服务不提供 ${path}，请关闭读取该项。`];
	if (status === 400) return ['Check the filter and the attributes in the options; some services allow neither.', '请检查选项中的筛选条件和属性，有些服务不支持。'];
	return ['Try again later; if it stays, ask the administrator of the service.', '请稍后再试；如仍出现，请联系服务管理员。'];
}

function loop(state: ScimPullState, status: number): ScimStep {
	return failed(
		status,
		`The service gave the same page of ${state.request.path} twice after ${state.received} resources: its paging goes in circles.`,
		`服务在返回 ${state.received} 条后重复给出 ${state.request.path} 的同一页，分页陷入循环。`,
		'Ask for a page size that holds everyone at once, or report this to the administrator of the service.',
		'请把每页条数调大到一次取完，或将此问题反馈给服务管理员。',
	);
}

function shortfallOf(received: number, total: number): BilingualText {
	return {
		en: `The service says it has ${total} resources but gave ${received}. People may be missing, for example because the account may not see them or someone was deleted meanwhile.`,
		'zh-CN': `服务称共有 ${total} 条，实际返回 ${received} 条。可能缺少部分人员，例如账号无权查看，或读取期间有人被删除。`,
	};
}

function failed(status: number, en: string, zh: string, remedy: string, remedyZh: string): ScimStep {
	return { kind: 'failed', status, message: { en, 'zh-CN': zh }, remedy: { en: remedy, 'zh-CN': remedyZh } };
}

function numberOf(value: unknown): number | null {
	const text = textOf(value);
	return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
