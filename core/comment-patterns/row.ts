import type { BilingualText } from '../judgement/judgement.js';

/*
 * What a pattern row is: data that an HRBP edits, in both languages. Source: domain reference 6.
 */

/** What the words of a row say about a sentence. */
export const PATTERN_KINDS = [
	/** Two statements do not agree ("conflicts with", 不一致). A hit needs a document nearby, except for effect SELF. */
	'relation',
	/** A whole sentence of its own; a hit without a document word. */
	'phrase',
	/** Turns a contradiction (CON) into an outdated statement (OUT). */
	'outdated',
	/** Words for a document (文档, protocol). */
	'document',
	/** Document keys (SOP-QA-012) and file names. */
	'key',
	/** Looks like a key and is none (UTF-8). */
	'notDocument',
	'merge',
	'other',
	'resolved',
	'policy',
	'question',
	'negation',
	'quotation',
	/** Lifts what the words of another kind would say (合并用药 is no merge). */
	'exception',
] as const;
export type PatternKind = (typeof PATTERN_KINDS)[number];

/** Kinds that take a sentence out of the hits, in the order in which they are asked. */
export const BLOCKING_KINDS = ['quotation', 'merge', 'other', 'resolved', 'policy', 'question', 'negation'] as const satisfies readonly PatternKind[];
export type BlockingKind = (typeof BLOCKING_KINDS)[number];

/**
 * Class of a sentence: contradiction, outdated, page against itself; merge conflict, policy, negated, question, quoted, resolved, other conflict.
 */
export const SENTENCE_CLASSES = ['CON', 'OUT', 'SELF', 'MRG', 'POL', 'NEG', 'QUE', 'QUO', 'RES', 'OTH'] as const;
export type SentenceClass = (typeof SENTENCE_CLASSES)[number];

export const CLASS_OF_KIND: Readonly<Record<BlockingKind, SentenceClass>> = { quotation: 'QUO', merge: 'MRG', other: 'OTH', resolved: 'RES', policy: 'POL', question: 'QUE', negation: 'NEG' };

/** Where blocking words must stand: anywhere in the sentence, in the clause of the relation, in that clause ahead of it, in that clause or onwards from it, before it within the gap, or (exceptions) around the words they lift. */
export const PATTERN_SCOPES = ['sentence', 'clause', 'ahead', 'onwards', 'before', 'word'] as const;
export type PatternScope = (typeof PATTERN_SCOPES)[number];

export const PATTERN_LANGUAGES = ['en', 'zh', 'any'] as const;
export type PatternLanguage = (typeof PATTERN_LANGUAGES)[number];

/** One row of the table. Either `words` or `pattern` says what is looked for. */
export interface PatternRow {
	/** Stays the same when the row is edited; named with every sentence found. */
	readonly id: string;
	readonly version: string;
	readonly language: PatternLanguage;
	readonly kind: PatternKind;
	/** Words as written; case and width of characters do not matter, Latin words match whole words only. */
	readonly words: readonly string[];
	/** A regular expression in RE2 syntax; matched in linear time. A group named `document` names the document. */
	readonly pattern: string | null;
	/** Characters: relation → how far the document may stand; scope `before` → how far before the relation. */
	readonly gap: number;
	/** relation, phrase: CON, OUT or SELF; document: type or generic ("文档" alone names none); key: key or file; exception: the kind it lifts. */
	readonly effect: string | null;
	readonly scope: PatternScope;
	/** Only for `pattern`. */
	readonly caseSensitive: boolean;
	readonly active: boolean;
}

/** What each kind may have as effect, first the one meant when none is given. */
export const EFFECTS: Readonly<Record<PatternKind, readonly string[]>> = {
	relation: ['CON', 'OUT', 'SELF'],
	phrase: ['CON', 'OUT', 'SELF'],
	document: ['type', 'generic'],
	key: ['key', 'file'],
	exception: ['relation', 'outdated', ...BLOCKING_KINDS],
	outdated: [],
	notDocument: [],
	merge: [],
	other: [],
	resolved: [],
	policy: [],
	question: [],
	negation: [],
	quotation: [],
};

export const DEFAULT_SCOPES: Readonly<Record<PatternKind, PatternScope>> = {
	relation: 'sentence',
	phrase: 'sentence',
	outdated: 'sentence',
	document: 'sentence',
	key: 'sentence',
	notDocument: 'word',
	merge: 'sentence',
	other: 'sentence',
	resolved: 'onwards',
	policy: 'clause',
	question: 'clause',
	negation: 'before',
	quotation: 'clause',
	exception: 'word',
};

/** Gap where a row gives none: relation → document by language; `before` → negated words. */
export function defaultGap(kind: PatternKind, language: PatternLanguage): number {
	if (kind === 'relation') return language === 'zh' ? 30 : 60;
	return language === 'zh' ? 4 : 14;
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
