import { expect } from 'vitest';
import type { EdcEvent } from '../../../core/edc/evidence.js';
import { evaluateMilestones } from '../../../core/milestone/progress.js';
import type { MilestoneJudgement, KnownMilestone } from '../../../core/milestone/result.js';
import type { MilestoneRule } from '../../../core/milestone/rule.js';
import { AS_OF, MAPPING } from './facts.js';

/* One evaluation of a whole set of facts, as the tests ask for it. */

export const evaluate = (events: readonly EdcEvent[], rules: readonly MilestoneRule[], known: readonly KnownMilestone[] = [], asOf = AS_OF, mapping = MAPPING): readonly MilestoneJudgement[] =>
	evaluateMilestones({ events, rules, mapping, known, asOf });

export const one = (events: readonly EdcEvent[], single: MilestoneRule, known: readonly KnownMilestone[] = [], asOf = AS_OF, mapping = MAPPING): MilestoneJudgement => {
	const results = evaluate(events, [single], known, asOf, mapping);
	expect(results).toHaveLength(1);
	return results[0] as MilestoneJudgement;
};
export const countOf = (events: readonly EdcEvent[], single: MilestoneRule, mapping = MAPPING): number | null => one(events, single, [], AS_OF, mapping).value.count;
export const knownOf = (judgement: MilestoneJudgement): readonly KnownMilestone[] => (judgement.value.known === null ? [] : [judgement.value.known]);
