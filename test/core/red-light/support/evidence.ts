import { DOCUMENT_EVENT_TYPES, type CommentPosted, type CommentResolved, type VersionPublished } from '../../../../core/documents/evidence.js';
import type { Actor } from '../../../../core/evidence/actor.js';
import type { CloudEvent } from '../../../../core/evidence/cloudEvent.js';
import { GIT_EVENT_TYPES, type ChangeAbandoned, type ChangeMerged, type CommitRecorded } from '../../../../core/git/evidence.js';

/* Evidence in few words. Made up for tests. */

let made = 0;
const SOURCE = 'https://git.example.com/team/app';

export const account = (name: string, more: Partial<Actor> = {}): Actor => ({ system: 'github', account: name, name: null, email: null, bot: false, ...more });

export function event(type: string, time: string | undefined, data: object, id = `fact-${++made}`, source = SOURCE): CloudEvent {
	return { specversion: '1.0', id, source, type, ...(time === undefined ? {} : { time }), data };
}

const place = (change: string, author: string): object => ({
	repository: 'team/app',
	change,
	title: `Change ${change}`,
	url: `https://git.example.com/team/app/pull/${change}`,
	author: account(author),
	draft: false,
	head: { repository: 'team/app', branch: `b-${change}`, sha: `head-of-${change}` },
	targetBranch: 'main',
});

export function merged(time: string, change: string, author = 'li-wei', more: Partial<ChangeMerged> = {}): CloudEvent {
	return event(GIT_EVENT_TYPES.changeMerged, time, { ...place(change, author), by: account('maintainer'), mergedAs: null, ...more });
}

export function abandoned(time: string, change: string, author = 'li-wei', more: Partial<ChangeAbandoned> = {}): CloudEvent {
	return event(GIT_EVENT_TYPES.changeAbandoned, time, { ...place(change, author), by: account('maintainer'), supersededBy: null, ...more });
}

export function created(time: string, change: string, author = 'li-wei', more: object = {}): CloudEvent {
	return event(GIT_EVENT_TYPES.changeCreated, time, { ...place(change, author), ...more });
}

export function conflicted(time: string, change: string, author = 'li-wei'): CloudEvent {
	return event(GIT_EVENT_TYPES.changeConflicted, time, { ...place(change, author), observed: true });
}

export function check(time: string, change: string, conclusion: 'success' | 'failure', name = 'build', author = 'li-wei'): CloudEvent {
	return event(GIT_EVENT_TYPES.checkCompleted, time, { repository: 'team/app', sha: `head-of-${change}`, change, author: account(author), name, conclusion, url: null });
}

export function commit(time: string, paths: readonly string[], author = 'li-wei', more: Partial<CommitRecorded> = {}): CloudEvent {
	const sha = more.sha ?? `sha-${++made}`;
	return event(GIT_EVENT_TYPES.commitRecorded, time, {
		repository: 'team/app',
		sha,
		url: `https://git.example.com/team/app/commit/${sha}`,
		author: account(author),
		committer: account(author),
		authoredAt: time,
		committedAt: time,
		parents: 1,
		paths,
		change: null,
		branch: 'main',
		contentKey: `key-of-${sha}`,
		note: null,
		reverts: null,
		...more,
	});
}

/** So many commits to one directory on one day. */
export const commits = (day: string, count: number, directory = 'src/core', author = 'li-wei'): CloudEvent[] => Array.from({ length: count }, (_, index) => commit(`${day}T${String(9 + (index % 9)).padStart(2, '0')}:0${index % 10}:00+08:00`, [`${directory}/f${index}.ts`], author));

const WIKI = 'https://wiki.example.com';
const page = (id: string): object => ({ space: 'REQ', page: id, title: `Page ${id}`, url: `https://wiki.example.com/pages/${id}` });

export function version(number: number, time: string | undefined, author = 'zhang-min', more: Partial<VersionPublished> = {}): CloudEvent {
	return event(DOCUMENT_EVENT_TYPES.versionPublished, time, { ...page(more.page ?? 'p1'), version: number, author: account(author, { system: 'confluence' }), minorEdit: false, note: null, status: 'historical', ...more }, undefined, WIKI);
}

export function pageEvent(type: keyof typeof DOCUMENT_EVENT_TYPES, time: string, data: object, id = 'p1'): CloudEvent {
	return event(DOCUMENT_EVENT_TYPES[type], time, { ...page(id), ...data }, undefined, WIKI);
}

export function comment(text: string, more: Partial<CommentPosted> = {}, time = '2026-03-02T09:00:00+08:00'): CloudEvent {
	return pageEvent('commentPosted', time, { comment: 'c1', version: 1, location: 'footer', author: account('wang-fang', { system: 'confluence' }), text, selection: null, mentions: [], ...more });
}

export function resolved(resolution: CommentResolved['resolution'], time = '2026-03-03T09:00:00+08:00', id = 'c1'): CloudEvent {
	return pageEvent('commentResolved', time, { comment: id, resolution, by: null, observed: true });
}
