import type { DuckDBInstance as Instance } from '@duckdb/node-api';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { assessLineage, createPersonReader, entryOf, pointInTime, VersionIndex, type AssessSettings, type VersionSource } from '../core/lineage/index.js';
import { hashText } from '../core/event-log/chain.js';
import { selectDocuments } from '../core/lineage/selection.js';
import { zoneOf } from '../core/time/zone.js';
import { byCodeNode, byCore, byDuckDb, load, readFields, sqlOf, summaryOf, type Item, type Summary } from './lineageContenders.js';
import { documentOf, DOCUMENTS_PER_NUMBER, rowsOfDocument, VERSIONS } from './lineageVersions.js';
import { median, rounded } from './measuring.js';

/*
 * A million stored versions of 50 000 documents: every lineage put in order, asked what was in force, searched for findings, and its chain hashed
 * and verified; and one acceptance number among them. Items are parsed from JSON, so that every text is a string of its own. All contenders work on
 * the same items in turns within one process; what they find is compared before anything is printed. Generating is not measured.
 */

interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

const ZONE = zoneOf('Asia/Shanghai');
const ACCEPTED = '2024-08-01T12:00:00+08:00';
const BATCH = 500;
/** As the node takes them: between two slices other work of the process goes on. */
const SLICE = 2_000;

const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api') as { readonly DuckDBInstance: { readonly create: (path: string, options: Record<string, string>) => Promise<Instance> } };

async function milliseconds(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

setFlagsFromString('--expose-gc');
setFlagsFromString('--max-old-space-size=7000');
const collect = runInNewContext('gc') as () => void;
function heldBytes(): number {
	collect();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

function settings(verify: boolean): AssessSettings {
	const at = pointInTime(ACCEPTED, ZONE);
	if (at === null) throw new Error('no moment');
	return { zone: ZONE, at, acceptedAt: at, deficiencyLetters: [], requiredRoles: ['approver'], uploadRule: 'always', personOf: createPersonReader(), verify };
}

/** The JSON of so many documents as bytes outside the heap, as they would lie in a file. */
function batchesOf(documents: number): Buffer[] {
	const batches: Buffer[] = [];
	for (let from = 0; from < documents; from += BATCH) {
		const items: object[] = [];
		for (let document = from; document < Math.min(from + BATCH, documents); document++) for (const json of rowsOfDocument(document)) items.push({ json });
		batches.push(Buffer.from(JSON.stringify(items), 'latin1'));
	}
	return batches;
}

const sourceOf = (items: readonly Item[]): VersionSource => ({ count: items.length, at: (position) => items[position]?.json });

function lineages(items: readonly Item[], use: (summary: Summary) => void, slices: number[] = []): void {
	let start = performance.now();
	const pause = (): void => {
		const now = performance.now();
		slices.push(now - start);
		start = now;
	};
	const index = new VersionIndex(sourceOf(items));
	while (!index.advance(SLICE * 10)) pause();
	let done = 0;
	for (const summary of byCore(index, settings(true))) {
		use(summary);
		done += VERSIONS;
		if (done < SLICE) continue;
		done = 0;
		pause();
	}
	pause();
}

function all(items: readonly Item[], slices: number[] = []): Summary[] {
	const summaries: Summary[] = [];
	lineages(items, (summary) => void summaries.push(summary), slices);
	return summaries;
}

function same(name: string, found: readonly Summary[], expected: readonly Summary[]): void {
	const lines = (summaries: readonly Summary[]): string[] => summaries.map((summary) => Object.values(summary).join(' ')).sort();
	const [own, other] = [lines(expected), lines(found)];
	if (own.length === other.length && own.every((line, place) => line === other[place])) return;
	const place = own.findIndex((line, at) => line !== other[at]);
	throw new Error(`${name} finds "${other[place] ?? 'nothing'}", this core "${own[place] ?? 'nothing'}".`);
}

/** Bytes that are held at most beyond the items themselves; what is found is not kept. */
function peakBytes(items: readonly Item[]): number {
	const before = heldBytes();
	let peak = 0;
	let seen = 0;
	const every = Math.ceil(items.length / VERSIONS / 8);
	lineages(items, () => {
		if (++seen % every === 0) peak = Math.max(peak, heldBytes() - before);
	});
	return peak;
}

const oneNumber = (number: number): readonly string[] => Array.from({ length: DOCUMENTS_PER_NUMBER }, (_, place) => documentOf(number * DOCUMENTS_PER_NUMBER + place));

function answer(items: readonly Item[], documents: readonly string[], index: VersionIndex | null, asked: AssessSettings): Summary[] {
	const source = sourceOf(items);
	const selection = selectDocuments(documents, source, index);
	while (!selection.advance(Number.MAX_SAFE_INTEGER));
	return selection.documents().map((document) => summaryOf(assessLineage(selection.positions(document).map((position) => entryOf(source.at(position))), asked)));
}

function readDocuments(items: readonly Item[]): number {
	let sum = 0;
	for (const { json } of items) sum += json.document.length + json.document.charCodeAt(7);
	return sum;
}

export async function run(total = 1_000_000, rounds = 5): Promise<Row[]> {
	const documents = total / VERSIONS;
	const batches = batchesOf(documents);
	const items = batches.flatMap((batch) => JSON.parse(batch.toString('latin1')) as Item[]);
	const tenth = items.slice(0, total / 10);
	const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
	await load(connection, items);
	const statement = sqlOf(ACCEPTED, '', true);
	const wanted = oneNumber(Math.floor(documents / DOCUMENTS_PER_NUMBER / 2));
	const oneStatement = sqlOf(ACCEPTED, `where document in (${wanted.map((document) => `'${document}'`).join(', ')})`, false);
	const index = new VersionIndex(sourceOf(items));
	while (!index.advance(SLICE * 10));
	const plain = settings(false);
	const small = items.slice(0, Math.min(total, 100_000));

	const expected = all(items);
	if (expected.every(({ intact }) => intact) || expected.filter(({ intact }) => !intact).length !== Math.floor((documents - 4) / 997) + 1) throw new Error('The altered versions are not found.');
	same('DuckDB', await byDuckDb(connection, statement), expected);
	same('The Code node', byCodeNode(small, ACCEPTED), expected.slice(0, small.length / VERSIONS));
	const one = answer(items, wanted, null, plain);
	same('The index', answer(items, wanted, index, plain), one);
	same('DuckDB for one number', (await byDuckDb(connection, oneStatement)).map((summary) => ({ ...summary, head: '' })), one);

	let sum = 0;
	const slices: number[] = [];
	const times: Record<string, number[]> = {};
	const note = (name: string, time: number): void => void (times[name] ??= []).push(time);
	const contenders: Readonly<Record<string, () => unknown>> = {
		core: () => all(items, slices),
		tenth: () => all(tenth),
		bare: () => (sum += readFields(items)),
		query: () => byDuckDb(connection, statement),
		codeNode: () => byCodeNode(small, ACCEPTED),
		coreSmall: () => all(small),
		one: () => answer(items, wanted, null, plain),
		oneBare: () => (sum += readDocuments(items)),
		oneQuery: () => byDuckDb(connection, oneStatement),
	};
	const longest: number[] = [];
	for (let round = 0; round <= rounds; round++) {
		// The first round warms up.
		const measured = round > 0;
		let parse = 0;
		let hashing = 0;
		let parseAndDrop = 0;
		collect();
		// The items are needed together, so they are parsed and kept, as n8n does; parsing that keeps nothing is for information.
		const kept: Item[][] = [];
		for (const batch of batches) {
			const json = batch.toString('latin1');
			const start = performance.now();
			kept.push(JSON.parse(json) as Item[]);
			parse += performance.now() - start;
		}
		sum += kept.length;
		kept.length = 0;
		for (const batch of batches) {
			const json = batch.toString('latin1');
			const start = performance.now();
			const parsed = JSON.parse(json) as Item[];
			parseAndDrop += performance.now() - start;
			const texts = parsed.map((item) => JSON.stringify(entryOf(item.json).content));
			const begin = performance.now();
			for (const text of texts) sum += hashText(text).length;
			hashing += performance.now() - begin;
		}
		if (measured) {
			note('parse', parse);
			note('parseAndDrop', parseAndDrop);
			note('hashing', hashing);
		}
		for (const [name, work] of Object.entries(contenders)) {
			slices.length = 0;
			const time = await milliseconds(work);
			if (measured) note(name, time);
			if (measured && name === 'core') longest.push(slices.reduce((most, slice) => Math.max(most, slice), 0));
		}
		const loading = await milliseconds(() => load(connection, items));
		if (measured) note('load', loading);
		const begin = performance.now();
		for (let repeat = 0; repeat < 200; repeat++) answer(items, oneNumber((repeat * 37) % Math.floor(documents / DOCUMENTS_PER_NUMBER)), index, plain);
		if (measured) note('indexed', (performance.now() - begin) / 200);
	}
	if (sum === 0) throw new Error('The passes read nothing.');
	const peak = peakBytes(items) / total;
	connection.closeSync();

	const of = (name: string): number => median(times[name] ?? []);
	const ratioOf = (a: string, b: string): number => median((times[a] ?? []).map((value, round) => value / (times[b]?.[round] ?? Number.NaN)));
	const title = `${total} versions in ${documents} documents`;
	const information = (name: string, contender: string): Row => ({ name: `${title}: ${name}`, value: rounded(of(contender)), unit: 'ms', goal: 'for information', met: true });
	const atMost = (name: string, value: number, most: number, unit = 'ratio'): Row => ({ name, value: rounded(value), unit, goal: `≤ ${most}`, met: value <= most });
	const withLoad = median((times['core'] ?? []).map((value, round) => value / ((times['load']?.[round] ?? Number.NaN) + (times['query']?.[round] ?? Number.NaN))));
	const faster = ratioOf('codeNode', 'coreSmall');
	return [
		information('this core: traced, hashed and verified', 'core'),
		information('JSON.parse of the items', 'parse'),
		information('JSON.parse of the items, batch by batch, nothing kept', 'parseAndDrop'),
		information('bare SHA-256 of the same bytes', 'hashing'),
		information('reading the fields only', 'bare'),
		information('DuckDB query, 2 threads', 'query'),
		information('DuckDB load', 'load'),
		{ ...information(`Code node with lodash and luxon, ${small.length} of them`, 'codeNode') },
		atMost(`${title}: ÷ JSON.parse`, ratioOf('core', 'parse'), 1.15),
		{ name: `${title}: ÷ JSON.parse that keeps nothing`, value: rounded(ratioOf('core', 'parseAndDrop')), unit: 'ratio', goal: 'for information', met: true },
		atMost(`${title}: ÷ DuckDB query`, ratioOf('core', 'query'), 0.3),
		atMost(`${title}: ÷ DuckDB load and query`, withLoad, 0.2),
		{ name: `${small.length} versions: faster than lodash and luxon`, value: rounded(faster), unit: '×', goal: '≥ 5.5', met: faster >= 5.5 },
		atMost(`${title}: ÷ reading the fields`, ratioOf('core', 'bare'), 21),
		{ name: `${title}: ÷ bare SHA-256`, value: rounded(ratioOf('core', 'hashing')), unit: 'ratio', goal: 'for information', met: true },
		atMost(`${title}: extra memory at most`, peak, 20, 'bytes per version'),
		atMost(`${total} versions ÷ ${tenth.length} versions`, ratioOf('core', 'tenth'), 14),
		atMost(`${title}: longest time without a pause (median of the runs' longest)`, median(longest), 50, 'ms'),
		information('one acceptance number among them', 'one'),
		information('DuckDB query for it', 'oneQuery'),
		atMost('one acceptance number: ÷ DuckDB query', ratioOf('one', 'oneQuery'), 0.4),
		atMost('one acceptance number: ÷ reading the identities', ratioOf('one', 'oneBare'), 1.15),
		atMost('one acceptance number with a built index', of('indexed'), 0.1, 'ms'),
		{ name: 'one acceptance number with a built index: ÷ DuckDB query on loaded columns', value: rounded(ratioOf('indexed', 'oneQuery')), unit: 'ratio', goal: 'for information', met: true },
	];
}
