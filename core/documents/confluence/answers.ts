import type { Actor } from '../../evidence/actor.js';
import { headerOf, unusable } from '../../pull/answer.js';
import type { AnswerHead, PullRequest } from '../../pull/pull.js';
import { asObject, asText } from '../../pull/run.js';
import type { DocumentSystem } from '../pull.js';
import { CONFLUENCE_WORDS } from './words.js';

/* What the answers of both interfaces have in common. Source: vendor reference 3. */

export type Row = Readonly<Record<string, unknown>>;

/** The path of a call: the query stands in it, so that a name may occur several times. */
export function pathOf(path: string, query: ReadonlyArray<readonly [string, string | number]>): string {
	return query.length === 0 ? path : `${path}?${query.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}

/** Rows of a list and the path of its next page; null where it is the last. */
export interface ListAnswer {
	readonly rows: readonly Row[];
	readonly next: string | null;
	/** Address that links of the rows are relative to, as the answer names it. */
	readonly base: string | null;
}

/**
 * Reads a list. Its next page is taken as the server names it, on the server of the credential only.
 *
 * @throws UnusableAnswer where it is no list or leads elsewhere
 */
export function readList(system: DocumentSystem, source: string, request: PullRequest, value: unknown, head: AnswerHead): ListAnswer {
	const answer = asObject(value);
	const results = answer?.['results'];
	if (answer === null || !Array.isArray(results)) throw unusable(request, CONFLUENCE_WORDS[system], 'the answer holds no list.', CONFLUENCE_WORDS[system].notFoundRemedy);
	const links = asObject(answer['_links']);
	const next = asText(links?.['next']) ?? linkHeader(head);
	return {
		rows: results.map(asObject).filter((row): row is Row => row !== null),
		next: next === null ? null : followed(system, source, request, next),
		base: httpAddress(asText(links?.['base'])),
	};
}

/** `Link: </wiki/api/v2/pages?cursor=…>; rel="next"`. */
function linkHeader(head: AnswerHead): string | null {
	for (const link of (headerOf(head, 'link') ?? '').slice(0, 8000).split(/,(?=\s*<)/)) {
		const match = /^\s*<([^<>]+)>\s*;\s*rel="?next"?/.exec(link);
		if (match?.[1] !== undefined) return match[1];
	}
	return null;
}

function followed(system: DocumentSystem, source: string, request: PullRequest, next: string): string {
	const refused = (): never => {
		throw unusable(request, CONFLUENCE_WORDS[system], `the next page is said to be at "${next.slice(0, 120)}", which is not on this server.`, 'A proxy may rewrite addresses: ask its administrator that the base address of Confluence is the one in the credential.');
	};
	const own = new URL(source);
	let path = next;
	if (/^https?:\/\//i.test(next)) {
		if (!URL.canParse(next) || new URL(next).origin !== own.origin) return refused();
		const { pathname, search } = new URL(next);
		path = `${pathname}${search}`;
	}
	if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\') || /(?:^|\/)\.\.(?:\/|$)/.test(path.split('?')[0] ?? '')) return refused();
	if (system === 'confluenceCloud') {
		// Old lists name the path without the context of the wiki.
		const context = own.pathname.replace(/\/wiki$/, '');
		const below = context !== '' && path.startsWith(`${context}/`) ? path.slice(context.length) : path;
		return below.startsWith('/wiki/') ? below : below.startsWith('/rest/') || below.startsWith('/api/') ? `/wiki${below}` : refused();
	}
	const context = own.pathname.replace(/\/+$/, '');
	const below = context !== '' && path.startsWith(`${context}/`) ? path.slice(context.length) : path;
	return below.startsWith('/rest/') ? below : refused();
}

/** Address of a page that a person opens; null where the answer names none. */
export function webAddress(source: string, base: string | null, links: unknown): string | null {
	const object = asObject(links);
	const path = asText(object?.['webui']) ?? asText(object?.['tinyui']);
	const root = base ?? httpAddress(asText(object?.['base'])) ?? source;
	return path === null ? null : path.startsWith('/') ? `${root.replace(/\/+$/, '')}${path}` : httpAddress(path);
}

function httpAddress(text: string | null): string | null {
	return text !== null && /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) ? text : null;
}

/** Key of the space that a link or an expandable field names: `/spaces/DEV/pages/1`, `/display/DEV/Title`, `/rest/api/space/DEV`. */
export function spaceIn(path: string | null): string | null {
	const match = /\/(?:spaces|display|rest\/api\/space)\/([^/?#]+)/.exec(path ?? '');
	return match?.[1] === undefined ? null : unescaped(match[1]);
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

export function numberOf(value: unknown): number | null {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}

/** An account of which only the id is given (Cloud v2). */
export function accountActor(id: unknown): Actor | null {
	const account = asText(id);
	return account === null ? null : { system: 'confluence', account, name: null, email: null, bot: false };
}

/** A user as v1 gives one; null for somebody who was not signed in. */
export function userActor(value: unknown): Actor | null {
	const user = asObject(value);
	const account = asText(user?.['accountId']) ?? asText(user?.['username']) ?? asText(user?.['userKey']);
	if (user === null || account === null || user['type'] === 'anonymous') return null;
	return { system: 'confluence', account, name: asText(user['displayName']), email: asText(user['email']), bot: user['accountType'] === 'app' };
}

const RESOLUTIONS = ['open', 'reopened', 'resolved', 'dangling'] as const;

export function resolutionOf(value: unknown): (typeof RESOLUTIONS)[number] | null {
	return RESOLUTIONS.find((resolution) => resolution === value) ?? null;
}

const STATUSES = ['current', 'historical', 'draft', 'archived', 'trashed', 'deleted'] as const;

export function statusOf(value: unknown): (typeof STATUSES)[number] {
	return STATUSES.find((status) => status === value) ?? 'current';
}
