/**
 * A time zone as the pure core needs it: offsets by instant, with no Date or DateTime built per event.
 * Source: spec "Working day", domain reference 0 (time zones).
 */
export interface Zone {
	/** IANA name such as `Asia/Shanghai`, or `UTC`. */
	readonly name: string;
	/** Minutes to add to UTC to get local time at this instant (epoch milliseconds). */
	offsetMinutesAt(epochMilliseconds: number): number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY_MILLISECONDS = 24 * HOUR;

export const UTC: Zone = { name: 'UTC', offsetMinutesAt: () => 0 };

/**
 * Looks a zone up by its IANA name.
 * Offsets are asked from Intl once per UTC day; only a day whose two ends differ (a change of clocks) is looked at by the minute.
 *
 * @throws RangeError naming the zone when the name is not known
 */
export function zoneOf(name: string): Zone {
	if (name === 'UTC') return UTC;
	const known = zones.get(name);
	if (known) return known;
	const zone = createZone(name);
	zones.set(name, zone);
	return zone;
}

const zones = new Map<string, Zone>();

function createZone(name: string): Zone {
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone: name,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	} catch {
		throw new RangeError(`Time zone "${name}" is not known. Use an IANA name such as "Asia/Shanghai" or "Europe/Berlin".`);
	}
	const askIntl = (instant: number): number => {
		const field: Record<string, number> = {};
		for (const part of format.formatToParts(instant)) field[part.type] = Number(part.value);
		const local = epochOf(field['year'] ?? 0, field['month'] ?? 1, field['day'] ?? 1, field['hour'], field['minute'], field['second']);
		return Math.round((local - Math.floor(instant / 1000) * 1000) / MINUTE);
	};
	const byDay = new Map<number, number | null>();
	const byMinute = new Map<number, number>();
	let lastDay = Number.NaN;
	let lastOffset = 0;
	return {
		name,
		offsetMinutesAt(instant) {
			const day = Math.floor(instant / DAY_MILLISECONDS);
			// Neighbours in a record mostly are of one day.
			if (day === lastDay) return lastOffset;
			let offset = byDay.get(day);
			if (offset === undefined) {
				const start = askIntl(day * DAY_MILLISECONDS);
				const end = askIntl((day + 1) * DAY_MILLISECONDS - 1000);
				offset = start === end ? start : null;
				byDay.set(day, offset);
			}
			if (offset !== null) {
				lastDay = day;
				return (lastOffset = offset);
			}
			// Clocks have changed at 00:01 (St. John's), so a quarter of an hour is too coarse.
			const minute = Math.floor(instant / MINUTE);
			let exact = byMinute.get(minute);
			if (exact === undefined) {
				exact = askIntl(minute * MINUTE);
				byMinute.set(minute, exact);
			}
			return exact;
		},
	};
}

/** Days since 1970-01-01 of a proleptic Gregorian date (month 1 to 12). Algorithm: era arithmetic over 400-year cycles. */
export function dayNumberOf(year: number, month: number, day: number): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** Epoch milliseconds of a wall-clock time read as UTC. */
export function epochOf(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, millisecond = 0): number {
	return dayNumberOf(year, month, day) * DAY_MILLISECONDS + hour * HOUR + minute * MINUTE + second * 1000 + millisecond;
}

/**
 * The instant at which a zone's wall clock shows this local time (given as if it were UTC).
 * A time the clock skips is moved forward by the gap; a time it shows twice is the first of the two.
 */
export function instantOfLocal(localAsUtc: number, zone: Zone): number {
	// Offsets reach +14 h, so only a whole day back is surely before a change of clocks near this time.
	const before = zone.offsetMinutesAt(localAsUtc - DAY_MILLISECONDS) * MINUTE;
	const first = localAsUtc - before;
	if (zone.offsetMinutesAt(first) * MINUTE === before) return first;
	const second = localAsUtc - zone.offsetMinutesAt(first) * MINUTE;
	return zone.offsetMinutesAt(second) * MINUTE === localAsUtc - second ? second : first;
}

/** Local calendar day at this instant, as days since 1970-01-01. */
export function localDayNumber(instant: number, zone: Zone): number {
	return Math.floor((instant + zone.offsetMinutesAt(instant) * MINUTE) / DAY_MILLISECONDS);
}

/** `2026-03-02` for a day number. */
export function formatDayNumber(dayNumber: number): string {
	const z = dayNumber + 719_468;
	const era = Math.floor(z / 146_097);
	const dayOfEra = z - era * 146_097;
	const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Day number of a date written `2026-03-02`; null for any other text and for a date that does not exist. */
export function parseDayNumber(text: string): number | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return null;
	const day = dayNumberOf(Number(match[1]), Number(match[2]), Number(match[3]));
	return formatDayNumber(day) === text ? day : null;
}

/** ISO weekday of a day number: 1 = Monday to 7 = Sunday. */
export function weekdayOf(dayNumber: number): number {
	return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** Year of a day number. */
export function yearOf(dayNumber: number): number {
	let year = Math.floor(dayNumber / 365.2425) + 1970;
	while (dayNumberOf(year, 1, 1) > dayNumber) year--;
	while (dayNumberOf(year + 1, 1, 1) <= dayNumber) year++;
	return year;
}

/** ISO 8601 text of an instant with the zone's offset, e.g. `2026-03-02T08:00:00+08:00` (`Z` for UTC). */
export function formatInstant(instant: number, zone: Zone = UTC): string {
	const offset = zone.offsetMinutesAt(instant);
	const local = instant + offset * MINUTE;
	const day = Math.floor(local / DAY_MILLISECONDS);
	const inDay = local - day * DAY_MILLISECONDS;
	const milliseconds = inDay % 1000;
	const clock = `${two(Math.floor(inDay / HOUR))}:${two(Math.floor(inDay / MINUTE) % 60)}:${two(Math.floor(inDay / 1000) % 60)}`;
	const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`;
	const suffix = zone.name === 'UTC' ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
	return `${formatDayNumber(day)}T${clock}${fraction}${suffix}`;
}

function two(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}
