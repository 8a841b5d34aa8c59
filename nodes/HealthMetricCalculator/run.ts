import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { HealthMetricRun } from '../../core/health-metrics/calculate.js';
import { readKnownHealth } from '../../core/health-metrics/known.js';
import type { HealthAlarm, HealthMetric } from '../../core/health-metrics/metric.js';
import { isRowKind, readHealthRow, ROW_KINDS, type HealthRow } from '../../core/health-metrics/rows.js';
import { healthMetricToRow } from '../../core/health-metrics/tableRows.js';
import { zoneOf } from '../../core/time/zone.js';
import { asNodeError } from '../shared/items.js';
import { readColumns, readKind, readKnown, readSettings } from './readSettings.js';

/** Rows between two pauses: the event loop of n8n is not held by a long list. */
const SLICE = 2_000;

/** All items are one body of rows, so the parameters are read once. Outputs: figures, alarms, items that could not be used. */
export async function runHealthMetrics(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], [], []];
	try {
		return await calculate(context, items);
	} catch (error) {
		const nodeError = asNodeError(context, error, 0);
		if (!context.continueOnFail()) throw nodeError;
		return [[], [], [{ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } }]];
	}
}

async function calculate(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Promise<INodeExecutionData[][]> {
	const settings = readSettings(context);
	const kind = readKind(context);
	const columns = readColumns(context);
	const known = readKnownHealth(readKnown(context));
	const zone = zoneOf(settings.zone);
	const run = new HealthMetricRun({ settings, known });
	const unusable: INodeExecutionData[] = [];
	const itemOf = new Map<string, number>();
	for (let index = 0; index < items.length; index++) {
		if (index > 0 && index % SLICE === 0) await sleep(0);
		const json = items[index]?.json ?? {};
		const named = kind ?? json['kind'];
		if (!isRowKind(named)) {
			unusable.push(refused(json, index, [{ field: 'kind', value: typeof named === 'string' ? named : null, expected: ROW_KINDS.join(', ') }]));
			continue;
		}
		const reading = readHealthRow(named, json, columns, zone);
		if (!reading.ok) {
			unusable.push(refused(json, index, reading.problems));
			continue;
		}
		run.add(reading.row);
		const key = keyOf(reading.row);
		if (!itemOf.has(key)) itemOf.set(key, index);
	}
	const outputs: INodeExecutionData[][] = [[], [], unusable];
	const asRows = context.getNodeParameter('give', 0, 'judgements') === 'rows';
	for (const result of run.results()) {
		if (result === null) {
			await sleep(0);
			continue;
		}
		outputs[result.kind === 'healthAlarm' ? 1 : 0]?.push({ json: (asRows ? healthMetricToRow(result) : result) as object as IDataObject, pairedItem: contributors(result, itemOf) });
	}
	hint(context, unusable.length, items.length, known.unread.length);
	return outputs;
}

function hint(context: IExecuteFunctions, unusable: number, items: number, unread: number): void {
	if (unusable > 0) context.addExecutionHints({ message: `${unusable} of ${items} items could not be used; see the output "Unusable".`, type: 'warning', location: 'outputPane' });
	if (unread > 0) context.addExecutionHints({ message: `${unread} entries of "Known Figures" are no results of this node and were passed over.`, type: 'warning', location: 'outputPane' });
}

function refused(json: IDataObject, item: number, problems: ReadonlyArray<{ readonly field: string; readonly value: string | null; readonly expected: string }>): INodeExecutionData {
	const reason = problems.map(({ field, value, expected }) => `${field}: ${value === null ? 'missing' : `"${value}"`}, expected ${expected}`).join('; ');
	return { json: { reason, findings: problems.map((problem) => ({ ...problem })), input: json }, pairedItem: { item } };
}

const keyOf = (row: HealthRow): string => `${row.source ?? `rows:${row.kind}`}\u0000${row.id}`;

/** The inputs whose rows a result cites; the first input where it cites none, so that the chain of items does not break. */
function contributors({ evidence }: HealthMetric | HealthAlarm, itemOf: ReadonlyMap<string, number>): Array<{ item: number }> {
	const found = new Set<number>();
	for (const { source, id } of evidence) {
		const item = itemOf.get(`${source}\u0000${id}`);
		if (item !== undefined) found.add(item);
	}
	return found.size === 0 ? [{ item: 0 }] : [...found].sort((a, b) => a - b).map((item) => ({ item }));
}
