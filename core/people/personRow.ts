import { ROLES } from './groupRoles.js';
import type { Account, Person, Role, RoleAssignment, UnknownField } from './person.js';
import { booleanOf, isRecord, textOf } from './reading.js';

/** A person as one row of a Data Table: text and boolean columns only, lists as JSON text. */
export interface PersonRow {
	readonly personId: string;
	readonly name: string;
	readonly email: string | null;
	readonly active: boolean;
	readonly department: string | null;
	readonly managerId: string | null;
	readonly mentorId: string | null;
	readonly teamLeadId: string | null;
	/** `[{"system":"git","account":"liwei"}]` */
	readonly accounts: string;
	/** `[{"role":"projectManager","scope":"ST-01"}]` */
	readonly roles: string;
	/** Fields that the source did not show, e.g. `managerId; department`; null where it showed all. */
	readonly unknown: string | null;
	readonly source: string;
	readonly sourceId: string;
	readonly sourceTime: string | null;
	readonly sourceUrl: string | null;
}

export function personToRow(person: Person): PersonRow {
	return {
		personId: person.id,
		name: person.name,
		email: person.email,
		active: person.active,
		department: person.department,
		managerId: person.managerId,
		mentorId: person.mentorId,
		teamLeadId: person.teamLeadId,
		accounts: JSON.stringify(person.accounts.map(({ system, account }) => ({ system, account }))),
		roles: JSON.stringify(person.roles.map(({ role, scope }) => ({ role, scope }))),
		unknown: person.unknown === undefined || person.unknown.length === 0 ? null : person.unknown.join('; '),
		source: person.evidence.source,
		sourceId: person.evidence.id,
		sourceTime: person.evidence.time,
		sourceUrl: person.evidence.url,
	};
}

const UNKNOWN_FIELDS: readonly UnknownField[] = ['managerId', 'department', 'email', 'active'];

/** True for a row in the form of {@link personToRow}, as opposed to a table that people wrote. */
export function isPersonRow(row: unknown): boolean {
	return isRecord(row) && 'personId' in row && 'accounts' in row && 'roles' in row;
}

/**
 * Reads a row back. Lists may be JSON text or lists.
 *
 * @throws RangeError naming the column, the value and what is expected
 */
export function personFromRow(row: Readonly<Record<string, unknown>>): Person {
	const id = textOf(row['personId']);
	if (id === null) throw new RangeError('Column personId is empty. Expected the id of the person in the HR system.');
	const refuse = (column: string, expected: string): never => {
		throw new RangeError(`Person ${id}, column ${column} holds ${JSON.stringify(row[column])}. Expected ${expected}.`);
	};
	const name = textOf(row['name']) ?? id;
	const active = booleanOf(row['active']) ?? refuse('active', 'true or false');
	const list = (column: 'accounts' | 'roles'): ReadonlyArray<Readonly<Record<string, unknown>>> => {
		let value: unknown = row[column] ?? [];
		if (typeof value === 'string') {
			try {
				value = value.trim() === '' ? [] : JSON.parse(value);
			} catch {
				return refuse(column, 'a JSON list');
			}
		}
		if (!Array.isArray(value) || !value.every(isRecord)) return refuse(column, 'a JSON list of objects');
		return value;
	};
	const unknown = UNKNOWN_FIELDS.filter((field) => textOf(row['unknown'])?.split(/[;,]/).some((word) => word.trim() === field));
	return {
		id,
		name,
		email: textOf(row['email']),
		active,
		department: textOf(row['department']),
		managerId: textOf(row['managerId']),
		mentorId: textOf(row['mentorId']),
		teamLeadId: textOf(row['teamLeadId']),
		accounts: list('accounts').map((entry): Account => {
			const system = textOf(entry['system']);
			const account = textOf(entry['account']);
			return system === null || account === null ? refuse('accounts', 'objects with system and account') : { system, account };
		}),
		roles: list('roles').map((entry): RoleAssignment => {
			const role = roleOf(textOf(entry['role']));
			return role === null ? refuse('roles', `a role out of ${ROLES.join(', ')}`) : { role, scope: textOf(entry['scope']) };
		}),
		...(unknown.length === 0 ? {} : { unknown }),
		evidence: { source: textOf(row['source']) ?? 'hr', id: textOf(row['sourceId']) ?? id, time: textOf(row['sourceTime']), actor: null, url: textOf(row['sourceUrl']), label: name },
	};
}

function roleOf(text: string | null): Role | null {
	return ROLES.find((role) => role === text) ?? null;
}
