export { NUMBER_FORMATS, type NumberFormat, type NumberPart } from './acceptanceFormats.js';
export { createNumberRecogniser, formatsWithRows, normaliseAcceptanceNumber, type AcceptanceNumber, type AcceptanceNumberReading, type ExplainedPart, type FormatsReading, type NumberRecogniser } from './acceptanceNumber.js';
export type { ContentLink } from './across.js';
export { assessLineage, createPersonReader, type AssessSettings, type DeficiencyLetter, type Lineage, type TracedVersion } from './assess.js';
export { captureVersions, type Captured, type CapturedVersion, type CaptureInput } from './capture.js';
export { appendVersion, hashOfEntry, versionToRow } from './chain.js';
export { VERSION_COLUMNS, type VersionColumn } from './columns.js';
export { draftOfRow, draftsOfEvent, type DraftReading, type ListSettings, type UnusableVersion, type VersionDraft } from './drafts.js';
export { FINDING_CODES, type BackdatedReason, type Finding, type FindingCode, type NamedVersion } from './findings.js';
export { inForceAt, type InForceBasis, type UploadRule, type Validity } from './inForce.js';
export { findSubmission, readDeficiencyLetters, registerSubmission, type Registration, type RegistrationInput, type Submission, type SubmissionRow } from './submission.js';
export { findingText } from './texts.js';
export { pointInTime, type PointInTime } from './times.js';
export { LINEAGE_RULE, startTrace, traceVersions, type FindingInAnswer, type LineageJudgement, type LineageValue, type Trace, type TraceQuestion, type TraceReading, type TraceRun, type TraceSettings, type VersionInAnswer } from './trace.js';
export { anchorOf, joinVerdicts, readAnchors, verdicts, verifyLineage, verifyLineages, type JoinedVerdict, type LineageAnchor, type LineageVerdict, type VersionFault } from './verify.js';
export {
	APPROVAL_ROLES,
	entryOf,
	VERSION_STATES,
	type Approval,
	type ApprovalRole,
	type VersionContent,
	type VersionEntry,
	type VersionRecord,
	type VersionRow,
	type VersionState,
} from './version.js';
export { indexVersions, VersionIndex, versionsOf, type VersionSource } from './versionIndex.js';
export { compareVersionNumbers, numberGaps, parseVersionNumber, type NumberGap, type NumberScheme, type VersionNumber } from './versionNumber.js';
export { csvOf } from '../explanation/csv.js';
export { lineageReport, type LineageReport, type ReportInput } from './report.js';
export { timelineSvg } from './timeline.js';
export type { Piecewise } from './selection.js';
