import type { Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { comparable } from '../people/reading.js';

export type ResolvedPerson = { readonly kind: 'found'; readonly person: Person } | { readonly kind: 'unknown' } | { readonly kind: 'several'; readonly people: readonly Person[] };

/**
 * The person behind a text: by id, e-mail, account in any system, or a name that only one person has. Two spellings of one person give the
 * same person, so that segregation of duties cannot be passed by an alias.
 */
export function resolvePerson(directory: Directory, text: string): ResolvedPerson {
	const trimmed = text.trim();
	const byId = directory.byId(trimmed);
	if (byId !== null) return { kind: 'found', person: byId };
	const wanted = comparable(trimmed);
	for (const found of [
		directory.byEmail(trimmed),
		directory.people.filter(({ accounts }) => accounts.some(({ account }) => comparable(account) === wanted)),
		directory.people.filter(({ name, id }) => comparable(name) === wanted || comparable(id) === wanted),
	]) {
		const [person, ...others] = found;
		if (person === undefined) continue;
		return others.length === 0 ? { kind: 'found', person } : { kind: 'several', people: found };
	}
	return { kind: 'unknown' };
}

/** The quality role: quality manager of this department, or everywhere. */
export function hasQualityRole(person: Person, department: string | null): boolean {
	const wanted = department === null ? null : comparable(department);
	return person.roles.some(({ role, scope }) => role === 'qualityManager' && (scope === null || comparable(scope) === wanted));
}
