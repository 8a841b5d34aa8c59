/** Health metrics, as `npm start` shows them: the sample company of 417 people goes through the real workflow. */
import { errorOf } from '../n8n/client.mjs';
import { publish, workflowIds } from './workflows.mjs';

const TEXTS = {
	en: { heading: 'Health metrics: sample company of 417 people, twelve quarters ({figures} figures)', task: 'Task of {name}: {title}', import: 'Import records: {url}', backFill: 'Back-fill periods: {url}', failed: 'The sample company could not be calculated: {reason}', nobody: 'nobody' },
	'zh-CN': { heading: '健康度指标：417 人示例公司，12 个季度（{figures} 个指标值）', task: '{name} 的任务：{title}', import: '导入记录：{url}', backFill: '补算历史窗口：{url}', failed: '示例公司未能计算：{reason}', nobody: '无人' },
};

/** Figures that are shown: metric and period, of the whole company. */
const SHOWN = [
	['goal_adjustment_frequency', '2026-Q3'],
	['data_completeness', '2026-Q1'],
	['appeals', '2026-Q1'],
];

/**
 * Calculates the sample company and gives the lines to be shown. Run again it stores nothing new and makes no second task.
 *
 * @param {{ client: import('../n8n/client.mjs').N8nClient, url: string, language: 'en' | 'zh-CN' }} options
 * @returns {Promise<string[]>}
 */
export async function showHealth({ client, url, language }) {
	/** @param {keyof typeof TEXTS.en} key @param {Record<string, unknown>} values */
	const text = (key, values = {}) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
	const id = /** @type {string} */ ((await workflowIds())['healthMetrics']);
	await publish(client, [id]);
	const { nodes } = await client.workflow(id);
	const execution = await client.runWorkflow(id, nodes.find((/** @type {any} */ node) => node.type === 'n8n-nodes-base.manualTrigger').name);
	const reason = errorOf(execution);
	if (reason !== null) return [text('failed', { reason })];
	const figures = await client.rows('pt_metrics');
	const alarms = new Set((await client.rows('pt_alarms')).map(({ alarmKey }) => `task-${alarmKey}`));
	const tasks = (await client.rows('pt_tasks')).filter(({ taskKey }) => alarms.has(String(taskKey)));
	const shown = SHOWN.flatMap(([metric, period]) => figures.filter((row) => row['metric'] === metric && row['period'] === period && row['level'] === 'company').slice(-1));
	return [
		text('heading', { figures: figures.length }),
		...shown.map((row) => `  ${row[language === 'en' ? 'explanation' : 'explanationZh']}`),
		...tasks.map((row) => `  · ${text('task', { name: row['assignee'] || text('nobody'), title: row['title'] })}\n    ${row['explanation']}`),
		text('import', { url: `${url}/form/pt-record-import` }),
		text('backFill', { url: `${url}/form/pt-metric-backfill` }),
	];
}
