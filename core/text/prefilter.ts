import type { SearchedRow } from './finder.js';
import { literalExpression, requiredByPattern, requiredByWords } from './literals.js';

/*
 * Says of a text, as it arrived, whether it can hold anything at all: one or two native passes that allocate nothing.
 * Sound: a text it refuses has none of the words and matches none of the patterns.
 */

/** Holds every character of `DISGUISED` in few ranges, so that usual text is passed over fast; nothing of Latin-1. */
const UNUSUAL = /[\u0100-\u200f\u2028-\u2fff\ua000-\uff00\uff10-\uffff]/;
/** Characters that comparable form turns into letters of a word, or removes from within one. */
const DISGUISED = /[\u017f\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2100-\u214f\u2160-\u217f\u249c-\u24e9\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufeff\uff21-\uff3a\uff41-\uff5a\ud835\ud83c\ud87e]/;
/** References that may stand for a letter; those of punctuation do not matter. */
const LETTER_REFERENCE = /&(?!(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|middot|bull|times|rarr|larr|deg|plusmn|le|ge|copy|reg|trade|sect|#39|#x27|#34|#160);)/;
/** A tag or comment within a word: con<b>flict</b>. */
const TAG_IN_WORD = /<(?<=[a-z\u4e00-\u9fff]<)(?!\/?(?:p|div|li|ul|ol|br|h[1-6]|td|th|tr|table|blockquote|pre)\b)/i;

export interface Prefilter {
	/** Test on the text as it arrived; false: nothing in it. */
	readonly mayHold: (text: string, html: boolean) => boolean;
	/** Finds where a hit can be in comparable form (global); null: anywhere. */
	readonly places: RegExp | null;
	/** Runs of letters of which a hit holds one; null: not known. */
	readonly runs: readonly string[] | null;
}

/** @param rows those that can begin a hit: relations and phrases */
export function createPrefilter(rows: readonly SearchedRow[]): Prefilter {
	/** One run of each row, and for each pattern what else it needs. */
	const first: string[] = [];
	const words: string[] = [];
	const patterns: Array<readonly RegExp[]> = [];
	for (const row of rows) {
		const required = row.pattern === null ? [requiredByWords(row.words)] : requiredByPattern(row.pattern);
		const [rarest] = required;
		// Nothing to look for: every text is looked at.
		if (rarest === undefined || rarest === null) return { mayHold: () => true, places: null, runs: null };
		first.push(...rarest);
		if (row.pattern === null) words.push(...rarest);
		else patterns.push(required.flatMap((alternatives) => (alternatives === null ? [] : [literalExpression(alternatives, 'i')])));
	}
	if (first.length === 0) return { mayHold: () => false, places: null, runs: [] };
	const any = literalExpression(first, 'i');
	const anyOrTag = new RegExp(`${any.source}|<`, 'i');
	const anyWord = words.length === 0 ? null : literalExpression(words, 'i');
	const holds = (text: string): boolean => {
		if (patterns.length === 0 || anyWord?.test(text) === true) return true;
		for (const needed of patterns) {
			let all = true;
			for (let index = 0; all && index < needed.length; index++) all = needed[index]?.test(text) === true;
			if (all) return true;
		}
		return false;
	};
	// References are read only where there are tags, see `plainText`; a caller that says "html" of a text without tags gets them read too.
	return {
		mayHold: (text, html) => {
			if (anyOrTag.test(text)) {
				if (any.test(text) && holds(text)) return true;
				if (text.includes('<') && (TAG_IN_WORD.test(text) || LETTER_REFERENCE.test(text))) return true;
			} else if (html && LETTER_REFERENCE.test(text)) return true;
			return UNUSUAL.test(text) && DISGUISED.test(text);
		},
		places: literalExpression(first, 'g'),
		runs: first,
	};
}
