import type { BilingualText } from '../judgement/judgement.js';
import { readSentence, type Finders, type Reading } from './classify.js';
import { DEFAULT_PATTERN_ROWS } from './defaults.js';
import { createDocumentIndex, NO_DOCUMENTS, type DocumentIndex, type KnownDocument, type NamedDocument } from './document.js';
import { comparablePosition, fold, writtenBetween, type Folded } from '../text/fold.js';
import { WordFinder } from '../text/finder.js';
import { findMentions, type Mention, type SentenceText } from './mentions.js';
import { plainText, type TextFormat, type PlainText } from '../text/plainText.js';
import { createPrefilter, type Prefilter } from '../text/prefilter.js';
import { BLOCKING_KINDS, SENTENCE_CLASSES, type BlockingKind, type PatternKind, type PatternRow, type SentenceClass } from './row.js';
import { firstAtOrAfter } from '../text/reach.js';
import { splitSentences, type Sentence } from '../text/sentences.js';
import { reasonOf } from './texts.js';

/** What a sentence does to a light. */
export const SENTENCE_VERDICTS = ['red', 'yellow', 'none'] as const;
export type SentenceVerdict = (typeof SENTENCE_VERDICTS)[number];

/** Verdict of each class: a question is on the way (yellow); a page against itself counts. Source: domain reference 6. */
export const DEFAULT_VERDICTS: Readonly<Record<SentenceClass, SentenceVerdict>> = { CON: 'red', OUT: 'red', SELF: 'red', QUE: 'yellow', MRG: 'none', POL: 'none', NEG: 'none', QUO: 'none', RES: 'none', OTH: 'none' };

/** State of an inline comment; resolved and dangling ones say nothing of the page as it stands. */
export type CommentResolution = 'open' | 'reopened' | 'resolved' | 'dangling';

/** What is known of a comment besides its text. */
export interface CommentContext {
	/** Default `auto`: HTML (also Confluence storage format) where the text holds tags, else plain text or Markdown. */
	readonly format?: TextFormat;
	/** Default: open. */
	readonly resolution?: CommentResolution | null;
	/** The page commented on: a sentence that names it speaks of the page itself. */
	readonly page?: { readonly id: string | null; readonly title: string | null };
}

/** A sentence that speaks of a conflict, and what it means. */
export interface ConflictSentence {
	/** As written, without markup. */
	readonly sentence: string;
	readonly class: SentenceClass;
	readonly verdict: SentenceVerdict;
	/** Null where a sentence without verdict names none. */
	readonly document: NamedDocument | null;
	/** Rows that matched. */
	readonly patterns: ReadonlyArray<{ readonly id: string; readonly version: string }>;
	/** Why it counts or does not. */
	readonly reason: BilingualText;
}

export interface CommentScan {
	/** The gravest of its sentences. */
	readonly verdict: SentenceVerdict;
	/** In order of the text; also those that do not count, with the reason. */
	readonly sentences: readonly ConflictSentence[];
}

/** Finds sentences that speak of a conflict with a document. Pure; linear in the length of the text for any rows. */
export interface CommentScanner {
	/** @param text body of a comment: Confluence storage format, other HTML, Markdown or plain text */
	scan(text: string, context?: CommentContext): CommentScan;
}

export interface CommentScannerSettings {
	/** Default: `DEFAULT_PATTERN_ROWS`. Read rows that people write with `readPatternRows`. */
	readonly rows?: readonly PatternRow[];
	/** Verdicts that differ from `DEFAULT_VERDICTS`. */
	readonly verdicts?: Partial<Readonly<Record<SentenceClass, SentenceVerdict>>>;
	/** Known pages, or an index of them made once. */
	readonly documents?: readonly KnownDocument[] | DocumentIndex;
}

const NOTHING: CommentScan = Object.freeze({ verdict: 'none', sentences: Object.freeze([]) });

export function createCommentScanner(settings: CommentScannerSettings = {}): CommentScanner {
	return new Scanner(settings);
}

class Scanner implements CommentScanner {
	private readonly verdicts: Readonly<Record<SentenceClass, SentenceVerdict>>;
	private readonly finders: Finders;
	private readonly prefilter: Prefilter;

	constructor(settings: CommentScannerSettings) {
		this.verdicts = { ...DEFAULT_VERDICTS, ...settings.verdicts };
		const rows = settings.rows ?? DEFAULT_PATTERN_ROWS;
		const documents = settings.documents ?? NO_DOCUMENTS;
		this.finders = findersOf(rows, 'find' in documents && typeof documents.find === 'function' && !Array.isArray(documents) ? (documents as DocumentIndex) : createDocumentIndex(documents as readonly KnownDocument[]));
		this.prefilter = createPrefilter(rows.filter((row) => row.active && (row.kind === 'relation' || row.kind === 'phrase')));
	}

	scan(text: string, context?: CommentContext): CommentScan {
		if (!this.prefilter.mayHold(text, context?.format === 'html')) return NOTHING;
		const plain = plainText(text, context?.format ?? 'auto');
		const whole = fold(plain.text);
		const found: ConflictSentence[] = [];
		const sentences = splitSentences(whole.folded);
		const { places } = this.prefilter;
		let place = placeFrom(places, whole.folded, 0);
		for (let index = 0; index < sentences.length && place < whole.folded.length; index++) {
			const sentence = sentences[index];
			if (sentence === undefined || place >= sentence.end) continue;
			if (place < sentence.start) place = placeFrom(places, whole.folded, sentence.start);
			if (place >= sentence.end) continue;
			place = placeFrom(places, whole.folded, sentence.end);
			const text = sentenceText(plain, whole, sentence);
			const reading = readSentence(text, this.finders, (one) => RANK[this.verdicts[one.class]], () => (whole.folded.charCodeAt((sentences[index - 1]?.end ?? 0) - 1) === 0x3b ? this.namedBefore(plain, whole, sentences, index) : null));
			if (reading !== null) found.push(this.describe(text, reading, context, () => this.namedBefore(plain, whole, sentences, index)));
		}
		if (found.length === 0) return NOTHING;
		return { verdict: found.reduce<SentenceVerdict>((gravest, { verdict }) => (RANK[verdict] > RANK[gravest] ? verdict : gravest), 'none'), sentences: found };
	}

	/** The document that the sentence before names. */
	private namedBefore(plain: PlainText, whole: Folded, sentences: readonly Sentence[], index: number): Mention | null {
		const previous = sentences[index - 1];
		if (previous === undefined) return null;
		return findMentions(sentenceText(plain, whole, previous), [], this.finders).find(({ kind }) => kind !== 'unnamed' && kind !== 'self') ?? null;
	}

	private describe(text: SentenceText, reading: Reading, context: CommentContext | undefined, before: () => Mention | null): ConflictSentence {
		const { rows, index } = this.finders;
		const phrase = reading.rows[0] === undefined ? undefined : rows[reading.rows[0]];
		let { mention } = reading;
		// "… the document" means the one named just before.
		if (mention?.kind === 'unnamed' && /(?:\bthe|\bthat|该|此|那[份个]?) ?$/.test(text.folded.slice(Math.max(0, mention.start - 6), mention.start))) {
			mention = before() ?? mention;
		}
		const candidates = mention === null || mention.kind === 'self' ? [] : index.find(mention.text, mention.pageId);
		const page = context?.page;
		const own = page !== undefined && candidates.length > 0 && candidates.every((candidate) => candidate.id === page.id);
		const kind: SentenceClass = (own && (reading.class === 'CON' || reading.class === 'OUT')) || (phrase?.effect === 'SELF' && reading.class === 'CON') ? 'SELF' : reading.class;
		const closed = context?.resolution === 'resolved' || context?.resolution === 'dangling' ? context.resolution : null;
		const verdict = closed === null ? this.verdicts[kind] : 'none';
		const document = documentOf(mention, candidates, kind);
		return {
			sentence: text.written,
			class: kind,
			verdict,
			document,
			patterns: [...new Set(reading.rows)].flatMap((row) => {
				const used = rows[row];
				return used === undefined ? [] : [{ id: used.id, version: used.version }];
			}),
			reason: reasonOf(kind, verdict, closed, document),
		};
	}
}

/** Where the next hit can be, at a position or behind it. */
function placeFrom(places: RegExp | null, folded: string, from: number): number {
	if (places === null) return from;
	places.lastIndex = from;
	return places.exec(folded)?.index ?? folded.length;
}

const RANK: Readonly<Record<SentenceVerdict, number>> = { none: 0, yellow: 1, red: 2 };

function findersOf(all: readonly PatternRow[], index: DocumentIndex): Finders {
	const numbered = all.map((row, position) => ({ row, index: position }));
	const of = (...kinds: readonly PatternKind[]): WordFinder => new WordFinder(numbered.filter(({ row }) => row.active && kinds.includes(row.kind)));
	return {
		rows: all,
		index,
		relations: of('relation', 'phrase'),
		outdated: of('outdated'),
		documents: of('document'),
		keys: of('key'),
		noDocuments: of('notDocument'),
		exceptions: of('exception'),
		blocks: all.some(({ active, kind }) => active && (kind === 'exception' || BLOCKING_KINDS.some((blocking) => blocking === kind))),
		blocking: Object.fromEntries(BLOCKING_KINDS.map((kind) => [kind, of(kind)])) as Record<BlockingKind, WordFinder>,
	};
}

function sentenceText(plain: PlainText, whole: Folded, { start, end, quotations }: Sentence): SentenceText {
	const at = (position: number): number => (whole.positions === null ? position : (whole.positions[position] ?? plain.text.length));
	const from = at(start);
	const to = at(end);
	const links: Array<SentenceText['links'][number]> = [];
	for (let next = firstAtOrAfter(plain.links, from); next < plain.links.length; next++) {
		const link = plain.links[next];
		if (link === undefined || link.end > to) break;
		links.push({ ...link, start: comparablePosition(whole, link.start) - start, end: comparablePosition(whole, link.end) - start });
	}
	return {
		written: writtenBetween(plain.text, whole, start, end),
		cased: whole.cased.slice(start, end),
		folded: whole.folded.slice(start, end),
		positions: whole.positions === null ? null : whole.positions.subarray(start, end + 1).map((position) => position - from),
		quotations: quotations.map((quotation) => ({ ...quotation, start: quotation.start - start, end: quotation.end - start })),
		links,
	};
}

function documentOf(mention: Mention | null, candidates: readonly KnownDocument[], kind: SentenceClass): NamedDocument | null {
	if (mention !== null) return { text: mention.text, kind: mention.kind, candidates };
	if (kind === 'SELF') return { text: '', kind: 'self', candidates };
	return kind === 'CON' || kind === 'OUT' ? { text: '', kind: 'unnamed', candidates } : null;
}

export { SENTENCE_CLASSES };
