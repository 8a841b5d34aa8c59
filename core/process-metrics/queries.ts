import type { QueryChanged } from '../edc/evidence.js';
import type { SubjectFacts } from './facts.js';
import { compareObserved } from './history.js';
import type { Origin } from './origin.js';
import type { Observed } from './studyEvidence.js';

/** From opening to answer; reopening starts the next one. */
export interface QueryCycle {
	/** Null where the evidence does not reach back to the opening. */
	readonly openedAt: number | null;
	/** Null while open. */
	readonly answeredAt: number | null;
	/** Closed without an answer: the closing stands in for it. */
	readonly closedUnanswered: boolean;
	readonly opened: Origin | null;
	readonly answered: Origin | null;
}

/** One query with its history up to `asOf`. */
export interface QueryFacts {
	readonly origin: Origin;
	readonly kind: 'system' | 'manual' | null;
	/** First opening; null where its time is not known. */
	readonly openedAt: number | null;
	/** Was more than a candidate. */
	readonly raised: boolean;
	readonly cancelled: boolean;
	/** The source gives every state and not only the last. */
	readonly hasHistory: boolean;
	readonly cycles: readonly QueryCycle[];
}

const ORDER: Readonly<Record<QueryChanged['state'], number>> = { candidate: 0, open: 1, answered: 2, closed: 3, cancelled: 4 };

const cache = new WeakMap<SubjectFacts, readonly QueryFacts[]>();

export function queriesOf(subject: SubjectFacts): readonly QueryFacts[] {
	let queries = cache.get(subject);
	if (!queries) {
		queries = [...subject.state.queries.values()].map(factsOf).filter((query) => query !== null);
		cache.set(subject, queries);
	}
	return queries;
}

function compareStates(a: Observed<QueryChanged>, b: Observed<QueryChanged>): number {
	return a.at === b.at ? ORDER[a.data.state] - ORDER[b.data.state] || compareObserved(a, b) : compareObserved(a, b);
}

function factsOf(states: Array<Observed<QueryChanged>>): QueryFacts | null {
	const ordered = states.sort(compareStates);
	const last = ordered.at(-1);
	if (!last) return null;
	const hasHistory = ordered.some((state) => state.data.history && state.stamped);
	const cycles: QueryCycle[] = [];
	let open: Observed<QueryChanged> | null = null;
	let answered = false;
	let raised = false;
	let firstOpen: number | null = null;
	for (const state of ordered) {
		switch (state.data.state) {
			case 'candidate':
				break;
			case 'open':
				// Open after open (edited, forwarded) keeps the clock.
				open ??= state;
				if (!raised && state.stamped && state.data.history) firstOpen = state.at;
				raised = true;
				answered = false;
				break;
			case 'answered':
			case 'closed': {
				const closedUnanswered = state.data.state === 'closed';
				if (open !== null || !answered) {
					cycles.push({ openedAt: known(open), answeredAt: known(state), closedUnanswered, opened: open?.origin ?? null, answered: state.origin });
				}
				open = null;
				answered = true;
				raised = true;
				break;
			}
			case 'cancelled':
				// Cancelled as a candidate was never raised; a last state alone does not tell, and cancelled ones are shown.
				if (!ordered.some((other) => other.data.state === 'candidate')) raised = true;
				open = null;
				answered = true;
		}
	}
	if (open !== null) cycles.push({ openedAt: known(open), answeredAt: null, closedUnanswered: false, opened: open.origin, answered: null });
	const kind = ordered.reduce<QueryFacts['kind']>((found, state) => state.data.origin ?? found, null);
	return { origin: last.origin, kind, openedAt: firstOpen, raised, cancelled: last.data.state === 'cancelled', hasHistory, cycles };
}

function known(state: Observed<QueryChanged> | null): number | null {
	return state !== null && state.stamped && state.at !== -Infinity ? state.at : null;
}
