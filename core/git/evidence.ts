import type { Actor } from '../evidence/actor.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';

/*
 * The vocabulary of code evidence: whatever the host, an adapter gives these events and nothing else, so that no rule knows a host.
 * "Change" is CDEvents' word for a pull request or merge request; so are created, reviewed, merged and abandoned. The types are our own
 * because a CDEvents type also promises CDEvents' payload. Texts of code never occur; a comment's text is for the evaluation and is not stored.
 */

export const GIT_EVENT_TYPES = {
	changeCreated: 'performance-trace.git.change.created.v1',
	changeMerged: 'performance-trace.git.change.merged.v1',
	changeAbandoned: 'performance-trace.git.change.abandoned.v1',
	changeConflicted: 'performance-trace.git.change.conflicted.v1',
	changeReviewed: 'performance-trace.git.change.reviewed.v1',
	changeCommented: 'performance-trace.git.change.commented.v1',
	commitRecorded: 'performance-trace.git.commit.recorded.v1',
	checkCompleted: 'performance-trace.git.check.completed.v1',
} as const;

/** A pull request or merge request. The time of the event is when it happened in the source. */
export interface ChangePlace {
	/** As the host writes it: `group/project`. */
	readonly repository: string;
	/** Number within the repository (GitLab `iid`). */
	readonly change: string;
	readonly title: string | null;
	/** Where a person opens it, null where the source names none. */
	readonly url: string | null;
	/** Who opened it; null where the account was deleted. */
	readonly author: Actor | null;
	/** True while it was marked as not ready at this moment. */
	readonly draft: boolean;
	/** Repository, branch and commit it comes from; null where the source does not say (a deleted fork). */
	readonly head: { readonly repository: string | null; readonly branch: string; readonly sha: string | null } | null;
	readonly targetBranch: string | null;
}

export type ChangeCreated = ChangePlace;

export interface ChangeMerged extends ChangePlace {
	readonly by: Actor | null;
	/** The commit on the target branch that it became (merge commit or squash), null where the source does not say. */
	readonly mergedAs: string | null;
}

/** Closed without merge. */
export interface ChangeAbandoned extends ChangePlace {
	readonly by: Actor | null;
	/** Number of the change that it says has taken its place (“superseded by #12”), null where it says none. */
	readonly supersededBy: string | null;
}

/** The host found that it cannot be merged without resolving conflicts. */
export interface ChangeConflicted extends ChangePlace {
	/** True: the time is when this was seen, because the source names none. */
	readonly observed: boolean;
}

export interface ChangeReviewed extends ChangePlace {
	readonly review: string;
	readonly reviewer: Actor | null;
	readonly state: 'approved' | 'changesRequested' | 'commented' | 'dismissed';
}

export interface ChangeCommented extends ChangePlace {
	readonly comment: string;
	readonly commenter: Actor | null;
	/** `diff`: on lines of the change. */
	readonly location: 'conversation' | 'diff';
	/** As written; only for the evaluation. */
	readonly text: string;
}

/** A commit as it stands in a repository. The time of the event is the author's. */
export interface CommitRecorded {
	readonly repository: string;
	readonly sha: string;
	readonly url: string | null;
	readonly author: Actor | null;
	readonly committer: Actor | null;
	/** RFC 3339 with offset. */
	readonly authoredAt: string;
	readonly committedAt: string | null;
	/** More than one: a merge. Null where the source does not say. */
	readonly parents: number | null;
	/** Changed paths, sorted; a rename gives the new path. Null where they were not read. */
	readonly paths: readonly string[] | null;
	/** Change it was read through, null where it was read from a branch. */
	readonly change: string | null;
	readonly branch: string | null;
	/**
	 * The same for copies of one commit that differ in nothing but their place (force push, rebase, cherry-pick): a hash of the author's e-mail,
	 * the author's time and the message. Source: domain reference 5, force-push.
	 */
	readonly contentKey: string;
	/** First line of its message: the change note of the files it changed. At most 200 characters. */
	readonly note: string | null;
	/** Sha that its message says it reverts. */
	readonly reverts: string | null;
}

/** A check, status or pipeline of a commit came to its end. */
export interface CheckCompleted {
	readonly repository: string;
	readonly sha: string;
	/** Change it ran for, null where the source does not say. */
	readonly change: string | null;
	/** Author of that change, null where the source does not say. */
	readonly author: Actor | null;
	readonly name: string;
	readonly conclusion: 'success' | 'failure' | 'cancelled' | 'neutral';
	readonly url: string | null;
}

export type ChangeCreatedEvent = CloudEvent<typeof GIT_EVENT_TYPES.changeCreated, ChangeCreated>;
export type ChangeMergedEvent = CloudEvent<typeof GIT_EVENT_TYPES.changeMerged, ChangeMerged>;
export type ChangeAbandonedEvent = CloudEvent<typeof GIT_EVENT_TYPES.changeAbandoned, ChangeAbandoned>;
export type ChangeConflictedEvent = CloudEvent<typeof GIT_EVENT_TYPES.changeConflicted, ChangeConflicted>;
export type ChangeReviewedEvent = CloudEvent<typeof GIT_EVENT_TYPES.changeReviewed, ChangeReviewed>;
export type ChangeCommentedEvent = CloudEvent<typeof GIT_EVENT_TYPES.changeCommented, ChangeCommented>;
export type CommitRecordedEvent = CloudEvent<typeof GIT_EVENT_TYPES.commitRecorded, CommitRecorded>;
export type CheckCompletedEvent = CloudEvent<typeof GIT_EVENT_TYPES.checkCompleted, CheckCompleted>;

/** Every event an adapter of a Git host can give, told apart by `type`. */
export type GitEvent = ChangeCreatedEvent | ChangeMergedEvent | ChangeAbandonedEvent | ChangeConflictedEvent | ChangeReviewedEvent | ChangeCommentedEvent | CommitRecordedEvent | CheckCompletedEvent;

const TYPES: ReadonlySet<string> = new Set(Object.values(GIT_EVENT_TYPES));

/** True for a fact of this vocabulary that has passed its schema. */
export function isGitEvent(event: CloudEvent): event is GitEvent {
	return TYPES.has(event.type);
}
