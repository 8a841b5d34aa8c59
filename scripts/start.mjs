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
	if (options.reset) {
		rmSync(folder, { recursive: true, force: true });
		say(text('reset', { folder }));
	}
	mkdirSync(folder, { recursive: true });

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
	const { importWorkflows, publish, readWorkflows, setSettings, useCredential, waitFor, webhookUrl, workflowIds } = await import('./demo/workflows.mjs');

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

	const workflows = readWorkflows(language);
	const ids = await workflowIds();
	const isNew = await importWorkflows(client, workflows, { folder, n8nVersion: n8n.version });
	say(isNew ? text('imported', { count: workflows.length }) : text('kept'));

	/** @param {string} key */
	const idOf = (key) => /** @type {string} */ (ids[key]);
	await useCredential(client, { name: 'Sandbox EDC webhook', type: 'edcWebhookApi', data: webhookCredential(sandbox.secrets.webhookSecret) }, isNew ? [{ workflow: idOf('edcMilestone'), nodeType: 'n8n-nodes-performance-trace.milestoneTrigger' }] : []);

	await readPeople();
	await setSettings(client, idOf('edcMilestone'), milestoneSettings());
	// A workflow that is called must be published before the one that calls it.
	await publish(client, ['errorHandler', 'taskDelivery', 'edcMilestone'].map(idOf));
	const edc = await client.workflow(idOf('edcMilestone'));
	say(text('published', { name: edc['name'] }));

	const target = webhookUrl(url, edc);
	await feed();
	say(text('waiting'));
	const tasks = await waitFor(
		async () => {
			const rows = await client.rows('pt_tasks');
			return rows.length > 0 ? rows : null;
		},
		{ what: 'the assessment task', timeoutSeconds: options.odm === undefined ? 90 : 20 },
	).catch((error) => {
		if (options.odm === undefined) throw error;
		return [];
	});
	show(tasks);

	/** People come from the directory of the sandbox, as they would from the company's. */
	async function readPeople() {
		const id = idOf('hrDirectorySync');
		const workflow = await client.workflow(id);
		const nodeType = 'n8n-nodes-performance-trace.hrDirectory';
		const reader = workflow['nodes'].find((/** @type {any} */ node) => node.type === nodeType && node.parameters?.operation !== 'importRows');
		if (reader !== undefined) {
			await useCredential(client, { name: 'Sandbox HR directory', type: 'scimApi', data: { baseUrl: sandbox.scimUrl, token: sandbox.secrets.scimToken } }, isNew ? [{ workflow: id, nodeType }] : []);
			await setSettings(client, id, { source: 'scim' });
		}
		const trigger = workflow['nodes'].find((/** @type {any} */ node) => node.type === 'n8n-nodes-base.manualTrigger');
		await client.runWorkflow(id, trigger.name);
		say(text('people', { count: (await client.rows('pt_people')).length }));
	}

	/** Only what the user gave or what a first start needs; values set in the editor stay. */
	function milestoneSettings() {
		const { study } = sandbox;
		const own = options.odm !== undefined;
		return {
			...(options.milestone === undefined ? (isNew && !own ? { milestones: study.sampleMilestone[language] } : {}) : { milestones: options.milestone }),
			...(options.followUp === undefined ? (isNew && !own ? { followUpVisits: study.SAMPLE_STUDY.followUpEvent } : {}) : { followUpVisits: options.followUp }),
			...(options.study === undefined ? {} : { study: options.study }),
			...(options.mapping === undefined ? (isNew && !own ? { mapping: JSON.stringify(study.sampleMapping, null, 2) } : {}) : { mapping: readFileSync(resolve(options.mapping), 'utf8') }),
			...(isNew ? { language } : {}),
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

	/** @param {Array<Record<string, any>>} tasks */
	function show(tasks) {
		const line = '─'.repeat(72);
		if (tasks.length === 0) console.log(`\n${text('noTask')}`);
		else console.log(`\n${line}\n${text('inbox', { count: tasks.length })}`);
		for (const task of tasks) {
			console.log(`${line}\n${task['title']}`);
			console.log([task['assignee'] ? text('assignee', { name: task['assignee'] }) : text('unassigned'), task['dueDate'] ? text('due', { date: task['dueDate'] }) : ''].filter(Boolean).join(' · '));
			console.log(`\n${task['explanation']}\n\n${task['body']}`);
		}
		console.log(`${line}\n${text('editor').padEnd(10)} ${url}\n${text('login').padEnd(10)} ${client.access.email}\n${text('password').padEnd(10)} ${client.access.password}\n${text('webhook')} ${target}`);
		console.log(`\n${text('ready', { seconds: Math.round((performance.now() - started) / 1000) })} ${text('next', { folder })}`);
	}
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

/** @param {string} secret */
function webhookCredential(secret) {
	return { method: 'hmac', secret, signatureHeader: 'X-Hub-Signature-256', prefix: 'sha256=', algorithm: 'sha256', encoding: 'hex', timestampHeader: '', signedContent: 'body', toleranceSeconds: 300 };
}
