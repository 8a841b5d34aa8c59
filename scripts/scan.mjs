/** Runs the official community-package scanner's analysis on the sources and on the packed tarball, without publishing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

async function report(what, folder, patterns) {
	const result = await analyzePackage(folder, patterns);
	console.log(`scan: ${what}: ${result.passed ? 'no violations' : 'VIOLATIONS'}`);
	if (!result.passed) console.log(result.details ?? result.message);
	return result.passed;
}

if (!existsSync(join(root, 'dist'))) {
	console.error('scan: dist/ is missing. Run "npm run build" first.');
	process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'performance-trace-scan-'));
try {
	const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root, encoding: 'utf8' });
	if (packed.status !== 0) throw new Error(`npm pack ended with ${packed.status}: ${packed.stderr}`);
	const tarball = packed.stdout.trim().split('\n').pop();
	spawnSync('tar', ['-xzf', tarball], { cwd: folder });
	const unpacked = join(folder, 'package');
	const { dependencies = {} } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
	const free = Object.keys(dependencies).length === 0;
	if (!free) console.log(`scan: runtime dependencies are not allowed: ${Object.keys(dependencies).join(', ')}`);
	const sources = await report('sources', root, SOURCE_FILE_PATTERNS);
	const tarred = await report('packed tarball', unpacked, ['**/*.js', 'package.json']);
	process.exitCode = sources && tarred && free ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
