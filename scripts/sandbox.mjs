/**
 * A sandbox that stands in for a company's systems, on this machine only: an EDC (ODM export, REDCap API, signed webhooks)
 * and an HR directory (SCIM 2.0), both filled with the sample study. `node scripts/sandbox.mjs` runs it by itself.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { answerScim } from './sandbox/scim.mjs';
import { loadTypeScript } from './workflows.mjs';

/** An EDC does not wait for ever for the answer to a call. */
const PATIENCE = 60_000;

/**
 * @typedef {object} Secrets each at least 16 characters
 * @property {string} odmToken `Authorization: Bearer …` of the ODM export
 * @property {string} redcapToken API token of the REDCap project
 * @property {string} scimToken `Authorization: Bearer …` of the directory
 * @property {string} webhookSecret signs what is pushed (HMAC-SHA256, `X-Hub-Signature-256: sha256=…`)
 */

/**
 * @typedef {object} Sandbox
 * @property {string} url
 * @property {string} odmUrl
 * @property {string} redcapUrl
 * @property {string} scimUrl
 * @property {Secrets} secrets
 * @property {any} study the module core/sample/sampleStudy.ts
 * @property {(followUps: number | null) => void} advance how many subjects have completed follow-up in what the sandbox answers from now on; null: all
 * @property {(target: string, slice?: { upToSubject?: number, afterSubject?: number, format?: '1.3.2' | '2.0' }) => Promise<Delivery>} push sends a slice of the study as ODM
 * @property {(target: string, body: string, contentType?: string) => Promise<Delivery>} pushText sends any document, signed
 * @property {(target: string, options?: { upToSubject?: number }) => Promise<Delivery>} trigger sends REDCap's trigger of the last save
 * @property {Array<{ method: string, path: string, status: number }>} requests what was asked so far
 * @property {() => Promise<void>} stop
 */

/** @typedef {{ status: number, body: string, milliseconds: number }} Delivery */

/**
 * @param {{ port?: number, secrets?: Partial<Secrets>, say?: (line: string) => void }} [options]
 * @returns {Promise<Sandbox>}
 */
export async function startSandbox({ port = 0, secrets: given = {}, say = () => {} } = {}) {
	const [study, redcap] = await Promise.all([loadTypeScript('core/sample/sampleStudy.ts'), loadTypeScript('core/sample/redcap.ts')]);
	const secret = () => randomBytes(18).toString('base64url');
	/** @type {Secrets} */
	const secrets = { odmToken: secret(), redcapToken: secret(), scimToken: secret(), webhookSecret: secret(), ...given };
	/** @type {number | null} */
	let followUps = null;
	const slice = () => (followUps === null ? {} : { upToSubject: followUps });
	/** @type {Sandbox['requests']} */
	const requests = [];

	const server = createServer((request, response) => {
		/** @type {Buffer[]} */
		const chunks = [];
		request.on('data', (chunk) => chunks.push(chunk));
		request.on('end', () => {
			const url = new URL(request.url ?? '/', base());
			const answer = answerRequest(request, url, Buffer.concat(chunks).toString('utf8'));
			requests.push({ method: request.method ?? '', path: url.pathname, status: answer.status });
			say(`${request.method} ${url.pathname} → ${answer.status}`);
			response.writeHead(answer.status, { 'content-type': answer.contentType, ...answer.headers });
			response.end(answer.body);
		});
	});
	await new Promise((done, failed) => {
		server.once('error', failed);
		server.listen(port, '127.0.0.1', () => done(null));
	});
	const base = () => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {URL} url
	 * @param {string} body
	 * @returns {{ status: number, contentType: string, body: string, headers?: Record<string, string> }}
	 */
	function answerRequest(request, url, body) {
		const { pathname } = url;
		const method = request.method ?? 'GET';
		const refuse = (/** @type {number} */ status, /** @type {string} */ error) => ({ status, contentType: 'application/json', body: JSON.stringify({ error }) });
		if (pathname.startsWith('/scim/v2')) {
			return answerScim({ method, path: pathname.slice('/scim/v2'.length), query: url.searchParams, authorised: bears(request, secrets.scimToken), people: study.samplePeople, base: `${base()}/scim/v2` });
		}
		if (pathname === `/odm/${study.SAMPLE_STUDY.oid}.xml`) {
			if (method !== 'GET') return refuse(405, 'Only GET is allowed here.');
			if (!bears(request, secrets.odmToken)) return { ...refuse(401, 'The token is missing or wrong.'), headers: { 'www-authenticate': 'Bearer' } };
			const format = url.searchParams.get('format') === '1.3.2' ? '1.3.2' : '2.0';
			return { status: 200, contentType: 'application/xml; charset=utf-8', body: study.sampleStudyOdm({ format, ...slice() }) };
		}
		if (pathname === '/redcap/api/' || pathname === '/redcap/api') {
			if (method !== 'POST') return refuse(405, 'REDCap takes POST only.');
			const parameters = Object.fromEntries(new URLSearchParams(body));
			if (!same(parameters['token'] ?? '', secrets.redcapToken)) return refuse(403, 'You do not have permissions to use the API');
			return redcap.sampleRedcapAnswer(parameters, slice());
		}
		if (pathname === '/') return { status: 200, contentType: 'text/plain; charset=utf-8', body: `Sandbox of Performance Trace, sample data only.\nODM export  ${base()}/odm/${study.SAMPLE_STUDY.oid}.xml\nREDCap      ${base()}/redcap/api/\nDirectory   ${base()}/scim/v2/Users\n` };
		return refuse(404, `There is nothing at ${pathname}.`);
	}

	/**
	 * @param {string} target
	 * @param {string} body
	 * @param {string} [contentType]
	 * @returns {Promise<Delivery>}
	 */
	async function pushText(target, body, contentType = 'application/xml; charset=utf-8') {
		const signature = createHmac('sha256', secrets.webhookSecret).update(body).digest('hex');
		const started = performance.now();
		const answer = await fetch(target, { method: 'POST', headers: { 'content-type': contentType, 'x-hub-signature-256': `sha256=${signature}` }, body, signal: AbortSignal.timeout(PATIENCE) });
		return { status: answer.status, body: await answer.text(), milliseconds: Math.round(performance.now() - started) };
	}

	return {
		url: base(),
		odmUrl: `${base()}/odm/${study.SAMPLE_STUDY.oid}.xml`,
		redcapUrl: `${base()}/redcap`,
		scimUrl: `${base()}/scim/v2`,
		secrets,
		study,
		requests,
		advance: (count) => (followUps = count),
		push: (target, options = {}) => pushText(target, study.sampleStudyOdm(options)),
		pushText,
		trigger: (target, options = {}) => {
			const saves = redcap.sampleSaves(options);
			const last = saves.findLast((/** @type {any} */ save) => redcap.sampleRedcapTrigger(save, `${base()}/redcap`) !== null);
			return pushText(target, new URLSearchParams(redcap.sampleRedcapTrigger(last, `${base()}/redcap`)).toString(), 'application/x-www-form-urlencoded');
		},
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string} token
 */
function bears(request, token) {
	return same(request.headers.authorization ?? '', `Bearer ${token}`);
}

/**
 * @param {string} given
 * @param {string} expected
 */
function same(given, expected) {
	const [a, b] = [given, expected].map((text) => createHmac('sha256', 'compare').update(text).digest());
	return timingSafeEqual(/** @type {Buffer} */ (a), /** @type {Buffer} */ (b));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const wished = process.argv.indexOf('--port');
	const sandbox = await startSandbox({ port: wished < 0 ? 0 : Number(process.argv[wished + 1]), say: console.log });
	console.log(`Sandbox at ${sandbox.url}, until Ctrl-C.`);
	console.log(JSON.stringify({ odm: sandbox.odmUrl, redcap: sandbox.redcapUrl, scim: sandbox.scimUrl, ...sandbox.secrets }, null, 2));
}
