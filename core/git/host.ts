import type { ChangePlace } from './evidence.js';
import { formatInstant } from '../time/zone.js';
import type { VendorWords } from '../pull/answer.js';
import type { JsonObject } from '../pull/pull.js';
import type { CommentReading, CommitReading, GitRepository, GitSink, GitSystem, Row } from './facts.js';

/*
 * What a host states so that one walk can read it: its lists, newest first, and what is asked about each row. The walk (walk.ts) does the pages,
 * the cursor and the order.
 */

/** What can be read. `changes`: opened, merged, closed. `commits`: of one branch. `changeCommits`: of each change. `deciders`: who merged or closed, where the list does not say. `closings`: every closing of a change that was opened again; a change itself tells its last one only. */
export const GIT_READINGS = ['changes', 'commits', 'changeCommits', 'reviews', 'comments', 'checks', 'conflicts', 'deciders', 'closings'] as const;
export type GitReading = (typeof GIT_READINGS)[number];

export interface GitPullSettings {
	/** `group/project`, as a person enters it. */
	readonly repository: string;
	readonly read: readonly GitReading[];
	/** Nothing older is asked for, RFC 3339; null: all there is. */
	readonly since: string | null;
	/** Branch of the commits; null: the default branch. */
	readonly branch: string | null;
	/** Ask for the changed paths of commits; without them no module is known. Default true. */
	readonly paths?: boolean;
	/** Rows asked for at once; the host's greatest by default. */
	readonly pageSize?: number;
	/** A commit can be pushed long after it was made: so many days are looked through again for commits not seen before. Default 14. */
	readonly lateCommitDays?: number;
}

/** One call, as a host's adapter asks for it. */
export interface GitCall {
	readonly kind: string;
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly purpose: string;
	/** What the answer is about. Plain JSON. */
	readonly about?: JsonObject;
	/** The answer is a list with pages. */
	readonly paged?: boolean;
}

/** What the adapter knows and gives during a run. */
export interface GitRun {
	readonly repository: GitRepository & { readonly branch: string; readonly id: string | null };
	readonly sink: GitSink;
	/** RFC 3339 and epoch milliseconds of the run. */
	readonly now: string;
	readonly nowInstant: number;
	readonly pageSize: number;
	readonly paths: boolean;
	wants(reading: GitReading): boolean;
	/** Changes met in this run, by number. */
	readonly places: Map<string, ChangePlace>;
	/** Comments whose change is being asked for, because this run has not met it. */
	readonly heldComments: Map<string, CommentReading[]>;
	/** Something about this change is not settled yet (checks run, merging is being computed): look again next time. */
	unsettled(change: string): void;
	/** True the first time a commit is met, across runs. */
	isNewCommit(sha: string): boolean;
	/** Asks for the paths of a commit, or gives it as it is where they are known or not wanted. */
	commit(commit: CommitReading, seen: { readonly change: string | null; readonly branch: string | null }): readonly GitCall[];
}

export type GitListName = 'changes' | 'commits' | 'comments' | 'diffComments' | 'closings';

/** A list that is read from its newest row down to what was read before. */
export interface GitList {
	readonly name: GitListName;
	/** What its place in the cursor is kept under, where one list is not all: commits are read by branch. */
	readonly key?: string;
	/** @param bound epoch milliseconds: older rows were read before; null: from the beginning */
	call(run: GitRun, bound: number | null): GitCall;
	/** Instant by which the list is ordered. */
	stamp(row: Row): number | null;
	/** False: the order is not by that instant, so every page is read. */
	readonly newestFirst: boolean;
	take(row: Row, run: GitRun): readonly GitCall[];
}

export interface GitHost {
	readonly system: GitSystem;
	readonly words: VendorWords;
	/** Greatest page. */
	readonly pageSize: number;
	/** Sent with every call. */
	readonly headers?: Readonly<Record<string, string>>;
	repositoryPath(repository: string): string;
	readRepository(value: unknown): { readonly source: string; readonly name: string; readonly branch: string | null; readonly id: string | null } | null;
	lists(run: GitRun): readonly GitList[];
	/** Looks at one change again. */
	changeCall(change: string, run: GitRun): GitCall;
	/** Takes the answer to a call of `kind`; `more` is the call for its next page. */
	readonly answers: Readonly<Record<string, (value: unknown, about: JsonObject, run: GitRun, more: GitCall | null) => readonly GitCall[]>>;
	/** Call for the changed paths of a commit. */
	pathsCall(sha: string, run: GitRun): Omit<GitCall, 'kind' | 'about'>;
	/** Changed paths in one answer to it. */
	readPaths(value: unknown): readonly string[];
}

/** RFC 3339 in UTC for the `since` of a host, null where there is no bound. */
export function sinceText(bound: number | null): string | null {
	return bound === null ? null : formatInstant(bound);
}

/** `a/b` with each part percent-encoded. */
export function encodedPath(repository: string): string {
	return repository.split('/').map(encodeURIComponent).join('/');
}
