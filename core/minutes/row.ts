import type { RowVocabulary, WordRow } from '../text/row.js';
import { readRows, type RowsReading } from '../text/readRows.js';
import { rowsSchema } from '../text/rowSchema.js';

/*
 * What a term row is: data that an HRBP edits, in both languages. Source: domain reference 7, "Process-data usage".
 */

/** What the words of a row say about a sentence. */
export const TERM_KINDS = [
	/** Name of a metric. */
	'metric',
	/** The system as the speaker's source: 系统显示, "the dashboard". */
	'system',
	/** Number of a card, pull request or milestone. A match holds a digit. */
	'record',
	/** Address of a page in one of the systems. */
	'link',
	/** A number with a unit. A match holds a digit or a word for a number. */
	'figure',
	/** What is measured; counts together with a figure. */
	'measure',
	/** The data were not looked at. */
	'negation',
	/** They are to be looked at, or it is a condition or a target. */
	'plan',
	/** Somebody is asked whether they looked. */
	'ask',
	/** Somebody else's words, an agenda, a template. */
	'quotation',
	/** First words of a line that is no speech: 议题, "Agenda". */
	'header',
	/** How a speaker is named by the part they have in the talk. */
	'speaker',
	/** Lifts what the words of another kind would say ("100% agree" is no figure). */
	'exception',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** Kinds that make a citation. */
export const CITING_KINDS = ['metric', 'system', 'record', 'link', 'figure'] as const satisfies readonly TermKind[];
export type CitingKind = (typeof CITING_KINDS)[number];

/** Kinds that take a sentence out of the citations, in the order in which they are asked. */
export const BLOCKING_KINDS = ['quotation', 'ask', 'negation', 'plan'] as const satisfies readonly TermKind[];
export type BlockingKind = (typeof BLOCKING_KINDS)[number];

/**
 * What a sentence with a data term is: a citation, or why it is none. Negated, planned, asked, quoted, heading; not the manager's words: of the employee,
 * of somebody else, of nobody the minutes name, of somebody whose name fits both.
 */
export const SENTENCE_CLASSES = ['CITED', 'NEG', 'PLAN', 'ASK', 'QUO', 'HEAD', 'EMPLOYEE', 'OTHER', 'NOBODY', 'UNCLEAR'] as const;
export type MinutesClass = (typeof SENTENCE_CLASSES)[number];

export const CLASS_OF_KIND: Readonly<Record<BlockingKind, MinutesClass>> = { quotation: 'QUO', negation: 'NEG', ask: 'ASK', plan: 'PLAN' };

/**
 * A row of the table. `gap`: figure → how far what is measured may stand; scope `before` → how far before the term.
 * `effect`: figure: measured (needs what is measured nearby) or alone; header: line, or section (up to the next speaker); speaker: manager, employee, other; exception: the kind it lifts.
 */
export type TermRow = WordRow<TermKind>;

/** What the rows of this table may say. */
export const TERM_VOCABULARY: RowVocabulary<TermKind> = {
	kinds: TERM_KINDS,
	effects: {
		metric: [],
		system: [],
		record: [],
		link: [],
		figure: ['measured', 'alone'],
		measure: [],
		negation: [],
		plan: [],
		ask: [],
		quotation: [],
		header: ['line', 'section'],
		speaker: ['manager', 'employee', 'other'],
		exception: [...CITING_KINDS, 'measure', ...BLOCKING_KINDS],
	},
	scopes: { metric: 'sentence', system: 'sentence', record: 'sentence', link: 'sentence', figure: 'sentence', measure: 'sentence', negation: 'before', plan: 'ahead', ask: 'clause', quotation: 'ahead', header: 'sentence', speaker: 'sentence', exception: 'word' },
	gap: (kind, language) => (kind === 'figure' ? (language === 'zh' ? 24 : 48) : language === 'zh' ? 6 : 20),
	row: { en: 'Term', 'zh-CN': '术语' },
	rows: { en: 'terms', 'zh-CN': '术语' },
};

/** A list of term rows as JSON; what is left out has its default by kind. JSON Schema, draft 2020-12. */
export const MINUTES_TERMS_SCHEMA = rowsSchema(TERM_VOCABULARY, 'minutes-terms-v1', 'Data terms of minutes');

/**
 * Reads term rows as people write them: JSON (see `MINUTES_TERMS_SCHEMA`) or rows of a table, where `words` is one text with `|` or line breaks.
 * Empty fields have their default. Everything wrong is named at once, and one wrong row does not take the others with it.
 */
export function readTermRows(value: unknown): RowsReading<TermKind> {
	return readRows(value, TERM_VOCABULARY);
}
