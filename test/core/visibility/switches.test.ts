import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_SHOWN, personsShown, readSwitches, refusalFor, VISIBILITY_STATES } from '../../../core/visibility/switches.js';

const row = (personId: string, state: string, dataKind = '*', changedAt = '2026-01-01T00:00:00Z') => ({ switchKey: `${personId} ${dataKind}`, personId, dataKind, state, changedAt });
const team = Array.from({ length: 12 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
const released = team.map((person) => row(person, 'visible'));

describe('visibility switches', () => {
	it('S10: without a switch nothing of a person is shown, and each refusal says which it is', () => {
		const switches = readSwitches([row('P01', 'visible'), row('P02', 'hidden'), row('P03', 'aggregate'), row('P04', 'masked'), row('P05', 'unknown word')]);
		expect(refusalFor(switches, 'P01', ['goal'])).toBeNull();
		expect(refusalFor(switches, 'P02', ['goal'])).toEqual({ en: 'hidden by owner', 'zh-CN': '本人已设为不可见' });
		expect(refusalFor(switches, 'P03', ['goal'])).toBe(NOT_SHOWN.aggregate);
		expect(refusalFor(switches, 'P04', ['goal'])).toBe(NOT_SHOWN.masked);
		expect(refusalFor(switches, 'P05', ['goal'])).toBe(NOT_SHOWN.hidden);
		expect(refusalFor(switches, 'P06', ['goal'])).toEqual({ en: 'not released', 'zh-CN': '本人未公开' });
		expect(refusalFor(switches, 'P01', [])).toBe(NOT_SHOWN.notReleased);
	});

	it('S10: a switch is for a kind of data; of several kinds the strictest counts, and the last change of one', () => {
		const switches = readSwitches([row('P01', 'visible', 'goal'), row('P01', 'hidden', 'talk'), row('P02', 'hidden', '*'), row('P02', 'visible', 'goal'), row('P03', 'visible', 'goal', '2026-02-01T00:00:00Z'), row('P03', 'hidden', 'goal', '2026-01-01T00:00:00Z')]);
		expect(refusalFor(switches, 'P01', ['goal'])).toBeNull();
		expect(refusalFor(switches, 'P01', ['goal', 'talk'])).toBe(NOT_SHOWN.hidden);
		expect(refusalFor(switches, 'P01', ['goal', 'usage'])).toBe(NOT_SHOWN.notReleased);
		expect(refusalFor(switches, 'P02', ['goal'])).toBeNull();
		expect(refusalFor(switches, 'P03', ['goal'])).toBeNull();
	});

	it('S10: one hidden person of a team could be computed from its total, so others are left out with him or her', () => {
		const switches = readSwitches([...released.filter(({ personId }) => personId !== 'P07'), row('P07', 'hidden')]);
		const shown = personsShown(switches, { persons: team, dataKinds: ['goal'], unitShown: true, smallestGroup: 5 });
		expect([...shown].filter(([, refusal]) => refusal !== null).map(([person]) => person)).toEqual(['P01', 'P02', 'P03', 'P04', 'P07']);
		expect(shown.get('P07')).toBe(NOT_SHOWN.hidden);
		expect(shown.get('P01')).toBe(NOT_SHOWN.protectsOthers);
		expect([...personsShown(readSwitches(released), { persons: team, dataKinds: ['goal'], unitShown: true, smallestGroup: 5 }).values()].every((refusal) => refusal === null)).toBe(true);
	});

	it('S10: nobody of a team is shown whose own figure is not: they are what hides it', () => {
		const shown = personsShown(readSwitches(released), { persons: team.slice(0, 3), dataKinds: ['goal'], unitShown: false, smallestGroup: 5 });
		expect([...shown.values()]).toEqual([NOT_SHOWN.protectsOthers, NOT_SHOWN.protectsOthers, NOT_SHOWN.protectsOthers]);
	});

	it('S10: of any team either nobody is hidden or as many as a group needs, whoever chose what, in any order', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...VISIBILITY_STATES, null), { minLength: 1, maxLength: 14 }), fc.integer({ min: 2, max: 8 }), (states, k) => {
				const persons = states.map((_, index) => `P${String(index).padStart(2, '0')}`);
				const rows = states.flatMap((state, index) => (state === null ? [] : [row(persons[index] ?? '', state)]));
				const unit = { persons, dataKinds: ['goal'], unitShown: true, smallestGroup: k };
				const shown = personsShown(readSwitches(rows), unit);
				const hidden = [...shown.values()].filter((refusal) => refusal !== null).length;
				expect(hidden === 0 || hidden >= k || hidden === persons.length).toBe(true);
				for (const [index, state] of states.entries()) if (state !== 'visible') expect(shown.get(persons[index] ?? '')).not.toBeNull();
				expect([...personsShown(readSwitches([...rows].reverse()), { ...unit, persons: [...persons].reverse() })]).toEqual([...shown]);
			}),
		);
	});
});
