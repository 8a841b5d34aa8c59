import { asObject } from '../../pull/run.js';
import type { VendorWords } from '../../pull/answer.js';
import type { JsonObject } from '../../pull/pull.js';
import { aboutText, branchCommits, changeCommits, checks, commentedChange, forRows, needsChanges, placeIn, repositoryPath, takeComment } from '../answers.js';
import { accountActor, barePlace, giveChange, giveClosing, giveConflict, giveReview, gitStamp, rowsIn, textIn, type Row } from '../facts.js';
import { changeOfAddress, committedAt, readCheckRun, readComment, readCommit, readFiles, readPullRequest, readReview, readStatus } from '../family.js';
import { encodedPath, sinceText, type GitCall, type GitHost, type GitList, type GitRun } from '../host.js';

export const GITHUB_WORDS: VendorWords = {
	title: 'GitHub',
	authenticationRemedy: 'Check the token in the credential: it may have ended, or the organisation asks for it to be authorised (SSO). A repository that was renamed or moved has to be entered under its new name.',
	permissionRemedy: 'Give the token the right to read contents, pull requests, issues, checks and commit statuses of this repository.',
	notFoundRemedy: 'Check owner and name of the repository. GitHub also answers 404 where the token may not see it.',
	rateLimitRemedy: 'The limit of the token is used up. The next run goes on from the same place; read less often, fewer repositories, or fewer kinds of data.',
};

const PAGE = 100;
/** GitHub lists no more commits of a pull request than these. */
const MOST_CHANGE_COMMITS = 250;

/** Adapter for github.com and GitHub Enterprise Server, REST 2022-11-28. Source: vendor reference 2; GitHub's OpenAPI description. */
export const githubHost: GitHost = {
	system: 'github',
	words: GITHUB_WORDS,
	pageSize: PAGE,
	headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', 'user-agent': 'n8n-nodes-performance-trace' },
	repositoryPath: (repository) => `/repos/${encodedPath(repository)}`,
	readRepository(value) {
		const row = asObject(value);
		const [source, name] = [textIn(row, 'html_url'), textIn(row, 'full_name')];
		return source === null || name === null ? null : { source, name, branch: textIn(row, 'default_branch'), id: textIn(row, 'id') };
	},
	lists: (run) => [
		...(needsChanges(run, ['reviews', 'comments', 'checks', 'conflicts']) ? [changes] : []),
		...(run.wants('commits') ? [commitsOf(run)] : []),
		...(run.wants('comments') ? [conversation, lineComments] : []),
		...(run.wants('closings') ? [closings] : []),
	],
	changeCall: (change, run) => ({ kind: 'change', path: `${repositoryPath(run)}/pulls/${change}`, purpose: `pull request ${change}` }),
	answers: {
		change(value, _, run) {
			const reading = readOne(value, run);
			if (reading === null) return [];
			// A change that stands in the list of this run was given with it.
			if (run.wants('changes') && !run.places.has(reading.place.change)) giveChange(reading, run.repository.source, run.sink);
			if (reading.state !== 'open') return [];
			if (run.wants('conflicts')) {
				if (reading.merging === 'conflict') giveConflict(reading.place, run.repository.source, run.now, run.sink);
				// The branch it goes to moves on without a word about it.
				run.unsettled(reading.place.change);
			}
			run.places.set(reading.place.change, reading.place);
			return run.wants('checks') ? checkCalls(reading.place.change, reading.place.head?.sha ?? null, run) : [];
		},
		commentedChange: commentedChange(readOne),
		/** The issue behind a pull request says who closed it. */
		decider(value, about, run) {
			const row = { ...(about['row'] as Row), closed_by: asObject(value)?.['closed_by'], merged_by: asObject(value)?.['closed_by'] };
			const reading = readPullRequest(row, run.repository.name, 'github');
			if (reading !== null) giveChange(reading, run.repository.source, run.sink);
			return [];
		},
		reviews(value, about, run, more) {
			const place = placeIn(about, run);
			return forRows(value, more, (row) => {
				const review = readReview(row, 'github');
				if (review !== null) giveReview(review, place, run.repository.source, run.sink);
				return null;
			});
		},
		changeCommits(value, about, run, more) {
			if (more === null && Number(about['seen'] ?? 0) + rowsIn(value).length >= MOST_CHANGE_COMMITS) {
				run.sink.finding({ where: `${run.repository.name} change ${aboutText(about, 'change')}`, value: `${MOST_CHANGE_COMMITS} commits`, expected: 'fewer: GitHub lists no more of one pull request. Read the commits of the branch instead', severity: 'warning' });
			}
			return changeCommits(read)(value, about, run, more);
		},
		checkRuns: checks((value) => asObject(value)?.['check_runs'], readCheckRun),
		statuses: checks(
			(value) => asObject(value)?.['statuses'],
			(row, about) => readStatus(row, aboutText(about, 'sha')),
		),
	},
	pathsCall: (sha, run) => ({ path: `${repositoryPath(run)}/commits/${sha}`, query: { per_page: String(run.pageSize) }, purpose: `files of commit ${sha.slice(0, 10)}`, paged: true }),
	readPaths: (value) => readFiles(asObject(value)?.['files']),
};

function readOne(value: unknown, run: GitRun): ReturnType<typeof readPullRequest> {
	const row = asObject(value);
	return row === null ? null : readPullRequest(row, run.repository.name, 'github');
}

function read(row: Row): ReturnType<typeof readCommit> {
	return readCommit(row, 'github');
}

const changes: GitList = {
	name: 'changes',
	newestFirst: true,
	call: (run) => ({ kind: 'list', path: `${repositoryPath(run)}/pulls`, query: { state: 'all', sort: 'updated', direction: 'desc', per_page: String(run.pageSize) }, purpose: 'pull requests' }),
	stamp: (row) => gitStamp(row['updated_at'])?.instant ?? null,
	take(row, run) {
		const reading = readPullRequest(row, run.repository.name, 'github');
		if (reading === null) return [];
		const { change, head } = reading.place;
		run.places.set(change, reading.place);
		const calls: GitCall[] = [];
		const decided = reading.state !== 'open';
		if (run.wants('changes')) {
			if (decided && run.wants('deciders')) calls.push({ kind: 'decider', path: `${repositoryPath(run)}/issues/${change}`, purpose: `who closed pull request ${change}`, about: { row: shortened(row) } });
			else giveChange(reading, run.repository.source, run.sink);
		}
		if (run.wants('reviews')) calls.push({ kind: 'reviews', path: `${repositoryPath(run)}/pulls/${change}/reviews`, query: { per_page: String(run.pageSize) }, purpose: `reviews of pull request ${change}`, about: { change }, paged: true });
		if (run.wants('changeCommits')) calls.push({ kind: 'changeCommits', path: `${repositoryPath(run)}/pulls/${change}/commits`, query: { per_page: String(run.pageSize) }, purpose: `commits of pull request ${change}`, about: { change }, paged: true });
		if (run.wants('conflicts') && !decided) calls.push(githubHost.changeCall(change, run));
		else if (run.wants('checks')) calls.push(...checkCalls(change, head?.sha ?? null, run));
		return calls;
	},
};

/** What {@link readPullRequest} reads of a row, as plain JSON. */
function shortened(row: Row): JsonObject {
	const kept = ['number', 'title', 'html_url', 'state', 'draft', 'user', 'body', 'created_at', 'updated_at', 'closed_at', 'merged_at', 'merge_commit_sha'];
	const part = (side: unknown): object | null => {
		const { ref, sha, repo } = asObject(side) ?? {};
		return { ref, sha, repo: repo === null ? null : { full_name: asObject(repo)?.['full_name'] } };
	};
	return { ...Object.fromEntries(kept.map((name) => [name, row[name] ?? null])), head: part(row['head']), base: part(row['base']) } as unknown as JsonObject;
}

function checkCalls(change: string, sha: string | null, run: GitRun): readonly GitCall[] {
	if (sha === null) return [];
	const query = { per_page: String(run.pageSize) };
	// Two systems that know nothing of each other: apps write check runs, older integrations statuses.
	return [
		{ kind: 'checkRuns', path: `${repositoryPath(run)}/commits/${sha}/check-runs`, query: { ...query, filter: 'latest' }, purpose: `checks of pull request ${change}`, about: { change, sha }, paged: true },
		{ kind: 'statuses', path: `${repositoryPath(run)}/commits/${sha}/status`, query, purpose: `statuses of pull request ${change}`, about: { change, sha }, paged: true },
	];
}

const commitsOf = (run: GitRun): GitList =>
	branchCommits(run, read, {
		call: (_, bound) => {
			const since = sinceText(bound);
			return { kind: 'list', path: `${repositoryPath(run)}/commits`, query: { sha: run.repository.branch, ...(since === null ? {} : { since }), per_page: String(run.pageSize) }, purpose: `commits of ${run.repository.branch}` };
		},
		stamp: committedAt,
	});

/** Events of issues and pull requests stand in one list; a merge is a closing too. */
const closings: GitList = {
	name: 'closings',
	newestFirst: true,
	call: (run) => ({ kind: 'list', path: `${repositoryPath(run)}/issues/events`, query: { per_page: String(run.pageSize) }, purpose: 'closings' }),
	stamp: (row) => gitStamp(row['created_at'])?.instant ?? null,
	take(row, run) {
		const issue = asObject(row['issue']);
		const pull = asObject(issue?.['pull_request']);
		const at = gitStamp(row['created_at']);
		const change = textIn(issue, 'number');
		if (row['event'] !== 'closed' || issue === null || pull === null || at === null || change === null) return [];
		const mergedAt = gitStamp(pull['merged_at']);
		const place = run.places.get(change) ?? { ...barePlace(run.repository.name, change, textIn(pull, 'html_url')), title: textIn(issue, 'title'), author: accountActor('github', issue['user']), draft: issue['draft'] === true };
		giveClosing(place, at, accountActor('github', row['actor']), { merged: mergedAt !== null, at: mergedAt ?? gitStamp(issue['closed_at']) }, run.repository.source, run.sink);
		return [];
	},
};

/** Comments of issues and pull requests stand in one list. */
const conversation: GitList = commentList('comments', 'issues/comments', 'comments', 'conversation');
const lineComments: GitList = commentList('diffComments', 'pulls/comments', 'comments on lines', 'diff');

function commentList(name: 'comments' | 'diffComments', path: string, purpose: string, location: 'conversation' | 'diff'): GitList {
	return {
		name,
		newestFirst: true,
		call: (run, bound) => {
			const since = sinceText(bound);
			return { kind: 'list', path: `${repositoryPath(run)}/${path}`, query: { sort: 'updated', direction: 'desc', ...(since === null ? {} : { since }), per_page: String(run.pageSize) }, purpose };
		},
		stamp: (row) => gitStamp(row['updated_at'])?.instant ?? null,
		take(row, run) {
			const address = textIn(row, 'html_url');
			const change = changeOfAddress(textIn(row, 'pull_request_url')) ?? changeOfAddress(address);
			const comment = readComment(row, location, 'github');
			if (change === null || comment === null) return [];
			return takeComment(comment, change, address?.replace(/#.*$/, '') ?? null, run, githubHost.changeCall(change, run));
		},
	};
}
