import { headerOf, type VendorWords } from '../pull/answer.js';
import type { BilingualText } from '../judgement/judgement.js';
import type { AnswerHead, PullRequest, PullTrouble } from '../pull/pull.js';
import { isRecord, textOf } from './reading.js';

/*
 * What an answer of an HR vendor means. Three of the four say what went wrong in a code of their own, also with HTTP 200, so the code
 * is read first and stands for the HTTP status that other services send. Source: vendor reference 4.2 to 4.5 and 8, trap 3.
 */

export type HrVendor = 'bambooHr' | 'feishu' | 'dingTalk' | 'weCom';

/** An answer that is no data: the HTTP status it means, the vendor's code and words. */
export interface VendorVerdict {
	readonly status: number;
	readonly code: string;
	readonly message: string;
}

const TOKEN = 401;
const NO_RIGHT = 403;
const UNKNOWN = 404;
const TOO_FAST = 429;
const BUSY = 503;
const REFUSED = 400;

const codes = (meaning: Readonly<Record<number, readonly string[]>>): ReadonlyMap<string, number> => new Map(Object.entries(meaning).flatMap(([status, list]) => list.map((code) => [code, Number(status)] as const)));

const MEANING: Readonly<Record<Exclude<HrVendor, 'bambooHr'>, ReadonlyMap<string, number>>> = {
	feishu: codes({
		[TOKEN]: ['99991661', '99991663', '99991664', '99991665', '99991668', '99991671', '99991677'],
		[NO_RIGHT]: ['99991672', '99991679', '40004', '41050'],
		[UNKNOWN]: ['40008', '40015', '41012'],
		[TOO_FAST]: ['99991400'],
		[BUSY]: ['40003', '48002', '2200'],
	}),
	dingTalk: codes({
		[TOKEN]: ['40014', '42001', '40001'],
		[NO_RIGHT]: ['60011', '50002', '50004', '43007', '60020'],
		[UNKNOWN]: ['60003', '60121', '33012'],
		[TOO_FAST]: ['90001', '90002', '90003', '90004', '90005', '90006', '90018'],
		[BUSY]: ['-1', '15'],
	}),
	weCom: codes({
		[TOKEN]: ['40014', '42001', '41001'],
		[NO_RIGHT]: ['48002', '60011', '60020', '301002'],
		[UNKNOWN]: ['60003', '60111', '60123'],
		[TOO_FAST]: ['45009', '45033'],
		[BUSY]: ['-1'],
	}),
};

/** DingTalk's code for "look at sub_code". */
const SEE_SUB_CODE = '88';

/**
 * What went wrong, null for data.
 *
 * @param value the parsed body, or its text where it is no JSON
 */
export function verdictOfAnswer(vendor: HrVendor, head: AnswerHead, value: unknown): VendorVerdict | null {
	const failed = head.status < 200 || head.status >= 300;
	if (vendor === 'bambooHr') {
		const inside = isRecord(value) && isRecord(value['error']) ? value['error'] : null;
		const code = textOf(inside?.['code']);
		if (!failed && code === null) return null;
		const said = headerOf(head, 'x-bamboohr-error-message') ?? textOf(inside?.['message']) ?? (isRecord(value) ? (textOf(value['detail']) ?? textOf(value['title'])) : null) ?? '';
		return { status: failed ? head.status : statusOfText(code), code: code ?? String(head.status), message: said };
	}
	const body = isRecord(value) ? value : {};
	const code = textOf(vendor === 'feishu' ? body['code'] : body['errcode']);
	if (code === null || code === '0') return failed ? { status: head.status, code: code ?? String(head.status), message: wordsOf(vendor, body) } : null;
	const sub = vendor === 'dingTalk' && code === SEE_SUB_CODE ? textOf(body['sub_code']) : null;
	const message = sub === null ? wordsOf(vendor, body) : (textOf(body['sub_msg']) ?? wordsOf(vendor, body));
	const known = MEANING[vendor].get(sub ?? code);
	return { status: known ?? (code === SEE_SUB_CODE ? NO_RIGHT : failed ? head.status : REFUSED), code: sub ?? code, message };
}

function wordsOf(vendor: HrVendor, body: Readonly<Record<string, unknown>>): string {
	return (textOf(vendor === 'feishu' ? body['msg'] : body['errmsg']) ?? '').slice(0, 200);
}

function statusOfText(code: string | null): number {
	const status = Number(code);
	return Number.isInteger(status) && status >= 400 && status < 600 ? status : REFUSED;
}

/** Seconds that a vendor asks to wait in a header of its own; null where it names none. */
export function vendorWait(head: AnswerHead): number | null {
	const seconds = headerOf(head, 'x-ogw-ratelimit-reset')?.trim() ?? '';
	return /^\d{1,6}$/.test(seconds) ? Number(seconds) : null;
}

/** The trouble that a verdict is, with what the user does about it. */
export function troubleOfVerdict(words: VendorWords, request: PullRequest, { status, code, message }: VendorVerdict): PullTrouble {
	const [kind, remedy]: readonly [PullTrouble['kind'], string] =
		status === TOKEN
			? ['authentication', words.authenticationRemedy]
			: status === NO_RIGHT
				? ['permission', words.permissionRemedy]
				: status === UNKNOWN
					? ['notFound', words.notFoundRemedy]
					: status === TOO_FAST
						? ['rateLimit', words.rateLimitRemedy]
						: status >= 500
							? ['unavailable', 'Nothing was changed: the next run reads again. If it stays, look at the status page of the service.']
							: ['unusableAnswer', words.notFoundRemedy];
	return { kind, message: `${words.title} refused ${request.purpose}: ${message === '' ? 'no reason given' : message} (${code})`, remedy, retryAfterSeconds: null };
}

const KINDS_IN_CHINESE: Readonly<Record<PullTrouble['kind'], string>> = {
	authentication: '登录被拒绝', permission: '没有权限', notFound: '不存在或不可见', rateLimit: '超出调用频率', unavailable: '服务暂不可用', unusableAnswer: '返回内容无法使用',
};

/** A trouble as a remark in both languages; what the service itself said stays in its own words. */
export function troubleInBothLanguages({ title }: VendorWords, { kind, message }: PullTrouble): BilingualText {
	const said = /: (.+)$/.exec(message)?.[1] ?? null;
	return { en: `${message}.`, 'zh-CN': `${title} ${KINDS_IN_CHINESE[kind]}${said === null ? '' : `：${said}`}。` };
}
