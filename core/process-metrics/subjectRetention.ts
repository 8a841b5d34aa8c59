import type { MetricDefinition } from './definitions.js';
import { compareText } from './origin.js';
import { dispositionKind, dispositionRecords, enrolment } from './population.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { Measured } from './tally.js';

/**
 * 12 Subject retention: 100 − withdrawal rate; withdrawn = withdrawal of consent, lost to follow-up, decision of investigator or sponsor.
 * Death and completion are no withdrawals; a reason that is in no list of the mapping (stopped treatment) is none either.
 * Source: spec S1 (12), domain reference 1.12; SDTM DS.
 */
export const DEFINITION: MetricDefinition = {
	id: 'retention',
	number: 12,
	version: '1.0.0',
	settings: [],
	name: { en: 'Subject retention', 'zh-CN': '受试者保留率' },
	formula: { en: '(enrolled subjects − withdrawn subjects) ÷ enrolled subjects × 100; withdrawal rate = 100 − retention', 'zh-CN': '（入组受试者 − 退出受试者）÷ 入组受试者 × 100；脱落率 = 100 − 保留率' },
	anchor: { en: 'none: as it stands at the as-of time', 'zh-CN': '无：按统计时点的状态' },
	inputs: { en: 'enrolment; mapped disposition items or words of the subject status', 'zh-CN': '入组信息；映射的处置数据项或受试者状态用语' },
	standard: { en: 'Disposition as in CDISC SDTM DS; compare with the drop-out assumed in the sample size (no common limit)', 'zh-CN': '处置见 CDISC SDTM DS；与样本量估算所假设的脱落率比较（无通用限度）' },
};

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const { mapping, settings } = study;
	const hasStatus = mapping.subjectStatus !== undefined && study.subjects.some((subject) => subject.status !== null);
	if (mapping.disposition === null && !hasStatus) return { kind: 'notAvailable', missing: ['disposition'] };
	if (!hasStatus && !study.anySeen([mapping.disposition?.reasonItem ?? null]) && !settings.statedInputs.includes('dispositions')) {
		return { kind: 'notAvailable', missing: ['dispositionRecords'] };
	}
	const basis = study.enrolmentBasis;
	if (basis === null) return { kind: 'notAvailable', missing: ['enrolment'] };
	if (basis === 'randomisation') tally.note('enrolledByRandomisation');
	if (basis === 'consent') tally.note('enrolledByConsent');

	let enrolled = 0;
	let withdrawn = 0;
	const reasons = new Map<string, number>();
	for (const subject of view.subjectsNow) {
		if (subject.screenFailure) {
			tally.increase('screenFailures');
			continue;
		}
		const entered = enrolment(subject, basis);
		if (entered === null) continue;
		enrolled++;
		for (const record of dispositionRecords(subject)) {
			if (dispositionKind(mapping, record.reason) !== null) continue;
			tally.increase('reasonsNotMapped');
			tally.list('reasonNotMapped', record.origin);
		}
		const left = subject.leaving;
		tally.count(entered.origin, left?.origin ?? null);
		if (left?.kind === 'died') tally.increase('deaths');
		if (left?.kind === 'completed') tally.increase('completed');
		if (left?.kind !== 'withdrawn') continue;
		withdrawn++;
		reasons.set(left.reason, (reasons.get(left.reason) ?? 0) + 1);
		tally.list('withdrawn', left.origin);
	}
	if (enrolled === 0) return { kind: 'notApplicable' };
	for (const [part, count] of [...reasons].sort(([a], [b]) => compareText(a, b))) tally.breakdown.push({ part, figures: { withdrawn: count } });
	tally.figure('withdrawn', withdrawn);
	tally.figure('withdrawalPercent', percentOf(withdrawn, enrolled));
	const retained = enrolled - withdrawn;
	return { kind: 'value', value: percentOf(retained, enrolled), unit: 'percent', numerator: retained, denominator: enrolled, basis: 'retention' };
}
