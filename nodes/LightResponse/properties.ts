import type { INodeProperties } from 'n8n-workflow';
import type { LightDecision, NoteFactor, ResponseStep } from '../../core/red-light/index.js';
import { calendarParameter } from '../shared/calendarParameters.js';

const RECORD = { show: { operation: ['record'] } };
const PAGE = { show: { operation: ['page'] } };

const STEPS: ReadonlyArray<{ readonly name: string; readonly value: ResponseStep; readonly description: string }> = [
	{ name: 'Context Note', value: 'note', description: 'What the numbers do not say; whoever may see the light' },
	{ name: 'Decide', value: 'decide', description: 'What follows from the light; the mentor, team lead or HRBP' },
	{ name: 'Object', value: 'file', description: 'The light is wrong; the person concerned only' },
	{ name: 'Objection: Reject', value: 'reject', description: 'The light stands; the mentor, team lead or HRBP' },
	{ name: 'Objection: Take Up', value: 'review', description: 'It is under review; the mentor, team lead or HRBP' },
	{ name: 'Objection: Uphold', value: 'uphold', description: 'The light counts no more; the mentor, team lead or HRBP' },
	{ name: 'Objection: Withdraw', value: 'withdraw', description: 'The person concerned only' },
];

const FACTORS: ReadonlyArray<{ readonly name: string; readonly value: NoteFactor; readonly description?: string }> = [
	{ name: 'Environment Interference', value: 'environmentInterference', description: 'Such as temperature or the calibration of an instrument' },
	{ name: 'External Dependency', value: 'externalDependency', description: 'Such as an inspection slot or the queue of a third-party lab' },
	{ name: 'Other', value: 'other' },
];

const DECISIONS: ReadonlyArray<{ readonly name: string; readonly value: LightDecision }> = [
	{ name: 'Caused by Something Outside', value: 'outsideCause' },
	{ name: 'Help Is Agreed', value: 'helpAgreed' },
	{ name: 'Nothing Needs to Be Done', value: 'nothingNeeded' },
];

const address = (displayName: string, name: string, path: string): INodeProperties => ({ ...{ displayName, name }, type: 'string', default: '', placeholder: `e.g. https://n8n.example.com/form/${path}`, description: 'Address without the key of the light, which is added. Empty: no link is shown.' });

export const lightResponseProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Make Page of Lights', value: 'page', action: 'Make the page of a person s lights', description: 'HTML: the person’s own lights, and those that the person is asked to help with' },
			{ name: 'Record Response', value: 'record', action: 'Record a response to a light', description: 'A note, an objection or a decision' },
		],
		default: 'record',
	},
	{
		displayName: 'E-Mail of the Signed-In Person',
		name: 'email',
		type: 'string',
		default: '={{ $json.user?.email }}',
		required: true,
		placeholder: 'e.g. li.wei@example.com',
		description: 'As n8n’s sign-in gives it. It is looked up in People; never take it from a field that people fill in.',
	},
	{
		displayName: 'People',
		name: 'people',
		type: 'json',
		default: '[]',
		description: 'Rows of pt_people: who the e-mail belongs to, and who helps whom',
	},
	{
		displayName: 'Lights',
		name: 'lights',
		type: 'json',
		default: '[]',
		description: 'Rows of pt_lights. To record a response the row of that light is enough.',
	},
	{ displayName: 'Light Key', name: 'lightKey', type: 'string', default: '={{ $json.light }}', required: true, placeholder: 'e.g. light-2f6c…', displayOptions: RECORD, description: 'Column lightKey of the light that is answered' },
	{ displayName: 'Response', name: 'step', type: 'options', options: [...STEPS], default: 'note', displayOptions: RECORD, description: 'What the person does' },
	{ displayName: 'Factor', name: 'factor', type: 'options', options: [...FACTORS], default: 'other', displayOptions: { show: { operation: ['record'], step: ['note'] } }, description: 'What the note is about' },
	{ displayName: 'Decision', name: 'decision', type: 'options', options: [...DECISIONS], default: 'helpAgreed', displayOptions: { show: { operation: ['record'], step: ['decide'] } }, description: 'What the helper makes of the light' },
	{ displayName: 'Text', name: 'text', type: 'string', typeOptions: { rows: 4 }, default: '', placeholder: 'e.g. The test environment was down on these days', displayOptions: RECORD, description: 'The note, or the reason. Required but for taking up and withdrawing an objection.' },
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'json',
		default: '[]',
		displayOptions: PAGE,
		description: 'Rows of pt_notes, shown with their lights',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Chinese (Simplified)', value: 'zh-CN' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description: 'Language of the answer and the page',
	},
	calendarParameter('provisional'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{ displayName: 'At', name: 'at', type: 'string', default: '={{ $now.toISO() }}', placeholder: 'e.g. 2026-03-02T18:00:00+08:00', description: 'When the person answered. The 15 working days to answer an objection count from it.' },
			address('Decision Form URL', 'decisionUrl', 'pt-light-decision'),
			{ displayName: 'Evidence Shown', name: 'evidenceShown', type: 'number', typeOptions: { minValue: 1, maxValue: 200 }, default: 20, description: 'How many records the page lists of each light' },
			address('Note Form URL', 'noteUrl', 'pt-light-note'),
			address('Objection Form URL', 'objectUrl', 'pt-light-objection'),
		],
	},
];
