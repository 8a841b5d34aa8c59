import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { BilingualText, Judgement } from '../judgement/judgement.js';
import type { MetricId } from './definitions.js';
import type { ThresholdVerdict } from './threshold.js';
import type { FigureKey, NoteKey, ReasonKey } from './texts.js';

/** What a set of metrics is about. Several scopes are answered from one pass over the events. */
export type MetricScope =
	| { readonly study: string }
	| { readonly study: string; readonly site: string }
	/** Subject keys or the labels people see. */
	| { readonly study: string; readonly subjects: readonly string[] }
	/** One result per site that occurs in the events, in order of the site's name. */
	| { readonly study: string; readonly eachSite: true };

/** A scope as a result names it: {@link MetricScope} with 'each site' resolved. */
export type ResolvedScope = Exclude<MetricScope, { readonly eachSite: true }>;

/** Half-open [start, end), RFC 3339 or local dates in the study's zone. */
export interface MetricWindow {
	readonly start: string;
	readonly end: string;
}

export type MetricUnit = 'days' | 'hours' | 'percent' | 'per100DataPoints' | 'per100Subjects' | 'per100Visits' | 'entries';

/** Detail figures by name, unrounded: days, hours, per cent or counts, see `FIGURES` in texts.ts. */
export type Figures = Readonly<Partial<Record<FigureKey, number>>>;

/** Figures of one part of the scope, e.g. one coordinator account or one reason for leaving. */
export interface BreakdownRow {
	readonly part: string;
	readonly figures: Figures;
}

/** A row that a person should look at: excluded because of a data error, late, out of its window … */
export interface ListedRow {
	readonly reason: ReasonKey;
	readonly reference: EvidenceReference;
}

interface MetricHead {
	readonly id: MetricId;
	/** 1 to 12, the number in spec S1. */
	readonly number: number;
	readonly name: BilingualText;
	readonly formula: BilingualText;
	readonly scope: ResolvedScope;
	/** Null: everything up to `asOf`. */
	readonly window: MetricWindow | null;
	readonly verdict: ThresholdVerdict;
	readonly figures: Figures;
	readonly breakdown: readonly BreakdownRow[];
	/** How the figure was come by where that is not self-evident: a proxy, an assumption, a cumulative reading. */
	readonly notes: readonly NoteKey[];
	readonly listed: readonly ListedRow[];
	/** Rows to look at in all; `listed` and `evidence` are cut at `settings.evidenceLimit`. */
	readonly listedTotal: number;
	readonly evidenceTotal: number;
}

/**
 * What a metric found. Never 0 for lack of data: `notApplicable` = the inputs are there and nothing is to be measured,
 * `undetermined` = every row is left open (partial dates), `notAvailable` = the source does not deliver an input.
 * Source: domain reference 0, "Result kinds".
 */
export type MetricValue = MetricHead &
	(
		| {
				readonly kind: 'value';
				/** Unrounded; display half-up to one decimal. */
				readonly value: number;
				readonly unit: MetricUnit;
				/** Null where the value is a median. */
				readonly numerator: number | null;
				readonly denominator: number;
		  }
		| { readonly kind: 'notApplicable' }
		| { readonly kind: 'undetermined'; readonly rows: number }
		| { readonly kind: 'notAvailable'; readonly missing: readonly BilingualText[] }
	);

export type ProcessMetric = Judgement<'metric', MetricValue>;
