import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** BambooHR: an API key as the user of HTTP Basic. Source: vendor reference 4.2. */
export class BambooHrDirectoryApi implements ICredentialType {
	name = 'bambooHrDirectoryApi';

	displayName = 'BambooHR Directory API';

	icon = { light: 'file:icons/directory.svg', dark: 'file:icons/directory.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#bamboohr';

	properties: INodeProperties[] = [
		{
			displayName: 'Company Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.bamboohr.com',
			description: 'The address under which the company opens BambooHR. The key is sent to this host only.',
		},
		{ displayName: 'API Key', name: 'apiKey', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'In BambooHR under your name, "API Keys". It sees what its user sees.' },
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('BambooHR', (text) => ({ auth: { username: text('apiKey').trim(), password: 'x' } }));

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}', url: '/api/v1/employees', method: 'GET', qs: { 'page[limit]': 1 }, headers: { accept: 'application/json' } },
		rules: [
			{ type: 'responseCode', properties: { value: 403, message: 'BambooHR knows the key, but its user may not list employees. Give its access level that right.' } },
			{ type: 'responseCode', properties: { value: 404, message: 'There is no BambooHR at this address. It looks like https://example.bamboohr.com.' } },
		],
	};
}
