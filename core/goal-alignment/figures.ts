import { comparable, isRecord, textOf } from '../people/reading.js';
import type { BilingualText } from '../judgement/judgement.js';
import { text } from './findings.js';
import { fractionOf, HUNDRED, numberOf, over, times, type Fraction } from './fraction.js';
import { readPeriod } from './period.js';
import type { GoalRowProblem, GoalTable, IndexEntry } from './table.js';

/*
 * Figures of the health metrics as indexes of buffer goals: a row of `pt_goal_indexes` chooses the figures, the rows of `pt_metrics` hold them.
 * Source: spec S5 ("mean dwell time per stage").
 */

export interface FigureIndexes {
	readonly indexes: readonly IndexEntry[];
	/** `row` is the position among the choices. */
	readonly problems: readonly GoalRowProblem[];
}

interface Choice {
	readonly goal: string;
	readonly metric: string;
	readonly groupKey: string;
	/** Null: the whole flow and each stage. */
	readonly stage: string | null;
	readonly better: 'lower' | 'higher' | null;
	/** Fixed for this goal; null: as the settings say. */
	readonly baseline: Fraction | null;
}

/** A figure carries its value where it is `value`; one of too few cases judges nothing. */
const MEASURED = 'value';

/** The table with figures in place of the index rows of those goals for which a row of `pt_goal_indexes` chooses some. */
export function withFigureIndexes(table: GoalTable, indexes: readonly IndexEntry[]): GoalTable {
	const chosen = new Set(indexes.map(({ goal }) => comparable(goal)));
	return indexes.length === 0 ? table : { ...table, indexes: [...table.indexes.filter(({ goal }) => !chosen.has(comparable(goal))), ...indexes] };
}

/**
 * @param figures rows of `pt_metrics`, in any order
 * @param choices rows of `pt_goal_indexes`: goal, metric (empty: `stage_dwell`), groupKey (empty: the whole company), stage, better (`lower`, `higher`), baseline
 */
export function indexesOfFigures(figures: readonly unknown[], choices: readonly unknown[], source = 'table:pt_metrics'): FigureIndexes {
	const byChoice = new Map<string, Array<Readonly<Record<string, unknown>>>>();
	for (const row of figures) {
		if (!isRecord(row)) continue;
		const key = keyOf(textOf(row['metric']) ?? '', textOf(row['groupKey']) ?? '');
		const list = byChoice.get(key);
		if (list === undefined) byChoice.set(key, [row]);
		else list.push(row);
	}
	const indexes: IndexEntry[] = [];
	const problems: GoalRowProblem[] = [];
	choices.forEach((row, position) => {
		if (!isRecord(row) || Object.keys(row).length === 0) return;
		const refuse = (field: string, reason: BilingualText, remedy: BilingualText): void => void problems.push({ row: position, field, value: textOf(row[field]), reason, remedy });
		const choice = choiceOf(row, refuse);
		if (choice === null) return;
		const rows = byChoice.get(keyOf(choice.metric, choice.groupKey)) ?? [];
		const found = rows.flatMap((figure) => entriesOf(figure, choice, source));
		if (found.length === 0) {
			refuse(
				'groupKey',
				text(`There is no figure of metric ${choice.metric} for ${choice.groupKey}${choice.stage === null ? '' : `, stage “${choice.stage}”`}.`, `没有指标 ${choice.metric} 在 ${choice.groupKey}${choice.stage === null ? '' : `、环节“${choice.stage}”`}的数值。`),
				text('Run the health metrics once, or correct metric, groupKey and stage of this row.', '请先运行一次健康度指标，或修正该行的 metric、groupKey 和 stage。'),
			);
		}
		indexes.push(...found);
	});
	return { indexes, problems };
}

const keyOf = (metric: string, groupKey: string): string => `${metric}\n${groupKey}`;

function choiceOf(row: Readonly<Record<string, unknown>>, refuse: (field: string, reason: BilingualText, remedy: BilingualText) => void): Choice | null {
	const goal = textOf(row['goal']);
	if (goal === null) {
		refuse('goal', text('Column "goal" is missing.', '列“goal”为空。'), text('Enter the id of the goal.', '请填写目标的编号。'));
		return null;
	}
	const better = textOf(row['better']);
	if (better !== null && better !== 'lower' && better !== 'higher') {
		refuse('better', text(`Column "better" is "${better}", expected lower or higher.`, `列“better”的内容为“${better}”，应为 lower 或 higher。`), text('Enter lower for dwell times, higher for shares.', '停留时长请填 lower，比例请填 higher。'));
		return null;
	}
	const entered = textOf(row['baseline']);
	const baseline = entered === null ? null : Number(entered);
	// A column of numbers that nobody filled in may hold 0; a baseline of 0 judges nothing in any case.
	if (baseline !== null && !(baseline >= 0 && baseline < 1e15)) {
		refuse('baseline', text(`Column "baseline" is "${entered ?? ''}", expected a number, 0 or more.`, `列“baseline”的内容为“${entered ?? ''}”，应为 0 或以上的数。`), text('Enter the fixed baseline, or leave it empty.', '请填写固定的基线，或留空。'));
		return null;
	}
	return { goal, metric: textOf(row['metric']) ?? 'stage_dwell', groupKey: textOf(row['groupKey']) ?? 'company', stage: textOf(row['stage']), better, baseline: baseline === null || baseline === 0 ? null : fractionOf(baseline) };
}

/** The whole figure and each of its stages; nothing for a row that names no period. */
function entriesOf(row: Readonly<Record<string, unknown>>, { goal, metric, groupKey, stage: only, better, baseline }: Choice, source: string): readonly IndexEntry[] {
	const period = readPeriod(textOf(row['period']) ?? '');
	const id = textOf(row['metricKey']);
	if (period === null || id === null) return [];
	const value = valueOf(row['payload']);
	const parts = Array.isArray(value['parts']) ? value['parts'].filter(isRecord) : [];
	const figures = isRecord(value['figures']) ? value['figures'] : {};
	const group = textOf(row['groupName']) ?? groupKey;
	const measured = row['result'] === MEASURED;
	const entry = (stage: string | null, amounts: Readonly<Record<string, unknown>>, openCases: unknown): IndexEntry => ({
		kind: 'index',
		id: `${goal} ${stage ?? ''} ${period.label}`,
		name: `${goal}${stage === null ? '' : ` · ${stage}`} · ${period.label}`,
		goal,
		stage,
		period,
		value: measured ? exactOf(amounts) : null,
		cases: countOf(amounts['denominator']),
		openCases: countOf(openCases) ?? 0,
		closed: row['closed'] === true || row['closed'] === 1,
		baseline,
		better,
		revision: typeof row['revision'] === 'number' ? row['revision'] : 0,
		unit: textOf(row['unit']),
		evidence: { source, id, time: textOf(row['asOf']), actor: null, url: null, label: `${metric} · ${group} · ${period.label}` },
	});
	const whole = only === null ? [entry(null, row, figures['open'])] : [];
	return [
		...whole,
		...parts.flatMap((part) => {
			const stage = textOf(part['name']);
			// A baseline that was fixed for the whole flow says nothing about one of its stages.
			return stage === null || (only !== null && comparable(only) !== comparable(stage)) ? [] : [{ ...entry(stage, part, part['open']), baseline: only === null ? null : baseline }];
		}),
	];
}

/** The fraction that the value was divided from, where the row says it, so that 15% is not missed by what a division rounds off. */
function exactOf({ value, numerator, denominator }: Readonly<Record<string, unknown>>): Fraction | null {
	if (typeof value !== 'number' || !(Math.abs(value) <= 1e15)) return null;
	if (typeof numerator === 'number' && typeof denominator === 'number' && Math.abs(numerator) <= 1e15 && denominator > 0 && denominator <= 1e15) {
		const quotient = over(fractionOf(numerator), fractionOf(denominator));
		for (const exact of [quotient, times(quotient, HUNDRED)]) if (Math.abs(numberOf(exact) - value) <= 1e-9 * Math.max(1, Math.abs(value))) return exact;
	}
	return fractionOf(value);
}

function countOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

/** What the judgement in the payload says of its value; a row that somebody cut says nothing of its stages. */
function valueOf(payload: unknown): Readonly<Record<string, unknown>> {
	if (typeof payload !== 'string') return {};
	try {
		const judgement: unknown = JSON.parse(payload);
		return isRecord(judgement) && isRecord(judgement['value']) ? judgement['value'] : {};
	} catch {
		return {};
	}
}
