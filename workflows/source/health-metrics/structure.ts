import { SAMPLE_COMPANY_AS_OF, SAMPLE_COMPANY_QUARTERS, sampleCompanyHeads } from '../../../core/sample/company.js';
import type { Names, NodeSpecification, WorkflowSource } from '../builder.js';
import { formEnd, formTrigger } from '../forms.js';
import { WORKFLOW_IDS } from '../ids.js';
import { append, callWorkflow, condition, createTable, gate, insertAll, manualTrigger, own, readRows, route, scheduleTrigger, seedRows, settingsNode, split, updateRows, upsertRow, type TableName } from '../parts.js';
import { expressionsOf, UNITS } from './expressions.js';
import { texts } from './texts.js';

const TABLES_USED = ['pt_process_records', 'pt_metrics', 'pt_alarms', 'pt_runs', 'pt_people'] as const satisfies readonly TableName[];
const STEP = 220;
const chain = TABLES_USED.map((name) => `table_${name}`);
const ERRANDS = ['import', 'sample', 'unfinished', 'run'];

/** From the records of the systems to figures that are kept, alarms that reach somebody, and a history of the runs. Source: spec S8, S12, S13, S15. */
export const healthMetrics: WorkflowSource = {
	id: WORKFLOW_IDS.healthMetrics,
	fileName: '07-health-metrics',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	// What went well stands in pt_runs; a hundred thousand records a second time in the list of executions would fill the database.
	workflowSettings: { saveDataSuccessExecution: 'none' },
	settings: (language) => [
		{ key: 'timeZone', type: 'string', value: 'Asia/Shanghai' },
		{ key: 'language', type: 'string', value: language },
		{ key: 'period', type: 'string', value: 'quarter' },
		{ key: 'periods', type: 'number', value: 3 },
		{ key: 'yearStartMonth', type: 'number', value: 1 },
		{ key: 'metrics', type: 'string', value: 'goal_adjustment_frequency, process_data_usage, cross_role_closure, stage_dwell, data_completeness, appeals, daily_use, organic_recommendation, penetration, team_enablement_weight, context_delay' },
		{ key: 'levels', type: 'string', value: 'company, department, team' },
		{ key: 'smallestGroup', type: 'number', value: 5 },
		{ key: 'baselinePeriods', type: 'number', value: 4 },
		{ key: 'evidenceLimit', type: 'number', value: 20 },
		{ key: 'thresholds', type: 'string', value: '[]' },
		{ key: 'superiors', type: 'string', value: '{}' },
		{ key: 'resumeMinutes', type: 'number', value: 15 },
	],
	nodes: (names) => nodesOf(names),
	connections: [
		['timer', 'settings'],
		['tryIt', 'settings'],
		['backFillForm', 'settings'],
		['importForm', 'settings'],
		['resumeTimer', 'settings'],
		['settings', chain[0] ?? ''],
		...chain.slice(1).map((name, index) => [chain[index] ?? '', name] as const),
		[chain.at(-1) ?? '', 'errand'],
		// Import
		['errand', 'uploaded', 0, 0],
		['importForm', 'uploaded', 0, 1],
		['uploaded', 'readFile'],
		['readFile', 'prepare'],
		['prepare', 'incoming', 0],
		['readFile', 'importEnd'],
		['incoming', 'storedRecords'],
		['storedRecords', 'newRecords'],
		['newRecords', 'storeRecords'],
		// Sample
		['errand', 'sample', 1],
		['sample', 'incoming'],
		['errand', 'heads', 1],
		['heads', 'eachHead'],
		['eachHead', 'storeHead'],
		['errand', 'plan', 1],
		// Run
		['errand', 'unfinished', 2],
		['unfinished', 'isLeft'],
		['isLeft', 'plan', 0],
		['errand', 'plan', 3],
		['plan', 'startRun'],
		['startRun', 'steps'],
		['steps', 'eachStep'],
		['eachStep', 'loop'],
		['loop', 'step', 1],
		['step', 'sayStep'],
		['sayStep', 'known'],
		['known', 'knownAlarms'],
		['knownAlarms', 'windowRecords'],
		['knownAlarms', 'olderGoals'],
		['knownAlarms', 'olderMembers'],
		['knownAlarms', 'olderStages'],
		['windowRecords', 'records', 0, 0],
		['olderGoals', 'records', 0, 1],
		['olderMembers', 'records', 0, 2],
		['olderStages', 'records', 0, 3],
		['records', 'calculate'],
		['calculate', 'storeFigures', 0],
		['calculate', 'people', 1],
		['people', 'gather'],
		['gather', 'alarms'],
		['alarms', 'isNew'],
		['isNew', 'task', 0],
		['task', 'deliver'],
		['alarms', 'storeAlarms'],
		['records', 'stepDone'],
		['stepDone', 'loop'],
		['loop', 'finish', 0],
	],
	notes: {
		main: { at: [-660, -120], size: [580, 700], kind: 'main' },
		import: { at: [2080, -560], size: [560, 130], kind: 'section' },
		run: { at: [2740, 680], size: [560, 150], kind: 'section' },
		judge: { at: [4940, 840], size: [560, 150], kind: 'section' },
	},
};

function nodesOf(names: Names): Readonly<Record<string, NodeSpecification>> {
	const { language, label, setting } = names;
	const say = expressionsOf(names);
	const once = { executeOnce: true };
	const before = (kind: string): ReadonlyArray<{ readonly column: string; readonly is?: string; readonly value: string }> => [{ column: 'kind', value: kind }, { column: 'at', is: 'lt', value: say.readFrom }];
	const run = [{ column: 'runKey', value: say.runKey }];
	return {
		timer: scheduleTrigger([0, 0], { field: 'months', triggerAtDayOfMonth: 5, triggerAtHour: 6 }),
		tryIt: manualTrigger([0, 200]),
		backFillForm: onReceived(
			formTrigger([0, 400], 'pt-metric-backfill', { title: label('backFillTitle'), description: label('backFillDescription'), button: label('backFillButton') }, [
				{ name: 'from', label: label('from'), kind: 'date', required: true },
				{ name: 'to', label: label('to'), kind: 'date', required: true },
				{ name: 'unit', label: label('unit'), kind: 'dropdown', required: true, options: UNITS.map((unit) => label(unit)), value: label('quarter') },
				{ name: 'restate', label: label('restate'), kind: 'radio', required: true, options: [label('yes'), label('no')], value: label('yes') },
			]),
			label('backFillDone'),
		),
		importForm: formTrigger([0, 600], 'pt-record-import', { title: label('importTitle'), description: label('importDescription'), button: label('importButton') }, [{ name: 'file', label: label('file'), kind: 'file', required: true, accept: '.csv' }]),
		resumeTimer: scheduleTrigger([0, 800], { field: 'minutes', minutesInterval: 10 }),
		settings: settingsNode([260, 400]),
		...Object.fromEntries(TABLES_USED.map((name, index) => [`table_${name}`, createTable(name, [480 + index * STEP, 400])])),
		errand: { ...route([480 + TABLES_USED.length * STEP, 400], say.errand, ERRANDS), options: once },
		uploaded: gate([1860, -360]),
		readFile: { type: 'n8n-nodes-base.extractFromFile', version: 1, at: [2080, -360], parameters: { operation: 'csv', binaryPropertyName: 'file', options: { encoding: 'utf8' } } },
		prepare: own('healthMetricCalculator', [2300, -360], { operation: 'records', rowsAre: 'named', calendar: { zone: `={{ ${setting('timeZone')} }}` } }),
		incoming: { type: 'n8n-nodes-base.noOp', version: 1, at: [2520, -160] },
		storedRecords: readRows('pt_process_records', [2740, -160], [{ column: 'at', is: 'gte', value: say.earliest }, { column: 'at', is: 'lte', value: say.latest }]),
		newRecords: own('healthMetricCalculator', [2960, -160], { operation: 'unstored', records: say.incoming }),
		storeRecords: insertAll('pt_process_records', [3180, -160]),
		importEnd: { ...formEnd([2520, 20], label('importDone'), say.imported, 'pt-record-import-end'), options: { ...once, webhookId: 'pt-record-import-end' } },
		sample: own('healthMetricCalculator', [2080, 160], { operation: 'sample', language }),
		heads: seedRows([2080, 320], sampleCompanyHeads(language).map((head) => ({ ...head, roles: JSON.stringify([{ role: 'teamLead', scope: head.department }]) }))),
		eachHead: split([2300, 320], 'rows'),
		storeHead: upsertRow('pt_people', [2520, 320], 'personId', {
			personId: '={{ $json.personId }}', name: '={{ $json.name }}', email: '={{ $json.email }}', active: '={{ true }}', department: '={{ $json.department }}', managerId: '', mentorId: '', teamLeadId: '', accounts: '[]', roles: '={{ $json.roles }}', unknown: '', source: 'sample:company', sourceId: '={{ $json.personId }}', sourceTime: '', sourceUrl: '',
		}),
		unfinished: readRows('pt_runs', [2080, 500], [{ column: 'state', value: 'running' }], { alwaysOutputData: false }),
		isLeft: condition([2300, 500], say.isLeft, 'true'),
		plan: { type: 'n8n-nodes-base.set', version: 3.4, at: [2740, 500], parameters: { mode: 'raw', jsonOutput: say.plan(SAMPLE_COMPANY_AS_OF, SAMPLE_COMPANY_QUARTERS), options: {} }, options: once },
		startRun: upsertRow('pt_runs', [2960, 500], 'runKey', {
			runKey: '={{ $json.runKey }}', workflow: '={{ $workflow.name }}', trigger: '={{ $json.trigger }}', periods: '={{ $json.periods }}', startedAt: '={{ $json.startedAt }}', finishedAt: '', state: 'running', step: '', progress: "={{ $json.done + '/' + $json.steps.length }}",
			records: 0, figures: 0, restated: 0, alarms: 0, message: '', execution: '={{ $execution.id }}', by: '={{ $json.by }}',
		}),
		steps: { type: 'n8n-nodes-base.set', version: 3.4, at: [3180, 500], parameters: { mode: 'raw', jsonOutput: say.steps, options: {} } },
		eachStep: split([3400, 500], 'steps'),
		loop: { type: 'n8n-nodes-base.splitInBatches', version: 3, at: [3620, 500], parameters: { batchSize: 1, options: {} } },
		step: { type: 'n8n-nodes-base.noOp', version: 1, at: [3840, 560] },
		sayStep: updateRows('pt_runs', [4060, 560], run, { step: say.stepName, progress: "={{ $json.index + '/' + $json.count }}" }),
		known: readRows('pt_metrics', [4280, 560], [{ column: 'periodStart', is: 'gte', value: say.readFromDay }]),
		knownAlarms: readRows('pt_alarms', [4500, 560]),
		windowRecords: readRows('pt_process_records', [4720, 200], [{ column: 'at', is: 'gte', value: say.readFrom }, { column: 'at', is: 'lt', value: say.readUntil }]),
		olderGoals: readRows('pt_process_records', [4720, 360], before('goal')),
		olderMembers: readRows('pt_process_records', [4720, 520], before('membership')),
		olderStages: readRows('pt_process_records', [4720, 680], [...before('stage'), { column: 'at', is: 'gte', value: say.stagesFrom }]),
		records: append([4940, 440], 4),
		calculate: own(
			'healthMetricCalculator',
			[5160, 240],
			{
				operation: 'calculate',
				rowsAre: 'named',
				metrics: say.list('metrics'),
				levels: say.list('levels'),
				periodUnit: say.unit,
				periodCount: say.periodCount,
				asOf: say.asOf,
				knownFigures: say.known,
				give: 'rows',
				thresholds: `={{ ({ rows: JSON.parse(${setting('thresholds')} || '[]') }) }}`,
				calendar: { zone: `={{ ${setting('timeZone')} }}` },
				options: { yearStartMonth: `={{ ${setting('yearStartMonth')} }}`, minPersons: `={{ ${setting('smallestGroup')} }}`, baselinePeriods: `={{ ${setting('baselinePeriods')} }}`, evidenceLimit: `={{ ${setting('evidenceLimit')} }}`, upTo: say.upTo, run: say.runKey, only: say.only },
			},
		),
		storeFigures: insertAll('pt_metrics', [5400, 120]),
		people: readRows('pt_people', [5400, 320]),
		// The alarms again, after the people were read.
		gather: { type: 'n8n-nodes-base.set', version: 3.4, at: [5620, 320], parameters: { mode: 'raw', jsonOutput: say.alarms, options: {} }, options: once },
		alarms: split([5840, 320], 'alarms'),
		isNew: condition([6060, 240], say.isNew, 'true'),
		task: { type: 'n8n-nodes-base.set', version: 3.4, at: [6280, 240], parameters: { mode: 'raw', jsonOutput: say.task, options: {} } },
		deliver: callWorkflow([6500, 240], WORKFLOW_IDS.taskDelivery),
		storeAlarms: upsertRow('pt_alarms', [6060, 460], 'alarmKey', Object.fromEntries(['alarmKey', 'metric', 'level', 'groupKey', 'groupName', 'state', 'firstPeriod', 'lastPeriod', 'explanation', 'explanationZh', 'asOf', 'run', 'payload'].map((column) => [column, `={{ $json.${column} }}`]))),
		stepDone: { ...updateRows('pt_runs', [5160, 640], run, { progress: say.progressDone }), options: once },
		finish: { ...updateRows('pt_runs', [3840, 380], run, { state: 'done', finishedAt: '={{ $now.toUTC().toISO() }}', step: '', records: say.countOf('records', 0), figures: say.countOf('calculate', 0), restated: say.restated, alarms: say.countOf('calculate', 1) }), options: once },
	};
}

/** The text that ends the form. n8n shows it at the end of the run, because a later node of this workflow is a form page too; the run goes on where the page is closed. */
function onReceived(trigger: NodeSpecification, text: string): NodeSpecification {
	const parameters = trigger.parameters ?? {};
	return { ...trigger, parameters: { ...parameters, responseMode: 'onReceived', options: { ...(parameters['options'] as object), respondWithOptions: { values: { respondWith: 'text', formSubmittedText: text } } } } };
}
