import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** What an EDC must prove when it calls n8n: a signature over the body, a token, or user name and password. */
export class EdcWebhookApi implements ICredentialType {
	name = 'edcWebhookApi';

	displayName = 'EDC Webhook API';

	icon = { light: 'file:icons/edcWebhook.svg', dark: 'file:icons/edcWebhook.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#edc-webhook';

	properties: INodeProperties[] = [
		{
			displayName: 'Proof',
			name: 'method',
			type: 'options',
			options: [
				{ name: 'Header Token', value: 'headerToken', description: 'The sender writes a secret into a header. It proves the sender, not the content.' },
				{ name: 'Signature (HMAC)', value: 'hmac', description: 'The sender signs the content with a shared secret' },
				{ name: 'Signature (Standard Webhooks)', value: 'standardWebhooks', description: 'Headers webhook-ID, webhook-timestamp and webhook-signature' },
				{ name: 'User Name and Password', value: 'basic', description: 'HTTP Basic. It proves the sender, not the content.' },
			],
			default: 'hmac',
		},
		{
			displayName: 'Shared Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The same text in the EDC and here. At least 16 characters.',
			displayOptions: { show: { method: ['hmac', 'standardWebhooks'] } },
		},
		{
			displayName: 'Signature Header',
			name: 'signatureHeader',
			type: 'string',
			default: 'X-Hub-Signature-256',
			required: true,
			displayOptions: { show: { method: ['hmac'] } },
		},
		{
			displayName: 'Text Before the Signature',
			name: 'prefix',
			type: 'string',
			default: 'sha256=',
			description: 'Leave empty where the header holds nothing but the signature',
			displayOptions: { show: { method: ['hmac'] } },
		},
		{
			displayName: 'Hash',
			name: 'algorithm',
			type: 'options',
			options: [
				{ name: 'SHA-1 (Old)', value: 'sha1' },
				{ name: 'SHA-256', value: 'sha256' },
				{ name: 'SHA-512', value: 'sha512' },
			],
			default: 'sha256',
			displayOptions: { show: { method: ['hmac'] } },
		},
		{
			displayName: 'Signature Written In',
			name: 'encoding',
			type: 'options',
			options: [
				{ name: 'Base64', value: 'base64' },
				{ name: 'Hexadecimal Digits', value: 'hex' },
			],
			default: 'hex',
			displayOptions: { show: { method: ['hmac'] } },
		},
		{
			displayName: 'Header With the Time of Sending',
			name: 'timestampHeader',
			type: 'string',
			default: '',
			placeholder: 'e.g. X-Timestamp',
			description: 'Where the sender names the time, calls that are too old are refused. Leave empty where it does not.',
			displayOptions: { show: { method: ['hmac'] } },
		},
		{
			displayName: 'What Is Signed',
			name: 'signedContent',
			type: 'options',
			options: [
				{ name: 'The Content', value: 'body' },
				{ name: 'The Time, a Dot, and the Content', value: 'timestampAndBody' },
			],
			default: 'body',
			displayOptions: { show: { method: ['hmac'] }, hide: { timestampHeader: [''] } },
		},
		{
			displayName: 'Oldest Call Accepted (Seconds)',
			name: 'toleranceSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			displayOptions: { show: { method: ['hmac', 'standardWebhooks'] } },
		},
		{ displayName: 'Token Header', name: 'header', type: 'string', default: 'X-Webhook-Token', required: true, displayOptions: { show: { method: ['headerToken'] } } },
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'At least 16 characters',
			displayOptions: { show: { method: ['headerToken'] } },
		},
		{ displayName: 'User Name', name: 'username', type: 'string', default: '', required: true, displayOptions: { show: { method: ['basic'] } } },
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'At least 16 characters',
			displayOptions: { show: { method: ['basic'] } },
		},
	];
}
