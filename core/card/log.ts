import { verifyChain, type ChainFault, type ChainVerdict } from '../event-log/verify.js';
import type { ChainHead } from '../event-log/chain.js';
import { canonicalJson } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import { foldCard, type Card } from './card.js';
import { cardEventHash, cardEventOf, type CardEvent } from './event.js';

/** The log of one card among the rows of a table. */
export interface CardLog {
	readonly number: string;
	/** In the order in which they are stored; the events that count. */
	readonly events: readonly CardEvent[];
	/**
	 * Events that name the same event before them as one stored earlier: of two people acting at the same moment the first stored wins.
	 * They change nothing; verification reports them, because a forged event looks the same.
	 */
	readonly lost: readonly CardEvent[];
	/** Rows that are no events any more, with the column that is wrong. */
	readonly unusable: ReadonlyArray<{ readonly position: number; readonly field: string; readonly value: unknown; readonly expected: string }>;
}

/** Takes rows of the table of events piece by piece, so that a long table does not hold the process. */
export interface CardLogReader {
	add(row: Readonly<Record<string, unknown>>): void;
	/** In order of the cards' numbers; rows without a number are under the empty one. */
	logs(): Generator<CardLog>;
}

/** Rows are taken in the order of the table's own `id` where all have one, else as given. */
export function createCardLogReader(): CardLogReader {
	interface Stored { readonly row: Readonly<Record<string, unknown>>; readonly position: number }
	const cards = new Map<string, Stored[]>();
	let count = 0;
	let numbered = true;
	return {
		add(row) {
			if (typeof row['id'] !== 'number') numbered = false;
			const number = typeof row['cardNumber'] === 'string' ? row['cardNumber'] : '';
			const stored = cards.get(number);
			const entry = { row, position: count++ };
			if (stored) stored.push(entry);
			else cards.set(number, [entry]);
		},
		*logs() {
			for (const number of [...cards.keys()].sort()) {
				const stored = cards.get(number) ?? [];
				if (numbered) stored.sort((a, b) => (a.row['id'] as number) - (b.row['id'] as number));
				const events: CardEvent[] = [];
				const unusable: Array<CardLog['unusable'][number]> = [];
				for (const { row, position } of stored) {
					const reading = cardEventOf(row);
					if (reading.ok) events.push(reading.event);
					else unusable.push({ position, field: reading.field, value: reading.value, expected: reading.expected });
				}
				yield { number, ...settled(events), unusable };
			}
		},
	};
}

/** All rows at once. */
export function readCardLogs(rows: ReadonlyArray<Readonly<Record<string, unknown>>>): readonly CardLog[] {
	const reader = createCardLogReader();
	for (const row of rows) reader.add(row);
	return [...reader.logs()];
}

function settled(stored: readonly CardEvent[]): Pick<CardLog, 'events' | 'lost'> {
	const events: CardEvent[] = [];
	const lost: CardEvent[] = [];
	const followed = new Set<string>();
	for (const event of stored) {
		const place = `${event.sequence} ${event.previousHash}`;
		// Only a genuine event can win or lose: a damaged one is for verification to name.
		if (event.hash === cardEventHash(event)) {
			if (followed.has(place)) {
				lost.push(event);
				continue;
			}
			followed.add(place);
		}
		events.push(event);
	}
	return { events, lost };
}

/** Whether a stored log is what was recorded, and the stored row what the log says. */
export interface CardLogVerdict {
	readonly number: string;
	readonly intact: boolean;
	readonly chain: ChainVerdict;
	/** The stored row against the fold of the log; null: no row was given, or the chain is broken. */
	readonly rowAgrees: boolean | null;
	readonly explanation: BilingualText;
}

/** What of the stored row is held against the log. */
export interface StoredCard {
	readonly version?: unknown;
	readonly headHash?: unknown;
	readonly payload?: unknown;
}

export function verifyCardLog(log: CardLog, stored: StoredCard | null, anchoredHead?: ChainHead): CardLogVerdict {
	const storedHead = stored !== null && typeof stored.version === 'number' && typeof stored.headHash === 'string' ? { sequence: stored.version, hash: stored.headHash } : undefined;
	const verdict = verifyChain(log.lost.length === 0 ? log.events : [...log.events, ...log.lost], { hashOf: cardEventHash, storedHead, anchoredHead });
	const damaged = log.unusable.length === 0 ? null : unreadable(log);
	const chain = damaged === null ? verdict : { ...verdict, intact: false };
	const rowAgrees = !chain.intact || stored === null ? null : rowFits(log.events, stored);
	const parts = [...(damaged === null ? [] : [damaged]), chain.statement, ...(rowAgrees === false ? [ROW_DIFFERS] : [])];
	return {
		number: log.number,
		intact: chain.intact && rowAgrees !== false,
		chain,
		rowAgrees,
		explanation: { en: `Card ${log.number}: ${parts.map(({ en }) => en).join(' ')}`, 'zh-CN': `卡片 ${log.number}：${parts.map(({ 'zh-CN': zh }) => zh).join('')}` },
	};
}

const ROW_DIFFERS: BilingualText = { en: 'The row of the card differs from its log; the log counts.', 'zh-CN': '卡片行与日志不一致，以日志为准。' };

function unreadable({ unusable }: CardLog): BilingualText {
	const [first] = unusable;
	const value = JSON.stringify(first?.value ?? null);
	return {
		en: `${unusable.length} ${unusable.length === 1 ? 'row is' : 'rows are'} no event any more (column "${first?.field ?? ''}" is ${value}, expected ${first?.expected ?? ''}).`,
		'zh-CN': `有 ${unusable.length} 行已不是事件（列“${first?.field ?? ''}”为 ${value}）。`,
	};
}

function rowFits(events: readonly CardEvent[], stored: StoredCard): boolean {
	const card = foldCard(events);
	if (card === null) return false;
	if (typeof stored.payload === 'string' && stored.payload !== '' && canonicalJson(card) !== stored.payload) return false;
	return stored.version === card.version && stored.headHash === card.head.hash;
}

/** The card of a log whose chain holds; else why nothing may be built on it. */
export function trustedCard(log: CardLog): { readonly ok: true; readonly card: Card | null } | { readonly ok: false; readonly explanation: BilingualText; readonly faults: readonly ChainFault[] } {
	const verdict = verifyCardLog({ ...log, lost: [] }, null);
	if (verdict.intact) return { ok: true, card: foldCard(log.events) };
	return { ok: false, explanation: verdict.explanation, faults: verdict.chain.faults };
}

/** What became of an event after it was stored: it counts, somebody else's was stored first, or it is not in the log. */
export function confirmAppend(log: CardLog, hash: string): { readonly kind: 'counts' } | { readonly kind: 'lost'; readonly winner: CardEvent } | { readonly kind: 'absent' } {
	if (log.events.some((event) => event.hash === hash)) return { kind: 'counts' };
	const own = log.lost.find((event) => event.hash === hash);
	const winner = own === undefined ? undefined : log.events.find((event) => event.sequence === own.sequence);
	return winner === undefined ? { kind: 'absent' } : { kind: 'lost', winner };
}
