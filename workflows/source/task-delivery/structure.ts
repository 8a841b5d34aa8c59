import type { Names, NodeSpecification, WorkflowSource } from '../builder.js';
import { WORKFLOW_IDS } from '../ids.js';
import { condition, createTable, gate, insertRow, manualTrigger, own, readRows, scheduleTrigger, settingsNode, upsertRow } from '../parts.js';
import { sampleTask } from './sampleTask.js';
import { texts } from './texts.js';

const CLAIMS_TABLE = `CREATE TABLE IF NOT EXISTS pt_claims (
  claim_key text PRIMARY KEY,
  execution text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  finished boolean NOT NULL DEFAULT false
);`;

/** One statement decides: the first execution gets the row back; another only when the first left it unfinished too long. */
const CLAIM = `INSERT INTO pt_claims (claim_key, execution) VALUES ($1, $2)
ON CONFLICT (claim_key) DO UPDATE SET execution = EXCLUDED.execution, claimed_at = now()
WHERE NOT pt_claims.finished AND pt_claims.claimed_at < now() - make_interval(secs => $3)
RETURNING claim_key`;

const FINISH = 'UPDATE pt_claims SET finished = true WHERE claim_key = $1 RETURNING claim_key';

function postgres(at: readonly [number, number], query: string, replacements: string | null, options: Readonly<Record<string, unknown>> = {}): NodeSpecification {
	return {
		type: 'n8n-nodes-base.postgres',
		version: 2.5,
		at,
		parameters: { operation: 'executeQuery', query, options: { queryBatching: 'independently', ...(replacements === null ? {} : { queryReplacement: replacements }) } },
		options,
	};
}

const task = ({ ref }: Names, field: string): string => `${ref('tasks')}.item.json.${field}`;

/** Stores tasks in the inbox and sends them on: every task once, however often it is handed in. Source: spec S17. */
export const taskDelivery: WorkflowSource = {
	id: WORKFLOW_IDS.taskDelivery,
	fileName: 'shared-task-delivery',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	settings: () => [
		{ key: 'channel', type: 'string', value: 'inbox' },
		{ key: 'language', type: 'string', value: 'en' },
		{ key: 'emailFrom', type: 'string', value: 'performance-trace@example.com' },
		{ key: 'emailFallback', type: 'string', value: 'hr-inbox@example.com' },
		{ key: 'maximumAttempts', type: 'number', value: 5 },
		{ key: 'staleMinutes', type: 'number', value: 10 },
		{ key: 'claims', type: 'string', value: 'dataTable' },
	],
	nodes: (names) => {
		const { ref, setting } = names;
		const deliveryKey = `{{ ${ref('due')}.item.json.deliveryKey }}`;
		const log = (state: string, extra: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
			deliveryKey: `=${deliveryKey}`,
			taskKey: `={{ ${ref('due')}.item.json.task.key }}`,
			channel: `={{ ${ref('due')}.item.json.channel }}`,
			state,
			attempt: `={{ ${ref('due')}.item.json.attempt }}`,
			at: '={{ $now.toUTC().toISO() }}',
			execution: '={{ $execution.id }}',
			...extra,
		});
		return {
			called: { type: 'n8n-nodes-base.executeWorkflowTrigger', version: 1.1, at: [0, 0], parameters: { inputSource: 'passthrough' } },
			tryIt: manualTrigger([0, 240]),
			sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [220, 240], parameters: { mode: 'raw', jsonOutput: JSON.stringify(sampleTask(names.language), null, 2), options: {} } },
			timer: scheduleTrigger([0, 480], { field: 'minutes', minutesInterval: 5 }),
			settings: settingsNode([480, 240]),
			tasksTable: createTable('pt_tasks', [700, 240]),
			deliveriesTable: createTable('pt_deliveries', [920, 240]),
			unassignedTable: createTable('pt_unassigned', [1140, 240]),
			tasks: gate([1400, 0]),
			inQueueMode: condition([1640, 0], `={{ ${setting('claims')} }}`, 'equals', 'postgres'),
			claimsTable: postgres([1880, -200], CLAIMS_TABLE, null, { executeOnce: true }),
			claim: postgres([2120, -200], CLAIM, `={{ [${task(names, 'key')}, $execution.id, ${setting('staleMinutes')} * 60] }}`),
			claimed: condition([2360, -200], '={{ $json.claim_key }}', 'notEmpty'),
			store: upsertRow('pt_tasks', [2600, 0], 'taskKey', {
				taskKey: `={{ ${task(names, 'key')} }}`,
				kind: `={{ ${task(names, 'kind')} }}`,
				title: `={{ ${task(names, 'title')} }}`,
				assignee: `={{ ${task(names, 'assignee?.name')} ?? '' }}`,
				assigneeEmail: `={{ ${task(names, 'assignee?.email')} ?? '' }}`,
				dueDate: `={{ ${task(names, 'dueDate')} ?? '' }}`,
				subject: `={{ ${task(names, 'subject')} }}`,
				explanation: `={{ ${task(names, 'explanation')}[${task(names, 'language')}] }}`,
				body: `={{ ${task(names, 'body')} }}`,
				payload: `={{ JSON.stringify(${task(names, '')}) }}`.replace('.json.)', '.json)'),
				createdAtSource: `={{ ${task(names, 'createdAt')} }}`,
				execution: '={{ $execution.id }}',
			}),
			open: {
				type: 'n8n-nodes-base.dataTable',
				version: 1.1,
				at: [2840, 0],
				parameters: {
					resource: 'row',
					operation: 'update',
					dataTableId: { __rl: true, mode: 'name', value: 'pt_tasks' },
					matchType: 'allConditions',
					filters: { conditions: [{ keyName: 'taskKey', condition: 'eq', keyValue: `={{ ${task(names, 'key')} }}` }, { keyName: 'status', condition: 'isEmpty' }] },
					columns: { mappingMode: 'defineBelow', value: { status: 'open' }, matchingColumns: [], schema: [{ id: 'status', displayName: 'status', required: false, defaultMatch: false, display: true, type: 'string', readOnly: false, removed: false }] },
					options: {},
				},
				options: { alwaysOutputData: true },
			},
			stored: { type: 'n8n-nodes-base.noOp', version: 1, at: [3080, 0] },
		};
	},
	connections: [],
	notes: {},
};
