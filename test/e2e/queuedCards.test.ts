import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCardLogs, verifyCardLog } from '../../core/card/index.js';
import { verifyLineages } from '../../core/lineage/index.js';
import { sampleSubmission } from '../../core/sample/submission.js';
import { FINDING, soundActions } from './support/cards.js';
import { waitFor } from './support/deliveries.js';
import { invite, openBrowser, PhoneUser } from './support/forms.js';
import { errorOf, startN8n, type Client, type Json, type RunningN8n } from './support/harness.js';

/*
 * Cards and versions in queue mode: PostgreSQL decides which of two workers goes on, and a worker is killed in the middle of a step.
 */

interface DemoWorkflows {
	readWorkflows(language: string): readonly Json[];
	workflowIds(): Promise<Readonly<Record<'closedLoopCard' | 'versionTraceback' | 'taskDelivery' | 'errorHandler' | 'hrDirectorySync', string>>>;
	importWorkflows(client: Client, workflows: readonly Json[], options: { readonly folder: string; readonly n8nVersion: string }): Promise<boolean>;
	setSettings(client: Client, id: string, values: Json): Promise<void>;
	useCredential(client: Client, credential: { readonly name: string; readonly type: string; readonly data: Json }, uses: ReadonlyArray<{ readonly workflow: string; readonly nodeType: string }>): Promise<void>;
	publish(client: Client, ids: readonly string[]): Promise<void>;
}

const scripts = '../../scripts';
const demo = (await import(`${scripts}/demo/workflows.mjs`)) as DemoWorkflows;
const NOTE = 'Note, third party or reason';

describe('S2, S3: cards and versions in queue mode', () => {
	let n8n: RunningN8n & { readonly postgres?: Json };
	let client: Client;
	let ids: Awaited<ReturnType<DemoWorkflows['workflowIds']>>;
	let browser: Browser;
	let owner: PhoneUser;
	let verifier: PhoneUser;
	const folder = mkdtempSync(join(tmpdir(), 'performance-trace-queued-'));

	beforeAll(async () => {
		n8n = await startN8n({ folder, tarball: inject('tarball'), mode: 'queue' });
		({ client } = n8n);
		ids = await demo.workflowIds();
		const wanted = [ids.closedLoopCard, ids.versionTraceback, ids.taskDelivery, ids.errorHandler, ids.hrDirectorySync];
		await demo.importWorkflows(client, demo.readWorkflows('en').filter(({ id }) => wanted.includes(String(id))), { folder, n8nVersion: n8n.version });
		const claiming = [ids.closedLoopCard, ids.versionTraceback, ids.taskDelivery];
		const data = { ...n8n.postgres, password: 'unused', maxConnections: 20, allowUnauthorizedCerts: false, ssl: 'disable', sshTunnel: false };
		await demo.useCredential(client, { name: 'Claims', type: 'postgres', data }, claiming.map((workflow) => ({ workflow, nodeType: 'n8n-nodes-base.postgres' })));
		for (const id of claiming) await demo.setSettings(client, id, { claims: 'postgres' });
		await demo.publish(client, [ids.errorHandler, ids.taskDelivery, ids.closedLoopCard, ids.versionTraceback]);
		await client.runWorkflow(ids.hrDirectorySync, 'Try it with sample people');
		await invite(client, 'jian-yiming@example.com', '亦明', '简');
		await invite(client, 'ge-qing@example.com', '青', '葛');
		browser = await openBrowser();
		[owner, verifier] = (await Promise.all(['jian-yiming@example.com', 'ge-qing@example.com'].map((email) => PhoneUser.signIn(browser, n8n.url, email)))) as [PhoneUser, PhoneUser];
	}, 240_000);
	afterAll(async () => {
		await browser.close();
		await n8n.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	async function openCard(what: string): Promise<string> {
		await owner.open('pt-card-open');
		await owner.fill({ ...FINDING, 'What was found': what });
		const page = await owner.send();
		expect(page).toMatch(/^Saved\n/);
		return /CAPA-20260302-[0-9A-F]{6}/.exec(page)?.[0] ?? '';
	}

	async function note(person: PhoneUser, number: string, text: string): Promise<void> {
		await person.open(`pt-card-step?card=${number}&version=1`);
		await person.fill({ Step: { option: 'add a note' }, [NOTE]: text });
	}

	it('S2: of two people who act on one version at once, two workers let one win and tell the other what changed', async () => {
		const number = await openCard('Two people at once');
		await note(owner, number, 'Owner looked at it');
		await note(verifier, number, 'Verifier looked at it');
		const pages = await Promise.all([owner.send(), verifier.send()]);
		expect(pages.filter((page) => /^Saved\n/.test(page)), pages.join('\n---\n')).toHaveLength(1);
		expect(pages.find((page) => !/^Saved\n/.test(page))).toMatch(/same moment|Somebody was faster/);
		expect(await soundActions(client, number)).toEqual(['opened', 'noted']);
	});

	it('S2: workers killed in the middle of a step: the card is whole, and the form sent again completes it once', async () => {
		const number = await openCard('Killed in the middle');
		await note(owner, number, 'Supplier informed');
		await owner.press();
		await new Promise((done) => setTimeout(done, 600));
		await Promise.all(n8n.workers.map((worker) => worker.kill9()));
		await Promise.all(n8n.workers.map((worker) => worker.restart()));
		const left = readCardLogs(await client.rows('pt_card_events')).find((log) => log.number === number);
		expect(left === undefined ? null : [verifyCardLog(left, null).intact, left.events.length <= 2, left.lost.length]).toEqual([true, true, 0]);
		await demo.setSettings(client, ids.closedLoopCard, { claimSeconds: 2 });
		await demo.publish(client, [ids.closedLoopCard]);
		await new Promise((done) => setTimeout(done, 3000));
		await note(owner, number, 'Supplier informed');
		expect(await owner.send()).toMatch(/^Saved|Already/);
		await waitFor(async () => ((await soundActions(client, number)).length === 2 ? true : null), 'the note', 20);
		expect(await soundActions(client, number)).toEqual(['opened', 'noted']);
	});

	it('S3: of two captures by two workers at the same moment one stores and the other adds nothing: no chain is forked', async () => {
		const executions = await Promise.all([0, 1].map(() => client.runWorkflow(ids.versionTraceback, 'Try it with a sample submission')));
		expect(executions.map(errorOf)).toEqual([null, null]);
		const rows = await client.rows('pt_versions');
		expect(verifyLineages(rows).filter(({ intact }) => !intact)).toEqual([]);
		expect(rows).toHaveLength(sampleSubmission('en').versions.length);
	});
});
