import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { SourceFinding } from '../../core/edc/evidence.js';

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
