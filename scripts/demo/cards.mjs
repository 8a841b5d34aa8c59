/** Closed-loop cards, as `npm start` shows them: the sample cards are played, and the forms are live. */
import { errorOf, outputOf } from '../n8n/client.mjs';
import { publish, workflowIds } from './workflows.mjs';

const TEXTS = {
	en: { heading: 'Closed-loop cards ({count})', days: 'found → closed: {calendar} days, {working} working days', open: 'Record to print: {url}', report: 'Report a finding: {url}', failed: 'The sample cards could not be played: {reason}' },
	'zh-CN': { heading: '闭环卡片（{count}）', days: '发现 → 关闭：{calendar} 天，{working} 个工作日', open: '可打印的卡片记录：{url}', report: '登记发现项：{url}', failed: '示例卡片未能运行：{reason}' },
};

/**
 * Plays the sample cards and gives the lines to be shown: where each card stands in one sentence, how long the closed one took, who was refused and why.
 *
 * @param {{ client: import('../n8n/client.mjs').N8nClient, url: string, language: 'en' | 'zh-CN' }} options
 * @returns {Promise<string[]>}
 */
export async function showCards({ client, url, language }) {
	/** @param {keyof typeof TEXTS.en} key @param {Record<string, unknown>} values */
	const text = (key, values) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
	const id = /** @type {string} */ ((await workflowIds())['closedLoopCard']);
	await publish(client, [id]);
	const { nodes } = await client.workflow(id);
	const execution = await client.runWorkflow(id, nodes.find((/** @type {any} */ node) => node.type === 'n8n-nodes-base.manualTrigger').name);
	const reason = errorOf(execution);
	if (reason !== null) return [text('failed', { reason })];
	const apply = nodes.find((/** @type {any} */ node) => node.parameters.operation === 'apply').name;
	const refused = outputOf(execution, apply, 2).map(({ message }) => message);
	const cards = (await client.rows('pt_cards')).filter(({ cardNumber }) => /^CAPA-2026-\d{4}$/.test(cardNumber));
	const [closed] = cards.filter(({ state }) => state === 'closed');
	const days = closed === undefined ? null : await durations(String(closed['cardNumber']));
	return [
		text('heading', { count: cards.length }),
		...cards.flatMap(({ cardNumber, explanation }) => [`  ${explanation}`, ...(cardNumber === closed?.['cardNumber'] && days !== null ? [`    ${text('days', days)}`] : [])]),
		...refused.map((message) => `  · ${message}`),
		text('open', { url: `${url}/form/pt-card-record?card=${closed?.['cardNumber'] ?? ''}` }),
		text('report', { url: `${url}/form/pt-card-open` }),
	];

	/** Full cycle as the morning run of the workflow works it out. @param {string} number */
	async function durations(number) {
		const timer = nodes.find((/** @type {any} */ node) => node.type === 'n8n-nodes-base.scheduleTrigger').name;
		const get = nodes.find((/** @type {any} */ node) => node.parameters.operation === 'get' && node.parameters.number === undefined).name;
		const found = outputOf(await client.runWorkflow(id, timer), get, 0).find(({ cardNumber }) => cardNumber === number);
		const total = found?.['durations'].total;
		return total === undefined ? null : { calendar: Math.round(total.calendarDays * 10) / 10, working: total.workingDays ?? '–' };
	}
}
