import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError } from '../shared/items.js';
import { hrDirectoryProperties } from './properties.js';
import { reviewOutputOf, runHrDirectory } from './run.js';
import { PEOPLE_OPERATIONS } from './vendors.js';

/** People, their managers and accounts, and who holds a role. Source: spec S16. */
export class HrDirectory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HR Directory',
		name: 'hrDirectory',
		icon: { light: 'file:hrDirectory.svg', dark: 'file:hrDirectory.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ ({ readScim: "Read SCIM Users", readBambooHr: "Read BambooHR", readDingTalk: "Read DingTalk", readFeishu: "Read Feishu/Lark", readWeCom: "Read WeCom", importRows: "Import Rows", findPerson: "Find Person for Role", joinAccounts: "Join Accounts" })[$parameter["operation"]] }}',
		description: 'Read people from the HR system, find who is project manager, manager, mentor or team lead, and join accounts to people',
		defaults: { name: 'HR Directory' },
		usableAsTool: true,
		inputs: `={{ ["findPerson", "joinAccounts"].includes($parameter["operation"]) && $parameter["directorySource"] === "secondInput" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Items" }, { type: "${NodeConnectionTypes.Main}", displayName: "Directory" }] : !["findPerson", "joinAccounts"].includes($parameter["operation"]) && $parameter["markMissing"] === true ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Items" }, { type: "${NodeConnectionTypes.Main}", displayName: "Known People" }] : ["${NodeConnectionTypes.Main}"] }}`,
		// The people to compare with alone start nothing: a workflow may offer several HR systems of which one is chosen.
		requiredInputs: [0],
		outputs: `={{ ({ findPerson: ["Assigned", "Unassigned"], joinAccounts: ["Joined", "To Review", "People"] }[$parameter["operation"]] ?? ["People", "To Review"]).map(name => ({ type: "${NodeConnectionTypes.Main}", displayName: name })) }}`,
		credentials: [
			{ name: 'scimApi', required: true, displayOptions: { show: { operation: ['readScim'] } } },
			{ name: 'bambooHrDirectoryApi', required: true, displayOptions: { show: { operation: ['readBambooHr'] } } },
			{ name: 'dingTalkAppApi', required: true, displayOptions: { show: { operation: ['readDingTalk'] } } },
			{ name: 'feishuAppApi', required: true, displayOptions: { show: { operation: ['readFeishu'] } } },
			{ name: 'weComAppApi', required: true, displayOptions: { show: { operation: ['readWeCom'] } } },
		],
		hints: [
			{
				message: 'Connect "To Review" as well: it lists people and entries that could not be used, each with the reason.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: `={{ ${JSON.stringify(PEOPLE_OPERATIONS)}.includes($parameter["operation"]) }}`,
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
