import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
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
		subtitle: '={{ $parameter["operation"] === "contextNote" ? "Ask for a note" : "To-do of the helper" }}',
		description: 'Make the tasks of a red light: a note asked of the person concerned, and the to-do of the mentor or team lead that shows exactly why',
		defaults: { name: 'Light Task' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: lightTaskProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 1, (itemIndex) => [[lightTaskOf(this, itemIndex)]]);
	}
}
