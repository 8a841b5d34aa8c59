import type { BilingualText } from '../judgement/judgement.js';

/*
 * What each person lets others see of the process data about himself or herself. Without a switch nothing is shown: consent is given, never assumed.
 * Source: spec S10, domain reference 7 (S10 switch states, k-anonymity).
 */

export const VISIBILITY_STATES = ['visible', 'aggregate', 'masked', 'hidden'] as const;
export type VisibilityState = (typeof VISIBILITY_STATES)[number];

/** Kind of a switch for everything that has no switch of its own. */
export const ALL_KINDS = '*';

/** What stands in place of what is not shown: every refusal is itself visible. */
export const NOT_SHOWN: Readonly<Record<Exclude<VisibilityState, 'visible'> | 'notReleased' | 'protectsOthers' | 'anonymous', BilingualText>> = {
	aggregate: { en: 'aggregate only', 'zh-CN': '仅汇总' },
	masked: { en: 'masked', 'zh-CN': '脱敏' },
	hidden: { en: 'hidden by owner', 'zh-CN': '本人已设为不可见' },
	notReleased: { en: 'not released', 'zh-CN': '本人未公开' },
	protectsOthers: { en: 'not shown, so that nobody who is hidden can be computed', 'zh-CN': '不显示，以免由此推算出未公开者' },
	anonymous: { en: 'anonymous', 'zh-CN': '匿名' },
};

export interface VisibilitySwitches {
	/** The person's choice for a kind of data; null where there is none. */
	stateOf(personId: string, dataKind: string): VisibilityState | null;
}

/** Reads rows of `pt_visibility`; of several for one person and kind the last changed counts, of two at one time the stricter. Rows that say nothing known hide. */
export function readSwitches(rows: readonly unknown[]): VisibilitySwitches {
	const states = new Map<string, { readonly state: VisibilityState; readonly at: string }>();
	for (const row of rows) {
		if (typeof row !== 'object' || row === null) continue;
		const { personId, dataKind, state, changedAt } = row as Readonly<Record<string, unknown>>;
		if (typeof personId !== 'string' || personId === '' || typeof dataKind !== 'string' || dataKind === '') continue;
		const read = { state: VISIBILITY_STATES.find((known) => known === state) ?? 'hidden', at: typeof changedAt === 'string' ? changedAt : '' };
		const key = keyOf(personId, dataKind);
		const before = states.get(key);
		if (before === undefined || before.at < read.at || (before.at === read.at && strictness(read.state) > strictness(before.state))) states.set(key, read);
	}
	return { stateOf: (personId, dataKind) => (states.get(keyOf(personId, dataKind)) ?? states.get(keyOf(personId, ALL_KINDS)))?.state ?? null };
}

const keyOf = (personId: string, dataKind: string): string => JSON.stringify([personId, dataKind]);
const strictness = (state: VisibilityState): number => VISIBILITY_STATES.indexOf(state);

/** Null: others may see this person's data of these kinds; else what stands in their place, by the strictest of the kinds. */
export function refusalFor(switches: VisibilitySwitches, personId: string, dataKinds: readonly string[]): BilingualText | null {
	let strictest: VisibilityState = 'visible';
	for (const kind of dataKinds) {
		const state = switches.stateOf(personId, kind);
		if (state === null) return NOT_SHOWN.notReleased;
		if (strictness(state) > strictness(strictest)) strictest = state;
	}
	return dataKinds.length === 0 ? NOT_SHOWN.notReleased : strictest === 'visible' ? null : NOT_SHOWN[strictest];
}

/** The persons whose figures make up the figure of one unit. */
export interface UnitOfPersons {
	readonly persons: readonly string[];
	/** Kinds of records that the figures are made of. */
	readonly dataKinds: readonly string[];
	/** Whether the unit's own figure is shown: the persons of a unit that is hidden stay hidden, because they are what hides it. */
	readonly unitShown: boolean;
	/** Persons that must stay together where any is hidden. */
	readonly smallestGroup: number;
}

/**
 * Who of a unit is shown by name: null, or the text in place of the figure. The figure of the unit less those of the shown persons is that of the hidden ones,
 * so either nobody is hidden or at least `smallestGroup` persons are; those who are hidden for the others' sake are taken in order of their ids.
 */
export function personsShown(switches: VisibilitySwitches, { persons, dataKinds, unitShown, smallestGroup }: UnitOfPersons): ReadonlyMap<string, BilingualText | null> {
	const sorted = [...new Set(persons)].sort((a, b) => (a < b ? -1 : 1));
	const shown = new Map(sorted.map((person) => [person, refusalFor(switches, person, dataKinds)]));
	let hidden = [...shown.values()].filter((refusal) => refusal !== null).length;
	for (const person of sorted) {
		const enough = unitShown && (hidden === 0 || hidden >= Math.max(2, smallestGroup));
		if (enough) break;
		if (shown.get(person) !== null) continue;
		shown.set(person, NOT_SHOWN.protectsOthers);
		hidden++;
	}
	return shown;
}
