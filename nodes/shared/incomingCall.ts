import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { SourceFinding } from '../../core/evidence/sink.js';

/* A call that comes in: its bytes, and the answer that a node writes itself. */

/** What a caller is told in JSON; it holds no value that the caller did not send. */
export interface CallAnswer {
	readonly status: number;
	readonly message: string;
	readonly findings?: readonly SourceFinding[];
	readonly headers?: Readonly<Record<string, string>>;
}

/** The part of n8n's response object that is used. */
interface JsonResponse {
	setHeader(name: string, value: string): unknown;
	status(code: number): { json(value: unknown): unknown };
}

/** Most findings in one answer; the number of all stands beside. */
const MOST_FINDINGS = 50;

/** Writes the answer by itself; n8n starts nothing unless `workflowData` is given. */
export function answerCall(context: IWebhookFunctions, answer: CallAnswer, workflowData?: IWebhookResponseData['workflowData']): IWebhookResponseData {
	const response = context.getResponseObject() as unknown as JsonResponse;
	for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
	response.status(answer.status).json({
		message: answer.message,
		...(answer.findings === undefined ? {} : { findingsTotal: answer.findings.length, findings: answer.findings.slice(0, MOST_FINDINGS) }),
	});
	return { noWebhookResponse: true, ...(workflowData === undefined ? {} : { workflowData }) };
}

/** A request as n8n hands it on: the body is read when it is asked for. */
interface UnreadRequest {
	readonly rawBody?: Uint8Array;
	readRawBody?(): Promise<void>;
}

/** The bytes of a call, or the answer that refuses it. */
export async function readCall(context: IWebhookFunctions, largestBytes: number): Promise<{ readonly body: Uint8Array } | { readonly refused: CallAnswer }> {
	const tooLarge: CallAnswer = { status: 413, message: `The content is larger than ${Math.round(largestBytes / 1_048_576)} MB. Send less per call, or raise "Largest Call (MB)" in the node and N8N_PAYLOAD_SIZE_MAX of n8n.`, headers: { connection: 'close' } };
	const declared = Number(context.getHeaderData()['content-length'] ?? 0);
	if (declared > largestBytes) return { refused: tooLarge };
	const request = context.getRequestObject() as unknown as UnreadRequest;
	if (request.rawBody === undefined && request.readRawBody !== undefined) {
		try {
			await request.readRawBody();
		} catch (error) {
			const { type, status } = error as { readonly type?: unknown; readonly status?: unknown };
			if (type === 'entity.too.large' || status === 413) return { refused: tooLarge };
			return { refused: { status: 400, message: 'The content of the call broke off before its end. Send it again.' } };
		}
	}
	const body = request.rawBody ?? new Uint8Array(0);
	return body.length > largestBytes ? { refused: tooLarge } : { body };
}

/** Headers with names in lower case, a repeated one joined. */
export function headersOf(context: Pick<IWebhookFunctions, 'getHeaderData'>): Readonly<Record<string, string | undefined>> {
	return Object.fromEntries(Object.entries(context.getHeaderData()).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]));
}
