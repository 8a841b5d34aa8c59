import { byText, booleanOf, isRecord, textOf, type DirectoryProblem, type PeopleReading } from './reading.js';
import { rolesOfGroup, type GroupRole } from './groupRoles.js';
import type { Account, Person, RoleAssignment } from './person.js';
import { settleDrafts, type PersonDraft } from './references.js';
import { ENTERPRISE_USER, member, scimAttribute } from './scimAttribute.js';

/** How SCIM users become people. Source: spec S16; RFC 7643, sections 4.1 to 4.3. */
export interface ScimReadSettings {
	/** Evidence source: the service's base address. */
	readonly source: string;
	readonly groupRoles?: readonly GroupRole[];
	/** Attribute paths (RFC 7644, section 3.10) of what the standard has no attribute for, or of one that is kept elsewhere. */
	readonly paths?: {
		readonly manager?: string;
		readonly mentor?: string;
		readonly teamLead?: string;
		readonly department?: string;
		/** System → path of the login in it: `{git: 'urn:example:2.0:User:gitLogin'}`. */
		readonly accounts?: Readonly<Record<string, string>>;
	};
}

interface Resource {
	readonly value: Readonly<Record<string, unknown>>;
	readonly index: number;
}

/**
 * Reads users and groups of SCIM list answers.
 *
 * @param userPages ListResponse objects (or single User resources), in any order
 * @param groupPages the same for groups; empty where groups are not read
 */
export function readScimUsers(userPages: readonly unknown[], groupPages: readonly unknown[], settings: ScimReadSettings): PeopleReading {
	const problems: DirectoryProblem[] = [];
	const users = resourcesOf(userPages, 'user', problems);
	const groups = resourcesOf(groupPages, 'group', problems);
	const roles = rolesByMember(groups, new Set(users.map(({ value }) => textOf(member(value, 'id')) ?? '')), settings.groupRoles ?? [], problems);
	const drafts: PersonDraft[] = [];
	for (const user of users) {
		const draft = draftOf(user, roles, settings, problems);
		if (draft) drafts.push(draft);
	}
	return settleDrafts(drafts, problems);
}

function resourcesOf(pages: readonly unknown[], what: 'user' | 'group', problems: DirectoryProblem[]): readonly Resource[] {
	const found: Resource[] = [];
	pages.forEach((page, pageIndex) => {
		const refuse = (en: string, zh: string): void => {
			problems.push({ kind: 'refused', record: `${what} answer ${pageIndex + 1}`, index: null, field: null, value: null, message: { en, 'zh-CN': zh } });
		};
		if (!isRecord(page)) {
			refuse('This answer is not a JSON object. Expected a SCIM ListResponse.', '此响应不是 JSON 对象，应为 SCIM ListResponse。');
			return;
		}
		if (textOf(member(page, 'schemas'))?.toLowerCase().endsWith(':error') === true) {
			const detail = textOf(member(page, 'detail')) ?? '';
			refuse(`The SCIM service answered with an error: ${detail}`, `SCIM 服务返回错误：${detail}`);
			return;
		}
		const list = member(page, 'Resources');
		// A list without hits may leave the attribute out (RFC 7644, section 3.4.2).
		const resources: readonly unknown[] = Array.isArray(list) ? list : member(page, 'totalResults') === undefined && member(page, 'id') !== undefined ? [page] : [];
		for (const resource of resources) {
			if (isRecord(resource)) found.push({ value: resource, index: found.length });
			else refuse(`The list holds ${JSON.stringify(resource)} where a resource is expected.`, `列表中有 ${JSON.stringify(resource)}，应为资源对象。`);
		}
	});
	return found;
}

function draftOf({ value: user, index }: Resource, roles: ReadonlyMap<string, readonly RoleAssignment[]>, settings: ScimReadSettings, problems: DirectoryProblem[]): PersonDraft | null {
	const id = textOf(member(user, 'id'));
	const userName = textOf(member(user, 'userName'));
	if (id === null) {
		problems.push({
			kind: 'refused',
			record: `user ${userName ?? index + 1}`,
			index,
			field: 'id',
			value: null,
			message: { en: `User ${userName ?? index + 1} has no id. SCIM requires one; ask the service to return the attribute.`, 'zh-CN': `用户 ${userName ?? index + 1} 没有 id。SCIM 要求提供该属性，请让服务返回它。` },
		});
		return null;
	}
	const record = `user ${id}`;
	const warn = (field: string, value: string, en: string, zh: string): void => {
		problems.push({ kind: 'warning', record, index, field, value, message: { en, 'zh-CN': zh } });
	};
	const emails = emailsOf(user);
	const name = nameOf(user) ?? userName ?? id;
	const activeValue = member(user, 'active');
	const active = activeValue === undefined || activeValue === null ? true : booleanOf(activeValue);
	if (active === null) warn('active', JSON.stringify(activeValue), `${name} has active = ${JSON.stringify(activeValue)}; expected true or false. Treated as inactive so that no task goes to a person who left.`, `${name} 的 active 为 ${JSON.stringify(activeValue)}，应为 true 或 false。为避免派给已离职人员，按停用处理。`);

	const paths = settings.paths ?? {};
	const enterprise = (attribute: string): unknown => scimAttribute(user, `${ENTERPRISE_USER}:${attribute}`);
	const accounts: Account[] = [];
	if (userName !== null) accounts.push({ system: 'hr', account: userName });
	for (const email of emails) accounts.push({ system: 'email', account: email.toLowerCase() });
	for (const [system, path] of Object.entries(paths.accounts ?? {})) for (const account of textsOf(scimAttribute(user, path))) accounts.push({ system, account });

	const own = [...groupNamesOf(user, 'groups'), ...groupNamesOf(user, 'roles')].flatMap((group) => rolesOfGroup(group, settings.groupRoles ?? []));
	const meta = member(user, 'meta');
	const person: Person = {
		id,
		name,
		email: emails[0] ?? null,
		active: active ?? false,
		department: textOf(paths.department === undefined ? enterprise('department') : scimAttribute(user, paths.department)),
		managerId: referenceOf(paths.manager === undefined ? enterprise('manager') : scimAttribute(user, paths.manager)),
		mentorId: paths.mentor === undefined ? null : referenceOf(scimAttribute(user, paths.mentor)),
		teamLeadId: paths.teamLead === undefined ? null : referenceOf(scimAttribute(user, paths.teamLead)),
		accounts: distinct(accounts, (entry) => `${entry.system} ${entry.account}`),
		roles: distinct([...(roles.get(id) ?? []), ...own], (entry) => `${entry.role} ${entry.scope ?? ''}`),
		evidence: { source: settings.source, id, time: textOf(scimAttribute(meta, 'lastModified')), actor: null, url: textOf(scimAttribute(meta, 'location')), label: name },
	};
	const aliases = [userName, textOf(member(user, 'externalId')), textOf(enterprise('employeeNumber')), ...emails].filter((alias) => alias !== null);
	return { person, aliases, names: [name], record, index };
}

/** E-mails, the one to write to first: primary, then work, then the order given. */
function emailsOf(user: Readonly<Record<string, unknown>>): readonly string[] {
	const list = member(user, 'emails');
	const entries = (Array.isArray(list) ? (list as readonly unknown[]) : list === undefined ? [] : [list]).flatMap((entry) => {
		const value = isRecord(entry) ? textOf(member(entry, 'value')) : textOf(entry);
		if (value === null) return [];
		const rank = isRecord(entry) && booleanOf(member(entry, 'primary')) === true ? 0 : isRecord(entry) && textOf(member(entry, 'type'))?.toLowerCase() === 'work' ? 1 : 2;
		return [{ value, rank }];
	});
	return entries.sort((a, b) => a.rank - b.rank).map((entry) => entry.value);
}

const HAN = /\p{Script=Han}/u;

function nameOf(user: Readonly<Record<string, unknown>>): string | null {
	const shown = textOf(member(user, 'displayName')) ?? textOf(scimAttribute(user, 'name.formatted'));
	if (shown !== null) return shown;
	const given = textOf(scimAttribute(user, 'name.givenName'));
	const family = textOf(scimAttribute(user, 'name.familyName'));
	if (given === null || family === null) return given ?? family;
	return HAN.test(family) ? `${family}${given}` : `${given} ${family}`;
}

/** Id behind a reference: `{value}`, a bare id, a list of one, or only `$ref`. */
function referenceOf(value: unknown): string | null {
	const single: unknown = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
	if (!isRecord(single)) return textOf(single);
	const id = textOf(member(single, 'value'));
	if (id !== null) return id;
	const last = textOf(member(single, '$ref'))?.split('/').at(-1);
	return last === undefined || last === '' ? null : last;
}

function groupNamesOf(user: Readonly<Record<string, unknown>>, attribute: 'groups' | 'roles'): readonly string[] {
	const list = member(user, attribute);
	if (!Array.isArray(list)) return textsOf(list);
	return (list as readonly unknown[]).flatMap((entry) => (isRecord(entry) ? textsOf([member(entry, 'display'), member(entry, 'value')]) : textsOf(entry)));
}

function textsOf(value: unknown): readonly string[] {
	const texts = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(textOf);
	return [...new Set(texts.filter((text) => text !== null))];
}

function distinct<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): readonly Entry[] {
	return [...new Map(entries.map((entry) => [keyOf(entry), entry])).entries()].sort(([a], [b]) => byText(a, b)).map(([, entry]) => entry);
}

/** Roles by user id; members of groups within groups have the roles of the outer group too. */
function rolesByMember(groups: readonly Resource[], userIds: ReadonlySet<string>, rules: readonly GroupRole[], problems: DirectoryProblem[]): ReadonlyMap<string, readonly RoleAssignment[]> {
	const byId = new Map<string, Resource>();
	for (const group of groups) {
		const id = textOf(member(group.value, 'id'));
		if (id !== null) byId.set(id, group);
	}
	const roles = new Map<string, RoleAssignment[]>();
	for (const group of groups) {
		const name = textOf(member(group.value, 'displayName')) ?? textOf(member(group.value, 'id'));
		if (name === null) continue;
		const given = rolesOfGroup(name, rules);
		if (given.length === 0) continue;
		for (const id of membersOf(group, byId)) {
			if (!userIds.has(id)) {
				problems.push({
					kind: 'warning',
					record: `group ${name}`,
					index: null,
					field: 'members',
					value: id,
					message: { en: `The group “${name}” has the member ${id}, who is not among the users read.`, 'zh-CN': `组“${name}”的成员 ${id} 不在所读取的用户中。` },
				});
				continue;
			}
			const held = roles.get(id);
			if (held) held.push(...given);
			else roles.set(id, [...given]);
		}
	}
	return roles;
}

function membersOf(group: Resource, groups: ReadonlyMap<string, Resource>): ReadonlySet<string> {
	const people = new Set<string>();
	const seen = new Set<Resource>();
	const open = [group];
	for (let current = open.pop(); current !== undefined; current = open.pop()) {
		if (seen.has(current)) continue;
		seen.add(current);
		const members = member(current.value, 'members');
		for (const entry of Array.isArray(members) ? (members as readonly unknown[]) : []) {
			const id = referenceOf(entry);
			if (id === null) continue;
			const inner = groups.get(id);
			if (inner) open.push(inner);
			else people.add(id);
		}
	}
	return people;
}
