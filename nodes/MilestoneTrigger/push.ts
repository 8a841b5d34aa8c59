import { type EdcEvent, isEdcEvent } from '../../core/edc/evidence.js';
import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { readDataEntryTrigger } from '../../core/edc/redcap/dataEntryTrigger.js';
import { detectEdcFormat } from '../../core/edc/odm/index.js';
import { readWebhook } from '../../core/edc/webhookMapping/index.js';
import { offerEvidence, parseJson, readDocument } from '../shared/edcDocument.js';
import { readingOptions, serverOf } from '../shared/edcReadingParameters.js';
import { readStudy } from '../shared/edcStudy.js';
import { EvidenceBasket } from '../shared/evidenceBasket.js';
import { UserMessage } from '../shared/items.js';
import { answerCall, readCall, type CallAnswer } from '../shared/incomingCall.js';
import { refuseCaller } from './caller.js';
import { outputsOf } from './outputs.js';
import { triggerSettings, type TriggerSettings } from './settings.js';

/*
 * A call of an EDC: size, then caller, then content. Nothing of the content is read before the caller is known, nothing runs for
 * a call that is refused, and whatever is wrong is told to the caller.
 */

const MEGABYTE = 1_048_576;
/** Reading the records a hint names must end before callers give up waiting. */
const HINT_MILLISECONDS = 60_000;
const PIECE = 1 << 18;

export async function receiveCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const settings = triggerSettings(context);
		const read = await readCall(context, largestCall(settings));
		if ('refused' in read) return answerCall(context, read.refused);
		const refusal = await refuseCaller(context, read.body);
		if (refusal !== null) return answerCall(context, refusal);
		return await takeContent(context, settings, read.body);
	} catch (error) {
		// The settings of this node are at fault and not the caller.
		const message = error instanceof Error ? error.message : String(error);
		context.logger.error(`EDC Milestone Trigger "${context.getNode().name}": ${message}`);
		return answerCall(context, { status: 500, message: 'The receiver is not set up correctly; its log and "Fetch Test Event" say what is wrong. Send the call again later.' });
	}
}

function largestCall({ more }: TriggerSettings): number {
	const megabytes = Number(more['largestCallMegabytes'] ?? 16);
	if (!Number.isFinite(megabytes) || megabytes < 1) throw new UserMessage(`"Largest Call (MB)" is ${JSON.stringify(more['largestCallMegabytes'])}.`, 'Expected: a number from 1.');
	return megabytes * MEGABYTE;
}

async function takeContent(context: IWebhookFunctions, settings: TriggerSettings, body: Uint8Array): Promise<IWebhookResponseData> {
	const basket = new EvidenceBasket(isEdcEvent);
	const answer = await readContent(context, settings, body, basket);
	if (answer !== null) return answerCall(context, answer);
	const outputs = (): ReturnType<typeof outputsOf> => outputsOf(basket, settings, new Date().toISOString());
	if (basket.events.length > 0) return { workflowData: outputs() };
	if (basket.findings.length === 0) return answerCall(context, { status: 200, message: 'Received. It holds no fact.' });
	const told: CallAnswer = { status: 422, message: 'Nothing in this call can be used. Each finding says where, which value, and what was expected.', findings: basket.findings };
	return answerCall(context, told, settings.more['handOnUnusable'] === true ? outputs() : undefined);
}

/** Puts what the content says into the basket; an answer where it says nothing that could be judged. */
async function readContent(context: IWebhookFunctions, settings: TriggerSettings, body: Uint8Array, basket: EvidenceBasket<EdcEvent>): Promise<CallAnswer | null> {
	const headers = context.getHeaderData();
	const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
	if (body.length === 0) return PONG;
	if (type.startsWith('multipart/')) return { status: 415, message: `Content of the type "${type}" cannot be read. Send the document itself, as application/xml or application/json.` };
	if (type === 'application/x-www-form-urlencoded' && settings.source.name === 'redcap') return readHint(context, settings, formOf(body), basket);
	const start = new TextDecoder('latin1').decode(body.subarray(0, 4096).filter((byte) => byte > 8 && byte < 128)).trimStart();
	if (start === '') return PONG;
	if (start.startsWith('<') || detectEdcFormat(new TextDecoder('latin1').decode(body.subarray(0, 8192))) === 'odm-json') {
		await readDocument(pieces(body), { mapping: settings.mapping, where: 'Content' }, basket);
		return null;
	}
	return readJson(context, settings, body, basket);
}

const PONG: CallAnswer = { status: 200, message: 'The EDC Milestone Trigger is ready. This call held nothing.' };

async function readJson(context: IWebhookFunctions, settings: TriggerSettings, body: Uint8Array, basket: EvidenceBasket<EdcEvent>): Promise<CallAnswer | null> {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(body);
	} catch {
		basket.finding({ where: 'Content', value: null, expected: 'JSON in UTF-8, or XML that names its encoding', severity: 'refused' });
		return null;
	}
	const parsed = parseJson(text);
	if (!parsed.ok) {
		basket.finding({ where: 'Content', value: text.slice(0, 80), expected: `an ODM document (XML or JSON) or evidence as CloudEvents; it is neither XML nor JSON (${parsed.problem})`, severity: 'refused' });
		return null;
	}
	const { value } = parsed;
	if (isPing(value)) return PONG;
	const subjects = subjectsOf(value);
	if (settings.source.vendor !== null && subjects !== null) return readSubjects(context, settings, subjects, basket);
	const event = binaryModeEvent(context, value);
	if (event === null && settings.records !== null) readWebhook(value, { ...settings.records, mapping: settings.mapping }, basket);
	else offerEvidence(event ?? value, 'Content', basket);
	return null;
}

/** CloudEvents in binary mode: the attributes stand in headers, the content is `data`. Source: CloudEvents HTTP binding 3.1. */
function binaryModeEvent(context: IWebhookFunctions, data: unknown): object | null {
	const headers = context.getHeaderData();
	if (headers['ce-specversion'] === undefined) return null;
	const attributes = Object.entries(headers).flatMap(([name, value]) => (name.startsWith('ce-') && typeof value === 'string' ? [[name.slice(3), percentDecoded(value)] as const] : []));
	return { ...Object.fromEntries(attributes), datacontenttype: 'application/json', data };
}

/** A header that is not encoded as the binding asks stays as it came: the check of the evidence judges it, and the caller is told. */
function percentDecoded(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}

/** What senders send to see whether anybody answers: nothing at all, or a note that it is a test. */
function isPing(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value) || Object.keys(value).length === 0) return Array.isArray(value) && value.length > 0 ? false : true;
	const { ping, test, type, event } = value as Readonly<Record<string, unknown>>;
	if ('specversion' in value) return false;
	return ping === true || test === true || [type, event].some((word) => word === 'ping' || word === 'test');
}

/** A hint `{"subjects": ["017"]}`: these are to be read again, null where it is none. */
function subjectsOf(value: unknown): readonly string[] | null {
	if (typeof value !== 'object' || value === null || !('subjects' in value) || 'specversion' in value) return null;
	const { subjects } = value;
	return Array.isArray(subjects) && subjects.length > 0 && subjects.every((subject) => typeof subject === 'string' && subject !== '') ? (subjects as string[]) : null;
}

async function readHint(context: IWebhookFunctions, settings: TriggerSettings, form: Readonly<Record<string, string>>, basket: EvidenceBasket<EdcEvent>): Promise<CallAnswer | null> {
	if (Object.keys(form).length === 0) return PONG;
	const server = serverOf(settings.source, await context.getCredentials(String(settings.source.credential)));
	const hint = readDataEntryTrigger(form, { baseUrl: server.baseUrl, projectId: settings.study });
	if (!hint.accepted) {
		basket.finding({ where: 'Data Entry Trigger', value: hint.message, expected: hint.remedy, severity: 'refused' });
		return null;
	}
	return readSubjects(context, settings, hint.trigger.scope.subjects, basket);
}

/** Reads the records that a hint names; where the EDC does not answer, the caller is told and the schedule will find them. */
async function readSubjects(context: IWebhookFunctions, settings: TriggerSettings, subjects: readonly string[], basket: EvidenceBasket<EdcEvent>): Promise<CallAnswer | null> {
	const server = serverOf(settings.source, await context.getCredentials(String(settings.source.credential)));
	const reading = readingOptions(settings.more, Date.now() + HINT_MILLISECONDS);
	const run = await readStudy(context, settings.source, server, { study: settings.study, mapping: settings.mapping, cursor: null, scope: { subjects }, ...reading }, basket);
	if (run.trouble === null || basket.events.length > 0) return null;
	return { status: 502, message: `The records could not be read: ${run.trouble.message} ${run.trouble.remedy} The scheduled reading will find them.` };
}

function formOf(body: Uint8Array): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
}

/** A document that came whole, in pieces, so that a long one does not hold the server up. */
async function* pieces(body: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < body.length; at += PIECE) {
		yield body.subarray(at, at + PIECE);
		if (at + PIECE < body.length) await sleep(0);
	}
}
