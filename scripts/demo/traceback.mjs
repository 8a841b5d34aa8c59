/** The versions behind an acceptance number, as `npm start` shows them: the sample is captured and traced, and the forms are live. */
import { errorOf, outputOf } from '../n8n/client.mjs';
import { publish, workflowIds } from './workflows.mjs';

const TEXTS = {
	en: { heading: 'Version traceback: {number} ({documents} documents, {versions} versions)', open: 'Audit report with timeline: {url}  (enter {number})', failed: 'The sample submission could not be traced: {reason}' },
	'zh-CN': { heading: '版本穿透式审计：{number}（{documents} 个文件，{versions} 个版本）', open: '审计报告与时间线：{url}  （填写 {number}）', failed: '示例申报未能追溯：{reason}' },
};

/**
 * Runs the sample submission and gives the lines to be shown: the number, what was in force, each finding in one sentence, where the report opens.
 *
 * @param {{ client: import('../n8n/client.mjs').N8nClient, url: string, language: 'en' | 'zh-CN' }} options
 * @returns {Promise<string[]>}
 */
export async function showTraceback({ client, url, language }) {
	/** @param {keyof typeof TEXTS.en} key @param {Record<string, unknown>} values */
	const text = (key, values) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
	const id = /** @type {string} */ ((await workflowIds())['versionTraceback']);
	await publish(client, [id]);
	const { nodes } = await client.workflow(id);
	const execution = await client.runWorkflow(id, nodes.find((/** @type {any} */ node) => node.type === 'n8n-nodes-base.manualTrigger').name);
	const reason = errorOf(execution);
	if (reason !== null) return [text('failed', { reason })];
	const trace = nodes.find((/** @type {any} */ node) => node.parameters.operation === 'trace').name;
	const lineages = outputOf(execution, trace, 0);
	const number = lineages[0]?.['value'].acceptanceNumber;
	return [
		text('heading', { number, documents: lineages.length, versions: lineages.reduce((sum, { value }) => sum + value.versions.length, 0) }),
		...lineages.map(({ explanation }) => `  ${explanation[language]}`),
		...outputOf(execution, trace, 1).map((finding) => `  · ${finding['documentName']}${language === 'en' ? ': ' : '：'}${finding['text'][language]}`),
		text('open', { url: `${url}/form/pt-version-traceback`, number }),
	];
}
