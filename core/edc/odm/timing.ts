import type { PlannedEvent } from '../evidence.js';

export type VisitWindow = NonNullable<PlannedEvent['window']>;

/** `P2W`, `P7D`, `P7DT0H`: durations that are a number of days whatever the month. */
const DAYS = /^([+-]?)P(?:(\d{1,5})W|(\d{1,5})D(?:T(?:0{1,2}[HMS]){1,3})?)$/;

/** Days of an ISO 8601 duration, null where it is not a number of whole days (months and years have none). */
export function wholeDays(duration: string | undefined): number | null {
	const match = DAYS.exec(duration?.trim() ?? '');
	if (!match) return null;
	const days = match[2] === undefined ? Number(match[3]) : Number(match[2]) * 7;
	return match[1] === '-' ? -days : days;
}

/** A timing constraint of ODM v2, its ends resolved to study events. */
export interface TimingConstraint {
	/** Constraints on two events come before constraints on the transition between them. */
	readonly rank: 0 | 1;
	readonly oid: string;
	readonly anchor: string | null;
	readonly event: string | null;
	readonly transition: string | null;
	readonly target: string | undefined;
	readonly before: string | undefined;
	readonly after: string | undefined;
}

/** Window in days, null where one of the durations cannot be said in days. A missing pre or post window is none: the day itself. */
export function windowOf(constraint: TimingConstraint): VisitWindow | null {
	const targetDay = wholeDays(constraint.target);
	const daysBefore = constraint.before === undefined ? 0 : wholeDays(constraint.before);
	const daysAfter = constraint.after === undefined ? 0 : wholeDays(constraint.after);
	if (targetDay === null || daysBefore === null || daysAfter === null) return null;
	return { anchorEvent: constraint.anchor, targetDay, daysBefore: Math.abs(daysBefore), daysAfter };
}
