import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError } from '../shared/items.js';
import { milestoneEvaluatorProperties } from './properties.js';
import { runMilestoneEvaluator } from './run.js';

/** Clinical evidence → milestones that are reached, changed or not yet reached. Source: spec S1. */
export class MilestoneEvaluator implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Milestone Evaluator',
		name: 'milestoneEvaluator',
		icon: { light: 'file:milestoneEvaluator.svg', dark: 'file:milestoneEvaluator.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] === "evaluate" ? "Evaluate" : "Select Evidence" }}',
		description: 'Tell which study milestones are reached, late, changed or not yet reached, with the subjects and records they rest on',
		defaults: { name: 'Milestone Evaluator' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ $parameter["operation"] === "selectEvidence" ? [{ type: "main", displayName: "Rows to Store" }, { type: "main", displayName: "Unusable" }] : [{ type: "main", displayName: "Reached" }, { type: "main", displayName: "Changed" }, { type: "main", displayName: "Not Yet" }, { type: "main", displayName: "Unusable" }] }}',
		hints: [
			{
				message: 'Without known milestones every milestone fires again in each run. Give the stored ones in "Known Milestones".',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["operation"] === "evaluate" && $parameter["knownMilestones"] === "[]" }}',
			},
		],
		properties: milestoneEvaluatorProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await runMilestoneEvaluator(this);
		} catch (error) {
			const nodeError = asNodeError(this, error, 0);
			if (!this.continueOnFail()) throw nodeError;
			const failed: INodeExecutionData = { json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } };
			return this.getNodeParameter('operation', 0) === 'evaluate' ? [[], [], [], [failed]] : [[], [failed]];
		}
	}
}
