import { deterministicKey } from '../evidence/key.js';
import type { AppliedRule } from '../judgement/judgement.js';
import type { HealthMetricDefinition } from './definition.js';
import { explainAlarm } from './explain.js';
import { groupKey, type HealthGroup } from './groups.js';
import { alarmSubject, type KnownHealth } from './known.js';
import type { HealthAlarm, HealthAlarmValue, HealthMetric } from './metric.js';
import type { TimedPeriod } from './periods.js';
import type { Placed } from './series.js';
import type { HealthMetricSettings } from './settings.js';

interface Episode {
	readonly cause: 'red' | 'worse';
	readonly entered: number;
	readonly periods: number[];
	endedWith: number | null;
}

/** What the alarms of one group are found from: one entry per period. */
export interface GroupSeries {
	readonly definition: HealthMetricDefinition;
	readonly group: HealthGroup;
	readonly rule: AppliedRule;
	readonly placed: readonly Placed[];
	readonly keys: readonly string[];
	/** The figures shown to people, where the period is one of them. */
	readonly metrics: ReadonlyArray<HealthMetric | null>;
}

/**
 * Sustained alarms: entered with the m-th closed period in a row, ended with the first that is no longer so. A period without a value breaks the run.
 * An episode that ended before the shown periods is history and left out. Source: domain reference 7.
 */
export function alarmsOf(series: GroupSeries, settings: HealthMetricSettings, periods: readonly TimedPeriod[], firstShown: number, known: KnownHealth, asOf: string): readonly HealthAlarm[] {
	const { definition, group } = series;
	const newest = periods.filter(({ closed }) => closed).length - 1;
	return episodesOf(series, settings, periods)
		.filter(({ periods: own, endedWith }) => (endedWith ?? own.at(-1) ?? 0) >= firstShown)
		.map((episode) => {
			const idOf = (index: number): string => periods[index]?.id ?? '';
			const key = alarmKey(definition.id, series.rule.version, group, episode.cause, periods[episode.entered]?.start ?? '');
			const parts = series.placed[episode.entered]?.parts.filter(({ baseline }) => baseline?.worse === true).map(({ name }) => name) ?? [];
			const value: HealthAlarmValue = {
				metric: definition.id,
				name: definition.name,
				group,
				cause: episode.cause,
				state: episode.endedWith === null ? 'active' : 'ended',
				entered: idOf(episode.entered),
				periods: episode.periods.map(idOf),
				endedWith: episode.endedWith === null ? null : idOf(episode.endedWith),
				isNew: episode.entered === newest && !known.alarms.has(key),
				parts: episode.cause === 'worse' ? parts : [],
				figures: episode.periods.map((index) => series.keys[index] ?? ''),
			};
			return alarm(key, value, series.rule, definition, settings, asOf, series.metrics[episode.entered]?.evidence ?? []);
		});
}

/** Known alarms of figures that were calculated again and no longer raise them: marked, not erased. */
export function restatedAlarms(known: KnownHealth, found: ReadonlySet<string>, calculated: ReadonlySet<string>, settings: HealthMetricSettings, definition: HealthMetricDefinition, asOf: string, covered: (entered: string) => boolean): readonly HealthAlarm[] {
	return [...known.alarms.values()]
		.filter(({ key, value }) => value.metric === definition.id && value.state !== 'restated' && !found.has(key) && calculated.has(alarmSubject(value)) && covered(value.entered))
		.map(({ key, value, rule, evidence }) => alarm(key, { ...value, state: 'restated', isNew: false }, rule, definition, settings, asOf, evidence));
}

function alarm(key: string, value: HealthAlarmValue, rule: AppliedRule, definition: HealthMetricDefinition, settings: HealthMetricSettings, asOf: string, evidence: HealthAlarm['evidence']): HealthAlarm {
	return { key, kind: 'healthAlarm', subject: groupKey(value.group), value, rule, evidence, explanation: explainAlarm(definition, value, settings.worsening.limit), asOf };
}

function alarmKey(metric: string, version: string, group: HealthGroup, cause: string, start: string): string {
	return deterministicKey('healthAlarm', { metric, version, group: groupKey(group), cause, start });
}

function episodesOf({ definition, placed }: GroupSeries, settings: HealthMetricSettings, periods: readonly TimedPeriod[]): Episode[] {
	const after = settings.alarmAfter[definition.id] ?? definition.alarmAfter;
	const episodes: Episode[] = [];
	if (after !== null) episodes.push(...runs('red', after, periods, (index) => placed[index]?.figure.kind === 'value' && placed[index].light === 'red'));
	if (definition.worseningAlarm) episodes.push(...runs('worse', 1, periods, (index) => placed[index]?.figure.kind === 'value' && placed[index].baseline?.worse === true));
	return episodes;
}

function runs(cause: Episode['cause'], after: number, periods: readonly TimedPeriod[], holds: (index: number) => boolean): Episode[] {
	const episodes: Episode[] = [];
	let run: number[] = [];
	let open: Episode | null = null;
	const end = (index: number): void => {
		if (open !== null) open.endedWith = index;
		open = null;
		run = [];
	};
	for (const [index, { closed, followsPrevious }] of periods.entries()) {
		if (!closed) break;
		if (!followsPrevious && index > 0) end(index);
		if (!holds(index)) {
			end(index);
			continue;
		}
		run.push(index);
		if (open !== null) open.periods.push(index);
		else if (run.length >= after) episodes.push((open = { cause, entered: index, periods: [...run], endedWith: null }));
	}
	return episodes;
}
