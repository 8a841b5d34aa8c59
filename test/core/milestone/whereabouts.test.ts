import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceHistory } from '../../../core/milestone/register.js';
import { Whereabouts } from '../../../core/milestone/whereabouts.js';

describe('S1: where subjects were', () => {
	it('columns for those at one place say the same as a history of every subject', () => {
		const naming = fc.record({ subject: fc.constantFrom(0, 1, 70), name: fc.constantFrom('', 'a', 'b', 'c'), at: fc.integer({ min: 0, max: 3 }) });
		fc.assert(
			fc.property(fc.array(naming, { maxLength: 20 }), (namings) => {
				const whereabouts = new Whereabouts();
				const histories = new Map<number, PlaceHistory>();
				for (const { subject, name, at } of namings) {
					const history = histories.get(subject) ?? new PlaceHistory();
					histories.set(subject, history);
					expect(whereabouts.add(subject, name, at)).toBe(history.add(name, at));
				}
				for (const subject of [0, 1, 2, 70, 71]) {
					for (let instant = -1; instant <= 4; instant++) expect(whereabouts.at(subject, instant)).toBe(histories.get(subject)?.at(instant) ?? null);
				}
			}),
		);
	});
});
