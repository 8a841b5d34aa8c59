import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { lightResponseProperties } from './properties.js';
import { pageOfLights, recordResponse } from './run.js';

/** Note, objection or decision of a signed-in person → light and log row, or a refusal; and the page of a person's lights. Source: spec S7, S10, S13. */
export class LightResponse implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Light Response',
		name: 'lightResponse',
		icon: { light: 'file:lightResponse.svg', dark: 'file:lightResponse.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] === "record" ? "Record a response" : "Page of a person’s lights" }}',
		description: 'Record what people answer to a red light (note, objection, decision), and show a person his or her own lights and nothing else',
		defaults: { name: 'Light Response' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Done', 'Refused'],
		properties: lightResponseProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 2, (itemIndex) => (this.getNodeParameter('operation', itemIndex) === 'record' ? recordResponse(this, itemIndex) : pageOfLights(this, itemIndex)), 1);
	}
}
