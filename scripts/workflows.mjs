/**
 * `npm run workflows`: builds workflows/en and workflows/zh-CN from workflows/source, and one .n8np package per language in dist/packages
 * that n8n imports in one call. `--check` only compares and fails when the checked-in files are stale.
 */
import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES, packageFile, writePackages } from './n8np.mjs';
import { root } from './setup.mjs';

/** Loads a TypeScript module of the repository through esbuild. */
export async function loadTypeScript(path) {
	const outfile = join(root, '.cache', 'load', `${path.replaceAll('/', '-')}.mjs`);
	await build({ entryPoints: [join(root, path)], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' });
	return await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

/** The exports of index.ts as they stand in the sources, without a build of the whole. */
async function loadPack() {
	const outfile = join(root, '.cache', 'load', 'index.cjs');
	await build({ entryPoints: [join(root, 'index.ts')], outfile, bundle: true, format: 'cjs', platform: 'node', target: 'node20', external: ['n8n-workflow', 'luxon'], logLevel: 'warning' });
	return createRequire(import.meta.url)(outfile);
}

if (process.argv[1]?.endsWith('workflows.mjs')) {
	const check = process.argv.includes('--check');
	const { buildFiles } = await loadTypeScript('workflows/source/files.ts');
	let stale = 0;
	for (const language of LANGUAGES) {
		const folder = join(root, 'workflows', language);
		const files = buildFiles(language);
		if (!check) {
			rmSync(folder, { recursive: true, force: true });
			mkdirSync(folder, { recursive: true });
		}
		for (const { file, content } of files) {
			const path = join(folder, file);
			if (!check) writeFileSync(path, content);
			else if (readFileSync(path, 'utf8') !== content) {
				console.error(`workflows/${language}/${file} is stale: run "npm run workflows".`);
				stale++;
			}
		}
		console.log(`workflows: ${files.length} in ${language}`);
	}
	if (!check) {
		writePackages(await loadPack(), join(root, 'dist', 'packages'));
		console.log(`workflows: packages ${LANGUAGES.map(packageFile).join(' and ')} in dist/packages`);
	}
	process.exitCode = stale > 0 ? 1 : 0;
}
