import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { verifyCall, type AuthenticationScheme, type HashAlgorithm, type SignatureEncoding } from '../../core/authentication/verify.js';
import type { CallAnswer } from './answer.js';

/** A request as n8n hands it on: the body is read when it is asked for. */
interface UnreadRequest {
	readonly rawBody?: Uint8Array;
	readRawBody?(): Promise<void>;
}

const DEFAULT_TOLERANCE_SECONDS = 300;

/** The bytes of a call, or the answer that refuses it. */
export async function readCall(context: IWebhookFunctions, largestBytes: number): Promise<{ readonly body: Uint8Array } | { readonly refused: CallAnswer }> {
	const tooLarge: CallAnswer = { status: 413, message: `The content is larger than ${Math.round(largestBytes / 1_048_576)} MB. Send less per call, or raise "Largest Call (MB)" in the node and N8N_PAYLOAD_SIZE_MAX of n8n.`, headers: { connection: 'close' } };
	const declared = Number(context.getHeaderData()['content-length'] ?? 0);
	if (declared > largestBytes) return { refused: tooLarge };
	const request = context.getRequestObject() as unknown as UnreadRequest;
	if (request.rawBody === undefined && request.readRawBody !== undefined) {
		try {
			await request.readRawBody();
		} catch (error) {
			const { type, status } = error as { readonly type?: unknown; readonly status?: unknown };
			if (type === 'entity.too.large' || status === 413) return { refused: tooLarge };
			return { refused: { status: 400, message: 'The content of the call broke off before its end. Send it again.' } };
		}
	}
	const body = request.rawBody ?? new Uint8Array(0);
	return body.length > largestBytes ? { refused: tooLarge } : { body };
}

/** Null where the caller has proven who it is, else the answer that refuses the call. */
export async function refuseCaller(context: IWebhookFunctions, body: Uint8Array): Promise<CallAnswer | null> {
	if (context.getNodeParameter('authentication', 'credential') === 'none') return null;
	const scheme = schemeOf(await context.getCredentials('edcWebhookApi'));
	const headers = Object.fromEntries(Object.entries(context.getHeaderData()).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
	const verification = verifyCall(scheme, { headers, body }, Date.now());
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
