import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	checkAlignment,
	checkBufferGoals,
	checkCapacity,
	goalPage,
	goalTableRows,
	goalTreeSvg,
	indexesOfFigures,
	readGoalTable,
	rollUpGoals,
	withFigureIndexes,
	type AlignmentAnswer,
	type BaselineKind,
	type BufferGoal,
	type FigureIndexes,
	type GoalFindingJudgement,
	type GoalRowProblem,
	type GoalTable,
	type GoalTableSettings,
} from '../../core/goal-alignment/index.js';
import type { EvidenceReference } from '../../core/evidence/cloudEvent.js';
import type { Language } from '../../core/judgement/judgement.js';
import { isFields } from '../../core/task/readInputs.js';
import { parseRfc3339 } from '../../core/time/rfc3339.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { listOf, peopleOf } from './inputs.js';

export type Operation = 'bufferGoals' | 'capacity' | 'check' | 'page' | 'readRows' | 'recheckTask' | 'rollUp';

/** Outputs of each operation; the last one takes what cannot be used, with the reason. */
export const OUTPUTS: Readonly<Record<Operation, readonly string[]>> = {
	bufferGoals: ['Worsened', 'Not Worsened', 'Unusable'],
	capacity: ['Capacity', 'Findings', 'Unusable'],
	check: ['Alignment', 'Findings', 'Unusable'],
	page: ['Page', 'Unusable'],
	readRows: ['Rows to Store', 'Unusable'],
	recheckTask: ['Tasks', 'Unusable'],
	rollUp: ['Goals', 'Unusable'],
};

interface Table {
	readonly table: GoalTable;
	readonly asOf: string;
	/** Of rows that choose figures as indexes. */
	readonly choiceProblems: readonly GoalRowProblem[];
	/** Items of the rows that a judgement rests on. */
	readonly itemsOf: (evidence: readonly EvidenceReference[]) => Array<{ item: number }>;
}

export async function runGoalAlignment(context: IExecuteFunctions, operation: Operation): Promise<INodeExecutionData[][]> {
	if (operation === 'readRows') {
		const { rows, problems } = goalTableRows(rowsOf(context), settingsOf(context));
		return [rows.map(({ row, position }) => ({ json: { ...row }, pairedItem: { item: position } })), problems.map(problemItem)];
	}
	const given = tableOf(context, operation);
	const { table, asOf, itemsOf } = given;
	const item = (judgement: { readonly evidence: readonly EvidenceReference[] }): INodeExecutionData => ({ json: judgement, pairedItem: itemsOf(judgement.evidence) });
	const unusable = [...table.problems.map(problemItem), ...given.choiceProblems.map(choiceItem)];
	switch (operation) {
		case 'check': {
			const { alignment, findings } = alignmentOf(context, given);
			return [[item(alignment)], findings.map(item), unusable];
		}
		case 'rollUp':
			return [rollUpGoals(table, asOf).map(item), unusable];
		case 'capacity': {
			const { capacity, findings } = checkCapacity(table, asOf);
			return [[item(capacity)], findings.map(item), unusable];
		}
		case 'bufferGoals': {
			const judged = bufferGoalsOf(context, given);
			return [judged.filter(({ value }) => value.worsened).map(item), judged.filter(({ value }) => !value.worsened).map(item), unusable];
		}
		case 'page':
			return [[await pageOf(context, given)], unusable];
		default:
			throw new UserMessage(`Operation "${operation}" is not known.`, 'Choose an operation from the list.');
	}
}

function problemItem(problem: GoalRowProblem): INodeExecutionData {
	return { json: { ...problem, reason: problem.reason.en, reasonZh: problem.reason['zh-CN'], remedy: problem.remedy.en, remedyZh: problem.remedy['zh-CN'] }, pairedItem: { item: problem.row } };
}

/** Its row is none of the items, so it is named with the parameter it came in. */
function choiceItem({ field, ...problem }: GoalRowProblem): INodeExecutionData {
	return { json: { ...problemItem({ field, ...problem }).json, field: `Index Choices, ${field}` }, pairedItem: { item: 0 } };
}

async function pageOf(context: IExecuteFunctions, given: Table): Promise<INodeExecutionData> {
	const { table, asOf } = given;
	const language = context.getNodeParameter('language', 0, 'en') as Language;
	const alignment = alignmentOf(context, given);
	const progress = rollUpGoals(table, asOf);
	const capacity = table.levers.length + table.demands.length === 0 ? null : checkCapacity(table, asOf);
	const bufferGoals = bufferGoalsOf(context, given);
	const html = goalPage({ table, alignment, progress, capacity, bufferGoals, language });
	const svg = goalTreeSvg(table, progress, alignment.findings, language);
	const file = async (text: string, name: string, mediaType: string) => await context.helpers.prepareBinaryData(Buffer.from(text, 'utf8'), name, mediaType);
	const { value, explanation } = alignment.alignment;
	const findings: readonly GoalFindingJudgement[] = alignment.findings;
	return {
		json: { aligned: value.aligned, findings: findings.length, goals: value.goals, actions: value.actions, worsened: bufferGoals.filter((one) => one.value.worsened).length, explanation: { ...explanation }, html, asOf, language },
		binary: { data: await file(html, 'goal-alignment.html', 'text/html'), tree: await file(svg, 'goal-tree.svg', 'image/svg+xml') },
		pairedItem: context.getInputData().map((_, index) => ({ item: index })),
	};
}

const rowsOf = (context: IExecuteFunctions): readonly unknown[] => context.getInputData().map(({ json }) => json);

function settingsOf(context: IExecuteFunctions): GoalTableSettings {
	return {
		source: context.getNodeParameter('source', 0, 'table:pt_goals') as string,
		columns: context.getNodeParameter('columns', 0, {}) as Readonly<Record<string, string>>,
		stages: (context.getNodeParameter('stages', 0, '') as string).split(/[,，;；、\n]/).map((stage) => stage.trim()).filter((stage) => stage !== ''),
		percentages: context.getNodeParameter('percentages', 0, 'hundred') as 'hundred' | 'one',
	};
}

function tableOf(context: IExecuteFunctions, operation: Operation): Table {
	const rows = readGoalTable(rowsOf(context), settingsOf(context));
	const { indexes, problems: choiceProblems } = operation === 'bufferGoals' || operation === 'page' ? figuresOf(context) : { indexes: [], problems: [] };
	const table = withFigureIndexes(rows, indexes);
	const itemsOf = (evidence: readonly EvidenceReference[]): Array<{ item: number }> => {
		const items = new Set(evidence.flatMap(({ id }) => table.rowsOf.get(id) ?? []));
		return items.size === 0 ? [{ item: 0 }] : [...items].sort((a, b) => a - b).map((item) => ({ item }));
	};
	return { table, asOf: asOfFrom(context, 0), choiceProblems, itemsOf };
}

function figuresOf(context: IExecuteFunctions): FigureIndexes {
	const figures = listOf(context, 'figures', 'Figures', 'Give the rows of pt_metrics; none is [].');
	const choices = listOf(context, 'indexChoices', 'Index Choices', 'Give the rows of pt_goal_indexes; none is [].');
	return indexesOfFigures(figures, choices);
}

export function asOfFrom(context: IExecuteFunctions, itemIndex: number): string {
	const asOf: unknown = context.getNodeParameter('asOf', itemIndex);
	if (typeof asOf !== 'string' || Number.isNaN(parseRfc3339(asOf))) throw new UserMessage(`"As Of" is ${JSON.stringify(asOf)}.`, 'Expected: a time such as 2026-03-02T08:00:00+08:00.');
	return asOf;
}

function alignmentOf(context: IExecuteFunctions, { table, asOf }: Table): AlignmentAnswer {
	return checkAlignment(table, { asOf, directory: peopleOf(context), tolerance: context.getNodeParameter('tolerance', 0, 0.01) as number });
}

function bufferGoalsOf(context: IExecuteFunctions, { table, asOf }: Table): readonly BufferGoal[] {
	const fixed = jsonParameter(context, 'fixedBaselines', 'Fixed Baselines', 0) ?? {};
	if (!isFields(fixed) || Object.values(fixed).some((value) => typeof value !== 'number' || !Number.isFinite(value))) throw new UserMessage('"Fixed Baselines" does not hold a number for each goal.', 'Enter an object such as {"G1": 20}.');
	const options = context.getNodeParameter('options', 0, {}) as { readonly baselinePeriods?: number; readonly minimumPeriods?: number };
	return checkBufferGoals(table, {
		asOf,
		thresholdPercent: context.getNodeParameter('thresholdPercent', 0, 15) as number,
		baseline: context.getNodeParameter('baseline', 0, 'rolling') as BaselineKind,
		fixedBaselines: fixed as Readonly<Record<string, number>>,
		better: context.getNodeParameter('better', 0, 'lower') as 'lower' | 'higher',
		known: knownRechecks(context),
		...options,
	});
}

/** Beginnings of episodes, from the tasks that were made of them. */
function knownRechecks(context: IExecuteFunctions): ReadonlyArray<{ readonly goal: string; readonly episodeStart: string }> {
	return listOf(context, 'knownRechecks', 'Known Re-Checks', 'Give the rows of pt_tasks whose kind is goalRecheck; none is [].').flatMap((row) => {
		if (!isFields(row)) return [];
		const task: unknown = typeof row['payload'] === 'string' ? parsed(row['payload']) : row;
		if (!isFields(task) || task['kind'] !== 'goalRecheck' || typeof task['subject'] !== 'string') return [];
		const { details } = task;
		const facts = isFields(details) && isFields(details['bufferGoal']) ? details['bufferGoal'] : {};
		return typeof facts['episodeStart'] === 'string' ? [{ goal: task['subject'], episodeStart: facts['episodeStart'] }] : [];
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// A row that somebody cut: the task it was is known to n8n by its key all the same.
		return null;
	}
}
