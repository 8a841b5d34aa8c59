import { parseMoment } from '../time/moment.js';
import { UTC } from '../time/zone.js';
import type { EdcSink } from './evidence.js';
import { looksLikeWebPage, troubleOfStatus, unusable, UnusableAnswer, webPageTrouble, withoutByteOrderMark, type VendorWords } from './answer.js';
import type { EdcAnswerHead, EdcAnswerReader, EdcOutcome, EdcPull, EdcPullScope, EdcPullSettings, EdcRequest, EdcTrouble, EdcVendor, JsonObject } from './pull.js';

/** How one answer is taken in. A handler throws {@link UnusableAnswer} where the content is not what was asked for. */
export type AnswerHandler =
	| { readonly kind: 'json'; take(value: unknown, head: EdcAnswerHead): readonly EdcRequest[] }
	| { readonly kind: 'xml'; write(chunk: string): void; end(head: EdcAnswerHead): readonly EdcRequest[] };

/** What a vendor's adapter states; {@link createTrackedPull} does the rest. */
export interface VendorRun {
	readonly words: VendorWords;
	start(cursor: JsonObject | null, now: string, scope: EdcPullScope | null): readonly EdcRequest[];
	handler(request: EdcRequest, sink: EdcSink): AnswerHandler;
	/** What to do instead of giving up: other calls, or none when the answer was optional. Null: it is trouble. */
	recover(request: EdcRequest, trouble: EdcTrouble, sink: EdcSink): readonly EdcRequest[] | null;
	/** Every call so far is answered: what comes next, nothing at the end. */
	drained(sink: EdcSink): readonly EdcRequest[];
	/** How far it was read, without vendor and study. */
	cursor(complete: boolean): JsonObject | null;
}

/** Longest answer that is held whole, in characters: above it the server is asked for too much at once. */
const LONGEST_ANSWER = 200_000_000;
/** How much of a body is looked at to tell data from an error page. */
const SNIFFED = 4000;

/** Keeps the books of a run: which calls are open, whether all were usable, when the next step is due. */
export function createTrackedPull(vendor: EdcVendor, settings: EdcPullSettings, run: VendorRun): EdcPull {
	const waiting = new Map<string, EdcRequest>();
	let now = 0;
	let ended = false;
	let started: JsonObject | null = null;

	const expect = (requests: readonly EdcRequest[]): readonly EdcRequest[] => {
		for (const request of requests) waiting.set(requestKey(request), request);
		return requests;
	};
	const succeed = (request: EdcRequest, next: readonly EdcRequest[], sink: EdcSink): EdcOutcome => {
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
	const fail = (request: EdcRequest, trouble: EdcTrouble, sink: EdcSink): EdcOutcome => {
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
			started = cursor !== null && cursor['vendor'] === vendor && cursor['study'] === settings.study ? cursor : null;
			waiting.clear();
			ended = false;
			return expect(run.start(started, at, scope ?? null));
		},
		open(request, head, sink): EdcAnswerReader {
			if (!waiting.has(requestKey(request))) throw new RangeError(`This answer was not asked for, or was taken before: ${request.purpose}.`);
			let start = '';
			let handler: AnswerHandler | null = null;
			let held: string[] = [];
			let length = 0;
			let trouble: EdcTrouble | null = null;

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
					if (trouble !== null || chunk === '') return;
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
			return state === null ? started : { vendor, study: settings.study, ...state };
		},
	};
}

function requestKey(request: EdcRequest): string {
	return JSON.stringify([request.method, request.path, request.query ?? null, request.form ?? null]);
}

function parseJson(text: string, request: EdcRequest, words: VendorWords): unknown {
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
