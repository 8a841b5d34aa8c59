import type { Spread } from './metric.js';
import type { GroupLevel } from './settings.js';
import type { ExclusionKey, FigureKey } from './texts.js';

/** Whom a figure is about. Empty names: the person belongs to no known team or department. */
export interface HealthGroup {
	readonly level: GroupLevel;
	readonly department: string | null;
	readonly team: string | null;
	readonly person: string | null;
}

export const COMPANY: HealthGroup = { level: 'company', department: null, team: null, person: null };

/** Identity of a group as one text. */
export function groupKey({ level, department, team, person }: HealthGroup): string {
	return level === 'company' ? level : JSON.stringify([level, department, team, person]);
}

/** The group of a key; null for a text that is no key. */
export function groupOfKey(key: string): HealthGroup | null {
	if (key === 'company') return COMPANY;
	const match = /^\["(department|team|person)",/.exec(key);
	if (match === null) return null;
	const [level, department, team, person] = JSON.parse(key) as [GroupLevel, string | null, string | null, string | null];
	return { level, department, team, person };
}

/** The group above: team, department, whole company. */
export function parentOf({ level, department, team }: HealthGroup): HealthGroup | null {
	if (level === 'company') return null;
	if (level === 'department') return COMPANY;
	return level === 'team' ? { level: 'department', department, team: null, person: null } : { level: 'team', department, team, person: null };
}

/** One part of a group's figure: a stage, a state, a factor. */
export interface PartTotals {
	numerator: number;
	denominator: number;
	/** Values still open. */
	open: number;
	/** Of the single values, where it is made of such. */
	spread: Spread | null;
	/** Numbers of the persons it rests on. */
	readonly people: Set<number>;
}

/** A group's sums in one period. */
export class GroupTotals {
	numerator = 0;
	denominator = 0;
	spread: Spread | null = null;
	readonly figures: Partial<Record<FigureKey, number>> = {};
	readonly excluded: Partial<Record<ExclusionKey, number>> = {};
	parts: Map<string, PartTotals> | null = null;
	/** Numbers of the persons, or of the answers. */
	readonly people = new Set<number>();
	evidenceTotal = 0;
	hidden = false;

	/** @param number of the group in its level */
	constructor(
		readonly key: string,
		readonly group: HealthGroup,
		readonly number: number,
	) {}

	part(name: string): PartTotals {
		this.parts ??= new Map<string, PartTotals>();
		let part = this.parts.get(name);
		if (part === undefined) this.parts.set(name, (part = { numerator: 0, denominator: 0, open: 0, spread: null, people: new Set() }));
		return part;
	}
}

export type GroupsOfPeriod = ReadonlyMap<string, GroupTotals>;

const LEVEL_ORDER: Readonly<Record<GroupLevel, number>> = { company: 0, department: 1, team: 2, person: 3 };

/** Groups of the asked levels that occur in any period, the company first and always. */
export function listedGroups(periods: readonly GroupsOfPeriod[], levels: readonly GroupLevel[]): readonly HealthGroup[] {
	const groups = new Map<string, HealthGroup>();
	if (levels.includes('company')) groups.set(groupKey(COMPANY), COMPANY);
	for (const totals of periods) for (const [key, { group }] of totals) if (levels.includes(group.level) && group.person !== '') groups.set(key, group);
	return [...groups.entries()].sort(([a, one], [b, other]) => LEVEL_ORDER[one.level] - LEVEL_ORDER[other.level] || (a < b ? -1 : 1)).map(([, group]) => group);
}
