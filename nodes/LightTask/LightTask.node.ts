import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError, forEachItem } from '../shared/items.js';
import { digestOf } from './digest.js';
import { checkEscalation } from './escalation.js';
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
		subtitle: '={{ { contextNote: "Ask for a note", escalation: "Check whether due", digest: "Digest for others", mentoring: "To-do of the helper" }[$parameter["operation"]] }}',
		description: 'Make the tasks of a red light: a note asked of the person concerned, and the to-do of the mentor or team lead that shows exactly why',
		defaults: { name: 'Light Task' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ ($parameter["operation"] === "escalation" ? ["Due", "Not Yet Due"] : ["Tasks"]).map(name => ({ type: "${NodeConnectionTypes.Main}", displayName: name })) }}`,
		properties: lightTaskProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0);
		if (operation === 'escalation') return await forEachItem(this, 2, (itemIndex) => checkEscalation(this, itemIndex), 1);
		if (operation === 'digest') {
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
