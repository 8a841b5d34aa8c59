import type * as DuckDb from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import type * as JsonRules from 'json-rules-engine';
import lodash from 'lodash';
import { DateTime } from 'luxon';
import { createRequire } from 'node:module';
import { createWorkingCalendar } from '../core/calendar/workingCalendar.js';
import { DOCUMENT_EVENT_TYPES, type VersionPublished } from '../core/documents/evidence.js';
import { GIT_EVENT_TYPES, type ChangeAbandoned, type CommitRecorded } from '../core/git/evidence.js';
import { formatDayNumber } from '../core/time/zone.js';
import type { Item } from './redLightFacts.js';

/* The same rules as others write them: SQL in DuckDB, a Code node with lodash and luxon, json-rules-engine. The calendar is given to each as a table. */

// Loaded at run time, not bundled: a native library, and one that asks for modules of Node in its own way.
const required = createRequire(import.meta.url);
const { Engine } = required('json-rules-engine') as typeof JsonRules;
const { DuckDBDataChunk, DuckDBInstance, BIGINT, BOOLEAN, INTEGER, LIST, listValue, VARCHAR } = required('@duckdb/node-api') as typeof DuckDb;

const ZONE_SECONDS = 8 * 3600;
const FIRST = 20_100;
const LAST = 20_500;

/** For each day the number of the working day that it counts with, and its date. */
export function workingDays(): { readonly numberOf: Map<number, number>; readonly dateOf: Map<number, string> } {
	const calendar = createWorkingCalendar();
	const numberOf = new Map<number, number>();
	const dateOf = new Map<number, string>();
	for (let day = FIRST; day < LAST; day++) {
		const counting = calendar.nextWorkingDay(day);
		const number = counting.kind === 'known' ? calendar.workingDaysBetween(FIRST - 1, counting.value) : counting;
		if (counting.kind !== 'known' || number.kind !== 'known') continue;
		numberOf.set(day, number.value);
		dateOf.set(number.value, formatDayNumber(counting.value));
	}
	return { numberOf, dateOf };
}

const seconds = (stamp: string | undefined): number => Math.floor(Date.parse(stamp ?? '') / 1000);

interface Column {
	readonly name: string;
	readonly type: DuckDBType;
	readonly of: (item: Item) => unknown;
}

const change = ({ json }: Item): ChangeAbandoned => json.data as ChangeAbandoned;
const commit = ({ json }: Item): CommitRecorded => json.data as CommitRecorded;
const version = ({ json }: Item): VersionPublished & { readonly label?: string } => json.data as VersionPublished & { readonly label?: string };
const typeIs = (...types: readonly string[]): ((item: Item) => boolean) => ({ json }) => types.includes(json.type);

const CHANGES: readonly Column[] = [
	{ name: 'author', type: VARCHAR, of: (item) => change(item).author?.account ?? null },
	{ name: 'repository', type: VARCHAR, of: (item) => change(item).repository },
	{ name: 'change', type: INTEGER, of: (item) => Number(change(item).change) },
	{ name: 'merged', type: BOOLEAN, of: ({ json }) => json.type === GIT_EVENT_TYPES.changeMerged },
	{ name: 'left_out', type: BOOLEAN, of: (item) => item.json.type === GIT_EVENT_TYPES.changeAbandoned && (change(item).draft || change(item).supersededBy !== null) },
	{ name: 'bot', type: BOOLEAN, of: (item) => change(item).author?.bot ?? false },
	{ name: 'moment', type: BIGINT, of: ({ json }) => BigInt(seconds(json.time)) },
];
const COMMITS: readonly Column[] = [
	{ name: 'author', type: VARCHAR, of: (item) => commit(item).author?.account ?? null },
	{ name: 'repository', type: VARCHAR, of: (item) => commit(item).repository },
	{ name: 'content_key', type: VARCHAR, of: (item) => commit(item).contentKey },
	{ name: 'parents', type: INTEGER, of: (item) => commit(item).parents },
	{ name: 'bot', type: BOOLEAN, of: (item) => commit(item).author?.bot ?? false },
	{ name: 'moment', type: BIGINT, of: (item) => BigInt(seconds(commit(item).authoredAt)) },
	{ name: 'paths', type: LIST(VARCHAR), of: (item) => listValue([...(commit(item).paths ?? [])]) },
];
const VERSIONS: readonly Column[] = [
	{ name: 'page', type: VARCHAR, of: (item) => version(item).page },
	{ name: 'version', type: INTEGER, of: (item) => version(item).version },
	{ name: 'author', type: VARCHAR, of: (item) => version(item).author?.account ?? null },
	{ name: 'moment', type: BIGINT, of: ({ json }) => BigInt(seconds(json.time)) },
];
const LABELS: readonly Column[] = [
	{ name: 'page', type: VARCHAR, of: (item) => version(item).page },
	{ name: 'label', type: VARCHAR, of: (item) => version(item).label ?? null },
	{ name: 'moment', type: BIGINT, of: ({ json }) => BigInt(seconds(json.time)) },
];

const CODE_SQL = `
with decided as (
	select author, repository, change, number, arg_max(merged, moment * 2 + merged::int) as merged, arg_max(left_out, moment * 2 + merged::int) as left_out
	from changes join days on days.day = (moment + ${ZONE_SECONDS}) // 86400
	where not bot group by author, repository, change, number
), a as (
	select author, number from decided where not left_out group by author, number having count(*) filter (not merged) * 100 > 40 * count(*)
), touched as (
	select distinct author, number, repository, content_key, array_to_string(list_slice(string_split(path, '/'), 1, 2), '/') as module
	from (select author, repository, content_key, moment, unnest(paths) as path from commits where parents < 2 and not bot) join days on days.day = (moment + ${ZONE_SECONDS}) // 86400
), b as (
	select distinct author, number from touched group by author, number, repository, module having count(*) > 5
), holding as (select author, number from a union select author, number from b
), runs as (
	select author, number, number - row_number() over (partition by author order by number) as run from holding
)
select author, min(number) as first, max(number) as last from runs group by author, run having count(*) >= 3`;

const PAGE_SQL = `
with reviews as (select page, max(moment) as since from labels where label in ('in-review', 'review', '评审中', '待评审') group by page
), counted as (
	select v.page, v.author, count(distinct v.version) as edits
	from versions v left join reviews r using (page) where r.since is null or v.moment > r.since group by v.page, v.author
)
select author, page, edits from counted where edits >= 6`;

export interface Duck {
	load(items: readonly Item[]): Promise<void>;
	query(): Promise<string[]>;
	close(): void;
}

async function fill(connection: DuckDBConnection, table: string, columns: readonly Column[], items: readonly Item[]): Promise<void> {
	await connection.run(`create or replace table ${table} (${columns.map(({ name, type }) => `${name} ${type.toString()}`).join(', ')})`);
	const appender = await connection.createAppender(table);
	for (let from = 0; from < items.length; from += 2048) {
		const rows = items.slice(from, from + 2048);
		const chunk = DuckDBDataChunk.create(columns.map(({ type }) => type));
		chunk.setColumns(columns.map(({ of }) => rows.map((item) => of(item) as never)));
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

/** DuckDB in memory with two threads. */
export async function duck(kind: 'code' | 'pages'): Promise<Duck> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
	const connection = await instance.connect();
	const { numberOf, dateOf } = workingDays();
	await connection.run('create table days (day bigint, number integer)');
	await connection.run(`insert into days values ${[...numberOf].map(([day, number]) => `(${day}, ${number})`).join(', ')}`);
	return {
		load: async (items) => {
			if (kind === 'code') {
				await fill(connection, 'changes', CHANGES, items.filter(typeIs(GIT_EVENT_TYPES.changeMerged, GIT_EVENT_TYPES.changeAbandoned)));
				await fill(connection, 'commits', COMMITS, items.filter(typeIs(GIT_EVENT_TYPES.commitRecorded)));
			} else {
				await fill(connection, 'versions', VERSIONS, items.filter(typeIs(DOCUMENT_EVENT_TYPES.versionPublished)));
				await fill(connection, 'labels', LABELS, items.filter(typeIs(DOCUMENT_EVENT_TYPES.labelAdded)));
			}
		},
		query: async () => {
			const rows = (await connection.runAndReadAll(kind === 'code' ? CODE_SQL : PAGE_SQL)).getRows();
			if (kind === 'pages') return rows.map(([author, page, edits]) => `confluence ${String(author)} ${String(page)} ${String(edits)}`).sort();
			return rows.map(([author, first, last]) => `github ${String(author)} ${dateOf.get(Number(first)) ?? ''} ${dateOf.get(Number(last)) ?? ''} ${Number(last) - Number(first) + 1}`).sort();
		},
		close: () => {
			connection.closeSync();
			instance.closeSync();
		},
	};
}

/** As people write it in a Code node. */
export function lodashCode(items: readonly Item[]): string[] {
	const { numberOf, dateOf } = workingDays();
	const dayOf = (stamp: string): number => {
		const local = DateTime.fromISO(stamp, { zone: 'Asia/Shanghai' }).startOf('day');
		return numberOf.get(Math.floor(local.toMillis() / 86_400_000 + 8 / 24)) ?? -1;
	};
	const facts = items.map(({ json }) => json);
	const decisions = facts
		.filter(({ type, data }) => (type === GIT_EVENT_TYPES.changeMerged || type === GIT_EVENT_TYPES.changeAbandoned) && !(data as ChangeAbandoned).author?.bot)
		.map((fact) => ({ ...(fact.data as ChangeAbandoned), merged: fact.type === GIT_EVENT_TYPES.changeMerged, at: DateTime.fromISO(fact.time ?? '').toMillis(), day: dayOf(fact.time ?? '') }));
	const last = lodash.map(lodash.groupBy(decisions, ({ repository, change: number, day, author }) => `${repository}#${number} ${day} ${author?.account ?? ''}`), (group) => lodash.maxBy(group, ({ at, merged }) => at * 2 + (merged ? 1 : 0)));
	const counted = lodash.compact(last).filter(({ merged, draft, supersededBy }) => merged || (!draft && supersededBy === null));
	const bad = lodash.pickBy(lodash.groupBy(counted, ({ author, day }) => `${author?.account ?? ''} ${day}`), (group) => (group.filter(({ merged }) => !merged).length / group.length) * 100 > 40);
	const commits = lodash.uniqBy(
		facts
			.filter(({ type, data }) => type === GIT_EVENT_TYPES.commitRecorded && ((data as CommitRecorded).parents ?? 0) < 2 && !(data as CommitRecorded).author?.bot)
			.map(({ data }) => ({ ...(data as CommitRecorded), day: dayOf((data as CommitRecorded).authoredAt) })),
		({ contentKey, repository }) => `${contentKey} ${repository}`,
	);
	const touched = commits.flatMap((one) => lodash.uniq((one.paths ?? []).map((path) => path.split('/').slice(0, 2).join('/'))).map((module) => `${one.author?.account ?? ''} ${one.day} ${one.repository} ${module}`));
	const busy = lodash.keys(lodash.pickBy(lodash.countBy(touched), (count) => count > 5)).map((key) => key.split(' ').slice(0, 2).join(' '));
	return runsOf(lodash.uniq([...lodash.keys(bad), ...busy]), dateOf);
}

function runsOf(holding: readonly string[], dateOf: ReadonlyMap<number, string>): string[] {
	return lodash
		.flatMap(lodash.groupBy(holding.map((key) => key.split(' ')), ([author]) => author), (days, author) => {
			const found: string[] = [];
			const sorted = lodash.sortBy(days.map(([, day]) => Number(day)));
			for (let from = 0; from < sorted.length; ) {
				let to = from;
				while (sorted[to + 1] === (sorted[to] ?? 0) + 1) to++;
				if (to - from >= 2) found.push(`github ${author} ${dateOf.get(sorted[from] ?? 0) ?? ''} ${dateOf.get(sorted[to] ?? 0) ?? ''} ${to - from + 1}`);
				from = to + 1;
			}
			return found;
		})
		.sort();
}

export function lodashPages(items: readonly Item[]): string[] {
	const facts = items.map(({ json }) => ({ ...version({ json }), type: json.type, at: DateTime.fromISO(json.time ?? '') }));
	const labels = ['in-review', 'review', '评审中', '待评审'];
	const reviews = lodash.mapValues(lodash.groupBy(facts.filter(({ type, label }) => type === DOCUMENT_EVENT_TYPES.labelAdded && labels.includes(label ?? '')), 'page'), (group) => lodash.maxBy(group, ({ at }) => at.toMillis())?.at);
	const versions = lodash.uniqBy(facts.filter(({ type }) => type === DOCUMENT_EVENT_TYPES.versionPublished), ({ page, version: number }) => `${page} ${number}`);
	const open = versions.filter(({ page, at }) => reviews[page] === undefined || at > reviews[page]);
	return lodash.map(lodash.pickBy(lodash.countBy(open, ({ author, page }) => `confluence ${author?.account ?? ''} ${page}`), (count) => count >= 6), (count, key) => `${key} ${count}`).sort();
}

/** json-rules-engine judges facts that are counted before: the same groups, one run of the engine per person and day. */
export async function rulesEngine(items: readonly Item[]): Promise<string[]> {
	const { numberOf, dateOf } = workingDays();
	const engine = new Engine([
		{ conditions: { any: [{ all: [{ fact: 'decided', operator: 'greaterThanInclusive', value: 1 }, { fact: 'rate', operator: 'greaterThan', value: 40 }] }, { fact: 'commits', operator: 'greaterThan', value: 5 }] }, event: { type: 'holds' } },
	]);
	const days = new Map<string, { decided: Map<string, { at: number; failed: boolean; out: boolean }>; modules: Map<string, Set<string>> }>();
	for (const item of items) {
		const { json } = item;
		const isCommit = json.type === GIT_EVENT_TYPES.commitRecorded;
		const at = seconds(isCommit ? commit(item).authoredAt : json.time);
		const key = `${change(item).author?.account ?? ''} ${numberOf.get(Math.floor((at + ZONE_SECONDS) / 86_400)) ?? -1}`;
		const day = days.get(key) ?? { decided: new Map<string, { at: number; failed: boolean; out: boolean }>(), modules: new Map<string, Set<string>>() };
		days.set(key, day);
		if (isCommit) {
			if ((commit(item).parents ?? 0) < 2) for (const path of commit(item).paths ?? []) {
				const module = `${commit(item).repository} ${path.split('/').slice(0, 2).join('/')}`;
				day.modules.set(module, (day.modules.get(module) ?? new Set<string>()).add(commit(item).contentKey));
			}
		} else if (json.type !== GIT_EVENT_TYPES.changeCreated) {
			const id = `${change(item).repository} ${change(item).change}`;
			const failed = json.type === GIT_EVENT_TYPES.changeAbandoned;
			const known = day.decided.get(id);
			if (known === undefined || at > known.at || (at === known.at && !failed)) day.decided.set(id, { at, failed, out: failed && (change(item).draft || change(item).supersededBy !== null) });
		}
	}
	const holding: string[] = [];
	for (const [key, { decided, modules }] of days) {
		const counted = [...decided.values()].filter(({ out }) => !out);
		const { events } = await engine.run({ decided: counted.length, rate: counted.length === 0 ? 0 : (counted.filter(({ failed }) => failed).length / counted.length) * 100, commits: Math.max(0, ...[...modules.values()].map(({ size }) => size)) });
		if (events.length > 0) holding.push(key);
	}
	return runsOf(holding, dateOf);
}
