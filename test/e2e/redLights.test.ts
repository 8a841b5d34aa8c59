import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Wiki } from '../core/documents/wiki.js';
import { cloudAnswer } from '../core/documents/cloudServer.js';
import { dataCenterAnswer } from '../core/documents/dataCenterServer.js';
import { fakeHost } from '../core/git/fakeHosts.js';
import { edcServer } from '../support/edcServer.js';
import { gitServer } from '../support/gitServer.js';
import { Editor } from './support/editor.js';
import { waitFor } from './support/deliveries.js';
import { workingDaysBefore, worldOf, type Work } from './support/gitTeam.js';
import { LightsAtWork, redPersons } from './support/lights.js';

/*
 * Workflows 05 and 06 in a real n8n: with their samples in both languages, and with a Git host and a Confluence that are read over HTTP.
 */

const SECRET = 'a shared secret of 32 characters';
const pictures = resolve(import.meta.dirname, '../../.cache/e2e-pictures/lights');

describe('red lights in a real n8n', () => {
	let at: LightsAtWork;
	beforeAll(async () => {
		at = await LightsAtWork.start(inject('tarball'));
	});
	afterAll(async () => {
		await at.stop();
	});
	const kinds = async (): Promise<readonly string[]> => (await at.rows('pt_tasks')).map(({ kind }) => String(kind)).sort();

	it.each([
		{ language: 'en', mentor: 'Please help: 秦朗', risk: 'Collaboration risk: ', says: 'Red light for 秦朗: on 3 consecutive working days' },
		{ language: 'zh-CN', mentor: '请协助：秦朗', risk: '协同风险：', says: '连续 3 个工作日' },
	] as const)('S6, S7: the samples on the first run, and no second task on the second ($language)', async ({ language, mentor, risk, says }) => {
		await at.begin(language);
		for (const repeat of [1, 2]) {
			await at.run('codeRedLights', 'sample');
			await at.run('documentRedLights', 'sample');
			expect(await at.rows('pt_errors'), `run ${repeat}`).toEqual([]);
			expect(await kinds(), `run ${repeat}`).toEqual([...Array<string>(3).fill('collaborationRisk'), ...Array<string>(4).fill('contextNote'), 'mentoring']);
		}
		const tasks = await at.rows('pt_tasks');
		expect(tasks.find(({ kind }) => kind === 'mentoring')).toMatchObject({ title: mentor, assignee: '沈嘉禾' });
		for (const { title } of tasks.filter(({ kind }) => kind === 'collaborationRisk')) expect(title).toContain(risk);
		const lights = await at.rows('pt_lights');
		const red = lights.find(({ personId, kind }) => personId === 'P052' && kind === 'codeStreak');
		expect(red).toMatchObject({ light: 'red', state: 'known', streak: 3, firstDay: '2026-09-18', lastDay: '2026-09-21' });
		expect(String(red?.[language === 'en' ? 'explanation' : 'explanationZh'])).toContain(says);
		expect(lights.map(({ light }) => light).sort()).toEqual([...Array<string>(7).fill('green'), ...Array<string>(4).fill('red'), 'yellow', 'yellow']);
	});

	it('S6: a person who cannot code changes a threshold in the editor, and the next run shows other lights', async () => {
		await at.begin('en');
		const { url, client } = at.n8n;
		const editor = await Editor.open({ url, email: client.access.email, password: client.access.password, pictures });
		try {
			await editor.openWorkflow(at.ids.codeRedLights);
			await editor.executeFrom('Try it with the sample team');
			expect(redPersons(await at.rows('pt_lights'))).toEqual(['P052']);
			await editor.openNode('Settings');
			await editor.changeSetting('B: commits to one module on a day over', '1');
			await editor.picture('threshold');
			await editor.closeNode();
			await editor.executeFrom('Try it with the sample team');
			expect(redPersons(await at.rows('pt_lights'))).toEqual(['P051', 'P052', 'P053', 'P054']);
		} finally {
			await editor.close();
		}
	});

	it('S6: a row of pt_rules counts before the settings; a wrong one is refused with field and remedy, and puts no light out', async () => {
		await at.begin('en');
		await at.run('codeRedLights', 'sample');
		await at.update('pt_rules', 'ruleId', 'code-red-light', { commitsOver: -2 });
		await at.run('codeRedLights', 'sample');
		const [error] = await at.rows('pt_errors');
		expect(error?.['message']).toContain('field “commitsOver” is -2');
		expect(redPersons(await at.rows('pt_lights'))).toEqual(['P052']);
		await at.update('pt_rules', 'ruleId', 'code-red-light', { commitsOver: 1 });
		await at.run('codeRedLights', 'sample');
		expect(redPersons(await at.rows('pt_lights'))).toEqual(['P051', 'P052', 'P053', 'P054']);
	});

	describe('with a Git host', () => {
		const days = workingDaysBefore(3);
		const failing = (login: string): Work[] => days.map((day) => ({ day, login, merged: 1, closed: 1, commits: 1 }));
		const mended = (login: string): Work[] => days.map((day) => ({ day, login, merged: 4, closed: 1, commits: 1 }));

		/** One server for a test: it closes at the end of it. */
		async function host(work: () => readonly Work[]) {
			let refuses = false;
			const calls = { count: 0 };
			const server = await gitServer('/api/v3', (request) => {
				calls.count++;
				return refuses && request.path.endsWith('/commits') ? { status: 500, headers: { 'content-type': 'application/json' }, body: '{"message":"Server Error"}' } : fakeHost('github', worldOf(work())).respond(request);
			});
			await at.useCredential('codeRedLights', 'gitActivity', 'gitHubAccessApi', { baseUrl: server.url, accessToken: 'T-1' }, 'readRepository');
			await at.setSettings('codeRedLights', { repositories: 'acme/app', holidays: 'none' });
			return { calls, refuse: (value: boolean) => void (refuses = value) };
		}

		it('S6: without a credential nothing is judged, and that is said', async () => {
			await at.begin('en');
			await at.run('codeRedLights', 'schedule');
			expect((await at.rows('pt_errors')).map(({ message }) => message)).toEqual([expect.stringContaining('switched off')]);
			expect(await at.rows('pt_lights')).toEqual([]);
		});

		it('S6: pull requests and commits over HTTP: note first, then the mentor, then the light goes out', async () => {
			await at.begin('en');
			let work = [...failing('qin-lang'), ...mended('he-yunfan'), ...failing('nobody-knows')];
			const { refuse } = await host(() => work);
			await at.run('codeRedLights', 'schedule');
			expect(redPersons(await at.rows('pt_lights'))).toEqual(['P052', 'github nobody-knows']);
			// The one who is known is asked; the other waits in the queue of what has no owner. Nobody’s mentor knows yet.
			expect(await kinds()).toEqual(['contextNote', 'contextNote']);
			expect((await at.rows('pt_unassigned')).length).toBe(1);
			const light = (await at.rows('pt_lights')).find(({ personId }) => personId === 'P052');
			const request = (await at.rows('pt_tasks')).find(({ assignee }) => assignee === '秦朗');
			expect(request?.['body']).toContain(`/form/pt-light-note?light=${String(light?.['lightKey'])}`);

			await at.insert('pt_notes', { noteKey: 'n1', about: String(light?.['lightKey']), kind: 'context', step: 'note', factor: 'externalDependency', text: 'The test rig was away for calibration.', by: '秦朗', byEmail: 'qin-lang@example.com', at: new Date().toISOString() });
			// An objection stands in the same table and is not for the mentor's to-do.
			await at.insert('pt_notes', { noteKey: 'n2', about: String(light?.['lightKey']), kind: 'objection', step: 'file', factor: '', text: 'For the HRBP alone.', by: '秦朗', byEmail: 'qin-lang@example.com', at: new Date().toISOString() });
			for (const repeat of [1, 2]) {
				await at.run('codeRedLights', 'schedule');
				expect(await kinds(), `run ${repeat}`).toEqual(['contextNote', 'contextNote', 'mentoring']);
			}
			const help = (await at.rows('pt_tasks')).find(({ kind }) => kind === 'mentoring');
			expect(help).toMatchObject({ assignee: '沈嘉禾', status: 'open' });
			expect(help?.['body']).toContain('The test rig was away for calibration.');
			expect(help?.['body']).not.toContain('For the HRBP alone.');
			expect(help?.['body']).toContain('50.0%');

			// Half a history would put the light out: it is left as it is.
			refuse(true);
			await at.client.runWorkflow(at.ids.codeRedLights, 'Every morning');
			expect(redPersons(await at.rows('pt_lights'))).toEqual(['P052', 'github nobody-knows']);
			refuse(false);

			work = [...mended('qin-lang'), ...failing('nobody-knows')];
			await at.run('codeRedLights', 'schedule');
			expect((await at.rows('pt_lights')).find(({ personId, state }) => personId === 'P052' && state === 'out')).toBeDefined();
			expect((await at.rows('pt_tasks')).find(({ kind }) => kind === 'mentoring')?.['body']).toMatch(/^> \*\*Light went out for 秦朗/);
		});

		it('S6: a signed call of the host starts a reading, an unsigned or forged one does not, and one that follows at once reads nothing', async () => {
			await at.begin('en');
			const { calls } = await host(() => failing('qin-lang'));
			await at.useCredential('codeRedLights', 'gitTrigger', 'gitWebhookApi', { secret: SECRET, signingToken: '', toleranceSeconds: 300 });
			await at.publish('codeRedLights');
			const body = JSON.stringify({ action: 'closed', repository: { full_name: 'acme/app', html_url: 'https://git.example.com/acme/app' }, sender: { login: 'dee', id: 1, type: 'User' }, pull_request: { number: 7, title: 'Export', html_url: 'https://git.example.com/acme/app/pull/7', user: { login: 'qin-lang', id: 2, type: 'User' }, state: 'closed', draft: false, created_at: '2026-09-17T02:00:00Z', updated_at: '2026-09-18T02:00:00Z', closed_at: '2026-09-18T02:00:00Z', merged_at: null, head: { ref: 'export', sha: 'a'.repeat(40) }, base: { ref: 'main' } } });
			const send = async (signature: string | null): Promise<number> =>
				(await fetch(`${at.n8n.url}/webhook/pt-code-lights/git`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-github-event': 'pull_request', 'x-github-delivery': 'guid', ...(signature === null ? {} : { 'x-hub-signature-256': `sha256=${signature}` }) } })).status;
			const signed = createHmac('sha256', SECRET).update(body).digest('hex');
			await waitFor(async () => ((await send(null)) === 404 ? null : true), 'n8n to listen');
			expect([await send(null), await send('0'.repeat(64))]).toEqual([401, 403]);
			expect(calls.count).toBe(0);
			expect(await send(signed)).toBe(200);
			await waitFor(async () => ((await at.rows('pt_tasks')).length === 1 ? true : null), 'the request for a note', 30);
			const before = calls.count;
			expect(await send(signed)).toBe(200);
			const ended = await waitFor(async () => {
				const calledFor = (await at.client.executions({ workflowId: at.ids.codeRedLights })).filter(({ mode, status }) => mode === 'webhook' && !['new', 'running', 'waiting'].includes(status));
				return calledFor.length >= 2 ? calledFor : null;
			}, 'both executions', 30);
			expect(ended.map(({ status }) => status)).toEqual(['success', 'success']);
			expect(calls.count).toBe(before);
			await at.client.deactivate(at.ids.codeRedLights);
		});
	});

	describe('with a Confluence', () => {
		const day = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
		const version = (number: number, by: string) => ({ number, by, at: `${day}T0${Math.floor(number / 2)}:${number % 2 === 0 ? '00' : '30'}:00.000Z` });
		const wikiWith = (labels: readonly string[]): Wiki => ({
			spaces: [{ id: '11', key: 'REQ' }],
			pages: [
				{ id: '101', space: 'REQ', title: 'Sync requirements', labels, versions: Array.from({ length: 9 }, (_, index) => version(index + 1, 'qi')), comments: [{ id: '501', kind: 'footer', version: version(1, 'qin'), text: '<p>这个逻辑和《接口说明》文档冲突</p>' }] },
			],
		});
		const reds = async (): Promise<readonly string[]> => (await at.rows('pt_lights')).filter(({ light, state }) => light === 'red' && state !== 'out').map(({ kind }) => String(kind)).sort();
		const asked = (path: string) => ({ method: 'GET' as const, path, accept: 'json' as const, purpose: '', context: {} });

		const KINDS = {
			confluenceCloud: {
				type: 'confluenceCloudApi',
				authorization: `Basic ${Buffer.from('ann@example.com:T-1').toString('base64')}`,
				credential: (url: string) => ({ baseUrl: url, email: 'ann@example.com', apiToken: 'T-1' }),
				answer: (wiki: Wiki, path: string) => cloudAnswer(wiki, asked(path)),
			},
			confluenceDataCenter: {
				type: 'confluenceDataCenterApi',
				authorization: 'Bearer T-2',
				credential: (url: string) => ({ baseUrl: `${url}/confluence`, authentication: 'token', token: 'T-2' }),
				answer: (wiki: Wiki, path: string) => dataCenterAnswer(wiki, asked(path.replace(/^\/confluence/, ''))),
			},
		} as const;

		/** The workflow reads a wiki of this kind; it closes at the end of the test. */
		async function wikiServer(kind: keyof typeof KINDS, labels: readonly string[]) {
			await at.begin('en');
			const { type, authorization, credential, answer } = KINDS[kind];
			const { url, calls } = await edcServer((call) => {
				if (call.headers.authorization !== authorization) return { status: 401, body: '{}' };
				const { status, headers, body } = answer(wikiWith(labels), call.url);
				return { status, headers, body: body as string };
			});
			await at.changeSource('documentRedLights', 'readChanges', (parameters) => void (parameters['system'] = kind));
			await at.useCredential('documentRedLights', 'confluenceActivity', type, credential(url), 'readChanges');
			return { credential: credential(url), calls };
		}

		it.each(['confluenceCloud', 'confluenceDataCenter'] as const)('S7: pages and comments over HTTP, with a label that keeps the time when it was first seen (%s)', async (kind) => {
			const labels: string[] = [];
			await wikiServer(kind, labels);
			await at.run('documentRedLights', 'schedule');
			expect((await at.rows('pt_errors')).map(({ message }) => message)).toEqual([]);
			expect(await reds()).toEqual(['documentConflict', 'pageEdits']);
			labels.push('in-review');
			await at.run('documentRedLights', 'schedule');
			expect(await reds()).toEqual(['documentConflict']);
			const observed = async (): Promise<unknown> => (JSON.parse(String((await at.rows('pt_cursors')).find(({ cursor }) => cursor !== '')?.['cursor'])) as { readonly observed: unknown }).observed;
			const first = await observed();
			expect(JSON.stringify(first)).toContain('in-review');
			await at.run('documentRedLights', 'schedule');
			expect(await observed()).toEqual(first);
			expect(await reds()).toEqual(['documentConflict']);
		});

		it('S7: a signed call of Confluence starts a reading; an unsigned or forged one asks for nothing', async () => {
			const { credential, calls } = await wikiServer('confluenceDataCenter', []);
			await at.useCredential('documentRedLights', 'confluenceTrigger', 'confluenceWebhookApi', { secret: SECRET });
			await at.useCredential('documentRedLights', 'confluenceTrigger', 'confluenceDataCenterApi', credential);
			await at.publish('documentRedLights');
			const body = JSON.stringify({ timestamp: Date.now(), event: 'page_updated', userKey: 'k', page: { id: 101, version: 9, contentType: 'page' } });
			const send = async (signature: string | null): Promise<number> =>
				(await fetch(`${at.n8n.url}/webhook/pt-document-lights/confluence`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...(signature === null ? {} : { 'x-hub-signature': `sha256=${signature}` }) } })).status;
			await waitFor(async () => ((await send(null)) === 404 ? null : true), 'n8n to listen');
			expect([await send(null), await send('0'.repeat(64))]).toEqual([401, 403]);
			expect(calls).toEqual([]);
			expect(await send(createHmac('sha256', SECRET).update(body).digest('hex'))).toBe(200);
			await waitFor(async () => ((await reds()).length === 2 ? true : null), 'both lights', 30);
			await at.client.deactivate(at.ids.documentRedLights);
		});
	});
});
