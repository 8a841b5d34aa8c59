import type { BilingualText } from '../judgement/judgement.js';
import type { CalendarMissing } from './workingCalendar.js';
import type { DayReason } from './yearTable.js';

/** Words for why a day is working or off. */
export const DAY_REASONS: Readonly<Record<DayReason, BilingualText>> = {
	weekday: { en: 'working day', 'zh-CN': '工作日' },
	weekend: { en: 'weekend', 'zh-CN': '周末' },
	holiday: { en: 'public holiday', 'zh-CN': '法定节假日' },
	makeUpDay: { en: 'make-up day', 'zh-CN': '调休上班日' },
	companyOff: { en: 'company day off', 'zh-CN': '公司休息日' },
	companyWorking: { en: 'working day of the company', 'zh-CN': '公司上班日' },
	leave: { en: 'on leave', 'zh-CN': '请假' },
};

/** Why no answer can be given. */
export function calendarMissing({ year }: CalendarMissing): BilingualText {
	return {
		en: `Calendar missing: the holiday notice for ${year} is not out, so working days of ${year} are not known yet.`,
		'zh-CN': `日历未公布：${year} 年的节假日安排通知尚未发布，暂不能确定 ${year} 年的工作日。`,
	};
}

/** Said beside a date that may still move. */
export function provisionalNote(year: number): BilingualText {
	return {
		en: `Provisional: the holiday notice for ${year} is not out; counted with weekends and the days the law fixes.`,
		'zh-CN': `暂定：${year} 年的节假日安排通知尚未发布，暂按周末和法定固定节日计算。`,
	};
}
