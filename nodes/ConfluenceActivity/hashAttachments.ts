import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { createContentHash } from '../../core/documents/contentHash.js';
import { downloadCall } from '../../core/documents/confluence/download.js';
import { DOCUMENT_EVENT_TYPES, type AttachmentVersionedEvent, type DocumentEvent } from '../../core/documents/evidence.js';
import type { DocumentSystem } from '../../core/documents/pull.js';
import type { EvidenceSink } from '../../core/evidence/sink.js';
import { callSource, type CallLimits, type OpenedAnswer, type SourceServer } from '../shared/httpCall.js';
import { UserMessage } from '../shared/items.js';

/*
 * Fetches the bytes of attachments for their hash, piece by piece, and keeps none. Confluence Cloud sends the reader on to another host,
 * which must not see the login. Source: vendor reference 3.1, and 8, trap 13.
 */

const MOST_REDIRECTS = 3;

/** The same facts, those of attachments with hash and size; a file that cannot be had is named and keeps its fact. */
export async function hashAttachments(context: IExecuteFunctions, system: DocumentSystem, server: SourceServer, events: readonly DocumentEvent[], limits: CallLimits, sink: EvidenceSink<DocumentEvent>): Promise<readonly DocumentEvent[]> {
	const hashed: DocumentEvent[] = [];
	for (const event of events) hashed.push(event.type === DOCUMENT_EVENT_TYPES.attachmentVersioned ? await hashOne(context, system, server, event, limits, sink) : event);
	return hashed;
}

async function hashOne(context: IExecuteFunctions, system: DocumentSystem, server: SourceServer, event: AttachmentVersionedEvent, limits: CallLimits, sink: EvidenceSink<DocumentEvent>): Promise<AttachmentVersionedEvent> {
	const { data } = event;
	const where = `Attachment “${data.name}” version ${data.version} of page ${data.page}`;
	const unhashed = (value: string | null, expected: string): AttachmentVersionedEvent => {
		sink.finding({ where, value, expected: `${expected}. Its version is told without a hash`, severity: 'warning' });
		return event;
	};
	if (data.size !== null && data.size > limits.longestAnswerBytes) return unhashed(`${data.size} bytes`, 'a file no larger than "Largest File (MB)" in the options');
	if (Date.now() >= limits.deadline) return unhashed(null, 'more time ("Longest Reading (Minutes)") for all files');
	try {
		const answer = await fetchFile(context, system, server, event, limits);
		const type = headerOf(answer, 'content-type') ?? '';
		if (answer.head.status < 200 || answer.head.status >= 300) {
			await drop(answer);
			return unhashed(`answer ${answer.head.status}`, 'the content of the file; it may be deleted, or the account may not see it');
		}
		if (/^text\/html/i.test(type) && !/html/i.test(data.mediaType ?? 'html') && data.mediaType !== null) {
			await drop(answer);
			return unhashed('a web page (a login or error page)', 'the content of the file');
		}
		const hash = createContentHash();
		for await (const chunk of answer.body) hash.write(chunk);
		const { sha256, size } = hash.end();
		if (data.size !== null && data.size !== size) return unhashed(`${size} bytes`, `${data.size} bytes, as Confluence says; the connection may have broken off`);
		return { ...event, data: { ...data, sha256, size } };
	} catch (error) {
		return unhashed(error instanceof Error ? error.message : String(error), error instanceof UserMessage ? error.remedy.replace(/\.$/, '') : 'the content of the file');
	}
}

async function fetchFile(context: IExecuteFunctions, system: DocumentSystem, server: SourceServer, event: AttachmentVersionedEvent, limits: CallLimits): Promise<OpenedAnswer> {
	const request = downloadCall(system, event.data);
	let answer = await callSource(context, server, request, limits);
	let address = `${server.baseUrl}${request.path}`;
	for (let redirect = 0; redirect < MOST_REDIRECTS && answer.head.status >= 300 && answer.head.status < 400; redirect++) {
		const location = headerOf(answer, 'location');
		if (location === null || !URL.canParse(location, address)) break;
		const next = new URL(location, address);
		if (next.protocol !== 'https:' && next.protocol !== new URL(server.baseUrl).protocol) break;
		await drop(answer);
		address = next.href;
		answer = await fetchElsewhere(context, next, limits);
	}
	return answer;
}

/** Without a login: the address itself proves that the file may be read. */
async function fetchElsewhere(context: IExecuteFunctions, url: URL, limits: CallLimits): Promise<OpenedAnswer> {
	const options: IHttpRequestOptions = { method: 'GET', url: url.href, encoding: 'stream', returnFullResponse: true, ignoreHttpStatusErrors: true, disableFollowRedirect: true, timeout: Math.max(1000, Math.min(limits.timeoutMilliseconds, limits.deadline - Date.now())) };
	const answer = (await context.helpers.httpRequest(options)) as IN8nHttpFullResponse;
	return { head: { status: answer.statusCode, headers: textsOf(answer.headers) }, body: piecesOf(answer.body, limits.longestAnswerBytes) };
}

function textsOf(headers: IDataObject): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

async function* piecesOf(body: unknown, longest: number): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	for await (const piece of body as AsyncIterable<Uint8Array>) {
		bytes += piece.length;
		if (bytes > longest) throw new UserMessage(`The file is larger than ${Math.round(longest / 1_048_576)} MB.`, 'Raise "Largest File (MB)" in the options.');
		yield piece;
	}
}

function headerOf({ head }: OpenedAnswer, name: string): string | null {
	return Object.entries(head.headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

/** Ends an answer of which nothing is wanted. */
async function drop({ body }: OpenedAnswer): Promise<void> {
	const pieces = body[Symbol.asyncIterator]();
	await pieces.next();
	await pieces.return?.();
}
