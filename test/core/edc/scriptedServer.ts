import type { EdcEvent, SourceFinding } from '../../../core/edc/evidence.js';
import type { EdcAnswer, EdcPull, EdcPullScope, EdcRequest, EdcTrouble, JsonObject } from '../../../core/edc/pull.js';
import { acceptAnswer } from '../../../core/edc/pull.js';

export interface RunResult {
	readonly events: EdcEvent[];
	readonly findings: SourceFinding[];
	readonly troubles: EdcTrouble[];
	readonly requests: EdcRequest[];
	readonly cursor: JsonObject | null;
	readonly complete: boolean;
}

export type Respond = (request: EdcRequest, count: number) => EdcAnswer;

/** Plays a vendor's server to a pull until it asks no more; a pull that never ends is stopped. */
export function runPull(pull: EdcPull, respond: Respond, options: { cursor?: JsonObject | null; now?: string; scope?: EdcPullScope; most?: number } = {}): RunResult {
	const events: EdcEvent[] = [];
	const findings: SourceFinding[] = [];
	const troubles: EdcTrouble[] = [];
	const requests: EdcRequest[] = [];
	const sink = { event: (event: EdcEvent) => void events.push(event), finding: (finding: SourceFinding) => void findings.push(finding) };
	const queue = [...pull.start(options.cursor ?? null, options.now ?? '2026-03-10T12:00:00Z', options.scope)];
	for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
		if (requests.length >= (options.most ?? 500)) throw new Error('The pull does not end.');
		requests.push(request);
		// As a node would: a plan must survive being stored as JSON.
		const stored = JSON.parse(JSON.stringify(request)) as EdcRequest;
		const outcome = acceptAnswer(pull, stored, respond(stored, requests.length), sink);
		if (outcome.trouble) troubles.push(outcome.trouble);
		queue.push(...outcome.next);
	}
	return { events, findings, troubles, requests, cursor: pull.cursor(), complete: pull.complete };
}

export function ok(body: unknown): EdcAnswer {
	return { status: 200, headers: { 'Content-Type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** The same body in pieces, as it comes over a wire. */
export function inPieces(answer: EdcAnswer, size: number): EdcAnswer {
	const body = typeof answer.body === 'string' ? answer.body : [...answer.body].join('');
	const pieces: string[] = [];
	for (let at = 0; at < body.length; at += size) pieces.push(body.slice(at, at + size));
	return { ...answer, body: pieces };
}

export function ofType<Type extends EdcEvent['type']>(events: readonly EdcEvent[], type: Type): Array<Extract<EdcEvent, { type: Type }>> {
	return events.filter((event): event is Extract<EdcEvent, { type: Type }> => event.type === type);
}

export function identities(events: readonly EdcEvent[]): string[] {
	return [...new Set(events.map((event) => `${event.source} ${event.id}`))].sort();
}
