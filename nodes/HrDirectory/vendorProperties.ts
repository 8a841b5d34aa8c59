import type { INodeProperties } from 'n8n-workflow';
import { VENDOR_OPERATIONS } from './vendors.js';

/** What is decided about reading the HR system of a vendor. */
export const vendorProperties: INodeProperties[] = [
	{
		displayName: 'Person ID',
		name: 'feishuId',
		type: 'options',
		options: [
			{ name: 'Open ID', value: 'open_id', description: 'Needs no further permission; other apps know the person by another one' },
			{ name: 'Union ID', value: 'union_id', description: 'The same for all apps of one developer' },
			{ name: 'User ID', value: 'user_id', description: 'The same for the whole company; needs the permission to read user IDs' },
		],
		default: 'open_id',
		displayOptions: { show: { operation: ['readFeishu'] } },
		description: 'Which ID stands for a person. Changing it later makes other people of them.',
	},
	{
		displayName: 'Read Managers',
		name: 'readManagers',
		type: 'boolean',
		default: true,
		displayOptions: { show: { operation: ['readDingTalk'] } },
		description: 'Whether to ask for each member one by one, because lists do not name the manager. Costs one call per member; small plans have a limit per month.',
	},
	{
		displayName: 'Options',
		name: 'vendorOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: [...VENDOR_OPERATIONS] } },
		options: [
			{
				displayName: 'Account Fields',
				name: 'accounts',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Account',
				default: {},
				description: 'Own fields of the company that hold the login of a person in another system',
				options: [
					{
						displayName: 'Account',
						name: 'account',
						values: [
							{ displayName: 'System', name: 'system', type: 'string', default: '', placeholder: 'e.g. git' },
							{ displayName: 'Field', name: 'attribute', type: 'string', default: '', placeholder: 'e.g. Git login' },
						],
					},
				],
			},
			{ displayName: 'Mentor Field', name: 'mentorAttribute', type: 'string', default: '', placeholder: 'e.g. Mentor', description: 'Own field of the company that names the mentor by ID, e-mail or name. Feishu: the ID of the custom attribute; BambooHR: its alias or number.' },
			{ displayName: 'Most Calls', name: 'mostCalls', type: 'number', typeOptions: { minValue: 1 }, default: 20000, description: 'Calls that one run may make. What is missing then is said.' },
			{ displayName: 'Most Minutes', name: 'mostMinutes', type: 'number', typeOptions: { minValue: 1 }, default: 60, description: 'Minutes that one run may take' },
			{ displayName: 'Page Size', name: 'pageSize', type: 'number', typeOptions: { minValue: 1, maxValue: 2500 }, default: 500, description: 'BambooHR: employees to ask for at once' },
			{ displayName: 'Team Lead Field', name: 'teamLeadAttribute', type: 'string', default: '', placeholder: 'e.g. Team lead', description: 'Own field of the company that names the team lead by ID, e-mail or name' },
		],
	},
];
