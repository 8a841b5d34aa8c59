import type { BilingualText } from '../judgement/judgement.js';
import { loginOfHiddenAddress, relatedSystems } from './gitAccounts.js';
import type { Account, Person, Role } from './person.js';
import { byText, comparable } from './reading.js';
import { looksLikeEmail } from './vendorPerson.js';

/** People, ready to be asked. Two directories of the same people answer the same, in whatever order they were given. */
export interface Directory {
	/** In order of id. */
	readonly people: readonly Person[];
	byId(id: string): Person | null;
	/**
	 * People with this account, in order of id; an account belongs to one person, so two are a mistake in the directory.
	 * An account entered under `git` is found for every Git host, and the other way round.
	 */
	byAccount(account: Account): readonly Person[];
	byEmail(email: string): readonly Person[];
	/** People of this name, in order of id. */
	byName(name: string): readonly Person[];
	/** People who hold a role for this scope; null asks for those who hold it everywhere. */
	holders(role: Role, scope: string | null): readonly Person[];
}

export function createDirectory(people: readonly Person[]): Directory {
	const sorted = [...people].sort((a, b) => byText(a.id, b.id));
	const ids = new Map<string, Person>();
	for (const person of sorted) {
		if (ids.has(person.id)) throw new RangeError(`The id ${person.id} stands for two people. Read the rows with the import operation, which makes one of them.`);
		ids.set(person.id, person);
	}
	const accounts = new Map<string, Person[]>();
	const emails = new Map<string, Person[]>();
	const roles = new Map<string, Person[]>();
	const names = new Map<string, Person[]>();
	for (const person of sorted) {
		for (const { system, account } of person.accounts) add(accounts, accountKey(system, account), person);
		for (const email of emailsOf(person)) add(emails, email, person);
		add(names, comparable(person.name), person);
		for (const { role, scope } of person.roles) add(roles, roleKey(role, scope), person);
	}
	return {
		people: sorted,
		byId: (id) => ids.get(id) ?? null,
		byAccount: ({ system, account }) => accounts.get(accountKey(system, account)) ?? inOrder(relatedSystems(system).flatMap((related) => accounts.get(accountKey(related, account)) ?? [])),
		byEmail: (email) => emails.get(comparable(email)) ?? [],
		byName: (name) => names.get(comparable(name)) ?? [],
		holders: (role, scope) => roles.get(roleKey(role, scope)) ?? [],
	};
}

/** E-mails of a person in comparable form. */
export function emailsOf(person: Person): readonly string[] {
	const emails = person.accounts.filter(({ system }) => system === 'email').map(({ account }) => comparable(account));
	if (person.email !== null) emails.push(comparable(person.email));
	return [...new Set(emails)];
}

export function accountKey(system: string, account: string): string {
	return `${comparable(system)} ${comparable(account)}`;
}

function roleKey(role: Role, scope: string | null): string {
	return `${role} ${scope === null ? '' : comparable(scope)}`;
}

function add(index: Map<string, Person[]>, key: string, person: Person): void {
	const found = index.get(key);
	if (!found) index.set(key, [person]);
	else if (!found.includes(person)) found.push(person);
}

/** Each once, in order of id. */
function inOrder(people: readonly Person[]): readonly Person[] {
	return [...new Set(people)].sort((a, b) => byText(a.id, b.id));
}

/** People with an account; where it is an e-mail, as commits name their authors, people with that e-mail or with the login hidden in it. */
function byAccountOrEmail(directory: Directory, { system, account }: Account): readonly Person[] {
	const found = directory.byAccount({ system, account });
	if (found.length > 0 || !looksLikeEmail(account)) return found;
	const login = loginOfHiddenAddress(account);
	return login === null ? directory.byEmail(account) : directory.byAccount({ system, account: login });
}

/** How somebody is named in an item: by id, by e-mail or by an account in a system. */
export type PersonName = { readonly id: string } | { readonly email: string } | Account;

/** The one person of this name, or why there is none. */
export function personNamed(directory: Directory, name: PersonName): { readonly kind: 'found'; readonly person: Person } | { readonly kind: 'unknown'; readonly reason: BilingualText } {
	const [found, en, zh] =
		'id' in name
			? [[directory.byId(name.id)].filter((person) => person !== null), `id ${name.id}`, `编号 ${name.id}`]
			: 'email' in name
				? [directory.byEmail(name.email), `e-mail ${name.email}`, `邮箱 ${name.email}`]
				: [byAccountOrEmail(directory, name), `${name.system} account ${name.account}`, `${name.system} 账号 ${name.account}`];
	const [person, ...others] = found;
	if (person === undefined) return { kind: 'unknown', reason: { en: `The HR directory has nobody with the ${en}.`, 'zh-CN': `人员目录中没有${zh} 对应的人员。` } };
	if (others.length > 0) {
		const ids = found.map(({ id }) => id);
		return { kind: 'unknown', reason: { en: `The ${en} belongs to ${found.length} people in the HR directory (${ids.join(', ')}).`, 'zh-CN': `人员目录中${zh} 对应 ${found.length} 人（${ids.join('、')}）。` } };
	}
	return { kind: 'found', person };
}

/** A chain of managers that never ends: a person entered as his own manager, or several in a circle. Each circle once, from its smallest id. */
export function managerCircles(directory: Directory): ReadonlyArray<{ readonly ids: readonly string[]; readonly message: BilingualText }> {
	const state = new Map<string, 'open' | 'done'>();
	const circles: Array<{ ids: readonly string[]; message: BilingualText }> = [];
	for (const start of directory.people) {
		const path: string[] = [];
		let current: Person | null = start;
		while (current !== null && !state.has(current.id)) {
			state.set(current.id, 'open');
			path.push(current.id);
			current = current.managerId === null ? null : directory.byId(current.managerId);
		}
		if (current !== null && state.get(current.id) === 'open') circles.push(circleOf(directory, path.slice(path.indexOf(current.id))));
		for (const id of path) state.set(id, 'done');
	}
	return circles;
}

function circleOf(directory: Directory, ids: readonly string[]): { ids: readonly string[]; message: BilingualText } {
	const first = ids.indexOf([...ids].sort(byText)[0] ?? '');
	const turned = [...ids.slice(first), ...ids.slice(0, first)];
	const names = turned.map((id) => directory.byId(id)?.name ?? id);
	return {
		ids: turned,
		message:
			names.length === 1
				? { en: `${names[0] ?? ''} is entered as his or her own manager.`, 'zh-CN': `${names[0] ?? ''} 的直属上级填成了本人。` }
				: { en: `${names.join(' → ')} → ${names[0] ?? ''} are each other's managers in a circle.`, 'zh-CN': `${names.join(' → ')} → ${names[0] ?? ''} 的直属上级形成循环。` },
	};
}
