import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { evidenceKey } from '../../core/evidence/cloudEvent.js';
import { createRowGathering } from '../../core/evidence/evidenceRow.js';
import type { EdcMapping } from '../../core/edc/mapping.js';
import {
	createEvidenceSelection,
	createMilestoneProgress,
	isUnusable,
	problemText,
	readEvidence,
	readKnownMilestones,
	readMilestoneRules,
	readMilestoneSentences,
	type EvidenceReading,
	type KeptEvidence,
	type KnownMilestone,
	type MilestoneJudgement,
	type MilestoneRule,
	type SettingProblem,
	type StudySettings,
	type UnusableEvidence,
} from '../../core/milestone/index.js';
import { readMapping } from '../shared/edcMappingParameters.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

/** Facts or subjects between two pauses: the event loop of n8n is not held by a long list. */
const SLICE = 500;

interface Settings {
	readonly rules: readonly MilestoneRule[];
	readonly mapping: EdcMapping;
	/** Rules that could not be used, where "On Error: Continue" lets the others go on. */
	readonly problems: readonly SettingProblem[];
}

/** All input items together; the settings are those of the first item. */
export async function runMilestoneEvaluator(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const evaluating = context.getNodeParameter('operation', 0) === 'evaluate';
	if (context.getInputData().length === 0) return evaluating ? [[], [], [], []] : [[], []];
	const settings = readSettings(context);
	return evaluating ? await evaluate(context, settings) : await selectEvidence(context, settings);
}

async function selectEvidence(context: IExecuteFunctions, { rules, mapping, problems }: Settings): Promise<INodeExecutionData[][]> {
	const select = createEvidenceSelection(rules, mapping, context.getNodeParameter('keep', 0, 'needed') as KeptEvidence);
	const gathering = createRowGathering();
	const itemOf: number[] = [];
	const unusable = problems.map(ofProblem);
	await readAll(context, (reading, json, item) => {
		const selected = 'event' in reading ? select(reading.event) : reading.unusable;
		if (isUnusable(selected)) unusable.push(ofUnusable(selected, json, item));
		else {
			gathering.add(selected);
			itemOf.push(item);
		}
	});
	const rows: INodeExecutionData[] = [];
	let made = 0;
	for (const { row, positions } of gathering.rows()) {
		rows.push({ json: { ...row }, pairedItem: positions.map((position) => ({ item: itemOf[position] ?? 0 })) });
		made += row.facts;
		if (made < SLICE) continue;
		made = 0;
		await sleep(0);
	}
	return [rows, unusable];
}

/** Hands over every fact of the input, and lets other work go on in between. */
async function readAll(context: IExecuteFunctions, use: (reading: EvidenceReading, json: IDataObject, item: number) => void): Promise<void> {
	let read = 0;
	for (const [item, { json }] of context.getInputData().entries()) {
		const readings = readEvidence(json);
		for (const reading of readings) use(reading, json, item);
		read += readings.length;
		if (read < SLICE) continue;
		read = 0;
		await sleep(0);
	}
}

async function evaluate(context: IExecuteFunctions, { rules, mapping, problems }: Settings): Promise<INodeExecutionData[][]> {
	const known = readKnown(context);
	const asOf = readAsOf(context);
	const progress = createMilestoneProgress({ rules, mapping });
	const unusable = problems.map(ofProblem);
	const itemOf = new Map<string, number>();
	await readAll(context, (reading, json, item) => {
		if ('unusable' in reading) {
			unusable.push(ofUnusable(reading.unusable, json, item));
			return;
		}
		itemOf.set(evidenceKey(reading.event), item);
		progress.accept(reading.event);
	});
	while (!progress.settle(SLICE)) await sleep(0);
	const fired: INodeExecutionData[] = [];
	const changed: INodeExecutionData[] = [];
	const standing: INodeExecutionData[] = [];
	for (const judgement of progress.results(asOf, known)) {
		const output = judgement.value.news === 'fired' ? fired : judgement.value.news === 'flagChanged' ? changed : standing;
		output.push({ json: judgement as unknown as IDataObject, pairedItem: contributors(judgement, itemOf) });
	}
	return [fired, changed, standing, unusable];
}

/** The input items that hold the evidence of a judgement; a judgement without any rests on the input as a whole. */
function contributors(judgement: MilestoneJudgement, itemOf: ReadonlyMap<string, number>): Array<{ item: number }> {
	const items = new Set(judgement.evidence.flatMap((reference) => itemOf.get(evidenceKey(reference)) ?? []));
	return items.size === 0 ? [{ item: 0 }] : [...items].map((item) => ({ item }));
}

function readSettings(context: IExecuteFunctions): Settings {
	const mapping = readMapping(context.getNodeParameter('mapping', 0, {}), context.getTimezone());
	const study = studySettings(context.getNodeParameter('studySettings', 0, {}));
	const asSentences = context.getNodeParameter('rulesAs', 0) === 'sentences';
	const { rules, problems } = asSentences
		? readMilestoneSentences(textOf(context.getNodeParameter('sentences', 0, '')), study)
		: readMilestoneRules(jsonParameter(context, 'rulesJson', 'Milestones (JSON)', 0), study);
	const [first] = problems;
	if (first !== undefined && !context.continueOnFail()) throw messageOf(asSentences ? 'Milestones' : 'Milestones (JSON)', first, problems.length);
	if (rules.length === 0 && first === undefined) throw new UserMessage('Parameter "Milestones" names no milestone.', 'Write one per line, e.g. "100th subject completed follow-up".');
	return { rules, mapping, problems };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function messageOf(parameter: string, problem: SettingProblem, count: number): UserMessage {
	return new UserMessage(`Parameter "${parameter}": ${problemText(problem)}${count > 1 ? ` (and ${count - 1} more)` : ''}`, problem.remedy);
}

function studySettings(entered: unknown): StudySettings {
	const { events, forms, ...rest } = entered as StudySettings & { events?: unknown; forms?: unknown };
	const names = (text: unknown): readonly string[] => (typeof text === 'string' ? text.split(/[,，;；\n]/).map((name) => name.trim()).filter((name) => name !== '') : []);
	return { ...rest, events: names(events), ...(rest.complete === 'listedForms' ? { forms: names(forms) } : {}) };
}

function readKnown(context: IExecuteFunctions): readonly KnownMilestone[] {
	const read = readKnownMilestones(jsonParameter(context, 'knownMilestones', 'Known Milestones', 0) ?? []);
	if (read.ok) return read.value;
	const [first] = read.problems;
	throw first === undefined ? new UserMessage('Parameter "Known Milestones" cannot be read.', 'Write a list; none is [].') : new UserMessage(problemText(first), first.remedy);
}

function readAsOf(context: IExecuteFunctions): string {
	const value: unknown = context.getNodeParameter('asOf', 0);
	if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(value)) return value;
	throw new UserMessage(`Parameter "Evaluate As Of" is ${JSON.stringify(value)}, expected a date and time with offset.`, 'Use {{ $now.toISO() }}, or write e.g. 2026-03-02T08:00:00+08:00.');
}

function ofUnusable(unusable: UnusableEvidence, json: IDataObject, item: number): INodeExecutionData {
	return { json: { ...unusable, input: json }, pairedItem: { item } };
}

function ofProblem(problem: SettingProblem): INodeExecutionData {
	return { json: { code: 'unusableRule', reason: problemText(problem), remedy: problem.remedy }, pairedItem: { item: 0 } };
}
