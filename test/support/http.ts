import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { ICredentialDataDecryptedObject, ICredentialType, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** `helpers.httpRequest` over real sockets: the options that this package uses, answered as n8n answers them. */
export async function httpRequest(options: IHttpRequestOptions): Promise<unknown> {
	const url = new URL(options.baseURL === undefined ? options.url : `${options.baseURL}${options.url}`);
	for (const [name, value] of Object.entries(options.qs ?? {})) url.searchParams.append(name, asText(value));
	const headers = new Headers();
	for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, asText(value));
	if (options.auth) headers.set('authorization', `Basic ${Buffer.from(`${options.auth.username}:${options.auth.password}`).toString('base64')}`);
	const answer = await fetch(url, {
		method: options.method ?? 'GET',
		headers,
		redirect: options.disableFollowRedirect ? 'manual' : 'follow',
		...(options.body === undefined ? {} : { body: bodyOf(options, headers) }),
		...(options.timeout === undefined ? {} : { signal: AbortSignal.timeout(options.timeout) }),
	});
	const { ignoreHttpStatusErrors: ignore } = options;
	const refused = answer.status >= 400 && (typeof ignore === 'object' ? ignore.except.includes(answer.status) : ignore !== true);
	if (refused) {
		throw Object.assign(new Error(`Request failed with status code ${answer.status}`), { httpCode: String(answer.status), response: { status: answer.status, headers: Object.fromEntries(answer.headers), data: await answer.text() } });
	}
	const body = await contentOf(options, answer);
	return options.returnFullResponse ? { body, statusCode: answer.status, statusMessage: answer.statusText, headers: Object.fromEntries(answer.headers) } : body;
}

function bodyOf(options: IHttpRequestOptions, headers: Headers): string | URLSearchParams | Uint8Array<ArrayBuffer> {
	const { body } = options;
	if (typeof body === 'string' || body instanceof URLSearchParams) return body;
	if (Buffer.isBuffer(body)) return new Uint8Array(body);
	if (headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(body as Record<string, string>);
	if (!headers.has('content-type')) headers.set('content-type', 'application/json');
	return JSON.stringify(body);
}

async function contentOf(options: IHttpRequestOptions, answer: Response): Promise<unknown> {
	if (options.encoding === 'stream') return answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
	if (options.encoding === 'arraybuffer') return Buffer.from(await answer.arrayBuffer());
	const text = await answer.text();
	if (options.encoding === 'text' || options.json === false) return text;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** Fills `={{$credentials.field}}` the way n8n resolves a credential's own expressions. */
function filled(value: unknown, credentials: ICredentialDataDecryptedObject): unknown {
	if (typeof value === 'string' && value.startsWith('=')) {
		return value.slice(1).replace(/\{\{\s*\$credentials\??\.(\w+)\s*\}\}/g, (_, name: string) => asText(credentials[name]));
	}
	if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, credentials)]));
	return value;
}

interface Credential {
	readonly values: ICredentialDataDecryptedObject;
	readonly type?: ICredentialType;
}

/**
 * `helpers.httpRequestWithAuthentication`: a token is fetched where there is none, and anew after a 401 that was seen as an error;
 * it stays in the credential, as n8n stores it.
 */
export async function authorisedRequest(credential: Credential, options: IHttpRequestOptions): Promise<unknown> {
	const token = credential.type?.properties.find((property) => property.type === 'hidden' && property.typeOptions?.expirable === true)?.name;
	const fetchToken = async (): Promise<void> => {
		if (credential.type?.preAuthentication) Object.assign(credential.values, await credential.type.preAuthentication.call({ helpers: { httpRequest } }, credential.values));
	};
	if (token !== undefined && (credential.values[token] ?? '') === '') await fetchToken();
	try {
		return await httpRequest(await authorised(credential, options));
	} catch (error) {
		if (token === undefined || (error as { readonly httpCode?: string }).httpCode !== '401') throw error;
		await fetchToken();
		return httpRequest(await authorised(credential, options));
	}
}

async function authorised({ type, values }: Credential, options: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	if (type === undefined) return options;
	const { authenticate } = type;
	if (authenticate === undefined) return options;
	if (typeof authenticate === 'function') return authenticate(values, options);
	const added = filled(authenticate.properties, values) as { headers?: IDataObject; qs?: IDataObject; body?: IDataObject; auth?: { username: string; password: string } };
	return {
		...options,
		...(added.headers ? { headers: { ...options.headers, ...added.headers } } : {}),
		...(added.qs ? { qs: { ...options.qs, ...added.qs } } : {}),
		...(added.body ? { body: { ...(options.body as IDataObject | undefined), ...added.body } } : {}),
		...(added.auth ? { auth: added.auth } : {}),
	};
}
