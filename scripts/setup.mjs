/**
 * What a fresh clone needs before anything can run. Node built-ins only: this file runs before `npm ci`.
 * Installs the development dependencies (Node 24 among them, for machines that have an older one) and says in plain words what failed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.performance-trace-setup');

/** Environment in which `node` is the Node 24 that the repository pins and the tools of node_modules are found first. */
export function environment(extra = {}) {
	const path = [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
	return { ...process.env, PATH: path, npm_config_update_notifier: 'false', npm_config_loglevel: 'error', ...extra };
}

/**
 * Runs a command, shows its output (or keeps it and shows it only when the command fails).
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, argumentsList, { quiet = false, env = environment(), cwd = root } = {}) {
	return new Promise((done) => {
		const child = spawn(command, argumentsList, { cwd, env, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
		let output = '';
		child.stdout?.on('data', (chunk) => (output += chunk));
		child.stderr?.on('data', (chunk) => (output += chunk));
		child.on('error', (error) => done({ code: 127, output: `${output}\n${command} could not be started: ${error.message}` }));
		child.on('close', (code) => done({ code: code ?? 1, output }));
	});
}

/** Installs the dependencies unless this lock file's were installed already. Ends the process with a plain message on failure. */
export async function ensureDependencies(say = console.log) {
	const [major] = process.versions.node.split('.').map(Number);
	if (major < 20) stop(`Node ${process.versions.node} is too old. Install Node 20 or newer and start again.`);
	const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	say('Installing the development dependencies (about a minute on a fast connection) …');
	const installed = await run('npm', ['ci'], { quiet: true, env: process.env });
	if (installed.code !== 0) stop(`The dependencies could not be installed. npm said:\n${installed.output}\nCheck the connection to the npm registry, then start again.`);
	// Install scripts are off (.npmrc); these two need theirs: Node 24 picks its binary, esbuild checks its own.
	const rebuilt = await run('npm', ['rebuild', 'node', 'esbuild', '--ignore-scripts=false'], { quiet: true, env: process.env });
	if (rebuilt.code !== 0) stop(`Node 24 could not be set up. npm said:\n${rebuilt.output}`);
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, lock);
}

/** Ends the process with words a person understands. */
export function stop(message) {
	console.error(`\n${message}`);
	process.exit(1);
}
