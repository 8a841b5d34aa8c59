import { DAY_MILLISECONDS, dayNumberOf, formatDayNumber, instantOfLocal, localDayNumber, parseDayNumber, weekdayOf, yearOf, type Zone } from '../time/zone.js';
import { HealthMetricError } from './error.js';

export const PERIOD_UNITS = ['week', 'month', 'quarter', 'halfYear', 'year', 'custom'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Half-open [start, end) of local days in the zone of the settings. */
export interface HealthPeriod {
	/** `2026-Q1`, `2026-W07`, `2026-03`, `2026-H1`, `2026`; a fiscal year that does not begin in January as `FY2026-Q1`, named after the year it ends in; custom ones by their name or `2026-01-01/2026-02-15`. */
	readonly id: string;
	/** First day, `2026-01-01`. */
	readonly start: string;
	/** First day after it. */
	readonly end: string;
	/** The period is over as of the time of the run. */
	readonly closed: boolean;
}

/** A period with its instants (epoch milliseconds) and whether the one listed before it ends where it starts. */
export interface TimedPeriod extends HealthPeriod {
	readonly startDay: number;
	readonly endDay: number;
	readonly startsAt: number;
	readonly endsAt: number;
	readonly followsPrevious: boolean;
}

export interface CustomPeriod {
	readonly id?: string;
	readonly start: string;
	readonly end: string;
}

export interface PeriodSettings {
	readonly unit: PeriodUnit;
	/** How many periods up to the one that holds `asOf`; raise it to back-fill. Not for custom ones. */
	readonly count: number;
	/** 1 = January to 12: month in which a year begins; months and weeks do not depend on it. */
	readonly yearStartMonth: number;
	readonly custom: readonly CustomPeriod[];
	/** Day in the last period in place of that of `asOf`; what is known then still counts. Not for custom ones. */
	readonly upTo?: string;
}

const MONTHS: Readonly<Record<'month' | 'quarter' | 'halfYear' | 'year', number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const MOST_PERIODS = 1_000;

interface Days {
	readonly id: string;
	readonly startDay: number;
	readonly endDay: number;
}

/**
 * The periods of a run in order of time.
 *
 * @throws HealthMetricError naming the setting that cannot be used
 */
export function periodsOf(settings: PeriodSettings, asOf: number, zone: Zone): readonly TimedPeriod[] {
	const { unit, count, yearStartMonth } = settings;
	if (!PERIOD_UNITS.includes(unit)) throw new HealthMetricError(`"${unit}" is no period.`, `Use: ${PERIOD_UNITS.join(', ')}.`);
	if (!Number.isInteger(count) || count < 1 || count > MOST_PERIODS) throw new HealthMetricError(`${count} periods cannot be calculated.`, `Enter a whole number from 1 to ${MOST_PERIODS}.`);
	if (!Number.isInteger(yearStartMonth) || yearStartMonth < 1 || yearStartMonth > 12) throw new HealthMetricError(`A year cannot begin in month ${yearStartMonth}.`, 'Enter 1 (January) to 12 (December).');
	const today = settings.upTo === undefined ? localDayNumber(asOf, zone) : parseDayNumber(settings.upTo);
	if (today === null) throw new HealthMetricError(`The last period is to hold "${settings.upTo ?? ''}", which is no date.`, 'Write a date such as 2026-03-31.');
	const days = unit === 'custom' ? customDays(settings.custom) : unit === 'week' ? weekDays(today, count) : monthDays(today, count, unit, yearStartMonth);
	return days.map(({ id, startDay, endDay }, index) => {
		const endsAt = instantOfLocal(endDay * DAY_MILLISECONDS, zone);
		return {
			id,
			start: formatDayNumber(startDay),
			end: formatDayNumber(endDay),
			closed: endsAt <= asOf,
			startDay,
			endDay,
			startsAt: instantOfLocal(startDay * DAY_MILLISECONDS, zone),
			endsAt,
			followsPrevious: days[index - 1]?.endDay === startDay,
		};
	});
}

/** Weeks of ISO 8601: from Monday, named after the year of their Thursday. */
function weekDays(today: number, count: number): Days[] {
	const monday = today - weekdayOf(today) + 1;
	return Array.from({ length: count }, (_, index) => {
		const startDay = monday - 7 * (count - 1 - index);
		const year = yearOf(startDay + 3);
		const week = Math.floor((startDay + 3 - dayNumberOf(year, 1, 1)) / 7) + 1;
		return { id: `${year}-W${String(week).padStart(2, '0')}`, startDay, endDay: startDay + 7 };
	});
}

function monthDays(today: number, count: number, unit: keyof typeof MONTHS, yearStartMonth: number): Days[] {
	const length = MONTHS[unit];
	const calendarYear = yearOf(today);
	const month = Number(formatDayNumber(today).slice(5, 7));
	// Months since the beginning of the year 0, counted from the month in which years begin.
	const shift = yearStartMonth - 1;
	const current = Math.floor((calendarYear * 12 + month - 1 - shift) / length);
	return Array.from({ length: count }, (_, index) => {
		const number = current - (count - 1 - index);
		const first = number * length + shift;
		const year = Math.floor((number * length) / 12);
		const part = (((number * length) % 12) + 12) % 12;
		return { id: nameOf(unit, year, part / length + 1, first, shift), startDay: firstDayOf(first), endDay: firstDayOf(first + length) };
	});
}

function nameOf(unit: keyof typeof MONTHS, year: number, part: number, firstMonth: number, shift: number): string {
	if (unit === 'month') return formatDayNumber(firstDayOf(firstMonth)).slice(0, 7);
	const name = shift === 0 ? String(year) : `FY${year + 1}`;
	return unit === 'year' ? name : `${name}-${unit === 'quarter' ? 'Q' : 'H'}${part}`;
}

function firstDayOf(months: number): number {
	return dayNumberOf(Math.floor(months / 12), (months % 12) + 1, 1);
}

function customDays(custom: readonly CustomPeriod[]): Days[] {
	if (custom.length === 0) throw new HealthMetricError('No custom period is given.', 'Add periods such as {"start": "2026-01-01", "end": "2026-02-15"}; the end is the first day after it.');
	const days = custom.map(({ id, start, end }) => {
		const startDay = parseDayNumber(start);
		const endDay = parseDayNumber(end);
		if (startDay === null || endDay === null || startDay >= endDay) throw new HealthMetricError(`The custom period from "${start}" to "${end}" is none.`, 'Write dates such as 2026-01-01, the end after the start.');
		return { id: id ?? `${start}/${end}`, startDay, endDay };
	});
	days.sort((a, b) => a.startDay - b.startDay);
	days.forEach(({ id, startDay }, index) => {
		const before = days[index - 1];
		if (before && before.endDay > startDay) throw new HealthMetricError(`The custom periods ${before.id} and ${id} overlap.`, 'Let each period begin where the one before ends, or later.');
	});
	return days;
}

/** Looks up the period of an instant: -1 for none. Neighbouring rows usually lie in one period, so the last answer is tried first. */
export function createPeriodFinder(periods: readonly TimedPeriod[]): (instant: number) => number {
	const starts = Float64Array.from(periods, ({ startsAt }) => startsAt);
	const ends = Float64Array.from(periods, ({ endsAt }) => endsAt);
	let last = 0;
	return (instant) => {
		if (instant >= (starts[last] ?? Infinity) && instant < (ends[last] ?? -Infinity)) return last;
		let low = 0;
		let high = starts.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			if (instant < (starts[middle] ?? 0)) high = middle - 1;
			else if (instant >= (ends[middle] ?? 0)) low = middle + 1;
			else return (last = middle);
		}
		return -1;
	};
}
