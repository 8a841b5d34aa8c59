import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { HealthMetricRun } from '../../core/health-metrics/calculate.js';
import type { HealthMetric } from '../../core/health-metrics/metric.js';
import { readKnownHealth, type KnownHealth } from '../../core/health-metrics/known.js';
import { rowOfHealthRecord } from '../../core/health-metrics/records.js';
import { healthMetricToRow } from '../../core/health-metrics/tableRows.js';
import { asNodeError } from '../shared/items.js';
import { prepareRecords, sampleRecords, unstoredRecords } from './records.js';
import { refused } from './refused.js';
import { readColumns, readKind, readKnown, readSettings } from './readSettings.js';

/** Milliseconds for which the event loop of n8n may be held. */
const HOLD = 10;

/** All items are one body of rows, so the parameters are read once. Outputs: figures, alarms, items that could not be used. */
export async function runHealthMetrics(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], [], []];
	try {
		const operation = context.getNodeParameter('operation', 0, 'calculate');
		if (operation === 'sample') return [sampleRecords(context), [], []];
		if (operation === 'unstored') return [unstoredRecords(context, items), [], []];
		return operation === 'records' ? prepareRecords(context, items) : await calculate(context, items);
	} catch (error) {
		const nodeError = asNodeError(context, error, 0);
		if (!context.continueOnFail()) throw nodeError;
		return [[], [], [{ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } }]];
	}
}

async function calculate(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Promise<INodeExecutionData[][]> {
	const known = readKnownHealth(readKnown(context));
	const { run: key = '', only = 'all' } = context.getNodeParameter('options', 0, {}) as { readonly run?: string; readonly only?: Only };
	// A table that holds nothing gives an empty item. Records are unfolded once: the metrics look at a row more than once.
	const places = items.flatMap(({ json }, place) => (Object.keys(json).length === 0 && items.length > 1 ? [] : [place]));
	const records = places.map((place) => rowOfHealthRecord(items[place]?.json ?? {}));
	const run = new HealthMetricRun({ settings: readSettings(context), known }, { length: records.length, at: (item) => records[item] ?? {}, kind: readKind(context), columns: readColumns(context), readBefore: false });
	const outputs: INodeExecutionData[][] = [[], [], []];
	const asRows = context.getNodeParameter('give', 0, 'judgements') === 'rows';
	let since = Date.now();
	for (const result of run.results()) {
		if (result === null) {
			// A pause takes about a millisecond whatever it is for, so not every offer of one is taken.
			if (Date.now() - since < HOLD) continue;
			await sleep(0);
			since = Date.now();
			continue;
		}
		const { judgement, rows } = result;
		if (judgement.kind === 'healthMetric' && !isWanted(judgement, only, known)) continue;
		outputs[judgement.kind === 'healthAlarm' ? 1 : 0]?.push({ json: (asRows ? { ...healthMetricToRow(judgement as HealthMetric), run: key } : judgement) as object as IDataObject, pairedItem: contributors(rows.map((row) => places[row] ?? 0)) });
	}
	const unusable = run.unusable.map(({ row, problems }) => refused(items[places[row] ?? 0]?.json ?? {}, places[row] ?? 0, problems));
	outputs[2] = unusable;
	hint(context, unusable.length, records.length, known.unread.length);
	return outputs;
}

/** Which figures are given: `all`, those that are to be stored, or of these only such as were never given. */
type Only = 'all' | 'new' | 'first';

/** Only what is over is a statement, and what is not available says nothing yet. */
function isWanted({ key, value }: HealthMetric, only: Only, known: KnownHealth): boolean {
	if (only === 'all') return true;
	if (!value.period.closed || value.kind === 'notAvailable') return false;
	const stored = known.figures.get(key)?.value;
	return stored?.period.closed === true ? only === 'new' && value.revision > stored.revision : true;
}

function hint(context: IExecuteFunctions, unusable: number, items: number, unread: number): void {
	if (unusable > 0) context.addExecutionHints({ message: `${unusable} of ${items} items could not be used; see the output "Unusable".`, type: 'warning', location: 'outputPane' });
	if (unread > 0) context.addExecutionHints({ message: `${unread} entries of "Known Figures" are no results of this node and were passed over.`, type: 'warning', location: 'outputPane' });
}

/** The inputs that a result cites; the first input where it cites none, so that the chain of items does not break. */
function contributors(rows: readonly number[]): Array<{ item: number }> {
	return rows.length === 0 ? [{ item: 0 }] : [...rows].sort((a, b) => a - b).map((item) => ({ item }));
}
