import { RE2JS } from 're2js';
import { fold } from './fold.js';

/** Words in the form in which texts are compared. */
export function comparableWord(word: string): string {
	return fold(word).folded.replace(/\s+/g, ' ').trim();
}

/** @throws RE2JSException for a pattern that RE2 cannot read */
export function compilePattern(pattern: string, caseSensitive: boolean): RE2JS {
	return RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
}
