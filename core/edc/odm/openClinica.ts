import type { QueryChanged, VisitChanged } from '../evidence.js';
import type { AttributeList } from './elements.js';
import type { FactPlace, GroupNode, ItemNode, LoggedChange, QueryNode, SubjectNode, VendorFormStatus, VisitNode } from './nodes.js';
import type { StampNode, StampReader } from './stamps.js';

/* OpenClinica 3 and 4 and LibreClinica: attributes and elements of the OpenClinica namespace on ODM 1.3. Names after their server's export. */

const VISIT_STATES = new Map<string, NonNullable<VisitChanged['status']>>([
	['scheduled', 'scheduled'],
	['data_entry_started', 'started'],
	['completed', 'completed'],
	['stopped', 'stopped'],
	['skipped', 'skipped'],
	['signed', 'signed'],
	['locked', 'locked'],
]);

const FORM_STATES = new Map<string, VendorFormStatus>([
	['not_started', 'empty'],
	['available', 'incomplete'],
	['initial_data_entry', 'incomplete'],
	['data_entry_started', 'incomplete'],
	['double_data_entry', 'incomplete'],
	['initial_data_entry_complete', 'complete'],
	['data_entry_complete', 'complete'],
	['complete', 'complete'],
	['completed', 'complete'],
	['administrative_editing', 'complete'],
	['locked', 'locked'],
	['signed', 'signed'],
]);

const REMOVED_STATES = new Set(['removed', 'deleted', 'auto_removed', 'invalid']);

export function readOpenClinicaSubject(subject: SubjectNode, attributes: AttributeList): void {
	subject.label = attributes.filled('OpenClinica:StudySubjectID') ?? subject.label;
	subject.status = attributes.filled('OpenClinica:Status') ?? subject.status;
	subject.enrolledAt = attributes.filled('OpenClinica:EnrollmentDate') ?? subject.enrolledAt;
	if (REMOVED_STATES.has(stateWord(attributes.get('OpenClinica:Status')))) subject.removed = true;
}

export function readOpenClinicaVisit(visit: VisitNode, attributes: AttributeList): void {
	visit.visitDate = attributes.filled('OpenClinica:StartDate') ?? visit.visitDate;
	const word = stateWord(attributes.get('OpenClinica:Status'));
	visit.status = VISIT_STATES.get(word) ?? visit.status;
	if (REMOVED_STATES.has(word)) visit.removed = true;
}

export function readOpenClinicaForm(form: GroupNode, attributes: AttributeList): void {
	const word = stateWord(attributes.get('OpenClinica:Status'));
	form.status = FORM_STATES.get(word) ?? form.status;
	if (REMOVED_STATES.has(word)) form.removed = true;
}

export function openClinicaRemoved(attributes: AttributeList): boolean {
	return attributes.get('OpenClinica:Removed') === 'Yes';
}

/** An entry of the audit log of an item as a change of its value; null where it is about something else. */
export function loggedChange(attributes: AttributeList, stamps: StampReader, where: () => string): LoggedChange | null {
	const oldValue = attributes.get('OldValue') ?? null;
	const newValue = attributes.get('NewValue') ?? null;
	if (oldValue === null && newValue === null) return null;
	return { stamp: logStamp(attributes, stamps, where), oldValue, newValue };
}

/** Time and person of any entry of an audit log. */
export function logStamp(attributes: AttributeList, stamps: StampReader, where: () => string): StampNode {
	return stamps.stamp(attributes.get('DateTimeStamp') ?? null, attributes.filled('UserID') ?? attributes.filled('UserName'), attributes.filled('ReasonForChange'), where);
}

/** The item's stamp is that of its last logged change. */
export function applyHistory(item: ItemNode): void {
	if (item.history === null || item.stamp !== null) return;
	let last: StampNode | null = null;
	for (const { stamp } of item.history) if (last === null || (stamp.instant ?? -Infinity) >= (last.instant ?? -Infinity)) last = stamp;
	item.stamp = last;
}

const NOTE_STATES = new Map<string, QueryChanged['state']>([
	['new', 'open'],
	['updated', 'open'],
	['resolution_proposed', 'answered'],
	['closed', 'closed'],
	['closed_modified', 'closed'],
]);

const NOTE_ORIGINS = new Map<string, QueryChanged['origin']>([
	['query', 'manual'],
	['failed_validation_check', 'system'],
]);

/** A discrepancy note that is being read, with the states its child notes give. */
export class DiscrepancyNote {
	private readonly states: Array<{ state: QueryChanged['state']; at: string | null; by: string | null }> = [];
	private readonly id: string;
	private readonly state: QueryChanged['state'] | undefined;
	private readonly origin: QueryChanged['origin'] | undefined;
	private readonly updatedAt: string | null;

	constructor(
		attributes: AttributeList,
		private readonly place: FactPlace,
	) {
		this.id = attributes.filled('ID') ?? '';
		this.state = NOTE_STATES.get(stateWord(attributes.get('Status')));
		this.origin = NOTE_ORIGINS.get(stateWord(attributes.get('NoteType')));
		this.updatedAt = attributes.filled('DateUpdated');
	}

	child(attributes: AttributeList): void {
		const state = NOTE_STATES.get(stateWord(attributes.get('Status')));
		if (state !== undefined) this.states.push({ state, at: attributes.filled('DateCreated'), by: attributes.filled('UserName') });
	}

	childAuthor(user: string | null): void {
		const last = this.states[this.states.length - 1];
		if (last && user !== null) last.by = user;
	}

	/** Null where it is no query: an annotation, a reason for change, or not applicable. */
	toQuery(stamps: StampReader, where: () => string): QueryNode | null {
		if (this.origin === undefined || this.state === undefined) return null;
		const states = this.states.map(({ state, at, by }) => ({ state, stamp: stamps.stamp(at, by, null, where) }));
		states.sort((a, b) => (a.stamp.instant ?? 0) - (b.stamp.instant ?? 0));
		const history = states.length > 0;
		if (states[states.length - 1]?.state !== this.state) states.push({ state: this.state, stamp: stamps.stamp(this.updatedAt, null, null, where) });
		return { kind: 'query', ...this.place, id: this.id, local: false, states, origin: this.origin, history };
	}
}

function stateWord(text: string | undefined): string {
	return (text ?? '').trim().toLowerCase().replace(/[ -]+/g, '_');
}
