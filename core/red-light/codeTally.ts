import type { CommitRecorded } from '../git/evidence.js';
import { ABANDONED, MERGED, OPENED, type ChangeLog, type Trouble } from './changes.js';
import { Int32Column, PairIndex, Postings, shortHash } from './columns.js';
import type { FactSource } from './facts.js';
import { ModuleReader, type ModuleSettings } from './modules.js';
import type { CodeStreakRule } from './rule.js';

/** Commits of a cell that are compared two by two. */
const MANY = 64;

/** Commits per person, working day and module: 12 bytes for each module that a commit touches. */
export class CommitTally {
	/** Subject and working day. */
	readonly days = new PairIndex();
	readonly modules: ModuleReader;
	/** Day and module. */
	readonly cells = new PairIndex();
	private readonly postings = new Postings();
	private readonly found: number[] = [];
	private readonly counted = new Map<number, number>();
	private copies: ReadonlySet<number> = new Set();
	/** Cells of each day: first, and for each cell the next. */
	private heads = new Int32Column();
	private next = new Int32Column();

	/** @throws RangeError naming a pattern that cannot be used */
	constructor(
		settings: ModuleSettings,
		private readonly facts: FactSource,
	) {
		this.modules = new ModuleReader(settings);
	}

	accept(data: CommitRecorded, subject: number, day: number, fact: number): void {
		if (data.paths === null) return;
		const { found } = this;
		const count = this.modules.read(data.repository, data.paths, found);
		if (count === 0) return;
		const subjectDay = this.days.indexOf(subject, day);
		const mark = shortHash(data.contentKey);
		for (let at = 0; at < count; at++) this.postings.add(this.cells.indexOf(subjectDay, found[at] ?? 0), fact, mark);
	}

	/** Makes the cells of a day quick to find. */
	index(): void {
		this.heads = new Int32Column();
		this.next = new Int32Column();
		for (let day = 0; day < this.days.size; day++) this.heads.push(-1);
		for (let cell = 0; cell < this.cells.size; cell++) {
			const day = this.cells.first.at(cell);
			this.next.push(this.heads.at(day));
			this.heads.set(day, cell);
		}
	}

	*cellsOf(day: number): Generator<number> {
		if (day >= this.heads.length) return;
		for (let cell = this.heads.at(day); cell >= 0; cell = this.next.at(cell)) yield cell;
	}

	/** Facts that are copies of work that counts already. */
	leaveOut(copies: ReadonlySet<number>): void {
		this.copies = copies;
		this.counted.clear();
	}

	/** True where some module of the day was committed to. */
	isBusy(day: number): boolean {
		if (this.copies.size === 0) return this.atMost(day) > 0;
		for (const cell of this.cellsOf(day)) if (this.count(cell) > 0) return true;
		return false;
	}

	/** No fewer commits than any module of the day has. */
	atMost(day: number): number {
		if (day >= this.heads.length) return 0;
		let most = 0;
		for (let cell = this.heads.at(day); cell >= 0; cell = this.next.at(cell)) most = Math.max(most, this.postings.atMost(cell));
		return most;
	}

	cellAtMost(cell: number): number {
		return this.postings.atMost(cell);
	}

	/** Commits of a cell, copies of one commit once. */
	count(cell: number): number {
		const most = this.postings.atMost(cell);
		if (most < 2 && this.copies.size === 0) return most;
		let count = this.counted.get(cell);
		if (count === undefined) this.counted.set(cell, (count = this.countDistinct(cell, most)));
		return count;
	}

	/** Facts of a cell, of the copies of one commit the one with the smallest id. */
	factsOf(cell: number): Iterable<number> {
		return this.distinct(cell).values();
	}

	/** Only facts with the same mark are read again: copies are few. */
	private countDistinct(cell: number, most: number): number {
		const { postings } = this;
		if (this.copies.size > 0 || most > MANY) return this.distinct(cell).size;
		for (let entry = postings.headOf(cell); entry >= 0; entry = postings.before(entry)) {
			const mark = postings.markAt(entry);
			for (let other = postings.before(entry); other >= 0; other = postings.before(other)) if (postings.markAt(other) === mark) return this.distinct(cell).size;
		}
		return most;
	}

	private distinct(cell: number): Map<string, number> {
		const found = new Map<string, number>();
		for (const fact of this.postings.of(cell)) {
			if (this.copies.has(fact)) continue;
			const event = this.facts.at(fact);
			const { contentKey } = event.data as CommitRecorded;
			const known = found.get(contentKey);
			if (known === undefined || `${event.source} ${event.id}` < `${this.facts.at(known).source} ${this.facts.at(known).id}`) found.set(contentKey, fact);
		}
		return found;
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

/** Hands over every outcome that a rule counts, and pauses in between. Source: spec S6, "Merge failure rate of a day". */
export function* eachOutcome(changes: ChangeLog, rule: CodeStreakRule, leftOut: (row: number) => boolean, use: (subject: number, day: number, failed: boolean, fact: number) => void): Generator<null> {
	const troubled = rule.failedChecks || rule.mergeConflicts ? troublesByChange(changes, rule) : null;
	for (let from = 0; from < changes.rows; from += SLICE) {
		decisions(changes, rule, from, Math.min(changes.rows, from + SLICE), troubled, leftOut, use);
		yield null;
	}
	if (troubled === null) return;
	for (const [first, troubles] of troubled) for (const { subject, day, failed, fact } of outcomesOf(changes, rule, first, troubles, leftOut)) use(subject, day, failed, fact);
}

function decisions(changes: ChangeLog, rule: CodeStreakRule, from: number, to: number, troubled: ReadonlyMap<number, unknown> | null, leftOut: (row: number) => boolean, use: (subject: number, day: number, failed: boolean, fact: number) => void): void {
	for (let row = from; row < to; row++) {
		const kind = changes.kindOf(row);
		if (kind < ABANDONED) continue;
		const subject = changes.subjectOf(row);
		if (subject < 0 || leftOut(row)) continue;
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
