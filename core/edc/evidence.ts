import type { CloudEvent } from '../evidence/cloudEvent.js';
import type { EvidenceSink } from '../evidence/sink.js';

export type { SourceFinding } from '../evidence/sink.js';

/*
 * The vocabulary of clinical evidence: whatever the vendor, an EDC adapter gives these events and nothing else,
 * so that no rule knows a vendor. Item values stay out unless a mapping names the item (personal data minimised).
 */

export const EDC_EVENT_TYPES = {
	documentRead: 'performance-trace.edc.document.read.v1',
	studyDescribed: 'performance-trace.edc.study.described.v1',
	studyLocked: 'performance-trace.edc.study.locked.v1',
	subjectChanged: 'performance-trace.edc.subject.changed.v1',
	visitChanged: 'performance-trace.edc.visit.changed.v1',
	formRecorded: 'performance-trace.edc.form.recorded.v1',
	queryChanged: 'performance-trace.edc.query.changed.v1',
	signatureApplied: 'performance-trace.edc.signature.applied.v1',
	deviationRecorded: 'performance-trace.edc.deviation.recorded.v1',
} as const;

/** ODM TransactionType; null where the source keeps no history (a snapshot). */
export type Transaction = 'Insert' | 'Update' | 'Remove' | 'Upsert' | 'Context';

/** Where in a study a fact stands. Repeat keys are null where the definition does not repeat. */
export interface SubjectPlace {
	readonly study: string;
	/** Site (ODM LocationOID, REDCap data access group, Castor site), null where the source names none. */
	readonly site: string | null;
	readonly country: string | null;
	/** Key of the subject in the source. */
	readonly subject: string;
	/** The number that people see, where it differs from the key (OpenClinica StudySubjectID). */
	readonly subjectLabel: string | null;
}

export interface FormPlace extends SubjectPlace {
	readonly event: string;
	readonly eventRepeat: string | null;
	readonly form: string;
	readonly formRepeat: string | null;
}

/** Who recorded a change and when. Times are the source's own text; `zoneAssumed` sources are read in the zone of the settings. */
export interface Stamp {
	/** RFC 3339 with offset after normalisation, null where the source names no time. */
	readonly at: string | null;
	readonly by: string | null;
}

/** A document or answer that was read. `complete` documents (snapshots) state everything they are about. */
export interface DocumentRead {
	readonly study: string;
	readonly fileType: 'Snapshot' | 'Transactional';
	/** The instant the content is true at (AsOfDateTime, else CreationDateTime), RFC 3339 or null. */
	readonly asOf: string | null;
	/** Only for snapshots of a whole study: every subject key it holds, so that a subject that vanished can be seen. */
	readonly subjects: readonly string[] | null;
	readonly sourceSystem: string | null;
	/** Address at which a person opens a record of the study, with the placeholders of a mapping's `recordAddress`; only where the source tells it. */
	readonly recordAddress?: string;
}

/** What the study plans: visits, their forms and windows. */
export interface StudyDescribed {
	readonly study: string;
	readonly name: string | null;
	readonly version: string | null;
	readonly events: readonly PlannedEvent[];
	readonly forms: readonly PlannedForm[];
}

export interface PlannedEvent {
	readonly event: string;
	readonly name: string | null;
	readonly kind: 'Scheduled' | 'Unscheduled' | 'Common';
	readonly repeating: boolean;
	readonly forms: ReadonlyArray<{ readonly form: string; readonly mandatory: boolean; readonly conditional: boolean }>;
	/** Arms in which the visit takes place; empty: all. */
	readonly arms: readonly string[];
	/** Days from the anchor visit; null where the format states no window. */
	readonly window: { readonly anchorEvent: string | null; readonly targetDay: number; readonly daysBefore: number; readonly daysAfter: number } | null;
}

export interface PlannedForm {
	readonly form: string;
	readonly name: string | null;
	readonly repeating: boolean;
	/** Item OIDs that must hold data for the form to be complete. */
	readonly mandatoryItems: readonly string[];
}

export interface StudyLocked {
	readonly study: string;
	readonly locked: boolean;
	readonly level: 'lock' | 'freeze';
	readonly at: string | null;
	readonly by: string | null;
}

export interface SubjectChanged extends SubjectPlace, Stamp {
	/** Vendor's word for the state of the subject, null where the source has none. */
	readonly status: string | null;
	/** Normalised state where the source has one. */
	readonly enrolledAt: string | null;
	readonly randomisedAt: string | null;
	readonly arm: string | null;
	readonly removed: boolean;
	readonly transaction: Transaction | null;
}

/** State of a visit as the source declares it. */
export interface VisitChanged extends SubjectPlace, Stamp {
	readonly event: string;
	readonly eventRepeat: string | null;
	/** Date the visit took place, as stated (may be partial), null where the source has no attribute for it. */
	readonly visitDate: string | null;
	readonly status: 'scheduled' | 'started' | 'completed' | 'stopped' | 'skipped' | 'signed' | 'locked' | null;
	/** Window as dates where the vendor states it per subject (Rave). */
	readonly window: { readonly target: string | null; readonly earliest: string | null; readonly latest: string | null } | null;
	readonly removed: boolean;
	readonly transaction: Transaction | null;
}

/** One item of a form: whether it holds data, and who entered or changed it when. */
export interface ItemChange extends Stamp {
	readonly group: string | null;
	readonly groupRepeat: string | null;
	readonly item: string;
	/** Holds data now. An element without value, with IsNull or in a removed parent holds none. */
	readonly filled: boolean;
	/** Only for items that the mapping names. */
	readonly value?: string;
	/** Short digest of the value, to tell a correction from a repeat without keeping the value. Only where the source gives history. */
	readonly digest?: string;
	readonly transaction: Transaction | null;
	readonly reason?: string;
	/** Source-data verification, where the source states it. */
	readonly sdv?: { readonly required: boolean | null; readonly verified: boolean; readonly at: string | null };
}

/** A form of a subject with what changed (transactional) or what it holds (snapshot). */
export interface FormRecorded extends FormPlace {
	/** Instant of the state: latest change in it, else the document's own. RFC 3339 or null. */
	readonly recordedAt: string | null;
	/** True: `items` is the whole form as of `recordedAt`; false: only what changed. */
	readonly complete: boolean;
	/** State the source declares for the form, null where it has none. */
	readonly status: 'empty' | 'incomplete' | 'unverified' | 'complete' | 'locked' | 'signed' | 'notDone' | null;
	/** Who declared the state and when (REDCap logs, form audit records). */
	readonly statusStamp: Stamp | null;
	/** Entered by an import and not by a person. */
	readonly imported: boolean;
	readonly removed: boolean;
	readonly transaction: Transaction | null;
	readonly items: readonly ItemChange[];
	/** Item groups taken out whole, also where their items are not listed. Only where there are any. */
	readonly removedGroups?: readonly RemovedGroup[];
	/** True where a time in it had no offset and the zone of the settings was assumed. */
	readonly tzAssumed?: boolean;
}

/** A repeat of an item group that was removed: all its items hold no data from then on. */
export interface RemovedGroup extends Stamp {
	readonly group: string;
	readonly groupRepeat: string | null;
}

export interface QueryChanged extends SubjectPlace, Stamp {
	readonly query: string;
	readonly event: string | null;
	readonly form: string | null;
	readonly item: string | null;
	readonly state: 'candidate' | 'open' | 'answered' | 'closed' | 'cancelled';
	/** `system` for edit checks, `manual` for people; null where unknown. */
	readonly origin: 'system' | 'manual' | null;
	/** False where the source gives only the last state and not when the ones before it were entered. */
	readonly history: boolean;
}

export interface SignatureApplied extends SubjectPlace, Stamp {
	/** How far it reaches: everything below this place. Null parts mean 'all'. */
	readonly event: string | null;
	readonly eventRepeat: string | null;
	readonly form: string | null;
	readonly formRepeat: string | null;
	readonly group: string | null;
	readonly item: string | null;
	readonly meaning: string | null;
}

export interface DeviationRecorded extends SubjectPlace, Stamp {
	readonly deviation: string;
	readonly occurredAt: string | null;
	readonly important: boolean | null;
	readonly code: string | null;
	readonly removed: boolean;
}

export type DocumentReadEvent = CloudEvent<typeof EDC_EVENT_TYPES.documentRead, DocumentRead>;
export type StudyDescribedEvent = CloudEvent<typeof EDC_EVENT_TYPES.studyDescribed, StudyDescribed>;
export type StudyLockedEvent = CloudEvent<typeof EDC_EVENT_TYPES.studyLocked, StudyLocked>;
export type SubjectChangedEvent = CloudEvent<typeof EDC_EVENT_TYPES.subjectChanged, SubjectChanged>;
export type VisitChangedEvent = CloudEvent<typeof EDC_EVENT_TYPES.visitChanged, VisitChanged>;
export type FormRecordedEvent = CloudEvent<typeof EDC_EVENT_TYPES.formRecorded, FormRecorded>;
export type QueryChangedEvent = CloudEvent<typeof EDC_EVENT_TYPES.queryChanged, QueryChanged>;
export type SignatureAppliedEvent = CloudEvent<typeof EDC_EVENT_TYPES.signatureApplied, SignatureApplied>;
export type DeviationRecordedEvent = CloudEvent<typeof EDC_EVENT_TYPES.deviationRecorded, DeviationRecorded>;

/** Every event an EDC adapter can give, told apart by `type`. */
export type EdcEvent =
	| DocumentReadEvent
	| StudyDescribedEvent
	| StudyLockedEvent
	| SubjectChangedEvent
	| VisitChangedEvent
	| FormRecordedEvent
	| QueryChangedEvent
	| SignatureAppliedEvent
	| DeviationRecordedEvent;

/** What an EDC adapter hands its results to. */
export type EdcSink = EvidenceSink<EdcEvent>;

const TYPES: ReadonlySet<string> = new Set(Object.values(EDC_EVENT_TYPES));

/** True for a fact of the clinical vocabulary that has passed its schema. */
export function isEdcEvent(event: CloudEvent): event is EdcEvent {
	return TYPES.has(event.type);
}
