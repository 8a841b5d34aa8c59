import { parseMoment } from '../time/moment.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { localDayNumber, type Zone } from '../time/zone.js';

/** An instant at which versions are looked at: exact, or the end of a local day where only the date is known. */
export interface PointInTime {
	/** As it was stated. */
	readonly text: string;
	/** Epoch milliseconds; of a date the last one of that local day. */
	readonly instant: number;
	readonly dateOnly: boolean;
	/** Days since 1970-01-01 in the zone. */
	readonly localDay: number;
}

/** @returns null for a text that is no date or time */
export function pointInTime(text: string, zone: Zone): PointInTime | null {
	const moment = parseMoment(text, zone);
	if (moment === null) return null;
	return { text, instant: moment.latest, dateOnly: moment.earliest !== moment.latest, localDay: localDayNumber(moment.latest, zone) };
}

/**
 * Epoch milliseconds of a time as a source states it, NaN where it states none or one that cannot be read.
 *
 * @param end which end of a date counts: a version is effective from the start of its date, but surely uploaded or approved only at its end
 */
export function instantOf(text: string | null, end: 'earliest' | 'latest', zone: Zone): number {
	if (text === null) return Number.NaN;
	const exact = parseRfc3339(text);
	return Number.isNaN(exact) ? (parseMoment(text, zone)?.[end] ?? Number.NaN) : exact;
}

/** True for a text that names a day but no time. */
export const isDateOnly = (text: string | null): boolean => text !== null && text.length <= 10;
