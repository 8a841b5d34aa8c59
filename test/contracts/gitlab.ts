import type { Description } from './contract.js';

/*
 * GitLab publishes no package with a description of its interface v4, so these paths are written by hand: which parameters exist, and which fields an
 * answer holds. They were held against GitLab's own description; what is stricter or looser here, and why, stands in the README beside this file.
 */

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const orNull = (schema: object): object => ({ ...schema, nullable: true });
const number = { type: 'integer' };
const flag = { type: 'boolean' };
const account = { type: 'object', required: ['id', 'username', 'name', 'state', 'web_url'], properties: { id: number, username: text, name: text, state: text, web_url: text, avatar_url: orNull(text), locked: flag, public_email: orNull(text) } };

const query = (properties: Readonly<Record<string, object>>): object[] => Object.entries({ page: number, per_page: { type: 'integer', minimum: 1, maximum: 100 }, ...properties }).map(([name, schema]) => ({ name, in: 'query', schema }));
const answers = (schema: object): object => ({ 200: { content: { 'application/json': { schema } } } });
const listOf = (name: string): object => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } });

const commit = {
	type: 'object',
	required: ['id', 'short_id', 'title', 'message', 'author_name', 'author_email', 'authored_date', 'committer_name', 'committer_email', 'committed_date', 'created_at', 'parent_ids', 'web_url'],
	properties: { id: text, short_id: text, title: text, message: text, author_name: text, author_email: text, authored_date: time, committer_name: text, committer_email: text, committed_date: time, created_at: time, parent_ids: orNull({ type: 'array', items: text }), web_url: text },
};

const mergeRequest = {
	type: 'object',
	required: ['id', 'iid', 'project_id', 'title', 'description', 'state', 'created_at', 'updated_at', 'author', 'source_branch', 'target_branch', 'source_project_id', 'target_project_id', 'draft', 'sha', 'merge_commit_sha', 'web_url', 'has_conflicts', 'merged_at', 'closed_at', 'merged_by', 'closed_by', 'detailed_merge_status'],
	properties: {
		id: number,
		iid: number,
		project_id: number,
		title: text,
		description: orNull(text),
		state: { enum: ['opened', 'closed', 'locked', 'merged'] },
		created_at: time,
		updated_at: time,
		merged_at: orNull(time),
		closed_at: orNull(time),
		author: account,
		merged_by: orNull(account),
		merge_user: orNull(account),
		closed_by: orNull(account),
		source_branch: text,
		target_branch: text,
		source_project_id: orNull(number),
		target_project_id: number,
		draft: flag,
		has_conflicts: flag,
		detailed_merge_status: text,
		sha: orNull(text),
		merge_commit_sha: orNull(text),
		squash_commit_sha: orNull(text),
		web_url: text,
	},
};

const note = {
	type: 'object',
	required: ['id', 'type', 'body', 'author', 'created_at', 'updated_at', 'system', 'noteable_id', 'noteable_type'],
	properties: { id: number, type: orNull(text), body: text, author: account, created_at: time, updated_at: time, system: flag, noteable_id: number, noteable_type: text, noteable_iid: orNull(number), project_id: orNull(number), resolvable: flag, resolved: flag, resolved_by: orNull(account), resolved_at: orNull(time), confidential: orNull(flag), internal: flag, imported: flag, imported_from: text },
};
const pipeline = {
	type: 'object',
	// Old versions give no times and no source.
	required: ['id', 'sha', 'ref', 'status', 'web_url'],
	properties: {
		id: number,
		iid: number,
		project_id: number,
		sha: text,
		ref: text,
		status: { enum: ['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'success', 'failed', 'canceling', 'canceled', 'skipped', 'manual', 'scheduled'] },
		source: text,
		web_url: text,
		created_at: time,
		updated_at: time,
	},
};
const stateEvent = {
	type: 'object',
	required: ['id', 'user', 'created_at', 'resource_type', 'resource_id', 'state'],
	properties: { id: number, user: orNull(account), created_at: time, resource_type: text, resource_id: number, source_commit: orNull(text), source_merge_request_id: orNull(number), state: { enum: ['opened', 'closed', 'merged', 'locked', 'reopened'] } },
};
const diff = {
	type: 'object',
	required: ['old_path', 'new_path', 'new_file', 'renamed_file', 'deleted_file', 'diff'],
	properties: { old_path: text, new_path: text, a_mode: orNull(text), b_mode: orNull(text), new_file: flag, renamed_file: flag, deleted_file: flag, generated_file: orNull(flag), collapsed: flag, too_large: flag, diff: text },
};
const project = { type: 'object', required: ['id', 'path_with_namespace', 'web_url', 'default_branch'], properties: { id: number, path_with_namespace: text, web_url: text, default_branch: orNull(text) } };

const get = (parameters: readonly object[], schema: object) => ({ get: { parameters, responses: answers(schema) } });

export const GITLAB_DESCRIPTION = {
	paths: {
		'/projects/{id}': get([], { $ref: '#/components/schemas/project' }),
		'/projects/{id}/merge_requests': get(
			query({ state: { enum: ['opened', 'closed', 'locked', 'merged', 'all'] }, scope: { enum: ['created-by-me', 'assigned-to-me', 'created_by_me', 'assigned_to_me', 'reviews_for_me', 'all'] }, order_by: { enum: ['created_at', 'label_priority', 'milestone_due', 'popularity', 'priority', 'title', 'updated_at', 'merged_at'] }, sort: { enum: ['asc', 'desc'] }, updated_after: time, updated_before: time, created_after: time, created_before: time, author_username: text, source_branch: text, target_branch: text, with_merge_status_recheck: flag }),
			listOf('mergeRequest'),
		),
		'/projects/{id}/merge_requests/{iid}': get([], { $ref: '#/components/schemas/mergeRequest' }),
		'/projects/{id}/merge_requests/{iid}/notes': get(query({ sort: { enum: ['asc', 'desc'] }, order_by: { enum: ['created_at', 'updated_at'] } }), listOf('note')),
		'/projects/{id}/merge_requests/{iid}/resource_state_events': get(query({}), listOf('stateEvent')),
		'/projects/{id}/merge_requests/{iid}/commits': get(query({}), listOf('commit')),
		'/projects/{id}/merge_requests/{iid}/pipelines': get(query({}), listOf('pipeline')),
		'/projects/{id}/repository/commits': get(query({ ref_name: text, since: time, until: time, path: text, author: text, all: flag, with_stats: flag, first_parent: flag, order: { enum: ['default', 'topo'] }, trailers: flag }), listOf('commit')),
		'/projects/{id}/repository/commits/{sha}/diff': get(query({ unidiff: flag }), listOf('diff')),
	},
	components: { schemas: { stateEvent, project, mergeRequest, note, commit, pipeline, diff } },
} as unknown as Description;
