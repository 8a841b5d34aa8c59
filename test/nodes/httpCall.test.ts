import type { IHttpRequestOptions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { PullRequest } from '../../core/pull/pull.js';
import { callSource, type HttpCaller } from '../../nodes/shared/httpCall.js';

const LIMITS = { deadline: Number.MAX_SAFE_INTEGER, timeoutMilliseconds: 1000, longestAnswerBytes: 1000 };

describe('a call to a source system', () => {
	const asked: string[] = [];
	const caller = {
		helpers: {
			httpRequestWithAuthentication: (_: string, { url }: IHttpRequestOptions) => {
				asked.push(url);
				return Promise.resolve({ statusCode: 200, headers: {}, body: '' });
			},
		},
	} as unknown as HttpCaller;
	const call = (baseUrl: string, path: string) => callSource(caller, { credential: 'any', tokenExpires: false, baseUrl }, { method: 'GET', path, accept: 'json', purpose: 'the list', context: {} } satisfies PullRequest, LIMITS);

	it.each([
		['https://wiki.example.org/wiki', '/rest/%2e%2e/%2e%2e/wiki-of-others/rest'],
		['https://wiki.example.org/wiki', '/../wiki2'],
		['https://wiki.example.org/wiki', '/../../admin'],
		['https://wiki.example.org', '@evil.example.com/'],
		['https://wiki.example.org', '.evil.example.com/'],
		['https://wiki.example.org:8443', '0/'],
	])('S7: with the credential of %s does not go to %s', async (baseUrl, path) => {
		asked.length = 0;
		await expect(call(baseUrl, path)).rejects.toThrow(/is not below the address of the credential|Invalid URL/);
		expect(asked).toEqual([]);
	});

	it.each([
		['https://wiki.example.org/wiki', '/rest/api', 'https://wiki.example.org/wiki/rest/api'],
		['https://wiki.example.org/wiki', '', 'https://wiki.example.org/wiki'],
		['https://wiki.example.org', '/rest/api', 'https://wiki.example.org/rest/api'],
		['https://wiki.example.org/wiki/', '', 'https://wiki.example.org/wiki/'],
	])('S7: with the credential of %s goes to %s below it', async (baseUrl, path, url) => {
		asked.length = 0;
		await call(baseUrl, path);
		expect(asked).toEqual([url]);
	});
});
