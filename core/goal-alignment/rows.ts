import { deterministicKey } from '../evidence/key.js';
import { isRecord, textOf } from '../people/reading.js';
import { goalColumnFinder, type GoalColumn } from './columns.js';
import { readGoalTable, type GoalTableSettings } from './readTable.js';
import type { GoalRowProblem } from './table.js';

/** A row as `pt_goals` keeps it: texts as they were entered, under names that no table reserves. */
export type GoalRow = Readonly<Record<'goalKey' | 'kind' | 'itemId' | Exclude<GoalColumn, 'id' | 'kind' | 'goalId' | 'actionId' | 'action' | 'changed' | 'order' | 'cases'> | 'sequence', string>>;

const COLUMNS: ReadonlyArray<readonly [column: Exclude<keyof GoalRow, 'goalKey' | 'kind'>, from: readonly GoalColumn[]]> = [
	['itemId', ['actionId', 'goalId', 'id']],
	['name', ['action', 'name']],
	['goal', ['goal']],
	['parent', ['parent']],
	['owner', ['owner']],
	['stage', ['stage']],
	['weight', ['weight']],
	['progress', ['progress']],
	['target', ['target']],
	['unit', ['unit']],
	['sequence', ['order']],
	['url', ['url']],
	['plannedChange', ['plannedChange']],
	['perChange', ['perChange']],
	['released', ['released']],
	['rangeFrom', ['rangeFrom']],
	['rangeTo', ['rangeTo']],
	['demand', ['demand']],
	['period', ['period']],
	['value', ['value']],
	['openCases', ['openCases']],
	['closed', ['closed']],
	['baseline', ['baseline']],
	['revision', ['revision']],
];

/** Rows of any usual headings as rows of `pt_goals`; the same goal, action, stage or index has the same key whatever else its row says. */
export function goalTableRows(rows: readonly unknown[], settings: GoalTableSettings): { readonly rows: ReadonlyArray<{ readonly row: GoalRow; readonly position: number }>; readonly problems: readonly GoalRowProblem[] } {
	const columnsOf = goalColumnFinder(settings.columns);
	const table = readGoalTable(rows, settings);
	const kindOf = new Map<number, { readonly kind: string; readonly id: string }>();
	for (const entry of [...table.goals, ...table.actions, ...table.stages, ...table.levers, ...table.demands, ...table.indexes]) {
		if (entry.evidence !== null) for (const position of table.rowsOf.get(entry.evidence.id) ?? []) kindOf.set(position, { kind: entry.kind, id: entry.kind === 'index' ? JSON.stringify([entry.goal, entry.stage, entry.period.label]) : entry.id });
	}
	const found = rows.flatMap((row, position) => {
		const read = kindOf.get(position);
		if (read === undefined || !isRecord(row)) return [];
		const columns = columnsOf(row);
		const textOfColumn = (column: GoalColumn): string => (columns.get(column) ?? []).map((heading) => (typeof row[heading] === 'boolean' ? String(row[heading]) : (textOf(row[heading]) ?? ''))).find((text) => text !== '') ?? '';
		const texts = Object.fromEntries(COLUMNS.map(([name, from]) => [name, from.map(textOfColumn).find((text) => text !== '') ?? ''])) as Omit<GoalRow, 'goalKey' | 'kind'>;
		return [{ row: { goalKey: deterministicKey('goal-row', read), kind: read.kind, ...texts }, position }];
	});
	return { rows: found, problems: table.problems };
}

/** Headings that {@link goalTableRows} writes, as `GOAL_COLUMNS` reads them. */
export const GOAL_ROW_COLUMNS: readonly string[] = ['goalKey', 'kind', ...COLUMNS.map(([name]) => name)];
