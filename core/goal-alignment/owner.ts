import { personNamed, type Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { comparable } from '../people/reading.js';
import type { BilingualText } from '../judgement/judgement.js';

export type FoundOwner = { readonly person: Person } | { readonly person: null; readonly reason: BilingualText };

/** The person an owner is entered as: by id, e-mail or, where only one has it, name. */
export function ownerOf(directory: Directory, owner: string): FoundOwner {
	const person = directory.byId(owner);
	if (person !== null) return { person };
	if (owner.includes('@')) {
		const named = personNamed(directory, { email: owner });
		return named.kind === 'found' ? { person: named.person } : { person: null, reason: named.reason };
	}
	const [first, ...others] = directory.people.filter(({ name }) => comparable(name) === comparable(owner));
	if (first === undefined) return { person: null, reason: { en: `The HR directory has nobody with the id or name ${owner}.`, 'zh-CN': `人员目录中没有编号或姓名为 ${owner} 的人员。` } };
	if (others.length === 0) return { person: first };
	const ids = [first, ...others].map(({ id }) => id);
	return { person: null, reason: { en: `The name ${owner} belongs to ${ids.length} people in the HR directory (${ids.join(', ')}).`, 'zh-CN': `人员目录中姓名 ${owner} 对应 ${ids.length} 人（${ids.join('、')}）。` } };
}
