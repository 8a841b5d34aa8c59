import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** Medidata Rave Web Services: HTTP Basic with a Rave user. Source: vendor reference 1.2. */
export class RaveApi implements ICredentialType {
	name = 'raveApi';

	displayName = 'Medidata Rave API';

	icon = { light: 'file:icons/edc.svg', dark: 'file:icons/edc.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#medidata-rave';

	properties: INodeProperties[] = [
		{
			displayName: 'Web Services Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.mdsol.com/RaveWebServices',
			description: 'The address of Rave Web Services of your Rave URL',
		},
		{ displayName: 'User Name', name: 'username', type: 'string', default: '', required: true, description: 'A Rave user that may use Rave Web Services and sees the study' },
		{ displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '', required: true },
	];

	authenticate: IAuthenticate = authenticateAtOwnHost('Rave', (text) => ({ auth: { username: text('username'), password: text('password') } }));

	// "/version" answers without a login, so the list of studies is asked for.
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.replace(/\\/+$/, "")}}', url: '/studies', method: 'GET' },
		rules: [{ type: 'responseCode', properties: { value: 403, message: 'Rave knows the user, but it may not use Rave Web Services. Ask your Rave administrator.' } }],
	};
}
