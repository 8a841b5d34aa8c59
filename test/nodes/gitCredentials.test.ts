import type { ICredentialType } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { GiteaAccessApi } from '../../credentials/GiteaAccessApi.credentials.js';
import { GiteeAccessApi } from '../../credentials/GiteeAccessApi.credentials.js';
import { GitHubAccessApi } from '../../credentials/GitHubAccessApi.credentials.js';
import { GitLabAccessApi } from '../../credentials/GitLabAccessApi.credentials.js';

const TYPES: Readonly<Record<string, ICredentialType>> = { github: new GitHubAccessApi(), gitlab: new GitLabAccessApi(), gitea: new GiteaAccessApi(), gitee: new GiteeAccessApi() };

const authorise = async (type: string, baseUrl: string, url: string, more: Readonly<Record<string, string>> = {}) => {
	const authenticate = TYPES[type]?.authenticate;
	if (typeof authenticate !== 'function') throw new Error('a function is expected');
	return await authenticate({ baseUrl, accessToken: 'secret', ...more }, { url });
};

describe('Git credentials', () => {
	it.each([
		['github', 'https://api.github.com', 'https://api.github.com/repos/a/b', 'Bearer secret'],
		// As people copy it from the browser: the interface is at another host.
		['github', 'https://github.com', 'https://api.github.com/repos/a/b', 'Bearer secret'],
		['github', 'https://git.example.com/api/v3', 'https://git.example.com/api/v3/user', 'Bearer secret'],
		['gitlab', 'https://gitlab.com', 'https://gitlab.com/api/v4/user', 'Bearer secret'],
		['gitea', 'https://code.example.com', 'https://code.example.com/api/v1/user', 'token secret'],
		['gitee', 'https://gitee.com', 'https://gitee.com/api/v5/user', 'Bearer secret'],
	])('%s at %s sends its token to its own server', async (type, baseUrl, url, authorization) => {
		expect(await authorise(type, baseUrl, url)).toEqual({ url, headers: { authorization } });
	});

	it('Gitee takes the token in the address where a server asks for it', async () => {
		expect(await authorise('gitee', 'https://gitee.com', 'https://gitee.com/api/v5/user', { sendAs: 'query' })).toEqual({ url: 'https://gitee.com/api/v5/user', qs: { access_token: 'secret' } });
	});

	it.each([
		['github', 'https://api.github.com', 'https://github.com.evil.example/repos'],
		['github', 'https://api.github.com', 'http://api.github.com/repos'],
		['gitlab', 'https://gitlab.com', 'https://evil.example.com/api/v4/user'],
		['gitea', 'https://code.example.com', 'https://code.example.com:8443/api/v1/user'],
		['gitee', 'https://gitee.com', 'https://evil.example.com/?gitee.com'],
		// Without slashes it is relative to a server of the same scheme, but a client that has no such server goes there.
		['gitlab', 'https://gitlab.com', 'https:evil.example.com/api/v4/user'],
		['gitlab', 'https://gitlab.com', 'https:/evil.example.com/api/v4/user'],
	])('%s at %s is not sent to %s', async (type, baseUrl, url) => {
		await expect(authorise(type, baseUrl, url)).rejects.toThrow(/is not sent to/);
	});
});
