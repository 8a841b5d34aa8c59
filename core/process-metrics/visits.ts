import type { PlannedEvent, VisitChanged } from '../edc/evidence.js';
import type { Moment } from '../time/moment.js';
import type { SubjectFacts } from './facts.js';
import { compareChanges, compareObserved } from './history.js';
import type { Origin } from './origin.js';
import type { Change, FormState, VisitState } from './studyEvidence.js';

/** One visit of one subject as the metrics see it. */
export interface VisitFacts {
	readonly subject: SubjectFacts;
	readonly state: VisitState;
	readonly planned: PlannedEvent | null;
	readonly kind: PlannedEvent['kind'];
	readonly status: VisitChanged['status'];
	/** Date the visit took place: a mapped item, else the source's own attribute. Null: none. */
	readonly date: Moment | null;
	readonly dateOrigin: Origin | null;
	/** Any data point holds data, logs left aside. */
	readonly hasData: boolean;
	/** Took place: a date or data, and neither planned only nor skipped. */
	readonly performed: boolean;
	/** Earliest first entry below the visit. */
	readonly firstEntry: Change | null;
	/** Data whose first entry the evidence does not reach back to. */
	readonly entryUnknown: boolean;
	/** The vendor's window for this very visit, as stated. */
	readonly vendorWindow: VisitChanged['window'];
	readonly origin: Origin | null;
}

const cache = new WeakMap<SubjectFacts, readonly VisitFacts[]>();

export function visitsOf(subject: SubjectFacts): readonly VisitFacts[] {
	let visits = cache.get(subject);
	if (!visits) {
		visits = [...subject.state.visits.values()].map((state) => factsOf(subject, state)).filter((visit) => visit !== null);
		cache.set(subject, visits);
	}
	return visits;
}

function factsOf(subject: SubjectFacts, state: VisitState): VisitFacts | null {
	const records = state.records.sort(compareObserved);
	if (records.at(-1)?.data.removed === true) return null;
	const { study } = subject;
	const planned = study.planned.get(state.event) ?? null;
	const last = <Field>(field: (visit: VisitChanged) => Field | null): { readonly value: Field; readonly origin: Origin } | null => {
		for (let index = records.length - 1; index >= 0; index--) {
			const record = records[index];
			const value = record === undefined ? null : field(record.data);
			if (record && value !== null) return { value, origin: record.origin };
		}
		return null;
	};
	const mapped = subject.values(study.mapping.visitDateItems).filter((value) => value.form.visit === state);
	const attribute = last((visit) => visit.visitDate);
	let date: Moment | null = null;
	let dateOrigin: Origin | null = null;
	for (const candidate of [...mapped, ...(attribute === null ? [] : [attribute])]) {
		date = subject.moment(candidate.value);
		if (date !== null) {
			dateOrigin = candidate.origin;
			break;
		}
	}

	let hasData = false;
	let firstEntry: Change | null = null;
	let entryUnknown = false;
	for (const form of state.forms.values()) {
		if (study.mapping.logForms.includes(form.form)) continue;
		for (const point of form.points.values()) {
			if (!isDataPoint(subject, point.item)) continue;
			const history = study.histories.of(form, point);
			if (history.filled) hasData = true;
			if (history.firstEntry !== null) {
				if (firstEntry === null || compareChanges(history.firstEntry, firstEntry) < 0) firstEntry = history.firstEntry;
			} else if (history.held) entryUnknown = true;
		}
		if (!hasData && statesData(form)) hasData = true;
	}
	const status = last((visit) => visit.status)?.value ?? null;
	const performed = status !== 'skipped' && (hasData || (date !== null && status !== 'scheduled'));
	return {
		subject,
		state,
		planned,
		kind: planned?.kind ?? 'Scheduled',
		status,
		date,
		dateOrigin,
		hasData,
		performed,
		firstEntry,
		entryUnknown,
		vendorWindow: last((visit) => visit.window)?.value ?? null,
		origin: dateOrigin ?? firstEntry?.origin ?? records.at(-1)?.origin ?? anyOrigin(state),
	};
}

/** Derived, hidden and label items are no data points. */
export function isDataPoint(subject: SubjectFacts, item: string): boolean {
	return subject.study.mapping.derivedItems?.includes(item) !== true;
}

/** Where a source names states of forms but no items, the state alone says that there are data. */
export function statesData(form: FormState): boolean {
	if (form.records.some((record) => record.data.complete || record.data.listsItems)) return false;
	const last = [...form.records].sort(compareObserved).at(-1)?.data;
	return last !== undefined && !last.removed && last.status !== null && last.status !== 'empty' && last.status !== 'notDone';
}

function anyOrigin(state: VisitState): Origin | null {
	const records = [...state.forms.values()].flatMap((form) => form.records);
	return records.sort(compareObserved)[0]?.origin ?? null;
}
