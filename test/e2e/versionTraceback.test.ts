import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { verifyLineages } from '../../core/lineage/index.js';
import { samplePeople } from '../../core/sample/people.js';
import { SAMPLE_ACCEPTANCE_NUMBER, sampleSubmission } from '../../core/sample/submission.js';
import { insertRow } from '../../workflows/source/parts.js';
import type { NodeSpecification } from '../../workflows/source/builder.js';
import { texts as allTexts } from '../../workflows/source/version-traceback/texts.js';
import { createHash } from 'node:crypto';
import type { Wiki } from '../core/documents/wiki.js';
import { cloudAnswer } from '../core/documents/cloudServer.js';
import { fakeHost } from '../core/git/fakeHosts.js';
import { edcServer } from '../support/edcServer.js';
import { gitServer } from '../support/gitServer.js';
import { workingDaysBefore, worldOf } from './support/gitTeam.js';
import { errorOf, outputOf, startN8n, type Client, type Execution, type Json, type RunningN8n } from './support/harness.js';

/*
 * The versions behind an acceptance number in a real n8n: captured, traced by a person in a browser, tampered with, and cut off by a power cut.
 */

interface StoredNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Json;
}
interface StoredWorkflow extends Json {
	nodes: StoredNode[];
	connections: Record<string, { main: Array<Array<{ node: string; type: string; index: number }>> }>;
}
interface FullClient extends Client {
	api(method: string, path: string, body?: unknown): Promise<Json>;
	dataTables(): Promise<Readonly<Record<string, { readonly id: string }>>>;
	changeWorkflow(id: string, change: (workflow: StoredWorkflow) => StoredWorkflow): Promise<Json>;
}
interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<Readonly<Record<'versionTraceback' | 'hrDirectorySync' | 'taskDelivery' | 'errorHandler', string>>>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	publish(client: Client, ids: readonly string[]): Promise<void>;
	setSettings(client: Client, id: string, values: Json): Promise<void>;
	useCredential(client: Client, credential: { readonly name: string; readonly type: string; readonly data: Json }, uses: ReadonlyArray<{ readonly workflow: string; readonly nodeType: string }>): Promise<void>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;
const language = 'zh-CN';
const texts = allTexts[language];
const { labels = {} } = texts;
const sample = sampleSubmission(language);
/** A node as n8n stores it. */
const stored = ({ type, version, at, parameters = {}, options = {} }: NodeSpecification): Omit<StoredNode, 'id' | 'name'> => ({ type, typeVersion: version, position: at, parameters, ...options });
const pictures = resolve(import.meta.dirname, '../../.cache/e2e-pictures');

describe('S3: versions behind an acceptance number in a real n8n', () => {
	let n8n: RunningN8n;
	let client: FullClient;
	let browser: Browser;
	let context: BrowserContext;
	let ids: Awaited<ReturnType<DemoWorkflows['workflowIds']>>;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-versions-'));
	const name = (node: string): string => texts.nodes[node] ?? '';

	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball') });
		client = n8n.client as FullClient;
		ids = await demo.workflowIds();
		const wanted = [ids.versionTraceback, ids.hrDirectorySync, ids.taskDelivery, ids.errorHandler];
		await demo.importWorkflows(client, demo.readWorkflows(language).filter(({ id }) => wanted.includes(String(id))), { folder, n8nVersion: n8n.version });
		const people = (await client.workflow(ids.hrDirectorySync)) as StoredWorkflow;
		await client.runWorkflow(ids.hrDirectorySync, people.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name ?? '');
		await demo.publish(client, [ids.errorHandler, ids.taskDelivery, ids.versionTraceback]);
		mkdirSync(pictures, { recursive: true });
		browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
		context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: language, acceptDownloads: true });
	}, 180_000);
	afterAll(async () => {
		await browser.close();
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	async function run(trigger: string): Promise<Execution> {
		const execution = await client.runWorkflow(ids.versionTraceback, name(trigger));
		if (execution.status !== 'success') throw new Error(errorOf(execution) ?? execution.status);
		return execution;
	}

	/** Opens a form as the owner of this n8n, who signs in once and lets the workflow know who it is. */
	async function form(path: string): Promise<Page> {
		const page = await context.newPage();
		page.setDefaultTimeout(20_000);
		await page.goto(`${n8n.url}/form/${path}`);
		const filled = page.locator('form button[type=submit], #submit-btn').first();
		const login = page.locator('input[name=emailOrLdapLoginId]');
		const consent = page.getByText('Allow access');
		await filled.or(login).or(consent).first().waitFor();
		if (await login.isVisible()) {
			await login.fill(client.access.email);
			await page.fill('input[type=password]', client.access.password);
			await page.keyboard.press('Enter');
			await filled.or(consent).first().waitFor();
		}
		if (await consent.isVisible()) await consent.click();
		await page.locator('form textarea, form input[type=text]').first().waitFor();
		return page;
	}

	const send = async (page: Page): Promise<void> => await page.locator('form button[type=submit], #submit-btn').first().click();

	async function changeRow(table: string, key: string, value: unknown, data: object): Promise<void> {
		const id = (await client.dataTables())[table]?.id ?? '';
		await client.api('PATCH', `/data-tables/${id}/rows/update`, { filter: { type: 'and', filters: [{ columnName: key, condition: 'eq', value }] }, data });
	}

	it('S3: a power cut between capture and store loses nothing and doubles nothing', async () => {
		// A pause before the store, so that the cut falls there.
		await client.changeWorkflow(ids.versionTraceback, (workflow) => {
			const mark: StoredNode = { id: 'a1b2c3d4-0000-4000-8000-000000000002', name: 'Mark', ...stored(insertRow('pt_errors', [4460, -900], { errorKey: 'captured', workflow: '', node: '', message: '', execution: '', url: '', at: '' }, { executeOnce: true })) };
			const pause: StoredNode = { id: 'a1b2c3d4-0000-4000-8000-000000000001', name: 'Pause', type: 'n8n-nodes-base.wait', typeVersion: 1.1, position: [4560, -780], parameters: { amount: 30, unit: 'seconds' } };
			const [toStore, ...others] = workflow.connections[name('isNew')]?.main ?? [];
			return { ...workflow, nodes: [...workflow.nodes, mark, pause], connections: { ...workflow.connections, [name('isNew')]: { main: [[{ node: 'Mark', type: 'main', index: 0 }], ...others] }, Mark: { main: [[{ node: 'Pause', type: 'main', index: 0 }]] }, Pause: { main: [toStore ?? []] } } };
		});
		const cut = client.runWorkflow(ids.versionTraceback, name('tryIt')).catch(() => null);
		await expect.poll(async () => (await client.rows('pt_errors')).length, { timeout: 60_000, interval: 200 }).toBe(1);
		expect(await client.rows('pt_versions')).toEqual([]);
		await n8n.kill9();
		await n8n.restart();
		await cut;
		await client.changeWorkflow(ids.versionTraceback, (workflow) => {
			const pause = workflow.connections['Pause'];
			const connections = Object.fromEntries(Object.entries(workflow.connections).filter(([from]) => from !== 'Pause' && from !== 'Mark'));
			const [, ...others] = connections[name('isNew')]?.main ?? [];
			return { ...workflow, nodes: workflow.nodes.filter((node) => node.name !== 'Pause' && node.name !== 'Mark'), connections: { ...connections, [name('isNew')]: { main: [pause?.main[0] ?? [], ...others] } } };
		});
		await client.activate(ids.versionTraceback);
		await run('tryIt');
		const rows = await client.rows('pt_versions');
		expect(rows).toHaveLength(sample.versions.length);
		expect(new Set(rows.map((row) => row['versionKey'])).size).toBe(rows.length);
		expect(verifyLineages(rows).filter(({ intact }) => !intact)).toEqual([]);
	});

	it('S3: of two captures at the same moment one stores and the other adds nothing: no chain is forked', async () => {
		await client.clearTables(['pt_versions', 'pt_submissions', 'pt_tasks']);
		await Promise.all([run('tryIt'), run('tryIt')]);
		const rows = await client.rows('pt_versions');
		expect(verifyLineages(rows).filter(({ intact }) => !intact)).toEqual([]);
		expect(rows).toHaveLength(sample.versions.length);
		expect(await client.rows('pt_version_claims')).toEqual([]);
	});

	it('S3: the sample submission gives its findings and one task, and a second run adds nothing', async () => {
		const before = await client.rows('pt_versions');
		const execution = await run('tryIt');
		expect(outputOf(execution, name('trace'), 1).map((finding) => finding['code']).sort()).toEqual(['changedAfterApproval', 'missingApproval', 'numberGap', 'sameContentDifferentName', 'uploadedAfterAcceptance', 'uploadedAfterAcceptance']);
		expect(await client.rows('pt_versions')).toEqual(before);
		expect((await client.rows('pt_submissions')).map((row) => row['acceptanceNumber'])).toEqual([SAMPLE_ACCEPTANCE_NUMBER]);
		const tasks = await client.rows('pt_tasks');
		expect(tasks).toHaveLength(1);
		expect(tasks[0]).toMatchObject({ kind: 'correctiveAction', subject: SAMPLE_ACCEPTANCE_NUMBER });
		expect(String(tasks[0]?.['explanation'])).toContain('版本 V2 之后缺少版本 3');
		// A night without a source reads nothing and fails at nothing.
		await run('timer');
		expect(await client.rows('pt_versions')).toEqual(before);
	});

	it('S3: a person traces the number by the form and sees the report with its timeline', async () => {
		const page = await form('pt-version-traceback');
		await page.locator('form input[type=text]').first().fill(` ${SAMPLE_ACCEPTANCE_NUMBER.toLowerCase()}`);
		await send(page);
		await page.locator('svg[role=img]').waitFor();
		await page.screenshot({ path: join(pictures, 'traceback-report.png'), fullPage: true });
		const text = await page.locator('body').innerText();
		for (const words of ['研究者手册.pdf', '版本 V2 之后缺少版本 3', '补正通知 2026-0317 的补正资料', '没有在外部留存哈希', client.access.email]) expect(text).toContain(words);
		const timeline = page.locator('svg[role=img]');
		expect((await timeline.boundingBox())?.width).toBeGreaterThan(900);
		// One mark per version, one diamond per document in force, and the legend.
		expect(await timeline.locator('circle').count()).toBe(sample.versions.length - sample.documents.length + 3);
		expect(await timeline.locator('path').count()).toBe(sample.documents.length + 1);
		await page.close();
	});

	it('S3: the same answer comes as files, and a number that is not registered is refused in plain words', async () => {
		const page = await form('pt-version-traceback');
		await page.locator('form input[type=text]').first().fill(SAMPLE_ACCEPTANCE_NUMBER);
		await page.locator('form select').first().selectOption({ label: labels['asFiles'] ?? '' });
		const names: string[] = [];
		page.on('download', (download) => names.push(download.suggestedFilename()));
		await send(page);
		await expect.poll(() => names.length, { timeout: 20_000 }).toBe(4);
		expect(names.sort()).toEqual(['csv', 'html', 'json', 'svg'].map((ending) => `version-traceback-${SAMPLE_ACCEPTANCE_NUMBER}.${ending}`));
		await page.close();
		const other = await form('pt-version-traceback');
		await other.locator('form input[type=text]').first().fill('CXHS2699999');
		await send(other);
		await other.getByText(labels['notRegistered'] ?? '').waitFor();
		await other.close();
	});

	it('S3: a person registers a number with the documents of a folder; a number of another kind is refused with its name', async () => {
		const page = await form('pt-acceptance-number');
		const fields = page.locator('form input[type=text]');
		await fields.nth(0).fill('ＣＹＨＳ2500123');
		await fields.nth(1).fill('2026-02-15');
		await fields.nth(4).fill('m-0');
		await page.locator('form textarea').nth(1).fill('2026-0317 | 2026-03-17 | M-03');
		await send(page);
		await page.getByText(labels['registeredTitle'] ?? '', { exact: true }).waitFor();
		expect(await page.locator('body').innerText()).toContain('仿制药');
		const row = (await client.rows('pt_submissions')).at(-1);
		expect(row).toMatchObject({ acceptanceNumber: 'CYHS2500123', documents: JSON.stringify(sample.documents), acceptedAt: '2026-02-15' });
		expect(String(row?.['registeredBy'])).toContain(client.access.email);
		expect(JSON.parse(String(row?.['deficiencyLetters']))).toEqual([{ number: '2026-0317', issuedAt: '2026-03-17', documents: ['M-03'] }]);
		await page.close();
		const other = await form('pt-acceptance-number');
		await other.locator('form input[type=text]').nth(0).fill('国药准字H20040001');
		await other.locator('form textarea').nth(0).fill('M-06');
		await send(other);
		await other.getByText('是药品批准文号').waitFor();
		expect(await client.rows('pt_submissions')).toHaveLength(2);
		await other.close();
	});

	it('S3: what was altered after it was stored is named: document, version and kind of change; the quality manager gets a task', async () => {
		await run('verifyTimer');
		expect(await client.rows('pt_anchors')).toHaveLength(1);
		await run('verifyTimer');
		expect(await client.rows('pt_anchors')).toHaveLength(1);
		const altered = (await client.rows('pt_versions')).find((row) => row['document'] === 'M-01' && row['number'] === 'V2');
		await changeRow('pt_versions', 'versionKey', altered?.['versionKey'], { changeNote: '第 3 章无改动' });
		const execution = await run('verifyTimer');
		expect(outputOf(execution, name('verify'))).toMatchObject([{ intact: false, broken: ['M-01'] }]);
		const task = (await client.rows('pt_tasks')).find((row) => row['subject'] === 'M-01');
		expect(task).toMatchObject({ kind: 'correctiveAction', title: `研究者手册.pdf${labels['alteredTitle'] ?? ''}`, status: 'open', assignee: samplePeople.find(({ roles }) => roles.some(({ role }) => role === 'qualityManager'))?.name ?? '' });
		expect(String(task?.['explanation'])).toContain('版本 V2（第 2 条）在记录后被修改。');
		// Nothing is anchored while a chain is broken.
		expect(await client.rows('pt_anchors')).toHaveLength(1);
		// The last version of a document is taken away: only the anchor can tell.
		await changeRow('pt_versions', 'versionKey', altered?.['versionKey'], { changeNote: altered?.['changeNote'] });
		const last = (await client.rows('pt_versions')).find((row) => row['document'] === 'M-06' && row['number'] === 'V2');
		await changeRow('pt_versions', 'versionKey', last?.['versionKey'], { document: 'elsewhere' });
		const page = await form('pt-verify-lineages');
		await send(page);
		await page.getByText(labels['verdictTitle'] ?? '', { exact: true }).waitFor();
		expect(await page.locator('body').innerText()).toContain('稳定性研究报告.pdf');
		await page.close();
	});

	it('S3: Confluence and a Git host over HTTP: every version of every attachment and file, once, hashed where the source gives the content', async () => {
		await client.clearTables(['pt_versions', 'pt_cursors', 'pt_errors', 'pt_anchors']);
		const contents = ['Synopsis draft', 'Synopsis final'];
		const wiki: Wiki = {
			spaces: [{ id: '11', key: 'SUB' }],
			pages: [
				{
					id: '101', space: 'SUB', title: 'Submission', labels: ['submission'],
					versions: [{ number: 1, by: 'qi', at: '2026-03-02T01:00:00.000Z' }, { number: 2, by: 'qin', at: '2026-03-03T01:00:00.000Z', message: 'Answered the reviewer' }],
					attachments: [{ id: 'att9', title: 'synopsis.pdf', mediaType: 'application/pdf', versions: contents.map((content, index) => ({ number: index + 1, by: 'qi', at: `2026-03-0${index + 4}T01:00:00.000Z`, message: `Note ${index + 1}`, content })) }],
				},
			],
		};
		const authorization = `Basic ${Buffer.from('ann@example.com:T-1').toString('base64')}`;
		const confluence = await edcServer((call) => {
			if (call.headers.authorization !== authorization) return { status: 401, body: '{}' };
			const download = /\/att9\/download\?version=(\d)$/.exec(call.url);
			if (download !== null) return { headers: { 'content-type': 'application/pdf' }, body: contents[Number(download[1]) - 1] ?? '' };
			const { status, headers, body } = cloudAnswer(wiki, { method: 'GET', path: call.url, accept: 'json', purpose: '', context: {} });
			return { status, headers, body: body as string };
		});
		const world = worldOf([{ day: workingDaysBefore(1)[0] ?? '', login: 'qin-lang', merged: 0, closed: 0, commits: 2 }]);
		const git = await gitServer('/api/v3', (request) => fakeHost('github', world).respond(request));
		const use = (nodeType: string, type: string, data: Json): Promise<void> => demo.useCredential(client, { name: `Example ${type}`, type, data }, [{ workflow: ids.versionTraceback, nodeType: `n8n-nodes-performance-trace.${nodeType}` }]);
		await use('confluenceActivity', 'confluenceCloudApi', { baseUrl: confluence.url, email: 'ann@example.com', apiToken: 'T-1' });
		await use('gitActivity', 'gitHubAccessApi', { baseUrl: git.url, accessToken: 'T-1' });
		await client.changeWorkflow(ids.versionTraceback, (workflow) => ({ ...workflow, nodes: workflow.nodes.map((node) => (node.type.endsWith('.gitActivity') ? { ...node, parameters: { ...node.parameters, repositories: 'acme/app' } } : node)) }));
		await run('timer');
		expect((await client.rows('pt_errors')).map(({ message }) => message)).toEqual([]);
		const rows = await client.rows('pt_versions');
		const sums = contents.map((content) => createHash('sha256').update(content).digest('hex'));
		expect(rows.filter((row) => row['name'] === 'synopsis.pdf').map((row) => [row['number'], row['modifier'], row['changeNote'], row['sha256']])).toEqual(sums.map((sum, index) => [String(index + 1), expect.anything() as unknown, `Note ${index + 1}`, sum]));
		expect(rows.filter((row) => row['name'] === 'Submission').map((row) => [row['number'], row['changeNote']])).toEqual([['1', ''], ['2', 'Answered the reviewer']]);
		expect(rows.filter((row) => String(row['document']).includes('src/sync/a.ts')).map((row) => row['changeNote'])).toEqual(['Step 0', 'Step 1']);
		expect(verifyLineages(rows).filter(({ intact }) => !intact)).toEqual([]);
		// Histories of pages are read whole each time; only the Git host leaves a cursor.
		expect(await client.rows('pt_cursors')).toHaveLength(1);
		await run('timer');
		expect(await client.rows('pt_versions')).toEqual(rows);
	});
});
