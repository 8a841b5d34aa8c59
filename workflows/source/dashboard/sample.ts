/* Two metrics in two quarters, so that a page can be made before anything is connected. The whole sample company comes with the health metrics. */

interface SampleFigure {
	readonly metric: 'goal_adjustment_frequency' | 'process_data_usage';
	readonly period: '2026-Q1' | '2026-Q2';
	readonly value: number;
	readonly numerator: number;
	readonly denominator: number;
	readonly unit: 'rate' | 'percent';
	readonly light: 'green' | 'red';
	readonly en: string;
	readonly zh: string;
}

const QUARTERS = { '2026-Q1': ['2026-01-01', '2026-04-01'], '2026-Q2': ['2026-04-01', '2026-07-01'] } as const;

const FIGURES: readonly SampleFigure[] = [
	{ metric: 'goal_adjustment_frequency', period: '2026-Q1', value: 0.15, numerator: 15, denominator: 100, unit: 'rate', light: 'green', en: 'Sample: goal adjustment frequency, whole company, 2026-Q1: 0.15 (15 formal revisions ÷ 100 goals); green light (green up to 0.15, red over 0.25).', zh: '示例：目标动态调整频次，全公司，2026-Q1：0.15（15 次正式修订 ÷ 100 个目标）；绿灯（不超过 0.15 为绿灯，超过 0.25 为红灯）。' },
	{ metric: 'goal_adjustment_frequency', period: '2026-Q2', value: 0.26, numerator: 26, denominator: 100, unit: 'rate', light: 'red', en: 'Sample: goal adjustment frequency, whole company, 2026-Q2: 0.26 (26 formal revisions ÷ 100 goals); red light (green up to 0.15, red over 0.25).', zh: '示例：目标动态调整频次，全公司，2026-Q2：0.26（26 次正式修订 ÷ 100 个目标）；红灯（不超过 0.15 为绿灯，超过 0.25 为红灯）。' },
	{ metric: 'process_data_usage', period: '2026-Q1', value: 65, numerator: 13, denominator: 20, unit: 'percent', light: 'green', en: 'Sample: process-data usage, whole company, 2026-Q1: 65.0% (13 talks with a citation ÷ 20 talks); green light (green from 65%, red under 30%).', zh: '示例：过程数据调用率，全公司，2026-Q1：65.0%（13 次有引用的谈话 ÷ 20 次谈话）；绿灯（65% 及以上为绿灯，低于 30% 为红灯）。' },
	{ metric: 'process_data_usage', period: '2026-Q2', value: 25, numerator: 5, denominator: 20, unit: 'percent', light: 'red', en: 'Sample: process-data usage, whole company, 2026-Q2: 25.0% (5 talks with a citation ÷ 20 talks); red light (green from 65%, red under 30%).', zh: '示例：过程数据调用率，全公司，2026-Q2：25.0%（5 次有引用的谈话 ÷ 20 次谈话）；红灯（65% 及以上为绿灯，低于 30% 为红灯）。' },
];

/** Rows by table, as the tables hold them. */
export const sampleTables = {
	pt_metrics: FIGURES.map(({ metric, period, value, numerator, denominator, unit, light, en, zh }) => ({
		metricKey: `sample-${metric}-${period}-0`,
		figureKey: `sample-${metric}-${period}`,
		kind: 'healthMetric',
		metric,
		level: 'company',
		groupKey: 'company',
		groupName: '',
		parentKey: '',
		period,
		periodStart: QUARTERS[period][0],
		periodEnd: QUARTERS[period][1],
		closed: true,
		revision: 0,
		result: 'value',
		value,
		numerator,
		denominator,
		unit,
		light,
		explanation: en,
		explanationZh: zh,
		asOf: '2026-07-15T08:00:00+08:00',
		run: 'sample',
		payload: JSON.stringify({ rule: { id: metric, version: '1.0.0', parameters: {} }, evidence: [{ source: 'rows:sample', id: `sample-${period}`, time: `${QUARTERS[period][0]}T01:00:00Z` }], value: { evidenceTotal: denominator } }),
	})),
};
