export { createRedLights, evaluateRedLights, type RedLights, type RedLightSettings } from './evaluate.js';
export type { FactSource } from './facts.js';
export type { CommentScanner as ConflictScanner, ScannedSentence, ScanVerdict } from './commentScanner.js';
export { lightToRow, readKnownLights, type KnownLight, type KnownLightProblem, type LightRow } from './known.js';
export { OBJECTION_STATES, type Colour, type Episode, type Grey, type HumanDecision, type LightAudience, type LightDay, type LightState, type LightValue, type Objection, type ObjectionState, type RedLight } from './light.js';
export { MEASURE_NAMES, MEASURES, type Measure, type MeasureName } from './measures.js';
export { renderLightsPage, type LightForms, type LightsPageSettings } from './lightsPage.js';
export { isDisputed, OBJECTION_WORKING_DAYS, stepObjection, type ObjectionAnswer, type ObjectionStep } from './objection.js';
export { readRedLightRules, type RedLightRulesReading, type RuleProblem } from './readRule.js';
export { audienceNow, LIGHT_DECISIONS, LIGHT_HIDDEN, NOTE_FACTORS, respondToLight, RESPONSE_STEPS, RESPONSE_TEXT_LIMIT, viewedAs, type AudienceNow, type LightDecision, type LightNoteRow, type LightResponse, type NoteFactor, type ResponseAnswer, type ResponseStep, type ViewedAs } from './response.js';
export { RED_LIGHT_RULE_SCHEMA } from './rule.schema.js';
export { RULE_FIELDS, type FieldSpec } from './ruleFields.js';
export {
	CODE_STREAK,
	COMMENT_LOCATIONS,
	DEFAULT_RULES,
	DOCUMENT_CONFLICT,
	FILTER_TESTS,
	GENERIC,
	GROUPINGS,
	OPERATORS,
	PAGE_EDITS,
	READINGS,
	REVIEW_STARTS,
	RULE_DEFAULTS,
	RULE_KINDS,
	type CodeStreakRule,
	type DocumentConflictRule,
	type FactFilter,
	type GenericRule,
	type Grouping,
	type Operator,
	type PageEditsRule,
	type Reading,
	type RedLightRule,
	type ReviewStart,
	type RuleKind,
} from './rule.js';
