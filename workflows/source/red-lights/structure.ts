import type { Names, NodeSpecification, WorkflowSource } from '../builder.js';
import { WORKFLOW_IDS } from '../ids.js';
import {
	append, callWorkflow, condition, createTable, deleteRows, gate, manualTrigger, notIn, own, readRows, sameNamedColumns, scheduleTrigger, seedRows, settingsNode, split, updateRows, upsertRow, type TableName,
} from '../parts.js';
import type { LightArea } from './area.js';
import { expressionsOf } from './expressions.js';
import { PATTERN_ROWS, RULE_ROWS } from './seeds.js';

/*
 * Red lights of code and of documents: one structure, because a rule never knows the vendor. Each morning the raw history is read again,
 * judged against the lights known so far, stored, and the people concerned are asked. Source: spec S6, S7, S10, S16.
 */

const STEP = 220;
/** What people decide about a light is written by the forms alone; a run that is under way at the same time must not undo it. */
const WRITTEN_BY_PEOPLE: readonly string[] = ['humanDecision', 'objectionState', 'objection'];

export function redLights(area: LightArea): WorkflowSource {
	const tables: readonly TableName[] = ['pt_lights', 'pt_rules', ...(area.patterns ? (['pt_patterns'] as const) : []), 'pt_people', 'pt_tasks', 'pt_notes', 'pt_digests', 'pt_cursors', 'pt_errors'];
	const reads = ['storedRules', ...(area.patterns ? ['storedPatterns'] : [])];
	return {
		id: area.id,
		fileName: area.fileName,
		texts: area.texts,
		errorWorkflow: WORKFLOW_IDS.errorHandler,
		settings: (language) => [
			...area.settings,
			{ key: 'timeZone', type: 'string', value: 'Asia/Shanghai' },
			{ key: 'holidays', type: 'string', value: 'CN' },
			{ key: 'companyOff', type: 'string', value: '' },
			{ key: 'companyWorking', type: 'string', value: '' },
			{ key: 'greenLights', type: 'string', value: 'each' },
			{ key: 'noteWorkingDays', type: 'number', value: 2 },
			{ key: 'helpWorkingDays', type: 'number', value: 2 },
			{ key: 'smallestGroup', type: 'number', value: 5 },
			{ key: 'pushMinutes', type: 'number', value: 30 },
			{ key: 'language', type: 'string', value: language },
			{ key: 'baseUrl', type: 'string', value: 'http://localhost:5678' },
		],
		nodes: (names) => nodesOf(area, names, tables),
		connections: [
			['tryIt', 'settings'],
			['timer', 'settings'],
			['push', 'settings', area.pushOutput],
			['settings', tableKey(tables[0])],
			...tables.slice(1).map((name, index) => [tableKey(tables[index]), tableKey(name)] as const),
			[tableKey(tables.at(-1)), 'readCursors'],
			['readCursors', 'mayRun'],
			['mayRun', 'storedRules', 0],
			...reads.flatMap((key, index) => seeding(key, reads[index + 1] ?? 'readPeople')),
			['readPeople', 'readKnown'],
			['readKnown', 'readNotes'],
			['readNotes', 'readTasks'],
			['readTasks', 'withSample'],
			['readTasks', 'newNotes', 0, 1],
			['withSample', 'sample', 0],
			['withSample', 'reading', 1],
			['reading', 'source'],
			['sample', 'evaluate'],
			['source', 'complete', 0],
			['source', 'facts', 0, 1],
			['source', 'keepFindings', 1],
			['source', 'keepCursor', 2],
			['complete', 'markRun', 0],
			['complete', 'keepUnread', 1],
			['markRun', 'facts', 0, 0],
			['facts', 'evaluate'],
			...[0, 1, 2, 3].map((output) => ['evaluate', 'lights', output, output] as const),
			['evaluate', 'keepUnusable', 4],
			['lights', 'storeLights'],
			['lights', 'digest'],
			['digest', 'storeDigest'],
			['lights', 'gone', 0, 1],
			['readKnown', 'passing'],
			['passing', 'gone', 0, 0],
			['gone', 'forget'],
			['storeLights', 'isRed'],
			['isRed', 'aboutPerson', 0],
			['isRed', 'tasksNow', 0],
			['isRed', 'reds', 0, 1],
			['isRed', 'isOut', 1],
			['aboutPerson', 'askNote', 0],
			['askNote', 'newNotes', 0, 0],
			['newNotes', 'deliverNotes'],
			['tasksNow', 'reds', 0, 0],
			['tasksNow', 'newHelp', 0, 1],
			['reds', 'isDue'],
			['isDue', 'findHelper', 0],
			['findHelper', 'help', 0],
			['findHelper', 'help', 1],
			['help', 'newHelp', 0, 0],
			['newHelp', 'deliverHelp'],
			['isOut', 'openTasks', 0],
			['openTasks', 'sayOut'],
		],
		notes: {
			main: { at: [-640, -160], size: [560, 680], kind: 'main' },
			rules: { at: [680, 664], size: [560, 150], kind: 'section' },
			read: { at: [0, 800], size: [440, 200], kind: 'section' },
			judge: { at: [1300, 664], size: [560, 150], kind: 'section' },
			ask: { at: [0, 1400], size: [440, 200], kind: 'section' },
			help: { at: [0, 1640], size: [440, 200], kind: 'section' },
		},
	};
}

const tableKey = (name: TableName | undefined): string => `table_${name ?? ''}`;

/** Reads a table of what HRBPs edit; one that holds nothing for this workflow is filled first. */
function seeding(read: string, next: string): ReadonlyArray<readonly [string, string, number?]> {
	return [
		[read, `${read}Empty`],
		[`${read}Empty`, `${read}Seed`, 0],
		[`${read}Seed`, `${read}Split`],
		[`${read}Split`, `${read}Store`],
		[`${read}Store`, `${read}Read`],
		[`${read}Empty`, `${read}Read`, 1],
		[`${read}Read`, next],
	];
}

function seedingNodes(read: string, table: TableName, key: string, rows: readonly object[], x: number, filled: string): Record<string, NodeSpecification> {
	return {
		[read]: readRows(table, [x, 520]),
		[`${read}Empty`]: once(condition([x + STEP, 520], filled, 'true')),
		[`${read}Seed`]: seedRows([x + 2 * STEP, 400], rows),
		[`${read}Split`]: split([x + 3 * STEP, 400], 'rows'),
		[`${read}Store`]: upsertRow(table, [x + 4 * STEP, 400], key, sameNamedColumns(table)),
		[`${read}Read`]: readRows(table, [x + 5 * STEP, 520]),
	};
}

const once = (node: NodeSpecification): NodeSpecification => ({ ...node, options: { ...node.options, executeOnce: true } });

function nodesOf(area: LightArea, names: Names, tables: readonly TableName[]): Readonly<Record<string, NodeSpecification>> {
	const { setting } = names;
	const say = expressionsOf(area, names);
	const calendar = { zone: `={{ ${setting('timeZone')} }}`, statutory: `={{ ${setting('holidays')} }}`, companyOff: `={{ ${setting('companyOff')} }}`, companyWorking: `={{ ${setting('companyWorking')} }}` };
	const error = (key: string, message: string): Record<string, string> => ({ errorKey: key, workflow: '={{ $workflow.name }}', node: '={{ $prevNode.name }}', message, execution: '={{ $execution.id }}', url: '', at: '={{ $now.toUTC().toISO() }}' });
	const taskOf = (operation: string, days: string) => ({
		operation,
		light: '={{ $json }}',
		dueInWorkingDays: `={{ ${setting(days)} }}`,
		language: `={{ ${setting('language')} }}`,
		calendar,
		options: { createdAt: say.createdAt, noteUrl: say.form('pt-light-note'), objectUrl: say.form('pt-light-objection'), decisionUrl: say.form('pt-light-decision') },
	});
	const patternsX = 700 + 6 * STEP;
	const readX = area.patterns ? patternsX + 6 * STEP : patternsX;
	return {
		tryIt: manualTrigger([0, 0]),
		timer: scheduleTrigger([0, 180], { field: 'days', triggerAtHour: 7 }),
		push: area.push([0, 360]),
		settings: settingsNode([260, 180]),
		...Object.fromEntries(tables.map((name, index) => [tableKey(name), createTable(name, [480 + index * STEP, 180])])),
		// A call is a hint that there is something to read; what came soon before has read it, or the next morning does.
		readCursors: readRows('pt_cursors', [260, 520]),
		mayRun: once(condition([480, 520], say.mayRun, 'true')),
		...seedingNodes('storedRules', 'pt_rules', 'ruleId', RULE_ROWS[area.area], 700, say.noRules),
		...(area.patterns ? seedingNodes('storedPatterns', 'pt_patterns', 'patternId', PATTERN_ROWS, patternsX, say.noPatterns) : {}),
		readPeople: readRows('pt_people', [readX, 520]),
		readKnown: readRows('pt_lights', [readX + STEP, 520]),
		readNotes: readRows('pt_notes', [readX + 2 * STEP, 520]),
		readTasks: readRows('pt_tasks', [readX + 3 * STEP, 520], [{ column: 'kind', value: 'contextNote' }]),
		withSample: once(condition([480, 900], say.isSample, 'true')),
		sample: area.sample([740, 820]),
		// A node that is off hands its item on: this one tells it apart from what was read.
		reading: { type: 'n8n-nodes-base.set', version: 3.4, at: [740, 1000], parameters: { mode: 'raw', jsonOutput: JSON.stringify({ reading: true }), options: {} }, options: { executeOnce: true } },
		source: ((source) => ({ ...source, options: { ...source.options, executeOnce: true, alwaysOutputData: true } }))(area.source([960, 1000], names)),
		// Judged is only what was read to the end: half a history would put out lights that still burn.
		complete: once(condition([1200, 920], say.readWhole, 'true')),
		markRun: upsertRow('pt_cursors', [1420, 880], 'cursorKey', { cursorKey: say.runKey, cursor: '', at: '={{ $now.toUTC().toISO() }}' }),
		keepUnread: upsertRow('pt_errors', [1420, 1180], 'errorKey', error(say.unreadKey, say.unread)),
		keepFindings: upsertRow('pt_errors', [1200, 1120], 'errorKey', error("={{ $json.where + ' ' + ($json.value ?? '') }}", "={{ $json.where + ': ' + ($json.value ?? '') + ' – ' + $json.expected }}")),
		keepCursor: upsertRow('pt_cursors', [1200, 1260], 'cursorKey', { cursorKey: '={{ $json.cursorKey }}', cursor: '={{ $json.cursor }}', at: '={{ $json.at }}' }),
		facts: gate([1640, 1000]),
		evaluate: own(
			'redLightEvaluator',
			[1880, 900],
			{ rulesFrom: 'json', rulesJson: say.rules, otherRules: 'out', knownLights: say.known, people: say.people, asOf: say.asOf, output: 'rows', greenLights: `={{ ${setting('greenLights')} }}`, ...(area.patterns ? { patterns: say.patterns } : {}), calendar },
			{ onError: 'continueRegularOutput' },
		),
		lights: append([2120, 860], 4),
		keepUnusable: upsertRow('pt_errors', [2120, 1080], 'errorKey', error(say.unusableKey, say.unusable)),
		storeLights: upsertRow('pt_lights', [2360, 860], 'lightKey', Object.fromEntries(Object.entries(sameNamedColumns('pt_lights')).filter(([column]) => !WRITTEN_BY_PEOPLE.includes(column)))),
		// All that others than the person concerned and the helper see: numbers of persons, small groups left out.
		digest: own('lightTask', [2360, 1020], { operation: 'digest', people: say.people, smallestGroup: `={{ ${setting('smallestGroup')} }}` }),
		storeDigest: upsertRow('pt_digests', [2600, 1020], 'digestKey', { digestKey: say.digestKey, area: area.area, day: say.day, groups: '={{ JSON.stringify({ groups: $json.groups, total: $json.total, smallestGroup: $json.smallestGroup }) }}', explanation: '={{ $json.explanation.en }}', explanationZh: "={{ $json.explanation['zh-CN'] }}" }),
		// A yellow or green light that is not said again is over: only red ones have a history.
		passing: { type: 'n8n-nodes-base.filter', version: 2.2, at: [2120, 1240], parameters: condition([0, 0], say.isPassing, 'true').parameters ?? {} },
		gone: notIn([2360, 1180], 'lightKey'),
		forget: deleteRows('pt_lights', [2600, 1180], [{ column: 'lightKey', value: '={{ $json.lightKey }}' }]),
		isRed: condition([2600, 860], say.isRed, 'true'),
		isOut: condition([2820, 980], "={{ $json.state === 'out' }}", 'true'),
		openTasks: readRows('pt_tasks', [3040, 980], [{ column: 'payload', is: 'like', value: say.ofThisLight }, { column: 'status', value: 'open' }], { executeOnce: false, alwaysOutputData: false }),
		sayOut: updateRows('pt_tasks', [3260, 980], [{ column: 'taskKey', value: '={{ $json.taskKey }}' }], { explanation: say.wentOut, body: `={{ '> **' + (${say.wentOut.slice(3, -2)}) + '**\\n\\n' + $json.body }}` }),
		aboutPerson: condition([480, 1420], say.aboutPerson, 'true'),
		askNote: own('lightTask', [720, 1420], { ...taskOf('contextNote', 'noteWorkingDays'), assignee: say.personConcerned }),
		newNotes: notIn([960, 1420], 'key', 'taskKey'),
		deliverNotes: callWorkflow([1200, 1420], WORKFLOW_IDS.taskDelivery),
		tasksNow: readRows('pt_tasks', [480, 1660]),
		reds: gate([720, 1660]),
		isDue: own('lightTask', [960, 1660], { operation: 'escalation', light: '={{ $json }}', notes: say.notesOfLight, noteRequests: say.noteRequests, waitForNote: say.waitForNote, calendar, options: { createdAt: say.createdAt } }),
		findHelper: own('hrDirectory', [1200, 1660], { operation: 'findPerson', directorySource: 'json', directory: say.people, role: say.helperRole, personBy: say.personBy, system: say.accountSystem, person: say.person }),
		help: own('lightTask', [1440, 1660], { ...taskOf('mentoring', 'helpWorkingDays'), assignee: '={{ { assignee: $json.assignee, reason: $json.unassignedReason } }}', notes: say.notesOfLight, noteAskedAt: say.noteAskedAt }),
		newHelp: notIn([1680, 1660], 'key', 'taskKey'),
		deliverHelp: callWorkflow([1920, 1660], WORKFLOW_IDS.taskDelivery),
	};
}
