import { dayNumberOf } from '../time/zone.js';
import { statutoryFestivals } from './festivals.js';
import { bundledNotices } from './notice.js';
import { isWeekend, type CheckedSettings } from './settings.js';
import type { CalendarMissing, KnownDay } from './workingCalendar.js';

/** Why a day is working or off. */
export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'makeUpDay' | 'companyOff' | 'companyWorking' | 'leave';

const REASONS: readonly DayReason[] = ['weekday', 'weekend', 'holiday', 'makeUpDay', 'companyOff', 'companyWorking', 'leave'];

/** A day as one byte: bits 0 to 2 the reason, 3 working, 4 provisional, 5 unknown. */
const WORKING = 8;
const PROVISIONAL = 16;
const UNKNOWN = 32;

/** The answer of every byte, made once; null for an unknown day. */
export const ANSWERS: ReadonlyArray<KnownDay | null> = Array.from({ length: 64 }, (_, code) => {
	const reason = REASONS[code & 7];
	if (reason === undefined || (code & UNKNOWN) !== 0) return null;
	return Object.freeze({ kind: 'known', working: (code & WORKING) !== 0, provisional: (code & PROVISIONAL) !== 0, reason });
});

/** One year of a calendar. */
export interface YearTable {
	readonly year: number;
	readonly firstDay: number;
	/** Number of days. */
	readonly length: number;
	readonly codes: Uint8Array;
	/** `working[i]`: working days among the first i days. */
	readonly working: Uint16Array;
	/** `unsure[i]`: unknown or provisional days among the first i days. */
	readonly unsure: Uint16Array;
	/** What is answered for an unknown day of this year. */
	readonly missing: CalendarMissing;
}

/** Leave stands above company days, these above notices given as settings, these above the bundled ones, these above the weekend. */
export function createYearTable(year: number, settings: CheckedSettings, leave: ReadonlySet<number> | null): YearTable {
	const firstDay = dayNumberOf(year, 1, 1);
	const length = dayNumberOf(year + 1, 1, 1) - firstDay;
	const codes = new Uint8Array(length);
	const working = new Uint16Array(length + 1);
	const unsure = new Uint16Array(length + 1);
	const bundled = settings.statutory === 'CN' ? bundledNotices() : null;
	const covered = bundled === null || bundled.covers(year) || settings.notices.some((notice) => notice.year === year);
	const festivals = covered || settings.whenMissing === 'wait' ? null : new Set(statutoryFestivals(year));

	const codeOf = (day: number): number => {
		if (leave?.has(day) === true) return code('leave', false);
		if (settings.companyOff.has(day)) return code('companyOff', false);
		if (settings.companyWorking.has(day)) return code('companyWorking', true);
		let listed = bundled?.days.get(day);
		for (const notice of settings.notices) listed = notice.days.get(day) ?? listed;
		if (listed !== undefined) return code(listed ? 'makeUpDay' : 'holiday', listed);
		if (!covered && settings.whenMissing === 'wait') return UNKNOWN;
		const weekend = isWeekend(day, settings);
		const plain = festivals?.has(day) === true ? code('holiday', false) : code(weekend ? 'weekend' : 'weekday', !weekend);
		return covered ? plain : plain | PROVISIONAL;
	};

	for (let index = 0; index < length; index++) {
		const value = codeOf(firstDay + index);
		codes[index] = value;
		working[index + 1] = (working[index] ?? 0) + ((value & WORKING) === 0 ? 0 : 1);
		unsure[index + 1] = (unsure[index] ?? 0) + ((value & (PROVISIONAL | UNKNOWN)) === 0 ? 0 : 1);
	}
	return { year, firstDay, length, codes, working, unsure, missing: { kind: 'missing', year } };
}

function code(reason: DayReason, working: boolean): number {
	return REASONS.indexOf(reason) | (working ? WORKING : 0);
}
