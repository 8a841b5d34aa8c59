/** Child processes that write to a log file, are ready when a line appears there, and never outlive this process. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endGroup, groupLives } from './processGroup.mjs';

/** @type {import('node:child_process').ChildProcess | null} */
let leash = null;

/** @param {string} line */
function tell(line) {
	if (leash === null) {
		leash = spawn(process.execPath, [join(dirname(fileURLToPath(import.meta.url)), 'leash.mjs')], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
		leash.stdin?.on('error', () => {});
		leash.unref();
		// An open pipe alone must not keep this process running.
		const pipe = /** @type {{ unref?: () => void } | null} */ (leash.stdin);
		pipe?.unref?.();
	}
	leash.stdin?.write(`${line}\n`);
}

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {number} pid
 * @property {string} log path of the log file
 * @property {() => boolean} running
 * @property {() => Promise<void>} stop asks the process and everything it started to end, and makes sure that it has
 * @property {() => Promise<void>} kill9 ends it at once, as a crash or a power cut would
 */

/**
 * Starts a service and waits until it is ready.
 *
 * @param {object} options
 * @param {string} options.name for messages
 * @param {string} options.command
 * @param {string[]} options.arguments
 * @param {Record<string, string | undefined>} options.environment the whole environment
 * @param {string} options.cwd
 * @param {string} options.log
 * @param {string} options.readyLine text in the log that says it is ready
 * @param {number} [options.timeoutSeconds]
 * @param {NodeJS.Signals} [options.stopSignal] asks it to end
 * @param {number} [options.uid]
 * @param {number} [options.gid]
 * @returns {Promise<Service>}
 */
export async function startService({ name, command, arguments: argumentList, environment, cwd, log, readyLine, timeoutSeconds = 240, stopSignal = 'SIGTERM', uid, gid }) {
	mkdirSync(dirname(log), { recursive: true });
	const output = openSync(log, 'a');
	const from = statSync(log).size;
	const child = spawn(command, argumentList, { cwd, env: environment, detached: true, stdio: ['ignore', output, output], ...(uid === undefined ? {} : { uid, gid }) });
	closeSync(output);
	/** @type {string | null} */
	let ended = null;
	child.on('error', (error) => (ended = error.message));
	child.on('exit', (code, signal) => (ended = signal === null ? `code ${code}` : `signal ${signal}`));
	const { pid } = child;
	const written = () => readFileSync(log).subarray(from).toString('utf8');
	const tail = () => written().trimEnd().split('\n').slice(-15).join('\n');
	if (pid === undefined) {
		await new Promise((done) => setTimeout(done, 50));
		throw new Error(`${name} could not be started: ${ended ?? command}`);
	}
	tell(`+${pid}`);
	const gone = async () => {
		while (groupLives(pid)) await new Promise((done) => setTimeout(done, 50));
		tell(`-${pid}`);
	};
	/** @type {Service} */
	const service = {
		name,
		pid,
		log,
		running: () => ended === null,
		async stop() {
			endGroup(pid, stopSignal);
			const deadline = Date.now() + 15_000;
			while (groupLives(pid) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50));
			endGroup(pid, 'SIGKILL');
			await gone();
		},
		async kill9() {
			endGroup(pid, 'SIGKILL');
			await gone();
		},
	};
	const deadline = Date.now() + timeoutSeconds * 1000;
	while (!written().includes(readyLine)) {
		if (ended !== null) {
			tell(`-${pid}`);
			throw new Error(`${name} ended (${ended}) before it was ready. The last lines of ${log}:\n${tail()}`);
		}
		if (Date.now() > deadline) {
			await service.kill9();
			throw new Error(`${name} was not ready after ${timeoutSeconds} s. The last lines of ${log}:\n${tail()}`);
		}
		await new Promise((done) => setTimeout(done, 100));
	}
	return service;
}

/**
 * Free TCP ports on this machine, all different.
 *
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
	const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
	const ports = servers.map((server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port);
	await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
	return ports;
}

/**
 * The first free port from a wished one upwards.
 *
 * @param {number} wished
 */
export async function portFrom(wished) {
	for (let port = wished; port < wished + 100; port++) {
		try {
			const server = await listen(port);
			await new Promise((done) => server.close(done));
			return port;
		} catch {
			// Taken: the next one.
		}
	}
	throw new Error(`No free port from ${wished} to ${wished + 99}.`);
}

/**
 * @param {number} port
 * @returns {Promise<import('node:net').Server>}
 */
function listen(port) {
	return new Promise((done, failed) => {
		const server = createServer();
		server.once('error', failed);
		server.listen(port, '127.0.0.1', () => done(server));
	});
}
