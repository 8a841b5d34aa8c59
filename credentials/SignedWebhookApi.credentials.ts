import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateFor } from '../nodes/shared/channelAccess.js';

/** Any receiver of JSON, signed as Standard Webhooks describes. */
export class SignedWebhookApi implements ICredentialType {
	name = 'signedWebhookApi';

	displayName = 'Signed Webhook API';

	icon = { light: 'file:icons/signedWebhook.svg', dark: 'file:icons/signedWebhook.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#signed-webhook';

	properties: INodeProperties[] = [
		{ displayName: 'Address', name: 'url', type: 'string', default: '', required: true, placeholder: 'e.g. https://example.com/tasks', description: 'Where the tasks are sent by POST' },
		{ displayName: 'Signing Secret', name: 'signingSecret', type: 'string', typeOptions: { password: true }, default: '', description: 'Shared with the receiver: whsec_ and base64, or any text. Messages carry webhook-id, webhook-timestamp and webhook-signature. Empty sends unsigned.' },
	];

	authenticate: IAuthenticate = authenticateFor('webhook');

	/** A signed message of the type "ping", which a receiver has no task to make of. */
	test: ICredentialTestRequest = {
		request: { url: '={{$credentials.url}}', method: 'POST', body: { type: 'performance-trace.ping.v1' } },
	};
}
