import type { JsonObject, Pull } from '../pull/pull.js';
import type { DocumentEvent } from './evidence.js';

/* How a document system is read: {@link Pull} with the settings and the scope of a wiki. Source: spec S7, S3. */

export type DocumentSystem = 'confluenceCloud' | 'confluenceDataCenter';

export const DOCUMENT_SYSTEMS: readonly DocumentSystem[] = ['confluenceCloud', 'confluenceDataCenter'];

/** What is read of a page; `states` exist in Confluence Cloud only. */
export type DocumentPart = 'versions' | 'comments' | 'attachments' | 'labels' | 'states' | 'tasks';

export const DOCUMENT_PARTS: readonly DocumentPart[] = ['versions', 'comments', 'attachments', 'labels', 'states', 'tasks'];

export interface DocumentPullSettings {
	/** CloudEvents `source` of every event, see {@link documentSource}. */
	readonly source: string;
	/** Keys of spaces; empty: everything the account sees. */
	readonly spaces: readonly string[];
	/** Only pages that carry one of these labels; empty: all pages. */
	readonly labels: readonly string[];
	readonly parts: readonly DocumentPart[];
	/**
	 * Labels that become evidence, wherever they are put on a page of the scope, e.g. `in-review`. Empty: every label, but then only of pages
	 * that are read for another reason, because labelling does not change a page.
	 */
	readonly reviewLabels: readonly string[];
	/** RFC 3339 or a date (UTC): older facts are left out. Null: everything. */
	readonly since: string | null;
	/** Size and kind of every old version of an attachment too: one call more for each. */
	readonly attachmentDetails: boolean;
	/** Rows per call; each list has a limit of its own. */
	readonly pageSize?: number;
}

/** A hint from a push, or a choice: read only these pages now. The cursor stays. */
export interface DocumentScope {
	/** Ids of pages. */
	readonly pages: readonly string[];
	/** Ids of comments or attachments whose page is to be read. */
	readonly contents?: readonly string[];
}

/** A pull of document facts. A cursor of another server or of other settings is ignored, so that everything is read again (the same facts, the same ids). */
export type DocumentPull = Pull<DocumentEvent, DocumentScope>;

/**
 * CloudEvents `source` of a wiki: its base address, the same for push and pull. Anything that could carry a secret is left out.
 *
 * @param baseUrl as the adapters expect it: Cloud `https://site.atlassian.net`, Data Center with its context path
 */
export function documentSource(system: DocumentSystem, baseUrl: string): string {
	const url = new URL(baseUrl);
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}${system === 'confluenceCloud' ? '/wiki' : ''}`;
}

/** What a cursor belongs to. */
export function identityOf(system: DocumentSystem, settings: DocumentPullSettings): JsonObject {
	const { source, spaces, labels, parts, reviewLabels, since } = settings;
	const sorted = (list: readonly string[]): string => [...list].sort().join(',');
	return { system, source, scope: [sorted(spaces), sorted(labels), sorted(parts), sorted(reviewLabels), since ?? ''].join(' | ') };
}
