import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { companyOf, tablesOf } from '../support/healthCompany.js';
import { errorOf, outputOf, startN8n, type Client, type Json, type RunningN8n } from './support/harness.js';

/*
 * The dashboard as people get it: from a running n8n, in a browser, with three years of quarters of 400 people in its tables.
 */

interface DashboardClient extends Client {
	api(method: string, path: string, body?: unknown): Promise<Json>;
	dataTables(): Promise<Readonly<Record<string, { readonly id: string }>>>;
}
interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<{ readonly dashboard: string; readonly errorHandler: string }>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	useCredential(client: Client, credential: { readonly name: string; readonly type: string; readonly data: object }, uses: ReadonlyArray<{ readonly workflow: string; readonly nodeType: string }>): Promise<void>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const READER = { username: 'reader', password: 'A-long-passw0rd' };
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

describe('S18: the dashboard in a real n8n', () => {
	let n8n: RunningN8n;
	let client: DashboardClient;
	let browser: Browser;
	let address: string;
	let dashboard: string;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-dashboard-'));
	/** What the browser complained about, on any page. */
	const complaints: string[] = [];

	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball'), environment: { N8N_DATA_TABLES_MAX_SIZE_BYTES: String(2 ** 30) } });
		client = n8n.client as DashboardClient;
		address = `${n8n.url}/webhook/pt-dashboard`;
		const ids = await demo.workflowIds();
		({ dashboard } = ids);
		await demo.importWorkflows(client, demo.readWorkflows('en').filter(({ id }) => id === ids.dashboard || id === ids.errorHandler), { folder, n8nVersion: n8n.version });
		await client.activate(ids.errorHandler);
		browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
	}, 120_000);
	afterAll(async () => {
		await browser.close();
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	async function fill(name: string, rows: readonly object[]): Promise<void> {
		const id = (await client.dataTables())[name]?.id ?? '';
		for (let from = 0; from < rows.length; from += 1000) await client.api('POST', `/data-tables/${id}/rows`, { data: rows.slice(from, from + 1000), returnType: 'count' });
	}

	async function get(query: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers; readonly milliseconds: number }> {
		const started = performance.now();
		const response = await fetch(`${address}?${new URLSearchParams(query).toString()}`, { headers: { authorization: `Basic ${Buffer.from(`${READER.username}:${READER.password}`).toString('base64')}` } });
		const text = await response.text();
		return { status: response.status, text, headers: response.headers, milliseconds: performance.now() - started };
	}

	async function opened(viewport: typeof PHONE, options: { readonly javaScriptEnabled?: boolean } = {}): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
		const context = await browser.newContext({ viewport, httpCredentials: READER, acceptDownloads: true, ...options });
		context.setDefaultTimeout(20_000);
		const page = await context.newPage();
		page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
		page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
		page.on('request', (request) => {
			if (!request.url().startsWith(n8n.url) && !request.url().startsWith('data:')) complaints.push(`asked for ${request.url()}`);
		});
		return { context, page };
	}

	/** WCAG 2.2 A and AA, and axe's own good practice. */
	async function violations(page: Page): Promise<readonly string[]> {
		const answer = await page.evaluate<readonly string[]>(`${AXE}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
		return answer.map((violation) => `${page.url()} ${violation}`);
	}

	/** Nothing is wider than the screen. */
	const overflow = async (page: Page): Promise<number> => await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

	it('S18: cannot be published without a password, and answers nobody who has none', async () => {
		await expect(client.activate(dashboard)).rejects.toThrow();
		const run = await client.runWorkflow(dashboard, 'Try it with sample figures');
		expect(errorOf(run)).toBeNull();
		await demo.useCredential(client, { name: 'Readers of the dashboard', type: 'httpBasicAuth', data: { user: READER.username, password: READER.password } }, [{ workflow: dashboard, nodeType: 'n8n-nodes-base.webhook' }]);
		await client.activate(dashboard);
		// n8n opens the address a moment after it has published the workflow.
		await vi.waitFor(async () => expect((await fetch(address)).status).toBe(401), { timeout: 20_000, interval: 200 });
		expect((await fetch(address, { headers: { authorization: `Basic ${Buffer.from('reader:wrong').toString('base64')}` } })).status).toBe(401);
	});

	it('S18: says what to run first while the tables are empty', async () => {
		const { status, text, headers } = await get({});
		expect(status).toBe(200);
		expect(text).toContain('Nothing has been calculated yet');
		expect(Object.fromEntries(headers)).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'content-type': 'text/html; charset=utf-8' });
		expect((await get({ lang: 'zh-CN', view: 'cards' })).text).toContain('暂无卡片');
	});

	describe('with three years of 400 people', () => {
		const company = companyOf({ departments: 8, teams: 5, persons: 10, years: 3 });
		const { pt_metrics, pt_alarms, pt_process_records } = tablesOf(company, { evidenceLimit: 3 });
		const red = pt_metrics.find(({ light, level, period, metric }) => light === 'red' && level === 'department' && period === '2026-Q2' && metric === 'goal_adjustment_frequency');
		const team = company.people.slice(20, 30).map(({ id }) => id);

		beforeAll(async () => {
			const cited = new Set(pt_metrics.filter(({ level, period }) => level !== 'person' && period === '2026-Q2').flatMap(({ payload }) => (JSON.parse(payload) as { evidence: ReadonlyArray<{ id: string }> }).evidence.map(({ id }) => id)));
			await fill('pt_metrics', pt_metrics);
			await fill('pt_alarms', pt_alarms);
			await fill('pt_process_records', pt_process_records.filter(({ payload }) => cited.has((JSON.parse(String(payload)) as { id: string }).id)));
			await fill('pt_visibility', team.map((personId) => ({ switchKey: `${personId} *`, personId, dataKind: '*', state: 'visible', changedAt: '2026-01-01T00:00:00Z', changedBy: personId })));
		}, 180_000);

		it('S18: answers within a second', async () => {
			const views: Readonly<Record<string, Readonly<Record<string, string>>>> = {
				overview: {},
				metric: { view: 'metric', metric: 'process_data_usage' },
				department: { view: 'group', group: red?.groupKey ?? '' },
				figure: { view: 'figure', figure: red?.figureKey ?? '' },
				cards: { view: 'cards' },
			};
			const best: Record<string, number> = {};
			for (const [name, query] of Object.entries(views)) {
				const times: number[] = [];
				for (let round = 0; round < 4; round++) {
					const { status, milliseconds } = await get(query);
					expect(status, name).toBe(200);
					times.push(Math.round(milliseconds));
				}
				best[name] = Math.min(...times);
				console.log(`dashboard: ${name} ${times.join(', ')} ms with ${pt_metrics.length} figures`);
			}
			// A second where the machine does nothing else; here other tests run beside it.
			for (const [name, time] of Object.entries(best)) expect(time, name).toBeLessThan(4000);
		});

		it.each(['en', 'zh-CN'])('S18: on a phone, from a red number to its source record in at most four clicks, without a barrier (%s)', async (language) => {
			const { context, page } = await opened(PHONE);
			const problems: string[] = [];
			const look = async (): Promise<void> => {
				problems.push(...(await violations(page)));
				expect(await overflow(page)).toBeLessThanOrEqual(0);
			};
			await page.goto(`${address}?lang=${language}`);
			await look();
			await page.locator(`table a.value[href*="${red?.figureKey ?? ''}"]`).click();
			await page.locator('h1').filter({ hasText: 'Manufacturing' }).waitFor();
			await look();
			await page.locator('table a[href*="view=record"]').first().click();
			await page.getByText(language === 'en' ? 'Open in the source system' : '在来源系统中打开').waitFor();
			await look();
			expect(await page.getByText(language === 'en' ? 'not released' : '本人未公开').count()).toBeGreaterThan(0);
			// The other pages of the same size.
			for (const query of ['view=metric&metric=stage_dwell', `view=group&group=${encodeURIComponent(red?.groupKey ?? '')}`, 'view=lights', 'view=cards', 'view=work']) {
				await page.goto(`${address}?${query}&lang=${language}`);
				await look();
			}
			expect(problems).toEqual([]);
			await context.close();
		});

		it('S18: on a desktop in both languages, by keyboard, without script, on paper and as a file', async () => {
			const { context, page } = await opened(DESKTOP);
			for (const language of ['en', 'zh-CN']) {
				for (const query of ['', 'view=metric&metric=process_data_usage', `view=group&group=${encodeURIComponent(red?.groupKey ?? '')}`, `view=figure&figure=${red?.figureKey ?? ''}`]) {
					await page.goto(`${address}?${query}&lang=${language}`);
					expect(await violations(page)).toEqual([]);
					expect(await overflow(page)).toBeLessThanOrEqual(0);
				}
			}
			await page.goto(`${address}?lang=en`);
			await page.keyboard.press('Tab');
			expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
			await page.getByRole('link', { name: '中文' }).focus();
			await page.keyboard.press('Enter');
			await page.getByRole('heading', { name: '总览' }).waitFor();
			await page.emulateMedia({ media: 'print' });
			expect(await page.locator('.menu').isVisible()).toBe(false);
			expect(await page.locator('.tile').first().isVisible()).toBe(true);
			expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(20_000);
			await page.emulateMedia({ media: 'screen' });
			const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
			expect(download.suggestedFilename()).toBe('performance-trace-overview-2026-Q2.csv');
			expect(readFileSync(await download.path(), 'utf8')).toContain('目标动态调整频次');
			await context.close();
			const plain = await opened(DESKTOP, { javaScriptEnabled: false });
			await plain.page.goto(`${address}?view=metric&metric=stage_dwell&lang=en`);
			await plain.page.locator('select[name=period]').selectOption('2026-Q1');
			await plain.page.locator('select[name=level]').selectOption('department');
			await plain.page.locator('form button').click();
			await plain.page.waitForURL(/period=2026-Q1/);
			expect(await plain.page.locator('table.units tbody tr').count()).toBe(8);
			await plain.context.close();
		});

		it('S10: persons are shown by their own switch, the others of a team not at all', async () => {
			const key = (name: string): string => pt_metrics.find(({ level, groupName }) => level === 'team' && groupName === name)?.groupKey ?? '';
			const released = await get({ view: 'group', group: key('Team 3') });
			expect(released.text).toContain(`>${team[0] ?? ''}</a>`);
			const closed = await get({ view: 'group', group: key('Team 4') });
			expect(closed.text).toContain('not released');
			const other = pt_metrics.find(({ level, parentKey, value }) => level === 'person' && parentKey === key('Team 4') && value !== null);
			expect((await get({ view: 'figure', figure: other?.figureKey ?? '' })).status).toBe(404);
			const own = pt_metrics.find(({ level, parentKey, period, metric, value }) => level === 'person' && parentKey === key('Team 3') && period === '2026-Q2' && metric === 'goal_adjustment_frequency' && value !== null);
			expect((await get({ view: 'figure', figure: own?.figureKey ?? '' })).status).toBe(200);
		});

		it('S18: no page made the browser complain, ask for anything elsewhere, or leave an execution behind', async () => {
			expect(complaints.filter((one) => !one.includes('401'))).toEqual([]);
			const kept = await client.executions({ workflowId: dashboard, status: 'success' });
			expect(kept.filter(({ mode }) => mode === 'webhook')).toEqual([]);
			expect(outputOf(await client.execution((await client.executions({ workflowId: dashboard }))[0]?.id ?? ''), 'Make the page').length).toBe(1);
		});
	});
});
