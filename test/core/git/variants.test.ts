import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import { accountActor } from '../../../core/git/facts.js';
import { readMergeRequest } from '../../../core/git/gitlab/gitlabHost.js';
import { GIT_PAYLOADS, GIT_SYSTEMS, readGitPayload, readGitWebhook, type GitPayloadKind, type GitSystem } from '../../../core/git/index.js';
import { collect, ofType, schemaProblems, shaOf } from './support.js';

type Json = Record<string, unknown>;

const AT = '2026-03-02T10:00:00+08:00';
const SOURCE = 'https://git.example.com/acme/app';
const context = { source: SOURCE, repository: 'acme/app', change: '7', branch: 'main', sha: shaOf('a') };
const account: Json = { id: 5, login: 'ann', username: 'ann', name: 'Ann', type: 'User', email: 'ann@example.com' };
const repository: Json = { id: 1, full_name: 'acme/app', path_with_namespace: 'acme/app', html_url: SOURCE, web_url: SOURCE };
const merge: Json = {
	number: 7,
	iid: 7,
	title: 'Merge me',
	state: 'merged',
	user: account,
	author: account,
	draft: false,
	head: { ref: 'work', sha: shaOf('a'), repo: repository },
	base: { ref: 'main', repo: repository },
	source_branch: 'work',
	target_branch: 'main',
	source_project_id: 1,
	target_project_id: 1,
	html_url: `${SOURCE}/pulls/7`,
	web_url: `${SOURCE}/pulls/7`,
	body: 'Text',
	description: 'Text',
	created_at: AT,
	updated_at: AT,
	closed_at: AT,
	merged_at: AT,
	merged: true,
	merged_by: account,
	merge_user: account,
	closed_by: account,
	merge_commit_sha: shaOf('m'),
	sha: shaOf('a'),
	mergeable: true,
	has_conflicts: false,
	assignees: [account],
	labels: [],
};
const commit: Json = { id: shaOf('c'), sha: shaOf('c'), message: 'Fix', author_name: 'Ann', author_email: 'ann@example.com', authored_date: AT, committer_name: 'Ann', committer_email: 'ann@example.com', committed_date: AT, created_at: AT, parent_ids: [shaOf('p')], parents: [{ sha: shaOf('p') }], html_url: SOURCE, web_url: SOURCE, author: account, committer: account, commit: { message: 'Fix', author: { name: 'Ann', email: 'ann@example.com', date: AT }, committer: { name: 'Ann', email: 'ann@example.com', date: AT } }, files: [{ filename: 'a.ts' }], timestamp: AT, url: SOURCE, added: ['a.ts'], modified: [], removed: [] };
const comment: Json = { id: 9, type: null, body: 'Fine', note: 'Fine', user: account, author: account, created_at: AT, updated_at: AT, system: false, noteable_type: 'MergeRequest', path: 'a.ts' };
const PAYLOADS: Readonly<Record<GitPayloadKind, Json>> = {
	change: merge,
	review: { id: 3, state: 'APPROVED', user: account, submitted_at: AT, dismissed: false },
	comment,
	lineComment: comment,
	note: comment,
	commit,
	check: { id: 4, head_sha: shaOf('a'), name: 'test', conclusion: 'success', completed_at: AT, html_url: SOURCE },
	status: { id: 4, state: 'success', status: 'success', context: 'test', target_url: SOURCE, created_at: AT, updated_at: AT },
	pipeline: { id: 4, sha: shaOf('a'), ref: 'work', status: 'success', web_url: SOURCE, created_at: AT, updated_at: AT },
};
const CALLS: Readonly<Record<GitSystem, readonly [headers: Readonly<Record<string, string>>, payload: Json]>> = {
	github: [{ 'x-github-event': 'pull_request', 'x-github-delivery': '1' }, { action: 'closed', repository, sender: account, pull_request: merge, commits: [commit] }],
	gitea: [{ 'x-gitea-event': 'pull_request', 'x-gitea-delivery': '1' }, { action: 'closed', repository, sender: account, pull_request: merge, commits: [commit] }],
	gitee: [{ 'x-gitee-event': 'Merge Request Hook' }, { hook_name: 'merge_request_hooks', action: 'merge', repository, project: repository, sender: account, pull_request: merge, comment }],
	gitlab: [{ 'x-gitlab-event': 'Merge Request Hook' }, { object_kind: 'merge_request', project: repository, user: account, assignees: [account], reviewers: [account], object_attributes: { ...merge, author_id: 5, action: 'merge', last_commit: { id: shaOf('a'), author: { name: 'Ann' } }, source: repository, target: repository } }],
};

/** What hosts put where a person, a fork or a time is gone, and what servers of other versions write instead. */
const ODD = fc.constantFrom(null, undefined, '', {}, [], 0, -1, '7', '0001-01-01T00:00:00Z', '2026-03-02 10:00:00 +0800', true);
const WOUNDS = fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }), ODD), { maxLength: 6 });

/** A copy in which the fields at the given places hold something else. */
function wounded(payload: Json, wounds: ReadonlyArray<readonly [readonly number[], unknown]>): Json {
	const copy = structuredClone(payload);
	for (const [path, value] of wounds) {
		let at: Json = copy;
		for (const [depth, step] of path.entries()) {
			const names = Object.keys(at);
			const name = names[step % Math.max(names.length, 1)];
			if (name === undefined) break;
			const inner = at[name];
			if (depth < path.length - 1 && typeof inner === 'object' && inner !== null) at = inner as Json;
			else {
				at[name] = value;
				break;
			}
		}
	}
	return copy;
}

describe('S6: what hosts of other versions and settings write', () => {
	it('S6: no field that is missing, empty or of another kind breaks the reading, and what is given fits its schema', () => {
		fc.assert(
			fc.property(fc.constantFrom(...GIT_SYSTEMS), fc.constantFrom(...GIT_PAYLOADS), WOUNDS, (system, kind, wounds) => {
				const { events } = collect((sink) => void readGitPayload(system, kind, wounded(PAYLOADS[kind], wounds), context, sink));
				expect(schemaProblems(events)).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	it('S6: the same holds for what hosts send', () => {
		fc.assert(
			fc.property(fc.constantFrom(...GIT_SYSTEMS), WOUNDS, (system, wounds) => {
				const [headers, payload] = CALLS[system];
				const { events } = collect((sink) => void readGitWebhook({ headers, payload: wounded(payload, wounds) }, sink));
				// A repository without an address of its own is none of these hosts'.
				expect(schemaProblems(events.filter(({ source }) => source === SOURCE))).toEqual([]);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		['gitlab', { username: 'service_account_6018816a18e515214e0c34c2b33523fc' }],
		['gitlab', { username: 'service_account_group_345_6018816a18e515214e0c34c2b33523fc' }],
		['gitlab', { username: 'project_12_bot_a1b2' }],
		['gitea', { id: -2, login: 'gitea-actions' }],
		['gitea', { id: -2, login: 'forgejo-actions' }],
		['github', { login: 'dependabot[bot]', type: 'Bot' }],
	] as const)('S6: an account of %s that is a machine is told as one: %j', (system, row) => {
		expect(accountActor(system, row)?.bot).toBe(true);
	});

	it.each([
		[{ merge_status: 'cannot_be_merged' }, 'conflict'],
		[{ detailed_merge_status: 'conflict' }, 'conflict'],
		[{ has_conflicts: false, detailed_merge_status: 'not_approved' }, 'clean'],
		[{ has_conflicts: false, merge_status: 'unchecked' }, 'unknown'],
	])('S6: GitLab that has no word for conflicts says them by the state of the merge: %j is %s', (row, merging) => {
		expect(readMergeRequest({ iid: 7, state: 'opened', ...row }, 'acme/app')?.merging).toBe(merging);
	});

	it('S6: a merge by a machine names the machine, one of a deleted person nobody', () => {
		const by = (value: unknown): unknown => {
			const { events } = collect((sink) => void readGitPayload('gitlab', 'change', { ...merge, merge_user: value, merged_by: null }, context, sink));
			return ofType(events, GIT_EVENT_TYPES.changeMerged)[0]?.data.by;
		};
		expect(by({ username: 'service_account_6018816a18e515214e0c34c2b33523fc', id: 8 })).toMatchObject({ bot: true });
		expect(by({ username: 'ghost1', name: 'Ghost User', id: 9 })).toBeNull();
		expect(by(null)).toBeNull();
	});
});
