import { NodeConnectionTypes, type ICredentialTestFunctions, type ICredentialsDecrypted, type INodeCredentialTestResult, type INodeType, type INodeTypeDescription, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { weaknessOf } from '../MilestoneTrigger/caller.js';
import { ENTERED_BY_HAND } from '../shared/enteredByHand.js';
import { confluenceTriggerProperties } from './properties.js';
import { receiveCall, signatureScheme } from './receive.js';

/** Facts of the page that a webhook of Confluence Data Center names. Source: spec S7. */
export class ConfluenceTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Confluence Trigger',
		name: 'confluenceTrigger',
		icon: { light: 'file:confluenceTrigger.svg', dark: 'file:confluenceTrigger.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ "Data Center" + ($parameter["spaces"] ? ": " + $parameter["spaces"] : "") }}',
		description: 'Start when a page, comment, attachment or label changes in Confluence Data Center',
		eventTriggerDescription: 'Waiting for Confluence to call the webhook address',
		activationMessage: 'Confluence is now listened to.',
		defaults: { name: 'Confluence Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Evidence', 'Unusable'],
		credentials: [
			{ name: 'confluenceWebhookApi', required: true, testedBy: 'confluenceWebhookTest' },
			{ name: 'confluenceDataCenterApi', required: true },
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: '={{ $parameter["responseMode"] }}',
				// What the last node gives may hold personal data and is not the caller's business.
				responseData: 'noData',
				path: 'confluence',
			},
		],
		properties: confluenceTriggerProperties,
	};

	methods = {
		credentialTest: {
			confluenceWebhookTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				const weakness = weaknessOf(signatureScheme(credential.data ?? {}, ''));
				return Promise.resolve(weakness === null ? { status: 'OK', message: 'Complete. Enter the same secret in Confluence.' } : { status: 'Error', message: weakness });
			},
		},
	};

	// The address is entered in Confluence by hand: that needs an administrator, whose rights this node should not have.
	webhookMethods = ENTERED_BY_HAND;

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this);
	}
}
