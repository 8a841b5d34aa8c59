import { EDC_EVENT_TYPES, type EdcEvent, type FormRecorded, type ItemChange, type PlannedEvent, type PlannedForm, type QueryChanged, type SignatureApplied, type SubjectChanged, type VisitChanged } from '../../../core/edc/evidence.js';
import { EMPTY_MAPPING, type EdcMapping } from '../../../core/edc/mapping.js';
import { parseMilestoneSentence } from '../../../core/milestone/sentence.js';
import type { MilestoneRule } from '../../../core/milestone/rule.js';

export const STUDY = 'ST.1';
export const SOURCE = 'https://edc.example.com/ST.1';
export const AS_OF = '2026-03-20T00:00:00Z';

let serial = 0;
const nextId = (): string => `fact-${String(++serial).padStart(6, '0')}`;
const subjectPlace = (subject: string, site: string | null) => ({ study: STUDY, site, country: null, subject, subjectLabel: null });

export interface FormOptions {
	readonly event?: string;
	readonly eventRepeat?: string | null;
	readonly form?: string;
	readonly formRepeat?: string | null;
	readonly site?: string | null;
	readonly id?: string;
	readonly complete?: boolean;
	readonly status?: FormRecorded['status'];
	readonly removed?: boolean;
	readonly transaction?: FormRecorded['transaction'];
	readonly removedGroups?: NonNullable<FormRecorded['removedGroups']>;
}

export function item(name: string, at: string | null, options: Partial<ItemChange> = {}): ItemChange {
	return { group: 'IG.1', groupRepeat: null, item: name, filled: true, at, by: 'crc1', transaction: null, ...options };
}

export function form(subject: string, recordedAt: string | null, items: readonly ItemChange[], options: FormOptions = {}): EdcEvent {
	return {
		specversion: '1.0',
		id: options.id ?? nextId(),
		source: SOURCE,
		type: EDC_EVENT_TYPES.formRecorded,
		...(recordedAt === null ? {} : { time: recordedAt }),
		data: {
			...subjectPlace(subject, options.site ?? null),
			event: options.event ?? 'SE.3',
			eventRepeat: options.eventRepeat ?? null,
			form: options.form ?? 'F.1',
			formRepeat: options.formRepeat ?? null,
			recordedAt,
			complete: options.complete ?? false,
			status: options.status ?? null,
			statusStamp: null,
			imported: false,
			removed: options.removed ?? false,
			transaction: options.transaction ?? null,
			items,
			...(options.removedGroups === undefined ? {} : { removedGroups: options.removedGroups }),
		},
	};
}

/** A visit SE.3 done on a day and entered at a stamp. */
export function visitDone(subject: string, day: string, enteredAt: string, options: FormOptions = {}): EdcEvent {
	return form(subject, enteredAt, [item('I.DATE', enteredAt, { value: day }), item('I.1', enteredAt)], options);
}

export function subject(key: string, at: string | null, data: Partial<SubjectChanged> = {}): EdcEvent {
	return {
		specversion: '1.0',
		id: nextId(),
		source: SOURCE,
		type: EDC_EVENT_TYPES.subjectChanged,
		...(at === null ? {} : { time: at }),
		data: { ...subjectPlace(key, null), at, by: null, status: null, enrolledAt: null, randomisedAt: null, arm: null, removed: false, transaction: null, ...data },
	};
}

export function visit(key: string, at: string, data: Partial<VisitChanged> = {}): EdcEvent {
	return {
		specversion: '1.0',
		id: nextId(),
		source: SOURCE,
		type: EDC_EVENT_TYPES.visitChanged,
		time: at,
		data: { ...subjectPlace(key, null), event: 'SE.3', eventRepeat: null, visitDate: null, status: null, window: null, removed: false, transaction: null, at, by: 'crc1', ...data },
	};
}

export function query(key: string, id: string, at: string, state: QueryChanged['state'], data: Partial<QueryChanged> = {}): EdcEvent {
	return {
		specversion: '1.0',
		id: nextId(),
		source: SOURCE,
		type: EDC_EVENT_TYPES.queryChanged,
		time: at,
		data: { ...subjectPlace(key, null), query: id, event: null, form: null, item: null, state, origin: 'manual', history: true, at, by: 'cra1', ...data },
	};
}

export function signature(key: string, at: string, data: Partial<SignatureApplied> = {}): EdcEvent {
	return {
		specversion: '1.0',
		id: nextId(),
		source: SOURCE,
		type: EDC_EVENT_TYPES.signatureApplied,
		time: at,
		data: { ...subjectPlace(key, null), event: null, eventRepeat: null, form: null, formRepeat: null, group: null, item: null, meaning: null, at, by: 'pi1', ...data },
	};
}

export function document(asOf: string, subjects: readonly string[] | null): EdcEvent {
	return {
		specversion: '1.0',
		id: nextId(),
		source: SOURCE,
		type: EDC_EVENT_TYPES.documentRead,
		time: asOf,
		data: { study: STUDY, fileType: 'Snapshot', asOf, subjects, sourceSystem: null },
	};
}

export function locked(at: string, isLocked = true, level: 'lock' | 'freeze' = 'lock'): EdcEvent {
	return { specversion: '1.0', id: nextId(), source: SOURCE, type: EDC_EVENT_TYPES.studyLocked, time: at, data: { study: STUDY, locked: isLocked, level, at, by: 'dm1' } };
}

export function planned(event: string, forms: ReadonlyArray<string | { form: string; mandatory: boolean }>, data: Partial<PlannedEvent> = {}): PlannedEvent {
	return {
		event,
		name: null,
		kind: 'Scheduled',
		repeating: false,
		forms: forms.map((one) => (typeof one === 'string' ? { form: one, mandatory: true, conditional: false } : { ...one, conditional: false })),
		arms: [],
		window: null,
		...data,
	};
}

export function described(events: readonly PlannedEvent[], forms: readonly PlannedForm[], at = '2026-01-01T00:00:00Z'): EdcEvent {
	return { specversion: '1.0', id: nextId(), source: SOURCE, type: EDC_EVENT_TYPES.studyDescribed, time: at, data: { study: STUDY, name: null, version: '1', events, forms } };
}

export const plannedForm = (name: string, mandatoryItems: readonly string[]): PlannedForm => ({ form: name, name: null, repeating: false, mandatoryItems });

/** Three visits with one form each; SE.3 is the last, F.1 needs I.1. */
export const DESIGN = (): EdcEvent => described([planned('SE.1', ['F.0']), planned('SE.2', ['F.1']), planned('SE.3', ['F.1'])], [plannedForm('F.0', []), plannedForm('F.1', ['I.1'])]);

export const MAPPING: EdcMapping = { ...EMPTY_MAPPING, visitDateItems: ['I.DATE'], enrolmentItems: ['I.ENR'] };

export function rule(sentence: string, settings: Partial<MilestoneRule> = {}): MilestoneRule {
	const read = parseMilestoneSentence(sentence, settings);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return { ...read.value, ...settings };
}
