import type { BilingualText } from '../../judgement/judgement.js';
import type { RoleAssignment, UnknownField } from '../person.js';
import { booleanOf, isRecord, textOf, type DirectoryProblem, type PeopleReading } from '../reading.js';
import { settleDrafts, type PersonDraft } from '../references.js';
import { departmentNames, idList, ownAttributes, recordList, refusedRecord, vendorDraft, withheldFields, type OwnAttributes } from '../vendorPerson.js';

export interface WeComReadSettings {
	/** Evidence source: base address of the service. */
	readonly source: string;
	/** Names of the company's own fields of a member (`extattr`). */
	readonly attributes?: OwnAttributes;
	/** Departments of members as a list of ids states them, for members whose own record keeps them back. */
	readonly departmentsOf?: ReadonlyMap<string, readonly string[]>;
}

type Row = Readonly<Record<string, unknown>>;

/** `status` of a member: 1 activated, 2 disabled, 4 not activated yet, 5 has left the company. */
const GONE = new Set(['2', '5']);

/**
 * Reads members and departments of WeCom. Apps made since 2022 get neither contact data nor, without the right, departments and
 * superiors: lists that are empty then say nothing, so they are unknown. Source: vendor reference 4.5.
 */
export function readWeCom(departments: readonly unknown[], users: readonly unknown[], settings: WeComReadSettings): PeopleReading {
	const problems: DirectoryProblem[] = [];
	const names = departmentNames(
		departments.filter(isRecord).flatMap((row) => {
			const id = textOf(row['id']);
			return id === null ? [] : [{ id, name: textOf(row['name']), parentId: textOf(row['parentid']) }];
		}),
	);
	const rows = users.filter(isRecord);
	const managersShown = rows.some((user) => idList(user['direct_leader']).length > 0);
	const emailsShown = rows.some((user) => 'email' in user || 'biz_mail' in user);
	const drafts: PersonDraft[] = [];
	users.forEach((user, index) => {
		const id = isRecord(user) ? textOf(user['userid']) : null;
		if (!isRecord(user) || id === null) {
			problems.push(refusedRecord(index, isRecord(user) ? (textOf(user['name']) ?? textOf(user['open_userid']) ?? '?') : JSON.stringify(user), 'userid', 'WeCom'));
			return;
		}
		const ownDepartments = idList(user['department']);
		const departmentIds = ownDepartments.length > 0 ? ownDepartments : (settings.departmentsOf?.get(id) ?? []);
		const leaders = idList(user['direct_leader']);
		const unknown: UnknownField[] = [];
		if (leaders.length === 0 && (ownDepartments.length === 0 || !managersShown)) unknown.push('managerId');
		if (departmentIds.length === 0) unknown.push('department');
		if (!emailsShown) unknown.push('email');
		if (leaders.length > 1) problems.push(severalLeaders(id, index, leaders));
		const own = ownAttributes(settings.attributes ?? {}, extraAttributes(user));
		const main = textOf(user['main_department']);
		drafts.push(
			vendorDraft(settings.source, index, {
				id,
				name: textOf(user['name']),
				emails: [textOf(user['biz_mail']), textOf(user['email'])],
				active: !GONE.has(textOf(user['status']) ?? '1') && booleanOf(user['enable']) !== false,
				department: [main ?? '', ...departmentIds].map((department) => names.get(department)).find((name) => name !== undefined) ?? null,
				managerId: leaders[0] ?? null,
				mentorId: own.mentorId ?? null,
				teamLeadId: own.teamLeadId ?? null,
				accounts: [{ system: 'wecom', account: id }, ...own.accounts],
				roles: ledBy(user, departmentIds, names),
				unknown,
				aliases: [textOf(user['open_userid'])],
				names: [textOf(user['alias'])],
			}),
		);
	});
	return settleDrafts(drafts, [...problems, ...withheldFields(drafts, 'WeCom', remedyFor)]);
}

/** Departments that the member leads: the flags stand in the order of the departments. */
function ledBy(user: Row, departmentIds: readonly string[], names: ReadonlyMap<string, string>): readonly RoleAssignment[] {
	const flags: unknown = user['is_leader_in_dept'];
	if (!Array.isArray(flags)) return [];
	return departmentIds.flatMap((id, at): readonly RoleAssignment[] => {
		const scope = booleanOf((flags as readonly unknown[])[at]) === true ? names.get(id) : undefined;
		return scope === undefined ? [] : [{ role: 'teamLead', scope }];
	});
}

/** Own fields of the company: name → text, or the title of a link. */
function extraAttributes(user: Row): ReadonlyMap<string, string> {
	const attributes = isRecord(user['extattr']) ? recordList(user['extattr']['attrs']) : [];
	return new Map(attributes.flatMap((attribute) => {
		const name = textOf(attribute['name']);
		const text = (isRecord(attribute['text']) ? textOf(attribute['text']['value']) : null) ?? (isRecord(attribute['web']) ? textOf(attribute['web']['title']) : null) ?? textOf(attribute['value']);
		return name === null || text === null ? [] : [[name, text] as const];
	}));
}

function severalLeaders(id: string, index: number, leaders: readonly string[]): DirectoryProblem {
	return {
		kind: 'warning', record: `person ${id}`, index, field: 'managerId', value: leaders.join(', '),
		message: { en: `${id} has ${leaders.length} superiors in WeCom (${leaders.join(', ')}); the first is taken as manager.`, 'zh-CN': `${id} 在企业微信中有 ${leaders.length} 位直属上级（${leaders.join('、')}），取第一位。` },
	};
}

function remedyFor(field: UnknownField): BilingualText {
	if (field === 'email') return { en: 'WeCom no longer gives e-mails to apps made since June 2022. Join accounts by login, or keep the e-mails in a table that is imported.', 'zh-CN': '2022 年 6 月后创建的应用无法获取邮箱。请按登录名关联账号，或用表格导入邮箱。' };
	return { en: 'Put these people into the visible range of the app and give it the right to see departments and superiors.', 'zh-CN': '请将这些人员加入应用可见范围，并授予查看部门与直属上级的权限。' };
}
