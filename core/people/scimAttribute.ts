import { isRecord } from './reading.js';

/** Schema of the enterprise extension. Source: RFC 7643, section 4.3. */
export const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CORE_SCHEMA = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/;

/**
 * Value of an attribute in the notation of RFC 7644, section 3.10: `userName`, `name.familyName`, `emails.value`,
 * `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value`, or a custom extension's `urn:…:mentor.value`.
 * Names are compared without regard to case (RFC 7643, section 2.1). Of a list, the values of all entries are given as a list.
 *
 * @returns undefined where the resource has no such attribute
 */
export function scimAttribute(resource: unknown, path: string): unknown {
	if (!isRecord(resource)) return undefined;
	const wanted = path.trim();
	const lower = wanted.toLowerCase();
	if (lower.startsWith('urn:')) {
		const core = CORE_SCHEMA.exec(lower);
		if (core) return below(resource, wanted.slice(core[0].length).split('.'));
		// Extension names hold dots and colons, so the resource's own keys say where the name ends.
		for (const [key, value] of Object.entries(resource)) {
			const name = key.toLowerCase();
			if (name === lower) return value;
			if (name.startsWith('urn:') && (lower.startsWith(`${name}:`) || lower.startsWith(`${name}.`))) {
				const found = below(value, wanted.slice(key.length + 1).split('.'));
				if (found !== undefined) return found;
			}
		}
		return undefined;
	}
	return below(resource, wanted.split('.'));
}

function below(value: unknown, names: readonly string[]): unknown {
	const [name, ...rest] = names;
	if (name === undefined || name === '') return value;
	if (Array.isArray(value)) {
		const found = (value as readonly unknown[]).map((entry) => below(entry, names)).filter((entry) => entry !== undefined);
		return found.length === 0 ? undefined : found;
	}
	return isRecord(value) ? below(member(value, name), rest) : undefined;
}

/** A member of an object by its name in any case; the exact name first. */
export function member(object: Readonly<Record<string, unknown>>, name: string): unknown {
	if (Object.hasOwn(object, name)) return object[name];
	const lower = name.toLowerCase();
	for (const [key, value] of Object.entries(object)) if (key.toLowerCase() === lower) return value;
	return undefined;
}
