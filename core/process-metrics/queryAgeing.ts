import type { MetricDefinition } from './definitions.js';
import { queriesOf } from './queries.js';
import type { MetricView } from './scope.js';
import { ascending, mean, median, percentile } from './statistics.js';
import type { Measured } from './tally.js';
import type { FigureKey } from './texts.js';

const DAY = 86_400_000;
const GROUPS: readonly FigureKey[] = ['openGroup1', 'openGroup2', 'openGroup3', 'openGroup4'];

/**
 * 3 Query ageing: response time (opening to first answer, one per cycle) and, apart from it, the age of open queries at `asOf`.
 * Source: spec S1 (3), domain reference 1.3; states: ODM v2 Query/@State.
 */
export const DEFINITION: MetricDefinition = {
	id: 'query_age',
	number: 3,
	version: '1.0.0',
	settings: ['queries'],
	name: { en: 'Query ageing', 'zh-CN': '质疑时效' },
	formula: {
		en: 'median over query cycles of (first answer − opening), in days; beside it the age of open queries at the as-of time',
		'zh-CN': '各质疑周期（首次答复 − 发出）的中位数，单位为天；另列统计时点未答复质疑的账龄',
	},
	anchor: { en: 'answer', 'zh-CN': '答复时间' },
	inputs: { en: 'query history: state and time of each change', 'zh-CN': '质疑历史：每次状态变化及其时间' },
	standard: {
		en: 'States as in CDISC ODM v2 Query; limits are convention, set in the data management plan',
		'zh-CN': '状态见 CDISC ODM v2 Query；限度为惯例，由数据管理计划规定',
	},
};

export function measure(view: MetricView): Measured {
	const { tally, study } = view;
	const responses: number[] = [];
	const ages: number[] = [];
	let withHistory = 0;
	let withoutHistory = 0;
	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		for (const query of queriesOf(subject)) {
			if (!query.raised) {
				if (view.covers(subject, view.asOf)) tally.increase('candidates');
				continue;
			}
			if (query.cancelled) {
				if (view.covers(subject, view.asOf)) tally.increase('cancelled');
				continue;
			}
			if (query.hasHistory) withHistory++;
			else withoutHistory++;
			for (const cycle of query.cycles) {
				if (cycle.answered === null) {
					if (!view.covers(subject, view.asOf)) continue;
					tally.increase('openQueries');
					if (cycle.openedAt === null) {
						tally.exclude('noOpenTime', cycle.opened);
						continue;
					}
					const age = (view.asOf - cycle.openedAt) / DAY;
					ages.push(age);
					if (age > study.settings.queries.ageGroups[2]) tally.list('openTooLong', cycle.opened);
					continue;
				}
				if (cycle.answeredAt !== null ? !view.includesInstant(subject, cycle.answeredAt) : !view.covers(subject, view.asOf)) continue;
				if (!query.hasHistory) tally.exclude('noHistory', cycle.answered);
				else if (cycle.openedAt === null || cycle.answeredAt === null) tally.exclude('noOpenTime', cycle.answered);
				else {
					responses.push((cycle.answeredAt - cycle.openedAt) / DAY);
					if (cycle.closedUnanswered) tally.increase('closedUnanswered');
					tally.count(cycle.opened, cycle.answered);
				}
			}
		}
	}

	const sorted = ascending(responses);
	const open = ascending(ages);
	tally.figure('meanDays', mean(sorted));
	tally.figure('p90Days', percentile(sorted, 90));
	tally.figure('openMedian', median(open));
	tally.figure('openOldest', open.at(-1) ?? null);
	for (const age of open) {
		const group = study.settings.queries.ageGroups.findIndex((upper) => age <= upper);
		tally.increase(GROUPS[group === -1 ? 3 : group] ?? 'openGroup4');
	}
	const value = median(sorted);
	if (value !== null) return { kind: 'value', value, unit: 'days', numerator: null, denominator: sorted.length, basis: 'query_age' };
	const stated = study.settings.statedInputs.includes('queries') || study.subjects.some((subject) => subject.state.queries.size > 0);
	if (!stated || (withoutHistory > 0 && withHistory === 0)) return { kind: 'notAvailable', missing: ['queryHistory'] };
	return { kind: 'notApplicable' };
}
