import { DAY_MILLISECONDS, dayNumberOf, instantOfLocal, type Zone } from './zone.js';

/** How exactly a source stated a time. */
export type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/**
 * A time as the source stated it: every instant from `earliest` to `latest` (epoch milliseconds, both inclusive) is possible.
 * A full stamp has both ends equal; a date is the interval of that local day. Source: domain reference 0 (partial dates).
 */
export interface Moment {
	readonly earliest: number;
	readonly latest: number;
	readonly precision: Precision;
	/** The text named no offset, so the source's zone was assumed. */
	readonly zoneAssumed: boolean;
	/** Read, but not in ISO 8601 form (`T9:06:45`, `2017-12-10 17:08:07 UTC`). */
	readonly irregular: boolean;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const MISSING = new Set(['', 'UN', 'UNK', 'NK', 'NA', '9999', '0000-00-00', '0001-01-01T00:00:00Z']);

/** `YYYY[-MM[-DD[(T| )H[:MM[:SS[.fff]]]][ ][Z|UTC|±HH[:]MM]]]`; anchored, no nested quantifier, so it runs in linear time. */
const FORM = /^(\d{4})(?:-(\d{2}|--?)(?:-(\d{2}|--?))?)?(?:([T ])(\d{1,2}|-)(?::(\d{2}|-)(?::(\d{2}|-)(?:[.,](\d{1,9}))?)?)?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a date or date-time of any precision a source may give. Nothing is imputed.
 *
 * @returns null for an empty or unreadable text and for the words sources use for 'unknown'
 */
export function parseMoment(text: string | null | undefined, zone: Zone): Moment | null {
	if (text === null || text === undefined) return null;
	const trimmed = text.trim();
	if (MISSING.has(trimmed)) return null;
	const match = FORM.exec(trimmed);
	if (!match) return null;
	const [, yearText, monthText, dayText, separator, hourText, minuteText, secondText, fraction, offsetText] = match;
	const year = Number(yearText);
	const month = known(monthText);
	const day = known(dayText);
	const hour = known(hourText);
	const minute = known(minuteText);
	const second = known(secondText);
	if (year < 1900 || (month !== null && (month < 1 || month > 12))) return null;
	if (month === null && day !== null) return null;
	if (day !== null && month !== null && (day < 1 || day > daysInMonth(year, month))) return null;
	if ((hour ?? 0) > 24 || (minute ?? 0) > 59 || (second ?? 0) > 60) return null;
	if (hour === 24 && ((minute ?? 0) > 0 || (second ?? 0) > 0)) return null;

	const irregular = separator === ' ' || (hour !== null && hourText?.length === 1) || offsetText === 'UTC';
	const offset = offsetText === undefined ? null : offsetMinutes(offsetText);
	if (Number.isNaN(offset)) return null;
	const toInstant = (local: number): number => (offset === null ? instantOfLocal(local, zone) : local - offset * MINUTE);
	const interval = (start: number, length: number, precision: Precision): Moment => ({
		earliest: toInstant(start),
		latest: toInstant(start + length) - 1,
		precision,
		zoneAssumed: offset === null,
		irregular,
	});

	if (month === null) return interval(dayNumberOf(year, 1, 1) * DAY_MILLISECONDS, (dayNumberOf(year + 1, 1, 1) - dayNumberOf(year, 1, 1)) * DAY_MILLISECONDS, 'year');
	const monthStart = dayNumberOf(year, month, 1);
	if (day === null) return interval(monthStart * DAY_MILLISECONDS, daysInMonth(year, month) * DAY_MILLISECONDS, 'month');
	const midnight = (monthStart + day - 1) * DAY_MILLISECONDS;
	if (hour === null) return interval(midnight, DAY_MILLISECONDS, 'day');
	if (minute === null) return interval(midnight + hour * HOUR, HOUR, 'hour');
	// A stamp given to the minute is the start of that minute: sources such as REDCap round, and an interval would make every order undetermined.
	const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
	const instant = toInstant(midnight + hour * HOUR + minute * MINUTE + (second ?? 0) * 1000 + milliseconds);
	return { earliest: instant, latest: instant, precision: second === null ? 'minute' : 'second', zoneAssumed: offset === null, irregular };
}

/** Number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
	return month === 12 ? 31 : dayNumberOf(year, month + 1, 1) - dayNumberOf(year, month, 1);
}

function known(part: string | undefined): number | null {
	return part === undefined || part.startsWith('-') ? null : Number(part);
}

/** NaN for an offset that RFC 3339 does not allow. */
function offsetMinutes(text: string): number {
	if (text === 'Z' || text === 'UTC') return 0;
	const hours = Number(text.slice(1, 3));
	const minutes = Number(text.slice(-2));
	if (hours > 23 || minutes > 59) return NaN;
	return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
