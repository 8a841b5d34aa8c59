import { asList, asObject, asText } from '../../pull/run.js';

type Row = Readonly<Record<string, unknown>>;

export interface CastorPage {
	readonly rows: readonly Row[];
	/** Number of pages, 1 where the answer is not paged. */
	readonly pageCount: number;
	readonly totalItems: number | null;
}

/** One page of a list. The rows stand in `_embedded` under a name that differs by endpoint, or in `items`. */
export function readCastorPage(value: unknown): CastorPage | null {
	if (Array.isArray(value)) return { rows: rowsOf(value), pageCount: 1, totalItems: null };
	const answer = asObject(value);
	if (answer === null) return null;
	const embedded = asObject(answer['_embedded']);
	const list = embedded === null ? answer['items'] : (Object.values(embedded).find(Array.isArray) ?? embedded['items']);
	if (list === undefined && embedded === null && !Array.isArray(answer['_embedded'])) return null;
	const pageCount = Number(answer['page_count']);
	const total = Number(answer['total_items'] ?? Number.NaN);
	return {
		rows: rowsOf(asList(list)),
		pageCount: Number.isInteger(pageCount) && pageCount > 0 ? pageCount : 1,
		totalItems: Number.isInteger(total) ? total : null,
	};
}

function rowsOf(list: readonly unknown[]): readonly Row[] {
	return list.map(asObject).filter((row): row is Row => row !== null);
}

/** First of several names under which versions of the interface give the same thing. */
export function firstText(row: Row | null, ...names: readonly string[]): string | null {
	for (const name of names) {
		const text = asText(row?.[name]);
		if (text !== null) return text;
	}
	return null;
}

/** Castor gives booleans also as 0/1 and as text. */
export function isTrue(value: unknown): boolean {
	return value === true || value === 1 || value === '1' || value === 'true';
}
