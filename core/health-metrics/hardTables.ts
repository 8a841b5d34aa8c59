import { countIn, flagIn, NO_TIME_GIVEN, NOT_GIVEN, ODD, textIn } from './fields.js';
import { hashOf, TextNumbers, type PairNumbers } from './numbers.js';
import type { Places } from './places.js';
import { FORMAL_CHANGES, GOAL_CHANGES } from './rows.js';
import type { RowSource } from './source.js';
import { LogTable, RowTable } from './table.js';

/* Columns of the kinds of rows that come by the million. */

type Fields = Readonly<Record<string, unknown>>;

const UNREAD = Number.NaN;

export const CREATED = GOAL_CHANGES.indexOf('created');
export const CANCELLED = GOAL_CHANGES.indexOf('cancelled');
export const COMPLETED = GOAL_CHANGES.indexOf('completed');
const CHANGE_NUMBERS = new Map<unknown, number>(GOAL_CHANGES.map((change, index) => [change, index]));
const FORMAL = GOAL_CHANGES.map((change) => (FORMAL_CHANGES as readonly string[]).includes(change));

/** Bits of a goal's change beside its number. */
const CHANGE_MASK = 15;
const APPROVED = 16;
const STATED = 32;
const HASH_STEP = 64;
const HASH_MASK = ~(HASH_STEP - 1);

export class GoalTable extends LogTable {
	readonly places: Int32Array;
	/** Change, whether it was approved and stated, and above these bits a hash of the approval: 0 where none is named. */
	private readonly marks: Int32Array;

	constructor(
		from: RowSource,
		private readonly people: Places,
	) {
		super(from, 'goal');
		this.places = new Int32Array(this.length);
		this.marks = new Int32Array(this.length);
	}

	changeOf(slot: number): number {
		return (this.marks[slot] ?? 0) & CHANGE_MASK;
	}

	isApproved(slot: number): boolean {
		return ((this.marks[slot] ?? 0) & APPROVED) !== 0;
	}

	isFormal(slot: number): boolean {
		return FORMAL[this.changeOf(slot)] === true;
	}

	/** Reason and approver are given. */
	isStated(slot: number): boolean {
		return ((this.marks[slot] ?? 0) & STATED) !== 0;
	}

	/** The same for the same approval; 0 where none is named. */
	approvalHash(slot: number): number {
		return (this.marks[slot] ?? 0) & HASH_MASK;
	}

	approvalOf(slot: number): string {
		const { approval } = this.from.record(this.rowOf(slot));
		return textIn(approval) ?? String(approval).trim();
	}

	protected write(record: Fields, slot: number, readBefore: boolean): number {
		const goal = textIn(record['goal']);
		const person = textIn(record['person']);
		const team = textIn(record['team']);
		const department = textIn(record['department']);
		const approval = textIn(record['approval']);
		const reason = textIn(record['reason']);
		const approver = textIn(record['approver']);
		const change = CHANGE_NUMBERS.get(record['change']);
		const status = statusIn(record['status']);
		if (!goal || !person || team === null || department === null || approval === null || reason === null || approver === null || change === undefined || status < 0) return UNREAD;
		this.places[slot] = this.people.reference(person, team, department);
		const hash = approval === '' || FORMAL[change] !== true ? 0 : hashOf(approval) & HASH_MASK || HASH_STEP;
		this.marks[slot] = hash | change | (status === 1 ? APPROVED : 0) | (reason !== '' && approver !== '' ? STATED : 0);
		this.link(slot, goal);
		return given(this.from.times.timeIn(record['at'], readBefore));
	}
}

/** 1 approved, 0 otherwise, -1 for what is none. */
function statusIn(raw: unknown): number {
	if (raw === undefined || raw === null || raw === '' || raw === 'approved') return 1;
	return raw === 'rejected' || raw === 'draft' ? 0 : -1;
}

/** A time that must be there. */
function given(time: number): number {
	return time === NO_TIME_GIVEN ? UNREAD : time;
}

/** Bits of a talk. */
const HELD = 1;
const NO_MINUTES = 2;
const VIEWED = 4;

export class TalkTable extends RowTable {
	readonly places: Int32Array;
	/** Manager and employee. */
	readonly pairs: Int32Array;
	readonly ends: Float64Array;
	readonly citations: Int32Array;
	/** Some talk says how often its data was viewed. */
	viewsKnown = false;
	private readonly marks: Uint8Array;

	constructor(
		from: RowSource,
		private readonly people: Places,
		private readonly pairNumbers: PairNumbers,
	) {
		super(from, 'talk');
		this.places = new Int32Array(this.length);
		this.pairs = new Int32Array(this.length);
		this.ends = new Float64Array(this.length);
		this.citations = new Int32Array(this.length);
		this.marks = new Uint8Array(this.length);
	}

	wasHeld(slot: number): boolean {
		return ((this.marks[slot] ?? 0) & HELD) !== 0;
	}

	hasNoMinutes(slot: number): boolean {
		return ((this.marks[slot] ?? 0) & NO_MINUTES) !== 0;
	}

	wasViewed(slot: number): boolean {
		return ((this.marks[slot] ?? 0) & VIEWED) !== 0;
	}

	protected write(record: Fields, slot: number, readBefore: boolean): number {
		const manager = textIn(record['manager']);
		const employee = textIn(record['employee']);
		const team = textIn(record['team']);
		const department = textIn(record['department']);
		const held = flagIn(record['held']);
		const minutes = flagIn(record['minutes']);
		const citations = countIn(record['citations']);
		const views = countIn(record['views']);
		const at = given(this.from.times.timeIn(record['at'], readBefore));
		const end = this.from.times.timeIn(record['end'], readBefore);
		if (!manager || !employee || team === null || department === null || held === ODD || minutes === ODD || citations === ODD || views === ODD || !(end >= at)) return UNREAD;
		this.places[slot] = this.people.reference(manager, team, department);
		this.pairs[slot] = this.pairNumbers.numberOf(this.people.personNumber(manager), this.people.personNumber(employee));
		this.ends[slot] = end === NO_TIME_GIVEN ? at : end;
		this.citations[slot] = Math.max(0, citations);
		this.marks[slot] = (held === 0 ? 0 : HELD) | (minutes === 0 || (minutes === NOT_GIVEN && citations === NOT_GIVEN) ? NO_MINUTES : 0) | (views > 0 ? VIEWED : 0);
		if (views !== NOT_GIVEN) this.viewsKnown = true;
		return at;
	}
}

export class ViewTable extends RowTable {
	/** Viewer and the person viewed. */
	readonly pairs: Int32Array;

	constructor(
		from: RowSource,
		private readonly people: Places,
		private readonly pairNumbers: PairNumbers,
	) {
		super(from, 'view');
		this.pairs = new Int32Array(this.length);
	}

	protected write(record: Fields, slot: number, readBefore: boolean): number {
		const viewer = textIn(record['viewer']);
		const about = textIn(record['about']);
		if (!viewer || !about || textIn(record['team']) === null || textIn(record['department']) === null) return UNREAD;
		this.pairs[slot] = this.pairNumbers.numberOf(this.people.personNumber(viewer), this.people.personNumber(about));
		return given(this.from.times.timeIn(record['at'], readBefore));
	}
}

/** What became of a suggestion as of the time of the run. */
export const ADOPTED = 0;
export const PARTLY_ADOPTED = 1;
export const REJECTED = 2;
export const ACCEPTED_UNCHANGED = 3;
export const UNANSWERED = 4;
/** From here on it is left out, for the reason of this place. */
export const LEFT_OUT = 5;
export const LEFT_OUT_REASONS = ['notExplicit', 'withdrawn', 'duplicate', 'samePerson', 'sameRole', 'notYetDue'] as const;

export class SuggestionTable extends RowTable {
	readonly places: Int32Array;
	readonly outcomes: Uint8Array;

	/** @param maturity milliseconds until a suggestion is due */
	constructor(
		from: RowSource,
		private readonly people: Places,
		private readonly asOf: number,
		private readonly maturity: number,
	) {
		super(from, 'suggestion');
		this.places = new Int32Array(this.length);
		this.outcomes = new Uint8Array(this.length);
	}

	protected write(record: Fields, slot: number, readBefore: boolean): number {
		const { times } = this.from;
		const author = textIn(record['author']);
		const authorRole = textIn(record['authorRole']);
		const person = textIn(record['person']);
		const ownerRole = textIn(record['ownerRole']);
		const team = textIn(record['team']);
		const department = textIn(record['department']);
		const change = textIn(record['change']);
		const duplicateOf = textIn(record['duplicateOf']);
		const explicit = flagIn(record['explicit']);
		const partly = flagIn(record['partly']);
		const at = given(times.timeIn(record['at'], readBefore));
		const acceptedAt = times.timeIn(record['acceptedAt'], readBefore);
		const changedAt = times.timeIn(record['changedAt'], readBefore);
		const rejectedAt = times.timeIn(record['rejectedAt'], readBefore);
		const withdrawnAt = times.timeIn(record['withdrawnAt'], readBefore);
		if (!author || !authorRole || !person || !ownerRole || team === null || department === null || change === null || duplicateOf === null || explicit === ODD || partly === ODD) return UNREAD;
		if (Number.isNaN(acceptedAt + changedAt + rejectedAt + withdrawnAt)) return UNREAD;
		this.places[slot] = this.people.reference(person, team, department);
		const { asOf } = this;
		const reason =
			explicit === 0 ? 0 : withdrawnAt <= asOf ? 1 : duplicateOf !== '' ? 2 : author === person ? 3 : authorRole === ownerRole ? 4 : at + this.maturity > asOf ? 5 : -1;
		// Accepted, and a later change refers to it.
		const adopted = acceptedAt <= asOf && change !== '' && changedAt <= asOf && changedAt >= at;
		this.outcomes[slot] = reason >= 0 ? LEFT_OUT + reason : adopted ? (partly === 1 ? PARTLY_ADOPTED : ADOPTED) : rejectedAt <= asOf ? REJECTED : acceptedAt <= asOf ? ACCEPTED_UNCHANGED : UNANSWERED;
		return at;
	}
}

export class StageTable extends LogTable {
	readonly places: Int32Array;
	/** Stage × 2, and 1 where it rests there. */
	readonly stages: Int32Array;
	readonly stageNames = new TextNumbers();

	constructor(
		from: RowSource,
		private readonly people: Places,
	) {
		super(from, 'stage');
		this.places = new Int32Array(this.length);
		this.stages = new Int32Array(this.length);
	}

	protected write(record: Fields, slot: number, readBefore: boolean): number {
		const item = textIn(record['item']);
		const stage = textIn(record['stage']);
		const person = textIn(record['person']);
		const team = textIn(record['team']);
		const department = textIn(record['department']);
		const final = flagIn(record['final']);
		if (!item || !stage || person === null || team === null || department === null || final === ODD) return UNREAD;
		this.places[slot] = this.people.reference(person, team, department);
		this.stages[slot] = this.stageNames.numberOf(stage) * 2 + (final === 1 ? 1 : 0);
		this.link(slot, item);
		return given(this.from.times.timeIn(record['at'], readBefore));
	}
}
