import type { EdcRequest, JsonObject } from '../pull.js';

/** One export call: `POST {base}/api/`, form-encoded; the token is added by the caller. Source: vendor reference 1.1. */
function exportCall(content: string, parameters: Readonly<Record<string, string>>, purpose: string, context: JsonObject): EdcRequest {
	return {
		method: 'POST',
		path: '/api/',
		form: { content, format: 'json', returnFormat: 'json', ...parameters },
		accept: 'json',
		purpose: `REDCap ${purpose}`,
		context: { step: content, ...context },
	};
}

/** The cheapest call that needs the token: plain text such as `14.7.3`. */
export const REDCAP_VERSION: EdcRequest = { ...exportCall('version', {}, 'version', {}), accept: 'text' };

export const metadataCall = (): EdcRequest => exportCall('metadata', {}, 'data dictionary', {});
export const projectCall = (): EdcRequest => exportCall('project', {}, 'project information', {});
export const instrumentCall = (): EdcRequest => exportCall('instrument', {}, 'instruments', {});
export const armCall = (): EdcRequest => exportCall('arm', {}, 'arms', {});
export const eventCall = (): EdcRequest => exportCall('event', {}, 'events', {});
export const formEventMappingCall = (): EdcRequest => exportCall('formEventMapping', {}, 'instrument-event mapping', {});
export const repeatingFormsCall = (): EdcRequest => exportCall('repeatingFormsEvents', {}, 'repeating instruments and events', {});

/** Record ids and their data access groups: one column, every event; all records or the ones given. */
export function recordIdsCall(recordIdField: string, records: readonly string[] | null): EdcRequest {
	const parameters = { type: 'flat', rawOrLabel: 'raw', 'fields[0]': recordIdField, exportDataAccessGroups: 'true', ...numbered(records ?? []) };
	return exportCall('record', parameters, records === null ? 'record ids' : `site of record ${records.join(', ')}`, { step: 'recordIds' });
}

function numbered(records: readonly string[]): Record<string, string> {
	return Object.fromEntries(records.map((record, index) => [`records[${index}]`, record]));
}

/** Whole records. Survey fields stay out: they hold identifiers of respondents. */
export function recordsCall(records: readonly string[]): EdcRequest {
	const parameters = { type: 'flat', rawOrLabel: 'raw', exportDataAccessGroups: 'true', exportBlankForGrayFormStatus: 'true', ...numbered(records) };
	const first = records[0] ?? '';
	const purpose = records.length === 1 ? `record ${first}` : `${records.length} records from ${first}`;
	return exportCall('record', parameters, purpose, { step: 'records', records: [...records] });
}

/** Minutes of the server's wall clock, both ends inclusive; null is open. */
export interface LogWindow {
	readonly begin: string | null;
	readonly end: string | null;
	readonly record: string | null;
	/** How often this window was halved already. */
	readonly halvings: number;
}

export function logCall(window: LogWindow): EdcRequest {
	const { begin, end, record, halvings } = window;
	const parameters = {
		...(begin === null ? {} : { beginTime: begin }),
		...(end === null ? {} : { endTime: end }),
		...(record === null ? {} : { record }),
	};
	const of = record === null ? '' : ` of record ${record}`;
	return exportCall('log', parameters, `logging${of} from ${begin ?? 'the beginning'}${end === null ? '' : ` to ${end}`}`, { begin, end, record, halvings });
}
