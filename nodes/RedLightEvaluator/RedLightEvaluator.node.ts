import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError } from '../shared/items.js';
import { redLightProperties } from './properties.js';
import { runRedLightEvaluator, UNUSABLE } from './run.js';

/** Evidence of code and documents → red, yellow and green lights. Source: spec S6, S7. */
export class RedLightEvaluator implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Red-Light Evaluator',
		name: 'redLightEvaluator',
		icon: { light: 'file:redLightEvaluator.svg', dark: 'file:redLightEvaluator.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["rulesFrom"] === "form" ? "Rules of the form" : $parameter["rulesFrom"] === "standard" ? "Standard rules" : "Rules from a table" }}',
		description: 'Judge code and document evidence day by day: who needs help, with the days, the numbers and the records that say so',
		defaults: { name: 'Red-Light Evaluator' },
		usableAsTool: true,
		inputs: '={{ $parameter["rulesFrom"] === "secondInput" ? [{ type: "main", displayName: "Evidence" }, { type: "main", displayName: "Rules" }] : ["main"] }}',
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Red', 'Yellow', 'Green', 'Went Out', 'Unusable'],
		hints: [
			{
				message: 'Without known lights every red light is new in each run. Give the rows of pt_lights in "Known Lights".',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["knownLights"] === "[]" }}',
			},
			{
				message: 'Without people every account is a subject of its own, and nobody is found to help.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["people"] === "[]" }}',
			},
		],
		properties: redLightProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await runRedLightEvaluator(this);
		} catch (error) {
			const nodeError = asNodeError(this, error, 0);
			if (!this.continueOnFail()) throw nodeError;
			const outputs: INodeExecutionData[][] = [[], [], [], [], []];
			outputs[UNUSABLE]?.push({ json: { code: 'failed', error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } });
			return outputs;
		}
	}
}
