import type { BilingualText } from '../../judgement/judgement.js';
import type { RoleAssignment, UnknownField } from '../person.js';
import { booleanOf, isRecord, textOf, type DirectoryProblem, type PeopleReading } from '../reading.js';
import { settleDrafts, type PersonDraft } from '../references.js';
import { departmentNames, idList, ownAttributes, recordList, refusedRecord, vendorDraft, withheldFields, type OwnAttributes } from '../vendorPerson.js';

/**
 * Which of a user's three ids names the person: `open_id` differs per app, `union_id` per developer, `user_id` is one per company
 * but needs a permission of its own.
 */
export type FeishuIdType = 'open_id' | 'user_id' | 'union_id';
export const FEISHU_ID_TYPES: readonly FeishuIdType[] = ['open_id', 'user_id', 'union_id'];

export interface FeishuReadSettings {
	/** Evidence source: base address of the service. The kind of id is added to it. */
	readonly source: string;
	readonly idType: FeishuIdType;
	/** Ids of custom attributes, as the management page shows them. */
	readonly attributes?: OwnAttributes;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads users and departments of Feishu or Lark. A user in two departments comes twice and is one person; a leader may be the person
 * himself; a field without its own permission is absent, which is unknown and not empty. Source: vendor reference 4.3.
 */
export function readFeishu(departments: readonly unknown[], users: readonly unknown[], settings: FeishuReadSettings): PeopleReading {
	const problems: DirectoryProblem[] = [];
	const rows = departments.filter(isRecord).filter((row) => booleanOf((row['status'] as Row | undefined)?.['is_deleted']) !== true);
	const names = departmentNames(rows.flatMap((row) => withId(row)));
	const roles = rolesOfDepartments(rows, names);
	const shown = new Set(users.filter(isRecord).flatMap((user) => Object.keys(user)));
	const hidden: readonly UnknownField[] = [
		...(shown.has('leader_user_id') ? [] : (['managerId'] as const)),
		...(shown.has('department_ids') || shown.has('department_path') ? [] : (['department'] as const)),
		...(shown.has('email') || shown.has('enterprise_email') ? [] : (['email'] as const)),
		...(shown.has('status') ? [] : (['active'] as const)),
	];
	const source = `${settings.source}/open-apis/contact/v3/users?user_id_type=${settings.idType}`;
	const drafts: PersonDraft[] = [];
	users.forEach((user, index) => {
		const id = isRecord(user) ? textOf(user[settings.idType]) : null;
		if (!isRecord(user) || id === null) {
			problems.push(refusedRecord(index, isRecord(user) ? (textOf(user['name']) ?? textOf(user['open_id']) ?? '?') : JSON.stringify(user), settings.idType, 'Feishu'));
			return;
		}
		const own = ownAttributes(settings.attributes ?? {}, customAttributes(user));
		const ids = [textOf(user['open_id']), textOf(user['user_id']), textOf(user['union_id'])];
		drafts.push(
			vendorDraft(source, index, {
				id,
				name: textOf(user['name']) ?? textOf(user['en_name']),
				emails: [textOf(user['enterprise_email']), textOf(user['email'])],
				active: isActive(user['status']),
				department: departmentOf(user, names),
				managerId: textOf(user['leader_user_id']),
				mentorId: own.mentorId ?? null,
				teamLeadId: own.teamLeadId ?? null,
				accounts: [{ system: 'feishu', account: id }, ...own.accounts],
				roles: roles.get(id) ?? [],
				unknown: hidden,
				aliases: [...ids, textOf(user['employee_no'])],
				names: [textOf(user['en_name']), textOf(user['nickname'])],
			}),
		);
	});
	return settleDrafts(drafts, [...problems, ...withheldFields(drafts, 'Feishu', remedyFor)]);
}

/** Someone who has left or is suspended; someone who has not joined the app yet is a colleague all the same. */
function isActive(status: unknown): boolean {
	return !isRecord(status) || !['is_resigned', 'is_exited', 'is_frozen'].some((state) => booleanOf(status[state]) === true);
}

const withId = (row: Row) => {
	const id = textOf(row['open_department_id']);
	return id === null ? [] : [{ id, name: textOf(row['name']), parentId: textOf(row['parent_department_id']) }];
};

/** The primary department of a user, by name. */
function departmentOf(user: Row, names: ReadonlyMap<string, string>): string | null {
	const primary = recordList(user['orders']).find((order) => booleanOf(order['is_primary_dept']) === true);
	const ids = [textOf(primary?.['department_id']), ...idList(user['department_ids'])].filter((id) => id !== null);
	for (const id of ids) {
		const name = names.get(id);
		if (name !== undefined) return name;
	}
	for (const id of ids) {
		const path = recordList(user['department_path']).find((entry) => textOf(entry['department_id']) === id);
		const name = textOf((path?.['department_name'] as Row | undefined)?.['name']);
		if (name !== null) return name;
	}
	return null;
}

/** Main leaders are team leads of their department, department HRBPs are HRBP of it. */
function rolesOfDepartments(departments: readonly Row[], names: ReadonlyMap<string, string>): ReadonlyMap<string, readonly RoleAssignment[]> {
	const roles = new Map<string, RoleAssignment[]>();
	const give = (id: string, role: RoleAssignment): void => {
		roles.set(id, [...(roles.get(id) ?? []), role]);
	};
	for (const department of departments) {
		const scope = names.get(textOf(department['open_department_id']) ?? '');
		if (scope === undefined) continue;
		const leaders = recordList(department['leaders']).filter((leader) => (textOf(leader['leaderType']) ?? '1') === '1').map((leader) => textOf(leader['leaderID']));
		for (const id of new Set([...leaders, textOf(department['leader_user_id'])])) if (id !== null) give(id, { role: 'teamLead', scope });
		for (const id of idList(department['department_hrbps'])) give(id, { role: 'hrbp', scope });
	}
	return roles;
}

/** Custom attribute id → its text, or the id of the person it points to. */
function customAttributes(user: Row): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const attribute of recordList(user['custom_attrs'])) {
		const id = textOf(attribute['id']);
		const value = isRecord(attribute['value']) ? attribute['value'] : {};
		const person = textOf(attribute['type'])?.toUpperCase() === 'GENERIC_USER' && isRecord(value['generic_user']) ? textOf(value['generic_user']['id']) : null;
		const text = person ?? textOf(value['text']) ?? textOf(value['option_value']) ?? textOf(value['name']);
		if (id !== null && text !== null) found.set(id, text);
	}
	return found;
}

function remedyFor(field: UnknownField): BilingualText {
	const [en, zh] = {
		managerId: ['Obtain user organization information', '获取用户组织架构信息'],
		department: ['Obtain user organization information', '获取用户组织架构信息'],
		email: ["Obtain user's email information", '获取用户邮箱信息'],
		active: ["Obtain user's employment information", '获取用户受雇信息'],
	}[field];
	return { en: `Give the app the permission “${en}” in the developer console and publish a new version of it.`, 'zh-CN': `请在开发者后台为应用开通“${zh}”权限并发布新版本。` };
}
