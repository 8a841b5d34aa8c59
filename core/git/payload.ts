import { asObject } from '../pull/run.js';
import { barePlace, giveChange, giveCheck, giveComment, giveCommit, giveReview, type GitSink, type GitSystem, type Row } from './facts.js';
import { readCheckRun, readComment, readCommit, readPullRequest, readReview, readStatus } from './family.js';
import { readGitlabCommit, readMergeRequest, readPipeline } from './gitlab/gitlabHost.js';
import { giveNote } from './gitlab/gitlabNote.js';

/** What one object of a host's interface can be. `note`: GitLab's comments and reviews. `pipeline`: GitLab. `check`, `status`: the others. */
export const GIT_PAYLOADS = ['change', 'review', 'comment', 'lineComment', 'note', 'commit', 'check', 'status', 'pipeline'] as const;
export type GitPayloadKind = (typeof GIT_PAYLOADS)[number];

/** What an object does not say of itself. */
export interface GitPayloadContext {
	/** Web address of the repository. */
	readonly source: string;
	/** `group/project` */
	readonly repository: string;
	/** Number of the change that a review, comment, check or commit belongs to; null for a commit of a branch. */
	readonly change: string | null;
	readonly branch?: string;
	/** Commit that a status belongs to. */
	readonly sha?: string;
}

/**
 * Gives what one object says, as a list or an answer of the host holds it. For programs that have the answers already; {@link createGitPull} asks for them.
 *
 * @returns false where the object is none of its kind, or not finished (a pending review or check)
 */
export function readGitPayload(system: GitSystem, kind: GitPayloadKind, payload: unknown, context: GitPayloadContext, sink: GitSink): boolean {
	const row = asObject(payload);
	if (row === null) return false;
	const { source, repository: name, change } = context;
	const place = barePlace(name, change ?? '', null);
	const give = <Reading>(reading: Reading | null, handOn: (reading: Reading) => void): boolean => {
		if (reading === null) return false;
		handOn(reading);
		return true;
	};
	const family = (read: (row: Row) => ReturnType<typeof readCheckRun>): boolean =>
		give(read(row), (check) => {
			giveCheck(check, { change, author: null }, { source, name }, sink);
		});
	switch (kind) {
		case 'change':
			return give(system === 'gitlab' ? readMergeRequest(row, name) : readPullRequest(row, name, system), (reading) => {
				giveChange(reading, source, sink);
			});
		case 'review':
			return give(readReview(row, system), (review) => {
				giveReview(review, place, source, sink);
			});
		case 'comment':
		case 'lineComment':
			return give(readComment(row, kind === 'comment' ? 'conversation' : 'diff', system), (comment) => {
				giveComment(comment, place, source, sink);
			});
		case 'note':
			return giveNote(row, place, { comments: true, reviews: true }, source, sink);
		case 'commit':
			return give(system === 'gitlab' ? readGitlabCommit(row) : readCommit(row, system), (commit) => {
				giveCommit(commit, { change, branch: context.branch ?? null }, { source, name }, sink);
			});
		case 'check':
			return family(readCheckRun);
		case 'status':
			return family((status) => readStatus(status, context.sha ?? ''));
		case 'pipeline':
			return family(readPipeline);
	}
}
