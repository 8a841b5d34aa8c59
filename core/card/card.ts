import type { ChainHead } from '../event-log/chain.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import type { Attachment } from './attachment.js';
import { NO_VALUES, type CardEvent, type CardValues, type NewValues } from './event.js';
import type { CardState } from './states.js';

/** A stay in a state; epoch milliseconds, `to` null while it lasts. */
export interface Stay {
	readonly state: CardState;
	readonly from: number;
	readonly to: number | null;
}

/** A time in which the card could not go on because of somebody outside. */
export interface Waiting {
	readonly party: string;
	readonly from: number;
	readonly to: number | null;
}

export interface CardNote {
	readonly at: string;
	readonly by: string;
	readonly text: string;
}

/** A card as its log says. Source: spec S2 ("the card is the fold of an append-only log of events"). */
export interface Card {
	readonly number: string;
	readonly state: CardState;
	/** Number of the last event; whoever acts on the card says which version was seen. */
	readonly version: number;
	readonly head: ChainHead;
	readonly values: CardValues;
	readonly attachments: readonly Attachment[];
	readonly notes: readonly CardNote[];
	readonly reopened: number;
	readonly rejected: number;
	/** Epoch milliseconds; null: not yet. */
	readonly firstClosedAt: number | null;
	/** While closed: when it was closed last. */
	readonly closedAt: number | null;
	readonly stays: readonly Stay[];
	readonly waiting: readonly Waiting[];
	/** How many of the attachments were there when the card was last opened: each round needs its own proof. */
	readonly attachmentsBefore: number;
}

/** The instant at which an event took effect: as claimed, else as recorded. Epoch milliseconds. */
export function effectiveInstant(event: Pick<CardEvent, 'at' | 'occurredAt'>): number {
	// Rows of a table say `null` or an empty text where an event says nothing.
	return parseRfc3339(event.occurredAt ? event.occurredAt : event.at);
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Growing = Omit<Writable<Card>, 'values' | 'attachments' | 'notes' | 'stays' | 'waiting'> & {
	values: Record<string, unknown>;
	attachments: Attachment[];
	notes: CardNote[];
	stays: Array<Writable<Stay>>;
	waiting: Array<Writable<Waiting>>;
};

/** The card of a log; null for an empty log. The log is taken as it is: verify its chain first. */
export function foldCard(events: readonly CardEvent[]): Card | null {
	const [first] = events;
	const last = events[events.length - 1];
	if (first === undefined || last === undefined) return null;
	const card = begun(first);
	for (const event of events) accept(card, event);
	return headed(card, last);
}

/** The card of its first event. */
export function begin(event: CardEvent): Card {
	const card = begun(event);
	accept(card, event);
	return headed(card, event);
}

/** The card after one more event. */
export function foldNext(card: Card, event: CardEvent): Card {
	const next: Growing = {
		...card,
		values: { ...card.values },
		attachments: [...card.attachments],
		notes: [...card.notes],
		stays: card.stays.map((stay) => ({ ...stay })),
		waiting: card.waiting.map((waiting) => ({ ...waiting })),
	};
	accept(next, event);
	return headed(next, event);
}

const NAMES: ReadonlySet<string> = new Set(Object.keys(NO_VALUES));

function begun(event: CardEvent): Growing {
	return {
		number: event.cardNumber, state: 'open', version: 0, head: { sequence: 0, hash: '' }, values: { ...NO_VALUES }, attachments: [], notes: [],
		reopened: 0, rejected: 0, firstClosedAt: null, closedAt: null, stays: [], waiting: [], attachmentsBefore: 0,
	};
}

const NOTHING: NewValues & Readonly<Record<string, unknown>> = {};

function accept(card: Growing, event: CardEvent): void {
	const given = event.newValues === '{}' ? NOTHING : (JSON.parse(event.newValues) as NewValues & Readonly<Record<string, unknown>>);
	// Names of values only: a log is data from outside.
	for (const name in given) if (NAMES.has(name)) card.values[name] = given[name];
	if (given.attachments !== undefined) card.attachments.push(...given.attachments);
	if (given.note !== undefined) card.notes.push({ at: event.at, by: event.actorName, text: given.note });
	if (event.action === 'changed' && given.foundAt !== undefined && given.foundAt !== null && card.stays[0] !== undefined) card.stays[0].from = parseRfc3339(given.foundAt);
	if (event.action === 'opened') card.stays.push({ state: 'open', from: parseRfc3339(given.foundAt ?? event.at), to: null });
	else if (event.stateAfter !== card.state) enter(card, event.stateAfter, effectiveInstant(event));
	if (event.stateBefore === 'closed' && event.stateAfter === 'open') {
		card.reopened++;
		card.attachmentsBefore = card.attachments.length - (given.attachments?.length ?? 0);
	}
	if (event.action === 'rejected') card.rejected++;
	if (event.action === 'waitingStarted') card.waiting.push({ party: given.waitingFor ?? '', from: effectiveInstant(event), to: null });
	if (event.action === 'waitingEnded') endWaiting(card, effectiveInstant(event));
}

function headed(card: Growing, last: CardEvent): Card {
	card.version = last.sequence;
	card.head = { sequence: last.sequence, hash: last.hash };
	return card as unknown as Card;
}

function enter(card: Growing, state: CardState, instant: number): void {
	const last = card.stays[card.stays.length - 1];
	if (last !== undefined) last.to = instant;
	card.stays.push({ state, from: instant, to: null });
	card.state = state;
	card.closedAt = state === 'closed' ? instant : null;
	if (state !== 'closed' && state !== 'void') return;
	if (state === 'closed') card.firstClosedAt ??= instant;
	endWaiting(card, instant);
}

function endWaiting(card: Growing, instant: number): void {
	const last = card.waiting[card.waiting.length - 1];
	if (last?.to === null) last.to = instant;
}
