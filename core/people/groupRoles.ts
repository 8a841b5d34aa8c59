import type { Role, RoleAssignment } from './person.js';

export const ROLES: readonly Role[] = ['projectManager', 'manager', 'mentor', 'teamLead', 'qualityManager', 'hrbp'];

/**
 * What membership in a group means. `group` is the group's name; one `*` stands for any text, and a scope of `*` is that text:
 * `{group: 'PM *', role: 'projectManager', scope: '*'}` makes every member of `PM ST-01` project manager of ST-01.
 */
export interface GroupRole {
	readonly group: string;
	readonly role: Role;
	/** Null: the role holds everywhere. */
	readonly scope: string | null;
}

/** Roles that a group (or a SCIM role value) of this name gives. Names are compared without regard to case. */
export function rolesOfGroup(name: string, rules: readonly GroupRole[]): readonly RoleAssignment[] {
	const found: RoleAssignment[] = [];
	for (const rule of rules) {
		const matched = matchName(rule.group.trim(), name.trim());
		if (matched === null) continue;
		const scope = rule.scope === '*' ? matched : rule.scope;
		found.push({ role: rule.role, scope: scope === '' ? null : scope });
	}
	return found;
}

/** The text that the star stands for, '' for a pattern without star; null for no match. */
function matchName(pattern: string, name: string): string | null {
	const star = pattern.indexOf('*');
	if (star < 0) return pattern.toLowerCase() === name.toLowerCase() ? '' : null;
	const before = pattern.slice(0, star);
	const after = pattern.slice(star + 1);
	if (name.length <= before.length + after.length) return null;
	if (!name.toLowerCase().startsWith(before.toLowerCase()) || !name.toLowerCase().endsWith(after.toLowerCase())) return null;
	return name.slice(before.length, name.length - after.length).trim();
}
