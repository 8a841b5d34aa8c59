import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdcEvent } from '../../../core/edc/evidence.js';
import { canonicalJson } from '../../../core/evidence/key.js';
import { createMilestoneProgress, evaluateMilestones } from '../../../core/milestone/progress.js';
import { compareRanked, Ranking, type Ranked } from '../../../core/milestone/ranking.js';
import { AS_OF, described, DESIGN, document, form, item, locked, MAPPING, planned, plannedForm, query, rule, signature, subject, visit, visitDone } from './facts.js';

const stamp = fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${day}T00:00:00Z`);
const who = fc.constantFrom('A', 'B', 'C', 'D');
const event = fc.constantFrom('SE.1', 'SE.3');
const site = fc.constantFrom('S1', 'S2', null);
const itemOf = fc
	.record({ name: fc.constantFrom('I.1', 'I.2', 'I.ENR', 'I.DATE'), at: fc.option(stamp), filled: fc.boolean(), day: stamp, group: fc.constantFrom('IG.1', 'IG.2'), repeat: fc.constantFrom(null, '2'), transaction: fc.constantFrom(null, null, null, 'Remove' as const, 'Context' as const) })
	.map(({ name, at, filled, day, group, repeat, transaction }) => item(name, at, { filled, group, transaction, groupRepeat: repeat, ...(name === 'I.ENR' || name === 'I.DATE' ? { value: day.slice(0, 10) } : {}) }));

const fact: fc.Arbitrary<EdcEvent> = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ name: who, at: fc.option(stamp), items: fc.array(itemOf, { maxLength: 4 }), event: fc.constantFrom('SE.1', 'SE.3', 'SE.9'), form: fc.constantFrom('F.1', 'F.1', 'F.2'), site, complete: fc.boolean(), repeat: fc.constantFrom(null, '1', '2'), status: fc.constantFrom(null, null, 'complete', 'incomplete', 'signed', 'notDone'), removed: fc.nat(9) }).map(({ name, at, items, repeat, removed, ...options }) => form(name, at, items, { ...options, formRepeat: repeat, removed: removed === 0, status: options.status as 'complete' | null })) },
	{ weight: 2, arbitrary: fc.record({ name: who, at: stamp, event, status: fc.constantFrom(null, 'completed', 'stopped', 'scheduled'), visitDate: fc.option(stamp), removed: fc.boolean() }).map(({ name, at, ...data }) => visit(name, at, { ...data, status: data.status as 'completed' | null })) },
	{ weight: 2, arbitrary: fc.record({ name: who, at: stamp, status: fc.constantFrom(null, 'Enrolled', 'Withdrawn', 'Screen Failure'), arm: fc.constantFrom(null, 'X', 'Y'), randomisedAt: fc.option(stamp), removed: fc.nat(4) }).map(({ name, at, removed, ...data }) => subject(name, at, { ...data, removed: removed === 0, subjectLabel: `${name}-${at.slice(8, 10)}` })) },
	{ weight: 1, arbitrary: fc.record({ at: stamp, subjects: fc.subarray(['A', 'B', 'C', 'D']) }).map(({ at, subjects }) => document(at, subjects)) },
	{ weight: 1, arbitrary: fc.record({ name: who, id: fc.constantFrom('Q1', 'Q2'), at: stamp, state: fc.constantFrom('open', 'closed', 'cancelled', 'answered') }).map(({ name, id, at, state }) => query(name, id, at, state as 'open', { event: 'SE.3' })) },
	{ weight: 1, arbitrary: fc.record({ name: who, at: stamp, form: fc.constantFrom(null, 'F.1') }).map(({ name, at, form: formOid }) => signature(name, at, { event: formOid === null ? null : 'SE.3', form: formOid })) },
	{ weight: 1, arbitrary: fc.record({ at: stamp, isLocked: fc.boolean() }).map(({ at, isLocked }) => locked(at, isLocked)) },
	{ weight: 1, arbitrary: stamp.map((at) => described([planned('SE.1', ['F.1']), planned('SE.3', ['F.1'], { arms: at < '2026-03-05' ? ['X'] : [] })], [plannedForm('F.1', ['I.1'])], at)) },
);

const RULES = [
	rule('1st subject completed follow-up'),
	rule('2nd subject completed visit SE.3', { visitDateRequired: false }),
	rule('2nd subject completed visit SE.1', { complete: 'anyData', id: 'any' }),
	rule('1st subject completed visit SE.3, by entry time', { complete: 'mandatory' }),
	rule('1st subject completed form F.1', { complete: 'declared' }),
	rule('2nd subject enrolled per site'),
	rule('1st subject enrolled', { enrolled: 'status', id: 'status' }),
	rule('1st subject randomised'),
	rule('1st subject has form F.1 signed'),
	rule('1st subject has all queries closed'),
	rule('database locked'),
	rule('3 subjects enrolled by 2026-03-05'),
];

const bytes = (events: readonly EdcEvent[]): string => canonicalJson(evaluateMilestones({ events, rules: RULES, mapping: MAPPING, known: [], asOf: AS_OF }));

describe('S1: order and repetition of facts never matter', () => {
	it('any permutation with any repetition gives identical bytes', () => {
		fc.assert(
			fc.property(
				fc.array(fact, { maxLength: 25 }).chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2, maxLength: facts.length * 2 }))),
				([facts, shuffled]) => {
					expect(bytes(shuffled)).toBe(bytes(facts));
				},
			),
			{ numRuns: 1500 },
		);
	});

	it('a rule alone, which reads less, judges as it does among others that read everything', () => {
		fc.assert(
			fc.property(fc.array(fact, { maxLength: 25 }), fc.constantFrom(...RULES), (facts, single) => {
				const judged = (rules: typeof RULES): string => canonicalJson(evaluateMilestones({ events: facts, rules, mapping: MAPPING, known: [], asOf: AS_OF }).filter((judgement) => judgement.rule.id === single.id));
				expect(judged([single])).toBe(judged(RULES));
			}),
			{ numRuns: 1500 },
		);
	});

	it('asking in between changes nothing: an incremental evaluation equals one of the whole', () => {
		fc.assert(
			fc.property(fc.array(fact, { maxLength: 25 }), (facts) => {
				const progress = createMilestoneProgress({ rules: RULES, mapping: MAPPING });
				for (const one of facts) {
					progress.accept(one);
					progress.results(AS_OF, []);
				}
				expect(canonicalJson(progress.results(AS_OF, []))).toBe(bytes(facts));
			}),
			{ numRuns: 500 },
		);
	});

	it('a milestone fires once however the facts come and however often it is asked', () => {
		const rules = [1, 2, 3].map((n) => rule(`${n}th subject completed follow-up`));
		fc.assert(
			fc.property(fc.array(fact, { maxLength: 30 }), (facts) => {
				const progress = createMilestoneProgress({ rules, mapping: MAPPING });
				const known = new Map<string, NonNullable<ReturnType<typeof progress.results>[number]['value']['known']>>();
				const fired: string[] = [];
				for (const one of [DESIGN(), ...facts, ...facts]) {
					progress.accept(one);
					for (const { key, value } of progress.results(AS_OF, [...known.values()])) {
						if (value.news === 'fired') fired.push(key);
						if (value.known !== null) known.set(key, value.known);
					}
				}
				expect(new Set(fired).size).toBe(fired.length);
				// What was told about flags is what holds: asked again, nothing is news.
				expect(progress.results(AS_OF, [...known.values()]).every(({ value }) => value.news === 'none')).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('S1: the fold equals a brute-force evaluation of the definition', () => {
	/** One item change of a subject's only form; the naive reading: sort by stamp, empty after filled at one stamp, walk. */
	const change = fc.record({ subject: fc.constantFrom('A', 'B', 'C', 'D', 'E'), minute: fc.nat(59), filled: fc.boolean(), day: fc.integer({ min: 1, max: 5 }) });

	it('count, nth subject and order by event and by entry', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom('event' as const, 'entry' as const), (changes, n, order) => {
				const at = (minute: number): string => `2026-03-01T00:${String(minute).padStart(2, '0')}:00Z`;
				const dayOf = new Map(changes.map(({ subject: name, day }) => [name, `2026-03-0${day}`]));
				const events = [
					DESIGN(),
					...[...dayOf].map(([name, day]) => visit(name, '2026-02-01T00:00:00Z', { visitDate: day })),
					...changes.map(({ subject: name, minute, filled }) => form(name, at(minute), [item('I.1', at(minute), { filled })])),
				];
				const standing: Array<{ name: string; reached: string; entry: string }> = [];
				for (const [name, day] of dayOf) {
					const own = changes.filter((one) => one.subject === name).sort((a, b) => a.minute - b.minute || Number(b.filled) - Number(a.filled));
					let since: string | null = null;
					for (const { minute, filled } of own) since = filled ? (since ?? at(minute)) : null;
					if (since !== null) standing.push({ name, reached: order === 'event' ? day : since, entry: since });
				}
				standing.sort((a, b) => (a.reached < b.reached ? -1 : a.reached > b.reached ? 1 : a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : a.name < b.name ? -1 : 1));
				const [result] = evaluateMilestones({ events, rules: [{ ...rule(`${n}th subject completed visit SE.3`), by: order }], mapping: MAPPING, known: [], asOf: AS_OF });
				expect(result?.value.count).toBe(standing.length);
				expect(result?.value.nthSubject).toBe(standing.length >= n ? standing[n - 1]?.name : null);
				expect(result?.value.state).toBe(standing.length >= n ? 'reached' : 'notYet');
			}),
			{ numRuns: 500 },
		);
	});

	it('the ranking keeps the order of a sorted list through additions and removals', () => {
		const entry = fc.record({ subject: fc.string({ maxLength: 2 }), reached: fc.nat(50), entry: fc.nat(3) });
		fc.assert(
			fc.property(fc.array(entry, { minLength: 600, maxLength: 1600 }), fc.nat(2), (entries, keep) => {
				const ranking = new Ranking<Ranked>();
				const unique = [...new Map(entries.map((one) => [JSON.stringify(one), one])).values()];
				unique.forEach((one) => ranking.add(one));
				const left = unique.filter((_, index) => index % 3 !== keep);
				unique.filter((_, index) => index % 3 === keep).forEach((one) => ranking.remove(one));
				left.sort(compareRanked);
				expect(Array.from({ length: ranking.size }, (_, index) => ranking.at(index + 1))).toEqual(left);
				expect(ranking.at(ranking.size + 1)).toBeNull();
			}),
			{ numRuns: 30 },
		);
	});
});

describe('S1: facts in facts', () => {
	it('visit dates and stamps at the same instant are told apart by subject key', () => {
		const [result] = evaluateMilestones({ events: [DESIGN(), visitDone('b', '2026-03-01', '2026-03-01T00:00:00Z'), visitDone('a', '2026-03-01', '2026-03-01T00:00:00Z')], rules: [rule('1st subject completed follow-up')], mapping: MAPPING, known: [], asOf: AS_OF });
		expect(result?.value).toMatchObject({ nthSubject: 'a', tie: { with: ['b'], brokenBy: 'subject' } });
	});
});
