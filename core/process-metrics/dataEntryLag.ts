import type { MetricDefinition } from './definitions.js';
import type { MetricView } from './scope.js';
import { ascending, mean, median, percentile, percentOf } from './statistics.js';
import type { Measured } from './tally.js';
import { visitsOf, type VisitFacts } from './visits.js';

/**
 * 1 Data-entry lag: days from the visit to the first entry of any of its items.
 * Dates without time are counted in local calendar days, times in elapsed days. Percentile by nearest rank.
 * Source: spec S1 (1), domain reference 1.1.
 */
export const DEFINITION: MetricDefinition = {
	id: 'entry_lag',
	number: 1,
	version: '1.0.0',
	settings: ['entryLag'],
	name: { en: 'Data-entry lag', 'zh-CN': '数据录入时滞' },
	formula: {
		en: 'median over visits of (first entry of any item of the visit − visit date), in days',
		'zh-CN': '各次访视（该访视任一数据项首次录入时间 − 访视日期）的中位数，单位为天',
	},
	anchor: { en: 'first entry', 'zh-CN': '首次录入时间' },
	inputs: { en: 'visit date (attribute or mapped item); audit trail with the time of entry', 'zh-CN': '访视日期（属性或映射数据项）；含录入时间的稽查轨迹' },
	standard: {
		en: 'No standard sets the limits; mean over 5 days and over 7 days are customary (key-risk-indicator practice)',
		'zh-CN': '限度无标准规定；平均值超过 5 天、超过 7 天为惯例（关键风险指标实践）',
	},
};

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const { includeUnscheduled, limitDays } = study.settings.entryLag;
	const lags: number[] = [];
	const importedLags: number[] = [];
	let imported = 0;
	let oldest = -1;
	let undetermined = 0;
	let withDate = 0;
	let withEntryTime = 0;

	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		for (const visit of visitsOf(subject)) {
			if (!visit.performed || visit.kind === 'Common' || isLogOnly(visit)) continue;
			if (visit.kind === 'Unscheduled' && !includeUnscheduled) {
				if (view.covers(subject, visit.date?.latest ?? view.asOf)) tally.increase('unscheduledLeftOut');
				continue;
			}
			const { firstEntry, date } = visit;
			if (date !== null) withDate++;
			if (firstEntry !== null) withEntryTime++;
			if (firstEntry === null) {
				if (date === null || date.earliest > view.asOf || !view.covers(subject, date.latest)) continue;
				if (visit.hasData || visit.entryUnknown) {
					tally.exclude('noEntryTime', visit.origin);
					continue;
				}
				tally.increase('notEntered');
				tally.list('notEntered', visit.origin);
				if (isExactDay(visit)) oldest = Math.max(oldest, subject.day(view.asOf) - subject.day(date.earliest));
				continue;
			}
			if (!view.includesInstant(subject, firstEntry.at)) continue;
			if (date === null) {
				tally.exclude('noVisitDate', firstEntry.origin);
				continue;
			}
			const lag = lagDays(visit, firstEntry.at);
			if (lag === null) {
				undetermined++;
				tally.exclude('partialDate', visit.origin);
			} else if (lag < 0) tally.exclude('negativeLag', visit.origin);
			else if (firstEntry.imported || (firstEntry.by !== null && study.mapping.systemUsers.includes(firstEntry.by))) {
				imported++;
				importedLags.push(lag);
			} else {
				lags.push(lag);
				tally.count(visit.dateOrigin, firstEntry.origin);
			}
		}
	}

	const sorted = ascending(lags);
	const value = median(sorted);
	const overLimit = sorted.filter((lag) => lag > limitDays).length;
	tally.figure('meanDays', mean(sorted));
	tally.figure('p90Days', percentile(sorted, 90));
	if (oldest >= 0) tally.figure('oldestNotEnteredDays', oldest);
	if (imported > 0) {
		tally.figure('imported', imported);
		tally.figure('importedMedianDays', median(ascending(importedLags)));
	}
	if (undetermined > 0) tally.figure('undeterminedRows', undetermined);
	if (value !== null) {
		tally.figure('overLimit', overLimit);
		tally.figure('overLimitPercent', percentOf(overLimit, sorted.length));
		return { kind: 'value', value, unit: 'days', numerator: null, denominator: sorted.length, basis: 'entry_lag' };
	}
	if (undetermined > 0) return { kind: 'undetermined', rows: undetermined };
	const excluded = tally.coverage.excluded;
	if (withDate === 0 && excluded.some(({ reason }) => reason === 'noVisitDate')) return { kind: 'notAvailable', missing: ['visitDates'] };
	if (withEntryTime === 0 && excluded.some(({ reason }) => reason === 'noEntryTime')) return { kind: 'notAvailable', missing: ['auditTrail'] };
	return { kind: 'notApplicable' };
}

/** Negative for an entry before the visit, null where a partial date leaves the days open. */
function lagDays(visit: VisitFacts, entry: number): number | null {
	const { date, subject } = visit;
	if (date === null) return null;
	if (date.earliest === date.latest) return (entry - date.earliest) / 86_400_000;
	if (entry < date.earliest) return -1;
	return isExactDay(visit) ? subject.day(entry) - subject.day(date.earliest) : null;
}

/** Known to the local day: the hour may be missing, the day may not. */
function isExactDay({ date, subject }: VisitFacts): boolean {
	return date !== null && subject.day(date.earliest) === subject.day(date.latest);
}

function isLogOnly(visit: VisitFacts): boolean {
	const { logForms } = visit.subject.study.mapping;
	return visit.date === null && visit.state.forms.size > 0 && [...visit.state.forms.values()].every((form) => logForms.includes(form.form));
}
