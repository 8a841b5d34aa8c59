import { sampleGoals } from '../../../core/sample/goals.js';
import type { Names, NodeSpecification, WorkflowSource } from '../builder.js';
import { formEnd, formPage, formTrigger } from '../forms.js';
import { WORKFLOW_IDS } from '../ids.js';
import { append, callWorkflow, condition, createTable, deleteRows, gate, manualTrigger, notIn, own, readRows, route, sameNamedColumns, scheduleTrigger, settingsNode, split, upsertRow, type TableName } from '../parts.js';
import { expressionsOf } from './expressions.js';
import { texts } from './texts.js';

const TABLES_USED = ['pt_goals', 'pt_goal_indexes', 'pt_goal_findings', 'pt_metrics', 'pt_people', 'pt_tasks', 'pt_errors'] as const satisfies readonly TableName[];
const tableKey = (name: TableName | undefined): string => `table_${name ?? ''}`;
const STEP = 220;

/** Goals along the business flow, and the re-check of those whose process worsens. Source: spec S4, S5. */
export const goalAlignment: WorkflowSource = {
	id: WORKFLOW_IDS.goalAlignment,
	fileName: '04-goal-alignment',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	settings: (language) => [
		{ key: 'language', type: 'string', value: language },
		{ key: 'stages', type: 'string', value: '' },
		{ key: 'percentages', type: 'string', value: 'hundred' },
		{ key: 'thresholdPercent', type: 'number', value: 15 },
		{ key: 'baseline', type: 'string', value: 'rolling' },
		{ key: 'fixedBaselines', type: 'string', value: '{}' },
		{ key: 'better', type: 'string', value: 'lower' },
		{ key: 'dueInWorkingDays', type: 'number', value: 5 },
		{ key: 'timeZone', type: 'string', value: 'Asia/Shanghai' },
		{ key: 'holidays', type: 'string', value: 'CN' },
	],
	nodes: (names) => nodesOf(names),
	connections: [
		...['timer', 'tryIt', 'importForm', 'pageForm'].map((trigger) => [trigger, 'settings'] as const),
		['settings', tableKey(TABLES_USED[0])],
		...TABLES_USED.slice(1).map((name, index) => [tableKey(TABLES_USED[index]), tableKey(name)] as const),
		[tableKey(TABLES_USED.at(-1)), 'errand'],
		// Import
		['errand', 'uploaded', 0, 0],
		['importForm', 'uploaded', 0, 1],
		['uploaded', 'readFile'],
		['readFile', 'readRows'],
		['readRows', 'storeRows', 0],
		['readRows', 'keepRefused', 1],
		['storeRows', 'stored'],
		['stored', 'wantsReplace'],
		['wantsReplace', 'readStored', 0],
		['readStored', 'notGiven'],
		['readRows', 'notGiven', 0, 1],
		['notGiven', 'deleteOld'],
		['deleteOld', 'importEnd'],
		['keepRefused', 'nothingStored'],
		['nothingStored', 'importEnd', 0],
		['wantsReplace', 'importEnd', 1],
		// Check
		['errand', 'sample', 1],
		['sample', 'sampleRows'],
		['sampleRows', 'allRows', 0, 0],
		['errand', 'readIndexes', 2],
		['readIndexes', 'readMetrics'],
		['readMetrics', 'readGoals'],
		['readGoals', 'allRows', 0, 1],
		['allRows', 'readPeople'],
		['readPeople', 'readTasks'],
		['allRows', 'ready', 0, 1],
		['readTasks', 'ready', 0, 0],
		['ready', 'check'],
		['ready', 'bufferGoals'],
		['ready', 'page'],
		['check', 'readFindings', 0],
		['readFindings', 'mended'],
		['mended', 'forgetMended'],
		['check', 'storeFindings', 1],
		['check', 'keepUnusable', 2],
		['bufferGoals', 'ownerTask', 0],
		['bufferGoals', 'superiorTask', 0],
		['bufferGoals', 'keepUnusable', 2],
		['ownerTask', 'newTasks', 0, 0],
		['superiorTask', 'newTasks', 0, 1],
		['newTasks', 'notYet', 0, 0],
		['readTasks', 'notYet', 0, 1],
		['notYet', 'deliver'],
		['page', 'wantsPage', 0],
		['wantsPage', 'showPage', 0],
	],
	notes: {
		main: { at: [-660, -120], size: [580, 860], kind: 'main' },
		import: { at: [2260, -580], size: [560, 130], kind: 'section' },
		check: { at: [2480, 680], size: [560, 130], kind: 'section' },
		recheck: { at: [4240, 1180], size: [620, 130], kind: 'section' },
	},
};

function nodesOf(names: Names): Readonly<Record<string, NodeSpecification>> {
	const { language, setting, label } = names;
	const say = expressionsOf(names);
	const once = { executeOnce: true };
	const table = { source: say.source, stages: `={{ ${setting('stages')} }}`, percentages: `={{ ${setting('percentages')} }}`, asOf: say.asOf };
	const buffer = {
		thresholdPercent: `={{ ${setting('thresholdPercent')} }}`,
		baseline: `={{ ${setting('baseline')} }}`,
		fixedBaselines: `={{ ${setting('fixedBaselines')} }}`,
		better: `={{ ${setting('better')} }}`,
		figures: say.figures,
		indexChoices: say.indexChoices,
		knownRechecks: say.knownRechecks,
	};
	const calendar = { zone: `={{ ${setting('timeZone')} }}`, statutory: `={{ ${setting('holidays')} }}` };
	const task = { operation: 'recheckTask', bufferGoal: '={{ $json }}', people: say.people, dueInWorkingDays: `={{ ${setting('dueInWorkingDays')} }}`, language: `={{ ${setting('language')} }}`, calendar, asOf: say.asOf };
	const error = { workflow: '={{ $workflow.name }}', node: '={{ $prevNode.name }}', message: language === 'en' ? "={{ [$json.field, $json.value, $json.reason, $json.remedy].filter(part => part).join(' · ') }}" : "={{ [$json.field, $json.value, $json.reasonZh, $json.remedyZh].filter(part => part).join(' · ') }}", execution: '={{ $execution.id }}', url: '', at: '={{ $now.toUTC().toISO() }}' };
	return {
		timer: scheduleTrigger([0, 0], { field: 'weeks', triggerAtDay: [1], triggerAtHour: 7 }),
		tryIt: manualTrigger([0, 200]),
		importForm: formTrigger([0, 400], 'pt-goal-import', { title: label('importTitle'), description: label('importDescription'), button: label('importButton') }, [
			{ name: 'file', label: label('file'), kind: 'file', required: true, accept: '.csv' },
			{ name: 'mode', label: label('mode'), kind: 'radio', required: true, options: [label('add'), label('replace')], value: label('add') },
		]),
		pageForm: formTrigger([0, 600], 'pt-goal-page', { title: label('pageTitle'), description: label('pageDescription'), button: label('pageButton') }, [{ name: 'note', kind: 'html', html: label('pageNote') }]),
		settings: settingsNode([260, 300]),
		...Object.fromEntries(TABLES_USED.map((name, index) => [tableKey(name), createTable(name, [480 + index * STEP, 300])])),
		errand: { ...route([480 + TABLES_USED.length * STEP, 300], say.errand, ['import', 'sample', 'check']), options: once },

		uploaded: gate([2040, -220]),
		readFile: { type: 'n8n-nodes-base.extractFromFile', version: 1, at: [2260, -220], parameters: { operation: 'csv', binaryPropertyName: 'file', options: { encoding: 'utf8', enableBOM: true, headerRow: true } } },
		readRows: own('goalAlignment', [2480, -220], { operation: 'readRows', ...table }),
		storeRows: upsertRow('pt_goals', [2700, -300], 'goalKey', sameNamedColumns('pt_goals')),
		keepRefused: upsertRow('pt_errors', [2700, -100], 'errorKey', { errorKey: "={{ 'goal import ' + $execution.id + ' ' + $json.row }}", ...error }),
		nothingStored: { ...condition([2920, -100], say.nothingStored, 'true'), options: once },
		// New rows are stored before old ones go: a crash in between leaves too much and never too little.
		stored: { type: 'n8n-nodes-base.limit', version: 1, at: [2920, -300], parameters: { maxItems: 1 } },
		wantsReplace: condition([3140, -300], say.wantsReplace, 'true'),
		readStored: readRows('pt_goals', [3360, -380]),
		notGiven: { ...notIn([3580, -380], 'goalKey'), options: { alwaysOutputData: true } },
		deleteOld: deleteRows('pt_goals', [3800, -380], [{ column: 'goalKey', value: "={{ $json.goalKey ?? '' }}" }], { alwaysOutputData: true }),
		importEnd: { ...formEnd([4020, -300], label('importedTitle'), say.imported, 'pt-goal-import-end'), options: { webhookId: 'pt-goal-import-end', executeOnce: true } },

		sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [2260, 100], parameters: { mode: 'raw', jsonOutput: JSON.stringify({ goals: sampleGoals(language) }, null, 2), options: {} }, options: once },
		sampleRows: split([2480, 100], 'goals'),
		readIndexes: readRows('pt_goal_indexes', [2260, 520]),
		readMetrics: readRows('pt_metrics', [2480, 520], [{ column: 'level', is: 'neq', value: 'person' }, { column: 'closed', is: 'isTrue' }, { column: 'metric', is: 'like', value: say.metricWanted }]),
		readGoals: readRows('pt_goals', [2700, 520]),
		allRows: append([3360, 320], 2),
		readPeople: readRows('pt_people', [3580, 480]),
		readTasks: readRows('pt_tasks', [3800, 480], [{ column: 'kind', value: 'goalRecheck' }]),
		ready: gate([4020, 320]),

		check: own('goalAlignment', [4240, 120], { operation: 'check', ...table, people: say.people }),
		storeFindings: upsertRow('pt_goal_findings', [4480, 20], 'findingKey', {
			findingKey: say.findingKey,
			source: say.source,
			code: '={{ $json.value.code }}',
			place: `={{ $json.value.place[${setting('language')}] }}`,
			reason: `={{ $json.value.reason[${setting('language')}] }}`,
			remedy: `={{ $json.value.remedy[${setting('language')}] }}`,
			rule: "={{ $json.rule.id + ' ' + $json.rule.version }}",
			asOf: '={{ $json.asOf }}',
			payload: '={{ JSON.stringify($json) }}',
		}),
		keepUnusable: upsertRow('pt_errors', [4480, 220], 'errorKey', { errorKey: "={{ 'goals ' + JSON.stringify([$json.field, $json.value, $json.row, $json.reason]).hash('sha256') }}", ...error }),
		readFindings: readRows('pt_goal_findings', [4480, -140], [{ column: 'source', value: say.source }]),
		mended: { type: 'n8n-nodes-base.filter', version: 2.2, at: [4700, -140], parameters: condition([0, 0], say.isMended, 'true').parameters ?? {} },
		forgetMended: deleteRows('pt_goal_findings', [4920, -140], [{ column: 'findingKey', value: '={{ $json.findingKey }}' }]),

		bufferGoals: own('goalAlignment', [4240, 900], { operation: 'bufferGoals', ...table, ...buffer }),
		ownerTask: own('goalAlignment', [4700, 800], { ...task, to: 'owner' }),
		superiorTask: own('goalAlignment', [4700, 960], { ...task, to: 'superior' }),
		newTasks: append([4920, 880], 2),
		notYet: notIn([5140, 880], 'key', 'taskKey'),
		deliver: callWorkflow([5360, 880], WORKFLOW_IDS.taskDelivery),

		page: own('goalAlignment', [4240, 560], { operation: 'page', ...table, ...buffer, people: say.people, language: `={{ ${setting('language')} }}` }),
		wantsPage: condition([4480, 560], say.wantsPage, 'true'),
		showPage: formPage([4700, 560], '={{ $json.html }}', 'pt-goal-page-shown'),
	};
}

