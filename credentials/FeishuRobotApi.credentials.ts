import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateFor } from '../nodes/shared/channelAccess.js';

/** Custom robot of a Feishu or Lark group. Source: vendor reference 5. */
export class FeishuRobotApi implements ICredentialType {
	name = 'feishuRobotApi';

	displayName = 'Feishu Robot API';

	icon = { light: 'file:icons/robot.svg', dark: 'file:icons/robot.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#feishu-robot';

	properties: INodeProperties[] = [
		{ displayName: 'Server Address', name: 'baseUrl', type: 'string', default: 'https://open.feishu.cn', required: true, description: 'For Lark use https://open.larksuite.com' },
		{ displayName: 'Robot Key', name: 'robotToken', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'The webhook address from the robot’s page in the group settings, or its part after /hook/' },
		{ displayName: 'Signing Secret', name: 'signingSecret', type: 'string', typeOptions: { password: true }, default: '', description: 'From "Set signature verification" on the robot’s page; empty if it is off' },
	];

	authenticate: IAuthenticate = authenticateFor('feishu');

	/** A body without a message: the robot checks key and signature and posts nothing. */
	test: ICredentialTestRequest = {
		request: { url: '={{$credentials.baseUrl}}', method: 'POST', body: {} },
		rules: [
			{ type: 'responseSuccessBody', properties: { key: 'code', value: 19001, message: 'Feishu does not know this robot. Copy the webhook address again.' } },
			{ type: 'responseSuccessBody', properties: { key: 'code', value: 19021, message: 'The signature does not match. Check the signing secret and the clock of the server.' } },
			{ type: 'responseSuccessBody', properties: { key: 'code', value: 19022, message: 'The address of this server is not on the robot’s IP list.' } },
		],
	};
}
