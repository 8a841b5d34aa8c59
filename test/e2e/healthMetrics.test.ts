import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { errorOf, startN8n, type Client, type Json, type Row, type RunningN8n } from './support/harness.js';

/*
 * The sample company in a real n8n: figures, alarms, run history, late records.
 */

interface TableClient extends Client {
	api(method: string, path: string, body?: unknown): Promise<Json>;
	dataTables(): Promise<Readonly<Record<string, { readonly id: string }>>>;
}
interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<{ readonly healthMetrics: string; readonly taskDelivery: string; readonly errorHandler: string }>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;

describe('S8: health metrics in a real n8n', () => {
	let n8n: RunningN8n;
	let client: TableClient;
	let id = '';
	let trigger = '';
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-health-'));

	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball') });
		client = n8n.client as TableClient;
		const ids = await demo.workflowIds();
		await demo.importWorkflows(client, demo.readWorkflows('zh-CN').filter((workflow) => [ids.healthMetrics, ids.taskDelivery, ids.errorHandler].includes(String(workflow['id']))), { folder, n8nVersion: n8n.version });
		for (const one of [ids.errorHandler, ids.taskDelivery, ids.healthMetrics]) await client.activate(one);
		id = ids.healthMetrics;
		const { nodes } = (await client.workflow(id)) as { readonly nodes: ReadonlyArray<{ readonly name: string; readonly type: string }> };
		trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name ?? '';
	}, 120_000);
	afterAll(async () => {
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	async function run(): Promise<void> {
		const execution = await client.runWorkflow(id, trigger);
		expect(errorOf(execution)).toBeNull();
	}

	const figure = (rows: readonly Row[], metric: string, period: string, groupName = ''): Row | undefined => rows.filter((row) => row['metric'] === metric && row['period'] === period && row['groupName'] === groupName && row['level'] === (groupName === '' ? 'company' : 'department')).at(-1);

	it('S8: the sample company gives the figures of the method, and each head one task', async () => {
		await run();
		const rows = await client.rows('pt_metrics');
		expect(figure(rows, 'goal_adjustment_frequency', '2026-Q3')).toMatchObject({ numerator: 15, denominator: 100, light: 'green' });
		expect(figure(rows, 'goal_adjustment_frequency', '2026-Q3', '研发部')).toMatchObject({ numerator: 13, denominator: 50, light: 'red' });
		expect(figure(rows, 'process_data_usage', '2026-Q3', '质量部')).toMatchObject({ numerator: 9, denominator: 31, light: 'red' });
		expect(figure(rows, 'data_completeness', '2026-Q1')).toMatchObject({ numerator: 992, denominator: 1000 });
		expect(await client.rows('pt_tasks')).toHaveLength(4);
		expect((await client.rows('pt_runs')).map(({ state, progress }) => [state, progress])).toEqual([['done', '1/1']]);
	}, 90_000);

	it('S8: the same evidence again stores nothing and tells nobody', async () => {
		const before = await client.rows('pt_metrics');
		await run();
		expect(await client.rows('pt_metrics')).toEqual(before);
		expect(await client.rows('pt_tasks')).toHaveLength(4);
	}, 90_000);

	it('S8: a late record restates a closed quarter, and the old figure is kept', async () => {
		const payload = JSON.stringify({ kind: 'appeal', id: 'late', at: '2026-08-20T01:00:00Z', recordedAt: '2026-11-04T01:00:00Z', state: 'upheld' });
		const { id: table = '' } = (await client.dataTables())['pt_process_records'] ?? {};
		await client.api('POST', `/data-tables/${table}/rows`, { data: [{ recordKey: 'appeal rows:appeal late', kind: 'appeal', at: '2026-08-20T01:00:00Z', payload }], returnType: 'count' });
		await run();
		const rows = (await client.rows('pt_metrics')).filter(({ metric, period, level }) => metric === 'appeals' && period === '2026-Q3' && level === 'company');
		expect(rows.map(({ revision, numerator }) => [revision, numerator])).toEqual([[0, 1], [1, 2]]);
		expect((await client.rows('pt_runs')).at(-1)).toMatchObject({ state: 'done', restated: 1 });
	}, 90_000);
});
