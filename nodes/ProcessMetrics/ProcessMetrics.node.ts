import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { processMetricsProperties } from './properties.js';
import { runProcessMetrics } from './run.js';

/** EDC evidence → the 12 process metrics with their evidence. Source: spec S1. */
export class ProcessMetrics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Process Metrics',
		name: 'processMetrics',
		icon: { light: 'file:processMetrics.svg', dark: 'file:processMetrics.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ {study: "Whole study", eachSite: "Each site", subjects: "Listed subjects"}[$parameter["scope"]] }}',
		description: 'Calculate the 12 process metrics of a clinical study from EDC evidence, each with its formula, coverage and evidence',
		defaults: { name: 'Process Metrics' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Metrics', 'Unusable'],
		properties: processMetricsProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runProcessMetrics(this);
	}
}
