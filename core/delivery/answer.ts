import { oneLine } from '../explanation/escape.js';
import type { BilingualText } from '../judgement/judgement.js';
import { epochOf } from '../time/zone.js';
import type { Channel } from './channel.js';
import { redactSecrets } from './redact.js';

/** What a channel's answer means. Source: vendor reference 5; 8.3 (errors in HTTP 200), 8.14 (retry only what is safe). */
export type DeliveryAnswer =
	| { readonly kind: 'delivered' }
	| {
			readonly kind: 'retry';
			/** How long the channel asks to wait, in milliseconds; null: it does not say. */
			readonly afterMilliseconds: number | null;
			/** The message may have arrived all the same. */
			readonly maybeSent: boolean;
			readonly reason: BilingualText;
	  }
	/** Sending the same again will not help. */
	| { readonly kind: 'refused'; readonly reason: BilingualText };

/** Header names in any case; a value may be a list. */
export type AnswerHeaders = Readonly<Record<string, unknown>>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Reads an answer.
 *
 * @param body parsed JSON or the text
 * @param now epoch milliseconds; a `Retry-After` date is counted from it
 * @param secrets texts that may not be repeated even if the channel says them, see `secretsOf`
 */
export function readDeliveryAnswer(channel: Channel, status: number, headers: AnswerHeaders, body: unknown, now: number, secrets: readonly string[] = []): DeliveryAnswer {
	const answer = jsonOf(body);
	const said = saidBy(answer, body, secrets);
	if (status === 429) return retry(retryAfter(headers, now) ?? BLOCK_TIMES[channel], false, 'the channel takes no more messages for now (429)', '渠道暂时不再接收消息（429）', said);
	if (status === 503 || status === 408 || status === 425) return retry(retryAfter(headers, now), false, `the channel is not ready (${status})`, `渠道暂不可用（${status}）`, said);
	if (status >= 500) return retry(retryAfter(headers, now), true, `the channel answered ${status}; the message may have arrived`, `渠道返回 ${status}，消息可能已经送达`, said);
	if (status >= 300 && status < 400) return refused(`the address only redirects (${status}); enter the address it leads to`, `该地址只做跳转（${status}），请填写跳转后的地址`, '');
	if (status === 401 || status === 403) return refused(`the channel does not accept the key or signature (${status}); check the credential`, `渠道不接受密钥或签名（${status}），请检查凭据`, said);
	if (status === 404 || status === 410) return refused(`nobody receives at this address any more (${status}); make a new robot or address and enter it`, `该地址已无接收方（${status}），请新建机器人或地址并更新凭据`, said);
	if (status === 413) return refused('the message is too large for the channel (413); shorten the chat text', '消息超出渠道的大小限制（413），请缩短聊天文本', said);
	if (status < 200 || status >= 400) return refused(`the channel refused the message (${status})`, `渠道拒绝了消息（${status}）`, said);
	return SUCCESS[channel](answer, said);
}

/** Codes of connections that never came about: nothing was sent. */
const NOT_SENT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_INVALID_URL', 'ERR_BAD_OPTION', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID']);

/**
 * What it means that no answer came.
 *
 * @param code of the network layer, e.g. `ECONNREFUSED`, `ETIMEDOUT`; null where unknown
 */
export function readMissingAnswer(code: string | null): DeliveryAnswer {
	if (code !== null && NOT_SENT.has(code)) return retry(null, false, `the channel could not be reached (${code})`, `无法连接渠道（${code}）`, '');
	const shown = code ?? 'unknown';
	return retry(null, true, `no answer came (${shown}); the message may have arrived`, `没有收到应答（${code ?? '未知'}），消息可能已经送达`, '');
}

/** How long a channel stays closed after too many messages, where its answer does not say. Source: vendor reference 5. */
const BLOCK_TIMES: Readonly<Record<Channel, number | null>> = { webhook: null, feishu: MINUTE, dingtalk: 10 * MINUTE, wecom: MINUTE };

type Answer = Readonly<Record<string, unknown>> | null;

const SUCCESS: Readonly<Record<Channel, (answer: Answer, said: string) => DeliveryAnswer>> = {
	webhook: () => ({ kind: 'delivered' }),
	feishu: (answer, said) => {
		const code = answer?.['code'] ?? answer?.['StatusCode'];
		if (code === 0) return { kind: 'delivered' };
		if (typeof code !== 'number') return unreadable(said);
		// 9499 stands for a bad body and, in some answers, for too many requests.
		if (code === 11232 || (code === 9499 && /too many/i.test(said))) return retry(MINUTE, false, `too many messages to this robot (${code})`, `向该机器人发送过于频繁（${code}）`, said);
		return refusedWith(code, FEISHU_REASONS, said);
	},
	dingtalk: (answer, said) => {
		const code = answer?.['errcode'];
		if (code === 0) return { kind: 'delivered' };
		if (code === 130101 || answer?.['status'] === 1111) return retry(10 * MINUTE, false, 'more than 20 messages a minute; the robot is blocked for 10 minutes', '每分钟超过 20 条，机器人被限流 10 分钟', said);
		if (typeof code !== 'number') return unreadable(said);
		if (code === -1) return retry(null, false, 'DingTalk is busy (-1)', '钉钉系统繁忙（-1）', said);
		return refusedWith(code, DINGTALK_REASONS, said);
	},
	wecom: (answer, said) => {
		const code = answer?.['errcode'];
		if (code === 0) return { kind: 'delivered' };
		if (typeof code !== 'number') return unreadable(said);
		if (code === 45009) return retry(MINUTE, false, 'more than 20 messages a minute to this robot (45009)', '每分钟超过 20 条（45009）', said);
		if (code === -1) return retry(null, false, 'WeCom is busy (-1)', '企业微信系统繁忙（-1）', said);
		return refusedWith(code, WECOM_REASONS, said);
	},
};

type Reasons = Readonly<Record<number, BilingualText>>;

const FEISHU_REASONS: Reasons = {
	19001: { en: 'the robot’s key is not known; copy the webhook address again', 'zh-CN': '机器人的 Webhook 地址无效，请重新复制' },
	19021: { en: 'the signature does not match or is older than an hour; check the secret and the server’s clock', 'zh-CN': '签名不匹配或已超过 1 小时，请检查密钥和服务器时钟' },
	19022: { en: 'the server’s address is not on the robot’s IP list', 'zh-CN': '服务器 IP 不在机器人的白名单内' },
	19024: { en: 'the robot wants a keyword that the message does not hold; add it to the text or use the signature instead', 'zh-CN': '消息不含机器人要求的关键词，请在文本中加入关键词，或改用签名校验' },
	9499: { en: 'the body was not understood', 'zh-CN': '消息格式不被接受' },
};

const DINGTALK_REASONS: Reasons = {
	310000: { en: 'keyword, signature or IP address does not match the robot’s security setting', 'zh-CN': '关键词、签名或 IP 与机器人的安全设置不符' },
	300001: { en: 'the robot’s token is not known; copy the webhook address again', 'zh-CN': '机器人的 token 无效，请重新复制 Webhook 地址' },
};

const WECOM_REASONS: Reasons = {
	93000: { en: 'the robot’s key is not known; copy the webhook address again', 'zh-CN': '机器人的 key 无效，请重新复制 Webhook 地址' },
	40058: { en: 'the message was not understood', 'zh-CN': '消息参数不被接受' },
};

function refusedWith(code: number, reasons: Reasons, said: string): DeliveryAnswer {
	const reason = reasons[code];
	return reason === undefined ? refused(`the channel refused the message (${code})`, `渠道拒绝了消息（${code}）`, said) : refused(`${reason.en} (${code})`, `${reason['zh-CN']}（${code}）`, said);
}

/** A page of a proxy, a log-in or a vendor's wall in place of the channel's own answer: nobody knows what became of the message. */
function unreadable(said: string): DeliveryAnswer {
	return retry(null, true, 'the answer is not the channel’s own (a proxy or log-in page?); the message may have arrived', '应答不是渠道自身的格式（可能是代理或登录页面），消息可能已经送达', said);
}

function retry(afterMilliseconds: number | null, maybeSent: boolean, en: string, zh: string, said: string): DeliveryAnswer {
	return { kind: 'retry', afterMilliseconds, maybeSent, reason: sentence(en, zh, said) };
}

function refused(en: string, zh: string, said: string): DeliveryAnswer {
	return { kind: 'refused', reason: sentence(en, zh, said) };
}

function sentence(en: string, zh: string, said: string): BilingualText {
	const start = `${en.charAt(0).toUpperCase()}${en.slice(1)}`;
	return said === '' ? { en: `${start}.`, 'zh-CN': `${zh}。` } : { en: `${start}. The channel says: “${said}”`, 'zh-CN': `${zh}。渠道返回：“${said}”` };
}

function jsonOf(body: unknown): Answer {
	let value = body;
	if (typeof body === 'string') {
		try {
			value = JSON.parse(body);
		} catch {
			return null;
		}
	}
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}

/** The channel's own words: short, on one line, without secrets. */
function saidBy(answer: Answer, body: unknown, secrets: readonly string[]): string {
	const words = [answer?.['msg'], answer?.['errmsg'], answer?.['StatusMessage'], answer?.['message'], answer?.['error']].find((text) => typeof text === 'string' && text !== '');
	const text = typeof words === 'string' ? words : answer === null && typeof body === 'string' ? body : '';
	const visible = oneLine(text.slice(0, 2000).replace(/<[^<>]*>/g, ' '));
	return Array.from(redactSecrets(visible, secrets)).slice(0, 200).join('');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Retry-After` in milliseconds from `now`: seconds or an HTTP date (RFC 9110, 10.2.3 and 5.6.7); at most a day, never negative. */
export function retryAfter(headers: AnswerHeaders, now: number): number | null {
	const name = Object.keys(headers).find((header) => header.toLowerCase() === 'retry-after');
	const given = name === undefined ? undefined : headers[name];
	const value: unknown = Array.isArray(given) ? given[0] : given;
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), DAY);
	const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text);
	if (date === null) return null;
	const month = MONTHS.indexOf(date[2] ?? '') + 1;
	if (month === 0) return null;
	const instant = epochOf(Number(date[3]), month, Number(date[1]), Number(date[4]), Number(date[5]), Number(date[6]));
	return Math.min(Math.max(instant - now, 0), DAY);
}
