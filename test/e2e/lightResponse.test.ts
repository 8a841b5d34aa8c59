import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sampleOf } from '../../workflows/source/light-response/sampleLight.js';
import { startN8n, type Client, type Json, type Row, type RunningN8n } from './support/harness.js';

/*
 * People answer a light in a real n8n, each in a browser of his or her own and signed in as himself or herself.
 */

interface InvitingClient extends Client {
	rest(method: string, path: string, body?: unknown): Promise<{ readonly data: ReadonlyArray<{ readonly user: { readonly inviteAcceptUrl: string } }> }>;
	api(method: string, path: string, body?: unknown): Promise<Json>;
	dataTables(): Promise<Readonly<Record<string, { readonly id: string }>>>;
}
interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<{ readonly lightResponse: string; readonly errorHandler: string }>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	setSettings(client: Client, id: string, values: Json): Promise<void>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;
const PASSWORD = 'A-long-passw0rd';
const { light, people } = sampleOf('en');

describe('S7: lights are answered in a real n8n', () => {
	let n8n: RunningN8n;
	let client: InvitingClient;
	let browser: Browser;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-lights-'));
	const contexts = new Map<string, BrowserContext>();
	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball') });
		client = n8n.client as InvitingClient;
		const { lightResponse, errorHandler } = await demo.workflowIds();
		await demo.importWorkflows(client, demo.readWorkflows('en').filter(({ id }) => id === lightResponse || id === errorHandler), { folder, n8nVersion: n8n.version });
		await demo.setSettings(client, lightResponse, { baseUrl: n8n.url });
		await client.activate(errorHandler);
		await client.activate(lightResponse);
		await fill('pt_lights', [light]);
		await fill('pt_people', [...people, { ...people[1], personId: 'P003', name: 'Wang Fang', email: 'wang.fang@example.com' }]);
		browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
		for (const email of ['li.wei@example.com', 'zhao.min@example.com', 'wang.fang@example.com']) contexts.set(email, await joined(email));
	}, 120_000);
	afterAll(async () => {
		await browser.close();
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Rows as the other workflows leave them. */
	async function fill(name: string, rows: readonly object[]): Promise<void> {
		const columns = Object.entries(rows[0] ?? {}).map(([column, value]) => ({ name: column, type: typeof value === 'boolean' || typeof value === 'number' ? typeof value : 'string' }));
		const { id } = (await client.dataTables())[name] ?? ((await client.api('POST', '/data-tables', { name, columns })) as { readonly id: string });
		await client.api('POST', `/data-tables/${id}/rows`, { data: rows, returnType: 'count' });
	}

	/** A person of the company with an n8n account: invited, accepted, signed in. */
	async function joined(email: string): Promise<BrowserContext> {
		const { data } = await client.rest('POST', '/invitations', [{ email, role: 'global:member' }]);
		const token = new URL(data[0]?.user.inviteAcceptUrl ?? '').searchParams.get('token');
		const accepted = await fetch(`${n8n.url}/rest/invitations/accept`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token, firstName: 'First', lastName: 'Last', password: PASSWORD }) });
		expect(accepted.status).toBe(200);
		const value = /n8n-auth=([^;]+)/.exec(accepted.headers.getSetCookie().join(';'))?.[1] ?? '';
		const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
		context.setDefaultTimeout(15_000);
		await context.addCookies([{ name: 'n8n-auth', value, url: n8n.url }]);
		return context;
	}

	/** Opens a form as this person, who is asked once by n8n whether the form may know who he or she is. */
	async function open(email: string, path: string, light = ''): Promise<Page> {
		const page = await (contexts.get(email) as BrowserContext).newPage();
		await page.goto(`${n8n.url}/form/${path}${light === '' ? '' : `?light=${encodeURIComponent(light)}`}`);
		const button = page.locator('#submit-btn');
		const allow = page.getByText('Allow access');
		await button.or(allow).first().waitFor();
		if (await allow.isVisible()) await allow.click();
		await button.waitFor();
		return page;
	}

	/** Fills in and sends; gives what the person reads at the end. */
	async function answer(email: string, path: string, choice: string, text: string, key = light.lightKey): Promise<string> {
		const page = await open(email, path, key);
		await page.getByText(choice, { exact: true }).click();
		await page.locator('textarea').fill(text);
		return await send(page);
	}

	async function send(page: Page): Promise<string> {
		await page.locator('#submit-btn').click();
		const end = page.locator('main.pt, .header p');
		await page.waitForURL(/form-waiting/);
		await end.first().waitFor();
		const said = await page.locator('body').innerText();
		await page.close();
		return said;
	}

	const stored = async (): Promise<Row | undefined> => (await client.rows('pt_lights'))[0];

	it('S13: the developer writes a note, which is kept with the light', async () => {
		expect(await answer('li.wei@example.com', 'pt-light-note', 'External dependency', 'The <b>lab</b> had no slot')).toContain('Your note is kept with the light.');
		expect(await client.rows('pt_notes')).toMatchObject([{ about: light.lightKey, kind: 'context', factor: 'externalDependency', text: 'The <b>lab</b> had no slot', by: 'Li Wei', byEmail: 'li.wei@example.com' }]);
		expect((await stored())?.['objectionState'] ?? '').toBe('');
	});

	it('S10: a third person is refused in the same words as for a light that does not exist', async () => {
		const refused = await answer('wang.fang@example.com', 'pt-light-note', 'Other', 'Let me see');
		expect(refused).toContain('There is no such light, or it is hidden by owner.');
		expect(await answer('wang.fang@example.com', 'pt-light-note', 'Other', 'Let me see', 'light-of-nobody')).toBe(refused);
		expect(await send(await open('wang.fang@example.com', 'pt-my-lights'))).not.toContain('Li Wei');
		expect(await client.rows('pt_notes')).toHaveLength(1);
	});

	it('S7: the developer objects; the mentor sees it as disputed, upholds it, and the developer reads that', async () => {
		expect(await answer('li.wei@example.com', 'pt-light-objection', 'Object to this light', 'A planned migration')).toContain('Your objection is filed.');
		expect(await stored()).toMatchObject({ objectionState: 'filed', state: 'new' });
		expect(await answer('zhao.min@example.com', 'pt-light-decision', 'Help is agreed', 'We pair')).toContain('disputed');
		const page = await send(await open('zhao.min@example.com', 'pt-my-lights'));
		for (const text of ['Li Wei', 'Disputed', 'A planned migration', 'The <b>lab</b> had no slot', 'Answer the objection']) expect(page).toContain(text);
		expect(await answer('zhao.min@example.com', 'pt-light-decision', 'Objection: upheld, the light counts no more', 'It was planned indeed')).toContain('restated');
		expect(await stored()).toMatchObject({ objectionState: 'upheld' });
		expect(JSON.parse(String((await stored())?.['humanDecision']))).toMatchObject({ by: 'P002', decision: 'restated' });
		const mine = await send(await open('li.wei@example.com', 'pt-my-lights'));
		for (const text of ['Restated: counts no more', 'It was planned indeed', 'Zhao Min']) expect(mine).toContain(text);
		expect((await client.rows('pt_notes')).map(({ step }) => step)).toEqual(['note', 'file', 'uphold']);
	});
});
