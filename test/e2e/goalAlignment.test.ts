import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { invite, openBrowser, PhoneUser } from './support/forms.js';
import { errorOf, startN8n, type Client, type Json, type Row, type RunningN8n } from './support/harness.js';

/*
 * Workflow 04 in a real n8n: the sample in both languages, goals by the form, figures of the health metrics as indexes, the page.
 */

interface TableClient extends Client {
	api(method: string, path: string, body?: unknown): Promise<Json>;
	dataTables(): Promise<Readonly<Record<string, { readonly id: string }>>>;
}
interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<Readonly<Record<'errorHandler' | 'goalAlignment' | 'hrDirectorySync' | 'taskDelivery', string>>>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	setSettings(client: Client, id: string, values: Json): Promise<void>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;
const pictures = resolve(import.meta.dirname, '../../.cache/e2e-pictures/goals');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const READER = 'goal.reader@example.com';

describe('S4, S5: goal alignment in a real n8n', () => {
	let n8n: RunningN8n;
	let client: TableClient;
	let browser: Browser;
	let ids: Awaited<ReturnType<DemoWorkflows['workflowIds']>>;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-goals-'));

	beforeAll(async () => {
		mkdirSync(pictures, { recursive: true });
		[n8n, browser, ids] = await Promise.all([startN8n({ folder, tarball: inject('tarball') }), openBrowser(), demo.workflowIds()]);
		client = n8n.client as TableClient;
		await invite(client, READER, 'Goal', 'Reader');
	}, 120_000);
	afterAll(async () => {
		await browser.close();
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Imports the pack in a language, with the sample people and nothing else in the tables. */
	async function begin(language: 'en' | 'zh-CN'): Promise<void> {
		rmSync(join(folder, 'imported.txt'), { force: true });
		const wanted = [ids.errorHandler, ids.taskDelivery, ids.goalAlignment, ids.hrDirectorySync];
		await demo.importWorkflows(client, demo.readWorkflows(language).filter(({ id }) => wanted.includes(String(id))), { folder, n8nVersion: n8n.version });
		for (const id of [ids.errorHandler, ids.taskDelivery, ids.goalAlignment]) await client.activate(id);
		await client.clearTables(['pt_goals', 'pt_goal_indexes', 'pt_goal_findings', 'pt_metrics', 'pt_people', 'pt_tasks', 'pt_errors', 'pt_unassigned']);
		await run(ids.hrDirectorySync, 'manualTrigger');
	}

	async function run(id: string, trigger: 'manualTrigger' | 'scheduleTrigger'): Promise<void> {
		const { nodes } = (await client.workflow(id)) as { readonly nodes: ReadonlyArray<{ readonly name: string; readonly type: string }> };
		const execution = await client.runWorkflow(id, nodes.find(({ type }) => type === `n8n-nodes-base.${trigger}`)?.name ?? '');
		expect(errorOf(execution)).toBeNull();
	}

	async function insert(table: string, data: readonly Json[]): Promise<void> {
		const { id = '' } = (await client.dataTables())[table] ?? {};
		await client.api('POST', `/data-tables/${id}/rows`, { data, returnType: 'count' });
	}

	const column = async (table: string, name: string): Promise<readonly string[]> => (await client.rows(table)).map((row) => String(row[name])).sort();
	const taskKeys = (): Promise<readonly string[]> => column('pt_tasks', 'taskKey');

	it.each([
		{ language: 'en', title: 'Goal re-check: Revenue grows by 35%', remedy: 'Enter the id, e-mail or name of a person of the HR directory.', says: '17.41% worse, more than 15%' },
		{ language: 'zh-CN', title: '目标重检：年度营收增长 35%', remedy: '请填写人员目录中人员的编号、邮箱或姓名。', says: '17.41%' },
	] as const)('S4, S5: the sample gives three findings and one task each for owner and superior, though run twice ($language)', async ({ language, title, remedy, says }) => {
		await begin(language);
		let before: readonly string[] = [];
		for (const repeat of [1, 2]) {
			await run(ids.goalAlignment, 'manualTrigger');
			expect(await client.rows('pt_errors'), `run ${repeat}`).toEqual([]);
			expect(await column('pt_goal_findings', 'code'), `run ${repeat}`).toEqual(['noOwner', 'stageWithoutAction', 'weightsDoNotAddUp']);
			const keys = await taskKeys();
			expect(keys, `run ${repeat}`).toHaveLength(2);
			if (repeat === 2) expect(keys).toEqual(before);
			before = keys;
		}
		expect((await client.rows('pt_goal_findings')).find(({ code }) => code === 'noOwner')).toMatchObject({ remedy, source: 'sample:goals' });
		const tasks = await client.rows('pt_tasks');
		expect(tasks.map((row) => [row['kind'], row['title'], row['assignee'], row['dueDate']])).toEqual([
			['goalRecheck', title, '乔若安', '2026-10-14'],
			['goalRecheck', title, '周明远', '2026-10-14'],
		]);
		for (const { explanation } of tasks) expect(String(explanation)).toContain(says);
	}, 60_000);

	it('S5: a threshold that is changed in the settings counts in the next run', async () => {
		await begin('en');
		await demo.setSettings(client, ids.goalAlignment, { thresholdPercent: 20 });
		await run(ids.goalAlignment, 'manualTrigger');
		expect(await client.rows('pt_tasks')).toEqual([]);
		await demo.setSettings(client, ids.goalAlignment, { thresholdPercent: 15 });
		await run(ids.goalAlignment, 'manualTrigger');
		expect(await client.rows('pt_tasks')).toHaveLength(2);
	}, 60_000);

	it('S5: own goals with figures of the health metrics give a re-check, and the sample leaves their findings alone', async () => {
		await begin('en');
		const figure = (period: string, value: number): Json => ({ metricKey: `dwell ${period}`, figureKey: `dwell ${period}`, kind: 'healthMetric', metric: 'stage_dwell', level: 'company', groupKey: 'company', groupName: '', parentKey: '', period, closed: true, revision: 0, result: 'value', value, unit: 'd', asOf: '2025-10-05T00:00:00Z', payload: '{}' });
		await insert('pt_goals', [{ goalKey: 'own', kind: 'goal', itemId: 'G9', name: 'Shorter way to the contract', owner: 'P051' }]);
		await insert('pt_goal_indexes', [{ goal: 'G9' }, { goal: 'G9', groupKey: 'team nobody' }]);
		await insert('pt_metrics', [figure('2025-Q1', 20), figure('2025-Q2', 20), figure('2025-Q3', 23.1)]);
		await run(ids.goalAlignment, 'scheduleTrigger');
		expect((await client.rows('pt_tasks')).map((row) => [row['subject'], row['assignee']])).toEqual([['G9', '沈嘉禾'], ['G9', '顾知行']]);
		expect(String((await client.rows('pt_tasks'))[0]?.['explanation'])).toContain('15.5% worse');
		expect(await column('pt_errors', 'message')).toEqual([expect.stringContaining('team nobody')]);
		const own = async (): Promise<readonly string[]> => (await client.rows('pt_goal_findings')).filter(({ source }) => source === 'table:pt_goals').map((row: Row) => String(row['findingKey'])).sort();
		const before = await own();
		expect(before.length).toBeGreaterThan(0);
		await run(ids.goalAlignment, 'manualTrigger');
		expect(await own()).toEqual(before);
		// What is mended is gone at the next run.
		await insert('pt_goals', ['lead', 'opportunity', 'contract', 'delivery', 'renewal'].map((stage) => ({ goalKey: stage, kind: 'action', itemId: stage, name: `Action for ${stage}`, parent: 'G9', owner: 'P051', stage, weight: '20%', progress: '50%' })));
		await run(ids.goalAlignment, 'scheduleTrigger');
		expect(await own()).toEqual([]);
		expect((await client.rows('pt_tasks')).filter(({ subject }) => subject === 'G9')).toHaveLength(2);
	}, 60_000);

	describe('by its forms', () => {
		const csv = (lines: readonly string[]) => ({ files: [{ name: 'goals.csv', mimeType: 'text/csv', buffer: Buffer.from(['Kind,ID,Name,Parent Goal,Owner,Stage,Weight,Progress', ...lines].join('\r\n')) }] });

		/** The answer to the form before may still load something, which cuts a new navigation off. */
		async function open(user: PhoneUser, path: string): Promise<void> {
			await user.page.waitForLoadState('networkidle');
			await user.open(path).catch(() => user.open(path));
		}

		it('S4: a CSV file is added or replaces the table, and a bad line is named with the remedy', async () => {
			await begin('en');
			const user = await PhoneUser.signIn(browser, n8n.url, READER);
			await open(user, 'pt-goal-import');
			await user.page.screenshot({ path: join(pictures, 'import.png') });
			await user.fill({ 'CSV file (UTF-8)': csv(['goal,G1,Revenue,,P060,,,', 'action,A1,First call,G1,P061,lead,60%,soon', 'action,A2,Demonstration,G1,P062,opportunity,40%,50%']) });
			const answer = await user.send();
			await user.page.screenshot({ path: join(pictures, 'imported.png') });
			expect(answer).toContain('Rows stored: 2');
			expect(answer).toMatch(/Line 3: .*Progress.*soon/s);
			expect(await column('pt_goals', 'itemId')).toEqual(['A2', 'G1']);
			expect(await column('pt_errors', 'message')).toEqual([expect.stringContaining('soon')]);

			await open(user, 'pt-goal-import');
			await user.fill({ 'CSV file (UTF-8)': csv(['action,A3,Hand-over,G1,P062,delivery,60%,10%']) });
			await user.send();
			expect(await column('pt_goals', 'itemId')).toEqual(['A2', 'A3', 'G1']);

			await open(user, 'pt-goal-import');
			await user.fill({ 'CSV file (UTF-8)': csv(['goal,G1,Revenue,,P060,,,', 'action,A4,Yearly review,G1,P061,renewal,100%,80%']) });
			await user.page.getByLabel('replace all').check();
			expect(await user.send()).toContain('Rows stored: 2');
			expect(await column('pt_goals', 'itemId')).toEqual(['A4', 'G1']);

			await open(user, 'pt-goal-import');
			await user.fill({ 'CSV file (UTF-8)': csv(Array<string>(22).fill('goal,,,,,,,')) });
			await user.page.getByLabel('replace all').check();
			const refused = await user.send();
			expect(refused).toContain('Rows stored: 0');
			expect(refused).toContain('More refused lines in pt_errors: 2');
			expect(await column('pt_goals', 'itemId'), 'a file without a usable line deletes nothing').toEqual(['A4', 'G1']);
		}, 90_000);

		it('S4: the page shows the goals as they are, in Chinese', async () => {
			await begin('zh-CN');
			await insert('pt_goals', [{ goalKey: 'own', kind: 'goal', itemId: 'G9', name: '缩短签约周期 <b>', owner: 'P051' }]);
			const user = await PhoneUser.signIn(browser, n8n.url, READER);
			await user.open('pt-goal-page');
			const page = await user.send();
			await user.page.screenshot({ path: join(pictures, 'page.png'), fullPage: true });
			expect(page).toContain('目标对齐');
			expect(page).toContain('缩短签约周期 <b>');
			expect(page).toContain('不可用（没有任何贡献项）');
			expect(await user.page.evaluate<readonly string[]>(`${AXE}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`)).toEqual([]);
		}, 60_000);
	});
});
