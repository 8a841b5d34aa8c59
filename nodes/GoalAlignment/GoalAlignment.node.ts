import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError, forEachItem } from '../shared/items.js';
import type { Directory } from '../../core/people/directory.js';
import { peopleOf } from './inputs.js';
import { goalAlignmentProperties } from './properties.js';
import { recheckTaskOf } from './recheck.js';
import { OUTPUTS, runGoalAlignment, type Operation } from './run.js';

/** Rows of goals, actions, stages, levers, demands and indexes → findings, roll-up, capacity, buffer goals, the page, and the tasks of a re-check. Source: spec S4, S5. */
export class GoalAlignment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Goal Alignment',
		name: 'goalAlignment',
		icon: { light: 'file:goalAlignment.svg', dark: 'file:goalAlignment.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ { bufferGoals: "Check buffer goals", capacity: "Check capacity", check: "Check alignment", page: "Make page", readRows: "Read rows", recheckTask: "Task of a re-check", rollUp: "Roll up progress" }[$parameter["operation"]] }}',
		description: 'Check that goals, weights and actions fit together, roll up progress, compare capacity, and start a goal re-check when a process worsens',
		defaults: { name: 'Goal Alignment' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]].map(name => ({ type: "${NodeConnectionTypes.Main}", displayName: name })) }}`,
		hints: [
			{
				message: 'Without known re-checks a beginning that late figures move may start a second one. Give the stored tasks in "Known Re-Checks".',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["operation"] === "bufferGoals" && $parameter["knownRechecks"] === "[]" }}',
			},
		],
		properties: goalAlignmentProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		if (operation === 'recheckTask') {
			let people: Directory | null | undefined;
			return await forEachItem(this, 2, (itemIndex) => [[recheckTaskOf(this, itemIndex, () => (people === undefined ? (people = peopleOf(this)) : people))]], 1);
		}
		try {
			return await runGoalAlignment(this, operation);
		} catch (error) {
			const nodeError = asNodeError(this, error, 0);
			if (!this.continueOnFail()) throw nodeError;
			const failed: INodeExecutionData = { json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } };
			const { length } = OUTPUTS[operation];
			return OUTPUTS[operation].map((_, output) => (output === length - 1 ? [failed] : []));
		}
	}
}
