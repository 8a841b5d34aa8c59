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

/** Keys stand beside the entries, so that a search reads numbers that lie side by side. */
interface Block<Entry> {
	readonly entries: Entry[];
	readonly reached: number[];
	readonly entry: number[];
}

/** A sorted sequence in short blocks: a change moves at most one block, and the nth is found by the sizes of blocks. */
export class Ranking<Entry extends Ranked> {
	private readonly blocks: Array<Block<Entry>> = [];
	size = 0;
	/** Grows with every change. */
	revision = 0;

	add(entry: Entry): void {
		this.size++;
		this.revision++;
		const { blocks } = this;
		const number = Math.min(this.blockOf(entry), blocks.length - 1);
		const block = blocks[number];
		if (block === undefined) {
			blocks.push({ entries: [entry], reached: [entry.reached], entry: [entry.entry] });
			return;
		}
		const place = placeIn(block, entry);
		block.entries.splice(place, 0, entry);
		block.reached.splice(place, 0, entry.reached);
		block.entry.splice(place, 0, entry.entry);
		if (block.entries.length > FULL) {
			// A sequence that grows at its end leaves full blocks behind; any other place is cut in the middle.
			const cut = number === blocks.length - 1 && place === FULL ? FULL : FULL >> 1;
			blocks.splice(number + 1, 0, { entries: block.entries.splice(cut), reached: block.reached.splice(cut), entry: block.entry.splice(cut) });
		}
	}

	remove(entry: Entry): void {
		const number = this.blockOf(entry);
		const block = this.blocks[number];
		if (block === undefined) return;
		const place = placeIn(block, entry);
		const found = block.entries[place];
		if (found === undefined || compareRanked(found, entry) !== 0) return;
		block.entries.splice(place, 1);
		block.reached.splice(place, 1);
		block.entry.splice(place, 1);
		if (block.entries.length === 0) this.blocks.splice(number, 1);
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
			const block = this.blocks[middle];
			if (block !== undefined && isBefore(block, block.entries.length - 1, entry)) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function isBefore({ reached, entry, entries }: Block<Ranked>, place: number, other: Ranked): boolean {
	const byReached = (reached[place] ?? 0) - other.reached;
	if (byReached !== 0) return byReached < 0;
	const byEntry = (entry[place] ?? 0) - other.entry;
	if (byEntry !== 0) return byEntry < 0;
	const here = entries[place];
	return here !== undefined && here.subject < other.subject;
}

function placeIn(block: Block<Ranked>, entry: Ranked): number {
	let low = 0;
	let high = block.entries.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(block, middle, entry)) low = middle + 1;
		else high = middle;
	}
	return low;
}
