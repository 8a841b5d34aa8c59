import type { AnswerHead, PullRequest } from '../../pull/pull.js';
import { asObject, asText } from '../../pull/run.js';
import { DOCUMENT_EVENT_TYPES, type CommentPosted, type PagePlace } from '../evidence.js';
import { readTime } from '../fact.js';
import { accountActor, numberOf, pathOf, readList, resolutionOf, spaceIn, statusOf, webAddress, type Row } from './answers.js';
import { giveLabels, PageFacts, pageName, type DocumentSink, type FoundPage, type PageContext, type PageReading } from './page.js';
import { mentionsIn } from './storageFormat.js';

/* One page of Confluence Cloud, read whole. Source: vendor reference 3.1, Confluence REST v2. */

export const CLOUD_API = '/wiki/api/v2';
/** Most rows that v2 gives at once. */
export const CLOUD_MOST_ROWS = 250;

const SYSTEM = 'confluenceCloud';
const T = DOCUMENT_EVENT_TYPES;

type Location = CommentPosted['location'];

export function openCloudPage(found: FoundPage, context: PageContext, keyOfSpace: ReadonlyMap<string, string>): PageReading {
	const { settings, memory, labelsOn, lost } = context;
	const { page } = found;
	const facts = new PageFacts(settings);
	const id = encodeURIComponent(page);
	const rows = Math.min(settings.pageSize ?? CLOUD_MOST_ROWS, CLOUD_MOST_ROWS);
	const reads = (part: (typeof settings.parts)[number]): boolean => settings.parts.includes(part);
	let place: PagePlace = { space: found.space, page, title: found.title, url: found.url };
	let { version, status } = found;
	let labels: readonly string[] | null = null;
	let settled = false;
	/** The page itself was shown. */
	let answered = false;
	/** Old versions of files whose size and kind are asked for. */
	const oldFiles: Row[] = [];

	const call = (part: string, path: string, what: string, more: Readonly<Record<string, string>> = {}): PullRequest => ({ method: 'GET', path, accept: 'json', purpose: `${what} of ${pageName(page, place.title)}`, context: { step: 'page', page, part, what, ...more } });
	const list = (part: string, path: string, what: string, query: ReadonlyArray<readonly [string, string | number]> = [], more: Readonly<Record<string, string>> = {}): PullRequest => call(part, pathOf(`${CLOUD_API}${path}`, [...query, ['limit', rows]]), what, more);
	const partCalls = (): PullRequest[] => [
		...(reads('versions') ? [list('versions', `/pages/${id}/versions`, 'versions', [['sort', '-modified-date']])] : []),
		...(reads('comments') ? [list('comments', `/pages/${id}/footer-comments`, 'footer comments', [['body-format', 'storage']], { location: 'footer' }), list('comments', `/pages/${id}/inline-comments`, 'inline comments', [['body-format', 'storage']], { location: 'inline' })] : []),
		...(reads('attachments') ? [list('attachments', `/pages/${id}/attachments`, 'attachments')] : []),
		...(reads('states') ? [call('state', pathOf(`/wiki/rest/api/content/${id}/state`, [['status', 'current']]), 'the content state')] : []),
		...(reads('tasks') ? [list('tasks', '/tasks', 'tasks', [['page-id', page], ['body-format', 'storage']])] : []),
		...(reads('labels') && labelsOn(page) === null ? [list('labels', `/pages/${id}/labels`, 'labels')] : []),
	];

	const takeDetail = (row: Row): void => {
		const spaceId = asText(row['spaceId']);
		const webui = asText(asObject(row['_links'])?.['webui']);
		place = { space: place.space ?? (spaceId === null ? null : (keyOfSpace.get(spaceId) ?? null)) ?? spaceIn(webui) ?? spaceId, page, title: asText(row['title']) ?? place.title, url: webAddress(settings.source, null, row['_links']) ?? place.url };
		version = numberOf(asObject(row['version'])?.['number']) ?? version;
		status = asText(row['status']) ?? status;
	};
	const giveVersion = (row: Row, sink: DocumentSink): void => {
		const number = numberOf(row['number']);
		if (number === null || number < 1) return;
		version = Math.max(version ?? 0, number);
		facts.give(sink, T.versionPublished, `page-${page}-v${number}`, readTime(row['createdAt']), {
			...place,
			version: number,
			author: accountActor(row['authorId']),
			minorEdit: typeof row['minorEdit'] === 'boolean' ? row['minorEdit'] : null,
			note: asText(row['message']),
			status: number === version ? statusOf(status) : 'historical',
		});
	};
	const takeComments = (listed: readonly Row[], location: Location, root: 'footer' | 'inline', sink: DocumentSink): PullRequest[] => {
		const calls: PullRequest[] = [];
		for (const row of listed) {
			const comment = asText(row['id']);
			if (comment === null) continue;
			giveComment(row, comment, location, sink);
			const at = `/${root}-comments/${encodeURIComponent(comment)}`;
			calls.push(list('comments', `${at}/children`, `replies to comment ${comment}`, [['body-format', 'storage']], { location: 'reply', root }));
			const resolution = resolutionOf(row['resolutionStatus']);
			if (location === 'inline' && resolution !== null && resolution !== 'open') calls.push(call('resolution', `${CLOUD_API}${at}`, `the resolution of comment ${comment}`, { comment, resolution }));
		}
		return calls;
	};
	const giveComment = (row: Row, comment: string, location: Location, sink: DocumentSink): void => {
		const current = asObject(row['version']);
		const text = asText(asObject(asObject(row['body'])?.['storage'])?.['value']) ?? '';
		const properties = asObject(row['properties']);
		const number = numberOf(current?.['number']) ?? 1;
		facts.give(sink, T.commentPosted, `comment-${comment}-v${number}`, readTime(current?.['createdAt']), {
			...place,
			comment,
			version: Math.max(number, 1),
			location,
			author: accountActor(current?.['authorId']),
			text,
			selection: asText(properties?.['inlineOriginalSelection']) ?? asText(properties?.['inline-original-selection']),
			mentions: mentionsIn(text),
		});
	};
	const giveResolution = (row: Row, comment: string, listed: string, sink: DocumentSink): void => {
		const resolution = resolutionOf(row['resolutionStatus']) ?? resolutionOf(listed);
		if (resolution === null || resolution === 'open') return;
		const at = readTime(row['resolutionLastModifiedAt']);
		const seen = at === null ? memory.firstSeen(page, 'resolution', `${comment} ${resolution}`, 'seen') : null;
		facts.give(sink, T.commentResolved, `comment-${comment}-${resolution}-${at ?? 'seen'}`, at ?? seen?.at ?? null, { ...place, comment, resolution, by: accountActor(row['resolutionLastModifierId']), observed: at === null });
	};
	/** @param current the attachment as it is now, which alone names size and kind; null: an old version of which neither is known */
	const giveAttachment = (attachment: string, name: string, row: Row, current: Row | null, sink: DocumentSink): void => {
		const number = numberOf(row['number']);
		if (number === null || number < 1) return;
		facts.give(sink, T.attachmentVersioned, `attachment-${attachment}-v${number}`, readTime(row['createdAt']), {
			...place,
			attachment,
			name,
			version: number,
			author: accountActor(row['authorId']),
			note: asText(row['message']) ?? asText(current?.['comment']),
			mediaType: asText(current?.['mediaType']),
			size: numberOf(current?.['fileSize']),
			sha256: null,
		});
	};
	const takeAttachments = (listed: readonly Row[], sink: DocumentSink): PullRequest[] => {
		const calls: PullRequest[] = [];
		for (const row of listed) {
			const attachment = asText(row['id']);
			const current = asObject(row['version']);
			if (attachment === null || current === null) continue;
			const name = asText(row['title']) ?? attachment;
			giveAttachment(attachment, name, current, row, sink);
			const number = numberOf(current['number']) ?? 1;
			if (number > 1) calls.push(list('attachmentVersions', `/attachments/${encodeURIComponent(attachment)}/versions`, `versions of attachment “${name}”`, [], { attachment, name, current: String(number) }));
		}
		return calls;
	};
	const takeAttachmentVersions = (listed: readonly Row[], request: PullRequest, sink: DocumentSink): PullRequest[] => {
		const attachment = asText(request.context['attachment']) ?? '';
		const name = asText(request.context['name']) ?? attachment;
		const older = listed.filter((row) => numberOf(row['number']) !== numberOf(request.context['current']));
		if (settings.attachmentDetails) {
			return older.map((row) => {
				oldFiles.push(row);
				return call('attachmentDetail', pathOf(`${CLOUD_API}/attachments/${encodeURIComponent(attachment)}`, [['version', numberOf(row['number']) ?? 1]]), `version ${numberOf(row['number']) ?? 1} of attachment “${name}”`, { attachment, name, row: String(oldFiles.length - 1) });
			});
		}
		for (const row of older) giveAttachment(attachment, name, row, null, sink);
		return [];
	};
	/** @param detail null where it could not be had: the version is told without size and kind */
	const takeAttachmentDetail = (request: PullRequest, detail: Row | null, sink: DocumentSink): void => {
		const row = oldFiles[numberOf(request.context['row']) ?? -1];
		const attachment = asText(request.context['attachment']);
		if (row === undefined || attachment === null) return;
		giveAttachment(attachment, asText(detail?.['title']) ?? asText(request.context['name']) ?? attachment, row, detail, sink);
	};
	const giveState = (answer: Row, sink: DocumentSink): void => {
		const state = asText(asObject(answer['contentState'])?.['name']);
		if (state === null) return;
		const at = readTime(answer['lastUpdated']);
		const seen = at === null ? memory.firstSeen(page, 'state', state, `v${version ?? 0}`) : null;
		facts.give(sink, T.stateChanged, `state-${page}-${state}-${at ?? seen?.mark ?? ''}`, at ?? seen?.at ?? null, { ...place, state, by: null, observed: at === null });
	};
	const giveTask = (row: Row, sink: DocumentSink): void => {
		const task = asText(row['id']) ?? asText(row['localId']);
		const assignee = accountActor(row['assignedTo']);
		if (task === null || assignee === null) return;
		const text = asText(asObject(asObject(row['body'])?.['storage'])?.['value']) ?? '';
		facts.give(sink, T.taskAssigned, `task-${task}-${assignee.account}`, readTime(row['createdAt']), { ...place, task, author: accountActor(row['createdBy']), assignee, text });
	};

	return {
		start: () => (place.title === null || place.url === null ? [call('detail', `${CLOUD_API}/pages/${id}`, 'title')] : partCalls()),
		take(request: PullRequest, value: unknown, head: AnswerHead, sink: DocumentSink) {
			const part = request.context['part'];
			const object = asObject(value) ?? {};
			// The list of tasks is the site's: it answers for a page that is not shown too.
			answered ||= part !== 'tasks';
			if (part === 'detail') {
				takeDetail(object);
				return partCalls();
			}
			if (part === 'state') giveState(object, sink);
			else if (part === 'resolution') giveResolution(object, asText(request.context['comment']) ?? '', asText(request.context['resolution']) ?? '', sink);
			else if (part === 'attachmentDetail') takeAttachmentDetail(request, object, sink);
			else {
				const answer = readList(SYSTEM, settings.source, request, value, head);
				const calls = answer.next === null || answer.rows.length === 0 || answer.next === request.path ? [] : [{ ...request, path: answer.next }];
				if (part === 'versions') for (const row of answer.rows) giveVersion(row, sink);
				else if (part === 'comments') calls.push(...takeComments(answer.rows, locationOf(request), request.context['location'] === 'inline' || request.context['root'] === 'inline' ? 'inline' : 'footer', sink));
				else if (part === 'attachments') calls.push(...takeAttachments(answer.rows, sink));
				else if (part === 'attachmentVersions') calls.push(...takeAttachmentVersions(answer.rows, request, sink));
				else if (part === 'tasks') for (const row of answer.rows) giveTask(row, sink);
				else labels = [...(labels ?? []), ...answer.rows.map((row) => asText(row['name'])).filter((name) => name !== null)];
				return calls;
			}
			return [];
		},
		recover(request, trouble, sink) {
			const part = request.context['part'];
			if (trouble.kind !== 'notFound' && trouble.kind !== 'permission' && trouble.kind !== 'unusableAnswer') return null;
			// Content states may be switched off in a space, and v2 may know an old version of a file no longer.
			if (part === 'state') return [];
			if (part === 'attachmentDetail') {
				takeAttachmentDetail(request, null, sink);
				return [];
			}
			if (part !== 'resolution') return null;
			giveResolution({}, asText(request.context['comment']) ?? '', asText(request.context['resolution']) ?? '', sink);
			return [];
		},
		drained(sink) {
			if (settled) return [];
			settled = true;
			const present = labelsOn(page) ?? labels;
			if (reads('labels') && present !== null && (answered || !lost())) giveLabels(present, place, version, context, facts, sink);
			if (!lost()) {
				if (reads('comments')) memory.forgetOthers('resolution', page);
				if (reads('states')) memory.forgetOthers('state', page);
				if (labels !== null) memory.forgetOthers('label', page);
			}
			return [];
		},
	};
}

function locationOf(request: PullRequest): Location {
	const location = request.context['location'];
	return location === 'inline' || location === 'reply' ? location : 'footer';
}
