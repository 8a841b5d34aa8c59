import { TimeReader, textIn } from './fields.js';
import type { Zone } from '../time/zone.js';
import { readHealthRow, ROW_KINDS, type ColumnNames, type HealthRow, type RowKind, type RowProblem } from './rows.js';

/** Rows as they lie somewhere, such as the items of a node: they are read where they are, and nothing of them is copied. */
export interface HealthRows {
	readonly length: number;
	at(row: number): Readonly<Record<string, unknown>>;
	/** Kind of all rows; null: each names its own as `kind`. */
	readonly kind: RowKind | null;
	readonly columns: ColumnNames;
	/** True: `readHealthRow` has read them already, so times are numbers. */
	readonly readBefore: boolean;
}

/** Rows that `readHealthRow` gave. */
export function readRows(rows: readonly HealthRow[]): HealthRows {
	return { length: rows.length, at: (row) => rows[row] ?? {}, kind: null, columns: {}, readBefore: true };
}

/** A row that could not be used. */
export interface UnusableRow {
	readonly row: number;
	readonly problems: readonly RowProblem[];
}

/** Where the rows of one kind lie. */
export interface RowRange {
	readonly count: number;
	readonly first: number;
	/** One after the last. */
	readonly end: number;
}

/** Rows between two pauses. */
export const SLICE = 4_096;

/** The rows with their kinds. */
export class RowSource {
	readonly times: TimeReader;
	readonly unusable: UnusableRow[] = [];
	/** Null where the rows of each kind lie side by side. */
	private kinds: Uint8Array | null;
	private readonly ranges: RowRange[];
	private readonly renamed: boolean;

	constructor(
		readonly rows: HealthRows,
		readonly zone: Zone,
	) {
		this.times = new TimeReader(zone);
		this.kinds = rows.kind === null ? new Uint8Array(rows.length) : null;
		this.ranges = ROW_KINDS.map((kind) => (kind === rows.kind ? { count: rows.length, first: 0, end: rows.length } : { count: 0, first: 0, end: 0 }));
		this.renamed = Object.keys(rows.columns).length > 0;
	}

	/** Finds out the kind of every row. */
	*sort(): Generator<null> {
		const { kinds, rows } = this;
		if (kinds === null) return;
		const numbers = new Map<unknown, number>(ROW_KINDS.map((kind, index) => [kind, index + 1]));
		const found = ROW_KINDS.map(() => ({ count: 0, first: 0, end: 0 }));
		let last: unknown = '';
		let number = 0;
		for (let row = 0; row < rows.length; row++) {
			if (row % SLICE === SLICE - 1) yield null;
			const kind = rows.at(row)['kind'];
			if (kind !== last) {
				number = numbers.get(kind) ?? 0;
				last = kind;
			}
			kinds[row] = number;
			const range = found[number - 1];
			if (range === undefined) {
				this.refuse(row, [{ field: 'kind', value: typeof kind === 'string' ? kind : null, expected: ROW_KINDS.join(', ') }]);
				continue;
			}
			if (range.count++ === 0) range.first = row;
			range.end = row + 1;
		}
		for (const [index, range] of found.entries()) this.ranges[index] = range;
		if (found.every(({ count, first, end }) => end - first === count)) this.kinds = null;
	}

	range(kind: RowKind): RowRange {
		return this.ranges[ROW_KINDS.indexOf(kind)] ?? { count: 0, first: 0, end: 0 };
	}

	isOf(row: number, kind: number): boolean {
		return this.kinds === null || this.kinds[row] === kind;
	}

	/** Fields under their own names; a row whose columns are named otherwise is copied for that. */
	record(row: number): Readonly<Record<string, unknown>> {
		const record = this.rows.at(row);
		if (!this.renamed) return record;
		const copy: Record<string, unknown> = { ...record };
		for (const [field, column] of Object.entries(this.rows.columns)) copy[field] = Object.hasOwn(record, column) ? record[column] : undefined;
		return copy;
	}

	/** The whole row; null, and it is noted, where it cannot be used. */
	read(row: number, kind: RowKind): HealthRow | null {
		const record = this.rows.at(row);
		// Rows that were read before are what they say.
		if (this.rows.readBefore) return record as unknown as HealthRow;
		const reading = readHealthRow(kind, record, this.rows.columns, this.zone);
		if (reading.ok) return reading.row;
		this.refuse(row, reading.problems);
		return null;
	}

	refuse(row: number, problems: readonly RowProblem[]): void {
		this.unusable.push({ row, problems });
	}

	idOf(row: number): string {
		const { id } = this.record(row);
		return textIn(id) ?? String(id).trim();
	}

	sourceOf(row: number): string {
		const { source } = this.record(row);
		return textIn(source) ?? String(source).trim();
	}

	/** By id, then source. */
	compare(row: number, other: number): number {
		const id = this.idOf(row);
		const otherId = this.idOf(other);
		if (id !== otherId) return id < otherId ? -1 : 1;
		const source = this.sourceOf(row);
		const otherSource = this.sourceOf(other);
		return source === otherSource ? 0 : source < otherSource ? -1 : 1;
	}
}

export const kindNumber = (kind: RowKind): number => ROW_KINDS.indexOf(kind) + 1;
