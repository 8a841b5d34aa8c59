import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export interface ServedCall {
	readonly method: string;
	/** Path with query. */
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
	readonly form: Readonly<Record<string, string>>;
}

export interface ServedAnswer {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

const open: Server[] = [];
afterEach(() => { for (const server of open.splice(0)) server.close(); });

/** A small EDC on a real socket; closed after the test. */
export async function edcServer(answer: (call: ServedCall, count: number) => ServedAnswer): Promise<{ readonly url: string; readonly calls: readonly ServedCall[] }> {
	const calls: ServedCall[] = [];
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const body = Buffer.concat(pieces).toString('utf8');
			const call = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body, form: Object.fromEntries(new URLSearchParams(body)) };
			calls.push(call);
			const { status = 200, headers = {}, body: text = '' } = answer(call, calls.length);
			response.writeHead(status, { ...headers, connection: 'close' }).end(text);
		});
	});
	open.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}
