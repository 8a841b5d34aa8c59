import { readRows, type RowsReading } from '../text/readRows.js';
import { PATTERN_VOCABULARY, type PatternKind } from './row.js';

/** Rows that can be used, and why others cannot: one wrong row does not take the others with it. */
export type PatternRowsReading = RowsReading<PatternKind>;

/**
 * Reads pattern rows as people write them: JSON (see `COMMENT_PATTERNS_SCHEMA`) or rows of a table, where `words` is one text with `|` or line breaks.
 * Empty fields have their default. Everything wrong is named at once.
 */
export function readPatternRows(value: unknown): PatternRowsReading {
	return readRows(value, PATTERN_VOCABULARY);
}
