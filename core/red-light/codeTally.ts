import type { CommitRecorded } from '../git/evidence.js';
import { ABANDONED, MERGED, OPENED, type ChangeLog, type Trouble } from './changes.js';
import { Int32Column, PairIndex } from './columns.js';
import type { FactSource } from './facts.js';
import { ModuleReader, type ModuleSettings } from './modules.js';
import type { Repositories } from './repositories.js';
import type { CodeStreakRule } from './rule.js';

/** Commits to a module on a day. */
export interface ModuleCommits {
	readonly module: number;
	readonly commits: number;
}

/** A commit's modules are kept as one number each: the module, and some bits of a hash that tell most copies from others. */
const MARK_BITS = 11;
const MARKS = (1 << MARK_BITS) - 1;
/** The last module of a commit. */
const LAST = 0x8000_0000 | 0;
/** All but the first bit. */
const REST = 0x7fff_ffff;
/** The commit was read through a change: it is no copy of one. */
const OF_CHANGE = 0x8000_0000 | 0;
/** Modules from here on are kept without a mark. */
const MOST_MARKED = 1 << (31 - MARK_BITS);
/** Copies are looked for one by one up to here, with a set beyond. */
const FEW = 64;

/**
 * Commits per person, working day and module: 8 bytes for each commit and 4 for each module that it touches. Whether commits are copies of one
 * another is told by a mark, and looked up in the facts where marks are the same.
 */
export class CommitTally {
	/** Subject and working day. */
	readonly days = new PairIndex();
	readonly modules: ModuleReader;
	/** The newest commit of each day, -1 where it has none. */
	private readonly heads = new Int32Column();
	/** Per commit: where the one before of the same day stands, its fact, its modules. */
	private readonly commits = new Int32Column();
	/** Commits from here on are kept without marks. */
	private unmarkedFrom = Number.MAX_SAFE_INTEGER;
	private readonly found: number[] = [];
	private isCopy: ((fact: number) => boolean) | null = null;
	/** Entries by module of the day that was looked at last, copies among them. */
	private counts = new Int32Array(64);
	private readonly touched: number[] = [];
	private looked = -1;

	/**
	 * @param mostMarked modules from this number on are kept without a mark
	 * @throws RangeError naming a pattern that cannot be used
	 */
	constructor(
		settings: ModuleSettings,
		repositories: Repositories,
		private readonly facts: FactSource,
		private readonly mostMarked: number = MOST_MARKED,
	) {
		this.modules = new ModuleReader(settings, repositories);
	}

	accept(data: CommitRecorded, repository: number, subject: number, day: number, fact: number): void {
		if (data.paths === null) return;
		const { found, heads, commits } = this;
		const count = this.modules.read(repository, data.paths, found);
		if (count === 0) return;
		const entry = this.days.indexOf(subject, day);
		while (heads.length <= entry) heads.push(-1);
		const at = commits.push(heads.at(entry));
		commits.push(data.change === null ? fact : fact | OF_CHANGE);
		if (this.modules.places.length > this.mostMarked) this.unmarkedFrom = Math.min(this.unmarkedFrom, at);
		const marked = at < this.unmarkedFrom;
		const mark = markOf(data.contentKey);
		for (let nth = 0; nth < count; nth++) {
			const module = found[nth] ?? 0;
			const word = marked ? (module << MARK_BITS) | mark : module;
			commits.push(nth === count - 1 ? word | LAST : word);
		}
		heads.set(entry, at);
		this.looked = -1;
	}

	/** @param isCopy tells of a fact that it is a copy of work that counts already; null: none is */
	leaveOut(isCopy: ((fact: number) => boolean) | null): void {
		this.isCopy = isCopy;
	}

	/** True where some module of the day was committed to. */
	isBusy(day: number): boolean {
		const { commits } = this;
		for (let at = this.headOf(day); at >= 0; at = commits.at(at)) if (!this.isLeftOut(at)) return true;
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
		const { commits } = this;
		const found = new Map<string, number>();
		for (let at = this.headOf(day); at >= 0; at = commits.at(at)) {
			if (this.wordOf(at, module) < 0 || this.isLeftOut(at)) continue;
			const fact = this.factOf(at);
			const event = this.facts.at(fact);
			const { contentKey } = event.data as CommitRecorded;
			const known = found.get(contentKey);
			if (known === undefined || `${event.source} ${event.id}` < `${this.facts.at(known).source} ${this.facts.at(known).id}`) found.set(contentKey, fact);
		}
		return found.values();
	}

	/** Commits of a day to a module; counting ends where the limit is passed. */
	private commitsTo(day: number, module: number, limit: number): number {
		const { isCopy, commits } = this;
		const most = this.counts[module] ?? 0;
		if (isCopy === null && most === 1) return 1;
		if (most > FEW) return this.manyCommitsTo(day, module, limit);
		const marks: number[] = [];
		const facts: number[] = [];
		for (let at = this.headOf(day); at >= 0 && facts.length <= limit; at = commits.at(at)) {
			const word = this.wordOf(at, module);
			if (word < 0) continue;
			const fact = this.factOf(at);
			const mark = at < this.unmarkedFrom ? word & MARKS : -1;
			if (this.isAmong(marks, facts, mark, fact) || this.isLeftOut(at)) continue;
			marks.push(mark);
			facts.push(fact);
		}
		return facts.length;
	}

	private manyCommitsTo(day: number, module: number, limit: number): number {
		const { commits } = this;
		const keys = new Set<string>();
		for (let at = this.headOf(day); at >= 0 && keys.size <= limit; at = commits.at(at)) {
			if (this.wordOf(at, module) >= 0 && !this.isLeftOut(at)) keys.add(this.keyOf(this.factOf(at)));
		}
		return keys.size;
	}

	private factOf(at: number): number {
		return this.commits.at(at + 1) & REST;
	}

	/** Asks the facts only of commits that may be copies. */
	private isLeftOut(at: number): boolean {
		return this.isCopy !== null && this.commits.at(at + 1) >= 0 && this.isCopy(this.factOf(at));
	}

	private isAmong(marks: readonly number[], facts: readonly number[], mark: number, fact: number): boolean {
		for (let at = 0; at < marks.length; at++) {
			const other = marks[at] ?? -1;
			if ((other === mark || other < 0 || mark < 0) && this.keyOf(facts[at] ?? 0) === this.keyOf(fact)) return true;
		}
		return false;
	}

	private keyOf(fact: number): string {
		return (this.facts.at(fact).data as CommitRecorded).contentKey;
	}

	private look(day: number): void {
		if (this.looked === day) return;
		const { touched, commits } = this;
		for (const module of touched) this.counts[module] = 0;
		touched.length = 0;
		if (this.counts.length < this.modules.places.length) this.counts = new Int32Array(this.modules.places.length * 2);
		const { counts } = this;
		for (let at = this.headOf(day); at >= 0; at = commits.at(at)) {
			const shift = at < this.unmarkedFrom ? MARK_BITS : 0;
			let word = 0;
			for (let nth = at + 2; word >= 0; nth++) {
				word = commits.at(nth);
				const module = (word & REST) >>> shift;
				const count = (counts[module] ?? 0) + 1;
				counts[module] = count;
				if (count === 1) touched.push(module);
			}
		}
		this.looked = day;
	}

	/** What is kept of a commit's module, -1 where it does not touch it. */
	private wordOf(at: number, module: number): number {
		const { commits } = this;
		const shift = at < this.unmarkedFrom ? MARK_BITS : 0;
		for (let nth = at + 2; ; nth++) {
			const word = commits.at(nth);
			if ((word & REST) >>> shift === module) return word & REST;
			if (word < 0) return -1;
		}
	}

	private headOf(day: number): number {
		return day < this.heads.length ? this.heads.at(day) : -1;
	}
}

/** The last characters of a key differ most: keys of copies are the same as a whole. */
function markOf(key: string): number {
	const { length } = key;
	if (length < 6) return length;
	const mixed = Math.imul(key.charCodeAt(length - 1) + (key.charCodeAt(length - 2) << 5) + (key.charCodeAt(length - 3) << 10) + (key.charCodeAt(length - 4) << 15) + (key.charCodeAt(length - 5) << 20), 0x9e3779b1);
	return (mixed >>> 16) & MARKS;
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
		use(subject, changes.countingDayOf(row), kind === ABANDONED, changes.fact(row));
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
