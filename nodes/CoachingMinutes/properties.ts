import type { INodeProperties } from 'n8n-workflow';
import { TALK_FIELDS } from '../../core/minutes/talk.js';

const FIELD_NAMES: Readonly<Record<(typeof TALK_FIELDS)[number], string>> = {
	id: 'Id of the talk; the same id is the same talk',
	manager: 'Id, account, e-mail or name of the manager',
	employee: 'Id, account, e-mail or name of the employee',
	at: 'Start of the talk',
	end: 'End of the talk',
	text: 'The minutes; empty where there are none',
	url: 'Where a person can open the minutes',
	managerNames: 'Other names of the manager in the minutes, separated by commas',
	employeeNames: 'Other names of the employee in the minutes, separated by commas',
	held: 'Whether the talk took place',
	source: 'System that the talk comes from',
	team: 'Team of the manager',
	department: 'Department of the manager',
	recordedAt: 'When the source recorded it',
	views: 'Views of process data, where the source counts them itself',
};

export const coachingMinutesProperties: INodeProperties[] = [
	{
		displayName: 'Minutes Are',
		name: 'format',
		type: 'options',
		noDataExpression: true,
		default: 'auto',
		description: 'How the minutes in the field "text" are written',
		options: [
			{ name: 'Detect', value: 'auto', description: 'Look at each text' },
			{ name: 'HTML', value: 'html', description: 'Such as the body of a Confluence page' },
			{ name: 'Plain Text or Markdown', value: 'text', description: 'Lines such as “Li Wei: …” or 李伟：…' },
			{ name: 'Transcript', value: 'transcript', description: 'WebVTT or SubRip of meeting software' },
			{ name: 'Turns (JSON)', value: 'turns', description: 'A list such as [{"speaker": "Li Wei", "text": "…"}]' },
		],
	},
	{
		displayName: 'Notes Without Speakers Are',
		name: 'notesBy',
		type: 'options',
		default: 'nobody',
		description: 'Whose words minutes are that name no speaker at all',
		options: [
			{ name: 'Nobody’s', value: 'nobody', description: 'They do not count, and the talk is without evidence' },
			{ name: 'The Manager’s', value: 'manager', description: 'For forms that the manager fills in alone' },
		],
	},
	{ displayName: 'People', name: 'people', type: 'json', default: '[]', description: 'Rows of pt_people, by whose names and accounts speakers are known' },
	{
		displayName: 'Terms From',
		name: 'termsFrom',
		type: 'options',
		noDataExpression: true,
		default: 'standard',
		description: 'Which words show that process data are cited',
		options: [
			{ name: 'Own Terms Only', value: 'own', description: 'The rows given here and no others' },
			{ name: 'Standard Terms', value: 'standard', description: 'The rows of the pack, English and Chinese' },
			{ name: 'Standard Terms and Own', value: 'added', description: 'A row with the ID of a standard row replaces it' },
		],
	},
	{
		displayName: 'Own Terms',
		name: 'terms',
		type: 'json',
		required: true,
		default: '[\n  { "id": "own-systems", "kind": "system", "words": ["our dashboard"] }\n]',
		description: 'Rows with ID, kind and words (or pattern); or rows of a table with termId in place of the ID. "kind" is metric, system, record, link, figure, measure, negation, plan, ask, quotation, header, speaker or exception.',
		displayOptions: { show: { termsFrom: ['own', 'added'] } },
	},
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
					{ displayName: 'Column', name: 'column', type: 'string', default: '', placeholder: 'e.g. 会议纪要', description: 'Name in your items' },
					{ displayName: 'Field', name: 'field', type: 'options', default: 'text', options: [...TALK_FIELDS].sort().map((name) => ({ name, value: name, description: FIELD_NAMES[name] })) },
				],
			},
		],
	},
	{ displayName: 'Show What Does Not Count', name: 'notCounted', type: 'boolean', default: false, description: 'Whether sentences with a data term that do not count are given too, each with its reason' },
	{ displayName: 'Time Zone', name: 'zone', type: 'string', default: 'Asia/Shanghai', placeholder: 'e.g. Asia/Shanghai', description: 'Zone of times that name none' },
];
