import { createWorkingCalendar, type WorkingCalendar, type WorkingCalendarSettings } from '../calendar/workingCalendar.js';
import { parseMoment } from '../time/moment.js';
import { zoneOf, type Zone } from '../time/zone.js';
import type { Bands, HealthMetricId } from './definition.js';
import { definitionOf } from './definitions.js';
import { HealthMetricError } from './error.js';
import { periodsOf, type PeriodSettings, type TimedPeriod } from './periods.js';

export const GROUP_LEVELS = ['company', 'department', 'team', 'person'] as const;
export type GroupLevel = (typeof GROUP_LEVELS)[number];

export const EVIDENCE_MODES = ['both', 'either'] as const;

/** Parameters of a run. Everything that could differ between companies is here, nothing in the code. */
export interface HealthMetricSettings {
	/** The instant as of which everything is judged, RFC 3339 or a date, which means its end. */
	readonly asOf: string;
	/** IANA name of the zone of periods and days. */
	readonly zone: string;
	readonly metrics: readonly HealthMetricId[];
	readonly levels: readonly GroupLevel[];
	readonly periods: PeriodSettings;
	/** Thresholds in place of the customary ones. */
	readonly bands: Readonly<Partial<Record<HealthMetricId, Bands>>>;
	/** Closed periods in a row until an alarm, in place of the definition's number. */
	readonly alarmAfter: Readonly<Partial<Record<HealthMetricId, number>>>;
	/** Below this denominator a value is shown as too few, with a grey light and without alarm. */
	readonly minSample: number;
	/** Groups of fewer persons are not shown. */
	readonly minPersons: number;
	/** References kept per figure; the totals are always given. */
	readonly evidenceLimit: number;
	/** The same for a figure of one person: there are many of them, and their rows are few. */
	readonly personEvidenceLimit: number;
	readonly usage: { readonly evidenceMode: (typeof EVIDENCE_MODES)[number]; readonly viewDays: number };
	readonly closure: { readonly maturityDays: number };
	/** `limit` is a share: 0.15 = 15 %. `fixed` is a baseline in the unit of the metric in place of the median of closed periods. */
	readonly worsening: { readonly limit: number; readonly periods: number; readonly atLeast: number; readonly fixed: Readonly<Partial<Record<HealthMetricId, number>>> };
	/** Logistic forecast from `start` at the launch to `target` after `weeks`, shares; without a launch date there is none. */
	readonly adoption: { readonly launch: string | null; readonly start: number; readonly target: number; readonly weeks: number };
	/** Weights in per cent. */
	readonly enablement: { readonly weight: number; readonly alpha: number; readonly min: number; readonly max: number };
	readonly calendar: WorkingCalendarSettings;
}

export const DEFAULT_HEALTH_SETTINGS: Omit<HealthMetricSettings, 'asOf'> = {
	zone: 'Asia/Shanghai',
	metrics: ['goal_adjustment_frequency', 'process_data_usage', 'cross_role_closure'],
	levels: ['company', 'department', 'team'],
	periods: { unit: 'quarter', count: 4, yearStartMonth: 1, custom: [] },
	bands: {},
	alarmAfter: {},
	minSample: 5,
	minPersons: 5,
	evidenceLimit: 50,
	personEvidenceLimit: 10,
	usage: { evidenceMode: 'both', viewDays: 7 },
	closure: { maturityDays: 30 },
	worsening: { limit: 0.15, periods: 4, atLeast: 2, fixed: {} },
	adoption: { launch: null, start: 0.1, target: 0.8, weeks: 6 },
	enablement: { weight: 20, alpha: 0.5, min: 10, max: 30 },
	calendar: {},
};

/** Settings as the calculation uses them. */
export interface CheckedHealthSettings {
	readonly settings: HealthMetricSettings;
	readonly zone: Zone;
	readonly asOf: number;
	readonly calendar: WorkingCalendar;
	/** With those before the first shown one that its baseline and its run of alarms need. */
	readonly periods: readonly TimedPeriod[];
	/** Place of the first shown period. */
	readonly firstShown: number;
	readonly launch: number | null;
}

/** @throws HealthMetricError naming the setting, the value and what is expected; RangeError of the calendar and the zone */
export function checkHealthSettings(settings: HealthMetricSettings): CheckedHealthSettings {
	const zone = zoneOf(settings.zone);
	const asOf = parseMoment(settings.asOf, zone)?.latest;
	if (asOf === undefined) throw new HealthMetricError(`"${settings.asOf}" is not a time.`, 'Write the time of the calculation such as 2026-04-01T08:00:00+08:00, or a date.');
	whole('smallest sample', settings.minSample, 1);
	whole('number of persons of a group', settings.minPersons, 1);
	whole('number of references', settings.evidenceLimit, 0);
	whole('number of references of a person', settings.personEvidenceLimit, 0);
	whole('days of viewing before a talk', settings.usage.viewDays, 0);
	whole('days until a suggestion is due', settings.closure.maturityDays, 0);
	whole('number of baseline periods', settings.worsening.periods, 1);
	for (const id of settings.metrics) {
		const bands = settings.bands[id];
		if (bands?.red != null && (definitionOf(id).better === 'lower' ? bands.red < bands.green : bands.red > bands.green)) {
			throw new HealthMetricError(`The thresholds of ${id} cross: green ${bands.green}, red ${bands.red}.`, definitionOf(id).better === 'lower' ? 'Let red be at or above green: less is better.' : 'Let red be at or below green: more is better.');
		}
		whole(`number of periods until an alarm of ${id}`, settings.alarmAfter[id] ?? 1, 1);
	}
	const { min, max, weight } = settings.enablement;
	if (!(min <= weight && weight <= max && min >= 0 && max <= 100)) throw new HealthMetricError(`A weight of ${weight}% does not lie between ${min}% and ${max}%.`, 'Let the minimum be at or below the weight, and the maximum at or above it.');
	const { start, target, weeks, launch } = settings.adoption;
	if (!(start > 0 && start < target && target < 1 && weeks > 0)) throw new HealthMetricError(`A forecast from ${start} to ${target} in ${weeks} weeks is no growing curve.`, 'Enter shares between 0 and 1, the start below the target, and a number of weeks above 0.');
	const launched = launch === null ? null : parseMoment(launch, zone)?.earliest;
	if (launched === undefined) throw new HealthMetricError(`"${launch ?? ''}" is not a date.`, 'Write the date of the launch such as 2026-03-02.');
	const leadIn = settings.periods.unit === 'custom' ? 0 : settings.worsening.periods;
	return {
		settings,
		zone,
		asOf,
		calendar: createWorkingCalendar({ ...settings.calendar, zone: settings.zone }),
		periods: periodsOf({ ...settings.periods, count: settings.periods.count + leadIn }, asOf, zone),
		firstShown: leadIn,
		launch: launched,
	};
}

function whole(what: string, value: number, least: number): void {
	if (!Number.isInteger(value) || value < least) throw new HealthMetricError(`The ${what} is ${value}.`, `Enter a whole number from ${least}.`);
}
