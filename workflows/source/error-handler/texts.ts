import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: 'Shared: keep failed executions in a table',
		nodes: {
			failed: 'When an execution fails',
			tryIt: 'Try it with a sample failure',
			sample: 'Sample failure',
			settings: 'Settings',
			errorsTable: 'Create table pt_errors',
			failures: 'Failures',
			store: 'Keep in pt_errors',
		},
		settings: { messageLength: 'Longest message to keep (characters)' },
		notes: {
			main: `## Keep failed executions in a table

**For:** administrators of n8n.

**What it does:** every workflow of this pack names this one as its error workflow. When an execution fails, one row in the Data Table \`pt_errors\` says which workflow and which node failed, why, and where to open the execution. A failure that is reported twice stays one row.

### Set up
1. Publish this workflow. Nothing else is needed.
2. To see it work now, choose **Try it with a sample failure** and execute.
3. Look at **Data tables › pt_errors**.

**Stores:** workflow name, node name, message, link. The data of the execution stays in n8n.
**Who can see it:** everyone with access to this project's Data Tables.
**To undo:** delete the rows, or the table.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			keep: 'One row per failed execution, found by its id. The scheduled checks of the other workflows finish what a failed execution left open.',
		},
	},
	'zh-CN': {
		title: '共用：将失败的执行记入数据表',
		nodes: {
			failed: '执行失败时',
			tryIt: '用示例失败试运行',
			sample: '示例失败',
			settings: '设置',
			errorsTable: '创建数据表 pt_errors',
			failures: '失败记录',
			store: '写入 pt_errors',
		},
		settings: { messageLength: '保留的消息最大长度（字符）' },
		notes: {
			main: `## 将失败的执行记入数据表

**适用对象：** n8n 管理员。

**作用：** 本套件的每个工作流都把它设为错误工作流。任何一次执行失败，数据表 \`pt_errors\` 中就会有一行记录：哪个工作流、哪个节点、什么原因，以及在哪里打开该次执行。同一次失败重复上报，仍只保留一行。

### 设置步骤
1. 发布本工作流即可，无需其他配置。
2. 想马上看到效果：选择 **用示例失败试运行** 并执行。
3. 打开 **Data tables › pt_errors** 查看。

**存储内容：** 工作流名称、节点名称、消息、链接。执行数据仍保留在 n8n 中。
**可见范围：** 有权访问本项目数据表的人员。
**如何撤销：** 删除对应行，或删除整张表。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			keep: '每次失败的执行按执行编号保留一行。其他工作流的定时检查会补完失败执行遗留的工作。',
		},
	},
};
