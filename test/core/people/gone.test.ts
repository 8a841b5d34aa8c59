import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../../core/people/directory.js';
import { findRole } from '../../../core/people/findRole.js';
import { peopleGone } from '../../../core/people/gone.js';
import type { Person } from '../../../core/people/person.js';
import { examplePerson } from './examplePeople.js';

const from = (source: string, id: string, more: Partial<Person> = {}): Person => examplePerson(id, { ...more, evidence: { source, id, time: null, actor: null, url: null } });
const ids = (people: readonly Person[]): string[] => people.map(({ id }) => id);

describe('S16: who is no longer there', () => {
	const read = [from('hr', 'a'), from('hr', 'b')];

	it('S16: becomes inactive and keeps the rest, so that the manager above is found for his people', () => {
		const { gone, problems } = peopleGone(read, [...read, from('hr', 'c', { managerId: 'a', accounts: [{ system: 'git', account: 'c-git' }] })]);
		expect(gone).toMatchObject([{ id: 'c', active: false, managerId: 'a', accounts: [{ system: 'git', account: 'c-git' }] }]);
		expect(problems[0]?.message).toEqual({ en: 'One person is no longer in the HR system and was marked as inactive: Name c.', 'zh-CN': '1 人已不在人事系统中，已标记为停用：Name c。' });
		expect(findRole(createDirectory([...read, ...gone, from('hr', 'd', { managerId: 'c' })]), { role: 'manager', of: { id: 'd' }, scope: null })).toMatchObject({ person: { id: 'a' } });
	});

	it('S16: people of other sources and those already inactive are left alone; an empty reading marks nobody', () => {
		expect(peopleGone(read, [from('table', 'x'), from('hr', 'y', { active: false })])).toEqual({ gone: [], problems: [] });
		expect(peopleGone([], [from('hr', 'a')])).toEqual({ gone: [], problems: [] });
	});

	it('S16: more than half missing is a reading that went wrong, and said', () => {
		const known = ['a', 'c', 'd'].map((id) => from('hr', id));
		const { gone, problems } = peopleGone(read, known);
		expect(gone).toEqual([]);
		expect(problems[0]?.message.en).toMatch(/2 of 3 known people are missing .*nobody was marked/);
		expect(ids(peopleGone(read, [...known, from('hr', 'b')]).gone)).toEqual(['c', 'd']);
	});

	it('S16: the order changes nothing, and nobody who was read is ever marked', () => {
		const everybody = Array.from({ length: 8 }, (_, index) => from('hr', `p${index}`));
		fc.assert(
			fc.property(fc.subarray(everybody, { minLength: 4 }), fc.shuffledSubarray(everybody, { minLength: 8 }), (present, known) => {
				const { gone } = peopleGone(present, known);
				expect(ids(gone)).toEqual(ids(everybody.filter(({ id }) => !ids(present).includes(id))));
			}),
		);
	});
});
