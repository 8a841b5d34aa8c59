import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateFor } from '../nodes/shared/channelAccess.js';

/** Custom robot of a DingTalk group. Source: vendor reference 5. */
export class DingTalkRobotApi implements ICredentialType {
	name = 'dingTalkRobotApi';

	displayName = 'DingTalk Robot API';

	icon = { light: 'file:icons/robot.svg', dark: 'file:icons/robot.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#dingtalk-robot';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://oapi.dingtalk.com', required: true },
		{ displayName: 'Robot Key', name: 'robotToken', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'The webhook address from the robot’s page, or its part after access_token=' },
		{ displayName: 'Signing Secret', name: 'signingSecret', type: 'string', typeOptions: { password: true }, default: '', description: 'The text that starts with SEC, from the robot’s security settings; empty if signing is off' },
	];

	authenticate: IAuthenticate = authenticateFor('dingtalk');

	/** A body without a message: the robot checks key and signature and posts nothing. */
	test: ICredentialTestRequest = {
		request: { url: '={{$credentials.baseUrl}}', method: 'POST', body: {} },
		rules: [
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 300001, message: 'DingTalk does not know this robot. Copy the webhook address again.' } },
			{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 310000, message: 'Signature or IP address does not match the robot’s security settings. Check the signing secret and the clock of the server.' } },
		],
	};
}
