import { compareText } from './register.js';

/** Where one subject stands in the order of a milestone. */
export interface Ranked {
	readonly subject: string;
	/** Epoch milliseconds; an unknown time sorts last. */
	readonly reached: number;
	readonly entry: number;
}

/** The fixed order: reached time, entry time, subject key. Source: domain reference 2, rule 2. */
export function compareRanked(a: Ranked, b: Ranked): number {
	return a.reached - b.reached || a.entry - b.entry || compareText(a.subject, b.subject);
}

const FULL = 128;

/** Numbers stand beside the entries, so that a search within a block reads what lies side by side. */
class Block<Entry extends Ranked> {
	readonly entries: Entry[] = [];
	private readonly reached = new Float64Array(FULL + 1);
	private readonly entry = new Float64Array(FULL + 1);

	insert(place: number, entry: Entry): void {
		const { length } = this.entries;
		this.reached.copyWithin(place + 1, place, length);
		this.entry.copyWithin(place + 1, place, length);
		this.reached[place] = entry.reached;
		this.entry[place] = entry.entry;
		this.entries.splice(place, 0, entry);
	}

	remove(place: number): void {
		this.reached.copyWithin(place, place + 1, this.entries.length);
		this.entry.copyWithin(place, place + 1, this.entries.length);
		this.entries.splice(place, 1);
	}

	/** @returns a block of what stood from a place on, which is no longer here */
	cut(from: number): Block<Entry> {
		const rest = new Block<Entry>();
		rest.reached.set(this.reached.subarray(from, this.entries.length));
		rest.entry.set(this.entry.subarray(from, this.entries.length));
		rest.entries.push(...this.entries.splice(from));
		return rest;
	}

	/** First place whose entry is not before this one. */
	placeOf(entry: Ranked): number {
		let low = 0;
		let high = this.entries.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const byNumbers = (this.reached[middle] ?? 0) - entry.reached || (this.entry[middle] ?? 0) - entry.entry;
			if (byNumbers < 0 || (byNumbers === 0 && isNamedBefore(this.entries[middle], entry))) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function isNamedBefore(here: Ranked | undefined, other: Ranked): boolean {
	return here !== undefined && here.subject < other.subject;
}

/** A sorted sequence in short blocks: a change moves at most one block, and the nth is found by the sizes of blocks. */
export class Ranking<Entry extends Ranked> {
	private readonly blocks: Array<Block<Entry>> = [];
	/** When the last entry of each block reached it, so that a search among blocks opens few of them. */
	private readonly lastReached: number[] = [];
	size = 0;
	/** Grows with every change. */
	revision = 0;

	add(entry: Entry): void {
		this.size++;
		this.revision++;
		const { blocks } = this;
		if (blocks.length === 0) blocks.push(new Block<Entry>());
		const number = Math.min(this.blockOf(entry), blocks.length - 1);
		const block = blocks[number];
		if (block === undefined) return;
		const place = block.placeOf(entry);
		block.insert(place, entry);
		const { length } = block.entries;
		if (length > FULL) {
			// A sequence that grows at its end leaves full blocks behind; any other place is cut in the middle.
			const cut = number === blocks.length - 1 && place === FULL ? FULL : FULL >> 1;
			blocks.splice(number + 1, 0, block.cut(cut));
			this.lastReached.splice(number + 1, 0, 0);
			this.noteLast(number + 1);
			this.noteLast(number);
		} else if (place === length - 1) {
			this.noteLast(number);
		}
	}

	remove(entry: Entry): void {
		const number = this.blockOf(entry);
		const block = this.blocks[number];
		if (block === undefined) return;
		const place = block.placeOf(entry);
		const found = block.entries[place];
		if (found === undefined || compareRanked(found, entry) !== 0) return;
		block.remove(place);
		if (block.entries.length > 0) {
			this.noteLast(number);
		} else {
			this.blocks.splice(number, 1);
			this.lastReached.splice(number, 1);
		}
		this.size--;
		this.revision++;
	}

	/** The entry at a rank, counted from 1; null beyond the end. */
	at(rank: number): Entry | null {
		let before = 0;
		for (const { entries } of this.blocks) {
			if (rank <= before + entries.length) return entries[rank - before - 1] ?? null;
			before += entries.length;
		}
		return null;
	}

	/** First block whose last entry is not before this one. */
	private blockOf(entry: Ranked): number {
		let low = 0;
		let high = this.blocks.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const byReached = (this.lastReached[middle] ?? 0) - entry.reached;
			if (byReached < 0 || (byReached === 0 && this.endsBefore(middle, entry))) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private endsBefore(number: number, entry: Ranked): boolean {
		const last = this.blocks[number]?.entries.at(-1);
		return last !== undefined && compareRanked(last, entry) < 0;
	}

	private noteLast(number: number): void {
		this.lastReached[number] = this.blocks[number]?.entries.at(-1)?.reached ?? 0;
	}
}
