import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** Gitee, read with a token. Its description names the query parameter; the header keeps the token out of logs. Source: vendor reference 2.1. */
export class GiteeAccessApi implements ICredentialType {
	name = 'giteeAccessApi';

	displayName = 'Gitee Access API';

	icon = { light: 'file:icons/git.svg', dark: 'file:icons/git.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#gitee';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://gitee.com', required: true, placeholder: 'e.g. https://gitee.com', description: 'As the browser shows it, without /api/v5' },
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Personal token with the rights projects, pull_requests and notes',
		},
		{
			displayName: 'Send Token As',
			name: 'sendAs',
			type: 'options',
			options: [
				{ name: 'Header', value: 'header', description: 'Authorization: Bearer' },
				{ name: 'Query Parameter', value: 'query', description: 'Access_token in the address, where a server does not take the header. Addresses can end up in logs.' },
			],
			default: 'header',
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('Gitee', (text) => (text('sendAs') === 'query' ? { qs: { access_token: text('accessToken') } } : { headers: { authorization: `Bearer ${text('accessToken')}` } }));

	test: ICredentialTestRequest = { request: { baseURL: '={{$credentials.baseUrl.replace(/\\/+(api\\/v5\\/*)?$/, "")}}', url: '/api/v5/user', method: 'GET' } };
}
