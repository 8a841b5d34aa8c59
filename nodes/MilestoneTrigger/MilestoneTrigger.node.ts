import { NodeConnectionTypes, type ICredentialTestFunctions, type ICredentialsDecrypted, type INodeCredentialTestResult, type INodeExecutionData, type INodeType, type INodeTypeDescription, type IPollFunctions, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { ENTERED_BY_HAND } from '../shared/enteredByHand.js';
import { schemeOf, weaknessOf } from './caller.js';
import { triggerProperties } from './properties.js';
import { receiveCall } from './push.js';
import { readOnSchedule } from './schedule.js';

/** Facts of a study, sent by its EDC or read from it on a schedule. Source: spec S1. */
export class MilestoneTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'EDC Milestone Trigger',
		name: 'milestoneTrigger',
		icon: { light: 'file:milestoneTrigger.svg', dark: 'file:milestoneTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ { castor: "Castor EDC", webhook: "Generic webhook", libreClinica: "LibreClinica", rave: "Medidata Rave", odm: "ODM document", openClinica: "OpenClinica 4", redcap: "REDCap" }[$parameter["source"]] + ($parameter["study"] ? ": " + $parameter["study"] : "") }}',
		description: 'Start when the EDC reports something: calls of the EDC, or its records read on a schedule',
		eventTriggerDescription: 'Waiting for the EDC to call the webhook address',
		activationMessage: 'The EDC is now listened to, and read on the schedule of this node.',
		defaults: { name: 'EDC Milestone Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Evidence', 'Unusable'],
		credentials: [
			{ name: 'edcWebhookApi', required: true, testedBy: 'edcWebhookTest', displayOptions: { show: { receiveBy: ['both', 'push'], authentication: ['credential'] } } },
			{ name: 'castorEdcApi', required: true, displayOptions: { show: { source: ['castor'] } } },
			{ name: 'libreClinicaApi', required: true, displayOptions: { show: { source: ['libreClinica'] } } },
			{ name: 'odmSourceApi', required: true, displayOptions: { show: { source: ['odm'], receiveBy: ['both', 'pull'] } } },
			{ name: 'openClinicaApi', required: true, displayOptions: { show: { source: ['openClinica'] } } },
			{ name: 'raveApi', required: true, displayOptions: { show: { source: ['rave'] } } },
			{ name: 'redcapApi', required: true, displayOptions: { show: { source: ['redcap'] } } },
		],
		webhooks: [
			{
				name: 'default',
				// Without a method there is no address: a node that only reads is not called.
				httpMethod: '={{ $parameter["receiveBy"] === "pull" ? "" : "POST" }}',
				responseMode: '={{ $parameter["responseMode"] }}',
				// What the last node gives may hold personal data and is not the caller's business.
				responseData: 'noData',
				path: 'edc',
				ndvHideUrl: '={{ $parameter["receiveBy"] === "pull" }}',
			},
		],
		properties: triggerProperties,
	};

	methods = {
		credentialTest: {
			edcWebhookTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				const weakness = weaknessOf(schemeOf(credential.data ?? {}));
				return Promise.resolve(weakness === null ? { status: 'OK', message: 'Complete. Enter the same values in the EDC.' } : { status: 'Error', message: weakness });
			},
		},
	};

	// The address is entered in the EDC by hand: no EDC lets a program do it.
	webhookMethods = ENTERED_BY_HAND;

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this);
	}

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await readOnSchedule(this);
	}
}
