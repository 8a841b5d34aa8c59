import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Channel } from '../../core/delivery/channel.js';
import type { OutputsOfItem } from '../shared/items.js';

/** Number of each output; the order never changes within a version. */
export const OUTPUTS = { delivered: 0, retryLater: 1, deadLetter: 2 } as const;

/** Seconds between two messages that keep within a channel's rate. Source: vendor reference 5 (DingTalk and WeCom 20 a minute, Feishu 100 a minute). */
const PAUSES: Readonly<Record<Channel, number>> = { webhook: 0, feishu: 0.7, dingtalk: 3.1, wecom: 3.1 };

/** Runs a handler item by item with a pause before each but the first, because a robot that gets too many messages at once is blocked. */
export function paced(context: IExecuteFunctions, handle: (context: IExecuteFunctions, itemIndex: number) => Promise<OutputsOfItem>): (itemIndex: number) => Promise<OutputsOfItem> {
	return async (itemIndex) => {
		const channel = context.getNodeParameter('channel', itemIndex) as Channel;
		const { pause = PAUSES[channel], dryRun = false } = context.getNodeParameter('options', itemIndex, {}) as { pause?: number; dryRun?: boolean };
		if (itemIndex > 0 && pause > 0 && !dryRun) await sleep(pause * 1000);
		return await handle(context, itemIndex);
	};
}
