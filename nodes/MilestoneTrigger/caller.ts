import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { verifyCall, type AuthenticationScheme, type HashAlgorithm, type SignatureEncoding } from '../../core/authentication/verify.js';
import { headersOf, type CallAnswer } from '../shared/incomingCall.js';

const DEFAULT_TOLERANCE_SECONDS = 300;

/** Null where the caller has proven who it is, else the answer that refuses the call. */
export async function refuseCaller(context: IWebhookFunctions, body: Uint8Array): Promise<CallAnswer | null> {
	if (context.getNodeParameter('authentication', 'credential') === 'none') return null;
	const scheme = schemeOf(await context.getCredentials('edcWebhookApi'));
	const verification = verifyCall(scheme, { headers: headersOf(context), body }, Date.now());
	if (verification.ok) return null;
	const challenge = scheme.kind === 'basic' && verification.status === 401;
	return { status: verification.status, message: verification.reason, ...(challenge ? { headers: { 'www-authenticate': 'Basic realm="EDC Milestone Trigger", charset="UTF-8"' } } : {}) };
}

/** What a credential of the kind EDC Webhook asks of a caller. */
export function schemeOf(credential: ICredentialDataDecryptedObject): AuthenticationScheme {
	const text = (name: string, fallback = ''): string => (typeof credential[name] === 'string' ? credential[name] : fallback);
	const tolerance = Number(credential['toleranceSeconds'] ?? DEFAULT_TOLERANCE_SECONDS);
	const toleranceSeconds = Number.isFinite(tolerance) && tolerance > 0 ? tolerance : DEFAULT_TOLERANCE_SECONDS;
	switch (text('method', 'hmac')) {
		case 'headerToken':
			return { kind: 'headerToken', header: text('header', 'X-Webhook-Token'), token: text('token') };
		case 'basic':
			return { kind: 'basic', user: text('username'), password: text('password') };
		case 'standardWebhooks':
			return { kind: 'standardWebhooks', secret: text('secret'), toleranceSeconds };
		default: {
			const timestampHeader = text('timestampHeader').trim();
			return {
				kind: 'hmac',
				secret: text('secret'),
				algorithm: text('algorithm', 'sha256') as HashAlgorithm,
				encoding: text('encoding', 'hex') as SignatureEncoding,
				signatureHeader: text('signatureHeader', 'X-Hub-Signature-256').trim(),
				prefix: text('prefix', 'sha256=').trim(),
				timestampHeader: timestampHeader === '' ? null : timestampHeader,
				signedContent: timestampHeader !== '' && text('signedContent') === 'timestampAndBody' ? 'timestampAndBody' : 'body',
				toleranceSeconds,
			};
		}
	}
}

const SHORTEST_SECRET = 16;

/** What is weak about a credential, null where it will do. */
export function weaknessOf(scheme: AuthenticationScheme): string | null {
	const secret = scheme.kind === 'headerToken' ? scheme.token : scheme.kind === 'basic' ? scheme.password : scheme.secret.replace(/^whsec_/, '');
	if (secret.length < SHORTEST_SECRET) return `The secret has ${secret.length} characters. Use at least ${SHORTEST_SECRET} that nobody can guess.`;
	if (scheme.kind === 'hmac' && scheme.signatureHeader === '') return 'Name the header that holds the signature.';
	if (scheme.kind === 'headerToken' && scheme.header === '') return 'Name the header that holds the token.';
	if (scheme.kind === 'basic' && scheme.user === '') return 'Fill in the user name.';
	return null;
}
