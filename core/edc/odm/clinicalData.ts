import type { StudyLocked } from '../evidence.js';
import { type AttributeList, type ElementHandler, TextPool } from './elements.js';
import type { FindingLog } from './findings.js';
import { ItemAttributes } from './itemAttributes.js';
import { type FactPlace, type GroupNode, ItemNode, type PlaceNode, type SubjectNode, type VisitNode } from './nodes.js';
import { DiscrepancyNote, loggedChange, logStamp } from './openClinica.js';
import { PlaceReader } from './placeReader.js';
import { QueryDraft } from './queries.js';
import { concernNoValue, raveConcernsNoValue, raveDeviation, raveItemVerification, raveQuery } from './rave.js';
import { formStatusOfItem, isSiteItem } from './redcap.js';
import type { StampNode, StampReader } from './stamps.js';
import type { DocumentModel } from './studyModel.js';
import type { SubjectQueue } from './subjectQueue.js';

/** An AuditRecord or Signature that is being read. */
interface RecordDraft {
	readonly kind: 'audit' | 'signature';
	/** Its ID attribute, by which a collection is pointed at. */
	readonly id: string | null;
	readonly place: FactPlace;
	by: string | null;
	time: string | null;
	reason: string | null;
	signatureDef: string | null;
}

/** Reads ClinicalData, subject by subject; each whole subject goes to the queue. */
export class ClinicalDataReader implements ElementHandler {
	wantsText = false;
	private captured = '';
	private skipped = 0;
	private readonly pool = new TextPool();
	private readonly places: PlaceReader;
	private readonly itemAttributes = new ItemAttributes();
	private study = '';
	private subject: SubjectNode | null = null;
	private visit: VisitNode | null = null;
	private group: GroupNode | null = null;
	private item: ItemNode | null = null;
	private record: RecordDraft | null = null;
	private query: QueryDraft | null = null;
	private note: DiscrepancyNote | null = null;
	/** Inside AuditRecords or Signatures, whose members are pointed at by ID. */
	private collection = false;
	private values = 0;

	constructor(
		private readonly document: DocumentModel,
		private readonly stamps: StampReader,
		private readonly findings: FindingLog,
		private readonly queue: SubjectQueue,
		private readonly giveLock: (lock: StudyLocked) => void,
	) {
		this.places = new PlaceReader(this.pool, stamps, findings, this.where);
	}

	/** The place being read, in words for a person. */
	readonly where = (): string => {
		const parts = [this.study];
		if (this.subject) parts.push(`subject ${this.subject.label ?? this.subject.key}`);
		if (this.visit) parts.push(this.visit.oid);
		if (this.group) parts.push(this.group.oid);
		if (this.item) parts.push(this.item.oid);
		if (this.record) parts.push(this.record.kind === 'audit' ? 'AuditRecord' : 'Signature');
		return parts.join(', ');
	};

	open(name: string, attributes: AttributeList): void {
		if (this.skipped > 0) {
			this.skipped++;
			return;
		}
		switch (name) {
			case 'ItemData':
				this.openItem(attributes);
				return;
			case 'ItemGroupData':
				this.openGroup(attributes, false);
				return;
			case 'FormData':
				this.openGroup(attributes, true);
				return;
			case 'AuditRecord':
				this.openRecord('audit', attributes);
				return;
			case 'UserRef':
				this.readUser(attributes);
				return;
			case 'DateTimeStamp':
			case 'ReasonForChange':
				if (this.record) this.capture();
				else this.skip();
				return;
			case 'Value':
				if (this.item && !this.query) this.capture();
				else this.skip();
				return;
			case 'StudyEventData':
				this.openVisit(attributes);
				return;
			case 'SubjectData':
				this.openSubject(attributes);
				return;
			case 'Signature':
				this.openRecord('signature', attributes);
				return;
			case 'SignatureRef':
				if (this.record) this.record.signatureDef = attributes.filled('SignatureOID');
				this.skip();
				return;
			case 'SiteRef':
				if (this.subject) this.subject.site = shared(this.pool, attributes.filled('LocationOID'));
				this.skip();
				return;
			case 'ClinicalData':
				this.openClinicalData(attributes);
				return;
			case 'AuditRecords':
			case 'Signatures':
				this.collection = true;
				return;
			case 'Query':
				this.openQuery(attributes);
				return;
			default:
				this.openOther(name, attributes);
		}
	}

	text(text: string): void {
		this.captured += text;
	}

	close(name: string): void {
		if (this.skipped > 0) {
			this.skipped--;
			return;
		}
		switch (name) {
			case 'ItemData':
				this.closeItem(null);
				return;
			case 'ItemGroupData':
			case 'FormData':
				this.group = this.group?.parent ?? null;
				return;
			case 'DateTimeStamp':
				if (this.record) this.record.time = this.taken();
				return;
			case 'ReasonForChange':
				if (this.record) this.record.reason = this.taken().trim() || null;
				return;
			case 'Value':
				if (this.item) this.item.value = this.values++ === 0 ? this.taken() : `${this.item.value ?? ''};${this.taken()}`;
				return;
			case 'AuditRecord':
			case 'Signature':
				this.closeRecord();
				return;
			case 'StudyEventData':
				this.visit = null;
				return;
			case 'SubjectData':
				if (this.subject) this.queue.add(this.subject);
				this.subject = null;
				return;
			case 'AuditRecords':
			case 'Signatures':
				this.collection = false;
				return;
			case 'Query':
				this.closeQuery();
				return;
			case 'OpenClinica:DiscrepancyNote': {
				const query = this.note?.toQuery(this.stamps, this.where);
				if (query && this.subject) this.subject.facts.push(query);
				this.note = null;
				return;
			}
			case 'ClinicalData':
				this.queue.finishStudy();
				return;
			default:
				if (this.item && name.startsWith('ItemData')) this.closeItem(this.taken());
		}
	}

	private openOther(name: string, attributes: AttributeList): void {
		switch (name) {
			case 'mdsol:Query': {
				const query = raveQuery(attributes, this.place());
				if (query && this.subject) this.subject.facts.push(query);
				else this.findings.warn('mdsol:Query with Status Open, Answered, Forwarded, Closed or Cancelled', attributes.get('Status') ?? null, this.where);
				if (this.item) concernNoValue(this.item);
				this.skip(); return;
			}
			case 'mdsol:ProtocolDeviation':
				if (this.subject) this.subject.facts.push(raveDeviation(attributes, this.place()));
				if (this.item) concernNoValue(this.item);
				this.skip();
				return;
			case 'mdsol:Review':
			case 'mdsol:Comment':
				if (this.item) concernNoValue(this.item);
				this.skip();
				return;
			case 'OpenClinica:AuditLogs':
			case 'OpenClinica:DiscrepancyNotes':
				return;
			case 'OpenClinica:AuditLog':
				this.readLog(attributes);
				this.skip();
				return;
			case 'OpenClinica:DiscrepancyNote':
				this.note = new DiscrepancyNote(attributes, this.place());
				return;
			case 'OpenClinica:ChildNote':
				this.note?.child(attributes);
				return;
			case 'OpenClinica:SubjectGroupData':
				if (this.subject) this.subject.arm = attributes.filled('OpenClinica:StudyGroupName') ?? attributes.filled('StudyGroupName') ?? this.subject.arm;
				this.skip();
				return;
			default:
				if (name.startsWith('ItemData') && this.group) {
					this.openItem(attributes);
					if (this.skipped === 0) this.capture();
					return;
				}
				this.skip();
		}
	}

	private openClinicalData(attributes: AttributeList): void {
		this.study = attributes.filled('StudyOID') ?? '';
		if (this.study === '') { this.refuse('ClinicalData with a StudyOID'); return; }
		this.queue.startStudy(this.study);
		const lockedAt = attributes.filled('mdsol:LockCompleteDate');
		const state = (attributes.filled('OpenClinica:Status') ?? '').toLowerCase();
		if (lockedAt === null && state !== 'locked' && state !== 'frozen') return;
		this.giveLock({ study: this.study, locked: true, level: state === 'frozen' ? 'freeze' : 'lock', at: this.stamps.time(lockedAt, this.where).at, by: null });
	}

	private openSubject(attributes: AttributeList): void {
		this.subject = this.places.subject(this.study, attributes);
		if (!this.subject) this.refuse('SubjectData with a SubjectKey');
	}

	private openVisit(attributes: AttributeList): void {
		const visit = this.subject === null ? null : this.places.visit(attributes);
		if (!this.subject || !visit) {
			this.refuse('StudyEventData with a StudyEventOID, inside SubjectData');
			return;
		}
		this.subject.visits.push(visit);
		this.subject.arm ??= this.document.study(this.study).armOfEvent.get(visit.oid) ?? null;
		this.visit = visit;
	}

	private openGroup(attributes: AttributeList, isFormData: boolean): void {
		const group = this.visit === null ? null : this.places.group(attributes, isFormData, this.group);
		if (!this.visit || !group) {
			if (!this.subject && !isFormData) this.refuse('data inside SubjectData; tabulated rows are read where the root says data:DatasetXMLVersion (CDISC Dataset-XML)');
			else this.refuse(isFormData ? 'FormData with a FormOID, inside StudyEventData' : 'ItemGroupData with an ItemGroupOID, inside a form or study event of a subject');
			return;
		}
		if (this.group) (this.group.groups ??= []).push(group);
		else this.visit.groups.push(group);
		this.group = group;
	}

	private openItem(attributes: AttributeList): void {
		const stated = this.itemAttributes;
		stated.read(attributes, this.pool);
		const { oid, signatureId } = stated;
		if (!this.group || !this.subject || oid === undefined || oid === '') { this.refuse('ItemData with an ItemOID, inside ItemGroupData'); return; }
		const item = new ItemNode(this.pool.share(oid), stated.value, stated.isNull, this.places.transaction(stated.transaction));
		if (stated.auditRecordId !== null || signatureId !== null) {
			item.stampId = stated.auditRecordId;
			this.subject.hasReferences = true;
			if (signatureId !== null) this.subject.facts.push({ kind: 'signature', visit: this.visit, group: this.group, item, stamp: null, signatureId, signatureDef: null });
		}
		if (stated.extended) {
			item.sdv = raveItemVerification(attributes, this.stamps, this.where);
			if (raveConcernsNoValue(attributes)) concernNoValue(item);
		}
		this.subject.itemCount++;
		this.group.items.push(item);
		this.item = item;
		this.values = 0;
	}

	private closeItem(text: string | null): void {
		const { item, group, subject } = this;
		this.item = null;
		if (!item || !group || !subject) return;
		if (text !== null) item.value = text;
		if (!this.document.redcap) return;
		if (isSiteItem(item.oid)) subject.site = item.value === '' ? subject.site : shared(this.pool, item.value);
		const form = group.parent ?? group;
		const status = formStatusOfItem(form.oid, item);
		if (status === undefined && !isSiteItem(item.oid)) return;
		if (status !== undefined) form.status = status;
		group.items.pop();
	}

	private openRecord(kind: RecordDraft['kind'], attributes: AttributeList): void {
		this.record = { kind, id: attributes.filled('ID'), place: this.place(), by: null, time: null, reason: null, signatureDef: null };
	}

	private readUser(attributes: AttributeList): void {
		const user = shared(this.pool, attributes.filled('UserOID'));
		if (this.record) this.record.by = user;
		else this.note?.childAuthor(attributes.filled('OpenClinica:UserName') ?? user);
		this.skip();
	}

	private closeRecord(): void {
		const { record } = this;
		if (!record) return;
		const stamp = this.stamps.stamp(record.time, record.by, record.reason === null ? null : this.pool.share(record.reason), this.where);
		this.record = null;
		if (record.kind === 'audit') this.placeStamp(record.id, stamp);
		else if (this.collection) this.queue.addSignature(record.id ?? '', stamp, record.signatureDef);
		else if (this.subject) this.subject.facts.push({ kind: 'signature', ...record.place, stamp, signatureId: null, signatureDef: record.signatureDef });
		else this.findings.warn('signatures of a subject or below; one of the whole study is not used', null, this.where);
	}

	private placeStamp(id: string | null, stamp: StampNode): void {
		if (this.query) { this.query.add(stamp); return; }
		if (this.collection) { this.queue.addAuditRecord(id ?? '', stamp); return; }
		const owner: PlaceNode | ItemNode | null = this.item ?? this.group ?? this.visit ?? this.subject;
		if (owner) owner.stamp = stamp;
		else this.queue.setStudyStamp(stamp);
	}

	private openQuery(attributes: AttributeList): void {
		if (!this.subject) {
			this.findings.warn('queries of a subject or below; one of the whole study is not used', attributes.get('OID') ?? null, this.where);
			this.skip(); return;
		}
		this.query = new QueryDraft(attributes, this.place());
	}

	private closeQuery(): void {
		const query = this.query?.toQuery(this.stamps, this.document.transactional, this.where);
		if (query) this.subject?.facts.push(query);
		else this.findings.warn('Query with State Candidate, Open, Answered, Closed, Cancelled or Resolved', this.query?.statedState ?? null, this.where);
		this.query = null;
	}

	private readLog(attributes: AttributeList): void {
		if (this.item) {
			const change = loggedChange(attributes, this.stamps, this.where);
			if (change) (this.item.history ??= []).push(change);
		} else if (this.group && /sdv/i.test(attributes.get('AuditType') ?? '')) {
			const verified = /^(true|yes|1|verified)$/i.test(attributes.get('NewValue') ?? '');
			this.group.sdvAt = verified ? logStamp(attributes, this.stamps, this.where).at : null;
		}
	}

	private place(): FactPlace {
		return { visit: this.visit, group: this.group, item: this.item };
	}

	private refuse(expected: string): void {
		this.findings.refuseElement(`${expected}; this element is not used`, null, this.where);
		this.skip();
	}

	private skip(): void {
		this.skipped = 1;
	}

	private capture(): void {
		this.wantsText = true;
		this.captured = '';
	}

	private taken(): string {
		this.wantsText = false;
		const { captured } = this;
		this.captured = '';
		return captured;
	}
}

function shared(pool: TextPool, text: string | null): string | null {
	return text === null ? null : pool.share(text);
}
