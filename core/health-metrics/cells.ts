import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { stampOf, timeOf, type HealthRow } from './rows.js';
import type { ExclusionKey, FigureKey, MissingKey } from './texts.js';

/** What is added up. Every field is a sum or a list, so the order of adding never matters and parts add up to their total. */
export class Sums {
	numerator = 0;
	denominator = 0;
	/** Single values (seconds) for median and percentile. */
	readonly values: number[][] = [];
	readonly figures: Partial<Record<FigureKey, number>> = {};

	count(figure: FigureKey, by = 1): void {
		this.figures[figure] = (this.figures[figure] ?? 0) + by;
	}

	add(other: Sums): void {
		this.numerator += other.numerator;
		this.denominator += other.denominator;
		for (const list of other.values) this.values.push(list);
		for (const [figure, count] of Object.entries(other.figures) as Array<[FigureKey, number]>) this.count(figure, count);
	}
}

/** One person in one unit in one period: the smallest cell. Groups are sums of cells. */
export class Cell {
	readonly sums = new Sums();
	readonly parts = new Map<string, Sums>();
	/** Rows that count in the numerator, and the others that the figure rests on. */
	readonly counted: HealthRow[] = [];
	readonly others: HealthRow[] = [];
	readonly excluded: Partial<Record<ExclusionKey, number>> = {};

	/** @param place number of the person in the unit, see `Places` */
	constructor(
		readonly place: number,
		readonly period: number,
	) {}

	part(name: string): Sums {
		let sums = this.parts.get(name);
		if (sums === undefined) this.parts.set(name, (sums = new Sums()));
		return sums;
	}

	exclude(reason: ExclusionKey): void {
		this.excluded[reason] = (this.excluded[reason] ?? 0) + 1;
	}

	/** Adds one value to the cell and, where one is named, to its part. */
	addValue(seconds: number, part: string | null): void {
		for (const sums of part === null ? [this.sums] : [this.sums, this.part(part)]) {
			sums.numerator += seconds;
			sums.denominator++;
			const list = sums.values[0];
			if (list === undefined) sums.values.push([seconds]);
			else list.push(seconds);
		}
	}
}

/** The cells of one metric. */
export class Cells {
	private readonly cells = new Map<number, Cell>();
	/** Periods for which an input is missing. */
	readonly missing = new Map<number, MissingKey>();

	constructor(private readonly periodCount: number) {}

	cell(place: number, period: number): Cell {
		const key = place * this.periodCount + period;
		let cell = this.cells.get(key);
		if (cell === undefined) this.cells.set(key, (cell = new Cell(place, period)));
		return cell;
	}

	all(): Iterable<Cell> {
		return this.cells.values();
	}
}

/** The first `limit` rows by time and id, those of the first lists before those of the later ones. */
export function firstRows(lists: ReadonlyArray<readonly HealthRow[][]>, limit: number): HealthRow[] {
	const chosen: HealthRow[] = [];
	for (const list of lists) {
		const room = limit - chosen.length;
		if (room > 0) chosen.push(...earliest(list, room));
	}
	return chosen;
}

function earliest(lists: readonly HealthRow[][], limit: number): HealthRow[] {
	const best: HealthRow[] = [];
	for (const rows of lists) {
		for (const row of rows) {
			const last = best[limit - 1];
			if (last !== undefined && compareRows(row, last) >= 0) continue;
			let at = best.length;
			for (let before = best[at - 1]; before !== undefined && compareRows(row, before) < 0; before = best[--at - 1]);
			best.splice(at, 0, row);
			if (best.length > limit) best.pop();
		}
	}
	return best;
}

function compareRows(a: HealthRow, b: HealthRow): number {
	return timeOf(a) - timeOf(b) || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}

/** Account of whoever caused the row, where it names one. */
function actorOf(row: HealthRow): string | null {
	if (row.kind === 'talk') return row.manager;
	if (row.kind === 'suggestion') return row.author;
	if (row.kind === 'view') return row.viewer;
	if (row.kind === 'goal') return row.approver ?? row.person;
	return row.kind === 'rating' ? null : (row.person ?? null);
}

export function referenceTo(row: HealthRow): EvidenceReference {
	return { source: row.source ?? `rows:${row.kind}`, id: row.id, time: stampOf(row), actor: actorOf(row), url: row.url ?? null };
}

