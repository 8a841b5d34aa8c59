import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServiceSettings {
	readonly users: readonly object[];
	readonly groups?: readonly object[] | 'forbidden';
	readonly cursors?: boolean;
	readonly largestPage?: number;
	/** Answers before the service works: status and headers of the first calls to /Users. */
	readonly first?: ReadonlyArray<{ readonly status: number; readonly headers?: Readonly<Record<string, string>> }>;
	readonly authorization?: string;
}

export interface ScimService {
	readonly url: string;
	/** Path and query of every call. */
	readonly calls: string[];
	close(): Promise<void>;
}

/** A small SCIM 2.0 service (RFC 7644, RFC 9865) on this machine. */
export async function startScimService(settings: ServiceSettings): Promise<ScimService> {
	const calls: string[] = [];
	const first = [...(settings.first ?? [])];
	const server = createServer((request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		calls.push(`${url.pathname}${url.search}`);
		const answer = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): void => {
			response.writeHead(status, { 'content-type': 'application/scim+json', ...headers });
			response.end(JSON.stringify(body));
		};
		const error = (status: number, detail: string, headers?: Readonly<Record<string, string>>): void => answer(status, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail }, headers);
		const path = url.pathname.replace('/scim/v2', '');
		const refusal: readonly [number, string] | null =
			settings.authorization !== undefined && request.headers.authorization !== settings.authorization
				? [401, 'Authorization failure']
				: path === '/Groups' && settings.groups === 'forbidden'
					? [403, 'groups are not for you']
					: path === '/Users' || path === '/Groups' || (path === '/ServiceProviderConfig' && settings.cursors === true)
						? null
						: [404, 'no such endpoint'];
		if (refusal) {
			error(...refusal);
			return;
		}
		if (path === '/ServiceProviderConfig') {
			answer(200, { pagination: { cursor: true, index: true } });
			return;
		}
		const trouble = path === '/Users' ? first.shift() : undefined;
		if (trouble) {
			error(trouble.status, 'not now', trouble.headers);
			return;
		}
		const all = path === '/Users' ? settings.users : (settings.groups as readonly object[] | undefined) ?? [];
		const cursor = url.searchParams.get('cursor');
		const start = cursor === null ? Number(url.searchParams.get('startIndex') ?? 1) - 1 : Number(cursor === '' ? 0 : cursor);
		const Resources = all.slice(start, start + Math.min(Number(url.searchParams.get('count') ?? 100), settings.largestPage ?? 1000));
		const end = start + Resources.length;
		answer(200, {
			schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
			totalResults: all.length,
			itemsPerPage: Resources.length,
			...(cursor === null ? { startIndex: start + 1 } : end < all.length ? { nextCursor: String(end) } : {}),
			...(Resources.length === 0 ? {} : { Resources }),
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`,
		calls,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
