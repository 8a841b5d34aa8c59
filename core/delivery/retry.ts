import { sha256 } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import { formatInstant } from '../time/zone.js';
import type { DeliveryAnswer } from './answer.js';
import { acceptsRepeats } from './channel.js';

export interface RetrySettings {
	/** How many attempts a delivery gets in all. */
	readonly maximumAttempts: number;
	/** Wait after the first attempt, in milliseconds; doubled for each further one. */
	readonly firstDelay: number;
	readonly maximumDelay: number;
}

export const RETRY_SETTINGS: RetrySettings = { maximumAttempts: 5, firstDelay: 60_000, maximumDelay: 6 * 3_600_000 };

/** What was tried so far, the attempt just made included. */
export interface Attempts {
	readonly deliveryKey: string;
	readonly channel: string;
	readonly made: number;
	/** How many of them may have arrived. */
	readonly uncertain: number;
}

export type RetryPlan = { readonly kind: 'retry'; /** RFC 3339, UTC. */ readonly at: string; readonly reason: BilingualText } | { readonly kind: 'deadLetter'; readonly reason: BilingualText };

/**
 * When an attempt is repeated, or that it is given up. What may have arrived is sent again at most once, unless the receiver recognises repeats.
 * The wait is the longer of the channel's own and the doubled one, plus up to a quarter that depends on the key, so that a burst does not come back as a burst.
 *
 * @param now epoch milliseconds
 */
export function planRetry(attempts: Attempts, answer: Extract<DeliveryAnswer, { kind: 'retry' }>, settings: RetrySettings, now: number): RetryPlan {
	const { deliveryKey, channel, made, uncertain } = attempts;
	if (made >= settings.maximumAttempts) return givenUp(answer.reason, `Given up after ${made} attempts.`, `已尝试 ${made} 次，放弃发送。`);
	if (answer.maybeSent && uncertain >= 2 && !acceptsRepeats(channel)) {
		return givenUp(answer.reason, 'Given up: the message may have arrived twice already; look into the channel before sending it again.', '放弃发送：消息可能已送达两次，重发前请先查看渠道。');
	}
	const doubled = Math.min(settings.firstDelay * 2 ** (made - 1), settings.maximumDelay);
	const wait = Math.max(doubled, answer.afterMilliseconds ?? 0);
	const share = Number.parseInt(sha256(`${deliveryKey} ${made}`).slice(0, 8), 16) / 0x1_0000_0000;
	return { kind: 'retry', at: formatInstant(Math.ceil((now + wait * (1 + share / 4)) / 1000) * 1000), reason: answer.reason };
}

function givenUp(reason: BilingualText, en: string, zh: string): RetryPlan {
	return { kind: 'deadLetter', reason: { en: `${reason.en} ${en}`, 'zh-CN': `${reason['zh-CN']}${zh}` } };
}
