import { deterministicKey } from '../evidence/key.js';

/** Where a task is sent by this package itself; e-mail, Slack, Teams and Jira go through n8n's own nodes. Source: spec S17. */
export type Channel = 'webhook' | 'feishu' | 'dingtalk' | 'wecom';

export const CHANNELS: readonly Channel[] = ['webhook', 'feishu', 'dingtalk', 'wecom'];

/** Channels whose receiver recognises a repeated message by its id, so that sending again does no harm. */
export function acceptsRepeats(channel: string): boolean {
	return channel === 'webhook';
}

/**
 * Key of one delivery: the same task to the same place is the same delivery.
 *
 * @param target a name for the place within the channel; never an address that holds a key
 */
export function deliveryKey(taskKey: string, channel: string, target: string): string {
	return deterministicKey('delivery', { task: taskKey, channel, target });
}
