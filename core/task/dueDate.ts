import type { CalendarAnswer } from '../calendar/workingCalendar.js';
import { calendarMissing } from '../calendar/texts.js';
import { formatDayNumber } from '../time/zone.js';
import type { DueDate } from './assessmentTask.js';

/** The part of a working calendar a due date needs; `core/calendar` fulfils it. */
export interface DueCalendar {
	dayOf(instant: number): number;
	addWorkingDays(from: number, n: number): CalendarAnswer<number>;
}

/**
 * The due date so many working days after the local day of an instant; no date, with the reason, where the calendar has to wait.
 *
 * @param from epoch milliseconds
 */
export function dueAfterWorkingDays(calendar: DueCalendar, from: number, workingDays: number): DueDate {
	const answer = calendar.addWorkingDays(calendar.dayOf(from), workingDays);
	if (answer.kind === 'missing') return { date: null, provisional: false, workingDays, reason: calendarMissing(answer) };
	return { date: formatDayNumber(answer.value), provisional: answer.provisional, workingDays, reason: null };
}
