import type { Names, NodeSpecification, WorkflowSource } from '../builder.js';
import { WORKFLOW_IDS } from '../ids.js';
import { condition, createTable, manualTrigger, own, readRows, route, settingsNode, type TableName } from '../parts.js';
import { sampleTables } from './sample.js';
import { texts } from './texts.js';

/** Last part of the address of the dashboard. */
const PATH = 'pt-dashboard';

const TABLES_READ = ['pt_metrics', 'pt_alarms', 'pt_runs', 'pt_process_records', 'pt_visibility', 'pt_people', 'pt_cards', 'pt_tasks', 'pt_milestones', 'pt_digests', 'pt_lights'] as const satisfies readonly TableName[];

/** Pages, in the order of the outputs of the switch. */
const PAGES = ['overview', 'metric', 'group', 'figure', 'record', 'lights', 'cards', 'work'] as const;

/** Pages that show the figures of the whole company, which tell the newest period. */
const OF_COMPANY = ['overview', 'metric'];

/** Nothing of what the browser gets may be kept by it, framed or guessed to be something else. The policy of the page itself stands in the page: n8n sets that header alone. */
const HEADERS = {
	'content-type': '={{ $json.contentType }}',
	'content-disposition': '={{ $json.disposition }}',
	'cache-control': 'no-store',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'no-referrer',
	'x-robots-tag': 'noindex, nofollow',
	'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

const tableAt = (index: number): readonly [number, number] => [480 + (index % 6) * 200, index < 6 ? 0 : 200];
const tables: Readonly<Record<string, NodeSpecification>> = Object.fromEntries(TABLES_READ.map((name, index) => [`table_${name}`, createTable(name, tableAt(index))]));
const chain = TABLES_READ.map((name) => `table_${name}`);

/** A web page with everything the pack has judged, served by n8n itself. Source: spec S18, S10. */
export const dashboard: WorkflowSource = {
	id: WORKFLOW_IDS.dashboard,
	fileName: '12-dashboard',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	// What somebody looked at is not kept a second time in the list of executions.
	workflowSettings: { saveDataSuccessExecution: 'none' },
	settings: (language) => [
		{ key: 'baseUrl', type: 'string', value: 'http://localhost:5678' },
		{ key: 'timeZone', type: 'string', value: 'Asia/Shanghai' },
		{ key: 'language', type: 'string', value: language },
		{ key: 'smallestGroup', type: 'number', value: 5 },
	],
	nodes: (names) => nodesOf(names),
	connections: [
		['address', 'settings'],
		['tryIt', 'sample'],
		['sample', 'settings'],
		['settings', chain[0] ?? ''],
		...chain.slice(1).map((name, index) => [chain[index] ?? '', name] as const),
		[chain.at(-1) ?? '', 'isSample'],
		['isSample', 'page', 0],
		['isSample', 'needsCompany', 1],
		['needsCompany', 'company', 0],
		['company', 'plan'],
		['needsCompany', 'plan', 1],
		['plan', 'which'],
		['which', 'redFigures', 0],
		['redFigures', 'alarms'],
		['alarms', 'runs'],
		['runs', 'cards'],
		['cards', 'tasks'],
		['tasks', 'milestones'],
		['milestones', 'digests'],
		['digests', 'page'],
		['which', 'metricFigures', 1],
		['metricFigures', 'page'],
		['which', 'groupFigures', 2],
		['groupFigures', 'groupPeriod'],
		['groupPeriod', 'memberFigures'],
		['memberFigures', 'switches'],
		['which', 'figure', 3],
		['figure', 'isPerson'],
		['isPerson', 'teamMembers', 0],
		['teamMembers', 'teamFigure'],
		['teamFigure', 'switches'],
		['isPerson', 'switches', 1],
		['which', 'record', 4],
		['record', 'switches'],
		['switches', 'people'],
		['people', 'page'],
		['which', 'pageLights', 5],
		['pageLights', 'digests'],
		['which', 'cards', 6],
		['which', 'tasks', 7],
		['page', 'forBrowser'],
		['forBrowser', 'answer', 0],
	],
	notes: {
		main: { at: [-640, -560], size: [560, 980], kind: 'main' },
		read: { at: [2420, -720], size: [460, 180], kind: 'section' },
		visible: { at: [3440, 260], size: [440, 180], kind: 'section' },
		answer: { at: [4120, -420], size: [440, 180], kind: 'section' },
	},
};

function nodesOf({ ref, setting }: Names): Readonly<Record<string, NodeSpecification>> {
	const rows = (key: string): string => `(${ref(key)}.isExecuted ? ${ref(key)}.all().map((item) => item.json) : [])`;
	const planned = (field: string): string => `={{ ${ref('plan')}.first().json.${field} }}`;
	const query = `${ref('address')}.first().json.query`;
	const figures = ['company', 'redFigures', 'metricFigures', 'groupFigures', 'memberFigures', 'figure', 'teamMembers', 'teamFigure'];
	const read: Readonly<Partial<Record<TableName, readonly string[]>>> = {
		pt_metrics: figures,
		pt_alarms: ['alarms'],
		pt_runs: ['runs'],
		pt_process_records: ['record'],
		pt_visibility: ['switches'],
		pt_people: ['people'],
		pt_cards: ['cards'],
		pt_tasks: ['tasks'],
		pt_milestones: ['milestones'],
		pt_digests: ['digests'],
		pt_lights: ['pageLights'],
	};
	const everything = `{ ${Object.entries(read).map(([table, keys]) => `"${table}": [${keys.map((key) => `...${rows(key)}`).join(', ')}]`).join(', ')} }`;
	const team = (field: string): string => `={{ ${ref('figure')}.first().json.${field} }}`;
	return {
		address: {
			type: 'n8n-nodes-base.webhook',
			version: 2.1,
			at: [0, 0],
			parameters: { httpMethod: 'GET', path: PATH, authentication: 'basicAuth', responseMode: 'responseNode', options: {} },
			options: { webhookId: PATH },
		},
		tryIt: manualTrigger([0, 240]),
		sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [0, 440], parameters: { mode: 'raw', jsonOutput: JSON.stringify(sampleTables, null, 2), options: {} } },
		settings: settingsNode([240, 0]),
		...tables,
		isSample: { ...condition([1720, 0], `={{ ${ref('tryIt')}.isExecuted }}`, 'true'), options: { executeOnce: true } },
		needsCompany: condition([1940, 160], `={{ ${JSON.stringify(OF_COMPANY)}.includes(${query}.view) || !${JSON.stringify(PAGES)}.includes(${query}.view) }}`, 'true'),
		company: readRows('pt_metrics', [2160, 20], [{ column: 'level', value: 'company' }]),
		plan: own('dashboardPage', [2380, 160], { operation: 'plan', query: `={{ ${query} }}`, language: `={{ ${setting('language')} }}`, figures: `={{ ${rows('company')} }}` }, { executeOnce: true }),
		which: { ...route([2600, 160], '={{ $json.view }}', PAGES), options: { executeOnce: true } },
		redFigures: readRows('pt_metrics', [2860, -460], [{ column: 'light', value: 'red' }, { column: 'period', value: planned('period') }, { column: 'level', is: 'neq', value: 'person' }]),
		alarms: readRows('pt_alarms', [3080, -460], [{ column: 'state', value: 'open' }, { column: 'level', is: 'neq', value: 'person' }]),
		runs: latest(readRows('pt_runs', [3300, -460])),
		metricFigures: readRows('pt_metrics', [2860, -240], [{ column: 'metric', value: planned('metric') }, { column: 'period', value: planned('period') }, { column: 'level', is: 'neq', value: 'person' }]),
		groupFigures: readRows('pt_metrics', [2860, -20], [{ column: 'groupKey', value: planned('group') }]),
		// The group's own figures tell its newest period.
		groupPeriod: own('dashboardPage', [3080, -20], { operation: 'plan', query: `={{ ${query} }}`, language: `={{ ${setting('language')} }}`, figures: `={{ ${rows('groupFigures')} }}` }, { executeOnce: true }),
		memberFigures: readRows('pt_metrics', [3300, -20], [{ column: 'parentKey', value: planned('parent') }, { column: 'period', value: `={{ ${ref('groupPeriod')}.first().json.period }}` }]),
		figure: readRows('pt_metrics', [2860, 200], [{ column: 'figureKey', value: planned('figure') }]),
		isPerson: { ...condition([3080, 200], "={{ $json.level ?? '' }}", 'equals', 'person'), options: { executeOnce: true } },
		teamMembers: readRows('pt_metrics', [3000, 420], [{ column: 'parentKey', value: team('parentKey') }, { column: 'metric', value: team('metric') }, { column: 'period', value: team('period') }]),
		teamFigure: readRows('pt_metrics', [3220, 420], [{ column: 'groupKey', value: team('parentKey') }, { column: 'metric', value: team('metric') }, { column: 'period', value: team('period') }]),
		record: anyOf(readRows('pt_process_records', [2860, 640], [0, 1, 2].map((index) => ({ column: 'recordKey', value: planned(`recordKeys[${index}]`) })))),
		pageLights: readRows('pt_lights', [2860, 860], [{ column: 'state', is: 'neq', value: 'out' }, { column: 'light', is: 'neq', value: 'green' }]),
		cards: readRows('pt_cards', [3300, 860]),
		tasks: readRows('pt_tasks', [3520, 860], [{ column: 'status', value: 'open' }]),
		milestones: readRows('pt_milestones', [3740, 860]),
		digests: readRows('pt_digests', [3960, 860]),
		switches: readRows('pt_visibility', [3520, 80]),
		people: readRows('pt_people', [3740, 80]),
		page: own(
			'dashboardPage',
			[4180, 0],
			{
				operation: 'page',
				query: `={{ ${ref('address')}.isExecuted ? ${query} : {} }}`,
				language: `={{ ${setting('language')} }}`,
				tables: `={{ ${ref('tryIt')}.isExecuted ? ${ref('sample')}.first().json : ${everything} }}`,
				zone: `={{ ${setting('timeZone')} }}`,
				options: { at: `={{ $now.setZone(${setting('timeZone')}).toISO() }}`, cardForm: `={{ ${setting('baseUrl')}.replace(/\\/+$/, '') + '/form/pt-card-record' }}`, smallestGroup: `={{ ${setting('smallestGroup')} }}` },
			},
			{ executeOnce: true },
		),
		forBrowser: condition([4400, 0], `={{ ${ref('address')}.isExecuted }}`, 'true'),
		answer: {
			type: 'n8n-nodes-base.respondToWebhook',
			version: 1.5,
			at: [4620, 0],
			parameters: { respondWith: 'text', responseBody: '={{ $json.body }}', options: { responseCode: '={{ $json.status }}', responseHeaders: { entries: Object.entries(HEADERS).map(([name, value]) => ({ name, value })) } } },
		},
	};
}

/** Only the newest rows. */
function latest(node: NodeSpecification): NodeSpecification {
	return { ...node, parameters: { ...node.parameters, returnAll: false, limit: 5, orderByDirection: 'DESC' } };
}

/** Rows that match one of the conditions. */
function anyOf(node: NodeSpecification): NodeSpecification {
	return { ...node, parameters: { ...node.parameters, matchType: 'anyCondition' } };
}
