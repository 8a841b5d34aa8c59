import { parseRfc3339 } from '../../time/rfc3339.js';
import { epochOf, formatInstant } from '../../time/zone.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * RFC 3339 of a date as `git log` writes it: `default`, `iso`, `iso-strict`, `rfc` and `raw`. Null for a date without offset (`local`, `short`) or
 * a relative one: no zone is assumed.
 */
export function readGitDate(text: string): string | null {
	const trimmed = text.trim();
	if (!Number.isNaN(parseRfc3339(trimmed))) return trimmed;
	const iso = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2}):?(\d{2})$/.exec(trimmed);
	if (iso !== null) return checked(`${iso[1] ?? ''}T${iso[2] ?? ''}${iso[3] ?? ''}:${iso[4] ?? ''}`);
	const raw = /^(\d{1,12}) ([+-])(\d{2})(\d{2})$/.exec(trimmed);
	if (raw !== null) return atOffset(Number(raw[1]) * 1000, raw[2] === '-' ? -1 : 1, Number(raw[3]), Number(raw[4]));
	// Tue Feb 11 22:10:39 2014 -0800, and Tue, 11 Feb 2014 22:10:39 -0800
	const usual = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4}) ([+-]\d{2})(\d{2})$/.exec(trimmed);
	if (usual !== null) return written(usual[4], usual[1], usual[2], usual[3], usual[5], usual[6]);
	const mail = /^[A-Z][a-z]{2}, {1,2}(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/.exec(trimmed);
	return mail === null ? null : written(mail[3], mail[2], mail[1], mail[4], mail[5], mail[6]);
}

function written(year = '', month = '', day = '', clock = '', hours = '', minutes = ''): string | null {
	const number = MONTHS.indexOf(month) + 1;
	return number === 0 ? null : checked(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}${hours}:${minutes}`);
}

const checked = (text: string): string | null => (Number.isNaN(parseRfc3339(text)) ? null : text);

function atOffset(instant: number, sign: number, hours: number, minutes: number): string | null {
	if (instant < epochOf(1900, 1, 1)) return null;
	const shifted = formatInstant(instant + sign * (hours * 60 + minutes) * 60_000).replace(/Z$/, '');
	return checked(`${shifted}${sign < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
}
