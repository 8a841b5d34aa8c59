import type { Person } from './person.js';
import { byText, type DirectoryProblem } from './reading.js';

/** Above this share of the known people, a reading is rather incomplete than everybody gone. */
const MOST_GONE = 0.5;

/**
 * Known people of the same source who are in a complete reading no more: most HR systems leave out who has left, so nobody else would
 * say it. They become inactive and keep all else, so that old evidence still finds them and their tasks go to who is above them.
 * Source: vendor reference 8, traps 7 and 8.
 *
 * @param known people of earlier readings, in any order; those of other sources and those already inactive are left alone
 */
export function peopleGone(read: readonly Person[], known: readonly Person[]): { readonly gone: readonly Person[]; readonly problems: readonly DirectoryProblem[] } {
	const sources = new Set(read.map(({ evidence }) => evidence.source));
	const ids = new Set(read.map(({ id }) => id));
	const compared = known.filter(({ active, evidence }) => active && sources.has(evidence.source));
	const gone = compared.filter(({ id }) => !ids.has(id)).sort((a, b) => byText(a.id, b.id));
	if (gone.length === 0) return { gone, problems: [] };
	const names = gone.map(({ name }) => name);
	const shown = names.slice(0, 10);
	const more = names.length - shown.length;
	const value = gone.map(({ id }) => id).join(', ');
	if (gone.length > compared.length * MOST_GONE) {
		return {
			gone: [],
			problems: [
				{
					kind: 'warning', record: 'people no longer there', index: null, field: 'active', value,
					message: {
						en: `${gone.length} of ${compared.length} known people are missing from this reading (${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}). That is more than half, so nobody was marked as inactive. Check the rights of the account.`,
						'zh-CN': `本次读取缺少 ${compared.length} 名已知人员中的 ${gone.length} 名（${shown.join('、')}${more > 0 ? ' 等' : ''}），超过一半，因此未标记任何人停用。请检查账号权限。`,
					},
				},
			],
		};
	}
	return {
		gone: gone.map((person) => ({ ...person, active: false })),
		problems: [
			{
				kind: 'warning', record: 'people no longer there', index: null, field: 'active', value,
				message: {
					en: `${gone.length === 1 ? 'One person is' : `${gone.length} people are`} no longer in the HR system and ${gone.length === 1 ? 'was' : 'were'} marked as inactive: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
					'zh-CN': `${gone.length} 人已不在人事系统中，已标记为停用：${shown.join('、')}${more > 0 ? ' 等' : ''}。`,
				},
			},
		],
	};
}
