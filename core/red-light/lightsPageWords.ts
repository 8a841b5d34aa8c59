import type { Language } from '../judgement/judgement.js';
import type { Colour, Grey, ObjectionState } from './light.js';
import { NOTE_FACTORS, type NoteFactor, type ResponseStep } from './response.js';

/** What stands on the page of lights beside the words of the lights themselves. */
export interface PageWords {
	readonly title: string;
	readonly intro: (name: string) => string;
	readonly own: string;
	readonly noOwn: string;
	readonly helped: string;
	readonly noHelped: string;
	readonly colours: Readonly<Record<Colour, string>>;
	readonly grey: Readonly<Record<Grey, string>>;
	readonly out: string;
	readonly restated: string;
	readonly disputed: string;
	readonly day: string;
	readonly failed: string;
	readonly rate: string;
	readonly modules: string;
	readonly figure: string;
	readonly holds: string;
	readonly yes: string;
	readonly no: string;
	readonly semicolon: string;
	readonly evidence: string;
	/** Label of what unfolds. */
	readonly more: (count: number) => string;
	readonly notListed: (count: number) => string;
	readonly notes: string;
	readonly objection: string;
	readonly states: Readonly<Record<ObjectionState, string>>;
	readonly steps: Readonly<Record<ResponseStep, string>>;
	readonly filedAt: (at: string) => string;
	readonly answerBy: (date: string, provisional: boolean) => string;
	readonly decidedBy: (name: string, at: string) => string;
	readonly decision: string;
	readonly decisions: Readonly<Record<string, string>>;
	readonly undecided: string;
	readonly judged: (rule: string, version: string, at: string) => string;
	readonly writeNote: string;
	readonly object: string;
	readonly withdraw: string;
	readonly decide: string;
	readonly answer: string;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
	en: {
		title: 'My lights',
		intro: (name) => `Signed in as ${name}. A light asks for help; it is no score, and nobody is ranked by it.`,
		own: 'About me',
		noOwn: 'No light is about you.',
		helped: 'Where I am asked to help',
		noHelped: 'You are not asked to help with any light.',
		colours: { red: 'Red light', yellow: 'Yellow light', green: 'Green light' },
		grey: { tooFew: 'Too few', calendarMissing: 'Calendar not published' },
		out: 'Light went out',
		restated: 'Restated: counts no more',
		disputed: 'Disputed',
		day: 'Day',
		failed: 'Failed / decided PRs',
		rate: 'PR merge failure rate',
		modules: 'Commits by module',
		figure: 'Figure',
		holds: 'Rule held',
		yes: 'yes',
		no: 'no',
		semicolon: '; ',
		evidence: 'Evidence',
		more: (count) => `${count} more`,
		notListed: (count) => `${count} older records are not listed.`,
		notes: 'Context notes',
		objection: 'Objection',
		states: { filed: 'Filed', underReview: 'Under review', upheld: 'Upheld', rejected: 'Rejected', withdrawn: 'Withdrawn' },
		steps: { note: 'Note', file: 'Filed', withdraw: 'Withdrawn', review: 'Under review', uphold: 'Upheld', reject: 'Rejected', decide: 'Decided' },
		filedAt: (at) => `filed ${at}`,
		answerBy: (date, provisional) => `to be answered by ${date}${provisional ? ' (provisional: the calendar is not published yet)' : ''}`,
		decidedBy: (name, at) => `by ${name}, ${at}`,
		decision: 'Decision',
		decisions: { helpAgreed: 'Help is agreed', outsideCause: 'Caused by something outside', nothingNeeded: 'Nothing needs to be done', restated: 'The light is restated and counts no more', stands: 'The light stands' },
		undecided: 'No person has decided yet; until then nothing follows from this light.',
		judged: (rule, version, at) => `Rule ${rule}, version ${version}, judged as of ${at}`,
		writeNote: 'Write a note',
		object: 'Object',
		withdraw: 'Withdraw the objection',
		decide: 'Decide',
		answer: 'Answer the objection',
	},
	'zh-CN': {
		title: '我的红灯',
		intro: (name) => `当前登录：${name}。红灯用于提示需要协助，不是评分，也不用于排名。`,
		own: '与我有关',
		noOwn: '没有与您有关的红灯。',
		helped: '请我协助',
		noHelped: '没有需要您协助的红灯。',
		colours: { red: '红灯', yellow: '黄灯', green: '绿灯' },
		grey: { tooFew: '样本不足', calendarMissing: '日历未公布' },
		out: '灯已熄灭',
		restated: '已作数据重述，不再采用',
		disputed: '有异议',
		day: '日期',
		failed: '失败 / 已裁决 PR',
		rate: 'PR 合并失败率',
		modules: '各模块提交次数',
		figure: '数值',
		holds: '符合规则',
		yes: '是',
		no: '否',
		semicolon: '；',
		evidence: '证据',
		more: (count) => `另有 ${count} 条`,
		notListed: (count) => `更早的 ${count} 条未列出。`,
		notes: '备注',
		objection: '异议',
		states: { filed: '已提交', underReview: '复核中', upheld: '成立', rejected: '不成立', withdrawn: '已撤回' },
		steps: { note: '备注', file: '已提交', withdraw: '已撤回', review: '复核中', uphold: '成立', reject: '不成立', decide: '已决定' },
		filedAt: (at) => `提交于 ${at}`,
		answerBy: (date, provisional) => `应于 ${date} 前答复${provisional ? '（暂定：日历尚未公布）' : ''}`,
		decidedBy: (name, at) => `${name}，${at}`,
		decision: '决定',
		decisions: { helpAgreed: '已约定协助', outsideCause: '由外部原因造成', nothingNeeded: '无需处理', restated: '已作数据重述，该红灯不再采用', stands: '该红灯维持不变' },
		undecided: '尚未有人作出决定；在此之前，本红灯不产生任何后果。',
		judged: (rule, version, at) => `判定规则 ${rule}，版本 ${version}，判定时间 ${at}`,
		writeNote: '填写备注',
		object: '提出异议',
		withdraw: '撤回异议',
		decide: '作出决定',
		answer: '处理异议',
	},
};

const FACTORS: Readonly<Record<NoteFactor, Readonly<Record<Language, string>>>> = {
	externalDependency: { en: 'External dependency', 'zh-CN': '外部依赖' },
	environmentInterference: { en: 'Environment interference', 'zh-CN': '环境干扰因子' },
	other: { en: 'Other', 'zh-CN': '其他' },
};

export function factorText(factor: string, language: Language): string {
	return FACTORS[NOTE_FACTORS.find((one) => one === factor) ?? 'other'][language];
}
