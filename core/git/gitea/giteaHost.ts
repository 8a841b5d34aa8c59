import { asObject } from '../../pull/run.js';
import type { VendorWords } from '../../pull/answer.js';
import { aboutText, branchCommits, changeCommits, checks, commentedChange, forRows, needsChanges, placeIn, repositoryPath, takeComment } from '../answers.js';
import { giveChange, giveComment, giveConflict, giveReview, gitStamp, textIn, type ChangeReading, type Row } from '../facts.js';
import { changeOfAddress, committedAt, readComment, readCommit, readFiles, readPullRequest, readReview, readStatus } from '../family.js';
import { encodedPath, sinceText, type GitCall, type GitHost, type GitList, type GitRun } from '../host.js';

export const GITEA_WORDS: VendorWords = {
	title: 'Gitea',
	authenticationRemedy: 'Check the token in the credential. A repository that was renamed or moved has to be entered under its new name.',
	permissionRemedy: 'Give the token the scopes read:repository and read:issue, and its owner access to this repository.',
	notFoundRemedy: 'Check owner and name of the repository, and that the address of the credential ends before /api/v1. Gitea also answers 404 where the token may not see it.',
	rateLimitRemedy: 'The server, or a proxy before it, refuses so many calls. The next run goes on from the same place; read less often.',
};

/** `MAX_RESPONSE_ITEMS` of a server is 50 unless its administrator changed it. */
const PAGE = 50;
/** Gitea says “not mergeable” also while it is finding out, which takes seconds. */
const STILL_FINDING_OUT_MILLISECONDS = 10 * 60_000;

/** Adapter for Gitea and Forgejo, REST v1. Source: vendor reference 2; Gitea's OpenAPI description. */
export const giteaHost: GitHost = {
	system: 'gitea',
	words: GITEA_WORDS,
	pageSize: PAGE,
	repositoryPath: (repository) => `/repos/${encodedPath(repository)}`,
	readRepository(value) {
		const row = asObject(value);
		const [source, name] = [textIn(row, 'html_url'), textIn(row, 'full_name')];
		return source === null || name === null ? null : { source, name, branch: textIn(row, 'default_branch'), id: textIn(row, 'id') };
	},
	lists: (run) => [
		...(needsChanges(run, ['reviews', 'comments', 'checks', 'conflicts']) ? [changes] : []),
		...(run.wants('commits') ? [commitsOf(run)] : []),
		...(run.wants('comments') ? [conversation] : []),
	],
	changeCall: (change, run) => ({ kind: 'change', path: `${repositoryPath(run)}/pulls/${change}`, purpose: `pull request ${change}` }),
	answers: {
		change(value, _, run) {
			const reading = readOne(value, run);
			return reading === null ? [] : lookAt(reading, run);
		},
		commentedChange: commentedChange(readOne),
		reviews(value, about, run, more) {
			const change = aboutText(about, 'change');
			const place = placeIn(about, run);
			return forRows(value, more, (row) => {
				const review = readReview(row, 'gitea');
				if (review !== null && run.wants('reviews')) giveReview(review, place, run.repository.source, run.sink);
				const id = textIn(row, 'id');
				if (!run.wants('comments') || id === null || !(Number(row['comments_count'] ?? 0) > 0)) return null;
				return [{ kind: 'lineComments', path: `${repositoryPath(run)}/pulls/${change}/reviews/${id}/comments`, purpose: `comments of a review of pull request ${change}`, about: { change } }];
			});
		},
		lineComments(value, about, run) {
			const place = placeIn(about, run);
			return forRows(value, null, (row) => {
				const comment = readComment(row, 'diff', 'gitea');
				if (comment !== null) giveComment(comment, place, run.repository.source, run.sink);
				return null;
			});
		},
		changeCommits: changeCommits(read),
		statuses: checks(
			(value) => asObject(value)?.['statuses'],
			(row, about) => readStatus(row, aboutText(about, 'sha')),
		),
	},
	pathsCall: (sha, run) => ({ path: `${repositoryPath(run)}/git/commits/${sha}`, query: { stat: 'false', verification: 'false', files: 'true' }, purpose: `files of commit ${sha.slice(0, 10)}` }),
	readPaths: (value) => readFiles(asObject(value)?.['files']),
};

function readOne(value: unknown, run: GitRun): ReturnType<typeof readPullRequest> {
	const row = asObject(value);
	return row === null ? null : readPullRequest(row, run.repository.name, 'gitea');
}

function read(row: Row): ReturnType<typeof readCommit> {
	return readCommit(row, 'gitea');
}

const changes: GitList = {
	name: 'changes',
	newestFirst: true,
	call: (run) => ({ kind: 'list', path: `${repositoryPath(run)}/pulls`, query: { state: 'all', sort: 'recentupdate', limit: String(run.pageSize) }, purpose: 'pull requests' }),
	stamp: (row) => gitStamp(row['updated_at'])?.instant ?? null,
	take(row, run) {
		const reading = readPullRequest(row, run.repository.name, 'gitea');
		if (reading === null) return [];
		const { change } = reading.place;
		const calls = [...lookAt(reading, run)];
		const query = { limit: String(run.pageSize) };
		if (run.wants('reviews') || run.wants('comments')) calls.push({ kind: 'reviews', path: `${repositoryPath(run)}/pulls/${change}/reviews`, query, purpose: `reviews of pull request ${change}`, about: { change }, paged: true });
		if (run.wants('changeCommits')) calls.push({ kind: 'changeCommits', path: `${repositoryPath(run)}/pulls/${change}/commits`, query: { ...query, verification: 'false', files: 'true' }, purpose: `commits of pull request ${change}`, about: { change }, paged: true });
		return calls;
	},
};

function lookAt(reading: ChangeReading, run: GitRun): readonly GitCall[] {
	const { place, state, merging, updatedAt } = reading;
	run.places.set(place.change, place);
	if (run.wants('changes')) giveChange(reading, run.repository.source, run.sink);
	if (run.wants('conflicts') && state === 'open') {
		if (merging === 'conflict' && updatedAt !== null && run.nowInstant - updatedAt.instant > STILL_FINDING_OUT_MILLISECONDS) giveConflict(place, run.repository.source, run.now, run.sink);
		// The branch it goes to moves on without a word about it.
		run.unsettled(place.change);
	}
	const sha = place.head?.sha;
	if (!run.wants('checks') || typeof sha !== 'string') return [];
	return [{ kind: 'statuses', path: `${repositoryPath(run)}/commits/${sha}/status`, query: { limit: String(run.pageSize) }, purpose: `statuses of pull request ${place.change}`, about: { change: place.change, sha }, paged: true }];
}

/** The list holds the changed files, so a commit costs no call of its own. It knows no `since`: the walk ends where nothing newer stands. */
const commitsOf = (run: GitRun): GitList =>
	branchCommits(run, read, {
		call: () => {
			const { branch } = run.repository;
			return { kind: 'list', path: `${repositoryPath(run)}/commits`, query: { ...(branch === '' ? {} : { sha: branch }), stat: 'false', verification: 'false', files: String(run.paths), limit: String(run.pageSize) }, purpose: `commits of ${branch}` };
		},
		stamp: committedAt,
	});

/** Comments of issues and pull requests stand in one list, oldest first. */
const conversation: GitList = {
	name: 'comments',
	newestFirst: false,
	call: (run, bound) => {
		const since = sinceText(bound);
		return { kind: 'list', path: `${repositoryPath(run)}/issues/comments`, query: { ...(since === null ? {} : { since }), limit: String(run.pageSize) }, purpose: 'comments' };
	},
	stamp: (row) => gitStamp(row['updated_at'])?.instant ?? null,
	take(row, run) {
		const address = textIn(row, 'html_url');
		const change = changeOfAddress(textIn(row, 'pull_request_url')) ?? changeOfAddress(address);
		const comment = readComment(row, 'conversation', 'gitea');
		if (change === null || comment === null) return [];
		return takeComment(comment, change, address?.replace(/#.*$/, '') ?? null, run, giteaHost.changeCall(change, run));
	},
};
