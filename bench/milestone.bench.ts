import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EMPTY_MAPPING } from '../core/edc/mapping.js';
import { createMilestoneProgress, MILESTONE_DEFAULTS, nth, percentOfTarget, type MilestoneJudgement, type MilestoneProgress, type MilestoneRule } from '../core/milestone/index.js';
import { designFact, formFact, readFields, StraightCount, type Order } from './milestoneFacts.js';
import type { EdcEvent } from '../core/edc/evidence.js';
import { median } from './measuring.js';

/*
 * Milestones over a million form events (100 000 subjects with 10 each, 3 to 5 items, a correction each, three rules) against one pass
 * that reads the same fields of the same events and keeps nothing. Events are parsed from JSON in batches, so that every text is
 * a string of its own; both passes go over a batch in turns, now the one first and now the other. What the evaluation finds
 * is held against a straightforward count before anything is printed. Generating and counting are not measured.
 */

/** One line of a benchmark: what was measured, the figure, its unit and the goal it stands against. */
interface Row {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

const TARGET = 100_000;
const rule = (id: string, own: Pick<MilestoneRule, 'measure' | 'threshold'> & Partial<MilestoneRule>): MilestoneRule => ({ ...MILESTONE_DEFAULTS, ...own, id, version: '1' });
const RULES: readonly MilestoneRule[] = [
	rule('follow-up', { measure: 'followUpComplete', threshold: nth(100) }),
	rule('enrolled', { measure: 'enrolled', threshold: percentOfTarget('80', TARGET) }),
	rule('visit-3', { measure: 'visitComplete', events: ['SE.3'], per: 'site', threshold: nth(20) }),
];
const MAPPING = { ...EMPTY_MAPPING, visitDateItems: ['I.DATE'], enrolmentItems: ['I.ENR'] };
const AS_OF = '2027-12-31T00:00:00Z';
const BATCH = 10_000;
/** As the node takes them: between two slices other work of the process goes on. */
const SLICE = 500;

const rounded = (value: number): number => Math.round(value * 100) / 100;

function milliseconds(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

/** Objects and arrays of numbers, which lie outside of the heap. */
function megabytesHeld(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1_048_576;
}

const factsOf = (order: Order, total: number, from: number, count: number): EdcEvent[] => Array.from({ length: count }, (_, index) => JSON.parse(formFact(order, total, from + index)) as EdcEvent);

function started(): MilestoneProgress {
	const progress = createMilestoneProgress({ rules: RULES, mapping: MAPPING });
	progress.accept(designFact());
	return progress;
}

interface Pass {
	readonly read: number;
	readonly evaluate: number;
	/** Longest time without a pause. */
	readonly longest: number;
	readonly memory: number;
}

function pass(order: Order, total: number, count: StraightCount | null): Pass {
	const before = megabytesHeld();
	const progress = started();
	const slices: number[] = [];
	let read = 0;
	let sum = 0;
	for (let from = 0; from < total; from += BATCH) {
		const events = factsOf(order, total, from, Math.min(BATCH, total - from));
		const readAll = (): void => void (read += milliseconds(() => (sum += readFields(events))));
		if ((from / BATCH) % 2 === 0) readAll();
		for (let first = 0; first < events.length; first += SLICE) {
			slices.push(
				milliseconds(() => {
					for (let index = first; index < first + SLICE; index++) {
						const event = events[index];
						if (event !== undefined) progress.accept(event);
					}
				}),
			);
		}
		if ((from / BATCH) % 2 === 1) readAll();
		if (count !== null) for (const event of events) count.add(event);
	}
	const settleSlice = (): boolean => {
		const start = performance.now();
		const settled = progress.settle(SLICE);
		slices.push(performance.now() - start);
		return settled;
	};
	while (!settleSlice());
	let results: readonly MilestoneJudgement[] = [];
	slices.push(milliseconds(() => (results = progress.results(AS_OF, []))));
	if (sum === 0) throw new Error('The reading pass read nothing.');
	if (count !== null) check(results, count);
	return { read, evaluate: slices.reduce((whole, slice) => whole + slice, 0), longest: slices.reduce((longest, slice) => Math.max(longest, slice), 0), memory: megabytesHeld() - before };
}

function check(results: readonly MilestoneJudgement[], count: StraightCount): void {
	const found = results.map(({ rule: { id }, value }) => `${id} ${value.site ?? ''}: ${value.count ?? ''} ${value.nthSubject ?? ''}`).sort();
	const expected = [
		count.expected('follow-up', '', 7, 100),
		`enrolled : ${count.enrolled.length} ${count.nthEnrolled(TARGET * 0.8)}`,
		...count.sites().map((site) => count.expected('visit-3', site, 3, 20)),
	].sort();
	if (JSON.stringify(found) !== JSON.stringify(expected)) {
		throw new Error(`The evaluation finds something else than the straightforward count: ${found.find((line) => !expected.includes(line)) ?? ''} instead of ${expected.find((line) => !found.includes(line)) ?? ''}`);
	}
}

function measured(order: Order, name: string, total: number, rounds: number): Row[] {
	pass(order, total, new StraightCount());
	const passes = Array.from({ length: rounds }, () => pass(order, total, null));
	const ratio = median(passes.map(({ evaluate, read }) => evaluate / read));
	const longest = median(passes.map((one) => one.longest));
	const row = (what: string, value: number, unit: string, goal = 'for information', met = true): Row => ({ name: `${total} events ${name}: ${what}`, value: rounded(value), unit, goal, met });
	return [
		row('reading the fields only', median(passes.map(({ read }) => read)), 'ms', 'yardstick'),
		row('evaluation', median(passes.map(({ evaluate }) => evaluate)), 'ms'),
		row('evaluation ÷ reading the fields', ratio, 'ratio', '≤ 5', ratio <= 5),
		row(`longest slice of ${SLICE} (median of the runs' longest)`, longest, 'ms', '< 50', longest < 50),
		row('memory held afterwards, heap and arrays', median(passes.map(({ memory }) => memory)), 'MB'),
	];
}

/** Cost of the next payload: 100 events of 10 subjects, half of them known, and asking for the results. */
function nextPayload(progress: MilestoneProgress, order: Order, after: number): number {
	const samples: number[] = [];
	for (let round = 0; round < 41; round++) {
		const payload = [...factsOf(order, 0, 10_000_000 + after + round * 50, 50), ...factsOf(order, 0, (round * 50) % after, 50)];
		const time = milliseconds(() => {
			for (const event of payload) progress.accept(event);
			progress.results(AS_OF, []);
		});
		if (round >= 10) samples.push(time);
	}
	return median(samples);
}

export async function run(total = 1_000_000, rounds = 5): Promise<Row[]> {
	const rows = [...measured('bySubject', 'by subject', total, rounds), ...measured('byTime', 'by time, subjects mixed', total, rounds)];
	const progress = started();
	let before = 0;
	let first = Number.NaN;
	for (const after of [1000, 10_000, 100_000, total]) {
		for (; before < after; before += 1000) for (const event of factsOf('bySubject', 0, before, 1000)) progress.accept(event);
		progress.results(AS_OF, []);
		const cost = nextPayload(progress, 'bySubject', after);
		if (Number.isNaN(first)) first = cost;
		rows.push({ name: `next payload of 100 events after ${after}`, value: rounded(cost), unit: 'ms', goal: '≤ 2 × after 1000', met: cost <= 2 * first });
	}
	return await Promise.resolve(rows);
}
