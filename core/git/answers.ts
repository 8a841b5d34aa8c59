import type { JsonObject } from '../pull/pull.js';
import type { ChangePlace } from './evidence.js';
import { encodedPath } from './host.js';
import { barePlace, giveCheck, giveComment, rowsIn, type ChangeReading, type CheckReading, type CommentReading, type CommitReading, type Row } from './facts.js';
import type { GitCall, GitHost, GitList, GitRun } from './host.js';

/* What the adapters of the hosts share in reading answers. */

type AnswerReader = GitHost['answers'][string];
type SeenIn = { readonly change: string | null; readonly branch: string | null };

/** A text that a call was made with. */
export function aboutText(about: JsonObject, name: string): string {
	const value = about[name];
	return typeof value === 'string' ? value : '';
}

/** Path of the repository below the interface of a host that names it by owner and name. */
export function repositoryPath(run: GitRun): string {
	return `/repos/${encodedPath(run.repository.name)}`;
}

/** The change that an answer is about, as it was met in this run. */
export function placeIn(about: JsonObject, run: GitRun): ChangePlace {
	const change = aboutText(about, 'change');
	return run.places.get(change) ?? barePlace(run.repository.name, change, null);
}

/** Calls that a list of rows leads to, and the one for its next page. */
export function forRows(value: unknown, more: GitCall | null, take: (row: Row) => readonly GitCall[] | null): readonly GitCall[] {
	const calls = rowsIn(value).flatMap((row) => take(row) ?? []);
	return more === null ? calls : [...calls, more];
}

/** Takes a commit that was not met before. */
function takeCommit(commit: CommitReading | null, run: GitRun, seen: SeenIn): readonly GitCall[] {
	return commit === null || !run.isNewCommit(commit.sha) ? [] : run.commit(commit, seen);
}

/** Reader of the commits of a change. */
export function changeCommits(read: (row: Row) => CommitReading | null): AnswerReader {
	return (value, about, run, more) => forRows(value, more, (row) => takeCommit(read(row), run, { change: aboutText(about, 'change'), branch: null }));
}

/** List of the commits of the branch that is read. */
export function branchCommits(run: GitRun, read: (row: Row) => CommitReading | null, parts: Pick<GitList, 'call' | 'stamp'>): GitList {
	const { branch } = run.repository;
	return { name: 'commits', key: `commits ${branch}`, newestFirst: true, ...parts, take: (row) => takeCommit(read(row), run, { change: null, branch }) };
}

/** Reader of checks: `rows` finds them in the answer, `read` gives null for one that has not ended, which is looked at again next time. */
export function checks(rows: (value: unknown) => unknown, read: (row: Row, about: JsonObject) => CheckReading | null): AnswerReader {
	return (value, about, run, more) => {
		const { change, author } = placeIn(about, run);
		return forRows(rows(value), more, (row) => {
			const check = read(row, about);
			if (check === null) run.unsettled(change);
			else giveCheck(check, { change, author }, run.repository, run.sink);
			return null;
		});
	};
}

/** Gives a comment with its change; a change that this run has not met is asked for first, once for all its comments. */
export function takeComment(comment: CommentReading, change: string, url: string | null, run: GitRun, call: GitCall): readonly GitCall[] {
	const place = run.places.get(change);
	if (place !== undefined) {
		giveComment(comment, place, run.repository.source, run.sink);
		return [];
	}
	const held = run.heldComments.get(change);
	if (held !== undefined) {
		held.push(comment);
		return [];
	}
	run.heldComments.set(change, [comment]);
	return [{ ...call, kind: 'commentedChange', about: { change, url } }];
}

export function releaseComments(change: string, place: ChangePlace, run: GitRun): void {
	for (const comment of run.heldComments.get(change) ?? []) giveComment(comment, place, run.repository.source, run.sink);
	run.heldComments.delete(change);
}

/** Reader of the change that comments waited for. */
export function commentedChange(read: (value: unknown, run: GitRun) => ChangeReading | null): AnswerReader {
	return (value, about, run) => {
		const change = aboutText(about, 'change');
		const place = read(value, run)?.place ?? barePlace(run.repository.name, change, aboutText(about, 'url') || null);
		run.places.set(change, place);
		releaseComments(change, place, run);
		return [];
	};
}

/** What needs the list of changes: everything that is asked about one. */
export function needsChanges(run: GitRun, ofChange: readonly ('comments' | 'reviews' | 'checks' | 'conflicts' | 'closings')[]): boolean {
	return (['changes', 'changeCommits', 'deciders', ...ofChange] as const).some((reading) => run.wants(reading));
}
