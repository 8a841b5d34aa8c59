import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { verifyGitWebhook, type GitWebhookSecrets } from '../../core/authentication/gitWebhook.js';
import { isGitEvent, type GitEvent } from '../../core/git/evidence.js';
import { gitWebhookKind, readGitWebhook, type GitWebhookReading } from '../../core/git/index.js';
import { EvidenceBasket } from '../shared/evidenceBasket.js';
import { gitHostOf } from '../shared/gitHosts.js';
import { answerCall, headersOf, readCall, type CallAnswer } from '../shared/incomingCall.js';
import { UserMessage } from '../shared/items.js';

/* A call of a Git host: size, then caller, then content. Nothing of the content is read before the caller is known, and nothing of it is logged: some hosts repeat the secret in it. */

const MEGABYTE = 1_048_576;
const SHORTEST_SECRET = 16;

export async function receiveGitCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const more = context.getNodeParameter('more', {}) as IDataObject;
		const megabytes = Number(more['largestCallMegabytes'] ?? 16);
		if (!Number.isFinite(megabytes) || megabytes < 1) throw new UserMessage(`"Largest Call (MB)" is ${JSON.stringify(more['largestCallMegabytes'])}.`, 'Expected: a number from 1.');
		const read = await readCall(context, megabytes * MEGABYTE);
		if ('refused' in read) return answerCall(context, read.refused);
		const refusal = await refuseCaller(context, read.body);
		return refusal === null ? takeContent(context, read.body, more['startWithoutFacts'] === true) : answerCall(context, refusal);
	} catch (error) {
		// The settings of this node are at fault and not the caller.
		context.logger.error(`Git Trigger "${context.getNode().name}": ${error instanceof Error ? error.message : String(error)}`);
		return answerCall(context, { status: 500, message: 'The receiver is not set up correctly; its log says what is wrong. Send the call again later.' });
	}
}

/** Null where the caller has proven who it is, else the answer that refuses the call. */
async function refuseCaller(context: IWebhookFunctions, body: Uint8Array): Promise<CallAnswer | null> {
	const headers = headersOf(context);
	const expected = context.getNodeParameter('host', 'any') as string;
	const kind = gitWebhookKind(headers);
	const system = expected === 'any' ? kind?.system : gitHostOf(expected).name;
	if (system === undefined) return { status: 401, message: 'No header of GitHub, GitLab, Gitee, Gitea or Forgejo names an event. Only calls of these hosts are taken.' };
	const verification = verifyGitWebhook(system, { headers, body }, secretsOf(await context.getCredentials('gitWebhookApi')), Date.now());
	if (!verification.ok) return { status: verification.status, message: verification.reason };
	return kind === null || kind.system === system ? null : { status: 403, message: `This receiver takes calls of ${gitHostOf(system).title} only.` };
}

function takeContent(context: IWebhookFunctions, body: Uint8Array, startWithoutFacts: boolean): IWebhookResponseData {
	const headers = headersOf(context);
	const payload = payloadOf(body, headers['content-type'] ?? '');
	if (payload === undefined) return answerCall(context, { status: 422, message: 'The content is no JSON. Choose the content type application/json at the host.' });
	const basket = new EvidenceBasket<GitEvent>(isGitEvent);
	const reading = readGitWebhook({ headers, payload }, basket);
	if (reading === null || reading.event === 'ping') return answerCall(context, { status: 200, message: 'The Git Trigger is ready. This call held no fact.' });
	const telling = basket.events.length > 0 || basket.findings.length > 0 || decidesWithoutFact(reading);
	if (!telling && !startWithoutFacts) return answerCall(context, { status: 200, message: 'Received. It holds no fact.' });
	const at = new Date().toISOString();
	return { workflowData: [basket.events.map(toItem), basket.findings.map((finding) => toItem({ ...finding, source: reading.source, delivery: reading.delivery, asOf: at })), [toItem({ ...reading, facts: basket.events.length, at })]] };
}

/** What a host says without saying enough for a fact: reading finds the rest, so the workflow is told where. */
function decidesWithoutFact({ change, action }: GitWebhookReading): boolean {
	return change !== null && action !== null && /^(?:merge|close|closed|reopen|approved|approval|unapproved|unapproval|reviewed)$/.test(action);
}

/** JSON, or GitHub's form with the JSON in `payload`; undefined for anything else. */
function payloadOf(body: Uint8Array, contentType: string): unknown {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
		const form = contentType.toLowerCase().startsWith('application/x-www-form-urlencoded');
		return JSON.parse(form ? (new URLSearchParams(text).get('payload') ?? '') : text) as unknown;
	} catch {
		return undefined;
	}
}

export function secretsOf(credential: ICredentialDataDecryptedObject): GitWebhookSecrets {
	const text = (name: string): string => (typeof credential[name] === 'string' ? credential[name] : '');
	const seconds = Number(credential['toleranceSeconds'] ?? 300);
	return { secret: text('secret'), signingToken: text('signingToken'), toleranceSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 300 };
}

/** What is weak about the secrets, null where they will do. */
export function weaknessOfSecrets({ secret, signingToken }: GitWebhookSecrets): string | null {
	if (secret === '' && signingToken === '') return 'Fill in the secret; without one no call is accepted.';
	if (signingToken !== '' && signingToken.replace(/^whsec_/, '').length < SHORTEST_SECRET) return 'The signing token is too short. Copy it as GitLab shows it, with whsec_ in front.';
	return secret !== '' && secret.length < SHORTEST_SECRET ? `The secret has ${secret.length} characters. Use at least ${SHORTEST_SECRET} that nobody can guess.` : null;
}

const toItem = (json: object): INodeExecutionData => ({ json: json as IDataObject });
