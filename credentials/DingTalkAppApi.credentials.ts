import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, INodeProperties } from 'n8n-workflow';
import { takeToken, tokenToKeep } from '../nodes/shared/expiringToken.js';
import { assertOwnHost } from '../nodes/shared/ownHost.js';

/** Internal app of DingTalk: a token for AppKey and AppSecret, sent in the query. Source: vendor reference 4.4. */
export class DingTalkAppApi implements ICredentialType {
	name = 'dingTalkAppApi';

	displayName = 'DingTalk App API';

	icon = { light: 'file:icons/directory.svg', dark: 'file:icons/directory.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#dingtalk-app';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://oapi.dingtalk.com', required: true, description: 'Outside mainland China it may be https://oapi.dingtalk.io' },
		{ displayName: 'AppKey', name: 'appKey', type: 'string', default: '', required: true, placeholder: 'e.g. dingabc123', description: 'Also called Client ID; on the page of an internal app in the developer console' },
		{ displayName: 'AppSecret', name: 'appSecret', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'Also called Client Secret' },
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const answer: unknown = await this.helpers.httpRequest({
			method: 'GET',
			url: `${(credentials['baseUrl'] as string).trim().replace(/\/+$/, '')}/gettoken`,
			qs: { appkey: credentials['appKey'], appsecret: credentials['appSecret'] },
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		return tokenToKeep(answer, { title: 'DingTalk', code: 'errcode', message: 'errmsg', token: 'access_token', lifetime: 'expires_in', check: 'Check AppKey and AppSecret.' }, Date.now());
	}

	authenticate: IAuthenticate = async (credentials, options) => {
		assertOwnHost(credentials['baseUrl'], options, 'DingTalk');
		const { token, request } = takeToken(credentials, options, Date.now());
		return await Promise.resolve({ ...request, qs: { ...request.qs, access_token: token } });
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}', url: '/topapi/v2/department/listsub', method: 'POST', body: { dept_id: 1 } },
		rules: [
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 88, message: 'The app works, but it may not read departments. Give it the permission to read departments and members.' } },
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 60011, message: 'The app works, but it may not read departments. Give it the permission to read departments and members.' } },
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 60020, message: 'The address of this server is not on the app’s list of exit IPs.' } },
		],
	};
}
