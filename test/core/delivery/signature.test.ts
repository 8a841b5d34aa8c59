import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactSecrets } from '../../../core/delivery/redact.js';
import { AccessError, dingTalkSignature, feishuSignature, robotAddress, signRequest, webhookSignature } from '../../../core/delivery/signature.js';

const content = { a: '中文', b: [1] };

describe('S17: robots are signed', () => {
	it('S17: webhook signature is that of the Standard Webhooks example', () => {
		expect(webhookSignature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
	});

	// The three values below were computed with Python's hmac module.
	it('S17: webhook secret without whsec_ is used as its UTF-8 bytes', () => {
		expect(webhookSignature('plain text secret 密钥', 'msg_1', 1614265330, '{}')).toBe('v1,twKo0RMyee3rh6bVroCw38yQZwjceioumGP2wahXztQ=');
	});

	it('S17: Feishu signs nothing with the key "seconds, line break, secret"', () => {
		expect(feishuSignature('demo', 1599360473)).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=');
	});

	it('S17: DingTalk signs "milliseconds, line break, secret" with the secret', () => {
		expect(dingTalkSignature('this is secret', 1577262236757)).toBe('hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=');
	});

	it('S17: Feishu puts seconds as text and sign before the content', () => {
		const { body, url } = signRequest('feishu', 'k', content, { url: 'https://open.feishu.cn/open-apis/bot/v2/hook/abc', secret: 'demo' }, 1599360473_999);
		expect(JSON.parse(body)).toEqual({ timestamp: '1599360473', sign: feishuSignature('demo', 1599360473), ...content });
		expect(url).toBe('https://open.feishu.cn/open-apis/bot/v2/hook/abc');
	});

	it('S17: DingTalk puts milliseconds and the percent-encoded sign into the address', () => {
		const { body, url } = signRequest('dingtalk', 'k', content, { url: 'https://oapi.dingtalk.com/robot/send?access_token=t', secret: 'this is secret' }, 1577262236757);
		const { searchParams } = new URL(url);
		expect(searchParams.get('timestamp')).toBe('1577262236757');
		expect(searchParams.get('sign')).toBe(dingTalkSignature('this is secret', 1577262236757));
		expect(searchParams.get('access_token')).toBe('t');
		expect(url.split('sign=')[1]).not.toMatch(/[+/]/);
		expect(JSON.parse(body)).toEqual(content);
	});

	it('S17: a webhook’s signature covers the bytes that are sent', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), fc.integer({ min: 0, max: 4e12 }), (data, now) => {
				const { body, headers } = signRequest('webhook', 'id-1', data, { url: 'https://example.com/in', secret: 'whsec_c2VjcmV0' }, now);
				const seconds = Math.floor(now / 1000);
				expect(headers['webhook-id']).toBe('id-1');
				expect(headers['webhook-timestamp']).toBe(String(seconds));
				expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', Buffer.from('secret')).update(`id-1.${seconds}.${body}`).digest('base64')}`);
			}),
		);
	});

	it.each(['webhook', 'feishu', 'dingtalk', 'wecom'] as const)('S17: %s without secret is sent unsigned', (channel) => {
		const request = signRequest(channel, 'k', content, { url: 'https://example.com/x?key=1', secret: '' }, 1);
		expect(JSON.stringify(request)).not.toMatch(/sign/);
		expect(JSON.parse(request.body)).toEqual(content);
	});

	it.each([
		['not an address', 'complete web address'],
		['ftp://example.com', 'starts with ftp:'],
		['https://user:S3cr3t@example.com', 'user name'],
	])('address %s is refused without repeating it', (url, words) => {
		try {
			signRequest('webhook', 'k', content, { url, secret: null }, 1);
			expect.unreachable();
		} catch (error) {
			expect(error).toBeInstanceOf(AccessError);
			expect((error as AccessError).message).toContain(words);
			expect((error as AccessError).message).not.toContain('S3cr3t');
		}
	});

	it('a mistyped whsec_ secret is refused without repeating it', () => {
		expect(() => webhookSignature('whsec_not base64!', 'i', 1, '')).toThrow(/does not go on in base64/);
	});

	it.each([
		['feishu', 'https://open.feishu.cn/', 'abc', 'https://open.feishu.cn/open-apis/bot/v2/hook/abc'],
		['dingtalk', 'https://oapi.dingtalk.com', ' tok ', 'https://oapi.dingtalk.com/robot/send?access_token=tok'],
		['wecom', 'https://qyapi.weixin.qq.com', 'a&b', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a%26b'],
		['wecom', 'https://ignored.example', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'],
	] as const)('%s: address from base %s and key', (channel, base, key, address) => {
		expect(robotAddress(channel, base, key)).toBe(address);
		expect(() => robotAddress(channel, base, ' ')).toThrow(AccessError);
	});
});

describe('secrets stay out of what is stored', () => {
	it.each([
		'https://open.feishu.cn/open-apis/bot/v2/hook/SECRET-1',
		'POST https://oapi.dingtalk.com/robot/send?access_token=SECRET&timestamp=1&sign=SECRET%3D failed',
		'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRET',
		'https://hooks.slack.com/services/T1/B2/SECRET',
		'https://prod.logic.azure.com/workflows/x?sp=1&sig=SECRET',
		'{"timestamp":"1","sign":"SECRET"}',
		'Authorization: Bearer SECRET.abc',
		'whsec_SECRET',
		'https://user:SECRET@example.com/',
	])('%s', (text) => {
		expect(redactSecrets(text)).not.toContain('SECRET');
		expect(redactSecrets(text)).toContain('***');
	});

	it('known secrets go wherever they stand', () => {
		expect(redactSecrets('got s3cret-value here', ['s3cret-value'])).toBe('got *** here');
	});
});
