import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { BilingualText } from '../judgement/judgement.js';
import type { Fraction } from './fraction.js';
import type { GoalPeriod } from './period.js';

/* The rows of dual-track mapping as the rules read them. Source: spec S4, S5; domain reference 7. */

/** What every row has. */
interface Entry {
	/** As entered; where none was, made of the name (and the parent goal). */
	readonly id: string;
	readonly name: string;
	readonly evidence: EvidenceReference;
}

export interface GoalEntry extends Entry {
	readonly kind: 'goal';
	/** Id or name of the parent goal as entered; null: a goal at the top. */
	readonly parent: string | null;
	readonly owner: string | null;
	/** Percent of the parent goal; null where none was entered. */
	readonly weight: Fraction | null;
	readonly target: string | null;
	readonly unit: string | null;
}

export interface ActionEntry extends Entry {
	readonly kind: 'action';
	readonly parent: string | null;
	readonly owner: string | null;
	readonly weight: Fraction | null;
	readonly stage: string | null;
	/** Percent, 0 or more; null: not reported, which is not 0. */
	readonly progress: Fraction | null;
}

export interface StageEntry {
	readonly kind: 'stage';
	readonly id: string;
	readonly name: BilingualText;
	/** Further spellings. */
	readonly words: readonly string[];
	/** Place in the flow. */
	readonly order: number;
	/** Null for a stage of the settings. */
	readonly evidence: EvidenceReference | null;
}

/** So many points of change release so much capacity, linear within the range and unknown beyond. */
export interface LeverEntry extends Entry {
	readonly kind: 'lever';
	readonly plannedChange: Fraction | null;
	/** The change for which the release is stated; null where it is missing. */
	readonly perChange: Fraction | null;
	/** Percent of today's capacity, below 0 for what it needs. */
	readonly released: Fraction | null;
	readonly rangeFrom: Fraction;
	readonly rangeTo: Fraction | null;
	readonly unit: string | null;
}

/** Additional demand in percent of today's capacity. */
export interface DemandEntry extends Entry {
	readonly kind: 'demand';
	readonly demand: Fraction;
}

/** Process-health index of a buffer goal in a period. */
export interface IndexEntry extends Entry {
	readonly kind: 'index';
	readonly goal: string;
	/** Null: of the whole flow. */
	readonly stage: string | null;
	readonly period: GoalPeriod;
	/** Null: not measured. */
	readonly value: Fraction | null;
	readonly cases: number | null;
	/** Cases still open, counted with their age so far, so that the value is a lower bound. */
	readonly openCases: number;
	readonly closed: boolean;
	/** Baseline as it was fixed when the period began; null: it is made of the rows. */
	readonly baseline: Fraction | null;
	/** Null: as the settings say. */
	readonly better: 'lower' | 'higher' | null;
	/** A higher revision of a figure replaces the lower one. */
	readonly revision: number;
	readonly unit: string | null;
}

export type GoalTableEntry = GoalEntry | ActionEntry | (StageEntry & { readonly evidence: EvidenceReference }) | LeverEntry | DemandEntry | IndexEntry;

/** A row that cannot be used. */
export interface GoalRowProblem {
	/** Position, from 0. */
	readonly row: number;
	readonly field: string | null;
	readonly value: string | null;
	readonly reason: BilingualText;
	readonly remedy: BilingualText;
}

export interface GoalTable {
	readonly goals: readonly GoalEntry[];
	readonly actions: readonly ActionEntry[];
	/** In the order of the flow. */
	readonly stages: readonly StageEntry[];
	readonly levers: readonly LeverEntry[];
	readonly demands: readonly DemandEntry[];
	readonly indexes: readonly IndexEntry[];
	readonly problems: readonly GoalRowProblem[];
	/** Id of a reference → positions of its rows: more than one where a row was given twice. */
	readonly rowsOf: ReadonlyMap<string, readonly number[]>;
}
