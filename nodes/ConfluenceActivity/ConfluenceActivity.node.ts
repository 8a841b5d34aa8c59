import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { confluenceActivityProperties } from './properties.js';
import { runOperation } from './run.js';

/** What people do in Confluence: versions of pages and files, comments, reviews. Source: spec S7, S3. */
export class ConfluenceActivity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Confluence Activity',
		name: 'confluenceActivity',
		icon: { light: 'file:confluenceActivity.svg', dark: 'file:confluenceActivity.dark.svg' },
		group: ['input'],
		version: [1],
		subtitle: '={{ { readChanges: "Read changes", readPageHistory: "Read page history", sampleActivity: "Sample activity" }[$parameter["operation"]] + ($parameter["spaces"] ? ": " + $parameter["spaces"] : "") }}',
		description: 'Read versions, comments, attachments and reviews of Confluence pages as evidence',
		defaults: { name: 'Confluence Activity' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Evidence', 'Unusable', 'Cursor'],
		credentials: [
			{ name: 'confluenceCloudApi', required: true, displayOptions: { show: { operation: ['readChanges', 'readPageHistory'], system: ['confluenceCloud'] } } },
			{ name: 'confluenceDataCenterApi', required: true, displayOptions: { show: { operation: ['readChanges', 'readPageHistory'], system: ['confluenceDataCenter'] } } },
		],
		hints: [
			{
				message: 'Store the cursor after the evidence: connect "Cursor" behind the step that stores or judges "Evidence".',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["operation"] === "readChanges" }}',
			},
		],
		properties: confluenceActivityProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 3, (itemIndex) => runOperation(this, itemIndex), 1);
	}
}
