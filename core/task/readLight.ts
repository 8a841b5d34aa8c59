import type { BilingualText, Judgement } from '../judgement/judgement.js';
import { InputError, isBilingual, isFields, kindOf, readReferences, textOrNull, type Fields } from './readInputs.js';

/* Reads what a workflow hands to the task of a light: the light itself, or its row of `pt_lights`, and the notes. */

/** What the card says about a light beside its own words. */
export interface LightFacts {
	readonly kind: string;
	readonly ruleName: BilingualText;
	readonly subjectName: string;
	readonly personId: string | null;
	readonly firstDay: string | null;
	readonly lastDay: string | null;
	readonly streak: number;
	readonly days: ReadonlyArray<{
		readonly date: string;
		readonly holds: boolean;
		readonly decided: number | null;
		readonly failed: number | null;
		readonly failureRate: string | null;
		readonly modules: ReadonlyArray<{ readonly repository: string; readonly module: string; readonly commits: number }>;
		readonly figure: number | null;
	}>;
	readonly sentences: ReadonlyArray<{ readonly sentence: string; readonly document: string | null }>;
	readonly page: { readonly title: string; readonly url: string | null } | null;
}

export interface LightForTask {
	readonly judgement: Judgement<string, unknown>;
	readonly facts: LightFacts;
	/** Who may see it; it goes with the task, so that whatever shows the task asks the same question. */
	readonly audience: unknown;
}

/** A note of the person concerned. */
export interface NoteForTask {
	readonly text: string;
	/** Name; null where unknown. */
	readonly by: string | null;
	/** RFC 3339 */
	readonly at: string | null;
}

const REMEDY = 'Connect the output "Red" of the Red-Light Evaluator, or enter one of its items or rows.';

/** @throws InputError naming the field that cannot be used */
export function readLight(given: unknown): LightForTask {
	const value = unpacked(given);
	for (const field of ['key', 'subject', 'asOf']) {
		if (typeof value[field] !== 'string' || value[field] === '') throw new InputError(`Field "${field}" of the light is ${kindOf(value[field])}, expected a text.`, REMEDY);
	}
	const { rule, explanation } = value;
	const details = value['value'];
	if (!isFields(rule) || typeof rule['id'] !== 'string' || typeof rule['version'] !== 'string') throw new InputError('Field "rule" of the light does not hold id and version.', REMEDY);
	if (!isBilingual(explanation)) throw new InputError('Field "explanation" of the light does not hold "en" and "zh-CN".', REMEDY);
	if (!isFields(details)) throw new InputError(`Field "value" of the light is ${kindOf(details)}, expected an object.`, REMEDY);
	if (details['light'] !== 'red' || details['state'] === 'out') throw new InputError(`The light is "${details['state'] === 'out' ? 'out' : String(details['light'])}": there is nothing to help with.`, 'Connect only the output "Red".');
	const evidence = readReferences(value['evidence'], 'the light', REMEDY);
	return { judgement: { ...(value as unknown as Judgement<string, unknown>), evidence }, facts: factsOf(details, isFields(rule['parameters']) ? rule['parameters'] : {}, rule['id']), audience: value['audience'] ?? null };
}

/** A row of the table holds the light as JSON. */
function unpacked(given: unknown): Fields {
	if (!isFields(given)) throw new InputError(`The light is ${kindOf(given)}, expected an object.`, REMEDY);
	const { payload } = given;
	if (payload === undefined || 'value' in given) return given;
	try {
		const read: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
		if (isFields(read)) return read;
	} catch {
		// Said below.
	}
	throw new InputError('Column "payload" of the light is no JSON object.', REMEDY);
}

function factsOf(value: Fields, parameters: Fields, ruleId: string): LightFacts {
	const list = (field: unknown): readonly Fields[] => (Array.isArray(field) ? field.filter(isFields) : []);
	const number = (field: unknown): number | null => (typeof field === 'number' ? field : null);
	const { page } = value;
	return {
		kind: textOrNull(value['kind']) ?? '',
		ruleName: isBilingual(parameters['name']) ? parameters['name'] : { en: ruleId, 'zh-CN': ruleId },
		subjectName: textOrNull(value['subjectName']) ?? '–',
		personId: textOrNull(value['personId']),
		firstDay: textOrNull(value['firstDay']),
		lastDay: textOrNull(value['lastDay']),
		streak: number(value['streak']) ?? 0,
		days: list(value['days']).map((day) => ({
			date: textOrNull(day['date']) ?? '',
			holds: day['holds'] === true,
			decided: number(day['decided']),
			failed: number(day['failed']),
			failureRate: textOrNull(day['failureRate']),
			modules: list(day['modules']).map((one) => ({ repository: textOrNull(one['repository']) ?? '', module: textOrNull(one['module']) ?? '', commits: number(one['commits']) ?? 0 })),
			figure: number(day['figure']),
		})),
		sentences: list(value['sentences']).map((one) => ({ sentence: textOrNull(one['sentence']) ?? '', document: textOrNull(one['document']) })),
		page: isFields(page) ? { title: textOrNull(page['title']) ?? textOrNull(page['page']) ?? '–', url: textOrNull(page['url']) } : null,
	};
}

/** Notes as a list of `{text, by, at}`, a single text, or nothing. Empty ones are none. */
export function readNotes(value: unknown): readonly NoteForTask[] {
	if (value === null || value === undefined || value === '') return [];
	if (typeof value === 'string') return [{ text: value, by: null, at: null }];
	if (!Array.isArray(value)) throw new InputError(`The notes are ${kindOf(value)}, expected a list.`, 'Enter [{"text": "…", "by": "…", "at": "…"}]; none is [].');
	return value.flatMap((note: unknown) => {
		const text = typeof note === 'string' ? note : isFields(note) ? (textOrNull(note['text']) ?? textOrNull(note['note'])) : null;
		return text === null || text.trim() === '' ? [] : [{ text, by: isFields(note) ? textOrNull(note['by']) : null, at: isFields(note) ? textOrNull(note['at']) : null }];
	});
}

/** Due dates of the requests for a note, from tasks or rows of `pt_tasks`; null where a request waits for the calendar. */
export function readNoteDueDates(value: unknown): ReadonlyArray<string | null> {
	if (value === null || value === undefined || value === '') return [];
	if (!Array.isArray(value)) throw new InputError(`The requests for a note are ${kindOf(value)}, expected a list.`, 'Give the rows of pt_tasks whose kind is contextNote; none is [].');
	return value.filter(isFields).map(({ dueDate }) => {
		if (dueDate === null || dueDate === undefined || dueDate === '') return null;
		if (typeof dueDate !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(dueDate)) throw new InputError(`Field "dueDate" of a request for a note is ${JSON.stringify(dueDate)}, expected a date such as 2026-03-02.`, 'Give the rows of pt_tasks as they are.');
		return dueDate.slice(0, 10);
	});
}
