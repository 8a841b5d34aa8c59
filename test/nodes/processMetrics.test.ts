import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/process-metrics/settings.js';
import { EDC_EVENT_TYPES } from '../../core/edc/evidence.js';
import { ProcessMetrics } from '../../nodes/ProcessMetrics/ProcessMetrics.node.js';
import { processMetricsProperties } from '../../nodes/ProcessMetrics/properties.js';
import { executeFunctions, type FakeExecution } from '../support/executeFunctions.js';
import { form, item, STUDY, visit, atSite } from '../core/process-metrics/events.js';

const PARAMETERS = { scope: 'study', study: '', asOf: '2026-03-20T09:00:00+08:00', period: 'all', trialKind: 'device', mapping: { zone: 'Asia/Shanghai' }, thresholds: {}, options: {} };

const run = (execution: FakeExecution): Promise<INodeExecutionData[][]> => new ProcessMetrics().execute.call(executeFunctions({ ...execution, parameters: Object.assign({}, PARAMETERS, execution.parameters) }));

const entered = (key: string, entry: string) => [visit(key, 'V1', { visitDate: '2026-03-02' }), form(key, 'V1', 'F1', [item('I1', { at: entry })])];
const EVENTS = [...entered('01', '2026-03-03T10:00:00+08:00'), ...entered('02', '2026-03-08T10:00:00+08:00')];
const asItems = (events: readonly object[]): INodeExecutionData[] => events.map((event) => ({ json: event as INodeExecutionData['json'] }));

interface Result {
	readonly subject: string;
	readonly value: { readonly id: string; readonly kind: string; readonly value?: number; readonly denominator?: number; readonly verdict: { readonly level: string } };
	readonly card: { readonly valueText: Readonly<Record<string, string>> };
}
const lagOf = (outputs: INodeExecutionData[][]): INodeExecutionData | undefined => outputs[0]?.find(({ json }) => (json as unknown as Result).value.id === 'entry_lag');
const resultOf = (entry: INodeExecutionData | undefined): Result | undefined => entry?.json as unknown as Result | undefined;

describe('S1: Process Metrics node', () => {
	it('S1: no items give no items', async () => {
		expect(await run({ items: [] })).toEqual([[], []]);
	});

	it('S1: one item per metric, linked with the inputs it cites, with a card in both languages', async () => {
		const outputs = await run({ items: asItems(EVENTS) });
		expect(outputs[0]).toHaveLength(12);
		expect(outputs[1]).toEqual([]);
		const lag = lagOf(outputs);
		expect(resultOf(lag)).toMatchObject({ subject: STUDY, value: { kind: 'value', value: 3.5, denominator: 2 }, card: { valueText: { en: '3.5 days', 'zh-CN': '3.5 天' } } });
		expect(lag?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
		expect(JSON.parse(JSON.stringify(lag?.json))).toEqual(lag?.json);
	});

	it('S1: a stored row with the fact as text in payload is the fact; a repeat of it changes nothing', async () => {
		const rows = EVENTS.map((event) => ({ id: 1, key: 'k', payload: JSON.stringify(event) }));
		const outputs = await run({ items: asItems([...rows, ...EVENTS, { payload: EVENTS[0] }]) });
		expect(resultOf(lagOf(outputs))).toMatchObject({ value: { value: 3.5, denominator: 2 } });
		expect(outputs[1]).toEqual([]);
	});

	it('S1: what cannot be used goes to the second output with the reason, and the good ones are kept', async () => {
		const wrong = [{ hello: 'world' }, { payload: '{"specversion"' }, { ...EVENTS[0], data: { ...EVENTS[0]?.data, event: 7 } }, { ...EVENTS[0], type: 'dev.cdevents.change.merged' }];
		const outputs = await run({ items: asItems([...wrong.slice(0, 2), ...EVENTS, ...wrong.slice(2)]) });
		expect(resultOf(lagOf(outputs))).toMatchObject({ value: { value: 3.5 } });
		expect(outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 6 }, { item: 7 }]);
		expect(outputs[1]?.map(({ json }) => json['reason'])).toEqual([expect.stringContaining('specversion'), expect.stringContaining('payload'), expect.stringContaining('data.event'), expect.stringContaining('type')]);
		expect(outputs[1]?.[0]?.json['input']).toEqual({ hello: 'world' });
	});

	it('S1: only unusable items give no metric and every reason', async () => {
		const outputs = await run({ items: asItems([{ a: 1 }]) });
		expect(outputs.map((output) => output.length)).toEqual([0, 1]);
	});

	it('S1: each site and listed subjects are sets of their own; several studies too', async () => {
		const events = [...EVENTS, ...entered('03', '2026-03-05T10:00:00+08:00').map((event) => atSite('S2', event))];
		const bySite = await run({ items: asItems(events), parameters: { scope: 'eachSite' } });
		expect(bySite[0]?.map(({ json }) => (json as unknown as Result).subject).filter((name, index, all) => all.indexOf(name) === index)).toEqual([`${STUDY}/S1`, `${STUDY}/S2`]);
		const listed = await run({ items: asItems(events), parameters: { scope: 'subjects', subjects: '01，03' } });
		expect(resultOf(lagOf(listed))?.value).toMatchObject({ value: 2, denominator: 2 });
		const fromExpression = await run({ items: asItems(events), parameters: { scope: 'subjects', subjects: ['02'] } });
		expect(resultOf(lagOf(fromExpression))?.value).toMatchObject({ value: 6, denominator: 1 });
		const other = EVENTS.map((event) => ({ ...event, source: 'https://edc.example/ST.2', data: { ...event.data, study: 'ST.2' } }));
		expect((await run({ items: asItems([...EVENTS, ...other]) }))[0]).toHaveLength(24);
	});

	it('S1: the period and the thresholds of the user are used, and named as the study’s', async () => {
		const outputs = await run({
			items: asItems(EVENTS),
			parameters: { period: 'between', start: '2026-03-03', end: '2026-03-08', thresholds: { rows: [{ metric: 'entry_lag', figure: 'value', side: 'above', attention: '', alarm: '0.5' }] } },
		});
		expect(resultOf(lagOf(outputs))?.value).toMatchObject({ value: 1, verdict: { level: 'alarm', limit: { basis: 'study', alarm: 0.5 } } });
	});

	it('S1: a setting that cannot be used is refused with field, value and remedy', async () => {
		const items = asItems(EVENTS);
		await expect(run({ items, parameters: { mapping: { zone: 'Mars/Olympus' } } })).rejects.toMatchObject({ message: expect.stringContaining('Mars/Olympus') as string });
		await expect(run({ items, parameters: { thresholds: { rows: [{ metric: 'entry_lag', figure: 'value', side: 'above', alarm: 'many' }] } } })).rejects.toMatchObject({ message: expect.stringContaining('"many"') as string, description: expect.stringContaining('7') as string });
		await expect(run({ items, parameters: { options: { visitWindows: '[{"event": "V2"}]' } } })).rejects.toThrow(/Row 1 of option "Visit Windows": "targetDay" is missing/);
		await expect(run({ items, parameters: { options: { zoneOfSite: '{' } } })).rejects.toThrow(/Time Zone of Each Site/);
		await expect(run({ items, parameters: { scope: 'subjects', subjects: ' ' } })).rejects.toThrow(/"Subjects" is empty/);
		await expect(run({ items, parameters: { options: { sdvPlan: 'items' } } })).rejects.toThrow(/SDV Plan/);
	});

	it('S1: with "On Error: Continue" the trouble is an item', async () => {
		const outputs = await run({ items: asItems(EVENTS), parameters: { asOf: 'soon' }, continueOnFail: true });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toEqual([{ json: { error: expect.stringContaining('asOf "soon"') as string, remedy: null }, pairedItem: { item: 0 } }]);
	});

	it('S1: the defaults of the editor are the settings of the core', () => {
		const options = processMetricsProperties.find(({ name }) => name === 'options')?.options as INodeProperties[];
		const defaults = Object.fromEntries([...processMetricsProperties, ...options].map((property) => [property.name, property.default]));
		expect(defaults).toMatchObject({
			trialKind: DEFAULT_SETTINGS.seriousEvents.trialKind,
			entryLimitDays: DEFAULT_SETTINGS.entryLag.limitDays,
			includeUnscheduled: DEFAULT_SETTINGS.entryLag.includeUnscheduled,
			evidenceLimit: DEFAULT_SETTINGS.evidenceLimit,
			graceDays: DEFAULT_SETTINGS.missingForms.graceDays,
			sameDay: DEFAULT_SETTINGS.consent.sameDay,
			deviationsPer: DEFAULT_SETTINGS.deviations.per,
		});
	});

	it('S1: input items are not changed', async () => {
		const items = asItems(structuredClone(EVENTS));
		await run({ items });
		expect(items).toEqual(asItems(EVENTS));
		expect(Object.values(EDC_EVENT_TYPES)).toContain(items[0]?.json['type']);
	});
});
