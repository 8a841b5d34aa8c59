import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { healthMetricProperties } from './properties.js';
import { runHealthMetrics } from './run.js';

/** Rows of goals, talks, suggestions, stages … → health metrics with their evidence, and alarms. Source: spec S5, S8, S11, S12, S13, S15. */
export class HealthMetricCalculator implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Health-Metric Calculator',
		name: 'healthMetricCalculator',
		icon: { light: 'file:healthMetricCalculator.svg', dark: 'file:healthMetricCalculator.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["metrics"].length + " metric(s) by " + {week: "week", month: "month", quarter: "quarter", halfYear: "half-year", year: "year", custom: "custom period"}[$parameter["periodUnit"]] }}',
		description: 'Calculate health metrics of goals, coaching, feedback and processes by person, team, department and company, each with numerator, denominator, interval and evidence',
		defaults: { name: 'Health-Metric Calculator' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Metrics', 'Alarms', 'Unusable'],
		hints: [
			{
				message: 'Without known figures a changed past period is not marked as restated, and an alarm is new in each run. Give the rows of earlier runs in "Known Figures".',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["knownFigures"] === "[]" }}',
			},
			{
				message: 'Figures of persons are for the person and whoever may see that person’s data. Filter them by visibility before anything leaves the workflow.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["levels"].includes("person") }}',
			},
		],
		properties: healthMetricProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runHealthMetrics(this);
	}
}
