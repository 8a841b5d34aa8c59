import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
	cardDurations,
	cardRow,
	createCardLogReader,
	cycleStatistics,
	foldCard,
	foldCardLogs,
	paretoChart,
	paretoOf,
	renderCardRecord,
	repeatedReports,
	sweepCards,
	timelineOf,
	trustedCard,
	verifyCardLog,
	type Card,
	type CardLog,
	type CardDurations,
	type FoldedLog,
	type ParetoBy,
} from '../../core/card/index.js';
import type { ChainFault } from '../../core/event-log/verify.js';
import type { ChainHead } from '../../core/event-log/chain.js';
import type { BilingualText } from '../../core/judgement/judgement.js';
import { parseRfc3339 } from '../../core/time/rfc3339.js';
import { formatInstant } from '../../core/time/zone.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { calendarOf, languageOf, listOf, textParameter } from './parameters.js';
import { digestTasks, nextTasks } from './tasks.js';
import type { QueryOperation } from './properties.js';

/** Rows, or events of cards, between two pauses: the event loop of n8n is not held by a long log. */
const SLICE = 2000;

interface Found {
	readonly card: Card;
	readonly log: CardLog;
}

/** All rows together; the settings are those of the first item. Second output: cards whose log cannot be relied on, or that there are none of. */
export async function runQuery(context: IExecuteFunctions, operation: QueryOperation): Promise<INodeExecutionData[][]> {
	const results: INodeExecutionData[] = [];
	const broken: INodeExecutionData[] = [];
	const give = (json: object, binary?: INodeExecutionData['binary']): void => void results.push({ json: json as IDataObject, pairedItem: { item: 0 }, ...(binary === undefined ? {} : { binary }) });
	const refuse = (json: object): void => void broken.push({ json: json as IDataObject, pairedItem: { item: 0 } });
	const language = languageOf(context, 0);
	const calendar = calendarOf(context, 0);
	const now = textParameter(context, 'now', 0);
	const asOf = parseRfc3339(now);
	if (Number.isNaN(asOf)) throw new UserMessage(`Parameter "Now" is ${JSON.stringify(now)}, expected a date and time with offset.`, 'Use {{ $now.toISO() }}, or write e.g. 2026-03-02T08:00:00+08:00.');
	const settings = { asOf, calendar, countClosedGap: context.getNodeParameter('countClosedGap', 0, false) === true };

	if (operation === 'verifyChain') {
		await verifyAll(context, give, refuse);
		return [results, broken];
	}
	if (operation === 'nextTask') {
		for await (const log of logsOf(context)) for (const row of nextTasks(context, log)) give(row);
		return [results, broken];
	}
	const wanted = ['get', 'timeline', 'record'].includes(operation) ? textParameter(context, 'number', 0) : '';
	if (wanted === '' && (operation === 'timeline' || operation === 'record')) throw new UserMessage('Parameter "Card Number" is empty.', 'Give the number of one card.');
	const cards: Card[] = [];
	const found: Found[] = [];
	const untrusted = (number: string, explanation: BilingualText, faults: readonly ChainFault[]): void => refuse({ cardNumber: number, code: 'brokenLog', message: explanation[language], messages: explanation, faults });
	if (wanted === '') {
		await foldAll(context, (folded) => {
			if (folded.ok) cards.push(folded.card);
			else untrusted(folded.number, folded.explanation, folded.faults);
		});
		cards.sort((a, b) => (a.number < b.number ? -1 : 1));
	} else {
		for await (const log of logsOf(context)) {
			if (log.number !== wanted) continue;
			const trusted = trustedCard(log);
			if (!trusted.ok) untrusted(log.number, trusted.explanation, trusted.faults);
			// The record of a broken log is printed too, as broken: it is what an inspector has to see.
			const card = trusted.ok ? trusted.card : operation === 'record' ? readable(log) : null;
			if (card === null) continue;
			cards.push(card);
			found.push({ card, log });
		}
	}
	if (wanted !== '' && cards.length === 0 && broken.length === 0) refuse({ cardNumber: wanted, code: 'unknown', message: language === 'en' ? `There is no card ${wanted} in the log.` : `日志中没有卡片 ${wanted}。` });

	switch (operation) {
		case 'get':
			for (const card of cards) give({ ...cardRow(card, language, [], calendar.zone), card, durations: durationsOf(cardDurations(card, settings)) });
			break;
		case 'timeline':
			for (const { log } of found) for (const entry of timelineOf(log.events, calendar.zone)) give({ cardNumber: log.number, ...entry });
			break;
		case 'sweep':
			for (const swept of sweepCards(cards, asOf, calendar.zone)) give({ ...swept, message: swept.explanation[language] });
			for (const repeated of repeatedReports(cards)) give({ kind: 'repeatedReport', ...repeated, message: repeated.message[language], explanation: repeated.message });
			break;
		case 'digest':
			for (const task of digestTasks(context, cards, asOf, calendar.zone)) give(task);
			break;
		case 'pareto': {
			const pareto = paretoOf(cards, context.getNodeParameter('by', 0) as ParetoBy);
			give({ ...pareto, chart: paretoChart(pareto, language) });
			break;
		}
		case 'durations':
			for (const row of cycleStatistics(cards, settings, context.getNodeParameter('period', 0) === 'month' ? 'month' : 'quarter')) give(row);
			break;
		case 'record':
			for (const { card, log } of found) {
				const verdict = verifyCardLog(log, null, notedHeads(context).get(card.number));
				const html = renderCardRecord(card, log.events, verdict.chain, cardDurations(card, settings), { language, zone: calendar.zone, printedAt: formatInstant(asOf, calendar.zone).replace('T', ' '), pictures: picturesOf(context) });
				const fileName = `${card.number.replace(/[^\p{L}\p{N}._-]/gu, '_')}.html`;
				give({ cardNumber: card.number, fileName, html, intact: verdict.intact, headHash: card.head.hash, version: card.version }, { data: await context.helpers.prepareBinaryData(Buffer.from(html), fileName, 'text/html') });
			}
	}
	return [results, broken];
}

/** What can be read of a log that does not hold; null where nothing can. */
function readable(log: CardLog): Card | null {
	try {
		return foldCard(log.events);
	} catch {
		return null;
	}
}

async function verifyAll(context: IExecuteFunctions, give: (json: object) => void, refuse: (json: object) => void): Promise<void> {
	const language = languageOf(context, 0);
	const stored = new Map(listOf(jsonParameter(context, 'storedCards', 'Stored Cards', 0), 'Stored Cards').map((row) => [textOf(row['cardNumber']), row]));
	const noted = notedHeads(context);
	const seen = new Set<string>();
	for await (const log of logsOf(context)) {
		seen.add(log.number);
		const verdict = verifyCardLog(log, stored.get(log.number) ?? null, noted.get(log.number));
		const json = { cardNumber: log.number, intact: verdict.intact, anchor: verdict.chain.anchor, events: verdict.chain.events, head: verdict.chain.head, rowAgrees: verdict.rowAgrees, faults: verdict.chain.faults, explanation: verdict.explanation, message: verdict.explanation[language] };
		if (verdict.intact) give(json);
		else refuse(json);
	}
	for (const number of new Set([...stored.keys(), ...noted.keys()])) {
		if (seen.has(number)) continue;
		const explanation = { en: `Card ${number}: the whole log is gone.`, 'zh-CN': `卡片 ${number}：整个日志已不存在。` };
		refuse({ cardNumber: number, intact: false, anchor: noted.has(number) ? 'outside' : 'stored', events: 0, head: null, rowAgrees: null, faults: [{ kind: 'removed', sequence: 1, toSequence: noted.get(number)?.sequence ?? Number(stored.get(number)?.['version'] ?? 1), position: null, message: explanation }], explanation, message: explanation[language] });
	}
}

/** Rows of the log; an input without rows is one empty item. */
function rowsOf(context: IExecuteFunctions): ReadonlyArray<Readonly<Record<string, unknown>>> {
	const rows = context.getNodeParameter('rowsSource', 0) === 'json' ? listOf(jsonParameter(context, 'rows', 'Log', 0), 'Log') : context.getInputData().map(({ json }) => json);
	return rows.length === 1 && Object.keys(rows[0] ?? {}).length === 0 ? [] : rows;
}

async function foldAll(context: IExecuteFunctions, visit: (folded: FoldedLog) => void): Promise<void> {
	const rows = rowsOf(context);
	const steps = foldCardLogs(rows.length, (place) => rows[place] ?? {}, visit, SLICE);
	while (steps.next().done !== true) await sleep(0);
}

async function* logsOf(context: IExecuteFunctions): AsyncGenerator<CardLog> {
	const reader = createCardLogReader();
	for (const [index, row] of rowsOf(context).entries()) {
		reader.add(row);
		if (index % SLICE === SLICE - 1) await sleep(0);
	}
	let events = 0;
	for (const log of reader.logs()) {
		yield log;
		events += log.events.length;
		if (events < SLICE) continue;
		events = 0;
		await sleep(0);
	}
}

function notedHeads(context: IExecuteFunctions): ReadonlyMap<string, ChainHead> {
	const value = jsonParameter(context, 'notedHeads', 'Noted Heads', 0);
	if (value === null || value === undefined || value === '') return new Map();
	if (typeof value !== 'object' || Array.isArray(value)) throw new UserMessage('Parameter "Noted Heads" is not an object.', 'Write {"CAPA-2026-0001": {"sequence": 6, "hash": "…"}}.');
	return new Map(
		Object.entries(value as Readonly<Record<string, unknown>>).map(([number, head]) => {
			const { sequence, hash } = (head ?? {}) as { readonly sequence?: unknown; readonly hash?: unknown };
			if (typeof sequence !== 'number' || typeof hash !== 'string') throw new UserMessage(`Parameter "Noted Heads": the head of ${number} is ${JSON.stringify(head)}.`, 'Write sequence (a number) and hash (a text), as the record prints them.');
			return [number, { sequence, hash }];
		}),
	);
}

/** Photos to print, by their hash. */
function picturesOf(context: IExecuteFunctions): ReadonlyMap<string, string> {
	const rows = listOf(jsonParameter(context, 'pictures', 'Pictures', 0), 'Pictures');
	return new Map(rows.map((row) => [textOf(row['sha256']), textOf(row['content'])]));
}

/** Durations with plain numbers, null where the calendar of a year is missing. */
function durationsOf(durations: CardDurations): object {
	const plain = (value: unknown): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		if ('workingDays' in value) {
			const { calendarDays, workingDays } = value as CardDurations['total'];
			return { calendarDays, workingDays: workingDays.kind === 'known' ? workingDays.value : null };
		}
		return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
	};
	return plain(durations) as object;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
