import type { EvidenceReference } from '../evidence/cloudEvent.js';

/** Languages that every text exists in. */
export type Language = 'en' | 'zh-CN';

/** The same sentence in both languages. */
export type BilingualText = Readonly<Record<Language, string>>;

/** The rule that judged, with the parameters it was used with. */
export interface AppliedRule {
	readonly id: string;
	readonly version: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}

/** On how many of the rows a value rests. */
export interface Coverage {
	readonly counted: number;
	readonly total: number;
	readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number }>;
}

/**
 * What is made of evidence: a task, a light, a card state, a lineage, a metric, a milestone.
 * Same evidence, same parameters, same `asOf` give the same bytes. Source: spec "Vocabulary".
 */
export interface Judgement<Kind extends string, Value> {
	readonly key: string;
	readonly kind: Kind;
	/** Who or what was judged, e.g. a study, a person, a card number. */
	readonly subject: string;
	readonly value: Value;
	readonly rule: AppliedRule;
	readonly evidence: readonly EvidenceReference[];
	/** One readable sentence that says why. */
	readonly explanation: BilingualText;
	readonly coverage?: Coverage;
	/** The instant as of which it was judged, RFC 3339. */
	readonly asOf: string;
}
