import { describe, expect, it } from 'vitest';
import { calculateHealthMetrics, DEFAULT_HEALTH_SETTINGS, HEALTH_METRIC_IDS, readHealthRow, type HealthMetricId, type HealthRow, type HealthRowKind } from '../../../core/health-metrics/index.js';
import { SAMPLE_COMPANY_AS_OF, SAMPLE_COMPANY_QUARTERS, sampleCompany, sampleCompanyHeads } from '../../../core/sample/company.js';
import { zoneOf } from '../../../core/time/zone.js';

const zone = zoneOf('Asia/Shanghai');
const records = sampleCompany('zh-CN');
const rows = records.map((record): HealthRow => {
	const reading = readHealthRow(record.kind as HealthRowKind, record, {}, zone);
	if (!reading.ok) throw new Error(`${record.id}: ${JSON.stringify(reading.problems)}`);
	return reading.row;
});
const { metrics, alarms } = calculateHealthMetrics(
	{ settings: { ...DEFAULT_HEALTH_SETTINGS, asOf: SAMPLE_COMPANY_AS_OF, metrics: HEALTH_METRIC_IDS, periods: { ...DEFAULT_HEALTH_SETTINGS.periods, count: SAMPLE_COMPANY_QUARTERS } } },
	rows,
);

/** Numerator, denominator and light of a figure; of the whole company where no department is named. */
function figure(metric: HealthMetricId, period: string, department: string | null = null): unknown {
	const found = metrics.find(({ value }) => value.metric === metric && value.period.id === period && (department === null ? value.group.level === 'company' : value.group.level === 'department' && value.group.department === department));
	return found === undefined ? null : [found.value.kind, found.value.numerator, found.value.denominator, found.value.light];
}

describe('the sample company', () => {
	it('S8: is the same in every call, and no record has the key of another', () => {
		expect(sampleCompany('zh-CN')).toEqual(records);
		expect(new Set(records.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(records.length);
		expect(sampleCompany('en').map(({ id }) => id)).toEqual(records.map(({ id }) => id));
		expect(sampleCompanyHeads('en')).toHaveLength(7);
	});

	it('S12: 417 people at any time, though some come and some go', () => {
		for (const day of ['2023-12-31', '2025-06-30', '2026-09-30']) expect(records.filter(({ kind, from, until = '9999' }) => kind === 'membership' && String(from) <= day && day < String(until))).toHaveLength(417);
	});

	it('S8: 15 revisions of 100 goals are healthy, while research and development is at 0.26 twice', () => {
		for (const period of ['2026-Q2', '2026-Q3']) {
			expect(figure('goal_adjustment_frequency', period)).toEqual(['value', 15, 100, 'green']);
			expect(figure('goal_adjustment_frequency', period, '研发部')).toEqual(['value', 13, 50, 'red']);
		}
	});

	it('S8: the talks of the quality department fall to 29 %, those of the company are healthy', () => {
		expect(figure('process_data_usage', '2026-Q3', '质量部')).toEqual(['value', 9, 31, 'red']);
		expect(figure('process_data_usage', '2026-Q2', '质量部')).toMatchObject({ 3: 'yellow' });
	});

	it('S15: completeness rises from 57 % to 99.2 %, appeals fall from 6 to 1', () => {
		expect(figure('data_completeness', '2025-Q4')).toEqual(['value', 570, 1000, 'none']);
		expect(figure('data_completeness', '2026-Q1')).toEqual(['value', 992, 1000, 'none']);
		expect(figure('appeals', '2025-Q4')).toMatchObject({ 1: 6 });
		expect(figure('appeals', '2026-Q1')).toMatchObject({ 1: 1 });
	});

	it('S12: more than two minutes a day, more than 35 % invite, more than 80 % take part', () => {
		for (const metric of ['daily_use', 'organic_recommendation'] as const) expect(figure(metric, '2026-Q1')).toMatchObject({ 3: 'green' });
		expect(figure('penetration', '2026-Q1')).toEqual(['value', 350, 426, 'none']);
	});

	it('S8: alarms are new in the last quarter: goals, talks and the delivery that takes longer', () => {
		expect(alarms.filter(({ value }) => value.isNew).map(({ value }) => [value.metric, value.cause, value.group.level, value.group.department, value.group.team])).toEqual([
			['goal_adjustment_frequency', 'red', 'department', '研发部', null],
			['process_data_usage', 'red', 'department', '质量部', null],
			['stage_dwell', 'worse', 'company', null, null],
			['stage_dwell', 'worse', 'department', '生产部', null],
		]);
	});
});
