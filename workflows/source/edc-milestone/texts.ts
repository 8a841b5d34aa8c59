import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: '01 Turn EDC milestones into assessment tasks',
		nodes: {
			trigger: 'EDC Milestone Trigger',
			tryIt: 'Try it with the sample study',
			sample: 'Sample study',
			timer: 'Every 10 minutes',
			settings: 'Settings',
			evidenceTable: 'Create table pt_evidence',
			milestonesTable: 'Create table pt_milestones',
			peopleTable: 'Create table pt_people',
			errorsTable: 'Create table pt_errors',
			evidence: 'Evidence',
			scheduled: 'Timer or run by hand?',
			unusable: 'Unusable content',
			select: 'One row per visit',
			few: 'Only a few rows?',
			notStored: 'Only rows not stored yet',
			newestStored: 'Newest stored row',
			readStored: 'Read stored evidence',
			isNew: 'Only what is new',
			storeEvidence: 'Store in pt_evidence',
			keepUnusable: 'Show unusable content in pt_errors',
			readKnown: 'Read milestones reached before',
			newest: 'Newest row',
			readEvidence: 'Read evidence of the study',
			evaluate: 'Evaluate milestones',
			progress: 'Not reached yet',
			keepRefused: 'Show refused evidence in pt_errors',
			readRecord: 'Read process record',
			metrics: 'Calculate the 12 process metrics',
			readPeople: 'Read people',
			judged: 'Milestones with metrics and people',
			findManager: 'Find project manager',
			task: 'Write assessment task',
			deliver: 'Deliver task',
			delivered: 'Delivered milestones',
			recordMilestone: 'Record in pt_milestones',
		},
		settings: {
			milestones: 'Milestones (one sentence per line)',
			followUpVisits: 'Visits that end follow-up (OIDs with commas; empty: the last scheduled visit)',
			complete: 'A visit is complete when (declaredElseMandatory, declared, mandatory, anyData)',
			order: 'Order subjects by (event = visit date, entry = data entry)',
			study: 'Study OID (empty: every study that arrives)',
			timeZone: 'Time zone of the study',
			trialKind: 'Kind of trial (device or drug)',
			dueWorkingDays: 'Task is due after (working days)',
			language: 'Language of the task (en or zh-CN)',
			recordUrl: 'Address of the study in the EDC (for the link in the task)',
			mapping: 'Mapping: what the items of this study mean (JSON)',
		},
		notes: {
			main: `## Turn EDC milestones into assessment tasks

**For:** project managers, clinical operations and their HRBP; IT sets it up once.

**What it does:** when the EDC reports that a study reached a milestone ("100th subject completed follow-up"), the study's project manager gets one assessment task. It names the subject and the rule, lists the evidence and shows the 12 process metrics. The same report twice makes no second task.

### Set up
1. Import the whole pack, run **HR directory** once, publish **Task delivery**.
2. Choose **Try it with the sample study** and execute: the task stands in **Data tables › pt_tasks**.
3. Open **Settings**: write your milestones, one sentence per line; name your visits and items.
4. In **EDC Milestone Trigger** choose your source and its credential, and enter the same mapping: only mapped items keep their value. Give your EDC the webhook address.
5. Publish this workflow.

**Stores:** subject keys, user accounts, visit and entry times, reasons for change, and the values of mapped items only.
**Who can see it:** everyone with access to this project's Data Tables; the assignee.
**To undo:** delete the rows of \`pt_evidence\`, \`pt_milestones\` and \`pt_tasks\`.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			receive: 'Push is a hint, pull is the truth: what a push lost, the next pull and the check every 10 minutes find. Facts are stored before the EDC gets its answer.',
			judge: 'The rule counts subjects, not messages: repeats and late arrivals change nothing, corrections are flagged on the task.',
			explain: 'Only when a milestone is reached: metrics, the responsible person, the due date in working days, and the text of the task.',
		},
	},
	'zh-CN': {
		title: '01 将 EDC 里程碑转为考核任务',
		nodes: {
			trigger: 'EDC 里程碑触发器',
			tryIt: '用示例研究试运行',
			sample: '示例研究',
			timer: '每 10 分钟',
			settings: '设置',
			evidenceTable: '创建数据表 pt_evidence',
			milestonesTable: '创建数据表 pt_milestones',
			peopleTable: '创建数据表 pt_people',
			errorsTable: '创建数据表 pt_errors',
			evidence: '证据',
			scheduled: '定时或手动运行？',
			unusable: '无法使用的内容',
			select: '每次访视一行',
			few: '只有少量行？',
			notStored: '只留未存的行',
			newestStored: '最新的已存行',
			readStored: '读取已存证据',
			isNew: '只留新证据',
			storeEvidence: '存入 pt_evidence',
			keepUnusable: '将无法使用的内容列入 pt_errors',
			readKnown: '读取已达成的里程碑',
			newest: '最新一行',
			readEvidence: '读取该研究的证据',
			evaluate: '判定里程碑',
			progress: '尚未达成',
			keepRefused: '将被拒证据列入 pt_errors',
			readRecord: '读取过程记录',
			metrics: '计算 12 项过程指标',
			readPeople: '读取人员',
			judged: '里程碑（含指标与人员）',
			findManager: '查找项目经理',
			task: '编写考核任务',
			deliver: '投递任务',
			delivered: '已投递的里程碑',
			recordMilestone: '记入 pt_milestones',
		},
		settings: {
			milestones: '里程碑（每行一句）',
			followUpVisits: '末次随访的访视 OID（用逗号隔开；留空：计划中的最后一次访视）',
			complete: '访视完成的判定（declaredElseMandatory 有标记看标记，否则必填齐全；declared 看标记；mandatory 必填齐全；anyData 有数据）',
			order: '受试者排序（event 按访视日期，entry 按录入时间）',
			study: '研究 OID（留空：收到的所有研究）',
			timeZone: '研究所在时区',
			trialKind: '试验类型（device 医疗器械，drug 药物）',
			dueWorkingDays: '任务期限（工作日）',
			language: '任务语言（en 或 zh-CN）',
			recordUrl: '该研究在 EDC 中的网址（用于任务中的链接）',
			mapping: '映射：本研究各数据项的含义（JSON）',
		},
		notes: {
			main: `## 将 EDC 里程碑转为考核任务

**适用对象：** 项目经理、临床运营及其 HRBP；由 IT 一次性配置。

**作用：** 当 EDC 回传研究达成里程碑（如“第 100 例受试者完成随访”）时，该研究的项目经理收到一条考核任务：写明是哪一例受试者、依据哪条规则，列出证据和 12 项过程指标。同一消息重复到达，不会产生第二条任务。

### 设置步骤
1. 导入整个套件，先运行一次 **人事目录**，并发布 **任务投递**。
2. 选择 **用示例研究试运行** 并执行，任务出现在 **Data tables › pt_tasks**。
3. 打开 **设置**：每行写一句里程碑，并填写本研究的访视和数据项。
4. 在 **EDC 里程碑触发器** 中选择数据来源和凭据，并填写同样的映射（只保留映射中数据项的值）；把 Webhook 地址交给 EDC。
5. 发布本工作流。

**存储内容：** 受试者编号、用户账号、访视与录入时间、修改原因，以及映射中数据项的值。
**可见范围：** 有权访问本项目数据表的人员，以及任务负责人。
**如何撤销：** 删除 \`pt_evidence\`、\`pt_milestones\` 和 \`pt_tasks\` 中的行。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			receive: '推送只是提示，拉取才是准绳：推送遗漏的数据，由下一次拉取和每 10 分钟的检查补上。先存证据，再答复 EDC。',
			judge: '规则数的是受试者，不是消息：重复或迟到的消息不改变结果，数据更正会在任务上标明。',
			explain: '仅在里程碑达成时运行：计算指标、确定负责人、按工作日推算期限并写成任务。',
		},
	},
};
