import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError } from '../shared/items.js';
import { hrDirectoryProperties } from './properties.js';
import { reviewOutputOf, runHrDirectory } from './run.js';

/** People, their managers and accounts, and who holds a role. Source: spec S16. */
export class HrDirectory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HR Directory',
		name: 'hrDirectory',
		icon: { light: 'file:hrDirectory.svg', dark: 'file:hrDirectory.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ ({ readScim: "Read SCIM Users", importRows: "Import Rows", findPerson: "Find Person for Role", joinAccounts: "Join Accounts" })[$parameter["operation"]] }}',
		description: 'Read people from the HR system, find who is project manager, manager, mentor or team lead, and join accounts to people',
		defaults: { name: 'HR Directory' },
		usableAsTool: true,
		inputs: `={{ ["findPerson", "joinAccounts"].includes($parameter["operation"]) && $parameter["directorySource"] === "secondInput" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Items" }, { type: "${NodeConnectionTypes.Main}", displayName: "Directory" }] : ["${NodeConnectionTypes.Main}"] }}`,
		outputs: `={{ ({ readScim: ["People", "To Review"], importRows: ["People", "To Review"], findPerson: ["Assigned", "Unassigned"], joinAccounts: ["Joined", "To Review", "People"] })[$parameter["operation"]].map(name => ({ type: "${NodeConnectionTypes.Main}", displayName: name })) }}`,
		credentials: [{ name: 'scimApi', required: true, displayOptions: { show: { operation: ['readScim'] } } }],
		hints: [
			{
				message: 'Connect "To Review" as well: it lists people and entries that could not be used, each with the reason.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ ["readScim", "importRows"].includes($parameter["operation"]) }}',
			},
		],
		properties: hrDirectoryProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await runHrDirectory(this);
		} catch (error) {
			const nodeError = asNodeError(this, error, 0);
			if (!this.continueOnFail()) throw nodeError;
			return reviewOutputOf(this.getNodeParameter('operation', 0), { json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } });
		}
	}
}
