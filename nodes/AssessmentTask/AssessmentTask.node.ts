import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { forEachItem } from '../shared/items.js';
import { assessmentTaskProperties } from './properties.js';
import { assessmentTaskOf } from './run.js';

/** Milestone + metrics + assignee → task. Source: spec S1. */
export class AssessmentTask implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Assessment Task',
		name: 'assessmentTask',
		icon: { light: 'file:assessmentTask.svg', dark: 'file:assessmentTask.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["language"] === "zh-CN" ? "中文" : "English" }}',
		description: 'Make the assessment task of a milestone: who, until when, what happened, the 12 process metrics and the evidence',
		defaults: { name: 'Assessment Task' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: assessmentTaskProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, 1, (itemIndex) => [[assessmentTaskOf(this, itemIndex)]]);
	}
}
