import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBufferGoals, readGoalTable, type BufferGoal, type BufferGoalSettings } from '../../../core/goal-alignment/index.js';

const AS_OF = '2026-10-08T08:00:00+08:00';
const goal = { kind: 'goal', id: 'G1', name: 'Revenue', owner: 'P001', target: '35%' };
type Row = Readonly<Record<string, unknown>>;

/** Index rows of consecutive quarters, the last of them 2026-Q3. */
function quarters(values: ReadonlyArray<number | null>, more: Row = {}): Row[] {
	return values.flatMap((value, at) => {
		const order = 2026 * 4 + 2 - (values.length - 1 - at);
		return value === null ? [] : [{ goal: 'G1', period: `${Math.floor(order / 4)}-Q${(order % 4) + 1}`, value, unit: 'days', ...more }];
	});
}
const check = (rows: readonly Row[], settings: Partial<BufferGoalSettings> = {}): readonly BufferGoal[] => checkBufferGoals(readGoalTable([goal, ...rows], { source: 'table:goals' }), { asOf: AS_OF, ...settings });
const only = (rows: readonly Row[], settings: Partial<BufferGoalSettings> = {}): BufferGoal => {
	const [judged, ...others] = check(rows, settings);
	if (judged === undefined || others.length > 0) throw new Error(`one judgement expected, there are ${others.length + (judged === undefined ? 0 : 1)}`);
	return judged;
};

describe('S5: an index that worsens by strictly more than 15% starts a goal re-check', () => {
	it.each([
		[20, 23.0, false, 15],
		[20, 23.1, true, 15.5],
		[20, 23.000001, true, 15.000005],
		[0.2, 0.23, false, 15],
		[20, 17, false, -15],
	])('S5: baseline %d, now %d: worsened %s (%d%%)', (base, now, worsened, percent) => {
		const { value } = only(quarters([base, base, base, base, now]));
		expect([value.worsened, value.index.worsePercent]).toEqual([worsened, percent]);
		expect(value.episode === null).toBe(!worsened);
	});

	it('S5: where a higher index is better, 60% → 51% is 15.0% and no worsening', () => {
		expect(only(quarters([60, 60, 51]), { better: 'higher' }).value).toMatchObject({ worsened: false, index: { worsePercent: 15 } });
		expect(only(quarters([60, 60, 50.9]), { better: 'higher' }).value.worsened).toBe(true);
	});

	it('S5: the baseline is the median of the last 4 closed periods, of which 2 must have a value', () => {
		expect(only(quarters([100, 10, 20, 30, 40, 26])).value).toMatchObject({ index: { baseline: 25 }, baselinePeriods: ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'] });
		const gaps = only(quarters([10, null, null, 30, 26]));
		expect(gaps.value).toMatchObject({ result: 'value', index: { baseline: 20 }, missingPeriods: ['2025-Q4', '2026-Q1'] });
		expect(gaps.explanation.en).toContain('Without a value: 2025-Q4, 2026-Q1.');
		expect(only(quarters([10, null, null, null, null, 26])).value).toMatchObject({ result: 'notAvailable', worsened: false, episode: null, index: { baseline: null } });
	});

	it('S5: the baseline may be the period before, the same period last year, or fixed', () => {
		const rows = quarters([10, 20, 20, 20, 22]);
		expect(only(rows, { baseline: 'previous' }).value).toMatchObject({ worsened: false, index: { baseline: 20, worsePercent: 10 } });
		expect(only(rows, { baseline: 'sameLastYear' }).value).toMatchObject({ worsened: true, index: { baseline: 10 }, baselinePeriods: ['2025-Q3'] });
		expect(only(rows, { baseline: 'fixed', fixedBaselines: { g1: 19 } }).value).toMatchObject({ worsened: true, index: { baseline: 19 } });
		expect(only(rows, { baseline: 'fixed' }).value.result).toBe('notAvailable');
	});

	it('S5: a baseline that was fixed when the period began stays, whatever comes later', () => {
		const rows = quarters([20, 20, 20, 23.1]);
		expect(only([...rows.slice(0, 3), { ...rows[3], baseline: 22 }]).value).toMatchObject({ worsened: false, index: { baseline: 22 } });
	});

	it('S5: a baseline of 0 is not applicable, and nothing is divided by it', () => {
		const judged = only(quarters([0, 0, 5]));
		expect(judged.value).toMatchObject({ result: 'notApplicable', worsened: false, index: { worsePercent: null } });
		expect(judged.explanation['zh-CN']).toContain('不适用（基线为 0）');
	});

	it('S5: with stages, those that worsened are named with the whole flow beside them', () => {
		const judged = only([...quarters([20, 20, 20, 24]), ...quarters([5, 5, 5, 9], { stage: 'contract' }), ...quarters([8, 8, 8, 8.1], { stage: 'delivery' })]);
		expect(judged.value.stages.map(({ stage, worsened }) => [stage, worsened])).toEqual([['contract', true], ['delivery', false]]);
		expect(judged.value.index.stage).toBeNull();
		expect(judged.explanation).toEqual({
			en: '“Revenue”, process-health index 2026-Q3: 24 days against a baseline of 20 days (median of 3 closed periods, 2025-Q4 to 2026-Q2): 20% worse, more than 15%. The goal is checked again instead of forcing the original number through. Stages that worsened by more than 15%: contract (80%). Without a value: 2025-Q3.',
			'zh-CN': '“Revenue” 2026-Q3 流程健康度指标：24 天，基线 20 天（2025-Q4 至 2026-Q2 共 3 个已结束周期的中位数），恶化 20%，超过 15%，触发目标重检，不强行要求完成原定数值。恶化超过 15% 的环节：contract（80%）。缺少数值的周期：2025-Q3。',
		});
	});

	it('S5: without an index of the whole flow the stage that worsened most decides', () => {
		const judged = only([...quarters([5, 5, 5, 9], { stage: 'contract' }), ...quarters([8, 8, 8, 8.1], { stage: 'delivery' })]);
		expect(judged.value).toMatchObject({ worsened: true, index: { stage: 'contract', worsePercent: 80 } });
	});

	it('S5: the original number is never changed, and evidence names the goal and every index row it rests on', () => {
		const judged = only(quarters([20, 20, 20, 20, 24]));
		expect(judged.value.target).toBe('35%');
		expect(judged.evidence.map(({ id }) => id.split(' #')[0])).toEqual(['goal G1', 'index G1  2026-Q3', 'index G1  2025-Q3', 'index G1  2025-Q4', 'index G1  2026-Q1', 'index G1  2026-Q2']);
	});

	it('S5: open cases make the value a lower bound, and that is said', () => {
		expect(only(quarters([20, 20, 30], { openCases: 3 })).explanation.en).toContain('3 open cases count with their age so far');
	});

	it('S5: a period that has not ended is not judged', () => {
		expect(only([...quarters([20, 20, 20]), { goal: 'G1', period: '2026-Q4', value: 90, closed: 'no' }]).value.period).toBe('2026-Q3');
	});
});

describe('S5: one re-check per episode', () => {
	it('S5: an episode that lasts keeps its key; after a period that is not worsened a new one begins', () => {
		const worse = quarters([20, 20, 20, 20, 30, 40]);
		const first = only(worse.slice(0, 5)).value.episode;
		const second = only(worse).value.episode;
		expect([first?.start, second?.start, second?.periods]).toEqual(['2026-Q2', '2026-Q2', 2]);
		expect(second?.recheckKey).toBe(first?.recheckKey);
		const again = only(quarters([20, 20, 20, 20, 30, 20, 30])).value.episode;
		expect(again).toMatchObject({ start: '2026-Q3', periods: 1 });
		expect(again?.recheckKey).not.toBe(second?.recheckKey);
	});

	it('S5: a period without a value neither ends an episode nor counts', () => {
		expect(only(quarters([20, 20, 20, 20, 30, null, 40])).value.episode).toMatchObject({ start: '2026-Q1', periods: 2 });
	});

	it('S5: late figures that move the beginning start no second re-check, and say so', () => {
		const known = [{ goal: 'G1', episodeStart: '2026-Q2' }];
		const before = only(quarters([20, 20, 20, 20, 20, 30, 40]), { known }).value.episode;
		const restated = only([...quarters([20, 20, 20, 20, 20, 30, 40]), { goal: 'G1', period: '2026-Q1', value: 30, revision: 1 }], { known }).value.episode;
		expect(before).toMatchObject({ start: '2026-Q2', restated: false });
		expect(restated).toMatchObject({ start: '2026-Q2', restated: true, recheckKey: before?.recheckKey });
		expect(only(quarters([20, 20, 20, 20, 20, 21, 20]), { known }).value).toMatchObject({ episode: null, restatedEpisodes: ['2026-Q2'] });
	});
});

describe('S5: whatever the rows', () => {
	const rows = fc.array(fc.record({ goal: fc.constantFrom('G1', 'G2'), stage: fc.constantFrom('', 'lead', 'contract'), period: fc.constantFrom('2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'), value: fc.integer({ min: 0, max: 60 }), revision: fc.integer({ min: 0, max: 2 }) }), { maxLength: 30 });

	it('S5: their order and repeats never matter', () => {
		fc.assert(
			fc.property(rows, fc.infiniteStream(fc.nat()), (given, order) => {
				const shuffled = [...given, ...given.slice(0, 3)].map((row) => ({ row, at: order.next().value as number })).sort((a, b) => a.at - b.at).map(({ row }) => row);
				expect(check(shuffled)).toEqual(check(given));
			}),
		);
	});

	it('S5: an index that is never above its first values starts no re-check', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 8 }), (values) => {
				const falling = [...values].sort((a, b) => b - a);
				expect(only(quarters(falling)).value.worsened).toBe(false);
			}),
		);
	});

	it.each([{ thresholdPercent: -1 }, { thresholdPercent: Number.NaN }, { baselinePeriods: 0 }, { minimumPeriods: 5 }, { baselinePeriods: 2.5 }])('S5: a setting that cannot be used is named: %j', (settings) => {
		expect(() => check([], settings)).toThrow(RangeError);
	});
});
