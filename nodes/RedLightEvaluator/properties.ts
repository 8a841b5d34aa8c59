import type { INodeProperties } from 'n8n-workflow';
import { calendarParameter } from '../shared/calendarParameters.js';
import { ruleForm } from './ruleForm.js';

export const redLightProperties: INodeProperties[] = [
	{
		displayName: 'Rules From',
		name: 'rulesFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Form', value: 'form', description: 'Rules entered here' },
			{ name: 'Standard Rules', value: 'standard', description: 'The rules of the pack: PR failures and repeated commits, edits without review, comments about conflicts' },
			{ name: 'Table Rows (JSON)', value: 'json', description: 'Rows of a table, from an expression' },
			{ name: 'Table Rows (Second Input)', value: 'secondInput', description: 'The rows arrive at the input named Rules' },
		],
		default: 'standard',
	},
	ruleForm,
	{
		displayName: 'Rules (JSON)',
		name: 'rulesJson',
		type: 'json',
		required: true,
		default: '[\n  { "id": "code-red-light", "kind": "codeStreak", "days": 3, "failureRateOver": 40, "commitsOver": 5 }\n]',
		description: 'List of rules, or rows of a table with the columns ruleId, version, nameEn, nameZh, enabled, kind and parameters (JSON). "kind" is codeStreak, pageEdits, documentConflict or generic.',
		displayOptions: { show: { rulesFrom: ['json'] } },
	},
	{
		displayName: 'Known Lights',
		name: 'knownLights',
		type: 'json',
		default: '[]',
		description: 'Rows of pt_lights of earlier runs. A red light among them is not new again, and is reported when it goes out.',
	},
	{
		displayName: 'Lights of Other Rules',
		name: 'otherRules',
		type: 'options',
		options: [
			{ name: 'Go Out', value: 'out', description: 'These rules are all there are: a rule that is not among them was removed. With a rule that is refused, nothing goes out.' },
			{ name: 'Stay', value: 'stay', description: 'Another node judges them' },
		],
		default: 'stay',
		description: 'What becomes of known lights whose rule is not among the rules of this node. Those of a rule that is switched off always go out.',
	},
	{
		displayName: 'People',
		name: 'people',
		type: 'json',
		default: '[]',
		description: 'Rows of pt_people, which join accounts to persons and tell who helps whom',
	},
	{
		displayName: 'Evaluate As Of',
		name: 'asOf',
		type: 'string',
		required: true,
		default: '={{ $now.toISO() }}',
		placeholder: 'e.g. 2026-03-02T18:00:00+08:00',
		description: 'Moment of the judgement; what happened later is left out, so that a past day can be judged again',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'Lights', value: 'lights', description: 'With days, numbers, evidence and explanation' },
			{ name: 'Table Rows', value: 'rows', description: 'Flat rows for pt_lights; the column payload holds the whole light' },
		],
		default: 'lights',
		description: 'Form of the items',
	},
	{
		displayName: 'Green Lights',
		name: 'greenLights',
		type: 'options',
		options: [
			{ name: 'Each Subject', value: 'each' },
			{ name: 'Leave Out', value: 'none', description: 'For large wikis, where nearly every page is green' },
		],
		default: 'each',
		description: 'Whether every green subject is an item',
	},
	{
		displayName: 'Comment Patterns',
		name: 'patterns',
		type: 'json',
		default: '[]',
		description: 'Rows of pt_comment_patterns that tell a document conflict. Empty: the patterns of the pack.',
	},
	{
		displayName: 'Days of Leave',
		name: 'leave',
		type: 'json',
		default: '{}',
		description: 'By person ID, e.g. {"P1": ["2026-03-02"]}, or rows with personId and day: a person on leave has no working day',
	},
	calendarParameter('wait'),
];
