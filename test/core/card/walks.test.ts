import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCard, type Card } from '../../../core/card/card.js';
import type { CardCommand } from '../../../core/card/command.js';
import { cardEventHash, type CardEvent } from '../../../core/card/event.js';
import type { CardState } from '../../../core/card/states.js';
import { transition } from '../../../core/card/transition.js';
import { verifyChain } from '../../../core/event-log/verify.js';
import { formatInstant } from '../../../core/time/zone.js';
import { DIRECTORY, DONE, FINDING, NUMBER, PHOTO, PLAN, SHANGHAI } from './cards.js';

/** Which state may follow which. Source: domain reference 3. */
const FOLLOWS: Readonly<Record<CardState, readonly CardState[]>> = {
	open: ['open', 'measurePlanned', 'void'],
	measurePlanned: ['measurePlanned', 'measureDone', 'void'],
	measureDone: ['measureDone', 'inVerification', 'void'],
	inVerification: ['inVerification', 'measurePlanned', 'closed', 'void'],
	closed: ['closed', 'open'],
	void: [],
};

const PEOPLE = ['owner', 'zq', 'verifier', 'doer', 'quality', 'report', 'gone', 'nobody'];
const START = 1_772_413_200_000;

/** A small generator of its own: 100,000 walks of a few dozen commands have to fit into a test. */
function random(seed: number): (below: number) => number {
	let state = seed | 0;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

function commandOf(pick: (below: number) => number, card: Card | null): CardCommand {
	// Mostly the person whose turn it is, so that walks come far; else anybody.
	const someone = (expected: string): string => (pick(4) === 0 ? (PEOPLE[pick(PEOPLE.length)] ?? '') : expected);
	const maybe = <Value>(value: Value): Value | undefined => (pick(12) === 0 ? undefined : value);
	const reason = maybe('a reason');
	const attachments = pick(3) === 0 ? [] : [PHOTO];
	const expectedVersion = pick(10) === 0 ? pick(5) : card?.version;
	const common = { reason, expectedVersion };
	const next: Readonly<Record<CardState, readonly string[]>> = {
		open: ['plan'], measurePlanned: ['complete'], measureDone: ['submitEvidence', 'waiveReport'], inVerification: ['verify', 'close'], closed: ['reopen', 'checkEffectiveness'], void: ['open'],
	};
	const likely = card === null ? ['open'] : next[card.state];
	const all = ['open', 'plan', 'complete', 'submitEvidence', 'waiveReport', 'acceptVerification', 'verify', 'close', 'reopen', 'void', 'checkEffectiveness', 'change', 'note', 'startWaiting', 'endWaiting'];
	const kind = pick(3) === 0 ? all[pick(all.length)] : likely[pick(likely.length)];
	switch (kind) {
		case 'plan':
			return { kind, actor: someone('owner'), ...common, ...PLAN, rootCause: maybe(PLAN.rootCause), verifier: someone('verifier'), planApprover: someone('quality') };
		case 'complete':
			return { kind, actor: someone('owner'), ...common, ...DONE, doneBy: someone('doer'), attachments };
		case 'submitEvidence':
			return { kind, actor: someone('owner'), ...common, reportNumber: maybe(pick(2) === 0 ? 'R-1' : '') };
		case 'verify':
			return { kind, actor: someone('verifier'), ...common, verdict: pick(3) === 0 ? 'reject' : 'accept', result: maybe('fine') };
		case 'close':
		case 'reopen':
		case 'void':
		case 'waiveReport':
		case 'acceptVerification':
		case 'endWaiting':
			return { kind, actor: someone(kind === 'close' ? 'verifier' : 'quality'), ...common };
		case 'checkEffectiveness':
			return { kind, actor: someone('quality'), ...common, verdict: pick(2) === 0 ? 'effective' : 'ineffective' };
		case 'change':
			return { kind, actor: someone('quality'), ...common, ...(pick(2) === 0 ? { owner: someone('owner') } : { verifier: someone('verifier') }) };
		case 'note':
			return { kind, actor: someone('doer'), ...common, note: 'x', attachments: pick(2) === 0 ? [PHOTO] : [] };
		case 'startWaiting':
			return { kind, actor: someone('owner'), ...common, waitingFor: 'lab' };
		default:
			return { kind: 'open', actor: someone('doer'), ...common, ...FINDING, owner: someone('owner') };
	}
}

function problemOf(before: Card | null, after: Card, event: CardEvent): string | null {
	if (before === null ? after.state !== 'open' : event.stateBefore === undefined || !FOLLOWS[event.stateBefore].includes(event.stateAfter)) return `${before?.state ?? 'none'} → ${after.state} by ${event.action}`;
	const { owner, verifier, doneBy, verification, reportNumber, reportWaiver } = after.values;
	if (verifier !== null && (verifier.id === owner?.id || verifier.id === doneBy?.id)) return 'two parts in one person';
	if (after.state !== 'closed') return null;
	if (owner === null || verifier === null || verification === null || verification.by.id !== verifier.id) return 'closed without owner, verifier or verification';
	if (reportNumber === null && reportWaiver === null) return 'closed without report number or waiver';
	if (!after.attachments.slice(after.attachmentsBefore).some(({ kind }) => kind === 'photo')) return 'closed without photo';
	return null;
}

describe('random walks', () => {
	it('S2: 100,000 command sequences never reach a forbidden state, and the fold of the log is the state', () => {
		const states = new Map<CardState, number>();
		let commands = 0;
		for (let seed = 0; seed < 100_000; seed++) {
			const pick = random(seed);
			let card: Card | null = null;
			const log: CardEvent[] = [];
			let now = START;
			// Short walks by number, long ones every tenth.
			const length = seed % 10 === 0 ? 24 : 3;
			for (let step = 0; step < length; step++) {
				now += pick(200_000_000);
				const outcome = transition(NUMBER, card, commandOf(pick, card), { now: formatInstant(now), zone: SHANGHAI, directory: DIRECTORY, log });
				commands++;
				if (outcome.kind !== 'done') {
					if (outcome.kind === 'refused' && outcome.missing.length === 0) throw new Error(`seed ${seed}: refused without a reason`);
					continue;
				}
				log.push(outcome.event);
				const problem = problemOf(card, outcome.card, outcome.event);
				if (problem !== null) throw new Error(`seed ${seed}, step ${step}: ${problem}`);
				card = outcome.card;
			}
			if (card === null) continue;
			states.set(card.state, (states.get(card.state) ?? 0) + 1);
			if (seed % 10 === 0) expect(foldCard(log)).toEqual(card);
			else if (JSON.stringify(foldCard(log)) !== JSON.stringify(card)) throw new Error(`seed ${seed}: the fold differs`);
		}
		expect(commands).toBeGreaterThan(500_000);
		expect([...states.keys()].sort()).toEqual(['closed', 'inVerification', 'measureDone', 'measurePlanned', 'open', 'void']);
	}, 120_000);

	it('S2: of 10,000 random single changes to stored logs each is found at the right place', () => {
		const logs = Array.from({ length: 40 }, (_, seed) => longLog(seed)).filter((log) => log.length > 3);
		const changes = fc.record({ log: fc.nat(), place: fc.nat(), kind: fc.constantFrom('edit', 'backdate', 'remove', 'insert', 'swap'), field: fc.constantFrom('reason', 'newValues', 'actor', 'stateAfter', 'hash', 'previousHash'), other: fc.nat() });
		fc.assert(
			fc.property(changes, (change) => {
				const log = logs[change.log % logs.length] ?? [];
				const index = change.place % log.length;
				const event = log[index];
				const last = log[log.length - 1];
				if (event === undefined || last === undefined) return;
				const stored = [...log];
				let expected = { kind: 'altered', sequence: index + 1 };
				if (change.kind === 'edit') stored[index] = { ...event, [change.field]: `${event[change.field as 'reason'] ?? ''} ` };
				else if (change.kind === 'backdate') stored[index] = { ...event, at: '2026-01-01T00:00:00Z' };
				else if (change.kind === 'remove') {
					stored.splice(index, 1);
					expected = { kind: 'removed', sequence: index + 1 };
				} else if (change.kind === 'insert') {
					stored.splice(index + 1, 0, { ...event, actor: 'forger' });
					expected = { kind: 'inserted', sequence: index + 1 };
				} else {
					const other = (index + 1 + (change.other % (log.length - 1))) % log.length;
					const [a, b] = index < other ? [index, other] : [other, index];
					[stored[a], stored[b]] = [stored[b] ?? event, stored[a] ?? event];
					expected = { kind: 'swapped', sequence: a + 1 };
				}
				const verdict = verifyChain(stored, { storedHead: { sequence: last.sequence, hash: last.hash }, hashOf: cardEventHash });
				expect(verdict.faults[0]).toMatchObject(expected);
			}),
			{ numRuns: 10_000 },
		);
	});
});

function longLog(seed: number): readonly CardEvent[] {
	const pick = random(seed);
	let card: Card | null = null;
	const log: CardEvent[] = [];
	for (let step = 0; step < 60; step++) {
		const outcome = transition(NUMBER, card, commandOf(pick, card), { now: formatInstant(START + step * 86_400_000), zone: SHANGHAI, directory: DIRECTORY, log });
		if (outcome.kind !== 'done') continue;
		log.push(outcome.event);
		card = outcome.card;
	}
	return log;
}
