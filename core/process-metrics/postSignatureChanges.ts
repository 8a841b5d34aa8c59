import type { MetricDefinition } from './definitions.js';
import type { SubjectFacts } from './facts.js';
import type { PointHistory } from './history.js';
import { compareOrigins, type Origin } from './origin.js';
import { pointsOf } from './points.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { MappedPoint } from './studyEvidence.js';
import type { Measured } from './tally.js';

/**
 * 11 Post-signature change rate: data points changed after the first signature that covers them ÷ data points under a signature.
 * A signature covers everything below its place that held data at its time. The window takes data points by that first signature.
 * Source: spec S1 (11), domain reference 1.11; ODM Signature, SignatureDef.
 */
export const DEFINITION: MetricDefinition = {
	id: 'post_sign_change',
	number: 11,
	version: '1.0.0',
	settings: [],
	name: { en: 'Post-signature change rate', 'zh-CN': '签名后修改率' },
	formula: { en: 'distinct data points changed after the first signature covering them ÷ data points under a signature × 100', 'zh-CN': '首次覆盖签名之后被修改的数据点（去重）÷ 已签名覆盖的数据点 × 100' },
	anchor: { en: 'first signature covering the data point', 'zh-CN': '首次覆盖该数据点的签名' },
	inputs: { en: 'signatures with place and time; audit trail with time and reason for change', 'zh-CN': '含位置与时间的电子签名；含时间与修改原因的稽查轨迹' },
	standard: { en: 'Signatures as in CDISC ODM; the limits of 1 and 2 % are convention', 'zh-CN': '电子签名见 CDISC ODM；1% 与 2% 的限度为惯例' },
};

interface Covering {
	readonly at: number;
	readonly origin: Origin;
	covers(place: MappedPoint): boolean;
}

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	let signed = 0;
	let changed = 0;
	let events = 0;
	let resigned = 0;
	let withoutReason = 0;
	let withTime = 0;
	let withoutTime = 0;
	let withoutHistory = 0;
	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		const signatures = signaturesOf(subject);
		withTime += signatures.length;
		for (const signature of subject.state.signatures) {
			if (signature.stamped) continue;
			withoutTime++;
			if (view.covers(subject, view.asOf)) tally.exclude('signatureWithoutTime', signature.origin);
		}
		if (signatures.length === 0) continue;
		for (const place of pointsOf(subject)) {
			const covering = signatures.filter((signature) => signature.covers(place));
			if (covering.length === 0) continue;
			const history = study.histories.of(place.form, place.point);
			const first = covering.find((signature) => heldDataAt(history, signature.at));
			if (first === undefined) {
				if (history.held && history.firstEntry === null && view.covers(subject, view.asOf)) {
					withoutHistory++;
					tally.exclude('noEntryTime', null);
				}
				continue;
			}
			if (!view.includesInstant(subject, first.at)) continue;
			signed++;
			tally.count(first.origin);
			const changes = history.corrections.filter((change) => change.at > first.at);
			const last = changes.at(-1);
			if (last === undefined) continue;
			changed++;
			events += changes.length;
			tally.list('changedAfterSignature', last.origin);
			if (covering.some((signature) => signature.at > last.at)) resigned++;
			for (const change of changes) {
				if (change.reasoned) continue;
				withoutReason++;
				tally.list('changeWithoutReason', change.origin);
			}
		}
	}
	if (signed > 0) {
		tally.figure('changeEvents', events);
		tally.figure('resigned', resigned);
		tally.figure('withoutReason', withoutReason);
		return { kind: 'value', value: percentOf(changed, signed), unit: 'percent', numerator: changed, denominator: signed, basis: 'post_sign_change' };
	}
	if (withoutHistory > 0) return { kind: 'notAvailable', missing: ['auditTrail'] };
	if (withoutTime > 0 && withTime === 0) return { kind: 'notAvailable', missing: ['signatureTimes'] };
	const delivered = study.settings.statedInputs.includes('signatures') || study.subjects.some((subject) => signaturesOf(subject).length > 0);
	return delivered ? { kind: 'notApplicable' } : { kind: 'notAvailable', missing: ['signatures'] };
}

/** Signatures with a time, in order; a form or visit whose declared state is 'signed' has been signed as a whole. */
function signaturesOf(subject: SubjectFacts): readonly Covering[] {
	const found: Covering[] = [];
	for (const { at, stamped, data, origin } of subject.state.signatures) {
		if (!stamped) continue;
		found.push({
			at,
			origin,
			covers: ({ form, point }) =>
				fits(data.event, form.visit.event) &&
				fits(data.eventRepeat, form.visit.eventRepeat) &&
				fits(data.form, form.form) &&
				fits(data.formRepeat, form.formRepeat) &&
				fits(data.group, point.group) &&
				fits(data.item, point.item),
		});
	}
	for (const visit of subject.state.visits.values()) {
		for (const { at, stamped, data, origin } of visit.records) {
			if (stamped && data.status === 'signed') found.push({ at, origin, covers: ({ form }) => form.visit === visit });
		}
		for (const state of visit.forms.values()) {
			for (const { data, origin } of state.records) {
				if (data.status === 'signed' && data.declaredAt !== null) found.push({ at: data.declaredAt, origin, covers: ({ form }) => form === state });
			}
		}
	}
	// Of two signatures at one stamp the fact itself decides which is first, never the order of arrival.
	return found.sort((a, b) => a.at - b.at || compareOrigins(a.origin, b.origin));
}

function fits(wanted: string | null, found: string | null): boolean {
	return wanted === null || wanted === found;
}

/** Statements without a stamp tell nothing of that time. */
function heldDataAt(history: PointHistory, at: number): boolean {
	let filled = false;
	for (const change of history.changes) {
		if (change.at > at) break;
		if (change.stamped) filled = change.filled;
	}
	return filled;
}
