/** What `npm start` says, in both languages. `{name}` stands for a value. */
const TEXTS = {
	en: {
		dependencies: 'Dependencies are there.',
		packed: 'Package built and packed: {file}',
		n8n: 'n8n {version} runs at {url}',
		imported: '{count} workflows imported.',
		kept: 'Workflows are those of the last start; your changes are kept.',
		sandbox: 'Sandbox with an EDC and an HR directory at {url}',
		people: '{count} people read from the HR directory.',
		published: 'Workflow published: {name}',
		fed: 'The EDC reported: {count} subjects have completed follow-up.',
		fedFile: 'Your document was sent: {file}',
		refused: 'The workflow did not take the document (HTTP {status}): {body}',
		waiting: 'Waiting for the assessment task …',
		noTask: 'No milestone was reached by what was sent. What the evaluation found, milestone by milestone:',
		noReason: 'The workflow has evaluated nothing yet; look at its executions in the editor.',
		whereReasons: 'The same stands in the editor under Executions, node “Not reached yet”; what could not be read stands in the Data Table pt_errors.',
		inbox: 'Inbox ({count})',
		due: 'Due {date}',
		assignee: 'For {name}',
		unassigned: 'Nobody found yet: see the Data Table pt_unassigned',
		editor: 'Editor',
		login: 'Login',
		password: 'Password',
		webhook: 'Webhook of the EDC',
		next: 'Everything runs on this machine only. Ctrl-C ends it; the data stays in {folder}.',
		ready: 'Ready after {seconds} s.',
		ending: 'Ending …',
		reset: 'Earlier data deleted: {folder}',
	},
	'zh-CN': {
		dependencies: '依赖已就绪。',
		packed: '节点包已构建并打包：{file}',
		n8n: 'n8n {version} 已运行：{url}',
		imported: '已导入 {count} 个工作流。',
		kept: '沿用上次的工作流，您的修改已保留。',
		sandbox: '演示用 EDC 与人事目录：{url}',
		people: '已从人事目录读取 {count} 人。',
		published: '工作流已发布：{name}',
		fed: 'EDC 已回传：{count} 例受试者完成随访。',
		fedFile: '已发送您的文件：{file}',
		refused: '工作流未接收该文件（HTTP {status}）：{body}',
		waiting: '正在等待考核任务…',
		noTask: '所发送的数据尚未达成任何里程碑。逐项判定结果如下：',
		noReason: '工作流尚未进行判定，请在编辑器中查看其执行记录。',
		whereReasons: '在编辑器“执行记录”的“尚未达成”节点可见同样内容；无法读取的内容见数据表 pt_errors。',
		inbox: '收件箱（{count}）',
		due: '截止 {date}',
		assignee: '负责人：{name}',
		unassigned: '待分派：见数据表 pt_unassigned',
		editor: '编辑器',
		login: '登录名',
		password: '密码',
		webhook: 'EDC 的 Webhook 地址',
		next: '全部只在本机运行。按 Ctrl-C 结束，数据保留在 {folder}。',
		ready: '{seconds} 秒后就绪。',
		ending: '正在结束…',
		reset: '已删除此前的数据：{folder}',
	},
};

/**
 * @param {'en' | 'zh-CN'} language
 * @returns {(key: keyof typeof TEXTS.en, values?: Record<string, unknown>) => string}
 */
export function textsOf(language) {
	return (key, values = {}) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
