import type { CloudEvent } from '../evidence/cloudEvent.js';
import type { EvidenceSink } from '../evidence/sink.js';

/*
 * The shape in which a source system is read: the adapter decides what to ask and what an answer means, its caller does the HTTP.
 * One pull object serves one run: `start`, then every request through `open` until none is left, then `cursor`.
 * Source: architecture "Push is a hint, pull is the truth".
 */

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };
export type JsonObject = { readonly [name: string]: JsonValue };

/** One call to make. Holds no secret: the caller adds what the credential of the vendor names. */
export interface PullRequest {
	readonly method: 'GET' | 'POST';
	/** Relative to the credential's base address, starts with `/`, already percent-encoded. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	/** Body as `application/x-www-form-urlencoded`. */
	readonly form?: Readonly<Record<string, string>>;
	/** Body as `application/json`. */
	readonly json?: JsonObject;
	readonly headers?: Readonly<Record<string, string>>;
	readonly accept: 'xml' | 'json' | 'text';
	/** What is being read, for messages: `REDCap logging from 2026-03-02 08:00`. */
	readonly purpose: string;
	/** What the adapter needs to read the answer. Plain JSON, opaque to the caller. */
	readonly context: JsonObject;
}

export interface AnswerHead {
	readonly status: number;
	/** Any case of names; a header that came several times is joined with `, `. */
	readonly headers: Readonly<Record<string, string>>;
}

export interface Answer extends AnswerHead {
	readonly body: string | Iterable<string>;
}

/** Why an answer could not be used, with what the user does about it. */
export interface PullTrouble {
	readonly kind: 'authentication' | 'permission' | 'notFound' | 'rateLimit' | 'unavailable' | 'unusableAnswer';
	readonly message: string;
	readonly remedy: string;
	/** Seconds the server asked to wait (429, 503, a used-up limit), null where it named none. */
	readonly retryAfterSeconds: number | null;
}

export interface PullOutcome {
	/** Calls that follow from this answer, to be made after those already waiting. */
	readonly next: readonly PullRequest[];
	/** Set when the answer was not usable; the same text went to the sink as a refused finding. The cursor does not move past it. */
	readonly trouble: PullTrouble | null;
}

/** Takes one answer piece by piece: XML is read as it arrives and never held whole. */
export interface AnswerReader {
	write(chunk: string): void;
	end(): PullOutcome;
}

export interface Pull<Event extends CloudEvent = CloudEvent, Scope = undefined> {
	/**
	 * First calls of a run.
	 *
	 * @param cursor what `cursor()` of the last run gave; null: the first run, or start from the beginning
	 * @param now the instant of the run, RFC 3339: the upper bound of what it asks for
	 * @param scope read only this now, because a push hinted at it
	 */
	start(cursor: JsonObject | null, now: string, scope?: Scope): readonly PullRequest[];
	/** Opens the answer to a request given by this pull. Answers are taken one at a time, in the order of the requests. */
	open(request: PullRequest, head: AnswerHead, sink: EvidenceSink<Event>): AnswerReader;
	/** True when every request was answered and usable. */
	readonly complete: boolean;
	/**
	 * How far everything has been read; safe to store at any time after the events given so far are stored.
	 * Stays at the starting point until the source's order allows more. Null: nothing yet.
	 */
	cursor(): JsonObject | null;
}

/** Gives a whole answer to a pull. */
export function acceptAnswer<Event extends CloudEvent>(pull: Pick<Pull<Event>, 'open'>, request: PullRequest, answer: Answer, sink: EvidenceSink<Event>): PullOutcome {
	const reader = pull.open(request, answer, sink);
	if (typeof answer.body === 'string') reader.write(answer.body);
	else for (const chunk of answer.body) reader.write(chunk);
	return reader.end();
}
