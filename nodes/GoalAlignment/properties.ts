import type { INodeProperties } from 'n8n-workflow';
import { GOAL_COLUMNS, type GoalColumn } from '../../core/goal-alignment/columns.js';
import { TEMPLATES } from '../../templates/index.js';
import type { Language } from '../../core/judgement/judgement.js';
import type { GoalRecheckTemplates } from '../../templates/texts.js';
import { calendarParameter } from '../shared/calendarParameters.js';

const only = (...operations: readonly string[]): { show: { operation: string[] } } => ({ show: { operation: [...operations] } });

const TABLE = only('bufferGoals', 'capacity', 'check', 'page', 'readRows', 'rollUp');
const BUFFER = only('bufferGoals', 'page');

const COLUMN_LABELS: Readonly<Record<GoalColumn, string>> = {
	action: 'Action', actionId: 'Action ID', baseline: 'Baseline', cases: 'Cases', changed: 'Changed At', closed: 'Period Closed', demand: 'Demand (%)', goal: 'Goal', goalId: 'Goal ID', id: 'ID', kind: 'Kind', name: 'Name', openCases: 'Open Cases',
	order: 'Order', owner: 'Owner', parent: 'Parent Goal', perChange: 'Stated Change', period: 'Period', plannedChange: 'Planned Change', progress: 'Progress (%)', rangeFrom: 'Range From', rangeTo: 'Range To', released: 'Released Capacity (%)', revision: 'Revision',
	stage: 'Stage', target: 'Target', unit: 'Unit', url: 'URL', value: 'Index Value', weight: 'Weight (%)',
};

const columnOptions = (Object.keys(COLUMN_LABELS) as GoalColumn[])
	.sort((a, b) => COLUMN_LABELS[a].localeCompare(COLUMN_LABELS[b], 'en'))
	.map((column): INodeProperties => {
		const [example = column] = GOAL_COLUMNS[column];
		return { ...{ displayName: COLUMN_LABELS[column], name: column, placeholder: `e.g. ${example}` }, type: 'string', default: '' };
	});

/** Texts start as those of the pack, so that whoever edits one sees what is there. */
function textsCollection(language: Language): INodeProperties {
	const text = (label: string, name: keyof GoalRecheckTemplates, rows: number, description: string): INodeProperties => {
		const edited = TEMPLATES[language].goalRecheck[name];
		return { ...{ displayName: label, name, description, default: edited }, type: 'string', typeOptions: { rows } };
	};
	return {
		displayName: 'Texts',
		name: recheckTextsName(language),
		type: 'collection',
		placeholder: 'Change Text',
		default: {},
		displayOptions: { show: { language: [language], operation: ['recheckTask'] } },
		description: 'Texts in place of the ones of the pack, with Handlebars placeholders',
		options: [
			text('Card', 'card', 12, 'Markdown of the whole card, kept with the task'),
			text('Chat Message', 'chat', 8, 'Markdown for chat robots: bold, links and lines only'),
			text('Title', 'title', 1, 'One line, no Markdown'),
			text('Unassigned Notice', 'unassigned', 2, 'Stands above the card where nobody was found'),
		],
	};
}

export function recheckTextsName(language: Language): string {
	return `recheckTexts${language === 'en' ? 'English' : 'Chinese'}`;
}

export const goalAlignmentProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Check Alignment', value: 'check', action: 'Check the alignment of goals', description: 'Weights, stages, owners, orphans, cycles: each finding says what to do' },
			{ name: 'Check Buffer Goals', value: 'bufferGoals', action: 'Check buffer goals', description: 'Has a process-health index worsened against its baseline?' },
			{ name: 'Check Capacity', value: 'capacity', action: 'Check the capacity of goals', description: 'What the levers release against what the targets demand' },
			{ name: 'Make Page', value: 'page', action: 'Make a page of the alignment', description: 'Tree, matrix, findings, progress, capacity and buffer goals to read and print' },
			{ name: 'Make Task of a Re-Check', value: 'recheckTask', action: 'Make the task of a goal re check', description: 'For the owner or the superior of a goal whose index has worsened, once per episode' },
			{ name: 'Read Rows', value: 'readRows', action: 'Read rows of goals', description: 'From a file of any usual headings to rows of the Data Table pt_goals' },
			{ name: 'Roll Up Progress', value: 'rollUp', action: 'Roll up the progress of goals', description: 'Progress of every goal by the weights of what contributes to it' },
		],
		default: 'check',
	},
	{
		displayName: 'All input items together are the table: goals, actions, stages, levers, demands and indexes, in any order. Columns are found by their usual English and Chinese headings.',
		name: 'tableNotice',
		type: 'notice',
		default: '',
		displayOptions: TABLE,
	},
	{ displayName: 'Source Name', name: 'source', type: 'string', default: 'table:pt_goals', required: true, displayOptions: TABLE, placeholder: 'e.g. table:pt_goals', description: 'Where the rows come from; it stands in the evidence' },
	{ displayName: 'Stages', name: 'stages', type: 'string', default: '', displayOptions: TABLE, placeholder: 'e.g. lead, opportunity, contract, delivery, renewal', description: 'Stages of the business flow in order, separated by commas, where the table has no rows for them. Empty: lead, opportunity, contract, delivery, renewal.' },
	{
		displayName: 'Percentages Are Written As',
		name: 'percentages',
		type: 'options',
		displayOptions: TABLE,
		options: [
			{ name: '50 for 50%', value: 'hundred' },
			{ name: '0.5 for 50%', value: 'one', description: 'As spreadsheets store them' },
		],
		default: 'hundred',
		description: 'How a percentage without a percent sign is meant',
	},
	{ displayName: 'Columns', name: 'columns', type: 'collection', placeholder: 'Add Column', default: {}, displayOptions: TABLE, description: 'Headings of your table that are not among the usual ones', options: columnOptions },
	{ displayName: 'People', name: 'people', type: 'json', default: '[]', displayOptions: only('check', 'page', 'recheckTask'), description: 'Rows of pt_people, by which owners and their superiors are looked up. Empty: owners are not checked, and tasks are unassigned.' },
	{ displayName: 'Tolerance of Weights (Points)', name: 'tolerance', type: 'number', typeOptions: { minValue: 0, maxValue: 5, numberPrecision: 4 }, default: 0.01, displayOptions: only('check', 'page'), description: 'By how many percentage points the weights of a goal may miss 100%' },
	{ displayName: 'Worsened By More Than (%)', name: 'thresholdPercent', type: 'number', typeOptions: { minValue: 0, maxValue: 1000, numberPrecision: 4 }, default: 15, displayOptions: BUFFER, description: 'Strictly more than so many percent against the baseline starts a goal re-check' },
	{
		displayName: 'Baseline',
		name: 'baseline',
		type: 'options',
		displayOptions: BUFFER,
		options: [
			{ name: 'Fixed Value', value: 'fixed', description: 'One value per goal, entered below' },
			{ name: 'Median of the Periods Before', value: 'rolling', description: 'Of the last closed periods, four unless changed in the options' },
			{ name: 'Period Before', value: 'previous' },
			{ name: 'Same Period Last Year', value: 'sameLastYear' },
		],
		default: 'rolling',
		description: 'What the index is compared with',
	},
	{ displayName: 'Fixed Baselines', name: 'fixedBaselines', type: 'json', default: '{}', displayOptions: { show: { operation: ['bufferGoals', 'page'], baseline: ['fixed'] } }, description: 'ID of the goal → value, e.g. {"G1": 20}' },
	{
		displayName: 'Better Is',
		name: 'better',
		type: 'options',
		displayOptions: BUFFER,
		options: [
			{ name: 'Higher', value: 'higher', description: 'Such as a share of cases in time' },
			{ name: 'Lower', value: 'lower', description: 'Such as a dwell time' },
		],
		default: 'lower',
		description: 'Which way the index improves',
	},
	{ displayName: 'Figures', name: 'figures', type: 'json', default: '[]', displayOptions: BUFFER, description: 'Rows of pt_metrics that serve as indexes of goals. They take the place of the index rows of these goals.' },
	{ displayName: 'Index Choices', name: 'indexChoices', type: 'json', default: '[]', displayOptions: BUFFER, description: 'Rows of pt_goal_indexes: which figure is the index of which goal' },
	{ displayName: 'Known Re-Checks', name: 'knownRechecks', type: 'json', default: '[]', displayOptions: BUFFER, description: 'Tasks of re-checks that were started already, as rows of pt_tasks, so that none is started twice' },
	{ displayName: 'Buffer Goal', name: 'bufferGoal', type: 'json', default: '={{ $json }}', required: true, displayOptions: only('recheckTask'), description: 'An item of the output "Worsened"' },
	{
		displayName: 'For',
		name: 'to',
		type: 'options',
		displayOptions: only('recheckTask'),
		options: [
			{ name: 'Owner of the Goal', value: 'owner' },
			{ name: 'Superior of the Owner', value: 'superior' },
		],
		default: 'owner',
		description: 'Both get a task of their own',
	},
	{ displayName: 'Due in Working Days', name: 'dueInWorkingDays', type: 'number', typeOptions: { minValue: 0, maxValue: 260 }, default: 5, displayOptions: only('recheckTask'), description: 'Working days after the day the task is made' },
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		displayOptions: only('page', 'recheckTask'),
		options: [
			{ name: 'Chinese (Simplified)', value: 'zh-CN' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description: 'Language of the page or of the task',
	},
	textsCollection('en'),
	textsCollection('zh-CN'),
	{ ...calendarParameter('provisional'), displayOptions: only('recheckTask') },
	{ displayName: 'As Of', name: 'asOf', type: 'string', default: '={{ $now.toISO() }}', displayOptions: only('bufferGoals', 'capacity', 'check', 'page', 'recheckTask', 'rollUp'), placeholder: 'e.g. 2026-03-02T08:00:00+08:00', description: 'When it is judged, ISO 8601; due dates count from it' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: BUFFER,
		options: [
			{ displayName: 'Periods Needed for a Baseline', name: 'minimumPeriods', type: 'number', typeOptions: { minValue: 1, maxValue: 60 }, default: 2, description: 'With fewer the index is "not available"' },
			{ displayName: 'Periods of the Baseline', name: 'baselinePeriods', type: 'number', typeOptions: { minValue: 1, maxValue: 60 }, default: 4, description: 'How many closed periods before the current one the median is made of' },
		],
	},
];
