import type { JsonObject, JsonValue } from '../pull/pull.js';
import { asObject } from '../pull/run.js';
import { formatInstant } from '../time/zone.js';
import { gitStamp } from './facts.js';

/** A list that is being read. */
export interface ListWalk {
	/** Epoch milliseconds: down to here; null: to the beginning. */
	readonly bound: number | null;
	/** Newest row of the list when the walk began. */
	readonly top: number | null;
	/** Query of the page to read next, null for the first. */
	readonly query: Readonly<Record<string, string>> | null;
	/** Rows read so far. */
	readonly seen: number;
}

interface ListState {
	/** Read up to here. */
	until: number | null;
	/** Broken off before its end. */
	walk: ListWalk | null;
	etag: { readonly of: string; readonly value: string } | null;
}

/** Digits of a sha that are kept: enough to tell the commits of one repository apart. */
const KEPT_DIGITS = 12;
const MOST_COMMITS = 5000;
const MOST_UNSETTLED = 200;
/** What has not settled by then (checks that never end) is given up. */
const UNSETTLED_DAYS = 7;
const DAY = 86_400_000;

/** How far each list of a repository was read, what was met, and what is to be looked at again. As JSON it is the cursor of the pull. */
export interface GitCursor {
	/** @param now epoch milliseconds of the run */
	load(stored: JsonObject | null, now: number): void;
	store(): JsonObject;
	of(name: string): Readonly<ListState>;
	/** The next page is the one of this walk. */
	move(name: string, walk: ListWalk): void;
	finish(name: string, top: number | null, etag: ListState['etag']): void;
	etag(name: string, of: string): string | null;
	/** True the first time. It counts as met for later runs after {@link settleCommits}. */
	meet(sha: string): boolean;
	/** @param oldest epoch milliseconds: commits met before it are forgotten */
	settleCommits(oldest: number): void;
	/** Looked at, and to be looked at again by the next run. */
	keepUnsettled(change: string): void;
	/** What earlier runs kept and this one has not kept anew. */
	unsettled(): readonly string[];
	/** All that {@link unsettled} named was looked at; what was not kept anew is dropped. */
	lookedAgain(): void;
}

export function createGitCursor(): GitCursor {
	let lists = new Map<string, ListState>();
	/** Sha → when it was met. */
	let commits = new Map<string, number>();
	let met = new Set<string>();
	let kept = new Map<string, number>();
	/** Kept by earlier runs, and not looked at yet. */
	let asked = new Map<string, number>();
	let now = 0;

	const stateOf = (name: string): ListState => {
		let state = lists.get(name);
		if (state === undefined) lists.set(name, (state = { until: null, walk: null, etag: null }));
		return state;
	};
	return {
		load(stored, at) {
			now = at;
			lists = new Map();
			for (const [name, value] of Object.entries(asObject(stored?.['lists']) ?? {})) lists.set(name, listState(value));
			commits = timesIn(stored?.['commits']);
			kept = new Map();
			asked = timesIn(stored?.['unsettled']);
			met = new Set();
		},
		store() {
			const held: Record<string, JsonValue> = {};
			for (const [name, { until, walk, etag }] of lists) {
				held[name] = {
					until: until === null ? null : formatInstant(until),
					...(walk === null ? {} : { walk: { ...walk, bound: timeText(walk.bound), top: timeText(walk.top) } }),
					...(etag === null ? {} : { etag: { ...etag } }),
				};
			}
			// What was asked for again in this run and not answered is asked for by the next.
			return { lists: held, commits: timesAsJson(commits), unsettled: timesAsJson(new Map([...asked, ...kept])) };
		},
		of: stateOf,
		move(name, walk) {
			stateOf(name).walk = walk;
		},
		finish(name, top, etag) {
			const state = stateOf(name);
			if (top !== null && (state.until === null || top > state.until)) state.until = top;
			state.walk = null;
			state.etag = etag;
		},
		etag(name, of) {
			const { etag } = stateOf(name);
			return etag !== null && etag.of === of ? etag.value : null;
		},
		meet(sha) {
			const short = sha.slice(0, KEPT_DIGITS);
			if (met.has(short) || commits.has(short)) return false;
			met.add(short);
			return true;
		},
		settleCommits(oldest) {
			for (const short of met) commits.set(short, now);
			for (const [short, at] of commits) if (at < oldest || commits.size > MOST_COMMITS) commits.delete(short);
		},
		keepUnsettled(change) {
			const first = asked.get(change) ?? kept.get(change) ?? now;
			asked.delete(change);
			if (now - first < UNSETTLED_DAYS * DAY && kept.size < MOST_UNSETTLED) kept.set(change, first);
		},
		unsettled: () => [...asked.keys()],
		lookedAgain() {
			asked = new Map();
		},
	};
}

function listState(value: unknown): ListState {
	const row = asObject(value);
	const walk = asObject(row?.['walk']);
	const etag = asObject(row?.['etag']);
	const query = asObject(walk?.['query']);
	return {
		until: instantIn(row?.['until']),
		walk: walk === null || query === null ? null : { bound: instantIn(walk['bound']), top: instantIn(walk['top']), query: query as Readonly<Record<string, string>>, seen: Number(walk['seen'] ?? 0) },
		etag: typeof etag?.['of'] === 'string' && typeof etag['value'] === 'string' ? { of: etag['of'], value: etag['value'] } : null,
	};
}

const instantIn = (value: unknown): number | null => gitStamp(value)?.instant ?? null;
const timeText = (instant: number | null): string | null => (instant === null ? null : formatInstant(instant));

/** `{"2026-09-21": "a b c"}`: grouped by day, so that a cursor stays short. */
function timesAsJson(times: ReadonlyMap<string, number>): JsonObject {
	const byDay: Record<string, string[]> = {};
	for (const [key, at] of times) (byDay[formatInstant(at).slice(0, 10)] ??= []).push(key);
	return Object.fromEntries(Object.entries(byDay).map(([day, keys]) => [day, keys.join(' ')]));
}

function timesIn(value: unknown): Map<string, number> {
	const times = new Map<string, number>();
	for (const [day, keys] of Object.entries(asObject(value) ?? {})) {
		const at = instantIn(`${day}T00:00:00Z`);
		if (at !== null && typeof keys === 'string') for (const key of keys.split(' ')) if (key !== '') times.set(key, at);
	}
	return times;
}
