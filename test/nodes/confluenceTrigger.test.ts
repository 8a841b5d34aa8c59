import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PullRequest } from '../../core/pull/pull.js';
import { ConfluenceDataCenterApi } from '../../credentials/ConfluenceDataCenterApi.credentials.js';
import { ConfluenceTrigger } from '../../nodes/ConfluenceTrigger/ConfluenceTrigger.node.js';
import { dataCenterAnswer } from '../core/documents/dataCenterServer.js';
import { smallWiki } from '../core/documents/wiki.js';
import { edcServer } from '../support/edcServer.js';
import { webhookFunctions, type FakeRequest } from '../support/executeFunctions.js';
import { textAt } from '../support/items.js';

const SECRET = 'sixteen characters or more';
const PAGE_UPDATED = JSON.stringify({ timestamp: 1_772_600_000_000, event: 'page_updated', userKey: 'k', page: { id: 101, version: 3, contentType: 'page' } });

const signed = (body: string, { secret = SECRET, prefix = 'sha256=' } = {}): FakeRequest => ({ body, headers: { 'Content-Type': 'application/json', 'X-Hub-Signature': `${prefix}${createHmac('sha256', secret).update(body).digest('hex')}` } });

async function receive(request: FakeRequest, { parameters = {}, broken = false }: { readonly parameters?: Readonly<Record<string, unknown>>; readonly broken?: boolean } = {}) {
	const { url, calls } = await edcServer((call) => {
		if (broken) return { status: 401, body: '{"message":"no"}' };
		const answer = dataCenterAnswer(smallWiki(), { method: 'GET', path: call.url, accept: 'json', purpose: '', context: {} } satisfies PullRequest);
		return { status: answer.status, headers: answer.headers, body: answer.body as string };
	});
	const { functions, answer } = webhookFunctions({
		request,
		parameters: { spaces: '', parts: ['versions', 'comments', 'labels', 'tasks'], reviewLabels: 'in-review', more: {}, ...parameters },
		credentials: { confluenceWebhookApi: { values: { secret: SECRET } }, confluenceDataCenterApi: { values: { baseUrl: url, authentication: 'token', token: 'T' }, type: new ConfluenceDataCenterApi() } },
	});
	const result = await new ConfluenceTrigger().webhook.call(functions);
	return { result, answer: answer(), calls };
}

describe('S7: Confluence Trigger', () => {
	it.each(['sha256=', ''])('S7: reads the page that a signed call names, the signature written with “%s”', async (prefix) => {
		const { result, answer } = await receive(signed(PAGE_UPDATED, { prefix }));
		expect(answer).toBeNull();
		const [events, unusable] = result.workflowData ?? [];
		expect(new Set(events?.map(({ json }) => json['subject']))).toEqual(new Set(['101']));
		expect(events?.map(({ json }) => textAt(json, 'id'))).toEqual(expect.arrayContaining(['page-101-v3', 'comment-501-v1', 'label-101-in-review-v3']));
		expect(unusable).toEqual([]);
	});

	it('S7: reads the page of a comment', async () => {
		const { result } = await receive(signed(JSON.stringify({ event: 'comment_created', comment: { id: 503 } })));
		expect(new Set(result.workflowData?.[0]?.map(({ json }) => json['subject']))).toEqual(new Set(['101']));
	});

	it('S7: refuses a call that is unsigned (401) or forged (403) before its content is read, and calls nobody', async () => {
		for (const [request, status] of [
			[{ body: PAGE_UPDATED }, 401],
			[signed(PAGE_UPDATED, { secret: 'some other secret' }), 403],
			[{ ...signed(PAGE_UPDATED), body: `${PAGE_UPDATED} ` }, 403],
			[{ body: PAGE_UPDATED, headers: { 'x-hub-signature': 'sha256=' } }, 403],
			[{ body: '{', headers: {} }, 401],
		] as const) {
			const { result, answer, calls } = await receive(request);
			expect(answer?.status).toBe(status);
			expect(result.workflowData).toBeUndefined();
			expect(calls).toEqual([]);
		}
	});

	it.each(['', '{}', '{"test":true}', 'null', '[]', 'Test', '{"event":"space_created","space":{"key":"A"}}'])('S7: what the test button may send does no harm: %j', async (body) => {
		const { result, answer, calls } = await receive(signed(body));
		expect(answer?.status).toBe(200);
		expect(result.workflowData).toBeUndefined();
		expect(calls).toEqual([]);
	});

	it('S7: a page elsewhere, or one that is gone, starts nothing', async () => {
		const elsewhere = await receive(signed(PAGE_UPDATED), { parameters: { spaces: 'OPS' } });
		expect([elsewhere.answer?.status, elsewhere.result.workflowData]).toEqual([200, undefined]);
		const gone = await receive(signed(JSON.stringify({ event: 'page_removed', page: { id: 999 } })));
		expect([gone.answer?.status, gone.result.workflowData]).toEqual([200, undefined]);
	});

	it('S7: says that the page could not be read', async () => {
		const { answer } = await receive(signed(PAGE_UPDATED), { broken: true });
		expect(answer?.status).toBe(502);
		expect(answer?.body).toContain('scheduled reading');
	});

	it('S7: a credential with a short secret is told', async () => {
		const test = (secret: string) => new ConfluenceTrigger().methods.credentialTest.confluenceWebhookTest.call({} as never, { id: '1', name: 'x', type: 'confluenceWebhookApi', data: { secret } });
		expect((await test('short')).status).toBe('Error');
		expect((await test(SECRET)).status).toBe('OK');
	});
});
