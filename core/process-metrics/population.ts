import type { EdcMapping } from '../edc/mapping.js';
import type { Moment } from '../time/moment.js';
import type { SubjectFacts } from './facts.js';
import type { Origin } from './origin.js';

/** What made a subject 'enrolled'. Default order: enrolment, else randomisation, else consent; which one it was is said. */
export type EnrolmentBasis = 'enrolment' | 'randomisation' | 'consent';

const BASES: readonly EnrolmentBasis[] = ['enrolment', 'randomisation', 'consent'];

export type LeavingKind = 'withdrawn' | 'completed' | 'died' | 'screenFailure';

/** How a subject left the study. */
export interface Leaving {
	readonly kind: LeavingKind;
	/** The source's own word for it. */
	readonly reason: string;
	/** When, null where the source names no date. */
	readonly moment: Moment | null;
	readonly origin: Origin;
}

/** First basis that any subject of the study meets; null: the source tells nothing of enrolment. */
export function enrolmentBasis(subjects: readonly SubjectFacts[]): EnrolmentBasis | null {
	return BASES.find((basis) => subjects.some((subject) => enrolment(subject, basis) !== null)) ?? null;
}

export interface Enrolment {
	readonly origin: Origin;
	readonly moment: Moment | null;
}

/** Null: not enrolled by `asOf`. Screen failures are never enrolled. */
export function enrolment(subject: SubjectFacts, basis: EnrolmentBasis): Enrolment | null {
	if (subject.screenFailure) return null;
	const { mapping, asOf } = subject.study;
	const items = { enrolment: mapping.enrolmentItems, randomisation: mapping.randomisationItems, consent: mapping.consentDateItems }[basis];
	const attribute = basis === 'enrolment' ? subject.latest((record) => record.enrolledAt) : basis === 'randomisation' ? subject.latest((record) => record.randomisedAt) : null;
	const candidates = [...subject.values(items), ...(attribute === null ? [] : [attribute])];
	for (const candidate of candidates) {
		const moment = subject.moment(candidate.value);
		if (moment === null || moment.earliest <= asOf) return { origin: candidate.origin, moment };
	}
	if (basis === 'enrolment' && subject.hadStatus(mapping.subjectStatus?.enrolled ?? [])) {
		const { status } = subject;
		if (status) return { origin: status.origin, moment: null };
	}
	return null;
}

/** Ties of date go to what cannot be taken back. */
const FINALITY: Readonly<Record<LeavingKind, number>> = { completed: 0, withdrawn: 1, screenFailure: 2, died: 3 };

/** The last word on how a subject left by `asOf`, from the disposition form or the subject's status. */
export function leavingOf(subject: SubjectFacts): Leaving | null {
	const { mapping, asOf } = subject.study;
	const found: Leaving[] = [];
	for (const record of dispositionRecords(subject)) {
		const kind = dispositionKind(mapping, record.reason);
		if (kind !== null) found.push({ kind, reason: record.reason, moment: record.moment, origin: record.origin });
	}
	const { status } = subject;
	const kind = status === null ? null : statusKind(mapping, status.word);
	if (status && kind !== null) found.push({ kind, reason: status.word, moment: instant(status.since), origin: status.origin });
	return found
		.filter((leaving) => leaving.moment === null || leaving.moment.earliest <= asOf)
		.reduce<Leaving | null>((last, one) => (last === null || rank(one) > rank(last) || (rank(one) === rank(last) && FINALITY[one.kind] > FINALITY[last.kind]) ? one : last), null);
}

function instant(at: number): Moment | null {
	return at === -Infinity ? null : { earliest: at, latest: at, precision: 'second', zoneAssumed: false, irregular: false };
}

function rank(leaving: Leaving): number {
	return leaving.moment?.latest ?? -Infinity;
}

export interface DispositionRecord {
	readonly reason: string;
	readonly moment: Moment | null;
	readonly origin: Origin;
}

/** Reasons of the disposition form with the date that stands in the same record. */
export function dispositionRecords(subject: SubjectFacts): readonly DispositionRecord[] {
	const { disposition } = subject.study.mapping;
	if (!disposition) return [];
	const dates = subject.values([disposition.dateItem]);
	return subject.values([disposition.reasonItem]).map((reason) => {
		const date = dates.find((value) => value.form === reason.form && value.point.groupRepeat === reason.point.groupRepeat);
		return { reason: reason.value, moment: date ? subject.moment(date.value) : null, origin: reason.origin };
	});
}

/** Null: the reason is in none of the lists, so it says nothing about leaving (stopped treatment, stays in follow-up). */
export function dispositionKind(mapping: EdcMapping, reason: string): LeavingKind | null {
	const { disposition } = mapping;
	if (!disposition) return null;
	if (disposition.withdrawnValues.includes(reason)) return 'withdrawn';
	if (disposition.completedValues.includes(reason)) return 'completed';
	if (disposition.deathValues.includes(reason)) return 'died';
	return disposition.screenFailureValues.includes(reason) ? 'screenFailure' : null;
}

export function statusKind(mapping: EdcMapping, status: string): LeavingKind | null {
	const words = mapping.subjectStatus;
	if (!words) return null;
	if (words.withdrawn.includes(status)) return 'withdrawn';
	if (words.completed.includes(status)) return 'completed';
	if (words.died.includes(status)) return 'died';
	return words.screenFailure.includes(status) ? 'screenFailure' : null;
}
