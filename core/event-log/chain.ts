import { hash as digest } from 'crypto';
import { canonicalJson } from '../evidence/key.js';

/** What the first event of a chain names as the hash before it. */
export const GENESIS_HASH = '0'.repeat(64);

/** Where an event stands in its chain. `hash` is the SHA-256 of the event without it, so it covers the payload, the number and the hash before. */
export interface ChainLink {
	/** 1, 2, 3 … without gaps. */
	readonly sequence: number;
	/** Hash of the event before; `GENESIS_HASH` for the first. */
	readonly previousHash: string;
	/** 64 lower-case hexadecimal digits. */
	readonly hash: string;
}

/** An event of an append-only log: its payload, flat beside its link. A payload has no field named like those of the link. */
export type ChainedEvent<Payload extends object> = Payload & ChainLink;

/** The last event of a chain as it can be noted elsewhere: printed, mailed, committed. */
export interface ChainHead {
	readonly sequence: number;
	readonly hash: string;
}

/** SHA-256 of a canonical text in hexadecimal digits, in one call. */
export function hashText(canonical: string): string {
	return digest('sha256', canonical, 'hex');
}

/** Hash of an event: SHA-256 of its canonical JSON (RFC 8785) without `hash`, with the hash before it. Source: domain reference 3. */
export function chainHash(event: object): string {
	return hashText(canonicalJson(Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'hash'))));
}

/**
 * The next event of a chain.
 *
 * @param head the last event, or what was noted of it; null starts a chain
 * @param payload JSON values only; what is undefined is left out
 */
export function appendToChain<Payload extends object>(head: ChainHead | null, payload: Payload): ChainedEvent<Payload> {
	const linked = { ...payload, sequence: (head?.sequence ?? 0) + 1, previousHash: head?.hash ?? GENESIS_HASH };
	return { ...linked, hash: chainHash(linked) };
}

/** Several events at once, in order. */
export function appendAllToChain<Payload extends object>(head: ChainHead | null, payloads: readonly Payload[]): ReadonlyArray<ChainedEvent<Payload>> {
	const events: Array<ChainedEvent<Payload>> = [];
	let last = head;
	for (const payload of payloads) {
		const event = appendToChain(last, payload);
		events.push(event);
		last = event;
	}
	return events;
}
