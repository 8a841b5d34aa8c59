import { EDC_EVENT_TYPES, type EdcSink, type FormRecorded, type ItemChange } from '../evidence.js';
import { edcFact } from '../fact.js';
import { mappedItems } from '../mapping.js';
import type { EdcPullSettings } from '../pull.js';
import { asText } from '../../pull/run.js';
import { digestOf, formPlace, placeKey, STATUS_OF_CODE, subjectPlace, type FormHistory, type RecordHistory, type RedcapPlace } from './history.js';
import { CLASSIC_EVENT, type RedcapField, type RedcapProject } from './project.js';

type Row = Readonly<Record<string, unknown>>;

export interface RecordContext {
	readonly project: RedcapProject;
	readonly settings: EdcPullSettings;
	readonly siteOf: Map<string, string | null>;
	/** Null where the logging may not be read: every form is given, without a time. */
	readonly histories: ReadonlyMap<string, RecordHistory> | null;
	/** Forms that did not change since are known already and not given again. */
	readonly emitFrom: number;
	/** Columns found missing, told once per run. */
	readonly missingColumns: Set<string>;
}

/** Gives the state of the records in an answer of `content=record`, `type=flat`. */
export function giveRecords(rows: readonly Row[], asked: readonly string[], context: RecordContext, sink: EdcSink): void {
	const { project, settings } = context;
	const byRecord = new Map<string, Row[]>();
	for (const row of rows) {
		const record = asText(row[project.recordIdField]);
		if (record === null) {
			sink.finding({
				where: 'REDCap records',
				value: null,
				expected: `a value in "${project.recordIdField}", the record id: does the user have export rights for it?`,
				severity: 'refused',
			});
			continue;
		}
		const site = asText(row['redcap_data_access_group']);
		if (site !== null || !context.siteOf.has(record)) context.siteOf.set(record, site);
		const known = byRecord.get(record);
		if (known) known.push(row);
		else byRecord.set(record, [row]);
	}
	tellMissingColumns(rows[0], context, sink, settings);
	for (const record of asked) {
		const own = byRecord.get(record);
		if (own) giveRecord(record, own, context, sink);
		else {
			sink.finding({
				where: `REDCap record ${record}`,
				value: null,
				expected: 'a record that this user may read: it was renamed, deleted, or belongs to another data access group',
				severity: 'warning',
			});
		}
	}
}

function giveRecord(record: string, rows: readonly Row[], context: RecordContext, sink: EdcSink): void {
	const history = context.histories?.get(record) ?? null;
	const created = history?.created ?? null;
	const place = subjectPlace(record, context);
	if (history === null || context.histories === null || (created?.instant ?? Number.POSITIVE_INFINITY) >= context.emitFrom || history.wholeRecordTouchedAt >= context.emitFrom) {
		sink.event(
			edcFact(context.settings.source, EDC_EVENT_TYPES.subjectChanged, { record, site: place.site, created: created?.at ?? null }, created?.at ?? null, {
				...place,
				at: created?.at ?? null,
				by: created?.by ?? null,
				status: null,
				enrolledAt: null,
				randomisedAt: null,
				arm: armOf(rows, context.project),
				removed: false,
				transaction: null,
			}),
		);
	}
	const seen = new Set<string>();
	for (const row of rows) {
		for (const { place: formAt, fields } of formsOfRow(row, context.project)) {
			const key = placeKey(formAt);
			seen.add(key);
			giveForm(record, formAt, fields, row, history, context, sink);
		}
	}
	giveEmptied(record, seen, history, context, sink);
}

function armOf(rows: readonly Row[], project: RedcapProject): string | null {
	if (!project.longitudinal) return null;
	const arms = new Set(rows.map((row) => project.events.find((event) => event.event === row['redcap_event_name'])?.arm ?? ''));
	arms.delete('');
	return arms.size === 1 ? ([...arms][0] ?? null) : null;
}

/** The forms a row of the flat export speaks about. */
function formsOfRow(row: Row, project: RedcapProject): Array<{ place: RedcapPlace; fields: readonly RedcapField[] }> {
	const event = project.longitudinal ? (asText(row['redcap_event_name']) ?? CLASSIC_EVENT) : CLASSIC_EVENT;
	const repeatForm = asText(row['redcap_repeat_instrument']);
	const instance = asText(row['redcap_repeat_instance']);
	if (repeatForm !== null) {
		return [{ place: { event, eventRepeat: null, form: repeatForm, formRepeat: instance ?? '1' }, fields: project.fieldsOfForm.get(repeatForm) ?? [] }];
	}
	const planned = project.formsOfEvent.get(event);
	const repeating = project.repeatingForms.get(event);
	const found: Array<{ place: RedcapPlace; fields: readonly RedcapField[] }> = [];
	for (const [form, fields] of project.fieldsOfForm) {
		if (planned && !planned.has(form)) continue;
		if (instance === null && repeating?.has(form)) continue;
		found.push({ place: { event, eventRepeat: instance, form, formRepeat: null }, fields });
	}
	return found;
}

function giveForm(record: string, place: RedcapPlace, fields: readonly RedcapField[], row: Row, history: RecordHistory | null, context: RecordContext, sink: EdcSink): void {
	const code = row[`${place.form}_complete`];
	// No such column: the user may not export the form. That is neither empty nor incomplete, so nothing is said about it.
	if (code === undefined) return;
	const known = history?.forms.get(placeKey(place)) ?? null;
	const items = itemsOf(record, place, fields, row, known, context);
	const status = statusOf(asText(code) ?? '', items.length > 0, known, row, place, context, sink);
	if (status === 'empty' && known === null) return;
	const changedSince = known === null || known.touched.instant >= context.emitFrom || (history?.wholeRecordTouchedAt ?? Number.NEGATIVE_INFINITY) >= context.emitFrom;
	if (!changedSince) return;
	const locked = status === 'complete' && known !== null && known.lock !== null;
	giveState(record, place, {
		recordedAt: known?.touched.at ?? null,
		complete: true,
		status: locked ? 'locked' : status,
		statusStamp: statusStampOf(known, locked),
		imported: known?.importedOnly ?? false,
		removed: false,
		transaction: null,
		items,
		tzAssumed: known !== null,
	}, context, sink);
}

function statusStampOf(known: FormHistory | null, locked: boolean): FormRecorded['statusStamp'] {
	const entry = locked ? known?.lock : known?.status;
	return entry ? { at: entry.at, by: entry.by } : null;
}

function giveState(record: string, place: RedcapPlace, state: Omit<FormRecorded, keyof ReturnType<typeof formPlace>>, context: RecordContext, sink: EdcSink): void {
	const identity = {
		record,
		place: placeKey(place),
		status: state.status,
		recordedAt: state.recordedAt,
		removed: state.removed,
		items: state.items.map((item) => [item.item, item.digest ?? null]),
	};
	sink.event(edcFact(context.settings.source, EDC_EVENT_TYPES.formRecorded, identity, state.recordedAt, { ...formPlace(record, place, context), ...state }));
}

function itemsOf(record: string, place: RedcapPlace, fields: readonly RedcapField[], row: Row, known: FormHistory | null, context: RecordContext): ItemChange[] {
	const kept = mappedItems(context.settings.mapping);
	const items: ItemChange[] = [];
	for (const field of fields) {
		if (!field.entered || field.name === context.project.recordIdField) continue;
		const value = valueOf(field, row);
		if (value === '') continue;
		const entry = known?.items.get(field.name) ?? null;
		items.push({
			group: null,
			groupRepeat: null,
			item: field.name,
			filled: true,
			...(kept.has(field.name) ? { value } : {}),
			digest: digestOf(context.settings, record, place, field.name, value),
			at: entry?.at ?? null,
			by: entry?.by ?? null,
			transaction: null,
		});
	}
	return items;
}

/** Value as the logging writes it too: codes of a checkbox joined by commas in the order of the dictionary. */
function valueOf(field: RedcapField, row: Row): string {
	if (!field.checkbox) return asText(row[field.name]) ?? '';
	const prefix = `${field.name}___`;
	let codes = '';
	for (const name in row) {
		if (name.startsWith(prefix) && asText(row[name]) === '1') codes += `${codes === '' ? '' : ','}${name.slice(prefix.length)}`;
	}
	return codes;
}

function statusOf(
	code: string,
	filled: boolean,
	known: FormHistory | null,
	row: Row,
	place: RedcapPlace,
	context: RecordContext,
	sink: EdcSink,
): FormRecorded['status'] {
	const { mapping } = context.settings;
	if (mapping.notDone.some((mark) => context.project.fields.get(mark.item)?.form === place.form && asText(row[mark.item]) === mark.value)) return 'notDone';
	const status = STATUS_OF_CODE.get(code);
	if (status === undefined) {
		sink.finding({ where: `REDCap field ${place.form}_complete`, value: code, expected: '0, 1, 2 or empty (export raw values, not labels)', severity: 'refused' });
		return null;
	}
	// Old servers export 0 for a form that was never opened; data without a state comes from imports.
	if (status === 'incomplete' && !filled && (known?.status ?? null) === null) return 'empty';
	return status === 'empty' && filled ? 'incomplete' : status;
}

/** A form that the logging knows but the export no longer holds was emptied or deleted. */
function giveEmptied(record: string, seen: ReadonlySet<string>, history: RecordHistory | null, context: RecordContext, sink: EdcSink): void {
	for (const [key, known] of history?.forms ?? []) {
		if (seen.has(key) || known.touched.instant < context.emitFrom || context.missingColumns.has(`${known.place.form}_complete`)) continue;
		giveState(record, known.place, {
			recordedAt: known.touched.at,
			complete: true,
			status: 'empty',
			statusStamp: { at: known.touched.at, by: known.touched.by },
			imported: known.importedOnly,
			removed: true,
			transaction: 'Remove',
			items: [],
			tzAssumed: true,
		}, context, sink);
	}
}

/** Export rights drop columns without a word: missing is not empty (vendor reference 8, trap 9). */
function tellMissingColumns(row: Row | undefined, context: RecordContext, sink: EdcSink, settings: EdcPullSettings): void {
	if (row === undefined) return;
	const names = Object.keys(row);
	const has = new Set(names);
	const checkboxes = new Set(names.flatMap((name) => (name.includes('___') ? [name.slice(0, name.indexOf('___'))] : [])));
	const missing: string[] = [];
	for (const [form, fields] of context.project.fieldsOfForm) {
		if (!has.has(`${form}_complete`)) missing.push(`${form}_complete`);
		for (const field of fields) if (field.entered && !has.has(field.name) && !checkboxes.has(field.name)) missing.push(field.name);
	}
	const news = missing.filter((name) => !context.missingColumns.has(name));
	if (news.length === 0) return;
	for (const name of news) context.missingColumns.add(name);
	sink.finding({
		where: `REDCap records of project ${settings.study}`,
		value: news.slice(0, 20).join(', ') + (news.length > 20 ? ` and ${news.length - 20} more` : ''),
		expected: 'these fields in the export: the user of the token has no export right for them, so nothing is said about them. Give the user full data export rights',
		severity: 'warning',
	});
}
