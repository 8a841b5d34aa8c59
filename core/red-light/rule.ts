import type { BilingualText } from '../judgement/judgement.js';
import type { ModuleSettings } from './modules.js';
import type { MeasureName } from './measures.js';

/*
 * Rules of lights are data: rows of a table or of a form. What a row leaves out has the default below. Source: spec S6, S7.
 */

export const RULE_KINDS = ['codeStreak', 'pageEdits', 'documentConflict', 'generic'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

interface RuleHead<Kind extends RuleKind> {
	/** Stays the same; part of the key of every light. */
	readonly id: string;
	readonly version: string;
	readonly name: BilingualText;
	readonly enabled: boolean;
	readonly kind: Kind;
	/** Patterns of accounts that are no persons, with `*`. Accounts that the source itself calls bots are left out too unless `countBots`. */
	readonly bots: readonly string[];
	readonly countBots: boolean;
}

/**
 * `aOrBEachDay`: on each of the days A or B holds. `aOnAll`: A on all of them. `bOnAll`: B on all of them.
 * `bSummedOverWindow`: A on all of them, or one module's commits of all the days together above the limit.
 */
export const READINGS = ['aOrBEachDay', 'aOnAll', 'bOnAll', 'bSummedOverWindow'] as const;
export type Reading = (typeof READINGS)[number];

/** S6: (A) merge failure rate above a limit or (B) one module committed more often than a limit, on consecutive working days. */
export interface CodeStreakRule extends RuleHead<'codeStreak'>, ModuleSettings {
	readonly reading: Reading;
	/** Consecutive working days. */
	readonly days: number;
	/** Percent; red is strictly above it. */
	readonly failureRateOver: number;
	/** Commits to one module on a day; red is strictly above it. */
	readonly commitsOver: number;
	/** Days with fewer decided changes say nothing about the rate. */
	readonly minDecided: number;
	readonly dayWithoutDecision: 'breaks' | 'skipped';
	/** A check that failed last counts as a failure of its change. */
	readonly failedChecks: boolean;
	readonly mergeConflicts: boolean;
	readonly countDrafts: boolean;
	readonly countSuperseded: boolean;
	/** A change that was closed and later reopened: one decision a day, or only the very last one. */
	readonly reopened: 'eachDay' | 'lastOnly';
	/** Globs of repositories; empty: all. */
	readonly repositories: readonly string[];
}

export const REVIEW_STARTS = ['label', 'state', 'task', 'mention', 'request'] as const;
export type ReviewStart = (typeof REVIEW_STARTS)[number];

/** S7: one person publishes more versions of a page than the limit since its creation or the last start of a review. */
export interface PageEditsRule extends RuleHead<'pageEdits'> {
	readonly editsOver: number;
	/** From this many edits on the light is yellow. */
	readonly yellowFrom: number;
	readonly countMinorEdits: boolean;
	/** Consecutive versions of one person within so many minutes are one edit; 0: each counts. */
	readonly mergeWithinMinutes: number;
	/** What starts a review. An inline comment alone never does. */
	readonly reviewBy: readonly ReviewStart[];
	readonly reviewLabels: readonly string[];
	readonly reviewStates: readonly string[];
	/** Words of a task or of a comment that mentions somebody. */
	readonly reviewWords: readonly string[];
	/** Keys of spaces; empty: all. */
	readonly spaces: readonly string[];
	/** Globs of page titles; empty: all. */
	readonly titles: readonly string[];
}

export const COMMENT_LOCATIONS = ['footer', 'inline', 'reply'] as const;

/** S7: a comment says that something conflicts with a document. */
export interface DocumentConflictRule extends RuleHead<'documentConflict'> {
	readonly questionIsYellow: boolean;
	readonly locations: ReadonlyArray<(typeof COMMENT_LOCATIONS)[number]>;
	readonly spaces: readonly string[];
	readonly titles: readonly string[];
}

export const OPERATORS = ['over', 'atLeast', 'under', 'atMost'] as const;
export type Operator = (typeof OPERATORS)[number];
export const GROUPINGS = ['person', 'repository', 'module', 'page', 'space', 'department', 'team'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const FILTER_TESTS = ['is', 'isNot', 'contains', 'matches'] as const;

/** Which facts count: a field of the evidence compared with a text. */
export interface FactFilter {
	/** Name within `data`, e.g. `repository`, `conclusion`, `author.account`. */
	readonly field: string;
	readonly test: (typeof FILTER_TESTS)[number];
	/** `matches`: a glob. Case does not count. */
	readonly value: string;
}

/** Any measure against any limit, so that a light needs no code. */
export interface GenericRule extends RuleHead<'generic'>, ModuleSettings {
	readonly measure: MeasureName;
	/** With it the figure is a share in percent: measure ÷ perMeasure. */
	readonly perMeasure: MeasureName | null;
	readonly filters: readonly FactFilter[];
	readonly operator: Operator;
	readonly threshold: number;
	/** Yellow from this figure on (sliding window only); null: never. */
	readonly yellowAt: number | null;
	/** `consecutiveDays`: the limit is passed on each of the days. `slidingDays`: by the days together. */
	readonly window: 'consecutiveDays' | 'slidingDays';
	/** Working days. */
	readonly days: number;
	readonly groupBy: Grouping;
	/** Fewer facts than this (of `perMeasure` for a share) say nothing. */
	readonly minSample: number;
	/** `consecutiveDays`: a working day that says nothing ends the run or is passed over. */
	readonly dayWithoutData: 'breaks' | 'skipped';
}

export type RedLightRule = CodeStreakRule | PageEditsRule | DocumentConflictRule | GenericRule;

const MODULES: ModuleSettings = { moduleBy: 'directory', moduleDepth: 2, moduleGlobs: [], codeowners: '', codeownersDialect: 'github', exclude: [] };

const head = <Kind extends RuleKind>(kind: Kind, id: string, en: string, zh: string): RuleHead<Kind> => ({ id, version: '1', name: { en, 'zh-CN': zh }, enabled: true, kind, bots: [], countBots: false });

export const CODE_STREAK: CodeStreakRule = {
	...head('codeStreak', 'code-red-light', 'PR merge failures or repeated commits to one module', 'PR 合并失败率或同一模块重复提交'),
	...MODULES,
	reading: 'aOrBEachDay',
	days: 3,
	failureRateOver: 40,
	commitsOver: 5,
	minDecided: 1,
	dayWithoutDecision: 'breaks',
	failedChecks: false,
	mergeConflicts: false,
	countDrafts: false,
	countSuperseded: false,
	reopened: 'eachDay',
	repositories: [],
};

export const PAGE_EDITS: PageEditsRule = {
	...head('pageEdits', 'page-edits', 'Many edits of one page without a review', '未发起评审而多次修改同一页面'),
	editsOver: 8,
	yellowFrom: 6,
	countMinorEdits: true,
	mergeWithinMinutes: 0,
	reviewBy: ['label', 'state', 'task', 'mention', 'request'],
	reviewLabels: ['in-review', 'review', '评审中', '待评审'],
	reviewStates: ['Ready for review', 'In review', '评审中', '待评审'],
	reviewWords: ['review', '评审', '审阅'],
	spaces: [],
	titles: [],
};

export const DOCUMENT_CONFLICT: DocumentConflictRule = {
	...head('documentConflict', 'document-conflict', 'A comment says that a document conflicts', '评论指出文档冲突'),
	questionIsYellow: true,
	locations: ['footer', 'inline', 'reply'],
	spaces: [],
	titles: [],
};

export const GENERIC: GenericRule = {
	...head('generic', '', 'Own rule', '自定义规则'),
	...MODULES,
	measure: 'commits',
	perMeasure: null,
	filters: [],
	operator: 'over',
	threshold: 5,
	yellowAt: null,
	window: 'consecutiveDays',
	days: 3,
	groupBy: 'person',
	minSample: 1,
	dayWithoutData: 'breaks',
};

export const RULE_DEFAULTS = { codeStreak: CODE_STREAK, pageEdits: PAGE_EDITS, documentConflict: DOCUMENT_CONFLICT, generic: GENERIC } as const;

/** The rules of the pack for code (S6) and for documents (S7). */
export const DEFAULT_RULES: readonly RedLightRule[] = [CODE_STREAK, PAGE_EDITS, DOCUMENT_CONFLICT];
