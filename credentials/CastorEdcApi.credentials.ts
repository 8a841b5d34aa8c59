import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, INodeProperties } from 'n8n-workflow';
import { authenticateAtOwnHost } from '../nodes/shared/ownHost.js';

/** Castor EDC: a token for client id and secret, good for some hours. Source: vendor reference 1.4. */
export class CastorEdcApi implements ICredentialType {
	name = 'castorEdcApi';

	displayName = 'Castor EDC API';

	icon = { light: 'file:icons/edc.svg', dark: 'file:icons/edc.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#castor-edc';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'baseUrl',
			type: 'options',
			options: [
				{ name: 'Australia', value: 'https://au.castoredc.com' },
				{ name: 'European Union', value: 'https://data.castoredc.com' },
				{ name: 'United Kingdom', value: 'https://uk.castoredc.com' },
				{ name: 'United States', value: 'https://us.castoredc.com' },
			],
			default: 'https://data.castoredc.com',
			description: 'The server that holds your studies. It cannot be seen from the key.',
		},
		{ displayName: 'Client ID', name: 'clientId', type: 'string', default: '', required: true, description: 'In Castor under your account settings, "Castor EDC API"' },
		{ displayName: 'Client Secret', name: 'clientSecret', type: 'string', typeOptions: { password: true }, default: '', required: true },
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const answer = (await this.helpers.httpRequest({
			method: 'POST',
			url: `${credentials['baseUrl'] as string}/oauth/token`,
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: { grant_type: 'client_credentials', client_id: credentials['clientId'], client_secret: credentials['clientSecret'] },
			disableFollowRedirect: true,
		})) as { readonly access_token?: string };
		if (typeof answer.access_token !== 'string') throw new Error('Castor gave no token for this client id and secret.');
		return { accessToken: answer.access_token };
	}

	authenticate: IAuthenticate = authenticateAtOwnHost('Castor', (text) => ({ headers: { authorization: `Bearer ${text('accessToken')}` } }));

	test: ICredentialTestRequest = { request: { baseURL: '={{$credentials.baseUrl}}', url: '/api/study', method: 'GET' } };
}
