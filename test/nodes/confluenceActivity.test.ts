import type { INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { PullRequest } from '../../core/pull/pull.js';
import { sha256 } from '../../core/evidence/key.js';
import { ConfluenceCloudApi } from '../../credentials/ConfluenceCloudApi.credentials.js';
import { ConfluenceDataCenterApi } from '../../credentials/ConfluenceDataCenterApi.credentials.js';
import { ConfluenceWebhookApi } from '../../credentials/ConfluenceWebhookApi.credentials.js';
import { ConfluenceActivity } from '../../nodes/ConfluenceActivity/ConfluenceActivity.node.js';
import { documentServer, documentSourceOf, namesIn } from '../../nodes/shared/documentSources.js';
import { cloudAnswer } from '../core/documents/cloudServer.js';
import { dataCenterAnswer } from '../core/documents/dataCenterServer.js';
import { smallWiki } from '../core/documents/wiki.js';
import { edcServer, type ServedAnswer, type ServedCall } from '../support/edcServer.js';
import { executeFunctions, type FakeExecution } from '../support/executeFunctions.js';
import { textAt } from '../support/items.js';

const run = (context: FakeExecution): Promise<INodeExecutionData[][]> => new ConfluenceActivity().execute.call(executeFunctions(context));
const asked = (path: string): PullRequest => ({ method: 'GET', path, accept: 'json', purpose: '', context: {} });
const served = ({ status, headers, body }: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }): ServedAnswer => ({ status, headers, body: body as string });

const changes = { operation: 'readChanges', system: 'confluenceCloud', spaces: '', labels: '', parts: ['comments', 'labels', 'states', 'tasks', 'versions'], reviewLabels: 'in-review, 评审中', cursor: '' };
const history = { operation: 'readPageHistory', chooseBy: 'page', pages: '101', hashAttachments: true, cursor: '' };

const cloudCredential = (baseUrl: string) => ({ confluenceCloudApi: { values: { baseUrl, email: 'ann@example.com', apiToken: 'T-1' }, type: new ConfluenceCloudApi() } });
const dataCenterCredential = (baseUrl: string, token = 'T-2') => ({ confluenceDataCenterApi: { values: { baseUrl, authentication: 'token', token }, type: new ConfluenceDataCenterApi() } });

const BASIC = `Basic ${Buffer.from('ann@example.com:T-1').toString('base64')}`;
const cloud = (more: (call: ServedCall, count: number) => ServedAnswer | null = () => null) =>
	edcServer((call, count) => {
		if (call.headers.authorization !== BASIC) return { status: 401, headers: { 'content-type': 'application/json' }, body: '{"message":"Client must be authenticated"}' };
		return more(call, count) ?? served(cloudAnswer(smallWiki(), asked(call.url)));
	});
const dataCenter = (more: (call: ServedCall) => ServedAnswer | null = () => null) =>
	edcServer((call) => {
		if (call.headers.authorization !== 'Bearer T-2') return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><html><title>Log In</title></html>' };
		return more(call) ?? served(dataCenterAnswer(smallWiki(), asked(call.url.replace(/^\/confluence/, ''))));
	});

const ids = (items: readonly INodeExecutionData[] | undefined): string[] => (items ?? []).map(({ json }) => textAt(json, 'id')).sort();

describe('S7: Confluence Activity reads changes', () => {
	it('S7: from Cloud, gives where it ended, and goes on from there', async () => {
		const { url } = await cloud();
		const [events, unusable, cursors] = await run({ parameters: changes, credentials: cloudCredential(`${url}/wiki/`) });
		expect(ids(events)).toContain('page-101-v3');
		expect(ids(events)).toContain('comment-503-v1');
		expect(unusable?.map(({ json }) => json['where'])).toEqual(['Page 103 “Secret”']);
		expect(cursors).toHaveLength(1);
		const row = cursors?.[0]?.json ?? {};
		expect(row).toMatchObject({ at: expect.stringMatching(/Z$/) as string, cursor: expect.stringMatching(/^\{/) as string, complete: true, facts: events?.length });
		expect(row['cursorKey']).toBe(`confluence ${url}/wiki`);
		for (const cursor of [row['cursor'], JSON.parse(textAt(row, 'cursor')) as unknown, row, [{ cursorKey: 'other', cursor: '{}' }, row], JSON.stringify([row])]) {
			const [again, , next] = await run({ parameters: { ...changes, cursor }, credentials: cloudCredential(url) });
			expect(again).toEqual([]);
			expect(next?.[0]?.json['cursor']).toBe(row['cursor']);
		}
	});

	it('S7: from Data Center below its context path, with a token', async () => {
		const { url, calls } = await dataCenter();
		const parameters = { ...changes, system: 'confluenceDataCenter', spaces: 'REQ', more: { cursorKey: 'requirements' } };
		const [events, , cursors] = await run({ parameters, credentials: dataCenterCredential(`${url}/confluence/`) });
		expect(new Set(events?.map(({ json }) => json['subject']))).toEqual(new Set(['101', '102']));
		expect(cursors?.[0]?.json['cursorKey']).toBe('requirements');
		expect(calls.every((call) => call.url.startsWith('/confluence/rest/'))).toBe(true);
	});

	it('S7: where too many calls are made it waits and goes on; what a run does not reach the next one does', async () => {
		const { url } = await cloud((_, count) => (count === 3 ? { status: 429, headers: { 'retry-after': '0' }, body: '{}' } : null));
		const [whole] = await run({ parameters: changes, credentials: cloudCredential(url) });
		let cursor: unknown = '';
		const found = new Set<string>();
		for (let turn = 0; turn < 6; turn++) {
			const [events, unusable, cursors] = await run({ parameters: { ...changes, cursor, more: { mostCalls: 20 } }, credentials: cloudCredential(url) });
			for (const id of ids(events)) found.add(id);
			cursor = cursors?.[0]?.json['cursor'] ?? '';
			if (!(unusable ?? []).some(({ json }) => textAt(json, 'expected').includes('number of calls'))) break;
		}
		expect([...found].sort()).toEqual([...new Set(ids(whole))].sort());
	});

	it('S7: says what to do where Confluence refuses, and honours "On Error: Continue"', async () => {
		const { url } = await cloud();
		const credentials = { confluenceCloudApi: { values: { baseUrl: url, email: 'ann@example.com', apiToken: 'wrong' }, type: new ConfluenceCloudApi() } };
		await expect(run({ parameters: changes, credentials })).rejects.toMatchObject({ message: expect.stringContaining('401') as string, description: expect.stringContaining('API token') as string });
		const [events, unusable, cursors] = await run({ parameters: changes, credentials, continueOnFail: true });
		expect([events, cursors]).toEqual([[], []]);
		expect(textAt(unusable?.[0]?.json ?? {}, 'error')).toContain('401');
		const login = await dataCenter();
		await expect(run({ parameters: { ...changes, system: 'confluenceDataCenter' }, credentials: dataCenterCredential(login.url, 'ended') })).rejects.toThrow('web page');
	});

	it.each([
		[{ ...changes, cursor: '{"a":' }, 'Cursor'],
		[{ ...changes, cursor: '[1]' }, 'Cursor'],
		[{ ...changes, cursor: { cursorKey: 'confluence https://example.atlassian.net/wiki', cursor: '{' } }, 'Cursor'],
		[{ ...changes, parts: [] }, 'What to Read'],
		[{ ...changes, more: { mostCalls: 0 } }, 'Most Calls per Run'],
		[{ ...history, system: 'confluenceCloud', pages: '' }, 'Page IDs'],
		[{ ...history, system: 'confluenceCloud', pages: '12, REQ' }, 'Page IDs'],
		[{ ...history, system: 'confluenceCloud', chooseBy: 'label', label: '' }, 'Label'],
		[{ ...history, system: 'confluenceCloud', chooseBy: 'space', spaces: ' ' }, 'Spaces'],
	])('S7: names the field that is wrong: %#', async (parameters, field) => {
		await expect(run({ parameters, credentials: cloudCredential('https://example.atlassian.net') })).rejects.toThrow(field);
	});

	it('S7: one bad item never loses the good ones', async () => {
		const { url } = await cloud();
		const [events, unusable] = await run({ parameters: [{ ...changes, cursor: '[' }, changes], items: [{ json: {} }, { json: {} }], credentials: cloudCredential(url), continueOnFail: true });
		expect(new Set(events?.map(({ pairedItem }) => (pairedItem as { item: number }).item))).toEqual(new Set([1]));
		expect(textAt(unusable?.[0]?.json ?? {}, 'error')).toContain('Cursor');
	});
});

describe('S3: Confluence Activity reads the history of pages', () => {
	const contents: Readonly<Record<string, string>> = { 1: 'one', 2: 'second' };

	it('S3: hashes every version; the other host that Cloud sends it to sees no login', async () => {
		const files = await edcServer((call) => ({ headers: { 'content-type': 'image/png' }, body: contents[new URL(call.url, 'http://x').searchParams.get('v') ?? ''] ?? '' }));
		const { url } = await cloud((call) => {
			const match = /\/download\?version=(\d)$/.exec(call.url);
			return match === null ? null : { status: 302, headers: { location: `${files.url}/file?v=${match[1] ?? ''}` } };
		});
		const [events, unusable, cursors] = await run({ parameters: { ...history, system: 'confluenceCloud' }, credentials: cloudCredential(url) });
		const attachments = (events ?? []).filter(({ json }) => textAt(json, 'type').includes('attachment')).map(({ json }) => json['data'] as { version: number; sha256: string; size: number; mediaType: string });
		expect(attachments.map(({ version, sha256: hash, size, mediaType }) => [version, hash, size, mediaType]).sort()).toEqual([[1, sha256('one'), 3, 'image/png'], [2, sha256('second'), 6, 'image/png']]);
		expect(files.calls).toHaveLength(2);
		for (const { headers } of files.calls) expect(headers.authorization).toBeUndefined();
		expect(ids(events)).toEqual(expect.arrayContaining(['page-101-v1', 'page-101-v2', 'page-101-v3', 'label-101-requirement-v3']));
		expect(unusable).toEqual([]);
		expect(cursors).toEqual([]);
	});

	it('S3: reads the files of Data Center directly, and names one that is not there or not whole', async () => {
		const { url } = await dataCenter((call) => {
			const match = /\/download\/attachments\/101\/flow\.png\?version=(\d)$/.exec(call.url);
			if (match === null) return null;
			return match[1] === '1' ? { status: 404, body: 'gone' } : { headers: { 'content-type': 'image/png' }, body: 'secon' };
		});
		const [events, unusable] = await run({ parameters: { ...history, system: 'confluenceDataCenter' }, credentials: dataCenterCredential(`${url}/confluence`) });
		const attachments = (events ?? []).filter(({ json }) => textAt(json, 'type').includes('attachment')).map(({ json }) => json['data'] as { sha256: string | null });
		expect(attachments.map(({ sha256: hash }) => hash)).toEqual([null, null]);
		expect(unusable?.map(({ json }) => [json['where'], json['value']]).sort()).toEqual([['Attachment “flow.png” version 1 of page 101', 'answer 404'], ['Attachment “flow.png” version 2 of page 101', '5 bytes']]);
	});

	it('S3: a login page is no file', async () => {
		const { url } = await dataCenter((call) => (call.url.includes('/download/') ? { headers: { 'content-type': 'text/html;charset=UTF-8' }, body: '<html>Log in</html>' } : null));
		const [, unusable] = await run({ parameters: { ...history, system: 'confluenceDataCenter' }, credentials: dataCenterCredential(`${url}/confluence`) });
		expect(unusable?.map(({ json }) => json['value'])).toEqual(['a web page (a login or error page)', 'a web page (a login or error page)']);
	});

	it('S3: chooses pages by label or space, and goes on from its cursor', async () => {
		const { url } = await cloud();
		const parameters = { ...history, system: 'confluenceCloud', chooseBy: 'label', label: 'requirement', spaces: '', hashAttachments: false };
		const [events, , cursors] = await run({ parameters, credentials: cloudCredential(url) });
		expect(new Set(events?.map(({ json }) => json['subject']))).toEqual(new Set(['101', '102']));
		expect(cursors).toHaveLength(1);
		const [space] = await run({ parameters: { ...parameters, chooseBy: 'space', spaces: 'OPS' }, credentials: cloudCredential(url) });
		expect(new Set(space?.map(({ json }) => json['subject']))).toEqual(new Set(['104', '105']));
	});
});

describe('Confluence credentials', () => {
	it('keep every secret in a field that the editor hides', () => {
		const secrets = [new ConfluenceCloudApi(), new ConfluenceDataCenterApi(), new ConfluenceWebhookApi()].flatMap(({ properties }) => properties.filter(({ name }) => /password|secret|token$/i.test(name)));
		expect(secrets.length).toBe(4);
		expect(secrets.every(({ typeOptions }) => typeOptions?.password === true)).toBe(true);
	});

	it('are sent to their own server only', async () => {
		const { authenticate } = new ConfluenceDataCenterApi();
		if (typeof authenticate !== 'function') throw new Error('a function is expected');
		await expect(authenticate({ baseUrl: 'https://wiki.example.org/c', authentication: 'token', token: 'x' }, { url: 'https://evil.example.com/' })).rejects.toThrow('is not sent');
		expect(await authenticate({ baseUrl: 'https://wiki.example.org/c', authentication: 'password', username: 'u', password: 'p' }, { url: 'https://wiki.example.org/c/rest' })).toMatchObject({ auth: { username: 'u', password: 'p' } });
	});

	it('take the address as people copy it', () => {
		expect(documentServer(documentSourceOf('confluenceCloud'), { baseUrl: ' https://example.atlassian.net/wiki/ ' }).baseUrl).toBe('https://example.atlassian.net');
		expect(documentServer(documentSourceOf('confluenceDataCenter'), { baseUrl: 'https://wiki.example.org/confluence/rest/api' }).baseUrl).toBe('https://wiki.example.org/confluence');
		expect(() => documentServer(documentSourceOf('confluenceCloud'), { baseUrl: 'example.atlassian.net' })).toThrow('credential');
		expect(namesIn(' REQ，OPS\nREQ；标签 ')).toEqual(['REQ', 'OPS', '标签']);
	});
});
