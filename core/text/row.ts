import type { BilingualText } from '../judgement/judgement.js';

/*
 * Tables of words and patterns that an HRBP edits, in both languages. What the kinds of row mean is said by the concept that uses them.
 */

/** Where blocking words must stand: anywhere in the sentence, in the clause of the words found, in that clause ahead of them, in that clause or onwards from it, before them within the gap, or (exceptions) around the words they lift. */
export const PATTERN_SCOPES = ['sentence', 'clause', 'ahead', 'onwards', 'before', 'word'] as const;
export type PatternScope = (typeof PATTERN_SCOPES)[number];

export const PATTERN_LANGUAGES = ['en', 'zh', 'any'] as const;
export type PatternLanguage = (typeof PATTERN_LANGUAGES)[number];

/** One row of such a table. Either `words` or `pattern` says what is looked for. */
export interface WordRow<Kind extends string = string> {
	/** Stays the same when the row is edited; named with every sentence found. */
	readonly id: string;
	readonly version: string;
	readonly language: PatternLanguage;
	readonly kind: Kind;
	/** Words as written; case and width of characters do not matter, Latin words match whole words only. */
	readonly words: readonly string[];
	/** A regular expression in RE2 syntax; matched in linear time. */
	readonly pattern: string | null;
	/** Characters: how far two things may stand apart. */
	readonly gap: number;
	/** What the row does, where its kind can do several things. */
	readonly effect: string | null;
	readonly scope: PatternScope;
	/** Only for `pattern`. */
	readonly caseSensitive: boolean;
	readonly active: boolean;
}

/** What rows of a table may say, and what they mean where they leave it out. */
export interface RowVocabulary<Kind extends string> {
	readonly kinds: readonly Kind[];
	/** What each kind may have as effect, first the one meant when none is given. */
	readonly effects: Readonly<Record<Kind, readonly string[]>>;
	readonly scopes: Readonly<Record<Kind, PatternScope>>;
	readonly gap: (kind: Kind, language: PatternLanguage) => number;
	/** What a row is called, and several of them. */
	readonly row: BilingualText;
	readonly rows: BilingualText;
}

/** Why a row (or a setting) cannot be used. */
export interface PatternProblem {
	/** Number of the row from 1, and its id: `row 3 (en-relation)`. */
	readonly row: string;
	readonly field: string;
	readonly value: string;
	/** Names row, field, value and remedy. */
	readonly message: BilingualText;
}

/** What a vocabulary says of a row that gives nothing but words: `a|b|c`. */
export function rowOfWords<Kind extends string>(vocabulary: RowVocabulary<Kind>, language: PatternLanguage, id: string, kind: Kind, words: string, own: Partial<Pick<WordRow, 'gap' | 'effect' | 'scope'>> = {}): WordRow<Kind> {
	return { id: `${language}-${id}`, version: '1', language, kind, words: words === '' ? [] : words.split('|'), pattern: null, gap: vocabulary.gap(kind, language), effect: vocabulary.effects[kind][0] ?? null, scope: vocabulary.scopes[kind], caseSensitive: false, active: true, ...own };
}

/** The same for a pattern. */
export function rowOfPattern<Kind extends string>(vocabulary: RowVocabulary<Kind>, language: PatternLanguage, id: string, kind: Kind, pattern: string, own: Partial<Pick<WordRow, 'gap' | 'effect' | 'scope'>> = {}): WordRow<Kind> {
	return { ...rowOfWords(vocabulary, language, id, kind, '', own), pattern };
}
