import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** Confluence Data Center: a personal access token, or user name and password. Source: vendor reference 3.2. */
export class ConfluenceDataCenterApi implements ICredentialType {
	name = 'confluenceDataCenterApi';

	displayName = 'Confluence Data Center API';

	icon = { light: 'file:icons/confluence.svg', dark: 'file:icons/confluence.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#confluence-data-center';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://wiki.example.org/confluence',
			description: 'With the context path, as "General Configuration" names it',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Personal Access Token', value: 'token' },
				{ name: 'User and Password', value: 'password' },
			],
			default: 'token',
		},
		{
			displayName: 'Personal Access Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made in Confluence in your profile. It needs to view the spaces only.',
			displayOptions: { show: { authentication: ['token'] } },
		},
		{ displayName: 'User', name: 'username', type: 'string', default: '', required: true, displayOptions: { show: { authentication: ['password'] } } },
		{ displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '', required: true, displayOptions: { show: { authentication: ['password'] } } },
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('Confluence', (text) =>
		text('authentication') === 'password' ? { auth: { username: text('username').trim(), password: text('password') } } : { headers: { authorization: `Bearer ${text('token').trim()}` } },
	);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}', url: '/rest/api/user/current', method: 'GET', headers: { accept: 'application/json' } },
		rules: [
			{ type: 'responseSuccessBody', properties: { key: 'type', value: 'anonymous', message: 'Confluence does not know this token. It may have ended or been revoked.' } },
		],
	};
}
