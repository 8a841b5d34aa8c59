export { createContentHash, type ContentHash } from './contentHash.js';
export { createDocumentPull } from './confluence/createPull.js';
export { downloadCall } from './confluence/download.js';
export { mentionsIn, tasksIn, type StorageTask } from './confluence/storageFormat.js';
export { readConfluenceHint, type ConfluenceHint } from './confluence/webhook.js';
export {
	DOCUMENT_EVENT_TYPES,
	isDocumentEvent,
	type AttachmentVersioned,
	type AttachmentVersionedEvent,
	type CommentPosted,
	type CommentPostedEvent,
	type CommentResolved,
	type CommentResolvedEvent,
	type DocumentEvent,
	type LabelAdded,
	type LabelAddedEvent,
	type PagePlace,
	type ReviewRequested,
	type ReviewRequestedEvent,
	type StateChanged,
	type StateChangedEvent,
	type TaskAssigned,
	type TaskAssignedEvent,
	type VersionPublished,
	type VersionPublishedEvent,
} from './evidence.js';
export { documentFact, type DocumentEventOf } from './fact.js';
export { DOCUMENT_PARTS, DOCUMENT_SYSTEMS, documentSource, type DocumentPart, type DocumentPull, type DocumentPullSettings, type DocumentScope, type DocumentSystem } from './pull.js';
