import { CHINESE_ROWS } from './defaultsZh.js';
import { ENGLISH_ROWS } from './defaultsEn.js';
import type { PatternRow } from './row.js';

/** Document keys and file names, in any language. */
const COMMON_ROWS: readonly PatternRow[] = [
	{ id: 'key', version: '1', language: 'any', kind: 'key', words: [], pattern: '\\b[A-Z]{2,}(?:-[A-Z]+)*-\\d+', gap: 0, effect: 'key', scope: 'sentence', caseSensitive: true, active: true },
	{ id: 'file', version: '1', language: 'any', kind: 'key', words: [], pattern: '[\\p{L}\\p{N}_./-]+\\.(?:md|docx?|pdf|xlsx?|pptx?|csv|vsdx|adoc|rst)\\b', gap: 0, effect: 'file', scope: 'sentence', caseSensitive: false, active: true },
	{ id: 'no-key', version: '1', language: 'any', kind: 'notDocument', words: [], pattern: '\\b(?:UTF|ISO|SHA|MD|COVID|RFC|HTTP|AES|IPV|TCP|CVE|GMT|UTC)-\\d+', gap: 0, effect: null, scope: 'word', caseSensitive: true, active: true },
];

/** The families of the domain reference, section 6, and what reviewers say besides. */
export const DEFAULT_PATTERN_ROWS: readonly PatternRow[] = [...CHINESE_ROWS, ...ENGLISH_ROWS, ...COMMON_ROWS];
