import { asObject } from '../../pull/run.js';
import type { VendorWords } from '../../pull/answer.js';
import { aboutText, branchCommits, changeCommits, checks, forRows, needsChanges, placeIn } from '../answers.js';
import { accountActor, commitActor, conclusionOf, giveChange, giveClosing, giveConflict, gitStamp, textIn, type ChangeReading, type CheckReading, type CommitReading, type Row } from '../facts.js';
import { isDraft, readFiles } from '../family.js';
import { giveNote } from './gitlabNote.js';
import { sinceText, type GitCall, type GitHost, type GitList, type GitRun } from '../host.js';

export const GITLAB_WORDS: VendorWords = {
	title: 'GitLab',
	authenticationRemedy: 'Check the token in the credential: it may have expired. A project that was renamed or moved has to be entered under its new name.',
	permissionRemedy: 'Give the token the scope read_api and its owner at least the role Reporter in this project.',
	notFoundRemedy: 'Check the path of the project (group/subgroup/project). GitLab also answers 404 where the token may not see it.',
	rateLimitRemedy: 'The limit of this GitLab is used up. The next run goes on from the same place; read less often or fewer kinds of data.',
};

const PAGE = 100;

/** A merge request as the interface gives it. Source: vendor reference 2.1. */
export function readMergeRequest(row: Row, repository: string): ChangeReading | null {
	const change = textIn(row, 'iid');
	if (change === null) return null;
	const state = textIn(row, 'state');
	const merged = state === 'merged' || (state !== 'opened' && state !== 'closed' && gitStamp(row['merged_at']) !== null);
	const branch = textIn(row, 'source_branch');
	const sourceId = textIn(row, 'source_project_id');
	const updatedAt = gitStamp(row['updated_at']);
	return {
		place: {
			repository,
			change,
			title: textIn(row, 'title'),
			url: textIn(row, 'web_url', 'url'),
			author: accountActor('gitlab', row['author']),
			draft: isDraft(row, 'gitlab'),
			head: branch === null ? null : { repository: sourceId !== null && sourceId === textIn(row, 'target_project_id') ? repository : null, branch, sha: textIn(row, 'sha') },
			targetBranch: textIn(row, 'target_branch'),
		},
		createdAt: gitStamp(row['created_at']),
		// While it is being merged (“locked”) it is not decided.
		state: merged ? 'merged' : state === 'closed' ? 'abandoned' : 'open',
		decidedAt: merged ? (gitStamp(row['merged_at']) ?? updatedAt) : (gitStamp(row['closed_at']) ?? updatedAt),
		by: accountActor('gitlab', merged ? (row['merge_user'] ?? row['merged_by']) : row['closed_by']),
		mergedAs: merged ? textIn(row, 'merge_commit_sha', 'squash_commit_sha') : null,
		updatedAt,
		merging: mergingOf(row),
		body: textIn(row, 'description'),
	};
}

function mergingOf(row: Row): ChangeReading['merging'] {
	if (row['has_conflicts'] === true) return 'conflict';
	const status = textIn(row, 'detailed_merge_status', 'merge_status');
	// Old versions have no field of their own for conflicts.
	if (status === 'conflict' || (status === 'cannot_be_merged' && row['has_conflicts'] !== false)) return 'conflict';
	return status === null || /^(?:unchecked|checking|preparing|cannot_be_merged_recheck)$/.test(status) ? 'unknown' : 'clean';
}

export function readGitlabCommit(row: Row): CommitReading | null {
	const sha = textIn(row, 'id');
	if (sha === null) return null;
	return {
		sha,
		url: textIn(row, 'web_url', 'url'),
		message: textIn(row, 'message') ?? '',
		author: commitActor(textIn(row, 'author_name'), textIn(row, 'author_email')),
		authorEmail: textIn(row, 'author_email'),
		committer: commitActor(textIn(row, 'committer_name'), textIn(row, 'committer_email')),
		authoredAt: textIn(row, 'authored_date', 'created_at'),
		committedAt: textIn(row, 'committed_date'),
		parents: Array.isArray(row['parent_ids']) ? row['parent_ids'].length : null,
		paths: null,
	};
}

/** The id of a pipeline stays when it is run again, so the end belongs to the id. */
export function readPipeline(row: Row): CheckReading | null {
	const [id, sha, conclusion] = [textIn(row, 'id'), textIn(row, 'sha'), conclusionOf(row['status'])];
	if (id === null || sha === null || conclusion === null) return null;
	return { id: `pipeline/${id}/${conclusion}`, sha, name: textIn(row, 'name') ?? 'pipeline', conclusion, url: textIn(row, 'web_url', 'url'), at: gitStamp(row['finished_at']) ?? gitStamp(row['updated_at']) };
}

/** Adapter for GitLab, REST v4, on gitlab.com or one's own server. Source: vendor reference 2. */
export const gitlabHost: GitHost = {
	system: 'gitlab',
	words: GITLAB_WORDS,
	pageSize: PAGE,
	repositoryPath: (repository) => `/projects/${encodeURIComponent(repository)}`,
	readRepository(value) {
		const row = asObject(value);
		const [source, name] = [textIn(row, 'web_url'), textIn(row, 'path_with_namespace')];
		return source === null || name === null ? null : { source, name, branch: textIn(row, 'default_branch'), id: textIn(row, 'id') };
	},
	lists: (run) => [...(needsChanges(run, ['reviews', 'comments', 'checks', 'conflicts', 'closings']) ? [changes] : []), ...(run.wants('commits') ? [commitsOf(run)] : [])],
	changeCall: (change, run) => ({ kind: 'change', path: `${base(run)}/merge_requests/${change}`, purpose: `merge request ${change}` }),
	answers: {
		change(value, _, run) {
			const row = asObject(value);
			const reading = row === null ? null : readMergeRequest(row, run.repository.name);
			return reading === null ? [] : lookAt(reading, run);
		},
		notes(value, about, run, more) {
			const place = placeIn(about, run);
			return forRows(value, more, (row) => {
				giveNote(row, place, { comments: run.wants('comments'), reviews: run.wants('reviews') }, run.repository.source, run.sink);
				return null;
			});
		},
		closings(value, about, run, more) {
			const place = placeIn(about, run);
			const decided = aboutText(about, 'decidedAt');
			return forRows(value, more, (row) => {
				const at = gitStamp(row['created_at']);
				if (row['state'] === 'closed' && at !== null) giveClosing(place, at, accountActor('gitlab', row['user']), decided === '' ? null : { merged: about['merged'] === true, at: gitStamp(decided) }, run.repository.source, run.sink);
				return null;
			});
		},
		changeCommits: changeCommits(readGitlabCommit),
		pipelines: checks((value) => value, readPipeline),
	},
	pathsCall: (sha, run) => ({ path: `${base(run)}/repository/commits/${sha}/diff`, query: { per_page: String(run.pageSize) }, purpose: `files of commit ${sha.slice(0, 10)}`, paged: true }),
	readPaths: readFiles,
};

const base = ({ repository: { id, name } }: GitRun): string => `/projects/${id ?? encodeURIComponent(name)}`;

const changes: GitList = {
	name: 'changes',
	newestFirst: true,
	call: (run, bound) => {
		const since = sinceText(bound);
		return { kind: 'list', path: `${base(run)}/merge_requests`, query: { state: 'all', scope: 'all', order_by: 'updated_at', sort: 'desc', ...(since === null ? {} : { updated_after: since }), per_page: String(run.pageSize) }, purpose: 'merge requests' };
	},
	stamp: (row) => gitStamp(row['updated_at'])?.instant ?? null,
	take(row, run) {
		const reading = readMergeRequest(row, run.repository.name);
		if (reading === null) return [];
		const { change } = reading.place;
		const calls = [...lookAt(reading, run)];
		const about = { change };
		if (run.wants('reviews') || run.wants('comments')) calls.push({ kind: 'notes', path: `${base(run)}/merge_requests/${change}/notes`, query: { sort: 'asc', order_by: 'created_at', per_page: String(run.pageSize) }, purpose: `notes of merge request ${change}`, about, paged: true });
		if (run.wants('closings')) calls.push({ kind: 'closings', path: `${base(run)}/merge_requests/${change}/resource_state_events`, query: { per_page: String(run.pageSize) }, purpose: `closings of merge request ${change}`, about: { change, merged: reading.state === 'merged', decidedAt: reading.decidedAt?.at ?? null }, paged: true });
		if (run.wants('changeCommits')) calls.push({ kind: 'changeCommits', path: `${base(run)}/merge_requests/${change}/commits`, query: { per_page: String(run.pageSize) }, purpose: `commits of merge request ${change}`, about, paged: true });
		return calls;
	},
};

function lookAt(reading: ChangeReading, run: GitRun): readonly GitCall[] {
	const { place, state, merging } = reading;
	run.places.set(place.change, place);
	if (run.wants('changes')) giveChange(reading, run.repository.source, run.sink);
	if (run.wants('conflicts') && state === 'open') {
		if (merging === 'conflict') giveConflict(place, run.repository.source, run.now, run.sink);
		// The branch it goes to moves on without a word about it.
		run.unsettled(place.change);
	}
	if (!run.wants('checks')) return [];
	return [{ kind: 'pipelines', path: `${base(run)}/merge_requests/${place.change}/pipelines`, query: { per_page: String(run.pageSize) }, purpose: `pipelines of merge request ${place.change}`, about: { change: place.change }, paged: true }];
}

const commitsOf = (run: GitRun): GitList =>
	branchCommits(run, readGitlabCommit, {
		call: (_, bound) => {
			const since = sinceText(bound);
			const { branch } = run.repository;
			return { kind: 'list', path: `${base(run)}/repository/commits`, query: { ...(branch === '' ? {} : { ref_name: branch }), ...(since === null ? {} : { since }), per_page: String(run.pageSize) }, purpose: `commits of ${branch}` };
		},
		stamp: (row) => gitStamp(row['committed_date'] ?? row['created_at'])?.instant ?? null,
	});
