import type { ICredentialType, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { GiteaAccessApi } from '../../credentials/GiteaAccessApi.credentials.js';
import { GiteeAccessApi } from '../../credentials/GiteeAccessApi.credentials.js';
import { GitHubAccessApi } from '../../credentials/GitHubAccessApi.credentials.js';
import { GitLabAccessApi } from '../../credentials/GitLabAccessApi.credentials.js';
import { GitWebhookApi } from '../../credentials/GitWebhookApi.credentials.js';
import { interfaceAddress, type GitSystem } from '../../core/git/index.js';
import { GitActivity } from '../../nodes/GitActivity/GitActivity.node.js';
import { GIT_HOSTS } from '../../nodes/shared/gitHosts.js';
import { fakeHost } from '../core/git/fakeHosts.js';
import { answer, runGit, shaOf } from '../core/git/support.js';
import { sampleWorld } from '../core/git/world.js';
import { binaryProperty, executeFunctions, type FakeExecution } from '../support/executeFunctions.js';
import { gitServer } from '../support/gitServer.js';
import { textAt } from '../support/items.js';

const CREDENTIALS: Readonly<Record<GitSystem, ICredentialType>> = { github: new GitHubAccessApi(), gitlab: new GitLabAccessApi(), gitee: new GiteeAccessApi(), gitea: new GiteaAccessApi() };
const BASE: Readonly<Record<GitSystem, string>> = { github: '/api/v3', gitlab: '/api/v4', gitee: '/api/v5', gitea: '/api/v1' };
const run = (context: FakeExecution): Promise<INodeExecutionData[][]> => new GitActivity().execute.call(executeFunctions(context));
const idsOf = (items: readonly INodeExecutionData[] | undefined): string[] => [...new Set((items ?? []).map(({ json }) => textAt(json, 'id')))].sort();
const credentialOf = (system: GitSystem, baseUrl: string, more: Readonly<Record<string, string>> = {}) => ({ [CREDENTIALS[system].name]: { values: { baseUrl, accessToken: 'T-1', ...more }, type: CREDENTIALS[system] } });
const parametersOf = (host: GitSystem, more: Readonly<Record<string, unknown>> = {}) => ({ operation: 'readRepository', host, repositories: 'acme/app', read: ['changes', 'commits', 'reviews', 'comments', 'checks'], ...more });

describe.each(GIT_HOSTS.map(({ name }) => [name] as const))('S6: Git Activity reads %s', (system) => {
	it('with the token of the credential, in two runs by the cursor as in one', async () => {
		const world = sampleWorld(6);
		const host = fakeHost(system, world);
		const server = await gitServer(BASE[system], (request) => host.respond(request));
		const whole = runGit(system, { read: ['changes', 'commits', 'reviews', 'comments', 'checks'] }, fakeHost(system, world).respond);
		const context = { credentials: credentialOf(system, server.url) };
		const [first, unusable, cursor] = await run({ ...context, parameters: parametersOf(system, { more: { mostCalls: 12 } }) });
		expect(unusable?.map(({ json }) => json['severity'])).toEqual(['warning']);
		expect(cursor).toMatchObject([{ json: { cursorKey: `git:${system}:${new URL(server.url).host}/acme/app`, repository: 'acme/app', complete: false, calls: 12 } }]);
		const stored = (cursor ?? []).map(({ json }) => ({ cursorKey: json['cursorKey'], cursor: json['cursor'], at: json['at'] }));
		const [second, , after] = await run({ ...context, parameters: parametersOf(system, { cursors: JSON.stringify(stored) }) });
		expect(after).toMatchObject([{ json: { complete: true } }]);
		expect(idsOf([...(first ?? []), ...(second ?? [])])).toEqual([...new Set(whole.events.map(({ id }) => id))].sort());
		const authorization = server.headers.map((headers) => headers.authorization);
		expect(new Set(authorization)).toEqual(new Set([system === 'gitea' ? 'token T-1' : 'Bearer T-1']));
		expect(server.headers.every((headers) => headers['accept']?.includes('json'))).toBe(true);
		expect(host.problems).toEqual([]);
	});
});

describe('S6: Git Activity', () => {
	it('reads several repositories, and one that cannot be read never loses the others', async () => {
		const host = fakeHost('github', sampleWorld(3));
		const server = await gitServer('/api/v3', (request) => host.respond(request));
		const [events, unusable, cursors] = await run({ credentials: credentialOf('github', server.url), parameters: parametersOf('github', { repositories: 'https://github.example.com/acme/app.git\nacme/gone', read: ['changes'] }) });
		expect(events).toHaveLength(5);
		expect(unusable).toMatchObject([{ json: { where: 'GitHub repository acme/gone', severity: 'refused', expected: expect.stringContaining('Check owner and name') as string } }]);
		expect(cursors?.map(({ json }) => json['repository'])).toEqual(['acme/app']);
	});

	it('ends the whole reading where the host refuses every call, and says what was left', async () => {
		const host = fakeHost('github', sampleWorld(3));
		const server = await gitServer('/api/v3', (request) => (request.path.endsWith('/acme/web') ? answer({ message: 'You have exceeded a secondary rate limit' }, {}, 403) : host.respond(request)));
		const [events, unusable] = await run({ credentials: credentialOf('github', server.url), parameters: parametersOf('github', { repositories: 'acme/app, acme/web, acme/app2', read: ['changes'] }) });
		expect(events).toHaveLength(5);
		expect(unusable?.map(({ json }) => [json['where'], json['severity']])).toEqual([
			['GitHub repository acme/web', 'refused'],
			['acme/app2', 'warning'],
		]);
		expect(server.headers).toHaveLength(3);
	});

	it('names what is wrong with the token where nothing can be read', async () => {
		const server = await gitServer('/api/v3', () => answer({ message: 'Bad credentials' }, {}, 401));
		await expect(run({ credentials: credentialOf('github', server.url), parameters: parametersOf('github') })).rejects.toMatchObject({ message: expect.stringContaining('Bad credentials') as string, description: expect.stringContaining('token') as string });
	});

	it('sends Gitee’s token in the address only where that is chosen', async () => {
		const host = fakeHost('gitee', sampleWorld(2));
		const queries: Array<string | undefined> = [];
		const server = await gitServer('/api/v5', (request) => {
			queries.push(request.query?.['access_token']);
			return host.respond(request);
		});
		const [events] = await run({ credentials: credentialOf('gitee', server.url, { sendAs: 'query' }), parameters: parametersOf('gitee', { read: ['changes'] }) });
		expect(events?.length).toBeGreaterThan(0);
		expect(new Set(queries)).toEqual(new Set(['T-1']));
		expect(server.headers.every(({ authorization }) => authorization === undefined)).toBe(true);
		expect(JSON.stringify(events)).not.toContain('T-1');
	});

	it('never calls another server, whatever a link says', async () => {
		const host = fakeHost('github', sampleWorld(5), { cap: 2 });
		const server = await gitServer('/api/v3', (request) => host.respond(request));
		const [events] = await run({ credentials: credentialOf('github', server.url), parameters: parametersOf('github', { read: ['changes'], more: { pageSize: 2 } }) });
		expect(idsOf(events).filter((id) => id.endsWith('/created'))).toHaveLength(5);
	});

	it.each([
		[{ repositories: '' }, '"Repositories" is empty'],
		[{ repositories: 'app' }, '"Repositories" holds "app"'],
		[{ read: ['issues'] }, '"Read" holds "issues"'],
		[{ since: 'soon' }, '"Since" is "soon"'],
		[{ more: { pageSize: 0 } }, 'Option "pageSize" is 0'],
		[{ cursors: '[{"cursorKey":"git:github:x","cursor":"{"}]' }, 'whose cursor is no JSON'],
		[{ host: 'svn' }, '"Host" is "svn"'],
	])('refuses %j with the field and the remedy', async (wrong, message) => {
		await expect(run({ credentials: credentialOf('github', 'https://git.example.com'), parameters: parametersOf('github', wrong) })).rejects.toMatchObject({ message: expect.stringContaining(message) as string, description: expect.stringMatching(/\S/) as string });
	});

	it('takes a "Since" without an offset in the time zone of the workflow', async () => {
		const asked: Array<string | undefined> = [];
		const host = fakeHost('gitlab', sampleWorld(3));
		const server = await gitServer('/api/v4', (request) => {
			asked.push(request.query?.['updated_after']);
			return host.respond(request);
		});
		await run({ credentials: credentialOf('gitlab', server.url), timezone: 'Asia/Shanghai', parameters: parametersOf('gitlab', { read: ['changes'], since: '2026-03-02T12:00:00' }) });
		expect(asked).toContain('2026-03-02T04:00:00Z');
	});

	it('asks for nothing older than "Since"', async () => {
		const asked: Array<string | undefined> = [];
		const host = fakeHost('gitlab', sampleWorld(3));
		const server = await gitServer('/api/v4', (request) => {
			asked.push(request.query?.['updated_after']);
			return host.respond(request);
		});
		const [events] = await run({ credentials: credentialOf('gitlab', server.url), parameters: parametersOf('gitlab', { read: ['changes'], since: '2026-03-02T04:00:00.000+00:00' }) });
		expect(asked).toContain('2026-03-02T04:00:00Z');
		expect(new Set(events?.map(({ json }) => json['subject']))).toEqual(new Set(['3']));
	});
});

describe('S6: Git Activity reads a log', () => {
	const log = `commit ${shaOf('a')} ${shaOf('p')}\nAuthor:     Ann <ann@example.com>\nAuthorDate: 2026-09-18T09:30:00+08:00\nCommit:     Ann <ann@example.com>\nCommitDate: 2026-09-18T09:30:00+08:00\n\n    文档\n\n1\t1\tsrc/a.ts\n`;
	const parameters = { operation: 'readLog', repositoryAddress: 'https://git.example.com/acme/app.git', logBranch: 'main' };

	it('from a text or a file, with the identity that reading the host gives', async () => {
		const [fromText] = await run({ parameters: { ...parameters, logIn: 'text', text: log } });
		expect(fromText).toMatchObject([{ json: { id: `commit/${shaOf('a')}`, source: 'https://git.example.com/acme/app', data: { repository: 'acme/app', branch: 'main', paths: ['src/a.ts'] } } }]);
		for (const place of ['memory', 'filed'] as const) {
			const [fromFile] = await run({ parameters: { ...parameters, logIn: 'binary', binaryProperty: 'data' }, items: [{ json: {}, binary: { data: binaryProperty(log, 'text/plain', place) } }] });
			expect(fromFile?.map(({ json }) => json)).toEqual(fromText?.map(({ json }) => json));
		}
	});

	it('names an address whose percent sign encodes nothing', async () => {
		const [events, unusable] = await run({ parameters: { ...parameters, repositoryAddress: 'https://git.example.com/acme/100%', logIn: 'text', text: log } });
		expect(events).toEqual([]);
		expect(unusable).toMatchObject([{ json: { where: expect.stringMatching(/source$/) as string, value: 'https://git.example.com/acme/100%' } }]);
	});

	it('says what is missing', async () => {
		await expect(run({ parameters: { ...parameters, logIn: 'text', text: '' } })).rejects.toThrow('holds no commit');
		await expect(run({ parameters: { ...parameters, repositoryAddress: 'acme/app', logIn: 'text', text: log } })).rejects.toThrow('"Repository Address"');
		const [events, unusable] = await run({ parameters: { ...parameters, logIn: 'text', text: `x\n${log}` } });
		expect([events?.length, unusable?.length]).toEqual([1, 1]);
	});
});

describe('S6: without an account', () => {
	it('the sample gives a team with every kind of fact', async () => {
		const [events, unusable, cursors] = await run({ parameters: { operation: 'sample' } });
		expect(new Set(events?.map(({ json }) => json['type'])).size).toBeGreaterThanOrEqual(7);
		expect(unusable).toEqual([]);
		expect(cursors).toEqual([]);
	});
});

describe('Git credentials', () => {
	it('keep every secret in a field that the editor hides, and can be tested', () => {
		const types: ICredentialType[] = [...Object.values(CREDENTIALS), new GitWebhookApi()];
		const secrets = types.flatMap((type) => type.properties.filter(({ name }) => /token|secret/i.test(name)).map(({ name, typeOptions }) => [type.name, name, typeOptions?.password]));
		expect(secrets).toHaveLength(6);
		expect(secrets.filter(([, , hidden]) => hidden !== true)).toEqual([]);
		for (const type of Object.values(CREDENTIALS)) expect(type.test?.request.url).toMatch(/^\//);
		for (const { name } of new GitActivity().description.credentials ?? []) expect(types.map((type) => type.name)).toContain(name);
	});

	it.each([
		['github', 'https://api.github.com', 'https://api.github.com'],
		['github', 'https://github.com/', 'https://api.github.com'],
		['github', 'https://ghe.example.com', 'https://ghe.example.com/api/v3'],
		['github', 'https://ghe.example.com/api/v3/', 'https://ghe.example.com/api/v3'],
		['gitlab', 'https://gitlab.com', 'https://gitlab.com/api/v4'],
		['gitee', 'https://gitee.com/api/v5', 'https://gitee.com/api/v5'],
		['gitea', 'https://git.example.com/sub/', 'https://git.example.com/sub/api/v1'],
	] as const)('%s at %s is read at %s', (system, entered, expected) => {
		expect(interfaceAddress(system, entered)).toBe(expected);
	});
});
