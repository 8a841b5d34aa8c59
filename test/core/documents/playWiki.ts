import type { SourceFinding } from '../../../core/evidence/sink.js';
import { checkEvidence } from '../../../core/evidence/checkEvidence.js';
import type { DocumentEvent } from '../../../core/documents/evidence.js';
import type { DocumentEventOf } from '../../../core/documents/fact.js';
import type { DocumentPull, DocumentPullSettings, DocumentScope } from '../../../core/documents/pull.js';
import { acceptAnswer, type Answer, type JsonObject, type PullRequest, type PullTrouble } from '../../../core/pull/pull.js';

export interface WikiRun {
	readonly events: DocumentEvent[];
	readonly findings: SourceFinding[];
	readonly troubles: PullTrouble[];
	readonly requests: PullRequest[];
	readonly cursor: JsonObject | null;
	readonly complete: boolean;
}

export interface RunOptions {
	readonly cursor?: JsonObject | null;
	readonly now?: string;
	readonly scope?: DocumentScope;
	/** Breaks off after so many calls, as a killed worker does. */
	readonly breakAfter?: number;
}

/** Plays a server to a pull until it asks no more. Everything a pull gives out survives being stored as JSON, and every fact passes its schema. */
export function readWiki(pull: DocumentPull, respond: (request: PullRequest, count: number) => Answer, options: RunOptions = {}): WikiRun {
	const events: DocumentEvent[] = [];
	const findings: SourceFinding[] = [];
	const troubles: PullTrouble[] = [];
	const requests: PullRequest[] = [];
	const sink = {
		event: (event: DocumentEvent) => {
			const check = checkEvidence(event);
			if (!check.ok) throw new Error(JSON.stringify([event, check.findings]));
			events.push(event);
		},
		finding: (finding: SourceFinding) => void findings.push(finding),
	};
	const queue = [...pull.start(options.cursor ?? null, options.now ?? '2026-03-10T12:00:00Z', options.scope)];
	for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
		if (requests.length >= 3000) throw new Error('The pull does not end.');
		if (requests.length === options.breakAfter) break;
		requests.push(request);
		const outcome = acceptAnswer(pull, JSON.parse(JSON.stringify(request)) as PullRequest, respond(request, requests.length), sink);
		if (outcome.trouble) {
			troubles.push(outcome.trouble);
			if (!['notFound', 'permission', 'unusableAnswer'].includes(outcome.trouble.kind)) break;
		}
		queue.push(...outcome.next);
	}
	const cursor = pull.cursor();
	return { events, findings, troubles, requests, cursor: cursor === null ? null : (JSON.parse(JSON.stringify(cursor)) as JsonObject), complete: pull.complete };
}

export function settingsOf(more: Partial<DocumentPullSettings> = {}): DocumentPullSettings {
	return { source: 'https://wiki.example.org/confluence', spaces: [], labels: [], parts: ['versions', 'comments', 'attachments', 'labels', 'states', 'tasks'], reviewLabels: ['in-review', '评审中'], since: null, attachmentDetails: false, ...more };
}

export function ofType<Type extends DocumentEvent['type']>(events: readonly DocumentEvent[], type: Type): ReadonlyArray<DocumentEventOf<Type>> {
	return events.filter((event): event is DocumentEventOf<Type> => event.type === type);
}

/** Every fact once, in an order of its own. */
export function facts(events: readonly DocumentEvent[]): readonly string[] {
	return [...new Set(events.map((event) => JSON.stringify(event)))].sort();
}
