import type { DeviationRecorded, ItemChange, QueryChanged, Transaction, VisitChanged } from '../evidence.js';
import type { StampNode } from './stamps.js';

/*
 * One subject as it was read, before inheritance is worked out: ODM v2 and some exporters put an audit record behind the
 * data that it covers, so nothing can be handed on before the end of the subject.
 */

export class PlaceNode {
	transaction: Transaction | null = null;
	stamp: StampNode | null = null;
	/** Source-data verification stated for everything below (Rave, OpenClinica). */
	sdvAt: string | null = null;
	/** Removed, as a vendor's attribute says it. */
	removed = false;
}

export class SubjectNode extends PlaceNode {
	site: string | null = null;
	label: string | null = null;
	status: string | null = null;
	enrolledAt: string | null = null;
	arm: string | null = null;
	readonly visits: VisitNode[] = [];
	readonly facts: FactNode[] = [];
	itemCount = 0;
	/** Refers to audit records or signatures of a collection that may stand further down. */
	hasReferences = false;

	constructor(
		readonly study: string,
		readonly key: string,
	) {
		super();
	}
}

export class VisitNode extends PlaceNode {
	visitDate: string | null = null;
	status: VisitChanged['status'] = null;
	window: VisitChanged['window'] = null;
	readonly groups: GroupNode[] = [];

	constructor(
		readonly oid: string,
		readonly repeat: string | null,
	) {
		super();
	}
}

/** FormData or ItemGroupData. */
export class GroupNode extends PlaceNode {
	status: VendorFormStatus | null = null;
	statusAt: string | null = null;
	items: ItemNode[] = [];
	groups: GroupNode[] | null = null;
	/** Form that this group is or lies in; known when the subject is handed on. */
	form: GroupNode | null = null;

	constructor(
		readonly oid: string,
		readonly repeat: string | null,
		readonly isFormData: boolean,
		readonly parent: GroupNode | null,
	) {
		super();
	}
}

export type VendorFormStatus = 'empty' | 'incomplete' | 'unverified' | 'complete' | 'locked' | 'signed' | 'notDone';

export class ItemNode {
	stamp: StampNode | null = null;
	stampId: string | null = null;
	sdv: ItemChange['sdv'] | null = null;
	history: LoggedChange[] | null = null;

	constructor(
		readonly oid: string,
		/** Null where the element states no value at all; empty where it states that there is none. */
		public value: string | null,
		public isNull: boolean,
		public transaction: Transaction | null,
	) {}
}

/** One entry of a vendor's audit log of an item. */
export interface LoggedChange {
	readonly stamp: StampNode;
	readonly oldValue: string | null;
	readonly newValue: string | null;
}

export interface FactPlace {
	readonly visit: VisitNode | null;
	readonly group: GroupNode | null;
	readonly item: ItemNode | null;
}

export interface QueryNode extends FactPlace {
	readonly kind: 'query';
	readonly id: string;
	/** The id is only unique within its item (Rave), not within the study. */
	readonly local: boolean;
	readonly states: ReadonlyArray<{ readonly state: QueryChanged['state']; readonly stamp: StampNode | null }>;
	readonly origin: QueryChanged['origin'];
	/** False where states before the last are not known with their time. */
	readonly history: boolean;
}

export interface SignatureNode extends FactPlace {
	readonly kind: 'signature';
	readonly stamp: StampNode | null;
	readonly signatureId: string | null;
	readonly signatureDef: string | null;
}

export interface DeviationNode extends FactPlace {
	readonly kind: 'deviation';
	readonly id: string;
	readonly code: string | null;
	readonly important: DeviationRecorded['important'];
	readonly removed: boolean;
}

export type FactNode = QueryNode | SignatureNode | DeviationNode;
