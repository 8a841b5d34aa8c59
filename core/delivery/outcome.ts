import type { BilingualText } from '../judgement/judgement.js';
import { formatInstant } from '../time/zone.js';
import type { DeliveryAnswer } from './answer.js';
import type { Channel } from './channel.js';
import type { DeliveryRow } from './deliveries.js';
import type { DeliveryMessage } from './message.js';
import { planRetry, type RetrySettings } from './retry.js';

export interface AttemptMade {
	readonly message: Pick<DeliveryMessage, 'key' | 'language' | 'task' | 'repeated'>;
	readonly channel: Channel;
	/** Name of the place, without secrets. */
	readonly target: string;
	/** 1 for the first. */
	readonly attempt: number;
	/** Attempts before this one that may have arrived. */
	readonly uncertainBefore: number;
	readonly shortened: boolean;
}

/** An attempt before it is made; `channel` may also be one that n8n's own nodes serve, such as `email`. */
export type ClaimedAttempt = Pick<AttemptMade, 'message' | 'target' | 'attempt'> & { readonly channel: string };

/** The row that claims a delivery before it is sent. */
export function claimRow({ message, channel, target, attempt }: ClaimedAttempt, now: number): DeliveryRow {
	return rowOf({ message, channel, target, attempt }, 'claimed', null, '', now, {});
}

/**
 * The receipt of an attempt: what to store, and with it where the item goes.
 *
 * @param now epoch milliseconds
 */
export function receiptRow(made: AttemptMade, answer: DeliveryAnswer, settings: RetrySettings, now: number): DeliveryRow {
	const extra = { shortened: made.shortened, repeated: made.message.repeated };
	switch (answer.kind) {
		case 'delivered':
			return rowOf(made, 'delivered', null, '', now, extra);
		case 'refused':
			return rowOf(made, 'deadLetter', answer.reason, '', now, extra);
		case 'retry': {
			const uncertain = made.uncertainBefore + (answer.maybeSent ? 1 : 0);
			const plan = planRetry({ deliveryKey: made.message.key, channel: made.channel, made: made.attempt, uncertain }, answer, settings, now);
			return plan.kind === 'retry' ? rowOf(made, answer.maybeSent ? 'uncertain' : 'retry', plan.reason, plan.at, now, extra) : rowOf(made, 'deadLetter', plan.reason, '', now, extra);
		}
	}
}

function rowOf(
	{ message, channel, target, attempt }: ClaimedAttempt,
	state: DeliveryRow['state'],
	reason: BilingualText | null,
	nextAttemptAt: string,
	now: number,
	extra: Readonly<Record<string, unknown>>,
): DeliveryRow {
	return {
		deliveryKey: message.key,
		taskKey: message.task.key,
		channel,
		state,
		attempt,
		reason: reason?.[message.language] ?? '',
		at: formatInstant(now),
		nextAttemptAt,
		payload: JSON.stringify({ target, reason, ...extra }),
	};
}
