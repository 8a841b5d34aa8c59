import { formatDayNumber, localDayNumber, type Zone } from '../time/zone.js';
import type { Card } from './card.js';
import { cardDurations, type DurationSettings } from './durations.js';

/** Durations of the cards that were closed last within a period. Days of 24 hours; working days where the calendar knows them. */
export interface CycleStatistics {
	readonly department: string;
	/** `2026-Q1` or `2026-03`, by local date of the last closing. */
	readonly period: string;
	readonly cards: number;
	readonly reopened: number;
	readonly calendarDays: Percentiles;
	/** Null where a year without notice leaves working days of a card open. */
	readonly workingDays: Percentiles | null;
	readonly waitingDays: Percentiles;
}

/** Nearest rank: the smallest value that at least so many per cent of the values do not exceed. */
export interface Percentiles {
	readonly p50: number;
	readonly p75: number;
	readonly p90: number;
	readonly longest: number;
}

/** Percentiles per department and period, in order of period, then department. Cards that are not closed are left out. */
export function cycleStatistics(cards: readonly Card[], settings: DurationSettings, period: 'quarter' | 'month' = 'quarter'): readonly CycleStatistics[] {
	interface Group { readonly department: string; readonly period: string; reopened: number; readonly calendar: number[]; readonly working: Array<number | null>; readonly waiting: number[] }
	const groups = new Map<string, Group>();
	for (const card of cards) {
		if (card.closedAt === null) continue;
		const department = card.values.department ?? '';
		const of = periodOf(card.closedAt, settings.calendar.zone, period);
		const key = `${of} ${department}`;
		let group = groups.get(key);
		if (group === undefined) groups.set(key, (group = { department, period: of, reopened: 0, calendar: [], working: [], waiting: [] }));
		const { total, waiting } = cardDurations(card, settings);
		if (card.reopened > 0) group.reopened++;
		group.calendar.push(total.calendarDays);
		group.working.push(total.workingDays.kind === 'missing' ? null : total.workingDays.value);
		group.waiting.push(waiting.calendarDays);
	}
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => {
		const working = group.working.filter((value) => value !== null);
		return {
			department: group.department,
			period: group.period,
			cards: group.calendar.length,
			reopened: group.reopened,
			calendarDays: percentiles(group.calendar),
			workingDays: working.length < group.working.length ? null : percentiles(working),
			waitingDays: percentiles(group.waiting),
		};
	});
}

function periodOf(instant: number, zone: Zone, period: 'quarter' | 'month'): string {
	const date = formatDayNumber(localDayNumber(instant, zone));
	return period === 'month' ? date.slice(0, 7) : `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function percentiles(values: readonly number[]): Percentiles {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (percent: number): number => sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? 0;
	return { p50: at(50), p75: at(75), p90: at(90), longest: at(100) };
}
