import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isDocumentEvent, type DocumentEvent } from '../../core/documents/evidence.js';
import { documentSource, type DocumentPullSettings, type DocumentScope } from '../../core/documents/pull.js';
import { sampleDocuments } from '../../core/sample/documents.js';
import { documentBounds, documentServer, documentSourceOf, namesIn, partsIn, readDocuments } from '../shared/documentSources.js';
import { EvidenceBasket } from '../shared/evidenceBasket.js';
import { UserMessage, type OutputsOfItem } from '../shared/items.js';
import { cursorParameter, cursorRow } from '../shared/pullCursor.js';
import { hashAttachments } from './hashAttachments.js';

const MEGABYTE = 1_048_576;

/** One item → its facts, what could not be used, and where the reading ended. */
export async function runOperation(context: IExecuteFunctions, itemIndex: number): Promise<OutputsOfItem> {
	const operation = context.getNodeParameter('operation', itemIndex, 'readChanges');
	if (operation !== 'sampleActivity') return await readConfluence(context, itemIndex, operation === 'readPageHistory' ? historyReading(context, itemIndex) : changesReading(context, itemIndex));
	const basket = new EvidenceBasket(isDocumentEvent);
	for (const event of sampleDocuments()) basket.event(event);
	return [basket.events, basket.findings, []];
}

interface Reading {
	readonly settings: Omit<DocumentPullSettings, 'source' | 'pageSize'>;
	/** Null: everything that the settings allow. */
	readonly scope: DocumentScope | null;
	/** Largest file that is hashed, in bytes; null: none is. */
	readonly hashUpTo: number | null;
}

function changesReading(context: IExecuteFunctions, itemIndex: number): Reading {
	const more = context.getNodeParameter('more', itemIndex, {}) as IDataObject;
	const parts = partsIn(context.getNodeParameter('parts', itemIndex, []));
	const since = typeof more['since'] === 'string' && more['since'].trim() !== '' ? more['since'].trim() : null;
	return {
		settings: { spaces: namesOf(context, 'spaces', itemIndex), labels: namesOf(context, 'labels', itemIndex), parts, reviewLabels: parts.includes('labels') ? namesOf(context, 'reviewLabels', itemIndex) : [], since, attachmentDetails: false },
		scope: null,
		hashUpTo: null,
	};
}

function historyReading(context: IExecuteFunctions, itemIndex: number): Reading {
	const more = context.getNodeParameter('more', itemIndex, {}) as IDataObject;
	const chooseBy = context.getNodeParameter('chooseBy', itemIndex, 'page');
	const spaces = chooseBy === 'page' ? [] : namesOf(context, 'spaces', itemIndex);
	const labels = chooseBy === 'label' ? namesOf(context, 'label', itemIndex) : [];
	const pages = chooseBy === 'page' ? namesOf(context, 'pages', itemIndex) : [];
	const wrong = pages.find((page) => !/^\d+$/.test(page));
	if (wrong !== undefined) throw new UserMessage(`"Page IDs" holds "${wrong}".`, 'Expected: the numbers in the addresses of the pages, separated by commas.');
	if (chooseBy === 'page' && pages.length === 0) throw new UserMessage('"Page IDs" is empty.', 'Fill in the numbers in the addresses of the pages, separated by commas.');
	if (chooseBy === 'label' && labels.length === 0) throw new UserMessage('"Label" is empty.', 'Fill in the label that the pages of the submission carry.');
	if (chooseBy === 'space' && spaces.length === 0) throw new UserMessage('"Spaces" is empty.', 'Fill in the key of the space, as its address shows it.');
	const megabytes = Number(more['largestFileMegabytes'] ?? 200);
	if (!Number.isFinite(megabytes) || megabytes < 1) throw new UserMessage(`"Largest File (MB)" is ${JSON.stringify(more['largestFileMegabytes'])}.`, 'Expected: a number from 1.');
	const hashing = context.getNodeParameter('hashAttachments', itemIndex, true) === true;
	return {
		settings: { spaces, labels, parts: ['versions', 'attachments', 'labels', 'states'], reviewLabels: [], since: null, attachmentDetails: true },
		scope: chooseBy === 'page' ? { pages } : null,
		hashUpTo: hashing ? megabytes * MEGABYTE : null,
	};
}

async function readConfluence(context: IExecuteFunctions, itemIndex: number, { settings, scope, hashUpTo }: Reading): Promise<OutputsOfItem> {
	const more = context.getNodeParameter('more', itemIndex, {}) as IDataObject;
	const source = documentSourceOf(context.getNodeParameter('system', itemIndex, 'confluenceCloud') as string);
	const minutes = Number(more['readingMinutes'] ?? 30);
	if (!Number.isFinite(minutes) || minutes < 1) throw new UserMessage(`"Longest Reading (Minutes)" is ${JSON.stringify(more['readingMinutes'])}.`, 'Expected: a number from 1.');
	const server = documentServer(source, await context.getCredentials(source.credential, itemIndex));
	const own = typeof more['cursorKey'] === 'string' ? more['cursorKey'].trim() : '';
	const key = own === '' ? ['confluence', documentSource(source.system, server.baseUrl), ...[...settings.spaces].sort()].join(' ') : own;
	const cursor = scope === null ? cursorParameter(context, 'cursor', itemIndex, key) : null;
	const { pageSize, ...bounds } = documentBounds(more, Date.now() + minutes * 60_000);
	const basket = new EvidenceBasket<DocumentEvent>(isDocumentEvent);
	const run = await readDocuments(context, source, server, { settings: { ...settings, pageSize }, cursor, ...(scope === null ? {} : { scope }), ...bounds }, basket);
	// Where nothing was read and the next run would ask the very same, a person has to do something.
	const moved = JSON.stringify(run.cursor) !== JSON.stringify(cursor);
	if (run.trouble !== null && basket.events.length === 0 && !moved) throw new UserMessage(run.trouble.message, run.trouble.remedy);
	const events = hashUpTo === null ? basket.events : await hashAttachments(context, source.system, server, basket.events, { ...bounds.limits, longestAnswerBytes: hashUpTo }, basket);
	return [events, basket.findings, run.cursor === null || scope !== null ? [] : [{ ...cursorRow(key, run.cursor, new Date().toISOString()), complete: run.complete, calls: run.calls, facts: events.length }]];
}

const namesOf = (context: IExecuteFunctions, name: string, itemIndex: number): readonly string[] => namesIn(context.getNodeParameter(name, itemIndex, ''));
