import type { INodeProperties } from 'n8n-workflow';
import { GIT_HOSTS } from '../shared/gitHosts.js';

export const gitTriggerProperties: INodeProperties[] = [
	{
		displayName: 'Host',
		name: 'host',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Any (By Its Headers)', value: 'any', description: 'Each call is checked the way its host proves itself' }, ...GIT_HOSTS.map(({ name, title, description }) => ({ name: title, value: name, description }))].sort((a, b) => a.name.localeCompare(b.name, 'en')),
		default: 'any',
		description: 'Calls of another host are refused (403)',
	},
	{
		displayName: 'Enter the webhook address and the secret of the credential at the host, content type application/json. Send pull (merge) requests, reviews, comments, pushes and checks. A call is only a hint: let Git Activity read on a schedule too, because hosts do not repeat every call that was lost.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Options',
		name: 'more',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Largest Call (MB)',
				name: 'largestCallMegabytes',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 16,
				description: 'Calls with more content are refused (413). N8n has a limit of its own, N8N_PAYLOAD_SIZE_MAX.',
			},
			{
				displayName: 'Start Without Facts Too',
				name: 'startWithoutFacts',
				type: 'boolean',
				default: false,
				description: 'Whether a call that holds no fact (a label was set, a branch was made) starts the workflow, with what changed on the third output',
			},
		],
	},
];
