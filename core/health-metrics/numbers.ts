/*
 * Compact storage: names become whole numbers, and what is kept per row is a few numbers in typed arrays. Lists grow in chunks, so that growing
 * never copies what is there.
 */

const BITS = 13;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;

/** A list of 32-bit whole numbers. */
export class Int32List {
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
}

/** A list of floating-point numbers. */
export class Float64List {
	private readonly chunks: Float64Array[] = [];
	length = 0;

	push(value: number): void {
		const at = this.length++;
		let chunk = this.chunks[at >> BITS];
		if (chunk === undefined) this.chunks.push((chunk = new Float64Array(CHUNK)));
		chunk[at & MASK] = value;
	}

	at(index: number): number {
		return this.chunks[index >> BITS]?.[index & MASK] ?? 0;
	}
}

/**
 * 32 bits of a text. Whoever relies on it compares the texts themselves afterwards.
 * Only the last character decides on the lowest four bits: ids are mostly numbered, so that neighbours lie side by side and are found in the same part of the memory.
 */
export function hashOf(text: string): number {
	const last = text.length - 1;
	let hash = 0x811c9dc5 ^ last;
	for (let at = 0; at < last; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	const end = text.charCodeAt(last);
	return (mixed(hash ^ (end >> 4)) & ~15) | (end & 15);
}

function mixed(hash: number): number {
	const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return half ^ (half >>> 13);
}

export function pairHash(a: number, b: number): number {
	return mixed(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b));
}

/** A slot holds number + 1 in its lower bits and a few bits of the hash above them, so that other texts are mostly told apart without looking at them. */
const NUMBER_BITS = 26;
const NUMBER_MASK = (1 << NUMBER_BITS) - 1;

/** Neighbours differ in the lowest bits of their hash only, and must differ here. */
function tagOf(hash: number): number {
	return Math.imul(hash, 0x85ebca6b) & ~NUMBER_MASK;
}

/** Numbers texts from 0 in the order in which they come first. */
export class TextNumbers {
	readonly texts: string[] = [];
	private slots = new Int32Array(1024);
	private last = '';
	private lastNumber = -1;

	/** Number of a text; a new one gets the next. */
	numberOf(text: string): number {
		// Neighbours often name the same.
		if (text === this.last && this.lastNumber >= 0) return this.lastNumber;
		const { slots, texts } = this;
		const hash = hashOf(text);
		const tag = tagOf(hash);
		const mask = slots.length - 1;
		let slot = hash & mask;
		let number = -1;
		for (; ; slot = (slot + 1) & mask) {
			const entry = slots[slot] ?? 0;
			if (entry === 0) break;
			if ((entry & ~NUMBER_MASK) !== tag) continue;
			const candidate = (entry & NUMBER_MASK) - 1;
			if (texts[candidate] === text) {
				number = candidate;
				break;
			}
		}
		if (number < 0) {
			number = texts.push(text) - 1;
			slots[slot] = tag | (number + 1);
			if (texts.length * 2 > slots.length) this.grow();
		}
		this.last = text;
		this.lastNumber = number;
		return number;
	}

	private grow(): void {
		const slots = new Int32Array(this.slots.length * 2);
		const mask = slots.length - 1;
		for (const [number, text] of this.texts.entries()) {
			const hash = hashOf(text);
			let slot = hash & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = tagOf(hash) | (number + 1);
		}
		this.slots = slots;
	}
}

/** Numbers pairs of whole numbers from 0 in the order in which they come first. */
export class PairNumbers {
	private readonly firsts = new Int32List();
	private readonly seconds = new Int32List();
	/** Number + 1. */
	private slots = new Int32Array(1024);

	get size(): number {
		return this.firsts.length;
	}

	firstOf(number: number): number {
		return this.firsts.at(number);
	}

	secondOf(number: number): number {
		return this.seconds.at(number);
	}

	/** Number of a pair; a new one gets the next. */
	numberOf(a: number, b: number): number {
		const slot = this.slotOf(a, b);
		const known = this.slots[slot] ?? 0;
		if (known > 0) return known - 1;
		this.firsts.push(a);
		const number = this.seconds.push(b);
		this.slots[slot] = number + 1;
		if (number * 3 > this.slots.length * 2) this.grow();
		return number;
	}

	/** -1 for a pair that never came. */
	find(a: number, b: number): number {
		return (this.slots[this.slotOf(a, b)] ?? 0) - 1;
	}

	private slotOf(a: number, b: number): number {
		const { slots } = this;
		const mask = slots.length - 1;
		let slot = pairHash(a, b) & mask;
		for (; ; slot = (slot + 1) & mask) {
			const entry = slots[slot] ?? 0;
			if (entry === 0 || (this.firsts.at(entry - 1) === a && this.seconds.at(entry - 1) === b)) return slot;
		}
	}

	private grow(): void {
		this.slots = new Int32Array(this.slots.length * 2);
		for (let number = 0; number < this.size; number++) this.slots[this.slotOf(this.firsts.at(number), this.seconds.at(number))] = number + 1;
	}
}
