import { RE2JS } from 're2js';
import type { PatternRow } from './row.js';
import { fold, type Folded } from './fold.js';

/** Where words of a row stand in a sentence. */
export interface Span {
	readonly start: number;
	readonly end: number;
	/** Index of the row in the list of all rows. */
	readonly row: number;
	/** What the pattern's group `document` holds, if it has one. */
	readonly document: string | null;
}

/** Occurrences of one pattern that are looked at in one sentence; more add nothing to a verdict, and each search may read to the end. */
const MOST_MATCHES = 16;

const NONE: readonly Span[] = [];

/**
 * Finds the words and patterns of the rows of one kind. Words become one native expression that is nothing but alternatives of literal texts,
 * which takes linear time; patterns run on RE2, which does so for any pattern.
 */
export class WordFinder {
	private readonly words: RegExp | null;
	/** Word → rows that hold it. */
	private readonly rowsOf = new Map<string, number[]>();
	private readonly patterns: ReadonlyArray<{ readonly row: number; readonly expression: RE2JS; readonly caseSensitive: boolean; readonly named: boolean }>;

	constructor(rows: ReadonlyArray<{ readonly row: PatternRow; readonly index: number }>) {
		for (const { row, index } of rows) {
			for (const word of row.words) {
				const text = comparableWord(word);
				if (text === '') continue;
				const known = this.rowsOf.get(text);
				if (known === undefined) this.rowsOf.set(text, [index]);
				else if (!known.includes(index)) known.push(index);
			}
		}
		const longestFirst = [...this.rowsOf.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
		this.words = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(wholeWord).join('|'), 'g');
		this.patterns = rows.flatMap(({ row, index }) => {
			if (row.pattern === null) return [];
			const expression = compilePattern(row.pattern, row.caseSensitive);
			return [{ row: index, expression, caseSensitive: row.caseSensitive, named: Object.hasOwn(expression.namedGroups(), 'document') }];
		});
	}

	get empty(): boolean {
		return this.words === null && this.patterns.length === 0;
	}

	test(sentence: Folded): boolean {
		if (this.words !== null) {
			this.words.lastIndex = 0;
			if (this.words.test(sentence.folded)) return true;
		}
		for (const { expression, caseSensitive } of this.patterns) if (expression.test(caseSensitive ? sentence.cased : sentence.folded)) return true;
		return false;
	}

	/** In order of their start. */
	find(sentence: Folded): readonly Span[] {
		const spans: Span[] = [];
		if (this.words !== null) {
			this.words.lastIndex = 0;
			for (let found = this.words.exec(sentence.folded); found !== null; found = this.words.exec(sentence.folded)) {
				const { index } = found;
				const end = index + found[0].length;
				for (const row of this.rowsOf.get(found[0]) ?? []) spans.push({ start: index, end, row, document: null });
			}
		}
		const plain = spans.length;
		for (const pattern of this.patterns) {
			const text = pattern.caseSensitive ? sentence.cased : sentence.folded;
			if (!pattern.expression.test(text)) continue;
			const matcher = pattern.expression.matcher(text);
			for (let count = 0; count < MOST_MATCHES && matcher.find(); count++) {
				spans.push({ start: matcher.start(), end: matcher.end(), row: pattern.row, document: pattern.named ? (matcher.group('document') ?? null) : null });
			}
		}
		if (spans.length === 0) return NONE;
		return plain > 0 && spans.length > plain ? spans.sort((a, b) => a.start - b.start || b.end - a.end) : spans;
	}
}

/** @throws RE2JSException (see `patternError`) for a pattern that RE2 cannot read */
export function compilePattern(pattern: string, caseSensitive: boolean): RE2JS {
	return RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
}

/** Words in the form in which texts are compared. */
export function comparableWord(word: string): string {
	return fold(word).folded.replace(/\s+/g, ' ').trim();
}

/** Latin words match whole words: "doc" is not in "docstring", but "SOP" is in "SOP文档". */
function wholeWord(word: string): string {
	const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
	const letter = '[a-z0-9_\\u00c0-\\u024f]';
	const before = new RegExp(`^${letter}`).test(word) ? `(?<!${letter})` : '';
	const after = new RegExp(`${letter}$`).test(word) ? `(?!${letter})` : '';
	return `${before}${escaped}${after}`;
}
