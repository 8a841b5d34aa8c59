import type { BilingualText } from '../judgement/judgement.js';
import type { Person } from './person.js';

/** Something about a record that a person has to look at. */
export interface DirectoryProblem {
	/** `refused`: the record was not used at all. `warning`: it was used, except for this value. */
	readonly kind: 'refused' | 'warning';
	/** Which record: `row 3`, `user 2819c223`, `group Tour Guides`. */
	readonly record: string;
	/** Position of the record among those given, from 0; null where the problem concerns several. */
	readonly index: number | null;
	readonly field: string | null;
	readonly value: string | null;
	readonly message: BilingualText;
}

/** People read from a source, in order of id, and what could not be used. */
export interface PeopleReading {
	readonly people: readonly Person[];
	readonly problems: readonly DirectoryProblem[];
	/** Person id → positions of the records, from 0, that it was read from. */
	readonly origins: ReadonlyMap<string, readonly number[]>;
}

/** A text value of a directory: numbers become text, a list gives its first text; null for nothing. */
export function textOf(value: unknown): string | null {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (Array.isArray(value)) {
		for (const entry of value as readonly unknown[]) {
			const text = textOf(entry);
			if (text !== null) return text;
		}
		return null;
	}
	if (typeof value !== 'string') return null;
	const text = value.trim();
	return text === '' ? null : text;
}

const YES = new Set(['true', 'yes', 'y', '1', 'active', 'employed', 'enabled', '是', '在职', '启用', '有效', '正常', '试用', '实习']);
const NO = new Set(['false', 'no', 'n', '0', 'inactive', 'terminated', 'disabled', 'left', 'resigned', '否', '离职', '已离职', '停用', '禁用', '无效', '停职', '退休']);

/** A boolean as directories write it (`true`, `"True"`, `1`, `Active`, `在职`); null for a word that is neither. */
export function booleanOf(value: unknown): boolean | null {
	if (typeof value === 'boolean') return value;
	const text = textOf(value)?.toLowerCase();
	if (text === undefined) return null;
	if (YES.has(text)) return true;
	return NO.has(text) ? false : null;
}

/** A value as a message shows it, cut to 80 characters; of what has no JSON (a loop, a depth that nobody wrote) its type. */
export function shownValue(value: unknown): string {
	if (typeof value === 'string') return value.slice(0, 80);
	try {
		return ((JSON.stringify(value) as string | undefined) ?? typeof value).slice(0, 80);
	} catch {
		return typeof value;
	}
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The form in which e-mails, logins, names and DNs are compared: case, width of characters and blanks around commas do not matter. */
export function comparable(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/ ?([,=]) ?/g, '$1');
}

/** Order of texts by code units: the same on every machine. */
export function byText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
