import type { Answer, PullRequest } from '../../core/pull/pull.js';
import { edcServer, type ServedCall } from './edcServer.js';

/** Serves the answers of a made-up Git host over HTTP, below the path of its interface. */
export async function gitServer(basePath: string, respond: (request: PullRequest) => Answer): Promise<{ readonly url: string; readonly headers: ReadonlyArray<ServedCall['headers']> }> {
	const headers: Array<ServedCall['headers']> = [];
	const { url } = await edcServer((call) => {
		headers.push(call.headers);
		const { pathname, searchParams } = new URL(call.url, 'http://127.0.0.1');
		if (!pathname.startsWith(`${basePath}/`)) return { status: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' };
		const named = Object.fromEntries(Object.entries(call.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
		const { status, headers: given, body } = respond({ method: 'GET', path: pathname.slice(basePath.length), query: Object.fromEntries(searchParams), headers: named, accept: 'json', purpose: '', context: {} });
		return { status, headers: given, body: typeof body === 'string' ? body : [...body].join('') };
	});
	return { url, headers };
}
