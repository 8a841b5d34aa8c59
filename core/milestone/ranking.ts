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

const FULL = 512;

/** A sorted sequence in short blocks: a change moves at most one block, and the nth is found by the sizes of blocks. */
export class Ranking<Entry extends Ranked> {
	private readonly blocks: Entry[][] = [];
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
			blocks.push([entry]);
			return;
		}
		block.splice(placeIn(block, entry), 0, entry);
		if (block.length > FULL) {
			// A sequence that grows at its end leaves full blocks behind; any other place is cut in the middle.
			const cut = number === blocks.length - 1 && block.at(-1) === entry ? FULL : FULL >> 1;
			blocks.splice(number + 1, 0, block.splice(cut));
		}
	}

	remove(entry: Entry): void {
		const number = this.blockOf(entry);
		const block = this.blocks[number];
		if (block === undefined) return;
		const place = placeIn(block, entry);
		const found = block[place];
		if (found === undefined || compareRanked(found, entry) !== 0) return;
		block.splice(place, 1);
		if (block.length === 0) this.blocks.splice(number, 1);
		this.size--;
		this.revision++;
	}

	/** The entry at a rank, counted from 1; null beyond the end. */
	at(rank: number): Entry | null {
		let before = 0;
		for (const block of this.blocks) {
			if (rank <= before + block.length) return block[rank - before - 1] ?? null;
			before += block.length;
		}
		return null;
	}

	/** First block whose last entry is not before this one. */
	private blockOf(entry: Ranked): number {
		let low = 0;
		let high = this.blocks.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const last = this.blocks[middle]?.at(-1);
			if (last !== undefined && compareRanked(last, entry) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function placeIn(block: readonly Ranked[], entry: Ranked): number {
	let low = 0;
	let high = block.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const here = block[middle];
		if (here !== undefined && compareRanked(here, entry) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
