import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { BilingualText, Judgement, Language } from '../judgement/judgement.js';
import type { AssigneeResult, MetricForCard, MilestoneFacts } from './assessmentTask.js';

/*
 * Reads what a workflow hands to the assessment task. The shapes are checked here, once, because in between people edit items;
 * every refusal names the field, what was found and what was expected.
 */

/** A field that can't be used. */
export class InputError extends Error {
	constructor(
		message: string,
		/** What to do about it. */
		readonly remedy: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}

export type Fields = Readonly<Record<string, unknown>>;

/** A milestone judgement with what the card needs of it. */
export function readMilestone(value: unknown): { readonly milestone: Judgement<string, unknown>; readonly facts: MilestoneFacts } {
	const remedy = 'Connect the output of the Milestone Evaluator, or enter one of its items.';
	if (!isFields(value)) throw new InputError(`The milestone is ${kindOf(value)}, expected an object.`, remedy);
	for (const field of ['key', 'kind', 'subject', 'asOf']) {
		if (typeof value[field] !== 'string' || value[field] === '') throw new InputError(`Field "${field}" of the milestone is ${kindOf(value[field])}, expected a text.`, remedy);
	}
	const { rule, evidence, explanation } = value;
	if (!isFields(rule) || typeof rule['id'] !== 'string' || typeof rule['version'] !== 'string') throw new InputError('Field "rule" of the milestone does not hold id and version.', remedy);
	const references = readReferences(evidence, 'the milestone', remedy);
	if (!isBilingual(explanation)) throw new InputError('Field "explanation" of the milestone does not hold "en" and "zh-CN".', remedy);
	const facts = factsOf(isFields(value['value']) ? value['value'] : {}, explanation);
	return { milestone: { ...(value as unknown as Judgement<string, unknown>), evidence: references }, facts };
}

/** References of a judgement, with null for what they do not say. @param of what the judgement is called, e.g. `the milestone` */
export function readReferences(evidence: unknown, of: string, remedy: string): readonly EvidenceReference[] {
	if (!Array.isArray(evidence) || !evidence.every(isReference)) throw new InputError(`Field "evidence" of ${of} is not a list of references with source and id.`, remedy);
	return evidence.map((reference) => ({ ...reference, time: textOrNull(reference.time), actor: textOrNull(reference.actor), url: textOrNull(reference.url) }));
}

const WORDS: Readonly<Record<string, BilingualText>> = {
	enrolled: { en: 'enrolled', 'zh-CN': '入组' },
	randomised: { en: 'randomised', 'zh-CN': '随机' },
	visitComplete: { en: 'completed the visit', 'zh-CN': '完成访视' },
	followUpComplete: { en: 'completed follow-up', 'zh-CN': '完成随访' },
	formComplete: { en: 'completed the form', 'zh-CN': '完成表单' },
	formSigned: { en: 'with the form signed', 'zh-CN': '完成表单签名' },
	queryClosed: { en: 'with all queries closed', 'zh-CN': '质疑全部关闭' },
};

const LOCKED: BilingualText = { en: 'database locked', 'zh-CN': '锁库' };

function factsOf(value: Fields, explanation: BilingualText): MilestoneFacts {
	const { state, measure } = value;
	if (state === 'notYet' || state === 'notAvailable') throw new InputError(`The milestone is "${state}": there is nothing to assess yet.`, 'Connect only the output for milestones that were reached or are late.');
	const n = typeof value['n'] === 'number' ? value['n'] : null;
	const flags = isFields(value['flags']) ? value['flags'] : {};
	const locked = measure === 'databaseLocked';
	return {
		name: named(locked ? LOCKED : typeof measure === 'string' && Object.hasOwn(WORDS, measure) ? WORDS[measure] : undefined, locked ? null : n, state === 'late', explanation),
		n: locked ? null : n,
		subject: textOrNull(value['nthSubjectLabel']) ?? textOrNull(value['nthSubject']),
		site: textOrNull(value['site']),
		reachedAt: textOrNull(value['reachedAt']),
		late: state === 'late',
		receded: flags['receded'] === true,
		orderChanged: isFields(flags['orderChanged']) || flags['orderChanged'] === true,
	};
}

function named(words: BilingualText | undefined, n: number | null, late: boolean, explanation: BilingualText): BilingualText {
	if (words === undefined) return explanation;
	const en = n === null ? words.en : `${n} ${n === 1 ? 'subject' : 'subjects'} ${words.en}`;
	const zh = n === null ? words['zh-CN'] : `${n} 例受试者${words['zh-CN']}`;
	return late ? { en: `${en} (late)`, 'zh-CN': `${zh}（逾期）` } : { en, 'zh-CN': zh };
}

/** Rows of the 12 metrics; names and explanations may be in one language or in both. */
export function readMetrics(value: unknown, language: Language): readonly MetricForCard[] {
	const remedy = 'Connect the rows of the process metrics, each with number, name and valueText, or enter [].';
	if (value === null || value === undefined || value === '') return [];
	if (!Array.isArray(value)) throw new InputError(`The metrics are ${kindOf(value)}, expected a list.`, remedy);
	return value.map((row: unknown, index) => {
		if (!isFields(row)) throw new InputError(`Metric ${index + 1} is ${kindOf(row)}, expected an object.`, remedy);
		const { number, id } = row;
		const name = inLanguage(row['name'], language);
		const valueText = inLanguage(row['valueText'], language);
		if (typeof number !== 'number') throw new InputError(`Field "number" of metric ${index + 1} is ${kindOf(number)}, expected a number.`, remedy);
		if (name === null || valueText === null) throw new InputError(`Field "${name === null ? 'name' : 'valueText'}" of metric ${index + 1} is missing, expected a text.`, remedy);
		return {
			number,
			id: textOrNull(id) ?? String(number),
			name,
			valueText,
			unit: inLanguage(row['unit'], language),
			verdictText: inLanguage(row['verdictText'], language) ?? inLanguage(row['verdict'], language),
			explanation: inLanguage(row['explanation'], language),
		};
	});
}

const NOBODY: BilingualText = { en: 'No project manager was named.', 'zh-CN': '未指定项目经理。' };

/**
 * Who it is for: `{personId, name, email}`, a person of the HR directory (`{id, name, email}`), `{assignee, reason}`, or nothing.
 * Nobody is a result, not an error: the task then goes to the unassigned queue.
 */
export function readAssignee(value: unknown, nobody: BilingualText = NOBODY): AssigneeResult {
	if (value === null || value === undefined || value === '') return { assignee: null, reason: nobody };
	if (!isFields(value)) throw new InputError(`The assignee is ${kindOf(value)}, expected an object.`, 'Enter {"personId": "…", "name": "…", "email": "…"}, or leave it empty.');
	if ('assignee' in value && value['assignee'] !== null) return readAssignee(value['assignee'], nobody);
	if ('assignee' in value || 'reason' in value) {
		const reason = value['reason'] ?? value['unassignedReason'];
		return { assignee: null, reason: isBilingual(reason) ? reason : nobody };
	}
	if (Object.keys(value).length === 0) return { assignee: null, reason: nobody };
	const personId = textOrNull(value['personId']) ?? textOrNull(value['id']);
	const name = textOrNull(value['name']);
	if (personId === null || name === null) throw new InputError(`Field "${personId === null ? 'personId' : 'name'}" of the assignee is missing, expected a text.`, 'Enter {"personId": "…", "name": "…", "email": "…"}, or leave it empty.');
	return { assignee: { personId, name, email: textOrNull(value['email']) } };
}

/** Links to show; without any, the first record of the milestone that can be opened. */
export function readLinks(value: unknown, evidence: readonly EvidenceReference[]): ReadonlyArray<{ readonly label: string; readonly url: string }> {
	const remedy = 'Enter [{"label": "…", "url": "https://…"}], or leave it empty.';
	const given: unknown = value === null || value === undefined || value === '' ? [] : value;
	if (!Array.isArray(given)) throw new InputError(`The links are ${kindOf(given)}, expected a list.`, remedy);
	if (given.length === 0) {
		const first = evidence.find(({ url }) => url !== null);
		return first?.url ? [{ label: first.label ?? first.id, url: first.url }] : [];
	}
	return given.map((link: unknown, index) => {
		const url = isFields(link) ? textOrNull(link['url']) : null;
		if (!isFields(link) || url === null) throw new InputError(`Link ${index + 1} has no "url".`, remedy);
		return { label: textOrNull(link['label']) ?? url, url };
	});
}

function inLanguage(value: unknown, language: Language): string | null {
	return isBilingual(value) ? value[language] : typeof value === 'number' ? String(value) : textOrNull(value);
}

export function textOrNull(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

export function isBilingual(value: unknown): value is BilingualText {
	return isFields(value) && typeof value['en'] === 'string' && typeof value['zh-CN'] === 'string';
}

function isReference(value: unknown): value is EvidenceReference {
	return isFields(value) && typeof value['source'] === 'string' && typeof value['id'] === 'string';
}

export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function kindOf(value: unknown): string {
	if (value === undefined) return 'missing';
	if (value === null || value === '') return 'empty';
	return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
