/*
 * Compact storage: what is kept per fact is a few whole numbers in typed arrays, in chunks, so that growing never copies what is there.
 */

const BITS = 14;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;

/** A list of 32-bit whole numbers. */
export class Int32Column {
	private readonly chunks: Int32Array[] = [];
	length = 0;

	push(value: number): number {
		const at = this.length++;
		let chunk = this.chunks[at >> BITS];
		if (chunk === undefined) this.chunks.push((chunk = new Int32Array(CHUNK)));
		chunk[at & MASK] = value;
		return at;
	}

	at(index: number): number {
		return this.chunks[index >> BITS]?.[index & MASK] ?? 0;
	}

	set(index: number, value: number): void {
		const chunk = this.chunks[index >> BITS];
		if (chunk !== undefined) chunk[index & MASK] = value;
	}

	/** Adds four neighbours at once to a list that only grows so. @returns the place of the first */
	pushFour(a: number, b: number, c: number, d: number): number {
		const at = this.length;
		if ((at & MASK) === 0) this.chunks.push(new Int32Array(CHUNK));
		this.length += 4;
		this.setFour(at, a, b, c, d);
		return at;
	}

	/** Four neighbours at once; `index` is divisible by four. */
	setFour(index: number, a: number, b: number, c: number, d: number): void {
		const chunk = this.chunks[index >> BITS];
		if (chunk === undefined) return;
		const at = index & MASK;
		chunk[at] = a;
		chunk[at + 1] = b;
		chunk[at + 2] = c;
		chunk[at + 3] = d;
	}

	increment(index: number): void {
		const chunk = this.chunks[index >> BITS];
		if (chunk !== undefined) chunk[index & MASK] = (chunk[index & MASK] ?? 0) + 1;
	}
}

/** A list of floating-point numbers. */
export class Float64Column {
	private readonly chunks: Float64Array[] = [];
	length = 0;

	push(value: number): number {
		const at = this.length++;
		let chunk = this.chunks[at >> BITS];
		if (chunk === undefined) this.chunks.push((chunk = new Float64Array(CHUNK)));
		chunk[at & MASK] = value;
		return at;
	}

	at(index: number): number {
		return this.chunks[index >> BITS]?.[index & MASK] ?? 0;
	}

	set(index: number, value: number): void {
		const chunk = this.chunks[index >> BITS];
		if (chunk !== undefined) chunk[index & MASK] = value;
	}
}

/** Numbers pairs of whole numbers from 0 in the order in which they come first. */
export class PairIndex {
	readonly first = new Int32Column();
	readonly second = new Int32Column();
	/** Number + 1 of the pair. */
	private slots = new Int32Array(1024);

	get size(): number {
		return this.first.length;
	}

	/** Number of a pair; a new one gets the next. */
	indexOf(a: number, b: number): number {
		const slot = this.slotOf(a, b);
		const index = this.slots[slot] ?? 0;
		return index === 0 ? this.add(slot, a, b) : index - 1;
	}

	/** Number of a pair, -1 where it never came. */
	find(a: number, b: number): number {
		return (this.slots[this.slotOf(a, b)] ?? 0) - 1;
	}

	/** Where a pair stands, or would. */
	private slotOf(a: number, b: number): number {
		const { slots, first, second } = this;
		const mask = slots.length - 1;
		let slot = spread(a, b) & mask;
		for (let index = slots[slot] ?? 0; index !== 0; index = slots[slot] ?? 0) {
			if (first.at(index - 1) === a && second.at(index - 1) === b) break;
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private add(slot: number, a: number, b: number): number {
		const added = this.first.push(a);
		this.second.push(b);
		this.slots[slot] = added + 1;
		if (added * 2 > this.slots.length) this.grow();
		return added;
	}

	private grow(): void {
		this.slots = new Int32Array(this.slots.length * 2);
		for (let index = 0; index < this.size; index++) this.slots[this.slotOf(this.first.at(index), this.second.at(index))] = index + 1;
	}
}

function spread(a: number, b: number): number {
	let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	return mixed ^ (mixed >>> 13);
}

/** For each cell the numbers of the facts that belong to it with a mark of each, 12 bytes a fact. */
export class Postings {
	private readonly heads = new Int32Column();
	/** How many were added to each cell, repeats and copies among them. */
	private readonly counts = new Int32Column();
	private readonly facts = new Int32Column();
	private readonly marks = new Int32Column();
	private readonly next = new Int32Column();

	/** @param mark the same for facts that may be the same, such as a short hash of what tells them apart */
	add(cell: number, fact: number, mark: number): void {
		while (this.heads.length <= cell) {
			this.heads.push(-1);
			this.counts.push(0);
		}
		this.facts.push(fact);
		this.marks.push(mark);
		this.heads.set(cell, this.next.push(this.heads.at(cell)));
		this.counts.increment(cell);
	}

	/** No fewer than there are different ones. */
	atMost(cell: number): number {
		return cell < 0 || cell >= this.counts.length ? 0 : this.counts.at(cell);
	}

	/** Number of the cell's newest entry, -1 where it has none. */
	headOf(cell: number): number {
		return cell < 0 || cell >= this.heads.length ? -1 : this.heads.at(cell);
	}

	/** The entry before an entry of the same cell, -1 where it is the first. */
	before(entry: number): number {
		return this.next.at(entry);
	}

	factAt(entry: number): number {
		return this.facts.at(entry);
	}

	markAt(entry: number): number {
		return this.marks.at(entry);
	}

	*of(cell: number): Generator<number> {
		if (cell < 0 || cell >= this.heads.length) return;
		for (let entry = this.heads.at(cell); entry >= 0; entry = this.next.at(entry)) yield this.facts.at(entry);
	}
}

const RECENT = 1024;

/** Numbers texts from 0 in the order in which they come first: names that come again and again, each time as another copy of the text. */
export class TextNumbers {
	private readonly numbers = new Map<string, number>();
	/** What was asked last, by a few characters: finding it again takes one comparison and no hash of the whole text. */
	private readonly recentTexts: string[] = new Array<string>(RECENT).fill('');
	private readonly recentNumbers = new Int32Array(RECENT);

	numberOf(text: string): number {
		const { length } = text;
		if (length < 4) return this.look(text);
		const mixed = Math.imul(text.charCodeAt(length - 1) + text.charCodeAt(length - 2) * 31 + text.charCodeAt(length - 3) * 961 + text.charCodeAt(length >> 1) * 29_791 + text.charCodeAt(0) * 7 + length, 0x9e3779b1);
		const place = (mixed >>> 16) & (RECENT - 1);
		if (this.recentTexts[place] === text) return this.recentNumbers[place] ?? 0;
		const number = this.look(text);
		this.recentTexts[place] = text;
		this.recentNumbers[place] = number;
		return number;
	}

	private look(text: string): number {
		let number = this.numbers.get(text);
		if (number === undefined) this.numbers.set(text, (number = this.numbers.size));
		return number;
	}
}

/** Numbers ids from 0 in the order in which they come first. Ids that are whole numbers, as most systems give them, are kept as numbers. */
export class IdNumbers {
	private readonly others = new Map<string, number>();
	private keys = new Float64Array(1024);
	/** Number + 1. */
	private numbers = new Int32Array(1024);
	private used = 0;
	private size = 0;

	numberOf(id: string): number {
		const key = wholeNumber(id);
		if (key < 0) {
			let number = this.others.get(id);
			if (number === undefined) this.others.set(id, (number = this.size++));
			return number;
		}
		const slot = this.slotOf(key);
		const found = this.numbers[slot] ?? 0;
		if (found > 0) return found - 1;
		this.keys[slot] = key;
		this.numbers[slot] = ++this.size;
		if (++this.used * 2 > this.keys.length) this.grow();
		return this.size - 1;
	}

	private slotOf(key: number): number {
		const { keys, numbers } = this;
		const mask = keys.length - 1;
		let slot = spread(key | 0, (key / 4_294_967_296) | 0) & mask;
		while (numbers[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
		return slot;
	}

	private grow(): void {
		const { keys, numbers } = this;
		this.keys = new Float64Array(keys.length * 2);
		this.numbers = new Int32Array(keys.length * 2);
		for (let at = 0; at < keys.length; at++) {
			if (numbers[at] === 0) continue;
			const slot = this.slotOf(keys[at] ?? 0);
			this.keys[slot] = keys[at] ?? 0;
			this.numbers[slot] = numbers[at] ?? 0;
		}
	}
}

/** Whole number that a text is in the one way in which it is written, -1 for any other text. */
function wholeNumber(text: string): number {
	const { length } = text;
	if (length === 0 || length > 15) return -1;
	let number = 0;
	for (let at = 0; at < length; at++) {
		const digit = text.charCodeAt(at) - 48;
		if (digit < 0 || digit > 9 || (at === 0 && digit === 0)) return -1;
		number = number * 10 + digit;
	}
	return number;
}

/** 32 bits of a text such as a commit's sha; never 0. Who relies on it compares the texts themselves afterwards. */
export function shortHash(text: string): number {
	let hash = 0x811c9dc5;
	const end = Math.min(text.length, 20);
	let at = 0;
	for (; at + 3 < end; at += 4) {
		const four = text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 8) ^ (text.charCodeAt(at + 2) << 16) ^ (text.charCodeAt(at + 3) << 24);
		hash = Math.imul(hash ^ four ^ (hash >>> 15), 0x85ebca6b);
	}
	for (; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	hash ^= hash >>> 13;
	return hash === 0 ? 1 : hash;
}
