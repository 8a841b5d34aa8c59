import type { BilingualText } from '../judgement/judgement.js';
import { chainHash, GENESIS_HASH, type ChainHead, type ChainLink } from './chain.js';
import { FAULT_TEXTS, statementOf } from './texts.js';

/** What was done to a log. */
export type ChainFaultKind =
	/** The event is not what was recorded, whether or not its hash was computed anew. */
	| 'altered'
	/** One or more events are gone. */
	| 'removed'
	/** An event stands in the log that the chain does not contain. */
	| 'inserted'
	/** Two events stand in each other's place. */
	| 'swapped'
	/** Every link holds, but the chain does not lead to the head that was noted: it was computed anew from some place on. */
	| 'rewritten';

export interface ChainFault {
	readonly kind: ChainFaultKind;
	/** Number of the event; of the first one where several in a row are gone. */
	readonly sequence: number;
	/** Last number of several in a row, the other of two that were swapped; else the same as `sequence`. */
	readonly toSequence: number;
	/** Place in the log as given, from 0; null where nothing stands any more. */
	readonly position: number | null;
	readonly message: BilingualText;
}

export interface ChainVerdict {
	readonly intact: boolean;
	readonly events: number;
	/** Head of the chain as it stands; null for an empty log. */
	readonly head: ChainHead | null;
	/**
	 * What the head was held against: `outside` = a head noted where who can change the log cannot reach it; `stored` = a copy beside the log;
	 * `none`: an intact chain proves only that it is consistent in itself.
	 */
	readonly anchor: 'outside' | 'stored' | 'none';
	/** In order of the number. */
	readonly faults: readonly ChainFault[];
	readonly statement: BilingualText;
}

export interface VerifyOptions<Event extends ChainLink> {
	/** Head that was noted outside: on a printed record, in a mail, in Git. Later events may follow. */
	readonly anchoredHead?: ChainHead | undefined;
	/** Copy of the head in the same store, e.g. in the row of a card: finds what is missing at the end, but can be changed along with the log. */
	readonly storedHead?: ChainHead | undefined;
	/** Computes the hash of an event where a faster way than `chainHash` is known; must give the same. */
	readonly hashOf?: (event: Event) => string;
}

/**
 * Verifies a log and names the place of each change. One pass over an intact log; a damaged one is looked at again.
 *
 * @param events in the order in which they are stored; damaged ones may lack fields or hold any value
 */
export function verifyChain<Event extends ChainLink>(events: readonly Event[], options: VerifyOptions<Event> = {}): ChainVerdict {
	const hashOf = options.hashOf ?? chainHash;
	const anchors = [options.anchoredHead, options.storedHead].filter((head) => head !== undefined);
	const last = events[events.length - 1];
	const head = last === undefined ? null : { sequence: last.sequence, hash: last.hash };
	const faults = isIntact(events, hashOf) && anchors.every((anchor) => holds(events, anchor)) ? [] : diagnose(events, hashOf, anchors);
	const anchor = options.anchoredHead !== undefined ? 'outside' : options.storedHead !== undefined ? 'stored' : 'none';
	return { intact: faults.length === 0, events: events.length, head, anchor, faults, statement: statementOf(events.length, head, anchor, faults) };
}

function isIntact<Event extends ChainLink>(events: readonly Event[], hashOf: (event: Event) => string): boolean {
	let previous = GENESIS_HASH;
	let sequence = 0;
	for (const event of events) {
		if (event.sequence !== ++sequence || event.previousHash !== previous || !isGenuine(event, hashOf)) return false;
		previous = event.hash;
	}
	return true;
}

function holds(events: readonly ChainLink[], anchor: ChainHead): boolean {
	return anchor.sequence === 0 || events[anchor.sequence - 1]?.hash === anchor.hash;
}

/** An event with what is known of it. */
interface Placed {
	readonly link: ChainLink;
	readonly position: number;
	/** Its hash fits its content. */
	readonly genuine: boolean;
}

function diagnose<Event extends ChainLink>(events: readonly Event[], hashOf: (event: Event) => string, anchors: readonly ChainHead[]): readonly ChainFault[] {
	const faults: ChainFault[] = [];
	const report = (kind: ChainFaultKind, sequence: number, position: number | null, toSequence = sequence): void => {
		if (faults.some((known) => known.kind === kind && known.sequence === sequence && known.position === position)) return;
		faults.push({ kind, sequence, toSequence, position, message: FAULT_TEXTS[kind](sequence, toSequence) });
	};
	const placed = events.map((link, position): Placed => ({ link, position, genuine: isGenuine(link, hashOf) }));
	const chain = choose(placed, anchors, report);

	const numbers = [...chain.keys()].sort((a, b) => a - b);
	const lastNumber = numbers[numbers.length - 1] ?? 0;
	let next = 1;
	for (const number of [...numbers, Math.max(lastNumber, ...anchors.map(({ sequence }) => sequence)) + 1]) {
		if (number > next) report('removed', next, null, number - 1);
		next = number + 1;
	}
	checkLinks(chain, numbers, anchors, report);
	checkOrder(chain, report);
	for (const anchor of anchors) {
		const found = chain.get(anchor.sequence);
		// A fault at or before the head that was noted already says why it is another.
		if (anchor.sequence > 0 && found !== undefined && found.link.hash !== anchor.hash && !faults.some((fault) => fault.sequence <= anchor.sequence && fault.kind !== 'swapped' && fault.kind !== 'inserted')) report('rewritten', anchor.sequence, found.position);
	}
	return faults.sort((a, b) => a.sequence - b.sequence || (a.position ?? -1) - (b.position ?? -1));
}

function isGenuine<Event extends ChainLink>(event: Event, hashOf: (event: Event) => string): boolean {
	try {
		return hashOf(event) === event.hash;
	} catch {
		// A value without a JSON form was never recorded.
		return false;
	}
}

type Report = (kind: ChainFaultKind, sequence: number, position: number | null, toSequence?: number) => void;

/** One event for each number; whatever else claims the number was inserted. Damaged events are reported here. */
function choose(placed: readonly Placed[], anchors: readonly ChainHead[], report: Report): Map<number, Placed> {
	const candidates = new Map<number, Placed[]>();
	const referred = new Set(placed.filter(({ genuine }) => genuine).map(({ link }) => link.previousHash));
	const known = new Set(placed.filter(({ genuine }) => genuine).map(({ link }) => link.hash)).add(GENESIS_HASH);
	for (const { hash } of anchors) referred.add(hash);
	for (const event of placed) {
		if (!event.genuine) continue;
		if (Number.isSafeInteger(event.link.sequence) && event.link.sequence >= 1) push(candidates, event.link.sequence, event);
		else report('inserted', event.position + 1, event.position);
	}

	// A damaged event counts for the number of its place if it follows the event there, else for its own number where that is free.
	let before: Placed | undefined;
	for (const event of placed) {
		if (event.genuine) {
			before = event;
			continue;
		}
		const own = event.link.sequence;
		const here = before === undefined ? event.position + 1 : before.link.sequence + event.position - before.position;
		const free = (sequence: number): boolean => !candidates.has(sequence) && Number.isInteger(sequence) && sequence >= 1;
		const follows = event.link.previousHash === (before?.link.hash ?? GENESIS_HASH);
		const sequence = free(here) && follows ? here : free(own) && own <= placed.length + 1 ? own : free(here) && !candidates.has(own) ? here : null;
		if (sequence === null) report('inserted', candidates.has(own) ? own : here, event.position);
		else {
			report('altered', sequence, event.position);
			push(candidates, sequence, event);
		}
	}

	const chain = new Map<number, Placed>();
	for (const [sequence, claims] of candidates) {
		const weight = ({ link, genuine }: Placed): number => (genuine ? 1 : 0) + (referred.has(link.hash) ? 4 : 0) + (known.has(link.previousHash) ? 2 : 0);
		const [chosen, ...others] = claims.sort((a, b) => weight(b) - weight(a) || a.position - b.position);
		if (chosen !== undefined) chain.set(sequence, chosen);
		for (const other of others) report('inserted', sequence, other.position);
	}
	return chain;
}

function push(candidates: Map<number, Placed[]>, sequence: number, event: Placed): void {
	const claims = candidates.get(sequence);
	if (claims) claims.push(event);
	else candidates.set(sequence, [event]);
}

/** Events whose own hash fits but not the link between them: one was changed and its hash computed anew. */
function checkLinks(chain: ReadonlyMap<number, Placed>, numbers: readonly number[], anchors: readonly ChainHead[], report: Report): void {
	const lastNumber = numbers[numbers.length - 1];
	for (const sequence of numbers) {
		const event = chain.get(sequence);
		const before = chain.get(sequence - 1);
		if (event?.genuine !== true) continue;
		if (sequence === 1) {
			if (event.link.previousHash !== GENESIS_HASH) report('altered', 1, event.position);
			continue;
		}
		if (before?.genuine !== true || event.link.previousHash === before.link.hash) continue;
		// The event after, or the head that was noted, bears witness to this event: then the one before is another.
		const confirmed = chain.get(sequence + 1)?.link.previousHash === event.link.hash || anchors.some((anchor) => anchor.sequence === sequence && anchor.hash === event.link.hash);
		const blamed = confirmed || (sequence === lastNumber && !anchors.some((anchor) => anchor.hash === before.link.hash || anchor.sequence >= sequence)) ? before : event;
		report('altered', blamed === before ? sequence - 1 : sequence, blamed.position);
	}
}

function checkOrder(chain: ReadonlyMap<number, Placed>, report: Report): void {
	const sequences = [...chain].sort(([, a], [, b]) => a.position - b.position).map(([sequence]) => sequence);
	const sorted = [...sequences].sort((a, b) => a - b);
	const first = sequences.findIndex((sequence, index) => sequence !== sorted[index]);
	if (first === -1) return;
	let last = sequences.length - 1;
	while (sequences[last] === sorted[last]) last--;
	const expected = sorted[first] ?? 0;
	report('swapped', expected, chain.get(expected)?.position ?? null, sorted[last] ?? expected);
}
