import type { VendorWords } from '../pull/answer.js';
import { UnusableAnswer } from '../pull/answer.js';
import type { AnswerHead, JsonObject, Pull, PullRequest, PullTrouble } from '../pull/pull.js';
import { asObject, createTrackedPull } from '../pull/run.js';
import type { BilingualText } from '../judgement/judgement.js';
import { byText, type DirectoryProblem, type PeopleReading } from './reading.js';
import { troubleOfVerdict, verdictOfAnswer, type HrVendor } from './vendorAnswer.js';

/** A pull of people: run it to the end, then ask for what was read. */
export interface DirectoryPull {
	readonly pull: Pull;
	/** The people of all answers so far, and what could not be read. */
	reading(): PeopleReading;
}

/** What an adapter of an HR vendor states; {@link createDirectoryPull} does the rest. */
export interface DirectoryRun {
	readonly vendor: HrVendor;
	readonly words: VendorWords;
	start(): readonly PullRequest[];
	/** Takes data; what follows from it. `step` is the request's own. */
	take(step: string, value: Readonly<Record<string, unknown>>, request: PullRequest): readonly PullRequest[];
	/** Other calls instead, or none where the rest can do without; null: the reading cannot go on. */
	recover(step: string, trouble: PullTrouble, request: PullRequest): readonly PullRequest[] | null;
	reading(notes: readonly DirectoryProblem[]): PeopleReading;
}

/**
 * A run over an HR vendor: codes in the body are judged before the data, no call is made twice (departments overlap, and a page token
 * that comes again is a loop), and what could not be read is said once.
 */
export function createDirectoryPull(identity: JsonObject, create: (gaps: Gaps) => DirectoryRun): DirectoryPull {
	const gaps = new Gaps();
	const run = create(gaps);
	const asked = new Set<string>();
	const once = (requests: readonly PullRequest[], from: PullRequest | null): readonly PullRequest[] =>
		requests.filter((request) => {
			const key = JSON.stringify([request.path, request.query ?? null, request.json ?? null]);
			if (!asked.has(key)) {
				asked.add(key);
				return true;
			}
			// The next page of a list that was already read is the vendor going round in circles.
			if (from !== null && stepOf(request) === stepOf(from) && request.path === from.path && request.context['page'] === true) gaps.circle(run.words.title, from.purpose);
			return false;
		});
	const pull = createTrackedPull(identity, {
		words: run.words,
		start: () => once(run.start(), null),
		handler: (request) => ({
			kind: 'json',
			take(value: unknown, head: AnswerHead) {
				const verdict = verdictOfAnswer(run.vendor, head, value);
				if (verdict !== null) throw new UnusableAnswer(troubleOfVerdict(run.words, request, verdict));
				const body = asObject(value);
				if (body === null) throw new UnusableAnswer({ kind: 'unusableAnswer', message: `${run.words.title}, ${request.purpose}: the answer is not a JSON object.`, remedy: run.words.notFoundRemedy, retryAfterSeconds: null });
				return once(run.take(stepOf(request), body, request), request);
			},
		}),
		recover(request, trouble) {
			const instead = run.recover(stepOf(request), trouble, request);
			return instead === null ? null : once(instead, null);
		},
		drained: () => [],
		cursor: () => null,
	});
	return { pull, reading: () => run.reading(gaps.problems(run.words.title)) };
}

const stepOf = (request: PullRequest): string => (typeof request.context['step'] === 'string' ? request.context['step'] : '');

/** Parts of a directory that could not be read, gathered so that a hundred departments are one remark. */
export class Gaps {
	private readonly missing = new Map<string, { readonly what: BilingualText; readonly names: Set<string>; readonly reason: BilingualText }>();
	private readonly notes: DirectoryProblem[] = [];

	/** Something of a kind could not be read; the first reason stands for all. */
	add(kind: string, what: BilingualText, name: string, reason: BilingualText): void {
		const known = this.missing.get(kind);
		if (known) known.names.add(name);
		else this.missing.set(kind, { what, names: new Set([name]), reason });
	}

	/** @param field tells remarks of one record apart, so that each keeps its own row where they are stored */
	note(record: string, field: string, message: BilingualText): void {
		this.notes.push({ kind: 'warning', record, index: null, field, value: null, message });
	}

	circle(vendor: string, purpose: string): void {
		this.note(vendor, 'page', {
			en: `${vendor} gave the same page of ${purpose} again: its paging goes in circles. People may be missing.`,
			'zh-CN': `${vendor} 重复返回同一页（${purpose}），分页陷入循环，可能缺少部分人员。`,
		});
	}

	problems(vendor: string): readonly DirectoryProblem[] {
		const missing = [...this.missing].map(([field, { what, names, reason }]): DirectoryProblem => {
			const sorted = [...names].sort(byText);
			const shown = sorted.slice(0, 3);
			const more = sorted.length > shown.length;
			return {
				kind: 'warning', record: vendor, index: null, field, value: sorted.join(', '),
				message: {
					en: `${what.en}: ${shown.join(', ')}${more ? ` and ${sorted.length - shown.length} more` : ''}. ${reason.en}`,
					'zh-CN': `${what['zh-CN']}：${shown.join('、')}${more ? ` 等 ${sorted.length} 项` : ''}。${reason['zh-CN']}`,
				},
			};
		});
		return [...this.notes, ...missing];
	}
}
