import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HEALTH_SETTINGS, HEALTH_METRICS, judgementOfHealthRow, type HealthAlarm, type HealthMetric, type HealthMetricRow } from '../../core/health-metrics/index.js';
import { HealthMetricCalculator } from '../../nodes/HealthMetricCalculator/HealthMetricCalculator.node.js';
import { healthMetricProperties } from '../../nodes/HealthMetricCalculator/properties.js';
import { executeFunctions, type FakeExecution } from '../support/executeFunctions.js';

const PARAMETERS = { rowsAre: 'named', metrics: ['goal_adjustment_frequency'], levels: ['company'], periodUnit: 'quarter', periodCount: 2, asOf: '2026-04-02T08:00:00+08:00', columns: {}, knownFigures: '[]', give: 'judgements', thresholds: {}, calendar: {}, options: {} };

const run = (execution: FakeExecution): Promise<INodeExecutionData[][]> => new HealthMetricCalculator().execute.call(executeFunctions({ ...execution, parameters: Object.assign({}, PARAMETERS, execution.parameters) }));
const items = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>): INodeExecutionData[] => rows.map((json) => ({ json: json as INodeExecutionData['json'] }));

/** 20 goals of 20 people with revisions in a quarter. */
const goals = (...revisions: ReadonlyArray<readonly [day: string, count: number]>): Array<Record<string, unknown>> => [
	...Array.from({ length: 20 }, (_, index) => ({ kind: 'goal', id: `G${index}`, goal: `G${index}`, person: `P${index}`, at: '2025-01-01', change: 'created' })),
	...revisions.flatMap(([at, count]) => Array.from({ length: count }, (_, index) => ({ kind: 'goal', id: `${at}-${index}`, goal: `G${index}`, person: `P${index}`, at, change: 'target', reason: 'market', approver: 'CEO' }))),
];
const metricsOf = (outputs: INodeExecutionData[][]): HealthMetric[] => (outputs[0] ?? []).map(({ json }) => json as unknown as HealthMetric);

describe('S8: Health-Metric Calculator node', () => {
	it('S8: no items give no items', async () => {
		expect(await run({ items: [] })).toEqual([[], [], []]);
	});

	it('S8: figures, a structural alarm and their links to the rows', async () => {
		const outputs = await run({ items: items(goals(['2025-11-10', 6], ['2026-02-10', 7])), parameters: { periodCount: 3 } });
		expect(metricsOf(outputs).map(({ value }) => [value.period.id, value.numerator, value.denominator, value.light])).toEqual([['2025-Q4', 6, 20, 'red'], ['2026-Q1', 7, 20, 'red'], ['2026-Q2', 0, 20, 'green']]);
		expect(outputs[1]?.map(({ json }) => (json as unknown as HealthAlarm).value.entered)).toEqual(['2026-Q1']);
		expect(outputs[0]?.[0]?.pairedItem).toHaveLength(20);
		expect(JSON.parse(JSON.stringify(outputs[0]?.[0]?.json))).toEqual(outputs[0]?.[0]?.json);
	});

	it('S8: what cannot be used goes to the third output with field, value and what was expected; the good ones are kept', async () => {
		const outputs = await run({ items: items([{ hello: 1 }, ...goals(['2026-02-10', 3]), { kind: 'goal', id: 'x', goal: 'G', at: 'soon', change: 'created' }]) });
		expect(metricsOf(outputs)[0]?.value).toMatchObject({ numerator: 3, denominator: 20, value: 0.15, light: 'green' });
		expect(outputs[2]?.map(({ json, pairedItem }) => [json['reason'], pairedItem])).toEqual([
			[expect.stringContaining('kind: missing, expected goal, talk'), { item: 0 }],
			['person: missing, expected a text; at: "soon", expected a time such as 2026-03-02T08:00:00+08:00', { item: 24 }],
		]);
	});

	it('S8: own columns, one kind for all items, own thresholds', async () => {
		const rows = goals(['2026-02-10', 3]).map(({ person, ...rest }) => ({ ...rest, kind: 'no kind of row', 负责人: person }));
		const outputs = await run({ items: items(rows), parameters: { rowsAre: 'goal', columns: { rows: [{ field: 'person', column: '负责人' }] }, thresholds: { rows: [{ metric: 'goal_adjustment_frequency', green: '0.1', greenInclusive: true, red: '0.14' }] } } });
		expect(outputs[2]).toEqual([]);
		expect(metricsOf(outputs)[0]?.value).toMatchObject({ value: 0.15, light: 'red' });
	});

	it('S8: rows of earlier runs as JSON text make a restatement, and a row names figure and revision', async () => {
		const before = await run({ items: items(goals(['2026-02-10', 3])), parameters: { give: 'rows' } });
		const known = JSON.stringify((before[0] ?? []).map(({ json }) => json));
		const late = { ...goals(['2026-02-11', 4])[23], recordedAt: '2026-05-01' };
		const after = await run({ items: items([...goals(['2026-02-10', 3]), late]), parameters: { knownFigures: known, asOf: '2026-05-02', give: 'rows' } });
		const [old, restated] = [before, after].map((outputs) => outputs[0]?.find(({ json }) => json['period'] === '2026-Q1')?.json as unknown as HealthMetricRow | undefined);
		expect([old?.revision, restated?.revision]).toEqual([0, 1]);
		expect(restated?.metricKey).toBe(old?.metricKey.replace(/-0$/, '-1'));
		expect((judgementOfHealthRow({ ...restated }) as HealthMetric).value.restatement).toMatchObject({ numerator: 3, reason: 'lateEvidence' });
	});

	it.each([
		[{ metrics: [] }, /"Metrics" is empty/],
		[{ asOf: 'soon' }, /"soon" is not a time/],
		[{ periodUnit: 'custom', customPeriods: '[]' }, /No custom period/],
		[{ thresholds: { rows: [{ metric: 'process_data_usage', green: 'many' }] } }, /no number in "Green"/],
		[{ thresholds: { rows: [{ metric: 'goal_adjustment_frequency', green: '1', red: '0.5' }] } }, /cross/],
		[{ knownFigures: '{}' }, /"Known Figures" is no list/],
		[{ options: { fixedBaseline: '{"x": 1}' } }, /Baseline/],
	])('S8: a setting that cannot be used is named with its remedy: %j', async (parameters, message) => {
		const failing = run({ items: items(goals()), parameters });
		await expect(failing).rejects.toThrow(message);
		await expect(failing).rejects.toMatchObject({ description: expect.stringMatching(/./) as string });
		const outputs = await run({ items: items(goals()), parameters, continueOnFail: true });
		expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
	});

	it('S8: the editor offers every metric, and its defaults are those of the core', () => {
		const of = (name: string) => healthMetricProperties.find((property) => property.name === name);
		expect((of('metrics')?.options ?? []).map((option) => 'value' in option && option.value).sort()).toEqual(HEALTH_METRICS.map(({ id }) => id).sort());
		expect([of('metrics')?.default, of('levels')?.default, of('periodUnit')?.default, of('periodCount')?.default]).toEqual([DEFAULT_HEALTH_SETTINGS.metrics, DEFAULT_HEALTH_SETTINGS.levels, DEFAULT_HEALTH_SETTINGS.periods.unit, DEFAULT_HEALTH_SETTINGS.periods.count]);
		const { adoption, usage, closure, worsening, enablement, minPersons, minSample, evidenceLimit, personEvidenceLimit, periods } = DEFAULT_HEALTH_SETTINGS;
		const defaults = Object.fromEntries((of('options')?.options ?? []).flatMap((option) => ('type' in option ? [[option.name, option.default]] : [])));
		expect(defaults).toEqual({
			run: '', upTo: '', only: 'all', launch: '', forecastStart: adoption.start * 100, forecastTarget: adoption.target * 100, forecastWeeks: adoption.weeks, alarmAfter: HEALTH_METRICS[0]?.alarmAfter, fixedBaseline: '{}', baselinePeriods: worsening.periods,
			viewDays: usage.viewDays, maturityDays: closure.maturityDays, evidenceMode: usage.evidenceMode, evidenceLimit, personEvidenceLimit, yearStartMonth: periods.yearStartMonth, minPersons, minSample,
			alpha: enablement.alpha, weightMax: enablement.max, weightMin: enablement.min, weight: enablement.weight, worseningLimit: worsening.limit * 100,
		});
	});
});

describe('S8: records behind the figures', () => {
	it('S8: the sample company as records gives the same figures as its rows, and a record is found by what a figure names', async () => {
		const [records = []] = await run({ items: items([{}]), parameters: { operation: 'sample', language: 'zh-CN' } });
		expect(new Set(records.map(({ json }) => json['recordKey'])).size).toBe(records.length);
		const outputs = await run({ items: [...records, { json: {} }], parameters: { asOf: '2026-11-05T08:00:00+08:00', give: 'rows', options: { run: 'run-1' } } });
		const figure = outputs[0]?.map(({ json }) => json as unknown as HealthMetricRow).find(({ period }) => period === '2026-Q3');
		expect(figure).toMatchObject({ numerator: 15, denominator: 100, run: 'run-1' });
		const { evidence } = JSON.parse(figure?.payload ?? '{}') as { evidence: ReadonlyArray<{ readonly source: string; readonly id: string }> };
		expect(records.map(({ json }) => json['recordKey'])).toContain(`goal ${evidence[0]?.source ?? ''} ${evidence[0]?.id ?? ''}`);
		expect(outputs[2]).toEqual([]);
	});

	it('S8: an import names line, field and what was expected, and keeps the good lines', async () => {
		const outputs = await run({ items: items([{ kind: 'appeal', id: 'A1', at: '2026-03-02T08:00:00+08:00', person: '' }, { kind: 'appeal', id: 'A2', at: 'soon' }, { kind: 'apeal', id: 'A3' }]), parameters: { operation: 'records' } });
		expect(outputs[0]?.map(({ json }) => [json['recordKey'], json['at']])).toEqual([['appeal rows:appeal A1', '2026-03-02T00:00:00Z']]);
		expect(outputs[2]?.map(({ json }) => [json['line'], json['reason']])).toEqual([[3, 'at: "soon", expected a time such as 2026-03-02T08:00:00+08:00'], [4, expect.stringContaining('kind: "apeal", expected goal, talk')]]);
	});

	it('S8: of records only those are given that are not stored, each version once', async () => {
		const record = (recordKey: string, payload: string) => ({ recordKey, payload });
		const outputs = await run({ items: items([record('a', '1'), { id: 3 }]), parameters: { operation: 'unstored', records: JSON.stringify([record('a', '1'), record('a', '2'), record('b', '1'), record('b', '1')]) } });
		expect(outputs).toEqual([[{ json: record('a', '2'), pairedItem: { item: 0 } }, { json: record('b', '1'), pairedItem: { item: 0 } }], [], []]);
	});

	it('S8: a record that is none is refused by its place, and nothing is taken for stored', async () => {
		for (const wrong of [null, 'x', [1]]) await expect(run({ items: items([{}]), parameters: { operation: 'unstored', records: JSON.stringify([{ recordKey: 'a', payload: '{}' }, wrong]) } })).rejects.toThrow('Entry 2 of "Records" is no record.');
	});

	it('S8: a value of any depth is refused with its row, and the others count', async () => {
		let deep: unknown = 'x';
		for (let level = 0; level < 20_000; level++) deep = [deep];
		const outputs = await run({ items: items([...goals(['2026-02-10', 3]), { kind: 'goal', id: 'odd', goal: deep, person: 'P1', at: '2026-01-01', change: 'created' }]) });
		expect(outputs[2]).toHaveLength(1);
		expect(metricsOf(outputs).map(({ value }) => value.denominator)).toEqual([20, 20]);
	});

	it('S8: a period that is none is refused with what can be used', async () => {
		await expect(run({ items: items(goals()), parameters: { periodUnit: 'quarters' } })).rejects.toThrow('"quarters" is no period.');
	});

	it.each([[20_261_331, '20261331'], ['2026-13-31', '2026-13-31'], [{ year: 2026 }, '{"year":2026}']])('S8: a last period of %s, as an expression may give it, is refused with its value', async (upTo, text) => {
		await expect(run({ items: items(goals()), parameters: { options: { upTo } } })).rejects.toThrow(`The last period is to hold "${text}", which is no date.`);
	});

	it('S8: a time of the calculation that is none is refused with its value', async () => {
		await expect(run({ items: items(goals()), parameters: { asOf: 'Invalid DateTime' } })).rejects.toThrow('"Invalid DateTime" is not a time.');
	});

	it('S8: the length of the period may come from an expression, which n8n cuts off where a parameter takes none', () => {
		for (const name of ['periodUnit', 'metrics', 'levels', 'periodCount', 'asOf', 'thresholds']) expect(healthMetricProperties.find((property) => property.name === name)?.noDataExpression, name).toBeUndefined();
	});

	it('S8: an earlier last period is calculated with what is known now', async () => {
		const outputs = await run({ items: items(goals(['2025-11-10', 6], ['2026-02-10', 7])), parameters: { periodCount: 1, options: { upTo: '2025-12-31' } } });
		expect(metricsOf(outputs).map(({ value, asOf }) => [value.period.id, value.period.closed, value.numerator, asOf])).toEqual([['2025-Q4', true, 6, '2026-04-02T08:00:00+08:00']]);
	});
});
