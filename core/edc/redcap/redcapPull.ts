import { DAY_MILLISECONDS, formatInstant, UTC, zoneOf } from '../../time/zone.js';
import { parseMoment } from '../../time/moment.js';
import { unusable, type VendorWords } from '../../pull/answer.js';
import { EDC_EVENT_TYPES, type EdcEvent, type EdcSink } from '../evidence.js';
import { edcFact } from '../fact.js';
import { redcapRecordAddress } from '../recordAddress.js';
import type { EdcPull, EdcPullScope, EdcPullSettings, EdcRequest, EdcTrouble, JsonObject } from '../pull.js';
import { asObject, asText, createTrackedPull, type AnswerHandler, type VendorRun } from '../../pull/run.js';
import { foldLogging, logIdentity, type LogFold } from './history.js';
import { readLogEntry, type LogEntry } from './logging.js';
import {
	completeEvents,
	describeStudy,
	emptyProject,
	takeArms,
	takeEvents,
	takeFormEventMapping,
	takeInstruments,
	takeMetadata,
	takeProject,
	takeRepeatingForms,
} from './project.js';
import { giveRecords, type RecordContext } from './records.js';
import {
	armCall,
	eventCall,
	formEventMappingCall,
	instrumentCall,
	logCall,
	metadataCall,
	projectCall,
	recordIdsCall,
	recordsCall,
	REDCAP_VERSION,
	repeatingFormsCall,
	type LogWindow,
} from './requests.js';

export const REDCAP_WORDS: VendorWords = {
	title: 'REDCap',
	authenticationRemedy: 'Check the API token of the project: tokens belong to one user and one project and end when the user is removed.',
	permissionRemedy: 'Give the user of the token the rights "API Export", "Data Export: full" and "Logging" in this project.',
	notFoundRemedy: 'Check the base address: the interface is at <base address>/api/.',
	rateLimitRemedy: 'The server limits requests per minute, see its administrator. The next run goes on from the same place; poll less often.',
};

/** Records per call (the size client libraries use) and, below it, whose logging is asked for one by one. */
const RECORDS_PER_CALL = 100;
/** Below this many records a failure is not one of size. */
const FEWEST_RECORDS = 10;
/** Minutes read again: the logging is rounded to the minute and server clocks drift. */
const OVERLAP_MINUTES = 5;
const MINUTE = 60_000;
/** How often a window of the logging is halved after a failure: enough for a large project, few calls on a server that is down. */
const MOST_HALVINGS = 3;
const WHOLE: LogWindow = { begin: null, end: null, record: null, halvings: 0 };

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads a REDCap project: design, then the logging since the cursor, then the records that the logging names.
 * The first run reads everything. A run for single subjects (after a Data Entry Trigger) reads their whole logging,
 * so that it states the same facts as a scheduled run.
 */
export function createRedcapPull(settings: EdcPullSettings): EdcPull {
	const project = emptyProject();
	const { zone } = settings.mapping;
	const entries = new Map<string, LogEntry>();
	const siteOf = new Map<string, string | null>();
	const missingColumns = new Set<string>();
	let scope: EdcPullScope | null = null;
	let now = '';
	let until: string | null = null;
	let emitFrom = Number.NEGATIVE_INFINITY;
	let logReadable = true;
	let version: string | null = null;
	let allRecords: string[] = [];
	let recordContext: RecordContext | null = null;
	let fold: LogFold | null = null;

	const historyBegin = (): string | null => minuteText(settings.historyFrom ?? null, zone) ?? project.createdAt?.slice(0, 16) ?? null;

	const designCalls = (): EdcRequest[] => [
		...(project.longitudinal ? [armCall(), eventCall(), formEventMappingCall()] : []),
		...(project.repeating ? [repeatingFormsCall()] : []),
	];
	const logCalls = (): EdcRequest[] => {
		if (scope !== null) return scope.subjects.map((record) => logCall({ ...WHOLE, begin: historyBegin(), record }));
		return [logCall({ ...WHOLE, begin: until === null ? historyBegin() : shiftMinutes(until, -OVERLAP_MINUTES) })];
	};
	/** Records that changed since the cursor, whose earlier logging is needed to know who stated what first. */
	const changedRecords = (): string[] => {
		const changed = new Set<string>();
		for (const entry of entries.values()) {
			if (entry.record === null || (entry.what.kind !== 'data' && entry.what.kind !== 'lock')) continue;
			if (entry.what.kind === 'data' && entry.what.act === 'delete') changed.delete(entry.record);
			else changed.add(entry.record);
		}
		const present = new Set(allRecords);
		return [...changed].filter((record) => present.has(record)).sort(byCode);
	};
	const historyCalls = (): EdcRequest[] => {
		if (scope !== null || until === null || !logReadable) return [];
		const changed = changedRecords();
		if (changed.length === 0) return [];
		if (changed.length > RECORDS_PER_CALL) return [logCall({ ...WHOLE, begin: historyBegin() })];
		return changed.map((record) => logCall({ ...WHOLE, begin: historyBegin(), record }));
	};
	const recordCalls = (sink: EdcSink): EdcRequest[] => {
		completeEvents(project);
		sink.event(describeStudy(project, settings.source, settings.study));
		fold = foldLogging(entries.values(), { project, settings, siteOf, emitFrom }, sink);
		const wanted = scope !== null ? [...scope.subjects] : until === null || !logReadable ? allRecords : changedRecords();
		recordContext = { project, settings, siteOf, histories: logReadable ? fold.records : null, emitFrom, missingColumns };
		const size = Math.max(1, Math.floor(settings.pageSize ?? RECORDS_PER_CALL));
		const calls: EdcRequest[] = [];
		for (let at = 0; at < wanted.length; at += size) calls.push(recordsCall(wanted.slice(at, at + size)));
		return calls;
	};
	const finish = (sink: EdcSink): EdcRequest[] => {
		if (scope === null) {
			const address = version === null ? null : redcapRecordAddress(settings.source.slice(0, settings.source.lastIndexOf('/')), settings.study, version, project.longitudinal);
			const data = { study: settings.study, fileType: 'Snapshot' as const, asOf: now, subjects: [...allRecords].sort(byCode), sourceSystem: 'REDCap', ...(address === null ? {} : { recordAddress: address }) };
			sink.event(edcFact(settings.source, EDC_EVENT_TYPES.documentRead, data, now, data));
		}
		return [];
	};
	const steps: ReadonlyArray<(sink: EdcSink) => EdcRequest[]> = [
		() => [...designCalls(), recordIdsCall(project.recordIdField, scope === null ? null : scope.subjects), ...logCalls()],
		historyCalls,
		recordCalls,
		finish,
	];
	let step = 0;

	const takeLog = (value: unknown, request: EdcRequest, sink: EdcSink): void => {
		for (const row of rowsOf(value, request)) {
			const entry = readLogEntry(row, zone);
			if (entry) entries.set(logIdentity(entry), entry);
			else {
				sink.finding({ where: request.purpose, value: asText(row['timestamp']), expected: 'a time like 2026-03-02 08:15', severity: 'refused' });
			}
		}
	};
	const takeRecordIds = (rows: readonly Row[]): void => {
		const seen = new Set<string>();
		for (const row of rows) {
			const record = asText(row[project.recordIdField]);
			if (record === null) continue;
			seen.add(record);
			const site = asText(row['redcap_data_access_group']);
			if (site !== null || !siteOf.has(record)) siteOf.set(record, site);
		}
		allRecords = [...seen];
	};
	const take = (request: EdcRequest, value: unknown, sink: EdcSink): readonly EdcRequest[] => {
		switch (request.context['step']) {
			case 'metadata':
				takeMetadata(project, rowsOf(value, request));
				if (project.recordIdField === '') {
					throw unusable(request, REDCAP_WORDS, 'it has no field.', 'Check that the token belongs to the project that holds the data.');
				}
				break;
			case 'project': {
				const { projectId } = takeProject(project, value);
				if (projectId !== null && projectId !== settings.study) {
					throw unusable(request, REDCAP_WORDS, `the token is for project ${projectId}, expected ${settings.study}.`, 'Use the token of the right project, or correct the project id.');
				}
				break;
			}
			case 'instrument':
				takeInstruments(project, rowsOf(value, request));
				break;
			case 'arm':
				takeArms(project, rowsOf(value, request));
				break;
			case 'event':
				takeEvents(project, rowsOf(value, request));
				break;
			case 'formEventMapping':
				takeFormEventMapping(project, rowsOf(value, request));
				break;
			case 'repeatingFormsEvents':
				takeRepeatingForms(project, rowsOf(value, request));
				break;
			case 'recordIds':
				takeRecordIds(rowsOf(value, request));
				break;
			case 'log':
				takeLog(value, request, sink);
				break;
			default:
				if (recordContext) giveRecords(rowsOf(value, request), recordsOf(request), recordContext, sink);
		}
		return [];
	};

	const run: VendorRun<EdcEvent, EdcPullScope> = {
		words: REDCAP_WORDS,
		start(cursor, at, only) {
			scope = only;
			now = at;
			until = typeof cursor?.['until'] === 'string' && only === null ? cursor['until'] : null;
			emitFrom = until === null ? Number.NEGATIVE_INFINITY : minuteInstant(shiftMinutes(until, -OVERLAP_MINUTES), zone);
			return [projectCall(), metadataCall(), instrumentCall(), ...(only === null ? [REDCAP_VERSION] : [])];
		},
		handler: (request, sink) => (request.context['step'] === 'version' ? versionReader() : { kind: 'json', take: (value) => take(request, value, sink) }),
		recover(request, trouble, sink) {
			const name = request.context['step'];
			if (name === 'log') return recoverLog(request, trouble, sink);
			const ids = name === 'records' ? recordsOf(request) : [];
			if (isTooMuch(trouble) && ids.length > FEWEST_RECORDS) {
				const middle = Math.ceil(ids.length / 2);
				return [recordsCall(ids.slice(0, middle)), recordsCall(ids.slice(middle))];
			}
			// Only links into REDCap need the version.
			if (name === 'version' && trouble.kind !== 'authentication') return [];
			// Labels and repeats help to read the logging, but nothing depends on them alone.
			if ((name === 'instrument' || name === 'repeatingFormsEvents') && (trouble.kind === 'permission' || trouble.kind === 'unusableAnswer')) return [];
			return null;
		},
		drained(sink) {
			while (step < steps.length) {
				const calls = steps[step++]?.(sink) ?? [];
				if (calls.length > 0) return calls;
			}
			return [];
		},
		cursor(complete) {
			if (!complete || scope !== null) return null;
			let newest = until;
			for (const entry of entries.values()) if (newest === null || entry.timestamp > newest) newest = entry.timestamp;
			return { until: newest };
		},
	};

	/** Plain text such as `14.7.3`. */
	function versionReader(): AnswerHandler {
		let text = '';
		return {
			kind: 'xml',
			write: (chunk) => void (text = (text + chunk).slice(0, 100)),
			end() {
				version = /^\d{1,4}(?:\.\d{1,4}){1,3}$/.exec(text.trim())?.[0] ?? null;
				return [];
			},
		};
	}

	function recoverLog(request: EdcRequest, trouble: EdcTrouble, sink: EdcSink): readonly EdcRequest[] | null {
		const window = windowOf(request.context);
		const halves = isTooMuch(trouble) ? halvesOf(window, localMinute(now, zone)) : null;
		if (halves !== null) return halves.map(logCall);
		if (trouble.kind !== 'permission' && trouble.kind !== 'notFound') return null;
		logReadable = false;
		sink.finding({
			where: request.purpose,
			value: trouble.message,
			expected: `the right "Logging". Without it there is no history: who entered what when, queries and locks are not available. ${REDCAP_WORDS.permissionRemedy}`,
			severity: 'warning',
		});
		return [];
	}

	return createTrackedPull({ vendor: 'redcap', study: settings.study }, run);
}

/** An error message can come with status 200. */
function rowsOf(value: unknown, request: EdcRequest): readonly Row[] {
	if (Array.isArray(value)) return value.map(asObject).filter((row): row is Row => row !== null);
	const said = asText(asObject(value)?.['error']);
	throw unusable(request, REDCAP_WORDS, said ?? 'the answer is not a list of rows.', REDCAP_WORDS.permissionRemedy);
}

function recordsOf(request: EdcRequest): string[] {
	const ids = request.context['records'];
	return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

/** Large exports end in a 500 or a cut body: the same in smaller parts may pass. */
function isTooMuch(trouble: EdcTrouble): boolean {
	return (trouble.kind === 'unavailable' && trouble.retryAfterSeconds === null) || trouble.kind === 'unusableAnswer';
}

function windowOf(context: JsonObject): LogWindow {
	const text = (name: string): string | null => {
		const value = context[name];
		return typeof value === 'string' ? value : null;
	};
	const halvings = context['halvings'];
	return { begin: text('begin'), end: text('end'), record: text('record'), halvings: typeof halvings === 'number' ? halvings : MOST_HALVINGS };
}

/** Two windows in place of one; null where it starts nowhere or is a day or less. */
function halvesOf(window: LogWindow, localNow: string): [LogWindow, LogWindow] | null {
	if (window.begin === null || window.halvings >= MOST_HALVINGS) return null;
	const halvings = window.halvings + 1;
	const begin = wallClock(window.begin);
	const end = wallClock(window.end ?? localNow);
	if (begin === null || end === null || end - begin <= DAY_MILLISECONDS) return null;
	const middle = wallClockText(begin + Math.floor((end - begin) / 2));
	return [
		{ ...window, end: middle, halvings },
		{ ...window, begin: middle, halvings },
	];
}

function wallClock(text: string): number | null {
	return parseMoment(text, UTC)?.earliest ?? null;
}

function wallClockText(local: number): string {
	return formatInstant(local).slice(0, 16).replace('T', ' ');
}

function shiftMinutes(text: string, minutes: number): string {
	const local = wallClock(text);
	return local === null ? text : wallClockText(local + minutes * MINUTE);
}

/** The server's wall clock at an instant given in RFC 3339. */
function localMinute(at: string, zone: string): string {
	const instant = parseMoment(at, UTC)?.earliest ?? 0;
	return wallClockText(instant + zoneOf(zone).offsetMinutesAt(instant) * MINUTE);
}

function minuteText(at: string | null, zone: string): string | null {
	return at === null ? null : localMinute(at, zone);
}

function minuteInstant(text: string, zone: string): number {
	return parseMoment(text, zoneOf(zone))?.earliest ?? Number.NEGATIVE_INFINITY;
}

/** Order by code unit, the same everywhere. */
function byCode(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
