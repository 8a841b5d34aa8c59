import type { Moment } from '../time/moment.js';
import type { MetricDefinition } from './definitions.js';
import type { SubjectFacts } from './facts.js';
import { compareChanges } from './history.js';
import type { Origin } from './origin.js';
import { momentOf, recordsOf, type MappedRecord } from './records.js';
import type { MetricView } from './scope.js';
import { ascending, mean, median, percentOf } from './statistics.js';
import type { Measured } from './tally.js';

const HOUR = 3_600_000;

/**
 * 2 SAE reporting timeliness: share of serious adverse events reported to the sponsor within the limit after the investigator's awareness.
 * Elapsed clock time; exactly at the limit is on time; a date without time is the interval of that day.
 * Device trials: 24 h (device GCP, Order 28 of 2022). Drug trials: immediately (ICH E6(R3) Annex 1, 2.7.2(b)), so elapsed time without
 * verdict unless the protocol sets a limit. Source: spec S1 (2), domain reference 1.2.
 */
export const DEFINITION: MetricDefinition = {
	id: 'sae_timeliness',
	number: 2,
	version: '1.0.0',
	settings: ['seriousEvents'],
	name: { en: 'SAE reporting timeliness', 'zh-CN': 'SAE 报告及时率' },
	formula: {
		en: 'SAEs first reported within the limit after awareness ÷ (reported SAEs + unreported SAEs already past the limit) × 100; without a limit: median hours from awareness to first report',
		'zh-CN': '获知后时限内首次报告的 SAE ÷（已报告的 SAE + 已超时限仍未报告的 SAE）× 100；无时限时：获知至首次报告用时的中位数（小时）',
	},
	anchor: { en: 'awareness', 'zh-CN': '获知时间' },
	inputs: { en: 'mapped items: seriousness, awareness date and time, first report date and time', 'zh-CN': '映射数据项：严重性、获知日期与时间、首次报告日期与时间' },
	standard: {
		en: 'Device trials: 24 hours (China, Good Clinical Practice for Medical Devices, Order 28 of 2022). Drug trials: immediately (ICH E6(R3) Annex 1, 2.7.2(b)). Seriousness: ICH E2A II.B',
		'zh-CN': '器械试验：24 小时（医疗器械临床试验质量管理规范，2022 年第 28 号）。药物试验：立即（ICH E6(R3) 附件 1，2.7.2(b)）。严重性：ICH E2A II.B',
	},
};

/** How one event stands; hours only where both times are exact. */
type Standing = { readonly kind: 'onTime' | 'late' | 'undetermined' | 'elapsed'; readonly hours: number | null } | { readonly kind: 'pending' | 'overdue' | 'unreported' };

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const { seriousEvent } = study.mapping;
	const { trialKind, deviceLimitHours, drugLimitHours } = study.settings.seriousEvents;
	const limit = trialKind === 'device' ? deviceLimitHours : drugLimitHours;
	if (!seriousEvent) return { kind: 'notAvailable', missing: ['seriousEventMapping'] };
	if (seriousEvent.awarenessItems.length === 0) return { kind: 'notAvailable', missing: ['awarenessItem'] };
	const items = [seriousEvent.seriousItem, ...seriousEvent.awarenessItems, ...seriousEvent.reportItems];
	if (!study.anySeen(items) && !study.settings.statedInputs.includes('seriousEvents')) return { kind: 'notAvailable', missing: ['seriousEventRecords'] };
	if (seriousEvent.reportItems.length === 0) tally.note('firstEntryIsProxy');

	let onTime = 0;
	let decided = 0;
	let undetermined = 0;
	const hours: number[] = [];
	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		for (const record of recordsOf(subject, [...items, seriousEvent.exemptItem])) {
			if (!isSerious(record, seriousEvent)) continue;
			const aware = momentOf(subject, record, seriousEvent.awarenessItems);
			const report = reportOf(subject, record, seriousEvent.reportItems);
			if (aware === null) {
				if (view.covers(subject, view.asOf)) tally.exclude('noAwareness', record.origin);
				continue;
			}
			if (!view.includes(subject, aware, record.origin)) continue;
			if (seriousEvent.exemptItem !== null && isYes(record.values.get(seriousEvent.exemptItem)?.value)) {
				tally.increase('exempt');
				continue;
			}
			if (aware.earliest > view.asOf) {
				tally.exclude('awarenessAfterAsOf', record.origin);
				continue;
			}
			const reported = report !== null && report.moment.earliest <= view.asOf ? report : null;
			if (reported !== null && reported.moment.latest < aware.earliest) {
				tally.exclude('reportBeforeAwareness', record.origin);
				continue;
			}
			const standing = standingOf(subject, aware, reported?.moment ?? null, limit, view.asOf);
			switch (standing.kind) {
				case 'pending':
					tally.increase('pending');
					break;
				case 'unreported':
					tally.increase('unreported');
					break;
				case 'overdue':
					decided++;
					tally.count(record.origin);
					tally.increase('late');
					tally.increase('lateUnreported');
					tally.list('late', record.origin);
					break;
				case 'undetermined':
					undetermined++;
					tally.exclude('partialDate', record.origin);
					break;
				default:
					decided++;
					tally.count(record.origin, reported?.origin ?? null);
					if (standing.hours !== null) hours.push(standing.hours);
					if (standing.kind === 'onTime') onTime++;
					if (standing.kind === 'late') {
						tally.increase('late');
						tally.list('late', record.origin);
					}
			}
		}
	}

	const sorted = ascending(hours);
	tally.figure('meanHours', mean(sorted));
	tally.figure('longestHours', sorted.at(-1) ?? null);
	if (undetermined > 0) tally.figure('undeterminedRows', undetermined);
	if (limit === null) {
		tally.note('noDrugLimit');
		const value = median(sorted);
		if (value !== null) return { kind: 'value', value, unit: 'hours', numerator: null, denominator: sorted.length, basis: 'sae_elapsed' };
	} else if (decided > 0) return { kind: 'value', value: percentOf(onTime, decided), unit: 'percent', numerator: onTime, denominator: decided, basis: 'sae_timeliness' };
	const open = undetermined + (tally.coverage.excluded.find(({ reason }) => reason === 'noAwareness')?.count ?? 0);
	return open > 0 ? { kind: 'undetermined', rows: open } : { kind: 'notApplicable' };
}

function standingOf(subject: SubjectFacts, aware: Moment, report: Moment | null, limitHours: number | null, asOf: number): Standing {
	if (report === null) {
		if (limitHours === null) return { kind: 'unreported' };
		const limit = limitHours * HOUR;
		if (asOf - aware.latest > limit) return { kind: 'overdue' };
		return asOf - aware.earliest <= limit ? { kind: 'pending' } : { kind: 'undetermined', hours: null };
	}
	const exact = aware.earliest === aware.latest && report.earliest === report.latest;
	const hours = exact ? (report.earliest - aware.earliest) / HOUR : null;
	if (limitHours === null) return exact ? { kind: 'elapsed', hours } : { kind: 'undetermined', hours: null };
	const limit = limitHours * HOUR;
	// One local day is on time even where the clocks made it 25 hours long.
	const sameDay = limitHours >= 24 && subject.day(aware.earliest) === subject.day(report.latest);
	if (sameDay || report.latest - aware.earliest <= limit) return { kind: 'onTime', hours };
	return report.earliest - aware.latest > limit ? { kind: 'late', hours } : { kind: 'undetermined', hours };
}

/** The earliest of the report items (follow-up reports do not reset), else the first entry of the record as a proxy. */
function reportOf(subject: SubjectFacts, record: MappedRecord, items: readonly string[]): { readonly moment: Moment; readonly origin: Origin } | null {
	if (items.length === 0) {
		const entries = record.all.map((value) => value.history.firstEntry).filter((change) => change !== null);
		const first = entries.sort(compareChanges)[0];
		return first ? { moment: { earliest: first.at, latest: first.at, precision: 'second', zoneAssumed: false, irregular: false }, origin: first.origin } : null;
	}
	const combined = momentOf(subject, record, items);
	const others = items.map((item) => subject.moment(record.values.get(item)?.value ?? null)).filter((moment) => moment !== null);
	const earliest = others.reduce<Moment | null>((best, one) => (best === null || one.latest < best.earliest ? one : best), combined);
	return earliest === null ? null : { moment: earliest, origin: record.origin };
}

function isSerious(record: MappedRecord, mapping: { readonly seriousItem: string | null; readonly seriousValues: readonly string[]; readonly awarenessItems: readonly string[]; readonly reportItems: readonly string[] }): boolean {
	if (mapping.seriousItem === null) return [...mapping.awarenessItems, ...mapping.reportItems].some((item) => record.values.has(item));
	const value = record.values.get(mapping.seriousItem)?.value;
	return value !== undefined && mapping.seriousValues.includes(value);
}

const NO = new Set(['', 'N', 'NO', '0', 'FALSE', '否']);

function isYes(value: string | undefined): boolean {
	return value !== undefined && !NO.has(value.trim().toUpperCase());
}
