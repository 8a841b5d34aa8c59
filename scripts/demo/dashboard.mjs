/** The dashboard, as `npm start` serves it: with a password of this start, and everything the other samples left in the tables. */
import { randomBytes } from 'node:crypto';
import { publish, setSettings, useCredential, workflowIds } from './workflows.mjs';

const TEXTS = {
	en: { heading: 'Dashboard', open: '{url}', access: 'User {user}, password {password} (new with each start)' },
	'zh-CN': { heading: '绩效证据看板', open: '{url}', access: '用户名 {user}，密码 {password}（每次启动更新）' },
};

/**
 * Publishes the dashboard and gives the lines to be shown.
 *
 * @param {{ client: import('../n8n/client.mjs').N8nClient, url: string, language: 'en' | 'zh-CN' }} options
 * @returns {Promise<string[]>}
 */
export async function showDashboard({ client, url, language }) {
	/** @param {keyof typeof TEXTS.en} key @param {Record<string, unknown>} values */
	const text = (key, values = {}) => TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
	const id = /** @type {string} */ ((await workflowIds())['dashboard']);
	const access = { user: 'reader', password: randomBytes(6).toString('base64url') };
	await setSettings(client, id, { baseUrl: url });
	await useCredential(client, { name: 'Dashboard', type: 'httpBasicAuth', data: access }, [{ workflow: id, nodeType: 'n8n-nodes-base.webhook' }]);
	await publish(client, [id]);
	return [text('heading'), `  ${text('open', { url: `${url}/webhook/pt-dashboard?lang=${language}` })}`, `  ${text('access', access)}`];
}
