import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { shownValue } from '../people/reading.js';
import { NO_TIME, parseRfc3339 } from '../time/rfc3339.js';
import { parseMoment } from '../time/moment.js';
import { formatInstant, type Zone } from '../time/zone.js';

/*
 * What the metrics are calculated from: one table of fields per kind of row. Reader, types, documentation and the node's hints come from it.
 */

/** `flag`: yes or no; `list`: names with commas, or a list; `time`: RFC 3339 or a date, which means its start in the zone of the settings. */
type FieldType = 'text' | 'time' | 'count' | 'number' | 'flag' | 'list';

interface FieldSpec {
	readonly type: FieldType;
	readonly required: boolean;
	readonly choices?: readonly string[];
}

const must = <Type extends FieldType>(type: Type) => ({ type, required: true }) as const;
const may = <Type extends FieldType>(type: Type) => ({ type, required: false }) as const;

/** Kinds of change in a goal's version log; the formal ones are those that count as a revision. */
export const FORMAL_CHANGES = ['target', 'measure', 'weight', 'deadline', 'owner', 'cancelled'] as const;
export const GOAL_CHANGES = ['created', ...FORMAL_CHANGES, 'completed', 'wording', 'progress'] as const;
export const APPROVALS = ['approved', 'rejected', 'draft'] as const;

/** Fields that any row may have beside its own. */
const COMMON = {
	/** The source's own id of the record: the same kind and id twice is the same row. */
	id: must('text'),
	/** When the source recorded it; tells late evidence apart. */
	recordedAt: may('time'),
	/** Where a person can open the record. */
	url: may('text'),
	source: may('text'),
	/** Unit of the person at that time; without it the rows of kind `membership` say. */
	team: may('text'),
	department: may('text'),
} as const;

export const ROW_FIELDS = {
	/** Version log of goals: one row per change of one goal. */
	goal: { goal: must('text'), person: must('text'), at: must('time'), change: { ...must('text'), choices: GOAL_CHANGES }, status: { ...may('text'), choices: APPROVALS }, approval: may('text'), reason: may('text'), approver: may('text') },
	/** A coaching talk with what was found in its minutes. */
	talk: { manager: must('text'), employee: must('text'), at: must('time'), end: may('time'), held: may('flag'), minutes: may('flag'), citations: may('count'), views: may('count') },
	/** Operation log: somebody looked at process data about somebody. */
	view: { viewer: must('text'), about: must('text'), at: must('time') },
	/** A suggestion of a downstream role on an upstream deliverable, with what became of it. */
	suggestion: {
		at: must('time'), author: must('text'), authorRole: must('text'), person: must('text'), ownerRole: must('text'), explicit: may('flag'),
		acceptedAt: may('time'), changedAt: may('time'), change: may('text'), partly: may('flag'), rejectedAt: may('time'), withdrawnAt: may('time'), duplicateOf: may('text'),
	},
	/** Something entered a stage. `final`: it rests there, so no stay begins. */
	stage: { item: must('text'), stage: must('text'), at: must('time'), person: may('text'), final: may('flag') },
	/** Required fields of one record that were due. */
	fields: { at: must('time'), required: must('count'), filled: must('count'), person: may('text') },
	appeal: { at: must('time'), person: may('text'), state: may('text') },
	/** Use of the system by one person on one day. */
	usage: { person: must('text'), at: must('time'), minutes: must('number') },
	invite: { person: must('text'), at: must('time'), invited: must('text'), invitedDepartment: must('text') },
	/** An anonymous answer about a coaching talk, 1 to 5. */
	rating: { manager: must('text'), at: must('time'), score: must('count') },
	/** A task with the context factors noted for it. */
	task: { dueAt: must('time'), doneAt: may('time'), factors: may('list'), person: may('text') },
	/** Who belonged to which unit from when until when. */
	membership: { person: must('text'), from: may('time'), until: may('time') },
} as const;

export type RowKind = keyof typeof ROW_FIELDS;
export const ROW_KINDS = Object.keys(ROW_FIELDS) as readonly RowKind[];

type ValueOf<Spec> = Spec extends { readonly choices: ReadonlyArray<infer Choice> } ? Choice : Spec extends { readonly type: 'text' } ? string : Spec extends { readonly type: 'flag' } ? boolean : Spec extends { readonly type: 'list' } ? readonly string[] : number;
type FieldsOf<Specs> = { readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true } ? Name : never]: ValueOf<Specs[Name]> } & {
	readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true } ? never : Name]?: ValueOf<Specs[Name]>;
};

/** A row as the metrics read it: times are epoch milliseconds, empty fields are absent. */
export type HealthRow<Kind extends RowKind = RowKind> = { [K in Kind]: { readonly kind: K } & FieldsOf<typeof COMMON> & FieldsOf<(typeof ROW_FIELDS)[K]> }[Kind];

export interface RowProblem {
	readonly field: string;
	readonly value: string | null;
	readonly expected: string;
}

export type HealthRowReading = { readonly ok: true; readonly row: HealthRow } | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Name of the column in which a field stands, where it is not that of the field: `{ manager: '直属上级' }`. */
export type ColumnNames = Readonly<Record<string, string>>;

const SPECS = Object.fromEntries(ROW_KINDS.map((kind) => [kind, Object.entries({ ...COMMON, ...ROW_FIELDS[kind] } as Readonly<Record<string, FieldSpec>>)])) as unknown as Readonly<Record<RowKind, ReadonlyArray<readonly [string, FieldSpec]>>>;

/** Fields that a row of this kind must have. */
export function requiredFields(kind: RowKind): readonly string[] {
	return SPECS[kind].filter(([, { required }]) => required).map(([name]) => name);
}

export function allFields(kind: RowKind): readonly string[] {
	return SPECS[kind].map(([name]) => name);
}

export function isRowKind(value: unknown): value is RowKind {
	return typeof value === 'string' && Object.hasOwn(ROW_FIELDS, value);
}

/** Reads one record. Nothing is guessed: a field that is there and cannot be read refuses the row. */
export function readHealthRow(kind: RowKind, record: Readonly<Record<string, unknown>>, columns: ColumnNames, zone: Zone): HealthRowReading {
	const row: Record<string, unknown> = { kind };
	let problems: RowProblem[] | null = null;
	for (const [name, spec] of SPECS[kind]) {
		const column = columns[name] ?? name;
		const raw = Object.hasOwn(record, column) ? record[column] : undefined;
		const blank = raw === undefined || raw === null || raw === '';
		const value = blank ? undefined : valueOf(raw, spec.type, zone);
		if (value === undefined) {
			if (!blank || spec.required) (problems ??= []).push({ field: column, value: blank ? null : shownValue(raw), expected: EXPECTED[spec.type] });
		} else if (spec.choices && !spec.choices.includes(value as string)) (problems ??= []).push({ field: column, value: shownValue(raw), expected: spec.choices.join(', ') });
		else row[name] = value;
	}
	problems = checked(row as unknown as HealthRow, problems, columns);
	return problems === null ? { ok: true, row: row as unknown as HealthRow } : { ok: false, problems };
}

/** What one field alone cannot tell. */
function checked(row: HealthRow, problems: RowProblem[] | null, columns: ColumnNames): RowProblem[] | null {
	const refuse = (field: string, value: number | undefined, expected: string): RowProblem[] => [...(problems ?? []), { field: columns[field] ?? field, value: value === undefined ? null : String(value), expected }];
	if (row.kind === 'fields' && row.filled > row.required) return refuse('filled', row.filled, 'no more than are required');
	if (row.kind === 'rating' && (row.score < 1 || row.score > 5)) return refuse('score', row.score, '1 to 5');
	if (row.kind === 'usage' && row.minutes < 0) return refuse('minutes', row.minutes, '0 or more');
	if (row.kind === 'talk' && row.end !== undefined && row.end < row.at) return refuse('end', row.end, 'a time after the start');
	return problems;
}

const EXPECTED: Readonly<Record<FieldType, string>> = {
	text: 'a text',
	time: 'a time such as 2026-03-02T08:00:00+08:00',
	count: 'a whole number from 0',
	number: 'a number',
	flag: 'true or false',
	list: 'names with commas, or a list',
};

function valueOf(raw: unknown, type: FieldType, zone: Zone): unknown {
	switch (type) {
		case 'text': {
			const text = typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
			return text === '' ? undefined : text;
		}
		case 'time': {
			if (typeof raw !== 'string') return undefined;
			const instant = parseRfc3339(raw);
			if (!Number.isNaN(instant)) return instant;
			return parseMoment(raw, zone)?.earliest;
		}
		case 'number':
		case 'count': {
			const number = typeof raw === 'number' ? raw : typeof raw === 'string' && /^-?\d+(\.\d+)?$/.test(raw.trim()) ? Number(raw) : Number.NaN;
			if (!Number.isFinite(number) || Math.abs(number) > 1e9) return undefined;
			return type === 'count' && (!Number.isInteger(number) || number < 0) ? undefined : number;
		}
		case 'flag':
			if (raw === true || raw === 1 || raw === 'true' || raw === '1') return true;
			return raw === false || raw === 0 || raw === 'false' || raw === '0' ? false : undefined;
		case 'list':
			if (Array.isArray(raw)) return raw.map(String).map((name) => name.trim()).filter((name) => name !== '');
			return typeof raw === 'string' ? raw.split(/[,，;；、\n]/).map((name) => name.trim()).filter((name) => name !== '') : undefined;
	}
}

/** When the row happened, for its reference; {@link NO_TIME} where it has no time. */
function timeOf(row: HealthRow): number {
	if (row.kind === 'task') return row.doneAt ?? row.dueAt;
	return row.kind === 'membership' ? (row.from ?? NO_TIME) : row.at;
}

/** Account of whoever caused the row, where it names one. */
function actorOf(row: HealthRow): string | null {
	if (row.kind === 'talk') return row.manager;
	if (row.kind === 'suggestion') return row.author;
	if (row.kind === 'view') return row.viewer;
	if (row.kind === 'goal') return row.approver ?? row.person;
	return row.kind === 'rating' ? null : (row.person ?? null);
}

export function referenceTo(row: HealthRow): EvidenceReference {
	const time = timeOf(row);
	return { source: row.source ?? `rows:${row.kind}`, id: row.id, time: time === NO_TIME ? null : formatInstant(time), actor: actorOf(row), url: row.url ?? null };
}
