import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { dueDeliveries } from '../../core/delivery/due.js';
import { emailOfTask } from '../../core/delivery/email.js';
import { messageOfTask } from '../../core/delivery/message.js';
import { claimRow } from '../../core/delivery/outcome.js';
import { readTask } from '../../core/task/row.js';
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
export function findDue(context: IExecuteFunctions, now: number): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], [], []];
	// An empty table is read as one empty item.
	const rows = context.getInputData().flatMap(({ json }, item) => (Object.keys(json).length > 0 ? [{ json, item }] : []));
	if (rows.length === 0) return outputs;
	const staleAfter = (context.getNodeParameter('staleMinutes', 0) as number) * 60_000;
	const { due, giveUp, unusable } = dueDeliveries(rows.map(({ json }) => json), { asOf: now, staleAfter });
	const itemsOf = new Map<unknown, Array<{ item: number }>>();
	for (const { json, item } of rows) {
		const known = itemsOf.get(json['deliveryKey']);
		if (known === undefined) itemsOf.set(json['deliveryKey'], [{ item }]);
		else known.push({ item });
	}
	const linked = (delivery: { readonly deliveryKey: string }): INodeExecutionData => ({ json: { ...delivery }, pairedItem: itemsOf.get(delivery.deliveryKey) ?? [] });
	outputs[DUE_OUTPUTS.due] = due.map(linked);
	outputs[DUE_OUTPUTS.giveUp] = giveUp.map(linked);
	outputs[DUE_OUTPUTS.unusable] = unusable.map(({ row, reason }) => ({ json: { reason, input: rows[row]?.json ?? {} }, pairedItem: { item: rows[row]?.item ?? 0 } }));
	return outputs;
}
