import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { deliveryKey } from '../../core/delivery/channel.js';
import { buildAssessmentTask } from '../../core/task/assessmentTask.js';
import { taskToRow } from '../../core/task/row.js';
import { DeliveryLog } from '../../nodes/DeliveryLog/DeliveryLog.node.js';
import { input } from '../core/task/sample.js';
import { runNode } from './fakeContext.js';

const task = buildAssessmentTask(input());
const node = new DeliveryLog();
const claim = (item: object, parameters: Readonly<Record<string, unknown>> = {}, continueOnFail = false): Promise<INodeExecutionData[][]> =>
	runNode(node, { items: [item], parameters: (json) => ({ operation: 'claim', task: json, channel: 'feishu', target: 'project-managers', attempt: 1, ...parameters }), continueOnFail });
const findDue = (rows: readonly object[]): Promise<INodeExecutionData[][]> => runNode(node, { items: rows, parameters: () => ({ operation: 'findDue', staleMinutes: 10 }) });

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const row = (deliveryKeyText: string, state: string, more: Readonly<Record<string, unknown>> = {}): object => ({
	deliveryKey: deliveryKeyText,
	taskKey: `task-${deliveryKeyText}`,
	channel: 'feishu',
	state,
	attempt: 1,
	reason: '',
	at: minutesAgo(60),
	nextAttemptAt: '',
	payload: JSON.stringify({ target: 'project-managers' }),
	...more,
});
const keys = (items: readonly INodeExecutionData[] | undefined): unknown[] => (items ?? []).map(({ json }) => json['deliveryKey']);

describe('S17: Delivery Log, Claim Attempt', () => {
	it('gives the row that claims the attempt, with the key of task, channel and target, and the task to send', async () => {
		const [claims] = await claim(task);
		expect(claims?.[0]?.json).toMatchObject({ deliveryKey: deliveryKey(task.key, 'feishu', 'project-managers'), taskKey: task.key, channel: 'feishu', state: 'claimed', attempt: 1, uncertain: 0, target: 'project-managers' });
		expect(claims?.[0]?.json['task']).toEqual(task);
	});

	it('reads a stored task too, and gives the same key for every further attempt', async () => {
		const { payload } = taskToRow(task);
		const [claims] = await claim({}, { task: payload, attempt: 3 });
		expect(claims?.[0]?.json).toMatchObject({ deliveryKey: deliveryKey(task.key, 'feishu', 'project-managers'), attempt: 3 });
	});

	it('gives an e-mail ready to send, and for no other channel', async () => {
		const [mails] = await claim(task, { channel: 'email', senderDomain: 'example.com' });
		expect(mails?.[0]?.json['email']).toMatchObject({ subject: expect.stringContaining(task.title) as string, html: expect.stringContaining('<') as string, messageId: expect.stringMatching(/@example\.com>$/) as string });
		expect((await claim(task))[0]?.[0]?.json['email']).toBeUndefined();
	});

	it('refuses what is no task with the remedy; with continue on fail the item says so', async () => {
		await expect(claim({ hello: 1 })).rejects.toMatchObject({ description: expect.stringContaining('Assessment Task') as string });
		const [answered] = await claim({ hello: 1 }, {}, true);
		expect(answered?.[0]?.json).toMatchObject({ error: expect.any(String) as string, remedy: expect.any(String) as string });
	});
});

describe('S17: Delivery Log, Find Due Deliveries', () => {
	it('gives nothing for an empty log', async () => {
		expect(await findDue([{}])).toEqual([[], [], []]);
	});

	it('finds what is due again, with the next attempt, and leaves what is delivered, refused or still waiting', async () => {
		const rows = [
			row('waiting', 'claimed'),
			row('waiting', 'retry', { nextAttemptAt: minutesAgo(-30) }),
			row('due', 'claimed'),
			row('due', 'retry', { nextAttemptAt: minutesAgo(1) }),
			row('delivered', 'claimed'),
			row('delivered', 'delivered'),
			row('dead', 'deadLetter', { reason: 'refused' }),
			row('running', 'claimed', { at: minutesAgo(1) }),
		];
		const [due, giveUp, unusable] = await findDue(rows);
		expect(keys(due)).toEqual(['due']);
		expect(due?.[0]?.json).toMatchObject({ attempt: 2, uncertain: 0, target: 'project-managers', taskKey: 'task-due' });
		expect(due?.[0]?.pairedItem).toEqual([{ item: 2 }, { item: 3 }]);
		expect([giveUp, unusable]).toEqual([[], []]);
	});

	it('takes an interrupted attempt up again once, marked as possibly arrived, and gives it up after that', async () => {
		const [due] = await findDue([row('stale', 'claimed')]);
		expect(due?.[0]?.json).toMatchObject({ attempt: 2, uncertain: 1 });
		const [again, giveUp] = await findDue([row('stale', 'claimed'), row('stale', 'claimed', { attempt: 2 })]);
		expect(again).toEqual([]);
		expect(giveUp?.[0]?.json).toMatchObject({ deliveryKey: 'stale', state: 'deadLetter', attempt: 2, reason: expect.stringMatching(/interrupted/) as string });
	});

	it('names the column of a row it cannot read and judges the others', async () => {
		const [due, , unusable] = await findDue([row('broken', 'nonsense'), row('due', 'retry', { nextAttemptAt: minutesAgo(1) })]);
		expect(keys(due)).toEqual(['due']);
		expect(unusable?.[0]?.json['reason']).toMatch(/"state"/);
	});
});
