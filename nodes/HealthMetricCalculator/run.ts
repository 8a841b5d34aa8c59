import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { HealthMetricRun } from '../../core/health-metrics/calculate.js';
import { readKnownHealth } from '../../core/health-metrics/known.js';
import { healthMetricToRow } from '../../core/health-metrics/tableRows.js';
import { asNodeError } from '../shared/items.js';
import { readColumns, readKind, readKnown, readSettings } from './readSettings.js';

/** Milliseconds for which the event loop of n8n may be held. */
const HOLD = 10;

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
	const known = readKnownHealth(readKnown(context));
	const run = new HealthMetricRun({ settings: readSettings(context), known }, { length: items.length, at: (item) => items[item]?.json ?? {}, kind: readKind(context), columns: readColumns(context), readBefore: false });
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
		outputs[judgement.kind === 'healthAlarm' ? 1 : 0]?.push({ json: (asRows ? healthMetricToRow(judgement) : judgement) as object as IDataObject, pairedItem: contributors(rows) });
	}
	const unusable = run.unusable.map(({ row, problems }) => refused(items[row]?.json ?? {}, row, problems));
	outputs[2] = unusable;
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

/** The inputs that a result cites; the first input where it cites none, so that the chain of items does not break. */
function contributors(rows: readonly number[]): Array<{ item: number }> {
	return rows.length === 0 ? [{ item: 0 }] : [...rows].sort((a, b) => a - b).map((item) => ({ item }));
}
