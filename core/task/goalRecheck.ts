import { TEMPLATES } from '../../templates/index.js';
import type { GoalRecheckTemplates } from '../../templates/texts.js';
import { deterministicKey } from '../evidence/key.js';
import type { BilingualText, Judgement, Language } from '../judgement/judgement.js';
import { evidenceForReader, readableTime, type AssigneeResult, type DueDate } from './assessmentTask.js';
import { judgedTask } from './judgedTask.js';
import { InputError, isBilingual, isFields, kindOf, readReferences, textOrNull, type Fields } from './readInputs.js';
import type { Task } from './task.js';

/*
 * What a buffer goal that has worsened asks people to do: the owner and the superior check the goal again, with the stages responsible before them.
 * Source: spec S5.
 */

export interface RecheckIndex {
	/** Null: the whole flow. */
	readonly stage: string | null;
	readonly value: number | null;
	readonly baseline: number | null;
	readonly worsePercent: number | null;
	readonly worsened: boolean;
}

/** What the card says about a buffer goal beside its own words. */
export interface RecheckFacts {
	readonly name: string;
	readonly owner: string | null;
	readonly target: string | null;
	readonly period: string;
	readonly episodeStart: string;
	readonly recheckKey: string;
	readonly index: RecheckIndex;
	readonly stages: readonly RecheckIndex[];
}

export interface BufferGoalForTask {
	readonly judgement: Judgement<string, unknown>;
	readonly facts: RecheckFacts;
}

export interface GoalRecheckInput {
	readonly bufferGoal: BufferGoalForTask;
	readonly to: 'owner' | 'superior';
	readonly assignee: AssigneeResult;
	readonly due: DueDate;
	readonly language: Language;
	/** Texts that replace the ones of the pack. */
	readonly templates?: Partial<GoalRecheckTemplates>;
	/** RFC 3339. */
	readonly createdAt: string;
	/** How many records the card lists; the task keeps them all. Default 20. */
	readonly evidenceShown?: number;
}

const REMEDY = 'Connect the output "Worsened" of Goal Alignment, or enter one of its items.';

/** @throws InputError naming the field that cannot be used */
export function readBufferGoal(given: unknown): BufferGoalForTask {
	if (!isFields(given)) throw new InputError(`The buffer goal is ${kindOf(given)}, expected an object.`, REMEDY);
	for (const field of ['key', 'subject', 'asOf']) {
		if (typeof given[field] !== 'string' || given[field] === '') throw new InputError(`Field "${field}" of the buffer goal is ${kindOf(given[field])}, expected a text.`, REMEDY);
	}
	const { rule, explanation, value } = given;
	if (!isFields(rule) || typeof rule['id'] !== 'string' || typeof rule['version'] !== 'string') throw new InputError('Field "rule" of the buffer goal does not hold id and version.', REMEDY);
	if (!isBilingual(explanation)) throw new InputError('Field "explanation" of the buffer goal does not hold "en" and "zh-CN".', REMEDY);
	if (!isFields(value)) throw new InputError(`Field "value" of the buffer goal is ${kindOf(value)}, expected an object.`, REMEDY);
	const { episode } = value;
	if (value['worsened'] !== true || !isFields(episode)) throw new InputError('The index of the buffer goal has not worsened: there is nothing to check again.', REMEDY);
	const start = textOrNull(episode['start']);
	const recheckKey = textOrNull(episode['recheckKey']);
	if (start === null || recheckKey === null) throw new InputError('Field "value.episode" of the buffer goal does not hold "start" and "recheckKey".', REMEDY);
	const evidence = readReferences(given['evidence'], 'the buffer goal', REMEDY);
	const subject = given['subject'] as string;
	return {
		judgement: { ...(given as unknown as Judgement<string, unknown>), evidence },
		facts: {
			name: textOrNull(value['name']) ?? subject,
			owner: textOrNull(value['owner']),
			target: textOrNull(value['target']),
			period: textOrNull(value['period']) ?? '',
			episodeStart: start,
			recheckKey,
			index: indexOf(isFields(value['index']) ? value['index'] : {}),
			stages: (Array.isArray(value['stages']) ? value['stages'].filter(isFields) : []).map(indexOf),
		},
	};
}

function indexOf(given: Fields): RecheckIndex {
	const number = (field: string): number | null => (typeof given[field] === 'number' ? given[field] : null);
	return { stage: textOrNull(given['stage']), value: number('value'), baseline: number('baseline'), worsePercent: number('worsePercent'), worsened: given['worsened'] === true };
}

/** One task for each of both per episode, whatever the language, the period and the assignee. */
export function goalRecheckKey(recheckKey: string, to: GoalRecheckInput['to']): string {
	return deterministicKey('goal-recheck', { recheck: recheckKey, to });
}

const WHOLE_FLOW: BilingualText = { en: 'whole flow', 'zh-CN': '全流程' };

/**
 * The task of an episode, rendered in one language.
 *
 * @throws TemplateError naming the line of a template that can't be rendered
 */
export function buildGoalRecheckTask({ bufferGoal, to, assignee, due, language, templates: own, createdAt, evidenceShown = 20 }: GoalRecheckInput): Task {
	const { judgement, facts } = bufferGoal;
	const templates: GoalRecheckTemplates = { ...TEMPLATES[language].goalRecheck, ...own };
	const key = goalRecheckKey(facts.recheckKey, to);
	const shown = (amount: number | null): string | null => (amount === null ? null : String(Math.round(amount * 100) / 100));
	const texts = {
		key,
		name: facts.name,
		toSuperior: to === 'superior',
		target: facts.target,
		period: facts.period,
		episodeStart: facts.episodeStart,
		explanation: judgement.explanation[language],
		indexes: [facts.index, ...facts.stages.filter(({ stage }) => stage !== facts.index.stage)].map(({ stage, value, baseline, worsePercent, worsened }) => ({ stage: stage ?? WHOLE_FLOW[language], value: shown(value), baseline: shown(baseline), worse: worsePercent === null ? null : `${shown(worsePercent) ?? ''}%`, worsened })),
		assignee: { name: assignee.assignee?.name ?? null, email: assignee.assignee?.email ?? null },
		unassignedReason: assignee.assignee === null ? assignee.reason[language] : null,
		due: { ...due, reason: due.reason?.[language] ?? null },
		evidence: judgement.evidence.slice(0, evidenceShown).map(evidenceForReader),
		moreEvidence: Math.max(0, judgement.evidence.length - evidenceShown),
		rule: { id: judgement.rule.id, version: judgement.rule.version },
		asOf: readableTime(judgement.asOf),
		createdAt,
	};
	const { task, chat } = judgedTask({ templates, names: texts, judgement, language, assignee, due });
	return {
		key,
		kind: 'goalRecheck',
		...task,
		links: judgement.evidence.flatMap(({ url, label, id }) => (url === null ? [] : [{ label: label ?? id, url }])).slice(0, 5),
		details: { bufferGoal: facts, to, due, chat },
		createdAt,
	};
}
