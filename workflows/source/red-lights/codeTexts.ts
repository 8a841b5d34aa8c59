import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';
import { sharedNodes, sharedSettings } from './sharedTexts.js';

export const codeTexts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: '05 Turn code red lights into to-dos of the mentor',
		nodes: { ...sharedNodes.en('mentor', false), tryIt: 'Try it with the sample team', push: 'When the Git host calls', sample: 'Sample team', source: 'Read pull requests and commits' },
		settings: {
			repositories: 'Repositories (owner/name, separated by commas)',
			daysBack: 'Days to read back each morning',
			days: 'Red after so many consecutive working days',
			failureRateOver: 'A: PR merge failure rate over (%)',
			commitsOver: 'B: commits to one module on a day over',
			minDecided: 'Decided PRs a day needs to count',
			...sharedSettings.en,
		},
		notes: {
			main: `## Turn code red lights into to-dos of the mentor

**For:** mentors, team leads and their HRBP; IT sets it up once.

**What it does:** each morning it looks at pull requests and commits. Three consecutive working days with a PR merge failure rate over 40 % or more than five commits to one module make a red light. The developer is asked for a note first; then the mentor gets one to-do with days, numbers and records. A light is a call for help, never a score: a person decides, and the developer can object.

### Set up
1. Run **HR directory** once, publish **Task delivery** and **Light responses**.
2. Execute **Try it with the sample team**: lights stand in **pt_lights**, to-dos in **pt_tasks**. In the sample the waiting days have passed.
3. In **Settings** name your repositories and thresholds.
4. In **Read pull requests and commits** choose the host and its credential, switch the node on. Publish.

**Stores:** accounts, days, numbers and addresses of records; no code.
**Who can see it:** the person concerned and the mentor get tasks; the tables can be read by everyone with access to this project, so keep it small.
**To undo:** delete the rows of \`pt_lights\` and \`pt_tasks\`.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			rules: 'Rules are rows of pt_rules, which you may edit. An empty threshold is that of Settings. Raise the version when you change a row. A wrong row is refused with field and remedy in pt_errors; the others go on.',
			read: 'The node is off until its credential is chosen. The history of the window is read again each day, so late and repeated records change nothing. What was not read to the end is not judged.',
			judge: 'Red, yellow, green, and what went out. A light that is known keeps its key, its first day and what people decided.',
			ask: 'Step 1: the person concerned is asked once whether there is something that the numbers do not say.',
			help: 'Step 2: with a note, or after the days for it, the mentor (else the manager) gets one to-do. Nobody found: pt_unassigned.',
		},
	},
	'zh-CN': {
		title: '05 将代码红灯转为导师待办',
		nodes: { ...sharedNodes['zh-CN']('导师', false), tryIt: '用示例团队试运行', push: 'Git 平台推送时', sample: '示例团队', source: '读取 PR 与提交' },
		settings: {
			repositories: '仓库（owner/name，用逗号隔开）',
			daysBack: '每天早晨回读天数',
			days: '连续几个工作日后亮红灯',
			failureRateOver: 'A：PR 合并失败率超过（%）',
			commitsOver: 'B：同一模块单日提交超过（次）',
			minDecided: '当日至少有几个已裁决 PR 才计入',
			...sharedSettings['zh-CN'],
		},
		notes: {
			main: `## 将代码红灯转为导师待办

**适用对象：** 导师、团队负责人及其 HRBP；由 IT 一次性配置。

**作用：** 每天早晨查看 PR 与提交。连续 3 个工作日 PR 合并失败率超过 40%，或同一模块单日提交超过 5 次，即亮红灯。先请当事人填写备注，再向其导师发送一条待办，写明日期、数字和记录。红灯只是求助信号，不计入评分：由人作出决定，当事人可以申诉。

### 设置步骤
1. 先运行一次 **人事目录**，并发布 **任务投递** 和 **红灯回应**。
2. 执行 **用示例团队试运行**：灯在 **pt_lights**，待办在 **pt_tasks**（示例视为等待期已过）。
3. 在 **设置** 中填写仓库和阈值。
4. 在 **读取 PR 与提交** 中选择平台和凭据，启用该节点，然后发布。

**存储内容：** 账号、日期、数字和记录的网址，不存代码。
**可见范围：** 任务只发给当事人和导师；有权访问本项目的人员可读取数据表，请严格控制成员。
**如何撤销：** 删除 \`pt_lights\` 和 \`pt_tasks\` 中的行。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			rules: '规则即 pt_rules 中的行，可以直接编辑。阈值留空则取“设置”中的值；修改后请提高版本号。有误的行会在 pt_errors 中指明字段和改法，其余规则照常执行。',
			read: '选择凭据前该节点停用。每天重新读取整个时段，迟到或重复的记录不影响结果；未读完则不作判定。',
			judge: '给出红灯、黄灯、绿灯以及熄灭的灯。已有的灯保留编号、首日和人的决定。',
			ask: '第一步：请当事人说明数字之外的情况，同一盏灯只问一次。',
			help: '第二步：有备注或期限已过，导师（无导师则直属上级）收到一条待办；找不到人时列入 pt_unassigned。',
		},
	},
};
