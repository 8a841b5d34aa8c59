import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { waitFor } from './support/deliveries.js';
import { invite, openBrowser, PhoneUser } from './support/forms.js';
import { errorOf, startN8n, type Client, type Json, type Row, type RunningN8n } from './support/harness.js';

/*
 * The sample company in a real n8n: figures, alarms, run history, records that are imported, periods that are back-filled, and n8n killed while they are.
 */

interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<{ readonly healthMetrics: string; readonly taskDelivery: string; readonly errorHandler: string }>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	setSettings(client: Client, id: string, values: Json): Promise<void>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;

describe('S8: health metrics in a real n8n', () => {
	let n8n: RunningN8n;
	let client: Client;
	let id = '';
	let trigger = '';
	let resume = '';
	let browser: Browser;
	let hrbp: PhoneUser;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-health-'));

	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball') });
		({ client } = n8n);
		const ids = await demo.workflowIds();
		await demo.importWorkflows(client, demo.readWorkflows('zh-CN').filter((workflow) => [ids.healthMetrics, ids.taskDelivery, ids.errorHandler].includes(String(workflow['id']))), { folder, n8nVersion: n8n.version });
		id = ids.healthMetrics;
		// Teams make most of the figures and would only take time here.
		await demo.setSettings(client, id, { levels: 'company, department' });
		for (const one of [ids.errorHandler, ids.taskDelivery, id]) await client.activate(one);
		const { nodes } = (await client.workflow(id)) as { readonly nodes: ReadonlyArray<{ readonly name: string; readonly type: string }> };
		trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name ?? '';
		resume = nodes.filter(({ type }) => type === 'n8n-nodes-base.scheduleTrigger').at(-1)?.name ?? '';
		await invite(client, 'hrbp@example.com', '小兰', '庄');
		browser = await openBrowser();
		hrbp = await PhoneUser.signIn(browser, n8n.url, 'hrbp@example.com');
	}, 120_000);
	afterAll(async () => {
		await browser.close();
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	async function run(from = trigger): Promise<void> {
		const execution = await client.runWorkflow(id, from);
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

	it('S8: a line that cannot be used is named with field and value, and the other lines are stored', async () => {
		const person = String((await client.rows('pt_process_records')).find(({ kind }) => kind === 'appeal')?.['person']);
		await hrbp.open('pt-record-import');
		const lines = ['kind,id,at,recordedAt,person,state', 'appeal,odd,someday,,,upheld', `appeal,late,2026-08-20T01:00:00Z,2026-11-04T01:00:00Z,${person},upheld`];
		await hrbp.fill({ 'CSV 文件': { files: [{ name: 'records.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }] } });
		const page = await hrbp.send();
		for (const part of ['1 条记录已接收，1 行被拒绝', '第 2 行：at: "someday", expected a time']) expect(page).toContain(part);
		const keys = await waitFor(async () => {
			const imported = (await client.rows('pt_process_records')).filter(({ recordKey }) => /^appeal \S+ (odd|late)$/.test(String(recordKey)));
			return imported.length === 0 ? null : imported.map(({ recordKey }) => recordKey);
		}, 'the imported record');
		expect(keys).toEqual(['appeal rows:appeal late']);
	}, 60_000);

	it('S8: a late record restates its closed quarter beside the old figure; what stayed the same is not stored again, and nobody is told twice', async () => {
		const before = await client.rows('pt_metrics');
		await run();
		const after = await client.rows('pt_metrics');
		expect(after.slice(0, before.length)).toEqual(before);
		expect(after.slice(before.length).map(({ metric, period, level, revision }) => [metric, period, level, revision])).toEqual(['company', 'department'].map((level) => ['appeals', '2026-Q3', level, 1]));
		const rows = after.filter(({ metric, period, level }) => metric === 'appeals' && period === '2026-Q3' && level === 'company');
		expect(rows.map(({ revision, numerator }) => [revision, numerator])).toEqual([[0, 1], [1, 2]]);
		expect(JSON.parse(String(rows[1]?.['payload']))).toMatchObject({ value: { restatement: { numerator: 1, reason: 'changedEvidence' } } });
		expect(await client.rows('pt_tasks')).toHaveLength(4);
		expect((await client.rows('pt_runs')).at(-1)).toMatchObject({ state: 'done', restated: 2 });
	}, 90_000);

	/** Starts a back-fill as the form does. */
	async function backFill(from: string, to: string, unit: string): Promise<void> {
		await hrbp.open('pt-metric-backfill');
		await hrbp.fill({ '从（首个窗口内的任一日期）': from, '至（最后一个窗口内的任一日期）': to, 统计窗口: { option: unit } });
		const sent = hrbp.page.waitForResponse((response) => response.request().method() === 'POST');
		await hrbp.press();
		expect((await sent).ok()).toBe(true);
	}

	const latestRun = async (progress: string, periods: RegExp): Promise<Row | null> => (await client.rows('pt_runs')).find((row) => row['progress'] === progress && periods.test(String(row['periods']))) ?? null;

	/** Periods of one figure of the whole company, in the order they were stored; no figure may be there twice. */
	async function storedPeriods(period: RegExp): Promise<readonly unknown[]> {
		const rows = await client.rows('pt_metrics');
		expect(new Set(rows.map(({ metricKey }) => metricKey)).size).toBe(rows.length);
		return rows.filter((row) => row['metric'] === 'goal_adjustment_frequency' && row['level'] === 'company' && period.test(String(row['period']))).map((row) => row['period']);
	}

	it('S8: the back-fill form calculates one period after the other, says how far it is, and makes no task of the past', async () => {
		await backFill('2024-02-01', '2024-11-30', '半年');
		await waitFor(() => latestRun('1/2', /^halfYear/), 'the first step of the back-fill');
		const done = await waitFor(async () => (await client.rows('pt_runs')).find(({ state, trigger: by }) => state === 'done' && by === 'backFill') ?? null, 'the end of the back-fill');
		expect(done).toMatchObject({ progress: '2/2', by: 'hrbp@example.com', trigger: 'backFill', periods: 'halfYear 2024-02-01 2024-11-30 restate' });
		expect(await storedPeriods(/^2024-H/)).toEqual(['2024-H1', '2024-H2']);
		expect(await client.rows('pt_tasks')).toHaveLength(4);
	}, 90_000);

	it('S8: n8n killed during a back-fill: the run goes on where it was, and nothing is lost or stored twice', async () => {
		await backFill('2024-01-01', '2024-03-31', '月');
		const running = await waitFor(() => latestRun('1/3', /^month/), 'the first step of the back-fill', 60);
		await n8n.kill9();
		await n8n.restart();
		expect(await storedPeriods(/^2024-\d/)).not.toContain('2024-03');
		await demo.setSettings(client, id, { resumeMinutes: 0 });
		await run(resume);
		expect(await storedPeriods(/^2024-\d/)).toEqual(['2024-01', '2024-02', '2024-03']);
		expect((await client.rows('pt_runs')).filter(({ runKey }) => runKey === running['runKey'])).toMatchObject([{ state: 'done', progress: '3/3' }]);
	}, 90_000);
});
