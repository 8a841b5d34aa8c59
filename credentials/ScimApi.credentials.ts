import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** A SCIM 2.0 service: bearer token or HTTP Basic. Source: RFC 7644, section 2. */
export class ScimApi implements ICredentialType {
	name = 'scimApi';

	displayName = 'SCIM API';

	icon = { light: 'file:icons/scim.svg', dark: 'file:icons/scim.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#scim';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.com/scim/v2',
			description: 'Address of the SCIM 2.0 interface, without /Users. The secret is sent to this host only.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Bearer Token', value: 'bearer' },
				{ name: 'User and Password', value: 'basic' },
			],
			default: 'bearer',
		},
		{ displayName: 'Token', name: 'token', type: 'string', typeOptions: { password: true }, default: '', required: true, displayOptions: { show: { authentication: ['bearer'] } } },
		{ displayName: 'User', name: 'username', type: 'string', default: '', required: true, displayOptions: { show: { authentication: ['basic'] } } },
		{ displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '', displayOptions: { show: { authentication: ['basic'] } } },
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('SCIM', (text) =>
		text('authentication') === 'basic' ? { auth: { username: text('username').trim(), password: text('password') } } : { headers: { authorization: `Bearer ${text('token').trim()}` } },
	);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}', url: '/Users', method: 'GET', qs: { startIndex: 1, count: 1 }, headers: { accept: 'application/scim+json, application/json' } },
		rules: [
			{ type: 'responseCode', properties: { value: 403, message: 'The service knows this account, but it may not read users. Ask its administrator for the right to read /Users.' } },
			{ type: 'responseCode', properties: { value: 404, message: 'There is no /Users below this address. A SCIM address usually ends in /scim/v2.' } },
		],
	};
}
