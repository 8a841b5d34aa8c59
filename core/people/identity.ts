import type { BilingualText } from '../judgement/judgement.js';
import { accountKey, createDirectory, emailsOf } from './directory.js';
import { loginOfHiddenAddress } from './gitAccounts.js';
import type { Account, Person } from './person.js';
import { byText, comparable } from './reading.js';
import { looksLikeEmail } from './vendorPerson.js';

/** An account as a system lists it, to be joined to a person. */
export interface FoundAccount extends Account {
	readonly email: string | null;
	/** What the owner signs in with, where it is not `account` itself. */
	readonly login: string | null;
	readonly name: string | null;
	/** A link made before, in a table or by a person: it is kept. */
	readonly personId: string | null;
}

export interface JoinSettings {
	/** What a name alone is worth: `review` (default) proposes it to a person, `join` accepts a name that only one person has. */
	readonly names?: 'review' | 'join';
}

/** What spoke for a person. */
export type JoinedBy = 'link' | 'account' | 'email' | 'login' | 'name';

export interface JoinedAccount {
	readonly account: FoundAccount;
	readonly personId: string;
	readonly by: JoinedBy;
	readonly explanation: BilingualText;
}

export interface AccountToReview {
	readonly account: FoundAccount;
	readonly candidates: ReadonlyArray<{ readonly personId: string; readonly name: string; readonly by: readonly JoinedBy[] }>;
	readonly reason: BilingualText;
}

export interface JoinedIdentities {
	/** The people with the accounts that were joined to them. */
	readonly people: readonly Person[];
	/** In order of system and account. */
	readonly joined: readonly JoinedAccount[];
	readonly review: readonly AccountToReview[];
}

/**
 * Joins accounts to people: a link made before, then the same account, the same e-mail, the same login. Nothing is guessed: what speaks for
 * several people, for nobody, or only a name, is listed for review. Independent of the order of people and accounts. Source: spec S16.
 */
export function joinIdentities(people: readonly Person[], accounts: readonly FoundAccount[], settings: JoinSettings = {}): JoinedIdentities {
	const directory = createDirectory(people);
	const byEmail = new Map<string, Set<string>>();
	const byLogin = new Map<string, Set<string>>();
	const byName = new Map<string, Set<string>>();
	for (const person of directory.people) {
		for (const email of emailsOf(person)) put(byEmail, email, person.id);
		for (const { system, account } of person.accounts) if (system !== 'email') put(byLogin, comparable(account), person.id);
		put(byName, comparable(person.name), person.id);
	}
	const joined: JoinedAccount[] = [];
	const review: AccountToReview[] = [];

	for (const account of settle(accounts, review)) {
		// A commit names its author by e-mail, so the account itself may be one.
		const addresses = [account.email, looksLikeEmail(account.account) ? account.account : null].filter((address) => address !== null);
		const logins = [account.login, account.account, ...addresses.map(loginOfHiddenAddress)].filter((login) => login !== null);
		const named = account.name === null ? new Set<string>() : of(byName, [account.name]);
		const clues: ReadonlyArray<readonly [JoinedBy, ReadonlySet<string>]> = [
			['account', new Set(directory.byAccount(account).map((person) => person.id))],
			['email', of(byEmail, addresses.filter((address) => loginOfHiddenAddress(address) === null))],
			['login', of(byLogin, logins)],
			['name', named.size > 0 || account.login === null ? named : of(byName, [account.login])],
		];
		if (account.personId !== null) {
			joined.push(linked(account, account.personId, directory.byId(account.personId)));
			continue;
		}
		const strong = clues.filter(([by, ids]) => ids.size > 0 && (by !== 'name' || settings.names === 'join'));
		const ids = new Set(strong.filter(([by]) => by !== 'name').flatMap(([, found]) => [...found]));
		// A name only counts where nothing better speaks; where it contradicts what is better, it is no objection: names repeat.
		const decisive = ids.size > 0 ? ids : new Set(strong.flatMap(([, found]) => [...found]));
		const [only, ...others] = decisive;
		const person = only === undefined ? null : directory.byId(only);
		if (person !== null && others.length === 0) {
			const by = strong.find(([, found]) => found.has(person.id))?.[0] ?? 'name';
			joined.push({ account, personId: person.id, by, explanation: explanationOf(account, person, by) });
			continue;
		}
		const candidates = [...new Set(clues.flatMap(([, found]) => [...found]))].sort(byText).map((id) => ({ personId: id, name: directory.byId(id)?.name ?? id, by: clues.filter(([, found]) => found.has(id)).map(([by]) => by) }));
		review.push({ account, candidates, reason: reasonOf(account, candidates.length, decisive.size) });
	}

	const additions = new Map<string, Account[]>();
	for (const { account, personId } of joined) additions.set(personId, [...(additions.get(personId) ?? []), account]);
	return { people: directory.people.map((person) => withAccounts(person, additions.get(person.id) ?? [])), joined, review };
}

/** Accounts in order, each once; a repeat that links another person goes to review. */
function settle(accounts: readonly FoundAccount[], review: AccountToReview[]): readonly FoundAccount[] {
	const groups = new Map<string, FoundAccount[]>();
	for (const account of accounts) {
		const key = accountKey(account.system, account.account);
		const group = groups.get(key);
		if (group) group.push(account);
		else groups.set(key, [account]);
	}
	const settled: FoundAccount[] = [];
	for (const [, group] of [...groups].sort(([a], [b]) => byText(a, b))) {
		const first = (field: 'email' | 'login' | 'name' | 'personId'): readonly string[] => [...new Set(group.map((account) => account[field]).filter((value) => value !== null))].sort(byText);
		const [account] = group;
		if (account === undefined) continue;
		const links = first('personId');
		const merged = { system: account.system, account: account.account, email: first('email')[0] ?? null, login: first('login')[0] ?? null, name: first('name')[0] ?? null, personId: links[0] ?? null };
		if (links.length > 1) {
			review.push({ account: merged, candidates: links.map((personId) => ({ personId, name: personId, by: ['link'] })), reason: { en: `${merged.system} account ${merged.account} is linked to ${links.length} people (${links.join(', ')}). Keep one link.`, 'zh-CN': `${merged.system} 账号 ${merged.account} 关联了 ${links.length} 人（${links.join('、')}），请只保留一个。` } });
		} else settled.push(merged);
	}
	return settled;
}

function linked(account: FoundAccount, personId: string, person: Person | null): JoinedAccount {
	const explanation =
		person === null
			? { en: `${account.system} account ${account.account} keeps its link to ${personId}, who is not in the HR directory.`, 'zh-CN': `${account.system} 账号 ${account.account} 保留已有关联 ${personId}，但该人员不在人员目录中。` }
			: { en: `${account.system} account ${account.account} keeps its link to ${person.name}.`, 'zh-CN': `${account.system} 账号 ${account.account} 保留与 ${person.name} 的已有关联。` };
	return { account, personId, by: 'link', explanation };
}

function explanationOf(account: FoundAccount, person: Person, by: JoinedBy): BilingualText {
	const words: Readonly<Record<JoinedBy, BilingualText>> = {
		link: { en: 'link', 'zh-CN': '已有关联' },
		account: { en: 'account', 'zh-CN': '账号' },
		email: { en: 'e-mail', 'zh-CN': '邮箱' },
		login: { en: 'login', 'zh-CN': '登录名' },
		name: { en: 'name, which nobody else has,', 'zh-CN': '姓名（无重名）' },
	};
	return { en: `${account.system} account ${account.account} belongs to ${person.name}: the ${words[by].en} is the same.`, 'zh-CN': `${account.system} 账号 ${account.account} 属于 ${person.name}：${words[by]['zh-CN']}相同。` };
}

function reasonOf({ system, account }: FoundAccount, candidates: number, decisive: number): BilingualText {
	if (candidates === 0) return { en: `Nobody in the HR directory has the e-mail, login or name of ${system} account ${account}. Link it by hand or leave it, for example for a bot.`, 'zh-CN': `人员目录中没有人与 ${system} 账号 ${account} 的邮箱、登录名或姓名相同。请人工关联，或保持不变（如机器人账号）。` };
	if (decisive > 1) return { en: `${system} account ${account} fits ${decisive} people. Choose one.`, 'zh-CN': `${system} 账号 ${account} 与 ${decisive} 人相符，请选择其一。` };
	return { en: `${system} account ${account} shares only a name with ${candidates === 1 ? 'one person' : `${candidates} people`}. Confirm it.`, 'zh-CN': `${system} 账号 ${account} 仅姓名与 ${candidates} 人相同，请确认。` };
}

function withAccounts(person: Person, added: readonly Account[]): Person {
	const known = new Set(person.accounts.map(({ system, account }) => accountKey(system, account)));
	const news = added.filter(({ system, account }) => !known.has(accountKey(system, account))).map(({ system, account }) => ({ system, account }));
	return news.length === 0 ? person : { ...person, accounts: [...person.accounts, ...news] };
}

function put(index: Map<string, Set<string>>, key: string, id: string): void {
	const found = index.get(key);
	if (found) found.add(id);
	else index.set(key, new Set([id]));
}

function of(index: ReadonlyMap<string, ReadonlySet<string>>, words: readonly string[]): ReadonlySet<string> {
	return new Set(words.flatMap((word) => [...(index.get(comparable(word)) ?? [])]));
}
