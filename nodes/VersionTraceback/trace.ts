import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Language } from '../../core/judgement/judgement.js';
import { findSubmission, lineageReport, startTrace, versionsOf, type FindingInAnswer, type LineageJudgement, type Submission, type Trace } from '../../core/lineage/index.js';
import { yearOf, type Zone } from '../../core/time/zone.js';
import { parseRfc3339 } from '../../core/time/rfc3339.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { anchorsFrom, jsonOf, listOf, namesOf, peopleFrom, recogniserFrom, storedVersions, zoneFrom, type RuleOptions } from './settings.js';

/** Steps between two pauses: the event loop of n8n is not held by a long table. */
const SLICE = 20_000;

interface Answer {
	readonly trace: Trace;
	readonly zone: Zone;
	readonly options: RuleOptions;
	readonly asOf: string;
	readonly unusable: INodeExecutionData[];
	/** Input items of each lineage. */
	readonly items: ReadonlyArray<ReadonlyArray<{ item: number }>>;
}

export async function traceNumber(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { trace, unusable, items } = await answer(context);
	const perVersion = context.getNodeParameter('itemPer', 0, 'document') === 'version';
	const lineages = trace.lineages.flatMap((lineage, index) => {
		const pairedItem = [...(items[index] ?? [])];
		return perVersion ? versionItems(lineage).map((json) => ({ json, pairedItem })) : [{ json: jsonOf(lineage), pairedItem }];
	});
	const own = trace.lineages.flatMap(({ value }, index) => value.findings.map((finding) => findingItem(finding, value.name, trace, items[index] ?? [])));
	const across = trace.findings.map((finding) => findingItem(finding, trace.lineages.find(({ subject }) => subject === finding.document)?.value.name ?? finding.document, trace, items.flat()));
	return [lineages, [...own, ...across], unusable];
}

function findingItem(finding: FindingInAnswer, name: string, { submission, at }: Trace, items: ReadonlyArray<{ item: number }>): INodeExecutionData {
	const json = jsonOf({ acceptanceNumber: submission?.acceptanceNumber ?? null, at: at.text, documentName: name, ...finding });
	return { json, pairedItem: items.length === 0 ? [{ item: 0 }] : [...items] };
}

function versionItems({ key, value, rule, asOf }: LineageJudgement): IDataObject[] {
	return value.versions.map((version) => {
		const findings = value.findings.filter(({ versions }) => versions.includes(version.number));
		return jsonOf({ lineageKey: key, acceptanceNumber: value.acceptanceNumber, at: value.at.text, ...version, findings: findings.map(({ code, category, text }) => ({ code, category, text })), chainIntact: value.chain.intact, rule: `${rule.id} ${rule.version}`, asOf });
	});
}

export async function reportOnNumber(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { trace, zone, options, asOf, unusable, items } = await answer(context);
	const language = context.getNodeParameter('language', 0, 'en') as Language;
	const by: unknown = context.getNodeParameter('producedBy', 0, '');
	const number = trace.submission?.acceptanceNumber ?? '';
	const meaning = number === '' ? null : recogniserFrom(options).read(number, yearOf(Math.floor(parseRfc3339(asOf) / 86_400_000)));
	const report = lineageReport({ trace, language, zone, producedAt: asOf, producedBy: typeof by === 'string' ? by : '', numberMeaning: meaning?.ok === true ? meaning.number.explanation : null });
	const name = `version-traceback-${number === '' ? 'documents' : number}`;
	const file = async (text: string, ending: string, mediaType: string) => await context.helpers.prepareBinaryData(Buffer.from(text, 'utf8'), `${name}.${ending}`, mediaType);
	const findings = [...trace.lineages.flatMap(({ value }) => value.findings), ...trace.findings];
	return [
		[
			{
				json: jsonOf({
					acceptanceNumber: number === '' ? null : number,
					at: trace.at,
					documents: trace.lineages.length,
					versions: trace.lineages.reduce((sum, { value }) => sum + value.versions.length, 0),
					findings: findings.filter(({ category }) => category === 'finding').length,
					supplements: findings.filter(({ category }) => category === 'supplement').length,
					intact: trace.lineages.every(({ value }) => value.chain.intact),
					anchor: report.anchor,
					fileName: `${name}.html`,
					producedAt: asOf,
					language,
				}),
				binary: {
					data: await file(report.html, 'html', 'text/html'),
					csv: await file(report.csv, 'csv', 'text/csv'),
					json: await file(report.json, 'json', 'application/json'),
					timeline: await file(report.timeline, 'svg', 'image/svg+xml'),
				},
				pairedItem: items.length === 0 ? [{ item: 0 }] : items.flat(),
			},
		],
		unusable,
	];
}

async function answer(context: IExecuteFunctions): Promise<Answer> {
	const { rows, items, unusable } = storedVersions(context);
	const options = context.getNodeParameter('options', 0, {}) as RuleOptions;
	const zone = zoneFrom(context, options);
	const asOf: unknown = context.getNodeParameter('asOf', 0);
	if (typeof asOf !== 'string' || Number.isNaN(parseRfc3339(asOf))) throw new UserMessage(`Parameter "As Of" is ${JSON.stringify(asOf)}, expected a date and time with offset.`, 'Use {{ $now.toISO() }}, or write e.g. 2026-03-02T08:00:00+08:00.');
	const at: unknown = context.getNodeParameter('at', 0, '');
	const started = startTrace(
		{ submission: submissionFrom(context), documents: namesOf(context.getNodeParameter('tracedDocuments', 0, ''), /[\n;；]/), at: typeof at === 'string' && at.trim() !== '' ? at.trim() : null },
		versionsOf(rows),
		null,
		{
			zone,
			asOf,
			anchors: anchorsFrom(context),
			people: peopleFrom(options),
			...(options.requiredRoles === undefined ? {} : { requiredRoles: options.requiredRoles }),
			...(options.uploadRule === undefined ? {} : { uploadRule: options.uploadRule }),
		},
	);
	if (!started.ok) throw new UserMessage(`Parameter "${started.field}" is "${started.value}", which is no date.`, started.remedy);
	while (!started.run.advance(SLICE)) await sleep(0);
	const trace = started.run.result();
	return { trace, zone, options, asOf, unusable, items: trace.positions.map((positions) => positions.map((position) => ({ item: items[position] ?? 0 }))) };
}

function submissionFrom(context: IExecuteFunctions): Submission | null {
	const number: unknown = context.getNodeParameter('tracedNumber', 0, '');
	if (typeof number !== 'string' || number.trim() === '') return null;
	const submission = findSubmission(listOf(jsonParameter(context, 'submissions', 'Submissions', 0), 'Submissions'), number);
	if (submission === null) throw new UserMessage(`Acceptance number "${number.trim()}" is not registered.`, 'Register it first with the operation "Register Acceptance Number", and give the stored rows in "Submissions".');
	return submission;
}
