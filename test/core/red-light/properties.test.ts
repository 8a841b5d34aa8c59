import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import type { CloudEvent } from '../../../core/evidence/cloudEvent.js';
import type { ChangePlace, CommitRecorded } from '../../../core/git/evidence.js';
import { formatDayNumber, parseDayNumber } from '../../../core/time/zone.js';
import { compileGlob } from '../../../core/red-light/glob.js';
import { READINGS, type CodeStreakRule } from '../../../core/red-light/index.js';
import { abandoned, commit, merged, pageEvent, version } from './support/evidence.js';
import { code, edits, generic, lightsOf } from './support/evaluate.js';

/* Properties, with small worlds in which much coincides: few people, few modules, days around National Day 2026. */

const FIRST = parseDayNumber('2026-09-24') ?? 0;
const LAST = '2026-10-14';
const calendar = createWorkingCalendar();

const day = fc.integer({ min: 0, max: 20 });
const person = fc.constantFrom('li-wei', 'li-na');
const stamp = (offset: number, minute: number): string => `${formatDayNumber(FIRST + offset)}T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`;
const minute = fc.integer({ min: 0, max: 600 });

const decision = fc.record({ day, minute, change: fc.integer({ min: 1, max: 25 }), merge: fc.boolean() }).map(({ day, minute, change, merge }) => {
	const who = change % 2 === 0 ? 'li-wei' : 'li-na';
	return merge ? merged(stamp(day, minute), String(change), who) : abandoned(stamp(day, minute), String(change), who);
});
const push = fc.record({ day, minute, who: person, module: fc.constantFrom('a/b', 'a/c'), key: fc.integer({ min: 0, max: 400 }) }).map(({ day, minute, who, module, key }) => commit(stamp(day, minute), [`${module}/f.ts`, `${module}/g.ts`], who, { contentKey: `${key} ${who} ${day} ${minute}`, change: '1' }));
const facts = fc.array(fc.oneof(decision, push), { minLength: 0, maxLength: 60 });

const rule = (more: Partial<CodeStreakRule> = {}): CodeStreakRule => code({ commitsOver: 1, days: 2, ...more });
const plain = (events: readonly CloudEvent[], given: Parameters<typeof lightsOf>[2]): unknown => [...lightsOf(events, LAST, given)].sort((a, b) => (`${a.rule.id} ${a.subject}` < `${b.rule.id} ${b.subject}` ? -1 : 1));

/** The same question asked in the plainest way. */
function bruteForce(events: readonly CloudEvent[], { days: wanted, failureRateOver, commitsOver, reading, dayWithoutDecision }: CodeStreakRule): ReadonlyMap<string, string> {
	const working = (n: number): number => {
		const answer = calendar.nextWorkingDay(n);
		return answer.kind === 'known' ? answer.value : n;
	};
	const today = working(parseDayNumber(LAST) ?? 0);
	const all: number[] = [];
	for (let n = FIRST; n <= today; n++) if (working(n) === n) all.push(n);
	const people = [...new Set(events.map(({ data }) => (data as ChangePlace).author?.account ?? ''))];
	return new Map(
		people.map((who) => {
			const stateOf = (n: number): 'holds' | 'clear' | 'silent' => {
				const own = events.filter(({ data, time = '' }) => (data as ChangePlace).author?.account === who && working(parseDayNumber(time.slice(0, 10)) ?? 0) === n);
				const last = new Map<string, CloudEvent>();
				for (const event of own.filter(({ type }) => type.includes('change')).sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : a.time === b.time && a.type < b.type ? -1 : 1))) last.set((event.data as ChangePlace).change, event);
				const decided = last.size;
				const failed = [...last.values()].filter(({ type }) => type.includes('abandoned')).length;
				const counts = ['a/b', 'a/c'].map((module) => new Set(own.filter(({ data }) => (data as CommitRecorded).paths?.[0]?.startsWith(module) === true).map(({ data }) => (data as CommitRecorded).contentKey)).size);
				const a = decided === 0 ? 'silent' : failed * 100 > failureRateOver * decided ? 'holds' : 'clear';
				const b = counts.some((count) => count > commitsOver) ? 'holds' : counts.some((count) => count > 0) ? 'clear' : 'silent';
				if (reading === 'aOnAll') return a;
				if (reading === 'bOnAll') return b;
				return b === 'holds' ? 'holds' : a;
			};
			const states = all.map(stateOf);
			if (states.at(-1) === 'silent') states.pop();
			let streak = 0;
			for (let at = states.length - 1; at >= 0; at--) {
				if (states[at] === 'holds') streak++;
				else if (states[at] === 'clear' || dayWithoutDecision === 'breaks') break;
			}
			return [`github ${who}`, streak >= wanted ? 'red' : streak > 0 ? 'yellow' : 'green'] as const;
		}),
	);
}

/** The next of a stream of numbers. */
const next = (chance: Iterator<number, unknown>): number => Number(chance.next().value);

describe('S6: properties', () => {
	const rules = fc.record({ reading: fc.constantFrom(...READINGS.filter((reading) => reading !== 'bSummedOverWindow')), dayWithoutDecision: fc.constantFrom('breaks' as const, 'skipped' as const), days: fc.integer({ min: 1, max: 3 }) }).map(rule);

	it('S6: the order of evidence never matters, nor do repeats', () => {
		fc.assert(
			fc.property(facts, rules, fc.infiniteStream(fc.nat(1000)), (events, wanted, chance) => {
				const given = { rules: [wanted, generic({ threshold: 1, days: 2 })] };
				const mixed = [...events, ...events.slice(0, 7)].map((event) => ({ event, at: next(chance) })).sort((a, b) => a.at - b.at);
				expect(plain(mixed.map(({ event }) => event), given)).toEqual(plain(events, given));
			}),
			{ numRuns: 150 },
		);
	});

	it('S6: the result equals a brute-force evaluation, for every reading', () => {
		fc.assert(
			fc.property(facts, rules, (events, wanted) => {
				expect(new Map(lightsOf(events, LAST, { rules: [wanted] }).map(({ subject, value }) => [subject, value.light]))).toEqual(bruteForce(events, wanted));
			}),
			{ numRuns: 300 },
		);
	});

	it('S6: B summed over the window equals a brute-force sum', () => {
		fc.assert(
			fc.property(fc.array(push, { maxLength: 40 }), (events) => {
				const wanted = rule({ reading: 'bSummedOverWindow', days: 3, commitsOver: 2 });
				for (const light of lightsOf(events, LAST, { rules: [wanted] })) {
					const own = events.filter(({ data }) => `github ${(data as CommitRecorded).author?.account ?? ''}` === light.subject);
					const dayOf = ({ time = '' }: CloudEvent): number => {
						const answer = calendar.nextWorkingDay(parseDayNumber(time.slice(0, 10)) ?? 0);
						return answer.kind === 'known' ? answer.value : 0;
					};
					const today = parseDayNumber(LAST) ?? 0;
					const back = (from: number, n: number): number => {
						const answer = calendar.addWorkingDays(from, -n);
						return answer.kind === 'known' ? answer.value : 0;
					};
					const end = own.some((event) => dayOf(event) === today) ? today : back(today, 1);
					const sums = ['a/b', 'a/c'].map((module) => new Set(own.filter((event) => (event.data as CommitRecorded).paths?.[0]?.startsWith(module) === true && dayOf(event) <= end && dayOf(event) >= back(end, 2)).map(({ data }) => (data as CommitRecorded).contentKey)).size);
					expect(light.value.light === 'red').toBe(sums.some((sum) => sum > 2));
				}
			}),
			{ numRuns: 150 },
		);
	});

	it('S6: adding green evidence never turns a light red', () => {
		const merges = fc.array(fc.record({ day, minute, change: fc.integer({ min: 100, max: 120 }) }).map(({ day, minute, change }) => merged(stamp(day, minute), String(change), change % 2 === 0 ? 'li-wei' : 'li-na')), { maxLength: 20 });
		fc.assert(
			fc.property(facts, merges, rules, (events, green, wanted) => {
				const before = new Map(lightsOf(events, LAST, { rules: [wanted] }).map(({ subject, value }) => [subject, value.light]));
				for (const { subject, value } of lightsOf([...events, ...green], LAST, { rules: [wanted] })) if (value.light === 'red') expect(before.get(subject)).toBe('red');
			}),
			{ numRuns: 150 },
		);
	});

	it('S7: edits since the last review equal a brute-force count, in any order', () => {
		const world = fc.record({ versions: fc.array(fc.record({ author: person, minute: fc.integer({ min: 0, max: 500 }) }), { maxLength: 25 }), reviews: fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 3 }) });
		fc.assert(
			fc.property(world, fc.infiniteStream(fc.nat(1000)), ({ versions, reviews }, chance) => {
				const sorted = [...versions].sort((a, b) => a.minute - b.minute);
				const events = [...sorted.map(({ author, minute }, at) => version(at + 1, stamp(1, minute), author)), ...reviews.map((minute) => pageEvent('reviewRequested', stamp(1, minute), { by: null, how: 'approval' }))];
				const since = Math.max(-1, ...reviews);
				const expected = new Map(['li-na', 'li-wei'].filter((who) => sorted.some(({ author }) => author === who)).map((who) => [who, sorted.filter(({ author, minute }) => author === who && minute > since).length]));
				const mixed = events.map((event) => ({ event, at: next(chance) })).sort((a, b) => a.at - b.at).map(({ event }) => event);
				const lights = lightsOf(mixed, LAST, { rules: [edits({ editsOver: 3, yellowFrom: 2 })] });
				expect(new Map(lights.map(({ value }) => [value.subjectName.split(' · ')[0] ?? '', value.streak]))).toEqual(expected);
				for (const { value } of lights) expect(value.light).toBe(value.streak > 3 ? 'red' : value.streak >= 2 ? 'yellow' : 'green');
				for (const { value } of lights) expect(value.evidenceCount).toBe(value.light === 'green' ? 0 : value.streak);
			}),
			{ numRuns: 150 },
		);
	});
});

describe('S6: path patterns', () => {
	it.each([
		['src/*/a.ts', 'src/x/a.ts', true],
		['src/*/a.ts', 'src/x/y/a.ts', false],
		['src/**/a.ts', 'src/a.ts', true],
		['src/**/a.ts', 'src/x/y/a.ts', true],
		['src/**/a.ts', 'src/xa.ts', false],
		['**/*.lock', 'yarn.lock', true],
		['**/*.lock', 'a/b/yarn.lock', true],
		['src/**', 'src/a/b', true],
		['src/**', 'srcs/a', false],
		['a?c', 'abc', true],
		['a?c', 'a/c', false],
		['{docs,src}/*.{md,ts}', 'src/a.md', true],
		['{docs,src}/*.{md,ts}', 'lib/a.md', false],
		['a.b', 'axb', false],
	])('S6: %s on %s is %s', (pattern, path, expected) => {
		expect(compileGlob(pattern)(path)).toBe(expected);
	});

	it('S6: no pattern takes more than linear time', () => {
		const hostile = compileGlob(`${'*a'.repeat(60)}b`);
		const time = (length: number): number => {
			const path = 'a'.repeat(length);
			const start = performance.now();
			expect(hostile(path)).toBe(false);
			return performance.now() - start;
		};
		time(10_000);
		expect(time(100_000)).toBeLessThan(1500);
		const across = compileGlob(`${'**/a/'.repeat(40)}b`);
		const start = performance.now();
		expect(across('a/'.repeat(20_000))).toBe(false);
		expect(performance.now() - start).toBeLessThan(1500);
	});
});
