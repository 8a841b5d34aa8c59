import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byarInterval, HealthMetricError, readHealthRow, readKnownHealth, healthMetricToRow, suppressedGroups, wilsonInterval, type HealthRow, type PeopleTree } from '../../../core/health-metrics/index.js';
import { periodsOf, type PeriodSettings } from '../../../core/health-metrics/periods.js';
import { UTC, zoneOf } from '../../../core/time/zone.js';
import { ALL_METRICS, calculated, department, goalLog, row, team, times, ZONE } from './support.js';

const people = (name: string, size: number): Set<string> => new Set(times(size, (index) => `${name}${index}`));
const flat = (...sizes: number[]): PeopleTree<string> => {
	const parts = sizes.map((size, index) => ({ group: String(size), people: people(`${index}-`, size), parts: [] }));
	return { group: 'all', people: new Set(parts.flatMap((part) => [...part.people])), parts };
};
const hidden = (tree: PeopleTree<string>): string[] => [...suppressedGroups(tree, 5)].sort();

describe('S10: small groups', () => {
	it('S10: teams 12, 7 and 3 hide 3 and 7; teams 12, 7 and 6 hide nothing', () => {
		expect(hidden(flat(12, 7, 3))).toEqual(['3', '7']);
		expect(hidden(flat(12, 7, 6))).toEqual([]);
	});

	it('S10: what is hidden together is never fewer than k persons, and a small total is hidden whole', () => {
		expect(hidden(flat(12, 2, 1))).toEqual(['1', '12', '2']);
		expect(hidden(flat(3))).toEqual(['3', 'all']);
		expect(hidden(flat(12, 7, 0))).toEqual([]);
	});

	it('S10: below a hidden department its teams are hidden', () => {
		const teams = flat(5, 6);
		const tree = { group: 'company', people: people('x', 60), parts: [{ ...flat(4), group: 'small' }, { ...teams, group: 'middle' }, { ...flat(20, 25), group: 'large' }] };
		expect(hidden(tree)).toEqual(['4', '5', '6', 'middle', 'small']);
	});

	it('S10: no difference of a total and its shown parts leaves fewer than k persons (any tree)', () => {
		const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 });
		fc.assert(fc.property(sizes, fc.integer({ min: 2, max: 6 }), (all, k) => {
			const parts = all.map((size, index) => ({ group: index, people: people(`${index}-`, size), parts: [] }));
			const total = { group: -1, people: new Set(parts.flatMap((part) => [...part.people])), parts };
			const gone = suppressedGroups(total, k);
			const left = parts.filter(({ group }) => gone.has(group)).reduce((sum, part) => sum + part.people.size, 0);
			for (const part of parts) if (part.people.size > 0 && part.people.size < k) expect(gone.has(part.group)).toBe(true);
			if (!gone.has(-1)) expect(left === 0 || left >= k).toBe(true);
		}));
	});

	it('S10: a hidden figure carries no number, no evidence and no person', () => {
		const rows = [...goalLog(12, [['2026-02-10', 3]], { department: 'A', team: 'big' })];
		const small = times(3, (index) => row('goal', { goal: `S${index}`, person: `S${index}`, at: '2025-01-01', change: 'created', department: 'A', team: 'small' }));
		const middle = times(7, (index) => row('goal', { goal: `M${index}`, person: `M${index}`, at: '2025-01-01', change: 'created', department: 'A', team: 'middle' }));
		const { of } = calculated([...rows, ...small, ...middle], { metrics: ['goal_adjustment_frequency'], minPersons: 5 });
		expect(of('2026-Q1').value).toMatchObject({ kind: 'value', denominator: 22 });
		expect([team('A', 'small'), team('A', 'middle')].map((group) => of('2026-Q1', undefined, group).value.kind)).toEqual(['suppressed', 'suppressed']);
		expect(of('2026-Q1', undefined, team('A', 'big')).value.denominator).toBe(12);
		const shown = of('2026-Q1', undefined, team('A', 'small'));
		expect(shown).toMatchObject({ evidence: [], value: { value: null, numerator: null, denominator: null, figures: {}, parts: [], light: 'none', evidenceTotal: 0 } });
		expect(shown.coverage).toBeUndefined();
		expect(JSON.stringify(shown)).not.toContain('S0');
	});
});

describe('S8: intervals', () => {
	it('S8: Wilson: 0/5, 5/5, 5/12 and 42/100', () => {
		const of = (k: number, n: number) => Object.values(wilsonInterval(k, n)).map((end: number) => (100 * end).toFixed(2));
		expect([of(0, 5), of(5, 5), of(5, 12), of(42, 100)]).toEqual([['0.00', '43.45'], ['56.55', '100.00'], ['19.33', '68.05'], ['32.80', '51.79']]);
	});

	it('S8: Byar: a count of 0 has a lower end of 0, and a rate may exceed 1', () => {
		expect(byarInterval(0, 10).low).toBe(0);
		expect(byarInterval(30, 10).high).toBeGreaterThan(3);
	});
});

describe('S8: periods', () => {
	const of = (unit: PeriodSettings['unit'], asOf: string, changes: Partial<PeriodSettings> = {}) => periodsOf({ unit, count: 2, yearStartMonth: 1, custom: [], ...changes }, Date.parse(asOf), ZONE).map(({ id, start, end, closed }) => [id, start, end, closed]);

	it('S8: weeks, months, quarters, half-years and years up to the one of the run', () => {
		expect(of('week', '2026-01-02T00:00:00+08:00')).toEqual([['2025-W52', '2025-12-22', '2025-12-29', true], ['2026-W01', '2025-12-29', '2026-01-05', false]]);
		expect(of('month', '2026-01-31T23:59:59+08:00')).toEqual([['2025-12', '2025-12-01', '2026-01-01', true], ['2026-01', '2026-01-01', '2026-02-01', false]]);
		expect(of('quarter', '2026-04-01T00:00:00+08:00')).toEqual([['2026-Q1', '2026-01-01', '2026-04-01', true], ['2026-Q2', '2026-04-01', '2026-07-01', false]]);
		expect(of('halfYear', '2026-04-01T00:00:00+08:00')).toEqual([['2025-H2', '2025-07-01', '2026-01-01', true], ['2026-H1', '2026-01-01', '2026-07-01', false]]);
		expect(of('year', '2026-04-01T00:00:00+08:00')).toEqual([['2025', '2025-01-01', '2026-01-01', true], ['2026', '2026-01-01', '2027-01-01', false]]);
	});

	it('S8: a fiscal year that begins in April is named after the year it ends in', () => {
		expect(of('quarter', '2026-04-01T00:00:00+08:00', { yearStartMonth: 4 })).toEqual([['FY2026-Q4', '2026-01-01', '2026-04-01', true], ['FY2027-Q1', '2026-04-01', '2026-07-01', false]]);
		expect(of('year', '2026-03-31T00:00:00+08:00', { yearStartMonth: 4, count: 1 })).toEqual([['FY2026', '2025-04-01', '2026-04-01', false]]);
	});

	it('S8: periods begin at midnight of their zone', () => {
		const shanghai = periodsOf({ unit: 'quarter', count: 1, yearStartMonth: 1, custom: [] }, Date.parse('2026-03-31T17:00:00Z'), ZONE);
		const utc = periodsOf({ unit: 'quarter', count: 1, yearStartMonth: 1, custom: [] }, Date.parse('2026-03-31T17:00:00Z'), UTC);
		expect([shanghai[0]?.id, utc[0]?.id]).toEqual(['2026-Q2', '2026-Q1']);
		const berlin = periodsOf({ unit: 'month', count: 1, yearStartMonth: 1, custom: [] }, Date.parse('2026-03-31T21:59:00Z'), zoneOf('Europe/Berlin'));
		expect([berlin[0]?.startsAt, berlin[0]?.endsAt]).toEqual([Date.parse('2026-02-28T23:00:00Z'), Date.parse('2026-03-31T22:00:00Z')]);
	});

	it('S8: custom periods may not overlap, and a gap between them breaks a run', () => {
		const custom = [{ start: '2026-01-01', end: '2026-02-01' }, { start: '2026-03-01', end: '2026-04-01' }];
		const { alarms, of: figure } = calculated(goalLog(100, [['2026-01-10', 30], ['2026-03-10', 30]]), { metrics: ['goal_adjustment_frequency'], levels: ['company'], periods: { unit: 'custom', count: 1, yearStartMonth: 1, custom } });
		expect(alarms).toEqual([]);
		expect(figure('2026-03-01/2026-04-01').value.run).toEqual({ length: 1, brokenBy: { period: '2026-01-01/2026-02-01', kind: 'gap' } });
		expect(() => of('custom', '2026-04-01T00:00:00Z', { custom: [{ start: '2026-01-01', end: '2026-02-02' }, { start: '2026-02-01', end: '2026-03-01' }] })).toThrow(HealthMetricError);
		expect(() => of('custom', '2026-04-01T00:00:00Z', { custom: [{ start: '2026-02-01', end: '2026-01-01' }] })).toThrow(/is none/);
	});
});

describe('S8: groups', () => {
	it('S8: who changes the team counts where he or she was then; leavers stay in their last', () => {
		const member = (who: string, name: string, from: string, until?: string) => row('membership', { person: who, team: name, department: 'A', from, until });
		const talk = (at: string) => row('talk', { manager: 'M', employee: 'E', at, citations: 1, views: 1 });
		const { of } = calculated([member('M', 'one', '2025-01-01', '2026-02-01'), member('M', 'two', '2026-02-01', '2026-03-01'), talk('2026-01-10'), talk('2026-02-10'), talk('2026-03-10')], { metrics: ['process_data_usage'], levels: ['department', 'team'] });
		expect([team('A', 'one'), team('A', 'two'), department('A')].map((group) => of('2026-Q1', undefined, group).value.denominator)).toEqual([1, 2, 3]);
	});

	it('S8: a metric without its rows is not available, and names what is missing, for every metric', () => {
		const { metrics } = calculated([], { metrics: ALL_METRICS });
		expect(new Set(metrics.map(({ value }) => value.kind))).toEqual(new Set(['notAvailable']));
		expect(metrics.every(({ explanation }) => explanation.en.includes('not available: ') && explanation['zh-CN'].includes('不可用（缺少'))).toBe(true);
	});
});

describe('S8: restatement', () => {
	const SETTINGS = { metrics: ['goal_adjustment_frequency'], levels: ['company'] } as const;
	const first = (): ReturnType<typeof calculated> => calculated(goalLog(100, [['2025-11-10', 26], ['2026-02-10', 26]]), { ...SETTINGS, asOf: '2026-04-02T00:00:00+08:00' });

	it('S8: late evidence gives a new revision beside the old one, with the reason; nothing new changes nothing', () => {
		const before = first();
		const known = readKnownHealth([...before.metrics, ...before.alarms].map((result) => JSON.parse(JSON.stringify(healthMetricToRow(result))) as unknown));
		expect(known.unread).toEqual([]);
		const rows = goalLog(100, [['2025-11-10', 26], ['2026-02-10', 26]]);
		const again = calculated(rows, SETTINGS, known).of('2026-Q1');
		expect(again.value).toMatchObject({ revision: 0, restatement: null });
		const late = row('goal', { goal: 'G0', person: 'P0', at: '2026-02-11', change: 'weight', reason: 'x', approver: 'y', recordedAt: '2026-05-01' });
		const changed = calculated([...rows, late], SETTINGS, known).of('2026-Q1');
		expect(changed.key).toBe(again.key);
		expect(changed.value).toMatchObject({ numerator: 27, revision: 1, restatement: { numerator: 26, denominator: 100, value: 0.26, reason: 'lateEvidence', asOf: '2026-04-02T00:00:00+08:00' } });
		expect(changed.explanation).toMatchObject({ en: expect.stringContaining('restated: it was 0.26') as string, 'zh-CN': expect.stringContaining('数据重述') as string });
		expect([again, changed].map((metric) => healthMetricToRow(metric).metricKey)).toEqual([`${again.key}-0`, `${again.key}-1`]);
		// The restated figure stays restated in the next run.
		const next = calculated([...rows, late], SETTINGS, readKnownHealth([...before.metrics, changed])).of('2026-Q1');
		expect(next.value).toMatchObject({ revision: 1, restatement: { numerator: 26 } });
	});

	it('S10: a figure that becomes one of a small group does not tell what it was', () => {
		const known = readKnownHealth(calculated(goalLog(5, [['2026-02-10', 2]]), { ...SETTINGS, minPersons: 5 }).metrics);
		const now = calculated(goalLog(4, [['2026-02-10', 2]]), { ...SETTINGS, minPersons: 5 }, known).of('2026-Q1');
		expect(now.value).toMatchObject({ kind: 'suppressed', revision: 1, restatement: { value: null, numerator: null, denominator: null } });
		expect([now.explanation.en, now.explanation['zh-CN']].join(' ')).not.toMatch(/0\.4|restated|数据重述/);
	});

	it('S8: a figure of the open period is no statement yet', () => {
		const known = readKnownHealth(calculated(goalLog(100, [['2026-02-10', 3]]), { ...SETTINGS, asOf: '2026-02-20' }).metrics);
		expect(calculated(goalLog(100, [['2026-02-10', 5]]), SETTINGS, known).of('2026-Q1').value).toMatchObject({ revision: 0, restatement: null });
	});

	it('S8: of two results of one revision the later counts, whatever the zone of its time', () => {
		const [figure] = first().metrics;
		if (figure === undefined) throw new Error('no figure');
		const at = (asOf: string, value: number) => ({ ...figure, asOf, value: { ...figure.value, value } });
		const [early, late] = [at('2026-04-02T08:00:00+08:00', 1), at('2026-04-02T01:00:00Z', 2)];
		for (const results of [[early, late], [late, early]]) expect(readKnownHealth(results).figures.get(figure.key)?.value.value).toBe(2);
	});

	it('S8: an alarm is told once, and marked where its figure was restated', () => {
		const before = first();
		expect(before.alarms[0]?.value.isNew).toBe(true);
		const known = readKnownHealth([...before.metrics, ...before.alarms]);
		expect(calculated(goalLog(100, [['2025-11-10', 26], ['2026-02-10', 26]]), { ...SETTINGS, asOf: '2026-04-03' }, known).alarms.map(({ value }) => [value.state, value.isNew])).toEqual([['active', false]]);
		const { alarms } = calculated(goalLog(100, [['2025-11-10', 20], ['2026-02-10', 26]]), SETTINGS, known);
		expect(alarms.map(({ key, value }) => [key === before.alarms[0]?.key, value.state])).toEqual([[true, 'restated']]);
	});

	it('S5: a baseline once given stays as it was', () => {
		const stays = (day: string, days: number, id: string) => times(5, (index) => [row('stage', { id: `${id}${index}a`, item: `${id}${index}`, stage: 's', at: new Date(Date.parse(day) - days * 86_400_000).toISOString() }), row('stage', { id: `${id}${index}b`, item: `${id}${index}`, stage: 'end', at: new Date(Date.parse(day)).toISOString(), final: true })]).flat();
		const dwell = { metrics: ['stage_dwell'], levels: ['company'] } as const;
		const now = [...stays('2025-11-20', 20, 'b'), ...stays('2026-02-20', 23, 'c')];
		const before = calculated([...stays('2025-08-20', 20, 'a'), ...now], { ...dwell, asOf: '2026-04-02' });
		const late = calculated([...stays('2025-08-20', 10, 'a'), ...now], dwell, readKnownHealth(before.metrics));
		expect(late.of('2026-Q1').value.baseline).toMatchObject({ value: 20, worse: false });
		expect(late.of('2025-Q3').value.restatement).toMatchObject({ value: 20, reason: 'changedEvidence' });
	});
});

describe('S8: rows', () => {
	it('S8: a field that is missing or cannot be read refuses the row and says what was expected', () => {
		const read = (fields: Readonly<Record<string, unknown>>) => readHealthRow('goal', fields, { person: '负责人' }, ZONE);
		expect(read({ id: 'a', goal: 'G', 负责人: 'P', at: '2026-02-10', change: 'target' })).toMatchObject({ ok: true, row: { person: 'P' } });
		expect(read({ id: 'a', goal: 'G', at: 'soon', change: 'moved' })).toEqual({
			ok: false,
			problems: [
				{ field: '负责人', value: null, expected: 'a text' },
				{ field: 'at', value: 'soon', expected: 'a time such as 2026-03-02T08:00:00+08:00' },
				{ field: 'change', value: 'moved', expected: 'created, target, measure, weight, deadline, owner, cancelled, completed, wording, progress' },
			],
		});
		expect(readHealthRow('fields', { id: 'a', at: '2026-02-10', required: 3, filled: 4 }, {}, ZONE)).toMatchObject({ ok: false, problems: [{ field: 'filled', value: '4' }] });
	});

	it('S8: of two versions of one record the one recorded later counts, in any order', () => {
		const versions: HealthRow[] = [row('fields', { id: 'x', at: '2026-02-10', required: 10, filled: 4, recordedAt: '2026-02-11' }), row('fields', { id: 'x', at: '2026-02-10', required: 10, filled: 9, recordedAt: '2026-02-12' })];
		for (const rows of [versions, [...versions].reverse()]) expect(calculated(rows, { metrics: ['data_completeness'], levels: ['company'] }).of('2026-Q1').value.numerator).toBe(9);
	});
});
