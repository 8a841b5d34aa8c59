import type { Transaction } from '../evidence.js';
import type { AttributeList, TextPool } from './elements.js';
import type { FindingLog } from './findings.js';
import { GroupNode, SubjectNode, VisitNode } from './nodes.js';
import { openClinicaRemoved, readOpenClinicaForm, readOpenClinicaSubject, readOpenClinicaVisit } from './openClinica.js';
import { readRaveForm, readRaveSubject, readRaveVerification, readRaveVisit } from './rave.js';
import type { StampReader } from './stamps.js';

const TRANSACTIONS = new Set<string>(['Insert', 'Update', 'Remove', 'Upsert', 'Context']);

/** What the attributes of a subject, visit, form or group say, in the standard and in the vendors' extensions. */
export class PlaceReader {
	constructor(
		private readonly pool: TextPool,
		private readonly stamps: StampReader,
		private readonly findings: FindingLog,
		private readonly where: () => string,
	) {}

	/** @returns null where the element has no key */
	subject(study: string, attributes: AttributeList): SubjectNode | null {
		const key = attributes.filled('SubjectKey');
		if (key === null) return null;
		const subject = new SubjectNode(study, key);
		subject.transaction = this.transaction(attributes.get('TransactionType'));
		readOpenClinicaSubject(subject, attributes);
		readRaveSubject(subject, attributes);
		readRaveVerification(subject, attributes, this.stamps, this.where);
		return subject;
	}

	visit(attributes: AttributeList): VisitNode | null {
		const oid = attributes.get('StudyEventOID');
		if (oid === undefined || oid === '') return null;
		const visit = new VisitNode(this.pool.share(oid), this.repeatKey(attributes.get('StudyEventRepeatKey')));
		visit.transaction = this.transaction(attributes.get('TransactionType'));
		if (attributes.count > 1) {
			readOpenClinicaVisit(visit, attributes);
			readRaveVisit(visit, attributes);
			readRaveVerification(visit, attributes, this.stamps, this.where);
		}
		return visit;
	}

	group(attributes: AttributeList, isFormData: boolean, parent: GroupNode | null): GroupNode | null {
		const oid = attributes.get(isFormData ? 'FormOID' : 'ItemGroupOID');
		if (oid === undefined || oid === '') return null;
		const group = new GroupNode(this.pool.share(oid), this.repeatKey(attributes.get(isFormData ? 'FormRepeatKey' : 'ItemGroupRepeatKey')), isFormData, parent);
		if (attributes.count === 1) return group;
		group.transaction = this.transaction(attributes.get('TransactionType'));
		group.removed = openClinicaRemoved(attributes);
		if (isFormData) {
			readOpenClinicaForm(group, attributes);
			readRaveForm(group, attributes, this.stamps, this.where);
		}
		readRaveVerification(group, attributes, this.stamps, this.where);
		return group;
	}

	transaction(text: string | undefined): Transaction | null {
		if (text === undefined) return null;
		if (TRANSACTIONS.has(text)) return text as Transaction;
		this.findings.warn('TransactionType Insert, Update, Remove, Upsert or Context; read as if not given', text, this.where);
		return null;
	}

	private repeatKey(text: string | undefined): string | null {
		return text === undefined || text === '' ? null : this.pool.share(text);
	}
}
