import { EDC_EVENT_TYPES, type EdcSink, type FormPlace, type ItemChange, type Stamp, type SubjectPlace } from '../evidence.js';
import { edcFact, valueDigest } from '../fact.js';
import { mappedItems } from '../mapping.js';
import { sha256 } from '../../evidence/key.js';
import type { EdcPullSettings } from '../pull.js';
import type { LogEntry } from './logging.js';
import { CLASSIC_EVENT, eventOfLabel, type RedcapProject } from './project.js';

/** What the logging tells about one form of one record. */
export interface FormHistory {
	readonly place: RedcapPlace;
	/** Last change of anything in it. */
	touched: LogEntry;
	/** Last entry that set `_complete`. */
	status: LogEntry | null;
	/** Only imports wrote to it so far. */
	importedOnly: boolean;
	lock: LogEntry | null;
	/** Last entry of each item that is filled or was. */
	readonly items: Map<string, LogEntry>;
}

/** Event, form and instance as the data export keys them. */
export interface RedcapPlace {
	readonly event: string;
	readonly eventRepeat: string | null;
	readonly form: string;
	readonly formRepeat: string | null;
}

export interface RecordHistory {
	created: LogEntry | null;
	/** Places whose entry names no event that is known, or a change that reaches the whole record: everything is read again. */
	wholeRecordTouchedAt: number;
	readonly forms: Map<string, FormHistory>;
}

export function placeKey(place: RedcapPlace): string {
	return JSON.stringify([place.event, place.eventRepeat, place.form, place.formRepeat]);
}

/** The logging numbers no first instance; where form or event repeats it is instance 1. */
export function placeOf(project: RedcapProject, event: string, form: string, instance: string | null): RedcapPlace {
	const repeating = project.repeatingForms.get(event);
	const eventRepeats = repeating?.has('') ?? false;
	const formRepeats = !eventRepeats && ((repeating?.has(form) ?? false) || instance !== null);
	return { event, eventRepeat: eventRepeats ? (instance ?? '1') : null, form, formRepeat: formRepeats ? (instance ?? '1') : null };
}

export interface LogFold {
	readonly records: Map<string, RecordHistory>;
}

export interface LogFoldContext {
	readonly project: RedcapProject;
	readonly settings: EdcPullSettings;
	/** Site by record, as the data export names it. */
	readonly siteOf: ReadonlyMap<string, string | null>;
	/** Entries before this instant are history that earlier runs gave; they are folded but not given again. */
	readonly emitFrom: number;
}

/** Folds the logging of a project, oldest first, and gives every change in it as evidence. */
export function foldLogging(entries: Iterable<LogEntry>, context: LogFoldContext, sink: EdcSink): LogFold {
	const records = new Map<string, RecordHistory>();
	const ordered = [...entries].sort((a, b) => a.instant - b.instant);
	const unknownLabels = new Set<string>();
	for (const entry of ordered) {
		const gives = entry.instant >= context.emitFrom;
		if (entry.what.kind === 'database') {
			if (gives) giveDatabaseLock(entry, entry.what.locked, context, sink);
			continue;
		}
		if (entry.record === null || entry.what.kind === 'other') continue;
		const history = historyOf(records, entry.record);
		switch (entry.what.kind) {
			case 'data':
				if (entry.what.act === 'delete') {
					records.delete(entry.record);
					if (gives) giveDeletion(entry, entry.record, context, sink);
					break;
				}
				if (entry.what.act === 'create') history.created = entry;
				foldChange(entry, entry.what, history, context, unknownLabels, gives ? sink : null, sink);
				break;
			case 'lock':
				foldLock(entry, entry.what, history, context, gives ? sink : null);
				break;
			case 'query':
				if (gives) giveQuery(entry, entry.what, entry.record, context, sink);
				break;
		}
	}
	return { records };
}

function historyOf(records: Map<string, RecordHistory>, record: string): RecordHistory {
	let history = records.get(record);
	if (!history) {
		history = { created: null, wholeRecordTouchedAt: Number.NEGATIVE_INFINITY, forms: new Map() };
		records.set(record, history);
	}
	return history;
}

function stampOf(entry: LogEntry): Stamp {
	return { at: entry.at, by: entry.by };
}

export function subjectPlace(record: string, context: Pick<LogFoldContext, 'settings' | 'siteOf'>): SubjectPlace {
	const site = context.siteOf.get(record) ?? null;
	return {
		study: context.settings.study,
		site,
		country: site === null ? null : (context.settings.mapping.countryOfSite[site] ?? null),
		subject: record,
		subjectLabel: null,
	};
}

/** Identity of one line of the logging: REDCap gives it no id, so its content is one. */
export function logIdentity(entry: LogEntry): string {
	return sha256([entry.timestamp, entry.by ?? '', entry.action, entry.details, entry.record ?? ''].join('\u0000'));
}

type DataEntry = Extract<LogEntry['what'], { kind: 'data' }>;

function foldChange(
	entry: LogEntry,
	what: DataEntry,
	history: RecordHistory,
	context: LogFoldContext,
	unknownLabels: Set<string>,
	give: EdcSink | null,
	sink: EdcSink,
): void {
	const { project, settings } = context;
	const record = entry.record ?? '';
	const byForm = groupByForm(what, project);
	if (what.change.values.some((value) => value.field === 'redcap_data_access_group')) history.wholeRecordTouchedAt = entry.instant;
	if (byForm.size === 0) return;
	const event = what.eventLabel === '' && !project.longitudinal ? CLASSIC_EVENT : eventOfLabel(project, what.eventLabel);
	if (event === null) {
		history.wholeRecordTouchedAt = entry.instant;
		if (!unknownLabels.has(what.eventLabel)) {
			unknownLabels.add(what.eventLabel);
			sink.finding({
				where: `REDCap logging ${entry.timestamp}, record ${record}`,
				value: what.eventLabel,
				expected: 'the name of an event of this project: was it renamed? The record itself is read, only who changed what when is not known here',
				severity: 'warning',
			});
		}
		return;
	}
	for (const [form, changed] of byForm) {
		const place = placeOf(project, event, form, what.change.instance);
		const known = history.forms.get(placeKey(place));
		const items: ItemChange[] = [];
		for (const [item, value] of changed.values) items.push(itemChange(item, value, record, place, entry, known, settings));
		const next: FormHistory = known ?? { place, touched: entry, status: null, importedOnly: true, lock: null, items: new Map() };
		next.touched = entry;
		if (changed.status !== null) next.status = entry;
		next.importedOnly &&= what.imported;
		for (const item of changed.values.keys()) next.items.set(item, entry);
		history.forms.set(placeKey(place), next);
		give?.event(
			edcFact(settings.source, EDC_EVENT_TYPES.formRecorded, { log: logIdentity(entry), place: placeKey(place) }, entry.at, {
				...subjectPlace(record, context),
				...place,
				recordedAt: entry.at,
				complete: false,
				status: changed.status === null ? null : (STATUS_OF_CODE.get(changed.status) ?? null),
				statusStamp: changed.status === null ? null : stampOf(entry),
				imported: what.imported,
				removed: false,
				transaction: known ? 'Update' : 'Upsert',
				items,
				tzAssumed: true,
			}),
		);
	}
}

/** `_complete` as stored; an empty one is a form that was never opened or was emptied. */
export const STATUS_OF_CODE: ReadonlyMap<string, 'empty' | 'incomplete' | 'unverified' | 'complete'> = new Map([
	['', 'empty'],
	['0', 'incomplete'],
	['1', 'unverified'],
	['2', 'complete'],
]);

function groupByForm(what: DataEntry, project: RedcapProject): Map<string, { status: string | null; values: Map<string, string> }> {
	const byForm = new Map<string, { status: string | null; values: Map<string, string> }>();
	const of = (form: string): { status: string | null; values: Map<string, string> } => {
		let group = byForm.get(form);
		if (!group) byForm.set(form, (group = { status: null, values: new Map() }));
		return group;
	};
	for (const { field, value, choice } of what.change.values) {
		const known = project.fields.get(field);
		if (known === undefined) {
			const form = field.endsWith('_complete') ? field.slice(0, -'_complete'.length) : '';
			if (project.fieldsOfForm.has(form)) of(form).status = value;
			continue;
		}
		// The record id is written with the first save of a record and belongs to no form's content.
		if (!known.entered || field === project.recordIdField) continue;
		const values = of(known.form).values;
		if (choice === null) values.set(field, value);
		else {
			const before = values.get(field) ?? '';
			values.set(field, value === '1' ? (before === '' ? choice : `${before},${choice}`) : before);
		}
	}
	return byForm;
}

function itemChange(
	item: string,
	value: string,
	record: string,
	place: RedcapPlace,
	entry: LogEntry,
	known: FormHistory | undefined,
	settings: EdcPullSettings,
): ItemChange {
	const filled = value !== '';
	const seen = known?.items.has(item) ?? false;
	// With the history cut off, the first change that is seen need not be the first there was.
	const first = (settings.historyFrom ?? null) === null ? 'Insert' : 'Upsert';
	return {
		group: null,
		groupRepeat: null,
		item,
		filled,
		...(filled && mappedItems(settings.mapping).has(item) ? { value } : {}),
		...(filled ? { digest: digestOf(settings, record, place, item, value) } : {}),
		at: entry.at,
		by: entry.by,
		transaction: !filled ? 'Remove' : seen ? 'Update' : first,
	};
}

export function digestOf(settings: EdcPullSettings, record: string, place: RedcapPlace, item: string, value: string): string {
	return valueDigest([settings.source, record, place.event, place.eventRepeat ?? '', place.form, place.formRepeat ?? '', item], value);
}

function foldLock(entry: LogEntry, what: Extract<LogEntry['what'], { kind: 'lock' }>, history: RecordHistory, context: LogFoldContext, give: EdcSink | null): void {
	const { project, settings } = context;
	const record = entry.record ?? '';
	const form = what.formLabel === null ? null : project.formOfLabel.get(what.formLabel) || (project.fieldsOfForm.has(what.formLabel) ? what.formLabel : null);
	const event = what.eventLabel === '' && !project.longitudinal ? CLASSIC_EVENT : eventOfLabel(project, what.eventLabel);
	const whole = what.formLabel === null;
	if (what.act === 'sign' || what.act === 'negate') {
		if (give === null) return;
		if (what.act === 'negate' || form === null || event === null) {
			give.finding({
				where: `REDCap logging ${entry.timestamp}, record ${record}`,
				value: entry.details.slice(0, 200),
				expected:
					what.act === 'negate'
						? 'signatures that hold: this one was withdrawn, earlier signatures of the form no longer count'
						: 'a form and an event of this project, each with a label of its own',
				severity: 'warning',
			});
			return;
		}
		give.event(
			edcFact(settings.source, EDC_EVENT_TYPES.signatureApplied, { log: logIdentity(entry) }, entry.at, {
				...subjectPlace(record, context),
				event,
				eventRepeat: null,
				form,
				formRepeat: null,
				group: null,
				item: null,
				meaning: null,
				...stampOf(entry),
			}),
		);
		return;
	}
	if (whole) history.wholeRecordTouchedAt = entry.instant;
	for (const known of history.forms.values()) {
		if (!whole && (known.place.form !== form || (event !== null && known.place.event !== event))) continue;
		known.lock = what.act === 'lock' ? entry : null;
		known.touched = entry;
	}
}

function giveQuery(entry: LogEntry, what: Extract<LogEntry['what'], { kind: 'query' }>, record: string, context: LogFoldContext, sink: EdcSink): void {
	const { project, settings } = context;
	const event = what.eventLabel === '' && !project.longitudinal ? CLASSIC_EVENT : eventOfLabel(project, what.eventLabel);
	const query = [record, event ?? what.eventLabel, what.field, what.instance ?? '1'].join('/');
	sink.event(
		edcFact(settings.source, EDC_EVENT_TYPES.queryChanged, { query, state: what.state, log: logIdentity(entry) }, entry.at, {
			...subjectPlace(record, context),
			query,
			event,
			form: project.fields.get(what.field)?.form ?? null,
			item: what.field,
			state: what.state,
			origin: 'manual',
			history: true,
			...stampOf(entry),
		}),
	);
}

function giveDeletion(entry: LogEntry, record: string, context: LogFoldContext, sink: EdcSink): void {
	sink.event(
		edcFact(context.settings.source, EDC_EVENT_TYPES.subjectChanged, { log: logIdentity(entry) }, entry.at, {
			...subjectPlace(record, context),
			status: null,
			enrolledAt: null,
			randomisedAt: null,
			arm: null,
			removed: true,
			transaction: 'Remove',
			...stampOf(entry),
		}),
	);
}

function giveDatabaseLock(entry: LogEntry, locked: boolean, context: LogFoldContext, sink: EdcSink): void {
	const { source, study } = context.settings;
	sink.event(
		edcFact(source, EDC_EVENT_TYPES.studyLocked, { log: logIdentity(entry) }, entry.at, { study, locked, level: 'lock', ...stampOf(entry) }),
	);
}

/** The forms of a record as places of evidence. */
export function formPlace(record: string, place: RedcapPlace, context: Pick<LogFoldContext, 'settings' | 'siteOf'>): FormPlace {
	return { ...subjectPlace(record, context), ...place };
}
