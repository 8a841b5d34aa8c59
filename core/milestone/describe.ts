import type { Language } from '../judgement/judgement.js';
import type { MilestoneMeasure, MilestoneRule } from './rule.js';
import { ordinal } from './texts.js';

/** Parts of the sentence a rule can be written as, both languages side by side. */
const PHRASES = {
	nth: { en: '{ordinal} subject', 'zh-CN': '第 {n} 例受试者' },
	percent: { en: '{percent}% of {target} subjects', 'zh-CN': '目标 {target} 例的 {percent}% 受试者' },
	percentOpen: { en: '{percent}% of target subjects', 'zh-CN': '目标例数的 {percent}% 受试者' },
	perSite: { en: ' per site', 'zh-CN': '每个研究中心' },
	perCountry: { en: ' per country', 'zh-CN': '每个国家' },
	atSites: { en: ' at site {names}', 'zh-CN': '研究中心 {names} ' },
	inStudy: { en: ' in study {names}', 'zh-CN': '研究 {names} ' },
	due: { en: ' by {due}', 'zh-CN': '截至 {due} ' },
	byEntry: { en: ', by entry time', 'zh-CN': '，按录入时间' },
	atVisit: { en: ' at visit {names}', 'zh-CN': '，访视 {names}' },
} as const;

const MEASURES: Readonly<Record<MilestoneMeasure, Readonly<Record<Language, string>>>> = {
	enrolled: { en: 'enrolled', 'zh-CN': '入组' },
	randomised: { en: 'randomised', 'zh-CN': '随机' },
	visitComplete: { en: 'completed visit {events}', 'zh-CN': '完成访视 {events}' },
	followUpComplete: { en: 'completed follow-up', 'zh-CN': '完成随访' },
	formComplete: { en: 'completed form {forms}', 'zh-CN': '完成表单 {forms}' },
	formSigned: { en: 'has form {forms} signed', 'zh-CN': '表单 {forms} 已签名' },
	queryClosed: { en: 'has all queries closed', 'zh-CN': '质疑全部关闭' },
	databaseLocked: { en: 'database locked', 'zh-CN': '数据库锁库' },
};

const ALL_SIGNED: Readonly<Record<Language, string>> = { en: 'has all forms signed', 'zh-CN': '全部表单已签名' };

/**
 * The sentence of a rule, which `parseMilestoneSentence` reads back.
 * Settings that a sentence has no words for (what 'complete' means, arms, targets of single sites) stay with the rule.
 */
export function describeMilestone(rule: MilestoneRule, language: Language): string {
	const { threshold } = rule;
	const values: Readonly<Record<string, string>> = {
		n: String(threshold.n ?? ''),
		ordinal: threshold.n === null ? '' : ordinal(threshold.n),
		percent: threshold.percent ?? '',
		target: String(threshold.target ?? ''),
		due: threshold.kind === 'late' ? threshold.due : '',
		events: names(rule.events, language),
		forms: names(rule.forms, language),
	};
	const say = (text: string, list: readonly string[] = []): string =>
		text.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'names' ? names(list, language) : (values[name] ?? '')));
	const phrase = (key: keyof typeof PHRASES, list: readonly string[] = []): string => say(PHRASES[key][language], list);
	const lock = rule.measure === 'databaseLocked';
	const who = lock ? '' : threshold.n !== null ? phrase('nth') : phrase(threshold.target === null ? 'percentOpen' : 'percent');
	const did = say(rule.measure === 'formSigned' && rule.forms.length === 0 ? ALL_SIGNED[language] : MEASURES[rule.measure][language]);
	const visit = rule.measure !== 'visitComplete' && rule.events.length > 0 ? phrase('atVisit', rule.events) : '';
	const study = rule.study === null ? '' : phrase('inStudy', [rule.study]);
	const sites = rule.sites.length === 0 ? '' : phrase('atSites', rule.sites);
	const per = rule.per === 'site' ? phrase('perSite') : rule.per === 'country' ? phrase('perCountry') : '';
	const due = threshold.kind === 'late' ? phrase('due') : '';
	const order = rule.by === 'entry' ? phrase('byEntry') : '';
	if (language === 'en') return `${lock ? did : `${who} ${did}`}${visit}${sites}${per}${study}${due}${order}`;
	return `${due}${study}${sites}${per}${who}${did}${visit}${order}`;
}

/** Names in a list; one that is no plain OID stands in quotes. */
function names(list: readonly string[], language: Language): string {
	const shown = list.map((name) => (/^[A-Za-z0-9_][A-Za-z0-9_.:\-/]*$/.test(name) && !name.endsWith('.') && !PLAIN_WORDS.has(name.toLowerCase()) ? name : language === 'en' ? `"${name}"` : `“${name}”`));
	return shown.join(language === 'en' ? ', ' : '、');
}

/** Words of the grammar, which need quotes to be names. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(['at', 'in', 'of', 'by', 'per', 'visit', 'visits', 'site', 'sites', 'form', 'forms', 'study', 'signed', 'and', 'order', 'ordered']);
