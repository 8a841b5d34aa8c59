import type { DocumentKind } from './document.js';
import { DOCUMENT_KINDS } from './document.js';
import type { Span, WordFinder } from './finder.js';
import { findMentions, type Mention, type MentionFinders, type SentenceText } from './mentions.js';
import { BLOCKING_KINDS, CLASS_OF_KIND, type BlockingKind, type PatternRow, type SentenceClass } from './row.js';

/** All rows of a scanner, by what they do. */
export interface Finders extends MentionFinders {
	/** relation and phrase */
	readonly relations: WordFinder;
	readonly outdated: WordFinder;
	readonly blocking: Readonly<Record<BlockingKind, WordFinder>>;
	readonly exceptions: WordFinder;
	/** Whether any row can take a sentence out of the hits. */
	readonly blocks: boolean;
}

/** What a sentence says, with the rows that say so. */
export interface Reading {
	readonly class: SentenceClass;
	readonly mention: Mention | null;
	/** Indexes of the rows that matched: relation, document, what blocks or makes it outdated. */
	readonly rows: readonly number[];
}

/** Ends of clauses; what stands behind one does not belong to the words before it. */
const CLAUSE_END = /[,:()]|[—–]| (?=(?:but|while|whereas|however|although|though) )|(?=但|不过|然而)/g;
/** A negation does not reach over these either. */
const CONJUNCTION = / (?:and|so|or) |而且|并且|[，,]/;
/** Relations read in one sentence; nobody writes more. */
const MOST_RELATIONS = 100;
/** Quoted words of this many characters more than the relation are somebody's sentence, not a word set in quotation marks. */
const QUOTED_SENTENCE = 4;

/**
 * Reads one sentence. Null where it says nothing of a conflict with a document.
 *
 * @param before the document named in the part before a semicolon, for a sentence that names none
 * @param rank which class weighs more, where a sentence holds several relations
 */
export function readSentence(sentence: SentenceText, finders: Finders, rank: (reading: Reading) => number, before: () => Mention | null): Reading | null {
	const places = finders.blocks || sentence.quotations.length > 0;
	const all = finders.relations.find(sentence, places);
	if (all.length === 0) return null;
	const context = new SentenceContext(sentence, finders, all, places, before);
	let best: Reading | null = null;
	let bestRank = -1;
	for (const relation of context.relations.slice(0, MOST_RELATIONS)) {
		const reading = readRelation(context, relation);
		if (reading === null) continue;
		const own = rank(reading) * 16 + (reading.mention === null ? 0 : DOCUMENT_KINDS.length - DOCUMENT_KINDS.indexOf(reading.mention.kind));
		if (own > bestRank) [best, bestRank] = [reading, own];
	}
	return best;
}

function readRelation(context: SentenceContext, relation: Span): Reading | null {
	const row = context.finders.rows[relation.row];
	if (row === undefined) return null;
	const mention = mentionFor(context, relation, row);
	if (mention === null && row.kind === 'relation' && row.effect !== 'SELF' && !context.mayBlock) return null;
	const blocking = context.blockedBy(relation, mention);
	const found = mention?.row ?? null;
	const rows = found === null ? [relation.row] : [relation.row, found];
	if (blocking !== null) {
		const block = CLASS_OF_KIND[blocking.kind];
		// A question needs its document, as a statement does.
		if (block === 'QUE' && mention === null && row.kind === 'relation' && row.effect !== 'SELF') return null;
		return { class: block, mention, rows: blocking.row === null ? rows : [...rows, blocking.row] };
	}
	if (row.kind === 'relation' && row.effect !== 'SELF' && mention === null) return null;
	if (row.effect === 'SELF' || mention?.kind === 'self') return { class: 'SELF', mention, rows };
	const outdated = row.effect === 'OUT' ? null : context.outdated;
	if (outdated !== null && outdated.length > 0) return { class: 'OUT', mention, rows: [...rows, ...outdated.slice(0, 1).map((span) => span.row)] };
	return { class: row.effect === 'OUT' ? 'OUT' : 'CON', mention, rows };
}

/** The document a relation is about: what its own words govern, else the best of what stands near. */
function mentionFor(context: SentenceContext, relation: Span, row: PatternRow): Mention | null {
	if (relation.document !== null && relation.document.trim() !== '') return { start: relation.start, end: relation.end, kind: 'words', text: relation.document.trim(), pageId: null, row: null };
	const self = row.effect === 'SELF';
	const gap = row.kind === 'phrase' || self ? Number.MAX_SAFE_INTEGER : row.gap;
	const near = context.mentionsNear(relation, row.kind === 'phrase' || self ? 120 : gap);
	let best: Mention | null = null;
	let bestOrder = Number.MAX_SAFE_INTEGER;
	for (const mention of near) {
		if (mention.kind === 'self' && !self) continue;
		const distance = mention.start >= relation.end ? mention.start - relation.end : relation.start - mention.end;
		const named: DocumentKind = mention.kind;
		const governed = !self && named !== 'unnamed' && context.governs(relation, mention);
		const order = (governed ? 0 : 10_000) + DOCUMENT_KINDS.indexOf(named) * 1000 + Math.min(distance, 999);
		if (order < bestOrder) [best, bestOrder] = [mention, order];
	}
	return best === null ? (self ? null : context.before()) : context.fullName(best);
}

/** Words of one kind in a sentence, by how far they reach. */
interface Reach {
	/** Row of words that hold for the whole sentence. */
	readonly sentence: number | null;
	readonly clause: readonly Span[];
	/** In the clause of the relation, but only ahead of it. */
	readonly ahead: readonly Span[];
	/** In the clause of the relation or behind it. */
	readonly onwards: readonly Span[];
	readonly before: readonly Span[];
}

const NO_REACH: Reach = { sentence: null, clause: [], ahead: [], onwards: [], before: [] };
/** Longest words and widest gap: further back nothing can reach a relation. */
const FURTHEST = 700;

/** What is asked of a sentence, each thing only once and only when needed. */
class SentenceContext {
	readonly relations: readonly Span[];
	/** Exceptions around the words they lift; by kind those that hold for a clause or sentence. */
	private readonly within: readonly Span[];
	private readonly around = new Map<string, Reach>();
	private readonly blockers = new Map<BlockingKind, Reach>();
	private found: readonly Mention[] | null = null;
	private ends: readonly number[] | null = null;
	private old: readonly Span[] | null = null;

	constructor(
		readonly sentence: SentenceText,
		readonly finders: Finders,
		relations: readonly Span[],
		/** Whether the relations' places are known. */
		private readonly places: boolean,
		readonly before: () => Mention | null,
	) {
		const exceptions = finders.exceptions.empty ? [] : finders.exceptions.find(sentence);
		this.within = exceptions.filter((span) => finders.rows[span.row]?.scope === 'word');
		if (exceptions.length > this.within.length) {
			for (const kind of BLOCKING_KINDS) {
				const own = exceptions.filter((span) => finders.rows[span.row]?.effect === kind);
				if (own.length > 0) this.around.set(kind, this.reachOf(own));
			}
		}
		this.relations = this.within.length === 0 ? relations : relations.filter((relation) => !this.lifted('relation', relation));
	}

	/** Whether any blocking word stands in the sentence at all. */
	get mayBlock(): boolean {
		return this.places && (this.sentence.quotations.length > 0 || BLOCKING_KINDS.some((kind) => this.blocking(kind) !== NO_REACH));
	}

	get outdated(): readonly Span[] {
		this.old ??= this.finders.outdated.find(this.sentence).filter((span) => !this.lifted('outdated', span));
		return this.old;
	}

	get mentions(): readonly Mention[] {
		this.found ??= findMentions(this.sentence, this.places ? this.relations : [], this.finders);
		return this.found;
	}

	mentionsNear(relation: Span, gap: number): readonly Mention[] {
		const { mentions } = this;
		const near: Mention[] = [];
		for (let index = firstAtOrAfter(mentions, relation.start - gap - 200); index < mentions.length; index++) {
			const mention = mentions[index];
			if (mention === undefined || mention.start - relation.end > gap) break;
			if (mention.start >= relation.end || relation.start - mention.end <= gap) near.push(mention);
		}
		return near;
	}

	/** "conflicts with the |protocol|", 与|方案|不一致: nothing but an article or a connective between. */
	governs(relation: Span, mention: Mention): boolean {
		const { folded } = this.sentence;
		if (mention.start >= relation.end) {
			const between = folded.slice(relation.end, mention.start);
			return between.length <= 30 && !/[,:()]| and | says? /.test(between) && this.firstBehind(relation) === mention;
		}
		const between = folded.slice(mention.end, relation.start);
		return between.length <= 12 && !/[,:()]/.test(between) && /[和与跟同](?:最新版?|现行版?|新版|旧版|当前|现有)?的? ?$/.test(folded.slice(Math.max(0, mention.start - 8), mention.start));
	}

	/** "… and does not match the report" means the cleaning validation report named in the same sentence. */
	fullName(mention: Mention): Mention {
		if (mention.kind !== 'words' || mention.text.length > 12) return mention;
		return this.mentions.find((other) => other.kind === 'words' && other.text.length > mention.text.length && other.text.endsWith(mention.text)) ?? mention;
	}

	private firstBehind(relation: Span): Mention | undefined {
		const { mentions } = this;
		for (let index = firstAtOrAfter(mentions, relation.end); index < mentions.length; index++) if (mentions[index]?.kind !== 'self') return mentions[index];
		return undefined;
	}

	/** The first kind of words that takes the relation out of the hits. */
	blockedBy(relation: Span, mention: Mention | null): { readonly kind: BlockingKind; readonly row: number | null } | null {
		if (!this.places) return null;
		if (this.quoted(relation)) return { kind: 'quotation', row: null };
		for (const kind of BLOCKING_KINDS) {
			const reach = this.blocking(kind);
			// A merge conflict names no title; who names one speaks of the document.
			if (reach === NO_REACH || (kind === 'merge' && (mention?.kind === 'title' || mention?.kind === 'key' || mention?.kind === 'link'))) continue;
			const lifting = this.around.get(kind);
			if (lifting !== undefined && this.reached(lifting, relation) !== null) continue;
			const row = this.reached(reach, relation);
			if (row !== null) return { kind, row };
		}
		return null;
	}

	private blocking(kind: BlockingKind): Reach {
		let reach = this.blockers.get(kind);
		if (reach === undefined) {
			const finder = this.finders.blocking[kind];
			const spans = finder.empty ? [] : finder.find(this.sentence).filter((span) => !this.lifted(kind, span));
			reach = spans.length === 0 ? NO_REACH : this.reachOf(spans);
			this.blockers.set(kind, reach);
		}
		return reach;
	}

	private reachOf(spans: readonly Span[]): Reach {
		const scoped = (scope: string): readonly Span[] => spans.filter((span) => this.finders.rows[span.row]?.scope === scope);
		return { sentence: scoped('sentence')[0]?.row ?? null, clause: scoped('clause'), ahead: scoped('ahead'), onwards: scoped('onwards'), before: scoped('before') };
	}

	/** Whether the words at a place are part of an exception: 合并用药 is no 合并. */
	private lifted(kind: string, span: Span): boolean {
		const { within, finders } = this;
		for (let index = firstAtOrAfter(within, span.start - 100); index < within.length; index++) {
			const exception = within[index];
			if (exception === undefined || exception.start >= span.end) return false;
			if (exception.end > span.start && finders.rows[exception.row]?.effect === kind) return true;
		}
		return false;
	}

	/** Row of the first words whose reach holds the relation. */
	private reached({ sentence, clause, ahead, onwards, before }: Reach, relation: Span): number | null {
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
			if (between < 0 || between > (this.finders.rows[span.row]?.gap ?? 0)) continue;
			if (this.clauseStart(relation.start) <= span.end && !CONJUNCTION.test(this.sentence.folded.slice(span.end, relation.start))) return span.row;
		}
		return null;
	}

	/** Within quotation marks, and not alone: somebody else's sentence. */
	private quoted(relation: Span): boolean {
		const { quotations } = this.sentence;
		for (let index = firstAtOrAfter(quotations, relation.start - 202); index < quotations.length; index++) {
			const quotation = quotations[index];
			if (quotation === undefined || quotation.start > relation.start) return false;
			if (quotation.end >= relation.end && quotation.end - quotation.start - 2 >= relation.end - relation.start + QUOTED_SENTENCE) return true;
		}
		return false;
	}

	/** Start of the clause that holds a position. */
	private clauseStart(position: number): number {
		this.ends ??= clauseStarts(this.sentence);
		const next = firstAbove(this.ends, position);
		return next === 0 ? 0 : (this.ends[next - 1] ?? 0);
	}
}

/** Where clauses begin, leaving out marks within quotations. */
function clauseStarts({ folded, quotations }: SentenceText): readonly number[] {
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
