import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as pack from '../../index.js';
import { root } from './support/consumer.js';

/*
 * The .n8np files against what n8n 2.41 accepts: manifest first, safe paths, schemas of manifest, workflow and metadata.
 * That n8n imports them is shown in test/e2e/package.e2e.test.ts.
 */

type Json = Readonly<Record<string, unknown>>;
interface Requirement extends Json {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly usedByWorkflows: readonly string[];
}
interface PackageManifest extends Json {
	readonly packageFormatVersion: string;
	readonly exportedAt: string;
	readonly sourceN8nVersion: string;
	readonly sourceId: string;
	readonly workflows: ReadonlyArray<{ readonly id: string; readonly name: string; readonly target: string }>;
	readonly requirements: Readonly<Record<'credentials' | 'workflows' | 'nodeTypes', readonly Requirement[]>>;
}
interface PackagedNode extends Json {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly number[];
	readonly parameters: Json;
	readonly disabled?: boolean;
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
}
interface PackagedWorkflow extends Json {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly PackagedNode[];
	readonly connections: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<ReadonlyArray<{ readonly node: string; readonly type: string; readonly index: number }> | null>>>>>;
	readonly settings: Json;
	readonly parentFolderId: string | null;
	readonly isArchived: boolean;
}

const { languagePackage } = (await import(`${root}/scripts/n8np.mjs`)) as { languagePackage(exports: object, language: pack.Language): Uint8Array };
const { workflowPackage } = (await import(`${root}/scripts/n8n/workflowPackage.mjs`)) as { workflowPackage(workflows: readonly object[], options: { n8nVersion: string }): Uint8Array };

describe.each<pack.Language>(['en', 'zh-CN'])('workflow package (%s)', (language) => {
	const bytes = languagePackage(pack, language);
	const entries = untar(gunzipSync(bytes));
	const manifest = JSON.parse(entries[0]?.content ?? '') as PackageManifest;
	const fileOf = (path: string): string => {
		const found = entries.find((entry) => entry.path === path);
		if (found === undefined) throw new Error(`There is no ${path} in the package.`);
		return found.content;
	};
	const workflows = manifest.workflows.map(({ target }) => JSON.parse(fileOf(`${target}/workflow.json`)) as PackagedWorkflow);

	it('Package: the same workflows give the same bytes, without a time of making', () => {
		expect(digest(languagePackage(pack, language))).toBe(digest(bytes));
		expect(entries.map(({ modified }) => modified)).toEqual(entries.map(() => 0));
		// A gzip header holds a time and the name of the system, too.
		expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
	});

	it('Package: begins with the manifest and holds plain files with safe, different paths', () => {
		expect(entries[0]?.path).toBe('manifest.json');
		for (const { path, type } of entries) {
			expect(path).toMatch(/^[a-zA-Z0-9._-]+(\/[a-zA-Z0-9._-]+)*$/);
			expect(path.split('/')).not.toContain('..');
			expect(type).toBe('0');
		}
		expect(new Set(entries.map(({ path }) => path)).size).toBe(entries.length);
	});

	it('Package: the manifest has the fields and values n8n expects', () => {
		expect(manifest.packageFormatVersion).toBe('1');
		expect(manifest.exportedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
		for (const text of [manifest.sourceN8nVersion, manifest.sourceId]) expect(text).not.toBe('');
		expect(manifest.workflows.map(({ id, name }) => ({ id, name }))).toEqual(pack.WORKFLOWS.map(({ id, titles }) => ({ id, name: titles[language] })));
		for (const { target } of manifest.workflows) expect(target).toMatch(/^workflows\//);
		const ids = new Set(manifest.workflows.map(({ id }) => id));
		for (const requirement of Object.values(manifest.requirements).flat()) {
			expect(requirement.usedByWorkflows.length).toBeGreaterThan(0);
			expect(requirement.usedByWorkflows.filter((id) => !ids.has(id))).toEqual([]);
		}
		expect(new Set(manifest.requirements.credentials.map(({ id }) => id)).size).toBe(manifest.requirements.credentials.length);
		expect(new Set(manifest.requirements.nodeTypes.map(({ type, typeVersion }) => `${type}@${typeVersion}`)).size).toBe(manifest.requirements.nodeTypes.length);
	});

	it('Package: every workflow is what n8n can read, and not published', () => {
		for (const [index, workflow] of workflows.entries()) {
			const { id, target } = manifest.workflows[index] ?? { id: '', target: '' };
			expect(workflow).toMatchObject({ id, parentFolderId: null, isArchived: false });
			expect(JSON.parse(fileOf(`${target}/workflow-metadata.json`))).toEqual({ versionId: id, publishedVersionId: null });
			const names = new Set(workflow.nodes.map(({ name }) => name));
			expect(names.size).toBe(workflow.nodes.length);
			for (const node of workflow.nodes) {
				expect(node.id).not.toBe('');
				expect(Number.isFinite(node.typeVersion)).toBe(true);
				expect(node.position).toHaveLength(2);
				expect(typeof node.parameters).toBe('object');
			}
			for (const [from, { main = [] }] of Object.entries(workflow.connections)) for (const leaf of main.flatMap((leaves) => leaves ?? [])) expect([from, leaf.node].filter((name) => !names.has(name))).toEqual([]);
		}
	});

	it('Package: a workflow is its file plus the references to credentials', () => {
		for (const { nodes, connections, settings, id } of workflows) {
			const file = pack.workflowJson(id, language);
			expect({ nodes: nodes.map((node) => Object.fromEntries(Object.entries(node).filter(([field]) => field !== 'credentials'))), connections, settings }).toEqual({ nodes: file.nodes, connections: file.connections, settings: file.settings });
		}
	});

	it('Package: every workflow that another one calls is in the package and named as needed', () => {
		const needed = [...new Set(pack.WORKFLOWS.flatMap(({ calls }) => calls))].sort();
		expect(needed.length).toBeGreaterThan(1);
		expect(manifest.requirements.workflows.map(({ id }) => id)).toEqual(needed);
		const order = manifest.workflows.map(({ id }) => id);
		for (const { id, calls } of pack.WORKFLOWS) for (const called of calls) expect(order.indexOf(called), `${called} stands before ${id}`).toBeLessThan(order.indexOf(id));
	});

	it('Package: names a credential where the parameters of a node need one, and nowhere else', () => {
		const used = workflows.flatMap((workflow) => workflow.nodes.flatMap((node) => Object.entries(node.credentials ?? {}).map(([type, { id, name }]) => ({ workflow: workflow.id, node, type, id, name }))));
		expect(new Set(used.map(({ id }) => id))).toEqual(new Set(manifest.requirements.credentials.map(({ id }) => id)));
		for (const { id, name, type } of used) expect(manifest.requirements.credentials).toContainEqual(expect.objectContaining({ id, name, type }));
		expect(used.filter(({ node }) => node.disabled === true)).toEqual([]);
		// Id of a credential in n8n: at most 36 characters, safe in a path.
		for (const { id } of manifest.requirements.credentials) expect(id).toMatch(/^\w{1,36}$/);
		expect(used.filter(({ node }) => node.type.endsWith('.milestoneTrigger')).map(({ type }) => type)).toEqual(['edcWebhookApi']);
	});
});

describe('credentials of a workflow package', () => {
	it.each([
		['taskDelivery', { channel: 'feishu' }, ['feishuRobotApi']],
		['taskDelivery', { channel: 'webhook' }, ['signedWebhookApi']],
		['milestoneTrigger', { source: 'rave', receiveBy: 'pull' }, ['raveApi']],
		['milestoneTrigger', { source: 'webhook', receiveBy: 'push', authentication: 'none' }, []],
		['hrDirectory', { operation: 'importRows' }, []],
		['hrDirectory', { operation: 'readScim' }, ['scimApi']],
		['milestoneEvaluator', {}, []],
	])('Package: %s with %o needs %j', (node, parameters, credentials) => {
		expect(credentialsOf(`n8n-nodes-performance-trace.${node}`, parameters)).toEqual(credentials);
		expect(credentialsOf(`n8n-nodes-performance-trace.${node}`, parameters, { disabled: true })).toEqual([]);
	});

	it('Package: e-mail and PostgreSQL of n8n need theirs', () => {
		expect(credentialsOf('n8n-nodes-base.emailSend', {})).toEqual(['smtp']);
		expect(credentialsOf('n8n-nodes-base.postgres', {})).toEqual(['postgres']);
	});

	it('Package: a node type that is not there is said', () => {
		expect(() => credentialsOf('n8n-nodes-performance-trace.other', {})).toThrow(/"Node" is of the type n8n-nodes-performance-trace\.other, which index\.ts does not export/);
	});

	it('Package: a path that is too long for a tar is said', () => {
		expect(() => workflowPackage([{ id: 'x'.repeat(120), name: 'x', nodes: [], connections: {} }], { n8nVersion: '1' })).toThrow(/too long/);
	});

	function credentialsOf(type: string, parameters: Json, options: Json = {}): readonly string[] {
		const node = { id: 'a', name: 'Node', type, typeVersion: 1, position: [0, 0], parameters, ...options };
		const entries = untar(gunzipSync(languagePackage({ ...pack, WORKFLOWS: [{ id: 'w' }], workflowJson: () => ({ id: 'w', name: 'W', nodes: [node], connections: {}, settings: {} }) }, 'en')));
		return (JSON.parse(entries[0]?.content ?? '') as PackageManifest).requirements.credentials.map((requirement) => requirement.type);
	}
});

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads a tar of plain files with short names, checksums included. */
function untar(archive: Buffer): ReadonlyArray<{ readonly path: string; readonly type: string; readonly modified: number; readonly content: string }> {
	const entries = [];
	let at = 0;
	while (archive[at] !== 0) {
		const header = archive.subarray(at, at + 512);
		const text = (from: number, length: number): string => header.subarray(from, from + length).toString('latin1').replace(/\0.*$/, '');
		const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
		expect(parseInt(text(148, 8), 8)).toBe(sum);
		const size = parseInt(text(124, 12), 8);
		entries.push({ path: text(0, 100), type: text(156, 1), modified: parseInt(text(136, 12), 8), content: archive.subarray(at + 512, at + 512 + size).toString('utf8') });
		at += 512 + Math.ceil(size / 512) * 512;
	}
	expect(archive.subarray(at)).toEqual(Buffer.alloc(1024));
	return entries;
}
