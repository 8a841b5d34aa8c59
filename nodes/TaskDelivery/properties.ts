import type { INodeProperties } from 'n8n-workflow';

export const taskDeliveryProperties: INodeProperties[] = [
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'DingTalk Robot', value: 'dingtalk' },
			{ name: 'Feishu Robot', value: 'feishu' },
			{ name: 'Webhook', value: 'webhook', description: 'The whole task as signed JSON' },
			{ name: 'WeCom Robot', value: 'wecom' },
		],
		default: 'webhook',
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description: 'The task as the Assessment Task node gives it',
	},
	{
		displayName: 'Target Name',
		name: 'target',
		type: 'string',
		default: 'default',
		required: true,
		placeholder: 'e.g. project-managers',
		description: 'Your name for the group or receiver. One task goes to one target once. Never enter an address or a key here.',
	},
	{
		displayName: 'Attempt',
		name: 'attempt',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Which attempt this is, 1 for the first. It decides when the next one is due and when to give up.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{ displayName: 'Attempts That May Have Arrived', name: 'uncertain', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'How many earlier attempts ended without a clear answer. From 1 on, the message says that it is sent again; a robot gets no third one.' },
			{ displayName: 'Dry Run', name: 'dryRun', type: 'boolean', default: false, description: 'Whether to only show the request, without secrets, and send nothing' },
			{ displayName: 'First Wait (Seconds)', name: 'firstWait', type: 'number', typeOptions: { minValue: 1 }, default: 60, description: 'Wait after the first failed attempt; doubled after each further one' },
			{ displayName: 'Inbox Address', name: 'inboxUrl', type: 'string', default: '', placeholder: 'e.g. https://n8n.example.com/webhook/inbox', description: 'Page where a shortened message can be read in full. Without one, the first link of the task is used.' },
			{ displayName: 'Maximum Attempts', name: 'maximumAttempts', type: 'number', typeOptions: { minValue: 1 }, default: 5, description: 'After how many attempts the task goes to Dead Letter' },
			{ displayName: 'Pause Between Messages (Seconds)', name: 'pause', type: 'number', typeOptions: { minValue: 0, numberPrecision: 1 }, default: 3.1, description: 'Robots block senders that are too fast. Without this option: 3.1 for DingTalk and WeCom, 0.7 for Feishu, 0 for webhooks.' },
			{ displayName: 'Timeout (Seconds)', name: 'timeout', type: 'number', typeOptions: { minValue: 1, maxValue: 300 }, default: 15, description: 'How long to wait for an answer' },
		],
	},
];
