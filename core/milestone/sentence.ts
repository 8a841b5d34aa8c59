import { describeMilestone, PLAIN_WORDS } from './describe.js';
import { contradictions, isDay, type ReadResult, type SettingProblem } from './readRule.js';
import { by, MILESTONE_DEFAULTS, normalPercent, nth, percentOfTarget, type MilestoneMeasure, type MilestoneOrder, type MilestoneRule, type MilestoneScope, type MilestoneThreshold } from './rule.js';

/*
 * A milestone as a sentence, in English or Chinese. The sentence is read clause by clause from the left; each clause is one anchored
 * pattern without nested repetition, so that a text of any length is read in linear time, and what is not understood is named.
 */

interface Draft {
	measure: MilestoneMeasure | null;
	threshold: MilestoneThreshold | null;
	due: string | null;
	per: MilestoneScope;
	by: MilestoneOrder;
	study: string | null;
	events: string[];
	forms: string[];
	sites: string[];
}

interface Clause {
	readonly pattern: RegExp;
	/** @returns what was wrong with a clause that was understood, else nothing */
	readonly read: (draft: Draft, match: RegExpExecArray, list: () => string[]) => string | undefined;
}

const measure = (name: MilestoneMeasure) => (draft: Draft): undefined => {
	draft.measure = name;
};

const count = (draft: Draft, match: RegExpExecArray): string | undefined => {
	const n = Number(match[1]);
	if (n < 1) return 'a number of subjects from 1';
	draft.threshold = nth(n);
	return undefined;
};

const share = (draft: Draft, percentText: string | undefined, targetText: string | undefined): string | undefined => {
	const percent = normalPercent(percentText ?? '');
	if (percent === null) return 'a percentage above 0 and up to 100';
	const target = targetText === undefined ? null : Number(targetText);
	if (target === 0) return 'a target of at least 1 subject';
	draft.threshold = percentOfTarget(percent, target);
	return undefined;
};

const due = (draft: Draft, match: RegExpExecArray): string | undefined => {
	if (!isDay(match[1])) return 'a date that exists, such as 2026-06-30';
	draft.due = match[1];
	return undefined;
};

const events = (draft: Draft, _: RegExpExecArray, list: () => string[]): string | undefined => addTo(draft.events, list());
const forms = (draft: Draft, _: RegExpExecArray, list: () => string[]): string | undefined => addTo(draft.forms, list());
const addTo = (names: string[], found: readonly string[]): string | undefined => {
	names.push(...found);
	return found.length === 0 ? 'an OID after this word' : undefined;
};

/** Tried in this order at each position. */
const CLAUSES: readonly Clause[] = [
	{ pattern: /(\d{1,3}(?:\.\d{1,6})?) ?% of (?:the )?(?:target(?: of)? )?(\d{1,8}) subjects?\b/iy, read: (draft, match) => share(draft, match[1], match[2]) },
	{ pattern: /(\d{1,3}(?:\.\d{1,6})?) ?% of (?:the )?(?:target(?: subjects)?|subjects)\b/iy, read: (draft, match) => share(draft, match[1], undefined) },
	{ pattern: /目标 ?(\d{1,8}) ?例(?:受试者)? ?的? ?(\d{1,3}(?:\.\d{1,6})?) ?[%％](?: ?的?受试者)?/y, read: (draft, match) => share(draft, match[2], match[1]) },
	{ pattern: /(\d{1,8}) ?例(?:受试者)?的 ?(\d{1,3}(?:\.\d{1,6})?) ?[%％](?: ?的?受试者)?/y, read: (draft, match) => share(draft, match[2], match[1]) },
	{ pattern: /目标(?:例数)? ?的? ?(\d{1,3}(?:\.\d{1,6})?) ?[%％](?: ?的?受试者)?/y, read: (draft, match) => share(draft, match[1], undefined) },
	{ pattern: /(?:the )?(\d{1,8})(?:st|nd|rd|th) subjects?\b/iy, read: count },
	{ pattern: /第 ?(\d{1,8}) ?[例名位](?: ?受试者)?/y, read: count },
	{ pattern: /(?:by|before the end of) (\d{4}-\d{2}-\d{2})(?!\d)/iy, read: due },
	{ pattern: /(?:截至|不晚于|截止) ?(\d{4}-\d{2}-\d{2})(?!\d)/y, read: due },
	{ pattern: /(\d{4}-\d{2}-\d{2}) ?(?:之?前|为止)/y, read: due },
	{ pattern: /(\d{1,8}) subjects?\b/iy, read: count },
	{ pattern: /(\d{1,8}) ?例(?: ?受试者)?/y, read: count },

	{ pattern: /enroll?ment of\b/iy, read: measure('enrolled') },
	{ pattern: /randomi[sz]ation of\b/iy, read: measure('randomised') },
	{ pattern: /(?:(?:is|are|was|were) )?enroll?ed\b/iy, read: measure('enrolled') },
	{ pattern: /(?:(?:is|are|was|were) )?randomi[sz]ed\b/iy, read: measure('randomised') },
	{ pattern: /(?:(?:has|have) )?completed? follow-?up\b/iy, read: measure('followUpComplete') },
	{ pattern: /(?:(?:has|have) )?completed? visits?\b/iy, read: (draft, match, list) => (measure('visitComplete')(draft), events(draft, match, list)) },
	{ pattern: /(?:(?:has|have) )?completed? forms?\b/iy, read: (draft, match, list) => (measure('formComplete')(draft), forms(draft, match, list)) },
	{ pattern: /(?:(?:has|have) )?all forms signed\b/iy, read: measure('formSigned') },
	{ pattern: /(?:has|have|had) forms?\b/iy, read: (draft, match, list) => (measure('formSigned')(draft), forms(draft, match, list)) },
	{ pattern: /signed forms?\b/iy, read: (draft, match, list) => (measure('formSigned')(draft), forms(draft, match, list)) },
	{ pattern: /signed\b/iy, read: (draft) => (draft.measure === 'formSigned' ? undefined : 'the form before "signed", e.g. "has form F.DM signed"') },
	{ pattern: /(?:(?:has|have|had) )?(?:all )?queries closed\b/iy, read: measure('queryClosed') },
	{ pattern: /(?:the )?database (?:is )?lock(?:ed)?\b/iy, read: measure('databaseLocked') },
	{ pattern: /完成随访/y, read: measure('followUpComplete') },
	{ pattern: /完成访视/y, read: (draft, match, list) => (measure('visitComplete')(draft), events(draft, match, list)) },
	{ pattern: /完成表单/y, read: (draft, match, list) => (measure('formComplete')(draft), forms(draft, match, list)) },
	{ pattern: /全部表单已?签名/y, read: measure('formSigned') },
	{ pattern: /(?:签署)?表单/y, read: (draft, match, list) => (measure('formSigned')(draft), forms(draft, match, list)) },
	{ pattern: /已签名|签名/y, read: (draft) => (draft.measure === 'formSigned' ? undefined : '签名之前的表单，例如“表单 F.DM 已签名”') },
	{ pattern: /质疑已?全部(?:已?关闭)|全部质疑已?关闭/y, read: measure('queryClosed') },
	{ pattern: /已?入组/y, read: measure('enrolled') },
	{ pattern: /已?随机(?:化|分组)?/y, read: measure('randomised') },
	{ pattern: /数据库(?:已?锁定|锁库)|已?锁库/y, read: measure('databaseLocked') },

	{ pattern: /(?:(?:per|at each|at every) site)\b/iy, read: (draft) => void (draft.per = 'site') },
	{ pattern: /(?:(?:per|in each|in every) country)\b/iy, read: (draft) => void (draft.per = 'country') },
	{ pattern: /(?:at |in |of )?visits?\b/iy, read: events },
	{ pattern: /(?:at |of )?sites?\b/iy, read: (draft, _, list) => addTo(draft.sites, list()) },
	{ pattern: /(?:in |of )?study\b/iy, read: (draft, _, list) => readStudy(draft, list()) },
	{ pattern: /(?:in the )?order(?:ed)? (?:of|by) entry(?: time)?\b|by entry(?: time)?\b/iy, read: (draft) => void (draft.by = 'entry') },
	{ pattern: /(?:ordered )?by event(?: date)?\b/iy, read: (draft) => void (draft.by = 'event') },
	{ pattern: /[每各]个?(?:研究)?中心/y, read: (draft) => void (draft.per = 'site') },
	{ pattern: /[每各]个?国家/y, read: (draft) => void (draft.per = 'country') },
	{ pattern: /按录入(?:时间)?(?:排序)?/y, read: (draft) => void (draft.by = 'entry') },
	{ pattern: /按发生(?:日期|时间)?(?:排序)?/y, read: (draft) => void (draft.by = 'event') },
	{ pattern: /在?访视/y, read: events },
	{ pattern: /在?(?:研究)?中心/y, read: (draft, _, list) => addTo(draft.sites, list()) },
	{ pattern: /在?研究/y, read: (draft, _, list) => readStudy(draft, list()) },
];

function readStudy(draft: Draft, names: readonly string[]): string | undefined {
	if (names.length !== 1) return 'one study OID';
	draft.study = names[0] ?? null;
	return undefined;
}

const BETWEEN = /[\s,，、;；.。()（）]+/y;
const QUOTED = /\s*(?:"([^"]{1,200})"|“([^”]{1,200})”)/y;
const OID = /\s*([A-Za-z0-9_][A-Za-z0-9_.:\-/]{0,199})/y;
const SEPARATOR = /\s*(?:,|，|、| and | 和 |和)(?=\s*["“A-Za-z0-9_])/y;
/** Longest sentence that is read. */
const LONGEST = 2000;

/**
 * Reads a milestone sentence such as `100th subject completed follow-up`, `80% of 33 subjects enrolled`,
 * `enrolment of 50 subjects by 2026-06-30` or `第 100 例受试者完成随访`.
 * The id of the rule is made from what it says, so that the English and the Chinese sentence are the same rule.
 */
export function parseMilestoneSentence(sentence: string, settings: Partial<Omit<MilestoneRule, 'measure' | 'threshold'>> = {}): ReadResult<MilestoneRule> {
	const text = sentence.trim();
	const draft: Draft = { measure: null, threshold: null, due: null, per: 'study', by: settings.by ?? 'event', study: settings.study ?? null, events: [], forms: [], sites: [] };
	const refuse = (value: string, expected: string, remedy: string): ReadResult<MilestoneRule> => ({ ok: false, problems: [{ field: 'sentence', value, expected, remedy }] });
	if (text === '' || text.length > LONGEST) return refuse(text === '' ? 'empty' : `${text.length} characters long`, `a sentence of 1 to ${LONGEST} characters`, EXAMPLES);
	let position = 0;
	while ((position = skip(BETWEEN, text, position)) < text.length) {
		const clause = nextClause(text, position);
		if (clause === null) return refuse(JSON.stringify(text), `something known at character ${position + 1} ("${text.slice(position, position + 30)}")`, EXAMPLES);
		position = clause.end;
		const trouble = clause.read(draft, clause.match, () => {
			const list = readList(text, position);
			position = list.end;
			return list.names;
		});
		if (trouble !== undefined) return refuse(JSON.stringify(text), `${trouble} in "${clause.match[0]}"`, EXAMPLES);
	}
	return finish(draft, text, settings);
}

const EXAMPLES = 'Write e.g. "100th subject completed follow-up", "80% of 33 subjects enrolled", "50 subjects enrolled by 2026-06-30", "第 100 例受试者完成随访".';

function finish(draft: Draft, text: string, settings: Partial<Omit<MilestoneRule, 'measure' | 'threshold'>>): ReadResult<MilestoneRule> {
	const problems: SettingProblem[] = [];
	if (draft.measure === null) problems.push({ field: 'sentence', value: JSON.stringify(text), expected: 'what the subjects reach (enrolled, completed follow-up, completed visit …)', remedy: EXAMPLES });
	const wanted = draft.threshold ?? (draft.measure === 'databaseLocked' ? nth(1) : null);
	if (wanted === null) problems.push({ field: 'sentence', value: JSON.stringify(text), expected: 'how many subjects (100th subject, 80% of 33 subjects)', remedy: EXAMPLES });
	if (draft.measure === null || wanted === null) return { ok: false, problems };
	const rule: MilestoneRule = {
		...MILESTONE_DEFAULTS,
		...settings,
		id: '',
		version: settings.version ?? '1',
		study: draft.study,
		measure: draft.measure,
		threshold: draft.due === null ? wanted : by(draft.due, wanted),
		per: draft.per,
		by: draft.by,
		sites: draft.sites.length > 0 ? draft.sites : (settings.sites ?? []),
		events: draft.events.length > 0 ? draft.events : draft.measure === 'followUpComplete' ? (settings.events ?? []) : [],
		forms: draft.forms.length > 0 ? draft.forms : (settings.forms ?? []),
	};
	const named = { ...rule, id: settings.id ?? idOf(rule) };
	const wrong = contradictions(named);
	return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, value: named };
}

/** What a rule says, as a name: the same for the same rule in either language. */
function idOf(rule: MilestoneRule): string {
	return describeMilestone(rule, 'en')
		.toLowerCase()
		.replace(/%/g, ' percent')
		.replace(/[^\p{L}\p{N}.]+/gu, '-')
		.replace(/^-|-$/g, '');
}

function nextClause(text: string, position: number): (Clause & { readonly match: RegExpExecArray; readonly end: number }) | null {
	for (const clause of CLAUSES) {
		clause.pattern.lastIndex = position;
		const match = clause.pattern.exec(text);
		if (match !== null) return { ...clause, match, end: position + match[0].length };
	}
	return null;
}

function readList(text: string, start: number): { readonly names: string[]; readonly end: number } {
	const names: string[] = [];
	let position = start;
	for (;;) {
		const name = readName(text, position);
		if (name === null) return { names, end: names.length === 0 ? start : position };
		names.push(name.text);
		position = name.end;
		const after = skip(SEPARATOR, text, position);
		if (after === position || readName(text, after) === null) return { names, end: position };
		position = after;
	}
}

function readName(text: string, position: number): { readonly text: string; readonly end: number } | null {
	QUOTED.lastIndex = position;
	const quoted = QUOTED.exec(text);
	if (quoted !== null) return { text: quoted[1] ?? quoted[2] ?? '', end: position + quoted[0].length };
	OID.lastIndex = position;
	const bare = OID.exec(text);
	const name = bare?.[1];
	if (bare === null || name === undefined || PLAIN_WORDS.has(name.toLowerCase())) return null;
	// A full stop that ends the sentence is no part of the name.
	const end = position + bare[0].length;
	return name.endsWith('.') ? { text: name.slice(0, -1), end: end - 1 } : { text: name, end };
}

function skip(pattern: RegExp, text: string, position: number): number {
	pattern.lastIndex = position;
	const match = pattern.exec(text);
	return match === null ? position : position + match[0].length;
}
