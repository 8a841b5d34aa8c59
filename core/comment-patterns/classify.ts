import type { DocumentKind } from './document.js';
import { DOCUMENT_KINDS } from './document.js';
import type { Span, WordFinder } from '../text/finder.js';
import { Clauses, firstAtOrAfter, NO_REACH, reachOf, type Reach } from '../text/reach.js';
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

/** Relations read in one sentence; nobody writes more. */
const MOST_RELATIONS = 100;
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
	// Nothing is out of date against a document that nobody names.
	if (row.effect === 'OUT' && row.kind === 'relation' && mention?.kind === 'unnamed') return null;
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

/** What is asked of a sentence, each thing only once and only when needed. */
class SentenceContext {
	readonly relations: readonly Span[];
	/** Exceptions around the words they lift; by kind those that hold for a clause or sentence. */
	private readonly within: readonly Span[];
	private readonly around = new Map<string, Reach>();
	private readonly blockers = new Map<BlockingKind, Reach>();
	private found: readonly Mention[] | null = null;
	private readonly clauses: Clauses;
	private old: readonly Span[] | null = null;

	constructor(
		readonly sentence: SentenceText,
		readonly finders: Finders,
		relations: readonly Span[],
		/** Whether the relations' places are known. */
		private readonly places: boolean,
		readonly before: () => Mention | null,
	) {
		this.clauses = new Clauses(sentence, finders.rows);
		const exceptions = finders.exceptions.empty ? [] : finders.exceptions.find(sentence);
		this.within = exceptions.filter((span) => finders.rows[span.row]?.scope === 'word');
		if (exceptions.length > this.within.length) {
			for (const kind of BLOCKING_KINDS) {
				const own = exceptions.filter((span) => finders.rows[span.row]?.effect === kind);
				if (own.length > 0) this.around.set(kind, reachOf(own, finders.rows));
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
		if (this.clauses.quoted(relation)) return { kind: 'quotation', row: null };
		for (const kind of BLOCKING_KINDS) {
			const reach = this.blocking(kind);
			// A merge conflict names no title; who names one speaks of the document.
			if (reach === NO_REACH || (kind === 'merge' && (mention?.kind === 'title' || mention?.kind === 'key' || mention?.kind === 'link'))) continue;
			const lifting = this.around.get(kind);
			if (lifting !== undefined && this.clauses.reached(lifting, relation) !== null) continue;
			const row = this.clauses.reached(reach, relation);
			if (row !== null) return { kind, row };
		}
		return null;
	}

	private blocking(kind: BlockingKind): Reach {
		let reach = this.blockers.get(kind);
		if (reach === undefined) {
			const finder = this.finders.blocking[kind];
			const spans = finder.empty ? [] : finder.find(this.sentence).filter((span) => !this.lifted(kind, span));
			reach = spans.length === 0 ? NO_REACH : reachOf(spans, this.finders.rows);
			this.blockers.set(kind, reach);
		}
		return reach;
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
}
