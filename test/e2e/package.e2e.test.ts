import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Language } from '../../core/judgement/judgement.js';
import { WORKFLOWS } from '../../workflows/index.js';
import { waitFor } from './support/deliveries.js';

/*
 * The packages of the published tarball in a real n8n, imported as its documentation says, without any script of this repository.
 */

type Fields = Readonly<Record<string, string>>;
interface Imported {
	readonly workflows: ReadonlyArray<{ readonly sourceWorkflowId: string; readonly localId: string; readonly status: string }>;
	readonly credentials: { readonly matched: readonly string[]; readonly stubbed: readonly string[] };
}
interface StoredNode {
	readonly name: string;
	readonly type: string;
	readonly webhookId?: string;
	readonly parameters: { readonly workflowId?: { readonly value: string } };
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
}
interface StoredWorkflow {
	readonly id: string;
	readonly name: string;
	readonly active: boolean;
	readonly nodes: readonly StoredNode[];
	readonly settings: { readonly errorWorkflow?: string };
}

const CREATE = { workflowConflictPolicy: 'fail', workflowIdPolicy: 'source', credentialMissingMode: 'create-stub', missingNodeTypeMode: 'fail' };
const REPLACE = { ...CREATE, workflowConflictPolicy: 'new-version' };
const STUB = 'pt_edcWebhookApi';
const READERS = 'pt_httpBasicAuth';
const STUBS = [STUB, READERS];
const TRIGGER = 'n8n-nodes-performance-trace.milestoneTrigger';
const WEBHOOK = 'n8n-nodes-base.webhook';

describe('Package: all workflows in one import', () => {
	const { url, apiKey } = inject('freshN8n');
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'performance-trace-packages-'));
		const { status, stderr } = spawnSync('tar', ['-xzf', inject('tarball'), '-C', folder, 'package/dist/packages'], { encoding: 'utf8' });
		if (status !== 0) throw new Error(`The tarball has no packages: ${stderr}`);
	});
	// The n8n is left as it was.
	afterAll(async () => {
		rmSync(folder, { recursive: true, force: true });
		for (const { id } of WORKFLOWS) {
			await call('POST', `/workflows/${id}/deactivate`);
			await call('DELETE', `/workflows/${id}`);
		}
		for (const stub of STUBS) await call('DELETE', `/credentials/${stub}`);
	});

	it('Package: without empty credentials n8n names the one that is missing', async () => {
		const answer = await importPackage('en', { ...CREATE, credentialMissingMode: 'must-preexist' });
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(JSON.stringify(answer.body)).toContain(STUB);
	});

	it('Package: n8n knows every node and makes the workflows under their own ids, with an empty credential to fill in', async () => {
		const { status, body } = await importPackage('en', CREATE);
		expect(status, JSON.stringify(body)).toBeLessThan(300);
		const { workflows, credentials } = body as Imported;
		expect(workflows.map(({ sourceWorkflowId, localId, status: state }) => [sourceWorkflowId, localId, state]).sort()).toEqual(WORKFLOWS.map(({ id }) => [id, id, 'created']).sort());
		expect([credentials.matched, [...credentials.stubbed].sort()]).toEqual([[], STUBS]);
	});

	it('Package: what they call is what was imported with them', async () => {
		for (const { id, titles, calls } of WORKFLOWS) {
			const workflow = await stored(id);
			expect(workflow).toMatchObject({ id, name: titles.en, active: false });
			const called = workflow.nodes.flatMap(({ type, parameters }) => (type === 'n8n-nodes-base.executeWorkflow' ? [parameters.workflowId?.value] : []));
			expect([...new Set([...called, ...(workflow.settings.errorWorkflow === undefined ? [] : [workflow.settings.errorWorkflow])])].sort()).toEqual(calls);
			for (const node of workflow.nodes) expect(Object.values(node.credentials ?? {}).map((credential) => credential.id), node.name).toEqual(node.type === TRIGGER ? [STUB] : node.type === WEBHOOK ? [READERS] : []);
		}
	});

	it('Package: all of them can be published; an empty credential lets nobody in', async () => {
		for (const { id } of WORKFLOWS) {
			const published = await call('POST', `/workflows/${id}/activate`);
			expect(published.status, `${id}: ${JSON.stringify(published.body)}`).toBeLessThan(300);
		}
		const body = '<ODM/>';
		const webhook = (await stored('ptEdcMilestone01')).nodes.find(({ type }) => type === TRIGGER)?.webhookId;
		// n8n registers the address a moment after it has answered; a signature made with an empty secret must not open it.
		const answer = await waitFor(async () => {
			const response = await fetch(`${url}/webhook/${webhook ?? ''}/edc`, { method: 'POST', body, headers: { 'content-type': 'application/xml', 'x-hub-signature-256': `sha256=${createHmac('sha256', '').update(body).digest('hex')}` } });
			return response.status === 404 ? null : { status: response.status, text: await response.text() };
		}, 'the address of the trigger');
		expect(answer).toEqual({ status: 403, text: expect.stringContaining('no secret') as string });
		const dashboard = await waitFor(async () => {
			const { status } = await fetch(`${url}/webhook/pt-dashboard`, { headers: { authorization: `Basic ${Buffer.from(':').toString('base64')}` } });
			return status === 404 ? null : status;
		}, 'the address of the dashboard');
		expect(dashboard).toBeGreaterThanOrEqual(400);
	});

	it('Package: the Chinese package replaces the English one, and the credential stays', async () => {
		const { status, body } = await importPackage('zh-CN', REPLACE);
		expect(status, JSON.stringify(body)).toBeLessThan(300);
		const { workflows, credentials } = body as Imported;
		expect(workflows.map(({ status: state }) => state)).toEqual(WORKFLOWS.map(() => 'updated'));
		expect([[...credentials.matched].sort(), credentials.stubbed]).toEqual([STUBS, []]);
		for (const { id, titles } of WORKFLOWS) expect((await stored(id)).name).toBe(titles['zh-CN']);
	});

	function importPackage(language: Language, fields: Fields): Promise<{ status: number; body: unknown }> {
		const form = new FormData();
		form.append('package', new Blob([readFileSync(join(folder, 'package/dist/packages', `performance-trace.${language}.n8np`))], { type: 'application/gzip' }), 'performance-trace.n8np');
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		return call('POST', '/n8n-packages/import', form);
	}

	async function stored(id: string): Promise<StoredWorkflow> {
		const { status, body } = await call('GET', `/workflows/${id}`);
		expect(status).toBe(200);
		return body as StoredWorkflow;
	}

	async function call(method: string, path: string, form?: FormData): Promise<{ status: number; body: unknown }> {
		const answer = await fetch(`${url}/api/v1${path}`, { method, headers: { 'X-N8N-API-KEY': apiKey }, ...(form === undefined ? {} : { body: form }) });
		const text = await answer.text();
		return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
	}
});
