import type { BilingualText } from '../../judgement/judgement.js';
import type { RoleAssignment, UnknownField } from '../person.js';
import { booleanOf, isRecord, textOf, type DirectoryProblem, type PeopleReading } from '../reading.js';
import { settleDrafts, type PersonDraft } from '../references.js';
import { departmentNames, idList, ownAttributes, recordList, refusedRecord, vendorDraft, withheldFields, type OwnAttributes } from '../vendorPerson.js';

export interface DingTalkReadSettings {
	/** Evidence source: base address of the service. */
	readonly source: string;
	/** Names of the company's own fields of a member (`extension`). */
	readonly attributes?: OwnAttributes;
	/** Members of whom only the row of a list is known, which names no manager. */
	readonly withoutManagers?: ReadonlySet<string>;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads members and departments of DingTalk. Numbers, booleans and lists may come as text (`"true"`, `"[2,3,4]"`), one entry without
 * its list. Who has left is no longer in the answers; `active` only says who has activated the app. Source: vendor reference 4.4.
 *
 * @param users answers of `user/get`, or rows of `user/list`, which never name a manager
 */
export function readDingTalk(departments: readonly unknown[], users: readonly unknown[], settings: DingTalkReadSettings): PeopleReading {
	const problems: DirectoryProblem[] = [];
	const names = departmentNames(
		departments.filter(isRecord).flatMap((row) => {
			const id = textOf(row['dept_id']);
			return id === null ? [] : [{ id, name: textOf(row['name']), parentId: textOf(row['parent_id']) }];
		}),
	);
	const managersShown = users.some((user) => isRecord(user) && 'manager_userid' in user);
	const emailsShown = users.some((user) => isRecord(user) && ('email' in user || 'org_email' in user));
	const drafts: PersonDraft[] = [];
	users.forEach((user, index) => {
		const id = isRecord(user) ? textOf(user['userid']) : null;
		if (!isRecord(user) || id === null) {
			problems.push(refusedRecord(index, isRecord(user) ? (textOf(user['name']) ?? '?') : JSON.stringify(user), 'userid', 'DingTalk'));
			return;
		}
		const own = ownAttributes(settings.attributes ?? {}, extensionOf(user['extension']));
		const unknown: UnknownField[] = [];
		if (!managersShown || settings.withoutManagers?.has(id) === true) unknown.push('managerId');
		if (!emailsShown) unknown.push('email');
		drafts.push(
			vendorDraft(settings.source, index, {
				id,
				name: textOf(user['name']),
				emails: [textOf(user['org_email']), textOf(user['email'])],
				active: true,
				department: departmentOf(user, names),
				managerId: textOf(user['manager_userid']),
				mentorId: own.mentorId ?? null,
				teamLeadId: own.teamLeadId ?? null,
				accounts: [{ system: 'dingtalk', account: id }, ...own.accounts],
				roles: ledBy(user, names),
				unknown,
				aliases: [textOf(user['job_number']), textOf(user['unionid'])],
			}),
		);
	});
	return settleDrafts(drafts, [...problems, ...withheldFields(drafts, 'DingTalk', remedyFor)]);
}

/** The department in which the member stands first, by name. */
function departmentOf(user: Row, names: ReadonlyMap<string, string>): string | null {
	for (const id of idList(user['dept_id_list'])) {
		const name = names.get(id);
		if (name !== undefined) return name;
	}
	return null;
}

/** Departments that the member leads. */
function ledBy(user: Row, names: ReadonlyMap<string, string>): readonly RoleAssignment[] {
	return recordList(user['leader_in_dept']).flatMap((entry): readonly RoleAssignment[] => {
		const scope = booleanOf(entry['leader']) === true ? names.get(textOf(entry['dept_id']) ?? '') : undefined;
		return scope === undefined ? [] : [{ role: 'teamLead', scope }];
	});
}

/** Own fields of the company, JSON within a text: `{"导师":"zhangsan"}`. */
function extensionOf(value: unknown): ReadonlyMap<string, string> {
	let fields: unknown = value;
	if (typeof value === 'string') {
		try {
			fields = JSON.parse(value) as unknown;
		} catch {
			return new Map();
		}
	}
	if (!isRecord(fields)) return new Map();
	return new Map(Object.entries(fields).flatMap(([name, content]) => {
		const text = textOf(content);
		return text === null ? [] : [[name, text] as const];
	}));
}

function remedyFor(field: UnknownField): BilingualText {
	if (field === 'email') return { en: 'Give the app the permission “Personal information: e-mail and other personal data” in the developer console.', 'zh-CN': '请在开发者后台为应用开通“邮箱等个人信息”权限。' };
	return { en: 'Read every member one by one (option “Read Managers”) and give the app the permission to read members of the contacts.', 'zh-CN': '请启用逐人读取（选项“Read Managers”），并为应用开通“成员信息读权限”。' };
}
