import { EDC_EVENT_TYPES, type PlannedEvent, type PlannedForm, type StudyDescribedEvent } from '../evidence.js';
import { edcFact } from '../fact.js';
import { asObject, asText } from '../../pull/run.js';

/** Event of every record in a project without events (REDCap's own unique name for it). */
export const CLASSIC_EVENT = 'event_1_arm_1';

export interface RedcapField {
	readonly name: string;
	readonly form: string;
	readonly required: boolean;
	/** One column per choice, named `field___code`. */
	readonly checkbox: boolean;
	/** Holds data a person enters: no headings, no calculated fields. */
	readonly entered: boolean;
}

export interface RedcapEvent {
	readonly event: string;
	/** As the logging shows it: `Final visit (Arm 1: Drug A)`. */
	readonly logLabel: string;
	readonly name: string;
	readonly arm: string;
	readonly window: PlannedEvent['window'];
}

/** What the metadata calls say about a project; filled step by step. */
export interface RedcapProject {
	title: string | null;
	longitudinal: boolean;
	repeating: boolean;
	/** Server-local time text, null where the project call does not say. */
	createdAt: string | null;
	recordIdField: string;
	readonly fields: Map<string, RedcapField>;
	readonly fieldsOfForm: Map<string, RedcapField[]>;
	/** Label → name, for logs that name the label. */
	readonly formOfLabel: Map<string, string>;
	readonly labelOfForm: Map<string, string>;
	readonly arms: Map<string, string>;
	events: RedcapEvent[];
	readonly formsOfEvent: Map<string, Set<string>>;
	/** Forms that repeat by event; the empty name stands for an event that repeats as a whole. */
	readonly repeatingForms: Map<string, Set<string>>;
}

export function emptyProject(): RedcapProject {
	return {
		title: null,
		longitudinal: false,
		repeating: false,
		createdAt: null,
		recordIdField: '',
		fields: new Map(),
		fieldsOfForm: new Map(),
		formOfLabel: new Map(),
		labelOfForm: new Map(),
		arms: new Map(),
		events: [],
		formsOfEvent: new Map(),
		repeatingForms: new Map(),
	};
}

type Row = Readonly<Record<string, unknown>>;

function textOf(row: Row, name: string): string {
	return asText(row[name]) ?? '';
}

/** `content=metadata`: the data dictionary. Its first field is the record id. */
export function takeMetadata(project: RedcapProject, rows: readonly Row[]): void {
	for (const row of rows) {
		const name = textOf(row, 'field_name');
		const form = textOf(row, 'form_name');
		if (name === '' || form === '') continue;
		if (project.recordIdField === '') project.recordIdField = name;
		const type = textOf(row, 'field_type');
		const field: RedcapField = {
			name,
			form,
			required: textOf(row, 'required_field').toLowerCase() === 'y',
			checkbox: type === 'checkbox',
			entered: type !== 'descriptive' && type !== 'calc',
		};
		project.fields.set(name, field);
		const ofForm = project.fieldsOfForm.get(form);
		if (ofForm) ofForm.push(field);
		else project.fieldsOfForm.set(form, [field]);
	}
}

/** `content=project`. Answers of old versions lack fields; then the calls that only long projects have are tried and may fail. */
export function takeProject(project: RedcapProject, answer: unknown): { readonly projectId: string | null } {
	const row = asObject(answer) ?? {};
	project.title = asText(row['project_title']);
	project.longitudinal = isYes(row['is_longitudinal']);
	project.repeating = isYes(row['has_repeating_instruments_or_events']);
	project.createdAt = asText(row['creation_time']);
	return { projectId: asText(row['project_id']) };
}

function isYes(value: unknown): boolean {
	return value === true || value === 1 || value === '1' || value === 'true';
}

export function takeInstruments(project: RedcapProject, rows: readonly Row[]): void {
	for (const row of rows) {
		const form = textOf(row, 'instrument_name');
		const label = textOf(row, 'instrument_label').trim();
		project.labelOfForm.set(form, label);
		// Two forms may carry one label; then the label says nothing.
		project.formOfLabel.set(label, project.formOfLabel.has(label) ? '' : form);
	}
}

export function takeArms(project: RedcapProject, rows: readonly Row[]): void {
	for (const row of rows) project.arms.set(textOf(row, 'arm_num'), textOf(row, 'name'));
}

export function takeEvents(project: RedcapProject, rows: readonly Row[]): void {
	project.events = rows.map((row) => {
		const name = textOf(row, 'event_name');
		const arm = textOf(row, 'arm_num');
		return { event: textOf(row, 'unique_event_name'), name, arm, logLabel: name, window: windowOf(row) };
	});
}

/** Days of the scheduling module, where it is used: offsets of 0 and 0 are its unused default and no window. */
function windowOf(row: Row): PlannedEvent['window'] {
	const [targetDay, daysBefore, daysAfter] = ['day_offset', 'offset_min', 'offset_max'].map((name) => Number(textOf(row, name) || 'NaN'));
	if (targetDay === undefined || daysBefore === undefined || daysAfter === undefined) return null;
	const stated = [targetDay, daysBefore, daysAfter].every(Number.isInteger) && (daysBefore !== 0 || daysAfter !== 0);
	return stated ? { anchorEvent: null, targetDay, daysBefore, daysAfter } : null;
}

/** Labels as the logging writes them need the names of the arms, so they are made when both are known. */
export function completeEvents(project: RedcapProject): void {
	if (!project.longitudinal) {
		project.events = [{ event: CLASSIC_EVENT, name: 'Event 1', arm: '1', logLabel: 'Event 1', window: null }];
		project.formsOfEvent.set(CLASSIC_EVENT, new Set(project.fieldsOfForm.keys()));
		return;
	}
	project.events = project.events.map((event) => ({ ...event, logLabel: `${event.name} (Arm ${event.arm}: ${project.arms.get(event.arm) ?? ''})` }));
}

export function takeFormEventMapping(project: RedcapProject, rows: readonly Row[]): void {
	for (const row of rows) addTo(project.formsOfEvent, textOf(row, 'unique_event_name'), textOf(row, 'form'));
}

export function takeRepeatingForms(project: RedcapProject, rows: readonly Row[]): void {
	for (const row of rows) addTo(project.repeatingForms, textOf(row, 'event_name') || CLASSIC_EVENT, textOf(row, 'form_name'));
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
	const set = map.get(key);
	if (set) set.add(value);
	else map.set(key, new Set([value]));
}

/** Event by its label in the logging (with or without the arm); null where none or several fit. */
export function eventOfLabel(project: RedcapProject, label: string): string | null {
	if (!project.longitudinal) return CLASSIC_EVENT;
	const exact = project.events.filter((event) => event.logLabel === label);
	const found = exact.length > 0 ? exact : project.events.filter((event) => event.name === label);
	return found.length === 1 ? (found[0]?.event ?? null) : null;
}

/** The design as evidence: forms, their required fields, and in which events they are planned. */
export function describeStudy(project: RedcapProject, source: string, study: string): StudyDescribedEvent {
	const events: PlannedEvent[] = project.events.map(({ event, name, arm, window }) => {
		const repeating = project.repeatingForms.get(event);
		return {
			event,
			name,
			kind: 'Scheduled',
			repeating: repeating?.has('') ?? false,
			forms: [...(project.formsOfEvent.get(event) ?? [])].map((form) => ({
				form,
				// A repeating form is a log: none may be needed.
				mandatory: !(repeating?.has(form) ?? false),
				conditional: false,
			})),
			arms: project.longitudinal ? [arm] : [],
			window,
		};
	});
	const repeatsSomewhere = new Set([...project.repeatingForms.values()].flatMap((forms) => [...forms]));
	const forms: PlannedForm[] = [...project.fieldsOfForm].map(([form, fields]) => ({
		form,
		name: project.labelOfForm.get(form) ?? null,
		repeating: repeatsSomewhere.has(form),
		mandatoryItems: fields.filter((field) => field.required && field.entered).map((field) => field.name),
	}));
	const data = { study, name: project.title, version: null, events, forms };
	return edcFact(source, EDC_EVENT_TYPES.studyDescribed, data, null, data);
}
