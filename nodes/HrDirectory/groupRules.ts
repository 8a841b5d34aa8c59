import type { IExecuteFunctions } from 'n8n-workflow';
import type { GroupRole } from '../../core/people/groupRoles.js';

/** What membership in a group means, as the parameter "Group Roles" says. */
export function groupRulesOf(context: IExecuteFunctions): readonly GroupRole[] {
	const rules = context.getNodeParameter('groupRoles', 0, {}) as { readonly rule?: ReadonlyArray<{ readonly group: string; readonly role: GroupRole['role']; readonly scope: string }> };
	return (rules.rule ?? []).filter(({ group }) => group.trim() !== '').map(({ group, role, scope }) => ({ group, role, scope: scope.trim() === '' ? null : scope.trim() }));
}
