import { asObject } from '../pull/run.js';
import type { ChangePlace, ChangeReviewed } from './evidence.js';
import { accountActor, commitActor, conclusionOf, gitStamp, rowsIn, textIn, type ChangeReading, type CheckReading, type CommentReading, type CommitReading, type GitSystem, type ReviewReading, type Row } from './facts.js';

/*
 * GitHub, Gitee and Gitea name the same things alike, with a few differences that are read here by what is there, so that an older or newer version of
 * a host is read too. Every function takes an object as the host gives it, by its interface or in a call, and gives null where it is none.
 */

/** Titles that say “not ready” where a host has no field for it. */
const DRAFT_TITLE = /^\s*(?:(?:wip|draft)\s*[:：]|\[(?:wip|draft)\]|\((?:wip|draft)\))/i;

export function isDraft(row: Row, system: GitSystem): boolean {
	if (row['draft'] === true || row['work_in_progress'] === true) return true;
	return system !== 'github' && DRAFT_TITLE.test(textIn(row, 'title') ?? '');
}

/** `group/project` of a repository object. */
export function repositoryName(value: unknown): string | null {
	return textIn(asObject(value), 'full_name', 'path_with_namespace');
}

function headOf(value: unknown): ChangePlace['head'] {
	const head = asObject(value);
	const ref = textIn(head, 'ref');
	if (head === null || ref === null) return null;
	// Gitea gives the place of the change itself where the fork is gone.
	const branch = /^refs\/pull\/\d+\/head$/.test(ref) ? (textIn(head, 'label') ?? ref) : ref;
	return { repository: repositoryName(head['repo']), branch, sha: textIn(head, 'sha') };
}

/** A pull request, from a list, by itself or in a call. */
export function readPullRequest(row: Row, repository: string, system: GitSystem): ChangeReading | null {
	const change = textIn(row, 'number', 'iid');
	if (change === null) return null;
	const mergedAt = gitStamp(row['merged_at']);
	const state = textIn(row, 'state');
	const merged = mergedAt !== null || row['merged'] === true || state === 'merged';
	const closed = merged || state === 'closed';
	const author = accountActor(system, row['user']);
	const updatedAt = gitStamp(row['updated_at']);
	const draft = isDraft(row, system);
	return {
		place: {
			repository,
			change,
			title: textIn(row, 'title'),
			url: textIn(row, 'html_url'),
			author,
			draft,
			head: headOf(row['head']),
			targetBranch: textIn(asObject(row['base']), 'ref'),
		},
		createdAt: gitStamp(row['created_at']),
		state: merged ? 'merged' : closed ? 'abandoned' : 'open',
		decidedAt: merged ? (mergedAt ?? gitStamp(row['closed_at']) ?? updatedAt) : gitStamp(row['closed_at']),
		by: accountActor(system, merged ? row['merged_by'] : row['closed_by']),
		mergedAs: merged ? textIn(row, 'merge_commit_sha') : null,
		updatedAt,
		merging: mergingOf(row, system, draft),
		body: textIn(row, 'body'),
	};
}

/** GitHub says why a change cannot be merged; Gitee and Gitea say only that it cannot, which for a draft is no conflict. */
function mergingOf(row: Row, system: GitSystem, draft: boolean): ChangeReading['merging'] {
	const mergeable = row['mergeable'];
	if (mergeable === true) return 'clean';
	if (system === 'github') return mergeable === false ? (row['mergeable_state'] === 'dirty' ? 'conflict' : 'clean') : 'unknown';
	if (mergeable === false) return draft ? 'unknown' : 'conflict';
	return 'unknown';
}

const REVIEW_STATES: Readonly<Record<string, ChangeReviewed['state']>> = {
	APPROVED: 'approved',
	CHANGES_REQUESTED: 'changesRequested',
	REQUEST_CHANGES: 'changesRequested',
	COMMENTED: 'commented',
	COMMENT: 'commented',
	DISMISSED: 'dismissed',
};

/** Null also for a review that is not submitted (PENDING). */
export function readReview(row: Row, system: GitSystem): ReviewReading | null {
	const id = textIn(row, 'id');
	const state = row['dismissed'] === true ? 'dismissed' : REVIEW_STATES[(textIn(row, 'state') ?? '').toUpperCase()];
	return id === null || state === undefined ? null : { id, reviewer: accountActor(system, row['user']), state, at: gitStamp(row['submitted_at']) };
}

export function readComment(row: Row, location: CommentReading['location'], system: GitSystem): CommentReading | null {
	const id = textIn(row, 'id');
	return id === null ? null : { id, commenter: accountActor(system, row['user']), location, text: textIn(row, 'body') ?? '', at: gitStamp(row['created_at']) };
}

/** A commit as a list or an answer of its own gives it; changed paths where it holds them. */
export function readCommit(row: Row, system: GitSystem): CommitReading | null {
	const sha = textIn(row, 'sha');
	const commit = asObject(row['commit']);
	if (sha === null || commit === null) return null;
	const author = asObject(commit['author']);
	const committer = asObject(commit['committer']);
	const email = textIn(author, 'email');
	return {
		sha,
		url: textIn(row, 'html_url'),
		message: textIn(commit, 'message') ?? '',
		author: person(system, row['author'], author),
		authorEmail: email,
		committer: person(system, row['committer'], committer),
		authoredAt: textIn(author, 'date'),
		committedAt: textIn(committer, 'date'),
		parents: Array.isArray(row['parents']) ? row['parents'].length : null,
		paths: Array.isArray(row['files']) ? readFiles(row['files']) : null,
	};
}

/** When a commit in a list was committed, by which the list is ordered. */
export function committedAt(row: Row): number | null {
	return gitStamp(asObject(asObject(row['commit'])?.['committer'])?.['date'] ?? row['created'])?.instant ?? null;
}

/** The account where the host knows it, with the name and e-mail of the commit; else the e-mail. */
function person(system: GitSystem, account: unknown, written: Row | null): CommitReading['author'] {
	const known = accountActor(system, account);
	const named = commitActor(textIn(written, 'name'), textIn(written, 'email'));
	return known === null ? named : { ...known, name: named?.name ?? known.name, email: named?.email ?? known.email };
}

/** Paths in a list of changed files; a rename gives the new one. */
export function readFiles(value: unknown): readonly string[] {
	return rowsIn(value).flatMap((file) => textIn(file, 'filename', 'new_path', 'path') ?? []);
}

/** A run of GitHub's checks; null while it has not ended. */
export function readCheckRun(row: Row): CheckReading | null {
	const [id, sha, conclusion] = [textIn(row, 'id'), textIn(row, 'head_sha'), conclusionOf(row['conclusion'])];
	if (id === null || sha === null || conclusion === null) return null;
	return { id: `check/${id}`, sha, name: textIn(row, 'name') ?? 'check', conclusion, url: textIn(row, 'html_url', 'details_url'), at: gitStamp(row['completed_at']) };
}

/** A status that another system set on a commit; null while it is pending. Gitea calls the state `status`. */
export function readStatus(row: Row, sha: string): CheckReading | null {
	const [id, conclusion] = [textIn(row, 'id'), conclusionOf(row['state'] ?? row['status'])];
	if (id === null || conclusion === null) return null;
	return { id: `status/${id}`, sha, name: textIn(row, 'context') ?? 'status', conclusion, url: textIn(row, 'target_url'), at: gitStamp(row['updated_at']) ?? gitStamp(row['created_at']) };
}

/** Number of the change that an address of a comment or change names, null where it is an issue's. */
export function changeOfAddress(address: string | null): string | null {
	return /\/(?:pull|pulls|merge_requests)\/(\d{1,9})(?:[/#?]|$)/.exec(address ?? '')?.[1] ?? null;
}

/** A commit in a push: GitHub, Gitea and Gitee list what it changed. */
export function readPushedCommit(row: Row, system: GitSystem): CommitReading | null {
	const sha = textIn(row, 'id');
	if (sha === null) return null;
	const author = asObject(row['author']);
	const committer = asObject(row['committer']);
	const message = textIn(row, 'message') ?? '';
	const named = ['added', 'modified', 'removed'].filter((list) => Array.isArray(row[list]));
	const parents = Array.isArray(row['parent_ids']) ? row['parent_ids'].length : null;
	return {
		sha,
		url: textIn(row, 'url'),
		message,
		author: person(system, author === null ? null : { ...author, login: textIn(author, 'username', 'user_name') ?? undefined, name: textIn(author, 'name') }, author),
		authorEmail: textIn(author, 'email'),
		committer: person(system, committer === null ? null : { ...committer, login: textIn(committer, 'username', 'user_name') ?? undefined }, committer),
		authoredAt: textIn(author, 'time', 'date') ?? textIn(row, 'timestamp'),
		committedAt: textIn(committer, 'time', 'date') ?? textIn(row, 'timestamp'),
		// A push does not say the parents; Git's own words for a merge do.
		parents: parents ?? (/^Merge (?:pull request #\d+|(?:remote-tracking )?branch(?:es)? ')/.test(message) ? 2 : null),
		paths: named.length === 0 ? null : named.flatMap((list) => (row[list] as readonly unknown[]).filter((path) => typeof path === 'string')),
	};
}
