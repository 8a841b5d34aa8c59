import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DWELL, HARD, linesOf, readFields, runCore } from './healthCore.js';
import { duck, scriptDwell, scriptHard, type Workload as Contended } from './healthContenders.js';
import { goalRow, itemsOf, parseTime, stageRow, suggestionRow, talkRow, viewRow, type Item, type Share } from './healthRows.js';
import type { HealthMetricSettings } from '../core/health-metrics/index.js';
import { median, rounded } from './measuring.js';

/*
 * Health metrics by department and quarter over rows as n8n hands them over ({json: …}), with evidence and both languages, against JSON.parse of the same
 * items, a pass that only reads their fields, DuckDB (query alone with two threads and with one, and with loading) and a Code node with lodash and luxon.
 * All find the same before any time is printed. Repetitions alternate; medians are compared.
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
	readonly kind: Contended;
	readonly settings: HealthMetricSettings;
	readonly shares: (total: number) => readonly Share[];
	readonly script: (items: readonly Item[]) => string[];
	readonly goals: { readonly parse: number; readonly query: number; readonly oneThread: number | null; readonly load: number; readonly script: number; readonly bare: number; readonly memory: number; readonly growth: number };
}

const WORKLOADS: readonly Workload[] = [
	{
		name: 'three hard metrics',
		kind: 'hard',
		settings: HARD,
		shares: (total) => [{ row: goalRow, rows: total }, { row: talkRow, rows: total * 0.2 }, { row: viewRow, rows: total * 0.3 }, { row: suggestionRow, rows: total * 0.5 }],
		script: scriptHard,
		goals: { parse: 0.22, query: 1.2, oneThread: null, load: 0.2, script: 16, bare: 7, memory: 16, growth: 11 },
	},
	{
		name: 'stage dwell',
		kind: 'dwell',
		settings: DWELL,
		shares: (total) => [{ row: stageRow, rows: total * 2 }],
		script: scriptDwell,
		goals: { parse: 0.9, query: 2.2, oneThread: 1.1, load: 0.5, script: 40, bare: 35, memory: 48, growth: 14 },
	},
];

/** The script is measured on a part, per row. */
const SAMPLE = 50_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function timed(work: () => unknown): Promise<number> {
	collect();
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Memory that the calculation holds at most beside the items and the figures that it has handed over, in bytes: looked at where it pauses, garbage collected. */
async function memory(items: readonly Item[], settings: HealthMetricSettings): Promise<number> {
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
	let pauses = 0;
	runCore(items, settings, () => pauses++, false);
	for (let turn = 0; turn < 3; turn++) {
		held();
		await new Promise((resolve) => setImmediate(resolve));
	}
	const before = held();
	let most = 0;
	let seen = 0;
	runCore(items, settings, () => {
		if (++seen % Math.max(1, Math.floor(pauses / 24)) === 0) most = Math.max(most, held() - before);
	}, false);
	return most;
}

function same(what: string, found: readonly string[], expected: readonly string[]): void {
	if (JSON.stringify(found) === JSON.stringify(expected)) return;
	const missing = expected.find((line) => !found.includes(line));
	const added = found.find((line) => !expected.includes(line));
	throw new Error(`${what} finds something else than the core: ${String(added)} instead of ${String(missing)} (${found.length} and ${expected.length} lines).`);
}

async function measured({ name, kind, settings, shares, script, goals }: Workload, total: number, rounds: number): Promise<Row[]> {
	const all = shares(total);
	const items = itemsOf(all);
	const part = itemsOf(shares(Math.min(total, SAMPLE)));
	const database = await duck(kind);
	await database.load(items);
	const expected = linesOf(runCore(items, settings).metrics);
	if (expected.length === 0) throw new Error('The core finds nothing.');
	same('DuckDB', await database.query(), expected);
	same('The script', script(part), linesOf(runCore(part, settings).metrics));
	const times: Record<'parse' | 'bare' | 'core' | 'query' | 'one' | 'load' | 'script', number[]> = { parse: [], bare: [], core: [], query: [], one: [], load: [], script: [] };
	const longest: number[] = [];
	for (let round = 0; round < rounds; round++) {
		times.parse.push(parseTime(all));
		times.bare.push(await timed(() => readFields(items)));
		times.core.push(await timed(() => longest.push(runCore(items, settings).longest)));
		times.query.push(await timed(() => database.query()));
		await database.threads(1);
		times.one.push(await timed(() => database.query()));
		await database.threads(2);
		times.load.push(await timed(() => database.load(items)));
		if (round === 0) times.script.push(await timed(() => script(part)));
	}
	database.close();
	const core = median(times.core);
	const query = median(times.query);
	const row = (what: string, value: number, unit: string, goal = 'for information', met = true): Row => ({ name: `${items.length} rows, ${name}: ${what}`, value: rounded(value), unit, goal, met });
	const ratio = (what: string, value: number, goal: number | null): Row => row(`core ÷ ${what}`, value, 'ratio', goal === null ? 'for information' : `≤ ${goal}`, goal === null || value <= goal);
	const faster = median(times.script) / part.length / (core / items.length);
	const bytes = (await memory(items, settings)) / items.length;
	const block = median(longest);
	return [
		row(`core, ${expected.length} figures`, core, 'ms'),
		row('JSON.parse of the items', median(times.parse), 'ms'),
		row('reading the fields only', median(times.bare), 'ms'),
		row('DuckDB query, 2 threads', query, 'ms'),
		row('DuckDB load', median(times.load), 'ms'),
		ratio('JSON.parse', core / median(times.parse), goals.parse),
		ratio('DuckDB query, 2 threads', core / query, goals.query),
		ratio('DuckDB query, 1 thread', core / median(times.one), goals.oneThread),
		ratio('DuckDB load + query', core / (median(times.load) + query), goals.load),
		row('faster than lodash + luxon, per row', faster, 'times', `≥ ${goals.script}`, faster >= goals.script),
		ratio('reading the fields', core / median(times.bare), goals.bare),
		row('memory held at most beside the items', bytes, 'bytes a row', `≤ ${goals.memory}`, bytes <= goals.memory),
		row('longest time without a pause', block, 'ms', '≤ 50', block <= 50),
	];
}

/** One million goal changes, 200,000 talks, 300,000 views and 500,000 suggestions; two million stage changes. */
export async function run(total = 1_000_000, rounds = 3): Promise<Row[]> {
	const rows: Row[] = [];
	for (const workload of WORKLOADS) {
		const small = await measured(workload, total / 10, rounds);
		const large = await measured(workload, total, rounds);
		const growth = (large[0]?.value ?? Number.NaN) / (small[0]?.value ?? Number.NaN);
		rows.push(...large, { name: `${workload.name}: ten times the rows take`, value: rounded(growth), unit: 'times', goal: `≤ ${workload.goals.growth}`, met: growth <= workload.goals.growth });
	}
	return rows;
}
