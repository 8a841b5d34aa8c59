import { asObject } from '../pull/run.js';
import { accountActor, barePlace, giveChange, giveCheck, giveComment, giveCommit, giveReview, rowsIn, textIn, type ChangeReading, type GitSink, type GitSystem, type Row } from './facts.js';
import { isDraft, readCheckRun, readComment, readPullRequest, readPushedCommit, readReview, readStatus, repositoryName } from './family.js';
import type { CallSubject } from './webhook.js';

/** What GitHub and Gitea (Forgejo) send; both name events and fields alike. Events without `action` (push, create, status) are read too. */
export function readFamilyCall(system: GitSystem, event: string, row: Row, sink: GitSink): CallSubject {
	const repository = asObject(row['repository']);
	const subject: CallSubject = { source: textIn(repository, 'html_url'), repository: repositoryName(repository), change: null, branch: null, action: textIn(row, 'action') };
	const { source, repository: name } = subject;
	if (source === null || name === null) return subject;
	const known = { source, name };

	if (event === 'push') return { ...subject, branch: givePush(row, system, known, sink) };
	if (event === 'check_run') {
		const run = asObject(row['check_run']);
		const change = textIn(rowsIn(run?.['pull_requests'])[0], 'number');
		const check = run === null ? null : readCheckRun(run);
		if (check !== null) giveCheck(check, { change, author: null }, known, sink);
		return { ...subject, change };
	}
	if (event === 'status') {
		const sha = textIn(row, 'sha');
		const status = sha === null ? null : readStatus(row, sha);
		if (status !== null) giveCheck(status, { change: null, author: null }, known, sink);
		return subject;
	}
	const pull = asObject(row['pull_request']);
	if (pull !== null && textIn(pull, 'number') !== null) return { ...subject, change: givePullRequest(row, pull, system, known, sink) };
	return { ...subject, change: giveIssueComment(row, system, known, sink) };
}

interface Known {
	readonly source: string;
	readonly name: string;
}

function givePullRequest(row: Row, pull: Row, system: GitSystem, { source, name }: Known, sink: GitSink): string | null {
	const reading = readPullRequest(pull, name, system);
	if (reading === null) return null;
	const { place } = reading;
	const comment = asObject(row['comment']);
	const review = asObject(row['review']);
	if (comment !== null) {
		const read = row['action'] === 'deleted' ? null : readComment(comment, isOnLines(comment) ? 'diff' : 'conversation', system);
		if (read !== null) giveComment(read, place, source, sink);
	} else if (review !== null) {
		// Gitea's call names no number of the review: reading gives it.
		const read = readReview(review, system);
		if (read !== null) giveReview(read, place, source, sink);
	} else giveChange(withDecider(reading, row, system), source, sink);
	return place.change;
}

/** Who closed it is the sender of the call that says so. */
function withDecider(reading: ChangeReading, row: Row, system: GitSystem): ChangeReading {
	const by = reading.by ?? (row['action'] === 'closed' ? accountActor(system, row['sender']) : null);
	return { ...reading, by };
}

const isOnLines = (comment: Row): boolean => textIn(comment, 'path', 'diff_hunk') !== null;

/** A comment in the conversation comes with the issue behind the change. */
function giveIssueComment(row: Row, system: GitSystem, { source, name }: Known, sink: GitSink): string | null {
	const issue = asObject(row['issue']);
	const comment = asObject(row['comment']);
	const change = textIn(issue, 'number');
	if (issue === null || change === null || !(asObject(issue['pull_request']) !== null || row['is_pull'] === true)) return null;
	const read = comment === null || row['action'] === 'deleted' ? null : readComment(comment, 'conversation', system);
	const address = textIn(asObject(issue['pull_request']), 'html_url') ?? textIn(issue, 'html_url');
	if (read !== null) giveComment(read, { ...barePlace(name, change, address), title: textIn(issue, 'title'), author: accountActor(system, issue['user']), draft: isDraft(issue, system) }, source, sink);
	return change;
}

/** @returns the branch, null for a tag */
export function givePush(row: Row, system: GitSystem, known: Known, sink: GitSink): string | null {
	const ref = textIn(row, 'ref') ?? '';
	const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
	if (branch === null) return null;
	const commits = rowsIn(row['commits']);
	for (const entry of commits) {
		const commit = readPushedCommit(entry, system);
		if (commit !== null) giveCommit(commit, { change: null, branch }, known, sink);
	}
	const total = Number(row['total_commits_count'] ?? row['total_commits'] ?? commits.length);
	if (total > commits.length || row['commits_more_than_ten'] === true) {
		sink.finding({ where: `${known.name} push to ${branch}`, value: total > commits.length ? `${commits.length} of ${total} commits` : `${commits.length} commits, not all`, expected: 'all commits; the host lists no more in a call, and reading on a schedule finds the rest', severity: 'warning' });
	}
	return branch;
}
