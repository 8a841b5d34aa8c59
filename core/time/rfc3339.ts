import { DAY_MILLISECONDS, dayNumberOf, type Zone } from './zone.js';
import { parseMoment } from './moment.js';

/** Sorts before every stamp: the source named no time. Finite, so that 'never' (-Infinity) lies before it. */
export const NO_TIME = Number.MIN_SAFE_INTEGER;

const ZERO = 48;

const FIRST_YEAR = 1900;
/** Day numbers of the first of each month up to 2199: stamps are read by the million. */
const FIRST_DAYS = Int32Array.from({ length: 300 * 12 }, (_, month) => dayNumberOf(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1));

/**
 * Epoch milliseconds of `YYYY-MM-DDTHH:MM:SS[.fff](Z|±HH:MM)` with no allocation; NaN for any other form.
 * Source: RFC 3339, section 5.6.
 */
export function parseRfc3339(text: string): number {
	const length = text.length;
	if (length < 20 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || (text.charCodeAt(10) | 32) !== 116) return Number.NaN;
	if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
	const year = two(text, 0) * 100 + two(text, 2);
	if (!(year >= FIRST_YEAR)) return Number.NaN;
	const month = two(text, 5);
	const day = two(text, 8);
	const hour = two(text, 11);
	const minute = two(text, 14);
	const second = two(text, 17);
	if (!(month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23 && minute <= 59 && second <= 59)) {
		// Ends of months, leap seconds and 24:00 are rare enough for the thorough reader.
		if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
		const next = month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1);
		if (dayNumberOf(year, month, day) >= next) return Number.NaN;
	}
	let position = 19;
	let millisecond = 0;
	if (text.charCodeAt(position) === 46) {
		let scale = 100;
		position++;
		const start = position;
		for (; position < length; position++) {
			const digit = text.charCodeAt(position) - ZERO;
			if (digit < 0 || digit > 9) break;
			millisecond += digit * scale;
			scale = scale === 1 ? 0 : scale / 10;
		}
		if (position === start) return Number.NaN;
	}
	let offset = 0;
	const sign = text.charCodeAt(position);
	if ((sign | 32) === 122) {
		if (length !== position + 1) return Number.NaN;
	} else {
		if ((sign !== 43 && sign !== 45) || length !== position + 6 || text.charCodeAt(position + 3) !== 58) return Number.NaN;
		offset = two(text, position + 1) * 60 + two(text, position + 4);
		if (sign === 45) offset = -offset;
	}
	const days = (FIRST_DAYS[(year - FIRST_YEAR) * 12 + month - 1] ?? dayNumberOf(year, month, 1)) + day - 1;
	return days * DAY_MILLISECONDS + (hour * 60 + minute - offset) * 60_000 + second * 1000 + Math.floor(millisecond);
}

function two(text: string, at: number): number {
	const tens = text.charCodeAt(at) - ZERO;
	const ones = text.charCodeAt(at + 1) - ZERO;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/**
 * A reader of stamps that remembers the last text it read: neighbours in a record usually carry the same stamp.
 * A stamp that is not in RFC 3339 form is read in the zone, by its latest end; null, empty or unreadable gives {@link NO_TIME}.
 */
export function createStampReader(zone: Zone): (text: string | null | undefined) => number {
	let lastText = '';
	let lastInstant = NO_TIME;
	return (text) => {
		if (text === null || text === undefined || text === '') return NO_TIME;
		if (text === lastText) return lastInstant;
		let instant = parseRfc3339(text);
		if (Number.isNaN(instant)) instant = parseMoment(text, zone)?.latest ?? NO_TIME;
		lastText = text;
		lastInstant = instant;
		return instant;
	};
}
