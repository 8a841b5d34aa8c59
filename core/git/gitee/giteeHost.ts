import { asObject } from '../../pull/run.js';
import type { VendorWords } from '../../pull/answer.js';
import { branchCommits, changeCommits, checks, forRows, needsChanges, placeIn, repositoryPath } from '../answers.js';
import { accountActor, giveChange, giveComment, giveConflict, giveReview, gitStamp, rowsIn, textIn, type ChangeReading, type Row } from '../facts.js';
import { committedAt, readCheckRun, readComment, readCommit, readFiles, readPullRequest } from '../family.js';
import { encodedPath, sinceText, type GitCall, type GitHost, type GitList, type GitRun } from '../host.js';

export const GITEE_WORDS: VendorWords = {
	title: 'Gitee',
	authenticationRemedy: 'Check the token in the credential: it may have expired.',
	permissionRemedy: 'Give the token the rights projects, pull_requests and notes, and its owner access to this repository.',
	notFoundRemedy: 'Check owner and path of the repository. Gitee also answers 404 where the token may not see it.',
	rateLimitRemedy: 'The limit of the token is used up. The next run goes on from the same place; read less often or fewer kinds of data.',
};

const PAGE = 100;

/** Adapter for Gitee, REST v5. Source: vendor reference 2; Gitee publishes no description that could be read by a program. */
export const giteeHost: GitHost = {
	system: 'gitee',
	words: GITEE_WORDS,
	pageSize: PAGE,
	repositoryPath: (repository) => `/repos/${encodedPath(repository)}`,
	readRepository(value) {
		const row = asObject(value);
		const [address, name] = [textIn(row, 'html_url'), textIn(row, 'full_name', 'path_with_namespace')];
		// The interface writes the address with `.git`, calls write it without.
		return address === null || name === null ? null : { source: address.replace(/\.git$/, ''), name, branch: textIn(row, 'default_branch'), id: textIn(row, 'id') };
	},
	lists: (run) => [...(needsChanges(run, ['reviews', 'comments', 'checks', 'conflicts']) ? [changes] : []), ...(run.wants('commits') ? [commitsOf(run)] : [])],
	changeCall: (change, run) => ({ kind: 'change', path: `${repositoryPath(run)}/pulls/${change}`, purpose: `pull request ${change}` }),
	answers: {
		change(value, _, run) {
			const row = asObject(value);
			const reading = row === null ? null : readPullRequest(row, run.repository.name, 'gitee');
			return row === null || reading === null ? [] : lookAt(row, reading, run);
		},
		comments(value, about, run, more) {
			const place = placeIn(about, run);
			return forRows(value, more, (row) => {
				const comment = readComment(row, isOnLines(row) ? 'diff' : 'conversation', 'gitee');
				if (comment !== null) giveComment(comment, place, run.repository.source, run.sink);
				return null;
			});
		},
		changeCommits: changeCommits(read),
		checkRuns: checks((value) => asObject(value)?.['check_runs'], readCheckRun),
	},
	pathsCall: (sha, run) => ({ path: `${repositoryPath(run)}/commits/${sha}`, purpose: `files of commit ${sha.slice(0, 10)}` }),
	readPaths: (value) => readFiles(asObject(value)?.['files']),
};

/** A comment on lines of the change, as the interface and as a call marks it. */
export function isOnLines(row: Row): boolean {
	return row['comment_type'] === 'diff_comment' || textIn(row, 'path', 'position') !== null;
}

/** Gitee keeps no reviews but whether an assignee has accepted the change; it does not say when. */
export function giveAcceptances(row: Row, reading: ChangeReading, source: string, sink: GitRun['sink']): void {
	for (const assignee of rowsIn(row['assignees'])) {
		const reviewer = accountActor('gitee', assignee);
		if (assignee['accept'] !== true || reviewer === null) continue;
		giveReview({ id: `${reviewer.account}@${reading.place.head?.sha ?? ''}`, reviewer, state: 'approved', at: null }, reading.place, source, sink);
	}
}

function read(row: Row): ReturnType<typeof readCommit> {
	return readCommit(row, 'gitee');
}

const changes: GitList = {
	name: 'changes',
	newestFirst: true,
	call: (run, bound) => {
		const since = sinceText(bound);
		return { kind: 'list', path: `${repositoryPath(run)}/pulls`, query: { state: 'all', sort: 'updated', direction: 'desc', ...(since === null ? {} : { since }), per_page: String(run.pageSize) }, purpose: 'pull requests' };
	},
	stamp: (row) => gitStamp(row['updated_at'])?.instant ?? null,
	take(row, run) {
		const reading = readPullRequest(row, run.repository.name, 'gitee');
		if (reading === null) return [];
		const { change } = reading.place;
		const calls = [...lookAt(row, reading, run)];
		const query = { per_page: String(run.pageSize) };
		if (run.wants('comments')) calls.push({ kind: 'comments', path: `${repositoryPath(run)}/pulls/${change}/comments`, query, purpose: `comments of pull request ${change}`, about: { change }, paged: true });
		// The commits of a pull request come whole.
		if (run.wants('changeCommits')) calls.push({ kind: 'changeCommits', path: `${repositoryPath(run)}/pulls/${change}/commits`, purpose: `commits of pull request ${change}`, about: { change } });
		return calls;
	},
};

function lookAt(row: Row, reading: ChangeReading, run: GitRun): readonly GitCall[] {
	const { place, state, merging } = reading;
	run.places.set(place.change, place);
	if (run.wants('changes')) giveChange(reading, run.repository.source, run.sink);
	if (run.wants('reviews')) giveAcceptances(row, reading, run.repository.source, run.sink);
	if (run.wants('conflicts') && state === 'open') {
		if (merging === 'conflict') giveConflict(place, run.repository.source, run.now, run.sink);
		// The branch it goes to moves on without a word about it.
		run.unsettled(place.change);
	}
	const sha = place.head?.sha;
	if (!run.wants('checks') || typeof sha !== 'string') return [];
	return [{ kind: 'checkRuns', path: `${repositoryPath(run)}/commits/${sha}/check-runs`, query: { per_page: String(run.pageSize) }, purpose: `checks of pull request ${place.change}`, about: { change: place.change }, paged: true }];
}

const commitsOf = (run: GitRun): GitList =>
	branchCommits(run, read, {
		call: (_, bound) => {
			const since = sinceText(bound);
			const { branch } = run.repository;
			return { kind: 'list', path: `${repositoryPath(run)}/commits`, query: { ...(branch === '' ? {} : { sha: branch }), ...(since === null ? {} : { since }), per_page: String(run.pageSize) }, purpose: `commits of ${branch}` };
		},
		stamp: committedAt,
	});
