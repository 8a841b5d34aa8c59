import type { BilingualText } from '../judgement/judgement.js';
import type { ProcessMetricSettings } from './settings.js';
import { DEFINITION as entryLag } from './dataEntryLag.js';
import { DEFINITION as saeTimeliness } from './saeReportingTimeliness.js';
import { DEFINITION as queryAge } from './queryAgeing.js';
import { DEFINITION as queryRate } from './queryRate.js';
import { DEFINITION as windowAdherence } from './visitWindowAdherence.js';
import { DEFINITION as deviations } from './protocolDeviations.js';
import { DEFINITION as missingForms } from './missingForms.js';
import { DEFINITION as sdvCoverage } from './sourceDataVerification.js';
import { DEFINITION as consent } from './informedConsent.js';
import { DEFINITION as crcLog } from './operationLog.js';
import { DEFINITION as postSignChange } from './postSignatureChanges.js';
import { DEFINITION as retention } from './subjectRetention.js';

export type MetricId =
	| 'entry_lag'
	| 'sae_timeliness'
	| 'query_age'
	| 'query_rate'
	| 'window_adherence'
	| 'deviations'
	| 'missing_forms'
	| 'sdv_coverage'
	| 'consent'
	| 'crc_log'
	| 'post_sign_change'
	| 'retention';

/** What a metric means, for results and for the page that documents it. */
export interface MetricDefinition {
	readonly id: MetricId;
	readonly number: number;
	/** Raised whenever the same evidence could give another value. */
	readonly version: string;
	/** Sections of the settings that it reads. */
	readonly settings: ReadonlyArray<keyof ProcessMetricSettings>;
	readonly name: BilingualText;
	readonly formula: BilingualText;
	/** The time by which a row belongs to a window. */
	readonly anchor: BilingualText;
	readonly inputs: BilingualText;
	/** What the definition rests on; says so where it is this project's own choice. */
	readonly standard: BilingualText;
}

/** The twelve, in the order of spec S1. */
export const METRIC_DEFINITIONS: readonly MetricDefinition[] = [
	entryLag,
	saeTimeliness,
	queryAge,
	queryRate,
	windowAdherence,
	deviations,
	missingForms,
	sdvCoverage,
	consent,
	crcLog,
	postSignChange,
	retention,
];
