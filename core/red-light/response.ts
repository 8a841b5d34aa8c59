import { deterministicKey } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import type { Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import type { DueCalendar } from '../task/dueDate.js';
import type { HumanDecision, LightAudience, Objection, RedLight } from './light.js';
import { isDisputed, stepObjection } from './objection.js';

/*
 * What people answer to a light: a note (S13), an objection, a decision (S7). No light feeds a score by itself: a person decides,
 * the person concerned sees it, may object, and nothing is made of a figure that is disputed.
 */

/** `file` and `withdraw`: the person concerned. `review`, `uphold`, `reject`: whoever helps, about an objection. `decide`: the same, about the light. */
export const RESPONSE_STEPS = ['note', 'file', 'withdraw', 'review', 'uphold', 'reject', 'decide'] as const;
export type ResponseStep = (typeof RESPONSE_STEPS)[number];

/** What a context note names as the factor. Source: spec S13. */
export const NOTE_FACTORS = ['externalDependency', 'environmentInterference', 'other'] as const;
export type NoteFactor = (typeof NOTE_FACTORS)[number];

/** What a person decides to make of a light. */
export const LIGHT_DECISIONS = ['helpAgreed', 'outsideCause', 'nothingNeeded'] as const;
export type LightDecision = (typeof LIGHT_DECISIONS)[number];

/** Longest text that is kept of an answer, in characters. */
export const RESPONSE_TEXT_LIMIT = 4000;

/** As what somebody sees a light. `anyone`: it is about no person. */
export type ViewedAs = 'person' | 'mentor' | 'teamLead' | 'hrbp' | 'anyone';

/** Who may see a light now: those it was made for and, once the person concerned has objected, the HRBPs, who are then asked too. */
export interface AudienceNow {
	readonly level: LightAudience['level'];
	readonly persons: ReadonlyArray<{ readonly personId: string; readonly as: Exclude<ViewedAs, 'anyone'> }>;
}

/** One answer as a row of `pt_notes`, an append-only log. */
export interface LightNoteRow {
	readonly noteKey: string;
	/** Key of the light. */
	readonly about: string;
	readonly kind: 'context' | 'objection' | 'decision';
	readonly step: ResponseStep;
	/** Of a note the factor, of a decision what was decided, else empty. */
	readonly factor: string;
	readonly text: string;
	/** Name. */
	readonly by: string;
	readonly byEmail: string;
	/** RFC 3339 */
	readonly at: string;
}

export interface LightResponse {
	readonly step: ResponseStep;
	/** For `note`; another text counts as `other`. */
	readonly factor: string;
	/** For `decide`. */
	readonly decision: string;
	readonly text: string;
	/** RFC 3339 */
	readonly at: string;
}

export type ResponseAnswer = { readonly ok: true; readonly light: RedLight; readonly note: LightNoteRow; readonly said: BilingualText } | { readonly ok: false; readonly reason: BilingualText };

/** The same words whether there is no such light or it is not for this person, so that nobody learns which. */
export const LIGHT_HIDDEN: BilingualText = { en: 'There is no such light, or it is hidden by owner.', 'zh-CN': '没有该红灯，或本人已设为不可见。' };

const KINDS: Readonly<Record<ResponseStep, LightNoteRow['kind']>> = { note: 'context', file: 'objection', withdraw: 'objection', review: 'objection', uphold: 'objection', reject: 'objection', decide: 'decision' };

/** Who may see a light now. `core/visibility` decides by it. */
export function audienceNow({ audience, objection, value }: RedLight, directory: Directory): AudienceNow {
	if (audience.level === 'open' || objection === null) return audience;
	const person = value.personId === null ? null : directory.byId(value.personId);
	const hrbps = [...directory.holders('hrbp', null), ...(person?.department == null ? [] : directory.holders('hrbp', person.department))];
	return { ...audience, persons: [...audience.persons, ...hrbps.filter(({ active }) => active).map(({ id }) => ({ personId: id, as: 'hrbp' as const }))] };
}

/** As what a person sees a light; the person concerned is that before anything else. Null: not at all. */
export function viewedAs(light: RedLight, personId: string, directory: Directory): ViewedAs | null {
	const audience = audienceNow(light, directory);
	const roles = audience.persons.filter((one) => one.personId === personId).map((one) => one.as);
	if (light.value.personId === personId || roles.includes('person')) return audience.level === 'open' || roles.length > 0 ? 'person' : null;
	return roles[0] ?? (audience.level === 'open' ? 'anyone' : null);
}

/**
 * The light and the log after an answer, or why the answer is refused. Whether the person may see the light has to be asked before.
 *
 * @param calendar for the date until which an objection is to be answered
 */
export function respondToLight(light: RedLight, by: Person, directory: Directory, response: LightResponse, calendar: DueCalendar): ResponseAnswer {
	const as = viewedAs(light, by.id, directory);
	if (as === null) return { ok: false, reason: LIGHT_HIDDEN };
	const text = response.text.trim();
	if (text === '' && response.step !== 'withdraw' && response.step !== 'review') return refused('The text is empty: write a few words.', '内容为空，请填写说明。');
	if (text.length > RESPONSE_TEXT_LIMIT) return refused(`The text has ${text.length} characters, at most ${RESPONSE_TEXT_LIMIT} are kept: shorten it.`, `内容共 ${text.length} 字，最多 ${RESPONSE_TEXT_LIMIT} 字，请缩短。`);
	switch (response.step) {
		case 'note':
			return answered(light, by, response, text, factorOf(response.factor), {}, said('Your note is kept with the light.', '备注已随红灯保存。'));
		case 'file':
		case 'withdraw':
			return objected(light, by, as, { ...response, step: response.step }, text, calendar);
		default:
			return decided(light, by, as, { ...response, step: response.step }, text, directory, calendar);
	}
}

function objected(light: RedLight, by: Person, as: ViewedAs, response: LightResponse & { readonly step: 'file' | 'withdraw' }, text: string, calendar: DueCalendar): ResponseAnswer {
	if (as !== 'person') return refused('Only the person concerned may object or withdraw the objection; write a note instead.', '只有当事人可以提出或撤回异议；您可以填写备注。');
	const { step, at } = response;
	const answer = stepObjection(light.objection, step === 'file' ? { step, at, reason: text } : { step, at, by: by.id }, calendar);
	if (!answer.ok) return answer;
	const { deadline } = answer.objection;
	const until = deadline === null ? said('', '') : said(` It is to be answered by ${deadline}; until then the light is disputed.`, `应于 ${deadline} 前答复；答复前该红灯标记为有异议。`);
	const words = step === 'file' ? said(`Your objection is filed.${until.en}`, `异议已提交。${until['zh-CN']}`) : said('Your objection is withdrawn.', '异议已撤回。');
	return answered(light, by, response, text, '', { objection: answer.objection }, words);
}

function decided(light: RedLight, by: Person, as: ViewedAs, response: LightResponse & { readonly step: 'review' | 'uphold' | 'reject' | 'decide' }, text: string, directory: Directory, calendar: DueCalendar): ResponseAnswer {
	if (as === 'person') return refused('Nobody decides about a light of his or her own.', '当事人不能对自己的红灯作出决定。');
	if (as === 'anyone' && !leads(by, directory)) return refused('A team lead, manager or HRBP decides about this light; write a note instead.', '该红灯由团队负责人、直属上级或 HRBP 决定；您可以填写备注。');
	const { step, at } = response;
	if (step !== 'decide') {
		const answer = stepObjection(light.objection, { step, at, by: by.id }, calendar);
		if (!answer.ok) return answer;
		const { objection } = answer;
		if (step === 'review') return answered(light, by, response, text, '', { objection }, said('The objection is under review.', '异议已进入复核。'));
		const humanDecision: HumanDecision = { by: by.id, at, decision: step === 'uphold' ? 'restated' : 'stands', reason: text };
		const words = step === 'uphold' ? said('The objection is upheld: the light is restated and counts no more.', '异议成立：该红灯已作数据重述，不再采用。') : said('The objection is rejected: the light stands.', '异议不成立：该红灯维持不变。');
		return answered(light, by, response, text, humanDecision.decision, { objection, humanDecision }, words);
	}
	if (isDisputed(light.objection)) return refused('The light is disputed: answer the objection first.', '该红灯有异议：请先处理异议。');
	if (light.objection?.state === 'upheld') return refused('The objection was upheld: there is nothing left to decide.', '异议已成立，无需再作决定。');
	const decision = LIGHT_DECISIONS.find((one) => one === response.decision);
	if (decision === undefined) return refused(`“${response.decision}” is no decision, expected one of ${LIGHT_DECISIONS.join(', ')}.`, `“${response.decision}”不是有效的决定，应为 ${LIGHT_DECISIONS.join('、')} 之一。`);
	return answered(light, by, response, text, decision, { humanDecision: { by: by.id, at, decision, reason: text } }, said('Your decision is kept with the light, and the person concerned sees it.', '决定已随红灯保存，当事人可以看到。'));
}

function answered(light: RedLight, by: Person, { step, at }: LightResponse, text: string, factor: string, changed: { readonly objection?: Objection; readonly humanDecision?: HumanDecision }, words: BilingualText): ResponseAnswer {
	const note: LightNoteRow = { noteKey: deterministicKey('light-note', { about: light.key, step, text, by: by.id, at }), about: light.key, kind: KINDS[step], step, factor, text, by: by.name, byEmail: by.email ?? '', at };
	return { ok: true, light: { ...light, ...changed }, note, said: words };
}

function factorOf(given: string): NoteFactor {
	return NOTE_FACTORS.find((factor) => factor === given) ?? 'other';
}

/** Somebody who leads people or looks after them. */
function leads({ id, roles }: Person, directory: Directory): boolean {
	return roles.some(({ role }) => role === 'teamLead' || role === 'manager' || role === 'hrbp') || directory.people.some(({ managerId, teamLeadId }) => managerId === id || teamLeadId === id);
}

function said(en: string, zh: string): BilingualText {
	return { en, 'zh-CN': zh };
}

function refused(en: string, zh: string): ResponseAnswer {
	return { ok: false, reason: said(en, zh) };
}
