import type { Answer, PullRequest } from '../../../core/pull/pull.js';
import { cqlMatches, readCql } from './cqlServer.js';
import { lastOf, type Wiki, type WikiAttachment, type WikiComment, type WikiPage, type WikiVersion } from './wiki.js';

/* Confluence Data Center, played on a made-up wiki: REST v1 under a context path. */

export const DATA_CENTER_BASE = 'https://wiki.example.org/confluence';

export interface DataCenterOptions {
	/** How this release lists versions. */
	readonly versions?: 'list' | 'experimental' | 'single';
	readonly mostRows?: number;
	/** Zone of the account, in which CQL reads times. */
	readonly zoneHours?: number;
	/** Knows no parameter `location`. */
	readonly withoutLocation?: boolean;
}

const json = (body: unknown, status = 200): Answer => ({ status, headers: { 'Content-Type': 'application/json;charset=UTF-8' }, body: JSON.stringify(body) });
const refused = (status: number): Answer => json({ statusCode: status, message: status === 404 ? 'No content found with id' : 'Not permitted' }, status);

export function dataCenterAnswer(wiki: Wiki, request: PullRequest, options: DataCenterOptions = {}): Answer {
	const { pathname, searchParams } = new URL(request.path, 'https://wiki.example.org');
	const route = options.versions ?? 'list';
	const listed = (all: readonly unknown[], cap: number): Answer => {
		// More is asked for than is given, and nothing says so.
		const limit = Math.min(Number(searchParams.get('limit') ?? 25), cap, options.mostRows ?? cap);
		const start = Number(searchParams.get('start') ?? 0);
		const rest = new URLSearchParams(searchParams);
		rest.set('start', String(start + limit));
		const results = all.slice(start, start + limit);
		return json({ results, start, limit, size: results.length, _links: { base: DATA_CENTER_BASE, context: '/confluence', self: `${DATA_CENTER_BASE}${request.path}`, ...(start + limit < all.length ? { next: `${pathname}?${rest.toString()}` } : {}) } });
	};
	const user = (name: string | null): Readonly<Record<string, unknown>> | undefined => {
		if (name === null) return undefined;
		const key = Object.entries(wiki.users ?? {}).find(([, known]) => known === name)?.[0] ?? `key-${name}`;
		return { type: 'known', username: name, userKey: key, displayName: name.toUpperCase() };
	};
	const version = (one: WikiVersion): Readonly<Record<string, unknown>> => ({ number: one.number, by: user(one.by), ...(one.at === null ? {} : { when: one.at }), minorEdit: one.minorEdit ?? false, message: one.message ?? '' });
	const pageRow = (page: WikiPage, one: WikiVersion, body: boolean): Readonly<Record<string, unknown>> => ({
		id: page.id,
		type: 'page',
		status: one === lastOf(page.versions) ? 'current' : 'historical',
		title: page.title,
		space: { id: 1, key: page.space, name: page.space, type: 'global', status: 'current' },
		version: version(one),
		...(body ? { body: { storage: { value: page.body ?? '', representation: 'storage' } } } : {}),
		metadata: { labels: { results: (page.labels ?? []).map((name, index) => ({ prefix: 'global', name, id: String(index), label: name })), start: 0, limit: 200, size: 0 } },
		_links: { webui: `/display/${page.space}/${page.id}`, base: DATA_CENTER_BASE },
	});
	const commentRow = (comment: WikiComment, page: WikiPage): Readonly<Record<string, unknown>> => ({
		id: comment.id,
		type: 'comment',
		status: 'current',
		title: `Re: ${page.title}`,
		ancestors: ancestorsOf(comment, page).map((id) => ({ id, type: 'comment', status: 'current' })),
		container: { id: page.id, type: 'page', status: 'current', title: page.title, _links: { webui: `/display/${page.space}/${page.id}` } },
		space: { id: 1, key: page.space, name: page.space, type: 'global', status: 'current' },
		version: version(comment.version),
		body: { storage: { value: comment.text, representation: 'storage' } },
		extensions: {
			location: comment.kind,
			...(comment.kind === 'inline' ? { inlineProperties: { originalSelection: comment.selection ?? '', markerRef: 'm' }, resolution: { status: comment.resolution ?? 'open', ...(comment.resolvedAt === undefined ? {} : { lastModifiedDate: comment.resolvedAt, lastModifier: user(comment.resolvedBy ?? null) }) } } : {}),
		},
		_links: { webui: `/display/${page.space}/${page.id}?focusedCommentId=${comment.id}` },
	});
	const fileRow = (attachment: WikiAttachment, number: number): Readonly<Record<string, unknown>> => {
		const one = attachment.versions.find((candidate) => candidate.number === number) ?? lastOf(attachment.versions);
		return { id: attachment.id, type: 'attachment', status: 'current', title: attachment.title, version: version(one), extensions: { mediaType: attachment.mediaType, fileSize: one.content.length, comment: one.message ?? '' }, _links: { webui: '/x', download: '/download' } };
	};

	if (pathname === '/rest/api/content/search') {
		const query = readCql(searchParams.get('cql') ?? '');
		return listed(cqlMatches(wiki, query, options.zoneHours).map(({ page, comment, attachment }) => (comment !== null ? { ...commentRow(comment, page), body: undefined } : attachment !== null ? { ...fileRow(attachment, lastOf(attachment.versions).number), container: { id: page.id, type: 'page', status: 'current', title: page.title, _links: { webui: `/display/${page.space}/${page.id}` } } } : pageRow(page, lastOf(page.versions), false))), 200);
	}
	if (pathname === '/rest/api/user') {
		const key = searchParams.get('key') ?? '';
		const name = wiki.users?.[key];
		return name === undefined ? refused(404) : json({ type: 'known', username: name, userKey: key, displayName: name.toUpperCase() });
	}
	const [, api = '', id = '', rest] = /^\/rest\/(api|experimental)\/content\/(\w+)(?:\/(.+))?$/.exec(pathname) ?? [];
	const page = wiki.pages.find((one) => one.id === id || (one.attachments ?? []).some((file) => file.id === id) || (one.comments ?? []).some((comment) => comment.id === id));
	if (page === undefined || page.refused !== undefined) return refused(page?.refused ?? 404);
	const attachment = page.attachments?.find((file) => file.id === id);
	const comment = page.comments?.find((one) => one.id === id);
	const versions: readonly WikiVersion[] = attachment?.versions ?? page.versions;
	if (rest === 'version') {
		if (route !== (api === 'api' ? 'list' : 'experimental')) return refused(404);
		return listed([...versions].reverse().map((one) => ({ ...version(one), content: attachment === undefined ? pageRow(page, one, false) : fileRow(attachment, one.number) })), 200);
	}
	if (api !== 'api') return refused(404);
	if (rest === 'label') return listed((page.labels ?? []).map((name) => ({ prefix: 'global', name, id: name, label: name })), 200);
	if (rest === 'child/attachment') return listed((page.attachments ?? []).map((file) => fileRow(file, lastOf(file.versions).number)), 200);
	if (rest === 'child/comment') {
		if (options.withoutLocation === true && searchParams.has('location')) return refused(400);
		const places = searchParams.getAll('location');
		return listed((page.comments ?? []).filter((one) => places.length === 0 || places.includes(one.resolution === 'resolved' ? 'resolved' : one.kind)).map((one) => commentRow(one, page)), 50);
	}
	if (rest !== undefined) return refused(404);
	if (comment !== undefined) return json(commentRow(comment, page));
	const number = searchParams.get('version');
	if (number === null) return attachment === undefined ? json(pageRow(page, lastOf(page.versions), (searchParams.get('expand') ?? '').includes('body.storage'))) : json(fileRow(attachment, lastOf(versions).number));
	const one = versions.find((candidate) => candidate.number === Number(number));
	if (one === undefined || one === lastOf(versions) || searchParams.get('status') !== 'historical') return refused(404);
	return json(attachment === undefined ? pageRow(page, one, false) : fileRow(attachment, one.number));
}

function ancestorsOf(comment: WikiComment, page: WikiPage): readonly string[] {
	if (comment.parent === undefined) return [];
	const parent = page.comments?.find(({ id }) => id === comment.parent);
	return parent === undefined ? [comment.parent] : [...ancestorsOf(parent, page), parent.id];
}
