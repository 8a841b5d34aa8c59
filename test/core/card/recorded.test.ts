import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardEventHash, chainEntry, isRecorded, type CardEntry, type CardEvent } from '../../../core/card/event.js';
import { foldCardLogs, type FoldedLog } from '../../../core/card/foldLogs.js';

const ENTRY: CardEntry = { cardNumber: 'CAPA-1', action: 'noted', at: '2026-03-02T01:00:00Z', actor: 'e1', actorName: 'Zhao', role: 'owner', stateAfter: 'open', newValues: '{"note":"seen"}', commandKey: 'k1' };

const fold = (row: object): FoldedLog | undefined => {
	let found: FoldedLog | undefined;
	for (const step of foldCardLogs(1, () => row as Readonly<Record<string, unknown>>, (folded) => (found = folded))) expect(step).toBeUndefined();
	return found;
};

describe('S2: whether an event is what was recorded', () => {
	/** The event as recorded, and its row after texts were moved so that the bytes of the whole stay the same. */
	const moved: ReadonlyArray<readonly [string, Partial<CardEntry>, Readonly<Record<string, unknown>>]> = [
		['the name into the actor', {}, { actor: 'e1","actorName":"Zhao', actorName: '' }],
		['the meaning into the key of the command', { meaning: 'verified' }, { commandKey: 'k1","meaning":"verified', meaning: null }],
		['the claimed time into the values', { occurredAt: '2026-03-01T01:00:00Z' }, { newValues: '{"note":"seen"},"occurredAt":"2026-03-01T01:00:00Z"', occurredAt: null }],
		['the reason into the values before', { previousValues: '{"owner":null}', reason: 'moved' }, { previousValues: '{"owner":null},"reason":"moved"', reason: null }],
		['the code into the reason', { reason: 'moved', reasonCode: 'R1' }, { reason: 'moved","reasonCode":"R1', reasonCode: null }],
		['the state before into the state after', { stateBefore: 'open' }, { stateAfter: 'open","stateBefore":"open', stateBefore: null }],
		['a line break written as backslash and n', { reason: 'a\nb' }, { reason: 'a\\nb' }],
		['a quote written as backslash and quote', { reason: 'a"b' }, { reason: 'a\\"b' }],
		['half a surrogate pair for the mark of an unreadable character', { reason: 'a\uFFFDb' }, { reason: 'a\uD800b' }],
	];
	it.each(moved)('S2: %s: the same bytes, and found', (_, recorded, change) => {
		const event = chainEntry(null, { ...ENTRY, ...recorded });
		expect(isRecorded(event)).toBe(true);
		expect(fold(event)?.ok).toBe(true);
		expect(fold({ ...event, ...change })?.ok).not.toBe(true);
	});

	const text = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('"', '\\', 'a\nb', '供应商已通知', '😀', '\uD800', '","at":"'));
	const optional = fc.option(text, { nil: undefined });

	it('S2: any texts are taken for recorded exactly when the hash is theirs', () => {
		const entries = fc.record({ actor: text, actorName: fc.string(), role: text, commandKey: text, occurredAt: optional, reason: optional, reasonCode: fc.option(fc.string(), { nil: undefined }), source: optional, note: fc.string() });
		fc.assert(
			fc.property(entries, fc.constantFrom('actor', 'actorName', 'role', 'commandKey', 'reason', 'source', 'cardNumber', 'at', 'previousHash'), text, ({ note, ...texts }, field, other) => {
				const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
				const event = chainEntry(null, { ...ENTRY, ...given, newValues: JSON.stringify({ note }) });
				expect(isRecorded(event)).toBe(true);
				const changed = { ...event, [field]: other } as CardEvent;
				expect(isRecorded(changed)).toBe(cardEventHash(changed) === event.hash);
				expect(isRecorded(changed)).toBe(changed[field as keyof CardEvent] === event[field as keyof CardEvent]);
			}),
			{ numRuns: 2000 },
		);
	});
});
