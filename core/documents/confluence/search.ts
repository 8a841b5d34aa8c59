import type { AnswerHead, PullRequest } from '../../pull/pull.js';
import { asObject, asText } from '../../pull/run.js';
import { readTime } from '../fact.js';
import type { DocumentSystem } from '../pull.js';
import { numberOf, pathOf, readList, spaceIn, webAddress, type Row } from './answers.js';
import { cqlOf, type CqlScope } from './cql.js';
import type { FoundPage } from './page.js';

/* Search by CQL and single contents, which both interfaces answer in the same form (REST v1). */

/** What a list says about a page that is to be read: the page itself changed, or a comment or a file on it. */
export interface FoundEntry extends FoundPage {
	/** `p12` for a page, `c55` for a comment, `a61` for a file. */
	readonly key: string;
	/** Version of what changed. */
	readonly changed: number | null;
	readonly at: string | null;
	readonly labels: readonly string[];
}

export interface FoundList {
	readonly entries: readonly FoundEntry[];
	readonly next: PullRequest | null;
}

const PREFIX: Readonly<Record<DocumentSystem, string>> = { confluenceCloud: '/wiki', confluenceDataCenter: '' };
/** More is not given with expanded fields, without a word about it. */
const ROWS_PER_SEARCH = 200;
const EXPAND = { page: 'version,space', comment: 'version,space,container', attachment: 'version,space,container', labels: 'version,space,metadata.labels' } as const;

export function searchCall(system: DocumentSystem, step: string, scope: CqlScope, purpose: string, expand: keyof typeof EXPAND = scope.type, pageSize = ROWS_PER_SEARCH): PullRequest {
	return listCall(step, pathOf(`${PREFIX[system]}/rest/api/content/search`, [['cql', cqlOf(scope)], ['expand', EXPAND[expand]], ['limit', Math.min(pageSize, ROWS_PER_SEARCH)], ...(system === 'confluenceDataCenter' ? [['start', 0] as const] : [])]), purpose);
}

/** A call for a list or its next page. */
export function listCall(step: string, path: string, purpose: string): PullRequest {
	return { method: 'GET', path, accept: 'json', purpose, context: { step, purpose } };
}

/** Asks for the page that a comment or an attachment belongs to. */
export function containerCall(system: DocumentSystem, content: string): PullRequest {
	return { method: 'GET', path: pathOf(`${PREFIX[system]}/rest/api/content/${encodeURIComponent(content)}`, [['expand', 'version,space,container']]), accept: 'json', purpose: `content ${content}`, context: { step: 'container' } };
}

export function readSearch(system: DocumentSystem, source: string, request: PullRequest, value: unknown, head: AnswerHead): FoundList {
	const { rows, next, base } = readList(system, source, request, value, head);
	const purpose = asText(request.context['purpose']) ?? 'the list';
	const step = asText(request.context['step']) ?? '';
	return {
		entries: rows.map((row) => readFound(source, base, row)).filter((entry): entry is FoundEntry => entry !== null),
		next: next === null || rows.length === 0 || next === request.path ? null : listCall(step, next, purpose),
	};
}

/** The page that a content of v1 is or stands on; null for anything else (a blog post, a page that was deleted). */
export function readFound(source: string, base: string | null, row: Row): FoundEntry | null {
	const id = asText(row['id']);
	if (id === null) return null;
	const version = asObject(row['version']);
	const changed = numberOf(version?.['number']);
	const history = asObject(asObject(row['history'])?.['lastUpdated']);
	const at = readTime(version?.['when']) ?? readTime(history?.['when']);
	const links = asObject(row['_links']);
	const webui = asText(links?.['webui']);
	const space = asText(asObject(row['space'])?.['key']) ?? spaceIn(asText(asObject(row['_expandable'])?.['space'])) ?? spaceIn(webui);
	const labels = readLabels(asObject(row['metadata'])?.['labels']);
	if (row['type'] === undefined || row['type'] === 'page') return { key: `p${id}`, page: id, title: asText(row['title']), url: webAddress(source, base, links), space, version: changed, status: asText(row['status']), changed, at, labels };
	const container = asObject(row['container']);
	const onPage = container !== null && (container['type'] === undefined || container['type'] === 'page');
	const page = (onPage ? asText(container['id']) : null) ?? (container === null ? (/(?:\/pages\/|[?&]pageId=)(\d+)/.exec(webui ?? '')?.[1] ?? null) : null);
	if (page === null) return null;
	return { key: `${row['type'] === 'attachment' ? 'a' : 'c'}${id}`, page, title: asText(container?.['title']), url: webAddress(source, base, container?.['_links']), space, version: numberOf(asObject(container?.['version'])?.['number']), status: asText(container?.['status']), changed, at, labels };
}

/** Names of labels as v1 gives them. */
export function readLabels(value: unknown): readonly string[] {
	const results: unknown = asObject(value)?.['results'] ?? value;
	if (!Array.isArray(results)) return [];
	return results.map((label) => asText(asObject(label)?.['name']) ?? asText(asObject(label)?.['label'])).filter((name) => name !== null);
}
