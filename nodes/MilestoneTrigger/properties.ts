import type { INodeProperties } from 'n8n-workflow';
import { mappingParameter } from '../shared/edcMappingParameters.js';
import { READING_OPTIONS } from '../shared/edcReadingParameters.js';
import { EDC_SOURCES, studyParameters, vendorSources } from '../shared/edcSources.js';

const PUSH = { name: 'Calls of the EDC (Webhook)', value: 'push', description: 'Facts arrive at once. What a call loses is not found again.' };
const PULL = { name: 'Reading on a Schedule', value: 'pull', description: 'Finds everything, with the delay of the schedule' };
const BOTH = { name: 'Both', value: 'both', description: 'Calls as a hint, the schedule as the truth: nothing is lost' };
const RECEIVE_DESCRIPTION = 'With "both" or "calls", "Fetch Test Event" waits for a call; with "schedule" it reads the EDC once';

function receiveBy(sources: string[], options: Array<typeof PUSH>, chosen: string): INodeProperties {
	return { displayName: 'Receive By', name: 'receiveBy', type: 'options', noDataExpression: true, options, default: chosen, description: RECEIVE_DESCRIPTION, displayOptions: { show: { source: sources } } };
}

const byName = (a: INodeProperties, b: INodeProperties): number => a.displayName.localeCompare(b.displayName, 'en');

const PUSHED = { receiveBy: ['both', 'push'] };
const PULLED = { receiveBy: ['both', 'pull'] };

const moreOptions: INodeProperties[] = [
	{
		displayName: 'Hand On Unusable Calls',
		name: 'handOnUnusable',
		type: 'boolean',
		default: false,
		description: 'Whether a call that holds nothing usable still starts the workflow, with the findings on the second output. The caller is told in any case (422).',
	},
	...READING_OPTIONS,
	{
		displayName: 'Largest Call (MB)',
		name: 'largestCallMegabytes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 16,
		description: 'Calls with more content are refused (413). N8n has a limit of its own, N8N_PAYLOAD_SIZE_MAX.',
	},
];
moreOptions.sort(byName);

export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: EDC_SOURCES.map(({ title, name, description }) => ({ name: title, value: name, description })),
		default: 'odm',
	},
	receiveBy(['odm'], [BOTH, PULL, PUSH], 'push'),
	receiveBy(['redcap'], [BOTH, PULL, PUSH], 'both'),
	receiveBy(['castor', 'libreClinica', 'openClinica', 'rave'], [BOTH, PULL, PUSH], 'pull'),
	receiveBy(['webhook'], [PUSH], 'push'),
	...studyParameters({}),
	{
		displayName: 'Address of the System',
		name: 'sourceAddress',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://edc.example.org/study-1',
		description: 'Stands as the source of every fact made with the mapping below. Not needed for CloudEvents, which name their own.',
		displayOptions: { show: { source: ['webhook'] } },
	},
	{
		displayName: 'Records to Facts (JSON)',
		name: 'recordMapping',
		type: 'json',
		default: '{}',
		description: 'Which field of the JSON is the subject, the visit, the time; see the documentation. Leave {} where the system sends CloudEvents.',
		displayOptions: { show: { source: ['webhook'] } },
	},
	{
		displayName: 'Proof of the Caller',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Credential (Signature, Token or Password)', value: 'credential' },
			{ name: 'None (Anybody May Send)', value: 'none' },
		],
		default: 'credential',
		displayOptions: { show: PUSHED },
	},
	{
		displayName: 'Anybody who knows this address can send facts, which then count towards milestones and metrics. Use this for tests only.',
		name: 'openNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ...PUSHED, authentication: ['none'] } },
	},
	{
		displayName: 'In REDCap, open "Project Setup", "Additional customizations", "Data Entry Trigger" and paste the Production URL of this node. REDCap cannot sign calls: choose "Header Token" only behind a proxy that adds the header, or put user name and password into the address (https://user:password@…).',
		name: 'redcapNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ...PUSHED, source: ['redcap'] } },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Evidence', value: 'evidence', description: 'One item per fact, to be stored and judged by a Milestone Evaluator' },
			{ name: 'Milestones', value: 'milestones', description: 'Judged here on what just arrived; right only where each payload holds the whole study' },
		],
		default: 'evidence',
	},
	{
		displayName: 'Milestones (JSON)',
		name: 'milestoneRules',
		type: 'json',
		default: '[\n  { "id": "follow-up-100", "version": "1", "measure": "followUpComplete", "threshold": { "kind": "nth", "n": 100 } }\n]',
		description: 'List of milestones. "measure" is enrolled, randomised, visitComplete, followUpComplete, formComplete, formSigned, queryClosed or databaseLocked; "threshold" says how many subjects, which share of the target, or by when.',
		displayOptions: { show: { output: ['milestones'] } },
	},
	{
		displayName: 'Answer the Caller',
		name: 'responseMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'At Once', value: 'onReceived', description: 'Before anything is stored: a crash in between loses the call' },
			{ name: 'When Last Node Finishes', value: 'lastNode', description: 'After the facts are stored, so that the caller knows' },
		],
		default: 'lastNode',
		displayOptions: { show: PUSHED },
	},
	{
		displayName: 'Read Everything Again',
		name: 'readAgain',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Every Night', value: 'nightly', description: 'Finds what no change list shows: removed subjects, withdrawn consents' },
			{ name: 'Never', value: 'never' },
		],
		default: 'nightly',
		displayOptions: { show: { ...PULLED, source: [...vendorSources, 'odm'] } },
	},
	{
		displayName: 'Hour',
		name: 'readAgainHour',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 23 },
		default: 2,
		description: 'Full hour from which on the nightly reading starts, in the time zone of the workflow',
		displayOptions: { show: { ...PULLED, readAgain: ['nightly'], source: [...vendorSources, 'odm'] } },
	},
	mappingParameter(),
	{
		displayName: 'Options',
		name: 'more',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: moreOptions,
	},
	// n8n leaves the content of a call untouched where this is set: it is checked and read here, byte for byte, after the caller is known.
	{ displayName: 'Raw Content', name: 'options', type: 'hidden', default: { binaryData: true } },
];
