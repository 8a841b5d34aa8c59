import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { verifyCall, type HmacScheme } from '../../core/authentication/verify.js';
import { readConfluenceHint } from '../../core/documents/confluence/webhook.js';
import { isDocumentEvent, type DocumentEvent } from '../../core/documents/evidence.js';
import type { DocumentScope } from '../../core/documents/pull.js';
import { documentBounds, documentServer, documentSourceOf, namesIn, partsIn, readDocuments } from '../shared/documentSources.js';
import { EvidenceBasket } from '../shared/evidenceBasket.js';
import { answerCall, headersOf, readCall, type CallAnswer } from '../shared/incomingCall.js';

/*
 * A call of Confluence Data Center: size, then signature over the bytes, then content. It is thin, so the page it names is read afterwards;
 * what a call loses the scheduled reading finds. Source: vendor reference 3.2.
 */

const LARGEST_CALL = 1_048_576;
/** Reading the page must end before Confluence gives up waiting. */
const HINT_MILLISECONDS = 60_000;
const SIGNATURE_HEADER = 'X-Hub-Signature';

export async function receiveCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const read = await readCall(context, LARGEST_CALL);
		if ('refused' in read) return answerCall(context, read.refused);
		const refusal = await refuseCaller(context, read.body);
		if (refusal !== null) return answerCall(context, refusal);
		return await takeContent(context, read.body);
	} catch (error) {
		// The settings of this node are at fault and not the caller.
		const message = error instanceof Error ? error.message : String(error);
		context.logger.error(`Confluence Trigger "${context.getNode().name}": ${message}`);
		return answerCall(context, { status: 500, message: 'The receiver is not set up correctly; its log says what is wrong. The scheduled reading will find what changed.' });
	}
}

/** HMAC-SHA256 of the body in hexadecimal digits, with or without `sha256=` in front: releases differ. */
export function signatureScheme(credential: ICredentialDataDecryptedObject, given: string): HmacScheme {
	const { secret } = credential;
	return { kind: 'hmac', secret: typeof secret === 'string' ? secret : '', algorithm: 'sha256', encoding: 'hex', signatureHeader: SIGNATURE_HEADER, prefix: given.startsWith('sha256=') ? 'sha256=' : '', timestampHeader: null, signedContent: 'body', toleranceSeconds: 300 };
}

async function refuseCaller(context: IWebhookFunctions, body: Uint8Array): Promise<CallAnswer | null> {
	const headers = headersOf(context);
	const scheme = signatureScheme(await context.getCredentials('confluenceWebhookApi'), headers[SIGNATURE_HEADER.toLowerCase()]?.trim() ?? '');
	const verification = verifyCall(scheme, { headers, body }, Date.now());
	return verification.ok ? null : { status: verification.status, message: verification.reason };
}

async function takeContent(context: IWebhookFunctions, body: Uint8Array): Promise<IWebhookResponseData> {
	let content: unknown = null;
	try {
		content = body.length === 0 ? null : (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown);
	} catch {
		// The test button of Confluence sends what it likes; a real call is JSON.
		return answerCall(context, { status: 200, message: 'The Confluence Trigger is ready. This call held no JSON, so nothing was read.' });
	}
	const hint = readConfluenceHint(content);
	if (hint.kind === 'none') return answerCall(context, { status: 200, message: 'The Confluence Trigger is ready. This call named no page, so nothing was read.' });
	return await readPages(context, hint.scope);
}

async function readPages(context: IWebhookFunctions, scope: DocumentScope): Promise<IWebhookResponseData> {
	const source = documentSourceOf('confluenceDataCenter');
	const server = documentServer(source, await context.getCredentials(source.credential));
	const spaces = namesIn(context.getNodeParameter('spaces', ''));
	const parts = partsIn(context.getNodeParameter('parts', []));
	const { pageSize, ...bounds } = documentBounds(context.getNodeParameter('more', {}) as IDataObject, Date.now() + HINT_MILLISECONDS);
	const basket = new EvidenceBasket<DocumentEvent>(isDocumentEvent);
	const settings = { spaces, labels: [], parts, reviewLabels: namesIn(context.getNodeParameter('reviewLabels', '')), since: null, attachmentDetails: false, pageSize };
	const run = await readDocuments(context, source, server, { settings, cursor: null, scope, ...bounds }, basket);
	const wanted = new Set(spaces.map((space) => space.toLowerCase()));
	const events = basket.events.filter(({ data }) => wanted.size === 0 || data.space === null || wanted.has(data.space.toLowerCase()));
	if (events.length > 0) return { workflowData: [events.map(toItem), basket.findings.map(toItem)] };
	if (run.trouble !== null) return answerCall(context, { status: 502, message: `The page could not be read: ${run.trouble.message} ${run.trouble.remedy} The scheduled reading will find it.` });
	return answerCall(context, { status: 200, message: basket.events.length > 0 ? 'Received. The page is in a space that is not listened to.' : 'Received. The page is gone or not to be seen, so there is nothing to tell.' });
}

const toItem = (json: object): INodeExecutionData => ({ json: json as unknown as IDataObject });
