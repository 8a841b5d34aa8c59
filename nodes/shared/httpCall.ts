import { sleep, type IDataObject, type IExecuteFunctions, type IHttpRequestOptions, type IN8nHttpFullResponse, type IPollFunctions, type IWebhookFunctions } from 'n8n-workflow';
import type { AnswerHead, PullRequest } from '../../core/pull/pull.js';
import { secondsUntilAllowed } from '../../core/pull/rateLimit.js';
import { UserMessage } from './items.js';

/*
 * One HTTP call to a source system with the credential of the user: on the credential's own host only, read as a stream, bounded in time
 * and size, tried again only where that is safe. Source: vendor reference 8, traps 13 to 15.
 */

export type HttpCaller = IExecuteFunctions | IPollFunctions | IWebhookFunctions;

/** Who is called and with which credential. */
export interface SourceServer {
	readonly credential: string;
	readonly tokenExpires: boolean;
	readonly baseUrl: string;
}

export interface CallLimits {
	/** No call starts, and no wait ends, after it: epoch milliseconds. */
	readonly deadline: number;
	readonly timeoutMilliseconds: number;
	readonly longestAnswerBytes: number;
}

export interface OpenedAnswer {
	readonly head: AnswerHead;
	readonly body: AsyncIterable<Uint8Array>;
}

const MOST_ATTEMPTS = 4;
const LONGEST_WAIT_SECONDS = 60;
/** Refused without being looked at: any call may be made again. */
const NOT_NOW = new Set([429, 503]);
/** Perhaps half done: only reading by GET is made again. */
const BROKEN_OFF = new Set([408, 500, 502, 504]);

/** @throws UserMessage where the server could not be reached or the address leads away from it */
export async function callSource(caller: HttpCaller, server: SourceServer, request: PullRequest, limits: CallLimits): Promise<OpenedAnswer> {
	const options = optionsOf(server, request, limits);
	for (let attempt = 1; ; attempt++) {
		const answer = await oneCall(caller, server, request, options, attempt === MOST_ATTEMPTS);
		if (answer !== null) {
			const wait = attempt < MOST_ATTEMPTS ? secondsToWait(request, answer.head, attempt) : null;
			if (wait === null || wait > LONGEST_WAIT_SECONDS || Date.now() + wait * 1000 > limits.deadline) return { head: answer.head, body: bounded(answer.body, request, limits.longestAnswerBytes) };
			discard(answer.body);
			await sleep(wait * 1000);
		} else await sleep(attempt * 1000);
	}
}

function optionsOf({ baseUrl }: SourceServer, request: PullRequest, limits: CallLimits): IHttpRequestOptions {
	const base = new URL(baseUrl);
	const url = new URL(request.path === '' ? baseUrl : `${baseUrl}${request.path}`);
	// With a slash behind both: /wiki is not the place of /wiki-of-others.
	const below = `${url.pathname}/`.startsWith(`${base.pathname.replace(/\/+$/, '')}/`);
	if (url.origin !== base.origin || !below || !/^https?:$/.test(url.protocol)) {
		throw new UserMessage(`${request.purpose} leads to ${url.origin}${url.pathname}, which is not below the address of the credential.`, 'The credential is sent to its own server only. Compare the address in the credential with the one the system names.');
	}
	return {
		method: request.method,
		url: url.href,
		headers: { accept: ACCEPT[request.accept], ...request.headers, ...(request.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }), ...(request.json === undefined ? {} : { 'content-type': 'application/json' }) },
		...(request.query === undefined ? {} : { qs: { ...request.query } }),
		...(request.form === undefined ? {} : { body: { ...request.form } }),
		...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		timeout: Math.max(1000, Math.min(limits.timeoutMilliseconds, limits.deadline - Date.now())),
	};
}

const ACCEPT = { xml: 'application/xml, text/xml', json: 'application/json', text: 'text/plain, */*' } as const;

/** The answer, or null where nothing came back and the call may be made again. */
async function oneCall(caller: HttpCaller, server: SourceServer, request: PullRequest, options: IHttpRequestOptions, last: boolean): Promise<{ head: AnswerHead; body: unknown } | null> {
	let failure: unknown;
	try {
		const answer = await send(caller, server, options);
		// n8n fetches a new token only for a 401 that it sees as an error.
		if (answer.head.status === 401 && server.tokenExpires) {
			discard(answer.body);
			return await send(caller, server, { ...options, ignoreHttpStatusErrors: false });
		}
		return answer;
	} catch (error) {
		failure = error;
	}
	const status = statusOf(failure);
	if (status !== null) return { head: { status, headers: {} }, body: messageOf(failure) };
	if (!last && request.method === 'GET') return null;
	throw new UserMessage(`${new URL(options.url).host} could not be reached for ${request.purpose}: ${messageOf(failure)}`, 'Check the address in the credential and whether n8n may reach this server. The next run asks again from the same place.');
}

async function send(caller: HttpCaller, { credential }: SourceServer, options: IHttpRequestOptions): Promise<{ head: AnswerHead; body: unknown }> {
	const answer = (await caller.helpers.httpRequestWithAuthentication.call(caller, credential, { ...options })) as IN8nHttpFullResponse;
	return { head: { status: answer.statusCode, headers: headersOf(answer.headers) }, body: answer.body };
}

function headersOf(headers: IDataObject): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (typeof value === 'string') texts[name] = value;
		else if (Array.isArray(value)) texts[name] = (value as readonly string[]).join(', ');
	}
	return texts;
}

/** Seconds after which the call may be made again, null where it may not. */
function secondsToWait(request: PullRequest, head: AnswerHead, attempt: number): number | null {
	const named = secondsUntilAllowed(head, Date.now());
	if (NOT_NOW.has(head.status) || (request.method === 'GET' && BROKEN_OFF.has(head.status))) return named ?? 2 ** (attempt - 1);
	// Some hosts refuse with 403 where a limit is used up; without a limit named it is a matter of rights.
	return head.status === 403 ? named : null;
}

function statusOf(error: unknown): number | null {
	const { httpCode, statusCode } = (error ?? {}) as { readonly httpCode?: unknown; readonly statusCode?: unknown };
	const status = Number(httpCode ?? statusCode);
	return Number.isInteger(status) && status >= 400 ? status : null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function discard(body: unknown): void {
	if (isStream(body)) body.destroy();
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array | string> & { destroy(): void } {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}

async function* bounded(body: unknown, request: PullRequest, longest: number): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	if (!isStream(body)) {
		if (typeof body === 'string') yield encoder.encode(body);
		else if (body instanceof Uint8Array) yield body;
		else if (body !== undefined && body !== null) yield encoder.encode(JSON.stringify(body));
		return;
	}
	let bytes = 0;
	for await (const piece of body) {
		const chunk = typeof piece === 'string' ? encoder.encode(piece) : piece;
		bytes += chunk.length;
		if (bytes > longest) {
			body.destroy();
			throw new UserMessage(`The answer to ${request.purpose} is larger than ${Math.round(longest / 1_048_576)} MB.`, 'Ask for less per call (page size), or raise "Largest Answer (MB)" in the options.');
		}
		yield chunk;
	}
}
