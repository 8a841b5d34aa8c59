import type { DocumentIndex, DocumentKind } from './document.js';
import { writtenBetween, type Folded } from '../text/fold.js';
import type { Span, WordFinder } from '../text/finder.js';
import { ENGLISH_STOP, nameAround } from './names.js';
import type { TextLink } from '../text/plainText.js';
import type { PatternRow } from './row.js';
import type { Quotation } from '../text/sentences.js';

/** A sentence in comparable form; positions are those in it. */
export interface SentenceText extends Folded {
	readonly written: string;
	readonly quotations: readonly Quotation[];
	readonly links: readonly TextLink[];
}

/** A place in a sentence that speaks of a document. */
export interface Mention {
	readonly start: number;
	readonly end: number;
	readonly kind: DocumentKind;
	/** As written, without quotation marks. */
	readonly text: string;
	readonly pageId: string | null;
	/** Index of the row that found it; null for links, titles and quotations. */
	readonly row: number | null;
}

export interface MentionFinders {
	readonly documents: WordFinder;
	readonly keys: WordFinder;
	readonly noDocuments: WordFinder;
	readonly rows: readonly PatternRow[];
	readonly index: DocumentIndex;
}

const ADDRESS = /https?:\/\/[^\s<>"'“”《》,。;()\u3000-\u303f\u4e00-\u9fff]+(?<![.:!?])/g;
const ADDRESS_PAGE = /(?:\/pages\/|[?&]pageid=)(\d{1,20})/;
const CONNECTIVE_BEFORE = /(?:[和与跟同]|\bwith|\bfrom|\bto|\bthan|\bmatch|\bmatches|\bcontradicts?|\bin)(?: the)? ?$/;
/** “Document Control” chapter 6. */
const PART_BEHIND = /^ ?(?:chapter|section|sec\.|clause|appendix|annex|第)/;
/** A title in quotation marks and without a word for a document: capitals and several words, or a Chinese name of some length. */
const TITLE_LIKE = /^(?:[A-Z][^\s]*(?: [^\s]+)+|[\p{Script=Han}A-Za-z0-9 ]{4,40})$/u;

const NONE: readonly Mention[] = [];

/** All mentions, in order of their place; each place belongs to the kind that comes first. @param relations spans no name crosses */
export function findMentions(sentence: SentenceText, relations: readonly Span[], finders: MentionFinders): readonly Mention[] {
	const { folded } = sentence;
	if (finders.documents.empty && finders.keys.empty && sentence.links.length === 0 && sentence.quotations.length === 0 && !folded.includes('://')) return NONE;
	const taken = new Uint8Array(folded.length);
	const mentions: Mention[] = [];
	const free = (start: number, end: number): boolean => taken[start] === 0 && taken[end - 1] === 0;
	const written = (start: number, end: number): string => writtenBetween(sentence.written, sentence, start, end).trim();
	const add = (start: number, end: number, kind: DocumentKind, text: string, pageId: string | null, row: number | null): void => {
		taken.fill(1, start, end);
		mentions.push({ start, end, kind, text, pageId, row });
	};
	for (const { start, end } of relations) taken.fill(1, start, end);
	const words = finders.documents.find(sentence);
	const wordAt = new Map<number, Span>();
	for (const word of words) if (!wordAt.has(word.start)) wordAt.set(word.start, word);
	/** Behind a title, also behind the word for a document that follows it. */
	const absorb = (end: number): number => {
		const word = wordAt.get(end) ?? (folded.charCodeAt(end) === 0x20 ? wordAt.get(end + 1) : undefined);
		return word?.end ?? end;
	};

	for (const link of sentence.links) {
		const text = link.title ?? written(link.start, link.end);
		const isDocument = link.title !== null || link.pageId !== null || finders.index.find(text, null).length > 0 || words.some((word) => word.start >= link.start && word.end <= link.end);
		if (isDocument && free(link.start, link.end)) add(link.start, absorb(link.end), 'link', text, link.pageId, null);
	}
	if (folded.includes('://')) {
		for (const address of folded.matchAll(ADDRESS)) {
			const start = address.index;
			const end = start + address[0].length;
			if (!free(start, end)) continue;
			const page = ADDRESS_PAGE.exec(address[0]);
			if (page === null) taken.fill(1, start, end);
			else add(start, end, 'link', titleInAddress(written(start, end)) ?? written(start, end), page[1] ?? null, null);
		}
	}
	for (const quotation of sentence.quotations) {
		if (quotation.title && free(quotation.start, quotation.end)) add(quotation.start, absorb(quotation.end), 'title', written(quotation.start + 1, quotation.end - 1), null, null);
	}
	for (const quotation of sentence.quotations) {
		if (quotation.title || !free(quotation.start, quotation.end)) continue;
		const text = written(quotation.start + 1, quotation.end - 1);
		const end = absorb(quotation.end);
		if (end > quotation.end || words.some((word) => word.end === quotation.end - 1) || isTitle(folded, quotation, text, relations, finders.index)) add(quotation.start, end, 'quoted', text, null, null);
	}
	const noDocuments = finders.noDocuments.find(sentence);
	for (const { start, end } of noDocuments) taken.fill(1, start, end);
	for (const key of finders.keys.find(sentence)) {
		if (!free(key.start, key.end)) continue;
		const file = finders.rows[key.row]?.effect === 'file';
		const start = file ? fileStart(folded, key.start, key.end) : key.start;
		add(start, key.end, file ? 'file' : 'key', written(start, key.end), null, key.row);
	}
	addWords(sentence, words, taken, finders, add, written);
	return mentions.sort((a, b) => a.start - b.start);
}

function addWords(
	sentence: SentenceText,
	words: readonly Span[],
	taken: Uint8Array,
	finders: MentionFinders,
	add: (start: number, end: number, kind: DocumentKind, text: string, pageId: string | null, row: number | null) => void,
	written: (start: number, end: number) => string,
): void {
	const { folded, cased } = sentence;
	const generic = (span: Span): boolean => finders.rows[span.row]?.effect === 'generic';
	for (let index = 0; index < words.length; index++) {
		const first = words[index];
		if (first === undefined || taken[first.start] !== 0 || taken[first.end - 1] !== 0) continue;
		if (partOfName(folded, first, words[index + 1], generic)) continue;
		let last = first;
		let type: Span | null = generic(first) ? null : first;
		let nameEnd = first.end;
		const acronym = /^[A-Z]{2,5}$/.test(cased.slice(first.start, first.end));
		for (let next = words[index + 1]; next !== undefined; next = words[index + 1]) {
			const joined = next.start === last.end || (next.start === last.end + 1 && folded.charCodeAt(last.end) === 0x20 && folded.charCodeAt(next.start) < 0x2e80 === folded.charCodeAt(last.start) < 0x2e80);
			if (!joined || taken[next.start] !== 0) break;
			last = next;
			if (!generic(next)) type = next;
			// "IFU document" is the IFU, "requirements document" is called so.
			if (!(acronym && generic(next))) nameEnd = next.end;
			index++;
		}
		const name = nameAround(folded, first.start, last.end, taken);
		const end = Math.max(name.end, last.end);
		const row = (type ?? first).row;
		const textEnd = name.end > last.end ? name.end : nameEnd;
		if (name.self) add(first.start, end, 'self', written(first.start, end), null, row);
		else if (name.named || type !== null) add(name.start, end, 'words', written(name.start, textEnd), null, row);
		else add(first.start, end, 'unnamed', written(first.start, last.end), null, row);
	}
}

/** "the |document| control |procedure|": a general word within the name of another document. */
function partOfName(folded: string, word: Span, next: Span | undefined, generic: (span: Span) => boolean): boolean {
	if (next === undefined || !generic(word) || generic(next) || next.start - word.end > 30) return false;
	const between = folded.slice(word.end, next.start);
	return /^ [a-z-]+ (?:[a-z-]+ )?$/.test(between) && !between.split(' ').some((part) => ENGLISH_STOP.has(part));
}

/** A quotation that names a document by itself: known, or shaped like a title where a document is expected. */
function isTitle(folded: string, quotation: Quotation, text: string, relations: readonly Span[], index: DocumentIndex): boolean {
	if (index.find(text, null).length > 0) return true;
	if (!TITLE_LIKE.test(text)) return false;
	if (PART_BEHIND.test(folded.slice(quotation.end, quotation.end + 12))) return true;
	if (CONNECTIVE_BEFORE.test(folded.slice(Math.max(0, quotation.start - 16), quotation.start))) {
		const next = folded.charCodeAt(quotation.end);
		// “已完成”状态: a word of its own follows in Chinese unless it is the relation.
		return !(next > 0x2e80) || relations.some((relation) => relation.start >= quotation.end && relation.start - quotation.end <= 2);
	}
	return relations.some((relation) => relation.end <= quotation.start && quotation.start - relation.end <= 5 && /^ ?(?:the )?$/.test(folded.slice(relation.end, quotation.start)));
}

/** A file name in Chinese text begins behind the connective before it. */
function fileStart(folded: string, start: number, end: number): number {
	const name = folded.slice(start, end);
	const connective = Math.max(name.lastIndexOf('与'), name.lastIndexOf('和'), name.lastIndexOf('跟'), name.lastIndexOf('在'), name.lastIndexOf('按'));
	return start + connective + 1;
}

function titleInAddress(address: string): string | null {
	const page = /\/pages\/\d{1,20}\/([^\s/?#]+)/.exec(address)?.[1];
	if (page === undefined) return null;
	const blanks = page.replaceAll('+', ' ');
	try {
		return decodeURIComponent(blanks);
	} catch {
		return blanks;
	}
}
