import type { PlannedEvent, StudyDescribed } from '../edc/evidence.js';
import { NO_ROW, type Particulars } from './log.js';
import type { Places } from './place.js';
import { ItemRegister, LatestText, NEVER, StatedText, StateHistory, type Fact, type Origin } from './register.js';

/* What the fold remembers of a study: registers by study and subject, and for a subject that is looked at by visit, form and item. */

/** From so many items on a form is searched by an index instead of one by one. */
const INDEXED = 32;

export class FormRecord {
	/** In the order in which they were first heard of; most records come in the same order again. */
	readonly items: ItemRegister[] = [];
	private index: Map<string, ItemRegister> | null = null;
	repeats: Map<string, FormRecord> | null = null;
	/** Stamp of the latest whole state that was read, and the fact it came from. */
	snapshotAt = NEVER;
	snapshotOrigin: Origin | null = null;
	removedAt = NEVER;
	/** Latest stamp at which a person or system changed an item. */
	changedAt = NEVER;
	states: StateHistory | null = null;
	/** Item groups that were taken out as a whole; null: none. */
	removedGroups: Particulars['removedGroups'] | null = null;

	constructor(readonly form: string) {}

	/** @param hint where the item stands if it comes in the order known so far */
	find(group: string | null, repeat: string | null, item: string, hint: number): ItemRegister | undefined {
		const expected = this.items[hint];
		if (expected?.isOf(group, repeat, item) === true) return expected;
		if (this.index !== null) return this.index.get(indexKey(group, repeat, item));
		for (const register of this.items) if (register.isOf(group, repeat, item)) return register;
		return undefined;
	}

	/** Removal of a group empties every item of it, whenever that was heard of. */
	takeOutGroups(): void {
		for (const { group, repeat, at } of this.removedGroups ?? []) {
			if (at > this.changedAt) this.changedAt = at;
			for (const register of this.items) if (register.group === group && register.repeat === repeat) register.empty(at);
		}
	}

	add(register: ItemRegister): void {
		this.items.push(register);
		if (this.items.length < INDEXED) return;
		if (this.index === null) this.index = new Map(this.items.map((one) => [indexKey(one.group, one.repeat, one.item), one]));
		else this.index.set(indexKey(register.group, register.repeat, register.item), register);
	}

	/** Since when an item holds data, null where it holds none. */
	filledSince(register: ItemRegister, horizon: number): Fact | null {
		const fill = register.filledSince(horizon);
		if (fill !== null) return fill;
		const stated = this.snapshotAt > horizon && this.snapshotAt > register.lastEmpty && this.snapshotOrigin !== null;
		return stated && this.snapshotOrigin !== null ? { at: this.snapshotAt, origin: this.snapshotOrigin, by: null } : null;
	}
}

function indexKey(group: string | null, repeat: string | null, item: string): string {
	return `${group ?? ''}\u0000${repeat ?? ''}\u0000${item}`;
}

export class VisitRecord {
	readonly forms: FormRecord[] = [];
	repeats: Map<string, VisitRecord> | null = null;
	removedAt = NEVER;
	states: StateHistory | null = null;
	visitDate: StatedText | null = null;

	constructor(readonly event: string) {}

	form(name: string): FormRecord | undefined {
		for (const form of this.forms) if (form.form === name) return form;
		return undefined;
	}
}

/** An item whose value a mapping names. */
export interface MappedItem {
	readonly item: string;
	readonly register: ItemRegister;
	readonly form: FormRecord;
	readonly visit: VisitRecord;
}

export interface QueryRecord {
	readonly states: StateHistory;
	event: string | null;
	form: string | null;
}

export interface SignatureRecord extends Fact {
	readonly event: string | null;
	readonly eventRepeat: string | null;
	readonly form: string | null;
	readonly formRepeat: string | null;
}

const NO_VISITS: ReadonlyMap<string, VisitRecord> = new Map();
const NO_ITEMS: readonly MappedItem[] = [];

export class SubjectRecord {
	/** Latest row of the log about its visits and forms. */
	row = NO_ROW;
	/** Rows about it, and as many as were left when repetitions were last taken out. */
	rows = 0;
	rowsKept = 0;
	/** What the rows say, where rules look: only there while the subject is looked at. */
	visits: ReadonlyMap<string, VisitRecord> = NO_VISITS;
	mapped: readonly MappedItem[] = NO_ITEMS;
	label: LatestText | null = null;
	arm: StatedText | null = null;
	enrolledAt: StatedText | null = null;
	randomisedAt: StatedText | null = null;
	states: StateHistory | null = null;
	queries: Map<string, QueryRecord> | null = null;
	/** By identity of the fact. */
	signatures: Map<string, SignatureRecord> | null = null;
	removedAt = NEVER;
	/** Latest full snapshots that do and do not hold the subject. */
	presentAt = NEVER;
	absentAt = NEVER;
	dirty = false;

	constructor(
		readonly key: string,
		readonly study: StudyRecord,
		/** Counted through all studies, in the order in which subjects were first heard of. */
		readonly number: number,
	) {}

	/** Lets go of what was unpacked to look at the subject. */
	pack(): void {
		this.visits = NO_VISITS;
		this.mapped = NO_ITEMS;
	}

	/** Evidence stamped up to here is gone with the record; a later full snapshot that holds the subject brings it back. */
	get horizon(): number {
		const gone = Math.max(this.removedAt, this.absentAt);
		return this.presentAt > gone ? NEVER : gone;
	}
}

export class StudyRecord {
	readonly subjects = new Map<string, SubjectRecord>();
	readonly sites = new Set<string>();
	readonly countries = new Set<string>();
	readonly locks = new StateHistory();
	design: StudyDesign | null = null;
	/** Latest full snapshot: a subject first heard of later was not in it. */
	fullSnapshotAt = NEVER;
	/** What the source was seen to deliver; only ever turns true. */
	readonly delivers = { forms: false, states: false, randomisation: false, signatures: false, queries: false };
	/** Grows with whatever may change a judgement without changing a subject. */
	revision = 0;

	constructor(
		readonly study: string,
		readonly places: Places,
	) {}
}

export interface StudyDesign {
	readonly at: number;
	readonly identity: string;
	readonly events: ReadonlyMap<string, DesignedEvent>;
	readonly forms: ReadonlyMap<string, DesignedForm>;
	/** Scheduled visits in their order. */
	readonly scheduled: readonly PlannedEvent[];
}

interface DesignedEvent {
	/** Forms that every subject has to have in the visit. */
	readonly mandatoryForms: readonly string[];
}

interface DesignedForm {
	/** Mandatory items with their places in the list of them. */
	readonly mandatoryItems: ReadonlyMap<string, number>;
}

/** A design as it is asked, so that nothing is worked out again for every subject. */
export function designOf(described: StudyDescribed, at: number, identity: string): StudyDesign {
	const mandatory = (planned: PlannedEvent): readonly string[] => planned.forms.filter((form) => form.mandatory && !form.conditional).map((form) => form.form);
	return {
		at,
		identity,
		events: new Map(described.events.map((planned) => [planned.event, { mandatoryForms: mandatory(planned) }])),
		forms: new Map(described.forms.map((planned) => [planned.form, { mandatoryItems: new Map([...new Set(planned.mandatoryItems)].map((item, index) => [item, index])) }])),
		scheduled: described.events.filter((planned) => planned.kind === 'Scheduled'),
	};
}

/** Every instance of a record that may repeat. */
export function instances<Item extends { readonly repeats: Map<string, Item> | null }>(first: Item | undefined): readonly Item[] {
	if (first === undefined) return [];
	return first.repeats === null ? [first] : [first, ...first.repeats.values()];
}
