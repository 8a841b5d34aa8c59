import { asText } from '../../pull/run.js';

/**
 * Where a value comes from. A path is a JSON Pointer (`/visit/date`, RFC 6901) or dotted (`visit.date`, `items.0.id`);
 * it starts at the entry, or at the whole body with `$.` or `$/`.
 */
export type ValueSource =
	| { readonly path: string; readonly values?: Readonly<Record<string, string | boolean | null>>; readonly otherwise?: string | boolean | null }
	| { readonly constant: string | number | boolean | null }
	| { readonly firstOf: readonly ValueSource[] };

/** Reads a value by path; undefined where there is none. Only own properties count, so no path reaches a prototype. */
export function valueAt(path: string, entry: unknown, body: unknown): unknown {
	const whole = path === '$' || path.startsWith('$.') || path.startsWith('$/');
	const local = whole ? path.slice(path.startsWith('$.') ? 2 : 1) : path;
	let value = whole ? body : entry;
	for (const segment of segmentsOf(local)) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
		value = (value as Readonly<Record<string, unknown>>)[segment];
	}
	return value;
}

function segmentsOf(path: string): readonly string[] {
	if (path === '') return [];
	if (path.startsWith('/')) return path.slice(1).split('/').map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
	return path.split('.');
}

export type MappedValue = { readonly found: true; readonly value: unknown; readonly from: string } | { readonly found: false; readonly from: string } | { readonly unknownValue: string; readonly from: string; readonly known: readonly string[] };

/** Value of a source, after its value table; a word the table does not know and that has no `otherwise` is said, not passed on. */
export function mappedValue(source: ValueSource, entry: unknown, body: unknown): MappedValue {
	if ('constant' in source) return { found: true, value: source.constant, from: 'constant' };
	if ('firstOf' in source) {
		for (const one of source.firstOf) {
			const value = mappedValue(one, entry, body);
			if (!('found' in value) || value.found) return value;
		}
		return { found: false, from: source.firstOf.map((one) => ('path' in one ? one.path : 'constant')).join(' or ') };
	}
	const raw = valueAt(source.path, entry, body);
	if (raw === undefined || raw === null || raw === '') return source.otherwise === undefined ? { found: false, from: source.path } : { found: true, value: source.otherwise, from: source.path };
	if (source.values === undefined) return { found: true, value: raw, from: source.path };
	const word = asText(raw) ?? JSON.stringify(raw);
	if (Object.hasOwn(source.values, word)) return { found: true, value: source.values[word], from: source.path };
	if (source.otherwise !== undefined) return { found: true, value: source.otherwise, from: source.path };
	return { unknownValue: word, from: source.path, known: Object.keys(source.values) };
}
