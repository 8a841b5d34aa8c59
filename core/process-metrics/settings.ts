import type { MetricId } from './definitions.js';
import type { Limit } from './threshold.js';

/*
 * Every parameter of the twelve metrics and the limits they ship with, in one place.
 * The limits are customary start values ("convention"), not requirements of a standard: domain reference 0 and 1.
 */

/** Days from an anchor visit within which a visit is in its window; for sources whose format states none. */
export interface VisitWindowRow {
	readonly event: string;
	/** Null: `windowAnchor` of the settings. */
	readonly anchorEvent: string | null;
	readonly targetDay: number;
	readonly daysBefore: number;
	readonly daysAfter: number;
}

/** A version of the informed consent form and when it took effect. `site` null: everywhere. */
export interface ConsentVersion {
	readonly version: string;
	readonly site: string | null;
	/** Date or date-time. */
	readonly effectiveFrom: string;
}

/** An input that is delivered even where no record of it has occurred yet, so that 'none' is a true zero. */
export type StatedInput = 'queries' | 'deviations' | 'seriousEvents' | 'dispositions' | 'signatures';

export interface ProcessMetricSettings {
	/** Study's zone for windows and local days, IANA name; null: the zone of the mapping. */
	readonly zone: string | null;
	readonly zoneOfSite: Readonly<Record<string, string>>;
	/** References and listed rows kept per metric; the totals are always given. */
	readonly evidenceLimit: number;
	readonly statedInputs: readonly StatedInput[];

	readonly entryLag: {
		/** Visits above it are shown as a share; strictly more. */
		readonly limitDays: number;
		readonly includeUnscheduled: boolean;
	};
	readonly seriousEvents: {
		/** Device: the clock of the regulation. Drug: 'at once', so elapsed time only, unless the protocol sets a limit. */
		readonly trialKind: 'device' | 'drug';
		readonly deviceLimitHours: number;
		/** Limit of the protocol of a drug trial; null: no verdict. */
		readonly drugLimitHours: number | null;
	};
	readonly queries: {
		/** Upper ends of the age groups of open queries in days, inclusive. */
		readonly ageGroups: readonly [number, number, number];
		/** The study's own median rate per 100 data points to compare with; null: no comparison. */
		readonly referenceRate: number | null;
	};
	readonly visitWindows: {
		readonly rows: readonly VisitWindowRow[];
		/** Where a window names no anchor: an event (baseline) or the visit before. Null: such windows are unknown. */
		readonly anchor: { readonly event: string } | 'previousVisit' | null;
	};
	readonly deviations: { readonly per: 'subjects' | 'visits' };
	readonly missingForms: {
		/** Days after the visit in which a form may still be empty. */
		readonly graceDays: number;
		/** For sources without a study design; replaces the design's mandatory flags where not empty. */
		readonly mandatory: ReadonlyArray<{ readonly event: string; readonly form: string }>;
	};
	readonly sourceDataVerification: {
		/** What is to be verified where the source has no requirement flag. Null: not known. */
		readonly plan: 'all' | { readonly items: readonly string[] } | { readonly forms: readonly string[] } | null;
	};
	readonly consent: {
		/** Consent and procedure on one day, one of them without time. */
		readonly sameDay: 'accept' | 'undetermined';
		readonly versions: readonly ConsentVersion[];
	};
	/** Limits per metric; the worst verdict counts; empty: descriptive only. */
	readonly limits: Readonly<Record<MetricId, readonly Limit[]>>;
}

const above = (figure: Limit['figure'], attention: number | null, alarm: number | null): Limit => ({ figure, side: 'above', inclusive: false, attention, alarm, basis: 'convention' });
const below = (figure: Limit['figure'], attention: number | null, alarm: number | null): Limit => ({ figure, side: 'below', inclusive: false, attention, alarm, basis: 'convention' });

export const DEFAULT_LIMITS: Readonly<Record<MetricId, readonly Limit[]>> = {
	/** Mean over 5 days medium, over 7 days high. */
	entry_lag: [above('meanDays', 5, 7)],
	/** A late report is a deviation from a duty, whatever the share. */
	sae_timeliness: [{ ...below('value', 100, 95), unit: 'percent' }],
	/** Answered within 5 to 7 days, none open for more than 30. */
	query_age: [above('value', 5, 7), above('openOldest', null, 30)],
	/** Red at twice the study's own median. */
	query_rate: [{ figure: 'ratioToReference', side: 'above', inclusive: true, attention: null, alarm: 2, basis: 'convention' }],
	window_adherence: [below('value', 95, 90)],
	/** The sponsor sets them per study. */
	deviations: [],
	missing_forms: [above('value', 5, null)],
	/** All of what the plan requires. */
	sdv_coverage: [below('value', 100, null)],
	/** Any subject failing is red whatever the rate. */
	consent: [above('failedSubjects', null, 0), above('undeterminedRows', 0, null)],
	/** Descriptive: no target, no ranking. */
	crc_log: [],
	post_sign_change: [{ figure: 'value', side: 'above', inclusive: true, attention: 1, alarm: 2, basis: 'convention' }],
	/** The drop-out assumed in the sample size, per study. */
	retention: [],
};

export const DEFAULT_SETTINGS: ProcessMetricSettings = {
	zone: null,
	zoneOfSite: {},
	evidenceLimit: 50,
	statedInputs: [],
	entryLag: { limitDays: 5, includeUnscheduled: false },
	seriousEvents: { trialKind: 'device', deviceLimitHours: 24, drugLimitHours: null },
	queries: { ageGroups: [7, 14, 30], referenceRate: null },
	visitWindows: { rows: [], anchor: null },
	deviations: { per: 'subjects' },
	missingForms: { graceDays: 0, mandatory: [] },
	sourceDataVerification: { plan: null },
	consent: { sameDay: 'accept', versions: [] },
	limits: DEFAULT_LIMITS,
};
