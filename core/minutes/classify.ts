import type { Span, WordFinder } from '../text/finder.js';
import { Clauses, firstAtOrAfter, reachOf } from '../text/reach.js';
import type { Quotation } from '../text/sentences.js';
import { BLOCKING_KINDS, CLASS_OF_KIND, type BlockingKind, type MinutesClass, type TermRow } from './row.js';

/** All rows of a scanner, by what they do. */
export interface TermFinders {
	readonly rows: readonly TermRow[];
	/** metric, system, link */
	readonly named: WordFinder;
	readonly records: WordFinder;
	readonly figures: WordFinder;
	readonly measures: WordFinder;
	readonly links: WordFinder;
	readonly blocking: Readonly<Record<BlockingKind, WordFinder>>;
	readonly exceptions: WordFinder;
}

/** One sentence in comparable form. */
export interface MinutesSentence {
	readonly folded: string;
	readonly cased: string;
	readonly quotations: readonly Quotation[];
	/** Rows of kind link that an address behind the words matches, with the place of the words. */
	readonly addresses: readonly Span[];
}

/** What a sentence with a data term is. */
export interface SentenceReading {
	readonly class: MinutesClass;
	/** The terms that decide, in order: those cited, or else the first with what takes it out. */
	readonly terms: readonly Span[];
	/** Row that takes the sentence out; null where it is cited, or where quotation marks do it. */
	readonly blockedBy: number | null;
}

const NUMERAL = /[0-9零一二三四五六七八九十百两半]|\b(?:zero|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b/;
const DIGIT = /[0-9]/;
/** Terms read in one sentence; nobody says more. */
const MOST_TERMS = 50;

/** Reads one sentence. Null where it holds no data term. A term that counts outweighs others in the same sentence that do not. */
export function readSentence(sentence: MinutesSentence, finders: TermFinders): SentenceReading | null {
	let lifts: Lifted | null = null;
	const lifted: Lifted = (kind, span) => (lifts ??= liftsOf(sentence, finders))(kind, span);
	const terms = termsOf(sentence, finders, lifted);
	if (terms.length === 0) return null;
	const clauses = new Clauses(sentence, finders.rows);
	const reaches = BLOCKING_KINDS.map((kind) => ({ kind, reach: reachOf(finders.blocking[kind].find(sentence).filter((span) => !lifted(kind, span)), finders.rows) }));
	const cited: Span[] = [];
	let first: SentenceReading | null = null;
	for (const term of terms.slice(0, MOST_TERMS)) {
		if (clauses.quoted(term)) {
			first ??= { class: 'QUO', terms: [term], blockedBy: null };
			continue;
		}
		let blocked = false;
		for (const { kind, reach } of reaches) {
			const row = clauses.reached(reach, term);
			if (row === null) continue;
			first ??= { class: CLASS_OF_KIND[kind], terms: [term], blockedBy: row };
			blocked = true;
			break;
		}
		if (!blocked) cited.push(term);
	}
	return cited.length > 0 ? { class: 'CITED', terms: cited, blockedBy: null } : first;
}

type Lifted = (kind: string, span: Span) => boolean;

/** Data terms in order of their start. */
function termsOf(sentence: MinutesSentence, finders: TermFinders, lifted: Lifted): readonly Span[] {
	const { folded } = sentence;
	const kept = (span: Span): boolean => !lifted(finders.rows[span.row]?.kind ?? '', span);
	const terms = finders.named.find(sentence).filter(kept);
	terms.push(...sentence.addresses);
	if (DIGIT.test(folded)) terms.push(...finders.records.find(sentence).filter(kept));
	if (NUMERAL.test(folded)) terms.push(...figuresOf(sentence, finders, kept));
	return terms.length > 1 ? terms.sort((a, b) => a.start - b.start || b.end - a.end) : terms;
}

/** Numbers with a unit, where what is measured stands near. */
function figuresOf(sentence: MinutesSentence, finders: TermFinders, kept: (span: Span) => boolean): readonly Span[] {
	const figures = finders.figures.find(sentence).filter(kept);
	if (figures.length === 0) return figures;
	const measures = finders.measures.find(sentence).filter(kept);
	return figures.flatMap((figure) => {
		const row = finders.rows[figure.row];
		if (row?.effect === 'alone') return [figure];
		const measure = nearest(measures, figure, row?.gap ?? 0);
		return measure === null ? [] : [{ ...figure, start: Math.min(figure.start, measure.start), end: Math.max(figure.end, measure.end) }];
	});
}

/** The measure that stands nearest, on either side; "2 overdue" holds it within the figure's own words. */
function nearest(measures: readonly Span[], figure: Span, gap: number): Span | null {
	let best: Span | null = null;
	let bestDistance = gap + 1;
	for (let index = firstAtOrAfter(measures, figure.start - gap - 60); index < measures.length; index++) {
		const measure = measures[index];
		if (measure === undefined || measure.start - figure.end > gap) break;
		const distance = Math.max(0, measure.start - figure.end, figure.start - measure.end);
		if (distance < bestDistance) [best, bestDistance] = [measure, distance];
	}
	return best;
}

/** Tells whether words are part of an exception: 100% agreement is no figure. Each answer takes a search in a sorted list, however many exceptions there are. */
function liftsOf(sentence: MinutesSentence, { exceptions, rows }: TermFinders): Lifted {
	const within = exceptions.empty ? [] : exceptions.find(sentence);
	if (within.length === 0) return () => false;
	const byKind = new Map<string, { readonly spans: Span[]; readonly furthest: number[] }>();
	for (const exception of within) {
		const kind = rows[exception.row]?.effect ?? '';
		let own = byKind.get(kind);
		if (own === undefined) byKind.set(kind, (own = { spans: [], furthest: [] }));
		own.spans.push(exception);
		own.furthest.push(Math.max(exception.end, own.furthest[own.furthest.length - 1] ?? 0));
	}
	return (kind, span) => {
		const own = byKind.get(kind);
		return own !== undefined && (own.furthest[firstAtOrAfter(own.spans, span.end) - 1] ?? 0) > span.start;
	};
}
