/*
 * Sentences of a text in comparable form, and the quotations in it. Source: domain reference 6, "Unit".
 */

/** A quotation or title: positions of the opening and behind the closing mark. */
export interface Quotation {
	readonly start: number;
	readonly end: number;
	/** 《…》 is a title, anything else a quotation. */
	readonly title: boolean;
}

export interface Sentence {
	readonly start: number;
	readonly end: number;
	/** Quotations within, in order. */
	readonly quotations: readonly Quotation[];
}

const CLOSING: Readonly<Record<string, string>> = { '《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"', '`': '`' };
const LONGEST_QUOTATION = 200;
/** Short forms whose full stop ends no sentence. */
const SHORT_FORM = /(?:^|[^a-z])(?:e\.g|i\.e|etc|vs|no|nr|sec|ch|fig|approx|resp|cf|ca|ver|v|dr|mr|ms|st|art|app)$/;
const INTERESTING = /[\n。!?;.《〈“‘「『"`]/g;
const NO_QUOTATIONS: readonly Quotation[] = [];

/** Finds where a character comes next; remembers it, so that a whole text costs one pass. */
class NextOf {
	private readonly found = new Map<string, number>();

	constructor(private readonly text: string) {}

	at(character: string, from: number): number {
		const known = this.found.get(character);
		if (known !== undefined && known >= from) return known;
		const index = this.text.indexOf(character, from);
		const next = index === -1 ? Number.MAX_SAFE_INTEGER : index;
		this.found.set(character, next);
		return next;
	}
}

/** @param text comparable form, one line per paragraph */
export function splitSentences(text: string): readonly Sentence[] {
	const sentences: Sentence[] = [];
	const next = new NextOf(text);
	let quotations: Quotation[] = [];
	let start = 0;
	const end = (at: number): void => {
		const sentence = trimmed(text, start, at, quotations);
		if (sentence !== null) sentences.push(sentence);
		if (quotations.length > 0) quotations = [];
		start = at;
	};
	INTERESTING.lastIndex = 0;
	for (let found = INTERESTING.exec(text); found !== null; found = INTERESTING.exec(text)) {
		const at = found.index;
		const mark = found[0];
		const closing = CLOSING[mark];
		if (closing !== undefined) {
			// A mark right behind a digit or letter is an inch or an apostrophe.
			if ((mark === '"' || mark === '‘') && isWordUnit(text.charCodeAt(at - 1))) continue;
			const close = next.at(closing, at + 1);
			if (close - at > LONGEST_QUOTATION || next.at('\n', at) < close) continue;
			if (mark !== '`') quotations.push({ start: at, end: close + 1, title: mark === '《' || mark === '〈' });
			INTERESTING.lastIndex = close + 1;
		} else if (endsSentence(text, at, mark)) {
			end(at + 1);
		}
	}
	end(text.length);
	return sentences;
}

function endsSentence(text: string, at: number, mark: string): boolean {
	if (mark !== '.' && mark !== '?' && mark !== '!') return true;
	const after = text.charCodeAt(at + 1);
	// Within an address, a version or a file name there is no end: 1.2, page?id=1, a.md.
	if (mark !== '.') return !isWordUnit(after);
	if (!(Number.isNaN(after) || after === 0x20 || after === 0x0a || after === 0x22 || after === 0x201d || after === 0x29 || after > 0x2e80)) return false;
	return !SHORT_FORM.test(text.slice(Math.max(0, at - 8), at));
}

/** Without blanks at its ends; null for nothing but marks. */
function trimmed(text: string, from: number, to: number, quotations: readonly Quotation[]): Sentence | null {
	let start = from;
	let end = to;
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	if (end - start < 2) return null;
	return { start, end, quotations: quotations.length === 0 ? NO_QUOTATIONS : quotations };
}

function isBlank(unit: number): boolean {
	return unit === 0x20 || unit === 0x0a || unit === 0x09;
}

/** A Latin letter, a digit or `_`, in comparable form or with case. */
export function isWordUnit(unit: number): boolean {
	return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || (unit >= 0xc0 && unit <= 0x24f);
}
