import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: '07 Calculate health metrics and send alarms to superiors',
		nodes: {
			timer: 'Every month', tryIt: 'Try it with the sample company', backFillForm: 'Form: back-fill periods', importForm: 'Form: import records', resumeTimer: 'Look for interrupted runs', settings: 'Settings',
			table_pt_process_records: 'Create table pt_process_records', table_pt_metrics: 'Create table pt_metrics', table_pt_alarms: 'Create table pt_alarms', table_pt_runs: 'Create table pt_runs', table_pt_people: 'Create table pt_people',
			errand: 'What is asked?', uploaded: 'Take the uploaded file', readFile: 'Read the CSV file', prepare: 'Check the records', incoming: 'Records that came', storedRecords: 'Read records of the same time', newRecords: 'Keep new records', storeRecords: 'Store new records', importEnd: 'Say what was imported',
			sample: 'Sample company', heads: 'Heads of the sample company', eachHead: 'One item per head', storeHead: 'Store heads', unfinished: 'Read unfinished runs', isLeft: 'Interrupted?', plan: 'Plan the run', startRun: 'Note the start', steps: 'List the steps', eachStep: 'One item per step', loop: 'One step after the other', step: 'This step', sayStep: 'Note the step',
			known: 'Read known figures', knownAlarms: 'Read known alarms', windowRecords: 'Read records of the periods', olderGoals: 'Read older goals', olderMembers: 'Read memberships', olderStages: 'Read older stage changes', records: 'All records', calculate: 'Calculate health metrics', storeFigures: 'Store new figures', people: 'Read people', gather: 'Gather the alarms', alarms: 'One item per alarm', isNew: 'New alarm?', task: 'Write the task', deliver: 'Deliver the task', storeAlarms: 'Store alarms', stepDone: 'Note the step as done', finish: 'Note the end',
		},
		settings: {
			timeZone: 'Time zone', language: 'Language (en or zh-CN)', period: 'Period (week, month, quarter, halfYear, year)', periods: 'Periods looked at in a scheduled run', yearStartMonth: 'First month of the year (1 to 12)', metrics: 'Metrics (separated by commas)', levels: 'Levels (company, department, team, person)', smallestGroup: 'Smallest group (persons)', baselinePeriods: 'Baseline (periods)', evidenceLimit: 'Records named per figure', thresholds: 'Thresholds (JSON)', superiors: 'Superiors by unit (JSON: unit to e-mail)', resumeMinutes: 'A run is interrupted after (minutes without a sign)',
		},
		labels: {
			backFillTitle: 'Back-fill health metrics', backFillDescription: 'Calculates past periods one after the other. Figures that are stored stay; a figure that differs is kept beside the old one. This takes minutes; the page may be closed meanwhile, and pt_runs and the dashboard show the progress.', backFillButton: 'Start', backFillDone: 'The back-fill has run. What came of it stands in pt_runs and on the dashboard.', from: 'From (a day in the first period)', to: 'To (a day in the last period)', unit: 'Period', week: 'Week', month: 'Month', quarter: 'Quarter', halfYear: 'Half-year', year: 'Year', restate: 'Restate figures that are stored and differ', yes: 'Yes', no: 'No',
			importTitle: 'Import records', importDescription: 'A CSV file in UTF-8. The first line names the columns: kind, id and the fields of the kind.', importButton: 'Import', file: 'CSV file', importDone: 'Import done', taken: ' records taken, ', refused: ' lines refused. ', line: 'Line ', lineEnd: ': ', colon: ': ', company: 'whole company', alarm: 'Alarm: ', next: 'Next step: look at the figures and the records behind them on the dashboard, and decide with the people concerned what is to change. An alarm is no score.',
		},
		notes: {
			main: `## Health metrics

**For:** HRBPs and heads of units; IT sets it up once.

**What it does:** calculates eleven health metrics from records: goal revisions, coaching talks, suggestions, stages, completeness, appeals, use. By team, department and company, with numerator, denominator, sentence and records. Sustained red, or a process that worsens by more than 15 %, gives the superior one task. An alarm is no score.

### Set up
1. Publish **Task delivery**.
2. Execute **Try it with the sample company**: 417 made-up people, twelve quarters. Look at **pt_metrics**, **pt_tasks**, or the dashboard.
3. Check **Settings**: period, first month of the year, metrics, levels, superiors.
4. Bring records: form \`/form/pt-record-import\` (CSV), or write rows into **pt_process_records** from your own workflows. Delete the sample rows first.
5. Publish. Past periods: form \`/form/pt-metric-backfill\`.

**Each month:** quarters that are over are stored once; late records make a restatement beside the old figure.
**Stores:** records, figures, alarms, runs. Data Tables hold 50 MB by default; large companies raise \`N8N_DATA_TABLES_MAX_SIZE_BYTES\`.
**Who can see it:** whoever has access to this project. Level *person* only where the persons know.
**To undo:** delete the rows of a run by its key.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			import: 'A line with errors is named with line, field and what was expected; the good lines are kept. The same record again changes nothing.',
			run: 'pt_runs is the history. A run that shows no sign of life for some minutes is taken up again at the step that was not done: nothing is lost, nothing stored twice.',
			judge: 'Only records of the periods and their baseline are read. A closed figure is stored once per revision. A new alarm goes to the head of the unit, else to an HRBP.',
		},
	},
	'zh-CN': {
		title: '07 计算流程健康度指标并向上级告警',
		nodes: {
			timer: '每月', tryIt: '用示例公司试运行', backFillForm: '表单：补算历史窗口', importForm: '表单：导入记录', resumeTimer: '查找中断的运行', settings: '设置',
			table_pt_process_records: '创建数据表 pt_process_records', table_pt_metrics: '创建数据表 pt_metrics', table_pt_alarms: '创建数据表 pt_alarms', table_pt_runs: '创建数据表 pt_runs', table_pt_people: '创建数据表 pt_people',
			errand: '要做什么？', uploaded: '取得上传的文件', readFile: '读取 CSV 文件', prepare: '检查记录', incoming: '收到的记录', storedRecords: '读取同期已存记录', newRecords: '保留新记录', storeRecords: '存储新记录', importEnd: '告知导入结果',
			sample: '示例公司', heads: '示例公司部门负责人', eachHead: '每位负责人一项', storeHead: '存储负责人', unfinished: '读取未完成的运行', isLeft: '已中断？', plan: '规划运行', startRun: '记录开始', steps: '列出步骤', eachStep: '每步一项', loop: '逐步进行', step: '当前步骤', sayStep: '记录步骤',
			known: '读取已有指标值', knownAlarms: '读取已有告警', windowRecords: '读取窗口内记录', olderGoals: '读取更早的目标', olderMembers: '读取人员归属', olderStages: '读取更早的阶段变更', records: '全部记录', calculate: '计算健康度指标', storeFigures: '存储新指标值', people: '读取人员', gather: '汇集告警', alarms: '每条告警一项', isNew: '新告警？', task: '撰写任务', deliver: '投递任务', storeAlarms: '存储告警', stepDone: '记录步骤完成', finish: '记录结束',
		},
		settings: {
			timeZone: '时区', language: '语言（en 或 zh-CN）', period: '统计窗口（week、month、quarter、halfYear、year）', periods: '定时运行回看的窗口数', yearStartMonth: '年度起始月（1 至 12）', metrics: '指标（用逗号隔开）', levels: '层级（company、department、team、person）', smallestGroup: '最小单位（人）', baselinePeriods: '基线（窗口数）', evidenceLimit: '每个指标值列出的记录数', thresholds: '阈值（JSON）', superiors: '各单位上级（JSON：单位对应邮箱）', resumeMinutes: '多少分钟无动静视为中断',
		},
		labels: {
			backFillTitle: '补算健康度指标', backFillDescription: '逐个计算历史窗口。已存的指标值保留；结果不同的，与原值并列保存。需要几分钟，其间可以关闭本页，进度见 pt_runs 和看板。', backFillButton: '开始', backFillDone: '补算已运行完毕，结果见 pt_runs 和看板。', from: '从（首个窗口内的任一日期）', to: '至（最后一个窗口内的任一日期）', unit: '统计窗口', week: '周', month: '月', quarter: '季度', halfYear: '半年', year: '年', restate: '已存指标值结果不同时重述', yes: '是', no: '否',
			importTitle: '导入记录', importDescription: 'UTF-8 编码的 CSV 文件。首行为列名：kind、id 以及该类记录的字段。', importButton: '导入', file: 'CSV 文件', importDone: '导入完成', taken: ' 条记录已接收，', refused: ' 行被拒绝。', line: '第 ', lineEnd: ' 行：', colon: '：', company: '全公司', alarm: '告警：', next: '下一步：在看板上查看指标值及其依据的记录，与相关人员一起决定需要改变什么。告警不计入评分。',
		},
		notes: {
			main: `## 流程健康度指标

**适用对象：** HRBP 和各单位负责人；由 IT 一次性配置。

**作用：** 根据记录计算 11 项健康度指标：目标修订、辅导谈话、改进建议、阶段停留、数据完整率、绩效申诉、使用情况等。按团队、部门和全公司给出分子、分母、判定说明和来源记录。持续红灯，或流程恶化超过 15%，上级会收到一条任务。告警不计入评分。

### 设置步骤
1. 发布 **任务投递**。
2. 执行 **用示例公司试运行**：417 名虚构员工、12 个季度。查看 **pt_metrics**、**pt_tasks** 或看板。
3. 检查 **设置**：统计窗口、年度起始月、指标、层级、上级。
4. 导入记录：表单 \`/form/pt-record-import\`（CSV），或由自己的工作流写入 **pt_process_records**。请先删除示例行。
5. 发布。历史窗口用表单 \`/form/pt-metric-backfill\` 补算。

**每月：** 已结束的季度只存一次；迟到的记录会产生重述，与原值并列。
**存储内容：** 记录、指标值、告警和运行历史。数据表默认上限 50 MB，大型公司请调高 \`N8N_DATA_TABLES_MAX_SIZE_BYTES\`。
**可见范围：** 有权访问本项目的人员。仅在本人知情时使用 *person* 层级。
**如何撤销：** 按运行编号删除相应的行。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			import: '有误的行会指明行号、字段和应填内容，其余行照常保留。重复的记录不产生变化。',
			run: 'pt_runs 即运行历史。若数分钟无动静，会从未完成的步骤继续：不丢失，不重复存储。',
			judge: '只读取相关窗口及其基线的记录。已结束窗口的指标值每次修订只存一次。新告警发给单位负责人，没有则发给 HRBP。',
		},
	},
};
