import { DEFAULT_SCOPES, defaultGap, EFFECTS, type PatternLanguage, type PatternKind, type PatternRow } from './row.js';

/** A default row of words, written `a|b|c`. */
export function wordsRow(language: PatternLanguage, id: string, kind: PatternKind, words: string, own: Partial<Pick<PatternRow, 'gap' | 'effect' | 'scope'>> = {}): PatternRow {
	return { id: `${language}-${id}`, version: '1', language, kind, words: words.split('|'), pattern: null, gap: defaultGap(kind, language), effect: EFFECTS[kind][0] ?? null, scope: DEFAULT_SCOPES[kind], caseSensitive: false, active: true, ...own };
}
