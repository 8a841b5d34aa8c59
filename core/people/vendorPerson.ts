import type { BilingualText } from '../judgement/judgement.js';
import type { Account, Person, RoleAssignment, UnknownField } from './person.js';
import { byText, isRecord, textOf, type DirectoryProblem } from './reading.js';
import type { PersonDraft } from './references.js';

/* What the adapters of the HR vendors share: one person as a vendor states it, departments by name, and what a vendor kept back. */

/** What an adapter found out about one person. Absent is empty. */
export interface VendorPerson {
	readonly id: string;
	readonly name: string | null;
	/** The one to write to first. */
	readonly emails?: ReadonlyArray<string | null>;
	readonly active: boolean;
	readonly department?: string | null;
	readonly managerId?: string | null;
	readonly mentorId?: string | null;
	readonly teamLeadId?: string | null;
	readonly accounts?: readonly Account[];
	readonly roles?: readonly RoleAssignment[];
	readonly unknown?: readonly UnknownField[];
	/** Other words that name this person for sure: other ids, employee number. */
	readonly aliases?: ReadonlyArray<string | null>;
	/** Words that may name several people: `Doe, Jane`. */
	readonly names?: ReadonlyArray<string | null>;
	readonly time?: string | null;
	readonly url?: string | null;
}

/** A person as one record of a vendor states it, ready for {@link settleDrafts}. */
export function vendorDraft(source: string, index: number, given: VendorPerson): PersonDraft {
	const emails = filled(given.emails ?? []).filter(looksLikeEmail);
	const name = given.name ?? given.id;
	const accounts = [...(given.accounts ?? []), ...emails.map((email) => ({ system: 'email', account: email.toLowerCase() }))];
	const person: Person = {
		id: given.id,
		name,
		email: emails[0] ?? null,
		active: given.active,
		department: given.department ?? null,
		managerId: given.managerId ?? null,
		mentorId: given.mentorId ?? null,
		teamLeadId: given.teamLeadId ?? null,
		accounts: distinct(accounts, ({ system, account }) => `${system} ${account}`),
		roles: distinct(given.roles ?? [], ({ role, scope }) => `${role} ${scope ?? ''}`),
		...(given.unknown === undefined || given.unknown.length === 0 ? {} : { unknown: given.unknown }),
		evidence: { source, id: given.id, time: given.time ?? null, actor: null, url: given.url ?? null, label: name },
	};
	return { person, aliases: [...filled(given.aliases ?? []), ...emails], names: [name, ...filled(given.names ?? [])], record: `person ${given.id}`, index };
}

/** A record that names nobody; every other record stays. */
export function refusedRecord(index: number, what: string, field: string, vendor: string): DirectoryProblem {
	return {
		kind: 'refused',
		record: `record ${index + 1}`,
		index,
		field,
		value: what,
		message: { en: `${vendor} gave a record without ${field} (${what}); it names nobody and was left out.`, 'zh-CN': `${vendor} 返回的一条记录缺少 ${field}（${what}），无法对应到人员，未采用。` },
	};
}

export interface VendorDepartment {
	readonly id: string;
	readonly name: string | null;
	readonly parentId: string | null;
}

/**
 * Department id → the name that stands for it: its own name, or the names from the top down where two departments share one.
 * A department without name is not in the answer.
 */
export function departmentNames(departments: readonly VendorDepartment[]): ReadonlyMap<string, string> {
	const byId = new Map(departments.map((department) => [department.id, department]));
	const idsOfName = new Map<string, Set<string>>();
	for (const { id, name } of byId.values()) if (name !== null) idsOfName.set(name, (idsOfName.get(name) ?? new Set()).add(id));
	const path = (start: VendorDepartment): string => {
		const names: string[] = [];
		const seen = new Set<string>();
		for (let current: VendorDepartment | undefined = start; current !== undefined && !seen.has(current.id); current = current.parentId === null ? undefined : byId.get(current.parentId)) {
			seen.add(current.id);
			if (current.name !== null) names.unshift(current.name);
		}
		return names.join(' / ');
	};
	const named = new Map<string, string>();
	for (const department of byId.values()) if (department.name !== null) named.set(department.id, (idsOfName.get(department.name)?.size ?? 0) > 1 ? path(department) : department.name);
	return named;
}

const FIELD_WORDS: Readonly<Record<UnknownField, BilingualText>> = {
	managerId: { en: 'the manager', 'zh-CN': '直属上级' },
	department: { en: 'the department', 'zh-CN': '部门' },
	email: { en: 'the e-mail', 'zh-CN': '邮箱' },
	active: { en: 'whether the person has left', 'zh-CN': '在职状态' },
};
const NAMED_IN_A_MESSAGE = 3;

/**
 * What a vendor kept back, one problem per field and not one per person.
 *
 * @param remedy what the administrator of the vendor's side does about a field
 */
export function withheldFields(people: readonly PersonDraft[], vendor: string, remedy: (field: UnknownField) => BilingualText): readonly DirectoryProblem[] {
	const problems: DirectoryProblem[] = [];
	for (const [field, words] of Object.entries(FIELD_WORDS)) {
		const hidden = people.filter(({ person }) => person.unknown?.includes(field as UnknownField) === true);
		if (hidden.length === 0) continue;
		const names = [...new Set(hidden.map(({ person }) => person.name))].sort(byText);
		const shown = names.slice(0, NAMED_IN_A_MESSAGE);
		const more = names.length - shown.length;
		const { en, 'zh-CN': zh } = remedy(field as UnknownField);
		const count = new Set(people.map(({ person }) => person.id)).size;
		problems.push({
			kind: 'warning',
			record: vendor,
			index: null,
			field,
			value: null,
			message: {
				en: `${vendor} does not show ${words.en} of ${names.length} of ${count} people (${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}). It is unknown, not empty. ${en}`,
				'zh-CN': `${vendor} 未显示 ${count} 人中 ${names.length} 人的${words['zh-CN']}（${shown.join('、')}${more > 0 ? ` 等` : ''}），属未知而非空。${zh}`,
			},
		});
	}
	return problems;
}

/** Ids of a list, however it is written: list, one id, `"[2,3,4]"`, `2,3`. Blanks and repeats are left out. */
export function idList(value: unknown): readonly string[] {
	if (Array.isArray(value)) return [...new Set((value as readonly unknown[]).map(textOf).filter((id) => id !== null))];
	const text = textOf(value);
	if (text === null) return [];
	return [...new Set(text.replace(/^\[|\]$/g, '').split(/[,，;；\s]+/).map((id) => id.replace(/^["']|["']$/g, '')).filter((id) => id !== ''))];
}

/** Entries of a list of objects, where one entry may stand without its list. */
export function recordList(value: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> {
	return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isRecord);
}

/** How attributes of the company's own are used: mentor, team lead, logins of other systems. */
export interface OwnAttributes {
	readonly mentor?: string;
	readonly teamLead?: string;
	/** System → attribute that holds the login in it. */
	readonly accounts?: Readonly<Record<string, string>>;
}

/** What {@link OwnAttributes} name, out of the attributes of one person. Names are compared without regard to case. */
export function ownAttributes(settings: OwnAttributes, attributes: ReadonlyMap<string, string>): Pick<VendorPerson, 'mentorId' | 'teamLeadId'> & { readonly accounts: readonly Account[] } {
	const byName = new Map([...attributes].map(([name, value]) => [name.trim().toLowerCase(), value]));
	const value = (name: string | undefined): string | null => (name === undefined ? null : (byName.get(name.trim().toLowerCase()) ?? null));
	return {
		mentorId: value(settings.mentor),
		teamLeadId: value(settings.teamLead),
		accounts: Object.entries(settings.accounts ?? {}).flatMap(([system, name]) => idList(value(name)).map((account) => ({ system, account }))),
	};
}

export function looksLikeEmail(text: string): boolean {
	return /^[^\s@]+@[^\s@]+$/.test(text);
}

function filled(texts: ReadonlyArray<string | null>): readonly string[] {
	return texts.flatMap((text) => {
		const trimmed = text?.trim() ?? '';
		return trimmed === '' ? [] : [trimmed];
	});
}

function distinct<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): readonly Entry[] {
	return [...new Map(entries.map((entry) => [keyOf(entry), entry])).entries()].sort(([a], [b]) => byText(a, b)).map(([, entry]) => entry);
}
