import envelope from './schemas/cloud-event.json';
import documentAttachmentVersioned from './schemas/performance-trace.document.attachment.versioned.v1.json';
import documentCommentPosted from './schemas/performance-trace.document.comment.posted.v1.json';
import documentCommentResolved from './schemas/performance-trace.document.comment.resolved.v1.json';
import documentLabelAdded from './schemas/performance-trace.document.label.added.v1.json';
import documentReviewRequested from './schemas/performance-trace.document.review.requested.v1.json';
import documentStateChanged from './schemas/performance-trace.document.state.changed.v1.json';
import documentTaskAssigned from './schemas/performance-trace.document.task.assigned.v1.json';
import documentVersionPublished from './schemas/performance-trace.document.version.published.v1.json';
import deviationRecorded from './schemas/performance-trace.edc.deviation.recorded.v1.json';
import documentRead from './schemas/performance-trace.edc.document.read.v1.json';
import formRecorded from './schemas/performance-trace.edc.form.recorded.v1.json';
import queryChanged from './schemas/performance-trace.edc.query.changed.v1.json';
import signatureApplied from './schemas/performance-trace.edc.signature.applied.v1.json';
import studyDescribed from './schemas/performance-trace.edc.study.described.v1.json';
import studyLocked from './schemas/performance-trace.edc.study.locked.v1.json';
import subjectChanged from './schemas/performance-trace.edc.subject.changed.v1.json';
import visitChanged from './schemas/performance-trace.edc.visit.changed.v1.json';
import gitChangeAbandoned from './schemas/performance-trace.git.change.abandoned.v1.json';
import gitChangeCommented from './schemas/performance-trace.git.change.commented.v1.json';
import gitChangeConflicted from './schemas/performance-trace.git.change.conflicted.v1.json';
import gitChangeCreated from './schemas/performance-trace.git.change.created.v1.json';
import gitChangeMerged from './schemas/performance-trace.git.change.merged.v1.json';
import gitChangeReviewed from './schemas/performance-trace.git.change.reviewed.v1.json';
import gitCheckCompleted from './schemas/performance-trace.git.check.completed.v1.json';
import gitCommitRecorded from './schemas/performance-trace.git.commit.recorded.v1.json';

/** A JSON Schema, draft 2020-12. */
export interface JsonSchema {
	readonly $schema: string;
	/** Identity by which another schema or `dataschema` refers to it. */
	readonly $id: string;
	readonly [keyword: string]: unknown;
}

/** Schema of the CloudEvents envelope, whatever its type. */
export const ENVELOPE_SCHEMA: JsonSchema = envelope;

/** Schema of `data`, by the type of the event; what `checkEvidence` holds a fact to. */
export const DATA_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	'performance-trace.document.attachment.versioned.v1': documentAttachmentVersioned,
	'performance-trace.document.comment.posted.v1': documentCommentPosted,
	'performance-trace.document.comment.resolved.v1': documentCommentResolved,
	'performance-trace.document.label.added.v1': documentLabelAdded,
	'performance-trace.document.review.requested.v1': documentReviewRequested,
	'performance-trace.document.state.changed.v1': documentStateChanged,
	'performance-trace.document.task.assigned.v1': documentTaskAssigned,
	'performance-trace.document.version.published.v1': documentVersionPublished,
	'performance-trace.edc.deviation.recorded.v1': deviationRecorded,
	'performance-trace.edc.document.read.v1': documentRead,
	'performance-trace.edc.form.recorded.v1': formRecorded,
	'performance-trace.edc.query.changed.v1': queryChanged,
	'performance-trace.edc.signature.applied.v1': signatureApplied,
	'performance-trace.edc.study.described.v1': studyDescribed,
	'performance-trace.edc.study.locked.v1': studyLocked,
	'performance-trace.edc.subject.changed.v1': subjectChanged,
	'performance-trace.edc.visit.changed.v1': visitChanged,
	'performance-trace.git.change.abandoned.v1': gitChangeAbandoned,
	'performance-trace.git.change.commented.v1': gitChangeCommented,
	'performance-trace.git.change.conflicted.v1': gitChangeConflicted,
	'performance-trace.git.change.created.v1': gitChangeCreated,
	'performance-trace.git.change.merged.v1': gitChangeMerged,
	'performance-trace.git.change.reviewed.v1': gitChangeReviewed,
	'performance-trace.git.check.completed.v1': gitCheckCompleted,
	'performance-trace.git.commit.recorded.v1': gitCommitRecorded,
};
