import type { CloudEvent } from '../../core/evidence/cloudEvent.js';
import type { EvidenceSink } from '../../core/evidence/sink.js';
import type { JsonObject, Pull, PullRequest } from '../../core/pull/pull.js';
import { callSource, type CallLimits, type HttpCaller, type SourceServer } from './httpCall.js';
import { UserMessage } from './items.js';

/** How far a reading may go. */
export interface PullBounds {
	readonly mostCalls: number;
	readonly limits: CallLimits;
}

export interface PullRun {
	/** Every call was made and its answer usable. */
	readonly complete: boolean;
	readonly cursor: JsonObject | null;
	readonly calls: number;
	/** Why it ended early, null where nothing is wrong; the same text stands in the findings. `stops`: the server would refuse any other call now, too. */
	readonly trouble: { readonly message: string; readonly remedy: string; readonly stops: boolean } | null;
}

/** Reads a source through its adapter until nothing is left, a bound is met or the server refuses. What was read so far is kept. */
export async function runPull<Event extends CloudEvent, Scope>(
	caller: HttpCaller,
	server: SourceServer,
	pull: Pull<Event, Scope>,
	{ cursor, scope }: { readonly cursor: JsonObject | null; readonly scope?: Scope },
	{ mostCalls, limits }: PullBounds,
	sink: EvidenceSink<Event>,
): Promise<PullRun> {
	const waiting: PullRequest[] = [...pull.start(cursor, new Date().toISOString(), scope)];
	let calls = 0;
	let trouble: PullRun['trouble'] = null;
	for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
		if (calls >= mostCalls || Date.now() >= limits.deadline) {
			sink.finding({ where: request.purpose, value: `${calls} calls`, expected: 'The time or number of calls of one run is used up. The next run goes on from here; raise the bounds in the options where this stays.', severity: 'warning' });
			break;
		}
		calls++;
		const outcome = await oneAnswer(caller, server, pull, request, limits, sink);
		waiting.push(...outcome.next);
		trouble ??= outcome.trouble;
		if (outcome.trouble?.stops === true) break;
	}
	return { complete: pull.complete, cursor: pull.cursor(), calls, trouble };
}

interface AnswerOutcome {
	readonly next: readonly PullRequest[];
	readonly trouble: PullRun['trouble'];
}

/** Troubles of one answer after which the others can still be had. */
const OTHERS_GO_ON = new Set(['notFound', 'permission', 'unusableAnswer']);

async function oneAnswer<Event extends CloudEvent, Scope>(caller: HttpCaller, server: SourceServer, pull: Pull<Event, Scope>, request: PullRequest, limits: CallLimits, sink: EvidenceSink<Event>): Promise<AnswerOutcome> {
	try {
		const answer = await callSource(caller, server, request, limits);
		const reader = pull.open(request, answer.head, sink);
		const decoder = decoderOf(answer.head.headers);
		for await (const chunk of answer.body) reader.write(decoder.decode(chunk, { stream: true }));
		reader.write(decoder.decode());
		const { next, trouble } = reader.end();
		return { next, trouble: trouble === null ? null : { message: trouble.message, remedy: trouble.remedy, stops: !OTHERS_GO_ON.has(trouble.kind) } };
	} catch (error) {
		const trouble = error instanceof UserMessage ? error : new UserMessage(`${request.purpose}: ${error instanceof Error ? error.message : String(error)}`, 'The connection broke off while the answer was read. The next run asks again from the same place.');
		sink.finding({ where: request.purpose, value: trouble.message, expected: trouble.remedy, severity: 'refused' });
		return { next: [], trouble: { message: trouble.message, remedy: trouble.remedy, stops: true } };
	}
}

/** Decodes by the charset that the answer names, UTF-8 by default. */
function decoderOf(headers: Readonly<Record<string, string>>): InstanceType<typeof TextDecoder> {
	const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
	const charset = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder('utf-8');
	}
}
