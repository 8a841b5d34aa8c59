import type { FindingLog } from './findings.js';
import type { GroupNode, SubjectNode } from './nodes.js';
import type { StampNode } from './stamps.js';
import type { DocumentModel } from './studyModel.js';

export interface SignatureRecord {
	readonly stamp: StampNode;
	readonly signatureDef: string | null;
}

/** What ClinicalData holds beside its subjects: the record that covers all, and the collections that are pointed at by ID. */
export interface StudyRecords {
	stamp: StampNode | null;
	readonly auditRecords: ReadonlyMap<string, StampNode>;
	readonly signatures: ReadonlyMap<string, SignatureRecord>;
}

/**
 * Hands subjects on as soon as nothing further down in the document can still concern them. Collections of records (v1) and the
 * record of the study (v2) stand behind the subjects, so some must wait; how many values wait at most is limited.
 */
export class SubjectQueue {
	private waiting: SubjectNode[] = [];
	private waitingItems = 0;
	private overflowed = false;
	private auditRecords = new Map<string, StampNode>();
	private signatures = new Map<string, SignatureRecord>();
	private records: StudyRecords = { stamp: null, auditRecords: this.auditRecords, signatures: this.signatures };
	private study = '';

	constructor(
		private readonly document: DocumentModel,
		private readonly findings: FindingLog,
		private readonly mostWaitingItems: number,
		private readonly give: (subject: SubjectNode, records: StudyRecords) => void,
	) {}

	startStudy(study: string): void {
		this.study = study;
		this.overflowed = false;
		this.auditRecords = new Map();
		this.signatures = new Map();
		this.records = { stamp: null, auditRecords: this.auditRecords, signatures: this.signatures };
	}

	add(subject: SubjectNode): void {
		const mustWait = !this.overflowed && (this.waiting.length > 0 || subject.hasReferences || (this.document.generation === 2 && holdsUnstamped(subject)));
		if (!mustWait) {
			this.give(subject, this.records);
			return;
		}
		this.waiting.push(subject);
		this.waitingItems += subject.itemCount + 1;
		if (this.waitingItems <= this.mostWaitingItems) return;
		this.overflowed = true;
		this.flush();
	}

	/** The record of the whole study covers what has none of its own. */
	setStudyStamp(stamp: StampNode): void {
		this.records.stamp = stamp;
		if (this.overflowed) this.tooLate('AuditRecord of ClinicalData');
	}

	addAuditRecord(id: string, stamp: StampNode): void {
		this.auditRecords.set(id, stamp);
		if (this.overflowed) this.tooLate('AuditRecords');
	}

	addSignature(id: string, stamp: StampNode, signatureDef: string | null): void {
		this.signatures.set(id, { stamp, signatureDef });
	}

	finishStudy(): void {
		this.flush();
	}

	private flush(): void {
		const { waiting } = this;
		this.waiting = [];
		this.waitingItems = 0;
		for (const subject of waiting) this.give(subject, this.records);
	}

	private tooLate(what: string): void {
		this.findings.warn(`audit records in front of, or beside, the data that they cover; more than ${this.mostWaitingItems} values came first and were handed on without: export fewer subjects at a time`, what, () => this.study);
	}
}

function holdsUnstamped(subject: SubjectNode): boolean {
	if (subject.stamp) return false;
	const inGroup = (group: GroupNode): boolean =>
		group.stamp === null && (group.items.some((item) => item.stamp === null && item.stampId === null) || (group.groups?.some(inGroup) ?? group.items.length === 0));
	return subject.visits.length === 0 || subject.visits.some((visit) => visit.stamp === null && visit.groups.some(inGroup));
}
