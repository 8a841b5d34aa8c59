import type { Names, WorkflowSource } from '../builder.js';
import { CLAIMS_TABLE, postgres } from '../claims.js';
import { WORKFLOW_IDS } from '../ids.js';
import { condition, createTable, gate, insertRow, manualTrigger, onlyFirst, own, readRows, route, sameNamedColumns, scheduleTrigger, settingsNode, switchedOff, updateRows, upsertRow } from '../parts.js';
import { sampleTask } from './sampleTask.js';
import { texts } from './texts.js';

/** One statement decides: the first execution gets the row back; another only when the first left it unfinished too long. */
const CLAIM = `INSERT INTO pt_claims (claim_key, execution) VALUES ($1, $2)
ON CONFLICT (claim_key) DO UPDATE SET execution = EXCLUDED.execution, claimed_at = now()
WHERE NOT pt_claims.finished AND pt_claims.claimed_at < now() - make_interval(secs => $3)
RETURNING claim_key`;

const FINISH = 'UPDATE pt_claims SET finished = true WHERE claim_key = $1 RETURNING claim_key';

/** The task in hand, wherever in the chain it is asked for. */
const task = ({ ref }: Names, field: string): string => `${ref('tasks')}.item.json.${field}`;

/** Stores tasks in the inbox and sends them on: every task once, however often it is handed in. Source: spec S17. */
export const taskDelivery: WorkflowSource = {
	id: WORKFLOW_IDS.taskDelivery,
	fileName: 'shared-task-delivery',
	texts,
	errorWorkflow: WORKFLOW_IDS.errorHandler,
	settings: () => [
		{ key: 'channel', type: 'string', value: 'inbox' },
		{ key: 'target', type: 'string', value: 'default' },
		{ key: 'emailFrom', type: 'string', value: 'performance-trace@example.com' },
		{ key: 'emailFallback', type: 'string', value: 'hr-inbox@example.com' },
		{ key: 'maximumAttempts', type: 'number', value: 5 },
		{ key: 'staleMinutes', type: 'number', value: 10 },
		{ key: 'claims', type: 'string', value: 'dataTable' },
	],
	nodes: (names) => {
		const { ref, setting } = names;
		const due = `${ref('due')}.item.json`;
		const receipt = (state: string, reason: string, nextAttemptAt: string): Record<string, string> => ({
			deliveryKey: `={{ ${due}.deliveryKey }}`,
			taskKey: `={{ ${due}.taskKey }}`,
			channel: `={{ ${due}.channel }}`,
			state,
			attempt: `={{ ${due}.attempt }}`,
			reason,
			at: '={{ $now.toUTC().toISO() }}',
			nextAttemptAt,
			execution: '={{ $execution.id }}',
			payload: `={{ JSON.stringify({ target: ${due}.target }) }}`,
		});
		// What comes out of a channel's node that is switched off is still the claim that went in.
		const off = "$json.state === 'claimed'";
		const switchedOffReason = JSON.stringify(names.language === 'en' ? 'The node of this channel is switched off in this workflow. Switch it on, choose its credential and publish again.' : '该渠道的节点在本工作流中处于停用状态。请启用节点、选择凭据并重新发布。');
		const logged = { ...sameNamedColumns('pt_deliveries'), execution: '={{ $execution.id }}' };
		const channelOptions = { uncertain: `={{ ${due}.uncertain }}`, maximumAttempts: `={{ ${setting('maximumAttempts')} }}` };
		const send = { task: `={{ ${due}.task }}`, target: `={{ ${due}.target }}`, attempt: `={{ ${due}.attempt }}`, options: channelOptions };
		const claimParameters = { operation: 'claim', senderDomain: `={{ ${setting('emailFrom')}.split('@').pop() }}` };
		const unassignedReason = `(${task(names, 'unassignedReason')} ?? {})[${task(names, 'language')}] ?? ''`;
		return {
			called: { type: 'n8n-nodes-base.executeWorkflowTrigger', version: 1.1, at: [0, 0], parameters: { inputSource: 'passthrough' } },
			tryIt: manualTrigger([0, 220]),
			sample: { type: 'n8n-nodes-base.set', version: 3.4, at: [220, 220], parameters: { mode: 'raw', jsonOutput: JSON.stringify(sampleTask(names.language), null, 2), options: {} } },
			timer: scheduleTrigger([220, 440], { field: 'minutes', minutesInterval: 5 }),
			settings: settingsNode([480, 440]),
			tasksTable: createTable('pt_tasks', [700, 440]),
			deliveriesTable: createTable('pt_deliveries', [920, 440]),
			unassignedTable: createTable('pt_unassigned', [1140, 440]),
			sweep: condition([1380, 440], `={{ ${ref('timer')}.isExecuted }}`, 'true'),
			tasks: gate([1380, 0]),
			inQueueMode: condition([1620, 0], `={{ ${setting('claims')} }}`, 'equals', 'postgres'),
			claimsTable: postgres([1860, -200], CLAIMS_TABLE, null, { executeOnce: true }),
			claimable: gate([2100, -200]),
			claim: postgres([2340, -200], CLAIM, `={{ [${task(names, 'key')}, $execution.id, ${setting('staleMinutes')} * 60] }}`),
			// A task that comes through the claim node unchanged means that the node is switched off: better stored twice than lost.
			claimed: condition([2580, -200], "={{ $json.claim_key || $json.key || '' }}", 'notEmpty'),
			store: upsertRow('pt_tasks', [2820, 0], 'taskKey', {
				taskKey: `={{ ${task(names, 'key')} }}`,
				kind: `={{ ${task(names, 'kind')} }}`,
				title: `={{ ${task(names, 'title')} }}`,
				assignee: `={{ ${task(names, 'assignee?.name')} ?? '' }}`,
				assigneeEmail: `={{ ${task(names, 'assignee?.email')} ?? '' }}`,
				dueDate: `={{ ${task(names, 'dueDate')} ?? '' }}`,
				subject: `={{ ${task(names, 'subject')} }}`,
				explanation: `={{ ${task(names, 'explanation')}[${task(names, 'language')}] }}`,
				body: `={{ ${task(names, 'body')} }}`,
				payload: `={{ JSON.stringify(${ref('tasks')}.item.json) }}`,
				createdAtSource: `={{ ${task(names, 'createdAt')} }}`,
				execution: '={{ $execution.id }}',
			}),
			// An end of its own: it changes only tasks that are new, so its items are not those that go on.
			open: updateRows('pt_tasks', [480, 1100], [{ column: 'taskKey', value: `={{ ${task(names, 'key')} }}` }, { column: 'status', is: 'isEmpty' }], { status: 'open' }),
			finishNeeded: condition([480, 920], `={{ ${setting('claims')} }}`, 'equals', 'postgres'),
			finish: postgres([720, 780], FINISH, `={{ [${task(names, 'key')}] }}`),
			stored: { type: 'n8n-nodes-base.noOp', version: 1, at: [1080, 920] },
			// Lowest on the canvas and so last: what a calling workflow gets back.
			done: { type: 'n8n-nodes-base.noOp', version: 1, at: [1440, 1280] },
			isUnassigned: condition([1440, 1100], `={{ ${unassignedReason} }}`, 'notEmpty'),
			keepUnassigned: upsertRow('pt_unassigned', [1680, 1100], 'unassignedKey', {
				unassignedKey: `={{ ${task(names, 'key')} }}`,
				what: `={{ ${task(names, 'title')} }}`,
				reason: `={{ ${unassignedReason} }}`,
				reference: `={{ ${task(names, 'key')} }}`,
				since: `={{ ${task(names, 'createdAt')} }}`,
			}),
			withChannel: condition([1440, 920], `={{ ${setting('channel')} }}`, 'equals', 'inbox'),
			claimFirst: own('deliveryLog', [1680, 920], { ...claimParameters, task: `={{ ${ref('tasks')}.item.json }}`, channel: `={{ ${setting('channel')} }}`, target: `={{ ${setting('target')} }}`, attempt: 1 }),
			readDeliveries: readRows('pt_deliveries', [1640, 440]),
			findDue: own('deliveryLog', [1880, 440], { operation: 'findDue', staleMinutes: `={{ ${setting('staleMinutes')} }}` }),
			logGiveUp: insertRow('pt_deliveries', [2140, 580], logged),
			dueTasks: readRows('pt_tasks', [2140, 400], [{ column: 'taskKey', value: '={{ $json.taskKey }}' }], { executeOnce: false, alwaysOutputData: false }),
			claimAgain: own('deliveryLog', [2380, 400], {
				...claimParameters,
				task: '={{ $json.payload }}',
				channel: `={{ ${ref('findDue')}.item.json.channel }}`,
				target: `={{ ${ref('findDue')}.item.json.target }}`,
				attempt: `={{ ${ref('findDue')}.item.json.attempt }}`,
				uncertain: `={{ ${ref('findDue')}.item.json.uncertain }}`,
			}),
			due: { type: 'n8n-nodes-base.noOp', version: 1, at: [480, 1720] },
			logClaim: insertRow('pt_deliveries', [720, 1720], logged),
			readClaim: {
				...readRows('pt_deliveries', [960, 1720], [
					{ column: 'deliveryKey', value: `={{ ${due}.deliveryKey }}` },
					{ column: 'attempt', value: `={{ ${due}.attempt }}` },
					{ column: 'state', value: 'claimed' },
				]),
				options: {},
			},
			firstClaim: onlyFirst([1200, 1720]),
			won: condition([1440, 1720], "={{ $json.execution === $execution.id ? 'yes' : '' }}", 'notEmpty'),
			route: route([1680, 1720], `={{ ${due}.channel }}`, ['email', 'webhook', 'feishu', 'dingtalk', 'wecom']),
			email: switchedOff({
				type: 'n8n-nodes-base.emailSend',
				version: 2.1,
				at: [1960, 1420],
				parameters: {
					resource: 'email',
					operation: 'send',
					fromEmail: `={{ ${setting('emailFrom')} }}`,
					toEmail: `={{ ${due}.email.to || ${setting('emailFallback')} }}`,
					subject: `={{ ${due}.email.subject }}`,
					emailFormat: 'html',
					html: `={{ ${due}.email.html }}`,
					options: { appendAttribution: false },
				},
				options: { onError: 'continueErrorOutput' },
			}),
			webhook: switchedOff(own('taskDelivery', [1960, 1600], { channel: 'webhook', ...send })),
			feishu: switchedOff(own('taskDelivery', [1960, 1780], { channel: 'feishu', ...send })),
			dingtalk: switchedOff(own('taskDelivery', [1960, 1960], { channel: 'dingtalk', ...send })),
			wecom: switchedOff(own('taskDelivery', [1960, 2140], { channel: 'wecom', ...send })),
			mailAgain: condition([2200, 1500], `={{ ${due}.attempt < ${setting('maximumAttempts')} }}`, 'true'),
			logMailed: insertRow('pt_deliveries', [2440, 1360], receipt(`={{ ${off} ? 'deadLetter' : 'delivered' }}`, `={{ ${off} ? ${switchedOffReason} : '' }}`, '')),
			logMailRetry: insertRow('pt_deliveries', [2440, 1540], receipt('retry', "={{ $json.error?.message ?? $json.error ?? '' }}", '={{ $now.plus({ minutes: 10 }).toUTC().toISO() }}')),
			logMailDead: insertRow('pt_deliveries', [2440, 1720], receipt('deadLetter', "={{ $json.error?.message ?? $json.error ?? '' }}", '')),
			logReceipt: insertRow('pt_deliveries', [2440, 1960], { ...logged, state: `={{ ${off} ? 'deadLetter' : $json.state }}`, reason: `={{ ${off} ? ${switchedOffReason} : $json.reason }}` }),
		};
	},
	connections: [
		['called', 'settings'],
		['called', 'tasks', 0, 1],
		['tryIt', 'sample'],
		['sample', 'settings'],
		['sample', 'tasks', 0, 1],
		['timer', 'settings'],
		['settings', 'tasksTable'],
		['tasksTable', 'deliveriesTable'],
		['deliveriesTable', 'unassignedTable'],
		['unassignedTable', 'sweep'],
		['unassignedTable', 'tasks', 0, 0],
		['tasks', 'inQueueMode'],
		['inQueueMode', 'claimsTable', 0],
		['inQueueMode', 'claimable', 0, 1],
		['claimsTable', 'claimable', 0, 0],
		['claimable', 'claim'],
		['claim', 'claimed'],
		['claimed', 'store', 0],
		['inQueueMode', 'store', 1],
		['store', 'open'],
		['store', 'finishNeeded'],
		['finishNeeded', 'finish', 0],
		['finishNeeded', 'stored', 1],
		['finish', 'stored'],
		['stored', 'withChannel'],
		['stored', 'isUnassigned'],
		['stored', 'done'],
		['isUnassigned', 'keepUnassigned', 0],
		['withChannel', 'claimFirst', 1],
		['claimFirst', 'due'],
		['sweep', 'readDeliveries', 0],
		['readDeliveries', 'findDue'],
		['findDue', 'dueTasks', 0],
		['findDue', 'logGiveUp', 1],
		['dueTasks', 'claimAgain'],
		['claimAgain', 'due'],
		['due', 'logClaim'],
		['logClaim', 'readClaim'],
		['readClaim', 'firstClaim'],
		['firstClaim', 'won'],
		['won', 'route', 0],
		['route', 'email', 0],
		['route', 'webhook', 1],
		['route', 'feishu', 2],
		['route', 'dingtalk', 3],
		['route', 'wecom', 4],
		['email', 'logMailed', 0],
		['email', 'mailAgain', 1],
		['mailAgain', 'logMailRetry', 0],
		['mailAgain', 'logMailDead', 1],
		...['webhook', 'feishu', 'dingtalk', 'wecom'].flatMap((node) => [0, 1, 2].map((output) => [node, 'logReceipt', output] as const)),
	],
	notes: {
		main: { at: [-640, -160], size: [560, 760], kind: 'main' },
		inbox: { at: [960, 680], size: [420, 180], kind: 'section' },
		channels: { at: [480, 1480], size: [680, 180], kind: 'section' },
	},
};
