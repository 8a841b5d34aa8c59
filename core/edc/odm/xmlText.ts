/*
 * Character-level rules of XML 1.0 (fifth edition) and the only references it needs: the five predefined entities and
 * character references. No other entity exists here, so none can be expanded.
 */

/** Trouble at an offset of the scanned text. */
export class XmlTrouble extends Error {
	constructor(
		message: string,
		readonly offset: number,
		readonly found: string | null,
		readonly expected: string,
	) {
		super(message);
		this.name = 'XmlTrouble';
	}
}

const NAME_START = 1;
const NAME_PART = 2;
const ASCII = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') ASCII[letter.charCodeAt(0)] = NAME_START | NAME_PART;
for (const letter of '0123456789-.') ASCII[letter.charCodeAt(0)] = NAME_PART;

/** Production 4 of XML 1.0, by UTF-16 unit: the surrogate halves of the supplementary planes count as name characters. */
export function isNameStart(code: number): boolean {
	if (code < 128) return ((ASCII[code] ?? 0) & NAME_START) !== 0;
	return (
		(code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
		(code >= 0x370 && code <= 0x1fff && code !== 0x37e) ||
		code === 0x200c ||
		code === 0x200d ||
		(code >= 0x2070 && code <= 0x218f) ||
		(code >= 0x2c00 && code <= 0x2fef) ||
		(code >= 0x3001 && code <= 0xdfff) ||
		(code >= 0xf900 && code <= 0xfdcf) ||
		(code >= 0xfdf0 && code <= 0xfffd)
	);
}

/** Production 4a of XML 1.0. */
export function isNamePart(code: number): boolean {
	if (code < 128) return (ASCII[code] ?? 0) !== 0;
	return isNameStart(code) || code === 0xb7 || (code >= 0x300 && code <= 0x36f) || code === 0x203f || code === 0x2040;
}

export function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** What a stretch of character data needs before it can be handed on. */
export const PLAIN = 0;
export const HAS_REFERENCES = 1;
export const HAS_LINE_BREAKS = 2;

/** UTF-16 units of a text. At least one more stands behind them, which is none of the text. */
export type CodeUnits = Uint16Array<ArrayBuffer>;

/**
 * Looks through character data once: refuses what XML does not allow, says what must be replaced.
 *
 * @param codes the units of `buffer`
 * @param where `raw`: a comment, CDATA section or instruction, where no character has a meaning
 * @returns a set of {@link HAS_REFERENCES} and {@link HAS_LINE_BREAKS} (tab, line feed or carriage return)
 */
export function inspect(buffer: string, codes: CodeUnits, from: number, to: number, where: 'text' | 'attribute' | 'raw'): number {
	let needs = PLAIN;
	for (let index = from; index < to; index++) {
		const code = codes[index] as number;
		// Indentation is a large part of most documents.
		if (code === 0x20) continue;
		if (code > 0x3e && code < 0xd800) {
			if (code === 0x5d && where === 'text' && buffer.startsWith(']]>', index)) {
				throw new XmlTrouble(']]> outside of a CDATA section', index, ']]>', 'the > of it written as &gt;');
			}
		} else if (code < 0x20) {
			if (code !== 0x0a && code !== 0x0d && code !== 0x09) throw new XmlTrouble('Control character', index, codePointName(code), 'characters that XML 1.0 allows');
			needs |= HAS_LINE_BREAKS;
		} else if (code === 0x26) {
			needs |= HAS_REFERENCES;
		} else if (code === 0x3c && where === 'attribute') {
			throw new XmlTrouble('< inside an attribute value', index, '<', 'it written as &lt;, or the closing quotation mark before it');
		} else if (code >= 0xd800) {
			index = checkHighCharacter(codes[index + 1] as number, index, code);
		}
	}
	return needs;
}

/** @returns the index of the last unit of the character */
function checkHighCharacter(next: number, index: number, code: number): number {
	if (code > 0xfffd) throw new XmlTrouble('Non-character', index, codePointName(code), 'characters that XML 1.0 allows');
	if (code > 0xdfff) return index;
	if (code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) return index + 1;
	throw new XmlTrouble('Half of a surrogate pair', index, codePointName(code), 'whole characters');
}

const PREDEFINED = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
]);

/** The longest reference that can be legal is `&#x10FFFF;`, plus leading zeros that nobody writes. */
const LONGEST_REFERENCE = 24;

/** Replaces references and normalises line breaks (XML 1.0, sections 2.11, 3.3.3 and 4.6). */
export function decode(buffer: string, from: number, to: number, needs: number, inAttribute: boolean): string {
	let text = buffer.slice(from, to);
	if (needs & HAS_LINE_BREAKS) text = inAttribute ? text.replace(/\r\n|[\t\n\r]/g, ' ') : text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
	if (!(needs & HAS_REFERENCES)) return text;
	let result = '';
	let done = 0;
	for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', done)) {
		const end = text.indexOf(';', at);
		if (end === -1 || end - at > LONGEST_REFERENCE) {
			throw new XmlTrouble('& that starts no reference', from + at, text.slice(at, at + 12), '&amp; for the character &');
		}
		result += text.slice(done, at) + characterOf(text.slice(at + 1, end), from + at);
		done = end + 1;
	}
	return result + text.slice(done);
}

function characterOf(name: string, offset: number): string {
	const predefined = PREDEFINED.get(name);
	if (predefined !== undefined) return predefined;
	const match = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(name);
	if (!match) {
		throw new XmlTrouble('Entity', offset, `&${name};`, 'only &lt; &gt; &amp; &quot; &apos; and character references; entities are not read, for safety');
	}
	const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
	const legal = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff);
	if (!legal) throw new XmlTrouble('Character reference', offset, `&${name};`, 'a character that XML 1.0 allows');
	return String.fromCodePoint(code);
}

function codePointName(code: number): string {
	return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
