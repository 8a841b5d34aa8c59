import type { WorkflowSource } from '../builder.js';
import { WORKFLOW_IDS } from '../ids.js';
import { createTable, gate, manualTrigger, settingsNode, upsertRow } from '../parts.js';
import { texts } from './texts.js';

/** Keeps every failed execution of the pack where an administrator sees it: which workflow, which node, why, and where to look. */
export const errorHandler: WorkflowSource = {
	id: WORKFLOW_IDS.errorHandler,
	fileName: 'shared-error-handler',
	texts,
	settings: () => [{ key: 'messageLength', type: 'number', value: 2000 }],
	nodes: ({ setting }) => ({
		failed: { type: 'n8n-nodes-base.errorTrigger', version: 1, at: [0, 0] },
		tryIt: manualTrigger([0, 240]),
		sample: {
			type: 'n8n-nodes-base.set',
			version: 3.4,
			at: [220, 240],
			parameters: {
				mode: 'raw',
				jsonOutput: JSON.stringify(
					{
						workflow: { id: 'sample', name: '01' },
						execution: { id: 'sample-1', url: 'http://localhost:5678/execution/sample-1', mode: 'webhook', lastNodeExecuted: 'EDC', error: { message: 'Sample: the EDC answered 503.' } },
					},
					null,
					2,
				),
				options: {},
			},
		},
		settings: settingsNode([480, 120]),
		errorsTable: createTable('pt_errors', [700, 120]),
		failures: gate([940, 0]),
		store: upsertRow('pt_errors', [1180, 0], 'errorKey', {
			errorKey: "={{ $json.execution?.id ?? ($json.workflow?.id + '-' + ($json.trigger?.error?.name ?? 'trigger')) }}",
			workflow: "={{ $json.workflow?.name ?? '' }}",
			node: "={{ $json.execution?.lastNodeExecuted ?? $json.trigger?.error?.node?.name ?? '' }}",
			message: `={{ ($json.execution?.error?.message ?? $json.trigger?.error?.message ?? '').slice(0, ${setting('messageLength')}) }}`,
			execution: "={{ $json.execution?.id ?? '' }}",
			url: "={{ $json.execution?.url ?? '' }}",
			at: '={{ $now.toUTC().toISO() }}',
		}),
	}),
	connections: [
		['failed', 'settings'],
		['failed', 'failures', 0, 1],
		['tryIt', 'sample'],
		['sample', 'settings'],
		['sample', 'failures', 0, 1],
		['settings', 'errorsTable'],
		['errorsTable', 'failures', 0, 0],
		['failures', 'store'],
	],
	notes: {
		main: { at: [-560, -260], size: [480, 620], kind: 'main' },
		keep: { at: [940, -260], size: [460, 180], kind: 'section' },
	},
};
