import type { BilingualText, Language } from '../judgement/judgement.js';

/*
 * Every sentence a milestone says, both languages side by side; a test holds that their placeholders match.
 * Terms: domain reference 10.
 */

export const MILESTONE_TEXTS = {
	reached: {
		en: 'The {ordinal} subject ({subject}) {did} on {date}{where}; {counted}{tie}{basis}{enrolment}.',
		'zh-CN': '{where}第 {n} 例受试者（{subject}）于 {date} {did}，里程碑达成；{counted}{tie}{basis}{enrolment}。',
	},
	reachedUndated: {
		en: 'The {ordinal} subject ({subject}) {did}{where}; the records name no time; {counted}{enrolment}.',
		'zh-CN': '{where}第 {n} 例受试者（{subject}）已{did}，里程碑达成；记录中没有时间；{counted}{enrolment}。',
	},
	locked: { en: 'The database of study {study} was locked on {date}.', 'zh-CN': '研究 {study} 的数据库于 {date} 锁库，里程碑达成。' },
	lockedUndated: { en: 'The database of study {study} is locked; the records name no time.', 'zh-CN': '研究 {study} 的数据库已锁库，里程碑达成；记录中没有时间。' },
	notYet: {
		en: '{count} of {n} subjects {didMany}{where}; {missing} missing{due}{enrolment}.',
		'zh-CN': '{where}已有 {count}/{n} 例受试者{didMany}，尚缺 {missing} 例{due}{enrolment}。',
	},
	notLocked: { en: 'The database of study {study} is not locked yet{due}.', 'zh-CN': '研究 {study} 的数据库尚未锁库{due}。' },
	late: {
		en: 'Late: by {date} only {count} of {n} subjects {didMany}{where}; {missing} missing{enrolment}.',
		'zh-CN': '里程碑逾期：截至 {date}，{where}仅 {count}/{n} 例受试者{didMany}，尚缺 {missing} 例{enrolment}。',
	},
	lateLock: { en: 'Late: the database of study {study} was not locked by {date}.', 'zh-CN': '里程碑逾期：截至 {date}，研究 {study} 的数据库未锁库。' },
	lateReached: {
		en: 'Late: the due date {due} passed; the {ordinal} subject ({subject}) {did} on {date}{where}; {counted}{tie}{basis}{enrolment}.',
		'zh-CN': '里程碑逾期：期限 {due} 已过；{where}第 {n} 例受试者（{subject}）于 {date} {did}；{counted}{tie}{basis}{enrolment}。',
	},
	lateLocked: { en: 'Late: the due date {due} passed; the database of study {study} was locked on {date}.', 'zh-CN': '里程碑逾期：期限 {due} 已过；研究 {study} 的数据库于 {date} 锁库。' },
	receded: {
		en: 'Receded: the milestone was reached, but corrections leave {count} of {n} subjects who {didMany}{where}; {missing} missing{enrolment}.',
		'zh-CN': '里程碑回退：里程碑曾达成，但更正后{where}仅 {count}/{n} 例受试者{didMany}，尚缺 {missing} 例{enrolment}。',
	},
	recededLock: { en: 'Receded: the database of study {study} was unlocked after the milestone was reached.', 'zh-CN': '里程碑回退：研究 {study} 的数据库在里程碑达成后已解锁。' },
	notAvailable: { en: 'Not available{where}: {missing}.', 'zh-CN': '不可用：{where}缺少{missing}。' },

	orderChanged: { en: ' Later records changed the order: the {ordinal} subject was {from} and is now {to}.', 'zh-CN': '后到的记录改变了顺序：第 {n} 例受试者由 {from} 变为 {to}。' },
	orderRestored: { en: ' The order is again as it was when the milestone was reached.', 'zh-CN': '顺序已恢复为里程碑达成时的顺序。' },
	recededCleared: { en: ' The milestone had receded and is reached again.', 'zh-CN': '里程碑曾回退，现再次达成。' },
	metLater: { en: ' The milestone that was late has been reached.', 'zh-CN': '曾逾期的里程碑现已达成。' },
	metLaterCleared: { en: ' The late milestone is open again.', 'zh-CN': '逾期的里程碑又变为未达成。' },

	counted: { en: '{count} subjects count', 'zh-CN': '共计入 {count} 例受试者' },
	countedOne: { en: '1 subject counts', 'zh-CN': '共计入 1 例受试者' },
	tieByEntry: { en: ', tie with {others} broken by entry time', 'zh-CN': '，与 {others} 并列，按录入时间排序' },
	tieBySubject: { en: ', tie with {others} broken by subject key', 'zh-CN': '，与 {others} 并列，按受试者编号排序' },
	moreOthers: { en: '{others} and {more} more', 'zh-CN': '{others} 及另外 {more} 例' },
	basisEntry: { en: '; no date of the event is known, so the entry time stands for it', 'zh-CN': '；没有发生日期，以录入时间代替' },
	basisByEntry: { en: '; ordered by entry time', 'zh-CN': '；按录入时间排序' },
	dueOpen: { en: '; due {date}', 'zh-CN': '；期限 {date}' },
	atSite: { en: ' at site {site}', 'zh-CN': '研究中心 {site} ' },
	inCountry: { en: ' in country {country}', 'zh-CN': '国家 {country} ' },
	enrolmentItem: { en: '; enrolled means: enrolment item', 'zh-CN': '；入组依据：入组数据项' },
	enrolmentStatus: { en: '; enrolled means: subject status', 'zh-CN': '；入组依据：受试者状态' },
	enrolmentRandomisation: { en: '; enrolled means: randomised', 'zh-CN': '；入组依据：随机' },
	enrolmentConsent: { en: '; enrolled means: informed consent signed', 'zh-CN': '；入组依据：知情同意签署' },

	didEnrolled: { en: 'was enrolled', 'zh-CN': '入组' },
	didRandomised: { en: 'was randomised', 'zh-CN': '随机' },
	didEnrolledMany: { en: 'were enrolled', 'zh-CN': '入组' },
	didRandomisedMany: { en: 'were randomised', 'zh-CN': '随机' },
	didVisit: { en: 'completed visit {events}', 'zh-CN': '完成访视 {events}' },
	didFollowUp: { en: 'completed follow-up', 'zh-CN': '完成随访' },
	didFollowUpVisit: { en: 'completed follow-up visit {events}', 'zh-CN': '完成随访（访视 {events}）' },
	didForm: { en: 'completed form {forms}', 'zh-CN': '完成表单 {forms}' },
	didFormVisit: { en: 'completed form {forms} at visit {events}', 'zh-CN': '完成访视 {events} 的表单 {forms}' },
	didSigned: { en: 'had form {forms} signed', 'zh-CN': '完成表单 {forms} 的签名' },
	didAllSigned: { en: 'had all forms signed', 'zh-CN': '完成全部表单的签名' },
	didQueries: { en: 'had all queries closed', 'zh-CN': '质疑全部关闭' },

	missingTarget: { en: 'the target number of subjects; set "target" in the rule', 'zh-CN': '目标受试者例数；请在规则中填写“target”' },
	missingEnrolment: { en: 'an enrolment item, randomisation item or consent item; name one in the mapping', 'zh-CN': '入组、随机或知情同意数据项；请在映射中指定其一' },
	missingRandomisation: { en: 'the randomisation date; name its item in the mapping', 'zh-CN': '随机日期；请在映射中指定其数据项' },
	missingDesign: { en: 'the study design (visits, mandatory forms and items); name the events in the rule or read the design', 'zh-CN': '研究设计（访视、必填表单和数据项）；请在规则中指定访视，或读取研究设计' },
	missingEvent: { en: 'visit {events} in the study design; check the event OID', 'zh-CN': '研究设计中的访视 {events}；请核对访视 OID' },
	missingForm: { en: 'form {forms} in the study design; check the form OID', 'zh-CN': '研究设计中的表单 {forms}；请核对表单 OID' },
	missingStatus: { en: 'a declared status of forms or visits; choose another meaning of "complete"', 'zh-CN': '表单或访视的状态；请更换“完成”的判定方式' },
	missingSignatures: { en: 'signatures in the evidence', 'zh-CN': '证据中的签名' },
	missingQueries: { en: 'queries in the evidence', 'zh-CN': '证据中的质疑' },
	missingStudy: { en: 'evidence of study {study}', 'zh-CN': '研究 {study} 的证据' },
	missingSite: { en: 'the site of {count} subjects', 'zh-CN': '{count} 例受试者所属的研究中心' },
	missingCountry: { en: 'the country of {count} subjects', 'zh-CN': '{count} 例受试者所属的国家' },
} as const satisfies Record<string, BilingualText>;

export type MilestoneTextKey = keyof typeof MILESTONE_TEXTS;
export type TextValues = Readonly<Record<string, string | number | BilingualText>>;

/** Fills the placeholders of a text; values that are themselves bilingual are taken in the same language. */
export function milestoneText(key: MilestoneTextKey, values: TextValues = {}): BilingualText {
	return { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN') };

	function inLanguage(language: Language): string {
		return MILESTONE_TEXTS[key][language].replace(/\{(\w+)\}/g, (_, name: string) => {
			const value = Object.hasOwn(values, name) ? values[name] : undefined;
			if (value === undefined) return '';
			return typeof value === 'object' ? value[language] : String(value);
		});
	}
}

/** Two texts in one, each in its language. */
export function joinTexts(...texts: readonly BilingualText[]): BilingualText {
	return { en: texts.map((text) => text.en).join(''), 'zh-CN': texts.map((text) => text['zh-CN']).join('') };
}

export const NO_TEXT: BilingualText = { en: '', 'zh-CN': '' };

/** `100th`, `101st`, `111th`. */
export function ordinal(n: number): string {
	const tens = n % 100;
	const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
	return `${n}${suffix}`;
}

/** A list as each language joins it. */
export function listed(names: readonly string[]): BilingualText {
	return { en: names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`, 'zh-CN': names.join('、') };
}
