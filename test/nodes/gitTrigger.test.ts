import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { giteeSignature } from '../../core/authentication/gitWebhook.js';
import { standardWebhooksSignature } from '../../core/authentication/verify.js';
import { GitTrigger } from '../../nodes/GitTrigger/GitTrigger.node.js';
import { shaOf } from '../core/git/support.js';
import { webhookFunctions, type FakeRequest } from '../support/executeFunctions.js';

const SECRET = 'a shared secret of 32 characters';
const TOKEN = 'whsec_c2lnbmluZy1zZWNyZXQtb2YtZ2l0bGFi';
const repository = { full_name: 'acme/app', html_url: 'https://git.example.com/acme/app' };
const account = (login: string) => ({ login, id: 1, type: 'User' });
const closed = { action: 'closed', repository, sender: account('dee'), pull_request: { number: 7, title: 'Export', html_url: `${repository.html_url}/pull/7`, user: account('ann'), state: 'closed', draft: false, created_at: '2026-09-17T02:00:00Z', updated_at: '2026-09-18T02:00:00Z', closed_at: '2026-09-18T02:00:00Z', merged_at: null, head: { ref: 'export', sha: shaOf('head'), repo: repository }, base: { ref: 'main' } } };
const hex = (body: string): string => createHmac('sha256', SECRET).update(body).digest('hex');

interface Sent extends FakeRequest {
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly credential?: Readonly<Record<string, string | number>>;
}

async function send({ parameters = {}, credential = { secret: SECRET, signingToken: '', toleranceSeconds: 300 }, ...request }: Sent) {
	const { functions, answer } = webhookFunctions({ parameters: { host: 'any', more: {}, ...parameters }, credentials: { gitWebhookApi: { values: { ...credential } } }, request: { ...request, headers: { 'content-type': 'application/json', ...request.headers } } });
	const result = await new GitTrigger().webhook.call(functions);
	const told = answer();
	return { items: result.workflowData ?? null, status: told?.status ?? null, message: told === null ? '' : told.body };
}

const github = (payload: object, headers: Readonly<Record<string, string>> = {}, more: Partial<Sent> = {}) => {
	const body = JSON.stringify(payload);
	return send({ body, headers: { 'x-github-event': 'pull_request', 'x-github-delivery': 'guid-1', 'x-hub-signature-256': `sha256=${hex(body)}`, ...headers }, ...more });
};

describe('S6: Git Trigger', () => {
	it('hands on the facts of a signed call and leaves the answer (200) to n8n at once', async () => {
		const { items, status } = await github(closed);
		expect(status).toBeNull();
		expect(items?.[0]?.map(({ json }) => json['id'])).toEqual(['change/7/created', 'change/7/abandoned/2026-09-18T02:00:00Z']);
		expect(items?.[1]).toEqual([]);
		expect(items?.[2]).toMatchObject([{ json: { system: 'github', event: 'pull_request', action: 'closed', repository: 'acme/app', change: '7', delivery: 'guid-1', facts: 2 } }]);
		expect(new GitTrigger().description.webhooks?.[0]).toMatchObject({ responseMode: 'onReceived', httpMethod: 'POST' });
	});

	it('answers 401 to a call without proof and 403 to a wrong one, and runs nothing', async () => {
		const body = JSON.stringify(closed);
		expect(await send({ body, headers: { 'x-github-event': 'pull_request' } })).toMatchObject({ status: 401, items: null });
		expect(await send({ body: `${body} `, headers: { 'x-github-event': 'pull_request', 'x-hub-signature-256': `sha256=${hex(body)}` } })).toMatchObject({ status: 403, items: null });
		expect(await send({ body })).toMatchObject({ status: 401, items: null });
		expect((await send({ body: 'not even JSON', headers: { 'x-github-event': 'push' } })).status).toBe(401);
	});

	it('takes each host by its own proof, Gitea before GitHub', async () => {
		const body = JSON.stringify(closed);
		const gitea = await send({ body, headers: { 'x-gitea-event': 'pull_request', 'x-github-event': 'pull_request', 'x-gitea-signature': hex(body) } });
		expect(gitea.items?.[0]?.[0]?.json).toMatchObject({ data: { author: { system: 'gitea' } } });
		const project = { web_url: repository.html_url, path_with_namespace: 'acme/app' };
		const merge = JSON.stringify({ object_kind: 'merge_request', user: { id: 5, username: 'ann' }, project, object_attributes: { iid: 7, action: 'close', state: 'closed', author_id: 5, title: 'Export', created_at: '2026-09-17 02:00:00 UTC', updated_at: '2026-09-18 02:00:00 UTC', source_branch: 'x', target_branch: 'main' } });
		const gitlab = await send({ body: merge, headers: { 'x-gitlab-event': 'Merge Request Hook', 'x-gitlab-token': SECRET, 'idempotency-key': 'k-1' } });
		expect(gitlab.items?.[0]?.map(({ json }) => json['time'])).toEqual(['2026-09-17T02:00:00Z', '2026-09-18T02:00:00Z']);
		expect(gitlab.items?.[2]?.[0]?.json['delivery']).toBe('k-1');
		const at = String(Math.floor(Date.now() / 1000));
		const signed = { 'x-gitlab-event': 'Merge Request Hook', 'webhook-id': 'm', 'webhook-timestamp': at, 'webhook-signature': standardWebhooksSignature(TOKEN, 'm', at, Buffer.from(merge)) };
		const credential = { secret: SECRET, signingToken: TOKEN, toleranceSeconds: 300 };
		expect((await send({ body: merge, headers: signed, credential })).items?.[0]).toHaveLength(2);
		expect(await send({ body: `${merge} `, headers: signed, credential })).toMatchObject({ status: 403 });
		const gitee = JSON.stringify({ hook_name: 'merge_request_hooks', action: 'close', project: repository, pull_request: closed.pull_request, password: SECRET });
		const stamp = String(Date.now());
		const taken = await send({ body: gitee, headers: { 'x-gitee-event': 'Merge Request Hook', 'x-gitee-timestamp': stamp, 'x-gitee-token': giteeSignature(SECRET, stamp) } });
		expect(taken.items?.[0]).toHaveLength(2);
		expect(JSON.stringify(taken.items)).not.toContain(SECRET);
	});

	it('refuses another host than the one that is set', async () => {
		const body = JSON.stringify(closed);
		expect((await github(closed, {}, { parameters: { host: 'gitlab' } })).status).toBe(401);
		expect((await send({ body, headers: { 'x-gitlab-event': 'Push Hook', 'x-hub-signature-256': `sha256=${hex(body)}` }, parameters: { host: 'github' } })).status).toBe(403);
		expect((await github(closed, {}, { parameters: { host: 'github' } })).items?.[0]).toHaveLength(2);
	});

	it('accepts no call while the credential is empty', async () => {
		expect((await github(closed, {}, { credential: { secret: '', signingToken: '' } })).status).toBe(403);
	});

	it('answers a test call and a call without a fact, and starts nothing unless that is wanted', async () => {
		expect(await github({ zen: 'Keep it simple.' }, { 'x-github-event': 'ping' })).toMatchObject({ status: 200, items: null });
		expect(await github({ ref: 'v1', ref_type: 'tag', repository }, { 'x-github-event': 'create' })).toMatchObject({ status: 200, items: null });
		const wanted = await github({ ref: 'v1', ref_type: 'tag', repository }, { 'x-github-event': 'create' }, { parameters: { more: { startWithoutFacts: true } } });
		expect(wanted.items?.map((output) => output.length)).toEqual([0, 0, 1]);
	});

	it('says where something was decided also where the call does not name the author', async () => {
		const body = JSON.stringify({ object_kind: 'merge_request', user: { id: 9, username: 'dee' }, project: { web_url: repository.html_url, path_with_namespace: 'acme/app' }, object_attributes: { iid: 7, action: 'merge', state: 'merged', author_id: 5, created_at: '2026-09-17 02:00:00 UTC', updated_at: '2026-09-18 02:00:00 UTC' } });
		const { items } = await send({ body, headers: { 'x-gitlab-event': 'Merge Request Hook', 'x-gitlab-token': SECRET } });
		expect(items?.[0]).toEqual([]);
		expect(items?.[2]).toMatchObject([{ json: { repository: 'acme/app', change: '7', facts: 0 } }]);
	});

	it('reads GitHub’s form too, over which it signs', async () => {
		const body = `payload=${encodeURIComponent(JSON.stringify(closed))}`;
		const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-github-event': 'pull_request', 'x-hub-signature-256': `sha256=${hex(body)}` };
		expect((await send({ body, headers })).items?.[0]).toHaveLength(2);
	});

	it('refuses content that is no JSON and content that is too large', async () => {
		const body = '<xml/>';
		expect((await send({ body, headers: { 'x-github-event': 'push', 'x-hub-signature-256': `sha256=${hex(body)}` } })).status).toBe(422);
		expect((await send({ body: 'x'.repeat(1_100_000), parameters: { more: { largestCallMegabytes: 1 } } })).status).toBe(413);
	});

	it('tells a weak secret', async () => {
		const test = new GitTrigger().methods.credentialTest.gitWebhookTest;
		const status = async (data: Readonly<Record<string, string>>) => (await test.call({} as never, { id: '1', name: 'x', type: 'gitWebhookApi', data: { ...data } } as never)).status;
		expect(await status({ secret: 'short' })).toBe('Error');
		expect(await status({ secret: '' })).toBe('Error');
		expect(await status({ secret: SECRET })).toBe('OK');
		expect(await status({ secret: '', signingToken: TOKEN })).toBe('OK');
	});
});
