import type { Moment } from '../time/moment.js';
import { DAY_MILLISECONDS, instantOfLocal } from '../time/zone.js';
import type { SubjectFacts } from './facts.js';
import { compareOrigins, type Origin } from './origin.js';
import { visitsOf, type VisitFacts } from './visits.js';

/** Local days; the ends are intervals where the anchor's date is partial. */
export interface WindowDays {
	readonly kind: 'days';
	readonly earliestStart: number;
	readonly latestStart: number;
	readonly earliestEnd: number;
	readonly latestEnd: number;
}

export type VisitWindow =
	| WindowDays
	/** No window is stated for the visit. */
	| { readonly kind: 'none' }
	/** The window names no anchor visit and the settings name none either. */
	| { readonly kind: 'anchorUnknown' }
	/** The anchor visit has no date. */
	| { readonly kind: 'anchorUndated' }
	/** The visit is what others are counted from. */
	| { readonly kind: 'isAnchor' };

export interface DayRange {
	readonly first: number;
	readonly last: number;
}

export function daysOf(subject: SubjectFacts, moment: Moment): DayRange {
	return { first: subject.day(moment.earliest), last: subject.day(moment.latest) };
}

/** The window of a visit: the vendor's for this very visit, else the settings' row, else the study design. */
export function windowOf(visit: VisitFacts): VisitWindow {
	const { subject, vendorWindow } = visit;
	if (vendorWindow !== null) {
		const start = subject.moment(vendorWindow.earliest);
		const end = subject.moment(vendorWindow.latest);
		if (start !== null && end !== null) {
			const first = daysOf(subject, start);
			const last = daysOf(subject, end);
			return { kind: 'days', earliestStart: first.first, latestStart: first.last, earliestEnd: last.first, latestEnd: last.last };
		}
	}
	// The window of a repeating visit is that of its first occurrence.
	if (visit.state.eventRepeat !== null && visit.state.eventRepeat !== '1') return { kind: 'none' };
	return plannedWindow(subject, visit.state.event);
}

/** The window a visit of this event has for this subject, whether it took place or not. */
export function plannedWindow(subject: SubjectFacts, event: string): VisitWindow {
	const { study } = subject;
	const { rows, anchor } = study.settings.visitWindows;
	const window = rows.find((row) => row.event === event) ?? study.planned.get(event)?.window ?? null;
	if (anchor !== null && anchor !== 'previousVisit' && anchor.event === event) return { kind: 'isAnchor' };
	if (window === null) return { kind: 'none' };
	const anchorEvent = window.anchorEvent ?? (anchor === 'previousVisit' ? previousPerformed(subject, event) : (anchor?.event ?? null));
	if (anchorEvent === null) return { kind: anchor === 'previousVisit' ? 'anchorUndated' : 'anchorUnknown' };
	if (anchorEvent === event) return { kind: 'isAnchor' };
	const date = firstDated(subject, anchorEvent);
	if (date === null) return { kind: 'anchorUndated' };
	const days = daysOf(subject, date);
	const start = window.targetDay - window.daysBefore;
	const end = window.targetDay + window.daysAfter;
	return { kind: 'days', earliestStart: days.first + start, latestStart: days.last + start, earliestEnd: days.first + end, latestEnd: days.last + end };
}

export interface MissedVisit {
	readonly event: string;
	/** Last day of its window. */
	readonly dueDay: number;
	/** First instant after the window. */
	readonly dueAt: number;
	/** What says so: a record of the visit itself, else the subject's first dated visit. */
	readonly origin: Origin | null;
}

/** Scheduled visits that did not take place and whose window has passed while the subject was in the study. */
export function missedVisits(subject: SubjectFacts): readonly MissedVisit[] {
	const { study } = subject;
	const missed: MissedVisit[] = [];
	const visits = visitsOf(subject);
	const today = subject.day(study.asOf);
	const events = new Set([...study.planned.keys(), ...study.settings.visitWindows.rows.map((row) => row.event), ...visits.map((visit) => visit.state.event)]);
	for (const event of events) {
		const planned = study.planned.get(event);
		if (planned && (planned.kind !== 'Scheduled' || planned.repeating)) continue;
		if (planned && planned.arms.length > 0 && (subject.arm === null || !planned.arms.includes(subject.arm))) continue;
		const own = visits.filter((visit) => visit.state.event === event);
		if (own.some((visit) => visit.performed)) continue;
		const window = own[0] ? windowOf(own[0]) : plannedWindow(subject, event);
		if (window.kind !== 'days' || window.latestEnd >= today) continue;
		const left = subject.leaving;
		if (left !== null && (left.moment === null || subject.day(left.moment.earliest) <= window.latestEnd)) continue;
		missed.push({ event, dueDay: window.latestEnd, dueAt: instantOfLocal((window.latestEnd + 1) * DAY_MILLISECONDS, subject.zone), origin: own[0]?.origin ?? firstDatedVisit(visits)?.dateOrigin ?? null });
	}
	return missed.sort((a, b) => a.dueDay - b.dueDay || (a.event < b.event ? -1 : 1));
}

function firstDated(subject: SubjectFacts, event: string): Moment | null {
	return firstDatedVisit(visitsOf(subject).filter((visit) => visit.state.event === event))?.date ?? null;
}

/** Earliest performed visit with a date; of equal ones the one whose record comes first. */
function firstDatedVisit(visits: readonly VisitFacts[]): VisitFacts | null {
	let best: VisitFacts | null = null;
	for (const visit of visits) {
		if (visit.date === null || visit.dateOrigin === null || !visit.performed) continue;
		if (best?.date == null || best.dateOrigin === null || compareDated(visit.date, visit.dateOrigin, best.date, best.dateOrigin) < 0) best = visit;
	}
	return best;
}

function compareDated(date: Moment, origin: Origin, otherDate: Moment, otherOrigin: Origin): number {
	return date.earliest - otherDate.earliest || date.latest - otherDate.latest || compareOrigins(origin, otherOrigin);
}

/** The last scheduled event before this one in the order of the design that the subject has a date for. */
function previousPerformed(subject: SubjectFacts, event: string): string | null {
	let previous: string | null = null;
	for (const [name, planned] of subject.study.planned) {
		if (name === event) return previous;
		if (planned.kind === 'Scheduled' && firstDated(subject, name) !== null) previous = name;
	}
	return null;
}
