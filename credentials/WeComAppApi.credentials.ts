import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, INodeProperties } from 'n8n-workflow';
import { takeToken, tokenToKeep } from '../nodes/shared/expiringToken.js';
import { assertOwnHost } from '../nodes/shared/ownHost.js';

/** Self-built app of WeCom: a token for Corp ID and Secret, sent in the query. Source: vendor reference 4.5. */
export class WeComAppApi implements ICredentialType {
	name = 'weComAppApi';

	displayName = 'WeCom App API';

	icon = { light: 'file:icons/directory.svg', dark: 'file:icons/directory.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#wecom-app';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://qyapi.weixin.qq.com', required: true },
		{ displayName: 'Corp ID', name: 'corpId', type: 'string', default: '', required: true, placeholder: 'e.g. ww1a2b3c', description: 'In the admin console under "My Company"' },
		{ displayName: 'Secret', name: 'corpSecret', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'On the page of the self-built app. It belongs to that app only.' },
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const answer: unknown = await this.helpers.httpRequest({
			method: 'GET',
			url: `${(credentials['baseUrl'] as string).trim().replace(/\/+$/, '')}/cgi-bin/gettoken`,
			qs: { corpid: credentials['corpId'], corpsecret: credentials['corpSecret'] },
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		return tokenToKeep(answer, { title: 'WeCom', code: 'errcode', message: 'errmsg', token: 'access_token', lifetime: 'expires_in', check: 'Check Corp ID and Secret.' }, Date.now());
	}

	authenticate: IAuthenticate = async (credentials, options) => {
		assertOwnHost(credentials['baseUrl'], options, 'WeCom');
		const { token, request } = takeToken(credentials, options, Date.now());
		return await Promise.resolve({ ...request, qs: { ...request.qs, access_token: token } });
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}', url: '/cgi-bin/department/list', method: 'GET' },
		rules: [
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 60020, message: 'The address of this server is not on the trusted list of the app.' } },
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 60011, message: 'The app works, but it may not read the contacts. Put people into its visible range.' } },
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 48002, message: 'The app works, but it may not read the contacts. Put people into its visible range.' } },
		],
	};
}
