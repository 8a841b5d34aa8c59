import type { BilingualText } from '../judgement/judgement.js';

/*
 * Every text of the metrics, both languages side by side. Placeholders stand in braces and are the same in both.
 * Terms: domain reference 10 (glossary).
 */

const t = (en: string, zh: string): BilingualText => ({ en, 'zh-CN': zh });

/** How a figure is written: counts as whole numbers, the rest half-up to one decimal. */
export type FigureFormat = 'count' | 'days' | 'hours' | 'percent' | 'number';

export const FIGURES = {
	meanDays: { format: 'days', text: t('mean', '平均值') },
	p90Days: { format: 'days', text: t('90th percentile', '第 90 百分位数') },
	overLimit: { format: 'count', text: t('above the limit', '超过限度') },
	overLimitPercent: { format: 'percent', text: t('share above the limit', '超限占比') },
	notEntered: { format: 'count', text: t('visits not entered yet', '尚未录入的访视') },
	oldestNotEnteredDays: { format: 'days', text: t('oldest visit not entered', '最早未录入访视距今') },
	imported: { format: 'count', text: t('entered by import', '批量导入') },
	importedMedianDays: { format: 'days', text: t('median of imports', '批量导入的中位数') },
	unscheduledLeftOut: { format: 'count', text: t('unscheduled visits left out', '未计入的计划外访视') },
	late: { format: 'count', text: t('late', '未及时') },
	lateUnreported: { format: 'count', text: t('past the limit and not reported', '超过时限仍未报告') },
	pending: { format: 'count', text: t('pending within the limit', '时限内待报告') },
	unreported: { format: 'count', text: t('not reported yet', '尚未报告') },
	exempt: { format: 'count', text: t('exempt by the protocol', '方案规定免于快速报告') },
	undeterminedRows: { format: 'count', text: t('undetermined', '无法判定') },
	meanHours: { format: 'hours', text: t('mean time to report', '平均报告用时') },
	longestHours: { format: 'hours', text: t('longest time to report', '最长报告用时') },
	openQueries: { format: 'count', text: t('open queries', '未答复的质疑') },
	openMedian: { format: 'days', text: t('median age of open queries', '未答复质疑账龄中位数') },
	openOldest: { format: 'days', text: t('oldest open query', '最久未答复质疑') },
	openGroup1: { format: 'count', text: t('open in the first age group', '第 1 账龄段') },
	openGroup2: { format: 'count', text: t('open in the second age group', '第 2 账龄段') },
	openGroup3: { format: 'count', text: t('open in the third age group', '第 3 账龄段') },
	openGroup4: { format: 'count', text: t('open beyond the last age group', '超出最后账龄段') },
	closedUnanswered: { format: 'count', text: t('closed without an answer', '未答复即关闭') },
	cancelled: { format: 'count', text: t('cancelled', '已取消') },
	candidates: { format: 'count', text: t('candidates not counted', '未计入的候选质疑') },
	systemQueries: { format: 'count', text: t('by system', '系统质疑') },
	manualQueries: { format: 'count', text: t('manual', '人工质疑') },
	systemRate: { format: 'number', text: t('system rate', '系统质疑率') },
	manualRate: { format: 'number', text: t('manual rate', '人工质疑率') },
	ratioToReference: { format: 'number', text: t('times the reference rate', '相当于参考质疑率的倍数') },
	outOfWindow: { format: 'count', text: t('out of window', '超窗') },
	missedVisits: { format: 'count', text: t('missed visits', '漏访') },
	deviationCount: { format: 'count', text: t('deviations', '方案偏离') },
	importantCount: { format: 'count', text: t('important', '重要方案偏离') },
	importantRate: { format: 'number', text: t('rate of important ones', '重要方案偏离率') },
	importanceUnknown: { format: 'count', text: t('importance not stated', '未注明是否重要') },
	screenFailureDeviations: { format: 'count', text: t('of screen failures', '属于筛选失败受试者') },
	byDetectionDate: { format: 'count', text: t('placed by detection date', '按发现日期归期') },
	removedRecords: { format: 'count', text: t('removed', '已删除') },
	missing: { format: 'count', text: t('missing', '缺失') },
	missingOfOverdueVisits: { format: 'count', text: t('of overdue visits', '属于逾期访视') },
	presentButEmpty: { format: 'count', text: t('present but empty', '表单存在但无数据') },
	markedNotDone: { format: 'count', text: t('marked as not done', '标记为未做') },
	conditionalLeftOut: { format: 'count', text: t('conditional forms left out', '未计入的条件表单') },
	withdrawnLeftOut: { format: 'count', text: t('visits after leaving left out', '未计入的退出后访视') },
	changedAfterVerification: { format: 'count', text: t('changed after verification', '核查后被修改') },
	requiredEmpty: { format: 'count', text: t('required points without data', '需核查但无数据') },
	failedSubjects: { format: 'count', text: t('consent not before the first procedure', '未先于首次研究操作签署') },
	withoutConsent: { format: 'count', text: t('without any consent', '无知情同意记录') },
	sameDay: { format: 'count', text: t('same day, without time', '同日且无时间') },
	reconsentRequired: { format: 'count', text: t('re-consents required', '需重新知情同意') },
	reconsentDone: { format: 'count', text: t('re-consents in time', '及时重新知情同意') },
	reconsentPercent: { format: 'percent', text: t('re-consent rate', '重新知情同意率') },
	coordinators: { format: 'count', text: t('coordinators', '临床研究协调员') },
	entries: { format: 'count', text: t('entries', '录入') },
	corrections: { format: 'count', text: t('corrections', '更正') },
	activeDays: { format: 'count', text: t('active days', '活跃天数') },
	bySystemUsers: { format: 'count', text: t('by system users', '系统用户操作') },
	byOthers: { format: 'count', text: t('by other persons', '其他人员操作') },
	byUnknown: { format: 'count', text: t('by unknown users', '用户不明的操作') },
	unclearChanges: { format: 'count', text: t('repeated entries without a digest', '无法比对的重复录入') },
	changeEvents: { format: 'count', text: t('change events', '修改次数') },
	resigned: { format: 'count', text: t('changed points signed again', '修改后已重新签名') },
	withoutReason: { format: 'count', text: t('changes without a reason', '未注明修改原因') },
	enrolled: { format: 'count', text: t('enrolled', '入组') },
	withdrawn: { format: 'count', text: t('withdrawn', '退出（脱落）') },
	withdrawalPercent: { format: 'percent', text: t('withdrawal rate', '脱落率') },
	deaths: { format: 'count', text: t('deaths', '死亡') },
	completed: { format: 'count', text: t('completed', '完成') },
	screenFailures: { format: 'count', text: t('screen failures left out', '未计入的筛选失败') },
	reasonsNotMapped: { format: 'count', text: t('disposition records of other kinds', '其他处置记录') },
} as const satisfies Record<string, { readonly format: FigureFormat; readonly text: BilingualText }>;

export type FigureKey = keyof typeof FIGURES;

/** Why a row was left out or is listed. */
export const REASONS = {
	negativeLag: t('data error: entered before the visit', '数据错误：录入早于访视'),
	partialDate: t('undetermined: partial date', '无法判定：日期不完整'),
	noVisitDate: t('no visit date', '无访视日期'),
	noEntryTime: t('no time of first entry', '无首次录入时间'),
	notEntered: t('visit not entered yet', '访视尚未录入'),
	unclearWindow: t('undetermined: may lie in or out of the period', '无法判定：是否属于统计窗口不明'),
	undated: t('no date to place it in the period', '无法归入统计窗口：无日期'),
	noAwareness: t('no awareness time', '无获知时间'),
	reportBeforeAwareness: t('data error: reported before awareness', '数据错误：报告早于获知'),
	awarenessAfterAsOf: t('data error: awareness lies in the future', '数据错误：获知时间在将来'),
	late: t('late', '未及时'),
	noOpenTime: t('no time of opening', '无质疑发出时间'),
	noHistory: t('only the last state is known', '仅有最后状态'),
	openTooLong: t('open beyond the last age group', '超出最后账龄段'),
	noWindow: t('no visit window', '无访视窗'),
	noAnchorDate: t('anchor visit without date', '基准访视无日期'),
	outOfWindow: t('out of window', '超窗'),
	missedVisit: t('missed visit', '漏访'),
	important: t('important protocol deviation', '重要方案偏离'),
	missingForm: t('missing form', '缺失表单'),
	requirementUnknown: t('not known whether verification is required', '是否需要核查不明'),
	changedAfterVerification: t('changed after verification', '核查后被修改'),
	consentAfterProcedure: t('consent not before the first procedure', '知情同意未先于首次研究操作'),
	noConsent: t('no consent', '无知情同意记录'),
	sameDay: t('consent and procedure on one day, without time', '知情同意与研究操作同日且无时间'),
	reconsentMissing: t('procedure under a new version without re-consent', '新版本生效后未重新知情同意即进行操作'),
	changedAfterSignature: t('changed after signature', '签名后修改'),
	changeWithoutReason: t('changed after signature without a reason', '签名后修改且未注明原因'),
	signatureWithoutTime: t('signature without time', '签名无时间'),
	withdrawn: t('withdrawn', '退出（脱落）'),
	reasonNotMapped: t('disposition record of another kind', '其他处置记录'),
} as const satisfies Record<string, BilingualText>;

export type ReasonKey = keyof typeof REASONS;

/** What a source does not deliver. */
export const MISSING = {
	visitDates: t('visit dates', '访视日期'),
	auditTrail: t('audit trail with the time of entry', '含录入时间的稽查轨迹'),
	auditTrailWithUser: t('audit trail with user and time', '含用户与时间的稽查轨迹'),
	seriousEventMapping: t('items for serious adverse events in the mapping', '映射中的严重不良事件数据项'),
	seriousEventRecords: t('records of the mapped serious-event items (none has occurred)', '所映射的严重不良事件数据项的记录（尚未出现）'),
	awarenessItem: t('item with the time of awareness', '获知时间数据项'),
	queryHistory: t('query history', '质疑历史'),
	visitWindows: t('visit windows', '访视窗'),
	anchorVisit: t('anchor visit of the visit windows', '访视窗的基准访视'),
	deviationRecords: t('protocol-deviation records', '方案偏离记录'),
	enrolment: t('enrolment, randomisation or consent dates', '入组、随机或知情同意日期'),
	studyDesign: t('study design with mandatory forms', '标明必填表单的研究设计'),
	sdvFlags: t('source-data-verification flags', '源数据核查标记'),
	sdvPlan: t('source-data-verification plan', '源数据核查计划'),
	consentDates: t('informed-consent dates', '知情同意日期'),
	procedureDates: t('dates of study procedures', '研究操作日期'),
	signatures: t('signatures', '电子签名'),
	signatureTimes: t('times of the signatures', '签名时间'),
	disposition: t('disposition form or subject status', '处置（完成/退出）表单或受试者状态'),
	dispositionRecords: t('records of the mapped disposition item (none has occurred)', '所映射的处置数据项的记录（尚未出现）'),
} as const satisfies Record<string, BilingualText>;

export type MissingKey = keyof typeof MISSING;

/** How a figure was come by. */
export const NOTES = {
	firstEntryIsProxy: t('first EDC entry stands in for the report', '以 EDC 首次录入代替报告时间'),
	noDrugLimit: t('drug trial: reported at once, no limit in hours is set', '药物试验：要求立即报告，未设小时时限'),
	cumulative: t('cumulative up to the as-of time', '截至统计时点的累计值'),
	enrolledByRandomisation: t('enrolled means randomised', '以随机作为入组依据'),
	enrolledByConsent: t('enrolled means consented', '以知情同意作为入组依据'),
	everyPersonWhoEnters: t('no coordinators are named, so every person who enters data counts', '未指定临床研究协调员，按所有录入人员统计'),
	descriptive: t('descriptive, no target and no ranking', '仅作描述，不设目标、不排名'),
	recordsAfterAsOf: t('records made after the as-of time are left out', '统计时点之后的记录未计入'),
	countedTwice: t('visits out of window are protocol deviations as well: not to be counted twice in one score', '超窗访视同时属于方案偏离，同一评分中不得重复计入'),
} as const satisfies Record<string, BilingualText>;

export type NoteKey = keyof typeof NOTES;

/** What the value is made of. */
export const BASES = {
	entry_lag: t('median of {denominator} visits', '{denominator} 次访视的中位数'),
	sae_timeliness: t('{numerator} of {denominator} serious adverse events reported in time', '{denominator} 例严重不良事件中 {numerator} 例及时报告'),
	sae_elapsed: t('median time from awareness to report of {denominator} serious adverse events', '{denominator} 例严重不良事件从获知到报告用时的中位数'),
	query_age: t('median response time of {denominator} query cycles', '{denominator} 个质疑周期答复时间的中位数'),
	query_rate: t('{numerator} queries on {denominator} data points', '{denominator} 个数据点上 {numerator} 个质疑'),
	window_adherence: t('{numerator} of {denominator} visits in window', '{denominator} 次访视中 {numerator} 次在窗内'),
	deviations: t('{numerator} deviations of {denominator} enrolled subjects', '{denominator} 例入组受试者 {numerator} 项方案偏离'),
	deviations_visits: t('{numerator} deviations in {denominator} visits', '{denominator} 次访视 {numerator} 项方案偏离'),
	missing_forms: t('{numerator} of {denominator} expected forms', '{denominator} 份应有表单中 {numerator} 份'),
	sdv_coverage: t('{numerator} of {denominator} required data points', '{denominator} 个需核查数据点中 {numerator} 个'),
	consent: t('{numerator} of {denominator} subjects', '{denominator} 例受试者中 {numerator} 例'),
	crc_log: t('{numerator} first values among {denominator} entries and corrections', '{denominator} 次录入与更正中 {numerator} 次首次录入'),
	post_sign_change: t('{numerator} of {denominator} signed data points', '{denominator} 个已签名数据点中 {numerator} 个'),
	retention: t('{numerator} of {denominator} enrolled subjects', '{denominator} 例入组受试者中 {numerator} 例'),
} as const satisfies Record<string, BilingualText>;

export type BasisKey = keyof typeof BASES;

export const UNITS = {
	days: t('days', '天'),
	hours: t('hours', '小时'),
	percent: t('%', '%'),
	per100DataPoints: t('per 100 data points', '个/100 个数据点'),
	per100Subjects: t('per 100 subjects', '项/100 例受试者'),
	per100Visits: t('per 100 visits', '项/100 次访视'),
	entries: t('entries', '次录入'),
} as const satisfies Record<string, BilingualText>;

export const LEVELS = {
	healthy: t('healthy', '正常'),
	attention: t('attention', '关注'),
	alarm: t('alarm', '警报'),
	none: t('no limit set', '未设阈值'),
} as const satisfies Record<string, BilingualText>;

/** Frames of the one sentence that a result is explained with. */
export const SENTENCES = {
	value: t('{name}: {value} ({basis}){details}; {verdict}.', '{name}：{value}（{basis}）{details}；{verdict}。'),
	notApplicable: t('{name}: not applicable, nothing to measure{details}.', '{name}：不适用，无可统计内容{details}。'),
	undetermined: t('{name}: undetermined, {rows} left open by partial dates or missing times{details}.', '{name}：无法判定，{rows} 项因日期不完整或缺少时间而无法判断{details}。'),
	notAvailable: t('{name}: not available: {missing}{details}.', '{name}：不可用（缺少{missing}）{details}。'),
	limitAbove: t('{level} by the {basis} ({figure}: attention {attention}, alarm {alarm})', '{level}（{basis}，{figure}：关注 {attention}，警报 {alarm}）'),
	convention: t('customary limit', '惯例阈值'),
	study: t("study's limit", '本研究阈值'),
	over: t('over {bound}', '超过 {bound}'),
	from: t('from {bound}', '达到 {bound}'),
	under: t('under {bound}', '低于 {bound}'),
	downTo: t('down to {bound}', '降至 {bound}'),
	noBound: t('none', '无'),
	leftOut: t('left out {count} ({reason})', '未计入 {count} 项（{reason}）'),
	valueItself: t('value', '指标值'),
} as const satisfies Record<string, BilingualText>;
