import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocumentPull } from '../../../core/documents/confluence/createPull.js';
import { DOCUMENT_EVENT_TYPES as T } from '../../../core/documents/evidence.js';
import { documentSource } from '../../../core/documents/pull.js';
import type { Answer, PullRequest } from '../../../core/pull/pull.js';
import { cloudContract } from './cloudContract.js';
import { CLOUD_SITE, cloudAnswer } from './cloudServer.js';
import { ofType, readWiki, settingsOf } from './playWiki.js';
import { smallWiki } from './wiki.js';

const data = resolve(import.meta.dirname, '../../../../shared/data');
const perceval = resolve(data, 'perceval-confluence');
const description = resolve(data, 'confluence-openapi-v2/openapi-v2.trimmed.json');

describe.skipIf(!existsSync(perceval))('S7: what Perceval’s own test expects of REST v1', () => {
	const file = (name: string): string => readFileSync(resolve(perceval, name), 'utf8');
	const json = (body: string, status = 200): Answer => ({ status, headers: { 'content-type': 'application/json' }, body });
	/** The recorded answers: an old server, which lists no versions, and whose newest version has no time. */
	const server = (contents: string) => (request: PullRequest): Answer => {
		const { pathname, searchParams } = new URL(request.path, 'http://example.com');
		if (pathname === '/rest/api/content/search') {
			const start = Number(searchParams.get('start') ?? 0);
			return start === 0 ? json(file(contents)) : json('{"results":[],"start":2,"limit":2,"size":0,"_links":{"base":"http://example.com","context":""}}');
		}
		if (pathname !== '/rest/api/content/1') return json('{"statusCode":404,"message":"No content found"}', 404);
		return json(file(`confluence_content_1_v${searchParams.get('version') ?? '3'}.json`));
	};
	const settings = settingsOf({ source: documentSource('confluenceDataCenter', 'http://example.com'), parts: ['versions'] });

	it('S7: version by version with author, time and note; the version without a time is survived', () => {
		const run = readWiki(createDocumentPull('confluenceDataCenter', settings), server('confluence_contents.json'));
		const versions = [...ofType(run.events, T.versionPublished)].sort((a, b) => a.data.version - b.data.version);
		expect(versions.map(({ time, data: { version, author, note, status } }) => [version, time === undefined ? null : Date.parse(time) / 1000, author?.account, note, status])).toEqual([
			[1, 1465589121, 'jdoe', null, 'historical'],
			[2, 1466107110, 'jsmith', 'Task marked complete', 'historical'],
			[3, null, 'jsmith', 'Task marked complete', 'current'],
		]);
		expect(versions.map(({ data }) => [data.page, data.title, data.space, data.url])[0]).toEqual(['1', 'TSC', 'meetings', 'http://example.com/display/meetings/TSC']);
		// Edits per person on page 1: one by the first, two by the second.
		expect(['jdoe', 'jsmith'].map((account) => versions.filter(({ data }) => data.author?.account === account).length)).toEqual([1, 2]);
		// Page 2 is listed and not shown: it is named, and the rest is read.
		expect(run.findings.some(({ where }) => where === 'Page 2 “Colorado Release Status”')).toBe(true);
		expect(run.complete).toBe(true);
	});

	it('S7: from 2016-06-16 on version 2 only', () => {
		const run = readWiki(createDocumentPull('confluenceDataCenter', { ...settings, since: '2016-06-16' }), server('confluence_contents.json'));
		expect(ofType(run.events, T.versionPublished).map(({ data }) => data.version)).toEqual([2]);
		expect(run.findings.some(({ where }) => where.includes('page-1-v3'))).toBe(true);
	});

	it('S7: a search that is limited to a space', () => {
		const run = readWiki(createDocumentPull('confluenceDataCenter', { ...settings, spaces: ['TEST'] }), server('confluence_content_space.json'));
		expect(new URL(run.requests[0]?.path ?? '', 'http://example.com').searchParams.get('cql')).toBe('type = page and space in ("TEST") order by lastModified desc');
		expect(run.findings.map(({ where }) => where)).toEqual(['Page 3 “PERCEVAL”']);
	});
});

describe.skipIf(!existsSync(description))('S7: Atlassian’s description of Confluence Cloud', () => {
	it('S7: every call is in it, with parameters it names, of the type it says; the played answers too', () => {
		const contract = cloudContract(description);
		const settings = settingsOf({ source: documentSource('confluenceCloud', CLOUD_SITE), spaces: ['REQ', 'OPS'], attachmentDetails: true });
		const respond = (request: PullRequest): Answer => {
			const answer = cloudAnswer(smallWiki(), request, { mostRows: 2 });
			contract.check(request, answer);
			return answer;
		};
		const first = readWiki(createDocumentPull('confluenceCloud', settings), respond);
		expect(first.complete).toBe(true);
		readWiki(createDocumentPull('confluenceCloud', settings), respond, { cursor: first.cursor, now: '2026-03-11T12:00:00Z' });
		readWiki(createDocumentPull('confluenceCloud', { ...settings, labels: ['requirement'], reviewLabels: [] }), respond);
		readWiki(createDocumentPull('confluenceCloud', settings), respond, { scope: { pages: ['101', '999'] } });
		expect([...contract.routes].sort()).toEqual([
			'/attachments/{id}', '/attachments/{id}/versions', '/footer-comments/{id}/children', '/inline-comments/{comment-id}', '/inline-comments/{id}/children', '/pages', '/pages/{id}', '/pages/{id}/attachments', '/pages/{id}/footer-comments', '/pages/{id}/inline-comments', '/pages/{id}/versions',
			...[/^\/wiki\/api\/v2\/pages\/\d+\/labels$/, /^\/wiki\/api\/v2\/spaces$/, /^\/wiki\/api\/v2\/tasks$/, /^\/wiki\/rest\/api\/content\/\d+\/state$/, /^\/wiki\/rest\/api\/content\/search$/].map(({ source }) => source),
		].sort());
	});

	it.each(['/wiki/api/v2/pages?limit=300', '/wiki/api/v2/pages?limitt=2', '/wiki/api/v2/pages?sort=newest', '/wiki/api/v2/pages/x/versions', '/wiki/api/v2/pagess', '/wiki/api/v2/spaces?key=A', '/wiki/rest/api/content/search?q=1'])('S7: the check refuses %s', (path) => {
		const request: PullRequest = { method: 'GET', path, accept: 'json', purpose: '', context: {} };
		expect(() => cloudContract(description).check(request, { status: 404, headers: {}, body: '' })).toThrow();
	});
});
