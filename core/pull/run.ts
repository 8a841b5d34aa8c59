import { parseMoment } from '../time/moment.js';
import { UTC } from '../time/zone.js';
import type { CloudEvent } from '../evidence/cloudEvent.js';
import type { EvidenceSink } from '../evidence/sink.js';
import { looksLikeWebPage, troubleOfStatus, unusable, UnusableAnswer, webPageTrouble, withoutByteOrderMark, type VendorWords } from './answer.js';
import type { AnswerHead, AnswerReader, JsonObject, Pull, PullOutcome, PullRequest, PullTrouble } from './pull.js';

/** How one answer is taken in. A handler throws {@link UnusableAnswer} where the content is not what was asked for. */
export type AnswerHandler =
	| { readonly kind: 'json'; take(value: unknown, head: AnswerHead): readonly PullRequest[] }
	| { readonly kind: 'xml'; write(chunk: string): void; end(head: AnswerHead): readonly PullRequest[] };

/** What a vendor's adapter states; {@link createTrackedPull} does the rest. */
export interface VendorRun<Event extends CloudEvent = CloudEvent, Scope = undefined> {
	readonly words: VendorWords;
	start(cursor: JsonObject | null, now: string, scope: Scope | null): readonly PullRequest[];
	handler(request: PullRequest, sink: EvidenceSink<Event>): AnswerHandler;
	/** What to do instead of giving up: other calls, or none when the answer was optional. Null: it is trouble. */
	recover(request: PullRequest, trouble: PullTrouble, sink: EvidenceSink<Event>): readonly PullRequest[] | null;
	/** Every call so far is answered: what comes next, nothing at the end. */
	drained(sink: EvidenceSink<Event>): readonly PullRequest[];
	/** The source says that nothing has changed since the answer whose `ETag` was sent (304): what follows. Absent: the adapter never asks that way. */
	notModified?(request: PullRequest, sink: EvidenceSink<Event>): readonly PullRequest[];
	/** How far it was read, without what identifies the source. */
	cursor(complete: boolean): JsonObject | null;
}

/** Longest answer that is held whole, in characters: above it the server is asked for too much at once. */
const LONGEST_ANSWER = 200_000_000;
/** How much of a body is looked at to tell data from an error page. */
const SNIFFED = 4000;

/**
 * Keeps the books of a run: which calls are open, whether all were usable, when the next step is due.
 *
 * @param identity what a cursor belongs to, e.g. vendor and study; a cursor of another source is ignored
 */
export function createTrackedPull<Event extends CloudEvent, Scope = undefined>(identity: JsonObject, run: VendorRun<Event, Scope>): Pull<Event, Scope> {
	const waiting = new Map<string, PullRequest>();
	let now = 0;
	let ended = false;
	let started: JsonObject | null = null;

	const expect = (requests: readonly PullRequest[]): readonly PullRequest[] => {
		for (const request of requests) waiting.set(requestKey(request), request);
		return requests;
	};
	const succeed = (request: PullRequest, next: readonly PullRequest[], sink: EvidenceSink<Event>): PullOutcome => {
		waiting.delete(requestKey(request));
		const following = [...expect(next)];
		// A step may need no call at all, so ask until there is one or it is over.
		if (waiting.size === 0) {
			const drained = run.drained(sink);
			following.push(...expect(drained));
			if (drained.length === 0) ended = true;
		}
		return { next: following, trouble: null };
	};
	const fail = (request: PullRequest, trouble: PullTrouble, sink: EvidenceSink<Event>): PullOutcome => {
		const instead = run.recover(request, trouble, sink);
		if (instead !== null) return succeed(request, instead, sink);
		sink.finding({ where: request.purpose, value: trouble.message, expected: trouble.remedy, severity: 'refused' });
		return { next: [], trouble };
	};

	return {
		get complete() {
			return ended;
		},
		start(cursor, at, scope) {
			now = parseMoment(at, UTC)?.earliest ?? 0;
			started = cursor !== null && Object.entries(identity).every(([name, value]) => cursor[name] === value) ? cursor : null;
			waiting.clear();
			ended = false;
			return expect(run.start(started, at, scope ?? null));
		},
		open(request, head, sink): AnswerReader {
			if (!waiting.has(requestKey(request))) throw new RangeError(`This answer was not asked for, or was taken before: ${request.purpose}.`);
			let start = '';
			let handler: AnswerHandler | null = null;
			let held: string[] = [];
			let length = 0;
			let trouble: PullTrouble | null = null;
			const unchanged = head.status === 304 && run.notModified !== undefined;

			const guarded = <Result>(act: () => Result): Result | null => {
				try {
					return act();
				} catch (error) {
					if (!(error instanceof UnusableAnswer)) throw error;
					trouble = error.trouble;
					return null;
				}
			};
			/** Decides, once enough is there, whether this is data; then lets it through. */
			const decide = (): void => {
				start = withoutByteOrderMark(start);
				trouble = troubleOfStatus(run.words, request, head, start, now) ?? (looksLikeWebPage(start) ? webPageTrouble(run.words, request) : null);
				if (trouble !== null) return;
				handler = run.handler(request, sink);
				pass(start);
			};
			const pass = (text: string): void => {
				const taker = handler;
				if (taker === null) return;
				if (taker.kind === 'xml') guarded(() => taker.write(text));
				else held.push(text);
			};
			return {
				write(chunk) {
					if (unchanged || trouble !== null || chunk === '') return;
					length += chunk.length;
					if (handler === null) {
						start += chunk;
						if (start.length >= SNIFFED) decide();
						return;
					}
					if (handler.kind === 'json' && length > LONGEST_ANSWER) {
						held = [];
						trouble = unusable(request, run.words, `the answer is longer than ${LONGEST_ANSWER} characters.`, 'Read fewer rows per call (page size).').trouble;
						return;
					}
					pass(chunk);
				},
				end() {
					if (unchanged) return succeed(request, run.notModified?.(request, sink) ?? [], sink);
					if (trouble === null && handler === null) decide();
					const taker = handler;
					const next =
						trouble === null && taker !== null
							? guarded(() => (taker.kind === 'xml' ? taker.end(head) : taker.take(parseJson(held.join(''), request, run.words), head)))
							: null;
					return trouble === null ? succeed(request, next ?? [], sink) : fail(request, trouble, sink);
				},
			};
		},
		cursor() {
			const state = run.cursor(ended);
			return state === null ? started : { ...identity, ...state };
		},
	};
}

function requestKey(request: PullRequest): string {
	return JSON.stringify([request.method, request.path, request.query ?? null, request.form ?? request.json ?? null]);
}

function parseJson(text: string, request: PullRequest, words: VendorWords): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw unusable(
			request,
			words,
			text.trim() === '' ? 'the answer is empty.' : 'the answer is not JSON or was cut off.',
			'Large answers are cut by time-outs or memory limits of the server: read fewer rows per call (page size).',
		);
	}
}

/** A plain object whose fields can be read by name, null for anything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}

/** Text of a JSON value: numbers and booleans as text, null for an empty text and for anything else. */
export function asText(value: unknown): string | null {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** One object or several, as converters from XML give them (single or array). */
export function asList(value: unknown): readonly unknown[] {
	return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}
