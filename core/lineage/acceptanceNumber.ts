import { RE2JS } from 're2js';
import type { BilingualText } from '../judgement/judgement.js';
import { isRecord } from '../people/reading.js';
import { NUMBER_FORMATS, type NumberFormat, type NumberPart } from './acceptanceFormats.js';

/** One part of a number with what it means. */
export interface ExplainedPart {
	readonly id: string;
	readonly name: BilingualText;
	readonly value: string;
	/** Null where the format does not say what it means. */
	readonly meaning: BilingualText | null;
}

export interface AcceptanceNumber {
	/** Normalised. */
	readonly number: string;
	/** Id of the format. */
	readonly format: string;
	readonly name: BilingualText;
	readonly parts: readonly ExplainedPart[];
	/** One sentence that says what the parts mean. */
	readonly explanation: BilingualText;
	/** What is unusual but no reason to refuse the number. */
	readonly warnings: readonly BilingualText[];
}

export type AcceptanceNumberReading = { readonly ok: true; readonly number: AcceptanceNumber } | { readonly ok: false; readonly reason: BilingualText; readonly remedy: BilingualText };

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

/** One form of a number: half-width, upper case, without blanks. Source: domain reference 4. */
export function normaliseAcceptanceNumber(text: string): string {
	return text.normalize('NFKC').replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '').toUpperCase();
}

/** Recognises numbers of a set of formats. */
export interface NumberRecogniser {
	/** @param latestYear the year of the question; a later one in the number is a warning */
	read(text: string, latestYear: number): AcceptanceNumberReading;
}

/**
 * @param formats tried in order; those of the pack by default
 * @throws Error naming the row whose pattern cannot be read, with a `remedy`
 */
export function createNumberRecogniser(formats: readonly NumberFormat[] = NUMBER_FORMATS): NumberRecogniser {
	const compiled = formats.map((format) => ({ format, pattern: compile(format) }));
	return {
		read(text, latestYear) {
			const number = normaliseAcceptanceNumber(text);
			if (number === '') return { ok: false, reason: t('No acceptance number is given.', '未填写受理号。'), remedy: t('Enter it as it stands on the acceptance notice, e.g. CXHS2600001.', '请按受理通知书填写，例如 CXHS2600001。') };
			// Longer than any number of any authority.
			if (number.length > 64) return { ok: false, reason: t(`“${number.slice(0, 20)}…” is too long for an acceptance number.`, `“${number.slice(0, 20)}…”过长，不是受理号。`), remedy: t('Enter the number alone.', '请只填写受理号。') };
			for (const { format, pattern } of compiled) {
				const matcher = pattern.matcher(number);
				if (!matcher.matches()) continue;
				if (format.kind === 'refused') {
					return {
						ok: false,
						reason: t(`${number} is ${format.name.en}, not an acceptance number.`, `${number} 是${format.name['zh-CN']}，不是受理号。`),
						remedy: t('Enter the number of the acceptance notice.', '请填写受理通知书上的受理号。'),
					};
				}
				return { ok: true, number: explained(number, format, format.parts.map((_, index) => (index + 1 <= matcher.groupCount() ? (matcher.group(index + 1) ?? '') : '')), latestYear) };
			}
			return {
				ok: false,
				reason: t(`${number} has none of the known formats (${formats.filter(({ kind }) => kind === 'acceptance').map(({ id }) => id).join(', ')}).`, `${number} 不符合任何已知格式（${formats.filter(({ kind }) => kind === 'acceptance').map(({ name }) => name['zh-CN']).join('、')}）。`),
				remedy: t('Check the number, or add a row for its format.', '请核对受理号，或为其格式添加一行。'),
			};
		},
	};
}

function compile({ id, pattern }: NumberFormat): RE2JS {
	try {
		return RE2JS.compile(pattern);
	} catch (error) {
		throw Object.assign(new Error(`Format "${id}": pattern ${JSON.stringify(pattern)} cannot be read: ${error instanceof Error ? error.message : String(error)}`), {
			remedy: 'Write a pattern without look-around and back-references, e.g. "粤械受(\\\\d{4})(\\\\d{5})".',
		});
	}
}

function explained(number: string, format: NumberFormat, values: readonly string[], latestYear: number): AcceptanceNumber {
	const warnings: BilingualText[] = [];
	const parts: ExplainedPart[] = [];
	for (const [index, part] of format.parts.entries()) {
		const value = values[index] ?? '';
		if (value === '' && part.optional === true) continue;
		parts.push({ id: part.id, name: part.name, value, meaning: meaningOf(part, value, number, latestYear, warnings) });
	}
	const valueOf = (id: string): string => parts.find((part) => part.id === id)?.value ?? '';
	if (format.known !== undefined) {
		const pair = `${valueOf(format.known.parts[0])} ${valueOf(format.known.parts[1])}`;
		if (!format.known.pairs.includes(pair)) warnings.push(t(`${number}: the letters ${pair} do not usually occur together.`, `${number}：字母 ${pair} 通常不同时出现。`));
	}
	if (format.note !== undefined) warnings.push(format.note);
	const shown = parts.map(({ name, value, meaning }) => ({ en: `${name.en} ${meaning?.en ?? value}`, 'zh-CN': `${name['zh-CN']} ${meaning?.['zh-CN'] ?? value}` }));
	return {
		number,
		format: format.id,
		name: format.name,
		parts,
		explanation: shown.length === 0 ? t(`${number}: ${format.name.en}.`, `${number}：${format.name['zh-CN']}。`) : t(`${number}: ${format.name.en}; ${shown.map(({ en }) => en).join(', ')}.`, `${number}：${format.name['zh-CN']}；${shown.map((text) => text['zh-CN']).join('，')}。`),
		warnings,
	};
}

function meaningOf({ values, kind, name }: NumberPart, value: string, number: string, latestYear: number, warnings: BilingualText[]): BilingualText | null {
	if (kind !== undefined) {
		const year = kind === 'year2' ? 2000 + Number(value) : Number(value);
		if (year > latestYear) warnings.push(t(`${number}: the year ${year} lies in the future.`, `${number}：年份 ${year} 晚于当前年份。`));
		return t(String(year), String(year));
	}
	if (values === undefined) return null;
	const meaning = Object.hasOwn(values, value) ? values[value] : undefined;
	if (meaning === undefined) warnings.push(t(`${number}: ${name.en} “${value}” is not known.`, `${number}：${name['zh-CN']}“${value}”未知。`));
	return meaning ?? null;
}

/** Rows that could be used, and why others could not. */
export interface FormatsReading {
	readonly formats: readonly NumberFormat[];
	readonly problems: readonly string[];
}

/**
 * The formats of the pack with the rows of an administrator: a row of the same id replaces one, `active: false` takes it out, others are tried
 * first. A row holds `id`, `kind` (acceptance, refused), `nameEn`, `nameZh`, `pattern` and `parts` (a list, or JSON of it).
 */
export function formatsWithRows(rows: readonly unknown[]): FormatsReading {
	const problems: string[] = [];
	const own = new Map<string, NumberFormat | null>();
	for (const [index, row] of rows.entries()) {
		const read = formatOf(row);
		if (typeof read === 'string') problems.push(`Row ${index + 1}: ${read}`);
		else own.set(read.id, read.format);
	}
	const replaced = NUMBER_FORMATS.flatMap((format) => (own.has(format.id) ? (own.get(format.id) ?? []) : format));
	const added = [...own].flatMap(([id, format]) => (format === null || NUMBER_FORMATS.some((known) => known.id === id) ? [] : format));
	return { formats: [...added, ...replaced], problems };
}

function formatOf(row: unknown): { readonly id: string; readonly format: NumberFormat | null } | string {
	if (!isRecord(row)) return 'is no object; give id, kind, nameEn, nameZh, pattern and parts.';
	const { id, kind = 'acceptance', pattern, active } = row;
	if (typeof id !== 'string' || id.trim() === '') return 'field "id" is missing; give the format a short name.';
	if (active === false || active === 'false' || active === 0) return { id, format: null };
	if (kind !== 'acceptance' && kind !== 'refused') return `field "kind" is ${JSON.stringify(kind)}, expected acceptance or refused.`;
	if (typeof pattern !== 'string' || pattern === '') return 'field "pattern" is missing; write what the whole number looks like.';
	const nameEn = typeof row['nameEn'] === 'string' && row['nameEn'] !== '' ? row['nameEn'] : id;
	const nameZh = typeof row['nameZh'] === 'string' && row['nameZh'] !== '' ? row['nameZh'] : nameEn;
	const parts = partsOf(row['parts']);
	if (typeof parts === 'string') return parts;
	const format: NumberFormat = { id, kind, name: { en: nameEn, 'zh-CN': nameZh }, pattern, parts };
	try {
		compile(format);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	return { id, format };
}

function partsOf(value: unknown): readonly NumberPart[] | string {
	if (value === undefined || value === null || value === '') return [];
	let list: unknown = value;
	if (typeof value === 'string') {
		try {
			list = JSON.parse(value);
		} catch {
			return 'field "parts" is no JSON; write a list such as [{"id":"year","nameEn":"year","nameZh":"年份","kind":"year4"}].';
		}
	}
	if (!Array.isArray(list)) return 'field "parts" is no list.';
	const parts: NumberPart[] = [];
	for (const entry of list as readonly unknown[]) {
		if (!isRecord(entry) || typeof entry['id'] !== 'string') return 'every part needs an "id".';
		const { id, kind } = entry;
		const nameEn = typeof entry['nameEn'] === 'string' ? entry['nameEn'] : id;
		const nameZh = typeof entry['nameZh'] === 'string' ? entry['nameZh'] : nameEn;
		const values = isRecord(entry['values']) ? Object.fromEntries(Object.entries(entry['values']).map(([letter, meaning]) => [letter, bilingual(meaning)])) : undefined;
		parts.push({ id, name: { en: nameEn, 'zh-CN': nameZh }, ...(values === undefined ? {} : { values }), ...(kind === 'year2' || kind === 'year4' ? { kind } : {}), ...(entry['optional'] === true ? { optional: true } : {}) });
	}
	return parts;
}

function bilingual(meaning: unknown): BilingualText {
	if (isRecord(meaning)) {
		const en = typeof meaning['en'] === 'string' ? meaning['en'] : '';
		return { en, 'zh-CN': typeof meaning['zh-CN'] === 'string' ? meaning['zh-CN'] : en };
	}
	const text = typeof meaning === 'string' || typeof meaning === 'number' ? String(meaning) : '';
	return { en: text, 'zh-CN': text };
}
