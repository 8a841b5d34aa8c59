import { hashOf } from './numbers.js';

const SPARE = 1.3;

/**
 * Which rows are the same record: open addressing over the rows themselves, 5 bytes a row. A slot holds the row + 1 in as many bits as there are rows,
 * and bits of the hash above them, so that the ids themselves are only looked at where these are equal.
 */
export class RowIds {
	private readonly slots: Int32Array;
	private readonly rowMask: number;
	private lastSlot = 0;
	private lastTag = 0;

	/** @param isRow whether a row has this id and source */
	constructor(
		rows: number,
		private readonly isRow: (row: number, id: string, source: string) => boolean,
	) {
		this.slots = new Int32Array(Math.ceil((rows * SPARE) / 16) * 16 + 16);
		this.rowMask = 2 ** Math.min(31, Math.ceil(Math.log2(rows + 2))) - 1;
	}

	/** The row that has the id already; -1, and `row` is kept for it, where none has. */
	find(id: string, source: string, row: number): number {
		const { slots, rowMask } = this;
		const hash = source === '' ? hashOf(id) : hashOf(id) ^ (Math.imul(hashOf(source), 0x9e3779b1) & ~15);
		const tag = Math.imul(hash, 0x85ebca6b) & ~rowMask;
		const size = slots.length;
		// The lowest bits stay together, so that neighbours do.
		let slot = Math.floor(((hash >>> 4) * (size >> 4)) / 268_435_456) * 16 + (hash & 15);
		for (; ; slot = slot + 1 === size ? 0 : slot + 1) {
			const entry = slots[slot] ?? 0;
			if (entry === 0) {
				slots[slot] = tag | (row + 1);
				return -1;
			}
			if ((entry & ~rowMask) !== tag) continue;
			const candidate = (entry & rowMask) - 1;
			if (!this.isRow(candidate, id, source)) continue;
			this.lastSlot = slot;
			this.lastTag = tag;
			return candidate;
		}
	}

	/** Lets a row stand for the id that was found last. */
	replace(row: number): void {
		this.slots[this.lastSlot] = this.lastTag | (row + 1);
	}
}
