import { hash } from 'crypto';
import type { Context, PageContent } from './context.js';
import { html, Html, NOTHING } from './html.js';
import { samePage, type ViewName } from './request.js';
import { STYLE } from './style.js';
import type { WordKey } from './words.js';

/** Nothing is loaded and nothing runs: only this style, a picture written into the page, and forms that ask the dashboard itself. */
export const POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; img-src data:; base-uri 'none'`;

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 13 6 7l3 3 5-7' fill='none' stroke='%23174f96' stroke-width='2'/%3E%3C/svg%3E";

const MENU: ReadonlyArray<readonly [view: ViewName, word: WordKey]> = [
	['overview', 'overview'],
	['lights', 'menuLights'],
	['cards', 'menuCards'],
	['work', 'menuWork'],
];

/** The whole page around its content. */
export function pageOf(context: Context, { title, trail, body, missing }: PageContent, asOf: string): string {
	const { language, say, to, request } = context;
	const other = language === 'en' ? 'zh-CN' : 'en';
	const path = trail.length === 0 ? NOTHING : html`<nav class="trail" aria-label="${say('trail')}"><ul>${trail.map(([label, address]) => html`<li><a href="${address}">${label}</a></li>`)}</ul></nav>`;
	const exports = missing === true ? NOTHING : html`<p class="exports">${say('exportAs')} <a href="${samePage(request, { format: 'csv' })}">CSV</a> · <a href="${samePage(request, { format: 'json' })}">JSON</a></p>`;
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${title} · ${say('product')}</title><link rel="icon" href="${ICON}"><style>${new Html(STYLE)}</style></head>
<body><a class="skip" href="#content">${say('skip')}</a>
<header class="top"><div class="inner"><div class="brand"><a href="${to({ view: 'overview' })}">${say('product')}</a></div><nav class="menu" aria-label="${say('menu')}"><ul>${MENU.map(([view, word]) => html`<li><a href="${to({ view })}"${request.view === view ? html` aria-current="page"` : NOTHING}>${say(word)}</a></li>`)}</ul></nav><div class="tongue"><a href="${samePage(request, { language: other })}" lang="${other}" hreflang="${other}">${say('otherLanguage')}</a></div></div></header>
<main class="inner" id="content">${path}<h1>${title}</h1>${body}</main>
<footer class="end inner"><p>${say('footer')}</p>${asOf === '' ? NOTHING : html`<p>${say('printedAs', { asOf })}</p>`}${exports}</footer></body></html>
`.text;
}
