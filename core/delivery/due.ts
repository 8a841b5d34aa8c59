import { formatInstant } from '../time/zone.js';
import { foldDeliveries, type DeliveryRow, type FoldedDeliveries, type FoldOptions } from './deliveries.js';

/** A delivery to be attempted now. */
export interface DueDelivery {
	readonly deliveryKey: string;
	readonly taskKey: string;
	readonly channel: string;
	/** Name of the place, as the log keeps it. */
	readonly target: string;
	/** Number of the attempt to make. */
	readonly attempt: number;
	/** Attempts before it that may have arrived. */
	readonly uncertain: number;
}

export interface DueDeliveries {
	readonly due: readonly DueDelivery[];
	/** Dead letters to append to the log. */
	readonly giveUp: readonly DeliveryRow[];
	readonly unusable: FoldedDeliveries['unusable'];
}

const INTERRUPTED = 'The attempt was interrupted and may have arrived; sending it once more could double it.';

/** What the log asks for now: attempts that are due, and deliveries to give up. Source: spec S17, architecture "State". */
export function dueDeliveries(rows: ReadonlyArray<Readonly<Record<string, unknown>>>, options: FoldOptions): DueDeliveries {
	const { deliveries, unusable } = foldDeliveries(rows, options);
	const targets = new Map<unknown, string>();
	for (const row of rows) {
		const target = targetIn(row['payload']);
		if (target !== null) targets.set(row['deliveryKey'], target);
	}
	const due: DueDelivery[] = [];
	const giveUp: DeliveryRow[] = [];
	for (const { deliveryKey, taskKey, channel, attempts, uncertain, action, reason } of deliveries.values()) {
		if (action === 'giveUp') {
			giveUp.push({ deliveryKey, taskKey, channel, state: 'deadLetter', attempt: attempts, reason: reason === '' ? INTERRUPTED : reason, at: formatInstant(options.asOf), nextAttemptAt: '', payload: '{}' });
		} else if (action === 'send' || action === 'resend') {
			// A claim without receipt may have been sent: the next message says that it is a repetition.
			due.push({ deliveryKey, taskKey, channel, target: targets.get(deliveryKey) ?? 'default', attempt: attempts + 1, uncertain: action === 'resend' ? Math.max(1, uncertain) : uncertain });
		}
	}
	return { due, giveUp, unusable };
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
