import type { IAuthenticate, ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Channel } from '../../core/delivery/channel.js';
import { robotAddress, signRequest, type ChannelAccess } from '../../core/delivery/signature.js';

/** Credential of each channel. */
export const CHANNEL_CREDENTIALS: Readonly<Record<Channel, string>> = {
	webhook: 'signedWebhookApi',
	feishu: 'feishuRobotApi',
	dingtalk: 'dingTalkRobotApi',
	wecom: 'weComRobotApi',
};

/** Header by which a request tells the credential the id to sign under. */
export const MESSAGE_ID_HEADER = 'webhook-id';

/** Where and with what secret a channel is reached. */
export function accessOf(channel: Channel, credentials: ICredentialDataDecryptedObject): ChannelAccess {
	const text = (name: string): string => {
		const value = credentials[name];
		return typeof value === 'string' ? value : '';
	};
	return { url: channel === 'webhook' ? text('url') : robotAddress(channel, text('baseUrl'), text('robotToken')), secret: text('signingSecret') };
}

/**
 * Puts address and signature on a request. It happens in the credential, at the moment of sending,
 * so that no node ever holds a secret and a signature is never old.
 */
export function authenticateFor(channel: Channel): IAuthenticate {
	return (credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const { [MESSAGE_ID_HEADER]: id = 'ping', ...headers } = options.headers ?? {};
		const signed = signRequest(channel, typeof id === 'string' ? id : 'ping', contentOf(options.body), accessOf(channel, credentials), Date.now());
		const request: IHttpRequestOptions = { ...options, url: signed.url, headers: { ...headers, ...signed.headers }, body: signed.body };
		// The address is complete; a base address (n8n's credential test has one) would be put before it.
		delete request.baseURL;
		return Promise.resolve(request);
	};
}

function contentOf(body: unknown): Readonly<Record<string, unknown>> {
	const value: unknown = typeof body === 'string' && body !== '' ? JSON.parse(body) : body;
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
