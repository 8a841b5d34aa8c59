import { transition, type Card, type CardCommand, type CardEvent } from '../core/card/index.js';
import { cardEventHash, cardEventRow } from '../core/card/event.js';
import { GENESIS_HASH } from '../core/event-log/chain.js';
import { createDirectory } from '../core/people/directory.js';
import { parseRfc3339 } from '../core/time/rfc3339.js';
import { formatInstant, UTC } from '../core/time/zone.js';

/* Generated logs: a life of 20 events per card, as the transitions make it, with its own number, time, people and chain. */

export const EVENTS_PER_CARD = 20;

const DAY = 86_400_000;
const person = (id: string, name: string, quality = false) => ({
	id, name, email: `${id}@example.com`, active: true, department: 'Production', managerId: null, mentorId: null, teamLeadId: null, accounts: [],
	roles: quality ? [{ role: 'qualityManager' as const, scope: null }] : [], evidence: { source: 'hr', id, time: null, actor: null, url: null },
});
const DIRECTORY = createDirectory([person('owner', 'Zhao Qiang'), person('verifier', 'Chen Li'), person('doer', 'Sun Wei'), person('quality', 'Liu Fang', true)]);
const PHOTO = { sha256: 'a'.repeat(64), name: 'IMG_0017.jpg', kind: 'photo', mediaType: 'image/jpeg', bytes: 2_345_678 } as const;

const FINDING = { origin: 'self-inspection', description: 'Labels of two batches lay mixed on line 2', foundAt: '2025-01-06T01:00:00Z', foundBy: 'doer', department: 'Production', severity: 'major', owner: 'owner' } as const;
const PLAN = { rootCause: 'Line clearance was not documented', rootCauseMethod: '5 why', causeCategory: 'procedure', actionType: 'correctiveAction', measure: 'Checklist for line clearance, trained and signed', dueDate: '2025-02-20', verifier: 'verifier', planApprover: 'quality' } as const;
const DONE = { done: 'Checklist in use on all lines', doneAt: '2025-01-06T02:00:00Z', doneBy: 'doer' } as const;

/** Day after the finding, and the command. */
const LIFE: ReadonlyArray<readonly [number, CardCommand]> = [
	[0, { kind: 'open', actor: 'doer', ...FINDING }],
	[1, { kind: 'note', actor: 'quality', note: '供应商已通知' }],
	[2, { kind: 'plan', actor: 'owner', ...PLAN }],
	[3, { kind: 'startWaiting', actor: 'owner', waitingFor: 'SGS laboratory' }],
	[9, { kind: 'endWaiting', actor: 'owner' }],
	[10, { kind: 'change', actor: 'quality', dueDate: '2025-02-28', reason: 'Laboratory was late' }],
	[12, { kind: 'complete', actor: 'owner', ...DONE, attachments: [PHOTO] }],
	[12, { kind: 'submitEvidence', actor: 'owner', reportNumber: 'SGS-2025-117' }],
	[20, { kind: 'verify', actor: 'verifier', verdict: 'reject', reason: 'Not signed by all shifts' }],
	[24, { kind: 'complete', actor: 'owner', ...DONE, done: 'Signed by all shifts' }],
	[24, { kind: 'submitEvidence', actor: 'owner' }],
	[30, { kind: 'verify', actor: 'verifier', verdict: 'accept', result: 'Seen on site, all shifts' }],
	[30, { kind: 'close', actor: 'verifier' }],
	[45, { kind: 'reopen', actor: 'quality', reason: 'Found again on line 3' }],
	[47, { kind: 'plan', actor: 'owner', ...PLAN }],
	[52, { kind: 'complete', actor: 'owner', ...DONE, attachments: [{ ...PHOTO, sha256: 'b'.repeat(64) }] }],
	[52, { kind: 'waiveReport', actor: 'quality', reason: 'The same method, no laboratory needed' }],
	[53, { kind: 'submitEvidence', actor: 'owner' }],
	[60, { kind: 'verify', actor: 'verifier', verdict: 'accept', result: 'Seen on all lines' }],
	[60, { kind: 'close', actor: 'quality' }],
];

function life(): readonly CardEvent[] {
	const events: CardEvent[] = [];
	let card: Card | null = null;
	const start = parseRfc3339(FINDING.foundAt);
	for (const [day, command] of LIFE) {
		const outcome = transition('CAPA', card, command, { now: formatInstant(start + day * DAY + DAY / 8), zone: UTC, directory: DIRECTORY, log: events });
		if (outcome.kind !== 'done') throw new Error(outcome.kind === 'refused' ? outcome.message.en : outcome.kind);
		events.push(outcome.event);
		card = outcome.card;
	}
	return events;
}

const TEMPLATE = life();

/** The log of one card, chained. */
function cardLog(card: number): readonly CardEvent[] {
	const number = `CAPA-2025-${String(card).padStart(6, '0')}`;
	const shift = (card % 700) * DAY + (card % 86_400) * 1000;
	const foundAt = formatInstant(parseRfc3339(FINDING.foundAt) + shift);
	let previousHash = GENESIS_HASH;
	return TEMPLATE.map((event, index) => {
		const next = {
			...event,
			cardNumber: number,
			at: formatInstant(parseRfc3339(event.at) + shift),
			newValues: index === 0 ? event.newValues.replace(FINDING.foundAt, foundAt) : event.newValues,
			commandKey: `${event.commandKey.slice(0, 26)}${String(card).padStart(8, '0')}${String(index).padStart(2, '0')}`,
			previousHash,
		};
		const chained = { ...next, hash: cardEventHash(next) };
		previousHash = chained.hash;
		return chained;
	});
}

/** Rows as a Data Table gives them, as the JSON text of n8n items, by time: step by step over these cards, so that cards are mixed. */
export function itemsText(firstCard: number, cards: number, firstId: number): string {
	const logs = Array.from({ length: cards }, (_, index) => cardLog(firstCard + index));
	const items: string[] = [];
	for (let step = 0; step < EVENTS_PER_CARD; step++) {
		for (const log of logs) {
			const event = log[step];
			if (event === undefined) continue;
			items.push(JSON.stringify({ json: { id: firstId + items.length, ...cardEventRow(event), createdAt: event.at, updatedAt: event.at } }));
		}
	}
	return `[${items.join(',')}]`;
}

/** What all contenders have to find for each card. */
export interface Finding {
	readonly state: string;
	readonly version: number;
	readonly head: string;
	readonly reopened: number;
	/** Days found → closed without the time closed in between. */
	readonly days: number;
	readonly owner: string;
	readonly intact: boolean;
}
