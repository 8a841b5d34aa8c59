import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { coachingMinutesProperties } from './properties.js';
import { runCoachingMinutes } from './run.js';

/** Minutes of coaching talks → talks with their citations of process data, each with the quoted sentence. Source: spec S8. */
export class CoachingMinutes implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Coaching-Minutes Scan',
		name: 'coachingMinutes',
		icon: { light: 'file:coachingMinutes.svg', dark: 'file:coachingMinutes.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["termsFrom"] === "standard" ? "Standard terms" : $parameter["termsFrom"] === "added" ? "Standard and own terms" : "Own terms" }}',
		description: 'Find the sentences of coaching talks in which the manager cites process data, in English and Chinese',
		defaults: { name: 'Coaching-Minutes Scan' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Talks', 'Citations', 'Not Counted', 'Unusable'],
		hints: [
			{
				message: 'Without people a speaker is only known by what the talk itself says. Give the rows of pt_people in "People", or the field managerNames in each talk.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["people"] === "[]" }}',
			},
			{
				message: 'Quoted sentences are personal data of manager and employee. Store them only where those may see them who may see the talk.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["notCounted"] }}',
			},
		],
		properties: coachingMinutesProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runCoachingMinutes(this);
	}
}
