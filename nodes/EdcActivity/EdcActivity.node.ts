import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { runOperation } from './operations.js';
import { activityProperties } from './properties.js';

/** Facts of a study: read from its EDC, from a document, or made up as a sample. Source: spec S1. */
export class EdcActivity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'EDC Activity',
		name: 'edcActivity',
		icon: { light: 'file:edcActivity.svg', dark: 'file:edcActivity.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ { readStudy: "Read study", readDocument: "Read document", sampleStudy: "Sample study" }[$parameter["operation"]] + ($parameter["study"] ? ": " + $parameter["study"] : "") }}',
		description: 'Read subjects, visits, forms, queries and signatures of a study as evidence',
		defaults: { name: 'EDC Activity' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Evidence', 'Unusable'],
		credentials: [
			{ name: 'castorEdcApi', required: true, displayOptions: { show: { operation: ['readStudy'], source: ['castor'] } } },
			{ name: 'libreClinicaApi', required: true, displayOptions: { show: { operation: ['readStudy'], source: ['libreClinica'] } } },
			{ name: 'openClinicaApi', required: true, displayOptions: { show: { operation: ['readStudy'], source: ['openClinica'] } } },
			{ name: 'raveApi', required: true, displayOptions: { show: { operation: ['readStudy'], source: ['rave'] } } },
			{ name: 'redcapApi', required: true, displayOptions: { show: { operation: ['readStudy'], source: ['redcap'] } } },
		],
		properties: activityProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 2, (itemIndex) => runOperation(this, itemIndex), 1);
	}
}
