import { asObject } from '../../pull/run.js';
import type { ChangePlace } from '../evidence.js';
import { accountActor, giveChange, giveCheck, gitStamp, rowsIn, textIn, type GitSink, type Row } from '../facts.js';
import { givePush } from '../family.webhook.js';
import type { CallSubject } from '../webhook.js';
import { readMergeRequest, readPipeline } from './gitlabHost.js';
import { giveNote as giveNoteOf } from './gitlabNote.js';

/**
 * What GitLab sends. A merge request names its author by number only, so who it is can be told where the author acts, is assigned or reviews; where it
 * cannot be told no fact is given, because the same fact with its author is what counts: reading gives it. Approvals have no number in a call either.
 */
export function readGitlabCall(row: Row, sink: GitSink): CallSubject {
	const project = asObject(row['project']);
	const attributes = asObject(row['object_attributes']);
	const subject: CallSubject = { source: textIn(project, 'web_url'), repository: textIn(project, 'path_with_namespace'), change: null, branch: null, action: textIn(attributes, 'action') };
	const { source, repository: name } = subject;
	if (source === null || name === null) return subject;
	const kind = textIn(row, 'object_kind', 'event_type');
	if (kind === 'push') return { ...subject, branch: givePush(row, 'gitlab', { source, name }, sink) };
	if (attributes === null) return subject;
	if (kind === 'merge_request') return { ...subject, change: giveMergeRequest(row, attributes, { source, name }, sink) };
	if (kind === 'note') return { ...subject, change: giveNote(row, attributes, { source, name }, sink) };
	if (kind === 'pipeline') {
		const change = textIn(asObject(row['merge_request']), 'iid');
		const check = readPipeline({ ...attributes, web_url: attributes['url'] ?? null });
		if (check !== null) giveCheck(check, { change, author: null }, { source, name }, sink);
		return { ...subject, change };
	}
	return subject;
}

interface Known {
	readonly source: string;
	readonly name: string;
}

/** Times in calls have other names or none: `updated_at` is when the action happened. */
function giveMergeRequest(row: Row, attributes: Row, { source, name }: Known, sink: GitSink): string | null {
	const author = authorOf(row, attributes);
	const reading = readMergeRequest({ ...attributes, sha: textIn(asObject(attributes['last_commit']), 'id'), author }, name);
	if (reading === null) return null;
	const action = textIn(attributes, 'action');
	const decides = action === 'merge' || action === 'close';
	const actor = accountActor('gitlab', row['user']);
	// Later calls about a decided change say nothing about when it was decided.
	const told = reading.state === 'open' || decides || gitStamp(attributes['merged_at'] ?? attributes['closed_at']) !== null;
	if (reading.place.author !== null && told) giveChange({ ...reading, place: withHead(reading.place, attributes), by: decides ? actor : null }, source, sink);
	return reading.place.change;
}

function withHead(place: ChangePlace, attributes: Row): ChangePlace {
	return place.head === null ? place : { ...place, head: { ...place.head, repository: textIn(asObject(attributes['source']), 'path_with_namespace') ?? place.head.repository } };
}

/** The account with the author's number among those that a call names, as a row. */
function authorOf(row: Row, attributes: Row): Row | null {
	const user = asObject(row['user']);
	const id = textIn(attributes, 'author_id');
	if (user !== null && textIn(attributes, 'action') === 'open') return user;
	const named = [user, ...rowsIn(row['assignees']), ...rowsIn(row['reviewers']), asObject(attributes['author'])].filter((account) => account !== null);
	const found = named.find((account) => id !== null && textIn(account, 'id') === id);
	if (found !== undefined) return found;
	// Old versions name no number of the actor: only where the last commit is the actor's own is the actor taken for the author.
	const writer = textIn(asObject(asObject(attributes['last_commit'])?.['author']), 'name');
	return user !== null && textIn(user, 'id') === null && writer !== null && writer === textIn(user, 'name') ? user : null;
}

function giveNote(row: Row, attributes: Row, { source, name }: Known, sink: GitSink): string | null {
	const request = asObject(row['merge_request']);
	const id = textIn(attributes, 'id');
	if (request === null || id === null || attributes['noteable_type'] !== 'MergeRequest') return null;
	const reading = readMergeRequest({ ...request, sha: textIn(asObject(request['last_commit']), 'id'), author: authorOf(row, request) }, name);
	if (reading === null) return null;
	// Reviews come by reading only: a call about one names no note.
	giveNoteOf({ ...attributes, author: row['user'] }, withHead(reading.place, request), { comments: true, reviews: false }, source, sink);
	return reading.place.change;
}
