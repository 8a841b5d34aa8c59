import type { Span } from './finder.js';
import type { WordRow } from './row.js';
import type { Quotation } from './sentences.js';

/*
 * How far words reach in a sentence: a negation to what stands behind it in its clause, a condition over its clause, a quotation over what it encloses.
 */

/** Ends of clauses; what stands behind one does not belong to the words before it. */
const CLAUSE_END = /[,:()]|[—–]| (?=(?:but|while|whereas|however|although|though) )|(?=但|不过|然而)/g;
/** A negation does not reach over these either. */
const CONJUNCTION = / (?:and|so|or) |而且|并且|[，,]/;
/** Quoted words of this many characters more than the relation are somebody's sentence, not a word set in quotation marks. */
const QUOTED_SENTENCE = 4;

/** Words of one kind in a sentence, by how far they reach. */
export interface Reach {
	/** Row of words that hold for the whole sentence. */
	readonly sentence: number | null;
	readonly clause: readonly Span[];
	/** In the clause of the relation, but only ahead of it. */
	readonly ahead: readonly Span[];
	/** In the clause of the relation or behind it. */
	readonly onwards: readonly Span[];
	readonly before: readonly Span[];
}

export const NO_REACH: Reach = { sentence: null, clause: [], ahead: [], onwards: [], before: [] };
/** Longest words and widest gap: further back nothing can reach a relation. */
const FURTHEST = 700;


/** Words of the rows found in a sentence, by how far they reach. */
export function reachOf(spans: readonly Span[], rows: readonly WordRow[]): Reach {
	const scoped = (scope: string): readonly Span[] => spans.filter((span) => rows[span.row]?.scope === scope);
	return { sentence: scoped('sentence')[0]?.row ?? null, clause: scoped('clause'), ahead: scoped('ahead'), onwards: scoped('onwards'), before: scoped('before') };
}

/** Clauses and quotations of one sentence, found only when asked for. */
export class Clauses {
	private ends: readonly number[] | null = null;

	constructor(
		private readonly sentence: { readonly folded: string; readonly quotations: readonly Quotation[] },
		private readonly rows: readonly WordRow[],
	) {}

	/** Row of the first words whose reach holds the relation. */
	reached({ sentence, clause, ahead, onwards, before }: Reach, relation: Span): number | null {
		if (sentence !== null) return sentence;
		if (clause.length > 0) {
			const first = clause[firstAtOrAfter(clause, this.clauseStart(relation.start))];
			if (first !== undefined && this.clauseStart(first.start) <= Math.max(relation.end, first.start <= relation.start ? first.start : 0)) return first.row;
		}
		const furthest = onwards[onwards.length - 1];
		if (furthest !== undefined && furthest.start >= this.clauseStart(relation.start)) return furthest.row;
		const last = ahead[firstAtOrAfter(ahead, relation.start) - 1];
		if (last !== undefined && last.start >= this.clauseStart(relation.start)) return last.row;
		for (let index = firstAtOrAfter(before, relation.start) - 1; index >= 0; index--) {
			const span = before[index];
			if (span === undefined || relation.start - span.start > FURTHEST) break;
			const between = relation.start - span.end;
			if (between < 0 || between > (this.rows[span.row]?.gap ?? 0)) continue;
			if (this.clauseStart(relation.start) <= span.end && !CONJUNCTION.test(this.sentence.folded.slice(span.end, relation.start))) return span.row;
		}
		return null;
	}

	/** Within quotation marks, and not alone: somebody else's sentence. */
	quoted(relation: Span): boolean {
		const { quotations } = this.sentence;
		for (let index = firstAtOrAfter(quotations, relation.start - 202); index < quotations.length; index++) {
			const quotation = quotations[index];
			if (quotation === undefined || quotation.start > relation.start) return false;
			if (quotation.end >= relation.end && quotation.end - quotation.start - 2 >= relation.end - relation.start + QUOTED_SENTENCE) return true;
		}
		return false;
	}

	/** Start of the clause that holds a position. */
	clauseStart(position: number): number {
		this.ends ??= clauseStarts(this.sentence);
		const next = firstAbove(this.ends, position);
		return next === 0 ? 0 : (this.ends[next - 1] ?? 0);
	}
}

/** Where clauses begin, leaving out marks within quotations. */
function clauseStarts({ folded, quotations }: { readonly folded: string; readonly quotations: readonly Quotation[] }): readonly number[] {
	const starts: number[] = [];
	let quotation = 0;
	for (const { index, 0: mark } of folded.matchAll(CLAUSE_END)) {
		while ((quotations[quotation]?.end ?? Number.MAX_SAFE_INTEGER) <= index) quotation++;
		if ((quotations[quotation]?.start ?? Number.MAX_SAFE_INTEGER) > index) starts.push(index + mark.length);
	}
	return starts;
}

/** Index of the first number greater than a value. */
function firstAbove(numbers: readonly number[], value: number): number {
	let low = 0;
	let high = numbers.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Index of the first span that starts at a position or behind it. */
export function firstAtOrAfter(spans: ReadonlyArray<{ readonly start: number }>, position: number): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((spans[middle]?.start ?? 0) < position) low = middle + 1;
		else high = middle;
	}
	return low;
}
