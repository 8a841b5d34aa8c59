import { Sums, type Cell, type Cells } from './cells.js';
import type { HealthMetricDefinition } from './definition.js';
import type { Places } from './places.js';
import type { HealthRow } from './rows.js';
import type { GroupLevel } from './settings.js';
import { suppressedGroups, type PeopleTree } from './suppression.js';
import type { ExclusionKey } from './texts.js';

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
	readonly sums: Sums;
	readonly people: Set<string>;
}

/** A group's sums in one period. */
export class GroupTotals {
	readonly sums = new Sums();
	readonly parts = new Map<string, PartTotals>();
	readonly people = new Set<string>();
	readonly counted: HealthRow[][] = [];
	readonly others: HealthRow[][] = [];
	readonly excluded: Partial<Record<ExclusionKey, number>> = {};
	hidden = false;

	constructor(readonly group: HealthGroup) {}

	add(cell: Cell, person: string, anonymous: boolean): void {
		this.sums.add(cell.sums);
		// Whoever answers anonymously is counted by answer; who is only left out is no person of the figure.
		const people = anonymous ? cell.counted.map(({ id }) => id) : person === '' ? [] : [person];
		for (const one of people) this.people.add(one);
		for (const [name, sums] of cell.parts) {
			let part = this.parts.get(name);
			if (part === undefined) this.parts.set(name, (part = { sums: new Sums(), people: new Set() }));
			part.sums.add(sums);
			for (const one of people) part.people.add(one);
		}
		if (cell.counted.length > 0) this.counted.push(cell.counted);
		if (cell.others.length > 0) this.others.push(cell.others);
		for (const [reason, count] of Object.entries(cell.excluded) as Array<[ExclusionKey, number]>) this.excluded[reason] = (this.excluded[reason] ?? 0) + count;
	}
}

export type GroupsOfPeriod = ReadonlyMap<string, GroupTotals>;

/** Sums of every group of every period, with those marked that must not be shown. */
export function totalsOf(cells: Cells, places: Places, periodCount: number, definition: HealthMetricDefinition, minPersons: number): readonly GroupsOfPeriod[] {
	const periods = Array.from({ length: periodCount }, () => new Map<string, GroupTotals>());
	for (const cell of cells.all()) {
		const totals = periods[cell.period];
		const place = places.list[cell.place];
		if (totals === undefined || place === undefined) continue;
		for (const group of groupsOf(place)) {
			const key = groupKey(group);
			let own = totals.get(key);
			if (own === undefined) totals.set(key, (own = new GroupTotals(group)));
			own.add(cell, cell.sums.denominator === 0 && definition.unit !== 'count' ? '' : place.person, definition.anonymous);
		}
	}
	for (const totals of periods) hide(totals, definition, minPersons);
	return periods;
}

function groupsOf({ person, team, department }: { readonly person: string; readonly team: string; readonly department: string }): readonly HealthGroup[] {
	return [
		COMPANY,
		{ level: 'department', department, team: null, person: null },
		{ level: 'team', department, team, person: null },
		{ level: 'person', department, team, person },
	];
}

/** A person's own figure is for that person and whoever may see it; that is decided by visibility, not by numbers. Anonymous answers are hidden there too. */
function hide(totals: ReadonlyMap<string, GroupTotals>, { anonymous }: HealthMetricDefinition, minPersons: number): void {
	const nodes = new Map<string, PeopleTree<GroupTotals> & { readonly parts: Array<PeopleTree<GroupTotals>> }>();
	const sorted = [...totals.values()].sort((a, b) => (groupKey(a.group) < groupKey(b.group) ? -1 : 1));
	for (const own of sorted) nodes.set(groupKey(own.group), { group: own, people: own.people, parts: [] });
	for (const own of sorted) {
		// A person's own figure is no part that is hidden with others.
		const parent = own.group.level === 'person' && !anonymous ? null : parentOf(own.group);
		const node = nodes.get(groupKey(own.group));
		if (parent !== null && node !== undefined) nodes.get(groupKey(parent))?.parts.push(node);
	}
	const root = nodes.get(groupKey(COMPANY));
	if (root !== undefined) for (const own of suppressedGroups(root, minPersons)) own.hidden = true;
}

const LEVEL_ORDER: Readonly<Record<GroupLevel, number>> = { company: 0, department: 1, team: 2, person: 3 };

/** Groups of the asked levels that occur in any period, the company first and always. */
export function listedGroups(periods: readonly GroupsOfPeriod[], levels: readonly GroupLevel[]): readonly HealthGroup[] {
	const groups = new Map<string, HealthGroup>();
	if (levels.includes('company')) groups.set(groupKey(COMPANY), COMPANY);
	for (const totals of periods) for (const [key, { group }] of totals) if (levels.includes(group.level) && group.person !== '') groups.set(key, group);
	return [...groups.entries()].sort(([a, one], [b, other]) => LEVEL_ORDER[one.level] - LEVEL_ORDER[other.level] || (a < b ? -1 : 1)).map(([, group]) => group);
}
