import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: '04 Check goal alignment and start goal re-checks',
		nodes: {
			timer: 'Every Monday at 7:00',
			tryIt: 'Try it with sample goals',
			importForm: 'Form: import goals',
			pageForm: 'Form: show the page',
			settings: 'Settings',
			table_pt_goals: 'Create table pt_goals',
			table_pt_goal_indexes: 'Create table pt_goal_indexes',
			table_pt_goal_findings: 'Create table pt_goal_findings',
			table_pt_metrics: 'Create table pt_metrics',
			table_pt_people: 'Create table pt_people',
			table_pt_tasks: 'Create table pt_tasks',
			table_pt_errors: 'Create table pt_errors',
			errand: 'What is asked for?',
			uploaded: 'Take the uploaded file',
			readFile: 'Read the CSV file',
			readRows: 'Read rows of any headings',
			storeRows: 'Store in pt_goals',
			keepRefused: 'Show refused rows in pt_errors',
			nothingStored: 'Was nothing stored?',
			stored: 'After all rows are stored',
			wantsReplace: 'Replace the table?',
			readStored: 'Read stored goals',
			notGiven: 'Rows that are not in the file',
			deleteOld: 'Delete them',
			importEnd: 'Answer: imported',
			sample: 'Sample goals',
			sampleRows: 'One item per sample row',
			readGoals: 'Read pt_goals',
			readIndexes: 'Read pt_goal_indexes',
			readMetrics: 'Read figures of groups',
			allRows: 'The table',
			readPeople: 'Read pt_people',
			readTasks: 'Read re-checks so far',
			ready: 'Table, people and re-checks',
			check: 'Check the alignment',
			storeFindings: 'Store in pt_goal_findings',
			keepUnusable: 'Show unusable rows in pt_errors',
			readFindings: 'Read stored findings',
			mended: 'Findings that are mended',
			forgetMended: 'Delete mended findings',
			bufferGoals: 'Check buffer goals',
			ownerTask: 'Task of the owner',
			superiorTask: 'Task of the superior',
			newTasks: 'Both tasks',
			notYet: 'Only new re-checks',
			deliver: 'Deliver the tasks',
			page: 'Make the page',
			wantsPage: 'Asked by the form?',
			showPage: 'Answer: the page',
		},
		settings: {
			language: 'Language of tasks and page (en or zh-CN)',
			stages: 'Stages of the business flow, separated by commas (empty: lead, opportunity, contract, delivery, renewal)',
			percentages: 'Percentages without a percent sign (hundred: 50 is 50%; one: 0.5 is 50%)',
			thresholdPercent: 'Goal re-check when the index is worse by more than (%)',
			baseline: 'Baseline (rolling, previous, sameLastYear or fixed)',
			fixedBaselines: 'Fixed baselines by goal id (JSON)',
			better: 'Better is (lower or higher)',
			dueInWorkingDays: 'Re-check due in working days',
			timeZone: 'Time zone',
			holidays: 'Statutory holidays (CN or none)',
		},
		notes: {
			main: `## Check goal alignment and start goal re-checks

**For:** HRBPs and whoever sets goals.

**What it does:** every Monday it checks whether goals, weights and actions fit together along the business flow, rolls up progress, compares capacity, and looks at the process-health index of every buffer goal. When an index has worsened by strictly more than 15% against its baseline, the goal's owner and the owner's superior get one task each to check the goal again. The target is never changed.

### Set up
1. Try it: execute **Try it with sample goals**. The findings stand in \`pt_goal_findings\`, the tasks in \`pt_tasks\`; the node **Make the page** holds the page and the tree.
2. Fill \`pt_goals\`: open **Form: import goals** and give a CSV file with the columns Kind, ID, Name, Parent Goal, Owner, Stage, Weight, Progress. English and Chinese headings are understood.
3. Indexes of buffer goals: rows of the same table (Goal, Period, Index Value), or figures of workflow 07: enter in \`pt_goal_indexes\` the goal, the metric (\`stage_dwell\`) and the group.
4. Look at **Settings**, publish. The page is at \`/form/pt-goal-page\`.

**Stores:** your goal table, findings, tasks. **Who can see it:** everyone with access to this project's Data Tables. **To undo:** delete rows of \`pt_goals\` and \`pt_goal_findings\`.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			import: 'New rows are stored before old ones are deleted. Rows that cannot be used are named in the answer and in pt_errors; the others count.',
			check: 'Figures of workflow 07 become indexes where pt_goal_indexes says so. Their frozen baseline comes along. Without such rows the indexes of pt_goals count.',
			recheck: 'One task each for owner and superior per run of worsened periods, however often this runs.',
		},
		labels: {
			importTitle: 'Import goals',
			importDescription: 'A CSV file with one row per goal, action, stage, lever, demand or index.',
			importButton: 'Import',
			file: 'CSV file (UTF-8)',
			mode: 'Rows that are stored already',
			add: 'keep those that are not in the file',
			replace: 'replace all',
			importedTitle: 'Imported',
			importedRows: 'Rows stored: ',
			line: 'Line ',
			colon: ': ',
			moreLines: 'More refused lines in pt_errors: ',
			pageTitle: 'Goal alignment',
			pageDescription: 'Verdict, findings, tree, matrix, progress, capacity and buffer goals as of now.',
			pageButton: 'Show',
			pageNote: '<p>The page is made from pt_goals as it is now.</p>',
		},
	},
	'zh-CN': {
		title: '04 检查目标对齐并触发目标重检',
		nodes: {
			timer: '每周一 7:00',
			tryIt: '用示例目标试运行',
			importForm: '表单：导入目标',
			pageForm: '表单：查看页面',
			settings: '设置',
			table_pt_goals: '创建数据表 pt_goals',
			table_pt_goal_indexes: '创建数据表 pt_goal_indexes',
			table_pt_goal_findings: '创建数据表 pt_goal_findings',
			table_pt_metrics: '创建数据表 pt_metrics',
			table_pt_people: '创建数据表 pt_people',
			table_pt_tasks: '创建数据表 pt_tasks',
			table_pt_errors: '创建数据表 pt_errors',
			errand: '要做什么？',
			uploaded: '取得上传的文件',
			readFile: '读取 CSV 文件',
			readRows: '识别各种列名',
			storeRows: '存入 pt_goals',
			keepRefused: '无法使用的行记入 pt_errors',
			nothingStored: '没有可存的行？',
			stored: '全部存入之后',
			wantsReplace: '替换整张表？',
			readStored: '读取已存目标',
			notGiven: '文件中没有的行',
			deleteOld: '删除这些行',
			importEnd: '答复：已导入',
			sample: '示例目标',
			sampleRows: '每行一个条目',
			readGoals: '读取 pt_goals',
			readIndexes: '读取 pt_goal_indexes',
			readMetrics: '读取各组数值',
			allRows: '目标表',
			readPeople: '读取 pt_people',
			readTasks: '读取已有的重检任务',
			ready: '目标表、人员与重检任务',
			check: '检查目标对齐',
			storeFindings: '存入 pt_goal_findings',
			keepUnusable: '无法使用的行记入 pt_errors（检查）',
			readFindings: '读取已存问题',
			mended: '已修正的问题',
			forgetMended: '删除已修正的问题',
			bufferGoals: '检查缓冲带目标',
			ownerTask: '负责人的任务',
			superiorTask: '直属上级的任务',
			newTasks: '两项任务',
			notYet: '仅新的重检',
			deliver: '投递任务',
			page: '生成页面',
			wantsPage: '由表单请求？',
			showPage: '答复：页面',
		},
		settings: {
			language: '任务与页面的语言（en 或 zh-CN）',
			stages: '业务流的环节，用逗号分隔（留空：线索、商机、签约、交付、续费）',
			percentages: '不带百分号的百分比（hundred：50 即 50%；one：0.5 即 50%）',
			thresholdPercent: '指标恶化超过多少（%）触发目标重检',
			baseline: '基线（rolling 滚动中位数、previous 上一周期、sameLastYear 去年同期、fixed 固定值）',
			fixedBaselines: '各目标的固定基线（JSON）',
			better: '何者为好（lower 越低越好、higher 越高越好）',
			dueInWorkingDays: '重检期限（工作日）',
			timeZone: '时区',
			holidays: '法定节假日（CN 或 none）',
		},
		notes: {
			main: `## 检查目标对齐并触发目标重检

**适用对象：** HRBP 及目标制定者。

**作用：** 每周一检查目标、权重与动作在业务流上是否对齐，汇总进度，校验产能，并查看每个缓冲带目标的流程健康度指标。指标相对基线恶化严格超过 15% 时，目标负责人及其直属上级各收到一项重检任务；目标值不作任何改动。

### 设置步骤
1. 先试运行：执行 **用示例目标试运行**。问题在 \`pt_goal_findings\`，任务在 \`pt_tasks\`，节点 **生成页面** 中有页面和目标树。
2. 填写 \`pt_goals\`：打开 **表单：导入目标**，上传 CSV 文件，列为类型、编号、名称、上级目标、负责人、环节、贡献权重、进度；中英文列名均可识别。
3. 缓冲带目标的指标：写在同一张表中（目标、周期、数值），或取自工作流 07：在 \`pt_goal_indexes\` 中填写目标、指标（\`stage_dwell\`）和组。
4. 查看 **设置**，然后发布。页面地址为 \`/form/pt-goal-page\`。

**存储内容：** 目标表、问题、任务。**谁能看到：** 能访问本项目数据表的所有人。**如何撤销：** 删除 \`pt_goals\` 和 \`pt_goal_findings\` 中的行。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			import: '先存入新行，再删除旧行。无法使用的行会在答复和 pt_errors 中列出，其余照常生效。',
			check: 'pt_goal_indexes 指定的工作流 07 数值作为指标，并沿用周期开始时的基线；没有指定时，以 pt_goals 中的指标为准。',
			recheck: '每次连续恶化，负责人和直属上级各一项任务，无论本工作流运行多少次。',
		},
		labels: {
			importTitle: '导入目标',
			importDescription: 'CSV 文件，每行一个目标、动作、环节、杠杆、需求或指标。',
			importButton: '导入',
			file: 'CSV 文件（UTF-8）',
			mode: '已存的行',
			add: '保留文件中没有的行',
			replace: '全部替换',
			importedTitle: '已导入',
			importedRows: '存入行数：',
			line: '第 ',
			colon: ' 行：',
			moreLines: '其余被拒绝的行见 pt_errors，行数：',
			pageTitle: '目标对齐',
			pageDescription: '当前的结论、问题、目标树、动作矩阵、进度、产能与缓冲带目标。',
			pageButton: '查看',
			pageNote: '<p>页面根据 pt_goals 的当前内容生成。</p>',
		},
	},
};
