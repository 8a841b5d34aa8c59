import type { IAuthenticate, ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/* A credential goes to its own server and nowhere else, whoever sends it: a node of this package or an HTTP Request node that borrows it. */

/** What a credential adds to a call. */
export type Added = Pick<IHttpRequestOptions, 'auth'> & { readonly headers?: IDataObject; readonly qs?: IDataObject; readonly body?: IDataObject };

/** A text field of the credential as it was entered; empty where there is none. */
export type CredentialText = (name: string) => string;

/** Refuses a call that leads away from the credential's own server. */
export function assertOwnHost(baseUrl: unknown, options: IHttpRequestOptions, title: string): void {
	const own = new URL(typeof baseUrl === 'string' ? baseUrl.trim() : '');
	// Read as the client reads it: an address such as https:host is a path beside a base of the same scheme, and a server of its own without one.
	const asked = URL.canParse(options.url) && options.baseURL === undefined ? new URL(options.url) : new URL(options.url, options.baseURL ?? own);
	if (asked.origin !== own.origin) throw new Error(`The ${title} credential is for ${own.origin} and is not sent to ${asked.origin}.`);
}

/**
 * How a credential authorises: it adds what it has to a call to its own server.
 *
 * @param serverOf address of the own server; the field `baseUrl` unless it is another
 */
export function authenticateAtOwnHost(title: string, added: (text: CredentialText) => Added, serverOf: (text: CredentialText) => string = (text) => text('baseUrl')): IAuthenticate {
	return async (credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions) => {
		const text: CredentialText = (name) => (typeof credentials[name] === 'string' ? credentials[name] : '');
		assertOwnHost(serverOf(text), options, title);
		const { auth, headers, qs, body } = added(text);
		return await Promise.resolve({
			...options,
			...(auth === undefined ? {} : { auth }),
			...(headers === undefined ? {} : { headers: { ...options.headers, ...headers } }),
			...(qs === undefined ? {} : { qs: { ...options.qs, ...qs } }),
			...(body === undefined ? {} : { body: { ...(options.body as IDataObject | undefined), ...body } }),
		});
	};
}
