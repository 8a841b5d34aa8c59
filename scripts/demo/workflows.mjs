/** The pack's workflows in a running n8n: imported, connected with credentials, set up through their settings node, published. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowPackage } from '../n8n/workflowPackage.mjs';
import { root } from '../setup.mjs';
import { loadTypeScript } from '../workflows.mjs';

/** @typedef {import('../n8n/client.mjs').N8nClient} N8nClient */
/** @typedef {Record<string, any>} Json */

/**
 * The workflow files of one language, in the order of their names.
 *
 * @param {'en' | 'zh-CN'} language
 * @returns {Json[]}
 */
export function readWorkflows(language) {
	const folder = join(root, 'workflows', language);
	if (!existsSync(folder)) throw new Error(`The folder workflows/${language} is missing. Run "npm run workflows".`);
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort();
	return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** Ids of the pack's workflows, from the one list that names them. @returns {Promise<Record<string, string>>} */
export async function workflowIds() {
	return (await loadTypeScript('workflows/source/ids.ts')).WORKFLOW_IDS;
}

/**
 * Imports workflows unless exactly these were imported into this folder before, so that what a user changed stays.
 *
 * @param {N8nClient} client
 * @param {Json[]} workflows
 * @param {{ folder: string, n8nVersion: string }} options
 * @returns {Promise<boolean>} whether they were imported now
 */
export async function importWorkflows(client, workflows, { folder, n8nVersion }) {
	const archive = workflowPackage(/** @type {any} */ (workflows), { n8nVersion });
	const digest = createHash('sha256').update(archive).digest('hex');
	const stamp = join(folder, 'imported.txt');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
	await client.importPackage(archive);
	writeFileSync(stamp, digest);
	return true;
}

/**
 * Writes values into the settings node of a workflow, found by the keys of its assignments, whatever the language.
 *
 * @param {N8nClient} client
 * @param {string} id
 * @param {Record<string, unknown>} values key → value
 */
export async function setSettings(client, id, values) {
	await client.changeWorkflow(id, (workflow) => {
		const assignments = settingsOf(workflow);
		for (const [key, value] of Object.entries(values)) {
			const assignment = assignments.find((candidate) => candidate['id'] === key);
			if (assignment === undefined) throw new Error(`The workflow "${workflow['name']}" has no setting "${key}"; it has ${assignments.map((candidate) => candidate['id']).join(', ')}.`);
			assignment['value'] = value;
		}
		return workflow;
	});
}

/** @param {Json} workflow @returns {Json[]} */
export function settingsOf(workflow) {
	const sets = workflow['nodes'].filter((/** @type {Json} */ node) => node['type'] === 'n8n-nodes-base.set' && Array.isArray(node['parameters']?.assignments?.assignments));
	const found = sets.find((/** @type {Json} */ node) => Object.keys(workflow['connections']).includes(node['name'])) ?? sets[0];
	if (found === undefined) throw new Error(`The workflow "${workflow['name']}" has no settings node.`);
	return found['parameters'].assignments.assignments;
}

/**
 * Makes a credential, or renews the one of this name, chooses it in every node that takes its type and switches those nodes on.
 *
 * @param {N8nClient} client
 * @param {{ name: string, type: string, data: object }} credential
 * @param {ReadonlyArray<{ workflow: string, nodeType: string, operation?: string }>} uses
 */
export async function useCredential(client, { name, type, data }, uses) {
	const known = (await client.credentials()).find((candidate) => candidate['name'] === name && candidate['type'] === type);
	const id = known === undefined ? (await client.createCredential({ name, type, data }))['id'] : known['id'];
	if (known !== undefined) await client.api('PATCH', `/credentials/${id}`, { data });
	for (const { workflow, nodeType, operation } of uses) {
		await client.changeWorkflow(workflow, (json) => {
			const taking = json['nodes'].filter((/** @type {Json} */ node) => node['type'] === nodeType && (operation === undefined || node['parameters'].operation === operation));
			for (const node of taking) {
				node['credentials'] = { ...node['credentials'], [type]: { id, name } };
				delete node['disabled'];
			}
			return json;
		});
	}
}

/**
 * The mapping of an own study, in the trigger that reads it and in the settings that judge it.
 *
 * @param {N8nClient} client
 * @param {string} id
 * @param {string} mapping JSON
 */
export async function setMapping(client, id, mapping) {
	const { zone, ...items } = JSON.parse(mapping);
	const json = JSON.stringify(items, null, 2);
	await client.changeWorkflow(id, (workflow) => {
		for (const node of workflow['nodes']) if (node['type'] === TRIGGER) node['parameters'].mapping = { ...node['parameters'].mapping, ...(zone === undefined ? {} : { zone }), json };
		return workflow;
	});
	await setSettings(client, id, { mapping: json, ...(zone === undefined ? {} : { timeZone: zone }) });
}

export const TRIGGER = 'n8n-nodes-performance-trace.milestoneTrigger';

/** Last part of the address of the pack's EDC trigger. */
const EDC_PATH = 'edc';

/**
 * Production address of a workflow's webhook trigger.
 *
 * @param {string} url of n8n
 * @param {Json} workflow
 * @param {string} [nodeType]
 */
export function webhookUrl(url, workflow, nodeType = TRIGGER) {
	const node = workflow['nodes'].find((/** @type {Json} */ candidate) => candidate['type'] === nodeType);
	if (node === undefined) throw new Error(`The workflow "${workflow['name']}" has no node of type ${nodeType}.`);
	if (!node['webhookId']) throw new Error(`The node "${node['name']}" has no webhook id: open it in the editor once, or import the workflow again.`);
	return `${url}/webhook/${node['webhookId']}/${EDC_PATH}`;
}

/**
 * Publishes workflows in this order. A workflow that calls another comes after it.
 *
 * @param {N8nClient} client
 * @param {string[]} ids
 */
export async function publish(client, ids) {
	for (const id of ids) await client.activate(id);
}

/**
 * Asks until there is an answer that is not null.
 *
 * @template Value
 * @param {() => Promise<Value | null>} ask
 * @param {{ what: string, timeoutSeconds?: number }} options
 * @returns {Promise<Value>}
 */
export async function waitFor(ask, { what, timeoutSeconds = 60 }) {
	const deadline = Date.now() + timeoutSeconds * 1000;
	for (;;) {
		const value = await ask();
		if (value !== null) return value;
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutSeconds} s for ${what} in vain.`);
		await new Promise((done) => setTimeout(done, 250));
	}
}
