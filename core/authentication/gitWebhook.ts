import { createHmac } from 'crypto';
import type { GitSystem } from '../git/facts.js';
import { verifyCall, type AuthenticationScheme, type ReceivedCall, type Verification } from './verify.js';

/*
 * How each Git host proves that a call is its own. GitHub, Gitea and GitLab's new signature cover the body; GitLab's token and Gitee's password or
 * signature prove the sender only. Source: vendor reference 2.3.
 */

export interface GitWebhookSecrets {
	/** GitHub and Gitea: the secret; GitLab: the secret token; Gitee: the password or the signing key. */
	readonly secret: string;
	/** GitLab: the signing token (`whsec_…`), empty where none is set there. */
	readonly signingToken: string;
	/** How old a signed call may be. */
	readonly toleranceSeconds: number;
}

/** Gitee's own limit for the age of a signature, one hour, whatever is set here: its timestamp is all that its signature covers. */
const GITEE_SECONDS = 3600;

/** @param now epoch milliseconds */
export function verifyGitWebhook(system: GitSystem, call: ReceivedCall, secrets: GitWebhookSecrets, now: number): Verification {
	const { secret, signingToken, toleranceSeconds } = secrets;
	switch (system) {
		case 'github':
			return verifyCall(bodySignature('X-Hub-Signature-256', 'sha256=', secret), call, now);
		case 'gitea': {
			const own = call.headers['x-forgejo-signature'] !== undefined ? bodySignature('X-Forgejo-Signature', '', secret) : call.headers['x-gitea-signature'] !== undefined ? bodySignature('X-Gitea-Signature', '', secret) : null;
			return verifyCall(own ?? bodySignature('X-Hub-Signature-256', 'sha256=', secret), call, now);
		}
		case 'gitlab':
			// A signature says more than the token: where one came and can be checked, it decides.
			if (call.headers['webhook-signature'] !== undefined && signingToken !== '') return verifyCall({ kind: 'standardWebhooks', secret: signingToken, toleranceSeconds }, call, now);
			if (secret === '' && signingToken !== '') return verifyCall({ kind: 'standardWebhooks', secret: signingToken, toleranceSeconds }, call, now);
			return verifyCall({ kind: 'headerToken', header: 'X-Gitlab-Token', token: secret }, call, now);
		case 'gitee':
			return verifyGitee(call, secret, now);
	}
}

function bodySignature(signatureHeader: string, prefix: string, secret: string): AuthenticationScheme {
	return { kind: 'hmac', secret, algorithm: 'sha256', encoding: 'hex', signatureHeader, prefix, timestampHeader: null, signedContent: 'body', toleranceSeconds: GITEE_SECONDS };
}

/** What Gitee writes into `X-Gitee-Token` where a signing key is set. Also for tests. */
export function giteeSignature(secret: string, timestamp: string): string {
	return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

function verifyGitee(call: ReceivedCall, secret: string, now: number): Verification {
	const token = (expected: string): Verification => verifyCall({ kind: 'headerToken', header: 'X-Gitee-Token', token: expected }, call, now);
	const password = token(secret);
	const timestamp = call.headers['x-gitee-timestamp']?.trim() ?? '';
	if (secret === '' || password.ok || !/^\d{1,15}$/.test(timestamp)) return password;
	const signature = token(giteeSignature(secret, timestamp));
	if (!signature.ok) return signature;
	const seconds = Math.round(Math.abs(now - Number(timestamp)) / 1000);
	if (seconds <= GITEE_SECONDS) return signature;
	return { ok: false, status: 403, reason: `The call was signed ${seconds} seconds away from now; ${GITEE_SECONDS} are allowed. Send it anew, and compare the clocks of both servers.` };
}
