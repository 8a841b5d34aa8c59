import { canonicalJson } from '../evidence/key.js';
import { textIn } from './fields.js';
import { Int32List, TextNumbers } from './numbers.js';
import { RowIds } from './rowIds.js';
import { kindNumber, SLICE, type RowSource } from './source.js';
import type { RowKind } from './rows.js';

/**
 * The rows of one kind as columns: each row of the kind has a slot, in the order of the input. A slot that does not count (a repeat, an older version
 * of the same record, a row that cannot be used) has no time.
 */
export abstract class RowTable {
	/** Epoch milliseconds; NaN where the slot does not count. */
	readonly at: Float64Array;
	/** Rows with a slot that counts. */
	counting = 0;
	lastRecorded = -Infinity;
	protected id = '';
	protected source = '';
	/** Rows of the slots; null where they lie side by side. */
	private readonly rows: Int32Array | null;
	private readonly first: number;
	private readonly end: number;
	/** Only while the table is filled. */
	private ids: RowIds | null;
	private recorded = Number.NaN;

	constructor(
		protected readonly from: RowSource,
		readonly kind: RowKind,
	) {
		const { count, first, end } = from.range(kind);
		this.at = new Float64Array(count);
		this.first = first;
		this.end = end;
		this.rows = end - first === count ? null : new Int32Array(count);
		this.ids = new RowIds(count, (slot, id, source) => from.idOf(this.rowOf(slot)) === id && from.sourceOf(this.rowOf(slot)) === source);
	}

	/** Slots. */
	get length(): number {
		return this.at.length;
	}

	/** The row of a slot. */
	rowOf(slot: number): number {
		return this.rows === null ? this.first + slot : (this.rows[slot] ?? 0);
	}

	/** Writes the columns of a slot and gives the time of the row; NaN where a field is not as most are: then nothing is kept of it. */
	protected abstract write(record: Readonly<Record<string, unknown>>, slot: number, readBefore: boolean): number;

	/** Called for each slot that counts, once its columns stand; one that stops counting later just has no time. */
	protected kept?(slot: number): void;

	/** Called once, when no more rows come. */
	protected filled?(): void;

	/** Reads every row once. */
	*fill(): Generator<null> {
		const kind = kindNumber(this.kind);
		let slot = 0;
		for (let row = this.first; row < this.end; row++) {
			if (row % SLICE === SLICE - 1) yield null;
			if (!this.from.isOf(row, kind)) continue;
			if (this.rows !== null) this.rows[slot] = row;
			this.accept(row, slot++);
		}
		this.ids = null;
		this.filled?.();
	}

	private accept(row: number, slot: number): void {
		this.at[slot] = Number.NaN;
		const record = this.from.record(row);
		let at = this.common(record, this.from.rows.readBefore) ? this.write(record, slot, this.from.rows.readBefore) : Number.NaN;
		if (Number.isNaN(at)) {
			const read = this.from.read(row, this.kind);
			if (read === null) return;
			const fields = read as unknown as Readonly<Record<string, unknown>>;
			this.common(fields, true);
			at = this.write(fields, slot, true);
		}
		if (this.recorded > this.lastRecorded && this.recorded < Infinity) this.lastRecorded = this.recorded;
		const before = this.ids?.find(this.id, this.source, slot) ?? -1;
		if (before >= 0) {
			if (!this.isLater(row, this.rowOf(before))) return;
			this.ids?.replace(slot);
			this.at[before] = Number.NaN;
			this.counting--;
		}
		this.at[slot] = at;
		this.counting++;
		this.kept?.(slot);
	}

	/** Fields that every kind has; false where one is not as most are. */
	private common(record: Readonly<Record<string, unknown>>, readBefore: boolean): boolean {
		const { id, source, url, recordedAt } = record;
		if (typeof id !== 'string' || id === '') return false;
		const sourceText = textIn(source);
		const idText = textIn(id);
		if (idText === null || sourceText === null || textIn(url) === null) return false;
		this.id = idText;
		this.source = sourceText;
		this.recorded = this.from.times.timeIn(recordedAt, readBefore);
		return !Number.isNaN(this.recorded);
	}

	private isLater(row: number, before: number): boolean {
		if (isSame(this.from.rows.at(row), this.from.rows.at(before))) return false;
		const one = this.from.read(row, this.kind);
		const other = this.from.read(before, this.kind);
		return one !== null && other !== null && isLater(one, other);
	}
}

/** Rows that are the log of something: of one goal, of one item that passes stages. */
export abstract class LogTable extends RowTable {
	/** For each subject its last slot, for each slot the one before of the same subject; while a slot is written, its subject. */
	private readonly links = new Int32Array(this.length);
	private readonly heads = new Int32List();
	/** Only while the table is filled. */
	private subjects: TextNumbers | null = new TextNumbers();

	get subjectCount(): number {
		return this.heads.length;
	}

	/** Slots of a subject, in no order; those that do not count have no time. */
	slotsOf(subject: number, into: number[]): void {
		for (let slot = this.heads.at(subject); slot >= 0; slot = this.links[slot] ?? -1) into.push(slot);
	}

	/** Says whose log a slot belongs to, while it is written. */
	protected link(slot: number, subject: string): void {
		this.links[slot] = this.subjects?.numberOf(subject) ?? 0;
	}

	protected override filled(): void {
		this.subjects = null;
	}

	protected override kept(slot: number): void {
		const subject = this.links[slot] ?? 0;
		while (this.heads.length <= subject) this.heads.push(-1);
		this.links[slot] = this.heads.at(subject);
		this.heads.set(subject, slot);
	}
}

interface Recorded {
	readonly recordedAt?: number;
}

/** Of two versions of one record the one recorded later counts. */
export function isLater(row: Recorded, before: Recorded): boolean {
	if (row === before) return false;
	const difference = (row.recordedAt ?? -Infinity) - (before.recordedAt ?? -Infinity);
	// Two versions with nothing that orders them: any choice is right that does not depend on the order of the input.
	return difference > 0 || (!(difference < 0) && canonicalJson(row) > canonicalJson(before));
}

/** The same fields with the same plain values, as where a row was read twice. */
function isSame(row: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
	const names = Object.keys(row);
	return names.length === Object.keys(other).length && names.every((name) => row[name] === other[name]);
}
