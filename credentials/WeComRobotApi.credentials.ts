import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateFor } from '../nodes/shared/channelAccess.js';

/** Robot of a WeCom group; its key is the only secret, messages are not signed. Source: vendor reference 5. */
export class WeComRobotApi implements ICredentialType {
	name = 'weComRobotApi';

	displayName = 'WeCom Robot API';

	icon = { light: 'file:icons/robot.svg', dark: 'file:icons/robot.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#wecom-robot';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://qyapi.weixin.qq.com', required: true },
		{ displayName: 'Robot Key', name: 'robotToken', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'The webhook address from the robot’s page, or its part after key=' },
	];

	authenticate: IAuthenticate = authenticateFor('wecom');

	/** A body without a message: the robot checks the key and posts nothing. */
	test: ICredentialTestRequest = {
		request: { url: '={{$credentials.baseUrl}}', method: 'POST', body: {} },
		rules: [{ type: 'responseSuccessBody', properties: { key: 'errcode', value: 93000, message: 'WeCom does not know this robot. Copy the webhook address again.' } }],
	};
}
