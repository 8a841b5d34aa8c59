import { parseDayNumber, weekdayOf, zoneOf, type Zone } from '../time/zone.js';
import type { Notice } from './notice.js';

/** How working days are counted. Source: spec "Working day", domain reference 8. */
export interface WorkingCalendarSettings {
	/** IANA name; default `Asia/Shanghai`. */
	readonly zone?: string;
	/** `CN`: Chinese statutory days from the bundled library. `none`: weekend and company days only, by the company's choice. Default `CN`. */
	readonly statutory?: 'CN' | 'none';
	/** ISO weekdays that are off, 1 = Monday to 7 = Sunday; default 6 and 7. */
	readonly weekend?: readonly number[];
	/** Company days off, `2026-12-24`; stand above the notice. */
	readonly companyOff?: readonly string[];
	/** Additional working days of the company; stand above the notice. */
	readonly companyWorking?: readonly string[];
	/** Notices not bundled yet, or amended ones; stand above the bundled data, day by day. */
	readonly notices?: readonly Notice[];
	/**
	 * A year whose notice is not out. `wait`: answers are 'missing' (for judgements: streaks, overdue).
	 * `provisional`: weekends and the days the law fixes, marked provisional (for due dates). Default `wait`.
	 */
	readonly whenMissing?: 'wait' | 'provisional';
	/** Days of leave by person id, `2026-03-02`; see `forPerson`. */
	readonly leave?: Readonly<Record<string, readonly string[]>>;
}

/** Settings as the calendar uses them: checked, dates as day numbers. */
export interface CheckedSettings {
	readonly zone: Zone;
	readonly statutory: 'CN' | 'none';
	/** ISO weekday → off; index 0 is unused. */
	readonly weekend: readonly boolean[];
	readonly companyOff: ReadonlySet<number>;
	readonly companyWorking: ReadonlySet<number>;
	readonly notices: readonly Notice[];
	readonly whenMissing: 'wait' | 'provisional';
	readonly leave: ReadonlyMap<string, ReadonlySet<number>>;
}

/** @throws RangeError naming the setting, the value, what is expected */
export function checkSettings(settings: WorkingCalendarSettings): CheckedSettings {
	const weekend = Array.from({ length: 8 }, () => false);
	for (const weekday of settings.weekend ?? [6, 7]) {
		if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) throw new RangeError(`Weekend day ${weekday} is not a weekday. Expected 1 (Monday) to 7 (Sunday).`);
		weekend[weekday] = true;
	}
	if (weekend.slice(1).every(Boolean)) throw new RangeError('All seven weekdays are set as weekend, so no working day is left. Leave at least one out.');
	const companyOff = dayNumbers('company days off', settings.companyOff ?? []);
	const companyWorking = dayNumbers('company working days', settings.companyWorking ?? []);
	for (const text of settings.companyOff ?? []) {
		if (companyWorking.has(parseDayNumber(text.trim()) ?? NaN)) throw new RangeError(`${text} is listed both as company day off and as company working day. Keep it in one list.`);
	}
	const leave = new Map(Object.entries(settings.leave ?? {}).map(([person, days]) => [person, dayNumbers(`days of leave of ${person}`, days)]));
	return {
		zone: zoneOf(settings.zone ?? 'Asia/Shanghai'),
		statutory: settings.statutory ?? 'CN',
		weekend,
		companyOff,
		companyWorking,
		notices: settings.notices ?? [],
		whenMissing: settings.whenMissing ?? 'wait',
		leave,
	};
}

/** True on a weekend day of these settings. */
export function isWeekend(day: number, settings: CheckedSettings): boolean {
	return settings.weekend[weekdayOf(day)] === true;
}

function dayNumbers(list: string, texts: readonly string[]): ReadonlySet<number> {
	const days = new Set<number>();
	for (const text of texts) {
		const day = parseDayNumber(text.trim());
		if (day === null) throw new RangeError(`The list of ${list} holds "${text}". Expected a date that exists, such as "2026-12-24".`);
		days.add(day);
	}
	return days;
}
