import { describe, expect, it } from 'vitest';
import { forecastPenetration, movedWeight, rescaledWeights } from '../../../core/health-metrics/index.js';
import { calculated, row, times } from './support.js';

const only = (...metrics: Array<NonNullable<Parameters<typeof calculated>[1]>['metrics'] extends infer List ? (List extends readonly (infer Id)[] ? Id : never) : never>) => ({ metrics, levels: ['company'] as const });

/** A stay of a number of hours that ends at noon of a day. */
function stay(item: string, stage: string, left: string, hours: number) {
	const end = Date.parse(`${left}T12:00:00+08:00`);
	return [row('stage', { item, stage, at: new Date(end - hours * 3_600_000).toISOString() }), row('stage', { item, stage: 'done', at: new Date(end).toISOString(), final: true })];
}

describe('S5: stage dwell time', () => {
	const DWELL = only('stage_dwell');
	const quarter = (day: string, days: number) => times(5, (index) => stay(`${day}-${index}`, 'review', day, days * 24)).flat();

	it('S5: mean, median and 90th percentile of the finished stays, by stage and overall', () => {
		const rows = [24, 48, 72, 96, 240].flatMap((hours, index) => stay(`I${index}`, 'review', '2026-03-20', hours));
		const { value } = calculated(rows, DWELL).of('2026-Q1');
		expect(value).toMatchObject({ kind: 'value', value: 4, denominator: 5, spread: { median: 3, p90: 10 } });
		expect(value.parts).toMatchObject([{ name: 'review', value: 4, denominator: 5, open: 0, spread: { median: 3, p90: 10 } }]);
	});

	it('S5: an open stay counts with its age so far and is flagged, in every period that it was open in', () => {
		const open = row('stage', { item: 'X', stage: 'review', at: '2026-03-22T00:00:00+08:00' });
		const { of } = calculated([open, ...quarter('2026-03-20', 10)], { ...DWELL, asOf: '2026-05-31T00:00:00+08:00' });
		expect(of('2026-Q1').value).toMatchObject({ denominator: 6, value: 10, figures: { open: 1 } });
		expect(of('2026-Q2').value).toMatchObject({ kind: 'tooFew', denominator: 1, value: 70, figures: { open: 1 } });
		expect(of('2026-Q1').explanation.en).toContain('still open (age so far, a lower bound) 1');
	});

	it('S5: 20 → 23.0 days is 15.0 % and no worsening, 23.1 days is one', () => {
		const of = (days: number) => calculated([...quarter('2025-08-20', 20), ...quarter('2025-11-20', 20), ...quarter('2026-02-20', days)], DWELL);
		expect(of(23).of('2026-Q1').value).toMatchObject({ light: 'green', baseline: { value: 20, worse: false, periods: ['2025-Q3', '2025-Q4'] } });
		const worse = of(23.1);
		expect(worse.of('2026-Q1').value).toMatchObject({ light: 'red', baseline: { worse: true } });
		expect(worse.alarms.map(({ value }) => [value.cause, value.entered, value.isNew, value.parts])).toEqual([['worse', '2026-Q1', true, ['review']]]);
		expect(worse.alarms[0]?.explanation['zh-CN']).toContain('重检');
	});

	it('S5: the baseline is the median of the last four closed periods and needs two', () => {
		const days = ['2025-02-20', '2025-05-20', '2025-08-20', '2025-11-20'];
		const before = [10, 20, 30, 40].flatMap((length, index) => quarter(days[index] ?? '', length));
		expect(calculated([...before, ...quarter('2026-02-20', 28.7)], DWELL).of('2026-Q1').value.baseline).toMatchObject({ value: 25, worse: false });
		expect(calculated([...quarter('2025-11-20', 1), ...quarter('2026-02-20', 90)], DWELL).of('2026-Q1').value).toMatchObject({ baseline: null, light: 'none' });
		expect(calculated(quarter('2026-02-20', 23.1), { ...DWELL, worsening: { limit: 0.15, periods: 4, atLeast: 2, fixed: { stage_dwell: 20 } } }).of('2026-Q1').value.baseline).toMatchObject({ value: 20, worse: true, periods: [] });
	});

	it('S5: the same stage again is no change, and two changes at once end a stay of no length', () => {
		const rows = [row('stage', { item: 'X', stage: 'a', at: '2026-02-01' }), row('stage', { item: 'X', stage: 'a', at: '2026-02-05' }), row('stage', { item: 'X', stage: 'b', at: '2026-02-11', final: true })];
		expect(calculated(rows, DWELL).of('2026-Q1').value).toMatchObject({ denominator: 1, value: 10 });
	});
});

describe('S15: outcome', () => {
	it('S15: completeness from 57 % to 99.2 % is + 42.2 percentage points', () => {
		const rows = [row('fields', { at: '2025-11-10', required: 1000, filled: 570 }), row('fields', { at: '2026-02-10', required: 1000, filled: 992 })];
		const { value, explanation } = calculated(rows, only('data_completeness')).of('2026-Q1');
		expect(value.previous).toMatchObject({ period: '2025-Q4', value: 57, changeUnit: 'points' });
		expect(value.previous?.change?.toFixed(1)).toBe('42.2');
		expect(explanation).toMatchObject({ en: expect.stringContaining('+42.2 percentage points') as string, 'zh-CN': expect.stringContaining('+42.2 个百分点') as string });
	});

	it('S15: appeals 6 → 1 are − 83.3 %, with both counts; after 0 there is no change in per cent', () => {
		const appeals = (day: string, number: number) => times(number, () => row('appeal', { at: day, state: 'upheld' }));
		const { of } = calculated([...appeals('2025-11-10', 6), ...appeals('2026-02-10', 1)], only('appeals'));
		expect(of('2026-Q1').value).toMatchObject({ kind: 'value', value: 1, numerator: 1, previous: { numerator: 6, changeUnit: 'percent' }, parts: [{ name: 'upheld', numerator: 1 }] });
		expect(of('2026-Q1').value.previous?.change?.toFixed(1)).toBe('-83.3');
		expect(of('2026-Q1').explanation.en).toContain('−83.3% against 2025-Q4 (6)');
		expect(of('2025-Q4').value.previous?.change).toBeNull();
		expect(of('2026-Q2').value).toMatchObject({ value: 0, previous: { change: -100 } });
	});
});

describe('S12: adoption', () => {
	it('S12: the forecast goes from 10 % to 80 % in week 6, with 40.0 % in week 3', () => {
		const forecast = { start: 0.1, target: 0.8, weeks: 6 };
		expect([0, 3, 6].map((week) => (100 * forecastPenetration(week, forecast)).toFixed(1))).toEqual(['10.0', '40.0', '80.0']);
	});

	it('S12: daily use must be over 2 minutes per active user and working day; joiners count from their first day', () => {
		const week = { ...only('daily_use'), periods: { unit: 'week' as const, count: 2, yearStartMonth: 1, custom: [] }, asOf: '2026-03-16T08:00:00+08:00' };
		const use = (who: string, day: string, minutes: number) => row('usage', { person: who, at: day, minutes });
		// 2026-03-09 to 13: five working days; five users.
		const all = (minutes: number) => times(5, (index) => use(`P${index}`, '2026-03-10', minutes));
		expect(calculated(all(10), week).of('2026-W11').value).toMatchObject({ value: 2, denominator: 25, light: 'yellow' });
		expect(calculated([...all(10), use('P0', '2026-03-11', 0.1)], week).of('2026-W11').value).toMatchObject({ light: 'green', figures: { activeUsers: 5 } });
		// Use on a Sunday counts for the working day after it.
		expect(calculated([...all(10), use('P0', '2026-03-08', 1)], week).of('2026-W11').value.numerator).toBe(51 * 60);
		const joined = row('membership', { person: 'P0', from: '2026-03-13' });
		expect(calculated([...all(10), joined], week).of('2026-W11').value.denominator).toBe(21);
	});

	it('S12: the working days of a year whose notice is not out are missing, not guessed', () => {
		const { value } = calculated([row('usage', { person: 'P', at: '2031-03-03', minutes: 5 })], { ...only('daily_use'), asOf: '2031-06-30' }).of('2031-Q1');
		expect(value).toMatchObject({ kind: 'notAvailable', missing: ['calendar'] });
	});

	it('S12: recommendation must be over 35 %, and counts people who invited somebody of another department', () => {
		const use = (who: string) => row('usage', { person: who, at: '2026-02-10', minutes: 5, department: 'R&D' });
		const invite = (who: string, to: string) => row('invite', { person: who, at: '2026-02-11', invited: 'X', invitedDepartment: to, department: 'R&D' });
		const users = times(20, (index) => use(`P${index}`));
		const of = (number: number) => calculated([...users, ...times(number, (index) => invite(`P${index}`, 'Sales')), invite('P0', 'QA'), invite('P19', 'R&D')], only('organic_recommendation')).of('2026-Q1').value;
		expect(of(7)).toMatchObject({ numerator: 7, denominator: 20, value: 35, light: 'yellow' });
		expect(of(8)).toMatchObject({ value: 40, light: 'green' });
	});

	it('S12: penetration stands beside its forecast', () => {
		const rows = [...times(10, (index) => row('membership', { person: `P${index}` })), ...times(4, (index) => row('usage', { person: `P${index}`, at: '2026-03-18', minutes: 3 }))];
		const { value, explanation } = calculated(rows, { ...only('penetration'), periods: { unit: 'week', count: 2, yearStartMonth: 1, custom: [] }, asOf: '2026-03-24', adoption: { launch: '2026-03-02', start: 0.1, target: 0.8, weeks: 6 } }).of('2026-W12');
		expect(value).toMatchObject({ numerator: 4, denominator: 10, value: 40 });
		expect(value.forecast?.toFixed(1)).toBe('40.0');
		expect(explanation.en).toContain('forecast 40.0%');
	});
});

describe('S11: reverse assessment', () => {
	const RATED = { metrics: ['team_enablement_weight'] as const, levels: ['person'] as const, minPersons: 5 };
	const answers = (scores: readonly number[], manager = 'M') => scores.map((score) => row('rating', { manager, at: '2026-02-10', score }));

	it('S11: weight 20 %, α 0.5, score 4.2 gives 26 %; score 3 leaves it', () => {
		expect(calculated(answers([4, 4, 4, 4, 5]), RATED).metrics.find(({ value }) => value.period.id === '2026-Q1')?.value).toMatchObject({ numerator: 21, denominator: 5, value: 26 });
		expect(movedWeight({ weight: 20, alpha: 0.5, min: 10, max: 30 }, 3)).toBe(20);
		expect(movedWeight({ weight: 20, alpha: 2, min: 10, max: 30 }, 5)).toBe(30);
		expect(rescaledWeights({ a: 20, b: 50, c: 30 }, 'a', 26)).toEqual({ a: 26, b: 46.25, c: 27.75 });
	});

	it('S11: fewer than five answers are hidden, and no answer can be traced', () => {
		const found = calculated([...answers([1, 2, 3, 4], 'M'), ...answers([4, 4, 4, 4, 5], 'N'), ...answers([5, 5, 5, 5, 5, 5], 'O')], RATED).metrics.filter(({ value }) => value.period.id === '2026-Q1');
		// N is hidden too: four answers of M are the total less the others.
		expect(found.map(({ value }) => [value.group.person, value.kind])).toEqual([['M', 'suppressed'], ['N', 'suppressed'], ['O', 'value']]);
		expect(found.flatMap(({ evidence }) => evidence)).toEqual([]);
		expect(found[0]?.explanation['zh-CN']).toContain('不足 5 份回答');
	});
});

describe('S13: delay with and without a context factor', () => {
	it('S13: shows how often a factor occurred and the delay with it and without it', () => {
		const task = (done: string, factors: string) => row('task', { dueAt: '2026-02-10T00:00:00+08:00', doneAt: `${done}T00:00:00+08:00`, factors });
		const rows = [task('2026-02-20', 'lab queue'), task('2026-02-14', '检查排期、lab queue'), task('2026-02-12', ''), task('2026-02-08', ''), task('2026-02-11', ''), row('task', { dueAt: '2026-02-10' })];
		const { value, coverage } = calculated(rows, only('context_delay')).of('2026-Q1');
		expect(value).toMatchObject({ numerator: 17 * 86_400, denominator: 5, value: 3.4 });
		expect(value.parts.map(({ name, denominator, value: mean, without }) => [name, denominator, mean, without?.denominator, without?.value])).toEqual([
			['', 3, 1, 2, 7],
			['lab queue', 2, 7, 3, 1],
			['检查排期', 1, 4, 4, 3.25],
		]);
		expect(coverage?.excluded).toEqual([{ reason: 'notDone', count: 1 }]);
	});
});
