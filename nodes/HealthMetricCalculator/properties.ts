import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { HEALTH_METRICS } from '../../core/health-metrics/definitions.js';
import { allFields, ROW_FIELDS, ROW_KINDS, type RowKind } from '../../core/health-metrics/rows.js';
import { calendarParameter } from '../shared/calendarParameters.js';

const byName = (a: INodePropertyOptions, b: INodePropertyOptions): number => a.name.localeCompare(b.name, 'en');

const METRICS: INodePropertyOptions[] = HEALTH_METRICS.map(({ id, name, formula }) => ({ name: name.en, value: id, description: formula.en })).sort(byName);

const KIND_NAMES: Readonly<Record<RowKind, string>> = {
	goal: 'Goal Version Log',
	talk: 'Coaching Talks',
	view: 'Operation Log (Views of Process Data)',
	suggestion: 'Suggestions',
	stage: 'Stage Changes',
	fields: 'Required Fields',
	appeal: 'Appeals',
	usage: 'Use of the System',
	invite: 'Invitations',
	rating: 'Answers of the Reverse Assessment',
	task: 'Tasks with Context Factors',
	membership: 'Who Belongs to Which Unit',
};

const KINDS: INodePropertyOptions[] = ROW_KINDS.map((kind) => ({ name: KIND_NAMES[kind], value: kind, description: `Fields: ${allFields(kind).join(', ')}` }));

const FIELDS: INodePropertyOptions[] = [...new Set(ROW_KINDS.flatMap((kind) => [...allFields(kind)]))].sort().map((name) => ({ name, value: name, description: `In rows of: ${ROW_KINDS.filter((kind) => name in ROW_FIELDS[kind] || allFields(kind).includes(name)).map((kind) => KIND_NAMES[kind]).join(', ')}` }));

const CUSTOM = { show: { periodUnit: ['custom'] } };

/** In alphabetical order. Defaults are written out, because n8n reads them as literals; a test holds them to the settings of the core. */
const options: INodeProperties[] = [
	{ displayName: 'Adoption Forecast: Launch Date', name: 'launch', type: 'string', default: '', placeholder: 'e.g. 2026-03-02', description: 'Day from which the forecast of the penetration counts. Empty: no forecast.' },
	{ displayName: 'Adoption Forecast: Start (%)', name: 'forecastStart', type: 'number', typeOptions: { minValue: 0, maxValue: 100 }, default: 10, description: 'Penetration at the launch' },
	{ displayName: 'Adoption Forecast: Target (%)', name: 'forecastTarget', type: 'number', typeOptions: { minValue: 0, maxValue: 100 }, default: 80, description: 'Penetration to be reached' },
	{ displayName: 'Adoption Forecast: Weeks', name: 'forecastWeeks', type: 'number', typeOptions: { minValue: 1 }, default: 6, description: 'Weeks from the launch to the target' },
	{ displayName: 'Alarm After (Periods)', name: 'alarmAfter', type: 'number', typeOptions: { minValue: 1 }, default: 2, description: 'Red closed periods in a row until the goal adjustment frequency is a structural defect' },
	{ displayName: 'Baseline (Fixed)', name: 'fixedBaseline', type: 'json', default: '{}', placeholder: 'e.g. {"stage_dwell": 20}', description: 'Baseline of a metric in its unit, in place of the median of the closed periods before' },
	{ displayName: 'Baseline (Periods)', name: 'baselinePeriods', type: 'number', typeOptions: { minValue: 1 }, default: 4, description: 'How many closed periods before the period make its baseline; at least two must have a value' },
	{ displayName: 'Days of Viewing Before a Talk', name: 'viewDays', type: 'number', typeOptions: { minValue: 0 }, default: 7, description: 'A view of process data counts for a talk from this many days before it to its end' },
	{ displayName: 'Days Until a Suggestion Is Due', name: 'maturityDays', type: 'number', typeOptions: { minValue: 0 }, default: 30, description: 'Younger suggestions are not yet counted' },
	{ displayName: 'Evidence for a Citation', name: 'evidenceMode', type: 'options', default: 'both', description: 'What shows that a manager used process data in a talk', options: [
		{ name: 'Both a Citation and a View', value: 'both' },
		{ name: 'Either a Citation or a View', value: 'either' },
	] },
	{ displayName: 'Evidence Shown per Figure', name: 'evidenceLimit', type: 'number', typeOptions: { minValue: 0 }, default: 50, description: 'How many references are kept per figure; the total is always given' },
	{ displayName: 'Evidence Shown per Figure of a Person', name: 'personEvidenceLimit', type: 'number', typeOptions: { minValue: 0 }, default: 10, description: 'The same for figures of persons, of which there are many' },
	{ displayName: 'Figures Given', name: 'only', type: 'options', default: 'all', description: 'Which figures are given; alarms always are', options: [
		{ name: 'All', value: 'all' },
		{ name: 'New and Restated', value: 'new', description: 'Of periods that are over and known otherwise, or not at all, in "Known Figures"' },
		{ name: 'Only New', value: 'first', description: 'Of periods that are over and not in "Known Figures"' },
	] },
	{ displayName: 'First Month of the Year', name: 'yearStartMonth', type: 'number', typeOptions: { minValue: 1, maxValue: 12 }, default: 1, description: 'Month in which the fiscal year begins: 4 = April. For quarters, half-years and years.' },
	{ displayName: 'Last Period Holds', name: 'upTo', type: 'string', default: '', placeholder: 'e.g. 2026-03-31', description: 'Date in the last period to calculate; what is known as of "As Of" still counts. Empty: the period of "As Of". Not for custom periods.' },
	{ displayName: 'Run (Key)', name: 'run', type: 'string', default: '', description: 'Written into the rows of a Data Table, so that a row names the run that stored it' },
	{ displayName: 'Smallest Group (Persons)', name: 'minPersons', type: 'number', typeOptions: { minValue: 1 }, default: 5, description: 'Groups of fewer persons are not shown, nor what would let them be computed' },
	{ displayName: 'Smallest Sample', name: 'minSample', type: 'number', typeOptions: { minValue: 1 }, default: 5, description: 'With a smaller denominator the value is shown as too few, with a grey light and without alarm' },
	{ displayName: 'Team Enablement: Alpha', name: 'alpha', type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0.5, description: 'How strongly the score moves the weight: 0 = not at all' },
	{ displayName: 'Team Enablement: Maximum (%)', name: 'weightMax', type: 'number', typeOptions: { minValue: 0, maxValue: 100 }, default: 30 },
	{ displayName: 'Team Enablement: Minimum (%)', name: 'weightMin', type: 'number', typeOptions: { minValue: 0, maxValue: 100 }, default: 10 },
	{ displayName: 'Team Enablement: Weight (%)', name: 'weight', type: 'number', typeOptions: { minValue: 0, maxValue: 100 }, default: 20, description: 'Weight of the metric before the answers move it' },
	{ displayName: 'Worsening Limit (%)', name: 'worseningLimit', type: 'number', typeOptions: { minValue: 0 }, default: 15, description: 'Worse than the baseline by strictly more than this starts a goal re-check' },
];

const calculating: INodeProperties[] = [
	{
		displayName: 'Rows Are',
		name: 'rowsAre',
		type: 'options',
		noDataExpression: true,
		default: 'named',
		description: 'What an input item is',
		// The mixture first, because it is the usual case; then by name.
		options: [{ name: 'Named in Each Item', value: 'named', description: `Each item says it in "kind": ${ROW_KINDS.join(', ')}` }, ...KINDS.sort(byName)],
	},
	{ displayName: 'Metrics', name: 'metrics', type: 'multiOptions', default: ['goal_adjustment_frequency', 'process_data_usage', 'cross_role_closure'], required: true, description: 'What to calculate', options: METRICS },
	{
		displayName: 'Levels',
		name: 'levels',
		type: 'multiOptions',
		default: ['company', 'department', 'team'],
		required: true,
		description: 'For whom a figure is given',
		options: [
			{ name: 'Department', value: 'department' },
			{ name: 'Person', value: 'person', description: 'For the person and whoever may see that person’s data' },
			{ name: 'Team', value: 'team' },
			{ name: 'Whole Company', value: 'company' },
		],
	},
	{
		displayName: 'Period',
		name: 'periodUnit',
		type: 'options',
		default: 'quarter',
		options: [
			{ name: 'Custom', value: 'custom' },
			{ name: 'Half-Year', value: 'halfYear' },
			{ name: 'Month', value: 'month' },
			{ name: 'Quarter', value: 'quarter' },
			{ name: 'Week', value: 'week' },
			{ name: 'Year', value: 'year' },
		],
	},
	{ displayName: 'Number of Periods', name: 'periodCount', type: 'number', typeOptions: { minValue: 1, maxValue: 200 }, default: 4, description: 'How many periods up to the one of As Of; raise it to back-fill', displayOptions: { hide: { periodUnit: ['custom'] } } },
	{ displayName: 'Custom Periods', name: 'customPeriods', type: 'json', default: '[]', required: true, placeholder: 'e.g. [{"start": "2026-01-01", "end": "2026-02-15"}]', description: 'From the start to, not including, the end', displayOptions: CUSTOM },
	{ displayName: 'As Of', name: 'asOf', type: 'dateTime', default: '={{ $now.toISO() }}', required: true, description: 'Everything is calculated as it stood at this time, so that a re-run gives the same numbers. A date alone means its end.' },
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Column',
		default: {},
		description: 'Where your columns are named otherwise than the fields',
		options: [
			{
				displayName: 'Column',
				name: 'rows',
				values: [
					{ displayName: 'Column', name: 'column', type: 'string', default: '', placeholder: 'e.g. 直属上级', description: 'Name in your items' },
					{ displayName: 'Field', name: 'field', type: 'options', default: 'person', options: FIELDS },
				],
			},
		],
	},
	{ displayName: 'Known Figures', name: 'knownFigures', type: 'json', default: '[]', description: 'Results of earlier runs, or their stored rows. A figure of a closed period that differs is restated beside the old one; an alarm is told once.' },
	{
		displayName: 'Give',
		name: 'give',
		type: 'options',
		noDataExpression: true,
		default: 'judgements',
		options: [
			{ name: 'Judgements', value: 'judgements', description: 'With value, rule, evidence and explanation' },
			{ name: 'Rows of a Data Table', value: 'rows', description: 'Flat, one per figure and revision ("metricKey") or alarm ("alarmKey"), with rule and evidence as JSON text in "payload"' },
		],
	},
	{
		displayName: 'Thresholds',
		name: 'thresholds',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Threshold',
		default: {},
		description: 'In place of the customary ones',
		options: [
			{
				displayName: 'Threshold',
				name: 'rows',
				values: [
					{ displayName: 'Green', name: 'green', type: 'string', default: '', placeholder: 'e.g. 65', description: 'In the unit of the metric: 65 for 65 %, 0.15 for 0.15 per goal' },
					{ displayName: 'Metric', name: 'metric', type: 'options', default: 'goal_adjustment_frequency', options: METRICS },
					{ displayName: 'Reaching Green Is Enough', name: 'greenInclusive', type: 'boolean', default: true, description: 'Whether a figure equal to the threshold is green; off means strictly beyond it' },
					{ displayName: 'Red', name: 'red', type: 'string', default: '', placeholder: 'e.g. 30', description: 'Strictly beyond it is red, between is yellow. Empty: no red.' },
				],
			},
		],
	},
	calendarParameter('wait'),
	{ displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options },
];

/** What reads rows, whatever is made of them. */
const READING = ['rowsAre', 'columns', 'calendar'];

export const healthMetricProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'calculate',
		options: [
			{ name: 'Calculate', value: 'calculate', action: 'Calculate health metrics', description: 'Figures and alarms from rows, or from records as a Data Table holds them' },
			{ name: 'Leave Out Stored Records', value: 'unstored', action: 'Leave out records that are stored', description: 'Input items are the stored rows; of the records in the parameter those that are not among them are given' },
			{ name: 'Prepare Records', value: 'records', action: 'Prepare records for a data table', description: 'Check each item as the metrics would read it, and give a row for the table of records. Items with errors go to "Unusable".' },
			{ name: 'Sample Company', value: 'sample', action: 'Give the records of a sample company', description: 'Records of a made-up company of 417 people in twelve quarters, to try everything' },
		],
	},
	{ displayName: 'Language', name: 'language', type: 'options', default: 'en', description: 'Language of departments, teams and roles', options: [{ name: 'Chinese (Simplified)', value: 'zh-CN' }, { name: 'English', value: 'en' }], displayOptions: { show: { operation: ['sample'] } } },
	{ displayName: 'Records', name: 'records', type: 'json', default: '[]', required: true, description: 'Rows of “Prepare Records”, by an expression that gives the items of that node as a list', displayOptions: { show: { operation: ['unstored'] } } },
	...calculating.map((property): INodeProperties => ({ ...property, displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, operation: READING.includes(property.name) ? ['calculate', 'records'] : ['calculate'] } } })),
];
