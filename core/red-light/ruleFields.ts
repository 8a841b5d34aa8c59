import { LONGEST_PATTERN } from './glob.js';
import { MEASURE_NAMES } from './measures.js';
import { COMMENT_LOCATIONS, GROUPINGS, OPERATORS, READINGS, REVIEW_STARTS, type RuleKind } from './rule.js';

/*
 * What may stand in each field of a rule, written down once: the reader of rows and the JSON Schema are both made of it.
 */

export type FieldSpec =
	| { readonly is: 'number'; readonly whole: boolean; readonly min: number; readonly max: number; readonly optional?: boolean }
	| { readonly is: 'flag' }
	| { readonly is: 'choice'; readonly of: readonly string[]; readonly optional?: boolean }
	| { readonly is: 'choices'; readonly of: readonly string[] }
	/** A list of texts; in a cell of a table they are separated by commas or line breaks. */
	| { readonly is: 'texts'; readonly longest: number; readonly pattern: boolean }
	| { readonly is: 'text'; readonly longest: number }
	| { readonly is: 'moduleGlobs' }
	| { readonly is: 'filters' };

const whole = (min: number, max: number): FieldSpec => ({ is: 'number', whole: true, min, max });
const patterns: FieldSpec = { is: 'texts', longest: LONGEST_PATTERN, pattern: true };
const words: FieldSpec = { is: 'texts', longest: 200, pattern: false };
const flag: FieldSpec = { is: 'flag' };
const choice = (...of: readonly string[]): FieldSpec => ({ is: 'choice', of });

const SHARED: Readonly<Record<string, FieldSpec>> = { bots: patterns, countBots: flag };

const MODULE_FIELDS: Readonly<Record<string, FieldSpec>> = {
	moduleBy: choice('directory', 'globs', 'codeowners'),
	moduleDepth: whole(1, 20),
	moduleGlobs: { is: 'moduleGlobs' },
	codeowners: { is: 'text', longest: 1_000_000 },
	codeownersDialect: choice('github', 'gitlab'),
	exclude: patterns,
};

export const RULE_FIELDS: Readonly<Record<RuleKind, Readonly<Record<string, FieldSpec>>>> = {
	codeStreak: {
		...SHARED,
		...MODULE_FIELDS,
		reading: choice(...READINGS),
		days: whole(1, 60),
		failureRateOver: { is: 'number', whole: false, min: 0, max: 100 },
		commitsOver: whole(0, 100_000),
		minDecided: whole(1, 10_000),
		dayWithoutDecision: choice('breaks', 'skipped'),
		failedChecks: flag,
		mergeConflicts: flag,
		countDrafts: flag,
		countSuperseded: flag,
		reopened: choice('eachDay', 'lastOnly'),
		repositories: patterns,
	},
	pageEdits: {
		...SHARED,
		editsOver: whole(0, 100_000),
		yellowFrom: whole(1, 100_000),
		countMinorEdits: flag,
		mergeWithinMinutes: whole(0, 1440),
		reviewBy: { is: 'choices', of: REVIEW_STARTS },
		reviewLabels: words,
		reviewStates: words,
		reviewWords: words,
		spaces: words,
		titles: patterns,
	},
	documentConflict: {
		...SHARED,
		questionIsYellow: flag,
		locations: { is: 'choices', of: COMMENT_LOCATIONS },
		spaces: words,
		titles: patterns,
	},
	generic: {
		...SHARED,
		...MODULE_FIELDS,
		measure: choice(...MEASURE_NAMES),
		perMeasure: { is: 'choice', of: MEASURE_NAMES, optional: true },
		filters: { is: 'filters' },
		operator: choice(...OPERATORS),
		threshold: { is: 'number', whole: false, min: 0, max: 1_000_000 },
		yellowAt: { is: 'number', whole: false, min: 0, max: 1_000_000, optional: true },
		window: choice('consecutiveDays', 'slidingDays'),
		days: whole(1, 260),
		groupBy: choice(...GROUPINGS),
		minSample: whole(1, 1_000_000),
		dayWithoutData: choice('breaks', 'skipped'),
	},
};
