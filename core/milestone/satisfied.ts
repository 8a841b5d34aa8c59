import type { PlannedEvent } from '../edc/evidence.js';
import type { EdcMapping } from '../edc/mapping.js';
import { parseMoment } from '../time/moment.js';
import { NO_TIME } from '../time/rfc3339.js';
import type { Zone } from '../time/zone.js';
import { allForms, formsSigned, visitComplete } from './completeness.js';
import { foldWord } from './fold.js';
import type { MappedItem } from './formRecord.js';
import { instances, type StudyRecord, type SubjectRecord, type VisitRecord } from './record.js';
import { compareFacts, later, type Fact } from './register.js';
import { own, type MilestoneRule } from './rule.js';

/** Why a subject counts, and as of when. */
export interface Satisfaction {
	/** When it happened, epoch milliseconds; null where neither a date nor a stamp is known. */
	readonly reached: number | null;
	/** Stamp at which the record satisfied the rule, null where unknown. */
	readonly entry: number | null;
	/** What `reached` rests on. */
	readonly basis: 'event' | 'entry' | 'unknown';
	/** The fact that made the subject count. */
	readonly fact: Fact;
	/** Visits it is about. */
	readonly events: readonly string[];
}

/** The way in which 'enrolled' is read in a study; null: the study has no source for it. */
export type EnrolmentWay = 'item' | 'status' | 'randomisation' | 'consent';

export interface SatisfactionContext {
	readonly rule: MilestoneRule;
	readonly mapping: EdcMapping;
	/** As {@link createDateReader} reads. */
	readonly dateOf: (text: string | null) => number | null;
}

/** Order of rule and sources: enrolment item, else randomisation, else consent. Source: domain reference 2. */
export function enrolmentWay(rule: MilestoneRule, mapping: EdcMapping, study: StudyRecord): EnrolmentWay | null {
	const available: Record<EnrolmentWay, boolean> = {
		item: mapping.enrolmentItems.length > 0,
		status: true,
		randomisation: mapping.randomisationItems.length > 0 || study.delivers.randomisation,
		consent: mapping.consentDateItems.length > 0,
	};
	if (rule.enrolled !== 'firstMapped') return available[rule.enrolled] ? rule.enrolled : null;
	return (['item', 'randomisation', 'consent'] as const).find((way) => available[way]) ?? null;
}

/** Events a subject has to complete; null where they cannot be told (no design, arm unknown). */
export function eventsWanted(rule: MilestoneRule, subject: SubjectRecord): readonly string[] | null {
	const arm = subject.arm?.value ?? null;
	const ofArm = arm === null ? undefined : own(rule.eventsByArm, arm);
	if (ofArm !== undefined) return ofArm;
	if (rule.events.length > 0) return rule.events;
	if (rule.measure !== 'followUpComplete') return null;
	const last = lastScheduled(subject.study.design?.scheduled ?? [], arm);
	// Without the arm the last visit of all is only certain where it takes place in every arm.
	if (last === undefined || (arm === null && last.arms.length > 0)) return null;
	return [last.event];
}

/** The last visit an arm plans; without the arm, of all visits. */
function lastScheduled(scheduled: readonly PlannedEvent[], arm: string | null): PlannedEvent | undefined {
	for (let index = scheduled.length - 1; index >= 0; index--) {
		const planned = scheduled[index];
		if (planned !== undefined && (planned.arms.length === 0 || arm === null || planned.arms.includes(arm))) return planned;
	}
	return undefined;
}

/** Whether and since when a subject satisfies a rule. Screen failures and removed records never do. */
export function satisfaction(subject: SubjectRecord, context: SatisfactionContext): Satisfaction | null {
	const { rule, mapping } = context;
	if (screenFailed(subject, context)) return null;
	if (rule.onlyEnrolled && rule.measure !== 'enrolled' && enrolled(subject, context) === null) return null;
	switch (rule.measure) {
		case 'enrolled':
			return enrolled(subject, context);
		case 'randomised':
			return dated(subject, mapping.randomisationItems, subject.randomisedAt, context);
		case 'visitComplete':
		case 'followUpComplete':
			return visitsComplete(subject, context);
		case 'formComplete':
			return ofForms(subject, context, allForms(subject, rule, mapping));
		case 'formSigned':
			return ofFact(formsSigned(subject, rule), rule.events);
		case 'queryClosed':
			return ofFact(queriesClosed(subject, rule), rule.events);
		case 'databaseLocked':
			return null;
	}
}

function screenFailed(subject: SubjectRecord, { rule, mapping }: SatisfactionContext): boolean {
	const { horizon } = subject;
	const state = subject.states?.current(horizon)?.state;
	if (state !== undefined && words(rule.screenFailureStatuses, mapping.subjectStatus?.screenFailure).has(state)) return true;
	const { disposition } = mapping;
	if (disposition === null || disposition.screenFailureValues.length === 0) return false;
	return subject.mapped.some(
		(mapped) => mapped.item === disposition.reasonItem && disposition.screenFailureValues.includes(mapped.value) && filled(subject, mapped) !== null,
	);
}

function filled(subject: SubjectRecord, mapped: MappedItem): Fact | null {
	const { form, visit } = mapped;
	return form.filledSince(mapped, Math.max(subject.horizon, visit.removedAt, form.removedAt));
}

const NEGATIVE = new Set(['0', 'n', 'no', 'false', '否']);
const UNKNOWN = new Set(['', 'un', 'unk', 'nk', 'na', '9999']);

function enrolled(subject: SubjectRecord, context: SatisfactionContext): Satisfaction | null {
	const { rule, mapping } = context;
	switch (enrolmentWay(rule, mapping, subject.study)) {
		case 'item':
			return dated(subject, mapping.enrolmentItems, null, context);
		case 'randomisation':
			return dated(subject, mapping.randomisationItems, subject.randomisedAt, context);
		case 'consent':
			return dated(subject, mapping.consentDateItems, null, context);
		case 'status':
			return byStatus(subject, context);
		case null:
			return null;
	}
}

/** Words of the rule and of the study's mapping together. */
function words(ofRule: readonly string[], ...ofMapping: ReadonlyArray<readonly string[] | undefined>): ReadonlySet<string> {
	return new Set([...ofRule, ...ofMapping.flatMap((list) => list ?? [])].map(foldWord));
}

function byStatus(subject: SubjectRecord, { rule, mapping, dateOf }: SatisfactionContext): Satisfaction | null {
	const stated = subject.enrolledAt?.since(subject.horizon) ?? null;
	if (stated !== null) return happened(dateOf(subject.enrolledAt?.value ?? null), stated, []);
	const accepted = words(rule.enrolledStatuses, mapping.subjectStatus?.enrolled, mapping.subjectStatus?.completed);
	const failures = words(rule.screenFailureStatuses, mapping.subjectStatus?.screenFailure);
	// Who withdraws after enrolment stays enrolled; only a screen failure takes it back.
	const since = subject.states?.since((state) => accepted.has(state), subject.horizon, (state) => !failures.has(state)) ?? null;
	return ofFact(since, []);
}

/** First of the named items that holds data, else the date the source states itself. */
function dated(
	subject: SubjectRecord,
	items: readonly string[],
	stated: { readonly value: string | null; since(horizon: number): Fact | null } | null,
	{ dateOf }: SatisfactionContext,
): Satisfaction | null {
	for (const item of items) {
		let best: Satisfaction | null = null;
		for (const mapped of subject.mapped) {
			if (mapped.item !== item) continue;
			const word = mapped.value.trim().toLowerCase();
			if (NEGATIVE.has(word) || UNKNOWN.has(word)) continue;
			const fact = filled(subject, mapped);
			if (fact === null) continue;
			const candidate = happened(dateOf(mapped.value), fact, [mapped.visit.event]);
			if (best === null || orderOf(candidate, best) < 0) best = candidate;
		}
		if (best !== null) return best;
	}
	const fact = stated?.since(subject.horizon) ?? null;
	return fact === null ? null : happened(dateOf(stated?.value ?? null), fact, []);
}

/** Stated dates that are remembered: more than the days of any study. */
const REMEMBERED = 20_000;

/**
 * Reads the instant a stated date sorts at: a date at the start of its local day, anything less exact at its latest end.
 * Source: domain reference 2, rule 2.
 */
export function createDateReader(zone: Zone): (text: string | null) => number | null {
	const read = new Map<string, number | null>();
	return (text) => {
		if (text === null) return null;
		let instant = read.get(text);
		if (instant !== undefined) return instant;
		const moment = parseMoment(text, zone);
		instant = moment === null ? null : moment.precision === 'day' ? moment.earliest : moment.latest;
		if (read.size >= REMEMBERED) read.clear();
		read.set(text, instant);
		return instant;
	};
}

function happened(instant: number | null, fact: Fact, events: readonly string[]): Satisfaction {
	const entry = knownTime(fact.at);
	return { reached: instant ?? entry, entry, basis: instant !== null ? 'event' : entry !== null ? 'entry' : 'unknown', fact, events };
}

/** A satisfaction whose record stamp is itself the moment it happened (a signature, a closing, a status). */
function ofFact(fact: Fact | null, events: readonly string[]): Satisfaction | null {
	if (fact === null) return null;
	const entry = knownTime(fact.at);
	return { reached: entry, entry, basis: entry === null ? 'unknown' : 'event', fact, events };
}

function knownTime(at: number): number | null {
	return at === NO_TIME ? null : at;
}

function orderOf(a: Satisfaction, b: Satisfaction): number {
	return (a.reached ?? Number.MAX_SAFE_INTEGER) - (b.reached ?? Number.MAX_SAFE_INTEGER) || compareFacts(a.fact, b.fact);
}

/** Date of a visit: the first mapped item that is filled, else what the source states. */
export function visitDateOf(subject: SubjectRecord, visit: VisitRecord, { mapping, dateOf }: SatisfactionContext): { readonly instant: number; readonly fact: Fact } | null {
	for (const item of mapping.visitDateItems) {
		let best: { instant: number; fact: Fact } | null = null;
		for (const mapped of subject.mapped) {
			if (mapped.visit !== visit || mapped.item !== item) continue;
			const instant = dateOf(mapped.value);
			const fact = instant === null ? null : filled(subject, mapped);
			if (instant !== null && fact !== null && (best === null || instant < best.instant || (instant === best.instant && compareFacts(fact, best.fact) < 0))) best = { instant, fact };
		}
		if (best !== null) return best;
	}
	const fact = visit.visitDate?.since(Math.max(subject.horizon, visit.removedAt)) ?? null;
	const instant = fact === null ? null : dateOf(visit.visitDate?.value ?? null);
	return fact === null || instant === null ? null : { instant, fact };
}

function visitsComplete(subject: SubjectRecord, context: SatisfactionContext): Satisfaction | null {
	const { rule } = context;
	const events = eventsWanted(rule, subject);
	if (events === null || events.length === 0) return null;
	let whole: Satisfaction | null = null;
	for (const event of events) {
		let best: Satisfaction | null = null;
		for (const visit of instances(subject.visits.get(event))) {
			const candidate = oneVisit(subject, visit, context, events);
			if (candidate !== null && (best === null || orderOf(candidate, best) < 0)) best = candidate;
		}
		if (best === null) return null;
		whole = whole === null ? best : bothVisits(whole, best);
	}
	return whole;
}

function oneVisit(subject: SubjectRecord, visit: VisitRecord, context: SatisfactionContext, events: readonly string[]): Satisfaction | null {
	const { rule, mapping } = context;
	const done = visitComplete(subject, visit, rule, mapping);
	if (done === null) return null;
	const date = visitDateOf(subject, visit, context);
	if (done.byItems && rule.visitDateRequired && mapping.visitDateItems.length > 0 && date === null) return null;
	const fact = date !== null && done.byItems ? later(done.fact, date.fact) : done.fact;
	const entry = knownTime(fact.at);
	return { reached: date?.instant ?? entry, entry, basis: date !== null ? 'event' : entry !== null ? 'entry' : 'unknown', fact, events };
}

function ofForms(subject: SubjectRecord, context: SatisfactionContext, done: { readonly fact: Fact; readonly visits: readonly VisitRecord[] } | null): Satisfaction | null {
	if (done === null) return null;
	const entry = knownTime(done.fact.at);
	const dates = done.visits.map((visit) => visitDateOf(subject, visit, context)?.instant ?? null);
	const known = dates.every((date) => date !== null) ? Math.max(...dates) : null;
	return { reached: known ?? entry, entry, basis: known !== null ? 'event' : entry !== null ? 'entry' : 'unknown', fact: done.fact, events: done.visits.map((visit) => visit.event) };
}

function bothVisits(a: Satisfaction, b: Satisfaction): Satisfaction {
	const fact = later(a.fact, b.fact);
	const entry = knownTime(fact.at);
	const reached = a.reached === null || b.reached === null ? null : Math.max(a.reached, b.reached);
	const basis = reached === null ? 'unknown' : a.basis === 'event' && b.basis === 'event' ? 'event' : 'entry';
	return { reached, entry, basis, fact, events: a.events };
}

function queriesClosed(subject: SubjectRecord, rule: MilestoneRule): Fact | null {
	let last: Fact | null = null;
	for (const query of subject.queries?.values() ?? []) {
		if (rule.events.length > 0 && !rule.events.includes(query.event ?? '')) continue;
		if (rule.forms.length > 0 && !rule.forms.includes(query.form ?? '')) continue;
		const state = query.states.current(subject.horizon)?.state;
		if (state === undefined || state === 'candidate' || state === 'cancelled') continue;
		const closed = query.states.since((word) => word === 'closed', subject.horizon);
		if (closed === null) return null;
		last = later(closed, last);
	}
	return last;
}
