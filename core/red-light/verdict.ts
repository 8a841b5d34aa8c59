import type { CalendarMissing } from '../calendar/workingCalendar.js';
import type { BilingualText } from '../judgement/judgement.js';
import { formatDayNumber } from '../time/zone.js';
import type { FactSource } from './facts.js';
import type { Colour, Episode, Grey, LightDay, LightValue } from './light.js';
import type { RedLightRule } from './rule.js';
import type { Subjects } from './subjects.js';

/** What a rule found about a subject, before it is held against the lights that are known. */
export interface Verdict {
	readonly rule: RedLightRule;
	/** Stable name of the subject, e.g. a person's id. */
	readonly subject: string;
	readonly subjectName: string;
	/** Number of the person's subject; null where the light is about no person. */
	readonly person: number | null;
	readonly colour: Colour;
	readonly grey: Grey | null;
	readonly streak: number;
	readonly figure: BilingualText;
	readonly firstDay: number | null;
	readonly lastDay: number | null;
	/** Tells one stretch of red from the next. */
	readonly episode: string;
	readonly days: readonly LightDay[];
	readonly episodes: readonly Episode[];
	/** Numbers of the facts it rests on. */
	readonly evidence: readonly number[];
	readonly page: LightValue['page'];
	readonly sentences: LightValue['sentences'];
	readonly explanation: BilingualText;
}

/** What every kind of rule needs to judge. */
export interface JudgeContext {
	readonly facts: FactSource;
	readonly subjects: Subjects;
	/** False where green verdicts need not be made. */
	readonly asksGreen: boolean;
	/** Local day of the moment of judging. */
	readonly day: number;
	/** Epoch milliseconds; the beginning of all times where none is named. */
	timeOf(stamp: string | null | undefined): number;
	dayOf(instant: number): number;
}

/** A verdict, or null where the caller may pause. */
export type Verdicts = Generator<Verdict | null>;

/** Subjects judged between two pauses. */
export const SUBJECT_SLICE = 200;

/** One empty list for all that have none: there may be a light for every person and page. */
export const NONE: readonly never[] = [];

export const NO_PAGE = { page: null, sentences: NONE } as const;

export function dateOf(day: number | null): string | null {
	return day === null ? null : formatDayNumber(day);
}

/** `66.7%`, half up, with no binary surprises: 1 of 3 is 33.3%. */
export function percentOf(part: number, whole: number): string | null {
	if (whole === 0) return null;
	const tenths = Math.floor((part * 2000 + whole) / (whole * 2));
	return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** Strictly above so many percent, without binary fractions: limits have up to three decimals. */
export function shareIsOver(part: number, whole: number, percent: number): boolean {
	return part * 100_000 > Math.round(percent * 1000) * whole;
}

export function greyOf(missing: CalendarMissing | null, tooFew: boolean): Grey | null {
	return missing !== null ? 'calendarMissing' : tooFew ? 'tooFew' : null;
}
