import type { INodeProperties } from 'n8n-workflow';
import type { Language } from '../../core/judgement/judgement.js';
import { TEMPLATES, type AssessmentTemplates } from '../../templates/index.js';
import { calendarParameter } from '../shared/calendarParameters.js';

/** Texts start as those of the pack, so that whoever edits one sees what is there. */
function textsCollection(language: Language): INodeProperties {
	const text = (label: string, name: keyof AssessmentTemplates, rows: number, description: string): INodeProperties => {
		const edited = TEMPLATES[language].assessment[name];
		return { ...{ displayName: label, name, description, default: edited }, type: 'string', typeOptions: { rows } };
	};
	return {
		displayName: 'Texts',
		name: language === 'en' ? 'textsEnglish' : 'textsChinese',
		type: 'collection',
		placeholder: 'Change Text',
		default: {},
		displayOptions: { show: { language: [language] } },
		description: 'Texts in place of the ones of the pack, with Handlebars placeholders',
		options: [
			text('Card', 'card', 12, 'Markdown of the whole card, kept with the task'),
			text('Chat Message', 'chat', 8, 'Markdown for chat robots: bold, links and lines only'),
			text('How to Object', 'objection', 2, 'What the assignee does who finds the task or a record wrong'),
			text('Title', 'title', 1, 'One line, no Markdown'),
			text('Unassigned Notice', 'unassigned', 2, 'Stands above the card where nobody was found'),
		],
	};
}

export const assessmentTaskProperties: INodeProperties[] = [
	{
		displayName: 'Milestone',
		name: 'milestone',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description: 'The milestone as the Milestone Evaluator gives it',
	},
	{
		displayName: 'Metrics',
		name: 'metrics',
		type: 'json',
		default: '[]',
		description: 'The rows of the 12 process metrics, each with number, name, valueText and, where known, unit, verdictText and explanation',
	},
	{
		displayName: 'Assignee',
		name: 'assignee',
		type: 'json',
		default: '{}',
		description: 'The project manager: personId, name and email. Empty makes an unassigned task, which is shown as such and never lost.',
	},
	{
		displayName: 'Due in Working Days',
		name: 'dueInWorkingDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 260 },
		default: 5,
		description: 'Working days after the day the task is made',
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
		description: 'Language of the title, the card and the chat message',
	},
	textsCollection('en'),
	textsCollection('zh-CN'),
	calendarParameter('provisional'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{ displayName: 'Created At', name: 'createdAt', type: 'string', default: '={{ $now.toUTC().toISO() }}', description: 'When the task is made, ISO 8601. The due date counts from it; set it to back-fill or repeat a run.' },
			{ displayName: 'Evidence Shown', name: 'evidenceShown', type: 'number', typeOptions: { minValue: 1, maxValue: 200 }, default: 10, description: 'How many records the card lists; the task keeps them all' },
			{ displayName: 'Links', name: 'links', type: 'json', default: '[]', description: 'Addresses in the EDC, each with label and URL, shown on the card. Without any, the first record that has an address is linked.' },
		],
	},
];
