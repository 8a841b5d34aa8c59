import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacSignature, standardWebhooksSignature, verifyCall, type AuthenticationScheme, type HmacScheme } from '../../../core/authentication/verify.js';

const NOW = Date.UTC(2026, 2, 2, 8, 0, 0);
const SECONDS = String(NOW / 1000);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain: HmacScheme = { kind: 'hmac', secret: 'It is a secret', algorithm: 'sha256', encoding: 'hex', signatureHeader: 'X-Signature', prefix: 'sha256=', timestampHeader: null, signedContent: 'body', toleranceSeconds: 300 };
const stamped: HmacScheme = { ...plain, timestampHeader: 'X-Timestamp', signedContent: 'timestampAndBody' };
const refusal = (scheme: AuthenticationScheme, headers: Record<string, string>, body = bytes('{}'), now = NOW) => {
	const result = verifyCall(scheme, { headers, body }, now);
	return result.ok ? 'accepted' : result;
};

describe('S1: webhooks are authenticated over the raw body', () => {
	it('accepts the published example of HMAC-SHA256 with a prefix', () => {
		// GitHub documentation "Validating webhook deliveries": secret and body with the signature they give.
		const scheme: HmacScheme = { ...plain, secret: "It's a Secret to Everybody", signatureHeader: 'X-Hub-Signature-256' };
		const headers = { 'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17' };
		expect(refusal(scheme, headers, bytes('Hello, World!'))).toBe('accepted');
		expect(refusal(scheme, headers, bytes('Hello, World?'))).toMatchObject({ status: 403 });
	});

	it('accepts the published example of Standard Webhooks', () => {
		const scheme: AuthenticationScheme = { kind: 'standardWebhooks', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', toleranceSeconds: 300 };
		const now = 1_614_265_330_000;
		const headers = { 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' };
		expect(refusal(scheme, headers, bytes('{"test": 2432232314}'), now)).toBe('accepted');
		expect(refusal(scheme, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, bytes('{"test": 2432232314}'), now)).toBe('accepted');
		expect(refusal(scheme, { ...headers, 'webhook-id': 'msg_other' }, bytes('{"test": 2432232314}'), now)).toMatchObject({ status: 403 });
		expect(refusal(scheme, headers, bytes('{"test": 2432232314}'), now + 301_000)).toMatchObject({ status: 403, reason: expect.stringContaining('301 seconds ago') as string });
		expect(refusal({ ...scheme, secret: 'whsec_' }, headers)).toMatchObject({ status: 403, reason: expect.stringContaining('no secret') as string });
	});

	it.each(['sha256', 'sha1', 'sha512'] as const)('accepts %s in hex of either case and in base64', (algorithm) => {
		for (const encoding of ['hex', 'base64'] as const) {
			const scheme: HmacScheme = { ...plain, algorithm, encoding, prefix: '' };
			const signature = createHmac(algorithm, scheme.secret).update('{}').digest(encoding);
			expect(refusal(scheme, { 'x-signature': signature })).toBe('accepted');
			if (encoding === 'hex') expect(refusal(scheme, { 'x-signature': signature.toUpperCase() })).toBe('accepted');
			else expect(refusal(scheme, { 'x-signature': signature.toLowerCase() })).toMatchObject({ status: 403 });
		}
	});

	it('demands the prefix: a bare signature is refused where one is set', () => {
		const signature = hmacSignature(plain, '', bytes('{}'));
		expect(refusal(plain, { 'x-signature': signature.slice('sha256='.length) })).toMatchObject({ status: 403 });
	});

	it('answers 401 where proof is missing and names the header', () => {
		expect(refusal(plain, {})).toMatchObject({ status: 401, reason: expect.stringContaining('X-Signature') as string });
		expect(refusal(stamped, { 'x-signature': 'sha256=00' })).toMatchObject({ status: 401, reason: expect.stringContaining('X-Timestamp') as string });
		expect(refusal({ kind: 'headerToken', header: 'X-Token', token: 't' }, { 'x-token': ' ' })).toMatchObject({ status: 401 });
		expect(refusal({ kind: 'basic', user: 'u', password: 'p' }, { authorization: 'Bearer x' })).toMatchObject({ status: 401 });
		expect(refusal({ kind: 'standardWebhooks', secret: 's', toleranceSeconds: 1 }, { 'webhook-id': 'a', 'webhook-timestamp': SECONDS })).toMatchObject({ status: 401 });
	});

	it('takes the time of sending in seconds and milliseconds, and only within the tolerance on both sides', () => {
		const signed = (timestamp: string) => ({ 'x-timestamp': timestamp, 'x-signature': hmacSignature(stamped, timestamp, bytes('{}')) });
		expect(refusal(stamped, signed(SECONDS))).toBe('accepted');
		expect(refusal(stamped, signed(String(NOW)))).toBe('accepted');
		expect(refusal(stamped, signed(String(NOW - 300_000)))).toBe('accepted');
		expect(refusal(stamped, signed(String(NOW - 301_000)))).toMatchObject({ status: 403 });
		expect(refusal(stamped, signed(String(NOW + 301_000)))).toMatchObject({ status: 403, reason: expect.stringContaining('in the future') as string });
		expect(refusal(stamped, signed('2026-03-02'))).toMatchObject({ status: 403, reason: expect.stringContaining('digits only') as string });
	});

	it('refuses a replay under a new time: the time is part of what is signed', () => {
		const signature = hmacSignature(stamped, SECONDS, bytes('{}'));
		expect(refusal(stamped, { 'x-timestamp': String(NOW / 1000 + 1), 'x-signature': signature })).toMatchObject({ status: 403 });
	});

	it('never accepts where no secret is set, whatever is sent', () => {
		const empty: AuthenticationScheme[] = [{ ...plain, secret: '' }, { kind: 'headerToken', header: 'X-Token', token: '' }, { kind: 'basic', user: '', password: '' }, { kind: 'standardWebhooks', secret: '', toleranceSeconds: 300 }];
		const headers = { 'x-signature': hmacSignature({ ...plain, secret: '' }, '', bytes('{}')), 'x-token': '', authorization: 'Basic Og==', 'webhook-id': 'a', 'webhook-timestamp': SECONDS, 'webhook-signature': standardWebhooksSignature('', 'a', SECONDS, bytes('{}')) };
		for (const scheme of empty) expect(refusal(scheme, headers)).toMatchObject({ status: 403 });
	});

	it('compares user name and password as UTF-8, the colon inside the password kept', () => {
		const scheme: AuthenticationScheme = { kind: 'basic', user: '研究', password: 'a:b é' };
		const header = (text: string) => ({ authorization: `basic ${Buffer.from(text).toString('base64')}` });
		expect(refusal(scheme, header('研究:a:b é'))).toBe('accepted');
		expect(refusal(scheme, header('研究:a:b e'))).toMatchObject({ status: 403 });
	});

	it('never repeats a secret in the reason', () => {
		const schemes: AuthenticationScheme[] = [plain, { kind: 'headerToken', header: 'X-Token', token: plain.secret }, { kind: 'basic', user: 'u', password: plain.secret }];
		for (const scheme of schemes) expect(JSON.stringify(refusal(scheme, { 'x-signature': 'no', 'x-token': 'no', authorization: 'Basic no' }))).not.toContain(plain.secret);
	});

	it('property: any single changed bit of body, time, id, secret or signature is refused', () => {
		const flip = (source: Uint8Array, bit: number): Uint8Array => source.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.constantFrom('sha256', 'sha1', 'sha512'), fc.nat(), (body, algorithm, any) => {
				const scheme: HmacScheme = { ...stamped, algorithm, encoding: 'base64', prefix: '' };
				const signature = hmacSignature(scheme, SECONDS, body);
				const headers = { 'x-timestamp': SECONDS, 'x-signature': signature };
				expect(refusal(scheme, headers, body)).toBe('accepted');
				expect(refusal(scheme, headers, flip(body, any % (body.length * 8)))).toMatchObject({ status: 403 });
				const raw = Buffer.from(signature, 'base64');
				expect(refusal(scheme, { ...headers, 'x-signature': Buffer.from(flip(raw, any % (raw.length * 8))).toString('base64') }, body)).toMatchObject({ status: 403 });
				const text = bytes(signature);
				const changed = new TextDecoder('latin1').decode(flip(text, any % (text.length * 8)));
				expect(refusal(scheme, { ...headers, 'x-signature': changed }, body)).not.toBe('accepted');
				const secret = new TextDecoder('latin1').decode(flip(bytes(scheme.secret), any % (scheme.secret.length * 8)));
				expect(refusal({ ...scheme, secret }, headers, body)).toMatchObject({ status: 403 });
			}),
		);
	});

	it('property: any single changed bit of a token, or of user name and password, is refused', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-zA-Z0-9_-]{1,20}$/), fc.nat(), fc.constantFrom(1, 2, 4, 8, 16, 32, 64), (token, any, mask) => {
				const at = any % token.length;
				const changed = token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ mask) + token.slice(at + 1);
				expect(refusal({ kind: 'headerToken', header: 'X-Token', token }, { 'x-token': token })).toBe('accepted');
				expect(refusal({ kind: 'headerToken', header: 'X-Token', token }, { 'x-token': changed })).not.toBe('accepted');
				const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(`u:${text}`).toString('base64')}` });
				expect(refusal({ kind: 'basic', user: 'u', password: token }, basic(token))).toBe('accepted');
				expect(refusal({ kind: 'basic', user: 'u', password: token }, basic(changed))).not.toBe('accepted');
			}),
		);
	});
});
