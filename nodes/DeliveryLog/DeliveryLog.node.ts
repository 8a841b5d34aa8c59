import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { deliveryLogProperties } from './properties.js';
import { claimAttempt, findDue } from './run.js';

/** The log of deliveries: an attempt is claimed before it is made, and what a crash left open is found again. Source: spec S17. */
export class DeliveryLog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Delivery Log',
		name: 'deliveryLog',
		icon: { light: 'file:deliveryLog.svg', dark: 'file:deliveryLog.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] === "claim" ? "Claim Attempt" : "Find Due Deliveries" }}',
		description: 'Claim a delivery before it is sent, and find those that are due again, given up or were interrupted',
		defaults: { name: 'Delivery Log' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: '={{ $parameter["operation"] === "claim" ? [{ type: "main", displayName: "Claims" }] : [{ type: "main", displayName: "Due" }, { type: "main", displayName: "Give Up" }, { type: "main", displayName: "Unusable" }] }}',
		properties: deliveryLogProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const now = Date.now();
		if (this.getInputData().length === 0) return this.getNodeParameter('operation', 0) === 'claim' ? [[]] : [[], [], []];
		return this.getNodeParameter('operation', 0) === 'claim' ? await forEachItem(this, 1, (itemIndex) => claimAttempt(this, itemIndex, now)) : findDue(this, now);
	}
}
