import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: 'Shared: deliver tasks to the inbox, e-mail and chat',
		nodes: {
			called: 'When a workflow hands in tasks',
			tryIt: 'Try it with a sample task',
			sample: 'Sample task',
			timer: 'Every 5 minutes',
			settings: 'Settings',
			tasksTable: 'Create table pt_tasks',
			deliveriesTable: 'Create table pt_deliveries',
			unassignedTable: 'Create table pt_unassigned',
			sweep: 'Timer run?',
			tasks: 'Tasks',
			inQueueMode: 'Queue mode?',
			claimsTable: 'Create claims table (PostgreSQL)',
			claimable: 'Tasks to claim',
			claim: 'Claim in PostgreSQL',
			claimed: 'Claimed by this execution?',
			store: 'Store in inbox pt_tasks',
			open: 'Open new tasks',
			finishNeeded: 'Claim to finish?',
			finish: 'Finish claim in PostgreSQL',
			stored: 'Stored tasks',
			done: 'Handed back',
			isUnassigned: 'Nobody responsible?',
			keepUnassigned: 'Show in pt_unassigned',
			withChannel: 'Inbox only?',
			claimFirst: 'Prepare first attempt',
			readDeliveries: 'Read pt_deliveries',
			findDue: 'Find deliveries that are due',
			logGiveUp: 'Record what is given up',
			dueTasks: 'Read the tasks that are due',
			claimAgain: 'Prepare next attempt',
			due: 'Deliveries that are due',
			logClaim: 'Claim this attempt',
			readClaim: 'Read first claim',
			firstClaim: 'First claim only',
			won: 'Claimed first by this execution?',
			route: 'Which channel?',
			email: 'Send e-mail',
			webhook: 'Send to webhook',
			feishu: 'Send to Feishu',
			dingtalk: 'Send to DingTalk',
			wecom: 'Send to WeCom',
			mailAgain: 'Try the mail again?',
			logMailed: 'Record mail sent',
			logMailRetry: 'Record mail to send again',
			logMailDead: 'Record mail as dead letter',
			logReceipt: 'Record what became of it',
		},
		settings: {
			channel: 'Channel (inbox, email, webhook, feishu, dingtalk or wecom)',
			target: 'Name of the receiver, e.g. project-managers',
			emailFrom: 'E-mail sender',
			emailFallback: 'E-mail address when a task has no assignee',
			maximumAttempts: 'Attempts before a delivery becomes a dead letter',
			staleMinutes: 'Minutes after which an unfinished claim is taken over',
			claims: 'Where claims are made (dataTable, or postgres in queue mode)',
		},
		notes: {
			main: `## Deliver tasks to the inbox, e-mail and chat

**For:** IT specialists; HRBPs change the settings.

**What it does:** other workflows of the pack hand their tasks in here. Each task becomes one row in the Data Table \`pt_tasks\` (the inbox), however often it is handed in. If a channel is set, it is sent there once, tried again when the channel is busy, and kept as a dead letter with the reason when it is refused. A task that nobody is responsible for also shows in \`pt_unassigned\`.

### Set up
1. Publish this workflow: the inbox works without any account.
2. To send messages too, set **Channel** in **Settings**, switch on the node of that channel and choose its credential.
3. In queue mode set the claims setting to \`postgres\` switch on the three PostgreSQL nodes and choose their credential.
4. Choose **Try it with a sample task** and execute; look at **Data tables › pt_tasks**.

**Stores:** the task, its evidence references and every attempt.
**Who can see it:** everyone with access to this project's Data Tables; the receivers of the channel.
**To undo:** delete the rows.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			inbox: 'Once per task key. In queue mode PostgreSQL decides which execution stores a task; an unfinished claim is taken over after the minutes in Settings.',
			channels: 'An attempt is logged before it is sent and again with its result, so a crash in between is seen and finished by the timer.',
		},
	},
	'zh-CN': {
		title: '共用：将任务投递到收件箱、邮件和群聊',
		nodes: {
			called: '工作流提交任务时',
			tryIt: '用示例任务试运行',
			sample: '示例任务',
			timer: '每 5 分钟',
			settings: '设置',
			tasksTable: '创建数据表 pt_tasks',
			deliveriesTable: '创建数据表 pt_deliveries',
			unassignedTable: '创建数据表 pt_unassigned',
			sweep: '定时运行？',
			tasks: '任务',
			inQueueMode: '队列模式？',
			claimsTable: '创建认领表（PostgreSQL）',
			claimable: '待认领任务',
			claim: '在 PostgreSQL 中认领',
			claimed: '由本次执行认领？',
			store: '存入收件箱 pt_tasks',
			open: '打开新任务',
			finishNeeded: '有认领待完结？',
			finish: '在 PostgreSQL 中完结认领',
			stored: '已存任务',
			done: '返回结果',
			isUnassigned: '无人负责？',
			keepUnassigned: '列入 pt_unassigned',
			withChannel: '仅存收件箱？',
			claimFirst: '准备首次发送',
			readDeliveries: '读取 pt_deliveries',
			findDue: '查找到期的投递',
			logGiveUp: '记录放弃的投递',
			dueTasks: '读取到期的任务',
			claimAgain: '准备再次发送',
			due: '到期的投递',
			logClaim: '认领本次发送',
			readClaim: '读取最早的认领',
			firstClaim: '只取最早的认领',
			won: '最早由本次执行认领？',
			route: '哪个渠道？',
			email: '发送邮件',
			webhook: '发送到 Webhook',
			feishu: '发送到飞书',
			dingtalk: '发送到钉钉',
			wecom: '发送到企业微信',
			mailAgain: '再次发送邮件？',
			logMailed: '记录邮件已发送',
			logMailRetry: '记录邮件待重发',
			logMailDead: '记录邮件投递失败',
			logReceipt: '记录投递结果',
		},
		settings: {
			channel: '渠道（inbox、email、webhook、feishu、dingtalk 或 wecom）',
			target: '接收方名称，例如 project-managers',
			emailFrom: '发件人邮箱',
			emailFallback: '任务无负责人时的收件邮箱',
			maximumAttempts: '最多发送次数，超过即进入投递失败队列',
			staleMinutes: '未完结的认领经过多少分钟后由他人接手',
			claims: '认领位置（dataTable，队列模式用 postgres）',
		},
		notes: {
			main: `## 将任务投递到收件箱、邮件和群聊

**适用对象：** IT 专员；HRBP 可修改设置。

**作用：** 本套件的其他工作流把任务交到这里。每个任务在数据表 \`pt_tasks\`（收件箱）中只占一行，重复提交也不会多出一行。设置了渠道时，任务只向该渠道发送一次；渠道繁忙则重试；被拒绝则连同原因进入投递失败队列。无人负责的任务还会出现在 \`pt_unassigned\`。

### 设置步骤
1. 发布本工作流：收件箱无需任何账号即可使用。
2. 如需发送消息，在 **设置** 中填写渠道，启用该渠道的节点并选择凭据。
3. 队列模式下，将认领位置设为 \`postgres\`，启用三个 PostgreSQL 节点并选择凭据。
4. 选择 **用示例任务试运行** 并执行，然后打开 **Data tables › pt_tasks** 查看。

**存储内容：** 任务、证据引用和每一次发送记录。
**可见范围：** 有权访问本项目数据表的人员，以及渠道的接收者。
**如何撤销：** 删除对应行。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			inbox: '每个任务键只存一次。队列模式下由 PostgreSQL 决定由哪次执行存储；未完结的认领超过设定分钟数后由其他执行接手。',
			channels: '发送前先记录认领，发送后再记录结果；若中途崩溃，定时运行会发现并补完。',
		},
	},
};
