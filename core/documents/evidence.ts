import type { Actor } from '../evidence/actor.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';

/*
 * The vocabulary of document evidence: whatever the system, an adapter gives these events and nothing else, so that no rule knows a vendor.
 * Page bodies never occur; a comment's text is for the evaluation and is not stored.
 */

export const DOCUMENT_EVENT_TYPES = {
	versionPublished: 'performance-trace.document.version.published.v1',
	attachmentVersioned: 'performance-trace.document.attachment.versioned.v1',
	commentPosted: 'performance-trace.document.comment.posted.v1',
	commentResolved: 'performance-trace.document.comment.resolved.v1',
	labelAdded: 'performance-trace.document.label.added.v1',
	stateChanged: 'performance-trace.document.state.changed.v1',
	taskAssigned: 'performance-trace.document.task.assigned.v1',
	reviewRequested: 'performance-trace.document.review.requested.v1',
} as const;

/** A page of a wiki. */
export interface PagePlace {
	/** Key or id of the space, null where the answer does not name it. */
	readonly space: string | null;
	/** Id of the page in the source. */
	readonly page: string;
	readonly title: string | null;
	/** Where a person opens it, null where the source names none. */
	readonly url: string | null;
}

/** A version of a page. Its time may be missing: some old versions have none. */
export interface VersionPublished extends PagePlace {
	/** From 1. */
	readonly version: number;
	readonly author: Actor | null;
	readonly minorEdit: boolean | null;
	/** The change note, null where none was written. */
	readonly note: string | null;
	readonly status: 'current' | 'historical' | 'draft' | 'archived' | 'trashed' | 'deleted';
}

/** A version of a file attached to a page. */
export interface AttachmentVersioned extends PagePlace {
	readonly attachment: string;
	readonly name: string;
	readonly version: number;
	readonly author: Actor | null;
	readonly note: string | null;
	readonly mediaType: string | null;
	/** Bytes. */
	readonly size: number | null;
	/** Hexadecimal, null where the content was not read. */
	readonly sha256: string | null;
}

export interface CommentPosted extends PagePlace {
	readonly comment: string;
	/** From 1: an edited comment is a fact of its own. */
	readonly version: number;
	readonly location: 'footer' | 'inline' | 'reply';
	readonly author: Actor | null;
	/** As the source gives it (Confluence storage format or plain text); only for the evaluation. */
	readonly text: string;
	/** The words of the page that an inline comment stands at. */
	readonly selection: string | null;
	/** Accounts that it mentions. */
	readonly mentions: readonly string[];
}

/** An inline comment was resolved, reopened, or its place on the page was deleted. */
export interface CommentResolved extends PagePlace {
	readonly comment: string;
	readonly resolution: 'open' | 'reopened' | 'resolved' | 'dangling';
	readonly by: Actor | null;
	/** True: the time is when this was seen, because the source names none. */
	readonly observed: boolean;
}

export interface LabelAdded extends PagePlace {
	readonly label: string;
	readonly by: Actor | null;
	/** True: the time is when this was seen, because the source names none. */
	readonly observed: boolean;
}

/** The state of the content changed, e.g. to “Ready for review”. */
export interface StateChanged extends PagePlace {
	readonly state: string;
	readonly by: Actor | null;
	readonly observed: boolean;
}

/** A task on the page was given to somebody. */
export interface TaskAssigned extends PagePlace {
	readonly task: string;
	readonly author: Actor | null;
	readonly assignee: Actor | null;
	readonly text: string;
}

/** Another system started a review of the page: an approval, a ticket, a change that contains it. */
export interface ReviewRequested extends PagePlace {
	readonly by: Actor | null;
	/** What started it, in the words of that system. */
	readonly how: string;
}

export type VersionPublishedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.versionPublished, VersionPublished>;
export type AttachmentVersionedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.attachmentVersioned, AttachmentVersioned>;
export type CommentPostedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.commentPosted, CommentPosted>;
export type CommentResolvedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.commentResolved, CommentResolved>;
export type LabelAddedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.labelAdded, LabelAdded>;
export type StateChangedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.stateChanged, StateChanged>;
export type TaskAssignedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.taskAssigned, TaskAssigned>;
export type ReviewRequestedEvent = CloudEvent<typeof DOCUMENT_EVENT_TYPES.reviewRequested, ReviewRequested>;

/** Every event an adapter of a document system can give, told apart by `type`. */
export type DocumentEvent =
	| VersionPublishedEvent
	| AttachmentVersionedEvent
	| CommentPostedEvent
	| CommentResolvedEvent
	| LabelAddedEvent
	| StateChangedEvent
	| TaskAssignedEvent
	| ReviewRequestedEvent;

const TYPES: ReadonlySet<string> = new Set(Object.values(DOCUMENT_EVENT_TYPES));

/** True for a fact of this vocabulary that has passed its schema. */
export function isDocumentEvent(event: CloudEvent): event is DocumentEvent {
	return TYPES.has(event.type);
}
