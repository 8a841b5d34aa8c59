/*
 * A milestone rule as data. What 'enrolled' and 'complete' mean stands in the rule, so that two people who disagree
 * disagree about a parameter and not about a number. Source: spec S1; domain reference 0 and 2.
 */

export const MILESTONE_MEASURES = [
	'enrolled',
	'randomised',
	'visitComplete',
	'followUpComplete',
	'formComplete',
	'formSigned',
	'queryClosed',
	'databaseLocked',
] as const;
/** What a subject (for `databaseLocked`: the study) has to have reached. */
export type MilestoneMeasure = (typeof MILESTONE_MEASURES)[number];

export const MILESTONE_SCOPES = ['study', 'site', 'country'] as const;
export type MilestoneScope = (typeof MILESTONE_SCOPES)[number];

export const MILESTONE_ORDERS = ['event', 'entry'] as const;
/** `event`: by the date it happened (visit date); `entry`: by the stamp at which the record satisfied the rule. */
export type MilestoneOrder = (typeof MILESTONE_ORDERS)[number];

export const COMPLETENESS = ['declaredElseMandatory', 'declared', 'mandatory', 'anyData', 'listedForms'] as const;
/**
 * When a form or visit is complete.
 * `declared`: its status says complete, locked or signed. `mandatory`: all mandatory forms hold all mandatory items.
 * `declaredElseMandatory`: by status where the source declares one, else by mandatory items. `anyData`: any item holds data.
 * `listedForms`: the forms named by the rule are complete, whatever the design says about the others.
 */
export type Completeness = (typeof COMPLETENESS)[number];

export const ENROLMENTS = ['firstMapped', 'item', 'status', 'randomisation', 'consent'] as const;
/** What makes a subject enrolled. `firstMapped`: enrolment item, else randomisation, else consent; which one it was is said. */
export type Enrolment = (typeof ENROLMENTS)[number];

/** A count of subjects: given, or as a share of a target. */
export interface CountWanted {
	/** Number of subjects, null where a percentage is given. */
	readonly n: number | null;
	/** Percentage of the target as decimal text, e.g. `80` or `33.3`, null where n is given. */
	readonly percent: string | null;
	/** Number of subjects planned; null: unknown, so the rule is 'not available'. */
	readonly target: number | null;
	/** Targets of single sites or countries, before `target`. */
	readonly targets: Readonly<Record<string, number>>;
}

export type MilestoneThreshold =
	| ({ readonly kind: 'nth' | 'percentOfTarget' } & CountWanted)
	/** Fires as reached in time, or on the first evaluation after the due date (local date, inclusive) as late. */
	| ({ readonly kind: 'late'; readonly due: string } & CountWanted);

export interface MilestoneRule {
	readonly id: string;
	readonly version: string;
	/** StudyOID; null: every study in the evidence. */
	readonly study: string | null;
	readonly measure: MilestoneMeasure;
	readonly threshold: MilestoneThreshold;
	readonly per: MilestoneScope;
	readonly by: MilestoneOrder;
	/** Only subjects of these sites; empty: all. */
	readonly sites: readonly string[];
	/** Events (visits) that must be complete, all of them. For `followUpComplete` empty: the last scheduled visit of the subject's arm. */
	readonly events: readonly string[];
	/** Arm → events, before `events`. */
	readonly eventsByArm: Readonly<Record<string, readonly string[]>>;
	/** Forms that must be complete or signed, all of them. */
	readonly forms: readonly string[];
	readonly complete: Completeness;
	/** REDCap's 'unverified' counts as complete. */
	readonly unverifiedCounts: boolean;
	/** A declared visit status counts although no item of the visit is known to hold data (sources that only report states). */
	readonly statusAloneCounts: boolean;
	/** For `mandatory`: a visit needs its date where the mapping names an item for it. */
	readonly visitDateRequired: boolean;
	readonly enrolled: Enrolment;
	/** For `enrolled: status`: the vendor's words, compared without regard to case, spaces and hyphens. */
	readonly enrolledStatuses: readonly string[];
	/** The vendor's words for screen failures, which never count. */
	readonly screenFailureStatuses: readonly string[];
	/** Count only subjects that are enrolled, whatever the measure. */
	readonly onlyEnrolled: boolean;
	/** For `databaseLocked`: what is enough. A freeze is weaker than a lock. */
	readonly lockLevel: 'lock' | 'freeze';
}

/** Everything of a rule but its identity, measure and threshold. */
export const MILESTONE_DEFAULTS = {
	study: null,
	per: 'study',
	by: 'event',
	sites: [],
	events: [],
	eventsByArm: {},
	forms: [],
	complete: 'declaredElseMandatory',
	unverifiedCounts: false,
	statusAloneCounts: false,
	visitDateRequired: true,
	enrolled: 'firstMapped',
	enrolledStatuses: ['enrolled', 'randomized', 'randomised', 'on treatment', 'in follow-up', 'completed', '入组', '已入组'],
	screenFailureStatuses: ['screen failure', 'screen failed', 'screen fail', 'screening failure', '筛选失败'],
	onlyEnrolled: false,
	lockLevel: 'lock',
} as const satisfies Omit<MilestoneRule, 'id' | 'version' | 'measure' | 'threshold'>;

export function nth(n: number): MilestoneThreshold {
	return { kind: 'nth', n, percent: null, target: null, targets: {} };
}

export function percentOfTarget(percent: string, target: number | null, targets: Readonly<Record<string, number>> = {}): MilestoneThreshold {
	return { kind: 'percentOfTarget', n: null, percent, target, targets };
}

/** The same count, but wanted by a date (`YYYY-MM-DD`, inclusive, local). */
export function by(due: string, wanted: MilestoneThreshold): MilestoneThreshold {
	return { kind: 'late', due, n: wanted.n, percent: wanted.percent, target: wanted.target, targets: wanted.targets };
}

const DECIMAL = /^(\d{1,3})(?:\.(\d{1,6}))?$/;

/** A percentage above 0 and up to 100 as decimal text, without trailing zeros; null for anything else. */
export function normalPercent(value: string | number): string | null {
	const match = DECIMAL.exec(String(value).trim().replace(/ ?%$/, ''));
	if (!match) return null;
	const whole = Number(match[1]);
	const fraction = (match[2] ?? '').replace(/0+$/, '');
	if (whole > 100 || (whole === 100 && fraction !== '') || (whole === 0 && fraction === '')) return null;
	return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}

/**
 * ceil(percent × target ÷ 100) in whole numbers: 80 % of 33 is 27, 55 % of 100 is 55 and not 56.
 * Source: domain reference 2, rule 6.
 *
 * @param percent as {@link normalPercent} gives it
 */
export function requiredCount(percent: string, target: number): number {
	const [whole = '0', fraction = ''] = percent.split('.');
	const scale = 100n * 10n ** BigInt(fraction.length);
	const product = BigInt(whole + fraction) * BigInt(target);
	return Number((product + scale - 1n) / scale);
}

/** The count a threshold wants in a group; null where its target is missing. */
export function wantedCount(threshold: MilestoneThreshold, group: string | null): number | null {
	if (threshold.n !== null) return threshold.n;
	const target = (group !== null ? own(threshold.targets, group) : undefined) ?? threshold.target;
	return target === null || threshold.percent === null ? null : requiredCount(threshold.percent, target);
}

/** Reads a name out of a record that came from outside, never out of its prototype. */
export function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
	return Object.hasOwn(record, name) ? record[name] : undefined;
}
