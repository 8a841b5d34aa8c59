/** Goal alignment, as `npm start` shows it: goals with planted faults, and a process that has worsened. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorOf, outputOf } from '../n8n/client.mjs';
import { publish, workflowIds } from './workflows.mjs';

const TEXTS = {
	en: { heading: 'Goal alignment: {count} findings', recheck: 'Goal re-check for {names}:', open: 'Tree, matrix and findings: {file}', import: 'Import own goals: {url}', page: 'Page of own goals: {url}', failed: 'The sample goals could not be checked: {reason}', nobody: 'nobody' },
	'zh-CN': { heading: '目标对齐：{count} 处问题', recheck: '目标重检任务（{names}）：', open: '目标树、动作矩阵与问题：{file}', import: '导入自己的目标：{url}', page: '自己目标的页面：{url}', failed: '示例目标未能检查：{reason}', nobody: '无人' },
};

/**
 * Checks the sample goals and gives the lines to be shown; the page is left as a file. Run again it makes no second task.
 *
 * @param {{ client: import('../n8n/client.mjs').N8nClient, url: string, language: 'en' | 'zh-CN', folder: string }} options
 * @returns {Promise<string[]>}
 */
export async function showGoals({ client, url, language, folder }) {
	/** @param {keyof typeof TEXTS.en} key @param {Record<string, unknown>} values */
	const text = (key, values = {}) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
	const id = /** @type {string} */ ((await workflowIds())['goalAlignment']);
	await publish(client, [id]);
	const { nodes } = await client.workflow(id);
	const execution = await client.runWorkflow(id, nodes.find((/** @type {any} */ node) => node.type === 'n8n-nodes-base.manualTrigger').name);
	const reason = errorOf(execution);
	if (reason !== null) return [text('failed', { reason })];
	/** @param {string} operation @param {number} [output] */
	const given = (operation, output) => outputOf(execution, nodes.find((/** @type {any} */ node) => node.parameters.operation === operation).name, output);
	const findings = given('check', 1);
	const worsened = given('bufferGoals');
	const file = join(folder, 'goal-alignment.html');
	writeFileSync(file, String(given('page')[0]?.['html'] ?? ''));
	const tasks = (await client.rows('pt_tasks')).filter(({ kind }) => kind === 'goalRecheck');
	return [
		text('heading', { count: findings.length }),
		...findings.map(({ explanation, value }) => `  · ${explanation[language]}${language === 'en' ? ' ' : ''}${value.remedy[language]}`),
		...worsened.flatMap(({ subject, explanation }) => [
			text('recheck', { names: tasks.filter((task) => task['subject'] === subject).map(({ assignee }) => assignee || text('nobody')).join(language === 'en' ? ', ' : '、') }),
			`  ${explanation[language]}`,
		]),
		text('open', { file }),
		text('import', { url: `${url}/form/pt-goal-import` }),
		text('page', { url: `${url}/form/pt-goal-page` }),
	];
}
