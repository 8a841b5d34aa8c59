/** Red lights of the sample team and the sample pages: judged by the real workflows, and the to-do that the mentor gets. */
import { publish, setSettings } from './workflows.mjs';

/** @typedef {Record<string, any>} Json */

const TEXTS = {
	en: { title: 'Red lights ({count})', judged: 'Red lights judged: the sample team and the sample pages.', todo: 'To-do of {name} (due {date})', more: '{count} more: requests for a note, to-dos of team leads. All stand in the Data Table pt_tasks.' },
	'zh-CN': { title: '红灯（{count}）', judged: '已判定红灯：示例团队与示例页面。', todo: '{name} 的待办（截止 {date}）', more: '另有 {count} 条：备注请求与团队负责人待办，均在数据表 pt_tasks 中。' },
};

/** @param {string} text @param {Record<string, unknown>} values */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));

/**
 * Runs both workflows with their samples. Run again it finds the same lights and makes no second task.
 *
 * @param {{ client: import('../n8n/client.mjs').N8nClient, url: string, ids: Record<string, string>, isNew: boolean, language: 'en' | 'zh-CN', say: (line: string) => void }} options
 * @returns {Promise<string>} what to print of them
 */
export async function showLights({ client, url, ids, isNew, language, say }) {
	const texts = TEXTS[language];
	const workflows = ['codeRedLights', 'documentRedLights'].map((key) => /** @type {string} */ (ids[key]));
	// The tasks link to the forms in which people answer.
	if (isNew) for (const id of workflows) await setSettings(client, id, { baseUrl: url });
	await publish(client, [/** @type {string} */ (ids['lightResponse'])]);
	for (const id of workflows) {
		const trigger = (await client.workflow(id))['nodes'].find((/** @type {Json} */ node) => node['type'] === 'n8n-nodes-base.manualTrigger');
		const execution = await client.runWorkflow(id, trigger['name']);
		if (execution['status'] !== 'success') throw new Error(`The workflow of red lights ended as ${execution['status']}: execution ${execution['id']}.`);
	}
	say(texts.judged);
	const red = (await client.rows('pt_lights')).filter(({ light, state }) => light === 'red' && state !== 'out');
	const tasks = (await client.rows('pt_tasks')).filter(({ kind }) => ['contextNote', 'mentoring', 'collaborationRisk'].includes(kind));
	const todo = tasks.find(({ kind }) => kind === 'mentoring');
	const line = '─'.repeat(72);
	return [
		`${line}\n${fill(texts.title, { count: red.length })}`,
		...red.map((row) => `  ● ${row[language === 'en' ? 'explanation' : 'explanationZh']}`),
		...(todo === undefined ? [] : [`\n${fill(texts.todo, { name: todo['assignee'], date: todo['dueDate'] })}\n${todo['title']}\n\n${todo['body']}`, fill(texts.more, { count: tasks.length - 1 })]),
	].join('\n');
}
