import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, INodeProperties } from 'n8n-workflow';
import { takeToken, tokenToKeep } from '../nodes/shared/expiringToken.js';
import { assertOwnHost } from '../nodes/shared/ownHost.js';

/** Custom app of Feishu or Lark: a tenant token for App ID and App Secret. Source: vendor reference 4.3. */
export class FeishuAppApi implements ICredentialType {
	name = 'feishuAppApi';

	displayName = 'Feishu App API';

	icon = { light: 'file:icons/directory.svg', dark: 'file:icons/directory.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#feishu-app';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://open.feishu.cn', required: true, description: 'For Lark use https://open.larksuite.com' },
		{ displayName: 'App ID', name: 'appId', type: 'string', default: '', required: true, placeholder: 'e.g. cli_a1b2c3', description: 'In the developer console under "Credentials & Basic Info" of a custom app' },
		{ displayName: 'App Secret', name: 'appSecret', type: 'string', typeOptions: { password: true }, default: '', required: true },
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const answer: unknown = await this.helpers.httpRequest({
			method: 'POST',
			url: `${(credentials['baseUrl'] as string).trim().replace(/\/+$/, '')}/open-apis/auth/v3/tenant_access_token/internal`,
			headers: { 'content-type': 'application/json; charset=utf-8' },
			body: { app_id: credentials['appId'], app_secret: credentials['appSecret'] },
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		return tokenToKeep(answer, { title: 'Feishu', code: 'code', message: 'msg', token: 'tenant_access_token', lifetime: 'expire', check: 'Check App ID, App Secret and the server address.' }, Date.now());
	}

	authenticate: IAuthenticate = async (credentials, options) => {
		assertOwnHost(credentials['baseUrl'], options, 'Feishu');
		const { token, request } = takeToken(credentials, options, Date.now());
		return await Promise.resolve({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}', url: '/open-apis/contact/v3/scopes', method: 'GET', qs: { page_size: 1 } },
		rules: [{ type: 'responseCode', properties: { value: 400, message: 'The app works, but it may not read contacts. Give it the permission to read contacts and publish a new version.' } }],
	};
}
