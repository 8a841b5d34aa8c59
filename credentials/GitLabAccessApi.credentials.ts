import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** GitLab, gitlab.com or one's own server, read with a token. Source: vendor reference 2.1. */
export class GitLabAccessApi implements ICredentialType {
	name = 'gitLabAccessApi';

	displayName = 'GitLab Access API';

	icon = { light: 'file:icons/git.svg', dark: 'file:icons/git.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#gitlab';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://gitlab.com', required: true, placeholder: 'e.g. https://gitlab.example.com', description: 'As the browser shows it, without /api/v4' },
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Personal, group or project token with the scope "read_api", at least as Reporter',
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('GitLab', (text) => ({ headers: { authorization: `Bearer ${text('accessToken')}` } }));

	test: ICredentialTestRequest = { request: { baseURL: '={{$credentials.baseUrl.replace(/\\/+(api\\/v4\\/*)?$/, "")}}', url: '/api/v4/user', method: 'GET' } };
}
