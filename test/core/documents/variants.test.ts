import { describe, expect, it } from 'vitest';
import { readList, spaceIn, userActor } from '../../../core/documents/confluence/answers.js';
import type { PullRequest } from '../../../core/pull/pull.js';

const request: PullRequest = { method: 'GET', path: '/wiki/api/v2/pages', accept: 'json', purpose: 'pages', context: {} };
const next = (link: string): string | null => readList('confluenceCloud', 'https://acme.atlassian.net/wiki', request, { results: [{ id: '1' }] }, { status: 200, headers: { link } }).next;

describe('S7: what versions and settings of Confluence write', () => {
	it.each([
		['</wiki/api/v2/pages?space-id=1,2&cursor=abc>; rel="next"', '/wiki/api/v2/pages?space-id=1,2&cursor=abc'],
		['<https://acme.atlassian.net/wiki/api/v2/pages?cursor=abc>; rel=next, <https://acme.atlassian.net/wiki>; rel="base"', '/wiki/api/v2/pages?cursor=abc'],
		['<https://acme.atlassian.net/wiki>; rel="base"', null],
		['', null],
	])('S7: follows the next page that a header names, commas in it or not: %s', (link, path) => {
		expect(next(link)).toBe(path);
	});

	it('S7: somebody whose account is gone is nobody, not an account of that name', () => {
		expect(userActor({ type: 'unknown', displayName: 'Unknown User (jdoe)' })).toBeNull();
		expect(userActor({ type: 'anonymous', displayName: 'Anonymous' })).toBeNull();
		expect(userActor(null)).toBeNull();
	});

	it('S7: knows a personal space by its key', () => {
		expect(spaceIn('/spaces/~712020abc/pages/1/Title')).toBe('~712020abc');
		expect(spaceIn('/display/~jdoe/Title')).toBe('~jdoe');
		expect(spaceIn('/spaces/%7Ejdoe/pages/1')).toBe('~jdoe');
	});
});
