import { describe, expect, it } from 'vitest';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import { gitWebhookKind, readGitWebhook } from '../../../core/git/index.js';
import { hasSharedData, sharedJson } from '../../support/gitData.js';
import { fakeHost } from './fakeHosts.js';
import { collect, ofType, runGit, schemaProblems, shaOf } from './support.js';
import { sampleTime, sampleWorld } from './world.js';

const read = (headers: Readonly<Record<string, string>>, payload: unknown) => {
	let reading: ReturnType<typeof readGitWebhook> = null;
	const { events, findings } = collect((sink) => {
		reading = readGitWebhook({ headers, payload }, sink);
	});
	return { events, findings, reading: reading as ReturnType<typeof readGitWebhook> };
};

interface Example {
	readonly name: string;
	readonly examples: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

describe.skipIf(!hasSharedData)('S6: examples of GitHub’s calls (needs ../shared/data/octokit-webhooks-examples)', () => {
	const all = hasSharedData ? (sharedJson('octokit-webhooks-examples/selected.json') as readonly Example[]) : [];
	const of = (name: string) => {
		const results = (all.find((entry) => entry.name === name)?.examples ?? []).map((payload) => read({ 'x-github-event': name, 'x-github-delivery': 'd-1' }, payload));
		return { results, events: results.flatMap(({ events }) => events) };
	};

	it('none throws, with or without an action, and every fact fits its schema', () => {
		let withoutAction = 0;
		for (const { name, examples } of all) {
			const { results, events } = of(name);
			expect(schemaProblems(events), name).toEqual([]);
			expect(results.every(({ reading }) => reading?.system === 'github'), name).toBe(true);
			withoutAction += examples.filter((payload) => !('action' in payload)).length;
		}
		expect(withoutAction).toBe(16);
	});

	it('both closed pull requests are number 2 and failed', () => {
		const abandoned = ofType(of('pull_request').events, GIT_EVENT_TYPES.changeAbandoned);
		expect(abandoned).toHaveLength(2);
		expect(new Set(abandoned.map(({ data }) => data.change))).toEqual(new Set(['2']));
		expect(abandoned.every(({ data }) => data.author !== null && data.by !== null)).toBe(true);
		expect(ofType(of('pull_request').events, GIT_EVENT_TYPES.changeMerged)).toEqual([]);
		expect(new Set(ofType(of('pull_request').events, GIT_EVENT_TYPES.changeCreated).map(({ data }) => data.change)).size).toBeGreaterThan(0);
	});

	it('reviews are 3 comments and 1 dismissed, all of one second', () => {
		const reviews = ofType(of('pull_request_review').events, GIT_EVENT_TYPES.changeReviewed);
		expect(reviews.map(({ data }) => data.state).sort()).toEqual(['commented', 'commented', 'commented', 'dismissed']);
		expect(new Set(reviews.map(({ time }) => time))).toEqual(new Set(['2019-05-15T15:20:38Z']));
	});

	it('of 7 pushes 5 are tags; 2 bring one commit each to master', () => {
		const { results, events } = of('push');
		expect(results).toHaveLength(7);
		expect(results.filter(({ reading }) => reading?.branch === null)).toHaveLength(5);
		const commits = ofType(events, GIT_EVENT_TYPES.commitRecorded);
		expect(commits.map(({ data }) => data.branch)).toEqual(['master', 'master']);
		expect(commits.every(({ data }) => (data.paths?.length ?? 0) > 0)).toBe(true);
	});

	it('comments of issues give nothing, and none speaks of a document', () => {
		const issues = (all.find(({ name }) => name === 'issue_comment')?.examples ?? []).filter((payload) => !('pull_request' in (payload['issue'] as object)));
		expect(issues.flatMap((payload) => read({ 'x-github-event': 'issue_comment' }, payload).events)).toEqual([]);
		const texts = ofType(all.flatMap(({ name }) => of(name).events), GIT_EVENT_TYPES.changeCommented).map(({ data }) => data.text);
		expect(texts.filter((text) => /document|文档/i.test(text))).toEqual([]);
	});
});

describe.skipIf(!hasSharedData)('S6: calls as go-scm reads them (needs ../shared/data/go-scm-*-webhooks)', () => {
	interface Golden {
		readonly Repo: { readonly Namespace: string; readonly Name: string; readonly Link: string };
		readonly PullRequest?: { readonly Number: number; readonly Title: string; readonly Sha: string; readonly Source: string; readonly Target: string; readonly Link: string; readonly Closed: boolean; readonly Merged: boolean; readonly Author: { readonly Login: string } };
		readonly Commits?: ReadonlyArray<{ readonly Sha: string; readonly Author: { readonly Email: string; readonly Date: string } }>;
		readonly Comment?: { readonly ID: number; readonly Body: string; readonly Author: { readonly Login: string }; readonly Created: string };
		readonly Ref?: string;
	}
	const golden = (path: string): Golden => sharedJson(`${path}.json.golden`) as Golden;
	const gitlab = (name: string, event: string) => read({ 'x-gitlab-event': event }, sharedJson(`go-scm-gitlab-webhooks/${name}.json`));
	const gitee = (name: string, event: string) => read({ 'x-gitee-event': event, 'x-gitee-timestamp': '1' }, sharedJson(`go-scm-gitee-webhooks/${name}.json`));

	it.each([
		['pull_request_create', 'created'],
		['pull_request_reopen', 'created'],
		['pull_request_close', 'abandoned'],
		['pull_request_merge', 'merged'],
	])('GitLab %s', (name, last) => {
		const { PullRequest: expected, Repo } = golden(`go-scm-gitlab-webhooks/${name}`);
		const { events, reading } = gitlab(name, 'Merge Request Hook');
		expect(schemaProblems(events)).toEqual([]);
		expect(reading).toMatchObject({ source: Repo.Link, repository: `${Repo.Namespace}/${Repo.Name}`, change: String(expected?.Number) });
		expect(events.at(-1)?.type).toContain(`change.${last}`);
		expect(events.at(-1)?.data).toMatchObject({ change: String(expected?.Number), title: expected?.Title, url: expected?.Link, author: { account: expected?.Author.Login }, head: { branch: expected?.Source, sha: expected?.Sha }, targetBranch: expected?.Target });
		expect(last === 'merged').toBe(expected?.Merged);
	});

	it('GitLab’s time without ISO form is the instant it names', () => {
		const { events } = gitlab('pull_request_merge', 'Merge Request Hook');
		expect(ofType(events, GIT_EVENT_TYPES.changeMerged).map(({ time }) => time)).toEqual(['2017-12-10T17:08:07Z']);
	});

	it('GitLab comment and push', () => {
		const expected = golden('go-scm-gitlab-webhooks/merge_request_comment_create').Comment;
		const { events } = gitlab('merge_request_comment_create', 'Note Hook');
		expect(ofType(events, GIT_EVENT_TYPES.changeCommented).map(({ data, time }) => [data.comment, data.text, data.commenter?.account, Date.parse(time ?? '')])).toEqual([[String(expected?.ID), expected?.Body, expected?.Author.Login, Date.parse(expected?.Created ?? '')]]);
		const push = gitlab('push', 'Push Hook');
		const commits = golden('go-scm-gitlab-webhooks/push').Commits ?? [];
		expect(ofType(push.events, GIT_EVENT_TYPES.commitRecorded).map(({ data }) => [data.sha, data.author?.email, Date.parse(data.authoredAt), data.branch, data.paths])).toEqual(commits.map((commit) => [commit.Sha, commit.Author.Email, Date.parse(commit.Author.Date), 'master', ['README.md']]));
		for (const name of ['branch_create', 'tag_create']) expect(schemaProblems(gitlab(name, 'Push Hook').events)).toEqual([]);
		expect(gitlab('tag_create', 'Tag Push Hook').events).toEqual([]);
	});

	it('Gitee pull request, push, and a comment of an issue', () => {
		const { PullRequest: expected, Repo } = golden('go-scm-gitee-webhooks/pr_open');
		const { events, reading } = gitee('pr_open', 'Merge Request Hook');
		expect(schemaProblems(events)).toEqual([]);
		expect(reading).toMatchObject({ source: Repo.Link, repository: `${Repo.Namespace}/${Repo.Name}`, change: '9', action: 'open' });
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({ type: GIT_EVENT_TYPES.changeCreated, time: '2021-10-08T17:29:49+08:00', data: { change: '9', title: expected?.Title, author: { account: expected?.Author.Login }, head: { branch: expected?.Source, sha: expected?.Sha }, targetBranch: expected?.Target, url: expected?.Link } });
		const push = gitee('push', 'Push Hook');
		const { Commits: commits = [], Ref } = golden('go-scm-gitee-webhooks/push');
		expect(push.reading?.branch).toBe(Ref?.replace('refs/heads/', ''));
		expect(ofType(push.events, GIT_EVENT_TYPES.commitRecorded).map(({ data }) => [data.sha, Date.parse(data.authoredAt), data.parents])).toEqual(commits.map((commit) => [commit.Sha, Date.parse(commit.Author.Date), 1]));
		expect(gitee('note_hook_issue_comment', 'Note Hook').events).toEqual([]);
		expect(gitee('tag_create', 'Tag Push Hook').events).toEqual([]);
	});
});

describe('S6: calls and reading give one fact one id', () => {
	const world = sampleWorld(3);
	const ids = (system: 'github' | 'gitea' | 'gitee' | 'gitlab'): Set<string> => new Set(runGit(system, {}, fakeHost(system, world).respond).events.map(({ source, id }) => `${source} ${id}`));
	const repository = { full_name: 'acme/app', html_url: 'https://git.example.com/acme/app', path_with_namespace: 'acme/app' };
	const login = (name: string) => ({ login: name, id: 5, type: 'User' });
	const pull = { number: 3, title: 'Change 3', html_url: 'https://git.example.com/acme/app/pull/3', user: login('ann'), state: 'closed', created_at: sampleTime(180), updated_at: sampleTime(210), closed_at: sampleTime(210), merged_at: sampleTime(210), merged: true, head: { ref: 'feature-3', sha: shaOf('c3b'), repo: repository }, base: { ref: 'main', repo: repository } };
	const commit = { id: shaOf('c3a'), message: 'Step a of 3', timestamp: sampleTime(150), url: '', author: { name: 'ann', email: 'ann@example.com', username: 'ann' }, committer: { name: 'ann', email: 'ann@example.com', username: 'ann' }, added: [], modified: ['src/mod3/a.ts'], removed: ['README.md'] };

	it.each(['github', 'gitea'] as const)('%s', (system) => {
		const known = ids(system);
		const calls: ReadonlyArray<readonly [string, object]> = [
			['pull_request', { action: 'closed', pull_request: pull, sender: login('dee') }],
			['pull_request_review', { action: 'submitted', pull_request: pull, review: { id: 30, user: login('dee'), state: 'changes_requested', submitted_at: sampleTime(190) } }],
			['pull_request_review_comment', { action: 'created', pull_request: pull, comment: { id: 32, user: login('dee'), body: 'Why?', created_at: sampleTime(193), path: 'a.ts' } }],
			['issue_comment', { action: 'created', issue: { number: 3, title: 'Change 3', user: login('ann'), pull_request: { html_url: pull.html_url } }, comment: { id: 31, user: login('dee'), body: 'Please look', created_at: sampleTime(192) } }],
			['push', { ref: 'refs/heads/main', commits: [commit] }],
		];
		for (const [event, payload] of calls) {
			const { events } = read(system === 'gitea' ? { 'x-gitea-event': event, 'x-github-event': event } : { 'x-github-event': event }, { repository, ...payload });
			expect(events.length, event).toBeGreaterThan(0);
			expect(schemaProblems(events), event).toEqual([]);
			expect(events.filter(({ source, id }) => !known.has(`${source} ${id}`)).map(({ id }) => id), event).toEqual([]);
		}
	});

	it('gitlab', () => {
		const known = ids('gitlab');
		const project = { web_url: 'https://git.example.com/acme/app', path_with_namespace: 'acme/app' };
		const attributes = { iid: 3, title: 'Change 3', state: 'merged', action: 'merge', author_id: 5, created_at: '2026-03-02 04:00:00 UTC', updated_at: '2026-03-02 04:30:00 UTC', source_branch: 'feature-3', target_branch: 'main', last_commit: { id: shaOf('c3b'), author: { name: 'ann' } } };
		const merged = read({ 'x-gitlab-event': 'Merge Request Hook' }, { object_kind: 'merge_request', user: { id: 9, username: 'dee', name: 'dee' }, reviewers: [{ id: 5, username: 'ann', name: 'ann' }], project, object_attributes: attributes });
		expect(merged.events.map(({ id }) => id)).toEqual(['change/3/created', 'change/3/merged']);
		expect(merged.events[1]).toMatchObject({ data: { author: { account: 'ann' }, by: { account: 'dee' } } });
		expect(merged.events.every(({ source, id }) => known.has(`${source} ${id}`))).toBe(true);
		const unknownAuthor = read({ 'x-gitlab-event': 'Merge Request Hook' }, { object_kind: 'merge_request', user: { id: 9, username: 'dee', name: 'dee' }, project, object_attributes: attributes });
		expect(unknownAuthor.events).toEqual([]);
		expect(unknownAuthor.reading).toMatchObject({ repository: 'acme/app', change: '3', action: 'merge' });
	});

	it('gitee', () => {
		const known = ids('gitee');
		const { events } = read({ 'x-gitee-event': 'Merge Request Hook' }, { hook_name: 'merge_request_hooks', action: 'merge', pull_request: { ...pull, state: 'merged' }, project: repository, password: 'p', sender: login('dee') });
		expect(events.map(({ id }) => id)).toEqual(['change/3/created', 'change/3/merged']);
		expect(events.every(({ source, id }) => known.has(`${source} ${id}`))).toBe(true);
	});
});

describe('S6: what a call is', () => {
	it('Gitea’s header is looked at before GitHub’s, which Gitea sends too', () => {
		expect(gitWebhookKind({ 'x-github-event': 'push', 'x-gogs-event': 'push', 'x-gitea-event': 'push' })).toEqual({ system: 'gitea', event: 'push' });
		expect(gitWebhookKind({ 'x-forgejo-event': 'push', 'x-gitea-event': 'push' })?.system).toBe('gitea');
		expect(gitWebhookKind({})).toBeNull();
	});

	it('a repeat of a delivery has the same id; Gitee’s, which has none, is a hash without its secret', () => {
		const payload = { hook_name: 'push_hooks', hook_id: 1, password: 'one', sign: 'x' };
		const id = (content: object, stamp = '1'): string | undefined => read({ 'x-gitee-event': 'Push Hook', 'x-gitee-timestamp': stamp }, content).reading?.delivery;
		expect(id(payload)).toBe(id({ ...payload, password: 'two', sign: 'y' }));
		expect(id(payload)).not.toBe(id(payload, '2'));
		expect(read({ 'x-github-event': 'push', 'x-github-delivery': 'guid' }, {}).reading?.delivery).toBe('guid');
	});

	it('content of any shape does not throw', () => {
		for (const payload of [null, [], 'text', {}, { pull_request: 3 }, { pull_request: {}, repository: { full_name: 'a/b', html_url: 'https://x' } }, { ref: 1, commits: 'x', repository: { full_name: 'a/b', html_url: 'https://x' } }, { object_kind: 'note', project: { web_url: 'https://x', path_with_namespace: 'a/b' }, object_attributes: { noteable_type: 'MergeRequest' } }]) {
			for (const header of ['x-github-event', 'x-gitlab-event', 'x-gitee-event', 'x-gitea-event']) expect(() => read({ [header]: 'push' }, payload)).not.toThrow();
		}
	});
});
