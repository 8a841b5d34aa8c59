import { createHash } from 'crypto';
import { DateTime } from 'luxon';
import { NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { evidenceKey } from '../../core/evidence/cloudEvent.js';
import { EDC_EVENT_TYPES, type EdcEvent, isEdcEvent } from '../../core/edc/evidence.js';
import type { EdcRequest, JsonObject } from '../../core/edc/pull.js';
import { callSource } from '../shared/httpCall.js';
import { readDocument } from '../shared/edcDocument.js';
import { readingOptions, serverOf, type ReadingOptions } from '../shared/edcReadingParameters.js';
import { readStudy } from '../shared/edcStudy.js';
import { EvidenceBasket } from '../shared/evidenceBasket.js';
import { outputsOf } from './outputs.js';
import { triggerSettings, type TriggerSettings } from './settings.js';

/*
 * The scheduled reading: "push is a hint, pull is the truth". What was read up to is kept in the node's static data and moves only
 * as far as the adapter vouches for. Source: architecture "State"; vendor reference 8, traps 4, 5 and 7.
 */

/** What is remembered between two runs, per source and study. */
interface Memory {
	/** Of the adapter; absent before the first run. */
	cursor?: JsonObject;
	/** Local day on which everything was read last. */
	readAllOn?: string;
	/** Short digests of what the last run handed on, to tell news from the overlap of two runs. */
	handedOn?: string[];
	/** Of a document behind an address. */
	etag?: string;
	lastModified?: string;
}

/** Above it every run is news: the comparison would cost more than it saves. */
const MOST_REMEMBERED = 2000;
/** Share of the engine's time for a poll that is used, so that what was read can still be handed on. */
const USED_SHARE = 0.8;

/** What is new since the last run; null where nothing is. */
export async function readOnSchedule(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context);
	if (!settings.pulled) return null;
	const manual = context.getMode() === 'manual';
	const memory = manual ? {} : memoryOf(context, settings);
	const now = DateTime.now().setZone(context.getTimezone());
	const everything = memory.readAllOn === undefined || dueAgain(context, memory.readAllOn, now);
	const budget = budgetOf(context);
	const reading = readingOptions(settings.more, Date.now() + budget * USED_SHARE);
	const basket = new EvidenceBasket(isEdcEvent);
	const run = settings.source.vendor === null ? await readAddress(context, settings, memory, everything, reading, basket) : await readVendor(context, settings, memory, everything, reading, basket);

	if (run.trouble !== null && basket.events.length === 0) {
		throw new NodeOperationError(context.getNode(), run.trouble.message, { description: run.trouble.remedy });
	}
	if (!manual) remember(memory, run, everything, now.toISODate() ?? '');
	const digests = digestsOf(basket);
	const news = everything || digests.length > MOST_REMEMBERED || digests.some((digest) => !(memory.handedOn ?? []).includes(digest));
	if (!manual && news) memory.handedOn = digests.slice(0, MOST_REMEMBERED);
	if (!news || basket.events.length + basket.findings.length === 0) return null;
	return outputsOf(basket, settings, new Date().toISOString());
}

interface ScheduledRun {
	readonly complete: boolean;
	readonly cursor: JsonObject | null;
	readonly trouble: { readonly message: string; readonly remedy: string } | null;
	readonly seen?: Pick<Memory, 'etag' | 'lastModified'>;
}

async function readVendor(context: IPollFunctions, settings: TriggerSettings, memory: Memory, everything: boolean, reading: ReadingOptions, basket: EvidenceBasket<EdcEvent>): Promise<ScheduledRun> {
	const server = serverOf(settings.source, await context.getCredentials(String(settings.source.credential)));
	// Everything again goes on from its own last place where it did not get through in one run.
	const cursor = everything && memory.readAllOn !== undefined ? null : (memory.cursor ?? null);
	return readStudy(context, settings.source, server, { study: settings.study, mapping: settings.mapping, cursor, ...reading }, basket);
}

async function readAddress(context: IPollFunctions, settings: TriggerSettings, memory: Memory, everything: boolean, reading: ReadingOptions, basket: EvidenceBasket<EdcEvent>): Promise<ScheduledRun> {
	const server = serverOf(settings.source, await context.getCredentials(String(settings.source.credential)));
	const unchanged = everything ? {} : { ...(memory.etag === undefined ? {} : { 'if-none-match': memory.etag }), ...(memory.lastModified === undefined ? {} : { 'if-modified-since': memory.lastModified }) };
	const request: EdcRequest = { method: 'GET', path: '', headers: unchanged, accept: 'xml', purpose: 'the ODM document', context: {} };
	const { head, body } = await callSource(context, server, request, reading.limits);
	const header = (name: string): string | undefined => Object.entries(head.headers).find(([key]) => key.toLowerCase() === name)?.[1];
	const none = { complete: false, cursor: null };
	if (head.status === 304) return { ...none, complete: true, trouble: null };
	if (head.status < 200 || head.status >= 300) {
		return { ...none, trouble: { message: `${new URL(server.baseUrl).host} answered ${head.status} when asked for the ODM document.`, remedy: head.status === 401 || head.status === 403 ? 'Check the login in the credential.' : 'Check the address in the credential. The next run asks again.' } };
	}
	await readDocument(body, { mapping: settings.mapping, where: 'Document' }, basket);
	const [etag, lastModified] = [header('etag'), header('last-modified')];
	const whole = !basket.refused;
	return { complete: whole, cursor: null, trouble: whole || basket.events.length > 0 ? null : troubleOf(basket), seen: whole ? { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) } : {} };
}

function troubleOf(basket: EvidenceBasket<EdcEvent>): ScheduledRun['trouble'] {
	const first = basket.findings.find((finding) => finding.severity === 'refused');
	return first === undefined ? null : { message: `The document cannot be read: ${first.where}${first.value === null ? '' : ` is "${first.value}"`}.`, remedy: `Expected: ${first.expected}.` };
}

function remember(memory: Memory, run: ScheduledRun, everything: boolean, today: string): void {
	if (run.cursor !== null) memory.cursor = run.cursor;
	if (everything && run.complete) memory.readAllOn = today;
	if (run.seen !== undefined) Object.assign(memory, run.seen);
}

/** Whether the night has come in which everything is read again. */
function dueAgain(context: IPollFunctions, readAllOn: string, now: DateTime): boolean {
	if (context.getNodeParameter('readAgain', 'nightly') !== 'nightly') return false;
	return readAllOn !== now.toISODate() && now.hour >= Number(context.getNodeParameter('readAgainHour', 2));
}

/** Each source and study remembers for itself, so that a change of the parameters starts anew. */
function memoryOf(context: IPollFunctions, { source, study }: TriggerSettings): Memory {
	const all = context.getWorkflowStaticData('node');
	const name = `${source.name} ${study}`;
	const known = all[name];
	if (typeof known === 'object' && known !== null) return known as Memory;
	const fresh: IDataObject = {};
	all[name] = fresh;
	return fresh;
}

/** Older versions of n8n name no budget. */
function budgetOf(context: IPollFunctions): number {
	const { getPollBudgetMs } = context as Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>;
	return getPollBudgetMs === undefined ? 5 * 60_000 : getPollBudgetMs.call(context);
}

/** One digest per fact and finding. A document counts by the subjects it holds and not by when it was made. */
function digestsOf(basket: EvidenceBasket<EdcEvent>): string[] {
	const short = (text: string): string => createHash('sha256').update(text).digest('base64').slice(0, 12);
	const keys = basket.events.map((event) => (event.type === EDC_EVENT_TYPES.documentRead ? JSON.stringify([event.source, event.data.study, event.data.subjects]) : evidenceKey(event)));
	return [...keys, ...basket.findings.map((finding) => JSON.stringify(finding))].map(short);
}
