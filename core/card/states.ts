import type { BilingualText } from '../judgement/judgement.js';

/** Where a card stands. `closed` also holds the effectiveness check. Source: domain reference 3 (states). */
export type CardState = 'open' | 'measurePlanned' | 'measureDone' | 'inVerification' | 'closed' | 'void';

export const CARD_STATES: readonly CardState[] = ['open', 'measurePlanned', 'measureDone', 'inVerification', 'closed', 'void'];

export const STATE_NAMES: Readonly<Record<CardState, BilingualText>> = {
	open: { en: 'open', 'zh-CN': '待制定措施' },
	measurePlanned: { en: 'measure planned', 'zh-CN': '措施已制定' },
	measureDone: { en: 'measure done', 'zh-CN': '措施已完成' },
	inVerification: { en: 'in verification', 'zh-CN': '验证中' },
	closed: { en: 'closed', 'zh-CN': '已关闭' },
	void: { en: 'void', 'zh-CN': '已作废' },
};

/** What an event records. */
export type CardAction =
	| 'opened'
	| 'planned'
	| 'completed'
	| 'submitted'
	| 'verified'
	| 'rejected'
	| 'closed'
	| 'reopened'
	| 'voided'
	| 'effectivenessChecked'
	| 'reportWaived'
	| 'verificationAssignmentAccepted'
	| 'changed'
	| 'noted'
	| 'waitingStarted'
	| 'waitingEnded';

export const ACTION_NAMES: Readonly<Record<CardAction, BilingualText>> = {
	opened: { en: 'card opened', 'zh-CN': '建立卡片' },
	planned: { en: 'measure planned', 'zh-CN': '制定措施' },
	completed: { en: 'measure done', 'zh-CN': '完成措施' },
	submitted: { en: 'evidence submitted', 'zh-CN': '提交证据' },
	verified: { en: 'verification passed', 'zh-CN': '验证通过' },
	rejected: { en: 'rejected', 'zh-CN': '驳回' },
	closed: { en: 'closed', 'zh-CN': '关闭' },
	reopened: { en: 'reopened', 'zh-CN': '重新打开' },
	voided: { en: 'void', 'zh-CN': '作废' },
	effectivenessChecked: { en: 'effectiveness check', 'zh-CN': '有效性检查' },
	reportWaived: { en: 'report number waived', 'zh-CN': '豁免检测报告编号' },
	verificationAssignmentAccepted: { en: 'verifier accepted the task', 'zh-CN': '验证人接受任务' },
	changed: { en: 'changed', 'zh-CN': '修改' },
	noted: { en: 'note', 'zh-CN': '备注' },
	waitingStarted: { en: 'waiting for a third party', 'zh-CN': '开始等待第三方' },
	waitingEnded: { en: 'waiting ended', 'zh-CN': '结束等待第三方' },
};

/** What a signature means. Source: 21 CFR 11.50(a), domain reference 3. */
export type SignatureMeaning = 'author' | 'review' | 'approval' | 'responsibility' | 'verified';

export const MEANING_NAMES: Readonly<Record<SignatureMeaning, BilingualText>> = {
	author: { en: 'author', 'zh-CN': '起草' },
	review: { en: 'review', 'zh-CN': '审核' },
	approval: { en: 'approval', 'zh-CN': '批准' },
	responsibility: { en: 'responsibility', 'zh-CN': '负责' },
	verified: { en: 'verified', 'zh-CN': '验证' },
};

/** What the card asks for: removes the finding, its cause, or the cause of a potential one. */
export type ActionType = 'correction' | 'correctiveAction' | 'preventiveAction';

export const ACTION_TYPES: Readonly<Record<ActionType, BilingualText>> = {
	correction: { en: 'correction', 'zh-CN': '纠正' },
	correctiveAction: { en: 'corrective action', 'zh-CN': '纠正措施' },
	preventiveAction: { en: 'preventive action', 'zh-CN': '预防措施' },
};

export type Severity = 'critical' | 'major' | 'minor';

export const SEVERITIES: Readonly<Record<Severity, BilingualText>> = {
	critical: { en: 'critical', 'zh-CN': '严重' },
	major: { en: 'major', 'zh-CN': '主要' },
	minor: { en: 'minor', 'zh-CN': '轻微' },
};

/** Did it help: not the same as verification, which asks whether it was done. */
export type Effectiveness = 'pending' | 'effective' | 'ineffective';

export const EFFECTIVENESS_NAMES: Readonly<Record<Effectiveness, BilingualText>> = {
	pending: { en: 'effectiveness check pending', 'zh-CN': '有效性检查待完成' },
	effective: { en: 'effective', 'zh-CN': '有效' },
	ineffective: { en: 'ineffective', 'zh-CN': '无效' },
};
