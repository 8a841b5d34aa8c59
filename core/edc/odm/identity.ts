import { hash } from 'crypto';

/*
 * What makes a fact the same fact: its content, never its place in a file. Parts are joined with control characters that
 * XML does not allow in data (the JSON reader replaces them), so no two contents join to the same text.
 */

export const UNIT = '\u001f';
export const RECORD = '\u001e';

/** Id of an event: kind and the first 128 bits of SHA-256 of its content. */
export function factId(kind: string, content: string): string {
	return `${kind}-${hash('sha256', content, 'hex').slice(0, 32)}`;
}

/** Joins what tells a fact from others. Null and empty differ. */
export function contentOf(...parts: ReadonlyArray<string | number | boolean | null | undefined>): string {
	let content = '';
	for (const part of parts) content += part === null || part === undefined ? `\u001d${UNIT}` : `${part}${UNIT}`;
	return content;
}

const FNV_PRIME = 0x01000193;
const HEXADECIMAL = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Start of the digests of one place, so that equal values of different subjects or items have different digests. */
export function digestSeed(place: string, from = 0x811c9dc5): number {
	let state = from;
	for (let index = 0; index < place.length; index++) state = Math.imul(state ^ place.charCodeAt(index), FNV_PRIME);
	return state;
}

/** 32 bits of a value (FNV-1a over UTF-16 units), enough to tell a correction from a repeat, too little to give the value away. */
export function shortDigest(seed: number, value: string): string {
	return digestText(digestSeed(value, seed));
}

/** A state as it is written. */
export function digestText(state: number): string {
	return `${HEXADECIMAL[state >>> 24]}${HEXADECIMAL[(state >>> 16) & 255]}${HEXADECIMAL[(state >>> 8) & 255]}${HEXADECIMAL[state & 255]}`;
}

const ESCAPE = 0xff;

/** Content of a fact with many parts, as bytes: joining strings by the hundred thousand costs more than reading the document. */
export class FactContent {
	private bytes = new Uint8Array(16_384);
	private length = 0;

	clear(): void {
		this.length = 0;
	}

	/** Adds one part. Null and empty differ. */
	add(part: string | null): void {
		const text = part ?? '\u001d';
		const needed = this.length + text.length * 3 + 1;
		if (needed > this.bytes.length) this.grow(needed);
		const { bytes } = this;
		let { length } = this;
		for (let index = 0; index < text.length; index++) {
			const code = text.charCodeAt(index);
			if (code < 0x80) bytes[length++] = code;
			else {
				bytes[length++] = ESCAPE;
				bytes[length++] = code >>> 8;
				bytes[length++] = code & 255;
			}
		}
		bytes[length++] = 0x1f;
		this.length = length;
	}

	/**
	 * Adds one part and works out its digest on the way: both look at every unit of the largest texts of a document.
	 *
	 * @param from state to go on from, see {@link digestSeed}
	 * @returns the state behind the part
	 */
	addDigested(part: string, from: number): number {
		const needed = this.length + part.length * 3 + 1;
		if (needed > this.bytes.length) this.grow(needed);
		const { bytes } = this;
		let { length } = this;
		let state = from;
		for (let index = 0; index < part.length; index++) {
			const code = part.charCodeAt(index);
			state = Math.imul(state ^ code, FNV_PRIME);
			if (code < 0x80) bytes[length++] = code;
			else {
				bytes[length++] = ESCAPE;
				bytes[length++] = code >>> 8;
				bytes[length++] = code & 255;
			}
		}
		bytes[length++] = 0x1f;
		this.length = length;
		return state;
	}

	/** A number of 53 bits that stands for what was added so far. */
	fingerprint(): number {
		let low = 0x811c9dc5;
		let high = 0x1234567;
		for (let index = 0; index < this.length; index++) {
			const byte = this.bytes[index] as number;
			low = Math.imul(low ^ byte, 0x01000193);
			high = Math.imul(high ^ byte, 0x85ebca6b);
		}
		return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
	}

	id(kind: string): string {
		return `${kind}-${hash('sha256', this.bytes.subarray(0, this.length), 'hex').slice(0, 32)}`;
	}

	private grow(needed: number): void {
		const larger = new Uint8Array(needed * 2);
		larger.set(this.bytes.subarray(0, this.length));
		this.bytes = larger;
	}
}
