import { compileGlob } from './glob.js';

/** Pages that a rule looks at, by key of the space and by title; empty lists mean all. */
export function titleFilter(rule: { readonly spaces: readonly string[]; readonly titles: readonly string[] }): (space: string | null, title: string | null) => boolean {
	const spaces = new Set(rule.spaces.map((space) => space.toLowerCase()));
	// A title is no path: a slash in it separates nothing.
	const titles = rule.titles.map((title) => compileGlob(flat(title)));
	return (space, title) => (spaces.size === 0 || (space !== null && spaces.has(space.toLowerCase()))) && (titles.length === 0 || (title !== null && titles.some((matches) => matches(flat(title)))));
}

/** Case and slashes of names that are no paths do not count. */
export function flat(name: string): string {
	return name.toLowerCase().replaceAll('/', '∕');
}

/** True for accounts that one of the patterns fits, e.g. `*[bot]`. */
export function accountFilter(patterns: readonly string[]): (account: string) => boolean {
	const compiled = patterns.map((pattern) => compileGlob(flat(pattern)));
	return (account) => compiled.some((matches) => matches(flat(account)));
}
