import type { RE2JS } from 're2js';
import { comparableWord, compilePattern } from './comparable.js';
import type { Folded } from './fold.js';
import { literalExpression, requiredByPattern } from './literals.js';
import type { WordRow } from './row.js';
import { isWordUnit } from './sentences.js';

/** What the search needs of a row. */
export type SearchedRow = Pick<WordRow, 'words' | 'pattern' | 'caseSensitive'>;

/** Where words of a row stand in a sentence. */
export interface Span {
	readonly start: number;
	readonly end: number;
	/** Index of the row in the list of all rows. */
	readonly row: number;
	/** What the pattern's group `document` holds, if it has one. */
	readonly document: string | null;
}

interface Pattern {
	readonly row: number;
	readonly expression: RE2JS;
	readonly caseSensitive: boolean;
	/** Has a group `document`. */
	readonly named: boolean;
	/** Literal texts of which each must be found before the pattern is tried. */
	readonly needed: readonly RegExp[];
}

/** Occurrences of one pattern that are looked at in one sentence; more add nothing to a verdict, and each search may read to the end. */
const MOST_MATCHES = 16;

const NONE: readonly Span[] = [];

/**
 * Finds the words and patterns of the rows of one kind. Words become one native expression that is nothing but alternatives of literal texts,
 * which takes linear time; patterns run on RE2, which does so for any pattern.
 */
export class WordFinder {
	/** All words, longest first. */
	private readonly words: RegExp | null;
	/** The same with their bounds, to try the shorter ones at a place where the longest is part of another word. */
	private readonly bounded: RegExp | null;
	/** Word → rows that hold it. */
	private readonly rowsOf = new Map<string, number[]>();
	private readonly patterns: readonly Pattern[];

	constructor(rows: ReadonlyArray<{ readonly row: SearchedRow; readonly index: number }>) {
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
		this.words = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(escaped).join('|'), 'g');
		this.bounded = longestFirst.length === 0 ? null : new RegExp(longestFirst.map((word) => escaped(word) + (isWordUnit(word.charCodeAt(word.length - 1)) ? '(?![a-z0-9_\\u00c0-\\u024f])' : '')).join('|'), 'y');
		this.patterns = rows.flatMap(({ row, index }) => {
			if (row.pattern === null) return [];
			const expression = compilePattern(row.pattern, row.caseSensitive);
			const needed = row.caseSensitive ? [] : requiredByPattern(row.pattern).map((alternatives) => literalExpression(alternatives, ''));
			return [{ row: index, expression, caseSensitive: row.caseSensitive, named: Object.hasOwn(expression.namedGroups(), 'document'), needed }];
		});
	}

	get empty(): boolean {
		return this.words === null && this.patterns.length === 0;
	}

	test(text: Pick<Folded, 'folded' | 'cased'>): boolean {
		if (this.words !== null) {
			this.words.lastIndex = 0;
			if (this.nextWord(text.folded) !== null) return true;
		}
		for (const pattern of this.patterns) if (matches(pattern, text)) return true;
		return false;
	}

	/**
	 * In order of their start.
	 *
	 * @param places false: a pattern that matches is given with the whole sentence as its place, which spares the search for it
	 */
	find(sentence: Pick<Folded, 'folded' | 'cased'>, places = true): readonly Span[] {
		const spans: Span[] = [];
		const { words } = this;
		if (words !== null) {
			words.lastIndex = 0;
			for (let word = this.nextWord(sentence.folded); word !== null; word = this.nextWord(sentence.folded)) {
				const end = words.lastIndex;
				for (const row of this.rowsOf.get(word) ?? []) spans.push({ start: end - word.length, end, row, document: null });
			}
		}
		const plain = spans.length;
		for (const pattern of this.patterns) {
			if (!matches(pattern, sentence)) continue;
			if (!places && !pattern.named) {
				spans.push({ start: 0, end: sentence.folded.length, row: pattern.row, document: null });
				continue;
			}
			const matcher = pattern.expression.matcher(pattern.caseSensitive ? sentence.cased : sentence.folded);
			for (let count = 0; count < MOST_MATCHES && matcher.find(); count++) {
				spans.push({ start: matcher.start(), end: matcher.end(), row: pattern.row, document: pattern.named ? (matcher.group('document') ?? null) : null });
			}
		}
		if (spans.length === 0) return NONE;
		return spans.length > plain && spans.length > 1 ? spans.sort((a, b) => a.start - b.start || b.end - a.end) : spans;
	}

	/** The next whole word from `words.lastIndex` on, which is left behind it. Latin words are whole: "doc" is not in "docstring", but "SOP" is in "SOP文档". */
	private nextWord(folded: string): string | null {
		const { words, bounded } = this;
		if (words === null || bounded === null) return null;
		for (let found = words.exec(folded); found !== null; found = words.exec(folded)) {
			const start = found.index;
			let [word] = found;
			if (isWordUnit(word.charCodeAt(0)) && isWordUnit(folded.charCodeAt(start - 1))) {
				words.lastIndex = start + 1;
				continue;
			}
			if (isWordUnit(word.charCodeAt(word.length - 1)) && isWordUnit(folded.charCodeAt(start + word.length))) {
				bounded.lastIndex = start;
				const shorter = bounded.exec(folded);
				if (shorter === null) {
					words.lastIndex = start + 1;
					continue;
				}
				[word] = shorter;
				words.lastIndex = start + word.length;
			}
			return word;
		}
		return null;
	}
}

function matches({ expression, caseSensitive, needed }: Pattern, text: Pick<Folded, 'folded' | 'cased'>): boolean {
	for (const expression of needed) if (!expression.test(text.folded)) return false;
	return expression.test(caseSensitive ? text.cased : text.folded);
}

function escaped(word: string): string {
	return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
