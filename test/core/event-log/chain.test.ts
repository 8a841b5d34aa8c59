import fc from 'fast-check';
import { createHash } from 'crypto';
import { describe, expect, it } from 'vitest';
import { appendAllToChain, appendToChain, chainHash, GENESIS_HASH, type ChainedEvent } from '../../../core/event-log/chain.js';
import { verifyChain } from '../../../core/event-log/verify.js';

interface Note {
	readonly at: string;
	readonly actor: string;
	readonly text: string;
}

type Event = ChainedEvent<Note>;

const notes = (count: number): readonly Note[] => Array.from({ length: count }, (_, index) => ({ at: `2026-03-${String(index + 1).padStart(2, '0')}T09:00:00+08:00`, actor: `p${index % 3}`, text: `note ${index}` }));
const chainOf = (count: number): readonly Event[] => appendAllToChain(null, notes(count));

describe('hash chain', () => {
	it('S2: each event holds the SHA-256 of its canonical JSON with the hash of the one before', () => {
		const [first, second] = chainOf(2);
		expect(first?.previousHash).toBe(GENESIS_HASH);
		const canonical = `{"actor":"p1","at":"2026-03-02T09:00:00+08:00","previousHash":"${first?.hash ?? ''}","sequence":2,"text":"note 1"}`;
		expect(second?.hash).toBe(createHash('sha256').update(canonical).digest('hex'));
	});

	it('S2: a value that JSON cannot hold is named as altered, like any other', () => {
		const [first, second, third] = appendAllToChain(null, [{ n: 1 }, { n: 2 }, { n: 3 }]);
		if (first === undefined || second === undefined || third === undefined) throw new Error('There are three.');
		expect(verifyChain([first, { ...second, n: Number.NaN }, third]).faults).toMatchObject([{ kind: 'altered', sequence: 2 }]);
	});

	it('S2: the hash depends on the content, not on the order in which fields stand', () => {
		expect(chainHash({ b: 1, a: 'x', hash: 'any' })).toBe(chainHash({ a: 'x', b: 1 }));
	});

	it('S2: a chain goes on from its head alone', () => {
		const [first, second] = chainOf(2);
		const [, payload] = notes(2);
		expect(payload && appendToChain({ sequence: 1, hash: first?.hash ?? '' }, payload)).toEqual(second);
	});

	it('S2: an intact chain without a head noted outside proves only that it is consistent, and says so', () => {
		const events = chainOf(5);
		expect(verifyChain(events)).toMatchObject({ intact: true, anchor: 'none', head: { sequence: 5 } });
		expect(verifyChain(events).statement.en).toContain('only that the log is consistent in itself');
		const anchored = verifyChain(events, { anchoredHead: { sequence: 5, hash: events[4]?.hash ?? '' } });
		expect(anchored).toMatchObject({ intact: true, anchor: 'outside' });
		expect(anchored.statement['zh-CN']).toContain('与外部留存的哈希一致');
	});

	it('S2: a chain computed anew is found by the head that was noted', () => {
		const head = { sequence: 5, hash: chainOf(5)[4]?.hash ?? '' };
		const anew = appendAllToChain(null, notes(6).map((note, index) => (index === 2 ? { ...note, text: 'nicer' } : note)));
		expect(verifyChain(anew).intact).toBe(true);
		expect(verifyChain(anew, { anchoredHead: head }).faults).toMatchObject([{ kind: 'rewritten', sequence: 5 }]);
	});

	it('S2: what is missing at the end is found by the head that was noted', () => {
		const events = chainOf(6);
		const head = { sequence: 6, hash: events[5]?.hash ?? '' };
		expect(verifyChain(events.slice(0, 4)).intact).toBe(true);
		expect(verifyChain(events.slice(0, 4), { storedHead: head }).faults).toMatchObject([{ kind: 'removed', sequence: 5, toSequence: 6 }]);
	});

	it('S2: an altered event whose hash was computed anew is named, not the one after it', () => {
		const events = [...chainOf(6)];
		const forged = { ...(events[2] ?? fail()), text: 'nicer' };
		events[2] = { ...forged, hash: chainHash(forged) };
		expect(verifyChain(events).faults).toMatchObject([{ kind: 'altered', sequence: 3 }]);
	});

	it('S2: of random single changes each is found at the right place', () => {
		const change = fc.oneof(
			fc.record({ kind: fc.constant('edit' as const), field: fc.constantFrom('at', 'actor', 'text', 'hash', 'previousHash', 'sequence'), anew: fc.boolean() }),
			fc.record({ kind: fc.constant('remove' as const) }),
			fc.record({ kind: fc.constant('insert' as const), how: fc.constantFrom('copy', 'forged', 'linked') }),
			fc.record({ kind: fc.constant('swap' as const), with: fc.nat() }),
		);
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(), change, (count, place, how) => {
				const genuine = chainOf(count);
				const last = genuine[count - 1] ?? fail();
				const anchoredHead = { sequence: last.sequence, hash: last.hash };
				const index = place % count;
				const events = [...genuine];
				const event = events[index] ?? fail();
				let expected: { kind: string; sequence: number };
				switch (how.kind) {
					case 'edit': {
						const edited = { ...event, [how.field]: how.field === 'sequence' ? event.sequence + 3 : how.field === 'at' ? '2026-02-01T09:00:00+08:00' : how.field.endsWith('ash') ? 'f'.repeat(64) : `${event.text} changed` };
						// A number or a link that was changed and hashed anew is another event, see the tests of insertion.
						const anew = how.anew && !['hash', 'previousHash', 'sequence'].includes(how.field);
						events[index] = anew ? { ...edited, hash: chainHash(edited) } : edited;
						// Of the last event computed anew nobody can say whether earlier ones were, too.
						expected = { kind: anew && index === count - 1 ? 'rewritten' : 'altered', sequence: index + 1 };
						break;
					}
					case 'remove':
						events.splice(index, 1);
						expected = { kind: 'removed', sequence: index + 1 };
						break;
					case 'insert': {
						const copy = how.how === 'copy' ? event : how.how === 'forged' ? { ...event, text: 'forged' } : appendToChain(event, { at: event.at, actor: 'p9', text: 'forged' });
						events.splice(index + 1, 0, copy);
						expected = { kind: 'inserted', sequence: how.how === 'linked' ? index + 2 : index + 1 };
						break;
					}
					case 'swap': {
						const other = (index + 1 + (how.with % (count - 1))) % count;
						const [a, b] = index < other ? [index, other] : [other, index];
						[events[a], events[b]] = [events[b] ?? fail(), events[a] ?? fail()];
						expected = { kind: 'swapped', sequence: a + 1 };
						break;
					}
				}
				// Behind the noted head it is a regular continuation.
				fc.pre(how.kind !== 'insert' || how.how !== 'linked' || index < count - 1);
				const verdict = verifyChain(events, { anchoredHead });
				expect(verdict.intact).toBe(false);
				const [found] = verdict.faults;
				expect(found).toMatchObject(expected);
			}),
			{ numRuns: 10_000 },
		);
	});

	it('S2: an inserted event that continues the chain behind the noted head is not a fault', () => {
		const events = chainOf(3);
		const last = events[2] ?? fail();
		const more = [...events, appendToChain(last, { at: last.at, actor: 'p1', text: 'later' })];
		expect(verifyChain(more, { anchoredHead: { sequence: 3, hash: last.hash } }).intact).toBe(true);
	});

	it('S2: whatever stands in a stored log, verification answers', () => {
		fc.assert(
			fc.property(fc.array(fc.record({ sequence: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constant(NaN)), previousHash: fc.string(), hash: fc.string(), text: fc.string() })), (events) => {
				expect(verifyChain(events).intact).toBe(events.length === 0);
			}),
			{ numRuns: 500 },
		);
	});
});

function fail(): never {
	throw new Error('no such event');
}
