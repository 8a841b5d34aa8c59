import { asObject, asText } from '../../pull/run.js';
import type { DocumentScope } from '../pull.js';

/*
 * What a webhook of Confluence Data Center says. It is thin (ids and times), so it only hints at what to read; its test button sends a body
 * without an event. Source: vendor reference 3.2.
 */

export type ConfluenceHint =
	/** A test, or nothing that concerns a page. */
	| { readonly kind: 'none'; readonly event: string | null }
	/** These are to be read now. */
	| { readonly kind: 'read'; readonly event: string | null; readonly scope: DocumentScope };

/** Where page ids stand, by the kind of event. */
const PAGE_FIELDS = ['page', 'labeled', 'attachedTo', 'container', 'content', 'parent'];
/** Whatever stands on a page. */
const CONTENT_FIELDS = ['comment', 'attachment', 'attachments'];
const DEEPEST = 4;

export function readConfluenceHint(body: unknown): ConfluenceHint {
	const object = asObject(body);
	const event = asText(object?.['event']) ?? asText(object?.['eventType']) ?? asText(object?.['webhookEvent']);
	if (object === null) return { kind: 'none', event };
	const pages = new Set<string>();
	const contents = new Set<string>();
	collect(object, pages, contents, 0);
	if (pages.size === 0 && contents.size === 0) return { kind: 'none', event };
	// Where the page is named, whatever stands on it is read with it.
	return { kind: 'read', event, scope: { pages: [...pages], ...(pages.size > 0 ? {} : { contents: [...contents] }) } };
}

function collect(object: Readonly<Record<string, unknown>>, pages: Set<string>, contents: Set<string>, depth: number): void {
	if (depth > DEEPEST) return;
	for (const field of PAGE_FIELDS) for (const inner of objectsOf(object[field])) takePage(field, inner, pages, contents, depth);
	for (const field of CONTENT_FIELDS) {
		for (const inner of objectsOf(object[field])) {
			const id = asText(inner['id']);
			if (id !== null) contents.add(id);
			collect(inner, pages, contents, depth + 1);
		}
	}
}

function takePage(field: string, inner: Readonly<Record<string, unknown>>, pages: Set<string>, contents: Set<string>, depth: number): void {
	const id = asText(inner['id']);
	const type = asText(inner['contentType']) ?? asText(inner['type']);
	// The parent of a page is another page, which did not change.
	if (field === 'parent' && depth === 0) return;
	if (id !== null && (type === 'page' || (type === null && field !== 'parent' && field !== 'content'))) pages.add(id);
	else if (id !== null && (type === null || type === 'comment' || type === 'attachment')) contents.add(id);
	if (type !== 'page' && field !== 'page') collect(inner, pages, contents, depth + 1);
}

function objectsOf(value: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> {
	return (Array.isArray(value) ? value : [value]).map(asObject).filter((object) => object !== null);
}
