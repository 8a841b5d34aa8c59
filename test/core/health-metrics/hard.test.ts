import { describe, expect, it } from 'vitest';
import { calculated, goalLog, row, times } from './support.js';

const GOALS = { metrics: ['goal_adjustment_frequency'], levels: ['company'] } as const;
const TALKS = { metrics: ['process_data_usage'], levels: ['company'] } as const;
const CLOSURE = { metrics: ['cross_role_closure'], levels: ['company'] } as const;

describe('S8: goal adjustment frequency', () => {
	it('S8: 15 revisions of 100 goals are still healthy, 25 are yellow, 26 are red', () => {
		const of = (revisions: number) => calculated(goalLog(100, [['2026-02-10', revisions]]), GOALS).of('2026-Q1');
		expect(of(15).value).toMatchObject({ kind: 'value', numerator: 15, denominator: 100, value: 0.15, light: 'green' });
		expect(of(16).value.light).toBe('yellow');
		expect(of(25).value).toMatchObject({ value: 0.25, light: 'yellow' });
		expect(of(26).value).toMatchObject({ value: 0.26, light: 'red' });
		const { low, high } = of(15).value.interval ?? { low: 0, high: 0 };
		expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.084', '0.247']);
	});

	it('S8: 0.26 and then 0.27 is a structural defect at the second, and tells once', () => {
		const { alarms, of } = calculated(goalLog(100, [['2025-11-10', 26], ['2026-02-10', 27]]), GOALS);
		expect(of('2025-Q4').value).toMatchObject({ light: 'red', run: { length: 1 } });
		expect(alarms).toHaveLength(1);
		expect(alarms[0]?.value).toMatchObject({ metric: 'goal_adjustment_frequency', entered: '2026-Q1', periods: ['2025-Q4', '2026-Q1'], state: 'active', isNew: true, figures: [of('2025-Q4').key, of('2026-Q1').key] });
		expect(alarms[0]?.explanation.en).toContain('Structural defect');
		expect(alarms[0]?.explanation['zh-CN']).toContain('结构性缺陷');
		expect(calculated(goalLog(100, [['2025-11-10', 26]]), GOALS).alarms).toEqual([]);
	});

	it('S8: a period without a value between two red ones breaks the run and is named', () => {
		const goals = goalLog(100, [['2025-08-10', 26]]).concat(
			times(100, (index) => row('goal', { goal: `G${index}`, person: `P${index}`, at: '2025-09-01', change: 'completed' })),
			times(100, (index) => row('goal', { id: `N${index}`, goal: `N${index}`, person: `P${index}`, at: '2026-01-05', change: 'created' })),
			times(27, (index) => row('goal', { goal: `N${index}`, person: `P${index}`, at: '2026-02-10', change: 'weight', reason: 'x', approver: 'y' })),
		);
		const { alarms, of } = calculated(goals, GOALS);
		expect(['2025-Q3', '2025-Q4', '2026-Q1'].map((period) => of(period).value.kind)).toEqual(['value', 'notApplicable', 'value']);
		expect(alarms).toEqual([]);
		expect(of('2026-Q1').value.run).toEqual({ length: 1, brokenBy: { period: '2025-Q4', kind: 'notApplicable' } });
		expect(of('2026-Q1').explanation.en).toContain('broken by 2025-Q4 (not applicable)');
	});

	it('S8: an alarm ends with the first period below, and the open period raises none', () => {
		const { alarms } = calculated(goalLog(100, [['2025-08-10', 26], ['2025-11-10', 30], ['2026-02-10', 10], ['2026-05-10', 40]]), GOALS);
		expect(alarms.map(({ value }) => [value.state, value.entered, value.endedWith, value.isNew])).toEqual([['ended', '2025-Q4', '2026-Q1', false]]);
	});

	it('S8: only formal revisions count, once per approval and goal', () => {
		const change = (fields: Readonly<Record<string, unknown>>) => row('goal', { goal: 'G0', person: 'P0', at: '2026-02-10', change: 'target', reason: 'x', approver: 'y', ...fields });
		const of = (...rows: ReturnType<typeof change>[]) => calculated([...goalLog(10, []), ...rows], GOALS).of('2026-Q1');
		expect(of(change({ approval: 'A' }), change({ approval: 'A', change: 'weight' }), change({ approval: 'A', goal: 'G1' })).value.numerator).toBe(2);
		expect(of(change({}), change({ change: 'deadline' })).value.numerator).toBe(2);
		expect(of(change({ change: 'wording' }), change({ change: 'progress' }), change({ status: 'rejected' }), change({ status: 'draft' })).value.numerator).toBe(0);
		const unstated = of(change({ reason: '' }));
		expect([unstated.value.numerator, unstated.coverage]).toEqual([0, { counted: 10, total: 11, excluded: [{ reason: 'noReason', count: 1 }] }]);
		expect(of(change({ change: 'cancelled' })).value).toMatchObject({ numerator: 1, denominator: 10 });
		// A change before the goal takes effect is none of a goal in force.
		const early = [row('goal', { goal: 'N', person: 'P0', at: '2026-02-20', change: 'created' }), change({ goal: 'N' })];
		expect(of(...early).value).toMatchObject({ numerator: 0, denominator: 11 });
	});

	it('S8: the point value lights, and the interval says when it cannot be told from a threshold', () => {
		const { value, explanation } = calculated(goalLog(20, [['2026-02-10', 3]]), GOALS).of('2026-Q1');
		expect(value).toMatchObject({ light: 'green', distinguishable: false });
		expect(explanation.en).toContain('not distinguishable from the threshold');
		expect(calculated(goalLog(1000, [['2026-02-10', 10]]), GOALS).of('2026-Q1').value.distinguishable).toBe(true);
	});

	it('S8: fewer than five are shown with a grey light and raise no alarm', () => {
		const { of, alarms } = calculated(goalLog(4, [['2025-11-10', 4], ['2026-02-10', 4]]), GOALS);
		expect(of('2026-Q1').value).toMatchObject({ kind: 'tooFew', value: 1, light: 'grey' });
		expect(of('2026-Q1').explanation).toMatchObject({ en: expect.stringContaining('at least 5') as string, 'zh-CN': expect.stringContaining('样本不足') as string });
		expect(alarms).toEqual([]);
	});
});

describe('S8: process-data usage', () => {
	const talk = (cited: boolean, fields: Readonly<Record<string, unknown>> = {}) => row('talk', { manager: 'M', employee: 'E', at: '2026-02-10T10:00:00+08:00', citations: cited ? 2 : 0, views: 1, ...fields });
	const share = (cited: number, all: number) => calculated([...times(cited, () => talk(true)), ...times(all - cited, () => talk(false))], TALKS).of('2026-Q1');

	it('S8: 13 of 20 is green with its interval, 6 of 20 yellow, 5 of 20 red', () => {
		expect(share(13, 20).value).toMatchObject({ value: 65, light: 'green', figures: { citations: 26 } });
		const { low, high } = share(13, 20).value.interval ?? { low: 0, high: 0 };
		expect([low.toFixed(1), high.toFixed(1)]).toEqual(['43.3', '81.9']);
		expect(share(6, 20).value).toMatchObject({ value: 30, light: 'yellow' });
		expect(share(5, 20).value.light).toBe('red');
	});

	it('S8: 29 % means redesign: one closed period is enough', () => {
		const rows = [...times(29, () => talk(true)), ...times(71, () => talk(false))];
		const { of, alarms } = calculated(rows, TALKS);
		expect(of('2026-Q1').value).toMatchObject({ value: 29, light: 'red' });
		expect(alarms.map(({ value, explanation }) => [value.entered, value.isNew, explanation.en.includes('redesign the collection points')])).toEqual([['2026-Q1', true, true]]);
	});

	it('S8: a word alone is no citation and a view alone neither, unless either is enough', () => {
		const rows = [talk(true, { views: 0 }), talk(false, { views: 3 }), talk(true), talk(false, { views: 0 }), talk(false, { minutes: false, citations: undefined, views: 1 })];
		expect(calculated(rows, TALKS).of('2026-Q1').value).toMatchObject({ numerator: 1, denominator: 5, figures: { noMinutes: 1 } });
		expect(calculated(rows, { ...TALKS, usage: { evidenceMode: 'either', viewDays: 7 } }).of('2026-Q1').value.numerator).toBe(4);
	});

	it('S8: the operation log is joined by manager, employee and time: from 7 days before to the end of the talk', () => {
		const at = (view: string, fields: Readonly<Record<string, unknown>> = {}) => {
			const one = row('talk', { manager: 'M', employee: 'E', at: '2026-02-10T10:00:00+08:00', end: '2026-02-10T11:00:00+08:00', citations: 1 });
			return calculated([one, row('view', { viewer: 'M', about: 'E', at: view, ...fields })], TALKS).of('2026-Q1').value.numerator;
		};
		expect([at('2026-02-03T10:00:00+08:00'), at('2026-02-03T09:59:59+08:00'), at('2026-02-10T11:00:00+08:00'), at('2026-02-10T11:00:01+08:00')]).toEqual([1, 0, 1, 0]);
		expect([at('2026-02-09', { viewer: 'N' }), at('2026-02-09', { about: 'F' })]).toEqual([0, 0]);
	});

	it('S8: without any operation log it is not available, and never 0 %', () => {
		const { value, explanation } = calculated([talk(true, { views: undefined })], TALKS).of('2026-Q1');
		expect(value).toMatchObject({ kind: 'notAvailable', value: null, light: 'none', missing: ['views'] });
		expect(explanation['zh-CN']).toContain('不可用（缺少');
	});

	it('S8: a talk that was not held is left out', () => {
		const { value, coverage } = calculated([talk(true), talk(true, { held: false })], TALKS).of('2026-Q1');
		expect([value.denominator, coverage?.excluded]).toEqual([1, [{ reason: 'notHeld', count: 1 }]]);
	});
});

describe('S8: cross-role feedback closure', () => {
	const suggestion = (fields: Readonly<Record<string, unknown>> = {}) => row('suggestion', { at: '2026-02-10', author: 'A', authorRole: 'test', person: 'O', ownerRole: 'design', ...fields });
	const adopted = { acceptedAt: '2026-02-20', changedAt: '2026-02-25', change: 'v2' };

	it('S8: 12 made, 1 withdrawn, 1 not yet due, 5 of the other 10 adopted is 50 % and green', () => {
		const rows = [...times(5, () => suggestion(adopted)), ...times(5, () => suggestion()), suggestion({ withdrawnAt: '2026-02-15' }), suggestion({ at: '2026-03-20' })];
		const { value, coverage } = calculated(rows, { ...CLOSURE, asOf: '2026-04-10' }).of('2026-Q1');
		expect(value).toMatchObject({ numerator: 5, denominator: 10, value: 50, light: 'green' });
		expect(coverage).toEqual({ counted: 10, total: 12, excluded: [{ reason: 'notYetDue', count: 1 }, { reason: 'withdrawn', count: 1 }] });
	});

	it('S8: 42 of 100 is green, 41 is yellow and raises no alarm', () => {
		const of = (number: number) => calculated([...times(number, () => suggestion(adopted)), ...times(100 - number, () => suggestion())], CLOSURE);
		expect(of(42).of('2026-Q1').value.light).toBe('green');
		expect(of(41).of('2026-Q1').value.light).toBe('yellow');
		expect(of(0)).toMatchObject({ alarms: [] });
	});

	it('S8: accepted without a change is pending, partly adopted is adopted; duplicates, same person, same role and vague ones are out', () => {
		const rows = [
			suggestion({ acceptedAt: '2026-02-20' }),
			suggestion({ ...adopted, partly: true }),
			suggestion({ changedAt: '2026-02-25', change: 'v2' }),
			suggestion({ rejectedAt: '2026-02-20' }),
			suggestion({ ...adopted, changedAt: '2026-02-01' }),
			suggestion({ ...adopted, duplicateOf: 'x' }),
			suggestion({ ...adopted, author: 'O' }),
			suggestion({ ...adopted, authorRole: 'design' }),
			suggestion({ ...adopted, explicit: false }),
		];
		const { value, coverage } = calculated(rows, CLOSURE).of('2026-Q1');
		expect(value).toMatchObject({ numerator: 1, denominator: 5, figures: { partlyAdopted: 1, acceptedUnchanged: 2, rejected: 1, unanswered: 1 } });
		expect(coverage?.excluded.map(({ reason }) => reason)).toEqual(['duplicate', 'notExplicit', 'samePerson', 'sameRole']);
	});

	it('S8: a cohort is closed only when all of it had its 30 days', () => {
		expect(calculated([suggestion()], { ...CLOSURE, asOf: '2026-04-15' }).of('2026-Q1').value.period.closed).toBe(false);
		expect(calculated([suggestion()], { ...CLOSURE, asOf: '2026-05-02' }).of('2026-Q1').value.period.closed).toBe(true);
	});
});
