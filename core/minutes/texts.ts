import type { BilingualText, Language } from '../judgement/judgement.js';
import type { MinutesClass } from './row.js';

/*
 * Why a sentence counts or does not, and what a talk's minutes hold. Terms: domain reference 7 and 10.
 */

/** `{term}` is what was found, as written. */
export const REASONS: Readonly<Record<MinutesClass, BilingualText>> = {
	CITED: { en: 'The manager cites process data: “{term}”.', 'zh-CN': '上级引用了过程数据：“{term}”。' },
	NEG: { en: 'It says that the data were not looked at (“{term}”), so it does not count.', 'zh-CN': '该句说明没有查看数据（“{term}”），不计入。' },
	PLAN: { en: 'It speaks of what is to be looked at or reached (“{term}”), not of data at hand, so it does not count.', 'zh-CN': '该句说的是以后要看或要达到的（“{term}”），不是现有数据，不计入。' },
	ASK: { en: 'It asks whether the data were looked at (“{term}”), so it does not count.', 'zh-CN': '该句是在询问是否看过数据（“{term}”），不计入。' },
	QUO: { en: 'It repeats somebody else’s words, an agenda or a template (“{term}”), so it does not count.', 'zh-CN': '该句转述他人的话、议程或模板（“{term}”），不计入。' },
	HEAD: { en: 'It is a heading or part of the template (“{term}”), so it does not count.', 'zh-CN': '该句是标题或模板内容（“{term}”），不计入。' },
	EMPLOYEE: { en: 'The employee says it, not the manager (“{term}”), so it does not count.', 'zh-CN': '该句出自员工而非上级（“{term}”），不计入。' },
	OTHER: { en: 'Somebody else than the manager says it (“{term}”), so it does not count.', 'zh-CN': '该句出自上级以外的人（“{term}”），不计入。' },
	NOBODY: { en: 'The minutes do not say who says it (“{term}”), so it does not count.', 'zh-CN': '纪要未写明说话人（“{term}”），不计入。' },
	UNCLEAR: { en: 'The name of the speaker fits manager and employee (“{term}”), so it does not count.', 'zh-CN': '说话人的姓名与上级和员工都相符（“{term}”），不计入。' },
};

/** Short, for counts. */
export const CLASS_NAMES: Readonly<Record<Exclude<MinutesClass, 'CITED'>, BilingualText>> = {
	NEG: { en: 'not looked at', 'zh-CN': '未查看' },
	PLAN: { en: 'to be looked at or reached', 'zh-CN': '以后查看或要达到' },
	ASK: { en: 'asked', 'zh-CN': '询问' },
	QUO: { en: 'quoted', 'zh-CN': '转述' },
	HEAD: { en: 'heading or template', 'zh-CN': '标题或模板' },
	EMPLOYEE: { en: 'said by the employee', 'zh-CN': '员工所说' },
	OTHER: { en: 'said by others', 'zh-CN': '他人所说' },
	NOBODY: { en: 'no speaker named', 'zh-CN': '未写明说话人' },
	UNCLEAR: { en: 'speaker unclear', 'zh-CN': '说话人不明' },
};

/** What the minutes of a talk are. */
export type MinutesState = 'scanned' | 'noMinutes' | 'managerNotFound';

export interface MinutesFigures {
	readonly state: MinutesState;
	readonly citations: number;
	/** Turns of the manager, and of all speakers. */
	readonly managerTurns: number;
	readonly turns: number;
	readonly notCounted: Readonly<Partial<Record<MinutesClass, number>>>;
}

/** One sentence: what was found in the minutes of a talk. */
export function explainMinutes(talk: string, { state, citations, managerTurns, turns, notCounted }: MinutesFigures): BilingualText {
	const left = (language: Language): string => {
		const parts = (Object.keys(CLASS_NAMES) as Array<keyof typeof CLASS_NAMES>).flatMap((name) => (notCounted[name] === undefined ? [] : [`${notCounted[name]} ${CLASS_NAMES[name][language]}`]));
		if (parts.length === 0) return '';
		return language === 'en' ? `; not counted: ${parts.join(', ')}` : `；未计入：${parts.join('、')}`;
	};
	switch (state) {
		case 'noMinutes':
			return { en: `Talk ${talk} has no minutes: no evidence of process data.`, 'zh-CN': `谈话 ${talk} 没有纪要：没有引用过程数据的证据。` };
		case 'managerNotFound':
			return {
				en: `In the minutes of talk ${talk} no turn is the manager’s (${turns} ${turns === 1 ? 'turn' : 'turns'} of others): no evidence of process data${left('en')}. Give the name under which the manager speaks.`,
				'zh-CN': `谈话 ${talk} 的纪要中没有上级的发言（他人发言 ${turns} 段）：没有引用过程数据的证据${left('zh-CN')}。请补充上级在纪要中的称呼。`,
			};
		case 'scanned':
			return {
				en: `In talk ${talk} the manager cites process data in ${citations} ${citations === 1 ? 'sentence' : 'sentences'} (${managerTurns} of ${turns} ${turns === 1 ? 'turn' : 'turns'})${left('en')}.`,
				'zh-CN': `谈话 ${talk} 中上级有 ${citations} 句引用了过程数据（共 ${turns} 段发言，其中上级 ${managerTurns} 段）${left('zh-CN')}。`,
			};
	}
}

export function reasonOf(kind: MinutesClass, term: string): BilingualText {
	const reason = REASONS[kind];
	return { en: reason.en.replace('{term}', () => term), 'zh-CN': reason['zh-CN'].replace('{term}', () => term) };
}
