import type { Cells } from './cells.js';
import { numbersInSlices } from './collect.js';
import type { HealthMetricDefinition } from './definition.js';
import { COMPANY, GroupTotals, groupKey, parentOf, type GroupsOfPeriod, type HealthGroup, type PartTotals } from './groups.js';
import { NOBODY, type Place, type Places } from './places.js';
import { spreadOf } from './selection.js';
import type { GroupLevel } from './settings.js';
import { suppressedGroups, type PeopleTree } from './suppression.js';
import type { TextNumbers } from './numbers.js';
import type { ExclusionKey, FigureKey } from './texts.js';

/** What the sums of groups are made of. */
export interface Totalling {
	readonly cells: Cells;
	readonly places: Places;
	readonly levels: readonly GroupLevel[];
	/** Levels whose figures are given; the others only say what must not be shown. */
	readonly asked: readonly GroupLevel[];
	readonly definition: HealthMetricDefinition;
	readonly minPersons: number;
	/** Names of the parts of single values. */
	readonly partNames: TextNumbers | null;
}

/** Sums of every group of every period, with those marked that must not be shown. */
export function* totalsOf(totalling: Totalling): Generator<null, readonly GroupsOfPeriod[]> {
	const { cells, levels, asked, definition, minPersons } = totalling;
	const periods = Array.from({ length: cells.periodCount }, () => new Map<string, GroupTotals>());
	for (const level of levels) {
		const groups = yield* levelTotals(totalling, level, periods);
		if (cells.values.length > 0 && asked.includes(level)) yield* addValues(totalling, level, groups);
	}
	for (const totals of periods) {
		hide(totals, definition, minPersons);
		yield null;
	}
	return periods;
}

/** @returns totals by group × periods + period */
function* levelTotals({ cells, places, definition }: Totalling, level: GroupLevel, periods: ReadonlyArray<Map<string, GroupTotals>>): Generator<null, ReadonlyArray<GroupTotals | undefined>> {
	const all: Array<GroupTotals | undefined> = [];
	const counts: Counts = { figures: [...cells.figures], excluded: [...cells.excluded] };
	yield* numbersInSlices(cells.length, (cell) => {
		if (!cells.has(cell)) return;
		const place = Math.floor(cell / cells.periodCount);
		const period = cell % cells.periodCount;
		const number = places.groupOf(level, place);
		const at = number * cells.periodCount + period;
		let own = all[at];
		if (own === undefined) {
			const group = groupAt(level, places.placeOf(place));
			const key = groupKey(group);
			all[at] = own = new GroupTotals(key, group, number);
			periods[period]?.set(key, own);
		}
		addCell(own, cells, cell, counts, definition, places.personOf(place));
	});
	return all;
}

function groupAt(level: GroupLevel, { person, team, department }: Place): HealthGroup {
	switch (level) {
		case 'company':
			return COMPANY;
		case 'department':
			return { level, department, team: null, person: null };
		case 'team':
			return { level, department, team, person: null };
		case 'person':
			return { level, department, team, person };
	}
}

interface Counts {
	readonly figures: ReadonlyArray<readonly [FigureKey, Float64Array]>;
	readonly excluded: ReadonlyArray<readonly [ExclusionKey, Float64Array]>;
}

function addCell(own: GroupTotals, cells: Cells, cell: number, { figures, excluded }: Counts, { anonymous, unit }: HealthMetricDefinition, person: number): void {
	const denominator = cells.denominators[cell] ?? 0;
	own.numerator += cells.numerators[cell] ?? 0;
	own.denominator += denominator;
	own.evidenceTotal += cells.cited[cell] ?? 0;
	for (const [figure, counts] of figures) if (counts[cell] !== 0) own.figures[figure] = (own.figures[figure] ?? 0) + (counts[cell] ?? 0);
	for (const [reason, counts] of excluded) if (counts[cell] !== 0) own.excluded[reason] = (own.excluded[reason] ?? 0) + (counts[cell] ?? 0);
	// Whoever answers anonymously is counted by answer; who is only left out is no person of the figure.
	const answers = anonymous ? (cells.answers.get(cell) ?? []) : null;
	const counts = person !== NOBODY && (denominator !== 0 || unit === 'count');
	if (answers !== null) for (const answer of answers) own.people.add(answer);
	else if (counts) own.people.add(person);
	const parts = cells.parts.get(cell);
	if (parts === undefined) return;
	for (const [name, { numerator, denominator: of }] of parts) {
		const part = own.part(name);
		part.numerator += numerator;
		part.denominator += of;
		if (counts) part.people.add(person);
	}
}

/** Median, percentile and parts of single values: they are laid side by side by group and period, within these by part. */
function* addValues({ cells, places, partNames }: Totalling, level: GroupLevel, groups: ReadonlyArray<GroupTotals | undefined>): Generator<null> {
	const { periodCount, valueCells, values } = cells;
	const bucketOf = (index: number): number => {
		const cell = valueCells.at(index);
		return places.groupOf(level, Math.floor(cell / periodCount)) * periodCount + (cell % periodCount);
	};
	const ends = new Int32Array(groups.length + 1);
	yield* numbersInSlices(values.length, (index) => {
		const bucket = bucketOf(index);
		ends[bucket] = (ends[bucket] ?? 0) + 1;
	});
	let sum = 0;
	for (let bucket = 0; bucket < ends.length; bucket++) {
		const own = ends[bucket] ?? 0;
		ends[bucket] = sum;
		sum += own;
	}
	const order = new Int32Array(values.length);
	yield* numbersInSlices(values.length, (index) => {
		const bucket = bucketOf(index);
		const at = ends[bucket] ?? 0;
		order[at] = index;
		ends[bucket] = at + 1;
	});
	const parts = new PartsOfGroup(cells, places, partNames);
	let from = 0;
	for (const [bucket, group] of groups.entries()) {
		const end = ends[bucket] ?? 0;
		if (group !== undefined && end > from) {
			parts.add(group, order.subarray(from, end));
			yield null;
		}
		from = end;
	}
}

/** The values of one group and period at a time. */
class PartsOfGroup {
	private readonly counts: Int32Array;
	/** For each place the last part that it was counted for. */
	private turn = 0;
	private seen = new Int32Array(0);

	constructor(
		private readonly cells: Cells,
		private readonly places: Places,
		private readonly names: TextNumbers | null,
	) {
		this.counts = new Int32Array((names?.texts.length ?? 0) + 1);
	}

	/** @param indexes the values of the group */
	add(group: GroupTotals, indexes: Int32Array): void {
		const { values, valueParts } = this.cells;
		const { counts } = this;
		// Values without a part come first, then those of each part.
		counts.fill(0);
		for (const index of indexes) {
			const part = partOf(valueParts.at(index)) + 1;
			counts[part] = (counts[part] ?? 0) + 1;
		}
		let sum = 0;
		for (let part = 0; part < counts.length; part++) {
			const own = counts[part] ?? 0;
			counts[part] = sum;
			sum += own;
		}
		const sorted = new Int32Array(indexes.length);
		const chosen = new Float64Array(indexes.length);
		for (const index of indexes) {
			const part = partOf(valueParts.at(index)) + 1;
			const at = counts[part] ?? 0;
			sorted[at] = index;
			chosen[at] = values.at(index);
			counts[part] = at + 1;
		}
		for (let part = 1; part < counts.length; part++) {
			const from = counts[part - 1] ?? 0;
			const to = counts[part] ?? 0;
			if (from < to) this.addPart(group.part(this.names?.texts[part - 1] ?? ''), sorted, chosen, from, to);
		}
		group.spread = spreadOf(chosen, 0, chosen.length);
	}

	private addPart(own: PartTotals, sorted: Int32Array, chosen: Float64Array, from: number, to: number): void {
		const { valueParts, valueCells, periodCount } = this.cells;
		if (this.seen.length < this.places.size) this.seen = new Int32Array(this.places.size);
		this.turn++;
		own.denominator = to - from;
		for (let at = from; at < to; at++) {
			const index = sorted[at] ?? 0;
			own.numerator += chosen[at] ?? 0;
			own.open += valueParts.at(index) & 1;
			const place = Math.floor(valueCells.at(index) / periodCount);
			if (this.seen[place] === this.turn) continue;
			this.seen[place] = this.turn;
			const person = this.places.personOf(place);
			if (person !== NOBODY) own.people.add(person);
		}
		own.spread = spreadOf(chosen, from, to);
	}
}

const partOf = (valuePart: number): number => valuePart >> 1;

/** A person's own figure is for that person and whoever may see it; that is decided by visibility, not by numbers. Anonymous answers are hidden there too. */
function hide(totals: ReadonlyMap<string, GroupTotals>, { anonymous }: HealthMetricDefinition, minPersons: number): void {
	const nodes = new Map<string, PeopleTree<GroupTotals> & { readonly parts: Array<PeopleTree<GroupTotals>> }>();
	const inTree = [...totals.values()].filter(({ group }) => group.level !== 'person' || anonymous).sort((a, b) => (a.key < b.key ? -1 : 1));
	for (const own of inTree) nodes.set(own.key, { group: own, people: own.people, parts: [] });
	for (const own of inTree) {
		const parent = parentOf(own.group);
		const node = nodes.get(own.key);
		if (parent !== null && node !== undefined) nodes.get(groupKey(parent))?.parts.push(node);
	}
	const root = nodes.get(groupKey(COMPANY));
	if (root !== undefined) for (const own of suppressedGroups(root, minPersons)) own.hidden = true;
}
