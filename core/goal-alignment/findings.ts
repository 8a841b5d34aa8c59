import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { deterministicKey } from '../evidence/key.js';
import type { AppliedRule, BilingualText, Judgement } from '../judgement/judgement.js';

/** What somebody has to mend. Source: spec S4. */
export type GoalFindingCode =
	| 'emptyMatrix'
	| 'duplicateId'
	| 'orphan'
	| 'unknownParent'
	| 'cycle'
	| 'goalNotReached'
	| 'stageWithoutAction'
	| 'noStage'
	| 'unknownStage'
	| 'weightMissing'
	| 'weightOutOfRange'
	| 'weightsDoNotAddUp'
	| 'noOwner'
	| 'unknownOwner'
	| 'ownerInactive'
	| 'leverIncomplete'
	| 'leverOutsideRange'
	| 'demandMissing';

export interface GoalFinding {
	readonly code: GoalFindingCode;
	/** Where: e.g. `goal “Revenue” (G1)`. */
	readonly place: BilingualText;
	readonly reason: BilingualText;
	readonly remedy: BilingualText;
	/** Goals, actions, stages, levers or periods concerned. */
	readonly ids: readonly string[];
}

export type GoalFindingJudgement = Judgement<'goalFinding', GoalFinding>;

export const text = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

/** A finding as a judgement of the rule that was applied. @param subject what is named in it, for the key */
export function goalFinding(finding: GoalFinding, evidence: readonly EvidenceReference[], rule: AppliedRule, asOf: string): GoalFindingJudgement {
	const { place, reason, code, ids } = finding;
	return {
		key: deterministicKey('goal-finding', { rule: rule.id, version: rule.version, code, ids, evidence: evidence.map(({ source, id }) => `${source} ${id}`) }),
		kind: 'goalFinding',
		subject: ids[0] ?? code,
		value: finding,
		rule,
		evidence,
		explanation: text(`${capital(place.en)}: ${reason.en}`, `${place['zh-CN']}：${reason['zh-CN']}`),
		asOf,
	};
}

/** `goal “Revenue” (G1)`; an id that only repeats the name is left out. */
export function placeOf(kind: BilingualText, id: string, name: string): BilingualText {
	return id === name || id.startsWith(`${name} @ `) ? text(`${kind.en} “${name}”`, `${kind['zh-CN']}“${name}”`) : text(`${kind.en} “${name}” (${id})`, `${kind['zh-CN']}“${name}”（${id}）`);
}

export function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
