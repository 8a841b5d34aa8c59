/** How values from data are written into a text; the words of the template itself are never touched. */
export type TemplateEscape = 'markdown' | 'html' | 'none';

/** Control characters, zero-width characters and marks of writing direction: they hide or reorder text and belong in no name or comment. */
const INVISIBLE = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
const WHITE_SPACE = /\s+/g;

/** One line of visible text: white space of any kind becomes one blank, invisible characters go. */
export function oneLine(text: string): string {
	return text.replace(WHITE_SPACE, ' ').replace(INVISIBLE, '').trim();
}

/**
 * Writes data into Markdown so that it stays words: no emphasis, link, code, heading, list, quote, table cell, HTML tag or mention (`@`, `<at …>`).
 * Uses the backslash escapes of CommonMark 0.31, section 2.4; chat channels that know none translate them, see `core/delivery/dialect`.
 * Underscores within a word mean nothing in CommonMark (section 6.2) and stay, so that identifiers can be copied.
 */
export function escapeMarkdown(text: string): string {
	return oneLine(text)
		.replace(/[\\`*~[\]<>#|@&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
		.replace(/^[-+=](?=[\s\-+=]|$)/, '\\$&')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Writes data into HTML text or a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(INVISIBLE, (character) => (character === '\n' || character === '\t' ? character : '')).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '');
}

export function escapeFor(escape: TemplateEscape, text: string): string {
	switch (escape) {
		case 'markdown':
			return escapeMarkdown(text);
		case 'html':
			return escapeHtml(text);
		case 'none':
			return oneLine(text);
	}
}

/**
 * An address that may be opened from a message: `http`, `https` or `mailto`, with everything percent-encoded that could end a Markdown link or an attribute.
 *
 * @returns null for any other scheme (`javascript:`, `data:`, …) and for text that is no absolute address
 */
export function safeAddress(text: string): string | null {
	const trimmed = text.trim();
	if (!/^(?:https?:\/\/[^\s/]|mailto:[^\s])/i.test(trimmed)) return null;
	return trimmed.replace(INVISIBLE, '').replace(/[\s"'()<>[\]\\`*|{}^]/g, percentEncoded);
}

/** A link in the form of the text it stands in; only its label where the address may not be opened. */
export function linkFor(escape: TemplateEscape, label: string, address: string): string {
	const safe = safeAddress(address);
	const words = escapeFor(escape, label);
	if (safe === null) return words;
	switch (escape) {
		case 'markdown':
			return `[${words === '' ? escapeMarkdown(safe) : words}](${safe})`;
		case 'html':
			return `<a href="${escapeHtml(safe)}">${words === '' ? escapeHtml(safe) : words}</a>`;
		case 'none':
			return words === '' ? safe : `${words} (${safe})`;
	}
}

function percentEncoded(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
