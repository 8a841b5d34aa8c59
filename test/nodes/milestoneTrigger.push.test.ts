import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { hmacSignature, standardWebhooksSignature } from '../../core/authentication/verify.js';
import { RedcapApi } from '../../credentials/RedcapApi.credentials.js';
import { MilestoneTrigger } from '../../nodes/MilestoneTrigger/MilestoneTrigger.node.js';
import { edcServer } from '../support/edcServer.js';
import { exampleEvents } from '../support/exampleEvents.js';
import { webhookFunctions, type FakeCredential, type FakeRequest } from '../support/executeFunctions.js';
import { identities } from '../support/items.js';
import { odmSnapshot } from '../support/odmDocuments.js';

const SECRET = 'a shared secret of 32 characters';
const HMAC = { method: 'hmac', secret: SECRET, algorithm: 'sha256', encoding: 'hex', signatureHeader: 'X-Signature', prefix: 'sha256=', timestampHeader: '', signedContent: 'body', toleranceSeconds: 300 };
const signature = (body: string | Buffer): string => hmacSignature({ secret: SECRET, algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=', signedContent: 'body' }, '', Buffer.from(body));

interface Sent extends FakeRequest {
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly credential?: Record<string, string | number>;
	readonly credentials?: Record<string, FakeCredential>;
	readonly signed?: boolean;
}

/** Sends a call to the node and gives what n8n would see. */
async function send({ parameters = {}, credential = HMAC, credentials = {}, signed = true, ...request }: Sent) {
	const headers = { ...(signed ? { 'x-signature': signature(request.body ?? '') } : {}), ...request.headers };
	const { functions, answer } = webhookFunctions({
		parameters: { source: 'odm', receiveBy: 'push', ...parameters },
		credentials: { edcWebhookApi: { values: credential }, ...credentials },
		request: { ...request, headers },
	});
	const result = await new MilestoneTrigger().webhook.call(functions);
	const told = answer();
	return { result, status: told?.status ?? null, headers: told?.headers ?? {}, told: told === null ? null : (JSON.parse(told.body) as { message: string; findings?: Array<{ where: string; value: string | null; expected: string }> }), items: result.workflowData ?? null };
}

const types = (items: INodeExecutionData[][] | null): unknown[] => (items?.[0] ?? []).map((item) => item.json['type']);

describe('S1: a call is authenticated before anything of it is read', () => {
	const body = odmSnapshot(['001']);

	it('takes a signed document and leaves the answer to n8n, so that it comes after the facts are stored', async () => {
		const { items, status, result } = await send({ body });
		expect(status).toBeNull();
		expect(result.noWebhookResponse).toBeUndefined();
		expect(types(items)).toContain('performance-trace.edc.form.recorded.v1');
		expect(items?.[1]).toEqual([]);
	});

	it('answers 401 to an unsigned call and 403 to a wrong signature, says why, and runs nothing', async () => {
		const unsigned = await send({ body, signed: false });
		expect(unsigned).toMatchObject({ status: 401, items: null, result: { noWebhookResponse: true } });
		expect(unsigned.told?.message).toContain('X-Signature');
		const forged = await send({ body: `${body} `, signed: false, headers: { 'x-signature': signature(body) } });
		expect(forged).toMatchObject({ status: 403, items: null });
		expect(JSON.stringify(forged.told)).not.toContain(SECRET);
	});

	it('checks the bytes as they came and not what they mean: the same JSON written otherwise is refused', async () => {
		const event = JSON.stringify(exampleEvents[5]);
		expect((await send({ body: event, parameters: { source: 'webhook' } })).items?.[0]).toHaveLength(1);
		expect(await send({ body: JSON.stringify(exampleEvents[5], null, 1), signed: false, headers: { 'x-signature': signature(event) }, parameters: { source: 'webhook' } })).toMatchObject({ status: 403 });
	});

	it.each([
		['header token', { method: 'headerToken', header: 'X-Token', token: SECRET }, { 'x-token': SECRET }, { 'x-token': `${SECRET}!` }],
		['user name and password', { method: 'basic', username: 'edc', password: SECRET }, { authorization: `Basic ${Buffer.from(`edc:${SECRET}`).toString('base64')}` }, { authorization: `Basic ${Buffer.from('edc:no').toString('base64')}` }],
	])('accepts and refuses by %s', async (_, credential, right, wrong) => {
		expect((await send({ body, credential, headers: right, signed: false })).items?.[0]?.length).toBeGreaterThan(0);
		expect(await send({ body, credential, headers: wrong, signed: false })).toMatchObject({ status: 403, items: null });
		expect(await send({ body, credential, signed: false })).toMatchObject({ status: 401, items: null });
	});

	it('asks a browser-like caller for user name and password', async () => {
		expect((await send({ body, credential: { method: 'basic', username: 'edc', password: SECRET }, signed: false })).headers['www-authenticate']).toContain('Basic');
	});

	it('accepts Standard Webhooks now and refuses the same call later (replay)', async () => {
		const credential = { method: 'standardWebhooks', secret: SECRET, toleranceSeconds: 300 };
		const at = (seconds: number) => ({ 'webhook-id': 'm1', 'webhook-timestamp': String(seconds), 'webhook-signature': standardWebhooksSignature(SECRET, 'm1', String(seconds), Buffer.from(body)) });
		const now = Math.floor(Date.now() / 1000);
		expect((await send({ body, credential, headers: at(now), signed: false })).items?.[0]?.length).toBeGreaterThan(0);
		expect(await send({ body, credential, headers: at(now - 400), signed: false })).toMatchObject({ status: 403, items: null });
	});

	it('gives the same facts, with the same identity, for the same call sent twice', async () => {
		const sent = async () => identities((await send({ body })).items?.[0]);
		expect(await sent()).toEqual(await sent());
	});

	it('does not accept a call while its credential is not filled in or not chosen', async () => {
		expect(await send({ body, credential: { ...HMAC, secret: '' } })).toMatchObject({ status: 403, items: null });
		const { functions, answer } = webhookFunctions({ parameters: { source: 'odm', receiveBy: 'push' }, request: { body } });
		expect(await new MilestoneTrigger().webhook.call(functions)).toEqual({ noWebhookResponse: true });
		expect(answer()).toMatchObject({ status: 500 });
	});

	it('takes anything only where "None" was chosen', async () => {
		expect((await send({ body, signed: false, parameters: { authentication: 'none' } })).items?.[0]?.length).toBeGreaterThan(0);
	});
});

describe('S1: bad calls are answered and never crash', () => {
	it('refuses 100 MB with 413 by their declared length, without reading them', async () => {
		const refused = await send({ body: 'x', signed: false, headers: { 'content-length': String(100 * 1_048_576) } });
		expect(refused).toMatchObject({ status: 413, items: null });
		expect(refused.told?.message).toContain('16 MB');
	});

	it('refuses what n8n itself finds too large, and content that is larger than it declares', async () => {
		expect(await send({ body: Buffer.alloc(2000), serverLimit: 1000 })).toMatchObject({ status: 413 });
		expect(await send({ body: Buffer.alloc(1_048_577, 32), headers: { 'content-length': '5' }, parameters: { more: { largestCallMegabytes: 1 } } })).toMatchObject({ status: 413 });
	});

	it('answers malformed XML with 422, line and expectation, and starts nothing', async () => {
		const { status, told, items } = await send({ body: '<ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="Snapshot"><ClinicalData StudyOID="S-1"><SubjectData' });
		expect(status).toBe(422);
		expect(items).toBeNull();
		expect(told?.findings?.[0]?.where).toContain('line 1');
	});

	it.each([
		['no JSON and no XML', 'subject;visit\n1;2'],
		['broken JSON', '{"specversion":'],
		['JSON in another encoding', Buffer.from([0x7b, 0x22, 0xe4, 0x22, 0x3a, 0x31, 0x7d])],
		['an entity bomb', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><ODM>&c;</ODM>'],
		['XML that is no ODM', '<html><body>Login</body></html>'],
		['an event with a wrong field', JSON.stringify({ ...exampleEvents[3], data: { ...exampleEvents[3]?.data, removed: 'no' } })],
	])('answers 422 with findings to %s', async (_, body) => {
		const { status, told, items } = await send({ body });
		expect(status).toBe(422);
		expect(items).toBeNull();
		expect(told?.findings?.length).toBeGreaterThan(0);
	});

	it('starts the workflow with the findings where that was chosen, and still answers 422', async () => {
		const { status, items } = await send({ body: '{"specversion":', parameters: { more: { handOnUnusable: true } } });
		expect(status).toBe(422);
		expect(items?.[0]).toEqual([]);
		expect(items?.[1]?.[0]?.json).toMatchObject({ where: 'Content', severity: 'refused', source: 'odm' });
	});

	it('keeps the good facts of a call that also holds bad ones, and hands on why the others are not', async () => {
		const { status, items } = await send({ body: JSON.stringify([exampleEvents[3], { ...exampleEvents[4], time: 'yesterday' }, exampleEvents[5], exampleEvents[5]]), parameters: { source: 'webhook' } });
		expect(status).toBeNull();
		expect(items?.[0]).toHaveLength(2);
		expect(items?.[1]?.map((item) => item.json['where'])).toEqual(['Content[1].time']);
	});

	it.each(['', '  ', '{}', '[]', '{"test":true}', '{"type":"ping"}'])('answers the empty or test call %j with 200 and starts nothing', async (body) => {
		expect(await send({ body })).toMatchObject({ status: 200, items: null });
	});

	it('says 415 to a form with files', async () => {
		expect(await send({ body: '--x', headers: { 'content-type': 'multipart/form-data; boundary=x' } })).toMatchObject({ status: 415, items: null });
	});
});

describe('S1: what a call may hold', () => {
	it('CloudEvents in binary mode', async () => {
		const event = exampleEvents[6];
		const headers = { 'ce-specversion': '1.0', 'ce-id': String(event?.id), 'ce-source': String(event?.source), 'ce-type': String(event?.type), 'content-type': 'application/json' };
		expect(types((await send({ body: JSON.stringify(event?.data), headers, parameters: { source: 'webhook' } })).items)).toEqual([event?.type]);
	});

	it('CloudEvents in binary mode: a header with a lone percent sign is the sender’s and no fault of the node', async () => {
		const event = exampleEvents[6];
		const headers = { 'ce-specversion': '1.0', 'ce-id': '100%', 'ce-source': String(event?.source), 'ce-type': String(event?.type), 'content-type': 'application/json' };
		const { items } = await send({ body: JSON.stringify(event?.data), headers, parameters: { source: 'webhook' } });
		expect(items?.[0]?.[0]?.json).toMatchObject({ id: '100%' });
	});

	it('records of any system, by a mapping that the user writes', async () => {
		const recordMapping = { list: 'records', rules: [{ event: 'subjectChanged', fields: { study: { constant: 'S-1' }, subject: { path: 'key' }, at: { path: 'when' }, enrolledAt: { path: 'day' } } }] };
		const parameters = { source: 'webhook', sourceAddress: 'https://edc.example.org/S-1', recordMapping: JSON.stringify(recordMapping), mapping: { zone: 'Asia/Shanghai' } };
		const { items } = await send({ body: JSON.stringify({ records: [{ key: '017', when: '2026-03-02 08:00:00', day: '2026-03-02' }, { when: '2026-03-02' }] }), parameters });
		expect(items?.[0]?.map((item) => item.json)).toMatchObject([{ source: 'https://edc.example.org/S-1', time: '2026-03-02T08:00:00+08:00', data: { subject: '017', enrolledAt: '2026-03-02' } }]);
		expect(items?.[1]?.map(({ json }) => json['severity'])).toContain('refused');
		expect(await send({ body: '[{"key":"017"}]', parameters: { ...parameters, sourceAddress: '' } })).toMatchObject({ status: 500, items: null });
	});

	it('a document in UTF-16, as some exports are', async () => {
		const body = Buffer.from(`\uFEFF${odmSnapshot(['001']).replace('UTF-8', 'UTF-16')}`, 'utf16le');
		expect(types((await send({ body })).items)).toContain('performance-trace.edc.form.recorded.v1');
	});

	it('milestones judged on the payload alone', async () => {
		const rules = [{ id: 'lock', measure: 'databaseLocked' }];
		const { items } = await send({ body: JSON.stringify(exampleEvents[2]), parameters: { source: 'webhook', output: 'milestones', milestoneRules: JSON.stringify(rules) } });
		expect(items?.[0]?.[0]?.json).toMatchObject({ kind: 'milestone', value: { state: 'reached', news: 'fired', study: 'S-1' } });
	});

	it('tells nobody outside what is wrong with the settings, and runs nothing', async () => {
		const { status, told, items } = await send({ body: '{}', parameters: { output: 'milestones', milestoneRules: '[{"id":"x"}]' } });
		expect({ status, items }).toEqual({ status: 500, items: null });
		expect(told?.message).not.toContain('measure');
	});
});

describe('S1: REDCap Data Entry Trigger is a hint, the API is the truth', () => {
	const parameters = { source: 'redcap', receiveBy: 'both', study: '77', authentication: 'none' };
	const hint = (url: string, over: Record<string, string> = {}) =>
		new URLSearchParams({ project_id: '77', redcap_url: `${url}/`, project_url: `${url}/x`, username: 'crc', record: '017', instrument: 'visit', visit_complete: '2', ...over }).toString();
	const form = { 'content-type': 'application/x-www-form-urlencoded' };

	it('refuses a hint of another project and asks the API nothing', async () => {
		const { url, calls } = await edcServer(() => ({ body: '[]' }));
		const credentials = { redcapApi: { values: { baseUrl: url, apiToken: 'T' }, type: new RedcapApi() } };
		const { status, told } = await send({ body: hint(url, { project_id: '78' }), headers: form, parameters, credentials, signed: false });
		expect(status).toBe(422);
		expect(told?.findings?.[0]?.value).toContain('"78"');
		expect(calls).toEqual([]);
	});

	it('reads through the API with the token in the body, and answers 502 where the API refuses', async () => {
		const { url, calls } = await edcServer(() => ({ status: 403, body: '{"error":"You do not have permissions to use the API"}' }));
		const credentials = { redcapApi: { values: { baseUrl: `${url}/api/`, apiToken: 'T-1' }, type: new RedcapApi() } };
		const { status, told, items } = await send({ body: hint(url), headers: form, parameters, credentials, signed: false });
		expect(calls[0]).toMatchObject({ method: 'POST', url: '/api/', form: { token: 'T-1' } });
		expect({ status, items }).toEqual({ status: 502, items: null });
		expect(told?.message).toContain('permissions');
		expect(JSON.stringify(told)).not.toContain('T-1');
	});
});
