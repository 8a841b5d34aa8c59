import { TEMPLATES } from '../../templates/index.js';
import type { LightTaskTemplates } from '../../templates/texts.js';
import { deterministicKey } from '../evidence/key.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import { evidenceForReader, readableTime, type AssigneeResult, type DueDate } from './assessmentTask.js';
import { judgedTask } from './judgedTask.js';
import type { LightFacts, LightForTask, NoteForTask } from './readLight.js';
import type { Task } from './task.js';

/*
 * What a red light asks people to do: first the person concerned is asked for a note, then the mentor (code) or the team lead (documents)
 * gets a to-do that shows exactly why. Source: spec S6, S7, S13.
 */

export interface LightTaskInput {
	readonly light: LightForTask;
	/** `contextNote`: to the person concerned. `mentoring`: to whoever helps; for documents the task is a `collaborationRisk`. */
	readonly step: 'contextNote' | 'mentoring';
	readonly assignee: AssigneeResult;
	readonly due: DueDate;
	readonly language: Language;
	/** Texts that replace the ones of the pack. */
	readonly templates?: Partial<LightTaskTemplates>;
	/** Notes that the person concerned has written; for `mentoring`. */
	readonly notes: readonly NoteForTask[];
	/** When a note was asked for, RFC 3339; null where it was not. */
	readonly noteAskedAt: string | null;
	/** Address of the form for notes and of the form for objections. */
	readonly noteUrl: string | null;
	readonly objectUrl: string | null;
	/** Address of the form in which whoever helps decides what to make of the light; for `mentoring`. */
	readonly decisionUrl?: string | null;
	/** RFC 3339. */
	readonly createdAt: string;
	/** How many records the card lists; the task keeps them all. Default 20. */
	readonly evidenceShown?: number;
}

const MENTOR: BilingualText = { en: 'the mentor', 'zh-CN': '导师' };
const TEAM_LEAD: BilingualText = { en: 'the team lead', 'zh-CN': '团队负责人' };
const LINKS_SHOWN = 5;

/**
 * The task of a red light, rendered in one language. The key comes from the light and the step alone, so that the same light asks once.
 *
 * @throws TemplateError naming the line of a template that can't be rendered
 */
export function buildLightTask(input: LightTaskInput): Task {
	const { light, step, language, assignee, due, notes } = input;
	const { judgement, facts } = light;
	const templates: LightTaskTemplates = { ...TEMPLATES[language][step], ...input.templates };
	const key = lightTaskKey(step, judgement.key);
	const texts = textsOf(input, key, templates);
	const { task, chat } = judgedTask({ templates, names: texts, judgement, language, assignee, due });
	return {
		key,
		kind: step === 'contextNote' ? 'contextNote' : isRisk(facts) ? 'collaborationRisk' : 'mentoring',
		...task,
		links: texts.links,
		details: { light: facts, audience: light.audience, notes, due, chat, objection: texts.objection, objectUrl: input.objectUrl, noteUrl: input.noteUrl, decisionUrl: input.decisionUrl ?? null },
		createdAt: input.createdAt,
	};
}

/** Key of the task of a light: one note is asked for and one to-do made, whatever the language and the assignee. */
export function lightTaskKey(step: LightTaskInput['step'], lightKey: string): string {
	return deterministicKey(step === 'contextNote' ? 'context-note' : 'mentoring', { light: lightKey });
}

/** Documents: the team lead steps in. */
export function isRisk({ kind }: LightFacts): boolean {
	return kind === 'pageEdits' || kind === 'documentConflict';
}

/** Names of {@link LightTaskTemplates}. Every name is always there, null where it has nothing to say. */
function textsOf({ light, assignee, due, language, notes, noteAskedAt, noteUrl, objectUrl, decisionUrl = null, evidenceShown = 20, createdAt }: LightTaskInput, key: string, { objection }: LightTaskTemplates) {
	const { judgement, facts } = light;
	const risk = isRisk(facts);
	const code = facts.kind === 'codeStreak';
	const modulesOf = (day: LightFacts['days'][number]): string | null => (day.modules.length === 0 ? null : day.modules.slice(0, 3).map(({ repository, module, commits }) => `${repository} ${module}: ${commits}`).join(language === 'en' ? '; ' : '；'));
	const { en, 'zh-CN': zh } = facts.ruleName;
	return {
		key,
		name: facts.subjectName,
		ruleName: language === 'en' ? en : zh,
		risk,
		helper: (risk ? TEAM_LEAD : MENTOR)[language],
		explanation: judgement.explanation[language],
		firstDay: facts.firstDay,
		days: code ? facts.days.map((day) => ({ date: day.date, holds: day.holds, decided: day.decided, failed: day.failed, rate: day.failureRate, modules: modulesOf(day) })) : [],
		figures: code ? [] : facts.days.map(({ date, holds, figure }) => ({ date, holds, figure })),
		sentences: facts.sentences,
		page: facts.page,
		notes: notes.map(({ text, by, at }) => ({ text, by, at: at === null ? null : readableTime(at) })),
		noteAskedAt: noteAskedAt === null ? null : readableTime(noteAskedAt),
		noteUrl,
		objectUrl,
		decisionUrl,
		assignee: { name: assignee.assignee?.name ?? null, email: assignee.assignee?.email ?? null },
		unassignedReason: assignee.assignee === null ? assignee.reason[language] : null,
		due: { ...due, reason: due.reason?.[language] ?? null },
		evidence: judgement.evidence.slice(-evidenceShown).map(evidenceForReader),
		moreEvidence: Math.max(0, judgement.evidence.length - evidenceShown),
		links: judgement.evidence.filter(({ url }) => url !== null).slice(-LINKS_SHOWN).map(({ label, id, url }) => ({ label: label ?? id, url: url ?? '' })),
		objection,
		rule: { id: judgement.rule.id, version: judgement.rule.version },
		asOf: readableTime(judgement.asOf),
		createdAt,
	};
}
