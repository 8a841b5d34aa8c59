import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIT_SYSTEMS, type GitSystem } from '../../../core/git/index.js';
import { nextPageQuery } from '../../../core/git/paging.js';
import type { JsonObject } from '../../../core/pull/pull.js';
import { fakeHost } from './fakeHosts.js';
import { answer, byIdentity, runGit, type Respond } from './support.js';
import { sampleTime, sampleWorld } from './world.js';

const keysOf = (runs: readonly ReturnType<typeof runGit>[]): string[] => [...byIdentity(runs.flatMap(({ events }) => events)).keys()].sort();
const contentOf = (runs: readonly ReturnType<typeof runGit>[]): unknown[] => [...byIdentity(runs.flatMap(({ events }) => events))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);

describe.each(GIT_SYSTEMS.map((system) => [system] as const))('S6: an interrupted reading of %s', (system: GitSystem) => {
	const world = sampleWorld(9);
	const settings = { pageSize: 2 };
	const whole = runGit(system, settings, fakeHost(system, world, { cap: 2 }).respond);

	it('goes on where it was, wherever it was broken off, and gives the same facts as one run', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: whole.requests.length }), { minLength: 1, maxLength: 3 }), (stops) => {
				let cursor: JsonObject | null = null;
				const runs = [...stops, undefined].map((stop) => {
					const run = runGit(system, settings, fakeHost(system, world, { cap: 2 }).respond, { cursor, ...(stop === undefined ? {} : { stopAfter: stop }) });
					({ cursor } = run);
					return run;
				});
				expect(runs.at(-1)?.complete).toBe(true);
				expect(contentOf(runs)).toEqual(contentOf([whole]));
			}),
			{ numRuns: 40 },
		);
	});

	it('comes to its end by pages also where every run is broken off', () => {
		let cursor: JsonObject | null = null;
		const runs: Array<ReturnType<typeof runGit>> = [];
		for (let round = 0; round < 60; round++) {
			const run = runGit(system, settings, fakeHost(system, world, { cap: 2 }).respond, { cursor, stopAfter: 22 });
			runs.push(run);
			({ cursor } = run);
			if (run.complete) break;
		}
		expect(runs.at(-1)?.complete).toBe(true);
		expect(keysOf(runs)).toEqual(keysOf([whole]));
	});

	it('loses nothing where changes move to the front while pages are read', () => {
		const moving = sampleWorld(9);
		const host = fakeHost(system, moving, { cap: 2 });
		let calls = 0;
		const first = runGit(system, settings, (request) => {
			if (++calls === 8) {
				const change = moving.changes[1];
				if (change !== undefined) Object.assign(change, { updatedAt: sampleTime(900), closedAt: sampleTime(900) });
			}
			return host.respond(request);
		}, { now: sampleTime(901) });
		const second = runGit(system, settings, fakeHost(system, moving, { cap: 2 }).respond, { cursor: first.cursor, now: sampleTime(1000) });
		const missing = keysOf([whole]).filter((key) => !keysOf([first, second]).includes(key));
		expect(missing).toEqual([]);
		expect(keysOf([first, second]).filter((key) => key.includes('change/2/abandoned/'))).toHaveLength(1);
	});
});

describe('S6: limits and refusals', () => {
	const refusing = (match: RegExp, refusal: ReturnType<typeof answer>): Respond => {
		const host = fakeHost('github', sampleWorld(4));
		return (request) => (match.test(request.path) ? refusal : host.respond(request));
	};

	it.each([
		['429 with a time', answer({ message: 'slow down' }, { 'retry-after': '30' }, 429), 30],
		['a used-up limit', answer({ message: 'API rate limit exceeded for user' }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1773144000' }, 403), null],
		['the secondary limit, which names no time', answer({ message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' }, {}, 403), null],
	])('stops at %s, keeps what was read and goes on from there', (_, refusal, seconds) => {
		const first = runGit('github', { pageSize: 2 }, refusing(/\/pulls\/2\/reviews/, refusal));
		expect(first.troubles).toMatchObject([{ kind: 'rateLimit', retryAfterSeconds: seconds }]);
		expect(first.complete).toBe(false);
		const second = runGit('github', { pageSize: 2 }, fakeHost('github', sampleWorld(4)).respond, { cursor: first.cursor });
		expect(keysOf([first, second])).toEqual(keysOf([runGit('github', {}, fakeHost('github', sampleWorld(4)).respond)]));
	});

	it('says that a repository may have moved where the host sends the call elsewhere', () => {
		const { troubles, complete } = runGit('github', {}, () => answer({ message: 'Moved Permanently', url: 'https://api.example.com/repositories/7' }, { location: 'https://api.example.com/repositories/7' }, 301));
		expect(complete).toBe(false);
		expect(troubles[0]?.remedy).toContain('under its new name');
	});

	it('says what one kind of data lacks, and reads the others', () => {
		const { events, findings, complete, troubles } = runGit('github', {}, refusing(/\/issues\/comments/, answer({ message: 'Resource not accessible by personal access token' }, {}, 403)));
		expect(complete).toBe(true);
		expect(troubles).toEqual([]);
		expect(findings).toMatchObject([{ severity: 'refused', where: 'GitHub comments', expected: expect.stringContaining('Give the token the right') as string }]);
		expect(events.length).toBeGreaterThan(20);
	});

	it('gives a commit whose files cannot be had without paths, and says so', () => {
		const { events, findings } = runGit('github', { read: ['commits'] }, refusing(/\/commits\/[0-9a-f]{40}$/, answer({ message: 'No commit found' }, {}, 422)));
		expect(events.every(({ data }) => 'paths' in data && data.paths === null)).toBe(true);
		expect(findings.length).toBe(2);
	});

	it('reads an empty repository without trouble', () => {
		const { findings, complete } = runGit('github', { read: ['commits'] }, refusing(/\/commits$/, answer({ message: 'Git Repository is empty.' }, {}, 409)));
		expect(complete).toBe(true);
		expect(findings).toMatchObject([{ severity: 'warning', expected: 'a commit; the repository is empty' }]);
	});

	it('does not ask again for lists that have not changed (304)', () => {
		const world = sampleWorld(4);
		const settings = { read: ['changes', 'commits', 'reviews', 'comments', 'checks'] as const };
		const first = runGit('github', settings, fakeHost('github', world).respond);
		const host = fakeHost('github', world);
		const statuses: number[] = [];
		const again = (cursor: JsonObject | null): ReturnType<typeof runGit> =>
			runGit('github', settings, (request) => {
				const given = host.respond(request);
				statuses.push(given.status);
				return given;
			}, { cursor });
		const second = again(first.cursor);
		expect(statuses.filter((status) => status === 304).length).toBeGreaterThan(0);
		const calls = statuses.length;
		const third = again(second.cursor);
		expect(statuses.slice(calls)).toEqual([200, 304, 304, 304, 304]);
		expect(third.events).toEqual([]);
		expect(third.complete).toBe(true);
		expect(keysOf([first, second, third])).toEqual(keysOf([first]));
	});

	it('ignores a cursor of another repository or host', () => {
		const { cursor } = runGit('github', {}, fakeHost('github', sampleWorld(4)).respond);
		expect(runGit('gitea', {}, fakeHost('gitea', sampleWorld(4)).respond, { cursor }).events.length).toBeGreaterThan(20);
	});

	it('names who closed a change where that is asked for', () => {
		const { events } = runGit('github', { read: ['changes', 'deciders'] }, fakeHost('github', sampleWorld(4)).respond);
		expect(events.filter(({ type }) => type.includes('merged') || type.includes('abandoned')).map(({ data }) => ('by' in data ? data.by?.account : null)).sort()).toEqual(['ben', 'ben', 'dee']);
	});
});

describe('S6: the next page', () => {
	const head = (headers: Readonly<Record<string, string>>) => ({ status: 200, headers });
	const page = { query: { page: '2', per_page: '2' }, rows: 2, size: 2, seen: 4 };

	it.each([
		['a link on another host: only its query counts', { link: '<https://elsewhere.example/x?page=3&per_page=2&private_token=s>; rel="next"' }, { page: '3', per_page: '2' }],
		['a link that stands still', { link: '<https://api.example.com/x?page=2>; rel="next"' }, null],
		['a link to an earlier page', { link: '<https://api.example.com/x?page=1>; rel="next"' }, null],
		['a link without a next page', { link: '<https://api.example.com/x?page=1>; rel="prev"' }, null],
		['a place instead of a number', { link: '<https://api.example.com/x?after=Y3Vyc29y>; rel="next"' }, { page: '2', per_page: '2', after: 'Y3Vyc29y' }],
		['X-Next-Page', { 'x-next-page': '3' }, { page: '3', per_page: '2' }],
		['X-Next-Page that stands still', { 'x-next-page': '2' }, null],
		['X-Next-Page, empty at the end', { 'x-next-page': '' }, null],
		['total_page', { total_page: '3' }, { page: '3', per_page: '2' }],
		['total_page reached', { total_page: '2' }, null],
		['X-Total-Count', { 'x-total-count': '5' }, { page: '3', per_page: '2' }],
		['X-Total-Count reached', { 'x-total-count': '4' }, null],
		['nothing said and a full page', {}, { page: '3', per_page: '2' }],
	])('%s', (_, headers, expected) => {
		expect(nextPageQuery({ head: head(headers), ...page })).toEqual(expected);
	});

	it('ends at a page that is not full or empty', () => {
		expect(nextPageQuery({ head: head({}), ...page, rows: 1 })).toBeNull();
		expect(nextPageQuery({ head: head({ 'x-next-page': '3' }), ...page, rows: 0 })).toBeNull();
	});
});
