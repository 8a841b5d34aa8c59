import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { dashboardPageProperties } from './properties.js';
import { makePage, planPage } from './run.js';

/** Query of a web address → what has to be read for it; rows → the page, or what it shows as CSV or JSON. Source: spec S18, S10. */
export class DashboardPage implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Dashboard Page',
		name: 'dashboardPage',
		icon: { light: 'file:dashboardPage.svg', dark: 'file:dashboardPage.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] === "plan" ? "Work out what to read" : "Make the page" }}',
		description: 'Make the pages of the dashboard: lights, cards, milestones, tasks and metrics with charts, each number leading to its records',
		defaults: { name: 'Dashboard Page' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: dashboardPageProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 1, (itemIndex) => (this.getNodeParameter('operation', itemIndex) === 'plan' ? planPage(this, itemIndex) : makePage(this, itemIndex)));
	}
}
