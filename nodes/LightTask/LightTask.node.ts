import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError, forEachItem } from '../shared/items.js';
import { digestOf } from './digest.js';
import { lightTaskProperties } from './properties.js';
import { lightTaskOf } from './run.js';

/** Red light + person → request for a note, then the to-do of the mentor or the team lead. Source: spec S6, S7. */
export class LightTask implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Light Task',
		name: 'lightTask',
		icon: { light: 'file:lightTask.svg', dark: 'file:lightTask.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ { contextNote: "Ask for a note", digest: "Digest for others", mentoring: "To-do of the helper" }[$parameter["operation"]] }}',
		description: 'Make the tasks of a red light: a note asked of the person concerned, and the to-do of the mentor or team lead that shows exactly why',
		defaults: { name: 'Light Task' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: lightTaskProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getNodeParameter('operation', 0) === 'digest') {
			try {
				return [digestOf(this)];
			} catch (error) {
				const nodeError = asNodeError(this, error, 0);
				if (!this.continueOnFail()) throw nodeError;
				return [[{ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } }]];
			}
		}
		return await forEachItem(this, 1, (itemIndex) => [[lightTaskOf(this, itemIndex)]]);
	}
}
