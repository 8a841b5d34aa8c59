import { rowOfWords, type PatternLanguage } from '../text/row.js';
import { PATTERN_VOCABULARY, type PatternKind, type PatternRow } from './row.js';

/** A default row of words, written `a|b|c`. */
export function wordsRow(language: PatternLanguage, id: string, kind: PatternKind, words: string, own: Partial<Pick<PatternRow, 'gap' | 'effect' | 'scope'>> = {}): PatternRow {
	return rowOfWords(PATTERN_VOCABULARY, language, id, kind, words, own);
}
