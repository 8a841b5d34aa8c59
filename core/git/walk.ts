import { headerOf, unusable } from '../pull/answer.js';
import type { AnswerHead, JsonObject, Pull, PullRequest, PullTrouble } from '../pull/pull.js';
import { asObject, createTrackedPull, type VendorRun } from '../pull/run.js';
import { aboutText, releaseComments } from './answers.js';
import type { GitEvent } from './evidence.js';
import { createGitCursor, type ListWalk } from './cursor.js';
import { barePlace, giveCommit, gitStamp, rowsIn, type CommitReading, type GitSink } from './facts.js';
import type { GitCall, GitHost, GitList, GitPullSettings, GitRun } from './host.js';
import { nextPageQuery, totalOf } from './paging.js';

/** Clocks of a host's servers differ, and rows of one instant can stand on both sides of a page: so much is read again. */
const OVERLAP_MILLISECONDS = 5 * 60_000;
const DAY = 86_400_000;
const LATE_COMMIT_DAYS = 14;

/**
 * Reads one repository of a host. Every list is read from its newest row down to what was read before: rows that change meanwhile move to the front, so
 * none is skipped, only some come twice. What is asked about the rows of a page is asked before the next page, and the cursor moves page by page, so a run
 * that is broken off goes on where it was. A list that has not changed (304) is not read. Source: spec S6; vendor reference 2.2 and 8, traps 4 to 7.
 */
export function createGitPull(host: GitHost, settings: GitPullSettings): Pull<GitEvent> {
	const cursor = createGitCursor();
	const wanted = new Set(settings.read);
	const wantedText = [...wanted].sort().join(' ');
	const open = new Set<string>();
	let run: GitRun | null = null;
	let now = 0;
	let nowText = '';
	let current: GitSink | null = null;
	let stages: Array<() => readonly PullRequest[]> = [];
	let page: OpenPage | null = null;

	interface OpenPage {
		readonly list: GitList;
		readonly walk: ListWalk;
		/** Query of the page after this one, null at the end. */
		next: Readonly<Record<string, string>> | null;
		etag: string | null;
		etagOf: string;
		failed: boolean;
	}

	const requestOf = ({ kind, path, query, purpose, about, paged }: GitCall): PullRequest => ({
		method: 'GET',
		path,
		...(query === undefined ? {} : { query }),
		...(host.headers === undefined ? {} : { headers: host.headers }),
		accept: 'json',
		purpose: `${host.words.title} ${purpose}`,
		context: { kind, about: about ?? {}, paged: paged ?? false, name: purpose },
	});
	const keyOf = (path: string, query: Readonly<Record<string, string>> | undefined): string => `${path}?${JSON.stringify(query ?? {})}`;
	/** Two rows of a page can ask for the same thing. */
	const issue = (calls: readonly GitCall[]): PullRequest[] =>
		calls.flatMap((call) => {
			const key = keyOf(call.path, call.query);
			if (open.has(key)) return [];
			open.add(key);
			return [requestOf(call)];
		});

	const startRun = (value: unknown, request: PullRequest): void => {
		const known = host.readRepository(value);
		if (known === null) throw unusable(request, host.words, 'the answer names no repository.', host.words.notFoundRemedy);
		const created: GitRun = {
			repository: { system: host.system, source: known.source, name: known.name, branch: settings.branch ?? known.branch ?? '', id: known.id },
			get sink() {
				if (current === null) throw new RangeError('Nothing is being read.');
				return current;
			},
			now: nowText,
			nowInstant: now,
			pageSize: Math.min(settings.pageSize ?? host.pageSize, host.pageSize),
			paths: settings.paths ?? true,
			wants: (reading) => wanted.has(reading),
			places: new Map(),
			heldComments: new Map(),
			unsettled: (change) => {
				cursor.keepUnsettled(change);
			},
			isNewCommit: (sha) => cursor.meet(sha),
			commit: (commit, seen) => {
				if (commit.paths !== null || !created.paths || (commit.parents ?? 1) > 1) {
					giveCommit(commit, seen, created.repository, created.sink);
					return [];
				}
				return [{ ...host.pathsCall(commit.sha, created), kind: 'paths', about: { commit, seen, paths: [] } as unknown as JsonObject }];
			},
		};
		run = created;
		stages = [
			...host.lists(created).map((list) => () => openList(list, created)),
			// Last, so that a run that is always broken off gets on with the lists.
			() => issue(cursor.unsettled().flatMap((change) => (created.places.has(change) ? [] : [host.changeCall(change, created)]))),
			() => {
				cursor.lookedAgain();
				return [];
			},
		];
	};

	const openList = (list: GitList, known: GitRun): PullRequest[] => {
		const kept = cursor.of(list.key ?? list.name);
		const walk: ListWalk = kept.walk ?? { bound: boundOf(list, kept.until), top: null, query: null, seen: 0 };
		return ask(list, walk, known);
	};
	const boundOf = (list: GitList, until: number | null): number | null => {
		const since = gitStamp(settings.since)?.instant ?? null;
		if (until === null) return since;
		const back = until - (list.name === 'commits' ? (settings.lateCommitDays ?? LATE_COMMIT_DAYS) * DAY : OVERLAP_MILLISECONDS);
		return since === null ? back : Math.max(since, back);
	};
	const ask = (list: GitList, walk: ListWalk, known: GitRun): PullRequest[] => {
		const call = list.call(known, walk.bound);
		const query = walk.query ?? call.query ?? {};
		const etagOf = `${wantedText} ${keyOf(call.path, query)}`;
		page = { list, walk, next: null, etag: null, etagOf, failed: false };
		const etag = walk.query === null ? cursor.etag(list.key ?? list.name, etagOf) : null;
		const number = query['page'] === undefined || query['page'] === '1' ? '' : `, page ${query['page']}`;
		return issue([{ ...call, kind: 'list', query, purpose: `${call.purpose}${number}` }]).map((request) => (etag === null ? request : { ...request, headers: { ...request.headers, 'if-none-match': etag } }));
	};

	const takePage = (value: unknown, request: PullRequest, head: AnswerHead, known: GitRun): readonly GitCall[] => {
		if (page === null) throw new RangeError('No list is being read.');
		if (!Array.isArray(value)) throw unusable(request, host.words, 'the answer is no list.', host.words.permissionRemedy);
		const { list, walk } = page;
		const rows = rowsIn(value);
		const stamps = rows.map((row) => list.stamp(row));
		const older = (stamp: number | null | undefined): boolean => typeof stamp === 'number' && walk.bound !== null && stamp < walk.bound;
		const seen = walk.seen + rows.length;
		// A commit list is not strictly ordered by time, so only a page without anything newer ends it.
		const past = list.newestFirst && rows.length > 0 && (list.name === 'commits' ? stamps.every(older) : older(stamps.at(-1)));
		const next = past ? null : nextPageQuery({ head, query: request.query ?? {}, rows: rows.length, size: known.pageSize, seen });
		const total = totalOf(head);
		if (next === null && !past && total !== null && seen < total) {
			known.sink.finding({ where: request.purpose, value: `${seen} rows`, expected: `${total} rows, as the server counts: rows were deleted while the pages were read; reading from the beginning finds the rest`, severity: 'warning' });
		}
		const newest = stamps.reduce<number | null>((top, stamp) => (stamp !== null && (top === null || stamp > top) ? stamp : top), null);
		// The clock of a committer can be wrong; a time in the future would hide what comes.
		const top = walk.top === null || (!list.newestFirst && newest !== null && newest > walk.top) ? (newest === null ? walk.top : Math.min(newest, now)) : walk.top;
		page = { ...page, walk: { ...walk, top, seen }, next, etag: walk.query === null ? headerOf(head, 'etag') : null };
		return rows.flatMap((row, index) => (older(stamps[index]) ? [] : list.take(row, known)));
	};

	const takeDetail = (value: unknown, request: PullRequest, head: AnswerHead, known: GitRun): readonly GitCall[] => {
		const details = asObject(request.context['about']) as JsonObject | null;
		const kind = aboutText(request.context, 'kind');
		const query = request.query ?? {};
		// An object with a list in it has other, shorter ones: a commit its parents.
		const rows = Array.isArray(value) ? value.length : Math.max(0, ...Object.values(asObject(value) ?? {}).map((held) => (Array.isArray(held) ? held.length : 0)));
		const seen = Number(details?.['seen'] ?? 0) + rows;
		const next = request.context['paged'] === true ? nextPageQuery({ head, query, rows, size: known.pageSize, seen }) : null;
		const more: GitCall | null = next === null ? null : { kind, path: request.path, query: next, purpose: aboutText(request.context, 'name'), paged: true, about: { ...details, seen } };
		if (kind === 'paths') return takePaths(value, details ?? {}, known, more);
		const answer = host.answers[kind];
		if (answer === undefined) throw new RangeError(`No reader for "${kind}".`);
		return answer(value, details ?? {}, known, more);
	};
	const takePaths = (value: unknown, about: JsonObject, known: GitRun, more: GitCall | null): readonly GitCall[] => {
		const paths = [...((about['paths'] ?? []) as readonly string[]), ...host.readPaths(value)];
		if (more !== null) return [{ ...more, about: { ...more.about, paths } }];
		giveCommit({ ...(about['commit'] as unknown as CommitReading), paths }, seenOf(about), known.repository, known.sink);
		return [];
	};

	/** The page and all that was asked about it is done: from here a later run goes on. */
	const finishPage = (): readonly PullRequest[] => {
		if (page === null || run === null) return [];
		const { list, walk, next, etag, etagOf, failed } = page;
		page = null;
		if (failed) return [];
		cursor.settleCommits(now - (settings.lateCommitDays ?? LATE_COMMIT_DAYS) * 2 * DAY);
		if (next === null) {
			cursor.finish(list.key ?? list.name, walk.top, etag === null ? null : { of: etagOf, value: etag });
			return [];
		}
		const following = { ...walk, query: next };
		cursor.move(list.key ?? list.name, following);
		return ask(list, following, run);
	};

	const vendorRun: VendorRun<GitEvent> = {
		words: host.words,
		start(stored, at) {
			nowText = at;
			now = gitStamp(at)?.instant ?? 0;
			cursor.load(stored, now);
			run = null;
			stages = [];
			page = null;
			open.clear();
			return issue([{ kind: 'repository', path: host.repositoryPath(settings.repository), purpose: `repository ${settings.repository}` }]);
		},
		handler: (request, sink) => ({
			kind: 'json',
			take: (value, head) => {
				current = sink;
				open.delete(keyOf(request.path, request.query));
				if (request.context['kind'] === 'repository') {
					startRun(value, request);
					return [];
				}
				if (run === null) throw new RangeError('The repository is not known yet.');
				return issue(request.context['kind'] === 'list' ? takePage(value, request, head, run) : takeDetail(value, request, head, run));
			},
		}),
		notModified(request) {
			open.delete(keyOf(request.path, request.query));
			// Nothing to take and nothing to move: the list stands where it stood.
			if (page !== null) page.failed = true;
			return [];
		},
		recover(request, trouble, sink) {
			current = sink;
			const kind = request.context['kind'];
			if (kind === 'repository' || !isOfThisCall(trouble)) return null;
			open.delete(keyOf(request.path, request.query));
			const empty = kind === 'list' && / answered 409 /.test(trouble.message);
			if (kind === 'list') {
				if (trouble.kind === 'unusableAnswer' && !empty) return null;
				if (page !== null) page.failed = true;
			}
			sink.finding({ where: request.purpose, value: trouble.message, expected: empty ? 'a commit; the repository is empty' : trouble.remedy, severity: kind === 'list' && !empty ? 'refused' : 'warning' });
			if (kind === 'paths' && run !== null) {
				const about = asObject(request.context['about']) as JsonObject;
				giveCommit({ ...(about['commit'] as unknown as CommitReading), paths: null }, seenOf(about), run.repository, sink);
			}
			if (kind === 'commentedChange' && run !== null) {
				const about = asObject(request.context['about']) as JsonObject;
				const change = aboutText(about, 'change');
				releaseComments(change, barePlace(run.repository.name, change, aboutText(about, 'url') || null), run);
			}
			return [];
		},
		drained(sink) {
			current = sink;
			for (;;) {
				const following = page === null ? stages.shift()?.() : finishPage();
				if (following === undefined) return [];
				if (following.length > 0) return following;
			}
		},
		cursor: () => (run === null ? null : cursor.store()),
	};
	return createTrackedPull({ host: host.system, repository: settings.repository.toLowerCase() }, vendorRun);
}

/** Trouble with one call, after which the others can be had; anything else ends the run and is tried again by the next. */
function isOfThisCall({ kind }: PullTrouble): boolean {
	return kind === 'permission' || kind === 'notFound' || kind === 'unusableAnswer';
}

function seenOf(about: JsonObject): { readonly change: string | null; readonly branch: string | null } {
	return about['seen'] as { readonly change: string | null; readonly branch: string | null };
}
