import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** Confluence Cloud: e-mail and API token of an account. Source: vendor reference 3.1. */
export class ConfluenceCloudApi implements ICredentialType {
	name = 'confluenceCloudApi';

	displayName = 'Confluence Cloud API';

	icon = { light: 'file:icons/confluence.svg', dark: 'file:icons/confluence.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#confluence-cloud';

	properties: INodeProperties[] = [
		{
			displayName: 'Site Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://your-site.atlassian.net',
			description: 'As the browser shows it, without /wiki. For an API token with scopes: https://api.atlassian.com/ex/confluence/ and the cloud ID.',
		},
		{ displayName: 'E-Mail', name: 'email', type: 'string', default: '', required: true, placeholder: 'e.g. name@example.com', description: 'Of the account whose rights are used. It only needs to view the spaces.' },
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made under id.atlassian.com, "Security". It ends after a year at the latest: note the date.',
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('Confluence', (text) => ({ auth: { username: text('email'), password: text('apiToken') } }));

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+(wiki\\/*)?$/, "")}}', url: '/wiki/rest/api/user/current', method: 'GET' },
		rules: [
			// A wrong token is not refused where the site may be read without a login.
			{ type: 'responseSuccessBody', properties: { key: 'type', value: 'anonymous', message: 'Confluence does not know this e-mail and API token. A token ends after a year at the latest: make a new one.' } },
		],
	};
}
