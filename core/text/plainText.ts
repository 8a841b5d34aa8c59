import { Parser } from 'htmlparser2';

/*
 * A body as plain text: what its author wrote, without markup, quoted replies and blocks of code.
 */

/** A link to a page or an attachment within a text. */
export interface TextLink {
	/** Positions in the plain text. */
	readonly start: number;
	readonly end: number;
	/** Title of the page or name of the file, as the link states it; null for an address only. */
	readonly title: string | null;
	/** Id of the page, where the address holds it. */
	readonly pageId: string | null;
	/** Address of a link that has one. */
	readonly address: string | null;
}

/** Positions of a heading or of the head of a table column in the plain text. */
export interface TextHeading {
	readonly start: number;
	readonly end: number;
}

export interface PlainText {
	/** Single blanks; a line break where a paragraph ends. */
	readonly text: string;
	readonly links: readonly TextLink[];
	readonly headings: readonly TextHeading[];
}

export type TextFormat = 'auto' | 'html' | 'plain';

const NO_LINKS: readonly TextLink[] = [];
const NO_HEADINGS: readonly TextHeading[] = [];
const TAG = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/i;
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'tr', 'table', 'tbody', 'section', 'article', 'dd', 'dt', 'dl', 'ac:layout', 'ac:layout-section', 'ac:layout-cell', 'ac:task', 'ac:task-body', 'ac:structured-macro', 'ac:rich-text-body']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'title', 'caption']);
/** Elements whose content is not what the author says. */
const DROPPED = new Set(['blockquote', 'pre', 'script', 'style', 'template', 'ac:plain-text-body', 'ac:parameter', 'ac:task-id', 'ac:task-uuid', 'ac:task-status', 'ac:placeholder', 'ri:user']);
const DROPPED_MACROS = new Set(['code', 'noformat', 'quote', 'blockquote']);
const QUOTED_REPLY = /(?:^|\s)(?:gmail_quote|yahoo_quoted|moz-cite-prefix|quoted-reply)(?:\s|$)/;

/** `…/pages/123/…` and `…viewpage.action?pageId=123`. */
const PAGE_ID = /(?:\/pages\/|[?&]pageId=)(\d{1,20})/;

/**
 * Reads the body. Linear in its length.
 *
 * @param mentions whether people mentioned in Confluence storage format are named, as `@account`
 */
export function plainText(body: string, format: TextFormat, mentions = false): PlainText {
	const html = format === 'html' || (format === 'auto' && body.includes('<') && TAG.test(body));
	if (html) return readHtml(body, mentions);
	return readMarkdown(body);
}

const UNUSUAL_BLANK = / {2}|[\t\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Blanks as one, line breaks kept. */
function blanks(text: string): string {
	return UNUSUAL_BLANK.test(text) ? text.replace(/[^\S\n]+/g, ' ') : text;
}

function readHtml(body: string, mentions: boolean): PlainText {
	let text = '';
	const links: TextLink[] = [];
	const headings: TextHeading[] = [];
	let heading: { readonly start: number; readonly name: string } | null = null;
	/** Open elements that hide their content; the tag name ends it. */
	let hidden = 0;
	const hiding: string[] = [];
	let open: { readonly start: number; readonly name: string; readonly address: string | null; title: string | null; pageId: string | null } | null = null;
	const add = (more: string): void => {
		if (more === '') return;
		const last = text.charCodeAt(text.length - 1);
		const start = more.charCodeAt(0) === 0x20 && (text === '' || last === 0x20 || last === 0x0a) ? 1 : 0;
		text += start === 0 ? more : more.slice(1);
	};
	const close = (): void => {
		if (open === null) return;
		if (text.length === open.start && open.title !== null) add(open.title);
		if (text.length > open.start) links.push({ start: open.start, end: text.length, title: open.title, pageId: open.pageId, address: open.address });
		open = null;
	};
	const breakLine = (): void => {
		if (hidden === 0 && text !== '' && text.charCodeAt(text.length - 1) !== 0x0a) text += '\n';
	};
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (mentions && name === 'ri:user') {
					if (hidden === 0) add(`@${attributes['ri:account-id'] ?? attributes['ri:username'] ?? attributes['ri:userkey'] ?? ''}`);
					return;
				}
				if (DROPPED.has(name) || (name === 'ac:structured-macro' && DROPPED_MACROS.has(attributes['ac:name'] ?? '')) || QUOTED_REPLY.test(attributes['class'] ?? '')) {
					hiding.push(name);
					hidden++;
				} else if (hidden > 0 && hiding[hiding.length - 1] === name) {
					hiding.push(name);
					hidden++;
				}
				if (BLOCKS.has(name)) breakLine();
				if (hidden > 0) return;
				if (heading === null && HEADINGS.has(name)) heading = { start: text.length, name };
				if (name === 'a' || name === 'ac:link') {
					close();
					const address = attributes['href'] ?? null;
					open = { start: text.length, name, title: null, pageId: address === null ? null : (PAGE_ID.exec(address)?.[1] ?? null), address };
				} else if (open !== null && name === 'ri:page') {
					open.title = attributes['ri:content-title'] ?? null;
				} else if (open !== null && name === 'ri:attachment') {
					open.title = attributes['ri:filename'] ?? null;
				} else if (open !== null && name === 'ri:content-entity') {
					open.pageId = attributes['ri:content-id'] ?? null;
				}
			},
			ontext(data) {
				if (hidden === 0) add(data.replace(/\s+/g, ' '));
			},
			onclosetag(name) {
				if (hidden > 0 && hiding[hiding.length - 1] === name) {
					hiding.pop();
					hidden--;
					breakLine();
					return;
				}
				if (open?.name === name) close();
				if (heading?.name === name) {
					if (text.length > heading.start) headings.push({ start: heading.start, end: text.length });
					heading = null;
				}
				if (BLOCKS.has(name)) breakLine();
			},
		},
		{ recognizeCDATA: true, recognizeSelfClosing: true },
	);
	parser.write(body);
	parser.end();
	close();
	return { text, links, headings };
}

/** `[text](address)`; bounded, so that it stays linear. */
const MARKDOWN_LINK = /\[([^[\]\n]{1,200})\]\(([^()\s]{1,500})\)/g;
const NEEDS_LINES = /^[ \t]*(?:>|```|~~~)/m;

/** Plain text and Markdown: blocks between fences and lines that begin with `>` go, inline code keeps its words. */
function readMarkdown(body: string): PlainText {
	let text = body;
	if ((body.includes('>') || body.includes('```') || body.includes('~~~')) && NEEDS_LINES.test(body)) {
		const kept: string[] = [];
		let fence: string | null = null;
		for (const line of body.split('\n')) {
			const start = line.trimStart();
			const mark = start.startsWith('```') ? '```' : start.startsWith('~~~') ? '~~~' : null;
			if (fence !== null) {
				if (mark === fence) fence = null;
			} else if (mark !== null) fence = mark;
			else if (!start.startsWith('>')) kept.push(line);
		}
		text = kept.join('\n');
	}
	text = blanks(text.includes('\r') ? text.replaceAll('\r', '') : text);
	if (text.includes('`')) text = text.replaceAll('`', '');
	if (!text.includes('](')) return { text, links: NO_LINKS, headings: headingsOf(text) };
	const links: TextLink[] = [];
	let plain = '';
	let from = 0;
	for (const found of text.matchAll(MARKDOWN_LINK)) {
		plain += text.slice(from, found.index);
		const start = plain.length;
		plain += found[1] ?? '';
		from = found.index + found[0].length;
		const pageId = PAGE_ID.exec(found[2] ?? '')?.[1] ?? null;
		links.push({ start, end: plain.length, title: null, pageId, address: found[2] ?? null });
	}
	plain += text.slice(from);
	return { text: plain, links, headings: headingsOf(plain) };
}

const MARKDOWN_HEADING = /^ {0,3}#{1,6} /gm;

/** Lines that begin with `#`. */
function headingsOf(text: string): readonly TextHeading[] {
	if (!text.includes('# ')) return NO_HEADINGS;
	return [...text.matchAll(MARKDOWN_HEADING)].map(({ index }) => {
		const end = text.indexOf('\n', index);
		return { start: index, end: end === -1 ? text.length : end };
	});
}
