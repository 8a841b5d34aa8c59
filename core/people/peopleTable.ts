import { canonicalJson, sha256 } from '../evidence/key.js';
import { columnKey as key, systemOfColumn } from './accountColumn.js';
import type { GroupRole } from './groupRoles.js';
import { isLdapEntry, readLdapEntries, type LdapEntry } from './ldap/readLdap.js';
import { isPersonRow, personFromRow } from './personRow.js';
import type { Account, Person, Role, RoleAssignment } from './person.js';
import { booleanOf, isRecord, textOf, type DirectoryProblem, type PeopleReading } from './reading.js';
import { formatInstant, UTC } from '../time/zone.js';
import { parseMoment } from '../time/moment.js';
import { settleDrafts, type PersonDraft } from './references.js';

/** How a table of people is read. Source: spec S16 ("a CSV/Data Table"). */
export interface PeopleTableSettings {
	/** Evidence source, e.g. `table:people`. */
	readonly source: string;
	/** Names of columns in this table that are not among the usual ones: `{managerId: 'Boss no.'}`. */
	readonly columns?: Partial<Record<PeopleColumn, string>>;
	/** Rows of LDAP: what membership in a group means. */
	readonly groupRoles?: readonly GroupRole[];
}

export type PeopleColumn =
	| 'id' | 'name' | 'givenName' | 'familyName' | 'email' | 'active' | 'department' | 'managerId' | 'mentorId' | 'teamLeadId' | 'login' | 'roles' | 'accounts' | 'studies' | 'changed';

/** Usual column names in English, Chinese and the vendors' own words, compared without case, blanks, underscores and hyphens. */
export const PEOPLE_COLUMNS: Readonly<Record<PeopleColumn, readonly string[]>> = {
	// In this order. A plain `id` may be a row's number, a number of an employee is often no key of the system.
	id: ['person id', '工号', '员工编号', '员工工号', '人员编号', 'employee id', 'staff id', 'user id', '用户ID', 'open id', 'id', '编号', 'employee no', 'employee number'],
	name: ['name', 'full name', 'display name', 'cn', '姓名', '员工姓名', '名字'],
	givenName: ['first name', 'given name', '名'],
	familyName: ['last name', 'family name', 'surname', 'sn', '姓'],
	email: ['email', 'e-mail', 'email address', 'work email', 'enterprise email', 'org email', 'biz mail', 'mail', '邮箱', '电子邮箱', '工作邮箱', '企业邮箱', '邮件'],
	active: ['active', 'status', 'employment status', 'is active', '在职', '是否在职', '在职状态', '状态', '员工状态'],
	department: ['department', 'dept', 'team', '部门', '所属部门', '团队'],
	managerId: ['manager', 'manager id', 'manager userid', 'supervisor', 'reports to', 'line manager', 'direct leader', 'leader user id', '直属上级', '上级', '直接上级', '直属上级工号', '上级工号', '主管'],
	mentorId: ['mentor', 'mentor id', '导师', '导师工号'],
	teamLeadId: ['team lead', 'team leader', 'team lead id', 'tl', '团队负责人', '团队负责人工号', '组长'],
	login: ['login', 'user name', 'username', 'account', 'dn', 'distinguished name', 'user principal name', 's am account name', 'uid', '登录名', '用户名', '账号名'],
	roles: ['roles', 'role', '角色'],
	accounts: ['accounts', '账号', '系统账号'],
	studies: ['project manager of', 'studies', '负责研究', '项目经理（研究）', '负责项目'],
	changed: ['last changed', 'last modified', 'updated at', 'modified', '修改时间', '更新时间'],
};

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
	projectManager: ['project manager', 'pm', '项目经理'],
	manager: ['manager', '直属上级', '上级', '经理'],
	mentor: ['mentor', '导师'],
	teamLead: ['team lead', 'team leader', 'tl', '团队负责人'],
	qualityManager: ['quality manager', 'qa', 'quality unit', '质量负责人', '质量经理', '质量管理部'],
	hrbp: ['hrbp', 'hr business partner'],
};

const ROLE_BY_WORD = new Map(Object.entries(ROLE_WORDS).flatMap(([role, words]) => [[key(role), role as Role] as const, ...words.map((word) => [key(word), role as Role] as const)]));

/**
 * Reads people from the rows of a CSV file, a Data Table or another node. Manager, mentor and team lead may be given by id, e-mail, login, DN,
 * `Name` or `Last, First`. Rows written by this node are read back as they are, entries of LDAP by their attributes. A row that can't be used is refused with its reason.
 */
export function readPeopleTable(rows: readonly unknown[], settings: PeopleTableSettings): PeopleReading {
	const problems: DirectoryProblem[] = [];
	const drafts: PersonDraft[] = [];
	const ldap: LdapEntry[] = [];
	const columnsOf = columnFinder(settings.columns ?? {});
	rows.forEach((row, index) => {
		const record = `row ${index + 1}`;
		const problem = (kind: DirectoryProblem['kind'], field: string | null, value: string | null, en: string, zh: string): void => {
			problems.push({ kind, record, index, field, value, message: { en: `Row ${index + 1}: ${en}`, 'zh-CN': `第 ${index + 1} 行：${zh}` } });
		};
		if (!isRecord(row)) {
			problem('refused', null, textOf(row), 'this is not a row with columns.', '这不是带列的行。');
			return;
		}
		if (isPersonRow(row)) {
			try {
				drafts.push(draftOf(personFromRow(row), record, index, [], []));
			} catch (error) {
				const said = error instanceof Error ? error.message : String(error);
				problem('refused', null, textOf(row['personId']), said, `人员行${textOf(row['personId']) === null ? '缺少 personId' : '某列的内容无法读取'}。请使用本节点输出的行。`);
			}
			return;
		}
		if (isLdapEntry(row)) {
			ldap.push({ value: row, index });
			return;
		}
		const draft = readRow(row, columnsOf(Object.keys(row)), settings.source, record, index, problem);
		if (draft) drafts.push(draft);
	});
	const { columns, ...others } = settings;
	const entries = readLdapEntries(ldap, { ...others, ...(columns === undefined ? {} : { attributes: columns }) });
	return settleDrafts([...drafts, ...entries.drafts], [...problems, ...entries.problems]);
}

type Report = (kind: DirectoryProblem['kind'], field: string | null, value: string | null, en: string, zh: string) => void;

interface FoundColumns {
	readonly of: ReadonlyMap<PeopleColumn, readonly string[]>;
	/** Column → system. */
	readonly accounts: ReadonlyArray<readonly [column: string, system: string]>;
}

/** Looks the columns of a row up; rows of one table share the answer. */
function columnFinder(named: Partial<Record<PeopleColumn, string>>): (columns: readonly string[]) => FoundColumns {
	const byWord = new Map<string, PeopleColumn>();
	for (const [column, words] of Object.entries(PEOPLE_COLUMNS)) for (const word of words) byWord.set(key(word), column as PeopleColumn);
	// A column chosen in the settings is that column and nothing else.
	const chosen = Object.entries(named).filter(([, word]) => word !== '');
	for (const [column] of chosen) for (const [word, usual] of byWord) if (usual === column) byWord.delete(word);
	for (const [column, word] of chosen) byWord.set(key(word), column as PeopleColumn);
	const known = new Map<string, FoundColumns>();
	return (columns) => {
		const shape = columns.join('\n');
		let found = known.get(shape);
		if (!found) {
			const of = new Map<PeopleColumn, string[]>();
			const accounts: Array<readonly [string, string]> = [];
			// A Data Table numbers its rows in `id`; that number names no person.
			const numbered = columns.includes('createdAt') && columns.includes('updatedAt');
			for (const column of columns) {
				if (numbered && column === 'id' && !chosen.some(([, word]) => word === 'id')) continue;
				const usual = byWord.get(key(column));
				if (usual !== undefined) of.set(usual, [...(of.get(usual) ?? []), column]);
				else {
					const system = systemOfColumn(column);
					if (system !== null) accounts.push([column, system]);
				}
			}
			for (const [usual, names] of of) names.sort((a, b) => PEOPLE_COLUMNS[usual].findIndex((word) => key(word) === key(a)) - PEOPLE_COLUMNS[usual].findIndex((word) => key(word) === key(b)));
			known.set(shape, (found = { of, accounts }));
		}
		return found;
	};
}

function readRow(row: Readonly<Record<string, unknown>>, columns: FoundColumns, source: string, record: string, index: number, problem: Report): PersonDraft | null {
	const raw = (column: PeopleColumn): unknown => (columns.of.get(column) ?? []).map((name) => row[name]).find((value) => textOf(value) !== null || typeof value === 'boolean' || isRecord(value));
	const text = (column: PeopleColumn): string | null => textOf(raw(column));
	const email = text('email');
	const login = text('login');
	const id = text('id') ?? login ?? email;
	const given = text('givenName');
	const family = text('familyName');
	const name = text('name') ?? (given !== null && family !== null ? (/\p{Script=Han}/u.test(family) ? `${family}${given}` : `${given} ${family}`) : (given ?? family));
	if (id === null) {
		problem('refused', 'id', null, `no id, login or e-mail for “${name ?? ''}”. Add a column “id” (工号).`, `“${name ?? ''}”没有工号、登录名或邮箱。请补充“工号”列。`);
		return null;
	}
	if (name === null) {
		problem('refused', 'name', id, `no name for ${id}. Add a column “name” (姓名).`, `${id} 没有姓名。请补充“姓名”列。`);
		return null;
	}
	const usableEmail = email !== null && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
	if (email !== usableEmail) problem('warning', 'email', email, `“${email ?? ''}” is not an e-mail address; it was left out.`, `“${email ?? ''}”不是邮箱地址，未采用。`);
	const accounts: Account[] = [];
	if (login !== null) accounts.push({ system: 'hr', account: login });
	if (usableEmail !== null) accounts.push({ system: 'email', account: usableEmail.toLowerCase() });
	for (const [column, system] of columns.accounts) for (const account of listOf(row[column])) accounts.push({ system, account });
	for (const entry of listOf(raw('accounts'))) {
		const [system, account] = pairOf(entry);
		if (account === null) problem('warning', 'accounts', entry, `the account “${entry}” names no system. Write it as git:liwei.`, `账号“${entry}”没有注明系统，请写成 git:liwei。`);
		else accounts.push({ system: system.toLowerCase(), account });
	}
	const roles: RoleAssignment[] = listOf(raw('studies')).map((scope) => ({ role: 'projectManager', scope }));
	for (const entry of listOf(raw('roles'))) {
		const [word, scope] = pairOf(entry);
		const role = ROLE_BY_WORD.get(key(word));
		if (role === undefined) problem('warning', 'roles', entry, `the role “${word}” is not known. Known are ${Object.keys(ROLE_WORDS).join(', ')}.`, `角色“${word}”无法识别。可用：${Object.values(ROLE_WORDS).map((words) => words.at(-1)).join('、')}。`);
		else roles.push({ role, scope });
	}
	const stamp = parseMoment(text('changed'), UTC);
	const person: Person = {
		id,
		name,
		email: usableEmail,
		active: activeOf(raw('active'), id, problem),
		department: text('department'),
		managerId: text('managerId'),
		mentorId: text('mentorId'),
		teamLeadId: text('teamLeadId'),
		accounts: accounts.filter((entry, at) => accounts.findIndex((other) => other.system === entry.system && other.account === entry.account) === at),
		roles: roles.filter((entry, at) => roles.findIndex((other) => other.role === entry.role && other.scope === entry.scope) === at),
		evidence: { source, id: `${id} ${sha256(canonicalJson(JSON.parse(JSON.stringify(row)))).slice(0, 12)}`, time: stamp === null || stamp.zoneAssumed ? null : formatInstant(stamp.earliest), actor: null, url: null, label: name },
	};
	return draftOf(person, record, index, [...(login === null ? [] : [login]), ...(columns.of.get('id') ?? []).flatMap((column) => listOf(row[column]))], given !== null && family !== null ? [`${given} ${family}`, `${family}, ${given}`] : []);
}

function draftOf(person: Person, record: string, index: number, aliases: readonly string[], names: readonly string[]): PersonDraft {
	return { person, aliases: [...aliases, ...(person.email === null ? [] : [person.email])], names: [person.name, ...names], record, index };
}

/** Feishu states several conditions in one object; every other source a word. An absent column means nobody has left. */
function activeOf(value: unknown, id: string, problem: Report): boolean {
	if (value === undefined) return true;
	if (isRecord(value)) return !['is_resigned', 'is_exited', 'is_frozen'].some((state) => booleanOf(value[state]) === true);
	const active = booleanOf(value);
	if (active === null) problem('warning', 'active', textOf(value), `${id} has the status “${textOf(value) ?? ''}”; expected yes or no. Treated as inactive so that no task goes to a person who left.`, `${id} 的状态为“${textOf(value) ?? ''}”，应为是或否。为避免派给已离职人员，按停用处理。`);
	return active ?? false;
}

/** Entries of a list, or of a text with `;`, `；`, `,`, `，`, `、`, `|` or line breaks between them. */
function listOf(value: unknown): readonly string[] {
	if (Array.isArray(value)) return (value as readonly unknown[]).flatMap(listOf);
	const text = textOf(value);
	return text === null ? [] : text.split(/[;；,，、|\n]/).map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** `git:liwei`, `项目经理：ST-01`; null where nothing follows. */
function pairOf(entry: string): readonly [string, string | null] {
	const at = entry.search(/[:：]/);
	if (at < 0) return [entry, null];
	const second = entry.slice(at + 1).trim();
	return [entry.slice(0, at).trim(), second === '' ? null : second];
}
