import { describe, expect, it } from 'vitest';
import { HEALTH_METRICS, healthMetricToRow, judgementOfHealthRow, readKnownHealth } from '../../../core/health-metrics/index.js';
import { TABLES } from '../../../workflows/source/parts.js';
import { ALL_METRICS, calculated, department, goalLog, person, row, team, times } from './support.js';

const STORED = (): ReturnType<typeof calculated> =>
	calculated(
		[
			...goalLog(12, [['2025-11-10', 6], ['2026-02-10', 7]], { department: 'A', team: 'one', url: 'https://goals.example/1' }),
			...times(6, (index) => row('stage', { item: `I${index}`, stage: 'review', at: '2026-02-01', person: `P${index}`, department: 'A', team: 'one' })),
			...times(3, (index) => row('stage', { item: `J${index}`, stage: 'review', at: '2026-02-01', person: `Q${index}`, department: 'A', team: 'two' })),
		],
		{ metrics: ALL_METRICS, levels: ['company', 'department', 'team', 'person'], minPersons: 5 },
	);

describe('S8: rows of a Data Table', () => {
	it('S8: a figure and an alarm come back from their rows as they were', () => {
		const { metrics, alarms } = STORED();
		expect(new Set(metrics.map(({ value }) => value.kind)).size).toBeGreaterThan(3);
		expect(alarms.length).toBeGreaterThan(0);
		for (const judgement of [...metrics, ...alarms]) {
			const read = judgementOfHealthRow(JSON.parse(JSON.stringify({ id: 1, ...healthMetricToRow(judgement), run: 'r' })) as Record<string, unknown>);
			expect(read).toEqual(JSON.parse(JSON.stringify(judgement)));
		}
	});

	it('S8: a row has the columns of its table, the group with its name and the one above, and no long payload', () => {
		const { of, alarms } = STORED();
		const figure = (group: string) => healthMetricToRow(of('2026-Q1', 'goal_adjustment_frequency', group));
		expect(Object.keys(figure('company')).sort()).toEqual(Object.keys(TABLES.pt_metrics).sort());
		expect(['company', department('A'), team('A', 'one'), person('A', 'one', 'P3')].map((group) => [figure(group).level, figure(group).groupName, figure(group).parentKey])).toEqual([
			['company', '', ''],
			['department', 'A', 'company'],
			['team', 'one', department('A')],
			['person', 'P3', team('A', 'one')],
		]);
		expect(figure(team('A', 'one'))).toMatchObject({ result: 'value', value: 7 / 12, numerator: 7, denominator: 12, unit: 'rate', light: 'red', period: '2026-Q1', periodStart: '2026-01-01', periodEnd: '2026-04-01', closed: true, revision: 0, explanation: expect.stringContaining('0.58') as string, explanationZh: expect.stringContaining('0.58') as string });
		expect(figure(person('A', 'one', 'P3')).payload.length).toBeLessThan(1_000);
		const [alarm] = alarms.map((one) => healthMetricToRow(one));
		expect(Object.keys(alarm ?? {}).sort()).toEqual(Object.keys(TABLES.pt_alarms).sort());
		expect(alarm).toMatchObject({ metric: 'goal_adjustment_frequency', level: 'company', state: 'open', firstPeriod: '2025-Q4', lastPeriod: '2026-Q1' });
	});

	it('S8: what is no row of a figure is named by its place', () => {
		const [metric] = STORED().metrics;
		const good = metric === undefined ? {} : healthMetricToRow(metric);
		const rows = [good, {}, null, { ...good, payload: '{' }, { ...good, metric: 'none' }, { ...good, groupKey: '["?"]' }, { alarmKey: 'a', payload: '{}' }, 'text'];
		expect(readKnownHealth(rows).unread).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(HEALTH_METRICS).toHaveLength(11);
	});
});
