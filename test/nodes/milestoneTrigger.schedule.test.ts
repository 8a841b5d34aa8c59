import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { CastorEdcApi } from '../../credentials/CastorEdcApi.credentials.js';
import { OdmSourceApi } from '../../credentials/OdmSourceApi.credentials.js';
import { RedcapApi } from '../../credentials/RedcapApi.credentials.js';
import { MilestoneTrigger } from '../../nodes/MilestoneTrigger/MilestoneTrigger.node.js';
import { answerOf, smallProject } from '../core/edc/redcapProject.js';
import { edcServer, type ServedCall } from '../support/edcServer.js';
import { pollFunctions, type FakeContext, type FakeCredential } from '../support/executeFunctions.js';
import { textAt } from '../support/items.js';
import { odmSnapshot } from '../support/odmDocuments.js';

const poll = (context: FakeContext & { readonly budgetMilliseconds?: number }) => new MilestoneTrigger().poll.call(pollFunctions(context));
const never = { readAgain: 'never' };
const facts = (items: Awaited<ReturnType<typeof poll>>): string[] => (items?.[0] ?? []).map(({ json }) => textAt(json, 'type'));
const remembered = (staticData: IDataObject): IDataObject => Object.values(staticData)[0] as IDataObject;

/** The small REDCap of the adapter's own tests behind a real socket. */
const redcap = (project = smallProject()) => {
	const serve = (call: ServedCall) => {
		const { token, ...form } = call.form;
		if (token !== 'T-1') return { status: 403, body: '{"error":"You do not have permissions to use the API"}' };
		const answer = answerOf(project, { method: 'POST', path: call.url, form, accept: 'json', purpose: '', context: {} });
		return { status: answer.status, headers: { 'content-type': 'application/json' }, body: answer.body as string };
	};
	return serve;
};
const redcapCredential = (url: string, apiToken = 'T-1'): Record<string, FakeCredential> => ({ redcapApi: { values: { baseUrl: url, apiToken }, type: new RedcapApi() } });
const redcapParameters = { source: 'redcap', receiveBy: 'pull', study: '42', mapping: { zone: 'Asia/Shanghai' }, ...never };

describe('S1: the scheduled reading finds what calls lose', () => {
	it('reads a study through its adapter, remembers how far, and says nothing the second time where nothing is new', async () => {
		const { url, calls } = await edcServer(redcap());
		const staticData: IDataObject = {};
		const first = await poll({ parameters: redcapParameters, credentials: redcapCredential(url), staticData });
		expect(facts(first).length).toBeGreaterThan(3);
		expect(calls.every((call) => call.url === '/api/' && call.form['token'] === 'T-1')).toBe(true);
		const { cursor } = remembered(staticData);
		expect(cursor).toMatchObject({ vendor: 'redcap', study: '42' });
		expect(await poll({ parameters: redcapParameters, credentials: redcapCredential(url), staticData })).toBeNull();
		expect(JSON.stringify(staticData)).not.toContain('T-1');
	});

	it('does not move on where the EDC refuses, and says so with what to do', async () => {
		const { url } = await edcServer(redcap());
		const staticData: IDataObject = {};
		await expect(poll({ parameters: redcapParameters, credentials: redcapCredential(url, 'wrong'), staticData })).rejects.toMatchObject({ message: expect.stringContaining('permissions') as string, description: expect.stringContaining('API') as string });
		expect(remembered(staticData)).toEqual({});
		const found = await poll({ parameters: redcapParameters, credentials: redcapCredential(url), staticData });
		expect(facts(found).length).toBeGreaterThan(3);
	});

	it('keeps the cursor where an answer was cut off in the middle, and finds everything the next time', async () => {
		const whole = redcap();
		let cut = true;
		const { url } = await edcServer((call) => {
			const answer = whole(call);
			return cut && call.form['content'] === 'record' && call.form['fields[0]'] === undefined ? { ...answer, body: answer.body.slice(0, 40) } : answer;
		});
		const staticData: IDataObject = {};
		const broken = await poll({ parameters: redcapParameters, credentials: redcapCredential(url), staticData }).catch(() => null);
		expect(broken?.[1]?.some(({ json }) => json['severity'] === 'refused') ?? true).toBe(true);
		expect(remembered(staticData)['readAllOn']).toBeUndefined();
		cut = false;
		const found = await poll({ parameters: redcapParameters, credentials: redcapCredential(url), staticData });
		const control = await edcServer(whole);
		expect(facts(found)).toEqual(facts(await poll({ parameters: redcapParameters, credentials: redcapCredential(control.url), staticData: {} })));
	});

	it('keeps what is remembered of one study apart from another', async () => {
		const { url } = await edcServer(redcap());
		const staticData: IDataObject = {};
		await poll({ parameters: redcapParameters, credentials: redcapCredential(url), staticData });
		await poll({ parameters: { ...redcapParameters, study: '43' }, credentials: redcapCredential(url), staticData }).catch(() => null);
		expect(Object.keys(staticData).sort()).toEqual(['redcap 42', 'redcap 43']);
	});

	it('"Fetch Test Event" reads and remembers nothing', async () => {
		const { url } = await edcServer(redcap());
		const staticData: IDataObject = {};
		expect(facts(await poll({ parameters: redcapParameters, credentials: redcapCredential(url), staticData, mode: 'manual' })).length).toBeGreaterThan(3);
		expect(staticData).toEqual({});
	});

	it('reads nothing where only calls are received', async () => {
		expect(await poll({ parameters: { source: 'odm', receiveBy: 'push' } })).toBeNull();
		expect(await poll({ parameters: { source: 'webhook', receiveBy: 'push' } })).toBeNull();
	});

	it('names the field where a setting cannot be used', async () => {
		await expect(poll({ parameters: { ...redcapParameters, study: ' ' } })).rejects.toThrow('"Study" is empty');
		await expect(poll({ parameters: { ...redcapParameters, mapping: { zone: 'Mars/Olympus' } } })).rejects.toThrow('Mars/Olympus');
		await expect(poll({ parameters: { ...redcapParameters, mapping: { json: '{"visitdate": []}' } } })).rejects.toThrow('"visitdate"');
		await expect(poll({ parameters: redcapParameters, credentials: { redcapApi: { values: { baseUrl: 'redcap.example.org', apiToken: '' } } } })).rejects.toThrow('redcap.example.org');
	});
});

describe('S1: an ODM document behind an address', () => {
	const parameters = { source: 'odm', receiveBy: 'pull', mapping: { zone: 'Asia/Shanghai' }, ...never };
	const credentials = (url: string): Record<string, FakeCredential> => ({ odmSourceApi: { values: { baseUrl: `${url}/export.xml`, method: 'basic', username: 'u', password: 'p' }, type: new OdmSourceApi() } });

	it('is fetched with the credential, asked for only if changed, and gives nothing where it did not', async () => {
		let subjects = ['001', '002'];
		const { url, calls } = await edcServer((call) => {
			const etag = `"${subjects.length}"`;
			return call.headers['if-none-match'] === etag ? { status: 304 } : { headers: { etag, 'content-type': 'application/xml' }, body: odmSnapshot(subjects) };
		});
		const staticData: IDataObject = {};
		expect(facts(await poll({ parameters, credentials: credentials(url), staticData })).filter((type) => type.includes('form.recorded'))).toHaveLength(2);
		expect(calls[0]).toMatchObject({ url: '/export.xml', headers: { authorization: `Basic ${Buffer.from('u:p').toString('base64')}` } });
		expect(await poll({ parameters, credentials: credentials(url), staticData })).toBeNull();
		subjects = ['001', '002', '003'];
		expect(facts(await poll({ parameters, credentials: credentials(url), staticData })).filter((type) => type.includes('form.recorded'))).toHaveLength(3);
	});

	it('is no news where only its time of making changed, and is where a subject is gone', async () => {
		let minute = 0;
		let subjects = ['001', '002'];
		const { url } = await edcServer(() => ({ body: odmSnapshot(subjects).replace(/CreationDateTime="[^"]*"/, `CreationDateTime="2026-03-02T08:0${minute++}:00+08:00"`) }));
		const staticData: IDataObject = {};
		expect(await poll({ parameters, credentials: credentials(url), staticData })).not.toBeNull();
		expect(await poll({ parameters, credentials: credentials(url), staticData })).toBeNull();
		subjects = ['001'];
		expect(await poll({ parameters, credentials: credentials(url), staticData })).not.toBeNull();
	});

	it('waits as the server asks (Retry-After), and tries a broken answer again', async () => {
		const { url, calls } = await edcServer((_, count) => (count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : count === 2 ? { status: 502 } : { body: odmSnapshot(['001']) }));
		const started = Date.now();
		expect(facts(await poll({ parameters, credentials: credentials(url), staticData: {} }))).not.toEqual([]);
		expect(calls).toHaveLength(3);
		expect(Date.now() - started).toBeGreaterThan(900);
	});

	it('does not wait longer than the run may take', async () => {
		const { url, calls } = await edcServer(() => ({ status: 503, headers: { 'retry-after': '30' } }));
		await expect(poll({ parameters, credentials: credentials(url), staticData: {}, budgetMilliseconds: 4000 })).rejects.toThrow('503');
		expect(calls).toHaveLength(1);
	});

	it('follows no redirect: the credential stays with its own server', async () => {
		const other = await edcServer(() => ({ body: odmSnapshot(['666']) }));
		const { url } = await edcServer(() => ({ status: 302, headers: { location: other.url } }));
		await expect(poll({ parameters, credentials: credentials(url), staticData: {} })).rejects.toThrow('302');
		expect(other.calls).toEqual([]);
	});

	it('refuses an answer that is larger than allowed', async () => {
		const { url } = await edcServer(() => ({ body: ' '.repeat(2_000_000) + odmSnapshot(['001']) }));
		await expect(poll({ parameters: { ...parameters, more: { largestAnswerMegabytes: 1 } }, credentials: credentials(url), staticData: {} })).rejects.toThrow('larger than 1 MB');
	});

	it('reads everything again once a night, and remembers the day only when it got through', async () => {
		let broken = false;
		const { url, calls } = await edcServer((call) => (broken ? { status: 404 } : call.headers['if-none-match'] === '"1"' ? { status: 304 } : { headers: { etag: '"1"' }, body: odmSnapshot(['001']) }));
		const nightly = { ...parameters, readAgain: 'nightly', readAgainHour: 0 };
		const staticData: IDataObject = {};
		await poll({ parameters: nightly, credentials: credentials(url), staticData });
		expect(await poll({ parameters: nightly, credentials: credentials(url), staticData })).toBeNull();
		remembered(staticData)['readAllOn'] = '2020-01-01';
		broken = true;
		await expect(poll({ parameters: nightly, credentials: credentials(url), staticData })).rejects.toThrow('404');
		expect(remembered(staticData)['readAllOn']).toBe('2020-01-01');
		broken = false;
		expect(facts(await poll({ parameters: nightly, credentials: credentials(url), staticData }))).not.toEqual([]);
		expect(calls.at(-1)?.headers['if-none-match']).toBeUndefined();
		expect(remembered(staticData)['readAllOn']).not.toBe('2020-01-01');
	});
});

describe('S1: a token that ended is fetched anew', () => {
	it('asks Castor for a token once, and again only when it is refused', async () => {
		let valid = 'first';
		const { url, calls } = await edcServer((call) => {
			if (call.url === '/oauth/token') return { body: JSON.stringify({ access_token: valid, expires_in: 18_000 }) };
			return call.headers.authorization === `Bearer ${valid}` ? { status: 404, body: '{}' } : { status: 401, body: '{}' };
		});
		const credentials = { castorEdcApi: { values: { baseUrl: url, clientId: 'c', clientSecret: 's', accessToken: '' }, type: new CastorEdcApi() } };
		const parameters = { source: 'castor', receiveBy: 'pull', study: 'ST1', ...never };
		await poll({ parameters, credentials, staticData: {} }).catch(() => null);
		const tokens = () => calls.filter((call) => call.url === '/oauth/token');
		expect(tokens()).toHaveLength(1);
		expect(tokens()[0]?.form).toMatchObject({ grant_type: 'client_credentials', client_id: 'c', client_secret: 's' });
		valid = 'second';
		await expect(poll({ parameters, credentials, staticData: {} })).rejects.toThrow('404');
		expect(tokens()).toHaveLength(2);
	});
});
