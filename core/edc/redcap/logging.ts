import { readStamp } from '../fact.js';
import { asText } from '../../pull/run.js';

/** One line of `content=log`, read. Source: vendor reference 1.1; wording as in REDCap's own validation scripts. */
export interface LogEntry {
	/** As the server wrote it: `2024-10-11 10:06`, server's zone, minutes only. */
	readonly timestamp: string;
	/** RFC 3339 in the zone of the settings. */
	readonly at: string;
	readonly instant: number;
	readonly by: string | null;
	readonly action: string;
	readonly details: string;
	readonly record: string | null;
	readonly what:
		| { readonly kind: 'data'; readonly act: 'create' | 'update' | 'delete'; readonly imported: boolean; readonly eventLabel: string; readonly change: LoggedChange }
		| { readonly kind: 'lock'; readonly act: 'lock' | 'unlock' | 'sign' | 'negate'; readonly formLabel: string | null; readonly eventLabel: string }
		| { readonly kind: 'query'; readonly state: 'open' | 'answered' | 'closed'; readonly eventLabel: string; readonly field: string; readonly instance: string | null }
		| { readonly kind: 'database'; readonly locked: boolean }
		/** Exports, design, users: no operation on data. */
		| { readonly kind: 'other' };
}

export interface LoggedChange {
	/** Instance of a repeating form or event; null for the first, which the logging does not number. */
	readonly instance: string | null;
	readonly values: ReadonlyArray<{ readonly field: string; readonly value: string; readonly choice: string | null }>;
}

const DATA_ACTION = /^(create|update|delete)d? (?:record|(?:survey )?response)(?: \(([^()]*)\))?(?=$|\s)\s*(.*)$/is;
/** Ways of saving that no person did by hand; a survey response is a person's own entry. */
const AUTOMATIC = /import|api|mobile|auto|dde|cdp|ddp|batch/i;

/** Reads one row of the logging; null where it has no readable time. */
export function readLogEntry(row: Readonly<Record<string, unknown>>, zone: string): LogEntry | null {
	const timestamp = asText(row['timestamp']) ?? '';
	const stamp = readStamp(timestamp, zone);
	if (stamp === null) return null;
	const action = asText(row['action']) ?? '';
	const details = asText(row['details']) ?? '';
	const named = asText(row['record']);
	const username = asText(row['username']);
	const { record, what } = interpret(action.trim(), details, named);
	return { timestamp, at: stamp.at, instant: stamp.instant, by: username, action, details, record, what };
}

function interpret(action: string, details: string, named: string | null): { record: string | null; what: LogEntry['what'] } {
	const data = DATA_ACTION.exec(action);
	if (data) {
		const [, verb = '', way = '', rest = ''] = data;
		const { record, eventLabel } = splitRecord(rest.trim(), named);
		const act = verb.toLowerCase() as 'create' | 'update' | 'delete';
		return { record, what: { kind: 'data', act, imported: AUTOMATIC.test(way), eventLabel, change: readChange(details) } };
	}
	if (/^(?:lock\/unlock record|e-signature)\b/i.test(action)) {
		const text = details.replace(/\s+/g, ' ');
		const act = /\bnegate/i.test(text) ? 'negate' : /\be-signature/i.test(text) ? 'sign' : /\bunlock/i.test(text) ? 'unlock' : 'lock';
		const formLabel = between(text, 'Form: ', [' Event: ', ' Instance: ']);
		const eventLabel = between(text, 'Event: ', [' Instance: ']) ?? '';
		const record = named ?? between(text, 'Record: ', [' Form: ', ' Event: ', ' - Arm ']);
		return { record, what: { kind: 'lock', act, formLabel, eventLabel } };
	}
	const query = /^(open data query|respond to data query|close data query|send data query back[^(]*)\s*\(/i.exec(details);
	if (query) {
		const verb = (query[1] ?? '').toLowerCase();
		const record = between(details, 'Record: ', [', Event: ', ', Field: ', ', Instance: ', ', Comment: ', ')']) ?? named;
		const field = between(details, 'Field: ', [', Instance: ', ', Comment: ', ')']);
		if (record !== null && field !== null) {
			return {
				record,
				what: {
					kind: 'query',
					state: verb.startsWith('respond') ? 'answered' : verb.startsWith('close') ? 'closed' : 'open',
					eventLabel: between(details, 'Event: ', [', Field: ', ', Instance: ', ', Comment: ']) ?? '',
					field,
					instance: between(details, 'Instance: ', [', Field: ', ', Comment: ', ')']),
				},
			};
		}
	}
	if (/^move (?:the )?project to analysis\/cleanup/i.test(details)) return { record: null, what: { kind: 'database', locked: true } };
	if (/^(?:move|return) (?:the )?project (?:back )?to production/i.test(details)) return { record: null, what: { kind: 'database', locked: false } };
	return { record: named, what: { kind: 'other' } };
}

/** `1 (Event 1 (Arm 1: Arm 1))` → record and event label; the row's own `record` decides where the id ends. */
function splitRecord(rest: string, named: string | null): { record: string | null; eventLabel: string } {
	const end = named !== null && rest.startsWith(named) ? named.length : rest.indexOf(' (');
	const record = named ?? (end < 0 ? rest : rest.slice(0, end));
	const label = end < 0 ? '' : rest.slice(end).trim();
	return { record: record === '' ? null : record, eventLabel: label.startsWith('(') && label.endsWith(')') ? label.slice(1, -1) : '' };
}

function between(text: string, start: string, ends: readonly string[]): string | null {
	const from = text.indexOf(start);
	if (from < 0) return null;
	const begin = from + start.length;
	let to = text.length;
	for (const end of ends) {
		const at = text.indexOf(end, begin);
		if (at >= 0 && at < to) to = at;
	}
	const found = text.slice(begin, to).trim();
	return found === '' ? null : found;
}

/** `field = '`, `field(code) = checked` or `[instance = 2]` at the start or after a comma that follows a closed value. */
const NEXT_CHANGE = /(?:^|(?<=['\]d]),\s+|(?<=['\]d])\n)(?:\[instance = (\d{1,6})\]|([a-z][a-z0-9_]{0,99})(?:\(([^()\s]{1,100})\))? = (?:'|(checked|unchecked)))/g;

/**
 * Reads the details of a data entry: `[instance = 2], name = 'it's so', gym(2) = checked`.
 * Values are written without escaping, so a value runs to the next thing that looks like a field; one pass, linear time.
 */
export function readChange(details: string): LoggedChange {
	let instance: string | null = null;
	const values: Array<{ field: string; value: string; choice: string | null }> = [];
	let open: { field: string; choice: string | null; from: number } | null = null;
	const close = (end: number): void => {
		if (open === null) return;
		const raw = details.slice(open.from, end).trimEnd();
		values.push({ field: open.field, choice: open.choice, value: raw.endsWith("'") ? raw.slice(0, -1) : raw });
		open = null;
	};
	for (const match of details.matchAll(NEXT_CHANGE)) {
		const [whole, instanceText, field, choice, checked] = match;
		close(match.index);
		if (instanceText !== undefined) instance = instanceText;
		else if (field !== undefined && checked !== undefined) values.push({ field, choice: choice ?? null, value: checked === 'checked' ? '1' : '0' });
		else if (field !== undefined) open = { field, choice: choice ?? null, from: match.index + whole.length };
	}
	close(details.length);
	return { instance: instance === '1' ? null : instance, values };
}
