/** Speaks to a running n8n: the editor's own interface where a person would click, the public API for the rest. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} Access login of the owner and key of the public API
 * @property {string} email
 * @property {string} password
 * @property {string} apiKey
 */

/** @typedef {Record<string, any>} Json */

/** What n8n answered when it refused. */
export class N8nAnswerError extends Error {
	/**
	 * @param {string} what
	 * @param {number} status
	 * @param {string} body
	 */
	constructor(what, status, body) {
		super(`n8n answered ${status} to ${what}: ${body.slice(0, 600)}`);
		this.status = status;
		this.body = body;
	}
}

/**
 * Signs in (makes the owner on the first start) and gives a client. The access is kept in a file only its owner can read.
 *
 * @param {{ url: string, accessFile: string, email: string, password: string }} options
 */
export async function connect({ url, accessFile, email, password }) {
	/** @type {Partial<Access>} */
	const kept = existsSync(accessFile) ? JSON.parse(readFileSync(accessFile, 'utf8')) : {};
	const login = { email: kept.email ?? email, password: kept.password ?? password };
	const session = await signIn(url, login);
	let { apiKey } = kept;
	if (apiKey === undefined || !(await keyWorks(url, apiKey))) {
		const scopes = (await session.rest('GET', '/api-keys/scopes')).data;
		apiKey = /** @type {string} */ ((await session.rest('POST', '/api-keys', { label: `performance-trace ${Date.now()}`, expiresAt: null, scopes })).data.rawApiKey);
	}
	const access = { ...login, apiKey };
	writeFileSync(accessFile, JSON.stringify(access, null, 2), { mode: 0o600 });
	chmodSync(accessFile, 0o600);
	return new N8nClient(url, access, session);
}

/**
 * @param {string} url
 * @param {{ email: string, password: string }} login
 */
async function signIn(url, { email, password }) {
	const session = new Session(url);
	const setUp = await session.raw('POST', '/rest/owner/setup', { email, firstName: 'Performance', lastName: 'Trace', password });
	if (!setUp.ok) {
		const loggedIn = await session.raw('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		if (!loggedIn.ok) throw new N8nAnswerError('the login of the owner', loggedIn.status, await loggedIn.text());
	}
	return session;
}

/**
 * @param {string} url
 * @param {string} apiKey
 */
async function keyWorks(url, apiKey) {
	return (await fetch(`${url}/api/v1/workflows?limit=1`, { headers: { 'X-N8N-API-KEY': apiKey } })).ok;
}

/** The editor's interface, with its cookie. */
class Session {
	/** @param {string} url */
	constructor(url) {
		this.url = url;
		this.cookie = '';
	}

	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {unknown} [body]
	 */
	async raw(method, path, body) {
		const answer = await fetch(`${this.url}${path}`, {
			method,
			headers: { ...(this.cookie === '' ? {} : { cookie: this.cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
		return answer;
	}

	/**
	 * @param {string} method
	 * @param {string} path below /rest
	 * @param {unknown} [body]
	 * @returns {Promise<Json>}
	 */
	async rest(method, path, body) {
		const answer = await this.raw(method, `/rest${path}`, body);
		if (!answer.ok) throw new N8nAnswerError(`${method} ${path}`, answer.status, await answer.text());
		return /** @type {Json} */ (await answer.json());
	}
}

export class N8nClient {
	#session;

	/**
	 * @param {string} url
	 * @param {Access} access
	 * @param {Session} session
	 */
	constructor(url, access, session) {
		this.url = url;
		this.access = access;
		this.#session = session;
	}

	/** Value of the cookie `n8n-auth`, for a browser. */
	get cookie() {
		return this.#session.cookie.slice('n8n-auth='.length);
	}

	/**
	 * Calls the editor's own interface.
	 *
	 * @param {string} method
	 * @param {string} path below /rest
	 * @param {unknown} [body]
	 */
	rest(method, path, body) {
		return this.#session.rest(method, path, body);
	}

	/**
	 * Calls the public API.
	 *
	 * @param {string} method
	 * @param {string} path below /api/v1
	 * @param {unknown} [body] FormData is sent as it is, anything else as JSON
	 * @returns {Promise<Json>}
	 */
	async api(method, path, body) {
		const form = body instanceof FormData;
		const answer = await fetch(`${this.url}/api/v1${path}`, {
			method,
			headers: { 'X-N8N-API-KEY': this.access.apiKey, accept: 'application/json', ...(body === undefined || form ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
		});
		const text = await answer.text();
		if (!answer.ok) throw new N8nAnswerError(`${method} ${path}`, answer.status, text);
		return text === '' ? {} : JSON.parse(text);
	}

	/**
	 * All rows of a paged list.
	 *
	 * @param {string} path
	 * @param {Record<string, string>} [query]
	 * @returns {Promise<Json[]>}
	 */
	async list(path, query = {}) {
		/** @type {Json[]} */
		const rows = [];
		for (let cursor = ''; ; ) {
			const search = new URLSearchParams({ limit: '250', ...query, ...(cursor === '' ? {} : { cursor }) });
			const page = await this.api('GET', `${path}?${search}`);
			rows.push(...page['data']);
			cursor = page['nextCursor'] ?? '';
			if (cursor === '') return rows;
		}
	}

	/** Imports workflows in one call; existing ones get a new version, ids stay. @param {Uint8Array} n8np */
	importPackage(n8np) {
		const form = new FormData();
		form.append('package', new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (n8np)], { type: 'application/gzip' }), 'workflows.n8np');
		form.append('workflowConflictPolicy', 'new-version');
		form.append('credentialMissingMode', 'create-stub');
		form.append('missingNodeTypeMode', 'fail');
		return this.api('POST', '/n8n-packages/import', form);
	}

	/** @param {{ name: string, nodes: ReadonlyArray<unknown>, connections: object, settings?: object }} workflow */
	createWorkflow({ name, nodes, connections, settings = {} }) {
		return this.api('POST', '/workflows', { name, nodes, connections, settings });
	}

	workflows() {
		return this.list('/workflows');
	}

	/** @param {string} id */
	workflow(id) {
		return this.api('GET', `/workflows/${encodeURIComponent(id)}`);
	}

	/**
	 * Writes nodes, connections or settings of a workflow; what is not given stays.
	 *
	 * @param {string} id
	 * @param {(workflow: Json) => Json} change
	 */
	async changeWorkflow(id, change) {
		const { name, nodes, connections, settings } = change(structuredClone(await this.workflow(id)));
		return await this.api('PUT', `/workflows/${encodeURIComponent(id)}`, { name, nodes, connections, settings: allowedSettings(settings) });
	}

	/** Publishes a workflow: its webhooks and schedules are live from now on. @param {string} id */
	activate(id) {
		return this.api('POST', `/workflows/${encodeURIComponent(id)}/activate`);
	}

	/** @param {string} id */
	deactivate(id) {
		return this.api('POST', `/workflows/${encodeURIComponent(id)}/deactivate`);
	}

	/** @param {{ workflowId?: string, status?: string, includeData?: boolean }} [filter] */
	executions({ workflowId, status, includeData = false } = {}) {
		return this.list('/executions', { ...(workflowId === undefined ? {} : { workflowId }), ...(status === undefined ? {} : { status }), includeData: String(includeData) });
	}

	/** @param {string | number} id */
	execution(id) {
		return this.api('GET', `/executions/${id}?includeData=true`);
	}

	/**
	 * Executes a workflow as the editor's button does and waits for the end.
	 *
	 * @param {string} id
	 * @param {string} trigger name of the trigger node to start from
	 * @param {{ timeoutSeconds?: number }} [options]
	 * @returns {Promise<Json>} the execution with its data
	 */
	async runWorkflow(id, trigger, { timeoutSeconds = 120 } = {}) {
		const { data } = await this.rest('POST', `/workflows/${encodeURIComponent(id)}/run`, { triggerToStartFrom: { name: trigger } });
		if (data.executionId === undefined) throw new Error(`"${trigger}" waits for a call from outside and cannot be run by itself.`);
		const deadline = Date.now() + timeoutSeconds * 1000;
		for (;;) {
			const execution = await this.execution(data.executionId);
			if (execution['finished'] === true || ['success', 'error', 'crashed', 'canceled'].includes(execution['status'])) return execution;
			if (Date.now() > deadline) throw new Error(`Execution ${data.executionId} did not end within ${timeoutSeconds} s (status ${execution['status']}).`);
			await new Promise((done) => setTimeout(done, 150));
		}
	}

	/** Data Tables by name. @returns {Promise<Record<string, Json>>} */
	async dataTables() {
		return Object.fromEntries((await this.list('/data-tables', { limit: '100' })).map((table) => [table['name'], table]));
	}

	/** All rows of a Data Table, oldest first; none where the table does not exist yet. @param {string} table */
	async rows(table) {
		const found = (await this.dataTables())[table];
		if (found === undefined) return [];
		return (await this.list(`/data-tables/${found['id']}/rows`)).sort((a, b) => a['id'] - b['id']);
	}

	/** Empties Data Tables; those that do not exist are passed over. @param {string[]} tables */
	async clearTables(tables) {
		const known = await this.dataTables();
		for (const table of tables) if (known[table] !== undefined) await this.api('DELETE', `/data-tables/${known[table]['id']}/rows/clear`);
	}

	/** @param {{ name: string, type: string, data: object }} credential @returns {Promise<Json>} with its id */
	createCredential(credential) {
		return this.api('POST', '/credentials', credential);
	}

	credentials() {
		return this.list('/credentials', { limit: '100' });
	}
}

/** The public API refuses settings it does not know, among them some that it hands out itself. @param {Json} settings */
function allowedSettings(settings = {}) {
	const known = ['saveExecutionProgress', 'saveManualExecutions', 'saveDataErrorExecution', 'saveDataSuccessExecution', 'executionTimeout', 'errorWorkflow', 'timezone', 'executionOrder', 'callerPolicy', 'callerIds'];
	return Object.fromEntries(Object.entries(settings).filter(([name]) => known.includes(name)));
}

/**
 * The error of an execution in one line, null where it went well.
 *
 * @param {Json} execution
 */
export function errorOf(execution) {
	const error = execution['data']?.resultData?.error;
	if (error === undefined || error === null) return execution['status'] === 'success' || execution['finished'] === true ? null : String(execution['status']);
	return `${error.node?.name ?? execution['data'].resultData.lastNodeExecuted}: ${error.message}${error.description ? ` (${error.description})` : ''}`;
}

/**
 * Items a node put out in its last run.
 *
 * @param {Json} execution
 * @param {string} node
 * @param {number} [output]
 * @returns {Json[]}
 */
export function outputOf(execution, node, output = 0) {
	const runs = execution['data']?.resultData?.runData?.[node];
	return (runs?.at(-1)?.data?.main?.[output] ?? []).map((/** @type {Json} */ item) => item['json']);
}
