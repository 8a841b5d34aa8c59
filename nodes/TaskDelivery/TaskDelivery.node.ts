import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { OUTPUTS, paced } from './outputs.js';
import { taskDeliveryProperties } from './properties.js';
import { deliver } from './run.js';

/** Sends a task to a webhook or a chat robot; one row of the delivery log per item. Source: spec S17. */
export class TaskDelivery implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Task Delivery',
		name: 'taskDelivery',
		icon: { light: 'file:taskDelivery.svg', dark: 'file:taskDelivery.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ {webhook: "Webhook", feishu: "Feishu", dingtalk: "DingTalk", wecom: "WeCom"}[$parameter["channel"]] }}',
		description: 'Send a task to a signed webhook or a Feishu, DingTalk or WeCom robot, and tell what became of it',
		defaults: { name: 'Task Delivery' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Delivered', 'Retry Later', 'Dead Letter'],
		credentials: [
			{ name: 'signedWebhookApi', required: true, displayOptions: { show: { channel: ['webhook'] } } },
			{ name: 'feishuRobotApi', required: true, displayOptions: { show: { channel: ['feishu'] } } },
			{ name: 'dingTalkRobotApi', required: true, displayOptions: { show: { channel: ['dingtalk'] } } },
			{ name: 'weComRobotApi', required: true, displayOptions: { show: { channel: ['wecom'] } } },
		],
		properties: taskDeliveryProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 3, paced(this, deliver), OUTPUTS.deadLetter);
	}
}
