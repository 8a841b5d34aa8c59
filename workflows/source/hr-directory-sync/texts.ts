import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: 'Shared: read who is who from the HR directory',
		nodes: {
			timer: 'Every night',
			tryIt: 'Try it with sample people',
			settings: 'Settings',
			peopleTable: 'Create table pt_people',
			unassignedTable: 'Create table pt_unassigned',
			known: 'People stored so far',
			from: 'Which HR system?',
			scim: 'Read SCIM users',
			bamboohr: 'Read BambooHR',
			feishu: 'Read Feishu or Lark',
			dingtalk: 'Read DingTalk',
			wecom: 'Read WeCom',
			ldap: 'Search LDAP',
			isEntry: 'An entry?',
			importLdap: 'Read LDAP entries',
			isPerson: 'A person?',
			sample: 'People as rows',
			rows: 'One item per person',
			import: 'Read rows',
			store: 'Store in pt_people',
			keepRefused: 'Show in pt_unassigned',
		},
		settings: {
			source: 'Source (rows for the list in the node "People as rows"; or scim, bamboohr, feishu, dingtalk, wecom, ldap)',
		},
		notes: {
			main: `## Read who is who from the HR directory

**For:** IT specialists together with HR.

**What it does:** reads every night who is whose manager, mentor and team lead, who is project manager of which study, and which accounts (EDC, Git, Confluence, e-mail) belong to whom. The people stand in the Data Table \`pt_people\`; rows that can't be used show in \`pt_unassigned\` with the reason.

### Set up
1. Try it with the sample people: choose **Try it with sample people** and execute.
2. With an HR system: set **Source** in **Settings** to \`scim\`, \`bamboohr\`, \`feishu\` (also Lark), \`dingtalk\`, \`wecom\` or \`ldap\`; switch that one node on and choose its credential. For SCIM and LDAP say which groups mean which role; for LDAP enter the Base DN.
3. Without one: replace the rows in **People as rows**, or put a node that reads your CSV file or table in its place.
4. Publish the workflow.

Whoever has left the HR system becomes inactive; tasks then go to the manager above.

**Stores:** id, name, e-mail, department, manager, roles and accounts. Nothing else of the personnel file.
**Who can see it:** everyone with access to this project's Data Tables.
**To undo:** delete the rows of \`pt_people\`.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			source: 'Columns may be named in English or Chinese. Accounts and roles may hold several entries separated by semicolons, e.g. edc:pm.li; git:li-na.',
		},
	},
	'zh-CN': {
		title: '共用：从人事目录读取人员与汇报关系',
		nodes: {
			timer: '每晚',
			tryIt: '用示例人员试运行',
			settings: '设置',
			peopleTable: '创建数据表 pt_people',
			unassignedTable: '创建数据表 pt_unassigned',
			known: '已存人员',
			from: '哪个人事系统？',
			scim: '读取 SCIM 用户',
			bamboohr: '读取 BambooHR',
			feishu: '读取飞书或 Lark',
			dingtalk: '读取钉钉',
			wecom: '读取企业微信',
			ldap: '查询 LDAP',
			isEntry: '是条目？',
			importLdap: '读取 LDAP 条目',
			isPerson: '是人员？',
			sample: '人员列表',
			rows: '每人一项',
			import: '读取列表',
			store: '存入 pt_people',
			keepRefused: '列入 pt_unassigned',
		},
		settings: {
			source: '来源（rows，即“人员列表”节点中的列表；或 scim、bamboohr、feishu、dingtalk、wecom、ldap）',
		},
		notes: {
			main: `## 从人事目录读取人员与汇报关系

**适用对象：** IT 专员与人力资源部。

**作用：** 每晚读取：谁是谁的直属上级、导师和团队负责人，谁是哪项研究的项目经理，以及各系统账号（EDC、Git、Confluence、邮箱）属于谁。人员存入数据表 \`pt_people\`；无法使用的行连同原因列入 \`pt_unassigned\`。

### 设置步骤
1. 先用示例人员试运行：选择 **用示例人员试运行** 并执行。
2. 使用人事系统：在 **设置** 中将来源设为 \`scim\`、\`bamboohr\`、\`feishu\`（含 Lark）、\`dingtalk\`、\`wecom\` 或 \`ldap\`，只启用对应的节点并选择凭据。SCIM 和 LDAP 需填写各群组代表的角色；LDAP 还需填写 Base DN。
3. 不使用人事系统：替换 **人员列表** 中的数据，或换成读取 CSV 文件、数据表的节点。
4. 发布本工作流。

已从人事系统离开的人员会标记为停用，其任务转给上一级。

**存储内容：** 编号、姓名、邮箱、部门、上级、角色和账号。人事档案的其他内容一概不存。
**可见范围：** 有权访问本项目数据表的人员。
**如何撤销：** 删除 \`pt_people\` 中的行。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			source: '列名可用中文或英文。账号和角色可填多个，用分号隔开，例如 edc:pm.li; git:li-na。',
		},
	},
};
