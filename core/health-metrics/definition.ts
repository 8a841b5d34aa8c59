import type { BilingualText } from '../judgement/judgement.js';
import type { RowKind } from './rows.js';

export const HEALTH_METRIC_IDS = [
	'goal_adjustment_frequency',
	'process_data_usage',
	'cross_role_closure',
	'stage_dwell',
	'data_completeness',
	'appeals',
	'daily_use',
	'organic_recommendation',
	'penetration',
	'team_enablement_weight',
	'context_delay',
] as const;
export type HealthMetricId = (typeof HEALTH_METRIC_IDS)[number];

/** What a value is counted in; `rate` is a plain number such as 0.15 revisions per goal. */
export type HealthMetricUnit = 'rate' | 'percent' | 'days' | 'minutes' | 'count';

/**
 * Thresholds of one metric, in its unit as people read it (65 for 65 %). Compared exactly, to six decimals.
 * Between `green` and `red` the light is yellow; without `red` everything that is not green is yellow.
 */
export interface Bands {
	readonly green: number;
	/** True: reaching `green` is enough; false: strictly beyond it. */
	readonly greenInclusive: boolean;
	/** Red is strictly beyond this; null: there is no red. */
	readonly red: number | null;
}

/** One metric, defined once: calculation, documentation, options of the editor and explanations all read this. */
export interface HealthMetricDefinition {
	readonly id: HealthMetricId;
	/** Raised whenever the same rows could give another value. */
	readonly version: string;
	readonly name: BilingualText;
	readonly formula: BilingualText;
	/** The same in one line of code. */
	readonly code: string;
	readonly unit: HealthMetricUnit;
	readonly numerator: BilingualText;
	readonly denominator: BilingualText;
	/** What the numerator is divided by to be read in the unit: 60 where it is kept in seconds and shown in minutes. */
	readonly scale: number;
	/** The time by which a row belongs to a period, and whose unit it counts for. */
	readonly anchor: BilingualText;
	readonly better: 'lower' | 'higher' | 'neither';
	/** Null: no customary threshold. */
	readonly bands: Bands | null;
	/** How many closed periods in a row must be red for an alarm; null: red is no alarm of its own. */
	readonly alarmAfter: number | null;
	/** Worse than the baseline by more than the limit is an alarm. */
	readonly worseningAlarm: boolean;
	readonly alarm: BilingualText | null;
	/** Interval shown with the value. */
	readonly interval: 'wilson' | 'byar' | null;
	/** Kinds of rows without any of which the metric is not available. */
	readonly rows: readonly RowKind[];
	/** Further rows that it reads where they are there. */
	readonly alsoReads: readonly RowKind[];
	/** Answers must not lead to who gave them: no evidence is listed, and persons are counted by answers. */
	readonly anonymous: boolean;
	/** What the definition rests on; says so where it is this project's own choice. */
	readonly source: BilingualText;
	readonly improve: BilingualText;
}
