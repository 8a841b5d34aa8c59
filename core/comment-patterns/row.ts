import type { PatternLanguage, PatternScope, RowVocabulary, WordRow } from '../text/row.js';

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

/**
 * A row of the table. `gap`: relation → how far the document may stand; scope `before` → how far before the relation.
 * `effect`: relation, phrase: CON, OUT or SELF; document: type or generic ("文档" alone names none); key: key or file; exception: the kind it lifts.
 * A group named `document` in a pattern names the document.
 */
export type PatternRow = WordRow<PatternKind>;

/** What each kind may have as effect, first the one meant when none is given. */
const EFFECTS: Readonly<Record<PatternKind, readonly string[]>> = {
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

const DEFAULT_SCOPES: Readonly<Record<PatternKind, PatternScope>> = {
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
function defaultGap(kind: PatternKind, language: PatternLanguage): number {
	if (kind === 'relation') return language === 'zh' ? 30 : 60;
	return language === 'zh' ? 4 : 14;
}

/** What the rows of this table may say. */
export const PATTERN_VOCABULARY: RowVocabulary<PatternKind> = {
	kinds: PATTERN_KINDS,
	effects: EFFECTS,
	scopes: DEFAULT_SCOPES,
	gap: defaultGap,
	row: { en: 'Pattern', 'zh-CN': '模式' },
	rows: { en: 'patterns', 'zh-CN': '模式' },
};
