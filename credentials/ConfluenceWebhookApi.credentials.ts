import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret with which Confluence Data Center signs its calls. Source: vendor reference 3.2. */
export class ConfluenceWebhookApi implements ICredentialType {
	name = 'confluenceWebhookApi';

	displayName = 'Confluence Webhook API';

	icon = { light: 'file:icons/confluence.svg', dark: 'file:icons/confluence.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#confluence-webhook';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The same text as in Confluence under "General Configuration", "Webhooks". At least 16 characters that nobody can guess.',
		},
	];
}
