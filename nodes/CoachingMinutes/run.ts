import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { DEFAULT_TERM_ROWS } from '../../core/minutes/defaults.js';
import type { MinutesProblem } from '../../core/minutes/passage.js';
import { readTermRows, type TermRow } from '../../core/minutes/row.js';
import { createMinutesScanner, NOTES_BY, type MinutesScan, type MinutesScanner } from '../../core/minutes/scanner.js';
import { readTalk, type Talk, type TalkField } from '../../core/minutes/talk.js';
import { MINUTES_FORMATS, type MinutesFormat } from '../../core/minutes/turns.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import type { DirectoryProblem } from '../../core/people/reading.js';
import { parseMoment } from '../../core/time/moment.js';
import { zoneOf, type Zone } from '../../core/time/zone.js';
import { asNodeError, UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

const [TALKS, CITATIONS, NOT_COUNTED, UNUSABLE] = [0, 1, 2, 3];
/** Milliseconds for which the event loop of n8n may be held, by a long list or by long minutes; one talk is read at once. */
const HOLD = 10;

interface Settings {
	readonly scanner: MinutesScanner;
	readonly format: MinutesFormat;
	readonly columns: Readonly<Partial<Record<TalkField, string>>>;
	readonly zone: Zone;
	readonly notCounted: boolean;
	/** Rows of people that cannot be used. */
	readonly peopleProblems: readonly DirectoryProblem[];
}

/** Items of one talk, in the order of the input. */
interface Gathered {
	readonly talk: Talk;
	readonly texts: unknown[];
	readonly items: number[];
}

/** All items are one list of talks, so the parameters are read once; items with the same id are records of one talk. */
export async function runCoachingMinutes(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], [], [], []];
	try {
		return await scanAll(context, items);
	} catch (error) {
		const nodeError = asNodeError(context, error, 0);
		if (!context.continueOnFail()) throw nodeError;
		return [[], [], [], [{ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } }]];
	}
}

async function scanAll(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Promise<INodeExecutionData[][]> {
	const settings = readSettings(context);
	const outputs: INodeExecutionData[][] = [[], [], [], []];
	const talks = gather(items, settings, outputs);
	for (const { record, field, value, message } of settings.peopleProblems) outputs[UNUSABLE]?.push({ json: { reason: message.en, record, field, value }, pairedItem: { item: 0 } });
	let since = Date.now();
	for (const { talk, texts, items: from } of talks) {
		if (Date.now() - since >= HOLD) {
			await sleep(0);
			since = Date.now();
		}
		const scan = settings.scanner.scan(talk, texts.map((text) => ({ text, format: settings.format })));
		give(scan, from, settings, outputs);
		if (scan.problems.length > 0) outputs[UNUSABLE]?.push({ json: { talk: talk.id, reason: reasonOf(scan.problems), findings: scan.problems.map((problem) => ({ ...problem })) }, pairedItem: paired(from) });
	}
	const unusable = outputs[UNUSABLE]?.length ?? 0;
	if (unusable > 0) context.addExecutionHints({ message: `${unusable} talks or parts of their minutes could not be used; see the output "Unusable".`, type: 'warning', location: 'outputPane' });
	return outputs;
}

function gather(items: readonly INodeExecutionData[], { columns, zone }: Settings, outputs: readonly INodeExecutionData[][]): Iterable<Gathered> {
	const talks = new Map<string, { talk: Talk; readonly texts: unknown[]; readonly items: number[] }>();
	items.forEach(({ json }, item) => {
		const reading = readTalk(json, columns, zone);
		if (!reading.ok) {
			outputs[UNUSABLE]?.push({ json: { reason: reasonOf(reading.problems), findings: reading.problems.map((problem) => ({ ...problem })), input: json }, pairedItem: { item } });
			return;
		}
		const { talk, text } = reading;
		const key = `${talk.source ?? ''}\u0000${talk.id}`;
		const known = talks.get(key);
		if (known === undefined) talks.set(key, { talk, texts: [text], items: [item] });
		else {
			known.texts.push(text);
			known.items.push(item);
			if (isLater(talk, known.talk, zone)) known.talk = talk;
		}
	});
	return talks.values();
}

/** Of two versions of the fields the later recorded one holds, whatever the order of the items. */
function isLater(talk: Talk, than: Talk, zone: Zone): boolean {
	const recorded = ({ recordedAt }: Talk): number => (recordedAt === null ? -Infinity : (parseMoment(recordedAt, zone)?.earliest ?? -Infinity));
	const [own, other] = [recorded(talk), recorded(than)];
	return own === other ? JSON.stringify(talk) > JSON.stringify(than) : own > other;
}

function give({ row, judgement, citations, notCounted }: MinutesScan, from: readonly number[], settings: Settings, outputs: readonly INodeExecutionData[][]): void {
	const put = (output: number, json: object): void => {
		outputs[output]?.push({ json: json as IDataObject, pairedItem: paired(from) });
	};
	put(TALKS, { ...row, judgement });
	for (const citation of citations) put(CITATIONS, citation);
	if (settings.notCounted) for (const sentence of notCounted) put(NOT_COUNTED, sentence);
}

const paired = (items: readonly number[]): Array<{ item: number }> => items.map((item) => ({ item }));

function reasonOf(problems: readonly MinutesProblem[]): string {
	return problems.map(({ field, value, expected }) => `${field}: ${value === null ? 'missing' : `"${value}"`}, expected ${expected}`).join('; ');
}

function readSettings(context: IExecuteFunctions): Settings {
	const format = chosen(context, 'format', 'Minutes Are', MINUTES_FORMATS);
	const notesBy = chosen(context, 'notesBy', 'Notes Without Speakers Are', NOTES_BY);
	const { people, problems } = readPeopleTable(listOf(jsonParameter(context, 'people', 'People', 0), 'People', 'Give the rows of pt_people with an expression, or leave [].'), { source: 'table:people' });
	const { rows = [] } = context.getNodeParameter('columns', 0, {}) as { readonly rows?: ReadonlyArray<{ readonly field: TalkField; readonly column?: string }> };
	return {
		scanner: createMinutesScanner({ rows: termsOf(context), people, notesBy }),
		format,
		columns: Object.fromEntries(rows.flatMap(({ field, column = '' }) => (column.trim() === '' ? [] : [[field, column.trim()]]))),
		zone: zoneOf(context.getNodeParameter('zone', 0, 'Asia/Shanghai') as string),
		notCounted: context.getNodeParameter('notCounted', 0, false) === true,
		peopleProblems: problems.filter(({ kind }) => kind === 'refused'),
	};
}

function chosen<Choice extends string>(context: IExecuteFunctions, name: string, label: string, choices: readonly Choice[]): Choice {
	const value: unknown = context.getNodeParameter(name, 0);
	const found = choices.find((choice) => choice === value);
	if (found === undefined) throw new UserMessage(`Parameter "${label}" has ${JSON.stringify(value)}.`, `Use one of: ${choices.join(', ')}.`);
	return found;
}

/** Terms as chosen; a row that cannot be read stops the run, because a missing term would change the numbers unseen. */
function termsOf(context: IExecuteFunctions): readonly TermRow[] {
	const from: unknown = context.getNodeParameter('termsFrom', 0);
	if (from === 'standard') return DEFAULT_TERM_ROWS;
	const { rows, problems } = readTermRows(listOf(jsonParameter(context, 'terms', 'Own Terms', 0), 'Own Terms', 'Write a list such as [{"id": "own-systems", "kind": "system", "words": ["our dashboard"]}].').map(withTermId));
	const [problem] = problems;
	if (problem !== undefined) throw new UserMessage(`Parameter "Own Terms": ${problem.message.en}${problems.length > 1 ? ` ${problems.length - 1} more could not be read.` : ''}`, 'Correct the row, or remove it.');
	if (from === 'own') return rows;
	const own = new Set(rows.map(({ id }) => id));
	return [...DEFAULT_TERM_ROWS.filter(({ id }) => !own.has(id)), ...rows];
}

/** In a Data Table `id` is the number of the row, so the id of the term stands in `termId`. */
function withTermId({ termId, ...row }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return termId === undefined ? row : { ...row, id: termId };
}

/** Items of another node come with their data in `json`. */
function listOf(value: unknown, label: string, remedy: string): ReadonlyArray<Readonly<Record<string, unknown>>> {
	if (value === null || value === undefined || value === '') return [];
	if (!Array.isArray(value)) throw new UserMessage(`Parameter "${label}" is no list.`, remedy);
	return value.map((entry: unknown) => {
		const json: unknown = typeof entry === 'object' && entry !== null && 'json' in entry ? entry.json : entry;
		return (typeof json === 'object' && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
	});
}
