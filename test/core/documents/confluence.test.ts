import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocumentPull } from '../../../core/documents/confluence/createPull.js';
import { DOCUMENT_EVENT_TYPES as T } from '../../../core/documents/evidence.js';
import { documentSource, type DocumentPullSettings, type DocumentSystem } from '../../../core/documents/pull.js';
import type { Answer, JsonObject, PullRequest } from '../../../core/pull/pull.js';
import { CLOUD_SITE, cloudAnswer } from './cloudServer.js';
import { DATA_CENTER_BASE, dataCenterAnswer, type DataCenterOptions } from './dataCenterServer.js';
import { facts, ofType, readWiki, settingsOf, type RunOptions, type WikiRun } from './playWiki.js';
import { lastOf, smallWiki, type Wiki, type WikiComment, type WikiPage } from './wiki.js';

type Respond = (wiki: Wiki, request: PullRequest) => Answer;

const SYSTEMS: ReadonlyArray<readonly [DocumentSystem, string, Respond]> = [
	['confluenceCloud', CLOUD_SITE, (wiki, request) => cloudAnswer(wiki, request, { mostRows: 2 })],
	['confluenceDataCenter', DATA_CENTER_BASE, (wiki, request) => dataCenterAnswer(wiki, request, { mostRows: 2 })],
];

function read(system: DocumentSystem, wiki: Wiki, respond: Respond, settings: Partial<DocumentPullSettings> = {}, options: RunOptions = {}): WikiRun {
	const base = SYSTEMS.find(([name]) => name === system)?.[1] ?? '';
	return readWiki(createDocumentPull(system, settingsOf({ source: documentSource(system, base), ...settings })), (request) => respond(wiki, request), options);
}

const pagesRead = ({ requests }: WikiRun): string[] => [...new Set(requests.map(({ context }) => context['page']).filter((page): page is string => typeof page === 'string'))];
const change = (wiki: Wiki, id: string, edit: (page: WikiPage) => WikiPage): Wiki => ({ ...wiki, pages: wiki.pages.map((page) => (page.id === id ? edit(page) : page)) });
const comment = (id: string, at: string): WikiComment => ({ id, kind: 'footer', version: { number: 1, by: 'bob', at }, text: '<p>new</p>' });

describe.each(SYSTEMS)('S7: %s', (system, base, respond) => {
	it('S7: every version with author, time, note and whether it is small, all pages of the lists', () => {
		const run = read(system, smallWiki(), respond);
		const versions = ofType(run.events, T.versionPublished).filter(({ data }) => data.page === '101');
		expect(versions.map(({ time, data }) => [data.version, data.author?.account, time, data.minorEdit, data.note, data.status]).sort()).toEqual([
			[1, 'ann', '2026-03-02T09:00:00.000Z', false, null, 'historical'],
			[2, 'ann', '2026-03-03T09:00:00.000Z', true, 'Typos', 'historical'],
			[3, 'bob', '2026-03-04T09:00:00.000Z', false, null, 'current'],
		]);
		expect(versions[0]?.data).toMatchObject({ space: 'REQ', title: 'Login requirements', author: { system: 'confluence', bot: false } });
		expect(versions[0]?.data.url).toMatch(system === 'confluenceCloud' ? /^https:\/\/example\.atlassian\.net\/wiki\/spaces\/REQ\/pages\/101/ : /^https:\/\/wiki\.example\.org\/confluence\/display\/REQ\/101$/);
		expect(versions[0]?.source).toBe(documentSource(system, base));
		expect(new Set(ofType(run.events, T.versionPublished).map(({ data }) => data.page))).toEqual(new Set(['101', '102', '104', '105']));
		expect(run.troubles).toEqual([]);
		expect(run.complete).toBe(true);
	});

	it('S7: comments with replies of replies, their words untouched, whom they mention, and what became of them', () => {
		const run = read(system, smallWiki(), respond);
		const comments = ofType(run.events, T.commentPosted);
		expect(comments.map(({ data }) => [data.comment, data.location, data.author?.account]).sort()).toEqual([['501', 'footer', 'bob'], ['502', 'reply', 'ann'], ['503', 'reply', 'bob'], ['504', 'inline', 'bob'], ['505', 'inline', 'bob'], ['506', 'inline', 'bob'], ['507', 'reply', 'ann'], ['508', 'reply', 'bob'], ['510', 'footer', 'ann']]);
		expect(comments.find(({ data }) => data.comment === '501')?.data.text).toBe('<p>这个逻辑和《接口设计》文档冲突</p>');
		expect(comments.find(({ data }) => data.comment === '505')?.data.selection).toBe('30 minutes');
		expect(comments.find(({ data }) => data.comment === '502')?.data).toMatchObject({ version: 2, mentions: [system === 'confluenceCloud' ? '2c9e48d553c3b7db015516fa640b00bd' : 'mia'] });
		expect(ofType(run.events, T.commentResolved).map(({ time, data }) => [data.comment, data.resolution, data.by?.account ?? null, data.observed, time]).sort()).toEqual([
			['505', 'resolved', 'ann', false, '2026-03-06T10:00:00.000Z'],
			['506', 'dangling', null, true, '2026-03-10T12:00:00Z'],
		]);
	});

	it('S7: labels that start a review with the time they were first seen, states with their own, tasks with whom they were given to', () => {
		const run = read(system, smallWiki(), respond);
		expect(ofType(run.events, T.labelAdded).map(({ data, time, id }) => [data.page, data.label, data.observed, time, id]).sort()).toEqual([['101', 'in-review', true, '2026-03-10T12:00:00Z', 'label-101-in-review-v3'], ['105', '评审中', true, '2026-03-10T12:00:00Z', 'label-105-评审中-v1']]);
		expect(ofType(run.events, T.taskAssigned).map(({ data }) => [data.assignee?.account, data.text.includes('review')])).toEqual([['mia', true]]);
		expect(ofType(run.events, T.stateChanged).map(({ data, time }) => [data.state, time, data.observed])).toEqual(system === 'confluenceCloud' ? [['Ready for review', '2026-03-04T09:30:00.000Z', false]] : []);
		// The next day nothing changed: the same fact with the same time is not told anew, and where it is, it is the same.
		const next = read(system, change(smallWiki(), '101', (page) => ({ ...page, versions: [...page.versions, { number: 4, by: 'ann', at: '2026-03-11T09:00:00.000Z' }] })), respond, {}, { cursor: run.cursor, now: '2026-03-11T12:00:00Z' });
		expect(ofType(next.events, T.labelAdded).map(({ id, time }) => [id, time])).toEqual([['label-101-in-review-v3', '2026-03-10T12:00:00Z']]);
	});

	it('S7: a label that was taken away and put on again is a new review; one put on an unchanged page is found', () => {
		const first = read(system, smallWiki(), respond);
		const without = change(smallWiki(), '101', (page) => ({ ...page, labels: ['requirement'] }));
		const second = read(system, without, respond, {}, { cursor: first.cursor, now: '2026-03-11T12:00:00Z' });
		expect(second.events).toEqual([]);
		const edited = change(smallWiki(), '101', (page) => ({ ...page, versions: [...page.versions, { number: 4, by: 'ann', at: '2026-03-11T13:00:00.000Z' }] }));
		const third = read(system, edited, respond, {}, { cursor: second.cursor, now: '2026-03-12T12:00:00Z' });
		expect(ofType(third.events, T.labelAdded).map(({ id, time }) => [id, time])).toEqual([['label-101-in-review-v4', '2026-03-12T12:00:00Z']]);
		const labelled = change(smallWiki(), '102', (page) => ({ ...page, labels: ['In-Review'] }));
		const fourth = read(system, { ...labelled, pages: labelled.pages.map((page) => (page.id === '102' ? { ...page, labels: ['in-review'] } : page)) }, respond, {}, { cursor: first.cursor, now: '2026-03-12T12:00:00Z' });
		expect(ofType(fourth.events, T.labelAdded).map(({ data }) => data.page)).toEqual(['102']);
	});

	it('S3: versions of attachments, with size and kind of the old ones where that is asked for', () => {
		const plain = ofType(read(system, smallWiki(), respond).events, T.attachmentVersioned);
		expect(plain.map(({ id, data, time }) => [id, data.name, data.author?.account, data.note, time]).sort()).toEqual([
			['attachment-att61-v1', 'flow.png', 'ann', null, '2026-03-02T09:00:00.000Z'],
			['attachment-att61-v2', 'flow.png', 'bob', 'New step', '2026-03-04T09:00:00.000Z'],
		]);
		const whole = ofType(read(system, smallWiki(), respond, { attachmentDetails: true }).events, T.attachmentVersioned);
		expect(whole.map(({ data }) => [data.version, data.size, data.mediaType, data.sha256]).sort()).toEqual([[1, 3, 'image/png', null], [2, 6, 'image/png', null]]);
	});

	it('S7: only the spaces and labels that were chosen', () => {
		const spaces = read(system, smallWiki(), respond, { spaces: ['OPS'] });
		expect(new Set(spaces.events.map(({ data }) => data.page))).toEqual(new Set(['104', '105']));
		const labels = read(system, smallWiki(), respond, { labels: ['requirement'] });
		expect(new Set(labels.events.map(({ data }) => data.page))).toEqual(new Set(['101', '102']));
		if (system === 'confluenceCloud') expect(read(system, smallWiki(), respond, { spaces: ['OPS', 'NONE'] }).findings.map(({ where }) => where)).toEqual(['Space NONE']);
		if (system === 'confluenceCloud') expect(read(system, smallWiki(), respond, { spaces: ['NONE'] }).events).toEqual([]);
	});

	it('S7: a restricted page loses only itself, and is named', () => {
		for (const refused of [403, 404] as const) {
			const run = read(system, change(smallWiki(), '101', (page) => ({ ...page, refused })), respond);
			expect(new Set(run.events.map(({ data }) => data.page))).toEqual(new Set(['102', '104', '105']));
			expect(run.findings.filter(({ where }) => where.includes('101'))).toMatchObject([{ where: 'Page 101 “Login requirements”', severity: 'warning' }]);
			expect(run.complete).toBe(true);
		}
	});

	it('S7: a second run reads only what changed: pages, and pages on which a comment was written', () => {
		const first = read(system, smallWiki(), respond);
		const idle = read(system, smallWiki(), respond, {}, { cursor: first.cursor, now: '2026-03-11T12:00:00Z' });
		expect(pagesRead(idle)).toEqual([]);
		expect(idle.events).toEqual([]);
		const commented = change(smallWiki(), '104', (page) => ({ ...page, comments: [comment('599', '2026-03-11T08:00:00.000Z')] }));
		const edited = change(commented, '102', (page) => ({ ...page, versions: [...page.versions, { number: 3, by: 'ann', at: '2026-03-11T09:00:00.000Z' }] }));
		const second = read(system, edited, respond, {}, { cursor: idle.cursor, now: '2026-03-12T12:00:00Z' });
		expect(pagesRead(second)).toEqual(['102', '104']);
		// A page is told whole, so that edits since its creation can be counted.
		expect(ofType(second.events, T.versionPublished).map(({ data }) => `${data.page} v${data.version}`).sort()).toEqual(['102 v1', '102 v2', '102 v3', '104 v1', '104 v2']);
	});

	it('S7: a file that was put on a page that did not change is found', () => {
		const first = read(system, smallWiki(), respond);
		const filed = change(smallWiki(), '104', (page) => ({ ...page, attachments: [{ id: 'att77', title: 'plan.pdf', mediaType: 'application/pdf', versions: [{ number: 1, by: 'mia', at: '2026-03-11T08:00:00.000Z', content: 'x' }] }] }));
		const second = read(system, filed, respond, {}, { cursor: first.cursor, now: '2026-03-12T12:00:00Z' });
		expect(ofType(second.events, T.attachmentVersioned).map(({ id }) => id)).toEqual(['attachment-att77-v1']);
		expect(read(system, filed, respond, {}, { cursor: second.cursor, now: '2026-03-13T12:00:00Z' }).events).toEqual([]);
	});

	it('S7: a comment that is written while its page was just read is not lost', () => {
		let wiki = smallWiki();
		const busy: Respond = (_, request) => {
			if (request.context['step'] === 'comments') wiki = change(smallWiki(), '104', (page) => ({ ...page, comments: [comment('599', '2026-03-10T12:00:30.000Z')] }));
			return respond(wiki, request);
		};
		const run = read(system, smallWiki(), busy);
		expect(ofType(run.events, T.commentPosted).map(({ data }) => data.comment)).toContain('599');
	});

	it('S7: a comment is found however long nobody wrote one, and however long the reading was interrupted', () => {
		const quiet: Wiki = { ...smallWiki(), pages: smallWiki().pages.map((page) => ({ ...page, comments: [] })) };
		const first = read(system, quiet, respond);
		const commented = (at: string): Wiki => change(quiet, '104', (page) => ({ ...page, comments: [comment('599', at)] }));
		const later = read(system, commented('2026-03-10T13:00:00.000Z'), respond, {}, { cursor: first.cursor, now: '2026-04-20T12:00:00Z' });
		expect(ofType(later.events, T.commentPosted).map(({ data }) => data.comment)).toEqual(['599']);
		for (let breakAfter = 0; breakAfter < first.requests.length; breakAfter++) {
			const started = read(system, quiet, respond, {}, { breakAfter });
			const resumed = read(system, commented('2026-03-12T12:00:00.000Z'), respond, {}, { cursor: started.cursor, now: '2026-04-20T12:00:00Z' });
			const next = read(system, commented('2026-03-12T12:00:00.000Z'), respond, {}, { cursor: resumed.cursor, now: '2026-04-21T12:00:00Z' });
			expect(ofType([...resumed.events, ...next.events], T.commentPosted).map(({ data }) => data.comment)).toContain('599');
		}
	});

	it('S3: a page that gets a label of the scope comes in, although it did not change', () => {
		const first = read(system, smallWiki(), respond, { labels: ['requirement'] });
		const labelled = change(smallWiki(), '104', (page) => ({ ...page, labels: ['requirement'] }));
		const second = read(system, labelled, respond, { labels: ['requirement'] }, { cursor: first.cursor, now: '2026-03-12T12:00:00Z' });
		expect(pagesRead(second)).toEqual(['104']);
		expect(pagesRead(read(system, labelled, respond, { labels: ['requirement'] }, { cursor: second.cursor, now: '2026-03-13T12:00:00Z' }))).toEqual([]);
	});

	it('S7: what a push hints at is read with its page, gives the same facts, and leaves the cursor alone', () => {
		const whole = facts(read(system, smallWiki(), respond).events.filter(({ data }) => data.page === '101'));
		const pushed = read(system, smallWiki(), respond, {}, { scope: { pages: ['101'] } });
		expect(facts(pushed.events)).toEqual(whole);
		expect(pushed.cursor).toBeNull();
		const first = read(system, smallWiki(), respond);
		expect(read(system, smallWiki(), respond, {}, { cursor: first.cursor, scope: { pages: ['101'] } }).cursor).toEqual(first.cursor);
	});

	it('S7: interrupted at any call, and gone on as often as needed, it gives the same facts as one run', () => {
		const wiki = smallWiki();
		const whole = read(system, wiki, respond);
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: whole.requests.length }), { minLength: 1, maxLength: 6 }), (breaks) => {
				const events = [];
				let cursor: JsonObject | null = null;
				for (const breakAfter of breaks) {
					const run: WikiRun = read(system, wiki, respond, {}, { cursor, breakAfter });
					events.push(...run.events);
					cursor = run.cursor;
				}
				const last = read(system, wiki, respond, {}, { cursor });
				events.push(...last.events);
				expect(facts(events)).toEqual(facts(whole.events));
				expect(last.complete).toBe(true);
				expect(last.cursor).toEqual(whole.cursor);
			}),
			{ numRuns: 60 },
		);
	});

	it('S7: goes on, and does not begin again: a run that may only make a few calls gets through', () => {
		const wiki = smallWiki();
		const whole = read(system, wiki, respond);
		const longest = Math.max(...pagesRead(whole).map((page) => whole.requests.filter(({ context }) => context['page'] === page).length));
		let cursor: JsonObject | null = null;
		let run = whole;
		const events = [];
		let runs = 0;
		do {
			run = read(system, wiki, respond, {}, { cursor, breakAfter: longest + 8 });
			events.push(...run.events);
			cursor = run.cursor;
		} while (!run.complete && ++runs < 20);
		expect(run.complete).toBe(true);
		expect(facts(events)).toEqual(facts(whole.events));
	});

	it('S7: a page that is changed while the reading is interrupted is found by the next run', () => {
		const whole = read(system, smallWiki(), respond);
		const edited = change(smallWiki(), '105', (page) => ({ ...page, versions: [...page.versions, { number: 2, by: 'mia', at: '2026-03-09T09:00:00.000Z' }] }));
		for (let breakAfter = 0; breakAfter < whole.requests.length; breakAfter++) {
			const first = read(system, smallWiki(), respond, {}, { breakAfter });
			const second = read(system, edited, respond, {}, { cursor: first.cursor });
			const third = read(system, edited, respond, {}, { cursor: second.cursor });
			const versions = ofType([...first.events, ...second.events, ...third.events], T.versionPublished).filter(({ data }) => data.page === '105');
			expect(new Set(versions.map(({ data }) => data.version))).toEqual(new Set([1, 2]));
		}
	});

	it('S7: 429 stops with the time to wait and goes on at the same place', () => {
		const whole = read(system, smallWiki(), respond);
		let count = 0;
		const limited = read(system, smallWiki(), (wiki, request) => (++count === 9 ? { status: 429, headers: { 'Retry-After': '37' }, body: '{"message":"Rate limit exceeded"}' } : respond(wiki, request)));
		expect(limited.troubles).toMatchObject([{ kind: 'rateLimit', retryAfterSeconds: 37 }]);
		const rest = read(system, smallWiki(), respond, {}, { cursor: limited.cursor });
		expect(facts([...limited.events, ...rest.events])).toEqual(facts(whole.events));
	});

	it('S7: a page on which the server breaks down every time is left aside after three runs', () => {
		const broken: Respond = (wiki, request) => (request.context['page'] === '101' ? { status: 500, headers: {}, body: '' } : respond(wiki, request));
		let cursor: JsonObject | null = null;
		const findings = [];
		const events = [];
		for (let run = 0; run < 4; run++) {
			const result: WikiRun = read(system, smallWiki(), broken, {}, { cursor });
			findings.push(...result.findings);
			events.push(...result.events);
			cursor = result.cursor;
			expect(result.complete).toBe(run === 3);
		}
		expect(findings.filter(({ where, value }) => where.startsWith('Page 101') && value === '3 runs ended here')).toHaveLength(1);
		expect(new Set(events.map(({ data }) => data.page))).toEqual(new Set(['102', '104', '105']));
	});

	it('S7: a login page in place of data is told as what it is', () => {
		const run = read(system, smallWiki(), () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><html><body>Log in</body></html>' }));
		expect(run.troubles).toMatchObject([{ kind: 'authentication' }]);
		expect(run.cursor).toBeNull();
	});

	it.each(['https://evil.example.com/wiki/api/v2/pages?cursor=x', '//evil.example.com/wiki/api/v2/pages', '/wiki/../../secret', '/other?x=1'])('S7: follows a next page on its own server only: not %s', (next) => {
		const run = read(system, smallWiki(), (wiki, request) => {
			const answer = respond(wiki, request);
			const body = JSON.parse(answer.body as string) as Record<string, unknown>;
			return request.context['step'] === 'pages' ? { ...answer, body: JSON.stringify({ ...body, _links: { next } }) } : answer;
		}, { parts: ['versions'] });
		expect(run.troubles).toMatchObject([{ kind: 'unusableAnswer' }]);
		for (const { path } of run.requests) expect(path).toMatch(/^\/(?:wiki\/)?(?:api|rest)\//);
	});

	it('S7: survives a list that names itself as its next page', () => {
		const run = read(system, smallWiki(), (wiki, request) => {
			const answer = respond(wiki, request);
			const body = JSON.parse(answer.body as string) as Record<string, unknown>;
			return 'results' in body ? { ...answer, body: JSON.stringify({ ...body, _links: { next: request.path } }) } : answer;
		});
		expect(run.complete).toBe(true);
	});

	it('S7: a next page that an earlier run was told and that has ended is asked anew from the beginning', () => {
		const whole = read(system, smallWiki(), respond, { parts: ['versions'] });
		const first = read(system, smallWiki(), respond, { parts: ['versions'] }, { breakAfter: 4 });
		const path = (first.cursor?.['run'] as { next?: { path?: string } }).next?.path;
		expect(path).toBeTypeOf('string');
		let refusals = 0;
		const forgetful: Respond = (wiki, request) => (request.path === path && refusals++ === 0 ? { status: 400, headers: {}, body: '{"message":"Invalid cursor"}' } : respond(wiki, request));
		const second = read(system, smallWiki(), forgetful, { parts: ['versions'] }, { cursor: first.cursor });
		expect(refusals).toBeGreaterThan(0);
		expect(second.troubles).toEqual([]);
		expect(facts([...first.events, ...second.events])).toEqual(facts(whole.events));
	});

	it('S7: users who are gone are kept by what is left of them', () => {
		const run = read(system, smallWiki(), respond);
		expect(ofType(run.events, T.versionPublished).find(({ data }) => data.page === '102' && data.version === 2)?.data.author).toBeNull();
	});

	it('S7: what lies before the start is left out, and a version without a time too, with a word about it', () => {
		const wiki = change(smallWiki(), '101', (page) => ({ ...page, versions: [...page.versions.slice(0, 2), { number: 3, by: 'bob', at: null }, { number: 4, by: 'bob', at: '2026-03-08T09:00:00.000Z' }] }));
		const since = read(system, wiki, respond, { since: '2026-03-03', parts: ['versions'] });
		expect(ofType(since.events, T.versionPublished).map(({ data }) => `${data.page} v${data.version}`).sort()).toEqual(['101 v2', '101 v4', '104 v2']);
		expect(since.findings.filter(({ where }) => where.includes('page-101-v3'))).toHaveLength(1);
		const all = read(system, wiki, respond, { parts: ['versions'] });
		expect(ofType(all.events, T.versionPublished).find(({ data }) => data.version === 3)).not.toHaveProperty('time');
	});

	it('S7: reads only what was asked for', () => {
		const run = read(system, smallWiki(), respond, { parts: ['versions'] });
		expect(new Set(run.events.map(({ type }) => type))).toEqual(new Set([T.versionPublished]));
		expect(run.requests.some(({ path }) => /comment|body|label|state|tasks/.test(path))).toBe(false);
	});

	it('S7: a cursor of other settings or another server is not used', () => {
		const first = read(system, smallWiki(), respond, { parts: ['versions'] });
		expect(read(system, smallWiki(), respond, { parts: ['versions'], spaces: ['REQ'] }, { cursor: first.cursor }).events.length).toBeGreaterThan(0);
		expect(read(system, smallWiki(), respond, { parts: ['versions'], source: 'https://wiki.example.org/other' }, { cursor: first.cursor }).events.length).toBeGreaterThan(0);
	});
});

describe('S7: Confluence Cloud only', () => {
	it('S7: more spaces than one call takes are read all, and no other', () => {
		const keys = Array.from({ length: 230 }, (_, index) => `S${index}`);
		const wiki: Wiki = { spaces: [...keys, 'OTHER'].map((key, index) => ({ id: String(5000 + index), key })), pages: [...keys, 'OTHER'].map((space, index) => ({ id: String(7000 + index), space, title: space, versions: [{ number: 1, by: 'ann', at: '2026-03-01T09:00:00.000Z' }] })) };
		const run = read('confluenceCloud', wiki, (one, request) => cloudAnswer(one, request), { parts: ['versions'], spaces: keys });
		expect(run.events.map(({ data }) => data.space).sort()).toEqual([...keys].sort());
	});

	it('S7: the next page may stand in the header Link', () => {
		const whole = read('confluenceCloud', smallWiki(), (wiki, request) => cloudAnswer(wiki, request));
		expect(facts(read('confluenceCloud', smallWiki(), (wiki, request) => cloudAnswer(wiki, request, { mostRows: 1, linkHeader: true })).events)).toEqual(facts(whole.events));
	});

	it('S7: the list of pages ends at the first that is old enough', () => {
		const wiki: Wiki = { ...smallWiki(), pages: Array.from({ length: 40 }, (_, index) => ({ id: String(1000 + index), space: 'REQ', title: `P${index}`, versions: [{ number: 1, by: 'ann', at: `2026-02-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00.000Z` }] })) };
		const first = read('confluenceCloud', wiki, (one, request) => cloudAnswer(one, request, { mostRows: 5 }), { parts: ['versions'] });
		const second = read('confluenceCloud', change(wiki, '1003', (page) => ({ ...page, versions: [...page.versions, { number: 2, by: 'ann', at: '2026-03-01T09:00:00.000Z' }] })), (one, request) => cloudAnswer(one, request, { mostRows: 5 }), { parts: ['versions'] }, { cursor: first.cursor });
		expect(second.requests.filter(({ context }) => context['step'] === 'pages')).toHaveLength(1);
		expect(pagesRead(second)).toEqual(['1003']);
	});
});

describe('S7: Confluence Data Center only', () => {
	const run = (options: DataCenterOptions, settings: Partial<DocumentPullSettings> = {}, more: RunOptions = {}): WikiRun => read('confluenceDataCenter', smallWiki(), (wiki, request) => dataCenterAnswer(wiki, request, options), settings, more);

	it.each(['list', 'experimental', 'single'] as const)('S7: releases that name versions by %s give the same facts', (versions) => {
		const one = run({ versions });
		expect(facts(one.events)).toEqual(facts(run({}).events));
		expect(one.findings.filter(({ where }) => !where.includes('103'))).toEqual([]);
	});

	it('S7: a release that does not know where comments stand is asked without', () => {
		expect(facts(run({ withoutLocation: true }).events)).toEqual(facts(run({}).events));
	});

	it.each([-12, -8, 0, 8, 14])('S7: nothing is lost where the account lives at UTC%i, in whose time CQL reads', (zoneHours) => {
		const first = run({ zoneHours }, { parts: ['versions', 'comments'] });
		const at = '2026-03-06T09:00:30.000Z';
		const edited = change(smallWiki(), '102', (page) => ({ ...page, versions: [...page.versions, { number: 3, by: 'ann', at }] }));
		const second = read('confluenceDataCenter', edited, (wiki, request) => dataCenterAnswer(wiki, request, { zoneHours }), { parts: ['versions', 'comments'] }, { cursor: first.cursor });
		expect(pagesRead(second)).toEqual(['102']);
	});

	it('S7: the page of a comment that a push named is found', () => {
		const pushed = run({}, {}, { scope: { pages: [], contents: ['503'] } });
		expect(new Set(pushed.events.map(({ data }) => data.page))).toEqual(new Set(['101']));
		const gone = run({}, {}, { scope: { pages: [], contents: ['999'] } });
		expect(gone.events).toEqual([]);
		expect(gone.findings).toHaveLength(1);
		expect(gone.complete).toBe(true);
	});

	it('S7: versions of a page are complete whatever the number of rows that are given at once', () => {
		const wiki = change(smallWiki(), '104', (page) => ({ ...page, versions: Array.from({ length: 450 }, (_, index) => ({ number: index + 1, by: 'mia', at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString() })) }));
		const versions = ofType(read('confluenceDataCenter', wiki, (one, request) => dataCenterAnswer(one, request), { parts: ['versions'] }).events, T.versionPublished).filter(({ data }) => data.page === '104');
		expect(versions).toHaveLength(450);
		expect(lastOf([...versions].sort((a, b) => a.data.version - b.data.version)).data.status).toBe('current');
	});
});
