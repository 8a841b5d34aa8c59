import { parseMoment, type Moment } from '../time/moment.js';
import type { MetricDefinition } from './definitions.js';
import type { SubjectFacts } from './facts.js';
import type { Origin } from './origin.js';
import { momentOf, recordsOf } from './records.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { Measured } from './tally.js';

/**
 * 9 Informed-consent completeness: subjects whose consent precedes their first study procedure. Screen failures included.
 * Beside it: re-consent to a new version before the first procedure after it took effect at the site.
 * Source: spec S1 (9), domain reference 1.9; ICH E6(R3) 2.8, Chinese GCP 2020 Art. 23–24.
 */
export const DEFINITION: MetricDefinition = {
	id: 'consent',
	number: 9,
	version: '1.0.0',
	settings: ['consent'],
	name: { en: 'Informed-consent completeness', 'zh-CN': '知情同意完整率' },
	formula: { en: 'subjects whose consent precedes their first study procedure ÷ subjects with any procedure × 100', 'zh-CN': '知情同意先于首次研究操作的受试者 ÷ 有任一研究操作的受试者 × 100' },
	anchor: { en: 'first procedure', 'zh-CN': '首次研究操作' },
	inputs: { en: 'mapped items: consent date and time, consent version, dates of procedures', 'zh-CN': '映射数据项：知情同意日期与时间、知情同意书版本、研究操作日期' },
	standard: {
		en: 'ICH E6(R3) 2.8 and Chinese GCP 2020 Art. 23–24 (numbers to be checked in the primary text); any subject failing is an alarm',
		'zh-CN': 'ICH E6(R3) 2.8 与 2020 版药物 GCP 第 23–24 条（条款号以原文为准）；任一受试者不符合即为警报',
	},
};

interface Dated {
	readonly moment: Moment;
	readonly origin: Origin;
}

interface Consent extends Dated {
	readonly version: string | null;
}

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const { mapping } = study;
	const missing = [
		...(mapping.consentDateItems.length === 0 || !study.anySeen(mapping.consentDateItems) ? (['consentDates'] as const) : []),
		...(mapping.procedureDateItems.length === 0 || !study.anySeen(mapping.procedureDateItems) ? (['procedureDates'] as const) : []),
	];
	if (missing.length > 0) return { kind: 'notAvailable', missing };

	let complete = 0;
	let failed = 0;
	let undetermined = 0;
	for (const subject of view.subjects) {
		const procedures = proceduresOf(subject);
		const first = firstOf(procedures);
		if (first === null || !view.includes(subject, first.moment, first.origin)) continue;
		const consents = consentsOf(subject);
		const consent = firstOf(consents);
		if (consent === null) {
			failed++;
			tally.count(first.origin);
			tally.increase('withoutConsent');
			tally.list('noConsent', first.origin);
			continue;
		}
		switch (compare(subject, consent.moment, first.moment)) {
			case 'before':
				complete++;
				tally.count(consent.origin, first.origin);
				break;
			case 'sameDay':
				tally.increase('sameDay');
				tally.list('sameDay', consent.origin);
				if (study.settings.consent.sameDay === 'accept') {
					complete++;
					tally.count(consent.origin, first.origin);
				} else {
					undetermined++;
					tally.exclude('partialDate', consent.origin);
				}
				break;
			case 'undetermined':
				undetermined++;
				tally.exclude('partialDate', consent.origin);
				break;
			case 'after':
				failed++;
				tally.count(consent.origin, first.origin);
				tally.list('consentAfterProcedure', consent.origin);
		}
		countReconsents(view, subject, consents, procedures);
	}

	tally.figure('undeterminedRows', undetermined);
	const required = tally.figures.reconsentRequired ?? 0;
	if (required > 0) {
		tally.figure('reconsentDone', tally.figures.reconsentDone ?? 0);
		tally.figure('reconsentPercent', percentOf(tally.figures.reconsentDone ?? 0, required));
	}
	const decided = complete + failed;
	if (decided > 0) {
		tally.figure('failedSubjects', failed);
		return { kind: 'value', value: percentOf(complete, decided), unit: 'percent', numerator: complete, denominator: decided, basis: 'consent' };
	}
	return undetermined > 0 ? { kind: 'undetermined', rows: undetermined } : { kind: 'notApplicable' };
}

/** Where each took effect at the subject's site, was it signed before the first procedure under it? Partial dates are left out and counted. */
function countReconsents(view: MetricView, subject: SubjectFacts, consents: readonly Consent[], procedures: readonly Dated[]): void {
	const { tally, study } = view;
	const site = subject.siteAt(view.asOf);
	const effective = study.settings.consent.versions
		.filter((version) => version.site === null || version.site === site)
		.map((version) => ({ version: version.version, from: parseMoment(version.effectiveFrom, subject.zone) }))
		.filter((version): version is { version: string; from: Moment } => version.from !== null)
		.sort((a, b) => a.from.earliest - b.from.earliest);
	const initial = firstOf(consents);
	effective.forEach(({ from }, index) => {
		// Only who had consented before has to consent again.
		if (initial === null || initial.moment.latest >= from.earliest) return;
		const until = effective[index + 1]?.from.earliest ?? Infinity;
		const due = firstOf(procedures.filter((procedure) => procedure.moment.earliest >= from.earliest && procedure.moment.earliest < until));
		if (due === null) return;
		const accepted = new Set(effective.slice(index).map((version) => version.version));
		const signed = consents.filter((consent) => consent.version !== null && accepted.has(consent.version)).map((consent) => compare(subject, consent.moment, due.moment));
		if (signed.includes('before') || (signed.includes('sameDay') && study.settings.consent.sameDay === 'accept')) {
			tally.increase('reconsentRequired');
			tally.increase('reconsentDone');
		} else if (signed.includes('undetermined') || signed.includes('sameDay')) tally.list('partialDate', due.origin);
		else {
			tally.increase('reconsentRequired');
			tally.list('reconsentMissing', due.origin);
		}
	});
}

/** Two full times on the same minute leave the order open. */
function compare(subject: SubjectFacts, consent: Moment, procedure: Moment): 'before' | 'after' | 'sameDay' | 'undetermined' {
	if (consent.latest < procedure.earliest) return 'before';
	if (consent.earliest > procedure.latest) return 'after';
	const withoutTime = consent.earliest !== consent.latest || procedure.earliest !== procedure.latest;
	const day = subject.day(consent.earliest);
	const oneDay = [consent.latest, procedure.earliest, procedure.latest].every((instant) => subject.day(instant) === day);
	return withoutTime && oneDay ? 'sameDay' : 'undetermined';
}

function proceduresOf(subject: SubjectFacts): readonly Dated[] {
	const { mapping, asOf } = subject.study;
	const found: Dated[] = [];
	for (const record of recordsOf(subject, mapping.procedureDateItems)) {
		const alone = record.all.map((value) => ({ moment: subject.moment(value.value), origin: value.origin }));
		const completed = momentOf(subject, record, mapping.procedureDateItems);
		// One date and one clock time in a record make one moment; several dates stand for themselves.
		const dates = alone.filter((one): one is Dated => one.moment !== null);
		if (dates.length === 1 && completed !== null) found.push({ moment: completed, origin: record.origin });
		else found.push(...dates);
	}
	return found.filter((one) => one.moment.earliest <= asOf);
}

function consentsOf(subject: SubjectFacts): readonly Consent[] {
	const { mapping, asOf } = subject.study;
	const found: Consent[] = [];
	for (const record of recordsOf(subject, [...mapping.consentDateItems, ...mapping.consentVersionItems])) {
		const moment = momentOf(subject, record, mapping.consentDateItems);
		if (moment === null || moment.earliest > asOf) continue;
		const version = mapping.consentVersionItems.map((item) => record.values.get(item)?.value).find((value) => value !== undefined);
		found.push({ moment, version: version ?? null, origin: record.origin });
	}
	return found;
}

/** Earliest; where partial dates overlap, the interval in which the first one surely lies. */
function firstOf<One extends Dated>(dates: readonly One[]): One | null {
	let best: One | null = null;
	for (const date of dates) {
		if (best === null || date.moment.earliest < best.moment.earliest || (date.moment.earliest === best.moment.earliest && date.moment.latest < best.moment.latest)) best = date;
	}
	if (best === null) return null;
	const latest = dates.reduce((least, date) => Math.min(least, date.moment.latest), best.moment.latest);
	return latest === best.moment.latest ? best : { ...best, moment: { ...best.moment, latest } };
}
