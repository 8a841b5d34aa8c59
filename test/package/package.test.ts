import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Consumer, NAME, root } from './support/consumer.js';

/*
 * The package as npm would publish it: unpacked beside n8n's modules as n8n does it, and alone as a program that embeds the core has it.
 */

interface LoadedNode {
	readonly file: string;
	readonly exported: string;
	readonly name: string;
	readonly displayName: string;
	readonly icons: readonly string[];
	readonly credentials: readonly string[];
}

interface LoadedCredential {
	readonly file: string;
	readonly exported: string;
	readonly name: string;
	readonly icons: readonly string[];
	readonly tested: boolean;
	readonly documentationUrl: string;
}

/** Files that belong into the tarball; everything else is a mistake. */
const BELONGS = [
	/^(package\.json|LICENSE|README(\.zh-CN)?\.md|CHANGELOG\.md)$/,
	/^dist\/index\.(js|d\.ts)$/,
	/^dist\/(core|nodes|credentials|templates|workflows)\/.+\.(js|d\.ts)$/,
	/^dist\/vendor\/[\w-]+\.js$/,
	/^dist\/(nodes|credentials)\/.+\.(svg|png)$/,
	/^dist\/nodes\/(\w+)\/\1\.node\.json$/,
	/^dist\/nodes\/\w+\/__schema__\/.+\.json$/,
	/^dist\/workflows\/(en|zh-CN)\/[\w-]+\.json$/,
	/^dist\/packages\/performance-trace\.(en|zh-CN)\.n8np$/,
];

/** Beside n8n's modules, as n8n has it. */
let withN8n: Consumer;
/** In a program without n8n. */
let alone: Consumer;
beforeAll(async () => {
	withN8n = await Consumer.create(['n8n-workflow', 'luxon']);
	alone = await Consumer.create([]);
}, 180_000);
afterAll(() => {
	withN8n.remove();
	alone.remove();
});

describe('the packed package', () => {
	it('Package: needs nothing but n8n-workflow, and that only beside n8n; runs nothing when it is installed', () => {
		const { dependencies = {}, optionalDependencies = {}, bundleDependencies = [], peerDependencies, peerDependenciesMeta, scripts = {}, keywords } = alone.manifest();
		expect({ dependencies, optionalDependencies, bundleDependencies }).toEqual({ dependencies: {}, optionalDependencies: {}, bundleDependencies: [] });
		expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
		// A program that embeds the core is not made to install it.
		expect(peerDependenciesMeta).toEqual({ 'n8n-workflow': { optional: true } });
		expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)/.test(name))).toEqual([]);
		expect(keywords).toContain('n8n-community-node-package');
	});

	it('Package: holds code, declarations, icons, codex files and workflows, and nothing else', () => {
		const files = alone.files();
		expect(files.filter((file) => !BELONGS.some((pattern) => pattern.test(file)))).toEqual([]);
		expect(files.filter((file) => /\.map$|\.test\.|(^|\/)(test|bench|scripts)\//.test(file))).toEqual([]);
		expect(files.filter((file) => file.endsWith('.js') && alone.read(file).includes('sourceMappingURL'))).toEqual([]);
	});

	it('Package: has a declaration beside every file of its own', () => {
		const files = new Set(alone.files());
		const own = [...files].filter((file) => file.endsWith('.js') && !file.startsWith('dist/vendor/') && !file.endsWith('.generated.js'));
		expect(own.length).toBeGreaterThan(100);
		expect(own.filter((file) => !files.has(file.replace(/\.js$/, '.d.ts')))).toEqual([]);
	});

	it('Package: every file that a file requires is in it', () => {
		const files = alone.files().filter((file) => file.endsWith('.js'));
		const missing = files.flatMap((file) =>
			[...alone.read(file).matchAll(/require\("(\.[^"]+)"\)/g)].map(([, path = '']) => join(dirname(file), path)).filter((path) => !existsSync(join(alone.installed, path))),
		);
		expect(missing).toEqual([]);
		const outside = new Set(files.flatMap((file) => [...alone.read(file).matchAll(/(?<!')require\("([^."][^"]*)"\)/g)].map(([, name = '']) => name)));
		expect([...outside].sort()).toEqual(['crypto', 'luxon', 'n8n-workflow']);
	});
});

describe('nodes and credentials, loaded as n8n loads them', () => {
	let nodes: readonly LoadedNode[];
	let credentials: readonly LoadedCredential[];
	beforeAll(() => {
		const loaded = withN8n.evaluate(`
			const { join } = require('node:path');
			const folder = ${JSON.stringify(withN8n.installed)};
			const { n8n } = require(join(folder, 'package.json'));
			const load = (file) => { const exported = file.split('/').pop().split('.')[0]; return { file, exported, instance: new (require(join(folder, file))[exported])() }; };
			const iconsOf = (icon) => (icon === undefined ? [] : typeof icon === 'string' ? [icon] : [icon.light, icon.dark]);
			console.log(JSON.stringify({
				nodes: n8n.nodes.map(load).map(({ file, exported, instance: { description } }) => ({
					file, exported, name: description.name, displayName: description.displayName, icons: iconsOf(description.icon), credentials: (description.credentials ?? []).map(({ name }) => name),
				})),
				credentials: n8n.credentials.map(load).map(({ file, exported, instance }) => ({
					file, exported, name: instance.name, icons: iconsOf(instance.icon), tested: instance.test !== undefined, documentationUrl: instance.documentationUrl,
				})),
			}));
		`) as { nodes: LoadedNode[]; credentials: LoadedCredential[] };
		({ nodes, credentials } = loaded);
	});

	it('Package: lists and loads every node and credential of the folders', () => {
		const { n8n } = withN8n.manifest();
		expect(nodes.map(({ exported }) => exported).sort()).toEqual(readdirSync(join(root, 'nodes')).filter((name) => existsSync(join(root, 'nodes', name, `${name}.node.ts`))).sort());
		expect(n8n.credentials.map((file) => basename(file, '.credentials.js')).sort()).toEqual(readdirSync(join(root, 'credentials')).filter((name) => name.endsWith('.ts')).map((name) => basename(name, '.credentials.ts')).sort());
		expect(credentials.map(({ exported }) => exported)).toEqual(n8n.credentials.map((file) => basename(file, '.credentials.js')));
	});

	it('Package: every node and credential has a name of its own, that of its file', () => {
		for (const { exported, name } of [...nodes, ...credentials]) expect(name.toLowerCase()).toBe(exported.toLowerCase());
		for (const names of [nodes.map(({ name }) => name), nodes.map(({ displayName }) => displayName), credentials.map(({ name }) => name)]) expect(new Set(names).size).toBe(names.length);
	});

	it('Package: every node names credentials that are here', () => {
		const here = new Set(credentials.map(({ name }) => name));
		expect(nodes.flatMap(({ credentials: named }) => named.filter((name) => !here.has(name)))).toEqual([]);
		expect([...here].filter((name) => !nodes.some(({ credentials: named }) => named.includes(name)))).toEqual([]);
	});

	it('Package: every icon is there, for light and dark', () => {
		for (const { file, icons } of [...nodes, ...credentials]) {
			expect(icons, file).toHaveLength(2);
			for (const icon of icons) {
				expect(icon, file).toMatch(/^file:.+\.svg$/);
				expect(existsSync(join(withN8n.installed, dirname(file), icon.slice('file:'.length))), `${file}: ${icon}`).toBe(true);
			}
		}
	});

	it('Package: every node has a codex file that n8n reads, with documentation', () => {
		for (const { file, name } of nodes) {
			const codex = JSON.parse(withN8n.read(`${file}on`)) as { node: string; categories: string[]; alias: string[]; resources: Partial<Record<'primaryDocumentation' | 'credentialDocumentation', ReadonlyArray<{ url: string }>>> };
			const { primaryDocumentation = [], credentialDocumentation = [] } = codex.resources;
			expect(codex.node).toBe(`${NAME}.${name}`);
			expect(codex.categories.length, file).toBeGreaterThan(0);
			expect(codex.alias.some((alias) => /\p{Script=Han}/u.test(alias)), `${file}: found by a Chinese word`).toBe(true);
			for (const { url } of [...primaryDocumentation, ...credentialDocumentation]) expect(url, file).toMatch(/^https:\/\//);
			expect(primaryDocumentation.length, file).toBeGreaterThan(0);
		}
	});
});

describe('the package in a program', () => {
	it('Package: the core and the workflows load without n8n, and nothing but crypto of Node', () => {
		const { loaded, builtIn } = alone.evaluate(`
			const Module = require('node:module');
			const builtIn = new Set();
			const load = Module._load;
			Module._load = function (request, ...rest) { if (Module.isBuiltin(request)) builtIn.add(request.replace(/^node:/, '')); return load.call(this, request, ...rest); };
			require('${NAME}/core');
			require('${NAME}/workflows');
			console.log(JSON.stringify({ loaded: Object.keys(require.cache), builtIn: [...builtIn] }));
		`) as { loaded: string[]; builtIn: string[] };
		expect(loaded.length).toBeGreaterThan(100);
		expect(loaded.filter((file) => !file.includes(`node_modules/${NAME}/dist/`) && !file.endsWith('evaluate.cjs'))).toEqual([]);
		expect(loaded.filter((file) => /dist\/(nodes|credentials)\//.test(file))).toEqual([]);
		expect(builtIn).toEqual(['crypto']);
	});

	it('Package: with n8n-workflow the root gives the classes of all nodes and credentials, the workflows and the whole core', () => {
		const { nodes, credentials, core, missing } = withN8n.evaluate(`
			const pack = require('${NAME}');
			const core = require('${NAME}/core');
			const { WORKFLOWS } = require('${NAME}/workflows');
			console.log(JSON.stringify({
				nodes: pack.NODES.map(({ name }) => name), credentials: pack.CREDENTIALS.map(({ name }) => name), core: Object.keys(core).length,
				missing: Object.keys(core).filter((name) => pack[name] !== core[name]).concat(pack.WORKFLOWS === WORKFLOWS ? [] : ['WORKFLOWS']),
			}));
		`) as { nodes: string[]; credentials: string[]; core: number; missing: string[] };
		const { n8n } = withN8n.manifest();
		expect(nodes).toEqual(n8n.nodes.map((file) => basename(file, '.node.js')));
		expect(credentials).toEqual(n8n.credentials.map((file) => basename(file, '.credentials.js')));
		expect(core).toBeGreaterThan(100);
		expect(missing).toEqual([]);
	});

	it('Package: what the core promises is what is written down', async () => {
		const names = alone.evaluate(`console.log(JSON.stringify(Object.keys(require('${NAME}/core'))))`) as string[];
		await expect(`${[...names].sort().join('\n')}\n`).toMatchFileSnapshot('promised.txt');
	});

	const example = exampleOf(readFileSync(join(root, 'core/index.ts'), 'utf8'));

	it.each(['node16', 'bundler'])('Package: the example compiles with the strictest checks, moduleResolution %s', (moduleResolution) => {
		const program = `declare const console: { log(...values: unknown[]): void; warn(...values: unknown[]): void };\n${example}`;
		const messages = alone.compile({ 'example.mts': program }, { module: moduleResolution === 'node16' ? 'node16' : 'esnext', moduleResolution, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, lib: ['es2022'] });
		expect(messages).toBe('');
	});

	it('Package: the example says the milestone in both languages', () => {
		const said = alone.run('out/example.mjs');
		expect(said).toMatch(/^reached /);
		expect(said).toContain('100th subject');
		expect(said).toContain('第 100 例');
	});

	it('Package: nodes, credentials and workflows are typed', () => {
		const program = `
			import { NODES, CREDENTIALS, WORKFLOWS, workflowJson, MilestoneTrigger, type WorkflowJson } from '${NAME}';
			import type { INodeTypeDescription } from 'n8n-workflow';
			export const description: INodeTypeDescription = new MilestoneTrigger().description;
			export const names: string[] = [...NODES.map((Node) => new Node().description.name), ...CREDENTIALS.map((Credential) => new Credential().name)];
			export const workflows: WorkflowJson[] = WORKFLOWS.map(({ id }) => workflowJson(id, 'zh-CN'));
			// @ts-expect-error: there is no such language
			workflowJson('ptEdcMilestone01', 'de');
		`;
		expect(withN8n.compile({ 'typed.ts': program }, { module: 'node16', moduleResolution: 'node16', skipLibCheck: true })).toBe('');
	});

	it('Package: the workflow files are what workflowJson gives', () => {
		const workflows = alone.evaluate(`
			const { WORKFLOWS, workflowJson } = require('${NAME}/workflows');
			console.log(JSON.stringify(['en', 'zh-CN'].flatMap((language) => WORKFLOWS.map(({ id, fileName }) => ({ file: \`dist/workflows/\${language}/\${fileName}.json\`, json: workflowJson(id, language) })))));
		`) as Array<{ file: string; json: unknown }>;
		expect(workflows.map(({ file }) => file).sort()).toEqual(alone.files().filter((file) => /^dist\/workflows\/(en|zh-CN)\//.test(file)));
		for (const { file, json } of workflows) expect(json, file).toEqual(JSON.parse(alone.read(file)));
	});

	it('Package: is small', () => {
		const bytes = alone.files().reduce((total, file) => total + statSync(join(alone.installed, file)).size, 0);
		expect(bytes).toBeLessThan(9_000_000);
	});
});

/** The code of the first example in a module's comment. */
function exampleOf(source: string): string {
	const [, code] = /```ts\n([\s\S]*?)```/.exec(source) ?? [];
	if (code === undefined) throw new Error('core/index.ts has no example.');
	return code.replace(/^ \* ?/gm, '');
}
