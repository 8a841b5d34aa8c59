import type { MetricDefinition } from './definitions.js';
import { compareChanges, type PointHistory } from './history.js';
import type { Origin } from './origin.js';
import { pointsOf } from './points.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { Change, MappedPoint } from './studyEvidence.js';
import type { Measured } from './tally.js';
import type { ProcessMetricSettings } from './settings.js';

/**
 * 8 Source-data-verification coverage: verified data points ÷ data points that require it and hold data, as they stand at `asOf`.
 * A value changed after its verification is no longer verified. Never assumes that everything is required.
 * Source: spec S1 (8), domain reference 1.8.
 */
export const DEFINITION: MetricDefinition = {
	id: 'sdv_coverage',
	number: 8,
	version: '1.0.0',
	settings: ['sourceDataVerification'],
	name: { en: 'Source-data-verification coverage', 'zh-CN': '源数据核查覆盖率' },
	formula: {
		en: 'data points that require verification, hold data and are verified in their present value ÷ data points that require verification and hold data × 100',
		'zh-CN': '需核查、有数据且现值已核查的数据点 ÷ 需核查且有数据的数据点 × 100',
	},
	anchor: { en: 'none: as it stands at the as-of time', 'zh-CN': '无：按统计时点的状态' },
	inputs: { en: 'verification flags; requirement flags or a plan in the settings; audit trail for changes after verification', 'zh-CN': '核查标记；需核查标记或设置中的核查计划；用于识别核查后修改的稽查轨迹' },
	standard: { en: 'Share of the monitoring plan; the plan itself may be 10 to 100 % (risk-based monitoring, convention)', 'zh-CN': '以监查计划为 100%；计划本身可为 10% 至 100%（基于风险的监查，惯例）' },
};

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const { plan } = study.settings.sourceDataVerification;
	let required = 0;
	let verified = 0;
	let flagged = 0;
	let unknown = 0;
	for (const subject of view.subjectsNow) {
		if (subject.screenFailure) continue;
		for (const place of pointsOf(subject)) {
			const history = study.histories.of(place.form, place.point);
			const state = verificationOf(history);
			if (state !== null) flagged++;
			const isRequired = state?.required ?? requiredByPlan(plan, place);
			if (isRequired === false) continue;
			if (!history.filled) {
				if (isRequired === true) tally.increase('requiredEmpty');
				continue;
			}
			if (isRequired === null) {
				if (state === null) continue;
				unknown++;
				tally.exclude('requirementUnknown', null);
				continue;
			}
			required++;
			tally.count(state?.origin ?? history.changes.at(-1)?.origin ?? null);
			if (state?.verified !== true) continue;
			const changed = changedAfter(history, state.verifiedAt);
			if (changed === null) verified++;
			else {
				tally.increase('changedAfterVerification');
				tally.list('changedAfterVerification', changed);
			}
		}
	}
	if (flagged === 0) return study.subjects.some(hasFlags) ? { kind: 'notApplicable' } : { kind: 'notAvailable', missing: plan === null ? ['sdvFlags', 'sdvPlan'] : ['sdvFlags'] };
	if (required === 0) return unknown > 0 ? { kind: 'notAvailable', missing: ['sdvPlan'] } : { kind: 'notApplicable' };
	return { kind: 'value', value: percentOf(verified, required), unit: 'percent', numerator: verified, denominator: required, basis: 'sdv_coverage' };

	function hasFlags(subject: MetricView['subjects'][number]): boolean {
		for (const { point } of pointsOf(subject)) if (point.changes.some((change) => change.sdv !== null)) return true;
		return false;
	}
}

interface Verification {
	readonly required: boolean | null;
	readonly verified: boolean;
	/** Null: verified, time not known. */
	readonly verifiedAt: number | null;
	readonly origin: Origin;
}

/** The last word on verification; the requirement is the last one stated. */
function verificationOf(history: PointHistory): Verification | null {
	let required: boolean | null = null;
	let last: Change | null = null;
	for (const change of history.changes) {
		if (!change.sdv) continue;
		if (change.sdv.required !== null) required = change.sdv.required;
		if (last === null || compareStated(change, last) >= 0) last = change;
	}
	if (!last?.sdv) return null;
	return { required, verified: last.sdv.verified, verifiedAt: last.sdv.at, origin: last.origin };
}

function compareStated(a: Change, b: Change): number {
	const atA = a.sdv?.at ?? a.at;
	const atB = b.sdv?.at ?? b.at;
	return atA === atB ? compareChanges(a, b) : atA < atB ? -1 : 1;
}

/** The first change after the verification; null: the verified value still stands. Without a time the source's flag is believed. */
function changedAfter(history: PointHistory, verifiedAt: number | null): Origin | null {
	if (verifiedAt === null) return null;
	return history.corrections.find((change) => change.at > verifiedAt)?.origin ?? null;
}

function requiredByPlan(plan: ProcessMetricSettings['sourceDataVerification']['plan'], { form, point }: MappedPoint): boolean | null {
	if (plan === null) return null;
	if (plan === 'all') return true;
	return 'items' in plan ? plan.items.includes(point.item) : plan.forms.includes(form.form);
}
