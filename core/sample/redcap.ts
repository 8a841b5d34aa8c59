import { formatInstant, zoneOf } from '../time/zone.js';
import { SAMPLE_FORMS, SAMPLE_STUDY, SAMPLE_VISITS, sampleForm } from './design.js';
import { sampleHistory, type SampleChange, type Save } from './history.js';
import { completionOf } from './odm.js';
import { completeField, eventLabel, eventName, fieldName, groupName, instrumentName, isRepeating, RECORD_ID, REDCAP_DESIGN, REDCAP_PROJECT_ID } from './redcapDesign.js';

/*
 * The sample study as a REDCap server would answer: `POST /api/` with `format=json`. Verifications are left out, because REDCap has none.
 */

export { REDCAP_PROJECT_ID, sampleRedcapMapping } from './redcapDesign.js';

export interface RedcapAnswer {
	readonly status: number;
	readonly contentType: string;
	readonly body: string;
}

export interface SampleRedcapOptions {
	/** Everything recorded up to the moment at which this many subjects had completed follow-up; default: everything. */
	readonly upToSubject?: number;
}

const zone = zoneOf(SAMPLE_STUDY.zone);
const VERSION = '14.9.1';

/**
 * Answers a call of the API. The token is the caller's business.
 *
 * @param parameters the form fields as sent, e.g. `content`, `records[0]`
 */
export function sampleRedcapAnswer(parameters: Readonly<Record<string, string>>, options: SampleRedcapOptions = {}): RedcapAnswer {
	const { content = '', format = 'xml' } = parameters;
	if (content === 'version') return { status: 200, contentType: 'text/html; charset=utf-8', body: VERSION };
	if (format !== 'json') return refuse(`The value of the parameter "format" is "${format}"; this sandbox answers only "json".`);
	const design = REDCAP_DESIGN[content];
	if (design !== undefined) return json(design);
	const until = options.upToSubject === undefined ? Infinity : completionOf(options.upToSubject);
	if (content === 'record') return json(records(parameters, until));
	if (content === 'log') return json(logging(parameters, until));
	return refuse(`The value of the parameter "content" is not valid: "${content}".`);
}

/** Body of the Data Entry Trigger that REDCap sends after a save; null for what triggers nothing (imports, signatures, queries). */
export function sampleRedcapTrigger(change: SampleChange, baseUrl: string): Readonly<Record<string, string>> | null {
	if (change.kind !== 'save' || change.by.startsWith('sys.')) return null;
	const instrument = instrumentName(change.form);
	return {
		project_id: REDCAP_PROJECT_ID,
		username: change.by,
		instrument,
		record: change.subject,
		redcap_event_name: eventName(change.event),
		redcap_data_access_group: groupName(change.site.oid),
		[completeField(change.form)]: isFormComplete(change.form, new Map(change.items)) ? '2' : '0',
		...(change.repeat === null ? {} : { redcap_repeat_instance: change.repeat, redcap_repeat_instrument: instrument }),
		redcap_url: `${baseUrl}/`,
		project_url: `${baseUrl}/redcap_v${VERSION}/index.php?pid=${REDCAP_PROJECT_ID}`,
	};
}

/** What the project's users saved, in order, for a sandbox that sends triggers. */
export function sampleSaves(options: SampleRedcapOptions = {}): readonly Save[] {
	const until = options.upToSubject === undefined ? Infinity : completionOf(options.upToSubject);
	return sampleHistory().changes.flatMap((change) => (change.kind === 'save' && change.at <= until ? [change] : []));
}

const json = (value: unknown): RedcapAnswer => ({ status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) });
const refuse = (error: string): RedcapAnswer => ({ status: 400, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ error }) });

/** Values of `name`, `name[0]`, `name[1]` … or of one text with commas. */
function listOf(parameters: Readonly<Record<string, string>>, name: string): ReadonlySet<string> | null {
	const values = Object.entries(parameters).flatMap(([key, value]) => (key === name ? value.split(',') : key.startsWith(`${name}[`) ? [value] : []));
	return values.length === 0 ? null : new Set(values.map((value) => value.trim()));
}

/** REDCap keeps local times without a zone. */
const localText = (value: string): string => (value.includes('T') ? value.slice(0, 16).replace('T', ' ') : value);

type Values = Map<string, string | null>;

function isFormComplete(form: string, values: ReadonlyMap<string, string | null>): boolean {
	return values.get('IT.LBND') === 'Y' || sampleForm(form).items.every((item) => !item.mandatory || (values.get(item.oid) ?? null) !== null);
}

interface Instance {
	readonly subject: string;
	readonly site: string;
	readonly event: string;
	readonly form: string;
	readonly repeat: string | null;
	readonly values: Values;
}

function instancesUntil(until: number): Instance[] {
	const instances = new Map<string, Instance>();
	for (const change of sampleHistory().changes) {
		if (change.kind !== 'save' || change.at > until) continue;
		const key = [change.subject, change.event, change.form, change.repeat].join('|');
		let instance = instances.get(key);
		if (!instance) {
			instance = { subject: change.subject, site: change.site.oid, event: change.event, form: change.form, repeat: change.repeat, values: new Map() };
			instances.set(key, instance);
		}
		for (const [item, value] of change.items) instance.values.set(item, change.transaction === 'Remove' ? null : value);
	}
	return [...instances.values()];
}

/** `content=record`, `type=flat`: a row per event and, for repeating forms, per instance; every column in every row. */
function records(parameters: Readonly<Record<string, string>>, until: number): object[] {
	const wanted = listOf(parameters, 'records');
	const events = listOf(parameters, 'events');
	const fields = listOf(parameters, 'fields');
	const forms = listOf(parameters, 'forms');
	const withGroups = parameters['exportDataAccessGroups'] === 'true';
	const allFields = fields === null && forms === null;
	const shown = SAMPLE_FORMS.filter((form) => allFields || forms?.has(instrumentName(form.oid)) === true || form.items.some((item) => fields?.has(fieldName(item.oid)) === true));
	const isShown = (form: string, field: string): boolean => allFields || forms?.has(instrumentName(form)) === true || fields?.has(field) === true;

	const rows = new Map<string, Record<string, string>>();
	for (const instance of instancesUntil(until)) {
		const { subject, event, form, repeat, values } = instance;
		if (wanted?.has(subject) === false || events?.has(eventName(event)) === false) continue;
		const key = [subject, event, repeat === null ? '' : `${form}|${repeat.padStart(4, '0')}`].join('|');
		let row = rows.get(key);
		if (!row) {
			row = {
				[RECORD_ID]: subject,
				redcap_event_name: eventName(event),
				redcap_repeat_instrument: repeat === null ? '' : instrumentName(form),
				redcap_repeat_instance: repeat ?? '',
				...(withGroups ? { redcap_data_access_group: groupName(instance.site) } : {}),
			};
			for (const shownForm of shown) {
				for (const item of shownForm.items) if (isShown(shownForm.oid, fieldName(item.oid))) row[fieldName(item.oid)] = '';
				if (isShown(shownForm.oid, completeField(shownForm.oid))) row[completeField(shownForm.oid)] = '';
			}
			rows.set(key, row);
		}
		for (const [item, value] of values) if (value !== null && fieldName(item) in row) row[fieldName(item)] = localText(value);
		if (completeField(form) in row) row[completeField(form)] = isFormComplete(form, values) ? '2' : '0';
	}
	const order = new Map(SAMPLE_VISITS.map((visit, index) => [eventName(visit.oid), index]));
	const position = (row: Record<string, string>): number => order.get(row['redcap_event_name'] ?? '') ?? 0;
	return [...rows.entries()]
		.sort(([keyA, a], [keyB, b]) => compare(a[RECORD_ID] ?? '', b[RECORD_ID] ?? '') || position(a) - position(b) || compare(keyA, keyB))
		.map(([, row]) => row);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface LogRow {
	readonly timestamp: string;
	readonly username: string;
	readonly action: string;
	readonly details: string;
	readonly record: string | null;
}

/** `content=log`: newest first, to the minute, in local time. */
function logging(parameters: Readonly<Record<string, string>>, until: number): LogRow[] {
	const { logtype = '', record = '', user = '', beginTime = '', endTime = '' } = parameters;
	const seen = new Set<string>();
	const rows: LogRow[] = [];
	for (const change of sampleHistory().changes) {
		if (change.at > until) break;
		const isNew = !seen.has(change.subject);
		seen.add(change.subject);
		rows.push(...logRows(change, isNew));
	}
	return rows
		.filter(
			(row) =>
				(record === '' || row.record === record || row.details.includes(`Record: ${record}`)) &&
				(user === '' || row.username === user) &&
				(beginTime === '' || row.timestamp >= beginTime.slice(0, 16)) &&
				(endTime === '' || row.timestamp <= endTime.slice(0, 16)) &&
				ofType(row, logtype),
		)
		.reverse();
}

function ofType(row: LogRow, type: string): boolean {
	const action = row.action.toLowerCase();
	switch (type) {
		case '':
			return true;
		case 'record':
			return /^(create|update|delete) record/.test(action);
		case 'record_add':
			return action.startsWith('create record');
		case 'record_edit':
			return action.startsWith('update record');
		case 'record_delete':
			return action.startsWith('delete record');
		case 'lock_record':
			return action.startsWith('lock/unlock');
		case 'manage':
			return action.startsWith('manage/design');
		default:
			return false;
	}
}

function logRows(change: SampleChange, isNew: boolean): LogRow[] {
	const timestamp = formatInstant(change.at, zone).slice(0, 16).replace('T', ' ');
	const { subject, by: username } = change;
	const label = eventLabel(change.event);
	switch (change.kind) {
		case 'save': {
			const imported = username.startsWith('sys.');
			const values = change.items.map(([item, value]) => `${fieldName(item)} = '${value === null || change.transaction === 'Remove' ? '' : localText(value)}'`);
			const complete = change.transaction === 'Update' ? [] : [`${completeField(change.form)} = '${change.transaction === 'Insert' && isFormComplete(change.form, new Map(change.items)) ? '2' : '0'}'`];
			const instance = isRepeating(change.form) && change.repeat !== null && change.repeat !== '1' ? [`[instance = ${change.repeat}]`] : [];
			const id = isNew ? [`${RECORD_ID} = '${subject}'`] : [];
			return [{ timestamp, username, action: `${isNew ? 'Create' : 'Update'} record${imported ? ' (import)' : ''} ${subject} (${label})`, details: [...instance, ...values, ...complete, ...id].join(', '), record: subject }];
		}
		case 'signing': {
			const forms = SAMPLE_VISITS.find((visit) => visit.oid === change.event)?.forms ?? [];
			return forms.map((form) => ({
				timestamp,
				username,
				action: `Lock/Unlock Record ${subject}`,
				details: `Action: Save e-signature\nRecord: ${subject}\nForm: ${sampleForm(form).name}\nEvent: ${label}`,
				record: subject,
			}));
		}
		case 'query': {
			const verb = { Candidate: null, Open: 'Open data query', Answered: 'Respond to data query', Closed: 'Close data query', Cancelled: null }[change.state];
			if (verb === null) return [];
			return [{ timestamp, username, action: 'Manage/Design', details: `${verb} (Record: ${subject}, Event: ${label}, Field: ${fieldName(change.item)}, Comment: "${change.text}")`, record: null }];
		}
		case 'verification':
			return [];
	}
}
