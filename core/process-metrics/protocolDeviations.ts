import type { Moment } from '../time/moment.js';
import type { MetricDefinition } from './definitions.js';
import type { SubjectFacts } from './facts.js';
import { compareObserved } from './history.js';
import type { Origin } from './origin.js';
import { enrolment } from './population.js';
import { momentOf, recordsOf } from './records.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { Measured } from './tally.js';
import { visitsOf } from './visits.js';

/**
 * 6 Protocol deviations: count, and rate per 100 enrolled subjects (or visits). Important ones apart.
 * A deviation of a screen failure counts, the subject stands in no denominator. Source: spec S1 (6), domain reference 1.6; ICH E3 Q&A, Q7.
 */
export const DEFINITION: MetricDefinition = {
	id: 'deviations',
	number: 6,
	version: '1.0.0',
	settings: ['deviations'],
	name: { en: 'Protocol deviations', 'zh-CN': '方案偏离' },
	formula: { en: 'deviations ÷ enrolled subjects at the as-of time × 100 (by setting: ÷ performed visits)', 'zh-CN': '方案偏离数 ÷ 统计时点的入组受试者数 × 100（可设为 ÷ 已进行的访视数）' },
	anchor: { en: 'occurrence, else detection', 'zh-CN': '发生日期，无则为发现日期' },
	inputs: { en: 'deviation records or a mapped deviation form; enrolment', 'zh-CN': '方案偏离记录或映射的方案偏离表单；入组信息' },
	standard: {
		en: 'ICH E3 Q&A, Q7: deviation and important deviation; the sponsor sets the criteria of importance. No common limit',
		'zh-CN': 'ICH E3 问答 Q7：方案偏离与重要方案偏离；重要性标准由申办者规定。无通用限度',
	},
};

interface Deviation {
	readonly occurred: Moment | null;
	/** Stamp of the record, null where unknown. */
	readonly detected: Moment | null;
	readonly important: boolean | null;
	readonly removed: boolean;
	readonly origin: Origin;
}

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const { mapping, settings } = study;
	const delivered =
		settings.statedInputs.includes('deviations') || study.subjects.some((subject) => subject.state.deviations.size > 0) || (mapping.deviation !== null && study.anySeen([mapping.deviation.termItem]));
	if (!delivered) return { kind: 'notAvailable', missing: ['deviationRecords'] };

	let count = 0;
	let important = 0;
	let importanceStated = 0;
	for (const subject of view.subjects) {
		for (const deviation of deviationsOf(subject)) {
			if (deviation.removed) {
				if (view.covers(subject, view.asOf)) tally.increase('removedRecords');
				continue;
			}
			const anchor = deviation.occurred ?? deviation.detected;
			if (anchor !== null && anchor.earliest > view.asOf) continue;
			if (!view.includes(subject, anchor, deviation.origin)) continue;
			count++;
			tally.count(deviation.origin);
			if (deviation.occurred === null && anchor !== null) tally.increase('byDetectionDate');
			if (subject.screenFailure) tally.increase('screenFailureDeviations');
			if (deviation.important === null) tally.increase('importanceUnknown');
			else importanceStated++;
			if (deviation.important === true) {
				important++;
				tally.list('important', deviation.origin);
			}
		}
	}

	const perVisits = settings.deviations.per === 'visits';
	if (!perVisits && study.enrolmentBasis === null) return { kind: 'notAvailable', missing: ['enrolment'] };
	const denominator = perVisits ? visitCount(view) : enrolledCount(view);
	tally.figure('deviationCount', count);
	if (denominator === 0) return { kind: 'notApplicable' };
	if (importanceStated > 0 || count === 0) {
		tally.figure('importantCount', important);
		tally.figure('importantRate', percentOf(important, denominator));
	}
	return {
		kind: 'value',
		value: percentOf(count, denominator),
		unit: perVisits ? 'per100Visits' : 'per100Subjects',
		numerator: count,
		denominator,
		basis: perVisits ? 'deviations_visits' : 'deviations',
	};
}

/** Enrolled subjects of the scope at `asOf`; says which reading of 'enrolled' was used. */
function enrolledCount(view: MetricView): number {
	const basis = view.study.enrolmentBasis;
	if (basis === null) return 0;
	if (basis === 'randomisation') view.tally.note('enrolledByRandomisation');
	if (basis === 'consent') view.tally.note('enrolledByConsent');
	let enrolled = 0;
	for (const subject of view.subjectsNow) {
		const entered = enrolment(subject, basis);
		if (entered === null) continue;
		enrolled++;
		view.tally.cite(entered.origin);
	}
	return enrolled;
}

function visitCount(view: MetricView): number {
	let visits = 0;
	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		for (const visit of visitsOf(subject)) {
			if (!visit.performed || visit.kind === 'Common' || (visit.date !== null && visit.date.earliest > view.asOf)) continue;
			if (!view.includes(subject, visit.date, visit.origin)) continue;
			visits++;
			view.tally.cite(visit.origin);
		}
	}
	return visits;
}

function deviationsOf(subject: SubjectFacts): readonly Deviation[] {
	const found: Deviation[] = [];
	for (const states of subject.state.deviations.values()) {
		const last = states.sort(compareObserved).at(-1);
		const first = states.find((state) => state.stamped);
		if (!last) continue;
		found.push({
			occurred: subject.moment(last.data.occurredAt),
			detected: first ? instant(first.at) : null,
			important: last.data.important,
			removed: last.data.removed,
			origin: last.origin,
		});
	}
	const { deviation } = subject.study.mapping;
	if (deviation) {
		for (const record of recordsOf(subject, [deviation.termItem, deviation.dateItem, deviation.importantItem])) {
			const term = record.values.get(deviation.termItem);
			if (!term) continue;
			const importance = deviation.importantItem === null ? undefined : record.values.get(deviation.importantItem)?.value;
			found.push({
				occurred: deviation.dateItem === null ? null : momentOf(subject, record, [deviation.dateItem]),
				detected: term.history.firstEntry ? instant(term.history.firstEntry.at) : null,
				important: importance === undefined ? null : deviation.importantValues.includes(importance),
				removed: false,
				origin: record.origin,
			});
		}
		// A record whose term was entered and is empty now was taken back.
		for (const { form, point } of subject.state.mapped.get(deviation.termItem) ?? []) {
			const history = subject.study.histories.of(form, point);
			const origin = history.changes.at(-1)?.origin;
			if (history.held && !history.filled && origin) found.push({ occurred: null, detected: null, important: null, removed: true, origin });
		}
	}
	return found;
}

function instant(at: number): Moment {
	return { earliest: at, latest: at, precision: 'second', zoneAssumed: false, irregular: false };
}
