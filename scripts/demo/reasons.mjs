/** Why no milestone fired, as the workflow itself found it. */
import { errorOf } from '../n8n/client.mjs';

/** @typedef {Record<string, any>} Json */

/**
 * One line for each milestone of the latest evaluation, else what stopped the runs before they came to one.
 *
 * @param {readonly Json[]} executions of the milestone workflow with their data, in any order
 * @param {'en' | 'zh-CN'} language
 * @returns {string[]}
 */
export function reasonsOf(executions, language) {
	const newestFirst = [...executions].sort((a, b) => Number(b['id']) - Number(a['id']));
	for (const execution of newestFirst) {
		const lines = new Set();
		for (const item of itemsOf(execution)) {
			// Rules that cannot be read stand beside those that can.
			if (item['kind'] === 'milestone' && item['explanation'] !== undefined) lines.add(`${item['rule'].id}: ${item['explanation'][language]}`);
			else if (item['code'] === 'unusableRule') lines.add(`${item['reason']} ${item['remedy'] ?? ''}`.trim());
		}
		if (lines.size > 0) return [...lines];
	}
	return [...new Set(newestFirst.flatMap((execution) => errorOf(execution) ?? []))];
}

/** Everything any node of an execution put out. @param {Json} execution @returns {Json[]} */
function itemsOf(execution) {
	const runs = Object.values(execution['data']?.resultData?.runData ?? {}).flat();
	return runs.flatMap((/** @type {Json} */ run) => (run['data']?.main ?? []).flatMap((/** @type {Json[] | null} */ output) => (output ?? []).map((item) => item['json'])));
}
