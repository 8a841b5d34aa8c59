import type { ChangePlace, ChangeReviewed } from '../evidence.js';
import { accountActor, giveComment, giveReview, gitStamp, textIn, type GitSink, type Row } from '../facts.js';

/** GitLab writes reviews as notes of its own; these are its words. */
const REVIEW_NOTES: ReadonlyArray<readonly [RegExp, ChangeReviewed['state']]> = [
	[/^approved this merge request/i, 'approved'],
	[/^unapproved this merge request/i, 'dismissed'],
	[/^requested changes\b/i, 'changesRequested'],
];

/** Gives a comment, or the review that a note of the system stands for. @returns false where the note is neither */
export function giveNote(row: Row, place: ChangePlace, wanted: { readonly comments: boolean; readonly reviews: boolean }, source: string, sink: GitSink): boolean {
	const id = textIn(row, 'id');
	if (id === null) return false;
	const text = textIn(row, 'body', 'note') ?? '';
	const author = accountActor('gitlab', row['author']);
	const at = gitStamp(row['created_at']);
	if (row['system'] !== true) {
		if (wanted.comments) giveComment({ id, commenter: author, location: row['type'] === 'DiffNote' ? 'diff' : 'conversation', text, at }, place, source, sink);
		return wanted.comments;
	}
	const state = REVIEW_NOTES.find(([words]) => words.test(text))?.[1];
	if (state === undefined || !wanted.reviews) return false;
	giveReview({ id, reviewer: author, state, at }, place, source, sink);
	return true;
}
