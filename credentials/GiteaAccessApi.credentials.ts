import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** Gitea or Forgejo, read with a token. Source: vendor reference 2.1. */
export class GiteaAccessApi implements ICredentialType {
	name = 'giteaAccessApi';

	displayName = 'Gitea Access API';

	icon = { light: 'file:icons/git.svg', dark: 'file:icons/git.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#gitea-or-forgejo';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: '', required: true, placeholder: 'e.g. https://git.example.com', description: 'As the browser shows it on the start page, without /api/v1. Forgejo is read the same way.' },
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'In the user settings under "Applications", with the scopes read:repository and read:issue',
		},
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('Gitea', (text) => ({ headers: { authorization: `token ${text('accessToken')}` } }));

	/** A wrong token is refused also where anybody may search. */
	test: ICredentialTestRequest = { request: { baseURL: '={{$credentials.baseUrl.replace(/\\/+(api\\/v1\\/*)?$/, "")}}', url: '/api/v1/repos/search', method: 'GET', qs: { limit: 1 } } };
}
