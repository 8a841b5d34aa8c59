import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { sampleGoals } from '../../core/sample/goals.js';
import { GoalAlignment } from '../../nodes/GoalAlignment/GoalAlignment.node.js';
import { executeFunctions } from '../support/executeFunctions.js';

const node = new GoalAlignment();
const asOf = '2026-10-08T08:00:00+08:00';
const people = [{ personId: 'P001', name: '周明远' }, { personId: 'P060', name: '乔若安', managerId: 'P001' }, { personId: 'P061', name: '苗思远' }, { personId: 'P062', name: '戚望舒' }];

async function run(operation: string, rows: readonly object[], parameters: Readonly<Record<string, unknown>> = {}, continueOnFail = false): Promise<INodeExecutionData[][]> {
	const defaults = Object.fromEntries(node.description.properties.map(({ name, default: value }) => [name, value]));
	const each = rows.map((json) => ({ ...defaults, operation, asOf, bufferGoal: json, ...parameters }));
	const functions = executeFunctions({ items: rows.map((json) => ({ json: json as IDataObject })), parameters: each, continueOnFail });
	Object.assign(functions.helpers, { prepareBinaryData: (data: Buffer, fileName: string, mimeType: string) => Promise.resolve({ data: data.toString('base64'), fileName, mimeType }) });
	return await node.execute.call(functions);
}
const codes = (items: readonly INodeExecutionData[] | undefined): string[] => (items ?? []).map(({ json }) => (json['value'] as { code: string }).code).sort();

describe('Goal Alignment', () => {
	it.each(['en', 'zh-CN'] as const)('S4: finds what is planted in the sample, each with a remedy, its rows and the items they came in (%s)', async (language) => {
		const [alignment, findings, unusable] = await run('check', sampleGoals(language), { people });
		expect(unusable).toEqual([]);
		expect(codes(findings)).toEqual(['noOwner', 'stageWithoutAction', 'weightsDoNotAddUp']);
		for (const { json } of findings ?? []) expect((json['value'] as IDataObject)['remedy']).toMatchObject({ en: expect.stringMatching(/\w/) as string, 'zh-CN': expect.stringMatching(/[一-鿿]/) as string });
		expect(alignment?.[0]?.json).toMatchObject({ kind: 'goalAlignment', value: { aligned: false, goals: 3, actions: 5 } });
		const owner = findings?.find(({ json }) => (json['value'] as IDataObject)['code'] === 'noOwner');
		expect(owner?.pairedItem).toEqual([{ item: 2 }]);
	});

	it('S4: rolls up 75% and says what is not available', async () => {
		const [goals] = await run('rollUp', sampleGoals('en'));
		expect((goals ?? []).map(({ json }) => [json['subject'], (json['value'] as IDataObject)['progressPercent']])).toEqual([['sample-G1', null], ['sample-G2', 75], ['sample-G3', null]]);
	});

	it('S4: levers release 23% of 35%: short by 12 points', async () => {
		const [capacity] = await run('capacity', sampleGoals('zh-CN'));
		expect((capacity?.[0]?.json['explanation'] as IDataObject)['zh-CN']).toBe('目标需新增 35% 的产能，杠杆可释放 23%：缺口为现有产能的 12 个百分点。');
	});

	it('S5: the dwell time of the sample has worsened, and the tasks for owner and superior keep their keys', async () => {
		const [worsened, others] = await run('bufferGoals', sampleGoals('en'));
		expect([worsened?.length, others]).toEqual([1, []]);
		const judged = worsened?.[0]?.json ?? {};
		expect(judged).toMatchObject({ subject: 'sample-G1', value: { worsened: true, index: { value: 23.6, baseline: 20.1 }, episode: { start: '2026-Q3' } } });
		expect((judged['explanation'] as IDataObject)['en']).toContain('Stages that worsened by more than 15%: delivery (46.01%).');
		const task = async (parameters: object) => (await run('recheckTask', [judged], { people: own, ...parameters }))[0]?.[0]?.json ?? {};
		const own = [{ personId: 'P060', name: '乔若安', managerId: 'P001' }, { personId: 'P001', name: '周明远' }];
		const owner = await task({ language: 'zh-CN' });
		expect(owner).toMatchObject({ kind: 'goalRecheck', title: '目标重检：Revenue grows by 35%', assignee: { personId: 'P060' }, dueDate: '2026-10-14' });
		expect((await task({ to: 'superior' }))['key']).not.toBe(owner['key']);
		expect(await task({ to: 'superior' })).toMatchObject({ assignee: { personId: 'P001', name: '周明远' } });
		expect((await task({ people: [] }))['unassignedReason']).toMatchObject({ en: 'The HR directory is empty, so P060 was not found.' });
		// The stored task is known again, from its row.
		const [again] = await run('bufferGoals', sampleGoals('en'), { knownRechecks: [{ taskKey: owner['key'], payload: JSON.stringify(owner) }, { payload: 'cut' }, 7] });
		expect((again?.[0]?.json['value'] as IDataObject)['episode']).toMatchObject({ start: '2026-Q3', restated: false });
	});

	it('S5: an owner whose name two people have is left to a person, with both ids; a superior who has left is skipped', async () => {
		const [worsened] = await run('bufferGoals', sampleGoals('en').map((row) => (row['ID'] === 'sample-G1' ? { ...row, Owner: '周明远' } : row)));
		const task = async (to: string, own: readonly object[]) => (await run('recheckTask', [worsened?.[0]?.json ?? {}], { to, people: own }))[0]?.[0]?.json ?? {};
		const twice = [{ personId: 'P001', name: '周明远' }, { personId: 'P002', name: '周明远' }];
		for (const to of ['owner', 'superior']) expect(await task(to, twice)).toMatchObject({ assignee: null, unassignedReason: { en: 'The name 周明远 belongs to 2 people in the HR directory (P001, P002).' } });
		const left = [{ personId: 'P001', name: '周明远', managerId: 'P003' }, { personId: 'P003', name: '乔若安', managerId: 'P004', active: false }, { personId: 'P004', name: '魏书宁' }];
		expect(await task('superior', left)).toMatchObject({ assignee: { personId: 'P004' } });
	});

	it('S5: figures of the health metrics are indexes where a choice says so, and a choice without figures is named', async () => {
		const figure = (period: string, value: number) => ({ metricKey: `k ${period}`, metric: 'stage_dwell', groupKey: 'company', groupName: '', period, closed: true, revision: 0, result: 'value', value, unit: 'd', asOf: '2026-10-05T08:00:00+08:00', payload: '{}' });
		const figures = [figure('2026-Q1', 20), figure('2026-Q2', 20), figure('2026-Q3', 23.1)];
		const goals = [{ Kind: 'goal', ID: 'G1', Name: 'Revenue', Owner: 'P001' }];
		const judged = async (last: number, choices: readonly object[]) => await run('bufferGoals', goals, { figures: [...figures.slice(0, 2), figure('2026-Q3', last)], indexChoices: choices });
		const [worsened, , unusable] = await judged(23.1, [{ goal: 'G1' }, { goal: 'G1', groupKey: 'team T9' }]);
		expect(worsened?.[0]?.json).toMatchObject({ subject: 'G1', value: { index: { value: 23.1, baseline: 20 } }, evidence: expect.arrayContaining([expect.objectContaining({ source: 'table:pt_metrics', id: 'k 2026-Q3' })]) as unknown });
		expect(unusable?.[0]?.json).toMatchObject({ field: 'Index Choices, groupKey', reason: expect.stringContaining('team T9') as string });
		expect((await judged(23, [{ goal: 'G1' }]))[0]).toEqual([]);
		expect((await run('page', goals, { figures, indexChoices: [{ goal: 'G1' }] }))[0]?.[0]?.json).toMatchObject({ worsened: 1 });
	});

	it('S5: threshold, baseline and direction are parameters', async () => {
		const count = async (parameters: object) => (await run('bufferGoals', sampleGoals('en'), { ...parameters }))[0]?.length;
		expect(await count({ thresholdPercent: 20 })).toBe(0);
		expect(await count({ baseline: 'fixed', fixedBaselines: '{"sample-G1": 30}' })).toBe(0);
		expect(await count({ baseline: 'sameLastYear' })).toBe(1);
		expect(await count({ better: 'higher' })).toBe(0);
		await expect(run('bufferGoals', sampleGoals('en'), { thresholdPercent: -3 })).rejects.toMatchObject({ message: expect.stringContaining('The threshold is -3') as string, description: 'Correct it in the parameters of the baseline.' });
		await expect(run('bufferGoals', sampleGoals('en'), { fixedBaselines: '{"G1": "x"}', baseline: 'fixed' })).rejects.toThrow('Fixed Baselines');
	});

	it('S4: rows of any headings become the rows of pt_goals, with the same key for the same thing', async () => {
		const [english, unusable] = await run('readRows', [...sampleGoals('en'), { Colour: 'red' }]);
		const [chinese] = await run('readRows', sampleGoals('zh-CN'));
		const keys = (items: readonly INodeExecutionData[] | undefined) => items?.slice(0, 10).map(({ json }) => json['goalKey']);
		expect(keys(english)).toEqual(keys(chinese));
		expect(english?.[1]?.json).toMatchObject({ kind: 'goal', itemId: 'sample-G2', name: 'Renewal rate up by 10 points', parent: 'sample-G1', weight: '60%' });
		expect(unusable).toHaveLength(1);
		// Stored rows are read as the file was.
		const [, findings] = await run('check', (english ?? []).map(({ json }) => ({ id: 7, createdAt: 'x', updatedAt: '2026-01-01T00:00:00.000Z', ...json })));
		expect(codes(findings)).toEqual(['noOwner', 'stageWithoutAction', 'weightsDoNotAddUp']);
	});

	it('S4: the page and the tree come as text and as files', async () => {
		const [page] = await run('page', sampleGoals('zh-CN'), { people, language: 'zh-CN' });
		expect(page?.[0]?.json).toMatchObject({ aligned: false, findings: 3, worsened: 1 });
		expect(page?.[0]?.json['html']).toContain('<h1>目标对齐</h1>');
		expect(Object.keys(page?.[0]?.binary ?? {})).toEqual(['data', 'tree']);
	});

	it('S4: a row that cannot be used is named with the remedy, and loses nothing else', async () => {
		const [goals, unusable] = await run('rollUp', [...sampleGoals('en'), { Kind: 'action', Name: 'X', Progress: 'soon' }]);
		expect(goals).toHaveLength(3);
		expect(unusable?.[0]?.json).toMatchObject({ field: 'Progress', value: 'soon', remedy: expect.stringContaining('Correct the column') as string, reasonZh: expect.stringContaining('列') as string });
	});

	it('S5: what is no worsened buffer goal is refused on the last output, and loses nothing else', async () => {
		const [worsened] = await run('bufferGoals', sampleGoals('en'));
		const [tasks, unusable] = await run('recheckTask', [{ hello: 1 }, worsened?.[0]?.json ?? {}], {}, true);
		expect([tasks?.length, unusable?.length]).toEqual([1, 1]);
		expect(unusable?.[0]?.json['error']).toContain('Field "key" of the buffer goal is missing');
		await expect(run('check', [{}], { asOf: 'soon' })).rejects.toThrow('"As Of" is "soon"');
	});
});
