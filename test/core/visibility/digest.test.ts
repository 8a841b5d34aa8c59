import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightDigest, type DigestColour } from '../../../core/visibility/digest.js';

/** `['A', 'red', 'green']`: a group and the lights of its persons. */
const digest = (groups: ReadonlyArray<readonly [string, ...DigestColour[]]>, k: number) => {
	const people = groups.flatMap(([group, ...lights]) => lights.map((light, index) => ({ personId: `${group}${index}`, group, light })));
	return lightDigest(people, (id) => people.find(({ personId }) => personId === id)?.group ?? null, k);
};

describe('digest of lights for others', () => {
	it('S10: numbers of persons by their worst light, never who', () => {
		const found = lightDigest([{ personId: 'P1', light: 'green' }, { personId: 'P1', light: 'red' }, { personId: 'P2', light: 'green' }, { personId: 'P3', light: 'yellow' }], () => 'Software', 3);
		expect(found).toMatchObject({ groups: [{ group: 'Software', numbers: { persons: 3, red: 1, yellow: 1, green: 1 } }], total: { persons: 3, red: 1 } });
		expect(found.explanation).toEqual({ en: 'Of 3 persons 1 red, 1 yellow, 1 green.', 'zh-CN': '共 3 人：红灯 1 人，黄灯 1 人，绿灯 1 人。' });
		expect(JSON.stringify(found)).not.toContain('P1');
	});

	it('S10: a group below k is not shown, nor another one from which it could be worked out', () => {
		const found = digest([['A', 'red', 'green'], ['B', 'green', 'green', 'yellow'], ['C', 'green', 'green', 'green', 'red']], 3);
		expect(found.groups.map(({ group, numbers }) => [group, numbers !== null])).toEqual([['A', false], ['B', false], ['C', true]]);
		expect(found.explanation.en).toContain('2 groups are not shown');
	});

	it('S10: a group of which everybody is red tells about each and is not shown', () => {
		expect(digest([['A', 'red', 'red', 'red'], ['B', 'green', 'green', 'green']], 3).groups.map(({ numbers }) => numbers)).toEqual([null, null]);
	});

	it('S10: too few altogether: nothing is shown', () => {
		expect(digest([['A', 'red', 'green']], 3)).toMatchObject({ total: null, groups: [{ numbers: null }], explanation: { en: 'Not shown: fewer than 3 persons, or all of them red.' } });
	});

	it('S10: whatever the groups, what is hidden together is never below k and never all red, and each shown group is neither', () => {
		const colour = fc.constantFrom<DigestColour>('red', 'yellow', 'green');
		fc.assert(
			fc.property(fc.array(fc.array(colour, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 2, max: 5 }), (groups, k) => {
				const { groups: shown, total } = digest(groups.map((lights, index) => [`G${index}`, ...lights] as const), k);
				if (total === null) return shown.every(({ numbers }) => numbers === null);
				const sum = shown.reduce((all, { numbers }) => ({ persons: all.persons + (numbers?.persons ?? 0), red: all.red + (numbers?.red ?? 0) }), { persons: 0, red: 0 });
				const rest = { persons: total.persons - sum.persons, red: total.red - sum.red };
				const hidden = shown.filter(({ numbers }) => numbers === null).length;
				return shown.every(({ numbers }) => numbers === null || (numbers.persons >= k && numbers.red < numbers.persons)) && (hidden === 0 || (hidden > 1 && rest.persons >= k && rest.red < rest.persons));
			}),
		);
	});
});
