import type { ChangeAbandoned, ChangeMerged, ChangePlace } from '../git/evidence.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import { Int32Column, shortHash } from './columns.js';
import { compareText, type FactSource } from './facts.js';
import type { CountingDays, Subjects } from './subjects.js';

/** How a change stands by one of its facts, in the order in which facts of one moment win. */
export const OPENED = 1;
export const ABANDONED = 2;
export const MERGED = 3;

const KIND = 3;
const DRAFT = 4;
const SUPERSEDED = 8;
const BOT = 16;
const HAS_COMMITS = 32;
const WHO = 6;

/** Direct look-up by number up to here, however few changes a repository has. */
const DENSE = 4096;
const FILTER_BITS = 23;

interface RepositoryRows {
	/** Row + 1 by number of the change. */
	direct: Int32Array;
	readonly others: Map<string, number>;
	count: number;
}

/** Something that went wrong with a change besides its decision: a check that ended, a conflict that was seen. */
export interface Trouble {
	readonly row: number;
	/** -1 where the source does not say whose change it is. */
	readonly subject: number;
	readonly instant: number;
	/** Name of the check; null for a conflict. */
	readonly check: string | null;
	readonly failed: boolean;
	readonly fact: number;
}

/**
 * Where the changes of all repositories stand: per change the last decision of each day, 20 bytes a change. The order of the facts makes
 * no difference, nor does a repeat.
 */
export class ChangeLog {
	/** Local day of what is known of each row; its exact moment stands in the fact, and few are asked for. */
	private readonly days = new Int32Column();
	/** Four numbers a row: who and how, its fact, the short hash of the commit it came from and of what it became (0: unknown). */
	private readonly numbers = new Int32Column();
	/** By number of the repository. */
	private readonly repositories: RepositoryRows[] = [];
	/** Further days on which a change was decided: first row → rows. */
	readonly further = new Map<number, number[]>();
	readonly firstOf = new Map<number, number>();
	readonly troubles: Trouble[] = [];
	private replaced: ReadonlySet<number> | null = null;

	constructor(
		private readonly facts: FactSource,
		private readonly subjects: Subjects,
		private readonly dayOf: (instant: number) => number,
	) {}

	get rows(): number {
		return this.days.length;
	}

	accept(kind: typeof OPENED | typeof ABANDONED | typeof MERGED, repository: number, data: ChangePlace, subject: number, instant: number, fact: number): void {
		const row = this.rowOf(repository, data.change);
		const before = this.state(row) & KIND;
		if (before === 0 || (before === OPENED && kind !== OPENED)) this.write(row, kind, data, subject, instant, fact);
		else if (kind === OPENED) {
			if (before === OPENED && this.wins(row, kind, instant, fact)) this.write(row, kind, data, subject, instant, fact);
		} else this.decide(row, kind, data, subject, instant, fact);
		this.replaced = null;
	}

	/** A commit was read through the change: the commit it became on its target branch is a copy. */
	markCommits(repository: number, change: string): void {
		const row = this.rowOf(repository, change);
		this.numbers.set(row * 4, this.state(row) | HAS_COMMITS);
	}

	/** Row of a change; made where nothing else is known of it. */
	rowOf(repository: number, change: string): number {
		const rows = (this.repositories[repository] ??= { direct: new Int32Array(64), others: new Map(), count: 0 });
		const number = numberOf(change);
		if (number < rows.direct.length) {
			const row = (rows.direct[number] ?? 0) - 1;
			if (row >= 0) return row;
			const added = this.add(rows);
			rows.direct[number] = added + 1;
			return added;
		}
		if (number < Math.max(DENSE, rows.count * 4)) {
			this.widen(rows, number);
			return this.rowOf(repository, change);
		}
		let row = rows.others.get(change);
		if (row === undefined) rows.others.set(change, (row = this.add(rows)));
		return row;
	}

	/** Epoch milliseconds, read from the fact: only of a row that has one. */
	time(row: number): number {
		return parseRfc3339(this.facts.at(this.fact(row)).time ?? '');
	}

	/** The working day that a row's fact counts with. */
	countingDayOf(row: number): number {
		return this.daysOf(this.subjectOf(row)).of(this.days.at(row));
	}

	fact(row: number): number {
		return this.numbers.at(row * 4 + 1);
	}

	kindOf(row: number): number {
		return this.state(row) & KIND;
	}

	/** -1: the author's account was deleted. */
	subjectOf(row: number): number {
		return (this.state(row) >> WHO) - 1;
	}

	isDraft(row: number): boolean {
		return (this.state(row) & DRAFT) !== 0;
	}

	isBot(row: number): boolean {
		return (this.state(row) & BOT) !== 0;
	}

	/** Closed because another change has taken its place: it says so, or another has the same last commit and was merged or opened later. */
	isSuperseded(row: number): boolean {
		if ((this.state(row) & SUPERSEDED) !== 0) return true;
		this.replaced ??= this.findReplaced();
		return this.replaced.has(row);
	}

	/** True for a merged change whose own commits were read too, and of which is known what it became. */
	isSquashed(row: number): boolean {
		return this.mergedAs(row) !== 0 && (this.state(this.firstOf.size === 0 ? row : (this.firstOf.get(row) ?? row)) & HAS_COMMITS) !== 0;
	}

	/** Short hash of the commit that it became, 0 where that is not known. */
	mergedAs(row: number): number {
		return this.numbers.at(row * 4 + 3);
	}

	private state(row: number): number {
		return this.numbers.at(row * 4);
	}

	private head(row: number): number {
		return this.numbers.at(row * 4 + 2);
	}

	private add(rows: RepositoryRows): number {
		rows.count++;
		return this.addRow();
	}

	private addRow(): number {
		for (let field = 0; field < 4; field++) this.numbers.push(0);
		return this.days.push(0);
	}

	private widen(rows: RepositoryRows, number: number): void {
		const direct = new Int32Array(Math.max(number + 1, Math.ceil(rows.direct.length * 1.5)));
		direct.set(rows.direct);
		for (const [change, row] of rows.others) {
			const other = numberOf(change);
			if (other >= direct.length) continue;
			direct[other] = row + 1;
			rows.others.delete(change);
		}
		rows.direct = direct;
	}

	private write(row: number, kind: number, data: ChangePlace, subject: number, instant: number, fact: number): void {
		let state = (this.state(row) & HAS_COMMITS) | kind | ((subject + 1) << WHO);
		if (data.draft) state |= DRAFT;
		if (data.author !== null && data.author.bot) state |= BOT;
		if (kind === ABANDONED && (data as ChangeAbandoned).supersededBy !== null) state |= SUPERSEDED;
		const sha = data.head === null ? null : data.head.sha;
		const merged = kind === MERGED ? (data as ChangeMerged).mergedAs : null;
		this.days.set(row, this.dayOf(instant));
		this.numbers.setFour(row * 4, state, fact, sha === null ? 0 : shortHash(sha), merged === null ? 0 : shortHash(merged));
	}

	/** Of several decisions on one day the last one counts; decisions of other days stay. */
	private decide(first: number, kind: number, data: ChangePlace, subject: number, instant: number, fact: number): void {
		const day = this.countingDay(subject, instant);
		const further = this.further.get(first);
		for (const row of further === undefined ? [first] : [first, ...further]) {
			if (this.countingDayOf(row) !== day) continue;
			if (this.wins(row, kind, instant, fact)) this.write(row, kind, data, subject, instant, fact);
			return;
		}
		const added = this.addRow();
		this.write(added, kind, data, subject, instant, fact);
		this.firstOf.set(added, first);
		if (further === undefined) this.further.set(first, [added]);
		else further.push(added);
	}

	/** The working day that something of a subject at an instant counts with. */
	countingDay(subject: number, instant: number): number {
		return this.daysOf(subject).of(this.dayOf(instant));
	}

	private daysOf(subject: number): CountingDays {
		return subject < 0 ? this.subjects.shared : this.subjects.at(subject).days;
	}

	private wins(row: number, kind: number, instant: number, fact: number): boolean {
		const before = this.time(row);
		if (instant !== before) return instant > before;
		const kindBefore = this.state(row) & KIND;
		if (kind !== kindBefore) return kind > kindBefore;
		const known = this.facts.at(this.fact(row));
		const given = this.facts.at(fact);
		return compareText(`${given.source} ${given.id}`, `${known.source} ${known.id}`) < 0;
	}

	private findReplaced(): ReadonlySet<number> {
		// Two passes over 32-bit hashes find the few that occur twice; only those are compared as texts.
		const once = new Uint8Array(1 << (FILTER_BITS - 3));
		const twice = new Uint8Array(1 << (FILTER_BITS - 3));
		for (let row = 0; row < this.rows; row++) {
			const hash = this.head(row);
			if (hash === 0) continue;
			const bit = hash & ((1 << FILTER_BITS) - 1);
			if (((once[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0) twice[bit >> 3] = (twice[bit >> 3] ?? 0) | (1 << (bit & 7));
			else once[bit >> 3] = (once[bit >> 3] ?? 0) | (1 << (bit & 7));
		}
		const groups = new Map<number, number[]>();
		for (let row = 0; row < this.rows; row++) {
			const hash = this.head(row);
			const bit = hash & ((1 << FILTER_BITS) - 1);
			if (hash === 0 || ((twice[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
			const group = groups.get(hash);
			if (group === undefined) groups.set(hash, [row]);
			else group.push(row);
		}
		const replaced = new Set<number>();
		for (const group of groups.values()) {
			if (group.length < 2 || !group.some((row) => this.kindOf(row) === ABANDONED)) continue;
			for (const row of group) if (this.kindOf(row) === ABANDONED && group.some((other) => this.takesPlaceOf(other, row))) replaced.add(row);
		}
		return replaced;
	}

	private takesPlaceOf(other: number, row: number): boolean {
		if (other === row) return false;
		const { source, data: place } = this.facts.at(this.fact(other));
		const taken = this.facts.at(this.fact(row));
		const by = place as ChangePlace;
		const of = taken.data as ChangePlace;
		if (source !== taken.source || by.repository !== of.repository || by.change === of.change || by.head?.sha !== of.head?.sha) return false;
		return this.kindOf(other) === MERGED || compareNumbers(by.change, of.change) > 0;
	}
}

/** Whole number that a text is, else one that is larger than any that is looked up directly. */
function numberOf(text: string): number {
	const { length } = text;
	if (length === 0 || length > 8) return Number.MAX_SAFE_INTEGER;
	let number = 0;
	for (let at = 0; at < length; at++) {
		const digit = text.charCodeAt(at) - 48;
		if (digit < 0 || digit > 9 || (at === 0 && digit === 0)) return Number.MAX_SAFE_INTEGER;
		number = number * 10 + digit;
	}
	return number;
}

function compareNumbers(a: string, b: string): number {
	return a.length === b.length || !/^\d+$/.test(a) || !/^\d+$/.test(b) ? compareText(a, b) : a.length - b.length;
}
