import { epochOf } from '../time/zone.js';
import type { AnswerHead, PullRequest, PullTrouble } from './pull.js';

/** Words of one vendor for what a user has to mend. */
export interface VendorWords {
	/** `REDCap`. */
	readonly title: string;
	readonly authenticationRemedy: string;
	readonly permissionRemedy: string;
	readonly notFoundRemedy: string;
	readonly rateLimitRemedy: string;
}

/** Thrown while an answer is read, where it turns out not to be usable. */
export class UnusableAnswer extends Error {
	constructor(readonly trouble: PullTrouble) {
		super(trouble.message);
		this.name = 'UnusableAnswer';
	}
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Text without a leading byte-order mark, also where it was decoded as Latin-1. */
export function withoutByteOrderMark(text: string): string {
	if (text.startsWith(BYTE_ORDER_MARK)) return text.slice(1);
	return text.startsWith('\u00EF\u00BB\u00BF') ? text.slice(3) : text;
}

export function headerOf(head: AnswerHead, name: string): string | null {
	const wanted = name.toLowerCase();
	for (const [key, value] of Object.entries(head.headers)) if (key.toLowerCase() === wanted) return value;
	return null;
}

/**
 * Seconds of a `Retry-After` header, given in seconds or as an HTTP date (RFC 9110, 10.2.3).
 *
 * @param now epoch milliseconds, used where the answer has no `Date` of its own
 */
export function retryAfterSeconds(head: AnswerHead, now: number): number | null {
	const text = headerOf(head, 'retry-after')?.trim();
	if (text === undefined || text === '') return null;
	if (/^\d{1,9}$/.test(text)) return Number(text);
	const until = httpDate(text);
	return until === null ? null : Math.max(0, Math.ceil((until - (httpDate(headerOf(head, 'date') ?? '') ?? now)) / 1000));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Instant of `Tue, 10 Mar 2026 12:02:00 GMT` (RFC 9110, 5.6.7), null for anything else. */
function httpDate(text: string): number | null {
	const match = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text.trim());
	const month = MONTHS.indexOf(match?.[2] ?? '') + 1;
	if (!match || month === 0) return null;
	return epochOf(Number(match[3]), month, Number(match[1]), Number(match[4]), Number(match[5]), Number(match[6]));
}

/** What is wrong with an answer going by its status; null for a success (2xx). `start` is the beginning of the body. */
export function troubleOfStatus(words: VendorWords, request: PullRequest, head: AnswerHead, start: string, now: number): PullTrouble | null {
	const { status } = head;
	if (status >= 200 && status < 300) return null;
	const said = vendorMessage(start);
	const title = `${words.title} answered ${status} when asked for ${request.purpose}${said === null ? '' : `: ${said}`}`;
	const trouble = (kind: PullTrouble['kind'], remedy: string): PullTrouble => ({
		kind,
		message: title,
		remedy,
		retryAfterSeconds: retryAfterSeconds(head, now),
	});
	if (status >= 300 && status < 400) return trouble('authentication', `The server sends the call elsewhere, which it does when a login is needed. ${words.authenticationRemedy}`);
	if (status === 401) return trouble('authentication', words.authenticationRemedy);
	if (status === 403) return limitUsedUp(head, said) ? trouble('rateLimit', words.rateLimitRemedy) : trouble('permission', words.permissionRemedy);
	if (status === 404 || status === 501) return trouble('notFound', words.notFoundRemedy);
	if (status === 429) return trouble('rateLimit', words.rateLimitRemedy);
	if (status === 408 || status >= 500) return trouble('unavailable', 'Nothing is lost: the next run asks again from the same place. If it stays, ask the administrator of the server or read fewer rows per call.');
	return trouble('unusableAnswer', `Compare the study and the options of this node with the project in ${words.title}.`);
}

/** GitHub refuses with 403 where a limit is used up, the secondary one without saying so in a header. Source: vendor reference 2.2. */
function limitUsedUp(head: AnswerHead, said: string | null): boolean {
	return headerOf(head, 'retry-after') !== null || headerOf(head, 'x-ratelimit-remaining')?.trim() === '0' || /rate limit|abuse detection/i.test(said ?? '');
}

/** True for a web page, which is what a login or an error page is when data was asked for. */
export function looksLikeWebPage(start: string): boolean {
	return /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(withoutByteOrderMark(start).slice(0, 4000));
}

export function webPageTrouble(words: VendorWords, request: PullRequest): PullTrouble {
	return {
		kind: 'authentication',
		message: `${words.title} answered with a web page (a login or error page) instead of ${request.purpose}.`,
		remedy: `Check that the base address is the one of the interface and not of a page. ${words.authenticationRemedy}`,
		retryAfterSeconds: null,
	};
}

export function unusable(request: PullRequest, words: VendorWords, what: string, remedy: string): UnusableAnswer {
	return new UnusableAnswer({ kind: 'unusableAnswer', message: `${words.title}, ${request.purpose}: ${what}`, remedy, retryAfterSeconds: null });
}

/** The vendor's own words in an error body, short and without markup; null where there are none that help. */
export function vendorMessage(start: string): string | null {
	const text = withoutByteOrderMark(start).trim();
	if (text === '' || looksLikeWebPage(text)) return null;
	const found =
		/"(?:error_description|detail|message)"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(text)?.[1] ??
		/"error"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(text)?.[1] ??
		/\b(?:ErrorClientResponseMessage|ErrorDescription)\s*=\s*"([^"]{1,300})"/.exec(text)?.[1] ??
		/<(?:error|message)>([^<]{1,300})<\//i.exec(text)?.[1] ??
		(/^[<{[]/.test(text) ? null : text);
	if (found === null) return null;
	const code = /\bReasonCode\s*=\s*"([A-Za-z0-9_.-]{1,40})"/.exec(text)?.[1];
	const message = found.replace(/\s+/g, ' ').slice(0, 200).trim();
	return code === undefined ? message : `${message} (${code})`;
}
