import { parseMoment } from '../time/moment.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import type { Zone } from '../time/zone.js';

/*
 * Single fields as most rows have them, read with nothing allocated. Whatever looks otherwise is left to the thorough reader of `rows.ts`, which also says what is wrong.
 */

/** A time that is not there: never past. */
export const NO_TIME_GIVEN = Infinity;
/** A number or flag that is not there. */
export const NOT_GIVEN = -1;
/** Something that is there and may be no flag, or no count. */
export const ODD = -2;

/** The text without blanks around it; empty where there is none; null for what is left to the thorough reader. */
export function textIn(raw: unknown): string | null {
	if (typeof raw === 'string') return raw === '' || (isPlain(raw.charCodeAt(0)) && isPlain(raw.charCodeAt(raw.length - 1))) ? raw : null;
	return raw === undefined || raw === null ? '' : null;
}

/** No blank of any kind: those of Unicode lie outside these ranges. */
function isPlain(code: number): boolean {
	return (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x1680) || (code > 0x3000 && code < 0xfe00);
}

/** 1, 0, {@link NOT_GIVEN} or {@link ODD}. */
export function flagIn(raw: unknown): number {
	if (raw === undefined || raw === null || raw === '') return NOT_GIVEN;
	return raw === true ? 1 : raw === false ? 0 : ODD;
}

/** A whole number, {@link NOT_GIVEN} or {@link ODD}. */
export function countIn(raw: unknown): number {
	if (raw === undefined || raw === null || raw === '') return NOT_GIVEN;
	return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= 1e9 ? raw : ODD;
}

/** Dates come again and again, and reading one in a zone is work. */
const DATES_KEPT = 4_096;

export class TimeReader {
	private readonly dates = new Map<string, number>();

	constructor(private readonly zone: Zone) {}

	/** Epoch milliseconds; {@link NO_TIME_GIVEN} where there is none; NaN for what is left to the thorough reader. */
	timeIn(raw: unknown, readBefore: boolean): number {
		if (raw === undefined || raw === null || raw === '') return NO_TIME_GIVEN;
		if (typeof raw !== 'string') return readBefore && typeof raw === 'number' ? raw : Number.NaN;
		const instant = parseRfc3339(raw);
		return Number.isNaN(instant) && raw.length === 10 ? this.dateIn(raw) : instant;
	}

	private dateIn(text: string): number {
		const known = this.dates.get(text);
		if (known !== undefined) return known;
		const instant = parseMoment(text, this.zone)?.earliest ?? Number.NaN;
		if (this.dates.size >= DATES_KEPT) this.dates.clear();
		this.dates.set(text, instant);
		return instant;
	}
}
