import { parseMoment } from '../time/moment.js';
import { UTC } from '../time/zone.js';
import { acceptsRepeats } from './channel.js';

/**
 * What a row says: `claimed` before sending; then one receipt: `delivered`, `retry` (not sent, again later),
 * `uncertain` (may have arrived, again later) or `deadLetter`.
 */
export type DeliveryRowState = 'claimed' | 'delivered' | 'retry' | 'uncertain' | 'deadLetter';

/** One row of the append-only log of deliveries; flat, as a Data Table takes it. */
export interface DeliveryRow {
	readonly deliveryKey: string;
	readonly taskKey: string;
	readonly channel: string;
	readonly state: DeliveryRowState;
	/** 1 for the first. */
	readonly attempt: number;
	/** Why, in the task's language; empty for claims and deliveries. */
	readonly reason: string;
	/** RFC 3339. */
	readonly at: string;
	/** RFC 3339; empty: none. */
	readonly nextAttemptAt: string;
	/** JSON with the target's name and the reason in both languages; never an address or a key. */
	readonly payload: string;
}

export type DeliveryState = 'delivered' | 'deadLetter' | 'waiting' | 'inProgress' | 'stale';

/** Where a delivery stands. */
export interface Delivery {
	readonly deliveryKey: string;
	readonly taskKey: string;
	readonly channel: string;
	/** `stale`: claimed, and no receipt came in time, so whoever sent it was stopped half-way. */
	readonly state: DeliveryState;
	/** Number of the latest attempt. */
	readonly attempts: number;
	/** How many attempts may have arrived. */
	readonly uncertain: number;
	/** Epoch milliseconds of the next attempt while waiting. */
	readonly nextAttemptAt: number | null;
	readonly reason: string;
	/** `resend`: send, marked as repeated; `giveUp`: write a dead letter; `send` and `resend` are due now. */
	readonly action: 'none' | 'wait' | 'send' | 'resend' | 'giveUp';
}

export interface FoldedDeliveries {
	/** By delivery key, sorted. */
	readonly deliveries: ReadonlyMap<string, Delivery>;
	/** Rows that can't be read, with the column that is wrong. */
	readonly unusable: ReadonlyArray<{ readonly row: number; readonly reason: string }>;
}

export interface FoldOptions {
	/** Epoch milliseconds. */
	readonly asOf: number;
	/** After how long a claim without receipt counts as abandoned, in milliseconds. */
	readonly staleAfter: number;
}

interface Attempt {
	claimedAt: number | null;
	receipt: Exclude<DeliveryRowState, 'claimed'> | null;
	nextAttemptAt: number | null;
	reason: string;
}

interface Log {
	readonly deliveryKey: string;
	taskKey: string;
	channel: string;
	readonly attempts: Map<number, Attempt>;
}

/** Of several receipts for one attempt the one that rules out most wins. */
const RANK: Readonly<Record<Exclude<DeliveryRowState, 'claimed'>, number>> = { retry: 1, uncertain: 2, deadLetter: 3, delivered: 4 };

/**
 * Folds the log of deliveries into where each one stands. Order and repetition of the rows make no difference.
 * 'Delivered' is final; otherwise the latest attempt counts, so that a new claim opens a dead letter again. Source: architecture "State".
 */
export function foldDeliveries(rows: ReadonlyArray<Readonly<Record<string, unknown>>>, options: FoldOptions): FoldedDeliveries {
	const logs = new Map<string, Log>();
	const unusable: Array<{ row: number; reason: string }> = [];
	rows.forEach((row, index) => {
		const reason = addRow(logs, row);
		if (reason !== null) unusable.push({ row: index, reason });
	});
	const sorted = [...logs.values()].sort((left, right) => (left.deliveryKey < right.deliveryKey ? -1 : 1));
	return { deliveries: new Map(sorted.map((log) => [log.deliveryKey, deliveryOf(log, options)])), unusable };
}

function addRow(logs: Map<string, Log>, row: Readonly<Record<string, unknown>>): string | null {
	const { deliveryKey, state, at, nextAttemptAt } = row;
	const taskKey = textOf(row['taskKey']);
	const channel = textOf(row['channel']);
	const reason = textOf(row['reason']);
	const attemptNumber = Number(row['attempt']);
	if (typeof deliveryKey !== 'string' || deliveryKey === '') return 'Column "deliveryKey" is empty.';
	if (!isRowState(state)) return `Column "state" is ${JSON.stringify(state)}, expected claimed, ${Object.keys(RANK).join(', ')}.`;
	if (!Number.isInteger(attemptNumber) || attemptNumber < 1) return `Column "attempt" is ${JSON.stringify(row['attempt'])}, expected a whole number from 1.`;
	const instant = instantOf(at);
	if (instant === null) return `Column "at" is ${JSON.stringify(at)}, expected a time such as 2026-03-02T08:00:00Z.`;
	const next = instantOf(nextAttemptAt);
	if (next === null && textOf(nextAttemptAt) !== '') return `Column "nextAttemptAt" is ${JSON.stringify(nextAttemptAt)}, expected a time or nothing.`;

	const log = logs.get(deliveryKey) ?? { deliveryKey, taskKey, channel, attempts: new Map<number, Attempt>() };
	logs.set(deliveryKey, log);
	log.taskKey = later(log.taskKey, taskKey);
	log.channel = later(log.channel, channel);
	const attempt = log.attempts.get(attemptNumber) ?? { claimedAt: null, receipt: null, nextAttemptAt: null, reason: '' };
	log.attempts.set(attemptNumber, attempt);
	if (state === 'claimed') {
		attempt.claimedAt = Math.max(attempt.claimedAt ?? instant, instant);
		return null;
	}
	const before = attempt.receipt === null ? 0 : RANK[attempt.receipt];
	if (RANK[state] > before) {
		attempt.receipt = state;
		attempt.nextAttemptAt = next;
		attempt.reason = reason;
	} else if (RANK[state] === before) {
		attempt.nextAttemptAt = next === null ? attempt.nextAttemptAt : Math.max(attempt.nextAttemptAt ?? next, next);
		attempt.reason = later(attempt.reason, reason);
	}
	return null;
}

function deliveryOf({ deliveryKey, taskKey, channel, attempts }: Log, { asOf, staleAfter }: FoldOptions): Delivery {
	const latestNumber = Math.max(...attempts.keys());
	const latest = attempts.get(latestNumber);
	const delivered = [...attempts.values()].some(({ receipt }) => receipt === 'delivered');
	const stale = !delivered && latest?.receipt === null && latest.claimedAt !== null && latest.claimedAt + staleAfter <= asOf;
	let uncertain = 0;
	for (const [number, { receipt }] of attempts) if (receipt === 'uncertain' || (receipt === null && (number < latestNumber || stale))) uncertain++;
	const head = { deliveryKey, taskKey, channel, attempts: latestNumber, uncertain, nextAttemptAt: null, reason: latest?.reason ?? '' };
	if (delivered) return { ...head, state: 'delivered', reason: '', action: 'none' };
	if (latest?.receipt === 'deadLetter') return { ...head, state: 'deadLetter', action: 'none' };
	const again = uncertain === 0 ? 'send' : uncertain === 1 || acceptsRepeats(channel) ? 'resend' : 'giveUp';
	if (stale) return { ...head, state: 'stale', action: again };
	if (latest?.receipt === null) return { ...head, state: 'inProgress', action: 'wait' };
	const nextAttemptAt = latest?.nextAttemptAt ?? null;
	return { ...head, state: 'waiting', nextAttemptAt, action: nextAttemptAt !== null && nextAttemptAt > asOf ? 'wait' : again };
}

function isRowState(value: unknown): value is DeliveryRowState {
	return value === 'claimed' || (typeof value === 'string' && Object.hasOwn(RANK, value));
}

function instantOf(value: unknown): number | null {
	return typeof value === 'string' ? (parseMoment(value, UTC)?.earliest ?? null) : null;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** Any fixed choice does, as long as the order of the rows does not matter. */
function later(left: string, right: string): string {
	return left < right ? right : left;
}
