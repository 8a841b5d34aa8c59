import { NodeConnectionTypes, type ICredentialTestFunctions, type ICredentialsDecrypted, type INodeCredentialTestResult, type INodeType, type INodeTypeDescription, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { ENTERED_BY_HAND } from '../shared/enteredByHand.js';
import { gitTriggerProperties } from './properties.js';
import { receiveGitCall, secretsOf, weaknessOfSecrets } from './receive.js';

/** Facts of code that a Git host sends. Source: spec S6. */
export class GitTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Git Trigger',
		name: 'gitTrigger',
		icon: { light: 'file:gitTrigger.svg', dark: 'file:gitTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ { any: "Any host", github: "GitHub", gitlab: "GitLab", gitee: "Gitee", gitea: "Gitea or Forgejo" }[$parameter["host"]] }}',
		description: 'Start when GitHub, GitLab, Gitee, Gitea or Forgejo reports a pull request, review, comment, push or check',
		eventTriggerDescription: 'Waiting for the Git host to call the webhook address',
		activationMessage: 'Calls of the Git host are now received.',
		defaults: { name: 'Git Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Evidence', 'Unusable', 'Changed'],
		credentials: [{ name: 'gitWebhookApi', required: true, testedBy: 'gitWebhookTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				// Hosts give up after some seconds, and what the workflow makes of a call is not their business.
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'git',
			},
		],
		properties: gitTriggerProperties,
	};

	methods = {
		credentialTest: {
			gitWebhookTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				const weakness = weaknessOfSecrets(secretsOf(credential.data ?? {}));
				return Promise.resolve(weakness === null ? { status: 'OK', message: 'Complete. Enter the same values at the host.' } : { status: 'Error', message: weakness });
			},
		},
	};

	// The address is entered at the host by hand: a token that may read need not be able to change settings.
	webhookMethods = ENTERED_BY_HAND;

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveGitCall(this);
	}
}
