const encoder = new TextEncoder();

/** Length in bytes of UTF-8: a Chinese character is 3, an emoji 4. */
export function utf8Length(text: string): number {
	return encoder.encode(text).length;
}

export interface FittedText {
	readonly text: string;
	readonly shortened: boolean;
}

/**
 * Shortens a Markdown text until `fits` accepts it: whole lines go first; only a first line that is too long by itself is cut,
 * between characters and never inside a link, an entity or a backslash escape.
 *
 * @param notice what stands at the end of a shortened text, e.g. a link to the rest
 * @param fits must accept every text shorter than one it accepts
 */
export function fitText(text: string, notice: string, fits: (candidate: string) => boolean): FittedText {
	if (fits(text)) return { text, shortened: false };
	const ending = notice === '' ? '' : `\n\n${notice}`;
	let low = 0;
	let high = text.length;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(text.slice(0, middle) + ending)) low = middle;
		else high = middle - 1;
	}
	// A line break right after the cut means that whole lines were kept.
	const lastLine = text[low] === '\n' ? low : text.lastIndexOf('\n', low - 1);
	const kept = lastLine > 0 && text.slice(0, lastLine).trim() !== '' ? text.slice(0, lastLine) : wholeCharacters(text.slice(0, low));
	const result = kept.trimEnd() + ending;
	if (fits(result)) return { text: result, shortened: true };
	return { text: fits(ending.trim()) ? ending.trim() : '', shortened: true };
}

/** Takes off what the cut left half: a surrogate, an escape, an entity, a link. */
function wholeCharacters(text: string): string {
	let end = text.length;
	const last = text.charCodeAt(end - 1);
	if (last >= 0xd800 && last <= 0xdbff) end--;
	let backslashes = 0;
	while (text[end - 1 - backslashes] === '\\') backslashes++;
	if (backslashes % 2 === 1) end--;
	const entity = text.lastIndexOf('&', end - 1);
	if (entity >= 0 && end - entity < 8 && /^&#?\w*$/.test(text.slice(entity, end))) end = entity;
	const link = text.lastIndexOf('[', end - 1);
	if (link > 0 && text[link - 1] !== '\\' && !/^\[[^\]]*\](?:\([^)]*\)|[^(])/.test(text.slice(link, end))) end = link;
	return text.slice(0, end);
}
