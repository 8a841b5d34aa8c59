import { columnKey } from '../people/accountColumn.js';
import { booleanOf, byText, comparable, isRecord, textOf } from '../people/reading.js';
import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { canonicalJson, sha256 } from '../evidence/key.js';
import { safeAddress } from '../explanation/escape.js';
import type { BilingualText } from '../judgement/judgement.js';
import { GOAL_COLUMNS, goalColumnFinder, KIND_BY_WORD, KIND_NAMES, SALES_FLOW, type GoalColumn, type GoalRowKind } from './columns.js';
import { compare, fractionOf, HUNDRED, times, ZERO, type Fraction } from './fraction.js';
import { readPeriod, type PeriodLength } from './period.js';
import type { ActionEntry, DemandEntry, GoalEntry, GoalRowProblem, GoalTable, GoalTableEntry, IndexEntry, LeverEntry, StageEntry } from './table.js';

export interface GoalTableSettings {
	/** Evidence source, e.g. `table:goals`. */
	readonly source: string;
	/** Headings of this table that are not among the usual ones. */
	readonly columns?: Partial<Record<GoalColumn, string>>;
	/** Stages of the flow in order, where the table has no rows for them. Empty: lead → opportunity → contract → delivery → renewal. */
	readonly stages?: readonly string[];
	/** How a percentage without a percent sign is meant: `hundred` 50 is 50%; `one` 0.5 is 50%, as spreadsheets store it. Default `hundred`. */
	readonly percentages?: 'hundred' | 'one';
}

/** Larger figures are a mistake, and arithmetic on them takes long. */
const LARGEST = 1e15;

/** Why a row is refused. */
class RowRefused extends Error {
	constructor(
		readonly field: string | null,
		readonly value: string | null,
		readonly reason: BilingualText,
		readonly remedy: BilingualText,
	) {
		super(reason.en);
	}
}

/**
 * Reads goals, actions, stages, levers, demands and indexes from the rows of a Data Table or a CSV file. Columns are found by their usual English and
 * Chinese headings. A row that cannot be used is refused with its reason, the others count; a row given twice is one. The order of the rows does not matter.
 */
export function readGoalTable(rows: readonly unknown[], settings: GoalTableSettings): GoalTable {
	const columnsOf = goalColumnFinder(settings.columns);
	const problems: GoalRowProblem[] = [];
	const rowsOf = new Map<string, number[]>();
	const entries = new Map<string, GoalTableEntry>();
	rows.forEach((row, index) => {
		// The one empty item that n8n makes of an empty table.
		if (isRecord(row) && Object.keys(row).length === 0) return;
		try {
			if (!isRecord(row)) throw new RowRefused(null, textOf(row), { en: 'This is not a row with columns.', 'zh-CN': '这不是带列的行。' }, { en: 'Give the rows of a table.', 'zh-CN': '请提供表格的行。' });
			const entry = new RowReader(row, columnsOf(row), settings).read();
			const { id } = entry.evidence;
			const positions = rowsOf.get(id);
			if (positions) positions.push(index);
			else {
				rowsOf.set(id, [index]);
				entries.set(id, entry);
			}
		} catch (error) {
			if (!(error instanceof RowRefused)) throw error;
			problems.push({ row: index, field: error.field, value: error.value, reason: error.reason, remedy: error.remedy });
		}
	});
	const sorted = [...entries.values()].sort((a, b) => byText(a.evidence.id, b.evidence.id));
	const of = <Kind extends GoalTableEntry['kind']>(kind: Kind): ReadonlyArray<Extract<GoalTableEntry, { kind: Kind }>> => sorted.filter((entry): entry is Extract<GoalTableEntry, { kind: Kind }> => entry.kind === kind);
	const { kept, refused } = sameLength(of('index'), rowsOf);
	return { goals: of('goal'), actions: of('action'), stages: stagesOf(of('stage'), settings.stages ?? []), levers: of('lever'), demands: of('demand'), indexes: kept, problems: [...problems, ...refused], rowsOf };
}

function stagesOf(rows: readonly StageEntry[], named: readonly string[]): readonly StageEntry[] {
	if (rows.length > 0) return [...rows].sort((a, b) => a.order - b.order || byText(a.id, b.id));
	if (named.length > 0) return named.map((name, order) => ({ kind: 'stage', id: name, name: { en: name, 'zh-CN': name }, words: [], order, evidence: null }));
	return SALES_FLOW.map(({ id, name, words }, order) => ({ kind: 'stage', id, name, words, order, evidence: null }));
}

/** The periods of one goal are of one length, that of most of its rows; a month among quarters compares with nothing. */
function sameLength(indexes: readonly IndexEntry[], rowsOf: ReadonlyMap<string, readonly number[]>): { readonly kept: readonly IndexEntry[]; readonly refused: readonly GoalRowProblem[] } {
	const counts = new Map<string, Map<PeriodLength, number>>();
	for (const { goal, period } of indexes) {
		const of = counts.get(comparable(goal)) ?? new Map<PeriodLength, number>();
		counts.set(comparable(goal), of.set(period.length, (of.get(period.length) ?? 0) + 1));
	}
	const usual = new Map([...counts].map(([goal, of]) => [goal, [...of].sort(([a, m], [b, n]) => n - m || byText(a, b))[0]?.[0]]));
	const fits = ({ goal, period }: IndexEntry): boolean => usual.get(comparable(goal)) === period.length;
	return {
		kept: indexes.filter(fits),
		refused: indexes.filter((entry) => !fits(entry)).flatMap(({ evidence, period, goal }) =>
			(rowsOf.get(evidence.id) ?? []).map((row) => ({
				row,
				field: 'period',
				value: period.label,
				reason: { en: `Period ${period.label} is of another length than the other periods of ${goal}.`, 'zh-CN': `周期 ${period.label} 与 ${goal} 的其他周期长度不同。` },
				remedy: { en: 'Give all indexes of a goal for periods of one length.', 'zh-CN': '同一目标的指标请使用相同长度的周期。' },
			})),
		),
	};
}

class RowReader {
	constructor(
		private readonly row: Readonly<Record<string, unknown>>,
		private readonly columns: ReadonlyMap<GoalColumn, readonly string[]>,
		private readonly settings: GoalTableSettings,
	) {}

	read(): GoalTableEntry {
		const kind = this.kind();
		switch (kind) {
			case 'goal':
				return this.goal();
			case 'action':
				return this.action();
			case 'stage':
				return this.stage();
			case 'lever':
				return this.lever();
			case 'demand':
				return this.demand();
			case 'index':
				return this.index();
		}
	}

	private kind(): GoalRowKind {
		const word = this.text('kind');
		if (word !== null) {
			const kind = KIND_BY_WORD.get(columnKey(word));
			if (kind !== undefined) return kind;
			throw this.refused('kind', Object.values(KIND_NAMES).map(({ en }) => en).join(', '), Object.values(KIND_NAMES).map((name) => name['zh-CN']).join('、'));
		}
		const has = (...columns: readonly GoalColumn[]): boolean => columns.some((column) => this.text(column) !== null);
		if (has('period')) return 'index';
		if (has('action', 'actionId')) return 'action';
		if (has('perChange', 'released', 'plannedChange')) return 'lever';
		if (has('demand')) return 'demand';
		if (has('goal', 'goalId', 'name', 'id')) return has('stage', 'progress') ? 'action' : 'goal';
		if (has('stage')) return 'stage';
		throw new RowRefused(
			null,
			null,
			{ en: 'No column of this row says what it is.', 'zh-CN': '该行没有任何一列说明它是什么。' },
			{ en: 'Name the columns as the documentation does, e.g. Kind, ID, Name, Parent Goal, Owner, Stage, Weight, Progress.', 'zh-CN': '请按文档命名列，例如：类型、编号、名称、上级目标、负责人、环节、权重、进度。' },
		);
	}

	private goal(): GoalEntry {
		const name = this.named('goal', 'goalId');
		const content = { ...name, parent: this.text('parent'), owner: this.text('owner'), weight: this.percentage('weight'), target: this.text('target'), unit: this.text('unit') };
		return { kind: 'goal', ...content, evidence: this.reference('goal', name, content) };
	}

	private action(): ActionEntry {
		const parent = this.text('parent') ?? this.text('goalId') ?? this.text('goal');
		const given = this.text('actionId') ?? this.text('id');
		const title = this.text('action') ?? this.text('name') ?? given;
		if (title === null) throw this.refused('action', 'the name of the action', '动作名称');
		const progress = this.percentage('progress');
		if (progress !== null && compare(progress, ZERO) < 0) throw this.refused('progress', '0 or more', '0 或以上');
		// The same action may stand under several goals; without a number of its own it is another one under each.
		const name = { id: given ?? (parent === null ? title : `${title} @ ${parent}`), name: title };
		const content = { ...name, parent, owner: this.text('owner'), weight: this.percentage('weight'), stage: this.text('stage'), progress };
		return { kind: 'action', ...content, evidence: this.reference('action', name, content) };
	}

	private stage(): StageEntry & { readonly evidence: EvidenceReference } {
		const title = this.text('name') ?? this.text('stage') ?? this.text('id');
		if (title === null) throw this.refused('stage', 'the name of the stage', '环节名称');
		const name = { id: this.text('id') ?? title, name: title };
		const order = this.number('order');
		const content = { ...name, order };
		return { kind: 'stage', id: name.id, name: { en: title, 'zh-CN': title }, words: [], order: order ?? Number.MAX_SAFE_INTEGER, evidence: this.reference('stage', name, content) };
	}

	private lever(): LeverEntry {
		const name = this.named('name', 'id');
		const perChange = this.percentage('perChange', true);
		const rangeFrom = this.percentage('rangeFrom', true) ?? ZERO;
		const content = { ...name, plannedChange: this.percentage('plannedChange', true), perChange, released: this.percentage('released'), rangeFrom, rangeTo: this.percentage('rangeTo', true) ?? perChange, unit: this.text('unit') };
		if (perChange !== null && perChange.n === 0n) throw this.refused('perChange', 'a change other than 0', '非 0 的变化');
		if (content.rangeTo !== null && compare(content.rangeTo, rangeFrom) < 0) throw this.refused('rangeTo', 'no less than the start of the range', '不小于范围下限的数');
		return { kind: 'lever', ...content, evidence: this.reference('lever', name, content) };
	}

	private demand(): DemandEntry {
		const name = { id: this.text('id') ?? this.text('name') ?? this.text('goal') ?? 'demand', name: this.text('name') ?? this.text('goal') ?? this.text('id') ?? 'demand' };
		const demand = this.percentage('demand') ?? this.percentage('value');
		if (demand === null) throw this.refused('demand', 'a percentage', '百分比');
		return { kind: 'demand', ...name, demand, evidence: this.reference('demand', name, { ...name, demand }) };
	}

	private index(): IndexEntry {
		const goal = this.text('goalId') ?? this.text('goal') ?? this.text('parent');
		if (goal === null) throw this.refused('goal', 'the id or name of the buffer goal', '缓冲带目标的编号或名称');
		const period = readPeriod(this.text('period') ?? '');
		if (period === null) throw this.refused('period', 'a period such as 2026-Q1, 2026-03, 2026-W09 or 2026', '周期，如 2026-Q1、2026-03、2026-W09、2026');
		const value = this.fraction('value');
		if (value !== null && compare(value, ZERO) < 0) throw this.refused('value', '0 or more', '0 或以上');
		const closed = this.text('closed');
		const stated = booleanOf(closed);
		if (closed !== null && stated === null) throw this.refused('closed', 'yes or no', '是或否');
		const stage = this.text('stage');
		const name = { id: `${goal} ${stage ?? ''} ${period.label}`, name: `${goal}${stage === null ? '' : ` · ${stage}`} · ${period.label}` };
		const content = { goal, stage, period, value, cases: this.count('cases'), openCases: this.count('openCases') ?? 0, closed: stated ?? true, baseline: this.fraction('baseline'), revision: this.number('revision') ?? 0, unit: this.text('unit') };
		return { kind: 'index', ...name, ...content, better: null, evidence: this.reference('index', name, { ...content, period: period.label }) };
	}

	private named(title: GoalColumn, number: GoalColumn): { readonly id: string; readonly name: string } {
		const id = this.text(number) ?? this.text('id');
		const name = this.text(title) ?? this.text('name') ?? id;
		if (name === null) throw this.refused('name', 'a name', '名称');
		return { id: id ?? name, name };
	}

	/** Names the row by what it says, so that a changed row is another record and a repeated one the same. */
	private reference(kind: GoalRowKind, { id, name }: { readonly id: string; readonly name: string }, content: object): EvidenceReference {
		const url = this.text('url');
		const digest = sha256(canonicalJson({ content: JSON.stringify(content, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)), url })).slice(0, 12);
		return { source: this.settings.source, id: `${kind} ${id} #${digest}`, time: this.text('changed'), actor: null, url: url === null ? null : safeAddress(url), label: name };
	}

	private cell(column: GoalColumn): { readonly heading: string; readonly value: unknown } | null {
		for (const heading of this.columns.get(column) ?? []) {
			const value = this.row[heading];
			if (textOf(value) !== null || typeof value === 'boolean') return { heading, value };
		}
		return null;
	}

	private text(column: GoalColumn): string | null {
		const value = this.cell(column)?.value;
		return typeof value === 'boolean' ? String(value) : textOf(value);
	}

	/** @param points a difference in points, which is never a share of 1 */
	private percentage(column: GoalColumn, points = false): Fraction | null {
		const text = this.text(column);
		if (text === null) return null;
		const value = this.fraction(column);
		return value !== null && !points && this.settings.percentages === 'one' && !/[%％]/.test(text) ? times(value, HUNDRED) : value;
	}

	private fraction(column: GoalColumn): Fraction | null {
		const number = this.number(column);
		return number === null ? null : fractionOf(number);
	}

	private number(column: GoalColumn): number | null {
		const text = this.text(column);
		if (text === null) return null;
		const plain = text.normalize('NFKC').replace(/%$/, '').trim();
		const digits = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
		const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(digits) ? Number(digits) : Number.NaN;
		if (!(Math.abs(number) <= LARGEST)) throw this.refused(column, 'a number', '数字');
		return number;
	}

	private count(column: GoalColumn): number | null {
		const number = this.number(column);
		if (number !== null && (!Number.isInteger(number) || number < 0)) throw this.refused(column, 'a whole number, 0 or more', '0 或以上的整数');
		return number;
	}

	private refused(column: GoalColumn, expected: string, zh: string): RowRefused {
		const cell = this.cell(column);
		const value = this.text(column);
		const heading = cell?.heading ?? GOAL_COLUMNS[column][0] ?? column;
		return new RowRefused(
			heading,
			value,
			{ en: `Column "${heading}" is ${value === null ? 'missing' : `"${value}"`}, expected ${expected}.`, 'zh-CN': `列“${heading}”${value === null ? '为空' : `的内容为“${value}”`}，应为${zh}。` },
			{ en: `Correct the column "${heading}" of this row.`, 'zh-CN': `请修正该行的列“${heading}”。` },
		);
	}
}
