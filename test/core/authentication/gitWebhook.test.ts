import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { giteeSignature, verifyGitWebhook } from '../../../core/authentication/gitWebhook.js';
import { standardWebhooksSignature } from '../../../core/authentication/verify.js';

const secrets = { secret: 'a-secret-of-some-length', signingToken: '', toleranceSeconds: 300 };
const body = new TextEncoder().encode('{"action":"closed"}');
const now = Date.UTC(2026, 8, 21, 8);
const hex = (secret: string, content: Uint8Array = body): string => createHmac('sha256', secret).update(content).digest('hex');
const call = (headers: Readonly<Record<string, string>>, content = body) => ({ headers, body: content });

describe('S6: the caller of a webhook', () => {
	it('GitHub: HMAC-SHA256 over the bytes; missing is 401, wrong is 403', () => {
		const given = (headers: Readonly<Record<string, string>>, content = body) => verifyGitWebhook('github', call(headers, content), secrets, now);
		const signed = { 'x-hub-signature-256': `sha256=${hex(secrets.secret)}` };
		expect(given(signed)).toEqual({ ok: true });
		expect(given({})).toMatchObject({ ok: false, status: 401 });
		expect(given({ 'x-hub-signature-256': `sha256=${hex('another')}` })).toMatchObject({ ok: false, status: 403 });
		expect(given(signed, new TextEncoder().encode('{"action":"closed" }'))).toMatchObject({ ok: false, status: 403 });
	});

	it('accepts nothing where no secret is set', () => {
		for (const system of ['github', 'gitlab', 'gitee', 'gitea'] as const) {
			const headers = { 'x-hub-signature-256': `sha256=${hex('')}`, 'x-gitlab-token': '', 'x-gitee-token': '', 'x-gitea-signature': hex('') };
			expect(verifyGitWebhook(system, call(headers), { ...secrets, secret: '' }, now).ok, system).toBe(false);
		}
	});

	it('Gitea and Forgejo: bare hexadecimal digits, or GitHub’s header', () => {
		for (const headers of [{ 'x-gitea-signature': hex(secrets.secret) }, { 'x-forgejo-signature': hex(secrets.secret) }, { 'x-hub-signature-256': `sha256=${hex(secrets.secret)}` }]) {
			expect(verifyGitWebhook('gitea', call(headers), secrets, now)).toEqual({ ok: true });
		}
		expect(verifyGitWebhook('gitea', call({ 'x-gitea-signature': hex('another'), 'x-hub-signature-256': `sha256=${hex(secrets.secret)}` }), secrets, now)).toMatchObject({ status: 403 });
	});

	it('GitLab: the token, or the new signature over id, time and body', () => {
		const token = 'whsec_c2lnbmluZy1zZWNyZXQtb2YtZ2l0bGFi';
		const timestamp = String(now / 1000);
		const signed = (content = body): Record<string, string> => ({ 'webhook-id': 'm-1', 'webhook-timestamp': timestamp, 'webhook-signature': standardWebhooksSignature(token, 'm-1', timestamp, content) });
		const both = { ...secrets, signingToken: token };
		expect(verifyGitWebhook('gitlab', call({ 'x-gitlab-token': secrets.secret }), secrets, now)).toEqual({ ok: true });
		expect(verifyGitWebhook('gitlab', call({ 'x-gitlab-token': 'other' }), secrets, now)).toMatchObject({ status: 403 });
		expect(verifyGitWebhook('gitlab', call({}), secrets, now)).toMatchObject({ status: 401 });
		expect(verifyGitWebhook('gitlab', call(signed()), both, now)).toEqual({ ok: true });
		expect(verifyGitWebhook('gitlab', call({ ...signed(new TextEncoder().encode('{}')), 'x-gitlab-token': secrets.secret }), both, now)).toMatchObject({ status: 403 });
		expect(verifyGitWebhook('gitlab', call(signed()), both, now + 3_600_000)).toMatchObject({ status: 403 });
		expect(verifyGitWebhook('gitlab', call({ 'x-gitlab-token': '' }), { ...both, secret: '' }, now)).toMatchObject({ status: 401 });
	});

	it('Gitee: the password, or a signature of the time that is not older than an hour', () => {
		const stamp = String(now - 60_000);
		const signed = { 'x-gitee-token': giteeSignature(secrets.secret, stamp), 'x-gitee-timestamp': stamp };
		expect(verifyGitWebhook('gitee', call({ 'x-gitee-token': secrets.secret, 'x-gitee-timestamp': '1' }), secrets, now)).toEqual({ ok: true });
		expect(verifyGitWebhook('gitee', call(signed), secrets, now)).toEqual({ ok: true });
		expect(verifyGitWebhook('gitee', call(signed), secrets, now + 3_700_000)).toMatchObject({ status: 403 });
		expect(verifyGitWebhook('gitee', call({ ...signed, 'x-gitee-timestamp': String(now) }), secrets, now)).toMatchObject({ status: 403 });
		expect(verifyGitWebhook('gitee', call({}), secrets, now)).toMatchObject({ status: 401 });
	});
});
