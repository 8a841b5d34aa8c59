import { byText } from '../people/reading.js';

/*
 * Numbers of versions as people write them, and their order: major, minor and revision as numbers, letters A < B < … < Z < AA.
 * Source: domain reference 4.
 */

/** Numbers of one scheme can be compared and can have gaps; `other` has neither order nor gaps. */
export type NumberScheme = 'numeric' | 'letter' | 'letterNumber' | 'date' | 'other';

export interface VersionNumber {
	/** As written. */
	readonly text: string;
	readonly scheme: NumberScheme;
	/** Major, minor, revision …; a letter counts from A = 1, a date is year, month, day. */
	readonly parts: readonly number[];
	/** `0.x`, or marked as a draft (`1.0-draft`, `2.0 rc1`, `1.0 草稿`). */
	readonly draft: boolean;
	/** Number behind the mark of a draft; Infinity for a release, which comes after its drafts. */
	readonly candidate: number;
}

const PREFIX = /^(?:version|ver|revision|rev|v|r|版本号|版本|版次|第)[.:#：]?\s*(?=[0-9a-z])/i;
const SUFFIX = /(?:版本|版次|版|次|稿)$/;
const DATE = /^((?:19|20)\d{2})[-./]?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12]\d|3[01])$/;
const NUMERIC = /^\d{1,15}(?:\.\d{1,15}){0,4}$/;
const LETTER = /^[A-Z]{1,3}$/i;
const LETTER_NUMBER = /^([A-Z])[.-]?(\d{1,9})$/i;
const DRAFT = /[-_. ]?(?:draft|alpha|beta|rc|草稿|草案|送审稿|征求意见稿)[-_. ]?(\d{0,9})$/i;

/** Reads a number; every text has one. */
export function parseVersionNumber(text: string): VersionNumber {
	const plain = text.normalize('NFKC').trim();
	const marked = DRAFT.exec(plain);
	const body = (marked === null ? plain : plain.slice(0, marked.index)).replace(PREFIX, '').replace(SUFFIX, '').trim();
	const candidate = marked === null ? Infinity : Number(marked[1] === '' ? '0' : marked[1]);
	const number = (scheme: NumberScheme, parts: readonly number[]): VersionNumber => ({ text, scheme, parts, draft: marked !== null || (scheme === 'numeric' && parts.length > 1 && parts[0] === 0), candidate });
	const date = DATE.exec(body);
	if (date !== null) return number('date', [Number(date[1]), Number(date[2]), Number(date[3])]);
	if (NUMERIC.test(body)) return number('numeric', body.split('.').map(Number));
	if (LETTER.test(body)) return number('letter', [letterValue(body)]);
	const mixed = LETTER_NUMBER.exec(body);
	if (mixed !== null) return number('letterNumber', [letterValue(mixed[1] ?? ''), Number(mixed[2])]);
	return { text, scheme: 'other', parts: [], draft: marked !== null, candidate };
}

/** A reader that remembers: the same few numbers occur in every document. */
export function createNumberReader(): (text: string) => VersionNumber {
	const known = new Map<string, VersionNumber>();
	return (text) => {
		let number = known.get(text);
		if (number === undefined) {
			number = parseVersionNumber(text);
			if (known.size < 10_000) known.set(text, number);
		}
		return number;
	};
}

const SCHEMES: readonly NumberScheme[] = ['numeric', 'letter', 'letterNumber', 'date', 'other'];

/** Total order: by scheme, then by number, a draft before its release, `1` before `1.0`, then by the text. */
export function compareVersionNumbers(a: VersionNumber, b: VersionNumber): number {
	if (a === b) return 0;
	if (a.scheme !== b.scheme) return SCHEMES.indexOf(a.scheme) - SCHEMES.indexOf(b.scheme);
	const within = compareWithinScheme(a, b);
	return within === 0 ? a.parts.length - b.parts.length || byText(a.text, b.text) : within;
}

/** 0 where both are the same number, however it is written; numbers of the scheme `other` are never told apart. */
export function compareWithinScheme(a: VersionNumber, b: VersionNumber): number {
	const length = Math.max(a.parts.length, b.parts.length);
	for (let level = 0; level < length; level++) {
		const difference = (a.parts[level] ?? 0) - (b.parts[level] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.candidate === b.candidate ? 0 : a.candidate - b.candidate;
}

function letterValue(letters: string): number {
	let value = 0;
	for (const letter of letters.toUpperCase()) value = value * 26 + letter.charCodeAt(0) - 64;
	return value;
}

function letterText(value: number): string {
	let text = '';
	for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
	return text;
}

/** Numbers that are missing between those that are there; a range where several in a row are missing. */
export interface NumberGap {
	readonly from: string;
	readonly to: string;
	/** The number after which they are missing, null where the first ones are. */
	readonly after: string | null;
	readonly count: number;
}

/** A first number from here on is a year and starts no gap. */
const LEAST_YEAR = 1900;

/**
 * Gaps in the numbers of one document, each only inside its scheme: 1, 2, 4 lacks 3; A, C lacks B; 1.1, 1.3 lacks 1.2; 1.x, 3.x lacks 2.
 * A level may start at 0 or 1. Dates and other texts have no gaps.
 */
export function numberGaps(numbers: readonly VersionNumber[]): NumberGap[] {
	const gaps: NumberGap[] = [];
	for (const scheme of ['numeric', 'letter', 'letterNumber'] as const) {
		const own = numbers.filter((number) => number.scheme === scheme);
		if (own.length > 0) gapsOfLevel(own.sort(compareVersionNumbers), 0, scheme, gaps);
	}
	return gaps;
}

function gapsOfLevel(sorted: readonly VersionNumber[], level: number, scheme: NumberScheme, gaps: NumberGap[]): void {
	let before: VersionNumber | null = null;
	let expected = 0;
	let start = 0;
	while (start < sorted.length) {
		const first = sorted[start];
		if (first === undefined) return;
		const value = first.parts[level];
		let end = start + 1;
		while (end < sorted.length && sorted[end]?.parts[level] === value) end++;
		if (value !== undefined) {
			const begins = before === null;
			const least = begins ? 1 : expected;
			if (value > least && !(begins && level === 0 && value >= LEAST_YEAR)) {
				const prefix = first.parts.slice(0, level);
				gaps.push({ from: partsText([...prefix, least], scheme), to: partsText([...prefix, value - 1], scheme), after: before?.text ?? null, count: value - least });
			}
			expected = value + 1;
			if (end - start > 1 || first.parts.length > level + 1) gapsOfLevel(sorted.slice(start, end), level + 1, scheme, gaps);
			before = sorted[end - 1] ?? first;
		}
		start = end;
	}
}

function partsText(parts: readonly number[], scheme: NumberScheme): string {
	if (scheme === 'numeric') return parts.join('.');
	const [letter = 0, ...rest] = parts;
	return `${letterText(letter)}${rest.join('.')}`;
}
