import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ICredentialDataDecryptedObject, ICredentialType, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DingTalkRobotApi } from '../../credentials/DingTalkRobotApi.credentials.js';
import { FeishuRobotApi } from '../../credentials/FeishuRobotApi.credentials.js';
import { SignedWebhookApi } from '../../credentials/SignedWebhookApi.credentials.js';
import { WeComRobotApi } from '../../credentials/WeComRobotApi.credentials.js';
import type { Channel } from '../../core/delivery/channel.js';
import { RETRY_SETTINGS } from '../../core/delivery/retry.js';
import { dingTalkSignature, feishuSignature } from '../../core/delivery/signature.js';
import { buildAssessmentTask } from '../../core/task/assessmentTask.js';
import { TaskDelivery } from '../../nodes/TaskDelivery/TaskDelivery.node.js';
import { input } from '../core/task/sample.js';
import { runNode } from './fakeContext.js';

const task = buildAssessmentTask(input());
const SECRET = 'SECRETSECRET';

interface Received {
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

let server: Server;
let base: string;
let received: Received[] = [];
let answer: { status: number; headers?: Record<string, string>; body: string; delay?: number } = { status: 200, body: '' };

beforeAll(async () => {
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
			setTimeout(() => response.writeHead(answer.status, answer.headers ?? {}).end(answer.body), answer.delay ?? 0);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
	received = [];
	answer = { status: 200, body: '{"code":0,"errcode":0}' };
});

const TYPES: Readonly<Record<Channel, ICredentialType>> = { webhook: new SignedWebhookApi(), feishu: new FeishuRobotApi(), dingtalk: new DingTalkRobotApi(), wecom: new WeComRobotApi() };

interface Sending {
	readonly items?: readonly object[];
	readonly options?: Readonly<Record<string, unknown>>;
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly credentials?: ICredentialDataDecryptedObject;
	readonly continueOnFail?: boolean;
}

async function send(channel: Channel, { items = [task], options = {}, parameters = {}, credentials, continueOnFail = false }: Sending = {}): Promise<INodeExecutionData[][]> {
	const standard = channel === 'webhook' ? { url: `${base}/in?token=${SECRET}`, signingSecret: SECRET } : { baseUrl: base, robotToken: SECRET, signingSecret: channel === 'wecom' ? '' : SECRET };
	return await runNode(new TaskDelivery(), {
		items,
		continueOnFail,
		credentials: credentials ?? standard,
		credentialType: TYPES[channel],
		parameters: (item) => ({ channel, task: item, target: 'managers', options: { pause: 0, ...options }, ...parameters }),
	});
}

function first(): Received {
	const [request] = received;
	if (request === undefined) throw new Error('nothing was received');
	return request;
}

const counts = (outputs: INodeExecutionData[][]): number[] => outputs.map((output) => output.length);

describe('node Task Delivery', () => {
	it('S17: webhook: the receiver can check the signature over what it received', async () => {
		const outputs = await send('webhook');
		expect(counts(outputs)).toEqual([1, 0, 0]);
		const { headers, body } = first();
		const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
		expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`);
		expect(headers['webhook-id']).toBe(outputs[0]?.[0]?.json['deliveryKey']);
		expect(JSON.parse(body)).toMatchObject({ type: 'performance-trace.task.v1', data: { key: task.key } });
		expect(Math.abs(Number(headers['webhook-timestamp']) * 1000 - Date.now())).toBeLessThan(60_000);
	});

	it('S17: Feishu, DingTalk and WeCom get their address, their body and their signature', async () => {
		for (const channel of ['feishu', 'dingtalk', 'wecom'] as const) expect(counts(await send(channel))).toEqual([1, 0, 0]);
		const [feishu, dingtalk, wecom] = received;
		const { timestamp, sign, msg_type } = JSON.parse(feishu?.body ?? '') as Record<string, string>;
		expect(feishu?.url).toBe(`/open-apis/bot/v2/hook/${SECRET}`);
		expect([sign, msg_type]).toEqual([feishuSignature(SECRET, Number(timestamp)), 'interactive']);
		const query = new URL(dingtalk?.url ?? '', base).searchParams;
		expect(query.get('sign')).toBe(dingTalkSignature(SECRET, Number(query.get('timestamp'))));
		expect(query.get('access_token')).toBe(SECRET);
		expect(wecom?.url).toBe(`/cgi-bin/webhook/send?key=${SECRET}`);
		for (const { headers } of received) expect([headers['webhook-id'], headers['content-type']]).toEqual([undefined, 'application/json; charset=utf-8']);
	});

	it('S17: the row is flat, names task, channel and target, and holds no secret', async () => {
		const [[item] = []] = await send('feishu', { parameters: { attempt: 2 } });
		expect(item?.json).toMatchObject({ taskKey: task.key, channel: 'feishu', state: 'delivered', attempt: 2, reason: '', nextAttemptAt: '' });
		expect(item?.pairedItem).toEqual({ item: 0 });
	});

	it.each([
		['feishu', { status: 200, body: '{"code":19021,"msg":"sign match fail"}' }, [0, 0, 1], 'deadLetter'],
		['dingtalk', { status: 200, body: '{"errcode":310000,"errmsg":"keywords"}' }, [0, 0, 1], 'deadLetter'],
		['wecom', { status: 200, body: '{"errcode":45009,"errmsg":"freq"}' }, [0, 1, 0], 'retry'],
		['wecom', { status: 200, body: '<html>proxy</html>' }, [0, 1, 0], 'uncertain'],
		['webhook', { status: 429, body: '', headers: { 'retry-after': '120' } }, [0, 1, 0], 'retry'],
		['webhook', { status: 302, body: '', headers: { location: '/elsewhere' } }, [0, 0, 1], 'deadLetter'],
		['webhook', { status: 401, body: '' }, [0, 0, 1], 'deadLetter'],
		['webhook', { status: 502, body: '' }, [0, 1, 0], 'uncertain'],
	] as const)('S17: %s answering %j', async (channel, given, expected, state) => {
		answer = given;
		const outputs = await send(channel);
		expect(counts(outputs)).toEqual(expected);
		const row = outputs.flat()[0]?.json;
		expect(row?.['state']).toBe(state);
		expect(row?.['reason']).not.toBe('');
		expect(received).toHaveLength(1);
		if (given.status === 429) expect(Date.parse(row?.['nextAttemptAt'] as string) - Date.now()).toBeGreaterThan(115_000);
	});

	it('S17: a time-out may have arrived: retried once as a repeated message, then given up', async () => {
		answer = { status: 200, body: '{"code":0}', delay: 1500 };
		const first = await send('feishu', { options: { timeout: 0.2 } });
		expect(first[1]?.[0]?.json).toMatchObject({ state: 'uncertain', attempt: 1 });
		const second = await send('feishu', { options: { timeout: 0.2, uncertain: 1 }, parameters: { attempt: 2 } });
		expect(received[1]?.body).toContain('Sent again');
		expect(second[2]?.[0]?.json).toMatchObject({ state: 'deadLetter', reason: expect.stringContaining('twice') as string });
	});

	it('S17: nobody listening: not sent, retried; given up after the maximum', async () => {
		const closed = createServer();
		await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
		const { port } = closed.address() as AddressInfo;
		await new Promise((resolve) => closed.close(resolve));
		const credentials = { url: `http://127.0.0.1:${port}/`, signingSecret: '' };
		expect((await send('webhook', { credentials }))[1]?.[0]?.json).toMatchObject({ reason: expect.stringContaining('could not be reached (ECONNREFUSED)') as string, state: 'retry' });
		expect(counts(await send('webhook', { credentials, parameters: { attempt: 5 } }))).toEqual([0, 0, 1]);
		expect(counts(await send('webhook', { credentials, parameters: { attempt: 5 }, options: { maximumAttempts: 6 } }))).toEqual([0, 1, 0]);
	});

	it.each(['webhook', 'feishu', 'dingtalk', 'wecom'] as const)('S17: %s: dry run sends nothing and shows no secret', async (channel) => {
		const outputs = await send(channel, { options: { dryRun: true } });
		expect(received).toHaveLength(0);
		expect(outputs[0]?.[0]?.json).toMatchObject({ dryRun: true, channel, target: 'managers', signed: channel !== 'wecom', request: { method: 'POST' } });
		expect(JSON.stringify(outputs)).not.toContain(SECRET);
	});

	it('S17: no output ever holds a secret, whatever is answered', async () => {
		for (const channel of ['webhook', 'feishu', 'dingtalk', 'wecom'] as const) {
			for (const given of [
				{ status: 400, body: JSON.stringify({ message: `bad ${base}/open-apis/bot/v2/hook/${SECRET} ?access_token=${SECRET}&key=${SECRET}` }) },
				{ status: 200, body: JSON.stringify({ code: 1, errcode: 1, msg: `robot key=${SECRET}, ${SECRET}`, errmsg: SECRET }) },
			]) {
				answer = given;
				expect(JSON.stringify(await send(channel))).not.toContain(SECRET);
			}
		}
	});

	it.each([
		[{ parameters: { target: '' } }, 'Target Name'],
		[{ parameters: { target: 'https://x.example/?key=1' } }, 'Target Name'],
		[{ items: [{}] }, '"key" of the task is missing'],
		[{ credentials: { url: 'nonsense', signingSecret: '' } }, 'not a complete web address'],
		[{ credentials: { url: 'https://x.example', signingSecret: 'whsec_!' } }, 'base64'],
	] satisfies ReadonlyArray<readonly [Sending, string]>)('names what is wrong and the remedy: %j', async (sending, message) => {
		await expect(send('webhook', sending)).rejects.toThrow(message);
		await expect(send('webhook', sending)).rejects.toMatchObject({ description: expect.stringMatching(/\w{4}/) as string });
		expect(received).toHaveLength(0);
	});

	it('one bad item never loses the good ones: it goes to Dead Letter', async () => {
		const outputs = await send('webhook', { items: [task, {}, { ...task, key: 'other' }], continueOnFail: true });
		expect(counts(outputs)).toEqual([2, 0, 1]);
		expect(outputs[2]?.[0]).toMatchObject({ json: { error: expect.stringContaining('[item 1]') as string }, pairedItem: { item: 1 } });
	});

	it('S17: robots are not sent to faster than they allow', async () => {
		const start = performance.now();
		await send('feishu', { items: [task, { ...task, key: 'other' }], options: { pause: 0.3 } });
		expect(performance.now() - start).toBeGreaterThan(295);
	});

	it('the editor shows the defaults that hold', () => {
		const options = (new TaskDelivery().description.properties.find(({ name }) => name === 'options')?.options ?? []) as INodeProperties[];
		const defaultOf = (name: string): unknown => options.find((option) => option.name === name)?.default;
		expect([Number(defaultOf('firstWait')) * 1000, defaultOf('maximumAttempts')]).toEqual([RETRY_SETTINGS.firstDelay, RETRY_SETTINGS.maximumAttempts]);
	});
});

describe('credentials of the robots', () => {
	it.each(Object.values(TYPES).map((type) => [type.name, type] as const))('%s: the test sends no message a person would see', async (_, type) => {
		const request = type.test?.request;
		expect(JSON.stringify(request?.body)).not.toMatch(/msg_?type|content|text/);
		if (typeof type.authenticate !== 'function') throw new Error('no function');
		const credentials = { url: `${base}/in`, baseUrl: base, robotToken: SECRET, signingSecret: SECRET };
		const signed = await type.authenticate(credentials, { url: base, baseURL: base, method: 'POST', body: request?.body });
		expect(signed.baseURL).toBeUndefined();
		expect(signed.url.startsWith(base)).toBe(true);
		expect(typeof signed.body).toBe('string');
	});

	it.each(Object.values(TYPES).map((type) => [type.name, type] as const))('%s: every secret field is masked', (_, type) => {
		for (const property of type.properties.filter(({ name }) => /secret|token/i.test(name))) expect(property.typeOptions?.password).toBe(true);
	});
});
