import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: '12 Dashboard: show lights, cards, milestones and metrics as web pages',
		nodes: {
			address: 'Dashboard address',
			tryIt: 'Try it with sample figures',
			sample: 'Sample figures',
			settings: 'Settings',
			table_pt_metrics: 'Create table pt_metrics',
			table_pt_alarms: 'Create table pt_alarms',
			table_pt_runs: 'Create table pt_runs',
			table_pt_process_records: 'Create table pt_process_records',
			table_pt_visibility: 'Create table pt_visibility',
			table_pt_people: 'Create table pt_people',
			table_pt_cards: 'Create table pt_cards',
			table_pt_tasks: 'Create table pt_tasks',
			table_pt_milestones: 'Create table pt_milestones',
			table_pt_digests: 'Create table pt_digests',
			table_pt_lights: 'Create table pt_lights',
			isSample: 'With the sample?',
			needsCompany: 'Figures of the company needed?',
			company: 'Read figures of the company',
			plan: 'Work out what to read',
			which: 'Which page?',
			redFigures: 'Read red figures of the period',
			alarms: 'Read open alarms',
			runs: 'Read the latest runs',
			metricFigures: 'Read figures of the metric',
			groupFigures: 'Read figures of the group',
			groupPeriod: 'Choose the period',
			memberFigures: 'Read figures of what is in it',
			figure: 'Read the figure',
			isPerson: 'About a person?',
			teamMembers: 'Read the team for comparison',
			teamFigure: 'Read the figure of the team',
			record: 'Read the source record',
			pageLights: 'Read lights that are on',
			cards: 'Read cards',
			tasks: 'Read open tasks',
			milestones: 'Read milestones',
			digests: 'Read digests of lights',
			switches: 'Read visibility switches',
			people: 'Read names of people',
			page: 'Make the page',
			forBrowser: 'Asked by a browser?',
			answer: 'Answer the browser',
		},
		settings: {
			baseUrl: 'Address of this n8n',
			timeZone: 'Time zone',
			language: 'Language where the address names none (en or zh-CN)',
			smallestGroup: 'Hidden persons of a team are at least (persons)',
		},
		notes: {
			main: `## Dashboard

**For:** managers and HRBPs who read it; IT sets it up once.

**What it does:** serves web pages from n8n itself: health metrics with trends, red lights, closed-loop cards, milestones and tasks. Every number opens into its sentence, its rule and the records it was made from. Each page exists in English and Chinese, on a phone, on paper, and as CSV or JSON.

### Set up
1. Run **Try it with sample figures**: the last node shows a page as HTML.
2. Run the workflow of the health metrics once, or play its sample company: this dashboard shows what stands in the tables.
3. In **Dashboard address** choose a credential of the type *Basic Auth*: user and password of the readers. Or switch *Authentication* to *Header Auth*, where a proxy signs people in.
4. Check **Settings**, publish, and open \`/webhook/pt-dashboard\`.

**Shows of persons:** only what each has released in \`pt_visibility\`; lights of persons are counted, never listed.
**Stores:** nothing; executions that went well are not kept.
**Who can see it:** whoever has the password.
**To undo:** unpublish it.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			read: 'Each page reads only the rows it shows: tables may hold years of figures of hundreds of groups.',
			visible: 'A person is shown where the switch allows it. A person’s figure is judged together with the team, so that nobody who is hidden can be computed.',
			answer: 'No script, nothing from outside, nothing kept by the browser. The page carries its own policy.',
		},
	},
	'zh-CN': {
		title: '12 绩效证据看板：以网页展示红灯、卡片、里程碑和指标',
		nodes: {
			address: '看板地址',
			tryIt: '用示例指标试运行',
			sample: '示例指标',
			settings: '设置',
			table_pt_metrics: '创建数据表 pt_metrics',
			table_pt_alarms: '创建数据表 pt_alarms',
			table_pt_runs: '创建数据表 pt_runs',
			table_pt_process_records: '创建数据表 pt_process_records',
			table_pt_visibility: '创建数据表 pt_visibility',
			table_pt_people: '创建数据表 pt_people',
			table_pt_cards: '创建数据表 pt_cards',
			table_pt_tasks: '创建数据表 pt_tasks',
			table_pt_milestones: '创建数据表 pt_milestones',
			table_pt_digests: '创建数据表 pt_digests',
			table_pt_lights: '创建数据表 pt_lights',
			isSample: '使用示例？',
			needsCompany: '需要全公司指标？',
			company: '读取全公司指标',
			plan: '确定要读取的内容',
			which: '哪个页面？',
			redFigures: '读取该窗口的红灯指标',
			alarms: '读取未解除的告警',
			runs: '读取最近的运行',
			metricFigures: '读取该指标的数值',
			groupFigures: '读取该单位的指标',
			groupPeriod: '选定统计窗口',
			memberFigures: '读取下级单位的指标',
			figure: '读取该指标值',
			isPerson: '关于个人？',
			teamMembers: '读取同一团队以供比对',
			teamFigure: '读取该团队的指标值',
			record: '读取来源记录',
			pageLights: '读取未熄灭的灯',
			cards: '读取卡片',
			tasks: '读取待办任务',
			milestones: '读取里程碑',
			digests: '读取灯的汇总',
			switches: '读取数据可见性开关',
			people: '读取人员姓名',
			page: '生成页面',
			forBrowser: '由浏览器请求？',
			answer: '答复浏览器',
		},
		settings: {
			baseUrl: '本 n8n 的地址',
			timeZone: '时区',
			language: '地址未指定时的语言（en 或 zh-CN）',
			smallestGroup: '团队中未公开者至少为（人）',
		},
		notes: {
			main: `## 绩效证据看板

**使用者：**查看数据的管理者和 HRBP；由 IT 一次性设置。

**作用：**由 n8n 直接提供网页：健康度指标及趋势、红灯、闭环卡片、里程碑和任务。每个数字都可以点开，看到判定说明、规则和所依据的来源记录。各页面均有中英文，可在手机上查看、打印，或导出 CSV、JSON。

### 设置步骤
1. 运行**用示例指标试运行**：最后一个节点给出页面的 HTML。
2. 运行一次健康度指标工作流，或导入其示例公司：看板只展示数据表中的内容。
3. 在**看板地址**中选择 *Basic Auth* 类型的凭据，即查看者的用户名和密码；若由代理负责登录，可将 *Authentication* 改为 *Header Auth*。
4. 检查**设置**，发布后打开 \`/webhook/pt-dashboard\`。

**个人数据：**只显示本人在 \`pt_visibility\` 中公开的内容；个人的灯只计数，不列出。
**存储：**不存储任何内容；成功的运行不保留。
**可见范围：**持有密码的人。
**撤销：**取消发布即可。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			read: '每个页面只读取它要显示的行：数据表可能存有数百个单位多年的指标。',
			visible: '仅在本人开关允许时显示个人数据。个人指标与所在团队一并判断，以免推算出未公开者。',
			answer: '没有脚本，不引用外部内容，浏览器不留存。页面自带安全策略。',
		},
	},
};
