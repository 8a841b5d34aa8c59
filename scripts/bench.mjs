/**
 * `npm run bench`: measures side by side, in one run, and prints ratios. `npm run bench -- milestone` runs only the benchmarks named.
 * Each file in bench/ exports `run()`, which gives rows of one shape; the results compared are checked there before any time is printed.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, environment, root, run as start } from './setup.mjs';

await ensureDependencies();
if (!process.version.startsWith('v24.')) {
	// Figures are only comparable on the Node that n8n runs on.
	const { code } = await start('node', process.argv.slice(1), { env: environment() });
	process.exit(code);
}
const { loadTypeScript } = await import('./workflows.mjs');

const wanted = process.argv.slice(2);
const names = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length)).sort();
const chosen = names.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (chosen.length === 0) {
	console.error(`There is no benchmark of that name. Choose among: ${names.join(', ')}`);
	process.exit(2);
}
for (const name of chosen) {
	console.log(`\n${name} (Node ${process.version})`);
	const { run } = await loadTypeScript(`bench/${name}.bench.ts`);
	console.table(await run());
}
