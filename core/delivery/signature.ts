import { createHmac, createSecretKey, type KeyObject } from 'crypto';
import type { Channel } from './channel.js';

/** Where a channel is reached. Both parts may hold secrets: neither is ever stored or shown. */
export interface ChannelAccess {
	/** Address of the hook, with its key. */
	readonly url: string;
	/** Secret the channel's messages are signed with; null: not signed. */
	readonly secret: string | null;
}

/** A request ready to be sent exactly as it stands: the signature covers these bytes. */
export interface SignedRequest {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** An address or secret that can't be used; the message never repeats it. */
export class AccessError extends Error {
	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
		this.name = 'AccessError';
	}
}

/**
 * Gives the content of a request its address and signature.
 *
 * @param id key of the delivery
 * @param now epoch milliseconds
 * @throws AccessError for an unusable address or secret
 */
export function signRequest(channel: Channel, id: string, content: Readonly<Record<string, unknown>>, access: ChannelAccess, now: number): SignedRequest {
	const address = readAddress(access.url);
	const headers = { 'content-type': 'application/json; charset=utf-8' };
	const seconds = Math.floor(now / 1000);
	const secret = access.secret === null || access.secret === '' ? null : access.secret;
	switch (channel) {
		case 'webhook': {
			const body = JSON.stringify(content);
			const signature = secret === null ? {} : { 'webhook-signature': webhookSignature(secret, id, seconds, body) };
			return { url: address.href, headers: { ...headers, 'webhook-id': id, 'webhook-timestamp': String(seconds), ...signature }, body };
		}
		case 'feishu': {
			const signature = secret === null ? {} : { timestamp: String(seconds), sign: feishuSignature(secret, seconds) };
			return { url: address.href, headers, body: JSON.stringify({ ...signature, ...content }) };
		}
		case 'dingtalk': {
			if (secret !== null) {
				address.searchParams.set('timestamp', String(now));
				address.searchParams.set('sign', dingTalkSignature(secret, now));
			}
			return { url: address.href, headers, body: JSON.stringify(content) };
		}
		case 'wecom':
			return { url: address.href, headers, body: JSON.stringify(content) };
	}
}

/**
 * `v1,<base64>` of HMAC-SHA256 over `id.timestamp.body`. Source: Standard Webhooks 1.0, "Signature scheme".
 *
 * @param secret `whsec_` + base64, as the standard has it; any other text is used as its UTF-8 bytes
 */
export function webhookSignature(secret: string, id: string, seconds: number, body: string): string {
	return `v1,${createHmac('sha256', webhookKey(secret)).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64')}`;
}

/** Base64 of HMAC-SHA256 with key `seconds\nsecret` over nothing. Source: vendor reference 5 (Feishu custom bot). */
export function feishuSignature(secret: string, seconds: number): string {
	return createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64');
}

/** Base64 of HMAC-SHA256 with the secret over `milliseconds\nsecret`; encoded for the query where it is put there. Source: vendor reference 5 (DingTalk robot). */
export function dingTalkSignature(secret: string, milliseconds: number): string {
	return createHmac('sha256', secret).update(`${milliseconds}\n${secret}`, 'utf8').digest('base64');
}

const PATHS: Readonly<Record<Exclude<Channel, 'webhook'>, string>> = {
	feishu: '/open-apis/bot/v2/hook/',
	dingtalk: '/robot/send?access_token=',
	wecom: '/cgi-bin/webhook/send?key=',
};

/** Address of a robot from its base address and key; a key may also be the whole address as the vendor's page shows it. */
export function robotAddress(channel: Exclude<Channel, 'webhook'>, baseUrl: string, key: string): string {
	const given = key.trim();
	if (given === '') throw new AccessError('The robot has no key.', 'Copy the webhook address from the robot’s page in the group settings into the credential.');
	if (/^https?:\/\//i.test(given)) return given;
	return `${baseUrl.trim().replace(/\/+$/, '')}${PATHS[channel]}${encodeURIComponent(given)}`;
}

function readAddress(text: string): URL {
	let address: URL;
	try {
		address = new URL(text.trim());
	} catch {
		throw new AccessError('The address in the credential is not a complete web address.', 'Enter an address that starts with https://.');
	}
	if (address.protocol !== 'https:' && address.protocol !== 'http:') throw new AccessError(`The address in the credential starts with ${address.protocol}, expected https:.`, 'Enter an address that starts with https://.');
	if (address.username !== '' || address.password !== '') throw new AccessError('The address in the credential holds a user name or password.', 'Leave it out; the receiver checks the signature.');
	return address;
}

function webhookKey(secret: string): KeyObject {
	if (!secret.startsWith('whsec_')) return createSecretKey(secret, 'utf8');
	const encoded = secret.slice('whsec_'.length);
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) throw new AccessError('The signing secret starts with whsec_ but does not go on in base64.', 'Copy the secret once more, without blanks or line ends.');
	return createSecretKey(encoded, 'base64');
}
