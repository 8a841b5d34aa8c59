import type { CalendarMissing, WorkingCalendar } from '../calendar/workingCalendar.js';

/** What a day says about a condition. */
export const HOLDS = 1;
export const CLEAR = 0;
export const SILENT = -1;

/** Days one after another on which a condition held; positions in the list that was given. */
export interface Run {
	readonly first: number;
	readonly last: number;
	/** How many days it held on. */
	readonly length: number;
}

export interface Runs {
	readonly all: readonly Run[];
	/** The one that still goes on; null where none does. */
	readonly current: Run | null;
	/** The first year that could not be looked at. */
	readonly missing: CalendarMissing | null;
}

/**
 * Runs of consecutive working days. Streaks span weekends and holidays. The last day, which is not over yet, adds to a run where the condition
 * holds on it and ends none where nothing has happened on it.
 *
 * @param days working days with facts, ascending
 * @param states for each day {@link HOLDS}, {@link CLEAR} or {@link SILENT}
 * @param skips a working day that says nothing is passed over; otherwise it ends the run
 * @param today the working day that the moment of judging counts with
 */
export function findRuns(days: readonly number[], states: readonly number[], calendar: WorkingCalendar, skips: boolean, today: number): Runs {
	const all: Run[] = [];
	let missing: CalendarMissing | null = null;
	let open: { first: number; last: number; length: number } | null = null;
	const close = (): void => {
		if (open !== null) all.push(open);
		open = null;
	};
	const follows = (before: number, after: number): boolean => {
		const answer = calendar.areConsecutive(before, after);
		if (answer.kind === 'missing') missing ??= answer;
		return answer.kind === 'known' && answer.value;
	};
	days.forEach((day, at) => {
		const state = states[at];
		if (state === CLEAR) close();
		if (state !== HOLDS) return;
		if (open !== null && (skips || follows(days[open.last] ?? day, day))) {
			open.last = at;
			open.length++;
			return;
		}
		close();
		open = { first: at, last: at, length: 1 };
	});
	close();
	const last = all.at(-1);
	if (last === undefined) return { all, current: null, missing };
	const end = days[last.last] ?? 0;
	const clearLater = states.some((state, at) => at > last.last && state === CLEAR);
	const goesOn = !clearLater && (skips || end === today || follows(end, today));
	return { all, current: goesOn ? last : null, missing };
}
