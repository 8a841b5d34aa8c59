import type { RE2JS } from 're2js';
import { comparableWord, compilePattern } from './finder.js';
import type { PatternRow } from './row.js';

/*
 * Says of a comment, as it arrived, whether it can hold anything at all: one or two native passes that allocate nothing.
 * Sound: a text it refuses has none of the words and matches none of the patterns.
 */

/** Characters that comparable form turns into letters of a word, or removes from within one. */
const DISGUISED = /[\u00aa\u00ad\u00ba\u017f\u0300-\u036f\u200b-\u200f\u2060-\u2064\u2100-\u214f\u2160-\u217f\u249c-\u24e9\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufeff\uff21-\uff3a\uff41-\uff5a\ud835]/;
/** References that may stand for a letter; those of punctuation do not matter. */
const LETTER_REFERENCE = /&(?!(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|middot|bull|times|rarr|larr|deg|plusmn|le|ge|copy|reg|trade|sect|#39|#x27|#34|#160);)/;
/** A tag or comment within a word: con<b>flict</b>. */
const TAG_IN_WORD = /<(?<=[a-z\u4e00-\u9fff]<)(?!\/?(?:p|div|li|ul|ol|br|h[1-6]|td|th|tr|table|blockquote|pre)\b)/i;

const LETTER_RUN = /[a-z]+|[\u4e00-\u9fff]+/g;

/** Test on the text as it arrived; false: nothing in it. */
export type Prefilter = (text: string) => boolean;

/** @param rows those that can begin a hit: relations and phrases */
export function createPrefilter(rows: readonly PatternRow[]): Prefilter {
	const literals = new Set<string>();
	for (const row of rows) {
		const required = row.pattern === null ? row.words.map((word) => [comparableWord(word)]) : [requiredLiterals(compilePattern(row.pattern, true))];
		for (const alternatives of required) {
			// A pattern without a literal text may match anywhere: every comment is looked at.
			if (alternatives === null) return () => true;
			for (const literal of alternatives) {
				const run = longestRun(literal.normalize('NFKC').toLowerCase());
				if (run === null) return () => true;
				literals.add(run);
			}
		}
	}
	if (literals.size === 0) return () => false;
	const shortest = [...literals].filter((literal) => ![...literals].some((other) => other !== literal && literal.includes(other))).sort();
	const expression = new RegExp(shortest.join('|'), 'i');
	return (text) =>
		expression.test(text) || DISGUISED.test(text) || (text.includes('&') && LETTER_REFERENCE.test(text)) || (text.includes('<') && TAG_IN_WORD.test(text));
}

/** The longest run of Latin letters or Han characters: blanks and marks may be written in several ways. */
function longestRun(literal: string): string | null {
	let longest = '';
	let weight = 0;
	for (const [run] of literal.matchAll(LETTER_RUN)) {
		const own = run.charCodeAt(0) > 0x7f ? run.length * 3 : run.length;
		if (own > weight) [longest, weight] = [run, own];
	}
	return weight < 3 ? null : longest;
}

/** re2js' own analysis of a pattern: which literal texts every match holds. Kinds: 1 this text, 2 all of, 3 one of. */
interface LiteralTree {
	readonly type: number;
	readonly str: string;
	readonly subs: readonly LiteralTree[];
}

/**
 * Literal texts of which every match holds at least one; null where that is not known, and the pattern has to be tried on every text.
 *
 * @param expression compiled with case, so that its analysis is complete; a match without regard to case holds the text in some case
 */
function requiredLiterals(expression: RE2JS): readonly string[] | null {
	const tree: unknown = (expression.re2Input as { readonly prefilter?: unknown }).prefilter;
	return isLiteralTree(tree) ? literalsOf(tree) : null;
}

function isLiteralTree(value: unknown): value is LiteralTree {
	return typeof value === 'object' && value !== null && 'type' in value && 'str' in value && 'subs' in value && Array.isArray(value.subs);
}

function literalsOf(tree: LiteralTree): readonly string[] | null {
	switch (tree.type) {
		case 1:
			return [tree.str];
		case 2: {
			const choices = tree.subs.map(literalsOf).filter((choice) => choice !== null);
			return choices.sort((a, b) => selectivity(b) - selectivity(a))[0] ?? null;
		}
		case 3: {
			const alternatives: string[] = [];
			for (const sub of tree.subs) {
				const own = literalsOf(sub);
				if (own === null) return null;
				alternatives.push(...own);
			}
			return alternatives;
		}
		default:
			return null;
	}
}

/** How rare a choice is in usual text: its shortest run, Han characters counting for three letters, fewer alternatives first. */
function selectivity(choice: readonly string[]): number {
	const weights = choice.map((literal) => {
		const run = longestRun(literal.normalize('NFKC').toLowerCase());
		return run === null ? 0 : run.charCodeAt(0) > 0x7f ? run.length * 3 : run.length;
	});
	return Math.min(...weights) - choice.length / 10;
}
