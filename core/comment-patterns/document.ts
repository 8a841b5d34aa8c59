import { titleKey } from '../text/fold.js';

/** What a mention of a document is, in the order in which one is preferred. */
export const DOCUMENT_KINDS = ['link', 'title', 'quoted', 'key', 'file', 'words', 'unnamed', 'self'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A page or file that exists, to which a name in a comment is joined. */
export interface KnownDocument {
	readonly id: string;
	readonly title: string;
}

/** The document that a sentence names. */
export interface NamedDocument {
	/** As written; for `unnamed` the word used ("documentation"). */
	readonly text: string;
	/** `self`: the page against itself. */
	readonly kind: DocumentKind;
	/** Known documents it can be: one where it is clear, several where it is not, none where it is unknown. */
	readonly candidates: readonly KnownDocument[];
}

/** Known documents by id and title. */
export interface DocumentIndex {
	readonly find: (text: string, pageId: string | null) => readonly KnownDocument[];
}

const NOTHING: readonly KnownDocument[] = [];
export const NO_DOCUMENTS: DocumentIndex = { find: () => NOTHING };

/** Prepares known documents once for many comments. A title is found as written first, else in comparable form (case, width, blanks, title marks). */
export function createDocumentIndex(documents: readonly KnownDocument[]): DocumentIndex {
	const byId = new Map<string, readonly KnownDocument[]>();
	const exact = new Map<string, KnownDocument[]>();
	const comparable = new Map<string, KnownDocument[]>();
	const add = (index: Map<string, KnownDocument[]>, key: string, document: KnownDocument): void => {
		const found = index.get(key);
		if (found === undefined) index.set(key, [document]);
		else found.push(document);
	};
	for (const document of documents) {
		if (byId.has(document.id)) continue;
		byId.set(document.id, [document]);
		add(exact, document.title, document);
		add(comparable, titleKey(document.title), document);
	}
	return {
		find: (text, pageId) => (pageId === null ? undefined : byId.get(pageId)) ?? exact.get(text) ?? comparable.get(titleKey(text)) ?? NOTHING,
	};
}
