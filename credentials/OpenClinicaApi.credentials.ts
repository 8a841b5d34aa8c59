import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** OpenClinica 4: a token from the login service on another host, good for four hours. Source: vendor reference 1.3. */
export class OpenClinicaApi implements ICredentialType {
	name = 'openClinicaApi';

	displayName = 'OpenClinica API';

	icon = { light: 'file:icons/edc.svg', dark: 'file:icons/edc.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#openclinica';

	properties: INodeProperties[] = [
		{
			displayName: 'Server Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.openclinica.io',
			description: 'As the browser shows it while you work in a study, without /OpenClinica',
		},
		{
			displayName: 'Login Address',
			name: 'loginUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.build.openclinica.io/user-service/api/oauth/token',
			description: 'Where a token is asked for. It is on another server than the data.',
		},
		{ displayName: 'User Name', name: 'username', type: 'string', default: '', required: true },
		{ displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '', required: true },
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const answer: unknown = await this.helpers.httpRequest({
			method: 'POST',
			url: credentials['loginUrl'] as string,
			headers: { 'content-type': 'application/json' },
			body: { username: credentials['username'], password: credentials['password'] },
			encoding: 'text',
			disableFollowRedirect: true,
		});
		const accessToken = typeof answer === 'string' ? answer.trim() : '';
		if (accessToken === '' || accessToken.startsWith('<')) throw new Error('OpenClinica gave no token. Check the login address, the user name and the password.');
		return { accessToken };
	}

	authenticate: IAuthenticate = authenticateAtOwnHost('OpenClinica', (text) => ({ headers: { authorization: `Bearer ${text('accessToken')}` } }));

	// The login is the test: at most two tokens a minute are given, so nothing else is asked for.
	test: ICredentialTestRequest = { request: { baseURL: '={{$credentials.baseUrl.replace(/\\/+(OpenClinica\\/*)?$/, "")}}', url: '/OpenClinica/', method: 'GET' } };
}
