import { deterministicKey } from '../evidence/key.js';
import { formatDayNumber, localDayNumber, yearOf, type Zone } from '../time/zone.js';
import { bundledNotices, type ListedDays } from './notice.js';
import { checkSettings, type CheckedSettings, type WorkingCalendarSettings } from './settings.js';
import { ANSWERS, createYearTable, type DayReason, type YearTable } from './yearTable.js';

export type { DayReason } from './yearTable.js';
export type { WorkingCalendarSettings } from './settings.js';

/** Calendar missing (日历未公布): the notice of this year is not out, and the settings say to wait. */
export interface CalendarMissing {
	readonly kind: 'missing';
	readonly year: number;
}

export interface KnownDay {
	readonly kind: 'known';
	readonly working: boolean;
	/** Rests on a year whose notice is not out. */
	readonly provisional: boolean;
	readonly reason: DayReason;
}

/** A value computed from working days, or the year that is missing for it. */
export type CalendarAnswer<Value> = { readonly kind: 'known'; readonly value: Value; readonly provisional: boolean } | CalendarMissing;

/**
 * Working days. Days are day numbers of core/time (days since 1970-01-01); no call builds a Date.
 * Source: spec "Working day", domain reference 8.
 */
export interface WorkingCalendar {
	readonly zone: Zone;
	/** Same settings and same bundled data give the same text; another text means that results may have to be restated. */
	readonly version: string;
	/** Local day of an instant in the calendar's zone. */
	dayOf(instant: number): number;
	isWorkingDay(day: number): KnownDay | CalendarMissing;
	/** nth working day after `from` (start excluded); n = 0: `from` itself if working, else the next; n < 0: before `from`. */
	addWorkingDays(from: number, n: number): CalendarAnswer<number>;
	/** Number of working days d with a < d ≤ b; 0 when equal; reversed gives the negative. */
	workingDaysBetween(a: number, b: number): CalendarAnswer<number>;
	/** The day itself if working, else the next working day: what an event on a non-working day counts for. */
	nextWorkingDay(day: number): CalendarAnswer<number>;
	/** True when the days differ and no working day lies strictly between them: streaks span weekends and holidays. */
	areConsecutive(a: number, b: number): CalendarAnswer<boolean>;
	/** The same calendar with this person's days of leave off. */
	forPerson(personId: string): WorkingCalendar;
}

/** Far more than any deadline; a larger number is a mistake in a setting. */
const LARGEST_STEP = 100_000;

/** @throws RangeError naming a setting that cannot be used */
export function createWorkingCalendar(settings: WorkingCalendarSettings = {}): WorkingCalendar {
	return build(checkSettings(settings), null);
}

function build(settings: CheckedSettings, leave: ReadonlySet<number> | null): WorkingCalendar {
	const tables = new Map<number, YearTable>();
	const persons = new Map<string, WorkingCalendar>();
	let latest: YearTable | null = null;
	let version: string | null = null;

	const tableOfYear = (year: number): YearTable => {
		let table = tables.get(year);
		if (!table) tables.set(year, (table = createYearTable(year, settings, leave)));
		return (latest = table);
	};
	const tableOf = (day: number): YearTable => {
		if (latest !== null && day >= latest.firstDay && day < latest.firstDay + latest.length) return latest;
		if (!Number.isInteger(day)) throw new RangeError(`Day ${day} is not a day number. Expected whole days since 1970-01-01.`);
		return tableOfYear(yearOf(day));
	};
	const waits = settings.whenMissing === 'wait';

	/** Working days in the first `end` days of a year minus those in the first `start`. */
	const working = (table: YearTable, start: number, end: number): number => (table.working[end] ?? 0) - (table.working[start] ?? 0);
	const unsure = (table: YearTable, start: number, end: number): boolean => (table.unsure[end] ?? 0) > (table.unsure[start] ?? 0);

	const countAfter = (a: number, b: number): CalendarAnswer<number> => {
		let count = 0;
		let provisional = false;
		for (let day = a + 1; day <= b; ) {
			const table = tableOf(day);
			const start = day - table.firstDay;
			const end = Math.min(table.length, b - table.firstDay + 1);
			if (unsure(table, start, end)) {
				if (waits) return table.missing;
				provisional = true;
			}
			count += working(table, start, end);
			day = table.firstDay + end;
		}
		return { kind: 'known', value: count, provisional };
	};

	const forward = (from: number, n: number): CalendarAnswer<number> => {
		let left = n;
		let provisional = false;
		for (let table = tableOf(from + 1), start = from + 1 - table.firstDay; ; table = tableOfYear(table.year + 1), start = 0) {
			const target = (table.working[start] ?? 0) + left;
			const end = target <= (table.working[table.length] ?? 0) ? firstAtLeast(table.working, target) : table.length;
			if (unsure(table, start, end)) {
				if (waits) return table.missing;
				provisional = true;
			}
			const passed = working(table, start, end);
			if (passed === left) return { kind: 'known', value: table.firstDay + end - 1, provisional };
			left -= passed;
		}
	};

	const backward = (from: number, n: number): CalendarAnswer<number> => {
		let left = n;
		let provisional = false;
		for (let table = tableOf(from - 1), end = from - table.firstDay; ; table = tableOfYear(table.year - 1), end = table.length) {
			const target = (table.working[end] ?? 0) - left;
			const start = target >= 0 ? firstAtLeast(table.working, target + 1) - 1 : 0;
			if (unsure(table, start, end)) {
				if (waits) return table.missing;
				provisional = true;
			}
			const passed = working(table, start, end);
			if (passed === left) return { kind: 'known', value: table.firstDay + start, provisional };
			left -= passed;
		}
	};

	const calendar: WorkingCalendar = {
		zone: settings.zone,
		get version() {
			return (version ??= versionOf(settings, leave));
		},
		dayOf: (instant) => localDayNumber(instant, settings.zone),
		isWorkingDay(day) {
			const table = tableOf(day);
			const answer = ANSWERS[table.codes[day - table.firstDay] ?? 0];
			return answer ?? table.missing;
		},
		addWorkingDays(from, n) {
			if (!Number.isInteger(n) || Math.abs(n) > LARGEST_STEP) throw new RangeError(`Cannot go ${n} working days. Expected a whole number between -${LARGEST_STEP} and ${LARGEST_STEP}.`);
			if (n === 0) return forward(from - 1, 1);
			return n > 0 ? forward(from, n) : backward(from, -n);
		},
		workingDaysBetween(a, b) {
			if (a <= b) return countAfter(a, b);
			const answer = countAfter(b, a);
			return answer.kind === 'missing' || answer.value === 0 ? answer : { ...answer, value: -answer.value };
		},
		nextWorkingDay: (day) => forward(day - 1, 1),
		areConsecutive(a, b) {
			if (a === b) return { kind: 'known', value: false, provisional: false };
			const between = countAfter(Math.min(a, b), Math.max(a, b) - 1);
			return between.kind === 'missing' ? between : { kind: 'known', value: between.value === 0, provisional: between.provisional };
		},
		forPerson(personId) {
			const days = settings.leave.get(personId);
			if (leave !== null || days === undefined || days.size === 0) return calendar;
			let personal = persons.get(personId);
			if (!personal) persons.set(personId, (personal = build(settings, days)));
			return personal;
		},
	};
	return calendar;
}

/** Least index whose value is at least `target`; the prefix sums ascend. */
function firstAtLeast(sums: Uint16Array, target: number): number {
	let low = 0;
	let high = sums.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sums[middle] ?? 0) >= target) high = middle;
		else low = middle + 1;
	}
	return low;
}

function versionOf(settings: CheckedSettings, leave: ReadonlySet<number> | null): string {
	const dates = (days: Iterable<number>): string[] => [...days].sort((a, b) => a - b).map(formatDayNumber);
	const listed = (days: ListedDays): string[] =>
		[...days].map(([day, working]) => `${formatDayNumber(day)} ${working ? 'working' : 'off'}`).sort();
	return deterministicKey('calendar', {
		zone: settings.zone.name,
		statutory: settings.statutory === 'CN' ? listed(bundledNotices().days) : 'none',
		weekend: settings.weekend,
		companyOff: dates(settings.companyOff),
		companyWorking: dates(settings.companyWorking),
		notices: settings.notices.map((notice) => ({ year: notice.year, days: listed(notice.days) })),
		whenMissing: settings.whenMissing,
		leave: leave === null ? null : dates(leave),
	});
}
