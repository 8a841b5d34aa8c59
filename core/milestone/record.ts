import type { PlannedEvent, StudyDescribed } from '../edc/evidence.js';
import type { FormRecord, MappedItem } from './formRecord.js';
import { NO_ROW } from './page.js';
import type { Places } from './place.js';
import { NEVER, type Fact, type LatestText, type StatedText, StateHistory } from './register.js';

/* What the fold remembers of a study: registers by study and subject, and for a subject that is looked at by visit, form and item. */

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

export interface QueryRecord {
	readonly states: StateHistory;
	event: string | null;
	form: string | null;
}

/** When the record of a subject was taken out or not found, which few ever are. */
export interface Presence {
	removedAt: number;
	/** Latest full snapshots that do and do not hold the subject. */
	presentAt: number;
	absentAt: number;
}

const NO_VISITS: ReadonlyMap<string, VisitRecord> = new Map();
const NO_ITEMS: readonly MappedItem[] = [];

export class SubjectRecord {
	/** Latest row of the log about its visits and forms, and the latest of those that were put aside because no rule looked there. */
	row = NO_ROW;
	asideRow = NO_ROW;
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
	/** By identity of the fact; each reaches over what its place names. */
	signatures: Map<string, Fact> | null = null;
	/** Null: no snapshot of the study and no removal was read. */
	private presence: Presence | null = null;
	dirty = false;
	/** The subject that was named after this one the last time. */
	next: SubjectRecord | null = null;

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
		if (this.presence === null) return NEVER;
		const { removedAt, presentAt, absentAt } = this.presence;
		const gone = Math.max(removedAt, absentAt);
		return presentAt > gone ? NEVER : gone;
	}

	/** @returns whether it was not known to be so as late */
	note(what: keyof Presence, at: number): boolean {
		const presence = (this.presence ??= { removedAt: NEVER, presentAt: NEVER, absentAt: NEVER });
		if (at <= presence[what]) return false;
		presence[what] = at;
		return true;
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
	/** Where a person opens a record, as the latest reading of the source says. */
	recordAddress: { readonly at: number; readonly address: string } | null = null;
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
