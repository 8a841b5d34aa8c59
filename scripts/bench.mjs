/**
 * `npm run bench`: measures side by side, in one run, and prints ratios. `npm run bench -- milestone` runs only the benchmarks named.
 * Each file in bench/ exports `run()`, which gives rows of one shape; the results compared are checked there before any time is printed.
 */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { ensureDependencies, root } from './setup.mjs';

await ensureDependencies();
const { loadTypeScript } = await import('./workflows.mjs');

const wanted = process.argv.slice(2);
const files = globSync('bench/*.bench.ts', { cwd: root }).filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)));
if (files.length === 0) {
	console.error(`There is no benchmark of that name. Choose among: ${globSync('bench/*.bench.ts', { cwd: root }).map((file) => basename(file, '.bench.ts')).join(', ')}`);
	process.exit(2);
}
for (const file of files.sort()) {
	console.log(`\n${basename(file, '.bench.ts')} (Node ${process.version})`);
	const { run } = await loadTypeScript(file);
	console.table(await run());
}
