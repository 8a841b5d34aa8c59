import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';
import { sharedNodes, sharedSettings } from './sharedTexts.js';

export const documentTexts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: '06 Turn document red lights into to-dos of the team lead',
		nodes: { ...sharedNodes.en('team lead', true), tryIt: 'Try it with the sample pages', push: 'When Confluence calls', sample: 'Sample pages', source: 'Read pages and comments' },
		settings: {
			spaces: 'Spaces (keys separated by commas; empty: all)',
			readSince: 'Read back to (date, e.g. 2026-01-01; empty: everything)',
			editsOver: 'Red when one person edits a page without a review more than (times)',
			yellowFrom: 'Yellow from (edits)',
			...sharedSettings.en,
		},
		notes: {
			main: `## Turn document red lights into to-dos of the team lead

**For:** team leads, authors of requirements and their HRBP; IT sets it up once.

**What it does:** each morning it looks at Confluence. More than eight edits of one page by one person without a review, or a comment such as "this conflicts with the interface doc", make a red light for collaboration risk. The person concerned is asked for a note first; then the team lead gets one to-do with the sentence, the document and the records. A light is a call for help, never a score: a person decides, and the person concerned can object.

### Set up
1. Run **HR directory** once, publish **Task delivery** and **Light responses**.
2. Execute **Try it with the sample pages**: lights stand in **pt_lights**, to-dos in **pt_tasks**. In the sample the waiting days have passed.
3. In **Settings** name your spaces and thresholds.
4. In **Read pages and comments** choose Cloud or Data Center and its credential, switch the node on. Publish.

**Stores:** accounts, times, titles, and the sentences that were found; no pages.
**Who can see it:** the person concerned and the team lead get tasks; the tables can be read by everyone with access to this project, so keep it small.
**To undo:** delete the rows of \`pt_lights\` and \`pt_tasks\`.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			rules: 'Rules are rows of pt_rules, words and patterns for comments rows of pt_patterns, Chinese and English: edit them there. An empty threshold is that of Settings. A wrong row is refused with field and remedy in pt_errors.',
			read: 'The node is off until its credential is chosen. All pages are read again each day; only when a label was first seen is kept. What was not read to the end is not judged.',
			judge: 'Red, yellow, green, and what went out. A light that is known keeps its key, its first day and what people decided.',
			ask: 'Step 1: the person concerned is asked once whether there is something that the numbers do not say.',
			help: 'Step 2: with a note, or after the days for it, the team lead (else the manager) gets one to-do. Nobody found: pt_unassigned.',
		},
	},
	'zh-CN': {
		title: '06 将文档红灯转为团队负责人待办',
		nodes: { ...sharedNodes['zh-CN']('团队负责人', true), tryIt: '用示例页面试运行', push: 'Confluence 推送时', sample: '示例页面', source: '读取页面与评论' },
		settings: {
			spaces: '空间（键值用逗号隔开；留空：全部）',
			readSince: '回读至（日期，如 2026-01-01；留空：全部）',
			editsOver: '同一人未发起评审而修改同一页面超过（次）亮红灯',
			yellowFrom: '达到几次亮黄灯',
			...sharedSettings['zh-CN'],
		},
		notes: {
			main: `## 将文档红灯转为团队负责人待办

**适用对象：** 团队负责人、需求作者及其 HRBP；由 IT 一次性配置。

**作用：** 每天早晨查看 Confluence。同一人未发起评审而修改同一页面超过 8 次，或出现“这个逻辑和 XX 文档冲突”一类的评论，即亮红灯，标为协同风险。先请当事人填写备注，再向团队负责人发送一条待办，写明原句、所涉文档和记录。红灯只是求助信号，不计入评分：由人作出决定，当事人可以申诉。

### 设置步骤
1. 先运行一次 **人事目录**，并发布 **任务投递** 和 **红灯回应**。
2. 执行 **用示例页面试运行**：灯在 **pt_lights**，待办在 **pt_tasks**（示例视为等待期已过）。
3. 在 **设置** 中填写空间和阈值。
4. 在 **读取页面与评论** 中选择 Cloud 或 Data Center 及凭据，启用该节点，然后发布。

**存储内容：** 账号、时间、标题和命中的句子，不存页面内容。
**可见范围：** 任务只发给当事人和团队负责人；有权访问本项目的人员可读取数据表，请严格控制成员。
**如何撤销：** 删除 \`pt_lights\` 和 \`pt_tasks\` 中的行。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			rules: '规则即 pt_rules 中的行，中英文评论模式即 pt_patterns 中的行，可以直接编辑。阈值留空则取“设置”中的值；有误的行会在 pt_errors 中指明字段和改法。',
			read: '选择凭据前该节点停用。每天重新读取全部页面，只保留首次看到标签的时间；未读完则不作判定。',
			judge: '给出红灯、黄灯、绿灯以及熄灭的灯。已有的灯保留编号、首日和人的决定。',
			ask: '第一步：请当事人说明数字之外的情况，同一盏灯只问一次。',
			help: '第二步：有备注或期限已过，团队负责人（否则直属上级）收到一条待办；找不到人时列入 pt_unassigned。',
		},
	},
};
