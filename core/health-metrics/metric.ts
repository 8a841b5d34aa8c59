import type { BilingualText, Judgement } from '../judgement/judgement.js';
import type { HealthMetricId, HealthMetricUnit } from './definition.js';
import type { HealthGroup } from './groups.js';
import type { HealthPeriod } from './periods.js';
import type { Interval } from './statistics.js';
import type { FigureKey, LightColour, MissingKey } from './texts.js';

/** Kinds of result; never 0 for lack of data. `tooFew` carries its value, with a grey light. */
export const HEALTH_RESULT_KINDS = ['value', 'tooFew', 'notApplicable', 'notAvailable', 'suppressed'] as const;
export type HealthResultKind = (typeof HEALTH_RESULT_KINDS)[number];

/** Middle and 90th percentile of single values, in the unit of the metric. */
export interface Spread {
	readonly median: number;
	readonly p90: number;
}

/** One stage, state or context factor of a figure. */
export interface HealthPart {
	/** Empty: tasks without any factor. */
	readonly name: string;
	readonly numerator: number;
	readonly denominator: number;
	readonly value: number | null;
	readonly spread: Spread | null;
	/** Stays still open. */
	readonly open: number;
	/** Context factors: the tasks without this factor. */
	readonly without: { readonly numerator: number; readonly denominator: number; readonly value: number | null } | null;
	readonly baseline: Baseline | null;
}

export interface Baseline {
	/** In the unit of the metric. */
	readonly value: number;
	/** The exact fraction, `numerator/denominator`, in the unit of the metric. */
	readonly exact: string;
	/** Periods whose median it is; empty where it is fixed by parameter. */
	readonly periods: readonly string[];
	/** Worse than the baseline by strictly more than the limit; null where the baseline is 0. */
	readonly worse: boolean | null;
}

export interface Previous {
	readonly period: string;
	readonly numerator: number;
	readonly denominator: number;
	readonly value: number;
	/** Percentage points for percentages, else per cent of the value before; null where that was 0. */
	readonly change: number | null;
	readonly changeUnit: 'points' | 'percent';
}

/** Red periods in a row up to this one, and what broke the run before. */
export interface RedRun {
	readonly length: number;
	readonly brokenBy: { readonly period: string; readonly kind: HealthResultKind | 'gap' } | null;
}

/** A figure of a closed period that differs from the one given before; the old one is kept beside it. */
export interface Restatement {
	readonly asOf: string;
	readonly kind: HealthResultKind;
	/** Null where it had none or was not shown. */
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly reason: 'lateEvidence' | 'changedEvidence' | 'changedRule';
}

export interface HealthMetricValue {
	readonly metric: HealthMetricId;
	readonly name: BilingualText;
	readonly unit: HealthMetricUnit;
	readonly kind: HealthResultKind;
	readonly period: HealthPeriod;
	readonly group: HealthGroup;
	/** `person`: only for the person and whoever may see that person's data. */
	readonly audience: 'group' | 'person';
	/** In the unit, unrounded; null where there is none. */
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly missing: readonly MissingKey[];
	readonly light: LightColour;
	readonly interval: Interval | null;
	/** False: the interval holds a threshold. */
	readonly distinguishable: boolean | null;
	readonly figures: Readonly<Partial<Record<FigureKey, number>>>;
	readonly spread: Spread | null;
	readonly parts: readonly HealthPart[];
	/** Parts that are not shown, so that nobody can be told from them. */
	readonly partsHidden: number;
	readonly previous: Previous | null;
	readonly baseline: Baseline | null;
	/** Share forecast for the end of the period, per cent. */
	readonly forecast: number | null;
	readonly run: RedRun | null;
	/** Same for the same figure, however it is worded: a restatement is a change of this. */
	readonly fingerprint: string;
	/** 0 for the first figure of the period, one more with each restatement. */
	readonly revision: number;
	readonly restatement: Restatement | null;
	readonly evidenceTotal: number;
}

export type HealthMetric = Judgement<'healthMetric', HealthMetricValue>;

export interface HealthAlarmValue {
	readonly metric: HealthMetricId;
	readonly name: BilingualText;
	readonly group: HealthGroup;
	/** `red`: consecutive red periods; `worse`: worse than the baseline. */
	readonly cause: 'red' | 'worse';
	/** `restated`: a known alarm that today's evidence would not raise. */
	readonly state: 'active' | 'ended' | 'restated';
	/** Period in which it was entered: the one that tells. */
	readonly entered: string;
	readonly periods: readonly string[];
	readonly endedWith: string | null;
	/** Entered in the newest closed period and not known before: the one moment to tell somebody. */
	readonly isNew: boolean;
	/** Stages that are worse than their own baseline, where the alarm is about worsening. */
	readonly parts: readonly string[];
	/** Keys of the figures it rests on. */
	readonly figures: readonly string[];
}

export type HealthAlarm = Judgement<'healthAlarm', HealthAlarmValue>;
