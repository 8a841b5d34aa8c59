import type { BilingualText } from '../../judgement/judgement.js';
import type { UnknownField } from '../person.js';
import { booleanOf, isRecord, textOf, type DirectoryProblem, type PeopleReading } from '../reading.js';
import { settleDrafts, type PersonDraft } from '../references.js';
import { ownAttributes, refusedRecord, vendorDraft, withheldFields, type OwnAttributes } from '../vendorPerson.js';

export interface BambooHrReadSettings {
	/** Evidence source: the company's base address. */
	readonly source: string;
	/** Fields of the company's own, by the name under which they stand in the records. */
	readonly attributes?: OwnAttributes;
}

/** Names of one field in the list of employees, in the directory and in reports; the first that is filled counts. Source: vendor reference 4.2. */
const FIELDS = {
	id: ['employeeId', 'id', 'eeid'],
	displayName: ['displayName', 'firstNameLastName', 'employeeName', 'fullName1'],
	email: ['workEmail', 'email', 'bestEmail'],
	department: ['departmentName', 'department', 'jobInformationDepartment'],
	managerId: ['reportsToId', 'supervisorId'],
	managerNumber: ['supervisorEId'],
	managerName: ['reportsToName', 'supervisor', 'reportsTo', 'jobInformationReportsTo'],
} as const;

/** Restricted field of the vendor → what is unknown then. */
const RESTRICTED: Readonly<Record<string, UnknownField>> = {
	reportsToId: 'managerId', reportsToName: 'managerId', supervisor: 'managerId', supervisorId: 'managerId',
	departmentName: 'department', department: 'department', workEmail: 'email', status: 'active',
};

const NO_DATE = new Set(['', '0000-00-00']);

/**
 * Reads employees as the list, the directory or a report gives them. The manager is taken by id where there is one, else by his name,
 * which BambooHR writes "Last, First". People who have left stay, so that somebody can stand in for them.
 */
export function readBambooHr(records: readonly unknown[], settings: BambooHrReadSettings): PeopleReading {
	const problems: DirectoryProblem[] = [];
	const drafts: PersonDraft[] = [];
	const ids = new Set(records.filter(isRecord).map((record) => first(record, FIELDS.id)));
	records.forEach((record, index) => {
		const id = isRecord(record) ? first(record, FIELDS.id) : null;
		if (!isRecord(record) || id === null) {
			problems.push(refusedRecord(index, isRecord(record) ? (first(record, FIELDS.displayName) ?? '?') : JSON.stringify(record), 'employeeId', 'BambooHR'));
			return;
		}
		drafts.push(draftOf(record, id, index, ids, settings, problems));
	});
	return settleDrafts(drafts, [...problems, ...withheldFields(drafts, 'BambooHR', remedyFor)]);
}

function draftOf(record: Readonly<Record<string, unknown>>, id: string, index: number, ids: ReadonlySet<string | null>, { source, attributes = {} }: BambooHrReadSettings, problems: DirectoryProblem[]): PersonDraft {
	const given = textOf(record['firstName']);
	const family = textOf(record['lastName']);
	const preferred = textOf(record['preferredName']);
	const both = (name: string | null): ReadonlyArray<string | null> => (name === null || family === null ? [] : [`${name} ${family}`, `${family}, ${name}`]);
	const name = first(record, FIELDS.displayName) ?? both(preferred ?? given)[0] ?? given ?? family;
	const restricted = Array.isArray(record['_restrictedFields']) ? (record['_restrictedFields'] as readonly unknown[]) : [];
	const unknown = [...new Set(restricted.flatMap((field) => RESTRICTED[textOf(field) ?? ''] ?? []))];
	const manager = first(record, FIELDS.managerId);
	const managerName = first(record, FIELDS.managerName) ?? first(record, FIELDS.managerNumber);
	// An id of somebody who was not read still has a name beside it, and the name may be of somebody who was.
	const managerId = manager !== null && (ids.has(manager) || managerName === null) ? manager : managerName;
	const own = ownAttributes(attributes, new Map(Object.entries(record).flatMap(([field, value]) => (textOf(value) === null ? [] : [[field, textOf(value) ?? ''] as const]))));
	return vendorDraft(source, index, {
		...own,
		id,
		name,
		emails: [first(record, FIELDS.email)],
		active: activeOf(record, name ?? id, index, problems),
		department: first(record, FIELDS.department),
		managerId,
		unknown: unknown.filter((field) => !(field === 'managerId' && managerId !== null)),
		aliases: [textOf(record['employeeNumber'])],
		names: [...both(given), ...both(preferred)],
		time: textOf(record['lastChanged']),
		url: `${source}/employees/employee.php?id=${encodeURIComponent(id)}`,
	});
}

/** The status decides; where it is not shown, a real date of leaving does ("0000-00-00" is none). */
function activeOf(record: Readonly<Record<string, unknown>>, name: string, index: number, problems: DirectoryProblem[]): boolean {
	const written = record['status'];
	const status = textOf(written);
	if (status === null) return NO_DATE.has(textOf(record['terminationDate']) ?? '');
	const active = booleanOf(status);
	if (active === null) {
		problems.push({
			kind: 'warning', record: `person ${first(record, FIELDS.id) ?? ''}`, index, field: 'status', value: status,
			message: { en: `${name} has the status “${status}”; expected Active or Inactive. Treated as inactive so that no task goes to a person who left.`, 'zh-CN': `${name} 的状态为“${status}”，应为 Active 或 Inactive。为避免派给已离职人员，按停用处理。` },
		});
	}
	return active ?? false;
}

function remedyFor(field: UnknownField): BilingualText {
	const [en, zh] = { managerId: ['Reports To', '直属上级'], department: ['Department', '部门'], email: ['Work Email', '工作邮箱'], active: ['Status', '状态'] }[field];
	return { en: `Give the access level of the API key's user the right to see the field ${en} of everybody.`, 'zh-CN': `请为 API 密钥所属用户的访问级别开放查看所有人“${zh}”字段的权限。` };
}

function first(record: Readonly<Record<string, unknown>>, names: readonly string[]): string | null {
	for (const name of names) {
		const text = textOf(record[name]);
		if (text !== null) return text;
	}
	return null;
}
