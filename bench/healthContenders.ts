import type * as DuckDb from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import lodash from 'lodash';
import { DateTime } from 'luxon';
import { createRequire } from 'node:module';
import { AS_OF } from './healthCore.js';
import type { Item } from './healthRows.js';

/* The same metrics as others write them: SQL in DuckDB, and a Code node with lodash and luxon. Both take repeats of a row once, as the core does. */

// Loaded at run time, not bundled: a native library.
const { DuckDBDataChunk, DuckDBInstance, BIGINT, BOOLEAN, INTEGER, VARCHAR } = createRequire(import.meta.url)('@duckdb/node-api') as typeof DuckDb;

const DAY = 86_400_000;
const AS_OF_TIME = Date.parse(AS_OF);
/** Eight quarters, the last four of which are shown. */
const PERIODS = [['2024-Q3', '2024-07-01'], ['2024-Q4', '2024-10-01'], ['2025-Q1', '2025-01-01'], ['2025-Q2', '2025-04-01'], ['2025-Q3', '2025-07-01'], ['2025-Q4', '2025-10-01'], ['2026-Q1', '2026-01-01'], ['2026-Q2', '2026-04-01'], ['', '2026-07-01']].map(
	([id = '', start = ''], number) => ({ id, number, start: Date.parse(`${start}T00:00:00+08:00`) }),
);
const QUARTERS = PERIODS.slice(0, -1).map(({ id, number, start }) => ({ id, number, start, end: PERIODS[number + 1]?.start ?? 0 }));
const SHOWN = 4;

interface Column {
	readonly name: string;
	readonly type: DuckDBType;
	readonly of: (row: Readonly<Record<string, unknown>>) => unknown;
}

const text = (name: string): Column => ({ name, type: VARCHAR, of: (row) => row[name] ?? null });
const time = (name: string, column = name): Column => ({ name: column, type: BIGINT, of: (row) => (row[name] === undefined ? null : BigInt(Date.parse(row[name] as string))) });
const flag = (name: string): Column => ({ name, type: BOOLEAN, of: (row) => row[name] ?? null });
const count = (name: string): Column => ({ name, type: INTEGER, of: (row) => row[name] ?? null });

const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
	goal: [text('id'), text('goal'), time('at', 'tm'), text('change'), text('status'), text('approval'), text('reason'), text('approver'), text('department')],
	talk: [text('id'), text('manager'), text('employee'), time('at', 'tm'), time('end', 'until'), flag('held'), count('citations'), text('department')],
	view: [text('id'), text('viewer'), text('about'), time('at', 'tm')],
	suggestion: [text('id'), time('at', 'tm'), text('author'), text('authorRole'), text('person'), text('ownerRole'), flag('explicit'), time('acceptedAt'), time('changedAt'), text('change'), time('rejectedAt'), time('withdrawnAt'), text('duplicateOf'), text('department')],
	stage: [text('id'), text('item'), text('stage'), time('at', 'tm'), flag('final'), text('department')],
};

const HARD_SQL = `
with g as (select distinct on (id) * from goal_rows where tm <= ${AS_OF_TIME}),
life as (
	select goal, min(tm) filter (change = 'created' and status = 'approved') as made, count(*) filter (change = 'created') as proposals, min(tm) filter (status = 'approved') as known,
		arg_min(change, (tm, id)) filter (change in ('cancelled', 'completed') and status = 'approved') as how, min(tm) filter (change in ('cancelled', 'completed') and status = 'approved') as over, any_value(department) as department
	from g group by goal
), alive as (select *, coalesce(made, known) as since from life where made is not null or (proposals = 0 and known is not null)),
revisions as (
	select goal, department, coalesce('a' || approval, 'r' || id) as approval, case when bool_or(stated) then min(tm) filter (stated) else min(tm) end as tm, bool_or(stated) as stated
	from (select g.goal, alive.department, g.tm, approval, id, coalesce(reason, '') <> '' and coalesce(approver, '') <> '' as stated from g join alive using (goal)
		where change in ('target', 'measure', 'weight', 'deadline', 'owner', 'cancelled') and status = 'approved' and g.tm > coalesce(made, -1) and (over is null or g.tm <= over))
	group by all
), goals as (select department, number, count(*) as n from alive join periods on since < e and (over is null or (how = 'cancelled' and over >= s) or (how = 'completed' and over > s)) group by all),
changes as (select department, number, count(*) as n from revisions join periods on tm >= s and tm < e where stated group by all),
v as (select distinct on (id) viewer, about, tm from view_rows),
t as (select distinct on (id) * from talk_rows where held),
seen as (select distinct t.id from t join v on v.viewer = t.manager and v.about = t.employee and v.tm between t.tm - ${7 * DAY} and t.until),
s as (select distinct on (id) * from suggestion_rows)
select 'goal_adjustment_frequency', department, number, coalesce(changes.n, 0), goals.n from goals left join changes using (department, number)
union all
select 'process_data_usage', department, number, count(*) filter (citations > 0 and seen.id is not null), count(*) from t left join seen using (id) join periods on t.tm >= s and t.tm < e group by department, number
union all
select 'cross_role_closure', department, number, count(*) filter (acceptedAt <= ${AS_OF_TIME} and change is not null and changedAt between tm and ${AS_OF_TIME}), count(*) from s join periods on tm >= s and tm < e
	where explicit and not coalesce(withdrawnAt <= ${AS_OF_TIME}, false) and duplicateOf is null and author <> person and authorRole <> ownerRole and tm + ${30 * DAY} <= ${AS_OF_TIME} group by department, number`;

const DWELL_SQL = `
with once as (select distinct on (id) id, item, stage, tm, coalesce(final, false) as final, department from stage_rows where tm <= ${AS_OF_TIME}),
steps as (select * from (select *, lag((stage, final)) over (partition by item order by tm, id) as before from once) where before is distinct from (stage, final)),
stays as (select * from (select *, lead(tm) over (partition by item order by tm, id) as gone from steps) where not final),
lengths as (
	select department, number, stage, case when gone >= s and gone < e then (gone - tm) // 1000 else (least(e, ${AS_OF_TIME}) - tm) // 1000 end as length
	from stays join periods on (gone >= s and gone < e) or (tm < least(e, ${AS_OF_TIME}) and (gone is null or gone >= least(e, ${AS_OF_TIME})))
), figures as (
	select department, number, stage, grouping(stage) as whole, sum(length)::bigint as total, count(*) as n, median(length) as middle, quantile_disc(length, 0.9) as p90 from lengths group by grouping sets ((department, number), (department, number, stage))
), compared as (
	select *, median(total / n) over (partition by department, stage, whole order by number rows between 4 preceding and 1 preceding) as base, count(*) over (partition by department, stage, whole order by number rows between 4 preceding and 1 preceding) as bases from figures
)
select 'stage_dwell', department, number, total, n, middle, p90, case when bases >= 2 then total / n > base * 1.15 end from compared where whole = 1`;

export type Workload = 'hard' | 'dwell';

const KINDS: Readonly<Record<Workload, readonly string[]>> = { hard: ['goal', 'talk', 'view', 'suggestion'], dwell: ['stage'] };

export interface Duck {
	load(items: readonly Item[]): Promise<void>;
	query(): Promise<string[]>;
	close(): void;
}

async function fill(connection: DuckDBConnection, table: string, columns: readonly Column[], items: readonly Item[]): Promise<void> {
	await connection.run(`create or replace table ${table} (${columns.map(({ name, type }) => `"${name}" ${type.toString()}`).join(', ')})`);
	const appender = await connection.createAppender(table);
	for (let from = 0; from < items.length; from += 2048) {
		const rows = items.slice(from, from + 2048);
		const chunk = DuckDBDataChunk.create(columns.map(({ type }) => type));
		chunk.setColumns(columns.map(({ of }) => rows.map(({ json }) => of(json) as never)));
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

/** DuckDB in memory. */
export async function duck(workload: Workload): Promise<Duck & { threads(number: number): Promise<void> }> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
	const connection = await instance.connect();
	await connection.run('create table periods (number integer, s bigint, e bigint)');
	await connection.run(`insert into periods values ${QUARTERS.map(({ number, start, end }) => `(${number}, ${start}, ${end})`).join(', ')}`);
	return {
		load: async (items) => {
			for (const kind of KINDS[workload]) await fill(connection, `${kind}_rows`, COLUMNS[kind] ?? [], items.filter(({ json }) => json['kind'] === kind));
		},
		query: async () => {
			const rows = (await connection.runAndReadAll(workload === 'hard' ? HARD_SQL : DWELL_SQL)).getRows();
			return linesOfRows(rows.filter(([, , number]) => Number(number) >= SHOWN).map(([metric, department, number, ...figures]) => [String(metric), String(department), QUARTERS[Number(number)]?.id ?? '', ...figures.map((figure) => (typeof figure === 'boolean' || figure === null ? String(figure) : String(Number(figure))))]));
		},
		threads: async (number) => {
			await connection.run(`set threads = ${number}`);
		},
		close: () => {
			connection.closeSync();
			instance.closeSync();
		},
	};
}

function linesOfRows(rows: ReadonlyArray<readonly string[]>): string[] {
	return rows.map((row) => row.join('|')).sort();
}

type Fields = { readonly [Name in 'id' | 'goal' | 'at' | 'end' | 'change' | 'status' | 'approval' | 'reason' | 'approver' | 'manager' | 'employee' | 'viewer' | 'about' | 'held' | 'citations' | 'department' | 'explicit' | 'withdrawnAt' | 'duplicateOf' | 'author' | 'person' | 'authorRole' | 'ownerRole' | 'acceptedAt' | 'changedAt' | 'item' | 'stage' | 'final']?: string };

const instant = (stamp: string): number => DateTime.fromISO(stamp, { zone: 'Asia/Shanghai' }).toMillis();
const quarterOf = (stamp: string): string => {
	const at = DateTime.fromISO(stamp, { zone: 'Asia/Shanghai' });
	return `${at.year}-Q${at.quarter}`;
};

/** As people write it in a Code node. */
export function scriptHard(items: readonly Item[]): string[] {
	const of = (kind: string): Fields[] => lodash.uniqBy(lodash.filter(lodash.map(items, 'json'), { kind }), 'id');
	const lines: string[] = [];
	const figures: Record<string, { numerator: number; denominator: number }> = {};
	const add = (metric: string, department: string, period: string, numerator: number, denominator: number): void => {
		const figure = (figures[`${metric}|${department}|${period}`] ??= { numerator: 0, denominator: 0 });
		figure.numerator += numerator;
		figure.denominator += denominator;
	};
	for (const log of Object.values(lodash.groupBy(of('goal').filter(({ at = '' }) => instant(at) <= AS_OF_TIME), 'goal'))) {
		const sorted = lodash.sortBy(log.filter(({ status }) => status === 'approved'), [({ at = '' }) => instant(at), 'id']);
		const made = sorted.find(({ change }) => change === 'created');
		if (sorted.length === 0 || (made === undefined && log.some(({ change }) => change === 'created'))) continue;
		const since = instant((made ?? sorted[0])?.at ?? '');
		const over = sorted.find(({ change }) => change === 'cancelled' || change === 'completed');
		const end = over === undefined ? Infinity : instant(over.at ?? '');
		const formal = sorted.filter(({ change = '', at = '' }) => ['target', 'measure', 'weight', 'deadline', 'owner', 'cancelled'].includes(change) && (made === undefined || instant(at) > since) && instant(at) <= end);
		const revisions = Object.values(lodash.groupBy(formal, ({ approval, id = '' }) => (approval === undefined ? `r${id}` : `a${approval}`))).map((group) => group.find(({ reason, approver }) => reason && approver)).filter((one) => one !== undefined);
		for (const { id, start, end: periodEnd } of QUARTERS.slice(SHOWN)) {
			if (since >= periodEnd || (over !== undefined && (over.change === 'cancelled' ? end < start : end <= start))) continue;
			add('goal_adjustment_frequency', sorted[0]?.department ?? '', id, revisions.filter(({ at = '' }) => instant(at) >= start && instant(at) < periodEnd).length, 1);
		}
	}
	const views = lodash.groupBy(of('view'), ({ viewer = '', about = '' }) => `${viewer} ${about}`);
	for (const talk of of('talk')) {
		if ((talk.held as unknown) !== true) continue;
		const from = DateTime.fromISO(talk.at ?? '').minus({ days: 7 }).toMillis();
		const to = instant(talk.end ?? '');
		const seen = (views[`${talk.manager ?? ''} ${talk.employee ?? ''}`] ?? []).some(({ at = '' }) => lodash.inRange(instant(at), from, to + 1));
		add('process_data_usage', talk.department ?? '', quarterOf(talk.at ?? ''), Number(talk.citations) > 0 && seen ? 1 : 0, 1);
	}
	for (const one of of('suggestion')) {
		const at = instant(one.at ?? '');
		const past = (stamp: string | undefined): boolean => stamp !== undefined && instant(stamp) <= AS_OF_TIME;
		if ((one.explicit as unknown) !== true || past(one.withdrawnAt) || one.duplicateOf !== undefined || one.author === one.person || one.authorRole === one.ownerRole || at + 30 * DAY > AS_OF_TIME) continue;
		add('cross_role_closure', one.department ?? '', quarterOf(one.at ?? ''), past(one.acceptedAt) && one.change !== undefined && past(one.changedAt) && instant(one.changedAt ?? '') >= at ? 1 : 0, 1);
	}
	for (const [key, { numerator, denominator }] of Object.entries(figures)) if (QUARTERS.slice(SHOWN).some(({ id }) => key.endsWith(`|${id}`))) lines.push(`${key}|${numerator}|${denominator}`);
	return lines.sort();
}

export function scriptDwell(items: readonly Item[]): string[] {
	const rows = (lodash.uniqBy(lodash.map(items, 'json'), 'id') as Fields[]).filter(({ at = '' }) => instant(at) <= AS_OF_TIME);
	const lengths: Record<string, number[]> = {};
	for (const changes of Object.values(lodash.groupBy(rows, 'item'))) {
		const sorted = lodash.sortBy(changes, [({ at = '' }) => DateTime.fromISO(at).toMillis(), 'id']).filter((row, index, all) => row.stage !== all[index - 1]?.stage || row.final !== all[index - 1]?.final);
		sorted.forEach((row, index) => {
			if ((row.final as unknown) === true) return;
			const entered = DateTime.fromISO(row.at ?? '');
			const next = sorted[index + 1];
			const left = next === undefined ? null : DateTime.fromISO(next.at ?? '');
			for (const { id, start, end } of QUARTERS) {
				const until = Math.min(end, AS_OF_TIME);
				const gone = left?.toMillis() ?? Infinity;
				if (gone >= start && gone < end) (lengths[`${row.department ?? ''}|${id}`] ??= []).push(Math.floor((left ?? entered).diff(entered, 'seconds').seconds));
				else if (entered.toMillis() < until && gone >= until) (lengths[`${row.department ?? ''}|${id}`] ??= []).push(Math.floor((until - entered.toMillis()) / 1000));
			}
		});
	}
	const lines: string[] = [];
	const departments = lodash.uniq(Object.keys(lengths).map((key) => key.split('|')[0] ?? ''));
	for (const department of departments) {
		const means = QUARTERS.map(({ id }) => lengths[`${department}|${id}`]).map((own) => (own === undefined ? null : lodash.mean(own)));
		for (const { id, number } of QUARTERS.slice(SHOWN)) {
			const own = lodash.sortBy(lengths[`${department}|${id}`] ?? []);
			if (own.length === 0) continue;
			const bases = lodash.sortBy(lodash.compact(means.slice(Math.max(0, number - 4), number)));
			const base = ((bases[Math.floor((bases.length - 1) / 2)] ?? 0) + (bases[Math.ceil((bases.length - 1) / 2)] ?? 0)) / 2;
			const median = ((own[Math.floor((own.length - 1) / 2)] ?? 0) + (own[Math.ceil((own.length - 1) / 2)] ?? 0)) / 2;
			lines.push(`stage_dwell|${department}|${id}|${lodash.sum(own)}|${own.length}|${median}|${own[Math.ceil(0.9 * own.length) - 1] ?? 0}|${bases.length < 2 ? 'null' : String(lodash.mean(own) > base * 1.15)}`);
		}
	}
	return lines.sort();
}
