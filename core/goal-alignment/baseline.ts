import { compare, over, plus, type Fraction } from './fraction.js';
import type { GoalPeriod } from './period.js';
import type { IndexEntry } from './table.js';

/* What an index is compared with. Source: spec S5; domain reference 7 ("15 % rule"). */

/** `rolling`: median of the closed periods before; `previous`: the period before; `sameLastYear`: the same period of the year before; `fixed`: a value of the settings. */
export const BASELINE_KINDS = ['rolling', 'previous', 'sameLastYear', 'fixed'] as const;
export type BaselineKind = (typeof BASELINE_KINDS)[number];

export interface BaselineSettings {
	readonly kind: BaselineKind;
	/** How many closed periods before the current one, default 4. */
	readonly periods: number;
	/** How many of them must have a value, default 2. */
	readonly minimum: number;
	/** Value by comparable id of the goal, for `fixed`. */
	readonly fixed: ReadonlyMap<string, Fraction>;
}

/** The values of one goal and stage by period, in order. */
export interface IndexSeries {
	readonly goal: string;
	/** Null: the whole flow. */
	readonly stage: string | null;
	/** The highest revision of each period, in order of time. */
	readonly entries: readonly IndexEntry[];
}

export interface FoundBaseline {
	/** Null: not available. */
	readonly value: Fraction | null;
	/** Rows it rests on. */
	readonly entries: readonly IndexEntry[];
	/** Labels of periods that were looked for and have no value; empty where periods are not numbered. */
	readonly missing: readonly string[];
	/** It stood in the row of the period already: as it was when that period began. */
	readonly frozen: boolean;
}

const PER_YEAR: Readonly<Record<GoalPeriod['length'], number | null>> = { year: 1, half: 2, quarter: 4, month: 12, week: 54, day: null };

/** Baseline of the entry at a position of its series. */
export function baselineOf(series: IndexSeries, at: number, settings: BaselineSettings, goalKey: string): FoundBaseline {
	const entry = series.entries[at];
	if (entry === undefined) return NONE;
	if (settings.kind === 'fixed') return { ...NONE, value: settings.fixed.get(goalKey) ?? null };
	if (settings.kind === 'rolling' && entry.baseline !== null) return { ...NONE, value: entry.baseline, frozen: true };
	const before = series.entries.slice(0, at).filter(({ closed }) => closed);
	switch (settings.kind) {
		case 'rolling':
			return rolling(entry, before, settings);
		case 'previous':
			return one(entry, before, 1);
		case 'sameLastYear': {
			const perYear = PER_YEAR[entry.period.length];
			return perYear === null ? NONE : one(entry, before, perYear);
		}
	}
}

const NONE: FoundBaseline = { value: null, entries: [], missing: [], frozen: false };

/** Weeks across a year and periods named by their first day are not numbered without a gap: there the neighbours are those that are there. */
const isNumbered = ({ length }: GoalPeriod): boolean => length !== 'week' && length !== 'day';

function rolling({ period }: IndexEntry, before: readonly IndexEntry[], { periods, minimum }: BaselineSettings): FoundBaseline {
	const window = isNumbered(period) ? before.filter((one) => one.period.order >= period.order - periods) : before.slice(-periods);
	const measured = window.filter(({ value }) => value !== null);
	const missing = isNumbered(period) ? labelsBefore(period, periods).filter((label) => !measured.some((one) => one.period.label === label)) : window.filter(({ value }) => value === null).map((one) => one.period.label);
	return { value: measured.length < minimum ? null : medianOf(measured.flatMap(({ value }) => (value === null ? [] : [value]))), entries: measured, missing, frozen: false };
}

function one({ period }: IndexEntry, before: readonly IndexEntry[], back: number): FoundBaseline {
	const found = period.length === 'day' && back === 1 ? before.at(-1) : period.length === 'week' && back === 1 ? before.at(-1) : before.find((entry) => entry.period.order === period.order - back);
	const value = found?.value ?? null;
	return found === undefined || value === null ? { ...NONE, missing: isNumbered(period) ? labelsBefore(period, back).slice(0, 1) : [] } : { value, entries: [found], missing: [], frozen: false };
}

/** Labels of so many periods before, oldest first. */
function labelsBefore({ label, length, order }: GoalPeriod, count: number): readonly string[] {
	const fiscal = label.startsWith('FY') ? 'FY' : '';
	return Array.from({ length: count }, (_, index) => `${fiscal}${labelOf(length, order - count + index)}`);
}

function labelOf(length: GoalPeriod['length'], order: number): string {
	const perYear = PER_YEAR[length] ?? 1;
	const year = Math.floor(order / perYear);
	const part = (order % perYear) + 1;
	switch (length) {
		case 'half':
			return `${year}-H${part}`;
		case 'quarter':
			return `${year}-Q${part}`;
		case 'month':
			return `${year}-${String(part).padStart(2, '0')}`;
		default:
			return String(year);
	}
}

function medianOf(values: readonly Fraction[]): Fraction | null {
	const sorted = [...values].sort(compare);
	const upper = sorted[sorted.length >> 1];
	const lower = sorted[(sorted.length - 1) >> 1];
	return upper === undefined || lower === undefined ? null : over(plus(lower, upper), { n: 2n, d: 1n });
}
