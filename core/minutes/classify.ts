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
	/** Figures that count only with what is measured, and those that count alone. */
	readonly figures: WordFinder;
	readonly figuresAlone: WordFinder;
	readonly measures: WordFinder;
	readonly links: WordFinder;
	readonly blocking: Readonly<Record<BlockingKind, WordFinder>>;
	/** Exceptions by the kind that they lift. */
	readonly exceptions: ReadonlyMap<string, WordFinder>;
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
	const lifts = new Lifts(sentence, finders);
	const terms = termsOf(sentence, finders, lifts);
	if (terms.length === 0) return null;
	const clauses = new Clauses(sentence, finders.rows);
	const reaches = BLOCKING_KINDS.map((kind) => ({ kind, reach: reachOf(lifts.kept(kind, finders.blocking[kind].find(sentence)), finders.rows) }));
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

/** The data terms of a sentence that cannot count, whatever it says of them. Null where it holds none. */
export function readOthersSentence(sentence: MinutesSentence, finders: TermFinders, why: MinutesClass): SentenceReading | null {
	const terms = termsOf(sentence, finders, new Lifts(sentence, finders));
	return terms.length === 0 ? null : { class: why, terms: terms.slice(0, 1), blockedBy: null };
}

/** Data terms in order of their start. */
function termsOf(sentence: MinutesSentence, finders: TermFinders, lifts: Lifts): readonly Span[] {
	const { folded } = sentence;
	const { rows } = finders;
	const terms: Span[] = [];
	const add = (spans: readonly Span[]): void => {
		for (const span of spans) if (!lifts.lifted(rows[span.row]?.kind ?? '', span)) terms.push(span);
	};
	add(finders.named.find(sentence));
	if (sentence.addresses.length > 0) terms.push(...sentence.addresses);
	if (DIGIT.test(folded)) add(finders.records.find(sentence));
	if (NUMERAL.test(folded)) {
		add(finders.figuresAlone.find(sentence));
		const measures = lifts.kept('measure', finders.measures.find(sentence));
		if (measures.length > 0) terms.push(...measured(lifts.kept('figure', finders.figures.find(sentence)), measures, rows));
	}
	return terms.length > 1 ? terms.sort((a, b) => a.start - b.start || b.end - a.end) : terms;
}

/** Numbers with a unit, where what is measured stands near; the place holds both. */
function measured(figures: readonly Span[], measures: readonly Span[], rows: readonly TermRow[]): readonly Span[] {
	return figures.flatMap((figure) => {
		const measure = nearest(measures, figure, rows[figure.row]?.gap ?? 0);
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

/** Exceptions of one kind in a sentence, in order of their start, with the furthest end so far. */
interface Exceptions {
	readonly spans: readonly Span[];
	readonly furthest: readonly number[];
}

const NO_EXCEPTIONS: Exceptions = { spans: [], furthest: [] };

/**
 * Tells whether words are part of an exception: 100% agreement is no figure. Looked for kind by kind, only when asked;
 * each answer takes a search in a sorted list, however many exceptions there are.
 */
class Lifts {
	private readonly found = new Map<string, Exceptions>();

	constructor(
		private readonly sentence: MinutesSentence,
		private readonly finders: TermFinders,
	) {}

	lifted(kind: string, span: Span): boolean {
		const finder = this.finders.exceptions.get(kind);
		if (finder === undefined) return false;
		let own = this.found.get(kind);
		if (own === undefined) {
			const spans = finder.find(this.sentence);
			let furthest = 0;
			own = spans.length === 0 ? NO_EXCEPTIONS : { spans, furthest: spans.map(({ end }) => (furthest = Math.max(furthest, end))) };
			this.found.set(kind, own);
		}
		return own !== NO_EXCEPTIONS && (own.furthest[firstAtOrAfter(own.spans, span.end) - 1] ?? 0) > span.start;
	}

	kept(kind: string, spans: readonly Span[]): readonly Span[] {
		return spans.length === 0 ? spans : spans.filter((span) => !this.lifted(kind, span));
	}
}
