/* Dual-track goal alignment: the matrix of business flow and actions, its checks, the roll-up by weight and the capacity check. */
export { GOAL_COLUMNS, type GoalColumn, type GoalRowKind } from './columns.js';
export { readGoalTable, type GoalTableSettings } from './readTable.js';
export type { GoalRowProblem, GoalTable } from './table.js';
export { ALIGNMENT_RULE, checkAlignment, ROLL_UP_CODES, type AlignmentAnswer, type AlignmentValue, type GoalCheckSettings } from './check.js';
export type { GoalFinding, GoalFindingCode, GoalFindingJudgement } from './findings.js';
export { ROLL_UP_RULE, rollUpGoals, type GoalContribution, type GoalProgress, type GoalProgressValue } from './rollUp.js';
export { CAPACITY_RULE, checkCapacity, type CapacityAnswer, type CapacityValue, type LeverEffect } from './capacity.js';
export { BASELINE_KINDS, type BaselineKind } from './baseline.js';
export { BUFFER_RULE, BufferSettingError, checkBufferGoals, recheckKeyOf, type BufferEpisode, type BufferGoal, type BufferGoalSettings, type BufferGoalValue, type BufferIndex } from './buffer.js';
export { goalPage, type GoalPageInput } from './page.js';
export { goalTreeSvg } from './picture.js';
export { GOAL_ROW_COLUMNS, goalTableRows, type GoalRow } from './rows.js';
export { recheckAssignee } from './owner.js';
export { indexesOfFigures, withFigureIndexes, type FigureIndexes } from './figures.js';
