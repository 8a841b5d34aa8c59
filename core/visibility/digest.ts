import type { BilingualText } from '../judgement/judgement.js';

/*
 * What others than the person concerned and the helper see of lights: numbers of persons, never who. Groups that are too small, or all red,
 * are left out, and with them as many others as it takes that no difference to the total reveals them. Source: spec S10.
 */

export type DigestColour = 'red' | 'yellow' | 'green';

/** Numbers of persons by their worst light. */
export interface DigestNumbers {
	readonly persons: number;
	readonly red: number;
	readonly yellow: number;
	readonly green: number;
}

export interface DigestGroup {
	readonly group: string;
	/** Null: not shown. */
	readonly numbers: DigestNumbers | null;
}

export interface LightDigest {
	/** In order of name. */
	readonly groups: readonly DigestGroup[];
	/** Null: not shown. */
	readonly total: DigestNumbers | null;
	/** Smallest number of persons that is shown. */
	readonly smallestGroup: number;
	readonly explanation: BilingualText;
}

const RANK: Readonly<Record<DigestColour, number>> = { green: 0, yellow: 1, red: 2 };

/**
 * @param lights of persons; a person with several counts once, by the worst
 * @param groupOf the group of a person, e.g. the department; null: none, which is a group of its own
 * @param smallestGroup at least 2
 */
export function lightDigest(lights: ReadonlyArray<{ readonly personId: string; readonly light: DigestColour }>, groupOf: (personId: string) => string | null, smallestGroup: number): LightDigest {
	const worst = new Map<string, DigestColour>();
	for (const { personId, light } of lights) {
		const known = worst.get(personId);
		if (known === undefined || RANK[light] > RANK[known]) worst.set(personId, light);
	}
	const groups = new Map<string, Record<keyof DigestNumbers, number>>();
	const total = { persons: 0, red: 0, yellow: 0, green: 0 };
	for (const [personId, light] of worst) {
		const name = groupOf(personId) ?? '–';
		let numbers = groups.get(name);
		if (numbers === undefined) groups.set(name, (numbers = { persons: 0, red: 0, yellow: 0, green: 0 }));
		for (const one of [numbers, total]) {
			one.persons++;
			one[light]++;
		}
	}
	const k = Math.max(2, smallestGroup);
	const hidden = hiddenOf(groups, k);
	const shown = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, numbers]) => ({ group, numbers: hidden.has(group) ? null : numbers }));
	const whole = tooTelling(total, k) || total.persons === 0 ? null : total;
	return { groups: whole === null ? shown.map(({ group }) => ({ group, numbers: null })) : shown, total: whole, smallestGroup: k, explanation: sentence(whole, hidden.size, k) };
}

/** So few that they are known, or all of one red colour, so that each is known to be. */
function tooTelling({ persons, red }: DigestNumbers, k: number): boolean {
	return persons < k || red === persons;
}

/** Groups not shown: those that tell too much, then the smallest others until what is hidden together is at least k persons of at least two groups. */
function hiddenOf(groups: ReadonlyMap<string, DigestNumbers>, k: number): ReadonlySet<string> {
	const bySize = [...groups].sort(([a, one], [b, other]) => one.persons - other.persons || (a < b ? -1 : 1));
	const hidden = new Map(bySize.filter(([, numbers]) => tooTelling(numbers, k)));
	if (hidden.size === 0) return new Set();
	for (const [group, numbers] of bySize) {
		const together = { persons: 0, red: 0, yellow: 0, green: 0 };
		for (const one of hidden.values()) {
			together.persons += one.persons;
			together.red += one.red;
		}
		if (hidden.size > 1 && !tooTelling(together, k)) break;
		hidden.set(group, numbers);
	}
	return new Set(hidden.keys());
}

function sentence(total: DigestNumbers | null, hidden: number, k: number): BilingualText {
	if (total === null) return { en: `Not shown: fewer than ${k} persons, or all of them red.`, 'zh-CN': `不显示：不足 ${k} 人，或全部为红灯。` };
	const left = hidden === 0 ? { en: '', 'zh-CN': '' } : { en: ` ${hidden} ${hidden === 1 ? 'group is' : 'groups are'} not shown, so that nobody can be told from the numbers.`, 'zh-CN': `${hidden} 个部门不显示，以免由数字推知个人。` };
	return { en: `Of ${total.persons} persons ${total.red} red, ${total.yellow} yellow, ${total.green} green.${left.en}`, 'zh-CN': `共 ${total.persons} 人：红灯 ${total.red} 人，黄灯 ${total.yellow} 人，绿灯 ${total.green} 人。${left['zh-CN']}` };
}
