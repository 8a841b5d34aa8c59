import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCardLogs, verifyCardLog } from '../../core/card/index.js';
import { FINDING, PHOTO, soundActions } from './support/cards.js';
import { invite, openBrowser, PhoneUser, type FieldValue } from './support/forms.js';
import { errorOf, startN8n, type Client, type Json, type Row, type RunningN8n } from './support/harness.js';

/*
 * A corrective action in a real n8n: people with phones fill in its forms, and n8n is killed while they do.
 */

interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<Readonly<Record<'closedLoopCard' | 'taskDelivery' | 'errorHandler' | 'hrDirectorySync', string>>>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;

const pictures = resolve(import.meta.dirname, '../../.cache/e2e-pictures');
const PLAN: Readonly<Record<string, FieldValue>> = {
	'Root cause': 'No line clearance',
	'Method of the root cause analysis': { option: '5 why' },
	'Category of the cause': { option: 'procedure' },
	'Kind of action': { option: 'corrective action (removes the cause)' },
	Measure: 'Clearance checklist',
	'Due date': '2099-03-20',
	Verifier: 'ge-qing@example.com',
	'Approver of the plan': 'zhuang-xiaolan@example.com',
};

describe('S2: closed-loop cards in a real n8n', () => {
	let n8n: RunningN8n;
	let client: Client;
	let ids: Awaited<ReturnType<DemoWorkflows['workflowIds']>>;
	let browser: Browser;
	let finder: PhoneUser;
	let owner: PhoneUser;
	let verifier: PhoneUser;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-card-'));

	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball') });
		({ client } = n8n);
		ids = await demo.workflowIds();
		await demo.importWorkflows(client, demo.readWorkflows('en'), { folder, n8nVersion: n8n.version });
		for (const key of ['errorHandler', 'taskDelivery', 'closedLoopCard'] as const) await client.activate(ids[key]);
		await client.runWorkflow(ids.hrDirectorySync, 'Try it with sample people');
		await invite(client, 'lu-anran@example.com', '安然', '鲁');
		await invite(client, 'jian-yiming@example.com', '亦明', '简');
		await invite(client, 'ge-qing@example.com', '青', '葛');
		browser = await openBrowser();
		[finder, owner, verifier] = await Promise.all(['lu-anran@example.com', 'jian-yiming@example.com', 'ge-qing@example.com'].map((email) => PhoneUser.signIn(browser, n8n.url, email))) as [PhoneUser, PhoneUser, PhoneUser];
	});
	afterAll(async () => {
		await browser.close();
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const sound = (number: string): Promise<readonly string[]> => soundActions(client, number);

	const tasksOf = async (number: string): Promise<readonly Row[]> => (await client.rows('pt_tasks')).filter(({ subject }) => subject === number);

	/** The same report on the same day is the same card, so each test reports something of its own. */
	async function openCard(what: string): Promise<string> {
		await finder.open('pt-card-open');
		await finder.fill({ ...FINDING, 'What was found': what });
		const page = await finder.send();
		expect(page).toMatch(/^Saved\n/);
		return /CAPA-20260302-[0-9A-F]{6}/.exec(page)?.[0] ?? '';
	}

	it('S2: opened on a phone with a photo, verified by another person, the owner refused, the record printed', async () => {
		const number = await openCard('Labels of two batches mixed on line 2');
		expect(await finder.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
		expect(await tasksOf(number)).toMatchObject([{ status: 'open', assigneeEmail: 'jian-yiming@example.com', title: expect.stringContaining('Plan the measure') as string }]);

		await owner.open(`pt-card-plan?card=${number}&version=1`);
		await owner.fill({ ...PLAN, Verifier: 'jian-yiming@example.com', 'Approver of the plan': 'lu-anran@example.com' });
		const lacking = await owner.send();
		for (const part of ['Nothing was changed', '简亦明 is both “verifier” and “owner”', '鲁安然 cannot approve the plan']) expect(lacking).toContain(part);
		expect(await sound(number)).toEqual(['opened']);
		await owner.open(`pt-card-plan?card=${number}&version=1`);
		await owner.fill(PLAN);
		expect(await owner.send()).toContain('Saved');

		await owner.open(`pt-card-done?card=${number}&version=2`);
		await owner.fill({ 'What was done': 'Checklist hung up' });
		expect(await owner.send()).toContain('Third-party test report no. is missing');
		expect(await sound(number)).toEqual(['opened', 'planned']);

		await owner.open(`pt-card-done?card=${number}&version=2`);
		await owner.fill({ 'What was done': 'Checklist hung up', 'Site photos (JPEG, PNG, HEIC, WebP)': PHOTO, 'Third-party test report no.': 'SGS-2026-117' });
		expect(await owner.send()).toContain('in verification');

		await owner.open(`pt-card-verify?card=${number}`);
		await owner.fill({ Verdict: { option: 'accept and close' }, 'Result: what was verified and how': 'Fine' });
		expect(await owner.send()).toContain('Only the verifier 葛青 may do this, not 简亦明');

		await verifier.open(`pt-card-verify?card=${number}&version=4`);
		await verifier.fill({ Verdict: { option: 'accept and close' }, 'Result: what was verified and how': 'Ten checklists seen' });
		expect(await verifier.send()).toContain('closed');
		expect(await sound(number)).toEqual(['opened', 'planned', 'completed', 'submitted', 'verified', 'closed']);
		expect((await tasksOf(number)).map(({ status }) => status)).toEqual(['done', 'done', 'done']);

		await finder.open(`pt-card-record?card=${number}`);
		const record = await finder.send();
		for (const part of [number, 'Ten checklists seen', '简亦明', 'SGS-2026-117']) expect(record).toContain(part);
		expect(await finder.page.locator('img[src^="data:image/png;base64,"]').count()).toBeGreaterThan(0);
		expect(await finder.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
		expect((await finder.page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
	});

	it('S2: the same report on the same day makes no second card, and the page says how a second finding is told apart', async () => {
		const number = await openCard('Twice the same');
		await finder.open('pt-card-open');
		await finder.fill({ ...FINDING, 'What was found': 'Twice the same' });
		const page = await finder.send();
		for (const part of ['Saved already', 'You reported the same today', number]) expect(page).toContain(part);
		expect(await sound(number)).toEqual(['opened']);
	});

	it('S2: of two people who act on one version at once, one wins and the other is told what changed', async () => {
		const number = await openCard('Two people at once');
		for (const [person, text] of [[owner, 'Owner looked at it'], [verifier, 'Verifier looked at it']] as const) {
			await person.open(`pt-card-step?card=${number}&version=1`);
			await person.fill({ Step: { option: 'add a note' }, 'Note, third party or reason': text });
		}
		const pages = await Promise.all([owner.send(), verifier.send()]);
		expect(pages.filter((page) => /^Saved\n/.test(page))).toHaveLength(1);
		expect(pages.find((page) => !/^Saved\n/.test(page))).toMatch(/same moment|Somebody was faster/);
		expect(await sound(number)).toEqual(['opened', 'noted']);
	});

	it.each([250, 700, 1100])('S2: n8n killed %i ms after a form was sent: the card is whole, and the form sent again completes it', async (milliseconds) => {
		const number = await openCard(`Killed after ${milliseconds} ms`);
		const note = async (): Promise<void> => {
			await owner.open(`pt-card-step?card=${number}&version=1`);
			await owner.fill({ Step: { option: 'add a note' }, 'Note, third party or reason': 'Supplier informed', 'Site photos (JPEG, PNG, HEIC, WebP)': PHOTO });
		};
		await note();
		await owner.press();
		await new Promise((done) => setTimeout(done, milliseconds));
		await n8n.kill9();
		await n8n.restart();
		const left = readCardLogs(await client.rows('pt_card_events')).find((log) => log.number === number);
		expect(left === undefined ? null : [verifyCardLog(left, null).intact, left.events.length <= 2, left.lost.length]).toEqual([true, true, 0]);
		await new Promise((done) => setTimeout(done, 5000));
		await note();
		expect(await owner.send()).toMatch(/^Saved/);
		expect(await sound(number)).toEqual(['opened', 'noted']);
	});

	it('S2: the sample plays whole lives without an account, and played again changes nothing; the morning run tells what is overdue', async () => {
		for (let round = 0; round < 2; round++) {
			const execution = await client.runWorkflow(ids.closedLoopCard, 'Try it with sample cards');
			expect(errorOf(execution)).toBeNull();
			expect([(await sound('CAPA-2026-0001')).length, (await sound('CAPA-2026-0002')).length, (await sound('CAPA-2026-0003')).length]).toEqual([9, 3, 4]);
		}
		await finder.open('pt-card-record?card=CAPA-2026-0001');
		await finder.fill({ Page: { option: 'Pareto by department' } });
		const page = await finder.send();
		for (const part of ['Cards to look at', 'Found to closed, by quarter of closing and department', '2026-Q1']) expect(page).toContain(part);
		expect(await finder.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
		await finder.page.screenshot({ path: join(pictures, 'card-durations.png'), fullPage: true });
		await client.clearTables(['pt_cards']);
		const execution = await client.runWorkflow(ids.closedLoopCard, 'Every day at 7:00');
		expect(errorOf(execution)).toBeNull();
		expect((await client.rows('pt_cards')).map(({ cardNumber }) => cardNumber)).toContain('CAPA-2026-0002');
		const digests = (await client.rows('pt_tasks')).filter(({ subject }) => subject === 'closed-loop cards');
		expect(digests.map(({ assigneeEmail }) => assigneeEmail)).toEqual(expect.arrayContaining(['jian-yiming@example.com', 'zhuang-xiaolan@example.com']));
		expect(digests[0]?.['body']).toContain('CAPA-2026-0002');
	});
});
