import { readMilestoneRule } from '../../core/milestone/readRule.js';
import type { MilestoneRule } from '../../core/milestone/rule.js';
import { parseJson } from '../shared/edcDocument.js';
import { UserMessage } from '../shared/items.js';

/** @throws UserMessage naming milestone, field and value */
export function readMilestoneRules(entered: unknown): readonly MilestoneRule[] {
	const read = typeof entered === 'string' ? parseJson(entered) : ({ ok: true, value: entered } as const);
	if (!read.ok) throw new UserMessage(`"Milestones (JSON)" is no JSON: ${read.problem}.`, 'Correct the text.');
	const rules: unknown = read.value;
	if (!Array.isArray(rules) || rules.length === 0) throw new UserMessage('"Milestones (JSON)" holds no milestone.', 'Write a list with at least one milestone.');
	return rules.map((entry: unknown, index) => {
		const rule = readMilestoneRule(entry);
		if (rule.ok) return rule.value;
		const problems = rule.problems.map(({ field, value, expected }) => `"${field}" is ${value}, expected ${expected}`).join('; ');
		throw new UserMessage(`Milestone ${index + 1}: ${problems}.`, rule.problems.map(({ remedy }) => remedy).join(' '));
	});
}
