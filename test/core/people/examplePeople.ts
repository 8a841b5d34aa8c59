import type { Person } from '../../../core/people/person.js';

/** A person of the directory in tests; everything not given is empty. */
export function examplePerson(id: string, more: Partial<Person> = {}): Person {
	return {
		id,
		name: `Name ${id}`,
		email: null,
		active: true,
		department: null,
		managerId: null,
		mentorId: null,
		teamLeadId: null,
		accounts: [],
		roles: [],
		evidence: { source: 'table:people', id, time: null, actor: null, url: null },
		...more,
	};
}
