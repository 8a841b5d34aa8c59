import type { Moment } from '../time/moment.js';
import type { MetricDefinition } from './definitions.js';
import type { SubjectFacts } from './facts.js';
import { compareObserved } from './history.js';
import type { Origin } from './origin.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { FormState } from './studyEvidence.js';
import type { Measured } from './tally.js';
import { isDataPoint, statesData, visitsOf, type VisitFacts } from './visits.js';
import { missedVisits } from './windows.js';

/**
 * 7 Missing-form rate: mandatory forms without any value, of those that are due.
 * A form is due when its visit took place (or is overdue by its window) while the subject was in the study, and the grace days have passed.
 * Present but empty is missing; marked as not done is not. Source: spec S1 (7), domain reference 1.7; ODM FormRef/@Mandatory, v2 ItemGroupRef/@Mandatory.
 */
export const DEFINITION: MetricDefinition = {
	id: 'missing_forms',
	number: 7,
	version: '1.0.0',
	settings: ['missingForms', 'visitWindows'],
	name: { en: 'Missing-form rate', 'zh-CN': '表单缺失率' },
	formula: {
		en: 'expected forms without any value ÷ expected forms × 100; expected = mandatory form of a performed or overdue visit of a subject in the study, past the grace days',
		'zh-CN': '无任何数据的应有表单 ÷ 应有表单 × 100；应有表单 = 在研受试者已进行或逾期访视的必填表单，且已过宽限天数',
	},
	anchor: { en: 'visit date; last day of the window for overdue visits', 'zh-CN': '访视日期；逾期访视为访视窗最后一天' },
	inputs: { en: 'study design with mandatory forms (or the settings); form data; visit dates', 'zh-CN': '标明必填表单的研究设计（或设置）；表单数据；访视日期' },
	standard: { en: 'Mandatory flags as in CDISC ODM; the limit of 5 % is convention', 'zh-CN': '必填标记见 CDISC ODM；5% 的限度为惯例' },
};

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const required = requiredForms(view);
	if (required.size === 0) return { kind: 'notAvailable', missing: ['studyDesign'] };
	let expected = 0;
	let missing = 0;
	let undetermined = 0;

	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		for (const visit of visitsOf(subject)) {
			if (!visit.performed || visit.kind === 'Common') continue;
			const forms = required.get(visit.state.event);
			if (!forms) continue;
			const anchor = visit.date ?? entryMoment(visit);
			if (leftBefore(subject, anchor)) {
				if (view.covers(subject, anchor?.latest ?? view.asOf)) tally.increase('withdrawnLeftOut');
				continue;
			}
			if (anchor !== null && anchor.earliest > view.asOf) continue;
			if (!view.includes(subject, anchor, visit.origin)) continue;
			const due = isDue(subject, anchor, view);
			if (due === false) continue;
			for (const { form, conditional } of forms) {
				if (conditional) {
					tally.increase('conditionalLeftOut');
					continue;
				}
				if (due === null) {
					undetermined++;
					tally.exclude('partialDate', visit.origin);
					continue;
				}
				expected++;
				const state = stateOfForm(visit, form);
				tally.count(state.origin ?? visit.origin);
				if (state.kind === 'notDone') tally.increase('markedNotDone');
				if (state.kind !== 'empty' && state.kind !== 'absent') continue;
				missing++;
				if (state.kind === 'empty') tally.increase('presentButEmpty');
				tally.list('missingForm', state.origin ?? visit.origin);
			}
		}
		for (const overdue of missedVisits(subject)) {
			if (!view.includesInstant(subject, overdue.dueAt) || subject.day(view.asOf) - overdue.dueDay <= study.settings.missingForms.graceDays) continue;
			for (const { conditional } of required.get(overdue.event) ?? []) {
				if (conditional) {
					tally.increase('conditionalLeftOut');
					continue;
				}
				expected++;
				missing++;
				tally.increase('missingOfOverdueVisits');
				tally.count(overdue.origin);
				tally.list('missingForm', overdue.origin);
			}
		}
	}

	if (undetermined > 0) tally.figure('undeterminedRows', undetermined);
	if (expected > 0) return { kind: 'value', value: percentOf(missing, expected), unit: 'percent', numerator: missing, denominator: expected, basis: 'missing_forms' };
	return undetermined > 0 ? { kind: 'undetermined', rows: undetermined } : { kind: 'notApplicable' };
}

type RequiredForms = ReadonlyMap<string, ReadonlyArray<{ readonly form: string; readonly conditional: boolean }>>;

/** Mandatory forms by event: the settings' list where there is one, else the study design. */
function requiredForms({ study }: MetricView): RequiredForms {
	const required = new Map<string, Array<{ readonly form: string; readonly conditional: boolean }>>();
	const add = (event: string, form: string, conditional: boolean): void => {
		const forms = required.get(event);
		if (forms) forms.push({ form, conditional });
		else required.set(event, [{ form, conditional }]);
	};
	const { mandatory } = study.settings.missingForms;
	for (const { event, form } of mandatory) add(event, form, false);
	if (mandatory.length === 0) {
		for (const planned of study.planned.values()) for (const form of planned.forms) if (form.mandatory) add(planned.event, form.form, form.conditional);
	}
	return required;
}

/** Null where a partial visit date leaves open whether the grace days have passed. */
function isDue(subject: SubjectFacts, anchor: Moment | null, view: MetricView): boolean | null {
	if (anchor === null) return true;
	const { graceDays } = view.study.settings.missingForms;
	const today = subject.day(view.asOf);
	if (today - subject.day(anchor.latest) > graceDays) return true;
	return today - subject.day(anchor.earliest) > graceDays ? null : false;
}

function entryMoment(visit: VisitFacts): Moment | null {
	return visit.firstEntry ? { earliest: visit.firstEntry.at, latest: visit.firstEntry.at, precision: 'second', zoneAssumed: false, irregular: false } : null;
}

/** Had left the study before the visit. Without a date of leaving a performed visit is taken to be before it. */
function leftBefore(subject: SubjectFacts, visit: Moment | null): boolean {
	const left = subject.leaving?.moment;
	return left !== undefined && left !== null && visit !== null && subject.day(left.latest) < subject.day(visit.earliest);
}

interface FormStanding {
	readonly kind: 'filled' | 'notDone' | 'empty' | 'absent';
	readonly origin: Origin | null;
}

function stateOfForm(visit: VisitFacts, form: string): FormStanding {
	let standing: FormStanding = { kind: 'absent', origin: null };
	for (const state of visit.state.forms.values()) {
		if (state.form !== form) continue;
		const kind = kindOfForm(visit.subject, state);
		if (standing.kind === 'absent' || kind === 'filled' || (kind === 'notDone' && standing.kind === 'empty')) standing = { kind, origin: latestOrigin(state) };
		if (kind === 'filled') break;
	}
	return standing;
}

function kindOfForm(subject: SubjectFacts, state: FormState): FormStanding['kind'] {
	const { study } = subject;
	let filled = statesData(state);
	for (const point of state.points.values()) {
		const history = study.histories.of(state, point);
		if (!history.filled) continue;
		if (study.mapping.notDone.some((mark) => mark.item === point.item && mark.value === history.value)) return 'notDone';
		if (isDataPoint(subject, point.item)) filled = true;
	}
	if (filled) return 'filled';
	const status = state.records.filter((record) => record.data.status !== null).sort(compareObserved).at(-1)?.data.status;
	return status === 'notDone' ? 'notDone' : 'empty';
}

function latestOrigin(state: FormState): Origin | null {
	return [...state.records].sort(compareObserved).at(-1)?.origin ?? null;
}
