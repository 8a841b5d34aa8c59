/**
 * `npm test`: everything on a fresh clone, step by step. `npm test -- unit` runs only the steps named.
 * Ends with `N passed, N failed`, counted over the tests of all steps that report counts.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, environment, root, run } from './setup.mjs';

const results = join(root, '.cache', 'test-results');

/** @type {Array<{ name: string, what: string, command: string[], counts?: string }>} */
const STEPS = [
	{ name: 'build', what: 'Build dist/ and the type declarations', command: ['node', 'scripts/build.mjs'] },
	{ name: 'lint', what: 'Lint (house lines and the official n8n rules)', command: ['eslint', '.', '--max-warnings', '0'] },
	{ name: 'types', what: 'Types', command: ['tsc', '--noEmit'] },
	{ name: 'unit', what: 'Unit, property, node and workflow tests', command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`], counts: 'unit.json' },
	{ name: 'scan', what: 'Official community-package scan of sources and tarball', command: ['node', 'scripts/scan.mjs'] },
	{ name: 'e2e', what: 'End to end in a real n8n and a real browser', command: ['vitest', 'run', '--config', 'vitest.e2e.config.mts', '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'e2e.json')}`], counts: 'e2e.json' },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
	console.error(`There is no step "${unknown[0]}". Steps: ${STEPS.map((step) => step.name).join(', ')}.`);
	process.exit(2);
}

await ensureDependencies();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const started = Date.now();
// n8n is fetched while the first steps compute; the end-to-end step waits for it, or fetches it itself and says what is wrong.
const fetching = wanted.length === 0 ? spawn(process.execPath, [join(root, 'scripts', 'n8n', 'install.mjs')], { cwd: root, env: environment(), stdio: 'ignore' }) : null;
process.on('exit', () => fetching?.kill());
let passed = 0;
let failed = 0;
const broken = [];
for (const step of STEPS) {
	if (wanted.length > 0 && !wanted.includes(step.name)) continue;
	console.log(`\n── ${step.what}`);
	const from = Date.now();
	const [command, ...argumentsList] = step.command;
	const { code } = await run(command, argumentsList, { env: environment() });
	console.log(`── ${step.name}: ${code === 0 ? 'good' : 'FAILED'} after ${Math.round((Date.now() - from) / 1000)} s`);
	if (step.counts !== undefined && existsSync(join(results, step.counts))) {
		const report = JSON.parse(readFileSync(join(results, step.counts), 'utf8'));
		passed += report.numPassedTests;
		// A file that could not even be read has no failed test, but it has failed.
		failed += Math.max(report.numFailedTests, code === 0 ? 0 : 1);
		for (const file of report.testResults) for (const test of file.assertionResults) if (test.status === 'pending' || test.status === 'skipped') console.log(`   skipped: ${test.fullName}`);
	} else if (code === 0) passed += 1;
	if (code !== 0) {
		broken.push(step.name);
		if (step.counts === undefined || !existsSync(join(results, step.counts))) failed += 1;
		if (step.name === 'build') break;
	}
}
console.log(`\nTotal time ${Math.round((Date.now() - started) / 1000)} s${broken.length > 0 ? `; failed: ${broken.join(', ')}` : ''}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(broken.length > 0 ? 1 : 0);
