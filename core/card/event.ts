import { hashText, type ChainHead, type ChainLink, GENESIS_HASH } from '../event-log/chain.js';
import type { Attachment } from './attachment.js';
import type { CardAction, CardState, ActionType, Effectiveness, Severity, SignatureMeaning } from './states.js';

/** A person as the log names him or her: the id of the HR directory decides, the name is what was read then. */
export interface NamedPerson {
	readonly id: string;
	readonly name: string;
}

/** What a card says. A value that was never given, or was cleared, is null. */
export interface CardValues {
	/** How it was found: complaint, deviation, self-inspection, external inspection … */
	readonly origin: string | null;
	readonly description: string | null;
	/** RFC 3339, as claimed: nobody records a finding at the moment of it. */
	readonly foundAt: string | null;
	readonly foundBy: NamedPerson | null;
	readonly department: string | null;
	readonly severity: Severity | null;
	readonly owner: NamedPerson | null;
	readonly verifier: NamedPerson | null;
	readonly rootCause: string | null;
	/** How the cause was found, e.g. `5 why`. */
	readonly rootCauseMethod: string | null;
	/** Category for the Pareto chart. */
	readonly causeCategory: string | null;
	readonly actionType: ActionType | null;
	readonly measure: string | null;
	/** Local date. */
	readonly dueDate: string | null;
	readonly planApprover: NamedPerson | null;
	/** What was done. */
	readonly done: string | null;
	/** RFC 3339, as claimed. */
	readonly doneAt: string | null;
	readonly doneBy: NamedPerson | null;
	readonly verifierAccepted: boolean | null;
	readonly reportNumber: string | null;
	readonly reportWaiver: { readonly by: NamedPerson; readonly reason: string } | null;
	readonly verification: { readonly by: NamedPerson; readonly result: string; readonly evidence: readonly string[] } | null;
	readonly effectiveness: Effectiveness | null;
	/** Local date from which the check is due. */
	readonly effectivenessDue: string | null;
}

export const NO_VALUES: CardValues = {
	origin: null, description: null, foundAt: null, foundBy: null, department: null, severity: null, owner: null, verifier: null,
	rootCause: null, rootCauseMethod: null, causeCategory: null, actionType: null, measure: null, dueDate: null, planApprover: null,
	done: null, doneAt: null, doneBy: null, verifierAccepted: null, reportNumber: null, reportWaiver: null, verification: null, effectiveness: null, effectivenessDue: null,
};

/** What an event adds: values that are set (null: cleared), files, a note, whom the card waits for. */
export type NewValues = Partial<CardValues> & {
	readonly attachments?: readonly Attachment[];
	readonly note?: string;
	readonly waitingFor?: string;
};

/**
 * One entry of a card's log: flat texts, as a Data Table takes them. A field without a value is absent, never an empty text, so that
 * what a table makes of "nothing" does not change the hash. Source: domain reference 3 (audit event fields).
 */
export interface CardEntry {
	readonly cardNumber: string;
	readonly action: CardAction;
	/** Time of the server, RFC 3339 UTC. */
	readonly at: string;
	/** Time the person claims, where it differs. */
	readonly occurredAt?: string;
	/** Id in the HR directory. */
	readonly actor: string;
	readonly actorName: string;
	/** In which role the person acted: owner, verifier, quality … */
	readonly role: string;
	/** Absent for the first event. */
	readonly stateBefore?: CardState;
	readonly stateAfter: CardState;
	/** Canonical JSON of {@link NewValues}; the hash covers the object, not the text in quotes. */
	readonly newValues: string;
	/** Canonical JSON of the values before, where a saved one changed. */
	readonly previousValues?: string;
	readonly reason?: string;
	readonly reasonCode?: string;
	readonly meaning?: SignatureMeaning;
	/** Where it was entered: a form, a workflow, an import. */
	readonly source?: string;
	/** The same for a repeat of the same command. */
	readonly commandKey: string;
}

export type CardEvent = CardEntry & ChainLink;

/** Fields of an event in the order of canonical JSON (RFC 8785: by code unit), without `hash`. */
const FIELDS = [
	'action', 'actor', 'actorName', 'at', 'cardNumber', 'commandKey', 'meaning', 'newValues', 'occurredAt', 'previousHash', 'previousValues', 'reason', 'reasonCode', 'role', 'sequence', 'source', 'stateAfter', 'stateBefore',
] as const satisfies ReadonlyArray<keyof CardEvent>;

export const CARD_EVENT_COLUMNS = [...FIELDS, 'hash'] as const;

/**
 * Hash of an event or of its row: that of `chainHash` for the event with `newValues` and `previousValues` as objects. Other columns of a row
 * (id, createdAt …) do not count. Whether those two texts are objects at all is for `cardEventOf` and the fold to see.
 */
export function cardEventHash(event: CardEvent): string {
	return hashText(cardEventText(event));
}

/** The next event of a card's log. */
export function chainEntry(head: ChainHead | null, entry: CardEntry): CardEvent {
	const linked = { ...entry, sequence: (head?.sequence ?? 0) + 1, previousHash: head?.hash ?? GENESIS_HASH };
	return { ...linked, hash: hashText(cardEventText(linked)) };
}

/** Canonical JSON (RFC 8785) of an event without its hash. */
export function cardEventText(event: Omit<CardEvent, 'hash'>): string {
	return isPlain(event) ? plainText(event) : thoroughText(event);
}

/**
 * Whether an event is what was recorded: its hash is that of its content.
 *
 * Its texts are first written between their names as they are. If that gives the stored hash, it is the canonical JSON that was recorded, for no
 * other text has this hash; and every text stands in its place, where none holds what JSON would have escaped: without a backslash nothing was
 * escaped, and a text could end early only before a name that may be absent. Anything else is written thoroughly.
 */
export function isRecorded(event: CardEvent): boolean {
	const { actor, role, newValues, previousValues, hash } = event;
	// Without a reason behind them, the values before could hold one.
	if (previousValues && !event.reason && !isObjectText(previousValues)) return false;
	if (actor && role && newValues && !event.reasonCode && Number.isFinite(event.sequence)) {
		const text = plainText(event);
		if (hashText(text) === hash && ((!text.includes('\\') && !SURROGATE.test(text) && !mayEndEarly(event)) || isPlain(event))) return true;
	}
	return hashText(thoroughText(event)) === hash;
}

/** Half a surrogate pair is the same in UTF-8 as the mark for a character that cannot be read. */
const SURROGATE = /[\uD800-\uDFFF]/;

/** A text before a name that is absent holds a quote: it could be two texts. Values and the hash before are read as such by the fold. */
function mayEndEarly({ actor, actorName, commandKey, meaning, reason, stateAfter, stateBefore }: CardEvent): boolean {
	return (!meaning && commandKey.includes('"')) || (!stateBefore && stateAfter.includes('"')) || (!actorName && actor.includes('"')) || (typeof reason === 'string' && reason.includes('"'));
}

/** No text needs escaping. */
function isPlain({ action, actor, actorName, at, cardNumber, commandKey, newValues, previousHash, role, sequence, stateAfter, stateBefore, occurredAt, reason, reasonCode, meaning, source }: Omit<CardEvent, 'hash'>): boolean {
	if (!(actor && role && newValues && !reasonCode && Number.isFinite(sequence) && plain(action) && plain(actor) && plain(actorName) && plain(at) && plain(cardNumber) && plain(commandKey) && plain(previousHash) && plain(role) && plain(stateAfter))) return false;
	return !((stateBefore && !plain(stateBefore)) || (occurredAt && !plain(occurredAt)) || (reason && !plain(reason)) || (meaning && !plain(meaning)) || (source && !plain(source)));
}

/** The fields in their order, each text as it is: verification of a long log does little else. */
function plainText({ action, actor, actorName, at, cardNumber, commandKey, newValues, previousHash, role, sequence, stateAfter, stateBefore, occurredAt, previousValues, reason, meaning, source }: Omit<CardEvent, 'hash'>): string {
	let text = '{"action":"' + action + '","actor":"' + actor + (actorName ? '","actorName":"' + actorName : '') + '","at":"' + at + '","cardNumber":"' + cardNumber + '","commandKey":"' + commandKey;
	if (meaning) text += '","meaning":"' + meaning;
	text += '","newValues":' + newValues + (occurredAt ? ',"occurredAt":"' + occurredAt + '","previousHash":"' : ',"previousHash":"') + previousHash;
	if (previousValues) text += '","previousValues":' + previousValues + (reason ? ',"reason":"' + reason + '","role":"' : ',"role":"') + role;
	else text += reason ? '","reason":"' + reason + '","role":"' + role : '","role":"' + role;
	text += '","sequence":' + String(sequence) + (source ? ',"source":"' + source + '","stateAfter":"' : ',"stateAfter":"') + stateAfter;
	return stateBefore ? text + '","stateBefore":"' + stateBefore + '"}' : text + '"}';
}

/** Every field by its name: for whatever the short way cannot write. */
function thoroughText(event: Omit<CardEvent, 'hash'>): string {
	const members: string[] = [];
	for (const field of FIELDS) {
		const value: unknown = event[field];
		if (value !== undefined && value !== null && value !== '') members.push(`"${field}":${(field === 'newValues' || field === 'previousValues') && typeof value === 'string' ? value : JSON.stringify(value)}`);
	}
	return `{${members.join(',')}}`;
}

/** No quote, backslash, control character or half of a surrogate pair: JSON writes the text as it is. */
function plain(text: string): boolean {
	return PLAIN.test(text);
}

const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

export type EventReading = { readonly ok: true; readonly event: CardEvent } | { readonly ok: false; readonly field: string; readonly value: unknown; readonly expected: string };

const REQUIRED: ReadonlySet<string> = new Set(['action', 'actor', 'at', 'cardNumber', 'commandKey', 'newValues', 'previousHash', 'sequence', 'stateAfter', 'hash']);

/** Reads a row of the log; nothing is mended, so that a change of a row stays visible to verification. */
export function cardEventOf(row: Readonly<Record<string, unknown>>): EventReading {
	const event: Record<string, unknown> = {};
	for (const field of CARD_EVENT_COLUMNS) {
		let value = row[field];
		if (value === undefined || value === null || value === '') {
			if (REQUIRED.has(field)) return { ok: false, field, value, expected: field === 'sequence' ? 'a whole number' : 'a text' };
			continue;
		}
		// Some databases give numbers back as text.
		if (field === 'sequence' && typeof value === 'string' && /^\d{1,15}$/.test(value)) value = Number(value);
		if (typeof value !== (field === 'sequence' ? 'number' : 'string')) return { ok: false, field, value, expected: field === 'sequence' ? 'a whole number' : 'a text' };
		if ((field === 'newValues' || field === 'previousValues') && !isObjectText(value)) return { ok: false, field, value, expected: 'a JSON object' };
		event[field] = value;
	}
	event['actorName'] ??= '';
	event['role'] ??= '';
	return { ok: true, event: event as unknown as CardEvent };
}

function isObjectText(value: unknown): boolean {
	try {
		const parsed: unknown = JSON.parse(String(value));
		return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
	} catch {
		return false;
	}
}

/** The event as the hash sees it: values as objects, so that any implementation of RFC 8785 can verify it. */
export function hashedEvent(event: CardEvent): object {
	return { ...event, newValues: JSON.parse(event.newValues) as object, ...(event.previousValues === undefined ? {} : { previousValues: JSON.parse(event.previousValues) as object }) };
}

/** The row of an event: every column, null where there is no value. */
export function cardEventRow(event: CardEvent): Readonly<Record<string, string | number | null>> {
	return Object.fromEntries(CARD_EVENT_COLUMNS.map((field) => [field, event[field] ?? null]));
}
