import { describe, expect, it } from 'vitest';
import { DashboardPage } from '../../nodes/DashboardPage/DashboardPage.node.js';
import { sampleTables } from '../../workflows/source/dashboard/sample.js';
import { executeFunctions } from '../support/executeFunctions.js';

const node = new DashboardPage();
const defaults = Object.fromEntries(node.description.properties.map(({ name, default: value }) => [name, value]));

async function run(parameters: ReadonlyArray<Readonly<Record<string, unknown>>>, continueOnFail = false) {
	const given = parameters.map((own) => ({ ...defaults, query: {}, options: { at: '2026-07-15T09:00:00+08:00' }, ...own }));
	const [items = []] = await node.execute.call(executeFunctions({ items: given.map(() => ({ json: {} })), parameters: given, continueOnFail }));
	return items;
}

describe('Dashboard Page', () => {
	it('S18: makes the page of the sample in both languages, with what a browser needs to be told', async () => {
		const [english, chinese] = await run([{ tables: sampleTables }, { tables: JSON.stringify(sampleTables), query: { lang: 'zh-CN' } }]);
		expect(english?.json).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8', disposition: 'inline', title: 'Overview' });
		expect(english?.json['body']).toContain('0.26');
		expect(english?.json['body']).toContain('Red light');
		expect(chinese?.json).toMatchObject({ title: '总览' });
		expect(chinese?.json['body']).toContain('目标动态调整频次');
		expect(chinese?.pairedItem).toEqual({ item: 1 });
	});

	it('S18: says what a page reads, and the newest period that is over', async () => {
		const [plan, record] = await run([
			{ operation: 'plan', figures: sampleTables.pt_metrics },
			{ operation: 'plan', query: { view: 'record', metric: 'process_data_usage', source: 'rows:talk', record: 't1' } },
		]);
		expect(plan?.json).toMatchObject({ view: 'overview', period: '2026-Q2' });
		expect(record?.json).toMatchObject({ view: 'record', period: '-', recordKeys: ['talk rows:talk t1', 'view rows:talk t1', 'membership rows:talk t1'] });
	});

	it('S18: names the parameter, the value and the remedy; one bad item does not lose the good ones', async () => {
		await expect(run([{ zone: 'Mars/Base' }])).rejects.toMatchObject({ message: expect.stringContaining('"Mars/Base"') as string, description: expect.stringContaining('Asia/Shanghai') as string });
		await expect(run([{ tables: '[1]' }])).rejects.toMatchObject({ message: expect.stringContaining('Rows by Table') as string });
		await expect(run([{ tables: '{' }])).rejects.toMatchObject({ message: expect.stringContaining('not valid JSON') as string });
		await expect(run([{ options: { at: 'soon' } }])).rejects.toMatchObject({ message: expect.stringContaining('"soon"') as string });
		const [bad, good] = await run([{ zone: 'Mars/Base' }, { tables: sampleTables }], true);
		expect(bad?.json['error']).toContain('Mars/Base');
		expect(good?.json['status']).toBe(200);
	});

	it('S10: takes the smallest group that may be hidden from its options', async () => {
		const [item] = await run([{ tables: sampleTables, query: { view: 'figure', figure: 'sample-process_data_usage-2026-Q2', format: 'json' }, options: { at: '2026-07-15', smallestGroup: 8 } }]);
		expect(item?.json['contentType']).toBe('application/json; charset=utf-8');
	});
});
