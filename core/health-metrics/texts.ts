import type { BilingualText } from '../judgement/judgement.js';
import type { HealthMetricUnit } from './definition.js';
import type { RowKind } from './rows.js';

/* Words of the results. Terms as in the glossary, domain reference 10. */

export type FigureKey = 'citations' | 'citedNotViewed' | 'viewedNotCited' | 'noMinutes' | 'creationUnknown' | 'partlyAdopted' | 'rejected' | 'acceptedUnchanged' | 'unanswered' | 'open' | 'activeUsers';

/** Counts beside a value, in this order. */
export const FIGURE_TEXTS: Readonly<Record<FigureKey, BilingualText>> = {
	citations: { en: 'citations', 'zh-CN': '引用次数' },
	citedNotViewed: { en: 'talks with a citation but no view of the data', 'zh-CN': '有引用但没有查看记录的谈话' },
	viewedNotCited: { en: 'talks with a view of the data but no citation', 'zh-CN': '有查看记录但没有引用的谈话' },
	noMinutes: { en: 'talks without minutes (counted as no evidence)', 'zh-CN': '没有纪要的谈话（按无证据计）' },
	creationUnknown: { en: 'goals whose creation is not in the log', 'zh-CN': '版本日志中没有创建记录的目标' },
	partlyAdopted: { en: 'partly adopted', 'zh-CN': '部分采纳' },
	rejected: { en: 'rejected', 'zh-CN': '已拒绝' },
	acceptedUnchanged: { en: 'accepted without a change yet', 'zh-CN': '已接受但尚无变更' },
	unanswered: { en: 'not answered', 'zh-CN': '未答复' },
	open: { en: 'still open (age so far, a lower bound)', 'zh-CN': '仍未结束（按已停留时长计，为下限）' },
	activeUsers: { en: 'active users', 'zh-CN': '活跃用户' },
};

export type ExclusionKey = 'noReason' | 'notHeld' | 'notExplicit' | 'withdrawn' | 'duplicate' | 'samePerson' | 'sameRole' | 'notYetDue' | 'notDone' | 'departmentUnknown';

/** Why rows were left out. */
export const EXCLUSION_TEXTS: Readonly<Record<ExclusionKey, BilingualText>> = {
	noReason: { en: 'change without reason or approver', 'zh-CN': '缺少原因或批准人的变更' },
	notHeld: { en: 'talk not held', 'zh-CN': '未进行的谈话' },
	notExplicit: { en: 'not explicit', 'zh-CN': '未明确提出' },
	withdrawn: { en: 'withdrawn', 'zh-CN': '已撤回' },
	duplicate: { en: 'duplicate', 'zh-CN': '重复' },
	samePerson: { en: 'same person', 'zh-CN': '同一人' },
	sameRole: { en: 'same role', 'zh-CN': '同一角色' },
	notYetDue: { en: 'not yet due', 'zh-CN': '未到期' },
	notDone: { en: 'due, not done', 'zh-CN': '已到期未完成' },
	departmentUnknown: { en: 'department of the inviting person unknown', 'zh-CN': '邀请人所在部门未知' },
};

export type MissingKey = RowKind | 'views' | 'calendar';

/** What is missing where a metric is not available. */
export const MISSING_TEXTS: Readonly<Record<MissingKey, BilingualText>> = {
	goal: { en: 'version log of the goals', 'zh-CN': '目标版本日志' },
	talk: { en: 'coaching talks', 'zh-CN': '辅导谈话记录' },
	view: { en: 'operation log', 'zh-CN': '操作日志' },
	views: { en: 'views of process data (operation log)', 'zh-CN': '过程数据查看记录（操作日志）' },
	suggestion: { en: 'suggestions', 'zh-CN': '建议记录' },
	stage: { en: 'stage changes', 'zh-CN': '阶段变更记录' },
	fields: { en: 'counts of required fields', 'zh-CN': '必填字段统计' },
	appeal: { en: 'appeals', 'zh-CN': '绩效申诉记录' },
	usage: { en: 'use of the system', 'zh-CN': '系统使用记录' },
	invite: { en: 'invitations', 'zh-CN': '邀请记录' },
	rating: { en: 'answers of the reverse assessment', 'zh-CN': '反向考核回答' },
	task: { en: 'tasks with due dates', 'zh-CN': '带到期日的任务' },
	membership: { en: 'who belonged to which unit', 'zh-CN': '人员所属单位' },
	calendar: { en: 'working days of the year, whose notice is not out', 'zh-CN': '该年度的工作日（日历未公布）' },
};

export type LightColour = 'green' | 'yellow' | 'red' | 'grey' | 'none';

export const LIGHT_TEXTS: Readonly<Record<LightColour, BilingualText>> = {
	green: { en: 'green light', 'zh-CN': '绿灯' },
	yellow: { en: 'yellow light', 'zh-CN': '黄灯' },
	red: { en: 'red light', 'zh-CN': '红灯' },
	grey: { en: 'grey light', 'zh-CN': '灰灯' },
	none: { en: 'no threshold', 'zh-CN': '未设阈值' },
};

/** After a number; per cent stands without a blank. */
export const UNIT_TEXTS: Readonly<Record<HealthMetricUnit, BilingualText>> = {
	rate: { en: '', 'zh-CN': '' },
	percent: { en: '%', 'zh-CN': '%' },
	days: { en: ' days', 'zh-CN': ' 天' },
	minutes: { en: ' minutes', 'zh-CN': ' 分钟' },
	count: { en: '', 'zh-CN': '' },
};

export const WORDS = {
	company: { en: 'whole company', 'zh-CN': '全公司' },
	noTeam: { en: '(no team)', 'zh-CN': '（未归入团队）' },
	noDepartment: { en: '(no department)', 'zh-CN': '（未归入部门）' },
	noFactor: { en: 'no factor', 'zh-CN': '无备注因子' },
	value: { en: '{name}, {group}, {period}: {value} ({numerator} {numeratorName} ÷ {denominator} {denominatorName}{details}){verdict}.', 'zh-CN': '{name}，{group}，{period}：{value}（{numerator} {numeratorName} ÷ {denominator} {denominatorName}{details}）{verdict}。' },
	counted: { en: '{name}, {group}, {period}: {value} {numeratorName}{details}{verdict}.', 'zh-CN': '{name}，{group}，{period}：{value} {numeratorName}{details}{verdict}。' },
	notApplicable: { en: '{name}, {group}, {period}: not applicable, there were no {denominatorName}{details}.', 'zh-CN': '{name}，{group}，{period}：不适用，没有可统计的记录{details}。' },
	notAvailable: { en: '{name}, {group}, {period}: not available: {missing}.', 'zh-CN': '{name}，{group}，{period}：不可用（缺少{missing}）。' },
	suppressed: { en: '{name}, {group}, {period}: not shown, so that nobody can be told from a figure of fewer than {k} {who}.', 'zh-CN': '{name}，{group}，{period}：不显示，以免从不足 {k} {who}的数字推断到个人。' },
	persons: { en: 'persons', 'zh-CN': '人' },
	answers: { en: 'answers', 'zh-CN': '份回答' },
	interval: { en: ', 95% interval {low} to {high}', 'zh-CN': '，95% 区间 {low} 至 {high}' },
	spread: { en: ', median {median}, 90th percentile {p90}', 'zh-CN': '，中位数 {median}，第 90 百分位数 {p90}' },
	leftOut: { en: ', left out: {count} {reason}', 'zh-CN': '，未计入：{count} 条{reason}' },
	tooFew: { en: '; too few for a light (at least {minimum} needed)', 'zh-CN': '；样本不足，不亮灯（至少需要 {minimum}）' },
	lit: { en: '; {light} ({limits})', 'zh-CN': '；{light}（{limits}）' },
	unsure: { en: '; not distinguishable from the threshold', 'zh-CN': '；与阈值无法区分' },
	soFar: { en: '; the period is not over yet', 'zh-CN': '；该窗口尚未结束' },
	previous: { en: '; {change} against {period} ({before})', 'zh-CN': '；较 {period}（{before}）{change}' },
	previousAlone: { en: '; {before} in {period}', 'zh-CN': '；{period} 为 {before}' },
	baseline: { en: '; {worse} than the baseline {base} by more than {limit}', 'zh-CN': '；{worse}基线 {base} 超过 {limit}' },
	worse: { en: 'worse', 'zh-CN': '已恶化，差于' },
	notWorse: { en: 'not worse', 'zh-CN': '未恶化，未差于' },
	forecast: { en: '; forecast {forecast}', 'zh-CN': '；预测 {forecast}' },
	restated: { en: '; restated: it was {before} as of {asOf} ({reason})', 'zh-CN': '；数据重述：截至 {asOf} 为 {before}（{reason}）' },
	broken: { en: '; {count} red in a row, the run before was broken by {period} ({why})', 'zh-CN': '；连续 {count} 期红灯，此前的连续因 {period}（{why}）中断' },
	run: { en: '; {count} red in a row', 'zh-CN': '；连续 {count} 期红灯' },
	greenFrom: { en: 'green from {bound}', 'zh-CN': '{bound} 及以上为绿灯' },
	greenOver: { en: 'green over {bound}', 'zh-CN': '超过 {bound} 为绿灯' },
	greenTo: { en: 'green up to {bound}', 'zh-CN': '不超过 {bound} 为绿灯' },
	greenUnder: { en: 'green under {bound}', 'zh-CN': '低于 {bound} 为绿灯' },
	redUnder: { en: ', red under {bound}', 'zh-CN': '，低于 {bound} 为红灯' },
	redOver: { en: ', red over {bound}', 'zh-CN': '，超过 {bound} 为红灯' },
	points: { en: ' percentage points', 'zh-CN': ' 个百分点' },
	alarm: { en: '{name}, {group}: alarm since {period} after {count} closed period(s). {what}{end}', 'zh-CN': '{name}，{group}：自 {period} 起告警（{count} 个已结束窗口）。{what}{end}' },
	alarmWorse: { en: '{name}, {group}: worse than the baseline by more than {limit} since {period}. {what}{end}', 'zh-CN': '{name}，{group}：自 {period} 起较基线恶化超过 {limit}。{what}{end}' },
	alarmEnded: { en: ' Ended with {period}.', 'zh-CN': '已于 {period} 结束。' },
	alarmRestated: { en: '{name}, {group}: the alarm since {period} rests on a figure that has been restated; with today’s evidence it would not have been raised.', 'zh-CN': '{name}，{group}：自 {period} 起的告警所依据的数字已重述；按现有证据不会告警。' },
	lateEvidence: { en: 'evidence arrived late', 'zh-CN': '证据迟到' },
	changedEvidence: { en: 'the evidence changed', 'zh-CN': '证据有变' },
	changedRule: { en: 'rule or parameters changed', 'zh-CN': '规则或参数已变更' },
	gap: { en: 'no period follows without a gap', 'zh-CN': '窗口之间有间断' },
	kindNotApplicable: { en: 'not applicable', 'zh-CN': '不适用' },
	kindNotAvailable: { en: 'not available', 'zh-CN': '不可用' },
	kindTooFew: { en: 'too few', 'zh-CN': '样本不足' },
	kindSuppressed: { en: 'not shown', 'zh-CN': '不显示' },
} as const satisfies Readonly<Record<string, BilingualText>>;
