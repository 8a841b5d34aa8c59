import { type AttributeList, type ElementHandler, TextPool } from './elements.js';
import type { FindingLog } from './findings.js';
import { GroupNode, ItemNode, SubjectNode, VisitNode } from './nodes.js';
import type { SubjectQueue } from './subjectQueue.js';

/** On the root of a Dataset-XML document. */
export const DATASET_VERSION = 'data:DatasetXMLVersion';
const ROW_NUMBER = 'data:ItemGroupDataSeq';

/** So many values of one subject are held at most before they are handed on. */
const MOST_ITEMS = 20_000;

/**
 * Reads CDISC Dataset-XML 1.0: a dataset as rows of ClinicalData, without subjects or visits around them. A row becomes the form
 * that its item group names, its sequence number (AESEQ …, else its place in the dataset) the repeat. The subject stands in the
 * row as USUBJID, else SUBJID, the site as SITEID, the visit as VISIT, else VISITNUM; a row without visit is filed under its
 * item group. Variables are told by the last part of their OID, so that no Define-XML is needed; OIDs stay as they stand.
 * Source: CDISC Dataset-XML 1.0.0, SDTM 1.4 (identifiers and timing variables).
 */
export class DatasetReader implements ElementHandler {
	readonly wantsText = false;
	private readonly pool = new TextPool();
	private study = '';
	private subject: SubjectNode | null = null;
	private row: Row | null = null;

	constructor(
		private readonly findings: FindingLog,
		private readonly queue: SubjectQueue,
	) {}

	open(name: string, attributes: AttributeList): void {
		switch (name) {
			case 'ClinicalData':
				this.study = attributes.filled('StudyOID') ?? '';
				this.queue.startStudy(this.study);
				return;
			case 'ItemGroupData':
				this.row = { oid: attributes.filled('ItemGroupOID'), number: attributes.filled(ROW_NUMBER), items: [], named: new Map() };
				return;
			case 'ItemData':
				this.readItem(attributes);
		}
	}

	text(): void {
		// Dataset-XML holds every value in an attribute.
	}

	close(name: string): void {
		if (name === 'ItemGroupData') this.closeRow();
		else if (name === 'ClinicalData') {
			this.handOn();
			this.queue.finishStudy();
		}
	}

	private readItem(attributes: AttributeList): void {
		const oid = attributes.get('ItemOID');
		if (this.row === null || oid === undefined || oid === '') {
			this.findings.refuseElement('ItemData with an ItemOID, inside ItemGroupData', oid ?? null, this.where);
			return;
		}
		const value = attributes.get('Value') ?? null;
		this.row.items.push(new ItemNode(this.pool.share(oid), value, false, null));
		const variable = oid.slice(oid.lastIndexOf('.') + 1).toUpperCase();
		const filled = attributes.filled('Value');
		if (filled !== null && !this.row.named.has(variable)) this.row.named.set(variable, filled);
	}

	private closeRow(): void {
		const { row } = this;
		this.row = null;
		if (row === null) return;
		const { oid, named, items, number } = row;
		const key = named.get('USUBJID') ?? named.get('SUBJID') ?? null;
		if (this.study === '' || oid === null || key === null) {
			const expected = this.study === '' ? 'ClinicalData with a StudyOID' : oid === null ? 'ItemGroupData with an ItemGroupOID' : 'a row with USUBJID or SUBJID, which says whose it is';
			this.findings.refuseElement(expected, number, () => this.placeOf(row));
			return;
		}
		const subject = this.subjectOf(key, named);
		const event = named.get('VISIT') ?? named.get('VISITNUM') ?? oid;
		let visit = subject.visits.find((one) => one.oid === event);
		if (visit === undefined) subject.visits.push((visit = new VisitNode(this.pool.share(event), null)));
		const form = new GroupNode(this.pool.share(oid), sequenceOf(named) ?? number, false, null);
		form.items = items;
		visit.groups.push(form);
		subject.itemCount += items.length;
	}

	/** Rows of one subject stand together in nearly every dataset; a subject that comes again is handed on again. */
	private subjectOf(key: string, named: Row['named']): SubjectNode {
		if (this.subject?.key !== key || this.subject.itemCount >= MOST_ITEMS) this.handOn();
		if (this.subject === null) {
			this.subject = new SubjectNode(this.study, key);
			const label = named.get('SUBJID') ?? null;
			this.subject.label = label === key ? null : label;
			this.subject.site = named.get('SITEID') ?? null;
		}
		return this.subject;
	}

	private handOn(): void {
		if (this.subject !== null) this.queue.add(this.subject);
		this.subject = null;
	}

	private readonly where = (): string => (this.row === null ? this.study : this.placeOf(this.row));

	private placeOf({ oid, number }: Row): string {
		return [this.study, oid ?? 'ItemGroupData', ...(number === null ? [] : [`row ${number}`])].join(', ');
	}
}

interface Row {
	readonly oid: string | null;
	readonly number: string | null;
	readonly items: ItemNode[];
	/** First filled value of each variable. */
	readonly named: Map<string, string>;
}

/** Value of the sequence number of the domain: AESEQ, VSSEQ …. */
function sequenceOf(named: Row['named']): string | null {
	const domain = named.get('DOMAIN') ?? null;
	return domain === null ? null : (named.get(`${domain.toUpperCase()}SEQ`) ?? null);
}
