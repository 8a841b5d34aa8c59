import { describe, expect, it } from 'vitest';
import { checkBufferGoals, readGoalTable, type BufferGoal } from '../../../core/goal-alignment/index.js';
import { indexesOfFigures, withFigureIndexes } from '../../../core/goal-alignment/figures.js';

const AS_OF = '2026-10-08T08:00:00+08:00';
type Row = Readonly<Record<string, unknown>>;
const part = (name: string, value: number, open = 0): Row => ({ name, numerator: value * 10, denominator: 10, value, open });

/** A row of `pt_metrics` as a Data Table gives it back. */
function figure(period: string, value: number | null, parts: readonly Row[] = [], more: Row = {}): Row {
	return {
		id: 7, createdAt: '2026-10-01T00:00:00Z', updatedAt: '2026-10-01T00:00:00Z', metricKey: `key-${period}-0`, figureKey: `key-${period}`, metric: 'stage_dwell', level: 'company', groupKey: 'company', groupName: '', period, closed: true, revision: 0,
		result: value === null ? 'notAvailable' : 'value', value, numerator: value === null ? null : value * 30, denominator: 30, unit: 'days', asOf: '2026-10-01T08:00:00+08:00', payload: JSON.stringify({ rule: {}, evidence: [], value: { parts, figures: { open: 2 } } }), ...more,
	};
}
const QUARTERS = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const figures = (values: readonly number[], parts: (value: number) => readonly Row[] = () => []): Row[] => QUARTERS.map((period, at) => figure(period, values[at] ?? null, parts(values[at] ?? 0)));
const goals = [{ kind: 'goal', id: 'G1', name: 'Revenue', owner: 'P001', target: '35%' }];
const check = (given: readonly Row[], choices: readonly Row[], rows: readonly Row[] = goals): readonly BufferGoal[] => checkBufferGoals(withFigureIndexes(readGoalTable(rows, { source: 'table:pt_goals' }), indexesOfFigures(given, choices).indexes), { asOf: AS_OF });

describe('S5: figures of the health metrics as indexes of buffer goals', () => {
	it('S5: the mean dwell time of the company with each stage, named by the figures it rests on', () => {
		const [judged] = check(figures([20, 20, 20, 20, 24], (value) => [part('contract', value / 4, 1), part('delivery', 8)]), [{ goal: 'G1' }]);
		expect(judged?.value).toMatchObject({ goal: 'G1', target: '35%', worsened: true, period: '2026-Q3', indexUnit: 'days', index: { stage: null, value: 24, baseline: 20, worsePercent: 20, openCases: 2 } });
		expect(judged?.value.stages.map(({ stage, worsened, openCases }) => [stage, worsened, openCases])).toEqual([['contract', true, 1], ['delivery', false, 0]]);
		expect(judged?.evidence.slice(1).map(({ source, id, label }) => [source, id, label])).toEqual(['2026-Q3', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'].map((period) => ['table:pt_metrics', `key-${period}-0`, `stage_dwell · company · ${period}`]));
	});

	it('S5: a row may choose metric, group, stage, direction and a fixed baseline', () => {
		const team = '["team","Sales","Sales 1",null]';
		const given = figures([90, 90, 90, 90, 60]).map((row) => ({ ...row, metric: 'process_data_usage', groupKey: team, groupName: 'Sales 1' }));
		expect(check(given, [{ goal: 'G1', metric: 'process_data_usage', groupKey: team, better: 'higher' }])[0]?.value).toMatchObject({ worsened: true, better: 'higher' });
		expect(check(given, [{ goal: 'G1', metric: 'process_data_usage', groupKey: team }])[0]?.value).toMatchObject({ worsened: false, better: 'lower' });
		const stages = figures([20, 20, 20, 20, 30], (value) => [part('contract', value), part('delivery', 8)]);
		expect(check(stages, [{ goal: 'G1', stage: 'delivery' }])[0]?.value).toMatchObject({ worsened: false, index: { stage: 'delivery' } });
		expect(check(stages, [{ goal: 'G1', stage: 'contract', baseline: '28' }])[0]?.value).toMatchObject({ worsened: false, index: { stage: 'contract', baseline: 28 } });
	});

	it('S5: what a division rounded off makes no 15.0% a worsening', () => {
		// 1/3 → 1.15/3 is 15% exactly; the quotients of floating point say 15.00000000000001%.
		const thirds = QUARTERS.map((period, at) => ({ goal: 'G1', period, value: (at === 4 ? 1.15 : 1) / 3 }));
		expect(checkBufferGoals(readGoalTable([...goals, ...thirds], { source: 't' }), { asOf: AS_OF })[0]).toMatchObject({ value: { worsened: false }, explanation: { en: expect.stringContaining('15% worse, not more than 15%') as string } });
		const sevenths = QUARTERS.map((period, at) => figure(period, (at === 4 ? 161 : 140) / 7, [], { numerator: at === 4 ? 161 : 140, denominator: 7 }));
		expect(check(sevenths, [{ goal: 'G1' }])[0]?.value).toMatchObject({ worsened: false, index: { worsePercent: 15 } });
		expect(check(sevenths.map((row) => (row['period'] === '2026-Q3' ? { ...row, numerator: 162, value: 162 / 7 } : row)), [{ goal: 'G1' }])[0]?.value.worsened).toBe(true);
	});

	it('S5: a restated figure replaces the one before it; too few cases and suppressed ones judge nothing and are named', () => {
		const restated = [...figures([20, 20, 20, 20, 30]), figure('2026-Q3', 21, [], { metricKey: 'key-2026-Q3-1', revision: 1 })];
		expect(check(restated, [{ goal: 'G1' }])[0]?.value).toMatchObject({ worsened: false, index: { value: 21 } });
		const few = figures([20, 20, 20, 20, 30]).map((row) => (row['period'] === '2026-Q3' ? { ...row, result: 'tooFew' } : row));
		expect(check(few, [{ goal: 'G1' }])[0]?.value).toMatchObject({ result: 'notAvailable', worsened: false, missingPeriods: ['2026-Q3'] });
	});

	it('S5: figures stand in place of the index rows of the same goal, and of no other', () => {
		const own = QUARTERS.map((period) => ({ goal: 'G1', period, value: 1 }));
		const other = QUARTERS.map((period) => ({ goal: 'G2', period, value: 1 }));
		const judged = check(figures([20, 20, 20, 20, 30]), [{ goal: 'G1' }], [...goals, ...own, ...other]);
		expect(judged.map(({ subject, value }) => [subject, value.index.value])).toEqual([['G1', 30], ['G2', 1]]);
	});

	it('S5: fiscal years and periods of any length are periods', () => {
		const fiscal = figures([20, 20, 20, 20, 30]).map((row) => ({ ...row, period: `FY${String(row['period'])}` }));
		expect(check(fiscal, [{ goal: 'G1' }])[0]?.value).toMatchObject({ worsened: true, period: 'FY2026-Q3', missingPeriods: [] });
		expect(check(fiscal.slice(1), [{ goal: 'G1' }])[0]?.value.missingPeriods).toEqual(['FY2025-Q3']);
		const fortnights = ['2026-03-02/2026-03-16', '2026-03-16/2026-03-30', '2026-03-30/2026-04-13'].map((period, at) => figure(period, at === 2 ? 30 : 20));
		expect(check(fortnights, [{ goal: 'G1' }])[0]?.value).toMatchObject({ worsened: true, period: '2026-03-30/2026-04-13' });
	});

	it('S5: a choice that cannot be used is named with the remedy, and loses nothing else', () => {
		const choices = [{ goal: 'G1' }, {}, { metric: 'stage_dwell' }, { goal: 'G2', groupKey: 'nowhere' }, { goal: 'G3', better: 'up' }, { goal: 'G4', baseline: 'high' }];
		const { indexes, problems } = indexesOfFigures([...figures([20, 20, 20, 20, 30]), 'row', { metric: 'stage_dwell', groupKey: 'company', period: 'soon' }, figure('2026-Q2', 5, [], { payload: '{cut' })], choices);
		expect(new Set(indexes.map(({ goal }) => goal))).toEqual(new Set(['G1']));
		expect(problems.map(({ row, field, value }) => [row, field, value])).toEqual([[2, 'goal', null], [3, 'groupKey', 'nowhere'], [4, 'better', 'up'], [5, 'baseline', 'high']]);
		for (const { reason, remedy } of problems) expect([reason['zh-CN'], remedy['zh-CN']].join('')).toMatch(/[一-鿿]/);
	});
});
