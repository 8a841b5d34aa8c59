/** PostgreSQL and Redis for n8n's queue mode, from the machine's own packages, in a folder of their own and on free ports. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePorts, startService } from './processes.mjs';

/**
 * @param {string} folder
 * @returns {Promise<{ port: number, host: string, user: string, database: string, service: import('./processes.mjs').Service }>}
 */
export async function startPostgres(folder) {
	const bin = postgresFolder();
	const data = join(folder, 'postgres');
	const owner = unprivileged();
	mkdirSync(data, { recursive: true });
	if (owner !== null) {
		chmodSync(folder, 0o755);
		chownSync(data, owner.uid, owner.gid);
	}
	const [port] = /** @type {[number]} */ (await freePorts(1));
	const environment = { ...process.env, LC_ALL: 'C.UTF-8', HOME: data };
	if (!existsSync(join(data, 'PG_VERSION'))) {
		chmodSync(data, 0o700);
		const { status, stdout, stderr } = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'n8n', '--auth=trust', '--encoding=UTF8', '--no-sync'], { env: environment, encoding: 'utf8', cwd: data, ...owner });
		if (status !== 0) throw new Error(`PostgreSQL could not be set up in ${data}: ${stderr || stdout}`);
	}
	const service = await startService({
		name: 'PostgreSQL',
		command: join(bin, 'postgres'),
		arguments: ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data, '-c', 'max_connections=200', '-c', 'fsync=off', '-c', 'synchronous_commit=off'],
		environment,
		cwd: data,
		log: join(folder, 'postgres.log'),
		readyLine: 'database system is ready to accept connections',
		timeoutSeconds: 60,
		// Its fast shutdown: does not wait for clients.
		stopSignal: 'SIGINT',
		...owner,
	});
	return { port, host: '127.0.0.1', user: 'n8n', database: 'postgres', service };
}

/**
 * @param {string} folder
 * @returns {Promise<{ port: number, host: string, service: import('./processes.mjs').Service }>}
 */
export async function startRedis(folder) {
	const data = join(folder, 'redis');
	mkdirSync(data, { recursive: true });
	const [port] = /** @type {[number]} */ (await freePorts(1));
	const service = await startService({
		name: 'Redis',
		command: 'redis-server',
		arguments: ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--save', '', '--appendonly', 'no'],
		environment: { ...process.env },
		cwd: data,
		log: join(folder, 'redis.log'),
		readyLine: 'eady to accept connections',
		timeoutSeconds: 30,
	}).catch((error) => {
		throw new Error(`Redis is needed for queue mode (Debian: apt-get install redis-server). ${error.message}`);
	});
	return { port, host: '127.0.0.1', service };
}

/** Where this machine keeps PostgreSQL's programs; Debian leaves the server's off the PATH. */
function postgresFolder() {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)];
	const found = folders.find((candidate) => existsSync(join(candidate, 'initdb')) && existsSync(join(candidate, 'postgres')));
	if (found === undefined) throw new Error('PostgreSQL is needed for queue mode and was not found (Debian: apt-get install postgresql).');
	return found;
}

/** PostgreSQL refuses to run as root; there it runs as the user that its package made. */
function unprivileged() {
	if (process.getuid?.() !== 0) return null;
	const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout));
	const [uid = 0, gid = 0] = ids;
	if (uid === 0) throw new Error('PostgreSQL cannot run as root, and there is no user "postgres" (Debian: apt-get install postgresql).');
	return { uid, gid };
}
