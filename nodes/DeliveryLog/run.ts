import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { foldDeliveries } from '../../core/delivery/deliveries.js';
import { emailOfTask } from '../../core/delivery/email.js';
import { messageOfTask } from '../../core/delivery/message.js';
import { claimRow } from '../../core/delivery/outcome.js';
import { readTask } from '../../core/task/row.js';
import { formatInstant } from '../../core/time/zone.js';
import { UserMessage, type OutputsOfItem } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

/** Number of each output of "Find Due Deliveries"; the order never changes within a version. */
export const DUE_OUTPUTS = { due: 0, giveUp: 1, unusable: 2 } as const;

/** The row that claims an attempt, with the task to send and, for e-mail, the finished message. */
export function claimAttempt(context: IExecuteFunctions, itemIndex: number, now: number): OutputsOfItem {
	const channel = context.getNodeParameter('channel', itemIndex) as string;
	const target = (context.getNodeParameter('target', itemIndex) as string).trim();
	const attempt = context.getNodeParameter('attempt', itemIndex) as number;
	const uncertain = context.getNodeParameter('uncertain', itemIndex, 0) as number;
	const reading = readTask(jsonParameter(context, 'task', 'Task', itemIndex));
	if (reading.task === null) throw new UserMessage(reading.reason, 'Connect the output of the Assessment Task node, or read the column "payload" of the task inbox.');
	const message = messageOfTask(reading.task, channel, { target, inboxUrl: null, repeated: uncertain > 0 });
	const domain = context.getNodeParameter('senderDomain', itemIndex, 'example.com') as string;
	const email = channel === 'email' ? { email: emailOfTask(reading.task, { domain }) } : {};
	return [[{ ...claimRow({ message, channel, target, attempt }, now), uncertain, target, task: reading.task, ...email }]];
}

/** All rows of the log together: which deliveries are due now, which are given up, which rows can't be read. */
export async function findDue(context: IExecuteFunctions, now: number): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const items = context.getInputData();
	const rows = items.map(({ json }) => json).filter((row) => Object.keys(row).length > 0);
	if (rows.length === 0) return outputs;
	const staleAfter = (context.getNodeParameter('staleMinutes', 0) as number) * 60_000;
	const { deliveries, unusable } = foldDeliveries(rows, { asOf: now, staleAfter });
	await sleep(0);
	const itemsOf = new Map<string, Array<{ item: number }>>();
	const targetOf = new Map<string, string>();
	items.forEach(({ json }, item) => {
		const key = typeof json['deliveryKey'] === 'string' ? json['deliveryKey'] : '';
		const known = itemsOf.get(key);
		if (known === undefined) itemsOf.set(key, [{ item }]);
		else known.push({ item });
		targetOf.set(key, targetIn(json['payload']) ?? targetOf.get(key) ?? 'default');
	});
	for (const delivery of deliveries.values()) {
		if (delivery.action === 'none' || delivery.action === 'wait') continue;
		const { deliveryKey, taskKey, channel, attempts, uncertain } = delivery;
		const pairedItem = itemsOf.get(deliveryKey) ?? [{ item: 0 }];
		if (delivery.action === 'giveUp') {
			const reason = delivery.reason === '' ? 'The attempt was interrupted and may have arrived; sending it once more could double it.' : delivery.reason;
			const row = { deliveryKey, taskKey, channel, state: 'deadLetter', attempt: attempts, reason, at: formatInstant(now), nextAttemptAt: '', payload: '{}' };
			outputs[DUE_OUTPUTS.giveUp]?.push({ json: row, pairedItem });
			continue;
		}
		// A claim without receipt may have been sent: the next message says that it is a repetition.
		const json: IDataObject = { deliveryKey, taskKey, channel, target: targetOf.get(deliveryKey) ?? 'default', attempt: attempts + 1, uncertain: delivery.action === 'resend' ? Math.max(1, uncertain) : uncertain };
		outputs[DUE_OUTPUTS.due]?.push({ json, pairedItem });
	}
	for (const { row, reason } of unusable) outputs[DUE_OUTPUTS.unusable]?.push({ json: { reason, input: rows[row] ?? {} }, pairedItem: { item: row } });
	return outputs;
}

function targetIn(payload: unknown): string | null {
	if (typeof payload !== 'string') return null;
	try {
		const parsed = JSON.parse(payload) as { target?: unknown } | null;
		return typeof parsed?.target === 'string' ? parsed.target : null;
	} catch {
		return null;
	}
}
