/** From a running, empty n8n to the pack at work: workflows, credentials, people, settings, published. Used by `npm start` and the end-to-end tests. */
import { ACCOUNT_EXTENSION } from '../sandbox/scim.mjs';
import { importWorkflows, publish, readWorkflows, setMapping, setSettings, TRIGGER, useCredential, waitFor, webhookUrl, workflowIds } from './workflows.mjs';

const OWN = 'n8n-nodes-performance-trace.';

/**
 * @typedef {object} Pack
 * @property {Record<string, string>} ids of the workflows, by their key
 * @property {boolean} isNew whether the workflows were imported now; otherwise they are those of an earlier start
 * @property {number} workflows how many there are
 * @property {number} people rows read from the HR directory
 * @property {string} title of the milestone workflow
 * @property {string} webhook address the EDC reports to
 */

/**
 * @param {object} options
 * @param {import('../n8n/server.mjs').RunningN8n} options.n8n
 * @param {import('../sandbox.mjs').Sandbox} options.sandbox
 * @param {'en' | 'zh-CN'} [options.language]
 * @param {Record<string, unknown>} [options.settings] of the milestone workflow; what is not named stays
 * @param {string | null} [options.mapping] JSON that names the items of another study than the sample
 * @param {string | null} [options.readEdcAt] cron expression at which the trigger also reads the sandbox's ODM export; null: it is only called
 * @returns {Promise<Pack>}
 */
export async function setUpPack({ n8n, sandbox, language = 'en', settings = {}, mapping = null, readEdcAt = null }) {
	const { client, folder, version, url } = n8n;
	const { secrets, scimUrl } = sandbox;
	const workflows = readWorkflows(language);
	const ids = await workflowIds();
	/** @param {string} key */
	const idOf = (key) => /** @type {string} */ (ids[key]);
	const isNew = await importWorkflows(client, workflows, { folder, n8nVersion: version });

	await useCredential(client, { name: 'Sandbox EDC webhook', type: 'edcWebhookApi', data: webhookCredential(secrets.webhookSecret) }, isNew ? [{ workflow: idOf('edcMilestone'), nodeType: TRIGGER }] : []);
	if (readEdcAt !== null) await readOnSchedule(readEdcAt);
	const people = await readPeople();
	if (Object.keys(settings).length > 0) await setSettings(client, idOf('edcMilestone'), settings);
	if (mapping !== null) await setMapping(client, idOf('edcMilestone'), mapping);
	if (n8n.postgres !== null) await claimInPostgres(n8n.postgres);

	// A workflow that is called must be published before the one that calls it.
	await publish(client, ['errorHandler', 'taskDelivery', 'edcMilestone'].map(idOf));
	const milestone = await client.workflow(idOf('edcMilestone'));
	const webhook = webhookUrl(url, milestone);
	// n8n answers before the address is listened to; a call without proof shows when it is, and is refused.
	await waitFor(async () => ((await fetch(webhook, { method: 'POST' })).status === 404 ? null : true), { what: `n8n to listen at ${webhook}` });
	return { ids, isNew, workflows: workflows.length, people, title: milestone['name'], webhook };

	/** People come from the directory of the sandbox, as they would from the company's. */
	async function readPeople() {
		const id = idOf('hrDirectorySync');
		const nodeType = `${OWN}hrDirectory`;
		await useCredential(client, { name: 'Sandbox HR directory', type: 'scimApi', data: { baseUrl: scimUrl, authentication: 'bearer', token: secrets.scimToken } }, isNew ? [{ workflow: id, nodeType, operation: 'readScim' }] : []);
		if (isNew) {
			await setSettings(client, id, { source: 'scim' });
			// This directory keeps accounts and mentors in an extension of its own, as companies do.
			await client.changeWorkflow(id, (workflow) => {
				const reading = workflow['nodes'].find((/** @type {any} */ node) => node.type === nodeType && node.parameters.operation === 'readScim');
				const accounts = ['edc', 'git', 'github', 'confluence'].map((system) => ({ system, path: `${ACCOUNT_EXTENSION}:${system}` }));
				reading.parameters.options = { ...reading.parameters.options, accountPaths: { path: accounts }, mentorPath: `${ACCOUNT_EXTENSION}:mentor` };
				return workflow;
			});
		}
		const trigger = (await client.workflow(id))['nodes'].find((/** @type {any} */ node) => node.type === 'n8n-nodes-base.manualTrigger');
		const execution = await client.runWorkflow(id, trigger.name);
		if (execution['status'] !== 'success') throw new Error(`The HR directory could not be read: execution ${execution['id']} ended as ${execution['status']}.`);
		return (await client.rows('pt_people')).length;
	}

	/** What a call lost, the reading finds. @param {string} cron */
	async function readOnSchedule(cron) {
		const data = { baseUrl: sandbox.odmUrl, method: 'header', headerName: 'Authorization', headerToken: `Bearer ${secrets.odmToken}` };
		await useCredential(client, { name: 'Sandbox ODM export', type: 'odmSourceApi', data }, [{ workflow: idOf('edcMilestone'), nodeType: TRIGGER }]);
		await client.changeWorkflow(idOf('edcMilestone'), (workflow) => {
			const trigger = workflow['nodes'].find((/** @type {any} */ node) => node.type === TRIGGER);
			Object.assign(trigger.parameters, { receiveBy: 'both', pollTimes: { item: [{ mode: 'custom', cronExpression: cron }] } });
			return workflow;
		});
	}

	/** In queue mode a claim must be atomic over processes, which Data Tables are not. @param {NonNullable<import('../n8n/server.mjs').RunningN8n['postgres']>} postgres */
	async function claimInPostgres(postgres) {
		const data = { ...postgres, password: 'unused', maxConnections: 20, allowUnauthorizedCerts: false, ssl: 'disable', sshTunnel: false };
		await useCredential(client, { name: 'Claims', type: 'postgres', data }, isNew ? [{ workflow: idOf('taskDelivery'), nodeType: 'n8n-nodes-base.postgres' }] : []);
		await setSettings(client, idOf('taskDelivery'), { claims: 'postgres' });
	}
}

/** @param {string} secret */
function webhookCredential(secret) {
	return { method: 'hmac', secret, signatureHeader: 'X-Hub-Signature-256', prefix: 'sha256=', algorithm: 'sha256', encoding: 'hex', timestampHeader: '', signedContent: 'body', toleranceSeconds: 300 };
}
