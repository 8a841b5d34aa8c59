import { createHash } from 'node:crypto';
import type { SourceFinding } from '../../../core/evidence/sink.js';
import { checkEvidence } from '../../../core/evidence/checkEvidence.js';
import { createGitPull, type GitPullSettings, type GitSystem } from '../../../core/git/index.js';
import type { GitEvent } from '../../../core/git/evidence.js';
import { acceptAnswer, type Answer, type JsonObject, type PullRequest, type PullTrouble } from '../../../core/pull/pull.js';

export interface GitRunResult {
	readonly events: GitEvent[];
	readonly findings: SourceFinding[];
	readonly troubles: PullTrouble[];
	readonly requests: PullRequest[];
	readonly cursor: JsonObject | null;
	readonly complete: boolean;
}

export type Respond = (request: PullRequest, count: number) => Answer;

export const ALL_READINGS = ['changes', 'commits', 'changeCommits', 'reviews', 'comments', 'checks', 'conflicts'] as const;

/** Plays a host to a pull until it asks no more or trouble stops it, as the node does; `stopAfter` breaks the run off after so many answers. */
export function runGit(system: GitSystem, settings: Partial<GitPullSettings>, respond: Respond, options: { readonly cursor?: JsonObject | null; readonly now?: string; readonly stopAfter?: number } = {}): GitRunResult {
	const pull = createGitPull(system, { repository: 'acme/app', read: ALL_READINGS, since: null, branch: null, ...settings });
	const result = { events: [] as GitEvent[], findings: [] as SourceFinding[], troubles: [] as PullTrouble[], requests: [] as PullRequest[] };
	const sink = { event: (event: GitEvent) => void result.events.push(event), finding: (finding: SourceFinding) => void result.findings.push(finding) };
	const queue = [...pull.start(options.cursor ?? null, options.now ?? '2026-03-10T12:00:00Z')];
	for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
		if (result.requests.length >= (options.stopAfter ?? 2000)) break;
		if (result.requests.length >= 2000) throw new Error('The pull does not end.');
		result.requests.push(request);
		// As a node would: a plan must survive being stored as JSON.
		const stored = JSON.parse(JSON.stringify(request)) as PullRequest;
		const outcome = acceptAnswer(pull, stored, respond(stored, result.requests.length), sink);
		if (outcome.trouble) result.troubles.push(outcome.trouble);
		queue.push(...outcome.next);
		if (outcome.trouble !== null && !['notFound', 'permission', 'unusableAnswer'].includes(outcome.trouble.kind)) break;
	}
	const cursor = pull.cursor();
	return { ...result, cursor: cursor === null ? null : (JSON.parse(JSON.stringify(cursor)) as JsonObject), complete: pull.complete };
}

export function collect(give: (sink: { event(event: GitEvent): void; finding(finding: SourceFinding): void }) => void): { events: GitEvent[]; findings: SourceFinding[] } {
	const events: GitEvent[] = [];
	const findings: SourceFinding[] = [];
	give({ event: (event) => void events.push(event), finding: (finding) => void findings.push(finding) });
	return { events, findings };
}

export function ofType<Type extends GitEvent['type']>(events: readonly GitEvent[], type: Type): Array<Extract<GitEvent, { readonly type: Type }>> {
	return events.filter((event): event is Extract<GitEvent, { readonly type: Type }> => event.type === type);
}

/** Facts by identity; the first of several with one identity counts, as where they are stored. */
export function byIdentity(events: readonly GitEvent[]): Map<string, GitEvent> {
	const facts = new Map<string, GitEvent>();
	for (const event of events) if (!facts.has(`${event.source} ${event.id}`)) facts.set(`${event.source} ${event.id}`, event);
	return facts;
}

/** What the schemas refuse, all in one list. */
export function schemaProblems(events: readonly GitEvent[]): unknown[] {
	return events.flatMap((event) => {
		const check = checkEvidence(event, event.id);
		return check.ok ? [] : check.findings;
	});
}

export function answer(body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Answer {
	return { status, headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** Forty hexadecimal digits for a name. */
export const shaOf = (name: string): string => createHash('sha1').update(name).digest('hex');
