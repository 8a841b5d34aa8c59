import type { EdcMapping } from '../edc/mapping.js';
import type { FormRecord } from './formRecord.js';
import { instances, type SubjectRecord, type VisitRecord } from './record.js';
import { earlier, later, type Fact, type RecordPlace } from './register.js';
import type { Completeness, MilestoneRule } from './rule.js';

/*
 * What 'complete' and 'signed' mean. A form or visit that is only present counts for nothing: some item must hold data.
 * Source: domain reference 2 (visit complete, form complete, signed), spec S1.
 */

type FormState = Fact | 'notDone' | 'incomplete' | 'empty';

interface FormQuestion {
	readonly name: string;
	readonly subject: SubjectRecord;
	readonly visit: VisitRecord;
	readonly rule: MilestoneRule;
	readonly mapping: EdcMapping;
}

const NONE: readonly string[] = [];
const NOWHERE: RecordPlace = { event: null, eventRepeat: null, form: null, formRepeat: null };
const DECLARED = new Set(['complete', 'completed', 'locked', 'signed']);

function declaredComplete(rule: MilestoneRule): (state: string) => boolean {
	return rule.unverifiedCounts ? (state) => DECLARED.has(state) || state === 'unverified' : (state) => DECLARED.has(state);
}

function stateOf(form: FormRecord, question: FormQuestion, mode: Completeness): FormState {
	const { subject, visit, rule, name } = question;
	const horizon = Math.max(subject.horizon, visit.removedAt, form.removedAt);
	const declared = form.states?.current(horizon)?.state ?? null;
	if (declared === 'notDone' || markedNotDone(form, horizon, question)) return 'notDone';
	const data = form.firstData(horizon);
	if (data === null) {
		const stated = rule.statusAloneCounts && !form.hasItems ? (form.states?.since(declaredComplete(rule), horizon) ?? null) : null;
		return stated ?? 'empty';
	}
	if (mode === 'anyData') return data;
	if (mode === 'declared' || (mode !== 'mandatory' && declared !== null)) {
		const since = form.states?.since(declaredComplete(rule), horizon) ?? null;
		return since === null ? 'incomplete' : later(since, data);
	}
	const planned = subject.study.design?.forms.get(name);
	if (planned === undefined) return mode === 'listedForms' ? data : 'incomplete';
	if (planned.mandatoryItems.size === 0) return data;
	return form.mandatoryData(planned.mandatoryItems, horizon) ?? 'incomplete';
}

function markedNotDone(form: FormRecord, horizon: number, { subject, mapping }: FormQuestion): boolean {
	if (mapping.notDone.length === 0) return false;
	return subject.mapped.some(
		(mapped) =>
			mapped.form === form &&
			mapping.notDone.some((mark) => mark.item === mapped.item && mark.value === mapped.value) &&
			form.filledSince(mapped, horizon) !== null,
	);
}

/** All instances of a form in a visit together: those without data say nothing, each with data must be complete. */
function formInVisit(question: FormQuestion, mode: Completeness): FormState {
	let whole: FormState = 'empty';
	for (const form of instances(question.visit.form(question.name))) {
		const state = stateOf(form, question, mode);
		if (state === 'empty') continue;
		if (state === 'incomplete') return 'incomplete';
		if (state === 'notDone') {
			if (whole === 'empty') whole = 'notDone';
		} else {
			whole = typeof whole === 'object' ? later(state, whole) : state;
		}
	}
	return whole;
}

/** Whether and since when a visit is complete; `byItems`: judged by what the forms hold and not by a declared state. */
export function visitComplete(subject: SubjectRecord, visit: VisitRecord, rule: MilestoneRule, mapping: EdcMapping): { readonly fact: Fact; readonly byItems: boolean } | null {
	const horizon = Math.max(subject.horizon, visit.removedAt);
	const question = (name: string): FormQuestion => ({ name, subject, visit, rule, mapping });
	const declares = rule.complete === 'declared' || rule.complete === 'declaredElseMandatory';
	if (declares && visit.states !== null && visit.states.current(horizon) !== null) {
		const since = visit.states.since(declaredComplete(rule), horizon);
		if (since === null) return null;
		const data = dataOfVisit(visit, horizon);
		if (data !== null) return { fact: later(since, data), byItems: false };
		return rule.statusAloneCounts && visit.forms.length === 0 ? { fact: since, byItems: false } : null;
	}
	if (rule.complete === 'anyData') {
		const data = dataOfVisit(visit, horizon);
		return data === null ? null : { fact: data, byItems: false };
	}
	const planned = subject.study.design?.events.get(visit.event);
	if (rule.complete === 'mandatory' && planned === undefined) return null;
	const mandatory = planned?.mandatoryForms ?? NONE;
	const required = rule.complete === 'listedForms' ? rule.forms : mandatory.length > 0 ? mandatory : visit.forms.map((form) => form.form);
	let last: Fact | null = null;
	for (const name of required) {
		const state = formInVisit(question(name), rule.complete);
		if (state === 'notDone') continue;
		// Where the design names no mandatory form, a form without data asks for nothing.
		if (state === 'empty' && rule.complete !== 'listedForms' && mandatory.length === 0) continue;
		if (typeof state === 'string') return null;
		last = later(state, last);
	}
	return last === null ? null : { fact: last, byItems: rule.complete !== 'declared' };
}

function dataOfVisit(visit: VisitRecord, horizon: number): Fact | null {
	let first: Fact | null = null;
	for (const repeated of visit.forms) {
		for (const form of instances(repeated)) {
			const data = form.firstData(Math.max(horizon, form.removedAt));
			if (data !== null) first = earlier(data, first);
		}
	}
	return first;
}

/** Visits of the events a form rule is limited to, every visit where it is not. */
function* visitsOf(subject: SubjectRecord, rule: MilestoneRule): Generator<VisitRecord> {
	if (rule.events.length === 0) for (const visit of subject.visits.values()) yield* instances(visit);
	else for (const event of rule.events) yield* instances(subject.visits.get(event));
}

/** Every form of the rule complete in some visit; the earliest completion of each counts. */
export function allForms(subject: SubjectRecord, rule: MilestoneRule, mapping: EdcMapping): { readonly fact: Fact; readonly visits: readonly VisitRecord[] } | null {
	const mode = rule.complete;
	let whole: Fact | null = null;
	const visits: VisitRecord[] = [];
	for (const name of rule.forms) {
		let best: { fact: Fact; visit: VisitRecord } | null = null;
		for (const visit of visitsOf(subject, rule)) {
			const state = formInVisit({ name, subject, visit, rule, mapping }, mode);
			if (typeof state === 'object' && (best === null || (earlier(state, best.fact) === state && state !== best.fact))) best = { fact: state, visit };
		}
		if (best === null) return null;
		whole = later(best.fact, whole);
		visits.push(best.visit);
	}
	return whole === null ? null : { fact: whole, visits };
}

/** Every form of the rule under a signature that no later change broke; forms empty: every form that holds data. */
export function formsSigned(subject: SubjectRecord, rule: MilestoneRule): Fact | null {
	let last: Fact | null = null;
	const signedNames = new Set<string>();
	for (const visit of visitsOf(subject, rule)) {
		for (const root of visit.forms) {
			const name = root.form;
			if (rule.forms.length > 0 && !rule.forms.includes(name)) continue;
			for (const form of instances(root)) {
				const horizon = Math.max(subject.horizon, visit.removedAt, form.removedAt);
				if (form.firstData(horizon) === null) continue;
				const signed = signedSince(subject, visit, name, root, form, horizon);
				if (signed === null) return null;
				signedNames.add(name);
				last = later(signed, last);
			}
		}
	}
	return rule.forms.every((name) => signedNames.has(name)) ? last : null;
}

function signedSince(subject: SubjectRecord, visit: VisitRecord, name: string, root: FormRecord, form: FormRecord, horizon: number): Fact | null {
	const since = Math.max(horizon, form.changedAt);
	let first: Fact | null = null;
	for (const signature of subject.signatures?.values() ?? []) {
		if (signature.at < since || signature.at <= horizon) continue;
		const place = signature.place ?? NOWHERE;
		if (place.event !== null && instanceOf(subject.visits.get(place.event), place.eventRepeat) !== visit) continue;
		if (place.form !== null && (place.form !== name || instanceOf(root, place.formRepeat) !== form)) continue;
		first = earlier(signature, first);
	}
	const declared = form.states?.since((state) => state === 'signed' || state === 'locked', horizon);
	const isSigned = form.states?.current(horizon)?.state === 'signed' || visit.states?.current(horizon)?.state === 'signed';
	const stated = isSigned ? (declared ?? visit.states?.since((state) => state === 'signed', horizon) ?? null) : null;
	if (stated !== null && stated.at >= form.changedAt) first = earlier(stated, first);
	return first;
}

function instanceOf<Item extends { readonly repeats: Map<string, Item> | null }>(root: Item | undefined, repeat: string | null): Item | undefined {
	return repeat === null ? root : root?.repeats?.get(repeat);
}
