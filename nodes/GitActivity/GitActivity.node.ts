import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { runOperation } from './operations.js';
import { gitActivityProperties } from './properties.js';

/** Facts of code: read from a Git host, from a log, or made up as a sample. Source: spec S6. */
export class GitActivity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Git Activity',
		name: 'gitActivity',
		icon: { light: 'file:gitActivity.svg', dark: 'file:gitActivity.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ { readRepository: "Read repository", readLog: "Read git log", sample: "Sample" }[$parameter["operation"]] + ($parameter["operation"] === "readRepository" ? ": " + $parameter["host"] : "") }}',
		description: 'Read pull requests, commits, reviews, comments and checks of repositories as evidence',
		defaults: { name: 'Git Activity' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Evidence', 'Unusable', 'Cursor'],
		credentials: [
			{ name: 'giteaAccessApi', required: true, displayOptions: { show: { operation: ['readRepository'], host: ['gitea'] } } },
			{ name: 'giteeAccessApi', required: true, displayOptions: { show: { operation: ['readRepository'], host: ['gitee'] } } },
			{ name: 'gitHubAccessApi', required: true, displayOptions: { show: { operation: ['readRepository'], host: ['github'] } } },
			{ name: 'gitLabAccessApi', required: true, displayOptions: { show: { operation: ['readRepository'], host: ['gitlab'] } } },
		],
		properties: gitActivityProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 3, (itemIndex) => runOperation(this, itemIndex), 1);
	}
}
