export { describeMilestone } from './describe.js';
export { readKnownMilestones } from './known.js';
export { createMilestoneProgress, evaluateMilestones, type MilestoneProgress, type MilestoneSettings } from './progress.js';
export { problemText, readMilestoneRule, type ReadResult, type SettingProblem } from './readRule.js';
export { NO_FLAGS, type KnownMilestone, type MilestoneFlags, type MilestoneJudgement, type MilestoneState, type MilestoneValue } from './result.js';
export { MILESTONE_RULE_SCHEMA } from './rule.schema.js';
export {
	COMPLETENESS,
	ENROLMENTS,
	MILESTONE_DEFAULTS,
	MILESTONE_MEASURES,
	MILESTONE_ORDERS,
	MILESTONE_SCOPES,
	by,
	nth,
	percentOfTarget,
	requiredCount,
	type Completeness,
	type Enrolment,
	type MilestoneMeasure,
	type MilestoneOrder,
	type MilestoneRule,
	type MilestoneScope,
	type MilestoneThreshold,
} from './rule.js';
export { readMilestoneRules, readMilestoneSentences, type RulesReading, type StudySettings } from './rules.js';
export { createEvidenceSelection, isUnusable, readEvidence, type EvidenceReading, type KeptEvidence, type UnusableEvidence } from './select.js';
export { parseMilestoneSentence } from './sentence.js';
export { MILESTONE_TEXTS } from './texts.js';
