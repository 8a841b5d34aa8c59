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

const HEXADECIMAL = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Start of the digests of one place, so that equal values of different subjects or items have different digests. */
export function digestSeed(place: string, from = 0x811c9dc5): number {
	let state = from;
	for (let index = 0; index < place.length; index++) state = Math.imul(state ^ place.charCodeAt(index), 0x01000193);
	return state;
}

/** 32 bits of a value (FNV-1a over UTF-16 units), enough to tell a correction from a repeat, too little to give the value away. */
export function shortDigest(seed: number, value: string): string {
	const state = digestSeed(value, seed);
	return `${HEXADECIMAL[state >>> 24]}${HEXADECIMAL[(state >>> 16) & 255]}${HEXADECIMAL[(state >>> 8) & 255]}${HEXADECIMAL[state & 255]}`;
}
