import type { CommitRecorded } from '../git/evidence.js';
import { ABANDONED, MERGED, OPENED, type ChangeLog, type Trouble } from './changes.js';
import { Int32Column, PairIndex } from './columns.js';
import type { FactSource } from './facts.js';
import { ModuleReader, type ModuleSettings } from './modules.js';
import type { CodeStreakRule } from './rule.js';

/** Commits to a module on a day. */
export interface ModuleCommits {
	readonly module: number;
	readonly commits: number;
}

/**
 * Commits per person, working day and module: 12 bytes for each module that a commit touches. Whether commits are copies of one another is
 * looked up in the facts, and only of the days for which it matters.
 */
export class CommitTally {
	/** Subject and working day. */
	readonly days = new PairIndex();
	readonly modules: ModuleReader;
	/** The newest entry of each day, -1 where it has none. */
	private readonly heads = new Int32Column();
	private readonly entryFacts = new Int32Column();
	private readonly entryModules = new Int32Column();
	/** The entry before of the same day. */
	private readonly before = new Int32Column();
	private readonly found: number[] = [];
	private isCopy: ((fact: number) => boolean) | null = null;
	/** Entries by module of the day that was looked at last, copies among them. */
	private counts = new Int32Array(64);
	private readonly touched: number[] = [];
	private looked = -1;

	/** @throws RangeError naming a pattern that cannot be used */
	constructor(
		settings: ModuleSettings,
		private readonly facts: FactSource,
	) {
		this.modules = new ModuleReader(settings);
	}

	accept(data: CommitRecorded, subject: number, day: number, fact: number): void {
		if (data.paths === null) return;
		const { found, heads } = this;
		const count = this.modules.read(data.repository, data.paths, found);
		if (count === 0) return;
		const entry = this.days.indexOf(subject, day);
		while (heads.length <= entry) heads.push(-1);
		let head = heads.at(entry);
		for (let at = 0; at < count; at++) {
			this.entryFacts.push(fact);
			this.entryModules.push(found[at] ?? 0);
			head = this.before.push(head);
		}
		heads.set(entry, head);
		this.looked = -1;
	}

	/** @param isCopy tells of a fact that it is a copy of work that counts already; null: none is */
	leaveOut(isCopy: ((fact: number) => boolean) | null): void {
		this.isCopy = isCopy;
	}

	/** True where some module of the day was committed to. */
	isBusy(day: number): boolean {
		const { isCopy } = this;
		const head = this.headOf(day);
		if (isCopy === null) return head >= 0;
		for (let entry = head; entry >= 0; entry = this.before.at(entry)) if (!isCopy(this.entryFacts.at(entry))) return true;
		return false;
	}

	/** True where some module of the day has more commits than this. */
	isOver(day: number, limit: number): boolean {
		this.look(day);
		for (const module of this.touched) if ((this.counts[module] ?? 0) > limit && this.commitsTo(day, module, limit) > limit) return true;
		return false;
	}

	/** Modules of a day with their commits, copies of one commit once, in no order. */
	modulesOf(day: number): ModuleCommits[] {
		this.look(day);
		return this.touched.map((module) => ({ module, commits: this.commitsTo(day, module, Number.MAX_SAFE_INTEGER) })).filter(({ commits }) => commits > 0);
	}

	/** Facts of a day's commits to a module, of the copies of one commit the one with the smallest id. */
	factsOf(day: number, module: number): Iterable<number> {
		const found = new Map<string, number>();
		for (let entry = this.headOf(day); entry >= 0; entry = this.before.at(entry)) {
			const fact = this.entryFacts.at(entry);
			if (this.entryModules.at(entry) !== module || this.isCopy?.(fact) === true) continue;
			const event = this.facts.at(fact);
			const { contentKey } = event.data as CommitRecorded;
			const known = found.get(contentKey);
			if (known === undefined || `${event.source} ${event.id}` < `${this.facts.at(known).source} ${this.facts.at(known).id}`) found.set(contentKey, fact);
		}
		return found.values();
	}

	/** Commits of a day to a module; counting ends where the limit is passed. */
	private commitsTo(day: number, module: number, limit: number): number {
		const { isCopy } = this;
		if (isCopy === null && this.counts[module] === 1) return 1;
		const keys = new Set<string>();
		for (let entry = this.headOf(day); entry >= 0 && keys.size <= limit; entry = this.before.at(entry)) {
			if (this.entryModules.at(entry) !== module) continue;
			const fact = this.entryFacts.at(entry);
			if (isCopy === null || !isCopy(fact)) keys.add((this.facts.at(fact).data as CommitRecorded).contentKey);
		}
		return keys.size;
	}

	private look(day: number): void {
		if (this.looked === day) return;
		const { touched, entryModules, before } = this;
		for (const module of touched) this.counts[module] = 0;
		touched.length = 0;
		if (this.counts.length < this.modules.places.length) this.counts = new Int32Array(this.modules.places.length * 2);
		const { counts } = this;
		for (let entry = this.headOf(day); entry >= 0; entry = before.at(entry)) {
			const module = entryModules.at(entry);
			const count = (counts[module] ?? 0) + 1;
			counts[module] = count;
			if (count === 1) touched.push(module);
		}
		this.looked = day;
	}

	private headOf(day: number): number {
		return day < this.heads.length ? this.heads.at(day) : -1;
	}
}

/** A change that was decided, or that failed in another way that the rule counts. */
export interface Outcome {
	readonly subject: number;
	readonly day: number;
	readonly failed: boolean;
	readonly fact: number;
}

/** Rows looked at between two pauses. */
const SLICE = 50_000;

/**
 * Hands over every outcome that a rule counts, and pauses in between. Source: spec S6, "Merge failure rate of a day".
 *
 * @param wanted by number of the subject 1 where its outcomes are asked for; null: of all
 */
export function* eachOutcome(changes: ChangeLog, rule: CodeStreakRule, leftOut: (row: number) => boolean, wanted: Uint8Array | null, use: (subject: number, day: number, failed: boolean, fact: number) => void): Generator<null> {
	const troubled = rule.failedChecks || rule.mergeConflicts ? troublesByChange(changes, rule) : null;
	for (let from = 0; from < changes.rows; from += SLICE) {
		decisions(changes, rule, from, Math.min(changes.rows, from + SLICE), troubled, leftOut, wanted, use);
		yield null;
	}
	if (troubled === null) return;
	for (const [first, troubles] of troubled) for (const { subject, day, failed, fact } of outcomesOf(changes, rule, first, troubles, leftOut)) if (wanted === null || wanted[subject] === 1) use(subject, day, failed, fact);
}

function decisions(changes: ChangeLog, rule: CodeStreakRule, from: number, to: number, troubled: ReadonlyMap<number, unknown> | null, leftOut: (row: number) => boolean, wanted: Uint8Array | null, use: (subject: number, day: number, failed: boolean, fact: number) => void): void {
	for (let row = from; row < to; row++) {
		const kind = changes.kindOf(row);
		if (kind < ABANDONED) continue;
		const subject = changes.subjectOf(row);
		if (subject < 0 || (wanted !== null && wanted[subject] !== 1) || leftOut(row)) continue;
		if (troubled !== null && troubled.has(changes.firstOf.get(row) ?? row)) continue;
		if (rule.reopened === 'lastOnly' && changes.further.size > 0 && !isLast(changes, row)) continue;
		if (!counts(changes, rule, row)) continue;
		use(subject, changes.countingDay(subject, changes.time(row)), kind === ABANDONED, changes.fact(row));
	}
}

function counts(changes: ChangeLog, rule: CodeStreakRule, row: number): boolean {
	if (!rule.countDrafts && changes.isDraft(row) && changes.kindOf(row) === ABANDONED) return false;
	return rule.countSuperseded || changes.kindOf(row) !== ABANDONED || !changes.isSuperseded(row);
}

function isLast(changes: ChangeLog, row: number): boolean {
	const first = changes.firstOf.get(row) ?? row;
	return (changes.further.get(first) ?? []).concat(first).every((other) => changes.time(other) <= changes.time(row));
}

function troublesByChange(changes: ChangeLog, rule: CodeStreakRule): Map<number, Trouble[]> {
	const found = new Map<number, Trouble[]>();
	for (const trouble of changes.troubles) {
		if (trouble.check === null ? !rule.mergeConflicts : !rule.failedChecks) continue;
		const known = found.get(trouble.row);
		if (known === undefined) found.set(trouble.row, [trouble]);
		else known.push(trouble);
	}
	return found;
}

interface DayOfChange {
	readonly subject: number;
	/** The decision that counts on the day. */
	decision: number | null;
	/** By name of the check (null: conflict) what was last. */
	readonly last: Map<string | null, Trouble>;
}

/** Per day the last of decision, failed check and conflict counts; a check that succeeded when it ran again is no failure. */
function outcomesOf(changes: ChangeLog, rule: CodeStreakRule, first: number, troubles: readonly Trouble[], leftOut: (row: number) => boolean): Outcome[] {
	const days = new Map<number, DayOfChange>();
	const dayOf = (subject: number, instant: number): DayOfChange => {
		const day = changes.countingDay(subject, instant);
		let found = days.get(day);
		if (found === undefined) days.set(day, (found = { subject, decision: null, last: new Map() }));
		return found;
	};
	const decisions = [first, ...(changes.further.get(first) ?? [])].filter((row) => changes.kindOf(row) >= ABANDONED && (rule.reopened === 'eachDay' || isLast(changes, row)));
	const owner = changes.kindOf(first) >= OPENED ? changes.subjectOf(first) : -1;
	for (const row of decisions) if (changes.subjectOf(row) >= 0) dayOf(changes.subjectOf(row), changes.time(row)).decision = row;
	for (const trouble of troubles) {
		const subject = owner >= 0 ? owner : trouble.subject;
		if (subject < 0) continue;
		const { last } = dayOf(subject, trouble.instant);
		const known = last.get(trouble.check);
		if (known === undefined || trouble.instant > known.instant || (trouble.instant === known.instant && trouble.failed && !known.failed)) last.set(trouble.check, trouble);
	}
	const outcomes: Outcome[] = [];
	for (const [day, { subject, decision, last }] of days) {
		const decidedAt = decision === null ? Number.NEGATIVE_INFINITY : changes.time(decision);
		const failures = [...last.values()].filter(({ failed, instant }) => failed && instant > decidedAt).sort((a, b) => b.instant - a.instant || a.fact - b.fact);
		const [latest] = failures;
		if (latest !== undefined) {
			if (!leftOut(first)) outcomes.push({ subject, day, failed: true, fact: latest.fact });
		} else if (decision !== null && !leftOut(decision) && counts(changes, rule, decision)) {
			outcomes.push({ subject, day, failed: changes.kindOf(decision) !== MERGED, fact: changes.fact(decision) });
		}
	}
	return outcomes;
}
