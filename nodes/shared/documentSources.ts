import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { DocumentEvent } from '../../core/documents/evidence.js';
import { createDocumentPull } from '../../core/documents/confluence/createPull.js';
import { documentSource, type DocumentPart, type DocumentPullSettings, type DocumentScope, type DocumentSystem } from '../../core/documents/pull.js';
import type { EvidenceSink } from '../../core/evidence/sink.js';
import type { JsonObject } from '../../core/pull/pull.js';
import type { HttpCaller, SourceServer } from './httpCall.js';
import { UserMessage } from './items.js';
import { runPull, type PullBounds, type PullRun } from './runPull.js';

/* Document systems as a user chooses them, and how they are read; shared by the action and the trigger. */

export interface DocumentSourceDefinition {
	readonly system: DocumentSystem;
	readonly title: string;
	readonly credential: 'confluenceCloudApi' | 'confluenceDataCenterApi';
	/** What people copy with the address, and the adapter adds by itself. */
	readonly overhang: RegExp;
}

export const DOCUMENT_SOURCES: readonly DocumentSourceDefinition[] = [
	{ system: 'confluenceCloud', title: 'Confluence Cloud', credential: 'confluenceCloudApi', overhang: /\/+wiki$/ },
	{ system: 'confluenceDataCenter', title: 'Confluence Data Center', credential: 'confluenceDataCenterApi', overhang: /\/+rest(?:\/api)?$/ },
];

export function documentSourceOf(system: string): DocumentSourceDefinition {
	const found = DOCUMENT_SOURCES.find((source) => source.system === system);
	if (found === undefined) throw new RangeError(`There is no document system "${system}".`);
	return found;
}

export function documentServer({ credential, title, overhang }: DocumentSourceDefinition, credentials: { readonly baseUrl?: unknown }): SourceServer {
	const entered = typeof credentials.baseUrl === 'string' ? credentials.baseUrl : '';
	const baseUrl = entered.trim().replace(/\/+$/, '').replace(overhang, '');
	if (!/^https?:\/\/[^/\s]+/i.test(baseUrl) || !URL.canParse(baseUrl)) throw new UserMessage(`The address in the credential of ${title} is "${entered}".`, 'Expected: a whole address with https:// in front. Correct it in the credential.');
	return { credential, tokenExpires: false, baseUrl };
}

export interface DocumentReading extends PullBounds {
	readonly settings: Omit<DocumentPullSettings, 'source'>;
	readonly cursor: JsonObject | null;
	readonly scope?: DocumentScope;
}

/** Reads a wiki through the adapter of its system. */
export async function readDocuments(caller: HttpCaller, { system }: DocumentSourceDefinition, server: SourceServer, { settings, cursor, scope, ...bounds }: DocumentReading, sink: EvidenceSink<DocumentEvent>): Promise<PullRun> {
	const pull = createDocumentPull(system, { ...settings, source: documentSource(system, server.baseUrl) });
	return await runPull(caller, server, pull, { cursor, ...(scope === undefined ? {} : { scope }) }, bounds, sink);
}

/** Names separated by commas or lines. */
export function namesIn(value: unknown): readonly string[] {
	const texts: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，、;；\n]/) : typeof value === 'number' ? [value] : [];
	return [...new Set(texts.flatMap((text) => (typeof text === 'string' || typeof text === 'number' ? [String(text).trim()] : [])).filter((text) => text !== ''))];
}

const PART_NAMES: Readonly<Record<DocumentPart, { readonly name: string; readonly description: string }>> = {
	attachments: { name: 'Attachments', description: 'Every version of every file' },
	comments: { name: 'Comments', description: 'Footer and inline comments with replies, their text, and whether they are resolved' },
	labels: { name: 'Labels', description: 'Labels by which a review starts' },
	states: { name: 'Content States', description: 'E.g. "Ready for review"; only in Confluence Cloud' },
	tasks: { name: 'Tasks', description: 'Tasks given to somebody. In Data Center this reads the text of the pages.' },
	versions: { name: 'Versions', description: 'Every version of a page: who, when, note, small edit' },
};

/** Parts in the order of the editor, which sorts by name. */
export const partOptions = (Object.entries(PART_NAMES) as ReadonlyArray<[DocumentPart, { readonly name: string; readonly description: string }]>)
	.map(([value, { name, description }]) => ({ name, value, description }))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

export const DEFAULT_PARTS: readonly DocumentPart[] = ['comments', 'labels', 'states', 'tasks', 'versions'];
export const DEFAULT_REVIEW_LABELS = 'in-review, review, 评审中, 待评审';

export function partsIn(value: unknown): readonly DocumentPart[] {
	const parts = namesIn(value).filter((part): part is DocumentPart => Object.hasOwn(PART_NAMES, part));
	if (parts.length === 0) throw new UserMessage('"What to Read" is empty.', 'Choose at least one of versions, comments, attachments, labels, content states, tasks.');
	return parts;
}

const number = (displayName: string, name: string, value: number, description: string): INodeProperties => ({ displayName, name, type: 'number', typeOptions: { minValue: 1 }, default: value, description });

/** Bounds of a reading, for a collection of options. */
export const DOCUMENT_READING_OPTIONS: readonly INodeProperties[] = [
	number('Longest Call (Seconds)', 'callSeconds', 60, 'How long a single call may take'),
	number('Most Calls per Run', 'mostCalls', 5000, 'The next run goes on with the page at which this one stopped. One page takes about six calls and one for each of its comments.'),
	number('Rows per Call', 'pageSize', 250, 'Pages, versions or comments asked for at once. Confluence gives no more than 250, and fewer with text.'),
];

/** @param deadline epoch milliseconds */
export function documentBounds(more: IDataObject, deadline: number): PullBounds & { readonly pageSize: number } {
	const positive = (name: string, label: string, fallback: number): number => {
		const value = Number(more[name] ?? fallback);
		if (!Number.isFinite(value) || value < 1) throw new UserMessage(`"${label}" is ${JSON.stringify(more[name])}.`, 'Expected: a number from 1.');
		return value;
	};
	return {
		mostCalls: positive('mostCalls', 'Most Calls per Run', 5000),
		pageSize: positive('pageSize', 'Rows per Call', 250),
		limits: { deadline, timeoutMilliseconds: positive('callSeconds', 'Longest Call (Seconds)', 60) * 1000, longestAnswerBytes: 128 * 1_048_576 },
	};
}
