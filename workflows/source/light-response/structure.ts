import type { Names, NodeSpecification, WorkflowSource } from '../builder.js';
import { formEnd, formPage, formTrigger } from '../forms.js';
import { WORKFLOW_IDS } from '../ids.js';
import { condition, createTable, insertRow, manualTrigger, own, readRows, settingsNode, updateRows } from '../parts.js';
import { sampleOf } from './sampleLight.js';
import { texts } from './texts.js';

/** Last parts of the addresses of the forms; tasks and pages link to them. */
const PATHS = { note: 'pt-light-note', objection: 'pt-light-objection', decision: 'pt-light-decision', mine: 'pt-my-lights' } as const;

/** What a form asked for, in the words of the node; the person is who signed in to n8n, never what somebody wrote into a field. */
function asked(at: readonly [number, number], step: string, more: { readonly factor?: string; readonly decision?: string } = {}): NodeSpecification {
	const { factor = "'other'", decision = "''" } = more;
	return {
		type: 'n8n-nodes-base.set',
		version: 3.4,
		at,
		parameters: { mode: 'raw', jsonOutput: `={{ { email: $json.user?.email ?? '', light: $json.light ?? '', step: ${step}, factor: ${factor}, decision: ${decision}, text: $json.text ?? '' } }}`, options: {} },
	};
}

/** The value that an answer of a form stands for, whatever the language of the form. */
const chosen = (field: string, values: Readonly<Record<string, string>>, otherwise: string): string => `(${JSON.stringify(values)})[$json.${field}] ?? '${otherwise}'`;

/** People answer a light: a note, an objection, a decision; and see the lights that are theirs. Source: spec S7, S10, S13. */
export const lightResponse: WorkflowSource = {
	id: WORKFLOW_IDS.lightResponse,
	fileName: 'shared-light-response',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	settings: (language) => [
		{ key: 'baseUrl', type: 'string', value: 'http://localhost:5678' },
		{ key: 'timeZone', type: 'string', value: 'Asia/Shanghai' },
		{ key: 'holidays', type: 'string', value: 'CN' },
		{ key: 'companyOff', type: 'string', value: '' },
		{ key: 'companyWorking', type: 'string', value: '' },
		{ key: 'language', type: 'string', value: language },
	],
	nodes: (names) => ({ ...formNodes(names), ...answerNodes(names), ...sampleNodes(names) }),
	connections: [
		['noteForm', 'noteAsked'],
		['objectionForm', 'objectionAsked'],
		['decisionForm', 'decisionAsked'],
		['mineForm', 'mineAsked'],
		...['noteAsked', 'objectionAsked', 'decisionAsked', 'mineAsked'].map((from) => [from, 'request'] as const),
		['request', 'settings'],
		['settings', 'lightsTable'],
		['lightsTable', 'notesTable'],
		['notesTable', 'peopleTable'],
		['peopleTable', 'people'],
		['people', 'isPage'],
		['isPage', 'allLights', 0],
		['isPage', 'oneLight', 1],
		['allLights', 'allNotes'],
		['allNotes', 'page'],
		['page', 'showPage', 0],
		['page', 'refusedEnd', 1],
		['oneLight', 'record'],
		['record', 'keepNote', 0],
		['record', 'refusedEnd', 1],
		['keepNote', 'changesLight'],
		['changesLight', 'keepLight', 0],
		['changesLight', 'thanksEnd', 1],
		['keepLight', 'thanksEnd'],
		['tryIt', 'sample'],
		['sample', 'sampleObjection'],
		['sample', 'samplePage'],
	],
	notes: {
		main: { at: [-640, -240], size: [560, 860], kind: 'main' },
		forms: { at: [0, -240], size: [440, 200], kind: 'section' },
		visible: { at: [1820, -240], size: [460, 180], kind: 'section' },
		sample: { at: [0, 860], size: [440, 160], kind: 'section' },
	},
};

function formNodes({ label }: Names): Record<string, NodeSpecification> {
	const form = (key: string) => ({ title: label(`${key}Title`), description: label(`${key}About`), button: label(`${key}Button`) });
	const light = { name: 'light', kind: 'hiddenField' } as const;
	const factors = { [label('external')]: 'externalDependency', [label('environment')]: 'environmentInterference', [label('other')]: 'other' };
	const objections = { [label('object')]: 'file', [label('withdraw')]: 'withdraw' };
	// One question: about the light, or about the objection that was made.
	const decisions = { [label('helpAgreed')]: 'helpAgreed', [label('outsideCause')]: 'outsideCause', [label('nothingNeeded')]: 'nothingNeeded' };
	const answers = { [label('review')]: 'review', [label('uphold')]: 'uphold', [label('reject')]: 'reject' };
	return {
		noteForm: formTrigger([0, 0], PATHS.note, form('note'), [
			light,
			{ name: 'factor', label: label('factor'), kind: 'radio', required: true, options: Object.keys(factors) },
			{ name: 'text', label: label('noteText'), kind: 'textarea', required: true, placeholder: label('notePlaceholder') },
		]),
		objectionForm: formTrigger([0, 200], PATHS.objection, form('objection'), [
			light,
			{ name: 'action', label: label('action'), kind: 'radio', required: true, options: Object.keys(objections) },
			{ name: 'text', label: label('reason'), kind: 'textarea', placeholder: label('objectionPlaceholder') },
		]),
		decisionForm: formTrigger([0, 400], PATHS.decision, form('decision'), [
			light,
			{ name: 'action', label: label('decision'), kind: 'radio', required: true, options: [...Object.keys(decisions), ...Object.keys(answers)] },
			{ name: 'text', label: label('reason'), kind: 'textarea', placeholder: label('decisionPlaceholder') },
		]),
		mineForm: formTrigger([0, 600], PATHS.mine, form('mine'), []),
		noteAsked: asked([240, 0], "'note'", { factor: chosen('factor', factors, 'other') }),
		objectionAsked: asked([240, 200], chosen('action', objections, 'file')),
		decisionAsked: asked([240, 400], chosen('action', answers, 'decide'), { decision: chosen('action', decisions, '') }),
		mineAsked: asked([240, 600], "'page'"),
		request: { type: 'n8n-nodes-base.noOp', version: 1, at: [480, 300] },
	};
}

function answerNodes({ ref, setting, label }: Names): Record<string, NodeSpecification> {
	const rows = (node: string): string => `={{ ${ref(node)}.all().map((row) => row.json) }}`;
	const request = (field: string): string => `={{ ${ref('request')}.first().json.${field} }}`;
	const calendar = { zone: `={{ ${setting('timeZone')} }}`, statutory: `={{ ${setting('holidays')} }}`, companyOff: `={{ ${setting('companyOff')} }}`, companyWorking: `={{ ${setting('companyWorking')} }}` };
	const shared = { email: request('email'), people: rows('people'), language: `={{ ${setting('language')} }}`, calendar };
	const form = (path: string): string => `={{ ${setting('baseUrl')}.replace(/\\/+$/, '') + '/form/${path}' }}`;
	return {
		settings: settingsNode([700, 300]),
		lightsTable: createTable('pt_lights', [920, 300]),
		notesTable: createTable('pt_notes', [1140, 300]),
		peopleTable: createTable('pt_people', [1360, 300]),
		people: readRows('pt_people', [1580, 300]),
		isPage: { ...condition([1800, 300], `={{ ${ref('request')}.first().json.step }}`, 'equals', 'page'), options: { executeOnce: true } },
		allLights: readRows('pt_lights', [2040, 100]),
		allNotes: readRows('pt_notes', [2260, 100]),
		page: own(
			'lightResponse',
			[2480, 100],
			{ operation: 'page', ...shared, lights: rows('allLights'), notes: rows('allNotes'), options: { noteUrl: form(PATHS.note), objectUrl: form(PATHS.objection), decisionUrl: form(PATHS.decision) } },
			{ executeOnce: true },
		),
		showPage: formPage([3140, 100], '={{ $json.html }}', 'pt-my-lights-page'),
		oneLight: readRows('pt_lights', [2040, 480], [{ column: 'lightKey', value: request('light') }]),
		record: own(
			'lightResponse',
			[2260, 480],
			{ operation: 'record', ...shared, lights: rows('oneLight'), lightKey: request('light'), step: request('step'), factor: request('factor'), decision: request('decision'), text: request('text'), options: { at: `={{ $now.setZone(${setting('timeZone')}).toISO() }}` } },
			{ executeOnce: true },
		),
		keepNote: insertRow('pt_notes', [2480, 480], Object.fromEntries(['noteKey', 'about', 'kind', 'step', 'factor', 'text', 'by', 'byEmail', 'at'].map((column) => [column, `={{ $json.note.${column} }}`]))),
		// A note says something about a light and changes nothing of it.
		changesLight: condition([2700, 480], "={{ $json.kind !== 'context' }}", 'true'),
		keepLight: updateRows('pt_lights', [2920, 400], [{ column: 'lightKey', value: `={{ ${ref('record')}.item.json.lightKey }}` }], {
			humanDecision: `={{ ${ref('record')}.item.json.humanDecision }}`,
			objectionState: `={{ ${ref('record')}.item.json.objectionState }}`,
			objection: `={{ ${ref('record')}.item.json.objection }}`,
		}),
		thanksEnd: formEnd([3140, 480], `={{ ${ref('record')}.first().json.title }}`, `={{ ${ref('record')}.first().json.message + ' ' + ${JSON.stringify(label('seeMine'))} + ' ' + ${setting('baseUrl')}.replace(/\\/+$/, '') + '/form/${PATHS.mine}' }}`, 'pt-light-thanks'),
		refusedEnd: formEnd([3140, 700], '={{ $json.title }}', '={{ $json.message }}', 'pt-light-refused'),
	};
}

function sampleNodes({ language, ref, label }: Names): Record<string, NodeSpecification> {
	const sample = (field: string): string => `={{ ${ref('sample')}.first().json.${field} }}`;
	const shared = { email: 'li.wei@example.com', people: sample('people'), lights: sample('lights'), language };
	const { light, people } = sampleOf(language);
	return {
		tryIt: manualTrigger([0, 1060]),
		sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [240, 1060], parameters: { mode: 'raw', jsonOutput: JSON.stringify({ lights: [light], people }, null, 2), options: {} } },
		sampleObjection: own('lightResponse', [520, 960], { operation: 'record', ...shared, lightKey: sample('lights[0].lightKey'), step: 'file', text: label('sampleReason'), options: { at: '2026-03-05T09:30:00+08:00' } }),
		samplePage: own('lightResponse', [520, 1160], { operation: 'page', ...shared, notes: '[]' }),
	};
}
