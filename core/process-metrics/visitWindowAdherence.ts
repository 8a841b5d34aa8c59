import type { MetricDefinition } from './definitions.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { Measured } from './tally.js';
import { daysOf, missedVisits, windowOf } from './windows.js';
import { visitsOf } from './visits.js';

/**
 * 5 Visit-window adherence: performed scheduled visits whose date lies within target − before and target + after, bounds inclusive.
 * Missed and unscheduled visits are not in the denominator. Source: spec S1 (5), domain reference 1.5; ODM v2 transition and relative timing constraints.
 */
export const DEFINITION: MetricDefinition = {
	id: 'window_adherence',
	number: 5,
	version: '1.0.0',
	settings: ['visitWindows'],
	name: { en: 'Visit-window adherence', 'zh-CN': '访视窗符合率' },
	formula: {
		en: 'performed scheduled visits with target − before ≤ date ≤ target + after ÷ performed scheduled visits with a known window × 100',
		'zh-CN': '已进行且日期在（目标日 − 前窗）至（目标日 + 后窗）之间的计划访视 ÷ 已进行且访视窗已知的计划访视 × 100',
	},
	anchor: { en: 'visit date', 'zh-CN': '访视日期' },
	inputs: { en: 'visit dates; windows from the study design, the visit itself or the settings', 'zh-CN': '访视日期；来自研究设计、访视本身或设置的访视窗' },
	standard: { en: 'Windows as in CDISC ODM v2 timing constraints; limits are convention', 'zh-CN': '访视窗见 CDISC ODM v2 时间约束；限度为惯例' },
};

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	let inWindow = 0;
	let decided = 0;
	let undetermined = 0;
	let dated = 0;
	let unusable = 0;
	let anchorMissing = false;
	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		for (const visit of visitsOf(subject)) {
			if (!visit.performed || visit.kind === 'Common') continue;
			if (visit.kind === 'Unscheduled') {
				if (view.covers(subject, visit.date?.latest ?? view.asOf)) tally.increase('unscheduledLeftOut');
				continue;
			}
			const window = windowOf(visit);
			if (window.kind === 'isAnchor') continue;
			if (visit.date === null) {
				if (view.covers(subject, view.asOf)) tally.exclude('noVisitDate', visit.origin);
				continue;
			}
			if (visit.date.earliest > view.asOf || !view.includes(subject, visit.date, visit.origin)) continue;
			dated++;
			if (window.kind !== 'days') {
				unusable++;
				if (window.kind === 'anchorUnknown') anchorMissing = true;
				tally.exclude(window.kind === 'none' || window.kind === 'anchorUnknown' ? 'noWindow' : 'noAnchorDate', visit.origin);
				continue;
			}
			const days = daysOf(subject, visit.date);
			if (days.first >= window.latestStart && days.last <= window.earliestEnd) {
				inWindow++;
				decided++;
				tally.count(visit.origin);
			} else if (days.last < window.earliestStart || days.first > window.latestEnd) {
				decided++;
				tally.count(visit.origin);
				tally.increase('outOfWindow');
				tally.list('outOfWindow', visit.origin);
			} else {
				undetermined++;
				tally.exclude('partialDate', visit.origin);
			}
		}
		for (const missed of missedVisits(subject)) {
			if (!view.includesInstant(subject, missed.dueAt)) continue;
			tally.increase('missedVisits');
			tally.list('missedVisit', missed.origin);
		}
	}

	if (undetermined > 0) tally.figure('undeterminedRows', undetermined);
	if ((tally.figures.outOfWindow ?? 0) > 0) tally.note('countedTwice');
	if (decided > 0) return { kind: 'value', value: percentOf(inWindow, decided), unit: 'percent', numerator: inWindow, denominator: decided, basis: 'window_adherence' };
	if (undetermined > 0) return { kind: 'undetermined', rows: undetermined };
	const anyWindow = study.settings.visitWindows.rows.length > 0 || [...study.planned.values()].some((event) => event.window !== null);
	if (unusable > 0 && unusable === dated) return { kind: 'notAvailable', missing: [anchorMissing ? 'anchorVisit' : 'visitWindows'] };
	if (dated === 0 && tally.coverage.excluded.some(({ reason }) => reason === 'noVisitDate')) return { kind: 'notAvailable', missing: ['visitDates'] };
	return anyWindow || dated > 0 ? { kind: 'notApplicable' } : { kind: 'notAvailable', missing: ['visitWindows'] };
}
