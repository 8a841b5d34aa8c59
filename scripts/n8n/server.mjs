/** Starts a real n8n with the packed package in it, in regular mode (SQLite) or queue mode (PostgreSQL, Redis, workers). */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { connect } from './client.mjs';
import { installN8n } from './install.mjs';
import { freePorts, startService } from './processes.mjs';
import { startPostgres, startRedis } from './services.mjs';

const onWindows = process.platform === 'win32';

/**
 * @typedef {object} RunningN8n
 * @property {string} url
 * @property {string} version of n8n
 * @property {string} folder
 * @property {string} log of the main process
 * @property {import('./client.mjs').N8nClient} client signed in as the owner
 * @property {{ host: string, port: number, user: string, database: string } | null} postgres in queue mode
 * @property {Worker[]} workers empty in regular mode
 * @property {() => Promise<void>} stop ends everything; the data stays in the folder
 * @property {() => Promise<void>} kill9 ends the main process at once, as a power cut would; databases and workers go on
 * @property {() => Promise<void>} restart starts the main process again at the same address (after `kill9`, or ends it first)
 */

/**
 * @typedef {object} Worker
 * @property {string} log
 * @property {() => boolean} running
 * @property {() => Promise<void>} kill9
 * @property {() => Promise<void>} restart
 */

/**
 * @param {object} options
 * @param {string} options.folder keeps everything: database, keys, logs
 * @param {string | null} [options.tarball] packed package to install; null: none
 * @param {number} [options.port] default: a free one
 * @param {'regular' | 'queue'} [options.mode]
 * @param {number} [options.workers] in queue mode
 * @param {number} [options.concurrency] executions that a worker runs at the same time
 * @param {{ email?: string, password?: string }} [options.owner] used on the first start; later the kept login counts
 * @param {Record<string, string>} [options.environment] further settings of n8n
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<RunningN8n>}
 */
export async function startN8n({ folder, tarball = null, port, mode = 'regular', workers: workerCount = 2, concurrency = 5, owner = {}, environment = {}, say = () => {} }) {
	const installation = await installN8n({ say });
	mkdirSync(join(folder, '.n8n', 'nodes'), { recursive: true });
	if (tarball !== null) installTarball(folder, tarball);

	const [freePort, brokerPort] = /** @type {[number, number]} */ (await freePorts(2));
	const mainPort = port ?? freePort;
	const url = `http://127.0.0.1:${mainPort}`;
	const log = join(folder, 'n8n.log');
	/** @type {Array<import('./processes.mjs').Service>} */
	const databases = [];
	/** @type {RunningN8n['postgres']} */
	let database = null;
	const settings = { ...quiet(), N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: encryptionKey(folder), N8N_EDITOR_BASE_URL: url, WEBHOOK_URL: `${url}/`, ...environment };

	if (mode === 'queue') {
		const [postgres, redis] = await Promise.all([startPostgres(folder), startRedis(folder)]);
		databases.push(postgres.service, redis.service);
		database = { host: postgres.host, port: postgres.port, user: postgres.user, database: postgres.database };
		Object.assign(settings, {
			EXECUTIONS_MODE: 'queue',
			// Without it a job is forgotten as soon as it is done; where a worker is done before the main process listens, the caller then waits for ever.
			N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
			N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: postgres.host,
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_USER: postgres.user,
			DB_POSTGRESDB_DATABASE: postgres.database,
			DB_POSTGRESDB_PASSWORD: 'unused',
			QUEUE_BULL_REDIS_HOST: redis.host,
			QUEUE_BULL_REDIS_PORT: String(redis.port),
		});
	}
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|N8N_|DB_|QUEUE_|EXECUTIONS_|VITEST|NODE_OPTIONS|NODE_ENV)/.test(name)));
	const path = `${dirname(installation.node)}${delimiter}${process.env['PATH'] ?? ''}`;

	const startMain = () =>
		startService({
			name: 'n8n',
			command: installation.node,
			arguments: [installation.entry, 'start'],
			environment: { ...inherited, ...settings, PATH: path, N8N_PORT: String(mainPort), N8N_RUNNERS_BROKER_PORT: String(brokerPort) },
			cwd: folder,
			log,
			readyLine: 'Editor is now accessible',
		});

	/** @param {number} index @returns {Promise<Worker & { service: import('./processes.mjs').Service }>} */
	const startWorker = async (index) => {
		const [healthPort, workerBrokerPort] = /** @type {[number, number]} */ (await freePorts(2));
		const start = () =>
			startService({
				name: `n8n worker ${index + 1}`,
				command: installation.node,
				arguments: [installation.entry, 'worker', `--concurrency=${concurrency}`],
				environment: { ...inherited, ...settings, PATH: path, N8N_RUNNERS_BROKER_PORT: String(workerBrokerPort), QUEUE_HEALTH_CHECK_PORT: String(healthPort) },
				cwd: folder,
				log: join(folder, `worker-${index + 1}.log`),
				readyLine: 'n8n worker is now ready',
			});
		const worker = {
			service: await start(),
			log: join(folder, `worker-${index + 1}.log`),
			running: () => worker.service.running(),
			kill9: () => worker.service.kill9(),
			restart: async () => {
				if (worker.service.running()) await worker.service.stop();
				worker.service = await start();
			},
		};
		return worker;
	};

	/** @type {Array<Worker & { service: import('./processes.mjs').Service }>} */
	const workers = [];
	let main = await startMain().catch(async (error) => {
		for (const service of databases) await service.stop();
		throw error;
	});
	try {
		const login = { email: owner.email ?? 'owner@example.com', password: owner.password ?? `Pt1-${randomBytes(9).toString('base64url')}` };
		const client = await connect({ url, accessFile: join(folder, 'access.json'), ...login });
		// Workers start after the main process has made the database's tables.
		if (mode === 'queue') workers.push(...(await Promise.all(Array.from({ length: workerCount }, (_, index) => startWorker(index)))));
		return {
			url,
			version: installation.version,
			folder,
			log,
			client,
			postgres: database,
			workers,
			async stop() {
				await Promise.all([main, ...workers.map((worker) => worker.service)].map((service) => service.stop()));
				for (const service of databases) await service.stop();
			},
			kill9: () => main.kill9(),
			async restart() {
				if (main.running()) await main.stop();
				main = await startMain();
			},
		};
	} catch (error) {
		await Promise.all([main, ...workers.map((worker) => worker.service)].map((service) => service.stop()));
		for (const service of databases) await service.stop();
		throw error;
	}
}

/** Settings without which n8n would ask or phone home. */
function quiet() {
	return {
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_LOG_LEVEL: 'info',
	};
}

/** Kept beside the data, because credentials are lost without it. @param {string} folder */
function encryptionKey(folder) {
	const file = join(folder, 'encryption-key');
	if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
	return readFileSync(file, 'utf8');
}

/**
 * Puts the packed package where n8n looks for community nodes, as an install through its user interface does.
 *
 * @param {string} folder
 * @param {string} tarball
 */
function installTarball(folder, tarball) {
	const nodes = join(folder, '.n8n', 'nodes');
	const stamp = join(nodes, 'installed.txt');
	const digest = createHash('sha256').update(readFileSync(tarball)).digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
	rmSync(join(nodes, 'node_modules'), { recursive: true, force: true });
	rmSync(join(nodes, 'package-lock.json'), { force: true });
	writeFileSync(join(nodes, 'package.json'), JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }));
	const { status, stdout, stderr } = spawnSync(onWindows ? 'npm.cmd' : 'npm', ['install', tarball, '--omit=peer', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--offline', '--loglevel=error'], { cwd: nodes, encoding: 'utf8', shell: onWindows });
	if (status !== 0) throw new Error(`The packed package ${tarball} could not be installed into ${nodes}: ${stderr || stdout}`);
	writeFileSync(stamp, digest);
}
