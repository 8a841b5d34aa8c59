import { createHash, createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'crypto';

/*
 * Who sent a call: checked over the bytes as they came, before anything reads them.
 * Source: spec "webhooks authenticated"; RFC 2104 (HMAC), RFC 7617 (Basic), Standard Webhooks 1.0.0.
 */

/** A call as it arrived. */
export interface ReceivedCall {
	/** Header names in lower case. */
	readonly headers: Readonly<Record<string, string | undefined>>;
	/** The body, byte for byte. */
	readonly body: Uint8Array;
}

export type HashAlgorithm = 'sha256' | 'sha1' | 'sha512';
export type SignatureEncoding = 'hex' | 'base64';

export interface HmacScheme {
	readonly kind: 'hmac';
	readonly secret: string;
	readonly algorithm: HashAlgorithm;
	readonly encoding: SignatureEncoding;
	/** Header that holds the signature, e.g. `X-Hub-Signature-256`. */
	readonly signatureHeader: string;
	/** What stands before the signature, e.g. `sha256=`; empty: nothing. */
	readonly prefix: string;
	/** Header with the time of sending (epoch seconds or milliseconds); null: the scheme has none. */
	readonly timestampHeader: string | null;
	/** `timestampAndBody`: the signature covers `<timestamp>.<body>`. */
	readonly signedContent: 'body' | 'timestampAndBody';
	readonly toleranceSeconds: number;
}

/** `webhook-id`, `webhook-timestamp`, `webhook-signature: v1,<base64>` over `<id>.<timestamp>.<body>`. */
export interface StandardWebhooksScheme {
	readonly kind: 'standardWebhooks';
	/** Plain text, or `whsec_` and the key in base64. */
	readonly secret: string;
	readonly toleranceSeconds: number;
}

/** A secret sent as it is. It proves the sender and not the body. */
export interface HeaderTokenScheme {
	readonly kind: 'headerToken';
	readonly header: string;
	readonly token: string;
}

export interface BasicScheme {
	readonly kind: 'basic';
	readonly user: string;
	readonly password: string;
}

export type AuthenticationScheme = HmacScheme | StandardWebhooksScheme | HeaderTokenScheme | BasicScheme;

/** `refused` with 401 where proof is missing, with 403 where it is wrong. The reason is fit for the answer: it holds no secret. */
export type Verification = { readonly ok: true } | { readonly ok: false; readonly status: 401 | 403; readonly reason: string };

const ACCEPTED: Verification = { ok: true };
const missing = (reason: string): Verification => ({ ok: false, status: 401, reason });
const wrong = (reason: string): Verification => ({ ok: false, status: 403, reason });

const NOT_CONFIGURED = 'The receiver has no secret set in its credential, so nothing can be accepted. Fill in the credential.';

/** @param now epoch milliseconds */
export function verifyCall(scheme: AuthenticationScheme, call: ReceivedCall, now: number): Verification {
	switch (scheme.kind) {
		case 'hmac':
			return verifyHmac(scheme, call, now);
		case 'standardWebhooks':
			return verifyStandardWebhooks(scheme, call, now);
		case 'headerToken':
			return verifyHeaderToken(scheme, call);
		case 'basic':
			return verifyBasic(scheme, call);
	}
}

/** The signature a sender of this scheme writes into its header, prefix included. Also for tests and for documentation. */
export function hmacSignature(scheme: Pick<HmacScheme, 'secret' | 'algorithm' | 'encoding' | 'prefix' | 'signedContent'>, timestamp: string, body: Uint8Array): string {
	const hmac = createHmac(scheme.algorithm, scheme.secret);
	if (scheme.signedContent === 'timestampAndBody') hmac.update(`${timestamp}.`);
	return `${scheme.prefix}${hmac.update(body).digest(scheme.encoding)}`;
}

export function standardWebhooksSignature(secret: string, id: string, timestamp: string, body: Uint8Array): string {
	return `v1,${createHmac('sha256', standardKey(secret)).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

function verifyHmac(scheme: HmacScheme, call: ReceivedCall, now: number): Verification {
	if (scheme.secret === '') return wrong(NOT_CONFIGURED);
	const given = headerOf(call, scheme.signatureHeader);
	if (given === null) return missing(`Header "${scheme.signatureHeader}" with the HMAC signature of the body is missing.`);
	let timestamp = '';
	if (scheme.timestampHeader !== null) {
		const sent = headerOf(call, scheme.timestampHeader);
		if (sent === null) return missing(`Header "${scheme.timestampHeader}" with the time of sending is missing.`);
		const tooOld = refuseTimestamp(scheme.timestampHeader, sent, scheme.toleranceSeconds, now);
		if (tooOld) return tooOld;
		timestamp = sent;
	}
	// Hexadecimal digits mean the same in both cases; the prefix and base64 do not.
	const digits = given.startsWith(scheme.prefix) ? given.slice(scheme.prefix.length) : given;
	const canonical = given.startsWith(scheme.prefix) && scheme.encoding === 'hex' ? `${scheme.prefix}${digits.toLowerCase()}` : given;
	const expected = hmacSignature(scheme, timestamp, call.body);
	if (equalInConstantTime(canonical, expected)) return ACCEPTED;
	return wrong(`The signature in header "${scheme.signatureHeader}" does not fit the body. Expected: ${scheme.prefix === '' ? '' : `"${scheme.prefix}" and `}HMAC-${scheme.algorithm.toUpperCase()} in ${scheme.encoding} with the shared secret.`);
}

function verifyStandardWebhooks(scheme: StandardWebhooksScheme, call: ReceivedCall, now: number): Verification {
	if (standardKey(scheme.secret).symmetricKeySize === 0) return wrong(NOT_CONFIGURED);
	const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerOf(call, name));
	if (id === null || id === undefined) return missing('Header "webhook-id" is missing.');
	if (timestamp === null || timestamp === undefined) return missing('Header "webhook-timestamp" is missing.');
	if (signatures === null || signatures === undefined) return missing('Header "webhook-signature" is missing.');
	const tooOld = refuseTimestamp('webhook-timestamp', timestamp, scheme.toleranceSeconds, now);
	if (tooOld) return tooOld;
	const expected = standardWebhooksSignature(scheme.secret, id, timestamp, call.body);
	// While a secret is being changed a sender signs with the old and the new one.
	let fits = false;
	for (const signature of signatures.split(' ')) if (equalInConstantTime(signature, expected)) fits = true;
	return fits ? ACCEPTED : wrong('No signature in header "webhook-signature" fits the body. Expected: "v1," and HMAC-SHA256 in base64 over "<webhook-id>.<webhook-timestamp>.<body>".');
}

function verifyHeaderToken(scheme: HeaderTokenScheme, call: ReceivedCall): Verification {
	if (scheme.token === '') return wrong(NOT_CONFIGURED);
	const given = headerOf(call, scheme.header);
	if (given === null) return missing(`Header "${scheme.header}" with the token is missing.`);
	return equalInConstantTime(given, scheme.token) ? ACCEPTED : wrong(`The token in header "${scheme.header}" is not the expected one.`);
}

function verifyBasic(scheme: BasicScheme, call: ReceivedCall): Verification {
	if (scheme.password === '') return wrong(NOT_CONFIGURED);
	const given = headerOf(call, 'authorization');
	if (given === null) return missing('Header "Authorization" with user name and password (Basic) is missing.');
	const separator = given.indexOf(' ');
	if (separator < 0 || given.slice(0, separator).toLowerCase() !== 'basic') return missing('Header "Authorization" is not of the kind Basic.');
	const expected = createSecretKey(`${scheme.user}:${scheme.password}`, 'utf8').export().toString('base64');
	return equalInConstantTime(given.slice(separator + 1).trim(), expected) ? ACCEPTED : wrong('User name or password is wrong.');
}

/** Refusal of a time of sending that is no number or too far from ours, else null. */
function refuseTimestamp(header: string, text: string, toleranceSeconds: number, now: number): Verification | null {
	if (!/^\d{1,15}$/.test(text)) return wrong(`Header "${header}" is "${text.slice(0, 40)}". Expected: epoch seconds or milliseconds, digits only.`);
	const number = Number(text);
	const sent = number >= 100_000_000_000 ? number : number * 1000;
	const seconds = Math.round(Math.abs(now - sent) / 1000);
	if (seconds <= toleranceSeconds) return null;
	return wrong(`The call was sent ${seconds} seconds ${sent < now ? 'ago' : 'in the future'}; ${toleranceSeconds} are allowed. Send it anew, and compare the clocks of both servers.`);
}

function headerOf(call: ReceivedCall, name: string): string | null {
	const value = call.headers[name.toLowerCase()]?.trim();
	return value === undefined || value === '' ? null : value;
}

function standardKey(secret: string): KeyObject {
	return secret.startsWith('whsec_') ? createSecretKey(secret.slice('whsec_'.length), 'base64') : createSecretKey(secret, 'utf8');
}

/** Compares digests, which have one length: neither time nor length tells how much of a guess was right. */
function equalInConstantTime(given: string, expected: string): boolean {
	const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
