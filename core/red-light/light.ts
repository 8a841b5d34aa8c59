import type { AppliedRule, BilingualText, Judgement } from '../judgement/judgement.js';
import type { RuleKind } from './rule.js';

export type Colour = 'red' | 'yellow' | 'green';

/**
 * `new`: red for the first time, to be delivered. `known`: red and delivered before. `onTheWay`: yellow. `clear`: green.
 * `out`: was red when it was last judged and is red no more.
 */
export type LightState = 'new' | 'known' | 'onTheWay' | 'clear' | 'out';

/** Why a colour says less than it seems: too few facts (样本不足), or a year's notice is not out (日历未公布). */
export type Grey = 'tooFew' | 'calendarMissing';

/** What a day contributed, as far as the kind of rule has it. */
export interface LightDay {
	/** Working day, `2026-03-02`; facts of days off before it count with it. */
	readonly date: string;
	/** The condition held. */
	readonly holds: boolean;
	/** S6: which of A and B held. */
	readonly by?: ReadonlyArray<'A' | 'B'>;
	readonly decided?: number;
	readonly failed?: number;
	/** `66.7%`, null where nothing was decided. */
	readonly failureRate?: string | null;
	/** Commits by module, most first; at most 5. */
	readonly modules?: ReadonlyArray<{ readonly repository: string; readonly module: string; readonly commits: number }>;
	/** Of a rule of kind `generic`: the figure of the day and how many facts it rests on. */
	readonly figure?: number | null;
	readonly sample?: number;
}

/** A stretch of days on which the light was red. */
export interface Episode {
	readonly firstDay: string;
	readonly lastDay: string;
	readonly days: number;
}

export interface LightValue {
	readonly light: Colour;
	readonly state: LightState;
	readonly grey: Grey | null;
	readonly kind: RuleKind;
	/** Whom or what the light is about, as people see it. */
	readonly subjectName: string;
	/** Id of the person in the HR directory; null: an account that nobody is known for, or no person at all. */
	readonly personId: string | null;
	/** False where the account could not be joined to a person. */
	readonly joined: boolean;
	/** Consecutive working days up to now on which the condition held; for other kinds the figure that counts. */
	readonly streak: number;
	/** The figure in a few words for a column of a table. */
	readonly figure: BilingualText;
	/** First day of the stretch that goes on, null where the light is green. */
	readonly firstDay: string | null;
	readonly lastDay: string | null;
	/** Moment of the judgement that saw this light red first; null where it is not red. */
	readonly firstSeen: string | null;
	readonly days: readonly LightDay[];
	/** Stretches of red in all the evidence, the newest 20; S6 and consecutive days only. */
	readonly episodes: readonly Episode[];
	/** Records that the light rests on, of which the newest {@link EVIDENCE_LIMIT} are listed. */
	readonly evidenceCount: number;
	/** S7: the page and what was found on it. */
	readonly page: { readonly page: string; readonly space: string | null; readonly title: string | null; readonly url: string | null } | null;
	/** S7: the sentences of a comment, with the documents they name. */
	readonly sentences: ReadonlyArray<{ readonly sentence: string; readonly document: string | null; readonly verdict: 'red' | 'yellow'; readonly patterns: readonly string[]; readonly reason: BilingualText }>;
}

/** Who decided what to make of a light; no light feeds a score by itself. Source: spec S7, domain reference 9. */
export interface HumanDecision {
	readonly by: string;
	/** RFC 3339 */
	readonly at: string;
	readonly decision: string;
	readonly reason: string;
}

/** States of an objection: filed 已提交, under review 复核中, upheld 成立, rejected 不成立, withdrawn 已撤回. */
export const OBJECTION_STATES = ['filed', 'underReview', 'upheld', 'rejected', 'withdrawn'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

export interface Objection {
	readonly state: ObjectionState;
	/** RFC 3339 */
	readonly filedAt: string;
	readonly reason: string;
	/** Local date until which it is to be answered; null where the calendar is missing. */
	readonly deadline: string | null;
	readonly deadlineProvisional: boolean;
	readonly decidedBy: string | null;
	readonly decidedAt: string | null;
}

/** Who may see a light about a person: the person, and whom it is sent to. `core/visibility` holds the rule. */
export interface LightAudience {
	/** `person`: only those named in `persons`. `open`: everybody who may see the workflow. */
	readonly level: 'person' | 'open';
	readonly persons: ReadonlyArray<{ readonly personId: string; readonly as: 'person' | 'mentor' | 'teamLead' }>;
}

/** A light: a judgement that calls for help by a person, and never a score. */
export interface RedLight extends Judgement<'redLight', LightValue> {
	readonly rule: AppliedRule;
	readonly audience: LightAudience;
	/** Null until a person has decided. */
	readonly humanDecision: HumanDecision | null;
	/** Null until the person concerned objects. */
	readonly objection: Objection | null;
}
