import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { AppliedRule, BilingualText, Language } from '../judgement/judgement.js';

/** Who a task is for; null person: the visible 'unassigned' queue. */
export interface Assignee {
	readonly personId: string;
	readonly name: string;
	readonly email: string | null;
}

export type TaskStatus = 'open' | 'done' | 'withdrawn';

/** Something a person is asked to do because of a judgement; what the delivery workflow stores and sends. Source: spec S1, S17. */
export interface Task {
	/** Deterministic: the same judgement gives the same task, however often it is evaluated. */
	readonly key: string;
	readonly kind: 'assessment' | 'contextNote' | 'mentoring' | 'collaborationRisk' | 'goalRecheck' | 'correctiveAction';
	readonly title: string;
	/** Markdown, ready to be shown or sent. */
	readonly body: string;
	readonly language: Language;
	readonly assignee: Assignee | null;
	/** Why nobody could be found, null where there is an assignee. */
	readonly unassignedReason: BilingualText | null;
	/** Local date `2026-03-02`; `dueProvisional` where a calendar year's notice is not out. */
	readonly dueDate: string | null;
	readonly dueProvisional: boolean;
	readonly status: TaskStatus;
	/** Key of the judgement that gave rise to it. */
	readonly judgementKey: string;
	readonly subject: string;
	readonly rule: AppliedRule;
	readonly evidence: readonly EvidenceReference[];
	readonly explanation: BilingualText;
	/** Addresses at which the records can be opened. */
	readonly links: ReadonlyArray<{ readonly label: string; readonly url: string }>;
	/** What else the reader needs, by kind (for `assessment`: the milestone and the 12 metrics). */
	readonly details: Readonly<Record<string, unknown>>;
	/** RFC 3339; an argument of the core, never its own clock. */
	readonly createdAt: string;
}
