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
/** Smallest part that a full block is cut into. */
const LEAST = 32;

/**
 * Entries in the order of their times. Many subjects share both, and comparing names takes long: entries of the same times stand
 * in any order until someone asks for a rank among them. Only the last entry of a block is always the right one.
 * Times stand beside the entries, so that a search reads what lies side by side.
 */
class Block<Entry extends Ranked> {
	private readonly entries: Entry[] = [];
	private readonly reached = new Float64Array(FULL + 1);
	private readonly entry = new Float64Array(FULL + 1);
	private isOrdered = true;

	get length(): number {
		return this.entries.length;
	}

	get last(): Entry | undefined {
		return this.entries.at(-1);
	}

	/** @returns whether it is the last now */
	insert(entry: Entry): boolean {
		const { entries } = this;
		const { length } = entries;
		let place = this.placeAfter(entry);
		const isTied = place > 0 && this.isTied(place - 1, entry);
		if (isTied && !(place === length && isNamedBefore(this.last, entry))) {
			this.isOrdered = false;
			if (place === length) place--;
		}
		// By hand: of so few, a call into the engine takes longer than moving them.
		const { reached, entry: entered } = this;
		entries.push(entry);
		for (let to = length; to > place; to--) {
			entries[to] = entries[to - 1] as Entry;
			reached[to] = reached[to - 1] as number;
			entered[to] = entered[to - 1] as number;
		}
		entries[place] = entry;
		reached[place] = entry.reached;
		entered[place] = entry.entry;
		return place === length;
	}

	remove(entry: Ranked): boolean {
		let place = this.placeAfter(entry) - 1;
		while (place >= 0 && this.isTied(place, entry) && this.entries[place]?.subject !== entry.subject) place--;
		if (place < 0 || !this.isTied(place, entry)) return false;
		// Who is the last of those that are left has to be known.
		if (place === this.entries.length - 1 && !this.isOrdered) this.order();
		this.reached.copyWithin(place, place + 1, this.entries.length);
		this.entry.copyWithin(place, place + 1, this.entries.length);
		this.entries.splice(place, 1);
		return true;
	}

	at(place: number): Entry | null {
		if (!this.isOrdered) this.order();
		return this.entries[place] ?? null;
	}

	/** @returns a block of what stood behind, which is no longer here; `atEnd`: all but the last stays */
	cut(atEnd: boolean): Block<Entry> {
		const from = atEnd ? FULL : this.cutPlace();
		const rest = new Block<Entry>();
		rest.isOrdered = this.isOrdered;
		rest.reached.set(this.reached.subarray(from, this.entries.length));
		rest.entry.set(this.entry.subarray(from, this.entries.length));
		rest.entries.push(...this.entries.splice(from));
		if (!atEnd) this.putLast();
		return rest;
	}

	/** Puts the right one of the entries that share the last times at the end. */
	private putLast(): void {
		const { entries, last } = this;
		if (this.isOrdered || last === undefined) return;
		let best = entries.length - 1;
		for (let place = best - 1; place >= 0 && this.isTied(place, last); place--) if (isNamedBefore(entries[best], entries[place])) best = place;
		const named = entries[best];
		if (named === undefined) return;
		entries[best] = last;
		entries[entries.length - 1] = named;
	}

	/** The place nearest to the middle where times differ, else the middle. */
	private cutPlace(): number {
		const middle = FULL >> 1;
		for (let step = 0; step <= middle - LEAST; step++) {
			for (const place of [middle + step, middle - step]) {
				if (this.reached[place] !== this.reached[place - 1] || this.entry[place] !== this.entry[place - 1]) return place;
			}
		}
		this.order();
		return middle;
	}

	private order(): void {
		this.entries.sort(compareRanked);
		this.isOrdered = true;
	}

	/** Behind every entry whose times are not later. */
	private placeAfter(entry: Ranked): number {
		let low = 0;
		let high = this.entries.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const byTimes = (this.reached[middle] ?? 0) - entry.reached || (this.entry[middle] ?? 0) - entry.entry;
			if (byTimes <= 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private isTied(place: number, entry: Ranked): boolean {
		return this.reached[place] === entry.reached && this.entry[place] === entry.entry;
	}
}

function isNamedBefore(here: Ranked | undefined, other: Ranked | undefined): boolean {
	return here !== undefined && other !== undefined && here.subject < other.subject;
}

/** A sorted sequence in short blocks: a change moves at most one block, and the nth is found by the sizes of blocks. */
export class Ranking<Entry extends Ranked> {
	private readonly blocks: Array<Block<Entry>> = [];
	/** Times and name of the last entry of each block, so that a search among blocks opens none of them. */
	private readonly lastReached: number[] = [];
	private readonly lastEntry: number[] = [];
	private readonly lastSubject: string[] = [];
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
		const isLast = block.insert(entry);
		if (block.length > FULL) {
			// A sequence that grows at its end leaves full blocks behind.
			blocks.splice(number + 1, 0, block.cut(isLast && number === blocks.length - 1));
			this.lastReached.splice(number + 1, 0, 0);
			this.lastEntry.splice(number + 1, 0, 0);
			this.lastSubject.splice(number + 1, 0, '');
			this.noteLast(number + 1);
			this.noteLast(number);
		} else if (isLast) {
			this.noteLast(number);
		}
	}

	remove(entry: Entry): void {
		const number = this.blockOf(entry);
		const block = this.blocks[number];
		if (block?.remove(entry) !== true) return;
		if (block.length > 0) {
			this.noteLast(number);
		} else {
			this.blocks.splice(number, 1);
			this.lastReached.splice(number, 1);
			this.lastEntry.splice(number, 1);
			this.lastSubject.splice(number, 1);
		}
		this.size--;
		this.revision++;
	}

	/** The entry at a rank, counted from 1; null beyond the end. */
	at(rank: number): Entry | null {
		let before = 0;
		for (const block of this.blocks) {
			if (rank <= before + block.length) return block.at(rank - before - 1);
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
			const byTimes = (this.lastReached[middle] ?? 0) - entry.reached || (this.lastEntry[middle] ?? 0) - entry.entry;
			if (byTimes < 0 || (byTimes === 0 && (this.lastSubject[middle] ?? '') < entry.subject)) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private noteLast(number: number): void {
		const last = this.blocks[number]?.last;
		this.lastReached[number] = last?.reached ?? 0;
		this.lastEntry[number] = last?.entry ?? 0;
		this.lastSubject[number] = last?.subject ?? '';
	}
}
