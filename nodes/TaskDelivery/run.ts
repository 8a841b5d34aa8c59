import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { readDeliveryAnswer, readMissingAnswer, type AnswerHeaders, type DeliveryAnswer } from '../../core/delivery/answer.js';
import type { Channel } from '../../core/delivery/channel.js';
import type { DeliveryRow } from '../../core/delivery/deliveries.js';
import { messageOfTask } from '../../core/delivery/message.js';
import { receiptRow } from '../../core/delivery/outcome.js';
import { redactSecrets, secretsOf } from '../../core/delivery/redact.js';
import { buildDeliveryRequest, type DeliveryRequest } from '../../core/delivery/request.js';
import { RETRY_SETTINGS } from '../../core/delivery/retry.js';
import { signRequest, type ChannelAccess } from '../../core/delivery/signature.js';
import { readTask } from '../../core/task/row.js';
import type { Task } from '../../core/task/task.js';
import { accessOf, CHANNEL_CREDENTIALS, MESSAGE_ID_HEADER } from '../shared/channelAccess.js';
import { UserMessage, type OutputsOfItem } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { OUTPUTS } from './outputs.js';

interface Options {
	readonly dryRun?: boolean;
	readonly firstWait?: number;
	readonly inboxUrl?: string;
	readonly maximumAttempts?: number;
	readonly timeout?: number;
	readonly uncertain?: number;
}

/** Sends the task of one item and gives the row for the log on the output it belongs to. */
export async function deliver(context: IExecuteFunctions, itemIndex: number): Promise<OutputsOfItem> {
	const channel = context.getNodeParameter('channel', itemIndex) as Channel;
	const target = (context.getNodeParameter('target', itemIndex) as string).trim();
	const attempt = context.getNodeParameter('attempt', itemIndex) as number;
	const options = context.getNodeParameter('options', itemIndex, {}) as Options;
	if (target === '' || redactSecrets(target) !== target || /^https?:/i.test(target)) {
		throw new UserMessage('"Target Name" is empty or an address.', 'Enter a name of your own for the group or receiver, such as project-managers; the address belongs in the credential.');
	}
	const uncertainBefore = options.uncertain ?? 0;
	const message = messageOfTask(taskOf(context, itemIndex), channel, { target, inboxUrl: options.inboxUrl === '' ? null : (options.inboxUrl ?? null), repeated: uncertainBefore > 0 });
	const request = buildDeliveryRequest(channel, message);
	const access = accessOf(channel, await context.getCredentials(CHANNEL_CREDENTIALS[channel], itemIndex));
	// An address or secret that can't be used is told here, before the network is asked.
	signRequest(channel, request.id, request.content, access, Date.now());
	if (options.dryRun === true) return outputOf(OUTPUTS.delivered, dryRunOf(request, access, message.key, target));

	const answer = await send(context, request, access, (options.timeout ?? 15) * 1000);
	const settings = { ...RETRY_SETTINGS, ...(options.maximumAttempts === undefined ? {} : { maximumAttempts: options.maximumAttempts }), ...(options.firstWait === undefined ? {} : { firstDelay: options.firstWait * 1000 }) };
	const row = receiptRow({ message, channel, target, attempt, uncertainBefore, shortened: request.shortened }, answer, settings, Date.now());
	return outputOf(OUTPUT_OF_STATE[row.state], row);
}

const OUTPUT_OF_STATE: Readonly<Record<DeliveryRow['state'], number>> = {
	claimed: OUTPUTS.retryLater,
	delivered: OUTPUTS.delivered,
	retry: OUTPUTS.retryLater,
	uncertain: OUTPUTS.retryLater,
	deadLetter: OUTPUTS.deadLetter,
};

function outputOf(output: number, json: object): OutputsOfItem {
	return [0, 1, 2].map((index) => (index === output ? [json] : []));
}

function taskOf(context: IExecuteFunctions, itemIndex: number): Task {
	const reading = readTask(jsonParameter(context, 'task', 'Task', itemIndex));
	if (reading.task === null) throw new UserMessage(reading.reason, 'Connect the output of the Assessment Task node, or read the column "payload" of the task inbox.');
	return reading.task;
}

function dryRunOf(request: DeliveryRequest, access: ChannelAccess, deliveryKey: string, target: string): object {
	const { origin } = new URL(access.url);
	// Key or path can be the secret, so nothing after the host is shown.
	return { dryRun: true, deliveryKey, channel: request.channel, target, shortened: request.shortened, signed: access.secret !== null && access.secret !== '', request: { method: 'POST', url: `${origin}/***`, body: request.content } };
}

/** The credential adds address and signature; the body is the text it signs. */
async function send(context: IExecuteFunctions, { channel, id, content }: DeliveryRequest, access: ChannelAccess, timeout: number): Promise<DeliveryAnswer> {
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: new URL(access.url).origin,
		headers: { [MESSAGE_ID_HEADER]: id },
		body: content,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout,
	};
	try {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(context, CHANNEL_CREDENTIALS[channel], options);
		const { statusCode, headers, body } = response as { statusCode: number; headers: AnswerHeaders; body: unknown };
		return readDeliveryAnswer(channel, statusCode, headers, body, Date.now(), secretsOf(access));
	} catch (error) {
		return readMissingAnswer(networkCode(error));
	}
}

/** The network's own code, wherever n8n put it. */
function networkCode(error: unknown): string | null {
	for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 4; depth++) {
		const { code, httpCode, cause } = at as { code?: unknown; httpCode?: unknown; cause?: unknown };
		for (const found of [code, httpCode]) if (typeof found === 'string' && /^[A-Z][A-Z0-9_]+$/.test(found)) return found;
		at = cause;
	}
	return null;
}
