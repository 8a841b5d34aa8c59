import type { INodeProperties } from 'n8n-workflow';
import type { Language } from '../../core/judgement/judgement.js';
import { TEMPLATES } from '../../templates/index.js';
import type { LightTaskTemplates } from '../../templates/texts.js';
import { calendarParameter } from '../shared/calendarParameters.js';

type LightStep = 'contextNote' | 'mentoring';

/** Texts start as those of the pack, so that whoever edits one sees what is there. */
function textsCollection(language: Language, operation: LightStep): INodeProperties {
	const text = (label: string, name: keyof LightTaskTemplates, rows: number, description: string): INodeProperties => {
		const edited = TEMPLATES[language][operation][name];
		return { ...{ displayName: label, name, description, default: edited }, type: 'string', typeOptions: { rows } };
	};
	return {
		displayName: 'Texts',
		name: textsName(language, operation),
		type: 'collection',
		placeholder: 'Change Text',
		default: {},
		displayOptions: { show: { language: [language], operation: [operation] } },
		description: 'Texts in place of the ones of the pack, with Handlebars placeholders',
		options: [
			text('Card', 'card', 12, 'Markdown of the whole card, kept with the task'),
			text('Chat Message', 'chat', 8, 'Markdown for chat robots: bold, links and lines only'),
			text('How to Object', 'objection', 2, 'What the person concerned does who finds a record wrong'),
			text('Title', 'title', 1, 'One line, no Markdown'),
			text('Unassigned Notice', 'unassigned', 2, 'Stands above the card where nobody was found'),
		],
	};
}

export function textsName(language: Language, operation: LightStep): string {
	return `${operation === 'contextNote' ? 'note' : 'helper'}Texts${language === 'en' ? 'English' : 'Chinese'}`;
}

const HELPER = { show: { operation: ['mentoring'] } };
const ESCALATION = { show: { operation: ['escalation'] } };
const LIGHT = { show: { operation: ['contextNote', 'escalation', 'mentoring'] } };
const NOTES = { show: { operation: ['escalation', 'mentoring'] } };
const TASK = { show: { operation: ['contextNote', 'mentoring'] } };
const DIGEST = { show: { operation: ['digest'] } };

export const lightTaskProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Ask for a Note', value: 'contextNote', action: 'Ask the person concerned for a note', description: 'First step: is there something that the numbers do not say?' },
			{ name: 'Check Whether Help Is Due', value: 'escalation', action: 'Check whether the to do of the helper is due', description: 'Second step: due with the note as soon as there is one, without it after the day that was given' },
			{ name: 'Make Digest for Others', value: 'digest', action: 'Make a digest of lights for others', description: 'All items together: numbers of persons by department, never who; small groups are left out' },
			{ name: 'Make To-Do of the Helper', value: 'mentoring', action: 'Make the to do of the mentor or team lead', description: 'Mentoring for code, collaboration risk for documents' },
		],
		default: 'contextNote',
	},
	{
		displayName: 'Light',
		name: 'light',
		type: 'json',
		displayOptions: LIGHT,
		default: '={{ $json }}',
		required: true,
		description: 'A red light as the Red-Light Evaluator gives it, or its row of pt_lights',
	},
	{
		displayName: 'Assignee',
		name: 'assignee',
		type: 'json',
		displayOptions: TASK,
		default: '{}',
		description: 'The person concerned, or the mentor or team lead: personId, name and email, or the answer of the HR Directory node. Empty makes an unassigned task, which is shown as such and never lost.',
	},
	{ displayName: 'People', name: 'people', type: 'json', default: '[]', displayOptions: DIGEST, description: 'Rows of pt_people, which tell the department of each person' },
	{ displayName: 'Smallest Group', name: 'smallestGroup', type: 'number', typeOptions: { minValue: 2, maxValue: 100 }, default: 5, displayOptions: DIGEST, description: 'Groups of fewer persons are not shown, nor others from which they could be worked out' },
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'json',
		default: '[]',
		displayOptions: NOTES,
		description: 'What the person concerned wrote, as [{"text": "…", "by": "…", "at": "…"}]',
	},
	{
		displayName: 'Requests for a Note',
		name: 'noteRequests',
		type: 'json',
		default: '[]',
		displayOptions: ESCALATION,
		description: 'The tasks with which a note was asked for, as rows of pt_tasks: each has its dueDate',
	},
	{
		displayName: 'Wait for the Note',
		name: 'waitForNote',
		type: 'boolean',
		default: true,
		displayOptions: ESCALATION,
		description: 'Whether the person concerned gets the days that the request for a note gives. Off: the to-do is due at once, e.g. to try the workflow.',
	},
	{
		displayName: 'Note Asked At',
		name: 'noteAskedAt',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-03-02T18:00:00+08:00',
		displayOptions: HELPER,
		description: 'When the note was asked for; empty where none was',
	},
	{
		displayName: 'Due in Working Days',
		name: 'dueInWorkingDays',
		type: 'number',
		displayOptions: TASK,
		typeOptions: { minValue: 0, maxValue: 260 },
		default: 2,
		description: 'Working days after the day the task is made. A request for a note goes on to the helper after that day.',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		displayOptions: TASK,
		options: [
			{ name: 'Chinese (Simplified)', value: 'zh-CN' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description: 'Language of the title, the card and the chat message',
	},
	textsCollection('en', 'contextNote'),
	textsCollection('zh-CN', 'contextNote'),
	textsCollection('en', 'mentoring'),
	textsCollection('zh-CN', 'mentoring'),
	{ ...calendarParameter('provisional'), displayOptions: LIGHT },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		displayOptions: LIGHT,
		placeholder: 'Add Option',
		default: {},
		options: [
			{ displayName: 'Created At', name: 'createdAt', type: 'string', default: '={{ $now.toUTC().toISO() }}', description: 'When the task is made or the check is done, ISO 8601. Due dates count from it; set it to back-fill or repeat a run.' },
			{ displayName: 'Decision Form URL', name: 'decisionUrl', type: 'string', default: '', placeholder: 'e.g. https://n8n.example.com/form/decision?light=…', description: 'Where the mentor or team lead decides what to make of the light' },
			{ displayName: 'Evidence Shown', name: 'evidenceShown', type: 'number', typeOptions: { minValue: 1, maxValue: 200 }, default: 20, description: 'How many records the card lists; the task keeps them all' },
			{ displayName: 'Note Form URL', name: 'noteUrl', type: 'string', default: '', placeholder: 'e.g. https://n8n.example.com/form/context-note?light=…', description: 'Where the person concerned writes the note' },
			{ displayName: 'Objection Form URL', name: 'objectUrl', type: 'string', default: '', placeholder: 'e.g. https://n8n.example.com/form/objection?light=…', description: 'Where the person concerned objects' },
		],
	},
];
