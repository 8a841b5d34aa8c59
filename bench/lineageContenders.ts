import type { DuckDBConnection } from '@duckdb/node-api';
import canonicalize from 'canonicalize';
import { DateTime } from 'luxon';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { assessLineage, type Approval, type AssessSettings, type Lineage, type VersionIndex, type VersionRow } from '../core/lineage/index.js';

/* The same questions about lineages, answered by this core, by SQL in DuckDB and as people write it in a Code node with lodash and luxon. */

export interface Item {
	readonly json: VersionRow;
}

/** What each contender says about a document. */
export interface Summary {
	readonly document: string;
	readonly inForce: string;
	readonly gaps: number;
	readonly unapproved: number;
	readonly changed: number;
	readonly late: number;
	readonly backdated: number;
	readonly withoutNote: number;
	readonly onePerson: number;
	readonly intact: boolean;
	readonly head: string;
}

const required = createRequire(import.meta.url);
interface Lodash {
	groupBy<Value>(values: readonly Value[], by: (value: Value) => string): Readonly<Record<string, readonly Value[]>>;
	sortBy<Value>(values: readonly Value[], by: ReadonlyArray<(value: Value) => unknown>): readonly Value[];
	last<Value>(values: readonly Value[]): Value | undefined;
}
const lodash = required('lodash') as Lodash;

export function summaryOf({ document, versions, inForce, findings, chain }: Lineage): Summary {
	let gaps = 0;
	let unapproved = 0;
	let changed = 0;
	let late = 0;
	let backdated = 0;
	let withoutNote = 0;
	let onePerson = 0;
	for (const finding of findings) {
		if (finding.code === 'numberGap') gaps++;
		else if (finding.code === 'missingApproval') unapproved += finding.versions.length;
		else if (finding.code === 'changedAfterApproval') changed++;
		else if (finding.code === 'uploadedAfterAcceptance') late++;
		else if (finding.code === 'backdated') backdated++;
		else if (finding.code === 'noChangeNote') withoutNote += finding.versions.length;
		else if (finding.code === 'samePerson') onePerson++;
	}
	return { document, inForce: versions[inForce]?.content.number ?? '', gaps, unapproved, changed, late, backdated, withoutNote, onePerson, intact: chain?.intact ?? true, head: chain?.head?.hash ?? '' };
}

export function* byCore(index: VersionIndex, settings: AssessSettings): Generator<Summary> {
	for (const document of index.documents()) yield summaryOf(assessLineage(index.entries(document), settings));
}

/** As people write it: grouped, sorted, every time a DateTime, every hash over canonical JSON with `createHash`. */
export function byCodeNode(items: readonly Item[], at: string): Summary[] {
	const moment = DateTime.fromISO(at);
	const groups = lodash.groupBy(items, (item) => item.json.document);
	return Object.entries(groups).map(([document, group]): Summary => {
		const parts = (number: string): readonly number[] => number.split('.').map(Number);
		const rows = group.map(({ json }) => {
			const approvals = JSON.parse(json.approvals) as Approval[];
			const approver = lodash.last(approvals.filter(({ role }) => role === 'approver'));
			const approved = approver?.at == null ? null : DateTime.fromISO(approver.at);
			const effective = json.effectiveFrom === '' ? null : DateTime.fromISO(json.effectiveFrom);
			const uploaded = DateTime.fromISO(json.uploadedAt);
			const from = effective ?? approved ?? (json.state === 'inReview' ? null : uploaded);
			return { json, approvals, approver, approved, effective, uploaded, from };
		});
		const stored = lodash.sortBy(rows, [({ json }) => json.sequence]);
		let before = '0'.repeat(64);
		let intact = true;
		stored.forEach(({ json, approvals }, place) => {
			const { hash } = json;
			const content: Record<string, unknown> = { ...json, approvals, size: json.size < 0 ? null : json.size };
			delete content['versionKey'];
			delete content['hash'];
			for (const [name, value] of Object.entries(content)) if (value === '') content[name] = null;
			if (createHash('sha256').update(canonicalize(content) ?? '').digest('hex') !== hash || json.previousHash !== before || json.sequence !== place + 1) intact = false;
			before = hash;
		});
		const sorted = lodash.sortBy(rows, [({ json }) => parts(json.number)[0], ({ json }) => parts(json.number)[1]]);
		const candidates = lodash.sortBy(sorted.filter(({ from }) => from !== null && from <= moment), [({ from }) => from?.toMillis()]);
		const day = (time: DateTime): string => time.setZone('Asia/Shanghai').toISODate() ?? '';
		return {
			document,
			inForce: lodash.last(candidates)?.json.number ?? '',
			gaps: sorted.filter(({ json }, place) => (parts(json.number)[1] ?? 0) > (place === 0 ? 0 : (parts(sorted[place - 1]?.json.number ?? '')[1] ?? 0)) + 1).length,
			unapproved: sorted.filter(({ approver, json }) => approver === undefined && json.state !== 'inReview').length,
			changed: sorted.filter(({ approver, json }) => approver?.sha256 != null && approver.sha256 !== json.sha256).length,
			late: sorted.filter(({ uploaded }) => uploaded > moment).length,
			backdated: sorted.reduce(
				(sum, { uploaded, approved, effective }, place) =>
					sum + Number(place > 0 && uploaded < (sorted[place - 1]?.uploaded ?? uploaded)) + Number(effective !== null && approved !== null && effective < approved) + Number(approved !== null && approved < uploaded && day(approved) < day(uploaded)),
				0,
			),
			withoutNote: sorted.filter(({ json }, place) => place > 0 && json.changeNote.trim() === '').length,
			onePerson: sorted.filter(({ approvals }) => new Set(approvals.map(({ person }) => person.trim().toLowerCase())).size < approvals.length).length,
			intact,
			head: before,
		};
	});
}

const TEXTS = ['document', 'name', 'number', 'uploadedAt', 'modifier', 'changeNote', 'approvals', 'state', 'effectiveFrom', 'withdrawnAt', 'deficiencyLetter', 'sha256', 'source', 'sourceId', 'url', 'recordedAt', 'previousHash', 'hash'] as const;

export async function load(connection: DuckDBConnection, items: readonly Item[]): Promise<void> {
	await connection.run(`create or replace table versions(${TEXTS.map((name) => `"${name}" varchar`).join(', ')}, size bigint, sequence integer, "numberAssigned" boolean)`);
	const appender = await connection.createAppender('versions');
	for (const { json } of items) {
		for (const name of TEXTS) appender.appendVarchar(json[name]);
		appender.appendBigInt(BigInt(json.size));
		appender.appendInteger(json.sequence);
		appender.appendBoolean(json.numberAssigned);
		appender.endRow();
	}
	appender.closeSync();
}

const text = (name: string): string => `if("${name}" = '', 'null', to_json("${name}")::varchar)`;
const always = (name: string): string => `to_json("${name}")::varchar`;
/** The canonical JSON of an entry, right for every text, as this core's is. */
const CANONICAL = `'{"approvals":' || approvals || ',"changeNote":' || ${text('changeNote')} || ',"deficiencyLetter":' || ${text('deficiencyLetter')} || ',"document":' || ${always('document')} || ',"effectiveFrom":' || ${text('effectiveFrom')} || ',"modifier":' || ${text('modifier')} || ',"name":' || ${always('name')} || ',"number":' || ${always('number')} || ',"numberAssigned":' || "numberAssigned"::varchar || ',"previousHash":"' || "previousHash" || '","recordedAt":' || ${text('recordedAt')} || ',"sequence":' || sequence::varchar || ',"sha256":' || ${text('sha256')} || ',"size":' || size::varchar || ',"source":' || ${always('source')} || ',"sourceId":' || ${always('sourceId')} || ',"state":' || ${text('state')} || ',"uploadedAt":' || ${text('uploadedAt')} || ',"url":' || ${text('url')} || ',"withdrawnAt":' || ${text('withdrawnAt')} || '}'`;
const time = (expression: string): string => `try_cast(nullif(${expression}, '') as timestamp)`;
/** A time with its offset becomes UTC; the zone of the question is eight hours ahead all year. */
const day = (name: string): string => `date_trunc('day', ${name} + interval 8 hour)`;

/** The same as one statement: the trail is parsed once, and the approver found by the role. */
export const sqlOf = (at: string, where: string, hashed: boolean): string => `
with rows as (
	select *, list_filter(steps, step -> step.role = 'approver')[-1] as approver, list_transform(steps, step -> lower(trim(step.person))) as persons from (select *, from_json(approvals, '[{"at":"VARCHAR","person":"VARCHAR","role":"VARCHAR","sha256":"VARCHAR"}]') as steps from versions ${where})
), read as (
	select document, number, state, sequence, hash, "previousHash", "sha256", trim("changeNote") as note, approver is null as unapproved,
		cast(split_part(number, '.', 1) as integer) as major, cast(split_part(number, '.', 2) as integer) as minor,
		${time('"uploadedAt"')} as uploaded, ${time('"effectiveFrom"')} as effective, ${time('approver.at')} as approved,
		approver.sha256 as seen, len(list_distinct(persons)) < len(persons) as one_person,
		${hashed ? `sha256(${CANONICAL}) = hash` : 'true'} as genuine
	from rows
), placed as (
	select *, coalesce(effective, approved, if(state = 'inReview', null, uploaded)) as since,
		${hashed ? `lag(hash, 1, '${'0'.repeat(64)}') over stored = "previousHash" and row_number() over stored = sequence` : 'true'} as linked,
		lag(minor, 1, 0) over numbered as minor_before, lag(uploaded) over numbered as uploaded_before, row_number() over numbered as place
	from read window stored as (partition by document order by sequence), numbered as (partition by document order by major, minor)
)
select document, coalesce(arg_max(number, (since, major, minor)) filter (since <= cast('${at}' as timestamp)), '') as in_force,
	count(*) filter (minor > minor_before + 1) as gaps, count(*) filter (unapproved and state <> 'inReview') as unapproved, count(*) filter (seen <> "sha256") as changed,
	count(*) filter (uploaded > cast('${at}' as timestamp)) as late,
	count(*) filter (uploaded < uploaded_before) + count(*) filter (effective < approved) + count(*) filter (approved < uploaded and ${day('approved')} < ${day('uploaded')}) as backdated,
	count(*) filter (place > 1 and note = '') as without_note, count(*) filter (one_person) as one_person,
	bool_and(genuine and linked) as intact, arg_max(hash, sequence) as head
from placed group by document order by document`;

export async function byDuckDb(connection: DuckDBConnection, statement: string): Promise<readonly Summary[]> {
	const answer = await connection.runAndReadAll(statement);
	return answer.getRows().map(([document, inForce, gaps, unapproved, changed, late, backdated, withoutNote, onePerson, intact, head]) => ({
		document: String(document),
		inForce: String(inForce),
		gaps: Number(gaps),
		unapproved: Number(unapproved),
		changed: Number(changed),
		late: Number(late),
		backdated: Number(backdated),
		withoutNote: Number(withoutNote),
		onePerson: Number(onePerson),
		intact: intact === true,
		head: String(head),
	}));
}

/** The pass that everything is measured against: reads each field the lineages need, and keeps nothing. */
export function readFields(items: readonly Item[]): number {
	let sum = 0;
	for (const { json } of items) {
		sum += json.document.length + json.name.length + json.number.length + json.uploadedAt.charCodeAt(9) + json.modifier.length + json.changeNote.length + json.approvals.length + json.state.length + json.effectiveFrom.length + json.withdrawnAt.length;
		sum += json.deficiencyLetter.length + json.size + json.sha256.charCodeAt(9) + json.source.length + json.sourceId.length + json.url.length + json.recordedAt.length + json.sequence + json.previousHash.charCodeAt(9) + json.hash.charCodeAt(9) + (json.numberAssigned ? 1 : 0);
	}
	return sum;
}
