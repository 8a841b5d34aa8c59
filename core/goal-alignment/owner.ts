import { personNamed, type Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import type { BilingualText } from '../judgement/judgement.js';
import { findRole } from '../people/findRole.js';
import type { AssigneeResult } from '../task/assessmentTask.js';

export type FoundOwner = { readonly person: Person } | { readonly person: null; readonly reason: BilingualText };

/** The person an owner is entered as: by id, e-mail or, where only one has it, name. */
export function ownerOf(directory: Directory, owner: string): FoundOwner {
	const person = directory.byId(owner);
	if (person !== null) return { person };
	if (owner.includes('@')) {
		const named = personNamed(directory, { email: owner });
		return named.kind === 'found' ? { person: named.person } : { person: null, reason: named.reason };
	}
	const [first, ...others] = directory.byName(owner);
	if (first === undefined) return { person: null, reason: { en: `The HR directory has nobody with the id or name ${owner}.`, 'zh-CN': `人员目录中没有编号或姓名为 ${owner} 的人员。` } };
	if (others.length === 0) return { person: first };
	const ids = [first, ...others].map(({ id }) => id);
	return { person: null, reason: { en: `The name ${owner} belongs to ${ids.length} people in the HR directory (${ids.join(', ')}).`, 'zh-CN': `人员目录中姓名 ${owner} 对应 ${ids.length} 人（${ids.join('、')}）。` } };
}

/** Who checks a goal again: its owner, or the superior of the owner; nobody with the reason. @param directory null where there are no people to look in */
export function recheckAssignee(directory: Directory | null, owner: string | null, to: 'owner' | 'superior'): AssigneeResult {
	if (owner === null) return nobody({ en: 'The goal names no owner.', 'zh-CN': '该目标未填写负责人。' });
	if (directory === null) return nobody({ en: `The HR directory is empty, so ${owner} was not found.`, 'zh-CN': `人员目录为空，未能找到 ${owner}。` });
	const found = ownerOf(directory, owner);
	if (found.person === null) return nobody(found.reason);
	if (to === 'owner') return found.person.active ? assigned(found.person) : nobody({ en: `The owner ${found.person.name} is no longer active.`, 'zh-CN': `负责人 ${found.person.name} 已不在职。` });
	const superior = findRole(directory, { role: 'manager', of: { id: found.person.id }, scope: null });
	return superior.kind === 'assigned' ? assigned(superior.person) : nobody(superior.reason);
}

const nobody = (reason: BilingualText): AssigneeResult => ({ assignee: null, reason });
const assigned = ({ id, name, email }: Person): AssigneeResult => ({ assignee: { personId: id, name, email } });
