import type { Actor } from '../../evidence/actor.js';
import type { AnswerHead, PullRequest, PullTrouble } from '../../pull/pull.js';
import { asObject, asText } from '../../pull/run.js';
import { DOCUMENT_EVENT_TYPES, type PagePlace } from '../evidence.js';
import { readTime } from '../fact.js';
import { numberOf, pathOf, readList, resolutionOf, statusOf, userActor, type Row } from './answers.js';
import type { ServerKnowledge } from './dataCenter.js';
import { giveLabels, PageFacts, pageName, type DocumentSink, type FoundPage, type PageContext, type PageReading } from './page.js';
import { readFound, readLabels } from './search.js';
import { mentionsIn, tasksIn, type StorageTask } from './storageFormat.js';
import { routeAfter, versionCalls } from './versionRoute.js';

/* One page of Confluence Data Center, read whole. Source: vendor reference 3.2. */

const SYSTEM = 'confluenceDataCenter';
const T = DOCUMENT_EVENT_TYPES;
/** With a body no more is given at once, without a word about it. */
const ROWS_WITH_BODY = 50;
const ROWS = 200;
const COMMENT_EXPAND = 'body.storage,version,ancestors,extensions.inlineProperties,extensions.resolution';

export function openDataCenterPage(found: FoundPage, context: PageContext, server: ServerKnowledge): PageReading {
	const { settings, memory, labelsOn, lost } = context;
	const { page } = found;
	const facts = new PageFacts(settings);
	const id = encodeURIComponent(page);
	const reads = (part: (typeof settings.parts)[number]): boolean => settings.parts.includes(part);
	let place: PagePlace = { space: found.space, page, title: found.title, url: found.url };
	let current: Row | null = null;
	let body = '';
	let labels: readonly string[] | null = null;
	/** Held until the user names behind the keys that they mention are known. */
	const comments: Array<{ readonly row: Row; readonly text: string; readonly mentions: readonly string[] }> = [];
	let stage: 'reading' | 'users' | 'done' = 'reading';

	const call = (part: string, path: string, what: string, more: Readonly<Record<string, string>> = {}): PullRequest => ({ method: 'GET', path, accept: 'json', purpose: `${what} of ${pageName(page, place.title)}`, context: { step: 'page', page, part, what, ...more } });
	const versionNumber = (): number => numberOf(asObject(current?.['version'])?.['number']) ?? found.version ?? 1;
	const contentVersionCalls = (part: string, content: string, latest: number, more: Readonly<Record<string, string>> = {}): PullRequest[] => {
		const route = server.route.current;
		return versionCalls(route, content, latest, (path, version) => call(part, path, version === null ? 'versions' : `version ${version}`, { ...more, content, latest: String(latest), route, ...(version === null ? {} : { version: String(version) }) }));
	};
	const commentsCall = (located: boolean): PullRequest =>
		call('comments', pathOf(`/rest/api/content/${id}/child/comment`, [['expand', COMMENT_EXPAND], ['depth', 'all'], ...(located ? (['footer', 'inline', 'resolved'] as const).map((name) => ['location', name] as const) : []), ['limit', ROWS_WITH_BODY], ['start', 0]]), 'comments', { located: String(located) });
	const partCalls = (): PullRequest[] => [
		...(reads('versions') ? contentVersionCalls('versions', page, versionNumber()) : []),
		...(reads('comments') ? [commentsCall(true)] : []),
		...(reads('attachments') ? [call('attachments', pathOf(`/rest/api/content/${id}/child/attachment`, [['expand', 'version,container'], ['limit', ROWS], ['start', 0]]), 'attachments')] : []),
		...(reads('labels') && labelsOn(page) === null ? [call('labels', pathOf(`/rest/api/content/${id}/label`, [['limit', ROWS], ['start', 0]]), 'labels')] : []),
	];

	const giveVersion = (version: Row, status: string | null, sink: DocumentSink): void => {
		const number = numberOf(version['number']);
		if (number === null || number < 1) return;
		facts.give(sink, T.versionPublished, `page-${page}-v${number}`, readTime(version['when']), {
			...place,
			version: number,
			author: userActor(version['by']),
			minorEdit: typeof version['minorEdit'] === 'boolean' ? version['minorEdit'] : null,
			note: asText(version['message']),
			status: number === versionNumber() ? statusOf(status) : 'historical',
		});
	};
	const giveAttachment = (attachment: string, name: string, version: Row, content: Row | null, sink: DocumentSink): void => {
		const number = numberOf(version['number']);
		if (number === null || number < 1) return;
		const extensions = asObject(content?.['extensions']);
		const metadata = asObject(content?.['metadata']);
		facts.give(sink, T.attachmentVersioned, `attachment-${attachment}-v${number}`, readTime(version['when']), {
			...place,
			attachment,
			name: asText(content?.['title']) ?? name,
			version: number,
			author: userActor(version['by']),
			note: asText(version['message']) ?? asText(extensions?.['comment']) ?? asText(metadata?.['comment']),
			mediaType: asText(extensions?.['mediaType']) ?? asText(metadata?.['mediaType']),
			size: numberOf(extensions?.['fileSize']),
			sha256: null,
		});
	};
	const takeDetail = (row: Row, sink: DocumentSink): PullRequest[] => {
		current = row;
		const detail = readFound(settings.source, null, { ...row, type: 'page' });
		place = { space: place.space ?? detail?.space ?? null, page, title: place.title ?? detail?.title ?? null, url: place.url ?? detail?.url ?? null };
		body = asText(asObject(asObject(row['body'])?.['storage'])?.['value']) ?? '';
		const version = asObject(row['version']);
		if (reads('versions') && version !== null) giveVersion(version, asText(row['status']), sink);
		return partCalls();
	};
	const takeVersions = (request: PullRequest, value: unknown, head: AnswerHead, sink: DocumentSink): PullRequest[] => {
		const content = asText(request.context['content']) ?? page;
		const name = asText(request.context['name']) ?? content;
		const give = (row: Row, of: Row | null): void => (request.context['part'] === 'versions' ? giveVersion(row, null, sink) : giveAttachment(content, name, row, of, sink));
		if (request.context['version'] !== undefined) {
			const row = asObject(value);
			const single = asObject(row?.['version']);
			if (single !== null) give(single, row);
			return [];
		}
		const answer = readList(SYSTEM, settings.source, request, value, head);
		const latest = numberOf(request.context['latest']);
		// The current version was told already, with what only it knows.
		for (const row of answer.rows) if (numberOf(row['number']) !== latest) give(row, asObject(row['content']));
		return following(request, answer.next, answer.rows.length);
	};
	const takeAttachments = (listed: readonly Row[], sink: DocumentSink): PullRequest[] =>
		listed.flatMap((row) => {
			const attachment = asText(row['id']);
			const version = asObject(row['version']);
			if (attachment === null || version === null) return [];
			const name = asText(row['title']) ?? attachment;
			giveAttachment(attachment, name, version, row, sink);
			return contentVersionCalls('attachmentVersions', attachment, numberOf(version['number']) ?? 1, { name });
		});
	const giveComment = ({ row, text, mentions }: (typeof comments)[number], sink: DocumentSink): void => {
		const comment = asText(row['id']);
		if (comment === null) return;
		const version = asObject(row['version']);
		const extensions = asObject(row['extensions']);
		const number = Math.max(numberOf(version?.['number']) ?? 1, 1);
		const isReply = Array.isArray(row['ancestors']) && row['ancestors'].length > 0;
		facts.give(sink, T.commentPosted, `comment-${comment}-v${number}`, readTime(version?.['when']), {
			...place,
			comment,
			version: number,
			location: isReply ? 'reply' : extensions?.['location'] === 'inline' ? 'inline' : 'footer',
			author: userActor(version?.['by']),
			text,
			selection: asText(asObject(extensions?.['inlineProperties'])?.['originalSelection']),
			mentions: mentions.map((account) => server.userOfKey.get(account) ?? account),
		});
		const answer = asObject(extensions?.['resolution']);
		const resolution = resolutionOf(answer?.['status'] ?? extensions?.['resolution']);
		if (isReply || resolution === null || resolution === 'open') return;
		const at = readTime(answer?.['lastModifiedDate']);
		const seen = at === null ? memory.firstSeen(page, 'resolution', `${comment} ${resolution}`, 'seen') : null;
		facts.give(sink, T.commentResolved, `comment-${comment}-${resolution}-${at ?? 'seen'}`, at ?? seen?.at ?? null, { ...place, comment, resolution, by: userActor(answer?.['lastModifier']), observed: at === null });
	};
	/** Data Center tells tasks in the text of the page only: who gave it is not said, and its time is that of the version it was first seen in. */
	const giveTask = ({ id: task, body: text, assignee }: StorageTask, sink: DocumentSink): void => {
		if (assignee === null) return;
		const account = server.userOfKey.get(assignee) ?? assignee;
		const version = asObject(current?.['version']);
		const { mark, at } = memory.firstSeen(page, 'task', `${task} ${account}`, readTime(version?.['when']) ?? 'seen');
		facts.give(sink, T.taskAssigned, `task-${page}-${task}-${account}`, mark === 'seen' ? at : mark, { ...place, task: `${page}-${task}`, author: null, assignee: { system: 'confluence', account, name: null, email: null, bot: false }, text });
	};
	const following = (request: PullRequest, next: string | null, rows: number): PullRequest[] => (next === null || rows === 0 || next === request.path ? [] : [{ ...request, path: next }]);

	/** User keys that texts mention and nobody has named yet. */
	const unknownKeys = (tasks: readonly StorageTask[]): readonly string[] => {
		const mentioned = [...comments.flatMap(({ mentions }) => mentions), ...tasks.flatMap(({ assignee }) => (assignee === null ? [] : [assignee]))];
		return [...new Set(mentioned)].filter((account) => USER_KEY.test(account) && !server.userOfKey.has(account));
	};

	return {
		start: () => [call('detail', pathOf(`/rest/api/content/${id}`, [['expand', `version,space,history${reads('tasks') ? ',body.storage' : ''}`]]), 'the current version')],
		take(request: PullRequest, value: unknown, head: AnswerHead, sink: DocumentSink) {
			const part = request.context['part'];
			const object = asObject(value) ?? {};
			if (part === 'detail') return takeDetail(object, sink);
			if (part === 'versions' || part === 'attachmentVersions') return takeVersions(request, value, head, sink);
			if (part === 'user') {
				const key = asText(request.context['key']);
				const user: Actor | null = userActor(object);
				if (key !== null) server.userOfKey.set(key, user?.account ?? key);
				return [];
			}
			const answer = readList(SYSTEM, settings.source, request, value, head);
			const more = following(request, answer.next, answer.rows.length);
			if (part === 'attachments') return [...more, ...takeAttachments(answer.rows, sink)];
			if (part === 'labels') labels = [...(labels ?? []), ...readLabels(answer.rows)];
			else {
				for (const row of answer.rows) {
					const text = asText(asObject(asObject(row['body'])?.['storage'])?.['value']) ?? '';
					comments.push({ row, text, mentions: mentionsIn(text) });
				}
			}
			return more;
		},
		recover(request: PullRequest, trouble: PullTrouble, sink: DocumentSink) {
			const { part, latest, route } = request.context;
			const version = asText(request.context['version']);
			if (trouble.kind !== 'notFound' && trouble.kind !== 'permission' && trouble.kind !== 'unusableAnswer') return null;
			if ((part === 'versions' || part === 'attachmentVersions') && version === null && trouble.kind !== 'permission') {
				const instead = route === 'list' || route === 'experimental' ? routeAfter(route) : null;
				if (instead === null) return null;
				if (server.route.current === route) server.route.current = instead;
				return contentVersionCalls(part, asText(request.context['content']) ?? page, numberOf(latest) ?? 1, part === 'versions' ? {} : { name: asText(request.context['name']) ?? '' });
			}
			if (version !== null) {
				sink.finding({ where: `${pageName(page, place.title)}, ${part === 'versions' ? '' : `${asText(request.context['name']) ?? 'attachment'}, `}version ${version}`, value: trouble.message, expected: 'this version; it was deleted or cannot be seen. The others are read', severity: 'warning' });
				return [];
			}
			if (part === 'comments' && request.context['located'] === 'true' && trouble.kind === 'unusableAnswer') return [commentsCall(false)];
			if (part !== 'user') return null;
			const key = asText(request.context['key']);
			if (key !== null) server.userOfKey.set(key, key);
			return [];
		},
		drained(sink) {
			if (stage === 'done') return [];
			const tasks = reads('tasks') ? tasksIn(body) : [];
			if (stage === 'reading') {
				stage = 'users';
				const keys = unknownKeys(tasks);
				if (keys.length > 0) return keys.map((key) => call('user', pathOf('/rest/api/user', [['key', key]]), `user ${key} in the comments`, { key }));
			}
			stage = 'done';
			for (const comment of comments) giveComment(comment, sink);
			for (const task of tasks) giveTask(task, sink);
			const present = labelsOn(page) ?? labels;
			if (reads('labels') && present !== null && (current !== null || !lost())) giveLabels(present, place, versionNumber(), context, facts, sink);
			if (!lost()) {
				if (reads('comments')) memory.forgetOthers('resolution', page);
				if (reads('tasks')) memory.forgetOthers('task', page);
				if (labels !== null) memory.forgetOthers('label', page);
			}
			return [];
		},
	};
}

/** Keys of users are hexadecimal; user names of people are hardly ever. */
const USER_KEY = /^[0-9a-f]{32}$/i;
