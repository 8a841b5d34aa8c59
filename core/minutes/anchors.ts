/*
 * Says where a data term can be: one look at each character, by the first letters of every run of letters that a term holds.
 * It may say so of a place without a term, never pass over one.
 */

const TABLE = 1 << 16;
/** First letters of a Latin run that are compared; a shorter run by all of its letters. */
const LETTERS = 4;

export class Anchors {
	/** Latin runs by a sum of their first four letters, or of all they have. */
	private readonly long = new Uint8Array(TABLE);
	private readonly short = new Uint8Array(TABLE);
	/** Han runs by their first two characters. */
	private readonly pairs = new Uint8Array(TABLE);
	/** Han runs of one character, and the digits. */
	private readonly singles = new Uint8Array(TABLE);
	private readonly anywhere: boolean;

	/** @param runs runs of at least three Latin letters or of Han characters, in comparable form, of which every term without a digit holds one; null: terms can be anywhere */
	constructor(runs: readonly string[] | null) {
		this.anywhere = runs === null;
		for (const run of runs ?? []) {
			if (isLetter(run.charCodeAt(0))) {
				if (run.length >= LETTERS) this.long[sumOf(run, 0, LETTERS)] = 1;
				else this.short[sumOf(run, 0, run.length)] = 1;
			} else if (run.length === 1) this.singles[run.charCodeAt(0)] = 1;
			else this.pairs[slotOf(run.charCodeAt(0), run.charCodeAt(1))] = 1;
		}
		for (const digit of '0123456789') this.singles[digit.charCodeAt(0)] = 1;
	}

	/** Position of the next digit or beginning of a run, from a position on; the length of the text where there is none. */
	next(folded: string, from: number): number {
		if (this.anywhere) return from;
		const { singles, pairs } = this;
		for (let at = from; at < folded.length; at++) {
			const unit = folded.charCodeAt(at);
			if (isLetter(unit)) {
				// A Latin run is a whole word, or follows what is no letter.
				const end = endOfLetters(folded, at);
				if ((at === 0 || !isLetter(folded.charCodeAt(at - 1))) && this.mayBegin(folded, at, end)) return at;
				at = end - 1;
			} else if (singles[unit] === 1 || (unit > 0x7f && pairs[slotOf(unit, folded.charCodeAt(at + 1))] === 1)) return at;
		}
		return folded.length;
	}

	private mayBegin(folded: string, at: number, end: number): boolean {
		const length = end - at;
		if (length >= LETTERS) return this.long[sumOf(folded, at, LETTERS)] === 1;
		return length >= 3 && this.short[sumOf(folded, at, length)] === 1;
	}
}

const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

function endOfLetters(text: string, from: number): number {
	let end = from + 1;
	while (end < text.length && isLetter(text.charCodeAt(end))) end++;
	return end;
}

function sumOf(text: string, from: number, length: number): number {
	let sum = length;
	for (let at = from; at < from + length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) & (TABLE - 1);
	return sum;
}

function slotOf(first: number, second: number): number {
	return ((first * 31) ^ (second * 1021)) & (TABLE - 1);
}
