import { gzipSync } from 'node:zlib';

/** @typedef {{ id: string, name: string, nodes: ReadonlyArray<Record<string, any>>, connections: object, settings?: Record<string, any> }} Workflow */

/**
 * Packs workflows into an n8n package (.n8np): a gzip tar with manifest.json and one workflow.json each, which n8n imports in one call.
 * What they need of each other, and the credentials and node types their nodes name, stands in the manifest: n8n makes empty
 * credentials of those it does not have. The same workflows give the same bytes.
 *
 * @param {ReadonlyArray<Workflow>} workflows
 * @param {{ n8nVersion: string, exportedAt?: string }} options
 * @returns {Buffer}
 */
export function workflowPackage(workflows, { n8nVersion, exportedAt = '2026-01-01T00:00:00.000Z' }) {
	/** @type {Array<[string, string]>} */
	const files = [];
	const entries = workflows.map(({ id, name }) => ({ id, name, target: `workflows/${id.toLowerCase()}` }));
	const manifest = { packageFormatVersion: '1', exportedAt, sourceN8nVersion: n8nVersion, sourceId: 'performance-trace', workflows: entries, requirements: requirementsOf(workflows) };
	files.push(['manifest.json', JSON.stringify(manifest, null, 2)]);
	workflows.forEach(({ id, name, nodes, connections, settings }, index) => {
		const folder = entries[index]?.target;
		files.push([`${folder}/workflow-metadata.json`, JSON.stringify({ versionId: id, publishedVersionId: null })]);
		files.push([`${folder}/workflow.json`, JSON.stringify({ id, name, nodes, connections, settings: settings ?? {}, parentFolderId: null, isArchived: false }, null, 2)]);
	});
	return gzipSync(tar(files), { level: 9 });
}

/**
 * What the workflows need to run, as n8n's own export states it.
 *
 * @param {ReadonlyArray<Workflow>} workflows
 */
function requirementsOf(workflows) {
	const names = new Map(workflows.map(({ id, name }) => [id, name]));
	/** @type {Record<'credentials' | 'workflows' | 'nodeTypes', Map<string, Record<string, any> & { usedByWorkflows: string[] }>>} */
	const found = { credentials: new Map(), workflows: new Map(), nodeTypes: new Map() };
	/** @param {keyof typeof found} kind @param {string} key @param {Record<string, any>} what @param {string} user */
	const need = (kind, key, what, user) => {
		const known = found[kind].get(key);
		if (known === undefined) found[kind].set(key, { ...what, usedByWorkflows: [user] });
		else if (!known.usedByWorkflows.includes(user)) known.usedByWorkflows.push(user);
	};
	for (const { id, nodes, settings } of workflows) {
		const calls = nodes.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow').map(({ parameters }) => parameters.workflowId?.value ?? parameters.workflowId);
		for (const called of [settings?.['errorWorkflow'], ...calls]) {
			if (typeof called === 'string' && called !== '' && !called.startsWith('=')) need('workflows', called, { id: called, ...(names.has(called) ? { name: names.get(called) } : {}) }, id);
		}
		for (const { type, typeVersion, credentials = {} } of nodes) {
			need('nodeTypes', `${type}@${typeVersion}`, { type, typeVersion }, id);
			for (const [credentialType, credential] of Object.entries(credentials)) need('credentials', credential.id, { id: credential.id, name: credential.name, type: credentialType }, id);
		}
	}
	return Object.fromEntries(Object.entries(found).map(([kind, needs]) => [kind, [...needs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, requirement]) => requirement)]));
}

/**
 * Minimal ustar writer: regular files with short names.
 *
 * @param {ReadonlyArray<readonly [string, string]>} files
 */
function tar(files) {
	/** @type {Buffer[]} */
	const blocks = [];
	for (const [name, text] of files) {
		const content = Buffer.from(text, 'utf8');
		const header = Buffer.alloc(512);
		if (Buffer.byteLength(name) > 99) throw new Error(`The name "${name}" is too long for a package.`);
		header.write(name, 0);
		header.write('0000644\0', 100);
		header.write('0000000\0', 108);
		header.write('0000000\0', 116);
		header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
		header.write('00000000000\0', 136);
		header.write('        ', 148);
		header.write('0', 156);
		header.write('ustar\0', 257);
		header.write('00', 263);
		const sum = header.reduce((total, byte) => total + byte, 0);
		header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
		blocks.push(header, content, Buffer.alloc((512 - (content.length % 512)) % 512));
	}
	blocks.push(Buffer.alloc(1024));
	return Buffer.concat(blocks);
}
