import { sha256 } from '../evidence/key.js';
import { asObject } from '../pull/run.js';
import type { GitSink, GitSystem, Row } from './facts.js';
import { readFamilyCall } from './family.webhook.js';
import { readGiteeCall } from './gitee/giteeCall.js';
import { readGitlabCall } from './gitlab/gitlabCall.js';

/*
 * What hosts send. A call is a hint: it may come twice, late, in any order or never, so it gives the same facts with the same ids as reading gives, and
 * where it does not hold enough for the whole fact (an author, a number) it gives none and only says what changed. Source: vendor reference 2.3.
 */

export interface GitWebhookCall {
	/** Header names in lower case. */
	readonly headers: Readonly<Record<string, string | undefined>>;
	/** The content, read as JSON. */
	readonly payload: unknown;
}

export interface GitWebhookReading {
	readonly system: GitSystem;
	/** Name of the event as the host says it: `pull_request`, `Merge Request Hook`. */
	readonly event: string;
	readonly action: string | null;
	/** The same for a repeat of the same delivery. */
	readonly delivery: string;
	/** Web address and name of the repository; null where the call is about none. */
	readonly source: string | null;
	readonly repository: string | null;
	/** Number of the change concerned. */
	readonly change: string | null;
	readonly branch: string | null;
}

/** What a host's reader finds beside the facts it gives. */
export type CallSubject = Pick<GitWebhookReading, 'source' | 'repository' | 'change' | 'branch' | 'action'>;

/** Which host sends and what event; null where the headers are of none. Gitea and Forgejo also send GitHub's header, so they are looked for first. */
export function gitWebhookKind(headers: GitWebhookCall['headers']): { readonly system: GitSystem; readonly event: string } | null {
	const header = (name: string): string | null => {
		const value = headers[name]?.trim();
		return value === undefined || value === '' ? null : value;
	};
	const kinds: ReadonlyArray<readonly [GitSystem, string | null]> = [
		['gitea', header('x-forgejo-event') ?? header('x-gitea-event')],
		['gitee', header('x-gitee-event')],
		['gitlab', header('x-gitlab-event')],
		['github', header('x-github-event')],
	];
	for (const [system, event] of kinds) if (event !== null) return { system, event };
	return null;
}

/**
 * Gives the facts that a call holds. The caller has proven who it is before.
 *
 * @returns null where the headers are of no host or the content is no object
 */
export function readGitWebhook({ headers, payload }: GitWebhookCall, sink: GitSink): GitWebhookReading | null {
	const kind = gitWebhookKind(headers);
	const row = asObject(payload);
	if (kind === null || row === null) return null;
	const { system, event } = kind;
	const subject = readCall(system, event, row, sink);
	return { system, event, ...subject, delivery: deliveryOf(system, headers, row) };
}

function readCall(system: GitSystem, event: string, row: Row, sink: GitSink): CallSubject {
	if (system === 'gitlab') return readGitlabCall(row, sink);
	return system === 'gitee' ? readGiteeCall(row, sink) : readFamilyCall(system, event, row, sink);
}

const DELIVERY_HEADERS: Readonly<Record<GitSystem, readonly string[]>> = {
	github: ['x-github-delivery'],
	gitlab: ['webhook-id', 'idempotency-key', 'x-gitlab-event-uuid'],
	gitea: ['x-forgejo-delivery', 'x-gitea-delivery'],
	gitee: [],
};

/** Fields in which Gitee and old Gitea repeat the secret. */
const SECRETS = new Set(['password', 'sign', 'secret']);

/** The host's id of a delivery, else a hash of what was sent without what a host repeats of the secret. */
function deliveryOf(system: GitSystem, headers: GitWebhookCall['headers'], row: Row): string {
	for (const name of DELIVERY_HEADERS[system]) if (headers[name] !== undefined && headers[name] !== '') return headers[name];
	const content = Object.fromEntries(Object.entries(row).filter(([name]) => !SECRETS.has(name)));
	return sha256(JSON.stringify([headers['x-gitee-timestamp'] ?? null, content])).slice(0, 32);
}
