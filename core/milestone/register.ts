/*
 * Registers that give the same value whatever the order and repetition of what they were told: each keeps what is needed
 * to decide by stamp, and nothing decides by arrival. Where two facts carry one stamp a fixed rule decides.
 */

/** Something became so: when it was recorded, by which account, and the fact that says it. */
export interface Fact {
	readonly at: number;
	readonly by: string | null;
	readonly source: string;
	readonly id: string;
	readonly time: string | null;
	/** Where the record stands, null where it is about a subject or study as a whole. */
	readonly place: RecordPlace | null;
}

/** The same fact, but recorded at another stamp by another account. */
export function factAt(fact: Fact, at: number, by: string | null): Fact {
	return { at, by, source: fact.source, id: fact.id, time: fact.time, place: fact.place };
}

/** The visit and form a fact is about, as far as it names them. Repeat keys are null where there is one only. */
export interface RecordPlace {
	readonly event: string | null;
	readonly eventRepeat: string | null;
	readonly form: string | null;
	readonly formRepeat: string | null;
}

/** Sorts before every stamp, also the unknown one. */
export const NEVER = Number.NEGATIVE_INFINITY;

export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function compareOrigins(fact: Fact, other: Fact): number {
	if (fact === other) return 0;
	return (
		compareText(fact.id, other.id) ||
		compareText(fact.source, other.source) ||
		compareText(fact.time ?? '', other.time ?? '') ||
		compareText(fact.by ?? '', other.by ?? '') ||
		(fact.place === other.place ? 0 : compareText(placeText(fact.place), placeText(other.place)))
	);
}

function placeText(place: RecordPlace | null): string {
	return place === null ? '' : JSON.stringify([place.event, place.eventRepeat, place.form, place.formRepeat]);
}

function precedes(fact: Fact, other: Fact): boolean {
	return compareOrigins(fact, other) < 0;
}

/** What only few items have: emptied once, filled several times, or with a value that a mapping names. */
interface RareHistory {
	lastEmpty: number;
	/** Fills after `first`, ascending, one a stamp. */
	later: Fact[] | null;
	value: string | undefined;
	valueAt: number;
}

/**
 * One item of a form: since when it holds data without a gap. The first fill after the last emptying counts, so that a
 * corrected typing slip does not move the moment; at one stamp empty wins, because a count must not rest on what may be gone.
 */
export class ItemRegister {
	private first: Fact | null = null;
	private rare: RareHistory | null = null;

	constructor(
		readonly group: string | null,
		readonly repeat: string | null,
		readonly item: string,
		emptyUntil: number,
	) {
		if (emptyUntil !== NEVER) this.history().lastEmpty = emptyUntil;
	}

	isOf(group: string | null, repeat: string | null, item: string): boolean {
		return this.item === item && this.group === group && this.repeat === repeat;
	}

	get lastEmpty(): number {
		return this.rare === null ? NEVER : this.rare.lastEmpty;
	}

	fill(fact: Fact): void {
		const { first, rare } = this;
		if (rare !== null && fact.at <= rare.lastEmpty) return;
		if (first === null) {
			this.first = fact;
		} else if (fact.at === first.at) {
			if (precedes(fact, first)) this.first = fact;
		} else if (fact.at < first.at) {
			(this.history().later ??= []).unshift(first);
			this.first = fact;
		} else {
			insertFact((this.history().later ??= []), fact);
		}
	}

	empty(at: number): void {
		const rare = this.history();
		if (at <= rare.lastEmpty) return;
		rare.lastEmpty = at;
		if (this.first === null || this.first.at > at) return;
		const kept = (rare.later ?? []).filter((fact) => fact.at > at);
		this.first = kept.shift() ?? null;
		rare.later = kept.length === 0 ? null : kept;
	}

	setValue(at: number, value: string): void {
		const rare = this.history();
		if (rare.value === undefined || at > rare.valueAt || (at === rare.valueAt && value > rare.value)) {
			rare.value = value;
			rare.valueAt = at;
		}
	}

	get value(): string | undefined {
		return this.rare?.value;
	}

	/** First fill after `horizon` with no emptying since, null where the item holds no data. */
	filledSince(horizon: number): Fact | null {
		if (this.first === null || this.first.at > horizon) return this.first;
		return this.rare?.later?.find((fact) => fact.at > horizon) ?? null;
	}

	private history(): RareHistory {
		return (this.rare ??= { lastEmpty: NEVER, later: null, value: undefined, valueAt: NEVER });
	}
}

function insertFact(facts: Fact[], fact: Fact): void {
	let index = facts.length;
	while (index > 0 && (facts[index - 1]?.at ?? NEVER) > fact.at) index--;
	const same = facts[index - 1];
	if (same?.at !== fact.at) facts.splice(index, 0, fact);
	else if (precedes(fact, same)) facts[index - 1] = fact;
}

/** A declared state with its fact. */
export interface StateFact extends Fact {
	readonly state: string;
}

export function stateFact(state: string, fact: Fact, at = fact.at, by = fact.by): StateFact {
	return { ...factAt(fact, at, by), state };
}

/** States that stand higher here are the later ones where two carry one stamp. */
const STATE_RANK: Readonly<Record<string, number>> = {
	empty: 0, scheduled: 0, unlocked: 0, candidate: 0,
	incomplete: 1, started: 1, freeze: 1, open: 1,
	unverified: 2, stopped: 2, lock: 2, answered: 2,
	notDone: 3, skipped: 3, closed: 3, cancelled: 4,
	complete: 4, completed: 4, signed: 5, locked: 6,
};

function compareStates(a: StateFact, b: StateFact): number {
	return a.at - b.at || (STATE_RANK[a.state] ?? 0) - (STATE_RANK[b.state] ?? 0) || compareText(a.state, b.state);
}

/** Every state an object was declared to have, by stamp. */
export class StateHistory {
	private readonly facts: StateFact[] = [];

	add(fact: StateFact): void {
		const { facts } = this;
		let index = facts.length;
		while (index > 0) {
			const before = facts[index - 1];
			const order = before === undefined ? -1 : compareStates(before, fact);
			if (order === 0 && before !== undefined) {
				if (precedes(fact, before)) facts[index - 1] = fact;
				return;
			}
			if (order < 0) break;
			index--;
		}
		facts.splice(index, 0, fact);
	}

	/** The state that holds, null where none was declared after `horizon`. */
	current(horizon: number): StateFact | null {
		const last = this.facts.at(-1);
		return last !== undefined && last.at > horizon ? last : null;
	}

	/** First of the unbroken run of accepted states that reaches to now; states that are `neutral` neither begin nor break it. */
	since(accepted: (state: string) => boolean, horizon: number, neutral: (state: string) => boolean = () => false): StateFact | null {
		let found: StateFact | null = null;
		for (let index = this.facts.length - 1; index >= 0; index--) {
			const fact = this.facts[index];
			if (fact === undefined || fact.at <= horizon) break;
			if (accepted(fact.state)) found = fact;
			else if (!neutral(fact.state)) break;
		}
		return found;
	}
}

/** A text a record states about itself (arm, visit date): the latest one, and when any was stated first. */
export class StatedText {
	value: string | null = null;
	private first: Fact | null = null;
	private latest: Fact | null = null;

	set(value: string, fact: Fact): void {
		if (this.first === null || fact.at < this.first.at || (fact.at === this.first.at && precedes(fact, this.first))) this.first = fact;
		const { latest } = this;
		if (latest === null || fact.at > latest.at || (fact.at === latest.at && value > (this.value ?? ''))) {
			this.value = value;
			this.latest = fact;
		} else if (fact.at === latest.at && value === this.value && precedes(fact, latest)) {
			this.latest = fact;
		}
	}

	/** When it was first stated after `horizon`, null where it is not known. */
	since(horizon: number): Fact | null {
		if (this.latest === null || this.latest.at <= horizon) return null;
		return this.first !== null && this.first.at > horizon ? this.first : this.latest;
	}
}

/** The latest of the texts a record states, where nothing asks since when: at one stamp the greater. */
export class LatestText {
	constructor(
		public value: string,
		private at: number,
	) {}

	/** @returns whether another text stands now */
	set(value: string, at: number): boolean {
		if (at < this.at) return false;
		const before = this.value;
		if (at > this.at || value > before) this.value = value;
		this.at = at;
		return this.value !== before;
	}
}

/**
 * Where a subject was when: per place the first and last stamp it was named at. The place at T is the one first named
 * latest at or before T, so that a subject transferred later still counts for the site it was at.
 */
export class PlaceHistory {
	private readonly places: Place[] = [];

	/** @returns whether the subject may be found elsewhere now */
	add(name: string, at: number): boolean {
		for (const place of this.places) {
			if (place.name !== name) continue;
			const moved = at < place.first || at > place.last;
			if (at < place.first) place.first = at;
			if (at > place.last) place.last = at;
			return moved && this.places.length > 1;
		}
		this.places.push({ name, first: at, last: at });
		return true;
	}

	at(instant: number): string | null {
		let best: Place | null = null;
		let earliest: Place | null = null;
		for (const place of this.places) {
			if (place.first <= instant && (best === null || comparePlaces(place, best) > 0)) best = place;
			if (earliest === null || place.first < earliest.first || (place.first === earliest.first && comparePlaces(place, earliest) > 0)) earliest = place;
		}
		return (best ?? earliest)?.name ?? null;
	}
}

interface Place {
	readonly name: string;
	first: number;
	last: number;
}

function comparePlaces(a: Place, b: Place): number {
	return a.first - b.first || a.last - b.last || compareText(a.name, b.name);
}

/** By stamp, then by what the facts are: an order with no ties but between equals. */
export function compareFacts(a: Fact, b: Fact): number {
	return a.at - b.at || compareOrigins(a, b);
}

export function later(a: Fact, b: Fact | null): Fact {
	if (b === null || a.at > b.at) return a;
	return a.at === b.at && precedes(a, b) ? a : b;
}

export function earlier(a: Fact, b: Fact | null): Fact {
	return b === null || compareFacts(a, b) <= 0 ? a : b;
}
