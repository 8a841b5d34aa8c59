/**
 * The pack's workflows as one n8n package (.n8np) per language: n8n imports it in one call, with empty credentials to fill in.
 * Written into dist/packages/ by `npm run build` and `npm run workflows`; the same workflows give the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { workflowPackage } from './n8n/workflowPackage.mjs';
import { root } from './setup.mjs';

// Required: Node cannot load n8n-workflow's ES modules, whose imports have no file endings.
/** @type {typeof import('n8n-workflow')} */
const { NodeHelpers } = createRequire(import.meta.url)('n8n-workflow');

/** @typedef {Record<string, any>} Json */

export const LANGUAGES = /** @type {const} */ (['en', 'zh-CN']);

/** Prefix of this package's nodes in workflows. */
const OWN = 'n8n-nodes-performance-trace.';

/** Credentials without which n8n's own nodes in the workflows cannot run; for this package's nodes their descriptions say so. */
const BUILT_IN = new Map([
	['n8n-nodes-base.emailSend', { type: 'smtp', name: 'SMTP' }],
	['n8n-nodes-base.postgres', { type: 'postgres', name: 'Postgres' }],
]);

/** @param {string} language */
export const packageFile = (language) => `performance-trace.${language}.n8np`;

/**
 * Writes the package of each language.
 *
 * @param {Json} pack the exports of index.ts
 * @param {string} folder
 * @returns {string[]} paths
 */
export function writePackages(pack, folder) {
	mkdirSync(folder, { recursive: true });
	return LANGUAGES.map((language) => {
		const path = join(folder, packageFile(language));
		writeFileSync(path, languagePackage(pack, language));
		return path;
	});
}

/**
 * @param {Json} pack the exports of index.ts
 * @param {'en' | 'zh-CN'} language
 * @returns {Buffer}
 */
export function languagePackage(pack, language) {
	const { dependencies } = JSON.parse(readFileSync(join(root, 'scripts', 'n8n', 'package.json'), 'utf8'));
	const kinds = kindsOf(pack);
	const workflows = pack['WORKFLOWS'].map((/** @type {Json} */ { id }) => withCredentials(pack['workflowJson'](id, language), kinds));
	return workflowPackage(workflows, { n8nVersion: dependencies.n8n });
}

/**
 * Node descriptions by type, names of credentials by type.
 *
 * @param {Json} pack
 */
function kindsOf({ NODES, CREDENTIALS }) {
	const descriptions = NODES.map((/** @type {new () => Json} */ Node) => new Node()['description']);
	const types = CREDENTIALS.map((/** @type {new () => Json} */ Credential) => new Credential());
	return {
		/** @type {Map<string, Json>} */
		nodes: new Map(descriptions.map((/** @type {Json} */ description) => [`${OWN}${description['name']}`, description])),
		/** @type {Map<string, string>} */
		credentials: new Map(types.map((/** @type {Json} */ { name, displayName }) => [name, displayName])),
	};
}

/**
 * The workflow with a reference to a credential in every node that cannot run without one. A node that is switched off gets none:
 * whoever switches it on chooses its credential.
 *
 * @param {Json} workflow
 * @param {ReturnType<typeof kindsOf>} kinds
 */
function withCredentials(workflow, kinds) {
	const nodes = workflow['nodes'].map((/** @type {Json} */ node) => {
		if (node['disabled'] === true) return node;
		const needed = credentialsOf(node, kinds);
		if (needed.length === 0) return node;
		return { ...node, credentials: Object.fromEntries(needed.map(({ type, name }) => [type, { id: `pt_${type}`, name }])) };
	});
	return { ...workflow, nodes };
}

/**
 * @param {Json} node
 * @param {ReturnType<typeof kindsOf>} kinds
 * @returns {ReadonlyArray<{ type: string, name: string }>}
 */
function credentialsOf(node, { nodes, credentials }) {
	const builtIn = BUILT_IN.get(node['type']);
	if (builtIn !== undefined) return [builtIn];
	if (node['type'] === 'n8n-nodes-base.webhook' && node['parameters'].authentication === 'basicAuth') return [{ type: 'httpBasicAuth', name: 'Dashboard readers' }];
	if (!node['type'].startsWith(OWN)) return [];
	const description = nodes.get(node['type']);
	if (description === undefined) throw new Error(`The node "${node['name']}" is of the type ${node['type']}, which index.ts does not export.`);
	// As n8n does it: a credential is needed where the node's parameters, defaults included, show it.
	const parameters = NodeHelpers.getNodeParameters(description['properties'], node['parameters'], true, false, /** @type {any} */ (node), /** @type {any} */ (description));
	return (description['credentials'] ?? [])
		.filter((/** @type {Json} */ credential) => credential['required'] === true && NodeHelpers.displayParameter(parameters ?? {}, /** @type {any} */ (credential), /** @type {any} */ (node), /** @type {any} */ (description)))
		.map((/** @type {Json} */ { name }) => {
			const displayName = credentials.get(name);
			if (displayName === undefined) throw new Error(`The node type ${node['type']} takes the credential "${name}", which index.ts does not export.`);
			return { type: name, name: displayName };
		});
}
