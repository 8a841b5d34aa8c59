import type { ItemChange, QueryChanged } from '../evidence.js';
import type { AttributeList } from './elements.js';
import type { DeviationNode, FactPlace, GroupNode, ItemNode, PlaceNode, QueryNode, SubjectNode, VisitNode } from './nodes.js';
import type { StampReader } from './stamps.js';

/*
 * Medidata Rave: attributes and elements of the namespace http://www.mdsol.com/ns/odm/metadata on ODM 1.3.
 * Names after the vendor's open-source client (rwslib).
 */

export function readRaveSubject(subject: SubjectNode, attributes: AttributeList): void {
	subject.label = attributes.filled('mdsol:SubjectName') ?? subject.label;
	subject.status = attributes.filled('mdsol:Status') ?? subject.status;
	if (attributes.get('mdsol:Deleted') === 'Yes' || attributes.get('mdsol:SubjectActive') === 'No') subject.removed = true;
}

export function readRaveVisit(visit: VisitNode, attributes: AttributeList): void {
	visit.visitDate = attributes.filled('mdsol:StudyEventDate') ?? visit.visitDate;
	const target = attributes.filled('mdsol:VisitTargetDate');
	const earliest = attributes.filled('mdsol:StartWindowDate') ?? attributes.filled('mdsol:InstanceStartWindow');
	const latest = attributes.filled('mdsol:EndWindowDate') ?? attributes.filled('mdsol:InstanceEndWindow');
	if (target !== null || earliest !== null || latest !== null) visit.window = { target, earliest, latest };
	if (isYes(attributes.get('mdsol:Lock')) || attributes.filled('mdsol:LockCompleteDate') !== null) visit.status = 'locked';
}

export function readRaveForm(form: GroupNode, attributes: AttributeList, stamps: StampReader, where: () => string): void {
	const lockedAt = attributes.filled('mdsol:LockCompleteDate');
	if (lockedAt === null && !isYes(attributes.get('mdsol:Lock'))) return;
	form.status = 'locked';
	form.statusAt = stamps.time(lockedAt, where).at;
}

/** The milestone 'source data verified' of a place covers everything below it. */
export function readRaveVerification(place: PlaceNode, attributes: AttributeList, stamps: StampReader, where: () => string): void {
	const at = attributes.filled('mdsol:SDVCompleteDate');
	if (at !== null) place.sdvAt = stamps.time(at, where).at;
}

/** @returns null where the item says nothing about source-data verification */
export function raveItemVerification(attributes: AttributeList, stamps: StampReader, where: () => string): ItemChange['sdv'] | null {
	const required = yesOrNo(attributes.get('mdsol:IsSDVRequired'));
	const complete = yesOrNo(attributes.get('mdsol:IsSDVComplete'));
	const verify = yesOrNo(attributes.get('mdsol:Verify'));
	const date = attributes.filled('mdsol:SDVCompleteDate');
	if (required === null && complete === null && verify === null && date === null) return null;
	return { required, verified: verify ?? complete ?? date !== null, at: stamps.time(date, where).at };
}

/** True for an element of the audit trail that only reviews, queries or locks an item and says nothing about its value. */
export function raveConcernsNoValue(attributes: AttributeList): boolean {
	return ['mdsol:Verify', 'mdsol:Lock', 'mdsol:Freeze', 'mdsol:Review'].some((name) => attributes.get(name) !== undefined);
}

const QUERY_STATES = new Map<string, QueryChanged['state']>([
	['Open', 'open'],
	// A forwarded query still waits for its answer.
	['Forwarded', 'open'],
	['Answered', 'answered'],
	['Closed', 'closed'],
	['Cancelled', 'cancelled'],
]);

/** The change has the time of the audit record of its item. */
export function raveQuery(attributes: AttributeList, place: FactPlace): QueryNode | null {
	const state = QUERY_STATES.get(attributes.filled('Status') ?? attributes.filled('mdsol:Status') ?? '');
	if (state === undefined) return null;
	const recipient = attributes.filled('Recipient') ?? attributes.filled('mdsol:Recipient');
	return {
		kind: 'query',
		...place,
		local: true,
		id: attributes.filled('QueryRepeatKey') ?? attributes.filled('mdsol:QueryRepeatKey') ?? '1',
		states: [{ state, stamp: null }],
		origin: recipient === null ? null : /from system$/i.test(recipient) ? 'system' : 'manual',
		history: true,
	};
}

const IMPORTANT_CLASSES = new Map([
	['major', true],
	['important', true],
	['critical', true],
	['significant', true],
	['minor', false],
	['non-important', false],
	['not important', false],
]);

export function raveDeviation(attributes: AttributeList, place: FactPlace): DeviationNode {
	const named = (name: string): string | null => attributes.filled(name) ?? attributes.filled(`mdsol:${name}`);
	return {
		kind: 'deviation',
		...place,
		id: named('ProtocolDeviationRepeatKey') ?? '1',
		code: named('Code'),
		important: IMPORTANT_CLASSES.get((named('Class') ?? '').toLowerCase()) ?? null,
		removed: named('Status') === 'Removed' || attributes.get('TransactionType') === 'Remove',
	};
}

/** Sets what only a review says, so that a verified item without value is not read as emptied. */
export function concernNoValue(item: ItemNode): void {
	if (item.value === null && !item.isNull && item.transaction !== 'Remove') item.transaction = 'Context';
}

function isYes(text: string | undefined): boolean {
	return yesOrNo(text) === true;
}

function yesOrNo(text: string | undefined): boolean | null {
	const lower = text?.trim().toLowerCase();
	if (lower === 'yes' || lower === 'true' || lower === '1') return true;
	if (lower === 'no' || lower === 'false' || lower === '0') return false;
	return null;
}
