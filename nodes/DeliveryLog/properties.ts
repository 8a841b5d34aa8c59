import type { INodeProperties } from 'n8n-workflow';

const CLAIM = { show: { operation: ['claim'] } };
const FIND_DUE = { show: { operation: ['findDue'] } };

export const deliveryLogProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Claim Attempt', value: 'claim', action: 'Claim attempt', description: 'Give the row that says an attempt is about to be made, to be stored before anything is sent' },
			{ name: 'Find Due Deliveries', value: 'findDue', action: 'Find due deliveries', description: 'Judge all rows of the log together: what has to be sent again, what is given up' },
		],
		default: 'claim',
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description: 'The task as the Assessment Task node gives it, or the column "payload" of the task inbox',
		displayOptions: CLAIM,
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'DingTalk Robot', value: 'dingtalk' },
			{ name: 'Email', value: 'email' },
			{ name: 'Feishu Robot', value: 'feishu' },
			{ name: 'Webhook', value: 'webhook' },
			{ name: 'WeCom Robot', value: 'wecom' },
		],
		default: 'webhook',
		displayOptions: CLAIM,
	},
	{
		displayName: 'Target Name',
		name: 'target',
		type: 'string',
		default: 'default',
		required: true,
		placeholder: 'e.g. project-managers',
		description: 'Your name for the group or receiver. One task goes to one target once. Never enter an address or a key here.',
		displayOptions: CLAIM,
	},
	{ displayName: 'Attempt', name: 'attempt', type: 'number', typeOptions: { minValue: 1 }, default: 1, description: 'Which attempt this is, 1 for the first', displayOptions: CLAIM },
	{
		displayName: 'Attempts That May Have Arrived',
		name: 'uncertain',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How many earlier attempts ended without a clear answer',
		displayOptions: CLAIM,
	},
	{
		displayName: 'Sender Domain',
		name: 'senderDomain',
		type: 'string',
		default: 'example.com',
		placeholder: 'e.g. example.com',
		description: 'Part after the @ of the sender, for the Message-ID of the mail',
		displayOptions: { show: { operation: ['claim'], channel: ['email'] } },
	},
	{
		displayName: 'Abandoned After (Minutes)',
		name: 'staleMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'A claim without a receipt for this long was interrupted and is taken over',
		displayOptions: FIND_DUE,
	},
];
