import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/*
 * Tokens of services that report an old token with HTTP 200 and a code of their own. n8n fetches a new token only for a 401, so the
 * credential keeps the times of its token and itself says 401 before a token that is too old, or that was refused, is sent.
 */

/** Header by which a call says when the token was refused: epoch milliseconds. It is taken off before the call is sent. */
export const TOKEN_REFUSED_HEADER = 'x-token-refused-at';

/** A token is renewed this long before its end, so that it does not run out on the way. */
const EARLY_MILLISECONDS = 5 * 60_000;

/** Where the answer to a login holds what, and what to check where it holds no token. */
export interface TokenAnswer {
	readonly title: string;
	readonly code: string;
	readonly message: string;
	readonly token: string;
	readonly lifetime: string;
	readonly check: string;
}

/** By these words a refused login is told from a server that cannot be reached, after n8n has put the error into one of its own. */
const NO_TOKEN = 'gave no token';

/** What the service said when it refused a login; null for any other error. */
export function refusedLogin(error: unknown): string | null {
	const { message, description } = (error ?? {}) as { readonly message?: unknown; readonly description?: unknown };
	return [message, description].find((text): text is string => typeof text === 'string' && text.includes(NO_TOKEN)) ?? null;
}

/** Of a token whose life the service does not state. */
const USUAL_LIFETIME_SECONDS = 7200;

/**
 * What the credential keeps of the answer to a login: when the token was fetched, until when it is good, the token.
 *
 * @throws Error with the service's own words where it gave none
 */
export function tokenToKeep(answer: unknown, { title, code, message, token, lifetime, check }: TokenAnswer, now: number): IDataObject {
	const fields = new Map<string, unknown>(typeof answer === 'object' && answer !== null ? Object.entries(answer) : []);
	const given = fields.get(token);
	if (Number(fields.get(code)) !== 0 || typeof given !== 'string' || given === '') {
		const text = (name: string, other: string): string => {
			const value = fields.get(name);
			return typeof value === 'string' || typeof value === 'number' ? String(value) : other;
		};
		throw new Error(`${title} ${NO_TOKEN}: ${text(message, 'no reason given')} (${text(code, 'no code')}). ${check}`);
	}
	const seconds = Number(fields.get(lifetime));
	return { accessToken: `${now} ${now + (Number.isFinite(seconds) && seconds > 0 ? seconds : USUAL_LIFETIME_SECONDS) * 1000} ${given}` };
}

/**
 * The token to send and the call without the remark about a refused one.
 *
 * @throws an error that n8n takes for a 401, upon which it fetches a new token and asks again
 */
export function takeToken(credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions, now: number): { readonly token: string; readonly request: IHttpRequestOptions } {
	const { [TOKEN_REFUSED_HEADER]: refusedAt, ...headers } = options.headers ?? {};
	const stored = credentials['accessToken'];
	const [fetched = '', until = '', ...token] = typeof stored === 'string' ? stored.split(' ') : [];
	const old = Number(until) - EARLY_MILLISECONDS <= now || Number(fetched) < Number(refusedAt ?? Number.NEGATIVE_INFINITY);
	if (old || token.length === 0) throw Object.assign(new Error('The token has run out.'), { httpCode: '401', statusCode: 401, response: { status: 401 } });
	return { token: token.join(' '), request: { ...options, headers } };
}
