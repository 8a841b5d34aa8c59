import { dueAfterWorkingDays, type DueCalendar } from '../task/dueDate.js';
import { parseRfc3339 } from '../time/rfc3339.js';
import type { BilingualText } from '../judgement/judgement.js';
import type { Objection, ObjectionState } from './light.js';

/** Working days in which an objection is to be answered. Source: domain reference 9. */
export const OBJECTION_WORKING_DAYS = 15;

export type ObjectionStep =
	| { readonly step: 'file'; readonly at: string; readonly reason: string }
	| { readonly step: 'review' | 'uphold' | 'reject' | 'withdraw'; readonly at: string; readonly by: string };

const RESULT: Readonly<Record<ObjectionStep['step'], ObjectionState>> = { file: 'filed', review: 'underReview', uphold: 'upheld', reject: 'rejected', withdraw: 'withdrawn' };
const NAMES: Readonly<Record<ObjectionState, BilingualText>> = {
	filed: { en: 'filed', 'zh-CN': '已提交' },
	underReview: { en: 'under review', 'zh-CN': '复核中' },
	upheld: { en: 'upheld', 'zh-CN': '成立' },
	rejected: { en: 'rejected', 'zh-CN': '不成立' },
	withdrawn: { en: 'withdrawn', 'zh-CN': '已撤回' },
};

export type ObjectionAnswer = { readonly ok: true; readonly objection: Objection } | { readonly ok: false; readonly reason: BilingualText };

/** The objection after a step; a step that its state does not allow is refused with the reason. */
export function stepObjection(now: Objection | null, step: ObjectionStep, calendar: DueCalendar): ObjectionAnswer {
	const open = now !== null && (now.state === 'filed' || now.state === 'underReview');
	if (step.step === 'file') {
		if (open) return refused('An objection is open already.', '已有未处理完的异议。');
		const filed = parseRfc3339(step.at);
		if (Number.isNaN(filed)) return refused(`“${step.at}” is not a time, expected one such as 2026-03-02T08:00:00+08:00.`, `“${step.at}”不是时间，应如 2026-03-02T08:00:00+08:00。`);
		if (step.reason.trim() === '') return refused('An objection needs a reason.', '请填写异议理由。');
		const { date, provisional } = dueAfterWorkingDays(calendar, filed, OBJECTION_WORKING_DAYS);
		return { ok: true, objection: { state: 'filed', filedAt: step.at, reason: step.reason, deadline: date, deadlineProvisional: provisional, decidedBy: null, decidedAt: null } };
	}
	if (!open) return refused(now === null ? 'No objection was filed.' : `The objection is ${NAMES[now.state].en} already.`, now === null ? '尚未提交异议。' : `异议${NAMES[now.state]['zh-CN']}，不能再变更。`);
	if (step.step === 'review' && now.state === 'underReview') return refused('The objection is under review already.', '异议已在复核中。');
	const decided = step.step !== 'review';
	return { ok: true, objection: { ...now, state: RESULT[step.step], decidedBy: decided ? step.by : null, decidedAt: decided ? step.at : null } };
}

/** True while a figure is disputed: nothing may be made of it. */
export function isDisputed(objection: Objection | null): boolean {
	return objection !== null && (objection.state === 'filed' || objection.state === 'underReview');
}

function refused(en: string, zh: string): ObjectionAnswer {
	return { ok: false, reason: { en, 'zh-CN': zh } };
}
