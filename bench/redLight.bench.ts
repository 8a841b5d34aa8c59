import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CODE_RULES, episodesOf, PAGE_RULES, pagesOf, readFields, runCore, SLICE } from './redLightCore.js';
import { duck, lodashCode, lodashPages, rulesEngine } from './redLightContenders.js';
import { codeFact, itemsOf, pageFact, shuffled, writerFact, type FactOf, type Item } from './redLightFacts.js';
import type { RedLight, RedLightRule } from '../core/red-light/index.js';
import { median, rounded } from './measuring.js';

/*
 * Red lights by the configured rules over facts as n8n hands them over ({json: …}), against JSON.parse of the same items, a pass that only
 * reads their fields, DuckDB (query alone, and with loading), a Code node with lodash and luxon, and json-rules-engine. All find the same
 * before any time is printed. Repetitions alternate; medians are compared. Lights for green subjects are made unless a row says otherwise.
 */

interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

interface Workload {
	readonly name: string;
	readonly kind: 'code' | 'pages';
	readonly fact: FactOf;
	readonly rules: readonly RedLightRule[];
	readonly linesOf: (lights: readonly RedLight[]) => string[];
	readonly script: (items: readonly Item[]) => string[];
	readonly greenLights: boolean;
	/** Another shape of the facts, or other settings: only the core is measured again, and its findings are held against DuckDB's. */
	readonly variants: ReadonlyArray<{ readonly name: string; readonly fact: FactOf; readonly greenLights: boolean }>;
	readonly goals: { readonly parse: number; readonly query: number; readonly load: number; readonly bare: number; readonly memory: number };
}

const CODE: Workload = {
	name: 'code rules A + B',
	kind: 'code',
	fact: codeFact,
	rules: CODE_RULES,
	linesOf: episodesOf,
	script: lodashCode,
	greenLights: true,
	variants: [{ name: 'facts in no order', fact: shuffled(codeFact), greenLights: true }],
	goals: { parse: 0.25, query: 0.5, load: 0.17, bare: 8, memory: 16 },
};
const PAGES: Workload = {
	name: 'page edits since review',
	kind: 'pages',
	fact: pageFact,
	rules: PAGE_RULES,
	linesOf: pagesOf,
	script: lodashPages,
	greenLights: true,
	variants: [
		{ name: 'green lights left out', fact: pageFact, greenLights: false },
		{ name: 'facts in no order, green lights left out', fact: shuffled(pageFact), greenLights: false },
		{ name: 'one writer a page, two pages in three lit', fact: writerFact, greenLights: true },
	],
	goals: { parse: 0.4, query: 2.2, load: 0.27, bare: 12, memory: 32 },
};

/** The script and the rules engine are measured on a part, per fact. */
const SAMPLE = 100_000;
const ENGINE_SAMPLE = 20_000;
const PARSED = 200_000;
const PARSED_AT_ONCE = 20_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function timed(work: () => unknown): Promise<number> {
	collect();
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Parsing in parts, so that the texts need not all be in the memory; making them is not measured. Of many facts 200,000 are parsed, spread over all, and the time is scaled. */
function parseTime({ fact }: Workload, total: number): number {
	let time = 0;
	const parsed = Math.min(total, PARSED);
	for (let from = 0; from < parsed; from += PARSED_AT_ONCE) {
		const texts = Array.from({ length: Math.min(PARSED_AT_ONCE, parsed - from) }, (_, index) => `{"json":${fact(Math.floor(((from + index) * total) / parsed), total)}}`);
		const start = performance.now();
		for (const text of texts) JSON.parse(text);
		time += performance.now() - start;
	}
	return (time * total) / parsed;
}

/** Memory that the evaluation holds at most beside the items and the lights that it has handed over, in bytes: looked at between slices, garbage collected. */
async function memory(items: readonly Item[], rules: readonly RedLightRule[], greenLights: boolean): Promise<number> {
	const held = (): number => {
		collect();
		const { heapUsed, arrayBuffers } = process.memoryUsage();
		return heapUsed + arrayBuffers;
	};
	// Arrays of numbers of the runs before are given back after a turn of the event loop.
	for (let turn = 0; turn < 3; turn++) {
		held();
		await new Promise((resolve) => setImmediate(resolve));
	}
	const before = held();
	let most = 0;
	let slices = 0;
	const every = Math.max(1, Math.floor(items.length / SLICE / 12));
	const look = (): void => {
		if (++slices % every === 0) most = Math.max(most, held() - before);
	};
	runCore(items, rules, look, greenLights, () => undefined);
	return most;
}

function same(what: string, found: readonly string[], expected: readonly string[]): void {
	if (JSON.stringify(found) === JSON.stringify(expected)) return;
	const missing = expected.find((line) => !found.includes(line));
	const added = found.find((line) => !expected.includes(line));
	throw new Error(`${what} finds something else than the core: ${String(added)} instead of ${String(missing)} (${found.length} and ${expected.length} lines).`);
}

async function measured(workload: Workload, total: number, rounds: number): Promise<Row[]> {
	const { name, kind, fact, rules, linesOf, script, greenLights, goals } = workload;
	const items = itemsOf(fact, total);
	const database = await duck(kind);
	const part = items.slice(0, SAMPLE);
	const engineItems = items.slice(0, ENGINE_SAMPLE);
	await database.load(items);
	const expected = linesOf(runCore(items, rules).lights);
	if (expected.length === 0) throw new Error('The core finds nothing.');
	same('DuckDB', await database.query(), expected);
	same('The script', script(part), linesOf(runCore(part, rules).lights));
	if (kind === 'code') same('The rules engine', await rulesEngine(engineItems), linesOf(runCore(engineItems, rules).lights));
	const times: Record<'parse' | 'bare' | 'core' | 'query' | 'load' | 'script' | 'engine', number[]> = { parse: [], bare: [], core: [], query: [], load: [], script: [], engine: [] };
	const longest: number[] = [];
	for (let round = 0; round < rounds; round++) {
		times.parse.push(parseTime(workload, total));
		times.bare.push(await timed(() => readFields(items)));
		times.core.push(await timed(() => longest.push(runCore(items, rules, undefined, greenLights).longest)));
		times.query.push(await timed(() => database.query()));
		times.load.push(await timed(() => database.load(items)));
		times.script.push(await timed(() => script(part)));
		if (kind === 'code') times.engine.push(await timed(() => rulesEngine(engineItems)));
	}
	database.close();
	const lights = runCore(items, rules, undefined, greenLights).lights.length;
	const core = median(times.core);
	const query = median(times.query);
	const row = (what: string, value: number, unit: string, goal = 'for information', met = true): Row => ({ name: `${total} facts, ${name}: ${what}`, value: rounded(value), unit, goal, met });
	const ratio = (what: string, value: number, goal: number): Row => row(`core ÷ ${what}`, value, 'ratio', `≤ ${goal}`, value <= goal);
	const scriptRate = median(times.script) / part.length / (core / total);
	const bytes = (await memory(items, rules, greenLights)) / total;
	const block = median(longest);
	return [
		row(`core, ${lights} lights of which ${expected.length} are compared`, core, 'ms'),
		row('JSON.parse of the items', median(times.parse), 'ms'),
		row('reading the fields only', median(times.bare), 'ms'),
		row('DuckDB query', query, 'ms'),
		row('DuckDB load', median(times.load), 'ms'),
		ratio('JSON.parse', core / median(times.parse), goals.parse),
		ratio('DuckDB query', core / query, goals.query),
		ratio('DuckDB load + query', core / (median(times.load) + query), goals.load),
		row('faster than lodash + luxon, per fact', scriptRate, 'times', '≥ 20', scriptRate >= 20),
		...(kind === 'code' ? [row('faster than json-rules-engine, per fact', median(times.engine) / engineItems.length / (core / total), 'times')] : []),
		ratio('reading the fields', core / median(times.bare), goals.bare),
		row('memory held at most beside items and lights', bytes, 'bytes a fact', `≤ ${goals.memory}`, bytes <= goals.memory),
		row(`longest slice of ${SLICE}`, block, 'ms', '≤ 50', block <= 50),
	];
}

/** The core alone on another shape of the facts, against JSON.parse and DuckDB's query of the same. */
async function variantsOf(workload: Workload, total: number, rounds: number): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { name, fact, greenLights } of workload.variants) {
		const { kind, rules, linesOf, goals } = workload;
		const items = itemsOf(fact, total);
		const database = await duck(kind);
		await database.load(items);
		same('DuckDB', await database.query(), linesOf(runCore(items, rules, undefined, greenLights).lights));
		const times: Record<'parse' | 'core' | 'query', number[]> = { parse: [], core: [], query: [] };
		for (let round = 0; round < rounds; round++) {
			times.parse.push(parseTime({ ...workload, fact }, total));
			times.core.push(await timed(() => runCore(items, rules, undefined, greenLights)));
			times.query.push(await timed(() => database.query()));
		}
		database.close();
		const core = median(times.core);
		const row = (what: string, value: number, unit: string, goal = 'for information', met = true): Row => ({ name: `${total} facts, ${workload.name}, ${name}: ${what}`, value: rounded(value), unit, goal, met });
		rows.push(row('core', core, 'ms'), ...([['JSON.parse', core / median(times.parse), goals.parse], ['DuckDB query', core / median(times.query), goals.query]] as const).map(([what, value, goal]) => row(`core ÷ ${what}`, value, 'ratio', `≤ ${goal}`, value <= goal)));
	}
	return rows;
}

/** One million changes and one million commits, 550,000 facts of pages. */
export async function run(total = 1_000_000, rounds = 5): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [workload, size] of [[CODE, total * 2], [PAGES, Math.round(total * 0.55)]] as const) {
		const small = await measured(workload, size / 10, rounds);
		const large = await measured(workload, size, rounds);
		const growth = (large[0]?.value ?? Number.NaN) / (small[0]?.value ?? Number.NaN);
		rows.push(...large, { name: `${workload.name}: ten times the facts take`, value: rounded(growth), unit: 'times', goal: '≤ 11', met: growth <= 11 });
		rows.push(...(await variantsOf(workload, size, rounds)));
	}
	return rows;
}
