import { byText, comparable } from '../people/reading.js';
import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { deterministicKey } from '../evidence/key.js';
import type { AppliedRule, Judgement } from '../judgement/judgement.js';
import { baselineOf, type BaselineKind, type BaselineSettings, type IndexSeries } from './baseline.js';
import { explainBuffer } from './bufferText.js';
import { compare, digitsOf, fractionOf, HUNDRED, minus, numberOf, over, plus, times, ZERO, type Fraction } from './fraction.js';
import { goalStructure } from './structure.js';
import type { GoalEntry, GoalTable, IndexEntry } from './table.js';

/*
 * Buffer goals: beside the figures a goal has one process-health index; when that worsens by strictly more than 15% against its baseline, the goal is
 * checked again, once per episode, and its original number is not forced through. Source: spec S5; domain reference 7.
 */

export interface BufferGoalSettings {
	/** RFC 3339. */
	readonly asOf: string;
	/** Strictly more than so many percent is worse. Default 15. */
	readonly thresholdPercent?: number;
	/** Default `rolling`. */
	readonly baseline?: BaselineKind;
	/** Closed periods of the rolling baseline, default 4. */
	readonly baselinePeriods?: number;
	/** Of which so many must have a value, default 2. */
	readonly minimumPeriods?: number;
	/** Baselines by id of the goal, for `fixed`. */
	readonly fixedBaselines?: Readonly<Record<string, number>>;
	/** Whether a lower or a higher index is better. Default `lower`, as for dwell times. */
	readonly better?: 'lower' | 'higher';
	/** First periods of episodes for which a re-check was started already, from earlier runs. */
	readonly known?: ReadonlyArray<{ readonly goal: string; readonly episodeStart: string }>;
}

/** One index in one period against its baseline. */
export interface BufferIndex {
	/** Null: the whole flow. */
	readonly stage: string | null;
	readonly value: number | null;
	readonly baseline: number | null;
	/** Positive: worse. Null where it cannot be said. */
	readonly worsePercent: number | null;
	readonly worsened: boolean;
	/** Open cases were counted with their age so far: the value is a lower bound. */
	readonly openCases: number;
}

export interface BufferEpisode {
	/** First period of it, e.g. `2026-Q1`; the key of the re-check rests on it. */
	readonly start: string;
	/** Worsened periods so far. */
	readonly periods: number;
	/** Late figures have moved the beginning since the re-check was started. */
	readonly restated: boolean;
	/** Key under which the re-check is started once. */
	readonly recheckKey: string;
}

export interface BufferGoalValue {
	readonly goal: string;
	readonly name: string;
	readonly owner: string | null;
	/** As entered: a re-check never changes it. */
	readonly target: string | null;
	readonly unit: string | null;
	/** The last closed period. */
	readonly period: string;
	readonly result: 'value' | 'notAvailable' | 'notApplicable';
	readonly worsened: boolean;
	/** The index that decides: the whole flow, or where there is none, the stage that worsened most. */
	readonly index: BufferIndex;
	/** Every stage that has an index in this period, worst first. */
	readonly stages: readonly BufferIndex[];
	readonly baselineKind: BaselineKind;
	readonly baselinePeriods: readonly string[];
	/** Periods that were looked for and have no value. */
	readonly missingPeriods: readonly string[];
	readonly thresholdPercent: number;
	readonly better: 'lower' | 'higher';
	/** Unit of the index. */
	readonly indexUnit: string | null;
	/** The episode that lasts; null: none. */
	readonly episode: BufferEpisode | null;
	/** Started re-checks whose beginning is no longer a worsened period after late figures. */
	readonly restatedEpisodes: readonly string[];
}

export type BufferGoal = Judgement<'bufferGoal', BufferGoalValue>;

export const BUFFER_RULE = { id: 'buffer-goal', version: '1' } as const;

/** A setting that cannot be used. */
export class BufferSettingError extends RangeError {
	readonly remedy = 'Correct it in the parameters of the baseline.';
}

interface Compared extends BufferIndex {
	readonly entry: IndexEntry;
	readonly baselineEntries: readonly IndexEntry[];
	readonly missing: readonly string[];
	readonly result: BufferGoalValue['result'];
	readonly worse: Fraction | null;
}

/**
 * Judges the last closed period of every goal that has an index, in order of id.
 *
 * @throws BufferSettingError naming a setting that cannot be used
 */
export function checkBufferGoals(table: GoalTable, settings: BufferGoalSettings): readonly BufferGoal[] {
	const checked = checkedSettings(settings);
	const { goals } = goalStructure(table);
	const byName = new Map([...goals.values()].map((goal) => [comparable(goal.name), goal] as const));
	const seriesOf = new Map<string, { readonly goal: GoalEntry | null; readonly id: string; readonly series: Map<string, IndexEntry[]> }>();
	for (const entry of latestRevisions(table.indexes)) {
		const goal = goals.get(comparable(entry.goal)) ?? byName.get(comparable(entry.goal)) ?? null;
		const id = goal?.id ?? entry.goal;
		let own = seriesOf.get(comparable(id));
		if (own === undefined) seriesOf.set(comparable(id), (own = { goal, id, series: new Map<string, IndexEntry[]>() }));
		const stage = comparable(entry.stage ?? '');
		const list = own.series.get(stage);
		if (list === undefined) own.series.set(stage, [entry]);
		else list.push(entry);
	}
	return [...seriesOf.entries()].sort(([a], [b]) => byText(a, b)).flatMap(([key, { goal, id, series }]) => {
		const judged = new GoalIndexes(key, id, goal, [...series.values()].map((entries): IndexSeries => ({ goal: id, stage: entries[0]?.stage ?? null, entries: entries.sort((a, b) => a.period.order - b.period.order) })), checked).judge();
		return judged === null ? [] : [judged];
	});
}

interface CheckedSettings {
	readonly asOf: string;
	readonly threshold: Fraction;
	/** The threshold with what a division that somebody stored may have rounded off. */
	readonly limit: Fraction;
	readonly baseline: BaselineSettings;
	readonly better: 'lower' | 'higher';
	readonly known: ReadonlyMap<string, readonly string[]>;
	readonly rule: AppliedRule;
}

function checkedSettings({ asOf, thresholdPercent = 15, baseline = 'rolling', baselinePeriods = 4, minimumPeriods = 2, fixedBaselines = {}, better = 'lower', known = [] }: BufferGoalSettings): CheckedSettings {
	if (!(thresholdPercent >= 0 && thresholdPercent <= 1000)) throw new BufferSettingError(`The threshold is ${thresholdPercent}, expected 0 to 1000 percent.`);
	if (!Number.isInteger(baselinePeriods) || baselinePeriods < 1 || baselinePeriods > 60) throw new BufferSettingError(`The baseline is made of ${baselinePeriods} periods, expected a whole number from 1 to 60.`);
	if (!Number.isInteger(minimumPeriods) || minimumPeriods < 1 || minimumPeriods > baselinePeriods) throw new BufferSettingError(`The baseline needs ${minimumPeriods} periods, expected a whole number from 1 to ${baselinePeriods}.`);
	const starts = new Map<string, string[]>();
	for (const { goal, episodeStart } of known) {
		const list = starts.get(comparable(goal));
		if (list === undefined) starts.set(comparable(goal), [episodeStart]);
		else list.push(episodeStart);
	}
	return {
		asOf,
		threshold: fractionOf(thresholdPercent),
		limit: plus(fractionOf(thresholdPercent), ROUNDED_OFF),
		baseline: { kind: baseline, periods: baselinePeriods, minimum: minimumPeriods, fixed: new Map(Object.entries(fixedBaselines).map(([goal, value]) => [comparable(goal), fractionOf(value)])) },
		better,
		known: starts,
		rule: { ...BUFFER_RULE, parameters: { thresholdPercent, baseline, baselinePeriods, minimumPeriods, fixedBaselines: baseline === 'fixed' ? fixedBaselines : null, better } },
	};
}

/** A higher revision replaces the lower ones, and of two of the same the later record. */
function latestRevisions(indexes: readonly IndexEntry[]): readonly IndexEntry[] {
	const latest = new Map<string, IndexEntry>();
	for (const entry of indexes) {
		const key = [entry.goal, entry.stage ?? '', entry.period.label].map(comparable).join('\n');
		const known = latest.get(key);
		const later = known === undefined || entry.revision > known.revision || (entry.revision === known.revision && byText(entry.evidence.id, known.evidence.id) > 0);
		if (later) latest.set(key, entry);
	}
	return [...latest.values()];
}

class GoalIndexes {
	constructor(
		private readonly key: string,
		private readonly id: string,
		private readonly goal: GoalEntry | null,
		private readonly series: readonly IndexSeries[],
		private readonly settings: CheckedSettings,
	) {}

	judge(): BufferGoal | null {
		const orders = [...new Set(this.series.flatMap(({ entries }) => entries.filter(({ closed }) => closed).map(({ period }) => period.order)))].sort((a, b) => a - b);
		const last = orders.at(-1);
		if (last === undefined) return null;
		const episodes = this.episodes(orders);
		const now = this.compared(last);
		const { decides, stages } = now;
		if (decides === null) return null;
		const { label } = decides.entry.period;
		const { threshold, baseline, better, rule, asOf, known } = this.settings;
		const starts = known.get(this.key) ?? [];
		const value: BufferGoalValue = {
			goal: this.id,
			name: this.goal?.name ?? this.id,
			owner: this.goal?.owner ?? null,
			target: this.goal?.target ?? null,
			unit: this.goal?.unit ?? null,
			period: label,
			result: decides.result,
			worsened: now.worsened,
			index: indexOf(decides),
			stages: stages.map(indexOf),
			baselineKind: baseline.kind,
			baselinePeriods: decides.baselineEntries.map(({ period }) => period.label),
			missingPeriods: decides.missing,
			thresholdPercent: numberOf(threshold),
			better: decides.entry.better ?? better,
			indexUnit: decides.entry.unit,
			episode: episodes.current === null ? null : this.episode(episodes.current, starts),
			restatedEpisodes: starts.filter((start) => !episodes.worsened.has(start) && episodes.measured.has(start)).sort(byText),
		};
		const compared = [decides, ...stages.filter((stage) => stage !== decides)];
		const evidence = new Map<string, EvidenceReference>();
		for (const { evidence: reference } of [...(this.goal === null ? [] : [this.goal]), ...compared.flatMap(({ entry, baselineEntries }) => [entry, ...baselineEntries])]) evidence.set(`${reference.source} ${reference.id}`, reference);
		return {
			key: deterministicKey('buffer-goal', { rule: rule.id, version: rule.version, goal: this.key, period: label }),
			kind: 'bufferGoal',
			subject: this.id,
			value,
			rule,
			evidence: [...evidence.values()],
			explanation: explainBuffer(value, { worse: decides.worse, stages: stages.map(({ stage, worse, worsened }) => ({ stage, worse, worsened })), value: decides.entry.value, baseline: decides.baseline === null ? null : fractionOf(decides.baseline) }),
			asOf,
		};
	}

	private episode(current: { readonly labels: readonly string[]; readonly worsened: number }, starts: readonly string[]): BufferEpisode {
		// Late figures may move the beginning; what was started once is not started again.
		const computed = current.labels[0] ?? '';
		const start = current.labels.find((label) => starts.includes(label)) ?? computed;
		return { start, periods: current.worsened, restated: start !== computed, recheckKey: recheckKeyOf(this.key, start) };
	}

	/** The run of worsened periods up to the last closed one. A period that cannot be judged neither ends it nor counts. */
	private episodes(orders: readonly number[]): { readonly current: { readonly labels: readonly string[]; readonly worsened: number } | null; readonly worsened: ReadonlySet<string>; readonly measured: ReadonlySet<string> } {
		const worsened = new Set<string>();
		const measured = new Set<string>();
		let labels: string[] = [];
		for (const order of orders) {
			const { decides, worsened: worse } = this.compared(order);
			if (decides === null || decides.result !== 'value') continue;
			const { label } = decides.entry.period;
			measured.add(label);
			if (worse) {
				worsened.add(label);
				labels.push(label);
			} else labels = [];
		}
		return { current: labels.length === 0 ? null : { labels, worsened: labels.length }, worsened, measured };
	}

	private compared(order: number): { readonly decides: Compared | null; readonly stages: readonly Compared[]; readonly worsened: boolean } {
		const all = this.series.flatMap((series) => {
			const at = series.entries.findIndex(({ period, closed }) => closed && period.order === order);
			return at < 0 ? [] : [this.compare(series, at)];
		});
		const whole = all.find(({ stage }) => stage === null) ?? null;
		const stages = all.filter(({ stage }) => stage !== null).sort((a, b) => compare(b.worse ?? FAR_BELOW, a.worse ?? FAR_BELOW) || byText(a.stage ?? '', b.stage ?? ''));
		// Where the whole flow has an index of its own, that decides; a stage alone may be worse while the flow is not.
		const decides = whole !== null && (whole.result === 'value' || stages.length === 0) ? whole : (stages[0] ?? whole);
		return { decides, stages, worsened: decides?.worsened ?? false };
	}

	private compare(series: IndexSeries, at: number): Compared {
		const entry = series.entries[at] as IndexEntry;
		const { value: baseline, entries, missing } = baselineOf(series, at, this.settings.baseline, this.key);
		const result = entry.value === null || baseline === null ? 'notAvailable' : compare(baseline, ZERO) <= 0 ? 'notApplicable' : 'value';
		const worse = result !== 'value' || entry.value === null || baseline === null ? null : over(times(HUNDRED, (entry.better ?? this.settings.better) === 'lower' ? minus(entry.value, baseline) : minus(baseline, entry.value)), baseline);
		return {
			entry,
			baselineEntries: entries,
			missing: entry.value === null ? [...missing, entry.period.label] : missing,
			result,
			worse,
			stage: series.stage,
			value: entry.value === null ? null : numberOf(entry.value),
			baseline: baseline === null ? null : numberOf(baseline),
			worsePercent: worse === null ? null : Number(digitsOf(worse, 6)),
			worsened: worse !== null && compare(worse, this.settings.limit) > 0,
			openCases: entry.openCases,
		};
	}
}

/** 1e-9 of the baseline, in percent: domain reference 7. */
const ROUNDED_OFF: Fraction = fractionOf(1e-7);
const FAR_BELOW: Fraction = fractionOf(-1e15);

const indexOf = ({ stage, value, baseline, worsePercent, worsened, openCases }: Compared): BufferIndex => ({ stage, value, baseline, worsePercent, worsened, openCases });

/** The re-check of a goal is started once for the run of worsened periods that begins here. */
export function recheckKeyOf(goal: string, episodeStart: string): string {
	return deterministicKey('goal-recheck', { rule: BUFFER_RULE.id, goal: comparable(goal), episodeStart });
}

