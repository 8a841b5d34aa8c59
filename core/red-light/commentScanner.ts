import type { BilingualText } from '../judgement/judgement.js';

/*
 * What the rule for document conflicts asks of whoever reads comments. `core/comment-patterns` fulfils it; a node puts the two together.
 */

export type ScanVerdict = 'red' | 'yellow' | 'none';

export interface ScannedSentence {
	/** As written, without markup. */
	readonly sentence: string;
	readonly verdict: ScanVerdict;
	/** The document that it names; null where it names none. */
	readonly document: { readonly text: string; readonly kind: string } | null;
	readonly patterns: ReadonlyArray<{ readonly id: string; readonly version: string }>;
	readonly reason: BilingualText;
}

export interface CommentScanner {
	/** Linear in the length of the text. A question has the verdict `yellow`. */
	scan(text: string, context?: { readonly page?: { readonly id: string | null; readonly title: string | null } }): { readonly verdict: ScanVerdict; readonly sentences: readonly ScannedSentence[] };
}
