import type { SourceFinding } from '../../evidence/sink.js';
import { formatInstant } from '../../time/zone.js';
import type { AnswerHead, JsonObject, PullRequest, PullTrouble } from '../../pull/pull.js';
import { asObject, asText, type VendorRun } from '../../pull/run.js';
import type { DocumentEvent } from '../evidence.js';
import { instantOf } from '../fact.js';
import type { DocumentPullSettings, DocumentScope, DocumentSystem } from '../pull.js';
import { numberOf } from './answers.js';
import { CQL_OVERLAP_MILLISECONDS } from './cql.js';
import { ObservedMemory } from './observed.js';
import { pageName, type DocumentSink, type FoundPage, type PageContext, type PageReading } from './page.js';
import { containerCall, readFound, readSearch, searchCall, type FoundEntry, type FoundList } from './search.js';
import { CONFLUENCE_WORDS } from './words.js';

/*
 * The way through a wiki: which pages changed, then on which pages comments or files changed, and every such page read whole, one after the other.
 * A page is done before the next begins, so that the cursor can name exactly what is left, and a run that was interrupted goes on there.
 */

/** What one interface does in its own way. */
export interface ConfluenceDialect {
	readonly system: DocumentSystem;
	/** How far behind the newest change the list of pages is read again. */
	readonly pagesOverlap: number;
	/** Calls that the lists need. */
	setup(): readonly PullRequest[];
	takeSetup(request: PullRequest, value: unknown, head: AnswerHead, sink: DocumentSink): readonly PullRequest[];
	/** The list of pages, newest change first. */
	pages(changedFrom: number | null): PullRequest;
	readPages(request: PullRequest, value: unknown, head: AnswerHead): FoundList;
	open(page: FoundPage, context: PageContext): PageReading;
}

type Phase = 'pages' | 'comments' | 'attachments';
/** What a list of a phase is made of, in CQL. Its keys begin with the same letter. */
const PHASES = { pages: 'page', comments: 'comment', attachments: 'attachment' } as const;

/** Most entries that are remembered to tell a change from the overlap; what is beyond is read again, as the same facts. */
const MOST_REMEMBERED = 2000;
/** Clocks of servers differ. */
const CLOCK_SKEW_MILLISECONDS = 10 * 60_000;
/** A page on which the server breaks down is left aside after so many runs. */
const MOST_TRIES = 3;

export function createWalk(settings: DocumentPullSettings, dialect: ConfluenceDialect): VendorRun<DocumentEvent, DocumentScope> {
	const { system } = dialect;
	const words = CONFLUENCE_WORDS[system];
	const phases: readonly Phase[] = ['pages', ...(['comments', 'attachments'] as const).filter((part) => settings.parts.includes(part))];
	const watching = settings.parts.includes('labels') && settings.reviewLabels.length > 0;
	const overlap = { pages: dialect.pagesOverlap, comments: CQL_OVERLAP_MILLISECONDS, attachments: CQL_OVERLAP_MILLISECONDS };
	const since = instantOf(settings.since);
	const labelled = new Map<string, FoundEntry>();
	const watched = new Map<string, FoundEntry>();
	const done = new Set<string>();
	let memory = new ObservedMemory(null, '');
	let scope: DocumentScope | null = null;
	let until: Record<Phase, number | null> = { pages: null, comments: null, attachments: null };
	/** When the reading began, also where it goes on after an interruption. */
	let began = 0;
	let first = true;
	let known: Readonly<Record<string, unknown>> = {};
	const newest: Record<Phase, number | null> = { pages: null, comments: null, attachments: null };
	const recent: Array<readonly [key: string, changed: number, at: number]> = [];
	let settingUp = true;
	let watchedWhole = true;
	let phase: Phase | null = null;
	let next: PullRequest | null = null;
	/** The call for a list that is made now; until it is answered it counts as not made. */
	let asked: PullRequest | null = null;
	/** The next page of a list that an earlier run left: its server may not know it any more. */
	let resumed: string | null = null;
	const todo: FoundPage[] = [];
	let open: { readonly page: FoundPage; readonly reading: PageReading; told: boolean } | null = null;
	let tried: { readonly page: string; readonly times: number } | null = null;
	let stuck: string | null = null;
	/** Said before there is anybody to say it to. */
	const early: SourceFinding[] = [];

	/** Up to where everything of a phase is known. The first reading takes in all pages, so that of what is on them only the last day can be news. */
	const reached = (of: Phase): number | null => until[of] ?? since ?? (of === 'pages' ? null : began - CQL_OVERLAP_MILLISECONDS);
	const changedFrom = (of: Phase): number | null => (until[of] === null ? reached(of) : until[of] - overlap[of]);
	const listOf = (of: Phase): PullRequest => {
		const from = reached(of);
		const changed = from === null ? null : from - CQL_OVERLAP_MILLISECONDS;
		return of === 'pages' ? dialect.pages(changed) : searchCall(system, of, { type: PHASES[of], spaces: settings.spaces, labels: [], changedFrom: changed }, `${words.title} ${of} changed`, PHASES[of], settings.pageSize);
	};
	const setupCalls = (): PullRequest[] => {
		const { spaces, labels, reviewLabels } = settings;
		return [
			...dialect.setup(),
			...(labels.length > 0 ? [searchCall(system, 'labelled', { type: 'page', spaces, labels, changedFrom: null }, `${words.title} pages with the labels ${labels.join(', ')}`)] : []),
			...(watching ? [searchCall(system, 'watched', { type: 'page', spaces, labels: reviewLabels, changedFrom: null }, `${words.title} pages with the labels ${reviewLabels.join(', ')}`, 'labels')] : []),
		];
	};
	const reviewLabelsOn = (page: string): readonly string[] => (watched.get(page)?.labels ?? []).filter((label) => settings.reviewLabels.some((wanted) => wanted.toLowerCase() === label.toLowerCase()));
	const inScope = (page: string): boolean => settings.labels.length === 0 || labelled.has(page);

	/** The lists are known: pages on which a review label is new are read first. */
	const settle = (): void => {
		settingUp = false;
		if (scope !== null) return;
		if (watching && watchedWhole) memory.forgetOthers('label', null, (page, label) => reviewLabelsOn(page).includes(label));
		// A page that has got a label of the scope comes in, although it did not change.
		for (const [page, entry] of labelled) {
			if (!first && !memory.has(page, 'scope', '*')) todo.push(entry);
			memory.firstSeen(page, 'scope', '*', 'in');
		}
		if (settings.labels.length > 0) memory.forgetOthers('scope', null);
		for (const entry of [...watched.values()].reverse()) {
			if (inScope(entry.page) && reviewLabelsOn(entry.page).some((label) => !memory.has(entry.page, 'label', label))) todo.unshift(entry);
		}
	};
	const begin = (page: FoundPage, sink: DocumentSink): readonly PullRequest[] => {
		if (tried !== null && tried.page === page.page && tried.times >= MOST_TRIES) {
			done.add(page.page);
			sink.finding({ where: pageName(page.page, page.title), value: `${tried.times} runs ended here`, expected: `an answer; ${words.title} breaks down on this page, so it is left aside until it changes`, severity: 'refused' });
			return [];
		}
		const current: { readonly page: FoundPage; readonly reading: PageReading; told: boolean } = {
			page,
			reading: dialect.open(page, { settings, memory, labelsOn: (id) => (!watching || scope !== null ? null : watchedWhole ? reviewLabelsOn(id) : []), lost: () => current.told }),
			told: false,
		};
		open = current;
		return current.reading.start();
	};
	/** What comes when no call is open. */
	const advance = (sink: DocumentSink): readonly PullRequest[] => {
		if (settingUp) settle();
		for (;;) {
			if (open !== null) {
				const more = open.reading.drained(sink);
				if (more.length > 0) return more;
				done.add(open.page.page);
				open = null;
			}
			const page = todo.shift();
			if (page !== undefined) {
				if (done.has(page.page)) continue;
				const calls = begin(page, sink);
				if (calls.length > 0) return calls;
				continue;
			}
			if (scope !== null) return [];
			if (next !== null) {
				asked = next;
				next = null;
				return [asked];
			}
			const following = phases[phase === null ? 0 : phases.indexOf(phase) + 1];
			if (following === undefined) return [];
			phase = following;
			asked = listOf(following);
			return [asked];
		}
	};
	const takeList = (of: Phase, request: PullRequest, list: FoundList): void => {
		const from = changedFrom(of);
		let reachedEnd = false;
		asked = null;
		if (request.path === resumed) resumed = null;
		const waiting = new Set(todo.map(({ page }) => page));
		for (const entry of list.entries) {
			const at = instantOf(entry.at);
			if (at !== null && from !== null && at < from) {
				reachedEnd = true;
				continue;
			}
			if (at !== null && at > (newest[of] ?? Number.NEGATIVE_INFINITY)) newest[of] = at;
			if (at !== null && entry.changed !== null && recent.length < 2 * MOST_REMEMBERED) recent.push([entry.key, entry.changed, at]);
			if (entry.changed !== null && known[entry.key] === entry.changed) continue;
			// What was written while this run was reading may have come after its page was read.
			const late = at === null || at >= began - CLOCK_SKEW_MILLISECONDS;
			if (!inScope(entry.page) || waiting.has(entry.page) || (done.has(entry.page) && !late)) continue;
			done.delete(entry.page);
			waiting.add(entry.page);
			todo.push(entry);
		}
		// Lists by CQL are limited by the server, in its own zone; only one that is limited here ends at an older entry.
		next = reachedEnd && request.context['ordered'] === true ? null : list.next;
	};
	const resume = (stored: unknown): void => {
		const run = asObject(stored);
		if (run === null) return;
		began = instantOf(asText(run['began'])) ?? began;
		phase = phases.find((name) => name === run['phase']) ?? null;
		const call = asObject(run['next']);
		const path = asText(call?.['path']);
		if (call !== null && path !== null && LIST_PATH.test(path)) {
			next = { method: 'GET', path, accept: 'json', purpose: asText(call['purpose']) ?? 'the list', context: (asObject(call['context']) as JsonObject | null) ?? { step: phase ?? 'pages' } };
			resumed = path;
		}
		for (const row of Array.isArray(run['todo']) ? run['todo'] : []) {
			const page = storedPage(row);
			if (page !== null) todo.push(page);
		}
		for (const name of phases) newest[name] = instantOf(asText(asObject(run['newest'])?.[name]));
		for (const row of Array.isArray(run['recent']) ? run['recent'] : []) {
			const [key, changed, at] = Array.isArray(row) ? (row as readonly unknown[]) : [];
			if (typeof key === 'string' && typeof changed === 'number' && typeof at === 'number') recent.push([key, changed, at]);
		}
		const failed = asObject(run['tried']);
		const failedPage = asText(failed?.['page']);
		tried = failedPage === null ? null : { page: failedPage, times: numberOf(failed?.['times']) ?? 0 };
	};

	return {
		words,
		start(cursor, at, only) {
			scope = only;
			memory = new ObservedMemory(cursor?.['observed'], at);
			began = instantOf(at) ?? 0;
			first = cursor === null;
			until = { pages: instantOf(asText(cursor?.['pagesUntil'])), comments: instantOf(asText(cursor?.['commentsUntil'])), attachments: instantOf(asText(cursor?.['attachmentsUntil'])) };
			known = asObject(cursor?.['recent']) ?? {};
			if (only !== null) {
				for (const page of only.pages) todo.push({ page, title: null, url: null, space: null, version: null, status: null });
				const contents = (only.contents ?? []).map((content) => containerCall(system, content));
				if (contents.length > 0) return contents;
			} else {
				resume(cursor?.['run']);
				const calls = setupCalls();
				if (calls.length > 0) return calls;
			}
			const calls = advance({ event: () => undefined, finding: (finding) => void early.push(finding) });
			// A run that asks nothing would never be over.
			return calls.length > 0 || scope !== null ? calls : [listOf('pages')];
		},
		handler: (request, sink) => ({
			kind: 'json',
			take(value, head) {
				for (const finding of early.splice(0)) sink.finding(finding);
				const step = request.context['step'];
				if (step === 'page') return open?.reading.take(request, value, head, sink) ?? [];
				if (step === 'container') {
					const found = readFound(settings.source, null, asObject(value) ?? {});
					if (found !== null) todo.push(found);
					return [];
				}
				if (step === 'labelled' || step === 'watched') {
					const { entries, next: following } = readSearch(system, settings.source, request, value, head);
					for (const entry of entries) {
						if (step === 'labelled') labelled.set(entry.page, entry);
						else watched.set(entry.page, entry);
					}
					return following === null ? [] : [following];
				}
				if (step === 'pages' || step === 'comments' || step === 'attachments') {
					takeList(step, request, step === 'pages' ? dialect.readPages(request, value, head) : readSearch(system, settings.source, request, value, head));
					return [];
				}
				return dialect.takeSetup(request, value, head, sink);
			},
		}),
		recover(request, trouble, sink) {
			const step = request.context['step'];
			const partial = trouble.kind === 'notFound' || trouble.kind === 'permission' || trouble.kind === 'unusableAnswer';
			if (step === 'page' && open !== null) {
				const instead = open.reading.recover(request, trouble, sink);
				if (instead !== null) return instead;
				if (!partial) {
					if (trouble.kind === 'unavailable') stuck = open.page.page;
					return null;
				}
				if (!open.told) tellLost(open.page, trouble, sink);
				open.told = true;
				return [];
			}
			if (!partial) return null;
			if (step === 'container') {
				sink.finding({ where: request.purpose, value: trouble.message, expected: `a comment or an attachment of a page. ${trouble.remedy}`, severity: 'warning' });
				return [];
			}
			if ((step === 'pages' || step === 'comments' || step === 'attachments') && request.path === resumed) {
				// What an earlier run was told as the next page has ended: the list is read from its beginning, as the same facts.
				resumed = null;
				asked = listOf(step);
				return [asked];
			}
			if (step === 'comments' || step === 'attachments' || step === 'watched') {
				asked = null;
				if (step === 'watched') watchedWhole = false;
				sink.finding({ where: request.purpose, value: trouble.message, expected: `a search by CQL; without it ${step === 'watched' ? 'labels are not seen' : `${step} are read only of pages that changed themselves`}. ${trouble.remedy}`, severity: 'warning' });
				return [];
			}
			return null;
		},
		drained: advance,
		cursor(complete) {
			if (scope !== null || settingUp) return null;
			const untils = (instant: (of: Phase) => number | null): JsonObject => Object.fromEntries(phases.flatMap((of) => {
				const at = instant(of);
				return at === null ? [] : [[`${of}Until`, formatInstant(at)]];
			}));
			if (complete) return { ...untils((of) => newest[of] ?? until[of] ?? (since === null ? reached(of) : null)), recent: rememberedOf(), observed: memory.stored() };
			const left = [...(open === null ? [] : [open.page]), ...todo].map(({ page, title, url, space, version, status }) => ({ page, title, url, space, version, status }));
			return {
				...untils((of) => until[of]),
				recent: known as JsonObject,
				observed: memory.stored(),
				run: { began: formatInstant(began), phase, next: storedCall(), todo: left, newest: Object.fromEntries(phases.flatMap((name) => (newest[name] === null ? [] : [[name, formatInstant(newest[name])]]))), recent: recent.map((row) => [...row]), ...(stuck === null ? {} : { tried: { page: stuck, times: (tried?.page === stuck ? tried.times : 0) + 1 } }) },
			};
		},
	};

	function storedCall(): JsonObject | null {
		const call = asked ?? next;
		return call === null ? null : { path: call.path, purpose: call.purpose, context: call.context };
	}

	/** Versions of what may come again in the overlap of the next run. */
	function rememberedOf(): JsonObject {
		const kept = recent.filter(([key, , at]) => {
			const of = phases.find((name) => key.startsWith(name.charAt(0))) ?? 'pages';
			return at >= (newest[of] ?? Number.NEGATIVE_INFINITY) - overlap[of];
		});
		return Object.fromEntries(kept.slice(0, MOST_REMEMBERED).map(([key, changed]) => [key, changed]));
	}
}

/** Lists of either interface; a stored cursor leads nowhere else. */
const LIST_PATH = /^\/(?:wiki\/api\/v2\/pages|(?:wiki\/)?rest\/api\/content\/search)\?/;

function tellLost({ page, title }: FoundPage, trouble: PullTrouble, sink: DocumentSink): void {
	sink.finding({ where: pageName(page, title), value: trouble.message, expected: `an answer for this page; everything else is read. ${trouble.remedy}`, severity: 'warning' });
}

function storedPage(value: unknown): FoundPage | null {
	const row = asObject(value);
	const page = asText(row?.['page']);
	return row === null || page === null ? null : { page, title: asText(row['title']), url: asText(row['url']), space: asText(row['space']), version: numberOf(row['version']), status: asText(row['status']) };
}
