import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { interfaceAddress } from '../core/git/address.js';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** GitHub or GitHub Enterprise Server, read with a token. Source: vendor reference 2.1. */
export class GitHubAccessApi implements ICredentialType {
	name = 'gitHubAccessApi';

	displayName = 'GitHub Access API';

	icon = { light: 'file:icons/git.svg', dark: 'file:icons/git.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#github';

	properties: INodeProperties[] = [
		{
			displayName: 'Interface Address',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.github.com',
			required: true,
			placeholder: 'e.g. https://github.example.com/api/v3',
			description: 'Leave it for github.com. GitHub Enterprise Server has its own, ending in /api/v3.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Fine-grained, with read access to contents, pull requests, issues, checks and commit statuses; or classic with the scope "repo"',
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('GitHub', (text) => ({ headers: { authorization: `Bearer ${text('accessToken')}` } }), (text) => interfaceAddress('github', text('baseUrl')));

	/** Refuses a wrong token and asks for no right. */
	test: ICredentialTestRequest = { request: { baseURL: '={{$credentials.baseUrl.trim().replace(/^(https?:\\/\\/)(www\\.)?github\\.com\\/*$/i, "$1api.github.com").replace(/\\/+$/, "")}}', url: '/meta', method: 'GET', headers: { 'user-agent': 'n8n-nodes-performance-trace' } } };
}
