import { headerOf } from '../pull/answer.js';
import type { AnswerHead } from '../pull/pull.js';

/** A page as it was asked for and came. */
export interface ReadPage {
	readonly head: AnswerHead;
	readonly query: Readonly<Record<string, string>>;
	/** Rows on it. */
	readonly rows: number;
	/** Rows asked for. */
	readonly size: number;
	/** Rows of the list up to and with this page. */
	readonly seen: number;
}

/**
 * Query of the page that follows, null at the end. Hosts say it by `Link`, by `X-Next-Page` (empty at the end) or by a total; where one says nothing,
 * a full page is taken to have a next one. Of a link only the query is taken: its host and path are never followed. A number that does not grow ends
 * the list, so that a server which always names the same page cannot hold us. Source: vendor reference 2.1 and 8, traps 13 and 17; RFC 8288.
 */
export function nextPageQuery({ head, query, rows, size, seen }: ReadPage): Readonly<Record<string, string>> | null {
	const page = Number(query['page'] ?? '1');
	const numbered = (next: number): Readonly<Record<string, string>> | null => (Number.isInteger(next) && next > page ? { ...query, page: String(next) } : null);
	const named = headerOf(head, 'x-next-page');
	const link = headerOf(head, 'link');
	if (rows === 0) return null;
	if (named !== null && named.trim() !== '') return numbered(Number(named));
	if (link !== null) {
		const target = nextTarget(link);
		if (target === null) return null;
		const next = { ...query, ...queryOf(target) };
		if ('page' in next && next['page'] !== query['page']) return numbered(Number(next['page']));
		// Lists with a place instead of a number (`after`).
		return JSON.stringify(next) === JSON.stringify(query) ? null : next;
	}
	if (named !== null) return null;
	const pages = headerOf(head, 'total_page') ?? headerOf(head, 'x-total-pages');
	if (pages !== null) return page < Number(pages) ? numbered(page + 1) : null;
	const total = totalOf(head);
	if (total !== null) return seen < total ? numbered(page + 1) : null;
	return rows >= size ? numbered(page + 1) : null;
}

/** Rows of the whole list, as the host counts them. */
export function totalOf(head: AnswerHead): number | null {
	const total = headerOf(head, 'x-total-count') ?? headerOf(head, 'x-total') ?? headerOf(head, 'total_count');
	return total !== null && /^\d{1,12}$/.test(total.trim()) ? Number(total) : null;
}

function nextTarget(link: string): string | null {
	for (const part of link.slice(0, 8000).split(/,(?=\s*<)/)) {
		const match = /^\s*<([^>]*)>(.*)$/.exec(part);
		if (match?.[1] !== undefined && /;\s*rel="?(?:[^"]*\s)?next\b/i.test(match[2] ?? '')) return match[1];
	}
	return null;
}

/** Parameters of a link, without secrets that a server may repeat in it. */
function queryOf(target: string): Record<string, string> {
	const at = target.indexOf('?');
	return at < 0 ? {} : Object.fromEntries([...new URLSearchParams(target.slice(at + 1))].filter(([name]) => !/token|secret|password/i.test(name)));
}
