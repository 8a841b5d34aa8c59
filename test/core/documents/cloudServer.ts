import type { Answer, PullRequest } from '../../../core/pull/pull.js';
import { cqlMatches, readCql } from './cqlServer.js';
import { lastOf, type Wiki, type WikiAttachment, type WikiComment, type WikiPage, type WikiVersion } from './wiki.js';

/* Confluence Cloud, played on a made-up wiki: REST v2, and of v1 the search and the content state. */

export const CLOUD_SITE = 'https://example.atlassian.net';

export interface CloudOptions {
	/** Rows that the server gives at most, whatever is asked for. */
	readonly mostRows?: number;
	/** The next page stands in the header `Link` only. */
	readonly linkHeader?: boolean;
}

const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const refused = (status: number): Answer => json({ errors: [{ status, code: status === 403 ? 'FORBIDDEN' : 'NOT_FOUND', title: 'Not Found', detail: null }] }, status);
const changedAt = (page: WikiPage): string => lastOf(page.versions).at ?? '';

export function cloudAnswer(wiki: Wiki, request: PullRequest, options: CloudOptions = {}): Answer {
	const { pathname, searchParams } = new URL(request.path, CLOUD_SITE);
	const spaceId = (key: string): string => wiki.spaces.find((space) => space.key === key)?.id ?? '';
	const listed = (all: readonly unknown[], own: Readonly<Record<string, unknown>> = {}): Answer => {
		const limit = Math.min(Number(searchParams.get('limit') ?? 25), options.mostRows ?? 250);
		const start = Number(searchParams.get('cursor')?.replace(/^cur-/, '') ?? 0);
		const rest = new URLSearchParams(searchParams);
		rest.set('cursor', `cur-${start + limit}`);
		// Old lists leave the context of the wiki away.
		const next = start + limit < all.length ? `${pathname.replace(pathname.startsWith('/wiki/rest') ? '/wiki' : '', '')}?${rest.toString()}` : null;
		const link = next !== null && options.linkHeader === true;
		return json({ results: all.slice(start, start + limit), ...own, _links: { base: `${CLOUD_SITE}/wiki`, ...(next === null || link ? {} : { next }) } }, 200, link ? { link: `<${next}>; rel="next", <${CLOUD_SITE}/wiki>; rel="base"` } : {});
	};
	const row = (page: WikiPage): Readonly<Record<string, unknown>> => ({ id: page.id, status: 'current', title: page.title, spaceId: spaceId(page.space), parentId: '1', parentType: 'page', position: 1, authorId: page.versions[0]?.by ?? '', ownerId: null, lastOwnerId: null, createdAt: page.versions[0]?.at, version: version(lastOf(page.versions)), body: {}, _links: { webui: `/spaces/${page.space}/pages/${page.id}/Page`, editui: '/pages/edit', tinyui: '/x/abc' } });

	if (pathname === '/wiki/rest/api/content/search') {
		const query = readCql(searchParams.get('cql') ?? '');
		return listed(cqlMatches(wiki, query).map((found) => v1Row(found.page, found.comment, found.attachment)), { start: 0, limit: 25, size: 1 });
	}
	const v1 = /^\/wiki\/rest\/api\/content\/(\w+)(\/state)?$/.exec(pathname);
	if (v1 !== null) {
		const page = wiki.pages.find(({ id }) => id === v1[1]);
		if (page === undefined || page.refused !== undefined) return refused(page?.refused ?? 404);
		if (v1[2] === undefined) return json(v1Row(page, null, null));
		return json(page.state === undefined ? { contentState: undefined, lastUpdated: '' } : { contentState: { id: 2, name: page.state.name, color: '#ff0000' }, lastUpdated: page.state.at });
	}
	const path = pathname.replace(/^\/wiki\/api\/v2/, '');
	if (path === '/spaces') return listed(wiki.spaces.filter(({ key }) => (searchParams.get('keys') ?? '').split(',').includes(key)).map(({ id, key }) => ({ id, key, name: key, type: 'global', status: 'current', authorId: 'admin', createdAt: '2026-01-01T00:00:00.000Z' })));
	if (path === '/pages') {
		const spaces = searchParams.get('space-id')?.split(',') ?? null;
		return listed(wiki.pages.filter((page) => spaces === null || spaces.includes(spaceId(page.space))).sort((a, b) => (changedAt(a) < changedAt(b) ? 1 : changedAt(a) > changedAt(b) ? -1 : 0)).map(row));
	}
	if (path === '/tasks') {
		const page = wiki.pages.find(({ id }) => id === searchParams.get('page-id'));
		return listed((page?.refused === undefined ? (page?.tasks ?? []) : []).map((task) => ({ id: task.id, localId: `l${task.id}`, spaceId: '11', pageId: page?.id, status: 'incomplete', body: { storage: { representation: 'storage', value: task.text } }, createdBy: task.by, assignedTo: task.to, completedBy: null, createdAt: task.at, updatedAt: task.at, dueAt: null, completedAt: null })));
	}
	const [, kind, id = '', rest] = /^\/(pages|attachments|footer-comments|inline-comments)\/(\w+)(?:\/(.+))?$/.exec(path) ?? [];
	if (kind === 'pages') {
		const page = wiki.pages.find((one) => one.id === id);
		if (page === undefined || page.refused !== undefined) return refused(page?.refused ?? 404);
		if (rest === undefined) return json({ ...row(page), _links: { ...(row(page)['_links'] as object), base: `${CLOUD_SITE}/wiki` } });
		if (rest === 'versions') return listed([...page.versions].reverse().map((one) => ({ ...version(one), page: { title: page.title, id: page.id } })));
		if (rest === 'labels') return listed((page.labels ?? []).map((name, index) => ({ id: String(index), name, prefix: 'global' })));
		if (rest === 'attachments') return listed((page.attachments ?? []).map((one) => attachmentRow(one, page, lastOf(one.versions).number)));
		return listed((page.comments ?? []).filter((comment) => `${comment.kind}-comments` === rest && comment.parent === undefined).map((comment) => commentRow(comment, page)));
	}
	if (kind === 'attachments') {
		const page = wiki.pages.find(({ attachments }) => attachments?.some((one) => one.id === id));
		const attachment = page?.attachments?.find((one) => one.id === id);
		if (attachment === undefined || page === undefined) return refused(404);
		if (rest === undefined) return json(attachmentRow(attachment, page, Number(searchParams.get('version') ?? lastOf(attachment.versions).number)));
		return listed([...attachment.versions].reverse().map((one) => ({ ...version(one), attachment: { title: attachment.title, id: attachment.id } })));
	}
	const page = wiki.pages.find(({ comments }) => comments?.some((one) => one.id === id));
	const comment = page?.comments?.find((one) => one.id === id);
	if (comment === undefined || page === undefined || `${comment.kind}-comments` !== kind) return refused(404);
	if (rest === 'children') return listed((page.comments ?? []).filter(({ parent }) => parent === id).map((one) => ({ ...commentRow(one, page), pageId: undefined, parentCommentId: id })));
	return json({ ...commentRow(comment, page), ...(comment.resolvedAt === undefined ? {} : { resolutionLastModifiedAt: comment.resolvedAt, resolutionLastModifierId: comment.resolvedBy }) });
}

function version({ number, by, at, minorEdit, message }: WikiVersion): Readonly<Record<string, unknown>> {
	return { number, ...(by === null ? {} : { authorId: by }), ...(at === null ? {} : { createdAt: at }), minorEdit: minorEdit ?? false, message: message ?? '' };
}

function attachmentRow(attachment: WikiAttachment, page: WikiPage, number: number): Readonly<Record<string, unknown>> {
	const one = attachment.versions.find((candidate) => candidate.number === number) ?? lastOf(attachment.versions);
	return { id: attachment.id, status: 'current', title: attachment.title, createdAt: attachment.versions[0]?.at, pageId: page.id, mediaType: attachment.mediaType, mediaTypeDescription: '', comment: '', fileId: 'f', fileSize: one.content.length, webuiLink: '', downloadLink: '', version: version(one), _links: { webui: '', download: '' } };
}

function commentRow(comment: WikiComment, page: WikiPage): Readonly<Record<string, unknown>> {
	return {
		id: comment.id,
		status: 'current',
		title: `Re: ${page.title}`,
		pageId: page.id,
		version: version(comment.version),
		body: { storage: { representation: 'storage', value: comment.text } },
		...(comment.kind === 'inline' ? { resolutionStatus: comment.resolution ?? 'open', properties: { inlineMarkerRef: 'm', inlineOriginalSelection: comment.selection ?? '' } } : {}),
		_links: { webui: `/spaces/${page.space}/pages/${page.id}?focusedCommentId=${comment.id}` },
	};
}

function v1Row(page: WikiPage, comment: WikiComment | null, attachment: WikiAttachment | null): Readonly<Record<string, unknown>> {
	const changed = comment?.version ?? lastOf(attachment?.versions ?? page.versions);
	const own = { id: page.id, type: 'page', status: 'current', title: page.title, _links: { webui: `/spaces/${page.space}/pages/${page.id}/Page` } };
	const space = { id: 1, key: page.space, name: page.space, type: 'global', status: 'current', _expandable: {}, _links: {} };
	const when = { number: changed.number, when: changed.at, minorEdit: changed.minorEdit ?? false, message: changed.message ?? '' };
	if (comment !== null || attachment !== null) return { id: comment?.id ?? attachment?.id, type: comment === null ? 'attachment' : 'comment', status: 'current', title: 'Re', container: own, space, version: when, _links: { webui: `/spaces/${page.space}/pages/${page.id}?focusedCommentId=${comment?.id ?? ''}` } };
	return { ...own, space, version: when, metadata: { labels: { results: (page.labels ?? []).map((name, index) => ({ prefix: 'global', name, id: String(index), label: name })), start: 0, limit: 200, size: (page.labels ?? []).length } } };
}
