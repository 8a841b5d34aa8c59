import type { GroupRole } from '../groupRoles.js';
import { rolesOfGroup } from '../groupRoles.js';
import type { Account, RoleAssignment } from '../person.js';
import { booleanOf, byText, isRecord, textOf, type DirectoryProblem } from '../reading.js';
import type { PersonDraft } from '../references.js';
import { systemOfColumn } from '../accountColumn.js';
import { member } from '../scimAttribute.js';
import { vendorDraft } from '../vendorPerson.js';
import { firstValueOfDn, normalDn } from './dn.js';

/** How entries of an LDAP server are read. Source: vendor reference 4.6; RFC 2798 (inetOrgPerson); the schema of Active Directory. */
export interface LdapReadSettings {
	readonly source: string;
	/** What membership in a group means. */
	readonly groupRoles?: readonly GroupRole[];
	/** Attributes that hold what usually stands elsewhere. */
	readonly attributes?: Readonly<Partial<Record<LdapField, string>>>;
}

export type LdapField = 'id' | 'name' | 'email' | 'active' | 'department' | 'managerId' | 'mentorId' | 'teamLeadId';

export interface LdapEntry {
	readonly value: Readonly<Record<string, unknown>>;
	readonly index: number;
}

const TELLING = ['objectClass', 'cn', 'sn', 'uid', 'sAMAccountName', 'userPrincipalName', 'member', 'uniqueMember', 'memberUid', 'ou'];
const LOGIN = ['uid', 'sAMAccountName', 'userPrincipalName'];
const PERSON_CLASSES = new Set(['person', 'organizationalperson', 'inetorgperson', 'user', 'posixaccount', 'account']);
const GROUP_CLASSES = new Set(['group', 'groupofnames', 'groupofuniquenames', 'posixgroup', 'groupofmembers']);
/** Active Directory keeps computers as users. */
const NO_PERSON_CLASSES = new Set(['computer', 'organizationalunit', 'organization', 'dcobject', 'container', 'applicationprocess']);
/** `userAccountControl`: the account is disabled. */
const DISABLED = 2;
/** Lock without end (draft-behera-ldap-password-policy, 5.3.3). */
const LOCKED_FOR_GOOD = /^000001010000/;
const MEMBERS = /^(?:member|uniquemember)(?:;range=(\d+)-(\*|\d+))?$/i;

/** True for a row as n8n's LDAP node gives it: a DN and attributes under their LDAP names. */
export function isLdapEntry(row: unknown): row is Readonly<Record<string, unknown>> {
	if (!isRecord(row)) return false;
	const dn = textOf(member(row, 'dn'));
	return dn !== null && normalDn(dn) !== null && TELLING.some((attribute) => member(row, attribute) !== undefined || Object.keys(row).some((key) => MEMBERS.test(key)));
}

/**
 * Reads people and groups among the entries of an LDAP server. One value comes as text, several as a list; managers and members are DNs;
 * long lists of members come in ranges.
 */
export function readLdapEntries(entries: readonly LdapEntry[], settings: LdapReadSettings): { readonly drafts: readonly PersonDraft[]; readonly problems: readonly DirectoryProblem[] } {
	const problems: DirectoryProblem[] = [];
	const people: LdapEntry[] = [];
	const groups: LdapEntry[] = [];
	const others = new Map<string, number>();
	for (const entry of entries) {
		const kind = kindOf(entry.value);
		if (kind === 'person') people.push(entry);
		else if (kind === 'group') groups.push(entry);
		else others.set(classesOf(entry.value).at(-1) ?? 'unknown', (others.get(classesOf(entry.value).at(-1) ?? 'unknown') ?? 0) + 1);
	}
	const idOf = new Map<string, string>();
	for (const { value } of people) {
		const dn = normalDn(dnOf(value));
		if (dn !== null) idOf.set(dn, idOfPerson(value, settings));
	}
	const roles = rolesByPerson(groups, settings.groupRoles ?? [], problems);
	const drafts = people.map((entry) => draftOf(entry, settings, idOf, roles));
	if (others.size > 0) problems.push(leftOut(others));
	return { drafts, problems };
}

function draftOf({ value, index }: LdapEntry, settings: LdapReadSettings, idOf: ReadonlyMap<string, string>, roles: ReadonlyMap<string, readonly RoleAssignment[]>): PersonDraft {
	const named = settings.attributes ?? {};
	const text = (field: LdapField, ...usual: readonly string[]): string | null => firstText(value, named[field] === undefined || named[field] === '' ? usual : [named[field]]);
	const person = (written: string | null): string | null => (written === null ? null : (idOf.get(normalDn(written) ?? '') ?? written));
	const dn = dnOf(value);
	const given = firstText(value, ['givenName']);
	const family = firstText(value, ['sn']);
	const login = firstText(value, LOGIN);
	const accounts: Account[] = login === null ? [] : [{ system: 'hr', account: login }];
	for (const [attribute, content] of Object.entries(value)) {
		const system = LOGIN.some((name) => name.toLowerCase() === attribute.toLowerCase()) ? null : systemOfColumn(attribute);
		if (system !== null) for (const account of textsOf(content)) accounts.push({ system, account });
	}
	const ids = [dn, ...[...LOGIN, 'employeeNumber', 'employeeID'].map((attribute) => firstText(value, [attribute]))];
	const groupsOf = textsOf(member(value, 'memberOf')).flatMap((group) => rolesOfGroup(firstValueOfDn(group) ?? group, settings.groupRoles ?? []));
	const keys = [normalDn(dn), ...textsOf(member(value, 'uid')).map((uid) => uid.toLowerCase())].filter((key) => key !== null);
	return vendorDraft(settings.source, index, {
		id: idOfPerson(value, settings),
		name: text('name', 'displayName', 'cn') ?? (given !== null && family !== null ? (/\p{Script=Han}/u.test(family) ? `${family}${given}` : `${given} ${family}`) : family),
		emails: named.email === undefined || named.email === '' ? textsOf(member(value, 'mail')) : textsOf(member(value, named.email)),
		active: isActive(value, named.active),
		department: text('department', 'department', 'departmentNumber', 'ou'),
		managerId: person(text('managerId', 'manager')),
		mentorId: named.mentorId === undefined ? null : person(text('mentorId')),
		teamLeadId: named.teamLeadId === undefined ? null : person(text('teamLeadId')),
		accounts,
		roles: [...groupsOf, ...keys.flatMap((key) => roles.get(key) ?? [])],
		aliases: ids,
		names: given !== null && family !== null ? [`${given} ${family}`, `${family}, ${given}`, `${family}${given}`] : [],
		time: timeOf(value),
	});
}

const dnOf = (value: Readonly<Record<string, unknown>>): string => textOf(member(value, 'dn')) ?? '';

function idOfPerson(value: Readonly<Record<string, unknown>>, settings: LdapReadSettings): string {
	const own = settings.attributes?.id;
	return (own === undefined || own === '' ? null : firstText(value, [own])) ?? firstText(value, [...LOGIN, 'employeeNumber', 'employeeID']) ?? dnOf(value);
}

function isActive(value: Readonly<Record<string, unknown>>, attribute: string | undefined): boolean {
	if (attribute !== undefined && attribute !== '') return booleanOf(member(value, attribute)) ?? false;
	const control = Number(textOf(member(value, 'userAccountControl')) ?? 0);
	if (Number.isInteger(control) && (control & DISABLED) !== 0) return false;
	if (booleanOf(member(value, 'nsAccountLock')) === true || booleanOf(member(value, 'loginDisabled')) === true) return false;
	return !LOCKED_FOR_GOOD.test(textOf(member(value, 'pwdAccountLockedTime')) ?? '');
}

const classesOf = (value: Readonly<Record<string, unknown>>): readonly string[] => textsOf(member(value, 'objectClass')).map((name) => name.toLowerCase());

function kindOf(value: Readonly<Record<string, unknown>>): 'person' | 'group' | 'other' {
	const classes = classesOf(value);
	if (classes.some((name) => GROUP_CLASSES.has(name))) return 'group';
	if (classes.some((name) => NO_PERSON_CLASSES.has(name))) return 'other';
	if (classes.some((name) => PERSON_CLASSES.has(name))) return 'person';
	if (Object.keys(value).some((key) => MEMBERS.test(key)) || member(value, 'memberUid') !== undefined) return 'group';
	return classes.length === 0 && [...LOGIN, 'sn', 'mail', 'cn'].some((attribute) => firstText(value, [attribute]) !== null) ? 'person' : 'other';
}

/** Roles by the comparable DN or the uid of a member; members of groups within groups have the roles of the outer group too. */
function rolesByPerson(groups: readonly LdapEntry[], rules: readonly GroupRole[], problems: DirectoryProblem[]): ReadonlyMap<string, readonly RoleAssignment[]> {
	const roles = new Map<string, RoleAssignment[]>();
	if (rules.length === 0) return roles;
	const membersOf = new Map<string, Set<string>>();
	const namesOf = new Map<string, readonly string[]>();
	const ranges = new Map<string, { readonly name: string; last: string | null; whole: boolean }>();
	for (const { value } of groups) {
		const dn = normalDn(dnOf(value)) ?? dnOf(value);
		const names = [...textsOf(member(value, 'cn')), ...(firstValueOfDn(dnOf(value)) === null ? [] : [firstValueOfDn(dnOf(value)) ?? ''])];
		namesOf.set(dn, [...new Set([...(namesOf.get(dn) ?? []), ...names])]);
		const members = membersOf.get(dn) ?? new Set<string>();
		membersOf.set(dn, members);
		for (const uid of textsOf(member(value, 'memberUid'))) members.add(uid.toLowerCase());
		for (const [attribute, content] of Object.entries(value)) {
			const match = MEMBERS.exec(attribute);
			if (match === null) continue;
			for (const name of textsOf(content)) members.add(normalDn(name) ?? name.toLowerCase());
			if (match[2] === undefined) continue;
			const range = ranges.get(dn) ?? { name: names[0] ?? dn, last: null, whole: false };
			ranges.set(dn, { ...range, last: match[2] === '*' ? range.last : match[2], whole: range.whole || match[2] === '*' });
		}
	}
	for (const [dn, names] of namesOf) {
		const given = names.flatMap((name) => rolesOfGroup(name, rules));
		if (given.length === 0) continue;
		const range = ranges.get(dn);
		if (range !== undefined && !range.whole) problems.push(cutOff(range.name, range.last ?? ''));
		for (const key of allMembers(dn, membersOf)) roles.set(key, [...(roles.get(key) ?? []), ...given]);
	}
	return roles;
}

function allMembers(start: string, membersOf: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
	const found = new Set<string>();
	const seen = new Set<string>();
	const open = [start];
	for (let group = open.pop(); group !== undefined; group = open.pop()) {
		if (seen.has(group)) continue;
		seen.add(group);
		for (const name of membersOf.get(group) ?? []) {
			if (membersOf.has(name)) open.push(name);
			else found.add(name);
		}
	}
	return found;
}

function cutOff(name: string, last: string): DirectoryProblem {
	const next = Number(last) + 1;
	return {
		kind: 'warning', record: `group ${name}`, index: null, field: 'member', value: last,
		message: {
			en: `The server gave only the first ${next} members of the group “${name}”. Ask for the attribute member;range=${next}-* as well, or read memberOf of the people instead.`,
			'zh-CN': `服务器只返回了组“${name}”的前 ${next} 名成员。请同时读取属性 member;range=${next}-*，或改读人员的 memberOf。`,
		},
	};
}

function leftOut(others: ReadonlyMap<string, number>): DirectoryProblem {
	const list = [...others].sort(([a], [b]) => byText(a, b)).map(([name, count]) => `${count} × ${name}`);
	return {
		kind: 'warning', record: 'ldap entries', index: null, field: 'objectClass', value: list.join(', '),
		message: { en: `Entries that are neither people nor groups were left out: ${list.join(', ')}.`, 'zh-CN': `既不是人员也不是组的条目未采用：${list.join('、')}。` },
	};
}

/** `20260302080000Z`, `20260302080000.0Z` (RFC 4517, 3.3.13) as RFC 3339; null for anything else. */
function timeOf(value: Readonly<Record<string, unknown>>): string | null {
	const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:[.,]\d+)?Z$/.exec(firstText(value, ['modifyTimestamp', 'whenChanged']) ?? '');
	return match === null ? null : `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}T${match[4] ?? ''}:${match[5] ?? ''}:${match[6] ?? ''}Z`;
}

function firstText(value: Readonly<Record<string, unknown>>, attributes: readonly string[]): string | null {
	for (const attribute of attributes) {
		const text = textOf(member(value, attribute));
		if (text !== null) return text;
	}
	return null;
}

function textsOf(value: unknown): readonly string[] {
	return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(textOf).filter((text) => text !== null);
}
