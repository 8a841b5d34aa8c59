import canonicalize from 'canonicalize';
import { createHash } from 'crypto';

/** JSON in the one form of RFC 8785 (JCS): equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
	const text = canonicalize(value);
	if (text === undefined) throw new TypeError('This value has no JSON form.');
	return text;
}

/** SHA-256 in hexadecimal digits. */
export function sha256(text: string | Uint8Array): string {
	return createHash('sha256').update(text).digest('hex');
}

/**
 * Key of a judgement or a task: the same for the same facts, however often they are evaluated.
 *
 * @param kind what it is, e.g. `milestone`; stays readable at the front of the key
 * @param parts what makes it this one: rule id, version, subject, period or n
 */
export function deterministicKey(kind: string, parts: Readonly<Record<string, unknown>>): string {
	return `${kind}-${sha256(canonicalJson({ kind, ...parts })).slice(0, 32)}`;
}
