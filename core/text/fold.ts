/*
 * Comparable form of a text (NFKC, lower case, no invisible characters), with the way back to what was written.
 */

/** A text in comparable form. */
export interface Folded {
	/** NFKC, case kept. */
	readonly cased: string;
	/** NFKC, lower case; as long as `cased`. */
	readonly folded: string;
	/** Position in `folded` → position in what was written; null where they are the same. */
	readonly positions: Int32Array | null;
}

/** Characters that stay one character each under NFKC and lower-casing: ASCII, Han, the punctuation of both languages, full-width forms. */
const SIMPLE = '\\x00-\\x7e\\u00a7\\u00b0\\u00b1\\u00b7\\u00c0-\\u012f\\u0391-\\u03a9\\u03b1-\\u03c9\\u2010-\\u2016\\u2018-\\u201f\\u2022\\u2190-\\u2193\\u2264\\u2265\\u3000-\\u3011\\u3014-\\u301f\\u4e00-\\u9fff\\uff01-\\uff5e';
const ALL_SIMPLE = new RegExp(`^[${SIMPLE}]*$`);
const BEYOND_ASCII = /[^\t\n\r -~]/;
/** A run that may change its length: the character before it too, since a mark may join it. */
const OTHER_RUN = new RegExp(`[^]?[^${SIMPLE}]+`, 'g');
/** Zero-width characters and marks of writing direction: they split words unseen. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** ª and º stay what they are: in Latin-1 texts nothing stands for a letter but itself. */
const ORDINAL = /^[ªº]/;
const SEGMENT = /\P{M}\p{M}*|\p{M}+/gsu;

export function fold(written: string): Folded {
	if (!BEYOND_ASCII.test(written)) return { cased: written, folded: written.toLowerCase(), positions: null };
	// U+0130 is the one character of the ranges above whose lower case is longer.
	if (ALL_SIMPLE.test(written)) {
		const cased = written.normalize('NFKC');
		return { cased, folded: lower(cased), positions: null };
	}
	const positions: number[] = [];
	let cased = '';
	let from = 0;
	const take = (text: string, at: number, step: number): void => {
		for (let index = 0; index < text.length; index++) positions.push(at + index * step);
		cased += text;
	};
	for (const run of written.matchAll(OTHER_RUN)) {
		take(written.slice(from, run.index).normalize('NFKC'), from, 1);
		from = run.index;
		for (const segment of run[0].matchAll(SEGMENT)) take(ORDINAL.test(segment[0]) ? segment[0] : segment[0].replace(INVISIBLE, '').normalize('NFKC'), run.index + segment.index, 0);
		from += run[0].length;
	}
	take(written.slice(from).normalize('NFKC'), from, 1);
	positions.push(written.length);
	return { cased, folded: lower(cased), positions: Int32Array.from(positions) };
}

/** A typographic apostrophe within a word: doesn’t. */
const APOSTROPHE = /(?<=\p{L})’(?=\p{L})/gu;

function lower(cased: string): string {
	const lowered = cased.toLowerCase();
	const text = lowered.includes('’') ? lowered.replace(APOSTROPHE, "'") : lowered;
	return text.length === cased.length ? text : cased.replace(/[^]/gu, (character) => (character.toLowerCase().length === character.length ? character.toLowerCase() : character));
}

/** What was written between two positions of the comparable form. */
export function writtenBetween(written: string, folded: Folded, start: number, end: number): string {
	const { positions } = folded;
	return positions === null ? written.slice(start, end) : written.slice(positions[start] ?? written.length, positions[end] ?? written.length);
}

/** Form in which titles are compared: also without blanks, quotation marks and title marks. */
export function titleKey(title: string): string {
	return fold(title).folded.replace(/[\s"'“”‘’「」『』《》〈〉<>]/g, '');
}

/** The way there: from what was written to comparable form. */
export function comparablePosition({ positions }: Folded, written: number): number {
	if (positions === null) return written;
	let low = 0;
	let high = positions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((positions[middle] ?? 0) < written) low = middle + 1;
		else high = middle;
	}
	return low;
}
