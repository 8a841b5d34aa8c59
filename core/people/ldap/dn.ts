/*
 * Distinguished names. Two of them name the same entry whatever the case, the blanks and the way of escaping, so they are brought into
 * one form before they are compared. Source: RFC 4514, sections 2 and 3; vendor reference 4.6.
 */

interface Part {
	readonly type: string;
	readonly value: string;
}

/** The form in which DNs are compared; null for a text that is no DN. */
export function normalDn(text: string): string | null {
	const names = parseDn(text);
	if (names === null) return null;
	return names.map((parts) => parts.map(({ type, value }) => `${type}=${escaped(comparableValue(value))}`).sort().join('+')).join(',');
}

/** Value of the first (lowest) part of a DN: the name of the entry among its brothers. Null for a text that is no DN. */
export function firstValueOfDn(text: string): string | null {
	return parseDn(text)?.[0]?.[0]?.value ?? null;
}

/** Relative names from the entry up; each is one part, or several joined with `+`. Null where the text is no DN. Linear in its length. */
function parseDn(text: string): ReadonlyArray<readonly Part[]> | null {
	const trimmed = text.trim();
	if (trimmed === '') return null;
	const names: Part[][] = [];
	let parts: Part[] = [];
	let at = 0;
	for (;;) {
		const equals = trimmed.indexOf('=', at);
		if (equals < 0) return null;
		const type = trimmed.slice(at, equals).trim().toLowerCase().replace(/^oid\./, '');
		if (!/^(?:[a-z][a-z0-9-]*|\d+(?:\.\d+)*)$/.test(type)) return null;
		const { value, end } = valueFrom(trimmed, equals + 1);
		if (value === null) return null;
		parts.push({ type, value });
		const separator = trimmed[end];
		if (separator !== '+') {
			names.push(parts);
			parts = [];
		}
		if (separator === undefined) return names;
		at = end + 1;
	}
}

const SEPARATORS = new Set([',', ';', '+']);

/** A value from here to the next separator that is not escaped. */
function valueFrom(text: string, start: number): { readonly value: string | null; readonly end: number } {
	let at = start;
	while (text[at] === ' ') at++;
	const quoted = text[at] === '"';
	if (quoted) at++;
	let encoded = '';
	// Up to here a blank belongs to the value, because it was escaped or something followed it.
	let kept = 0;
	for (; at < text.length; at++) {
		const character = text[at] ?? '';
		if (quoted ? character === '"' : SEPARATORS.has(character)) break;
		if (character === '\\') {
			const pair = text.slice(at + 1, at + 3);
			if (/^[0-9a-f]{2}$/i.test(pair)) {
				encoded += `%${pair}`;
				at += 2;
			} else {
				if (pair === '') return { value: null, end: at };
				const next = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
				encoded += uriPart(next);
				at += next.length;
			}
			kept = encoded.length;
			continue;
		}
		const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
		encoded += uriPart(whole);
		at += whole.length - 1;
		if (character !== ' ') kept = encoded.length;
	}
	if (quoted) {
		if (text[at] !== '"') return { value: null, end: at };
		at++;
		while (text[at] === ' ') at++;
		if (at < text.length && !SEPARATORS.has(text[at] ?? '')) return { value: null, end: at };
		kept = encoded.length;
	}
	return { value: decoded(encoded.slice(0, kept)), end: at };
}

/** A half of a pair of surrogates alone is no character; it stands for itself as the replacement character. */
function uriPart(character: string): string {
	return encodeURIComponent(/[\uD800-\uDFFF]/.test(character) && character.length === 1 ? '\uFFFD' : character);
}

function decoded(encoded: string): string | null {
	try {
		return decodeURIComponent(encoded);
	} catch {
		return null;
	}
}

function comparableValue(value: string): string {
	return value.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

function escaped(value: string): string {
	return value.replace(/[,;+=\\"]/g, '\\$&');
}
