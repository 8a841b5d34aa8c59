import bundled from 'chinese-days/dist/chinese-days.json';
import { formatDayNumber, parseDayNumber } from '../time/zone.js';

/**
 * What a statutory notice says about single days: true = works although it may be a weekend (make-up day), false = off.
 * Source: State Council notice 国务院办公厅关于部分节假日安排的通知; domain reference 8.
 */
export type ListedDays = ReadonlyMap<number, boolean>;

/** The notice of one year. It may list days of the last week of the year before. */
export interface Notice {
	readonly year: number;
	readonly days: ListedDays;
}

/** The years and days that the bundled library `chinese-days` knows. */
export interface BundledNotices {
	readonly days: ListedDays;
	/** A year counts as covered when its National Day is listed: every notice does, and a day listed in advance by the next notice cannot fake it. */
	covers(year: number): boolean;
	readonly firstYear: number;
	readonly lastYear: number;
}

let known: BundledNotices | null = null;

/** Reads the library's data once. The data, not its functions: those compute in the host's time zone. */
export function bundledNotices(): BundledNotices {
	known ??= readBundled(bundled);
	return known;
}

function readBundled(data: { readonly holidays: Readonly<Record<string, string>>; readonly workdays: Readonly<Record<string, string>> }): BundledNotices {
	const days = new Map<number, boolean>();
	const years = new Set<number>();
	const read = (entries: Readonly<Record<string, string>>, working: boolean): void => {
		for (const date of Object.keys(entries)) {
			const day = parseDayNumber(date);
			if (day === null) continue;
			days.set(day, working);
			if (!working && date.endsWith('-10-01')) years.add(Number(date.slice(0, 4)));
		}
	};
	read(data.holidays, false);
	read(data.workdays, true);
	const sorted = [...years].sort((a, b) => a - b);
	return { days, covers: (year) => years.has(year), firstYear: sorted[0] ?? 0, lastYear: sorted.at(-1) ?? 0 };
}

/**
 * Reads the notice of a year that is not bundled yet, in the public form `{year, days: [{name, date, isOffDay}]}`
 * (the JSON files of github.com/NateScarlet/holiday-cn), so that an administrator can enter it the day it is published.
 *
 * @throws RangeError naming the field and value; a file without days is a notice that is not out
 */
export function readNotice(value: unknown): Notice {
	if (!isRecord(value)) throw new RangeError('The notice is not a JSON object. Expected {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}.');
	const year = value['year'];
	if (typeof year !== 'number' || !Number.isInteger(year)) throw new RangeError(`The notice has year ${JSON.stringify(year)}. Expected a whole number such as 2027.`);
	const entries = value['days'];
	if (!Array.isArray(entries) || entries.length === 0) throw new RangeError(`The notice of ${year} lists no days: it is not out yet. Leave it away until the State Council publishes it.`);
	const days = new Map<number, boolean>();
	entries.forEach((entry: unknown, index) => {
		const where = `The notice of ${year}, day ${index + 1}`;
		if (!isRecord(entry)) throw new RangeError(`${where} is not an object with date and isOffDay.`);
		const { date, isOffDay } = entry;
		const day = typeof date === 'string' ? parseDayNumber(date) : null;
		if (day === null) throw new RangeError(`${where} has date ${JSON.stringify(date)}. Expected a date such as "2027-01-01".`);
		if (typeof isOffDay !== 'boolean') throw new RangeError(`${where} (${formatDayNumber(day)}) has isOffDay ${JSON.stringify(isOffDay)}. Expected true (off) or false (make-up working day).`);
		days.set(day, !isOffDay);
	});
	return { year, days };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
