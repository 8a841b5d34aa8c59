import { parseMoment } from '../time/moment.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { formatInstant, UTC } from '../time/zone.js';
import type { DocumentEvent } from './evidence.js';

export type DocumentEventOf<Type extends DocumentEvent['type']> = Extract<DocumentEvent, { readonly type: Type }>;

/**
 * Builds one fact about a page.
 *
 * @param id made of the source's own ids, so that push and pull give the same: `page-12-v3`, `comment-55-v1`
 * @param time when it happened in the source, RFC 3339, null where the source names no time
 */
export function documentFact<Type extends DocumentEvent['type']>(source: string, type: Type, id: string, time: string | null, data: DocumentEventOf<Type>['data']): DocumentEventOf<Type> {
	const event = { specversion: '1.0', id, source, type, subject: data.page, ...(time === null ? {} : { time }), data };
	return event as unknown as DocumentEventOf<Type>;
}

/** A time as the source wrote it where that is RFC 3339, else in that form; null where there is none. */
export function readTime(text: unknown): string | null {
	if (typeof text === 'number' && Number.isFinite(text)) return formatInstant(text);
	if (typeof text !== 'string') return null;
	const trimmed = text.trim();
	if (!Number.isNaN(parseRfc3339(trimmed))) return trimmed;
	const moment = parseMoment(trimmed, UTC);
	return moment === null || moment.earliest !== moment.latest ? null : formatInstant(moment.earliest);
}

/** Epoch milliseconds of a time or the start of a day (UTC), null where it is neither. */
export function instantOf(text: string | null): number | null {
	if (text === null) return null;
	const instant = parseRfc3339(text);
	return Number.isNaN(instant) ? (parseMoment(text, UTC)?.earliest ?? null) : instant;
}
