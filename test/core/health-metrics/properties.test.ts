import type * as DuckDb from '@duckdb/node-api';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HEALTH_SETTINGS, HealthMetricRun, healthMetricToRow, readKnownHealth, type HealthMetric, type HealthMetricId, type HealthRow } from '../../../core/health-metrics/index.js';
import { calculated, department, row, team, times } from './support.js';

/* The same numbers by another engine, and what must hold for any rows. */

const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api') as typeof DuckDb;

const DAY = 86_400_000;
const START = Date.parse('2025-04-01T00:00:00+08:00');
const METRICS: readonly HealthMetricId[] = ['goal_adjustment_frequency', 'process_data_usage', 'cross_role_closure', 'stage_dwell', 'data_completeness', 'context_delay'];
const LEVELS = ['company', 'department', 'team'] as const;

/** Whole numbers below a bound from one seed: the same rows in every run. */
function numbers(seed: number): (bound: number) => number {
	let state = seed;
	return (bound) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) % bound;
	};
}

/** Random rows of six kinds within 15 months; people belong to one of six teams of two departments. */
function randomRows(seed: number, size: number): HealthRow[] {
	const next = numbers(seed);
	const at = (): string => new Date(START + next(450) * DAY + next(86_400) * 1000).toISOString();
	const unit = (who: number) => ({ team: `T${who % 6}`, department: `D${who % 2}` });
	const pick = <Choice>(...choices: readonly Choice[]): Choice | undefined => choices[next(choices.length)];
	return [
		...times(size, (index) => {
			const goal = next(Math.ceil(size / 3));
			return row('goal', { id: `g${index}`, goal: `G${goal}`, person: `P${goal % 30}`, at: at(), change: pick('created', 'target', 'weight', 'owner', 'wording', 'cancelled', 'completed'), status: pick('approved', 'approved', 'rejected', undefined), approval: next(3) === 0 ? `A${next(20)}` : undefined, reason: next(8) === 0 ? '' : 'r', approver: 'boss', ...unit(goal % 30) });
		}),
		...times(size, (index) => {
			const who = next(30);
			return row('talk', { id: `t${index}`, manager: `P${who}`, employee: `P${next(30)}`, at: at(), held: next(10) > 0, citations: next(3), views: next(2), ...unit(who) });
		}),
		...times(size, (index) => {
			const who = next(30);
			const made = START + next(450) * DAY;
			const optional = (chance: number): string | undefined => (next(chance) === 0 ? new Date(made + next(80) * DAY).toISOString() : undefined);
			return row('suggestion', { id: `s${index}`, at: new Date(made).toISOString(), author: `P${next(30)}`, authorRole: `R${next(3)}`, person: `P${who}`, ownerRole: `R${next(3)}`, acceptedAt: optional(2), changedAt: optional(2), change: next(2) === 0 ? 'v' : undefined, withdrawnAt: optional(9), duplicateOf: next(12) === 0 ? 'x' : undefined, ...unit(who) });
		}),
		...times(size, (index) => {
			const item = next(Math.ceil(size / 4));
			return row('stage', { id: `c${index}`, item: `I${item}`, stage: `S${next(4)}`, at: at(), person: `P${item % 30}`, final: next(9) === 0, ...unit(item % 30) });
		}),
		...times(size, (index) => {
			const who = next(30);
			const required = next(12);
			return row('fields', { id: `f${index}`, at: at(), required, filled: next(required + 1), person: `P${who}`, ...unit(who) });
		}),
		...times(size, (index) => {
			const who = next(30);
			return row('task', { id: `k${index}`, dueAt: at(), doneAt: at(), factors: pick('', 'lab', 'lab,slot'), person: `P${who}`, ...unit(who) });
		}),
	];
}

const RUN = { metrics: METRICS, levels: LEVELS, minPersons: 1 };
const linesOf = (metrics: readonly HealthMetric[]): string[] => metrics.map(({ subject, value }) => `${value.metric}|${subject}|${value.period.id}|${value.numerator ?? ''}|${value.denominator ?? ''}`).sort();

describe('S8: another engine', () => {
	it('S8: SQL in DuckDB gives the same numerators, denominators, medians and percentiles on random rows', async () => {
		const rows = randomRows(7, 400);
		const { metrics } = calculated(rows, RUN);
		const found = metrics.filter(({ value, subject }) => subject !== 'company' && value.group.level === 'team' && value.denominator !== null).map(({ value }) => {
			const spread = value.metric === 'stage_dwell' ? `|${Math.round((value.spread?.median ?? 0) * 172_800) / 2}|${Math.round((value.spread?.p90 ?? 0) * 86_400)}` : '';
			return `${value.metric}|${value.group.team ?? ''}|${value.period.id}|${value.numerator ?? ''}|${value.denominator ?? ''}${spread}`;
		});
		expect(found.length).toBeGreaterThan(100);
		expect(found.sort()).toEqual((await recomputed(rows)).sort());
	}, 60_000);
});

const SECONDS = (instant: string): string => `floor(${instant} / 1000)`;

/** One line per metric, team and period, by SQL over the rows as JSON. */
async function recomputed(rows: readonly HealthRow[]): Promise<string[]> {
	const database = await DuckDBInstance.create(':memory:');
	const connection = await database.connect();
	const asOf = Date.parse('2026-06-30T12:00:00+08:00');
	try {
		await connection.run('CREATE TABLE r (kind VARCHAR, id VARCHAR, team VARCHAR, j JSON)');
		for (let from = 0; from < rows.length; from += 200) {
			const part = rows.slice(from, from + 200).map((one) => `('${one.kind}', '${one.id}', '${one.team ?? ''}', '${JSON.stringify(one)}')`);
			await connection.run(`INSERT INTO r VALUES ${part.join(', ')}`);
		}
		const periods = [['2025-Q3', '2025-07-01', '2025-10-01'], ['2025-Q4', '2025-10-01', '2026-01-01'], ['2026-Q1', '2026-01-01', '2026-04-01'], ['2026-Q2', '2026-04-01', '2026-07-01']].map(([id = '', start = '', end = '']) => `('${id}', ${Date.parse(`${start}T00:00:00+08:00`)}, ${Date.parse(`${end}T00:00:00+08:00`)})`);
		await connection.run(`CREATE TABLE p AS SELECT * FROM (VALUES ${periods.join(', ')}) t(id, s, e)`);
		const field = (name: string, type = 'BIGINT'): string => `CAST(j->>'${name}' AS ${type})`;
		await connection.run(`CREATE TABLE g AS SELECT id, team, ${field('goal', 'VARCHAR')} goal, ${field('at')} tm, j->>'change' change, coalesce(j->>'status', 'approved') status, j->>'approval' approval, (j->>'reason') IS NOT NULL stated FROM r WHERE kind = 'goal' AND ${field('at')} <= ${asOf}`);
		await connection.run(`CREATE TABLE life AS SELECT goal, min(tm) FILTER (change = 'created' AND status = 'approved') made, count(*) FILTER (change = 'created') proposals, min(tm) FILTER (status = 'approved') known,
			arg_min({'tm': tm, 'change': change}, (tm, id)) FILTER (change IN ('cancelled', 'completed') AND status = 'approved') ended, any_value(team) team FROM g GROUP BY goal`);
		await connection.run(`CREATE TABLE rev AS SELECT goal, key, max(stated) stated, CASE WHEN max(stated) THEN min(tm) FILTER (stated) ELSE min(tm) END tm FROM (
			SELECT g.goal, g.tm, stated, coalesce('a' || approval, 'r' || id) AS key FROM g JOIN life USING (goal) WHERE change IN ('target', 'measure', 'weight', 'deadline', 'owner', 'cancelled') AND status = 'approved' AND g.tm > coalesce(made, -1) AND g.tm <= coalesce(ended.tm, 9e15)) GROUP BY goal, key`);
		const goals = `SELECT 'goal_adjustment_frequency', team, p.id, sum((SELECT count(*) FROM rev WHERE rev.goal = life.goal AND stated AND rev.tm >= p.s AND rev.tm < p.e)), count(*), NULL, NULL FROM life, p
			WHERE (made IS NOT NULL OR (proposals = 0 AND known IS NOT NULL)) AND coalesce(made, known) < p.e AND (ended IS NULL OR (ended.change = 'cancelled' AND ended.tm >= p.s) OR (ended.change = 'completed' AND ended.tm > p.s)) GROUP BY ALL`;
		const inPeriod = `${field('at')} >= p.s AND ${field('at')} < p.e AND ${field('at')} <= ${asOf}`;
		const talks = `SELECT 'process_data_usage', team, p.id, count(*) FILTER (${field('citations')} > 0 AND ${field('views')} > 0), count(*), NULL, NULL FROM r, p WHERE kind = 'talk' AND (j->>'held') = 'true' AND ${inPeriod} GROUP BY ALL`;
		const suggestions = `SELECT 'cross_role_closure', team, p.id, count(*) FILTER (${field('acceptedAt')} <= ${asOf} AND (j->>'change') IS NOT NULL AND ${field('changedAt')} BETWEEN ${field('at')} AND ${asOf}), count(*), NULL, NULL FROM r, p
			WHERE kind = 'suggestion' AND ${inPeriod} AND ${field('at')} + ${30 * DAY} <= ${asOf} AND NOT coalesce(${field('withdrawnAt')} <= ${asOf}, false) AND (j->>'duplicateOf') IS NULL AND (j->>'author') <> (j->>'person') AND (j->>'authorRole') <> (j->>'ownerRole') GROUP BY ALL`;
		await connection.run(`CREATE TABLE steps AS SELECT * FROM (SELECT team, j->>'item' item, ${field('at')} tm, id, (j->>'stage') || (j->>'final') what, (j->>'final') = 'true' final, lag((j->>'stage') || (j->>'final')) OVER w AS prior FROM r WHERE kind = 'stage' AND ${field('at')} <= ${asOf} WINDOW w AS (PARTITION BY j->>'item' ORDER BY ${field('at')}, id)) WHERE prior IS DISTINCT FROM what`);
		await connection.run('CREATE TABLE stays AS SELECT * FROM (SELECT *, lead(tm) OVER (PARTITION BY item ORDER BY tm, id) AS gone FROM steps) WHERE NOT final');
		await connection.run(`CREATE TABLE lengths AS SELECT team, p.id period, CASE WHEN gone >= p.s AND gone < p.e THEN ${SECONDS('(gone - tm)')} ELSE ${SECONDS(`(least(p.e, ${asOf}) - tm)`)} END length FROM stays, p
			WHERE (gone >= p.s AND gone < p.e) OR (tm < least(p.e, ${asOf}) AND (gone IS NULL OR gone >= least(p.e, ${asOf})))`);
		const stays = `SELECT 'stage_dwell', team, period, sum(length), count(*), median(length), list_sort(list(length))[CAST(ceil(count(*) * 9 / 10.0) AS BIGINT)] FROM lengths GROUP BY team, period`;
		const fields = `SELECT 'data_completeness', team, p.id, sum(${field('filled')}), sum(${field('required')}), NULL, NULL FROM r, p WHERE kind = 'fields' AND ${inPeriod} GROUP BY ALL HAVING sum(${field('required')}) > 0`;
		const tasks = `SELECT 'context_delay', team, p.id, sum(${SECONDS(`greatest(0, ${field('doneAt')} - ${field('dueAt')})`)}), count(*), NULL, NULL FROM r, p WHERE kind = 'task' AND ${field('doneAt')} >= p.s AND ${field('doneAt')} < p.e AND ${field('doneAt')} <= ${asOf} GROUP BY ALL`;
		const lines: string[] = [];
		for (const query of [goals, talks, suggestions, stays, fields, tasks]) {
			for (const [metric, name, period, ...figures] of (await connection.runAndReadAll(query)).getRows()) lines.push([metric, name, period, ...figures.filter((figure) => figure !== null).map(Number)].join('|'));
		}
		return lines;
	} finally {
		connection.closeSync();
		database.closeSync();
	}
}

describe('S8: what holds for any rows', () => {
	const seeds = fc.integer({ min: 1, max: 1_000_000 });

	it('S8: order and repeats never matter', () => {
		fc.assert(fc.property(seeds, (seed) => {
			const rows = randomRows(seed, 30);
			const order = numbers(seed + 1);
			const shuffled = [...rows, ...rows.slice(0, 20)].map((one) => ({ one, key: order(1_000_000) })).sort((a, b) => a.key - b.key).map(({ one }) => one);
			expect(JSON.stringify(calculated(shuffled, RUN).metrics) === JSON.stringify(calculated(rows, RUN).metrics)).toBe(true);
		}), { numRuns: 15 });
	});

	it('S8: a total is the sum of its parts, and another grouping does not change it', () => {
		fc.assert(fc.property(seeds, (seed) => {
			const rows = randomRows(seed, 40);
			const { metrics } = calculated(rows, RUN);
			const sum = (metric: string, period: string, level: string, field: 'numerator' | 'denominator'): number =>
				metrics.filter(({ value }) => value.metric === metric && value.period.id === period && value.group.level === level).reduce((total, { value }) => total + (value[field] ?? 0), 0);
			for (const metric of METRICS) {
				for (const period of ['2025-Q4', '2026-Q1']) {
					for (const field of ['numerator', 'denominator'] as const) {
						// A median is none of the parts; numerator and denominator are.
						expect(new Set(LEVELS.map((level) => sum(metric, period, level, field))).size, `${metric} ${period}`).toBe(1);
					}
				}
			}
			const regrouped = rows.map((one): HealthRow => ({ ...one, team: `X${(one.id.length + one.id.charCodeAt(1)) % 3}`, department: 'Z' }));
			const totals = (of: readonly HealthMetric[]): string[] => linesOf(of.filter(({ subject }) => subject === 'company'));
			expect(totals(calculated(regrouped, RUN).metrics)).toEqual(totals(metrics));
		}), { numRuns: 15 });
	});

	it('S8: what happens later changes no closed period, unless it is restated', () => {
		fc.assert(fc.property(seeds, (seed) => {
			const rows = randomRows(seed, 30);
			const early = calculated(rows, { ...RUN, asOf: '2026-02-15T00:00:00+08:00' });
			const known = readKnownHealth(early.metrics.map((metric) => healthMetricToRow(metric)));
			const late = calculated(rows, RUN, known);
			const before = new Map(early.metrics.map((metric) => [metric.key, metric]));
			let closed = 0;
			for (const metric of late.metrics) {
				const old = before.get(metric.key);
				if (old?.value.period.closed !== true) continue;
				closed++;
				const same = old.value.numerator === metric.value.numerator && old.value.denominator === metric.value.denominator;
				expect(same || metric.value.restatement !== null).toBe(true);
				// A cohort can be answered later, and a goal's creation can be entered after its revisions; everything else stays as it was.
				if (!['cross_role_closure', 'goal_adjustment_frequency'].includes(metric.value.metric)) expect(same).toBe(true);
			}
			expect(closed).toBeGreaterThan(0);
		}), { numRuns: 15 });
	});

	it('S10: nothing of a group below five persons is shown, and the hidden ones of a shown total are five or more', () => {
		fc.assert(fc.property(seeds, fc.integer({ min: 3, max: 20 }), (seed, persons) => {
			const next = numbers(seed);
			const rows = times(60, () => {
				const who = next(persons);
				return row('talk', { manager: `M${who}`, employee: 'E', at: '2026-02-10', citations: 1, views: 1, team: `T${who % 4}`, department: `D${who % 2}` });
			});
			const people = (of: (index: number) => boolean): number => new Set(rows.map((one) => Number((one as HealthRow<'talk'>).manager.slice(1))).filter(of)).size;
			const { of } = calculated(rows, { metrics: ['process_data_usage'], minPersons: 5 });
			const isHidden = (group: string): boolean => of('2026-Q1', undefined, group).value.kind === 'suppressed';
			for (const d of [0, 1]) {
				const groups = [d, d + 2].filter((t) => people((index) => index % 4 === t) > 0);
				const gone = groups.filter((t) => isHidden(team(`D${d}`, `T${t}`)));
				for (const t of groups) if (people((index) => index % 4 === t) < 5) expect(gone).toContain(t);
				if (people((index) => index % 2 === d) > 0 && !isHidden(department(`D${d}`))) expect(gone.length === 0 || people((index) => gone.includes(index % 4)) >= 5).toBe(true);
			}
		}), { numRuns: 40 });
	});
});

describe('S8: rows where they lie', () => {
	const METRIC = { metrics: METRICS, levels: LEVELS, minPersons: 1 };
	const asOf = '2026-06-30T12:00:00+08:00';
	/** Rows as a source gives them: times as text, kinds mixed. */
	const asGiven = (rows: readonly HealthRow[]): Array<Readonly<Record<string, unknown>>> => rows.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, typeof value === 'number' && /^(at|.*At)$/.test(name) ? new Date(value).toISOString() : Array.isArray(value) ? value.join(',') : value])));
	const figures = (records: ReadonlyArray<Readonly<Record<string, unknown>>>, columns: Readonly<Record<string, string>> = {}): { readonly metrics: readonly string[]; readonly cited: readonly unknown[]; readonly unusable: number } => {
		const run = new HealthMetricRun({ settings: { ...DEFAULT_HEALTH_SETTINGS, ...METRIC, asOf } }, { length: records.length, at: (index) => records[index] ?? {}, kind: null, columns, readBefore: false });
		const results = [...run.results()].filter((result) => result !== null);
		return { metrics: results.map(({ judgement }) => JSON.stringify(judgement)), cited: results.flatMap(({ judgement, rows }) => judgement.evidence.map(({ id }, index) => [id, records[rows[index] ?? -1]?.['id']])), unusable: run.unusable.length };
	};

	it('S8: rows with times as text, mixed kinds and renamed columns give the figures of rows that were read before', () => {
		fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
			const rows = randomRows(seed, 40);
			const order = numbers(seed + 3);
			const mixed = rows.map((one) => ({ one, key: order(1_000_000) })).sort((a, b) => a.key - b.key).map(({ one }) => one);
			const expected = calculated(rows, RUN);
			const given = figures(asGiven(mixed));
			expect(given.metrics).toEqual([...expected.metrics, ...expected.alarms].map((judgement) => JSON.stringify(judgement)).sort((a, b) => given.metrics.indexOf(a) - given.metrics.indexOf(b)));
			expect(given.unusable).toBe(0);
			for (const [id, row] of given.cited as Array<[string, string]>) expect(row).toBe(id);
			const renamed = figures(asGiven(mixed).map(({ person, at, ...rest }) => ({ ...rest, 人: person, 时间: at })), { person: '人', at: '时间' });
			expect(renamed.metrics).toEqual(given.metrics);
		}), { numRuns: 10 });
	});

	it('S8: a later version of a record replaces the earlier one wherever both lie, and a record of the same id from another source does not', () => {
		const made = (change: object): Record<string, unknown> => ({ kind: 'goal', id: 'g', goal: 'G', person: 'P', at: '2026-02-01T00:00:00Z', change: 'created', team: 'T', department: 'D', ...change });
		const revised = made({ id: 'r', change: 'target', reason: 'x', approver: 'y', at: '2026-03-01T00:00:00Z' });
		const moved = made({ id: 'g', goal: 'H', at: '2026-02-01T00:00:00Z', recordedAt: '2026-03-05T00:00:00Z' });
		const other = made({ id: 'g', goal: 'K', source: 'second' });
		const count = (records: ReadonlyArray<Readonly<Record<string, unknown>>>): unknown => {
			const line = figures(records).metrics.map((text) => JSON.parse(text) as HealthMetric).find(({ subject, value }) => subject === 'company' && value.metric === 'goal_adjustment_frequency' && value.period.id === '2026-Q1');
			return [line?.value.numerator, line?.value.denominator];
		};
		expect(count([made({}), revised])).toEqual([1, 1]);
		// G has no creation any more, only its revision; H is made.
		for (const records of [[made({}), revised, moved], [moved, revised, made({})]]) expect(count(records)).toEqual([1, 2]);
		expect(count([made({}), revised, other])).toEqual([1, 2]);
	});
});
