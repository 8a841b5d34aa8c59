import type { MetricDefinition } from './definitions.js';
import { pointsOf } from './points.js';
import { queriesOf } from './queries.js';
import type { MetricView } from './scope.js';
import { percentOf } from './statistics.js';
import type { Measured } from './tally.js';

/**
 * 4 Query rate per 100 data points. Candidates are no queries, cancelled ones were asked and count. Low is not good by itself.
 * Source: spec S1 (4), domain reference 1.4.
 */
export const DEFINITION: MetricDefinition = {
	id: 'query_rate',
	number: 4,
	version: '1.0.0',
	settings: ['queries'],
	name: { en: 'Query rate', 'zh-CN': '质疑率' },
	formula: { en: 'queries opened ÷ data points first entered × 100', 'zh-CN': '发出的质疑数 ÷ 首次录入的数据点数 × 100' },
	anchor: { en: 'opening of the query; first entry of the data point', 'zh-CN': '质疑发出时间；数据点首次录入时间' },
	inputs: { en: 'queries with state and origin; data points with the time of first entry', 'zh-CN': '含状态与来源的质疑；含首次录入时间的数据点' },
	standard: {
		en: 'No common limit; compared with the median of the study itself (convention). States as in CDISC ODM v2 Query',
		'zh-CN': '无通用限度；与本研究自身的中位数比较（惯例）。状态见 CDISC ODM v2 Query',
	},
};

export function measure(view: MetricView): Measured {
	const { tally, study, window } = view;
	let opened = 0;
	let system = 0;
	let manual = 0;
	let dataPoints = 0;
	let withoutTime = 0;
	for (const subject of view.subjects) {
		if (subject.screenFailure) continue;
		for (const query of queriesOf(subject)) {
			if (!query.raised) {
				if (view.covers(subject, view.asOf)) tally.increase('candidates');
				continue;
			}
			if (query.openedAt === null) {
				if (!view.covers(subject, view.asOf)) continue;
				if (window !== null) {
					tally.exclude('noOpenTime', query.origin);
					continue;
				}
			} else if (!view.includesInstant(subject, query.openedAt)) continue;
			opened++;
			if (query.kind === 'system') system++;
			if (query.kind === 'manual') manual++;
			if (query.cancelled) tally.increase('cancelled');
			tally.count(query.cycles[0]?.opened ?? query.origin);
		}
		for (const { form, point } of pointsOf(subject)) {
			const history = study.histories.of(form, point);
			if (!history.held) continue;
			if (history.firstEntry !== null) {
				if (!view.includesInstant(subject, history.firstEntry.at)) continue;
				dataPoints++;
				tally.cite(history.firstEntry.origin);
			} else if (view.covers(subject, view.asOf)) {
				if (window === null) {
					dataPoints++;
					tally.cite(history.changes.at(-1)?.origin ?? null);
				} else {
					withoutTime++;
					tally.exclude('noEntryTime', null);
				}
			}
		}
	}

	if (window === null) tally.note('cumulative');
	const delivered = study.settings.statedInputs.includes('queries') || study.subjects.some((subject) => subject.state.queries.size > 0);
	if (!delivered) return { kind: 'notAvailable', missing: ['queryHistory'] };
	if (dataPoints === 0) return withoutTime > 0 ? { kind: 'notAvailable', missing: ['auditTrail'] } : { kind: 'notApplicable' };
	const value = percentOf(opened, dataPoints);
	const { referenceRate } = study.settings.queries;
	tally.figure('systemQueries', system);
	tally.figure('manualQueries', manual);
	tally.figure('systemRate', percentOf(system, dataPoints));
	tally.figure('manualRate', percentOf(manual, dataPoints));
	if (referenceRate !== null && referenceRate > 0) tally.figure('ratioToReference', value / referenceRate);
	return { kind: 'value', value, unit: 'per100DataPoints', numerator: opened, denominator: dataPoints, basis: 'query_rate' };
}
