import { escapeHtml } from '../explanation/escape.js';

/** Markup of our own; everything else that gets into a page is text. */
export class Html {
	constructor(readonly text: string) {}
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

export const NOTHING = new Html('');

/** Markup with values in it: a text is escaped, markup and lists of it stay, nothing at all leaves no trace. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
	let text = strings[0] ?? '';
	values.forEach((value, index) => {
		text += written(value) + (strings[index + 1] ?? '');
	});
	return new Html(text);
}

function written(value: Content): string {
	if (value instanceof Html) return value.text;
	if (typeof value === 'string') return escapeHtml(value);
	if (typeof value === 'number') return String(value);
	if (value === null || value === undefined || value === false) return '';
	return value.map(written).join('');
}
