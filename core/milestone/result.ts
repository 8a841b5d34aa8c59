import type { Judgement } from '../judgement/judgement.js';
import type { MilestoneMeasure, MilestoneOrder, MilestoneScope } from './rule.js';

/** What a milestone is now. A milestone that fired keeps `reached` or `late`; what changed since stands in its flags. */
export type MilestoneState = 'reached' | 'notYet' | 'late' | 'notAvailable';

export interface MilestoneFlags {
	/** The nth subject is another one than when the milestone fired. */
	readonly orderChanged: { readonly from: string; readonly to: string } | null;
	/** Corrections took the count below n. */
	readonly receded: boolean;
	/** A milestone that fired as late is reached now. */
	readonly metLater: boolean;
}

export const NO_FLAGS: MilestoneFlags = { orderChanged: null, receded: false, metLater: false };

/** A milestone that fired before, as a workflow keeps it. */
export interface KnownMilestone {
	readonly key: string;
	readonly state: 'reached' | 'late';
	/** Key of the nth subject when it fired, null where there was none (a late milestone, a database lock). */
	readonly nthSubject: string | null;
	readonly flags: MilestoneFlags;
}

export interface MilestoneValue {
	readonly state: MilestoneState;
	/** What is new: it fired, a flag changed, or nothing. A known milestone never fires again. */
	readonly news: 'fired' | 'flagChanged' | 'none';
	readonly study: string;
	readonly measure: MilestoneMeasure;
	readonly per: MilestoneScope;
	readonly by: MilestoneOrder;
	readonly site: string | null;
	readonly country: string | null;
	/** Subjects who satisfy the rule now; null where it is not available. */
	readonly count: number | null;
	/** Subjects wanted; null where the target is not known. */
	readonly n: number | null;
	readonly missing: number | null;
	readonly due: string | null;
	readonly nthSubject: string | null;
	readonly nthSubjectLabel: string | null;
	/** When the nth subject reached it, in the study's zone, null where no time is known. */
	readonly reachedAt: string | null;
	/** What `reachedAt` rests on: the date of the event, or the entry time in its place. */
	readonly reachedBasis: 'event' | 'entry' | 'unknown' | null;
	/** Stamp at which the record of the nth subject satisfied the rule. */
	readonly recordedAt: string | null;
	readonly tie: { readonly with: readonly string[]; readonly brokenBy: 'entry' | 'subject' } | null;
	readonly flags: MilestoneFlags;
	readonly changes: ReadonlyArray<{ readonly flag: keyof MilestoneFlags; readonly set: boolean }>;
	/** Facts the judgement rests on: the nth subject and those before. `evidence` lists at most 100 of them, the nth first. */
	readonly evidenceTotal: number;
	/** What has to be kept so that this milestone is never fired again; null while it has not fired. */
	readonly known: KnownMilestone | null;
}

export type MilestoneJudgement = Judgement<'milestone', MilestoneValue>;
