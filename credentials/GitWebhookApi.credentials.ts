import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** What a Git host must prove when it calls n8n. Source: vendor reference 2.3. */
export class GitWebhookApi implements ICredentialType {
	name = 'gitWebhookApi';

	displayName = 'Git Webhook API';

	icon = { light: 'file:icons/git.svg', dark: 'file:icons/git.dark.svg' } as const;

	documentationUrl = 'https://github.com/performance-trace/n8n-nodes-performance-trace/blob/main/docs/credentials.md#git-webhook';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The same text at the host and here, at least 16 characters. GitHub, Gitea: Secret; GitLab: Secret Token; Gitee: password or signing key.',
		},
		{
			displayName: 'Signing Token (GitLab)',
			name: 'signingToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only where GitLab signs its calls: begins with whsec_. It proves the content too, which the secret token does not.',
		},
		{
			displayName: 'Oldest Signed Call Accepted (Seconds)',
			name: 'toleranceSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description: 'For the signature of GitLab. Gitee allows one hour; GitHub and Gitea name no time.',
		},
	];
}
