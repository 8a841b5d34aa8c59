import { Float64List, Int32List } from './numbers.js';
import type { Places } from './places.js';
import type { Citations } from './citations.js';
import type { ExclusionKey, FigureKey, MissingKey } from './texts.js';

/** One stage, state or factor of a cell, where it is no sum of single values. */
export interface PartSums {
	numerator: number;
	denominator: number;
}

/** A part of a value that counts it as still open. */
const OPEN = 1;

/**
 * The sums of one metric by cell: one person in one unit in one period, the smallest there is. Groups are sums of cells.
 * Every field is a sum or a list, so the order of adding never matters and parts add up to their total.
 */
export class Cells {
	private size: number;
	/** 1 where the cell is there, though all its sums may be 0. */
	private used: Uint8Array;
	numerators: Float64Array;
	denominators: Float64Array;
	/** Rows that a cell rests on. */
	cited: Int32Array;
	readonly figures = new Map<FigureKey, Float64Array>();
	readonly excluded = new Map<ExclusionKey, Float64Array>();
	readonly parts = new Map<number, Map<string, PartSums>>();
	/** Rows of the answers a cell rests on, where persons are counted by answers. */
	readonly answers = new Map<number, number[]>();
	/** Single values (seconds) for median and percentile: cell, part × 2 + whether it is open, value. */
	readonly valueCells = new Int32List();
	readonly valueParts = new Int32List();
	readonly values = new Float64List();
	/** Periods for which an input is missing. */
	readonly missing = new Map<number, MissingKey>();

	constructor(
		private readonly places: Places,
		readonly periodCount: number,
		private readonly citations: Citations,
	) {
		this.size = Math.max(64, places.size * periodCount);
		this.used = new Uint8Array(this.size);
		this.numerators = new Float64Array(this.size);
		this.denominators = new Float64Array(this.size);
		this.cited = new Int32Array(this.size);
	}

	/** Number of the cell of a place and a period. */
	cell(place: number, period: number): number {
		const cell = place * this.periodCount + period;
		if (cell >= this.size) this.grow(cell);
		this.used[cell] = 1;
		return cell;
	}

	has(cell: number): boolean {
		return this.used[cell] === 1;
	}

	/** Cells that may be there: all below this. */
	get length(): number {
		return Math.min(this.size, this.places.size * this.periodCount);
	}

	add(cell: number, numerator: number, denominator: number): void {
		this.numerators[cell] = (this.numerators[cell] ?? 0) + numerator;
		this.denominators[cell] = (this.denominators[cell] ?? 0) + denominator;
	}

	count(cell: number, figure: FigureKey, by = 1): void {
		let counts = this.figures.get(figure);
		if (counts === undefined) this.figures.set(figure, (counts = new Float64Array(this.size)));
		counts[cell] = (counts[cell] ?? 0) + by;
	}

	exclude(cell: number, reason: ExclusionKey): void {
		let counts = this.excluded.get(reason);
		if (counts === undefined) this.excluded.set(reason, (counts = new Float64Array(this.size)));
		counts[cell] = (counts[cell] ?? 0) + 1;
	}

	part(cell: number, name: string): PartSums {
		let parts = this.parts.get(cell);
		if (parts === undefined) this.parts.set(cell, (parts = new Map<string, PartSums>()));
		let part = parts.get(name);
		if (part === undefined) parts.set(name, (part = { numerator: 0, denominator: 0 }));
		return part;
	}

	/** One value of the cell and, where `part` is not negative, of that part. */
	addValue(cell: number, seconds: number, part: number, open: boolean): void {
		this.add(cell, seconds, 1);
		this.valueCells.push(cell);
		this.valueParts.push(part < 0 ? -1 : part * 2 + (open ? OPEN : 0));
		this.values.push(seconds);
		if (open) this.count(cell, 'open');
	}

	/** The cell rests on an answer whose row nobody may be led to. */
	answer(cell: number, row: number): void {
		const rows = this.answers.get(cell);
		if (rows === undefined) this.answers.set(cell, [row]);
		else rows.push(row);
	}

	/** The cell rests on a row: it counts in the numerator, or is one of the others. */
	cite(cell: number, counted: boolean, time: number, row: number): void {
		this.cited[cell] = (this.cited[cell] ?? 0) + 1;
		this.citations.offer(Math.floor(cell / this.periodCount), cell % this.periodCount, counted, time, row);
	}

	private grow(cell: number): void {
		this.size = Math.max(cell + 1, this.size * 2);
		const larger = (before: Float64Array): Float64Array => {
			const after = new Float64Array(this.size);
			after.set(before);
			return after;
		};
		const used = new Uint8Array(this.size);
		used.set(this.used);
		this.used = used;
		const cited = new Int32Array(this.size);
		cited.set(this.cited);
		this.cited = cited;
		this.numerators = larger(this.numerators);
		this.denominators = larger(this.denominators);
		for (const [figure, counts] of this.figures) this.figures.set(figure, larger(counts));
		for (const [reason, counts] of this.excluded) this.excluded.set(reason, larger(counts));
	}
}
