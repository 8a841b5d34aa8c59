import { createHash } from 'node:crypto';
import type { GitSystem } from '../../../core/git/index.js';
import type { Answer, PullRequest } from '../../../core/pull/pull.js';
import { contractOf, readContract, type Contract } from '../../contracts/contract.js';
import { GITLAB_DESCRIPTION } from '../../contracts/gitlab.js';
import { answer, shaOf } from './support.js';
import type { World, WorldChange, WorldCommit } from './world.js';

/*
 * Hosts that answer out of one world, each in its own words, with pages, filters, order and 304 as the real ones. Every call and every answer is held to
 * the vendor's description; what does not fit is listed in `problems`.
 */

export interface FakeHost {
	respond(request: PullRequest): Answer;
	readonly problems: string[];
	/** Path and query of every call, in order. */
	readonly calls: string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Gitee publishes none. */
const CONTRACTS: Partial<Readonly<Record<GitSystem, Contract>>> = {
	github: readContract('./github.openapi.json'),
	gitea: readContract('./gitea.openapi.json'),
	gitlab: contractOf(GITLAB_DESCRIPTION),
};

/** @param world is read at each call: it may change between two of them */
export function fakeHost(system: GitSystem, world: World, options: { readonly cap?: number } = {}): FakeHost {
	const contract = CONTRACTS[system] ?? null;
	const problems: string[] = [];
	const calls: string[] = [];
	const words = WORDS[system];
	return {
		problems,
		calls,
		respond(request) {
			const query = request.query ?? {};
			calls.push(`${request.path}?${new URLSearchParams(query).toString()}`);
			if (contract !== null) problems.push(...contract.callProblems(request.method, request.path, query));
			const found = words.route(request.path, query, world);
			if (found === null) return answer({ message: '404 Not Found' }, {}, 404);
			const page = Number(query['page'] ?? '1');
			const size = Math.min(Number(query['per_page'] ?? query['limit'] ?? '30'), options.cap ?? 100);
			const paged = Array.isArray(found.list) ? found.list.slice((page - 1) * size, page * size) : null;
			let body: unknown = paged === null ? found.one : found.wrap === undefined ? paged : found.wrap(paged);
			if (contract !== null && system === 'github') body = contract.fill(found.template, body);
			if (contract !== null) problems.push(...contract.answerProblems(request.path, system === 'gitea' ? withoutNulls(body) : body).map((problem) => `${request.path}: ${problem}`));
			const headers = found.list === undefined ? {} : words.pageHeaders(request.path, query, page, size, found.list.length);
			const etag = `"${createHash('sha1').update(JSON.stringify(body)).digest('hex')}"`;
			if (system === 'github' && request.headers?.['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' };
			return answer(body, system === 'github' ? { ...headers, etag } : headers);
		},
	};
}

/** Gitea writes null for what is not set, which its description (Swagger 2) has no word for. */
function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([name, held]) => (held === null ? [] : [[name, withoutNulls(held)]])));
}

interface Found {
	readonly template: string;
	readonly list?: readonly unknown[];
	readonly one?: unknown;
	readonly wrap?: (page: readonly unknown[]) => unknown;
}

interface Words {
	route(path: string, query: Readonly<Record<string, string>>, world: World): Found | null;
	pageHeaders(path: string, query: Readonly<Record<string, string>>, page: number, size: number, total: number): Record<string, string>;
}

/** Links as GitHub writes them: another path than the one that was called. */
const linkHeaders: Words['pageHeaders'] = (_, query, page, size, total) =>
	page * size < total ? { link: `<https://api.example.com/repositories/7/list?${new URLSearchParams({ ...query, page: String(page + 1) }).toString()}>; rel="next", <https://api.example.com/x?page=99>; rel="last"` } : {};

const newestFirst = <Entry>(entries: readonly Entry[], stamp: (entry: Entry) => string): Entry[] => [...entries].sort((a, b) => (stamp(a) < stamp(b) ? 1 : -1));
/** The order that a call asks for, oldest first without the words for the other. */
const ordered = <Entry>(entries: readonly Entry[], stamp: (entry: Entry) => string, newest: boolean): Entry[] => (newest ? newestFirst(entries, stamp) : newestFirst(entries, stamp).reverse());
const since = <Entry>(entries: readonly Entry[], stamp: (entry: Entry) => string, from: string | undefined): Entry[] => entries.filter((entry) => from === undefined || Date.parse(stamp(entry)) >= Date.parse(from));

const user = (login: string): Json => ({ login, id: Number.parseInt(shaOf(login).slice(0, 6), 16), type: login.endsWith('[bot]') ? 'Bot' : 'User' });
const web = (change: WorldChange): string => `https://git.example.com/acme/app/pull/${change.number}`;

function familyPull(change: WorldChange, extra: Json = {}): Json {
	return {
		number: change.number,
		title: change.title,
		html_url: web(change),
		user: user(change.author),
		draft: change.draft ?? false,
		state: change.closedAt === undefined && change.mergedAt === undefined ? 'open' : 'closed',
		body: change.body ?? null,
		created_at: change.createdAt,
		updated_at: change.updatedAt,
		closed_at: change.closedAt ?? change.mergedAt ?? null,
		merged_at: change.mergedAt ?? null,
		merge_commit_sha: change.mergedAt === undefined ? null : shaOf(`merge ${change.number}`),
		head: { ref: change.branch, sha: shaOf(change.head), label: `acme:${change.branch}`, user: user(change.author), repo: { full_name: 'acme/app' } },
		base: { ref: 'main', sha: shaOf('base'), label: 'acme:main', user: user('acme'), repo: { full_name: 'acme/app' } },
		...extra,
	};
}

function familyCommit(commit: WorldCommit, withFiles: boolean): Json {
	const written = (at: string): Json => ({ name: commit.author, email: `${commit.author}@example.com`, date: at });
	return {
		sha: shaOf(commit.name),
		html_url: `https://git.example.com/acme/app/commit/${shaOf(commit.name)}`,
		commit: { message: commit.message, author: written(commit.authoredAt), committer: written(commit.committedAt), tree: { sha: shaOf('tree'), url: 'https://git.example.com/tree' }, url: 'https://git.example.com/c', comment_count: 0 },
		author: user(commit.author),
		committer: user(commit.author),
		parents: (commit.parents ?? ['p']).map((name) => ({ sha: shaOf(name), url: 'https://git.example.com/p' })),
		...(withFiles ? { files: commit.files.map((filename) => ({ filename })) } : {}),
	};
}

const onBranch = (world: World): WorldCommit[] => newestFirst(world.commits.filter(({ branch }) => branch !== null), ({ committedAt }) => committedAt);
const ofChange = (world: World, change: WorldChange): WorldCommit[] => world.commits.filter(({ name }) => (change.commits ?? []).includes(name));
const changeIn = (world: World, number: string | undefined): WorldChange | undefined => world.changes.find((change) => String(change.number) === number);
const P = '/repos/{owner}/{repo}';

function familyRoute(path: string, world: World): { readonly rest: string; readonly change: WorldChange | undefined; readonly commit: WorldCommit | undefined } | null {
	const rest = /^\/repos\/acme\/app(\/.*)?$/.exec(path);
	if (rest === null) return null;
	const tail = rest[1] ?? '';
	const sha = /[0-9a-f]{40}/.exec(tail)?.[0];
	return { rest: tail, change: changeIn(world, /^\/(?:pulls|issues)\/(\d+)/.exec(tail)?.[1]), commit: world.commits.find(({ name }) => shaOf(name) === sha) };
}

const github: Words = {
	pageHeaders: linkHeaders,
	route(path, query, world) {
		const at = familyRoute(path, world);
		if (at === null) return null;
		const { rest, change, commit } = at;
		const head = world.changes.find((candidate) => rest.includes(shaOf(candidate.head)));
		if (rest === '') return { template: P, one: { full_name: 'acme/app', html_url: 'https://git.example.com/acme/app', default_branch: 'main', id: 7 } };
		if (rest === '/pulls') return { template: `${P}/pulls`, list: ordered(world.changes, ({ updatedAt }) => updatedAt, query['sort'] === 'updated' && query['direction'] === 'desc').map((entry) => familyPull(entry)) };
		if (rest === '/commits') return { template: `${P}/commits`, list: since(onBranch(world), ({ committedAt }) => committedAt, query['since']).map((entry) => familyCommit(entry, false)) };
		if (rest === '/issues/events') {
			const events = world.changes.flatMap((entry) => [...(entry.closings ?? []), ...(entry.closedAt === undefined ? [] : [entry.closedAt]), ...(entry.mergedAt === undefined ? [] : [entry.mergedAt])].map((at, index) => ({ id: entry.number * 100 + index, event: 'closed', created_at: at, actor: user(entry.by ?? entry.author), issue: { number: entry.number, title: entry.title, user: user(entry.author), closed_at: entry.closedAt ?? entry.mergedAt ?? null, pull_request: { html_url: web(entry), url: web(entry), diff_url: web(entry), patch_url: web(entry), merged_at: entry.mergedAt ?? null } } })));
			return { template: `${P}/issues/events`, list: newestFirst(events, ({ created_at: at }) => at) };
		}
		if (rest === '/issues/comments' || rest === '/pulls/comments') {
			const lines = rest === '/pulls/comments';
			const comments = world.changes.flatMap((entry) => ((lines ? entry.lineComments : entry.comments) ?? []).map((comment) => ({ entry, comment })));
			const listed = ordered(since(comments, ({ comment }) => comment.at, query['since']), ({ comment }) => comment.at, query['sort'] === 'updated' && query['direction'] === 'desc');
			return { template: P + rest, list: listed.map(({ entry, comment }) => ({ id: comment.id, user: user(comment.author), body: comment.text, created_at: comment.at, updated_at: comment.at, html_url: `${web(entry)}#c${comment.id}`, ...(lines ? { pull_request_url: `https://api.example.com/repos/acme/app/pulls/${entry.number}`, path: 'a.ts' } : { issue_url: `https://api.example.com/repos/acme/app/issues/${entry.number}` }) })) };
		}
		if (change !== undefined) {
			if (/^\/pulls\/\d+$/.test(rest)) return { template: `${P}/pulls/{pull_number}`, one: familyPull(change, { mergeable: change.mergeable === undefined ? true : change.mergeable, mergeable_state: change.mergeable === false ? 'dirty' : 'clean', merged: change.mergedAt !== undefined, merged_by: change.by === undefined ? null : user(change.by) }) };
			if (rest.endsWith('/reviews')) return { template: `${P}/pulls/{pull_number}/reviews`, list: (change.reviews ?? []).map((review) => ({ id: review.id, user: user(review.author), state: review.state, submitted_at: review.at, body: '' })) };
			if (rest.endsWith('/commits')) return { template: `${P}/pulls/{pull_number}/commits`, list: ofChange(world, change).map((entry) => familyCommit(entry, false)) };
			if (rest.startsWith('/issues/')) return { template: `${P}/issues/{issue_number}`, one: { number: change.number, title: change.title, closed_by: change.by === undefined ? null : user(change.by) } };
		}
		if (head !== undefined && rest.endsWith('/check-runs')) return { template: `${P}/commits/{ref}/check-runs`, list: (head.checks ?? []).map((check) => ({ id: check.id, name: check.name, head_sha: shaOf(head.head), status: check.conclusion === null ? 'in_progress' : 'completed', conclusion: check.conclusion, completed_at: check.conclusion === null ? null : check.at, pull_requests: [] })), wrap: (runs) => ({ total_count: head.checks?.length ?? 0, check_runs: runs }) };
		if (head !== undefined && rest.endsWith('/status')) return { template: `${P}/commits/{ref}/status`, list: (head.statuses ?? []).map((status) => ({ id: status.id, context: status.name, state: status.conclusion ?? 'pending', created_at: status.at, updated_at: status.at })), wrap: (statuses) => ({ state: 'success', sha: shaOf(head.head), total_count: head.statuses?.length ?? 0, statuses }) };
		if (commit !== undefined) return { template: `${P}/commits/{ref}`, list: commit.files.map((filename) => ({ filename, status: 'modified' })), wrap: (files) => ({ ...familyCommit(commit, false), files }) };
		return null;
	},
};

const gitea: Words = {
	pageHeaders: (path, query, page, size, total) => ({ ...linkHeaders(path, query, page, size, total), 'x-total-count': String(total) }),
	route(path, query, world) {
		const at = familyRoute(path, world);
		if (at === null) return null;
		const { rest, change, commit } = at;
		const pull = (entry: WorldChange): Json => familyPull(entry, { merged: entry.mergedAt !== undefined, mergeable: entry.mergeable ?? true, merged_by: entry.by === undefined ? null : user(entry.by) });
		const head = world.changes.find((candidate) => rest.includes(shaOf(candidate.head)));
		if (rest === '') return { template: P, one: { full_name: 'acme/app', html_url: 'https://git.example.com/acme/app', default_branch: 'main', id: 7 } };
		if (rest === '/pulls') return { template: rest, list: ordered(world.changes, ({ updatedAt }) => updatedAt, query['sort'] === 'recentupdate').map(pull) };
		if (rest === '/commits') return { template: rest, list: onBranch(world).map((entry) => familyCommit(entry, query['files'] === 'true')) };
		if (rest === '/issues/comments') {
			const comments = world.changes.flatMap((entry) => (entry.comments ?? []).map((comment) => ({ entry, comment })));
			const listed = since(comments, ({ comment }) => comment.at, query['since']).sort((a, b) => (a.comment.at < b.comment.at ? -1 : 1));
			return { template: rest, list: listed.map(({ entry, comment }) => ({ id: comment.id, user: user(comment.author), body: comment.text, created_at: comment.at, updated_at: comment.at, html_url: `${web(entry)}#c${comment.id}`, issue_url: '', pull_request_url: web(entry) })) };
		}
		if (change !== undefined) {
			if (/^\/pulls\/\d+$/.test(rest)) return { template: rest, one: pull(change) };
			if (rest.endsWith('/reviews')) return { template: rest, list: [...(change.reviews ?? []).map((review) => ({ id: review.id, user: user(review.author), state: review.state, submitted_at: review.at, comments_count: 0 })), ...((change.lineComments ?? []).length > 0 ? [{ id: 900 + change.number, user: user('x'), state: 'PENDING', comments_count: change.lineComments?.length }] : [])] };
			if (/\/reviews\/\d+\/comments$/.test(rest)) return { template: rest, one: (change.lineComments ?? []).map((comment) => ({ id: comment.id, user: user(comment.author), body: comment.text, created_at: comment.at, updated_at: comment.at, path: 'a.ts' })) };
			if (rest.endsWith('/commits')) return { template: rest, list: ofChange(world, change).map((entry) => familyCommit(entry, true)) };
		}
		if (head !== undefined && rest.endsWith('/status')) return { template: rest, list: [...(head.statuses ?? []), ...(head.checks ?? [])].map((status) => ({ id: status.id, context: status.name, status: status.conclusion ?? 'pending', created_at: status.at, updated_at: status.at })), wrap: (statuses) => ({ state: 'success', sha: shaOf(head.head), total_count: statuses.length, statuses }) };
		return commit === undefined ? null : { template: rest, one: familyCommit(commit, true) };
	},
};

const gitee: Words = {
	pageHeaders: (_, __, ___, size, total) => ({ total_count: String(total), total_page: String(Math.max(1, Math.ceil(total / size))) }),
	route(path, query, world) {
		const at = familyRoute(path, world);
		if (at === null) return null;
		const { rest, change, commit } = at;
		const pull = (entry: WorldChange): Json => familyPull(entry, { state: entry.mergedAt !== undefined ? 'merged' : entry.closedAt !== undefined ? 'closed' : 'open', mergeable: entry.mergeable ?? true, assignees: (entry.reviews ?? []).map((review) => ({ ...user(review.author), accept: review.state === 'APPROVED' })) });
		if (rest === '') return { template: rest, one: { full_name: 'acme/app', html_url: 'https://git.example.com/acme/app.git', default_branch: 'main', id: 7 } };
		if (rest === '/pulls') return { template: rest, list: ordered(since(world.changes, ({ updatedAt }) => updatedAt, query['since']), ({ updatedAt }) => updatedAt, query['sort'] === 'updated' && query['direction'] === 'desc').map(pull) };
		if (rest === '/commits') return { template: rest, list: since(onBranch(world), ({ committedAt }) => committedAt, query['since']).map((entry) => familyCommit(entry, false)) };
		if (change !== undefined) {
			if (/^\/pulls\/\d+$/.test(rest)) return { template: rest, one: pull(change) };
			if (rest.endsWith('/comments')) return { template: rest, list: [...(change.comments ?? []).map((comment) => ({ comment, kind: 'pr_comment' })), ...(change.lineComments ?? []).map((comment) => ({ comment, kind: 'diff_comment' }))].map(({ comment, kind }) => ({ id: comment.id, user: user(comment.author), body: comment.text, created_at: comment.at, updated_at: comment.at, comment_type: kind })) };
			if (rest.endsWith('/commits')) return { template: rest, one: ofChange(world, change).map((entry) => familyCommit(entry, false)) };
		}
		if (/\/check-runs$/.test(rest)) {
			const head = world.changes.find((candidate) => rest.includes(shaOf(candidate.head)));
			return { template: rest, list: (head?.checks ?? []).map((check) => ({ id: check.id, name: check.name, head_sha: shaOf(head?.head ?? ''), conclusion: check.conclusion, completed_at: check.at })), wrap: (runs) => ({ total_count: runs.length, check_runs: runs }) };
		}
		return commit === undefined ? null : { template: rest, one: familyCommit(commit, true) };
	},
};

const gitlabUser = (login: string): Json => ({ id: user(login)['id'], username: login, name: login, state: 'active', web_url: `https://git.example.com/${login}` });

const gitlab: Words = {
	pageHeaders: (_, __, page, size, total) => ({ 'x-next-page': page * size < total ? String(page + 1) : '', 'x-page': String(page), 'x-total': String(total) }),
	route(path, query, world) {
		const rest = /^\/projects\/(?:7|acme%2Fapp)(\/.*)?$/.exec(path);
		if (rest === null) return null;
		const tail = rest[1] ?? '';
		const change = changeIn(world, /^\/merge_requests\/(\d+)/.exec(tail)?.[1]);
		const commit = world.commits.find(({ name }) => tail.includes(shaOf(name)));
		const time = (at: string | undefined): string | null => (at === undefined ? null : at.replace('Z', '.000Z'));
		const request = (entry: WorldChange): Json => ({
			id: 1000 + entry.number,
			iid: entry.number,
			project_id: 7,
			title: entry.title,
			description: entry.body ?? null,
			state: entry.mergedAt !== undefined ? 'merged' : entry.closedAt !== undefined ? 'closed' : 'opened',
			created_at: time(entry.createdAt),
			updated_at: time(entry.updatedAt),
			merged_at: time(entry.mergedAt),
			closed_at: time(entry.closedAt),
			author: gitlabUser(entry.author),
			merged_by: entry.mergedAt === undefined || entry.by === undefined ? null : gitlabUser(entry.by),
			closed_by: entry.closedAt === undefined || entry.by === undefined ? null : gitlabUser(entry.by),
			source_branch: entry.branch,
			target_branch: 'main',
			source_project_id: 7,
			target_project_id: 7,
			draft: entry.draft ?? false,
			has_conflicts: entry.mergeable === false,
			detailed_merge_status: entry.mergeable === null ? 'checking' : 'mergeable',
			sha: shaOf(entry.head),
			merge_commit_sha: entry.mergedAt === undefined ? null : shaOf(`merge ${entry.number}`),
			web_url: `https://git.example.com/acme/app/-/merge_requests/${entry.number}`,
		});
		const written = (entry: WorldCommit): Json => ({ id: shaOf(entry.name), short_id: shaOf(entry.name).slice(0, 8), title: entry.message, message: `${entry.message}\n`, author_name: entry.author, author_email: `${entry.author}@example.com`, authored_date: entry.authoredAt, committer_name: entry.author, committer_email: `${entry.author}@example.com`, committed_date: entry.committedAt, created_at: entry.committedAt, parent_ids: (entry.parents ?? ['p']).map(shaOf), web_url: 'https://git.example.com/c' });
		const note = (id: number, author: string, body: string, at: string, type: string | null, system: boolean): Json => ({ id, type, body, author: gitlabUser(author), created_at: at, updated_at: at, system, noteable_id: 1, noteable_type: 'MergeRequest', noteable_iid: 1 });
		if (tail === '') return { template: tail, one: { id: 7, path_with_namespace: 'acme/app', web_url: 'https://git.example.com/acme/app', default_branch: 'main' } };
		if (tail === '/merge_requests') return { template: tail, list: ordered(since(world.changes, ({ updatedAt }) => updatedAt, query['updated_after']), ({ updatedAt }) => updatedAt, query['order_by'] === 'updated_at' && query['sort'] === 'desc').map(request) };
		if (tail === '/repository/commits') return { template: tail, list: since(onBranch(world), ({ committedAt }) => committedAt, query['since']).map(written) };
		if (commit !== undefined && tail.endsWith('/diff')) return { template: tail, list: commit.files.map((file) => ({ old_path: file, new_path: file, new_file: false, renamed_file: false, deleted_file: false, diff: '' })) };
		if (change === undefined) return null;
		if (/^\/merge_requests\/\d+$/.test(tail)) return { template: tail, one: request(change) };
		if (tail.endsWith('/notes')) {
			const reviews = (change.reviews ?? []).map(({ id, author, state, at }) => note(id, author, state === 'APPROVED' ? 'approved this merge request' : state === 'CHANGES_REQUESTED' ? 'requested changes' : 'changed the title', at, null, true));
			return { template: tail, list: [...reviews, ...(change.comments ?? []).map(({ id, author, text, at }) => note(id, author, text, at, null, false)), ...(change.lineComments ?? []).map(({ id, author, text, at }) => note(id, author, text, at, 'DiffNote', false))] };
		}
		if (tail.endsWith('/commits')) return { template: tail, list: ofChange(world, change).map(written) };
		if (tail.endsWith('/resource_state_events')) return { template: tail, list: [...(change.closings ?? []), ...(change.closedAt === undefined ? [] : [change.closedAt])].map((at, index) => ({ id: change.number * 100 + index, user: gitlabUser(change.by ?? change.author), created_at: at.replace('Z', '.700Z'), resource_type: 'MergeRequest', resource_id: 1, state: 'closed' })) };
		if (tail.endsWith('/pipelines')) return { template: tail, list: (change.checks ?? []).map((check) => ({ id: check.id, sha: shaOf(change.head), ref: change.branch, status: check.conclusion === null ? 'running' : check.conclusion === 'failure' ? 'failed' : 'success', web_url: 'https://git.example.com/p', created_at: check.at, updated_at: check.at })) };
		return null;
	},
};

const WORDS: Readonly<Record<GitSystem, Words>> = { github, gitlab, gitee, gitea };
