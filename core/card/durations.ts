import type { CalendarAnswer, WorkingCalendar } from '../calendar/workingCalendar.js';
import { DAY_MILLISECONDS } from '../time/zone.js';
import type { Card, Stay } from './card.js';
import type { CardState } from './states.js';

/** A time measured in both ways. */
export interface Span {
	/** Elapsed time; a stay that lasts counts until the asked instant. */
	readonly milliseconds: number;
	/** Elapsed time in days of 24 hours. */
	readonly calendarDays: number;
	/** Working days d with a < d ≤ b, summed over the parts. */
	readonly workingDays: CalendarAnswer<number>;
}

export interface CardDurations {
	/** Found → last closed, or → the asked instant while the card is open. Without the time it was closed in between unless asked. */
	readonly total: Span;
	/** True while the card runs: `total` still grows and is the ageing (账龄) too if the card never was closed. */
	readonly running: boolean;
	/** Found → first closed; null: never closed. */
	readonly toFirstClose: Span | null;
	/** Sum of the stays in each state; not `closed` and `void`, which do not end. */
	readonly stages: Readonly<Record<RunningState, Span>>;
	/** Time closed before it was opened again. */
	readonly closedGaps: Span;
	/** Time waiting for third parties; it is part of the total and of the stages. */
	readonly waiting: Span;
	/** The total without that. */
	readonly withoutWaiting: Span;
}

export type RunningState = Exclude<CardState, 'closed' | 'void'>;
export const RUNNING_STATES: readonly RunningState[] = ['open', 'measurePlanned', 'measureDone', 'inVerification'];

export interface DurationSettings {
	/** Epoch milliseconds: until when what lasts is counted. */
	readonly asOf: number;
	readonly calendar: WorkingCalendar;
	/** Count the time between closing and reopening; default false. */
	readonly countClosedGap?: boolean | undefined;
}

interface Interval {
	readonly from: number;
	readonly to: number;
}

/** Full-cycle duration (全周期时长) and its parts. Source: domain reference 3 (cycle times). */
export function cardDurations(card: Card, { asOf, calendar, countClosedGap = false }: DurationSettings): CardDurations {
	const span = (intervals: readonly Interval[]): Span => spanOf(intervals, calendar);
	const ended = (stay: { readonly from: number; readonly to: number | null }): Interval => ({ from: stay.from, to: Math.max(stay.from, stay.to ?? asOf) });
	const stays = card.stays.filter(({ state }) => state !== 'void');
	const running = stays.filter(({ state }) => state !== 'closed').map(ended);
	const gaps = stays.filter((stay): stay is Stay & { to: number } => stay.state === 'closed' && stay.to !== null);
	const total = countClosedGap ? [...running, ...gaps] : running;
	const waiting = card.waiting.map(ended);
	const found = card.stays[0]?.from;
	const stage = (state: RunningState): Span => span(stays.filter((stay) => stay.state === state).map(ended));
	return {
		total: span(total),
		running: card.state !== 'closed' && card.state !== 'void',
		toFirstClose: card.firstClosedAt === null || found === undefined ? null : span([{ from: found, to: card.firstClosedAt }]),
		stages: { open: stage('open'), measurePlanned: stage('measurePlanned'), measureDone: stage('measureDone'), inVerification: stage('inVerification') },
		closedGaps: span(gaps),
		waiting: span(waiting),
		withoutWaiting: span(without(total, waiting)),
	};
}

function spanOf(intervals: readonly Interval[], calendar: WorkingCalendar): Span {
	let milliseconds = 0;
	let working: CalendarAnswer<number> = { kind: 'known', value: 0, provisional: false };
	for (const { from, to } of intervals) {
		milliseconds += to - from;
		if (working.kind === 'missing') continue;
		const answer = calendar.workingDaysBetween(calendar.dayOf(from), calendar.dayOf(to));
		working = answer.kind === 'missing' ? answer : { kind: 'known', value: working.value + answer.value, provisional: working.provisional || answer.provisional };
	}
	return { milliseconds, calendarDays: milliseconds / DAY_MILLISECONDS, workingDays: working };
}

/** The intervals less the time covered by others. */
function without(intervals: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
	let left = intervals;
	for (const other of others) {
		left = left.flatMap(({ from, to }) => [
			{ from, to: Math.min(to, other.from) },
			{ from: Math.max(from, other.to), to },
		].filter((part) => part.to > part.from));
	}
	return left;
}
