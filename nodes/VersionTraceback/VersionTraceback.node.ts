import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { asNodeError } from '../shared/items.js';
import { versionTracebackProperties } from './properties.js';
import { OUTPUTS, runVersionTraceback, type Operation } from './run.js';

/** Versions of submission documents: captured into hash-chained lineages, traced under an acceptance number, verified and reported. Source: spec S3. */
export class VersionTraceback implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Version Traceback',
		name: 'versionTraceback',
		icon: { light: 'file:versionTraceback.svg', dark: 'file:versionTraceback.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"].replace(/([A-Z])/g, " $1").replace(/^./, letter => letter.toUpperCase()) }}',
		description: 'Trace every version of the documents behind an acceptance number: what was in force, what an auditor has to look at, and whether anything was altered',
		defaults: { name: 'Version Traceback' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]].map(name => ({ type: "${NodeConnectionTypes.Main}", displayName: name })) }}`,
		hints: [
			{
				message: 'Without known versions every version starts a new chain. Give the stored ones in "Known Versions".',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["operation"] === "capture" && $parameter["knownVersions"] === "[]" }}',
			},
			{
				message: 'Without anchors an intact chain proves only that it is consistent in itself. Keep the anchor of a report or verdict outside: in a mail, in Git, on paper.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["operation"] === "verify" && $parameter["anchors"] === "[]" }}',
			},
		],
		properties: versionTracebackProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		try {
			return await runVersionTraceback(this, operation);
		} catch (error) {
			const nodeError = asNodeError(this, error, 0);
			if (!this.continueOnFail()) throw nodeError;
			const failed: INodeExecutionData = { json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } };
			const { length } = OUTPUTS[operation];
			return OUTPUTS[operation].map((_, output) => (output === length - 1 ? [failed] : []));
		}
	}
}
