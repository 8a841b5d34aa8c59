import { TEMPLATES, type AssessmentTemplates } from '../../templates/index.js';
import type { EvidenceReference } from '../evidence/cloudEvent.js';
import { deterministicKey } from '../evidence/key.js';
import type { BilingualText, Judgement, Language } from '../judgement/judgement.js';
import { judgedTask } from './judgedTask.js';
import type { Assignee, Task } from './task.js';

/** What the card says about the milestone beside the judgement's own words; null where the judgement does not say it. */
export interface MilestoneFacts {
	/** The rule in words, e.g. "the 100th subject completed follow-up". */
	readonly name: BilingualText;
	readonly n: number | null;
	/** The nth subject, as people see it. */
	readonly subject: string | null;
	readonly site: string | null;
	/** When the nth subject reached it, as the source states it. */
	readonly reachedAt: string | null;
	/** The due date passed before the count was reached. */
	readonly late: boolean;
	/** A correction took the count below n again. */
	readonly receded: boolean;
	readonly orderChanged: boolean;
}

/** One of the 12 process metrics as the card shows it, in the card's language. */
export interface MetricForCard {
	/** 1 to 12, as in spec S1. */
	readonly number: number;
	readonly id: string;
	readonly name: string;
	/** Value with its unit, or 'not available: …', 'not applicable', 'undetermined'; never a bare 0 for lack of data. */
	readonly valueText: string;
	readonly unit: string | null;
	readonly verdictText: string | null;
	readonly explanation: string | null;
}

/** Who does it, or why nobody was found. */
export type AssigneeResult = { readonly assignee: Assignee } | { readonly assignee: null; readonly reason: BilingualText };

/** When it is due, as the calendar answered; `reason` says why there is no date. */
export interface DueDate {
	/** Local date `2026-03-02`. */
	readonly date: string | null;
	/** A year's holiday notice is not out, so the date may move. */
	readonly provisional: boolean;
	/** How many working days were given. */
	readonly workingDays: number | null;
	readonly reason: BilingualText | null;
}

export interface AssessmentTaskInput {
	readonly milestone: Judgement<string, unknown>;
	readonly facts: MilestoneFacts;
	readonly metrics: readonly MetricForCard[];
	readonly assignee: AssigneeResult;
	readonly due: DueDate;
	readonly language: Language;
	/** Texts that replace the ones of the pack. */
	readonly templates?: Partial<AssessmentTemplates>;
	readonly links: Task['links'];
	/** RFC 3339. */
	readonly createdAt: string;
	/** How many evidence records the card lists; the task keeps them all. Default 10. */
	readonly evidenceShown?: number;
}

/**
 * The assessment task of a milestone: who, until when, what happened, the 12 metrics and the evidence, rendered in one language.
 * The key comes from the milestone alone, so a replay, another language or a new assignee is the same task. Source: spec S1.
 *
 * @throws TemplateError naming the line of a template that can't be rendered
 */
export function buildAssessmentTask(input: AssessmentTaskInput): Task {
	const { milestone, language, assignee, due } = input;
	const templates: AssessmentTemplates = { ...TEMPLATES[language].assessment, ...input.templates };
	const key = assessmentTaskKey(milestone.key);
	const texts = textsOf(input, key, templates);
	const { task, chat } = judgedTask({ templates, names: texts, judgement: milestone, language, assignee, due });
	return {
		key,
		kind: 'assessment',
		...task,
		links: input.links,
		details: { milestone: input.facts, metrics: input.metrics, due, chat, objection: texts.objection },
		createdAt: input.createdAt,
	};
}

/** Key of the assessment task of a milestone. */
export function assessmentTaskKey(milestoneKey: string): string {
	return deterministicKey('assessment', { milestone: milestoneKey });
}

/** A record as a reader sees it. */
export function evidenceForReader({ label, source, id, time, actor, url }: EvidenceReference): { label: string; url: string | null; time: string | null; actor: string | null } {
	return { label: label ?? `${source} ${id}`, url, time: time === null ? null : readableTime(time), actor };
}

/** `2026-03-02 08:00 (+08:00)` for an RFC 3339 stamp; anything else as the source wrote it. */
export function readableTime(stamp: string): string {
	const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(stamp);
	if (match === null) return stamp;
	return `${match[1] ?? ''} ${match[2] ?? ''} (${match[3] === 'Z' ? 'UTC' : (match[3] ?? '')})`;
}

/** Names of {@link AssessmentTemplates}. Every name is always there, null where it has nothing to say, so that a misspelt one can be told apart. */
function textsOf({ milestone, facts, metrics, assignee, due, language, links, createdAt, evidenceShown = 10 }: AssessmentTaskInput, key: string, { objection }: AssessmentTemplates) {
	return {
		key,
		study: milestone.subject,
		milestone: { ...facts, name: facts.name[language], reachedAt: facts.reachedAt === null ? null : readableTime(facts.reachedAt) },
		explanation: milestone.explanation[language],
		metrics,
		assignee: { name: assignee.assignee?.name ?? null, email: assignee.assignee?.email ?? null },
		unassignedReason: assignee.assignee === null ? assignee.reason[language] : null,
		due: { ...due, reason: due.reason?.[language] ?? null },
		evidence: milestone.evidence.slice(0, evidenceShown).map(evidenceForReader),
		moreEvidence: Math.max(0, milestone.evidence.length - evidenceShown),
		links,
		objection,
		rule: { id: milestone.rule.id, version: milestone.rule.version },
		asOf: milestone.asOf,
		createdAt,
	};
}
