import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { checkEvidence } from '../../core/evidence/checkEvidence.js';
import { evidenceKey } from '../../core/evidence/cloudEvent.js';
import { factsOfRow } from '../../core/evidence/evidenceRow.js';
import { isEdcEvent, type EdcEvent, type SourceFinding } from '../../core/edc/evidence.js';
import { ProcessMetricRun, type ProcessMetricRequest } from '../../core/process-metrics/calculate.js';
import { metricCard } from '../../core/process-metrics/explain.js';
import type { MetricScope, ProcessMetric } from '../../core/process-metrics/metric.js';
import { readMapping } from '../shared/edcMappingParameters.js';
import { asNodeError, UserMessage } from '../shared/items.js';
import { namesOf, readSettings } from './readSettings.js';

/** Events between two pauses: the event loop of n8n is not held by a long list. */
const SLICE = 2_000;

/** All items are one body of evidence, so the parameters are read once. Output 0: a metric per item; output 1: items that could not be used. */
export async function runProcessMetrics(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[], []];
	try {
		const unusable: INodeExecutionData[] = [];
		const events: EdcEvent[] = [];
		const itemOf = new Map<string, number>();
		for (let index = 0; index < items.length; index++) {
			if (index > 0 && index % SLICE === 0) await sleep(0);
			for (const read of readItem(items[index]?.json)) {
				if (!read.ok) {
					unusable.push({ json: { reason: reasonOf(read.findings), findings: [...read.findings], input: items[index]?.json ?? {} }, pairedItem: { item: index } });
					continue;
				}
				events.push(read.event);
				const key = evidenceKey(read.event);
				if (!itemOf.has(key)) itemOf.set(key, index);
			}
		}
		const metrics = await calculate(context, events);
		if (unusable.length > 0) {
			context.addExecutionHints({ message: `${unusable.length} of ${items.length} items could not be used; see the output "Unusable".`, type: 'warning', location: 'outputPane' });
		}
		return [metrics.map((metric) => ({ json: { ...metric, card: metricCard(metric) } as object as IDataObject, pairedItem: contributors(metric, itemOf) })), unusable];
	} catch (error) {
		const nodeError = asNodeError(context, error, 0);
		if (!context.continueOnFail()) throw nodeError;
		return [[], [{ json: { error: nodeError.message, remedy: nodeError.description ?? null }, pairedItem: { item: 0 } }]];
	}
}

async function calculate(context: IExecuteFunctions, events: readonly EdcEvent[]): Promise<ProcessMetric[]> {
	const request = requestOf(context, events);
	const run = new ProcessMetricRun(request);
	for (let index = 0; index < events.length; index++) {
		if (index > 0 && index % SLICE === 0) await sleep(0);
		const event = events[index];
		if (event) run.add(event);
	}
	const metrics: ProcessMetric[] = [];
	for (const metric of run.results()) {
		metrics.push(metric);
		if (events.length > SLICE) await sleep(0);
	}
	return metrics;
}

function requestOf(context: IExecuteFunctions, events: readonly EdcEvent[]): ProcessMetricRequest {
	const between = context.getNodeParameter('period', 0) === 'between';
	return {
		mapping: readMapping(context.getNodeParameter('mapping', 0, {}), context.getTimezone()),
		settings: readSettings(context),
		asOf: textParameter(context, 'asOf'),
		...(between ? { window: { start: textParameter(context, 'start'), end: textParameter(context, 'end') } } : {}),
		scope: scopesOf(context, events),
	};
}

function textParameter(context: IExecuteFunctions, name: string): string {
	const value: unknown = context.getNodeParameter(name, 0, '');
	return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}

function scopesOf(context: IExecuteFunctions, events: readonly EdcEvent[]): readonly MetricScope[] {
	const kind = context.getNodeParameter('scope', 0) as 'study' | 'eachSite' | 'subjects';
	const named = textParameter(context, 'study');
	const studies = named === '' ? [...new Set(events.map((event) => event.data.study))].sort() : [named];
	if (kind === 'study') return studies.map((study) => ({ study }));
	if (kind === 'eachSite') return studies.map((study) => ({ study, eachSite: true }));
	const subjects = namesOf(context.getNodeParameter('subjects', 0));
	if (subjects.length === 0) throw new UserMessage('"Subjects" is empty.', 'Enter subject keys with commas, or choose another scope.');
	return studies.map((study) => ({ study, subjects }));
}

type ItemRead = { readonly ok: true; readonly event: EdcEvent } | { readonly ok: false; readonly findings: readonly SourceFinding[] };

/** An item is the fact itself or a stored row of several. */
function readItem(json: IDataObject | undefined): readonly ItemRead[] {
	const facts = factsOfRow(json);
	if (facts === null) return [refused('payload', JSON.stringify(json?.['payload'] ?? null).slice(0, 80), 'the JSON text of facts')];
	return facts.map((fact) => readFact(fact, fact === json ? '' : 'payload'));
}

function readFact(fact: unknown, where: string): ItemRead {
	const check = checkEvidence(fact, where);
	if (!check.ok) return check;
	const { event } = check;
	if (!isEdcEvent(event)) return refused('type', event.type, 'a fact of an EDC: the process metrics read nothing else');
	return { ok: true, event };
}

function refused(where: string, value: string, expected: string): ItemRead {
	return { ok: false, findings: [{ where, value, expected, severity: 'refused' }] };
}

function reasonOf(findings: readonly SourceFinding[]): string {
	return findings.map(({ where, value, expected }) => `${where}: ${value === null ? 'missing' : `"${value}"`}, expected ${expected}`).join('; ');
}

/** The inputs whose facts a metric cites; the first input where it cites none, so that the chain of items does not break. */
function contributors(metric: ProcessMetric, itemOf: ReadonlyMap<string, number>): Array<{ item: number }> {
	const found = new Set<number>();
	for (const reference of metric.evidence) {
		const item = itemOf.get(evidenceKey(reference));
		if (item !== undefined) found.add(item);
	}
	return found.size === 0 ? [{ item: 0 }] : [...found].sort((a, b) => a - b).map((item) => ({ item }));
}
