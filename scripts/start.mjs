/**
 * `npm start`: from a fresh clone to the first assessment task in a real n8n, without an account anywhere.
 * Node built-ins only until the dependencies are installed; whatever needs them is imported after that.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { ArgumentError, HELP, readArguments } from './demo/arguments.mjs';
import { textsOf } from './demo/texts.mjs';
import { portFrom } from './n8n/processes.mjs';
import { startN8n } from './n8n/server.mjs';
import { ensureDependencies, root } from './setup.mjs';

const started = performance.now();
const folder = join(root, '.cache', 'demo');
const running = join(folder, 'running.txt');

/** @param {string} line */
const say = (line) => console.log(`[${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s] ${line}`);

/** Parts of the sandbox's study that the EDC reports one after the other, as numbers of completed follow-ups. */
const STEPS = [40, 80, 99, 100];

/** @type {Array<() => Promise<void>>} */
const cleanups = [];

/** @param {number} code */
async function end(code) {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup().catch(() => {});
	process.exit(code);
}

try {
	const options = readArguments(process.argv.slice(2));
	if (options.help) {
		console.log(HELP);
		process.exit(0);
	}
	await main(options);
	if (options.once) await end(0);
} catch (error) {
	console.error(`\n${error instanceof Error ? error.message : error}`);
	await end(error instanceof ArgumentError ? 2 : 1);
}

/** @param {ReturnType<typeof readArguments>} options */
async function main(options) {
	const { language } = options;
	const text = textsOf(language);
	for (const [name, file] of /** @type {const} */ ([
		['--odm', options.odm],
		['--mapping', options.mapping],
	])) {
		if (file !== undefined && !existsSync(resolve(file))) throw new ArgumentError(`${name}: there is no file ${resolve(file)}.`);
	}
	refuseSecondStart();
	if (options.reset) {
		rmSync(folder, { recursive: true, force: true });
		say(text('reset', { folder }));
	}
	mkdirSync(folder, { recursive: true });
	writeFileSync(running, String(process.pid));
	cleanups.push(() => Promise.resolve(rmSync(running, { force: true })));

	let ending = false;
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
		process.on(signal, () => {
			if (ending) return;
			ending = true;
			console.log(`\n${text('ending')}`);
			void end(0);
		});
	}

	await ensureDependencies(say);
	say(text('dependencies'));
	const { packPackage } = await import('./demo/pack.mjs');
	const { startSandbox } = await import('./sandbox.mjs');
	const { setUpPack } = await import('./demo/setUp.mjs');
	const { waitFor } = await import('./demo/workflows.mjs');
	const { reasonsOf } = await import('./demo/reasons.mjs');
	const { showLights } = await import('./demo/lights.mjs');
	const { showTraceback } = await import('./demo/traceback.mjs');
	const { showCards } = await import('./demo/cards.mjs');
	const { showGoals } = await import('./demo/goals.mjs');
	const { showHealth } = await import('./demo/health.mjs');
	const { showDashboard } = await import('./demo/dashboard.mjs');

	const tarball = await packPackage({ say });
	say(text('packed', { file: basename(tarball) }));

	const kept = keptState();
	const sandbox = await startSandbox({ port: await portFrom(kept.sandboxPort), secrets: kept.secrets });
	cleanups.push(() => sandbox.stop());
	say(text('sandbox', { url: sandbox.url }));

	const n8n = await startN8n({
		folder,
		tarball,
		port: options.port ?? (await portFrom(5678)),
		owner: { email: 'demo@example.com' },
		environment: { GENERIC_TIMEZONE: sandbox.study.SAMPLE_STUDY.zone, N8N_DEFAULT_LOCALE: 'en' },
		say,
	});
	cleanups.push(() => n8n.stop());
	const { client, url } = n8n;
	say(text('n8n', { version: n8n.version, url }));

	const pack = await setUpPack({ n8n, sandbox, language, settings: chosenSettings(), mapping: options.mapping === undefined ? null : readFileSync(resolve(options.mapping), 'utf8') });
	say(pack.isNew ? text('imported', { count: pack.workflows }) : text('kept'));
	say(text('people', { count: pack.people }));
	say(text('published', { name: pack.title }));

	const target = pack.webhook;
	await feed();
	say(text('waiting'));
	const tasks = await waitFor(
		async () => {
			const rows = (await client.rows('pt_tasks')).filter((row) => row['kind'] === 'assessment');
			return rows.length > 0 ? rows : null;
		},
		{ what: 'the assessment task', timeoutSeconds: options.odm === undefined ? 90 : 20 },
	).catch((error) => {
		if (options.odm === undefined) throw error;
		return [];
	});
	const reasons = tasks.length > 0 ? [] : reasonsOf(await latestExecutions(pack.ids['edcMilestone']), language);
	// With a document of one's own, only what came of that is shown.
	const lights = options.odm === undefined ? await showLights({ client, url, ids: pack.ids, isNew: pack.isNew, language, say }) : '';
	const traceback = options.odm === undefined ? await showTraceback({ client, url, language }) : [];
	const cards = options.odm === undefined ? await showCards({ client, url, language }) : [];
	const goals = options.odm === undefined ? await showGoals({ client, url, language, folder }) : [];
	const health = options.odm === undefined ? await showHealth({ client, url, language }) : [];
	// Last: it shows what the others left in the tables.
	const dashboard = await showDashboard({ client, url, language });
	show(tasks, reasons, lights, traceback, cards, goals, health, dashboard);

	/** The last few runs of a workflow with their data. @param {string | undefined} workflowId */
	async function latestExecutions(workflowId) {
		if (workflowId === undefined) return [];
		const ids = (await client.executions({ workflowId })).map((execution) => Number(execution['id'])).sort((a, b) => b - a);
		return await Promise.all(ids.slice(0, 5).map((id) => client.execution(id)));
	}

	/** Settings of the milestone workflow that the command line names. */
	function chosenSettings() {
		return {
			...(options.milestone === undefined ? {} : { milestones: options.milestone }),
			...(options.followUp === undefined ? {} : { followUpVisits: options.followUp }),
			...(options.study === undefined ? {} : { study: options.study }),
		};
	}

	async function feed() {
		if (options.odm !== undefined) {
			const file = resolve(options.odm);
			const answer = await sandbox.pushText(target, readFileSync(file, 'utf8'), file.endsWith('.json') ? 'application/json' : 'application/xml');
			if (answer.status >= 300) throw new Error(text('refused', { status: answer.status, body: answer.body.slice(0, 500) }));
			say(text('fedFile', { file }));
			return;
		}
		let before = 0;
		for (const upToSubject of STEPS) {
			const answer = await sandbox.push(target, { upToSubject, afterSubject: before });
			if (answer.status >= 300) throw new Error(text('refused', { status: answer.status, body: answer.body.slice(0, 500) }));
			say(text('fed', { count: upToSubject }));
			before = upToSubject;
		}
		sandbox.advance(before);
	}

	/**
	 * @param {Array<Record<string, any>>} tasks
	 * @param {string[]} reasons why there is none
	 * @param {string} lights
	 * @param {string[]} traceback
	 * @param {string[]} cards
	 * @param {string[]} goals
	 * @param {string[]} health
	 * @param {string[]} dashboard
	 */
	function show(tasks, reasons, lights, traceback, cards, goals, health, dashboard) {
		const line = '─'.repeat(72);
		if (tasks.length === 0) console.log(`\n${text('noTask')}\n${(reasons.length === 0 ? [text('noReason')] : reasons).map((reason) => `  · ${reason}`).join('\n')}\n${text('whereReasons')}`);
		else console.log(`\n${line}\n${text('inbox', { count: tasks.length })}`);
		for (const task of tasks) {
			console.log(`${line}\n${task['title']}`);
			console.log([task['assignee'] ? text('assignee', { name: task['assignee'] }) : text('unassigned'), task['dueDate'] ? text('due', { date: task['dueDate'] }) : ''].filter(Boolean).join(' · '));
			console.log(`\n${task['explanation']}\n\n${task['body']}`);
		}
		if (lights !== '') console.log(lights);
		if (traceback.length > 0) console.log(`${line}\n${traceback.join('\n')}`);
		if (cards.length > 0) console.log(`${line}\n${cards.join('\n')}`);
		if (goals.length > 0) console.log(`${line}\n${goals.join('\n')}`);
		if (health.length > 0) console.log(`${line}\n${health.join('\n')}`);
		console.log(`${line}\n${dashboard.join('\n')}`);
		console.log(`${line}\n${text('editor').padEnd(10)} ${url}\n${text('login').padEnd(10)} ${client.access.email}\n${text('password').padEnd(10)} ${client.access.password}\n${text('webhook')} ${target}`);
		console.log(`\n${text('ready', { seconds: Math.round((performance.now() - started) / 1000) })} ${text('next', { folder })}`);
	}
}

/** Two n8n on one database would spoil it. */
function refuseSecondStart() {
	if (!existsSync(running)) return;
	const other = Number(readFileSync(running, 'utf8'));
	try {
		process.kill(other, 0);
	} catch {
		return;
	}
	throw new ArgumentError(`npm start already runs here (process ${other}). End it with Ctrl-C in its window first, or use its editor.`);
}

/** Secrets and port of the sandbox stay the same over restarts, because n8n keeps them in credentials. */
function keptState() {
	const file = join(folder, 'sandbox.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
	const secret = () => randomBytes(18).toString('base64url');
	const state = { sandboxPort: 5690, secrets: { odmToken: secret(), redcapToken: secret(), scimToken: secret(), webhookSecret: secret() } };
	writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
	return state;
}
