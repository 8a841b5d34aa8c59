import { shownValue } from '../people/reading.js';
import { parseMoment } from '../time/moment.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import type { Zone } from '../time/zone.js';
import type { MinutesProblem } from './passage.js';
import type { TalkPeople } from './speakers.js';

/** A coaching talk as it is known besides its minutes. Times as the source writes them. */
export interface Talk extends TalkPeople {
	/** The source's own id: the same id twice is the same talk. */
	readonly id: string;
	readonly at: string;
	readonly end: string | null;
	/** Null: the source does not say; the talk then counts as held. */
	readonly held: boolean | null;
	readonly url: string | null;
	readonly source: string | null;
	readonly team: string | null;
	readonly department: string | null;
	readonly recordedAt: string | null;
	/** Views of process data, where the source counts them itself. */
	readonly views: number | null;
}

/** Fields of a talk in an input item; `text` is the minutes. */
export const TALK_FIELDS = ['id', 'manager', 'employee', 'at', 'end', 'text', 'url', 'managerNames', 'employeeNames', 'held', 'source', 'team', 'department', 'recordedAt', 'views'] as const;
export type TalkField = (typeof TALK_FIELDS)[number];

export type TalkReading = { readonly ok: true; readonly talk: Talk; readonly text: unknown } | { readonly ok: false; readonly problems: readonly MinutesProblem[] };

const TIME = 'a time such as 2026-03-02T08:00:00+08:00';

/**
 * Reads the fields of a talk. Nothing is guessed: a field that is there and cannot be read refuses the talk.
 *
 * @param columns name of the column of a field, where it is not that of the field
 */
export function readTalk(record: Readonly<Record<string, unknown>>, columns: Readonly<Partial<Record<TalkField, string>>>, zone: Zone): TalkReading {
	const problems: MinutesProblem[] = [];
	const value = (field: TalkField): unknown => {
		const column = columns[field] ?? field;
		const found = Object.hasOwn(record, column) ? record[column] : undefined;
		return found === '' ? undefined : (found ?? undefined);
	};
	const refuse = (field: TalkField, found: unknown, expected: string): void => {
		problems.push({ field: columns[field] ?? field, value: found === undefined ? null : shownValue(found), expected });
	};
	const text = (field: TalkField): string | null => {
		const found = value(field);
		if (found === undefined) return null;
		if (typeof found === 'string' && found.trim() !== '') return found.trim();
		if (typeof found === 'number' && Number.isFinite(found)) return String(found);
		refuse(field, found, 'a text');
		return null;
	};
	const needed = (field: TalkField): string => {
		const found = text(field);
		if (found === null && !problems.some((problem) => problem.field === (columns[field] ?? field))) refuse(field, value(field), 'a text');
		return found ?? '';
	};
	const time = (field: TalkField, required: boolean): string | null => {
		const found = value(field);
		if (found === undefined && !required) return null;
		if (typeof found === 'string' && !Number.isNaN(instantOf(found, zone))) return found.trim();
		refuse(field, found, TIME);
		return null;
	};
	const held = heldOf(value('held'), (found) => refuse('held', found, 'true or false'));
	const views = countOf(value('views'), (found) => refuse('views', found, 'a whole number from 0'));
	const talk: Talk = {
		id: needed('id'), manager: needed('manager'), employee: needed('employee'), at: time('at', true) ?? '', end: time('end', false), held,
		managerNames: namesOf(value('managerNames')), employeeNames: namesOf(value('employeeNames')),
		url: text('url'), source: text('source'), team: text('team'), department: text('department'), recordedAt: time('recordedAt', false), views,
	};
	if (talk.end !== null && talk.at !== '' && instantOf(talk.end, zone) < instantOf(talk.at, zone)) refuse('end', talk.end, 'a time after the start');
	return problems.length > 0 ? { ok: false, problems } : { ok: true, talk, text: value('text') };
}

function instantOf(text: string, zone: Zone): number {
	const instant = parseRfc3339(text.trim());
	return Number.isNaN(instant) ? (parseMoment(text, zone)?.earliest ?? Number.NaN) : instant;
}

function heldOf(found: unknown, refuse: (found: unknown) => void): boolean | null {
	if (found === undefined) return null;
	if (found === true || found === 1 || found === 'true' || found === '1') return true;
	if (found === false || found === 0 || found === 'false' || found === '0') return false;
	refuse(found);
	return null;
}

function countOf(found: unknown, refuse: (found: unknown) => void): number | null {
	if (found === undefined) return null;
	const count = typeof found === 'string' && /^\d{1,9}$/.test(found.trim()) ? Number(found) : found;
	if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
	refuse(found);
	return null;
}

/** Names with commas, or a list. */
function namesOf(found: unknown): readonly string[] {
	const list = Array.isArray(found) ? found.map(String) : typeof found === 'string' ? found.split(/[,，;；、\n]/) : [];
	return list.map((name) => name.trim()).filter((name) => name !== '');
}
