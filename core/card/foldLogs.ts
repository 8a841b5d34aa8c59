import { GENESIS_HASH } from '../event-log/chain.js';
import { foldCard, type Card } from './card.js';
import { isRecorded, type CardEvent } from './event.js';
import { createCardLogReader, trustedCard, type CardLog } from './log.js';
import type { BilingualText } from '../judgement/judgement.js';
import type { ChainFault } from '../event-log/verify.js';

type Row = Readonly<Record<string, unknown>>;

/** What became of the rows of one card. */
export type FoldedLog =
	| { readonly ok: true; readonly card: Card }
	/** The log was changed or cannot be read: nothing is built on it. */
	| { readonly ok: false; readonly number: string; readonly explanation: BilingualText; readonly faults: readonly ChainFault[]; readonly log: CardLog };

/**
 * Folds the logs of many cards, each with its chain verified, and hands over one after the other in the order in which they first appear. Events
 * are read where they are: beside them only their places are kept (8 bytes each). Every step is short, so that a caller can let other work go on.
 *
 * @param rows how many rows there are
 * @param rowAt row by place, from 0; cards may be mixed
 * @param slice rows per step
 */
export function* foldCardLogs(rows: number, rowAt: (place: number) => Row, visit: (folded: FoldedLog) => void, slice = 2000): Generator<undefined, void> {
	const cards = new Map<string, number>();
	const cardOf = new Int32Array(rows);
	// Chains are verified in the order in which rows are stored: memory is read once from one end to the other.
	const heads: string[] = [];
	const lengths: number[] = [];
	const broken = new Set<number>();
	let ascending = true;
	let before = Number.NEGATIVE_INFINITY;
	for (let place = 0; place < rows; place++) {
		const row = rowAt(place);
		const number = typeof row['cardNumber'] === 'string' ? row['cardNumber'] : '';
		let card = cards.get(number);
		if (card === undefined) {
			cards.set(number, (card = cards.size));
			heads.push(GENESIS_HASH);
			lengths.push(0);
		}
		cardOf[place] = card;
		const sequence = (lengths[card] ?? 0) + 1;
		if (!isEvent(row) || row.sequence !== sequence || row.previousHash !== heads[card] || !isRecorded(row)) broken.add(card);
		else {
			heads[card] = row.hash;
			lengths[card] = sequence;
		}
		const id = row['id'];
		if (typeof id !== 'number' || id < before) ascending = typeof id === 'number' ? false : ascending;
		else before = id;
		if (place % slice === slice - 1) yield;
	}
	// Places by card: where each card's begin, then a stable distribution.
	const starts = new Int32Array(cards.size + 1);
	for (let place = 0; place < rows; place++) {
		const next = (cardOf[place] ?? 0) + 1;
		starts[next] = (starts[next] ?? 0) + 1;
	}
	for (let card = 0; card < cards.size; card++) starts[card + 1] = (starts[card + 1] ?? 0) + (starts[card] ?? 0);
	yield;
	const places = new Int32Array(rows);
	const free = starts.slice(0, -1);
	for (let place = 0; place < rows; place++) {
		const card = cardOf[place] ?? 0;
		const at = free[card] ?? 0;
		free[card] = at + 1;
		places[at] = place;
		if (place % (slice * 8) === slice * 8 - 1) yield;
	}
	let done = 0;
	for (let card = 0; card < cards.size; card++) {
		const own: Row[] = [];
		for (let at = starts[card] ?? 0; at < (starts[card + 1] ?? 0); at++) own.push(rowAt(places[at] ?? 0));
		visit(foldOne(own, ascending && !broken.has(card)));
		done += own.length;
		if (done < slice) continue;
		done = 0;
		yield;
	}
}

function foldOne(rows: readonly Row[], intact: boolean): FoldedLog {
	if (intact) {
		// Values that are no JSON are no event, though the hash of the texts may fit.
		const card = readable(rows as unknown as readonly CardEvent[]);
		if (card !== null) return { ok: true, card };
	}
	// A log out of order, or with rows that are no events, is looked at thoroughly.
	const reader = createCardLogReader();
	for (const row of rows) reader.add(row);
	const [log] = reader.logs();
	if (log === undefined) throw new RangeError('A card without rows was folded.');
	const trusted = trustedCard(log);
	if (trusted.ok && trusted.card !== null) return { ok: true, card: trusted.card };
	return { ok: false, number: log.number, explanation: trusted.ok ? { en: '', 'zh-CN': '' } : trusted.explanation, faults: trusted.ok ? [] : trusted.faults, log };
}

function readable(events: readonly CardEvent[]): Card | null {
	try {
		return foldCard(events);
	} catch {
		return null;
	}
}

/** Texts where the fold reads texts; the hash covers the rest. */
function isEvent(row: Row): row is Row & CardEvent {
	const { at, newValues, actorName, occurredAt } = row;
	return typeof at === 'string' && typeof newValues === 'string' && (typeof actorName === 'string' || actorName === null || actorName === undefined) && (typeof occurredAt === 'string' || occurredAt === null || occurredAt === undefined);
}
