import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError } from '../shared/items.js';
import { confirm, runCommands } from './commands.js';
import { closedLoopCardProperties, COMMANDS, QUERIES, type CommandOperation, type QueryOperation } from './properties.js';
import { runQuery } from './queries.js';

const COMMAND_LIST = JSON.stringify([...COMMANDS, 'apply', 'confirm']);

/** Closed-loop cards: issue, measure, verification, with a log that cannot be changed unseen. Source: spec S2. */
export class ClosedLoopCard implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Closed-Loop Card',
		name: 'closedLoopCard',
		icon: { light: 'file:closedLoopCard.svg', dark: 'file:closedLoopCard.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"].replace(/([A-Z])/g, " $1").replace(/^./, letter => letter.toUpperCase()) }}',
		description: 'Take a corrective action from finding to measure, verification and effectiveness check, with an append-only log that shows every change',
		defaults: { name: 'Closed-Loop Card' },
		usableAsTool: true,
		inputs: `={{ ${COMMAND_LIST}.includes($parameter["operation"]) && $parameter["logSource"] === "secondInput" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Items" }, { type: "${NodeConnectionTypes.Main}", displayName: "Log" }] : ["${NodeConnectionTypes.Main}"] }}`,
		outputs: `={{ ($parameter["operation"] === "confirm" ? ["Card", "Refused"] : ${COMMAND_LIST}.includes($parameter["operation"]) ? ["Event", "Card", "Refused", "File"] : ["Result", "Broken or Unknown"]).map(name => ({ type: "${NodeConnectionTypes.Main}", displayName: name })) }}`,
		hints: [
			{
				message: 'Connect "Refused" as well: it tells everything a step lacks, and what somebody else changed meanwhile.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: `={{ ${COMMAND_LIST}.includes($parameter["operation"]) }}`,
			},
		],
		properties: closedLoopCardProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0);
		if (operation === 'confirm') return confirm(this);
		if (!QUERIES.some((query) => query === operation)) return await runCommands(this, operation as CommandOperation);
		try {
			return await runQuery(this, operation as QueryOperation);
		} catch (error) {
			const nodeError = asNodeError(this, error, 0);
			if (!this.continueOnFail()) throw nodeError;
			return [[], [{ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } }]];
		}
	}
}
