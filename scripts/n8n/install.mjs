/**
 * Installs the n8n that tests and the demo run against into a cache folder outside the package's own dependency tree.
 * Node built-ins only: this runs on a fresh clone, with the Node and npm that happen to be there.
 *
 * n8n's own install scripts are not run as a whole (one of them compiles a message broker's client that nothing here needs);
 * only the Node that runs it, its SQLite driver and its code sandbox are built.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync, closeSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..', '..');
const onWindows = process.platform === 'win32';

/** Files that decide what is installed; the stamp of a finished install holds their digest. */
const LOCK_FILES = ['package.json', 'package-lock.json', '.npmrc'];

/** Packages whose install script is needed. */
const NATIVE = ['sqlite3', 'isolated-vm'];

/**
 * @typedef {object} N8nInstallation
 * @property {string} version of n8n
 * @property {string} folder the cache folder it stands in
 * @property {string} node the Node that runs it
 * @property {string} entry n8n's own start file, to be run with `node`
 */

/**
 * Where n8n is or will be installed. `PERFORMANCE_TRACE_CACHE` puts the cache elsewhere, e.g. to share it between checkouts.
 *
 * @param {string} [lockFolder] folder with package.json and package-lock.json that pin n8n
 * @returns {N8nInstallation}
 */
export function n8nInstallation(lockFolder = here) {
	const { dependencies } = JSON.parse(readFileSync(join(lockFolder, 'package.json'), 'utf8'));
	const folder = join(process.env['PERFORMANCE_TRACE_CACHE'] || join(root, '.cache'), `n8n-${dependencies.n8n}`);
	return {
		version: dependencies.n8n,
		folder,
		node: join(folder, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node'),
		entry: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

/**
 * Installs n8n unless a finished install is there. Safe to interrupt: without the stamp the next call starts afresh;
 * two calls at once wait for each other.
 *
 * @param {{ say?: (line: string) => void, lockFolder?: string }} [options]
 * @returns {Promise<N8nInstallation>}
 */
export async function installN8n({ say = console.log, lockFolder = here } = {}) {
	const installation = n8nInstallation(lockFolder);
	const { folder, version } = installation;
	const stamp = join(folder, 'installed.json');
	const digest = digestOf(lockFolder);
	if (isFinished(stamp, digest, installation)) return installation;

	mkdirSync(folder, { recursive: true });
	const unlock = await lock(join(folder, 'installing.lock'), say);
	try {
		if (isFinished(stamp, digest, installation)) return installation;
		rmSync(stamp, { force: true });
		for (const file of LOCK_FILES) copyFileSync(join(lockFolder, file), join(folder, file));
		const log = join(folder, 'install.log');
		writeFileSync(log, '');
		say(`Installing n8n ${version} into ${folder} (once; 3 to 6 minutes, about 3 GB) …`);

		// Not `npm ci`: it refuses a lock file that lacks the optional packages of a platform its maker could not reach. The lock still decides every version.
		await step({
			say,
			log,
			folder,
			what: `downloading n8n ${version} and its libraries`,
			arguments: ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
			remedy: 'Check that the npm registry can be reached (npm ping) and that 4 GB of disk are free, then run the same command again.',
		});
		await step({ say, log, folder, what: 'fetching the Node that runs it', arguments: ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], remedy: 'Check that the npm registry can be reached, then run the same command again.' });
		await step({
			say,
			log,
			folder,
			what: `preparing ${NATIVE.join(' and ')}`,
			arguments: ['rebuild', ...NATIVE, '--ignore-scripts=false', '--loglevel=error'],
			environment: nativeEnvironment(installation),
			remedy: 'Where no prebuilt file can be downloaded they are compiled, which needs a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3).',
		});
		writeFileSync(stamp, JSON.stringify({ version, digest }));
		say(`n8n ${version} is installed.`);
		return installation;
	} finally {
		unlock();
	}
}

/** @param {string} lockFolder */
function digestOf(lockFolder) {
	const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
	for (const file of LOCK_FILES) hash.update(readFileSync(join(lockFolder, file)));
	return hash.digest('hex');
}

/**
 * @param {string} stamp
 * @param {string} digest
 * @param {N8nInstallation} installation
 */
function isFinished(stamp, digest, installation) {
	if (!existsSync(stamp) || !existsSync(installation.node) || !existsSync(installation.entry)) return false;
	try {
		return JSON.parse(readFileSync(stamp, 'utf8')).digest === digest;
	} catch {
		return false;
	}
}

/**
 * What native packages are built with: the Node that runs n8n first on the PATH and, where it ships them, its own headers,
 * because a machine's npm configuration may point to the headers of another Node.
 *
 * @param {N8nInstallation} installation
 * @returns {Record<string, string>}
 */
function nativeEnvironment({ folder, node }) {
	const { platform, arch } = process;
	const names = [`node-${onWindows ? 'win' : platform}-${arch}`, `node-bin-${platform}-${arch}`];
	const bases = [join(folder, 'node_modules', 'node', 'node_modules'), join(folder, 'node_modules')];
	const headers = bases.flatMap((base) => names.map((name) => join(base, name))).find((candidate) => existsSync(join(candidate, 'include', 'node', 'node_version.h')));
	const path = `${dirname(node)}${onWindows ? ';' : ':'}${process.env['PATH'] ?? ''}`;
	return { PATH: path, ...(headers === undefined ? {} : { npm_config_nodedir: headers }) };
}

/**
 * Runs npm once, with a line every half minute, and says in plain words what failed.
 *
 * @param {{ say: (line: string) => void, log: string, folder: string, what: string, arguments: string[], environment?: Record<string, string>, remedy: string }} options
 */
async function step({ say, log, folder, what, arguments: npmArguments, environment = {}, remedy }) {
	const started = performance.now();
	const elapsed = () => `${Math.round((performance.now() - started) / 1000)} s`;
	say(`  ${what} …`);
	const output = openSync(log, 'a');
	writeSync(output, `\n$ npm ${npmArguments.join(' ')}\n`);
	const ticker = setInterval(() => say(`  ${what}: ${elapsed()} so far …`), 30_000);
	// A script run by npm hands its own settings down as variables; they are not meant for this folder.
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config_(?!registry|cache|userconfig|globalconfig|proxy|https_proxy|noproxy|cafile)|package_|lifecycle_|command)/i.test(name)));
	try {
		const code = await new Promise((done, failed) => {
			const child = spawn(onWindows ? 'npm.cmd' : 'npm', npmArguments, { cwd: folder, env: { ...inherited, ...environment }, stdio: ['ignore', output, output], shell: onWindows });
			const stop = () => child.kill('SIGTERM');
			process.once('exit', stop);
			child.once('error', failed);
			child.once('close', (status, signal) => {
				process.off('exit', stop);
				done(status ?? signal);
			});
		});
		if (code !== 0) throw new Error(`npm ended with ${code}`);
		say(`  ${what}: done in ${elapsed()}`);
	} catch (error) {
		const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
		throw new Error(`n8n could not be installed: ${what} failed after ${elapsed()} (${error instanceof Error ? error.message : error}).\n${remedy}\nThe last lines of ${log}:\n${tail}`, { cause: error });
	} finally {
		clearInterval(ticker);
		closeSync(output);
	}
}

/**
 * One install at a time. A lock whose owner is gone is taken over.
 *
 * @param {string} file
 * @param {(line: string) => void} say
 * @returns {Promise<() => void>}
 */
async function lock(file, say) {
	for (let told = false; ; ) {
		try {
			writeFileSync(file, String(process.pid), { flag: 'wx' });
			const release = () => rmSync(file, { force: true });
			process.once('exit', release);
			return () => {
				process.off('exit', release);
				release();
			};
		} catch {
			if (!ownerLives(file)) {
				rmSync(file, { force: true });
				continue;
			}
			if (!told) say('Another process is installing n8n here; waiting for it …');
			told = true;
			await new Promise((done) => setTimeout(done, 1000));
		}
	}
}

/** @param {string} file */
function ownerLives(file) {
	try {
		const owner = Number(readFileSync(file, 'utf8'));
		if (!Number.isInteger(owner) || owner <= 0) return false;
		process.kill(owner, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
	try {
		const { version, folder } = await installN8n();
		console.log(`n8n ${version} is ready in ${folder}`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}
