import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createWorkingCalendar } from '../../core/calendar/workingCalendar.js';
import { createCommentScanner, readPatternRows, type CommentScanner } from '../../core/comment-patterns/index.js';
import type { CloudEvent } from '../../core/evidence/cloudEvent.js';
import { createDirectory, type Directory } from '../../core/people/directory.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { createRedLights, lightToRow, readKnownLights, type KnownLight, type RedLight, type RedLightRulesReading } from '../../core/red-light/index.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { pause } from '../shared/pause.js';
import { InputFacts } from './facts.js';
import { readRules } from './rules.js';

const RED = 0;
const YELLOW = 1;
const GREEN = 2;
const WENT_OUT = 3;
export const UNUSABLE = 4;

/** Facts between two pauses: the event loop of n8n is not held by a long list. */
const SLICE = 5000;
/** Lights made between two pauses. */
const LIGHT_SLICE = 500;

/** All input items together; the settings are those of the first item. */
export async function runRedLightEvaluator(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], [], [], []];
	const unusable = outputs[UNUSABLE] ?? [];
	const items = context.getInputData();
	const reading = usableRules(context, unusable);
	const facts = new InputFacts(items);
	const evaluation = createRedLights({
		rules: reading.rules,
		calendar: createWorkingCalendar({ ...calendarSettings(context.getNodeParameter('calendar', 0, {}) as CalendarParameters, 'wait'), leave: leaveOf(context) }),
		directory: directoryOf(context),
		scanner: scannerOf(context),
		facts,
		asOf: asOfOf(context),
		known: knownOf(context, unusable),
		rulesAreAll: context.getNodeParameter('otherRules', 0, 'stay') === 'out' && reading.problems.length === 0,
		greenLights: context.getNodeParameter('greenLights', 0, 'each') === 'each',
	});
	let read = 0;
	for (let item = 0; item < items.length; item++) {
		const found = facts.read(item);
		if (found === null) {
			unusable.push(refused(item, items, { code: 'unreadableRow', reason: 'Column "payload" is no JSON, as when a text was cut off.' }));
			continue;
		}
		for (let position = 0; position < found.length; position++) {
			const value = found[position];
			const findings = evaluation.accept(asEvent(value), facts.firstOf(item) + position);
			if (findings !== null && !isEmpty(value)) unusable.push(refused(item, items, { code: 'unusableEvidence', reason: findings.map(({ where, value: shown, expected }) => `${where} is ${shown ?? 'missing'}, expected ${expected}`).join('; '), findings }));
		}
		read += found.length;
		if (read < SLICE) continue;
		read = 0;
		await pause();
	}
	const asRows = context.getNodeParameter('output', 0, 'lights') === 'rows';
	let made = 0;
	for (const light of evaluation.results()) {
		if (light !== null) {
			outputs[outputOf(light)]?.push({ json: (asRows ? lightToRow(light) : light) as unknown as IDataObject, pairedItem: contributors(evaluation.factsOf(light), facts) });
		}
		if (light !== null && ++made % LIGHT_SLICE !== 0) continue;
		await pause();
	}
	return outputs;
}

function outputOf({ value: { light, state } }: RedLight): number {
	if (state === 'out') return WENT_OUT;
	return light === 'red' ? RED : light === 'yellow' ? YELLOW : GREEN;
}

/** Items that a light is linked to at most. */
const MOST_LINKS = 100;

/** The items that hold the evidence of a light; a light without any rests on the input as a whole. */
function contributors(numbers: readonly number[], facts: InputFacts): Array<{ item: number }> {
	const items = new Set(numbers.slice(-MOST_LINKS).map((fact) => facts.itemOf(fact)));
	return items.size === 0 ? [{ item: 0 }] : [...items].sort((a, b) => a - b).map((item) => ({ item }));
}

function refused(item: number, items: readonly INodeExecutionData[], why: object): INodeExecutionData {
	return { json: { ...why, input: withoutTexts(items[item]?.json ?? {}) }, pairedItem: { item } };
}

/** What people wrote is for the evaluation alone: it does not go where refused items are kept. */
function withoutTexts({ payload, ...json }: IDataObject): IDataObject {
	const { data } = json;
	const kept = payload === undefined ? json : { ...json, payload: '…' };
	if (typeof data !== 'object' || data === null || Array.isArray(data) || !('text' in data)) return kept;
	return { ...kept, data: { ...data, text: '…' } };
}

function asEvent(value: unknown): CloudEvent {
	return (typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' ? value : { type: '', data: null, ...(typeof value === 'object' ? value : {}) }) as CloudEvent;
}

/** The one empty item that n8n makes of an empty table. */
function isEmpty(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function usableRules(context: IExecuteFunctions, unusable: INodeExecutionData[]): RedLightRulesReading {
	const reading = readRules(context);
	const [first] = reading.problems;
	if (first !== undefined && !context.continueOnFail()) {
		throw new UserMessage(`${first.message.en} ${first.message['zh-CN']}${reading.problems.length > 1 ? ` (and ${reading.problems.length - 1} more)` : ''}`, `${first.remedy.en} ${first.remedy['zh-CN']}`);
	}
	for (const problem of reading.problems) unusable.push({ json: { code: 'unusableRule', reason: problem.message.en, reasonZh: problem.message['zh-CN'], remedy: problem.remedy.en, remedyZh: problem.remedy['zh-CN'], row: problem.row, field: problem.field }, pairedItem: { item: 0 } });
	if (reading.rules.length === 0 && first === undefined) throw new UserMessage('There is no rule.', 'Add a rule to the form or a row to the table, or choose "Standard Rules".');
	return reading;
}

function directoryOf(context: IExecuteFunctions): Directory | null {
	const rows = listParameter(context, 'people', 'People').filter((row) => !isEmpty(row));
	if (rows.length === 0) return null;
	const { people, problems } = readPeopleTable(rows, { source: 'table:people' });
	const [refusedRow] = problems.filter(({ kind }) => kind === 'refused');
	if (people.length === 0 && refusedRow !== undefined) throw new UserMessage(`No row of "People" can be used. ${refusedRow.message.en}`, 'Give the rows of pt_people, or those that the HR Directory node puts out.');
	return createDirectory(people);
}

function scannerOf(context: IExecuteFunctions): CommentScanner {
	const rows = listParameter(context, 'patterns', 'Comment Patterns').filter((row) => !isEmpty(row));
	if (rows.length === 0) return createCommentScanner();
	const reading = readPatternRows(rows);
	const [first] = reading.problems;
	if (first !== undefined && !context.continueOnFail()) throw new UserMessage(`Parameter "Comment Patterns": ${first.message.en} ${first.message['zh-CN']}`, 'Correct the row, or remove it.');
	return createCommentScanner({ rows: reading.rows });
}

function knownOf(context: IExecuteFunctions, unusable: INodeExecutionData[]): readonly KnownLight[] {
	const { lights, problems } = readKnownLights(listParameter(context, 'knownLights', 'Known Lights'));
	const [first] = problems;
	if (first !== undefined && !context.continueOnFail()) throw new UserMessage(first.message.en, first.remedy.en);
	for (const problem of problems) unusable.push({ json: { code: 'unusableKnownLight', reason: problem.message.en, reasonZh: problem.message['zh-CN'], remedy: problem.remedy.en, row: problem.row, field: problem.column }, pairedItem: { item: 0 } });
	return lights;
}

/** `{"P1": ["2026-03-02"]}`, or rows with personId and day. */
function leaveOf(context: IExecuteFunctions): Readonly<Record<string, readonly string[]>> {
	const value = jsonParameter(context, 'leave', 'Days of Leave', 0) ?? {};
	const wrong = new UserMessage(`Parameter "Days of Leave" is ${JSON.stringify(value).slice(0, 80)}.`, 'Write {"person ID": ["2026-03-02"]}, or rows with "personId" and "day".');
	if (Array.isArray(value)) {
		const found: Record<string, string[]> = {};
		for (const row of value as readonly unknown[]) {
			if (isEmpty(row)) continue;
			const { personId, day } = row as { readonly personId?: unknown; readonly day?: unknown };
			if (typeof personId !== 'string' || typeof day !== 'string') throw wrong;
			(found[personId] ??= []).push(day);
		}
		return found;
	}
	if (typeof value !== 'object' || !Object.values(value).every((days) => Array.isArray(days) && days.every((day) => typeof day === 'string'))) throw wrong;
	return value as Readonly<Record<string, readonly string[]>>;
}

function asOfOf(context: IExecuteFunctions): string {
	const value: unknown = context.getNodeParameter('asOf', 0);
	if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(value)) return value;
	throw new UserMessage(`Parameter "Evaluate As Of" is ${JSON.stringify(value)}, expected a date and time with offset.`, 'Use {{ $now.toISO() }}, or write e.g. 2026-03-02T08:00:00+08:00.');
}

function listParameter(context: IExecuteFunctions, name: string, label: string): readonly unknown[] {
	const value = jsonParameter(context, name, label, 0) ?? [];
	if (Array.isArray(value)) return value as readonly unknown[];
	throw new UserMessage(`Parameter "${label}" is not a list.`, 'Use an expression such as {{ $("Read rows").all().map(item => item.json) }}; none is [].');
}
