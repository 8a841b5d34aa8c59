import { escapeMarkdown } from '../explanation/escape.js';
import type { Task } from '../task/task.js';
import { fitText, utf8Length, type FittedText } from './bytes.js';
import type { Channel } from './channel.js';
import { toDialect } from './dialect.js';
import type { DeliveryMessage } from './message.js';

/** Sizes a channel takes, in bytes of UTF-8. Source: vendor reference 5; DingTalk's is unverified there. */
export const CHANNEL_LIMITS = {
	/** Whole body. */
	feishuBody: 20 * 1024,
	/** Whole body. */
	dingTalkBody: 20_000,
	/** The `content` of a Markdown message. */
	weComContent: 4096,
} as const;

/** Room for `timestamp` and `sign`, which signing adds to a Feishu body. */
const FEISHU_SIGNATURE_ROOM = 128;

/** What to send, without address, signature or any secret. */
export interface DeliveryRequest {
	readonly channel: Channel;
	/** The delivery's key. */
	readonly id: string;
	/** The JSON body. */
	readonly content: Readonly<Record<string, unknown>>;
	/** The text was too long for the channel and was cut. */
	readonly shortened: boolean;
}

/** Makes the body a channel takes, within its size limit. */
export function buildDeliveryRequest(channel: Channel, message: DeliveryMessage): DeliveryRequest {
	const { content, shortened } = BUILDERS[channel](message);
	return { channel, id: message.key, content, shortened };
}

type Built = Pick<DeliveryRequest, 'content' | 'shortened'>;

const BUILDERS: Readonly<Record<Channel, (message: DeliveryMessage) => Built>> = {
	webhook: ({ key, task, repeated }) => ({ content: { type: 'performance-trace.task.v1', timestamp: task.createdAt, deliveryKey: key, repeated, data: task }, shortened: false }),
	feishu: (message) => fitted('feishu', message, (text) => feishuCard(message, text), (content) => utf8Length(JSON.stringify(content)) <= CHANNEL_LIMITS.feishuBody - FEISHU_SIGNATURE_ROOM),
	dingtalk: (message) => fitted('dingtalk', message, (text) => dingTalkMarkdown(message, text), (content) => utf8Length(JSON.stringify(content)) <= CHANNEL_LIMITS.dingTalkBody),
	wecom: (message) => fitted('wecom', message, (text) => weComMarkdown(message, text), (content) => utf8Length(content.markdown.content) <= CHANNEL_LIMITS.weComContent),
};

function fitted<Content extends Readonly<Record<string, unknown>>>(channel: Channel, message: DeliveryMessage, contentOf: (text: string) => Content, fits: (content: Content) => boolean): Built {
	const text: FittedText = fitText(message.text, message.shortenedNotice, (candidate) => fits(contentOf(toDialect(channel, candidate))));
	return { content: contentOf(toDialect(channel, text.text)), shortened: text.shortened };
}

const FEISHU_COLOURS: Readonly<Record<Task['kind'], string>> = { assessment: 'blue', contextNote: 'yellow', mentoring: 'red', collaborationRisk: 'red', goalRecheck: 'orange', correctiveAction: 'orange' };

/** Interactive card 2.0: unknown properties are refused, so there are only documented ones. */
function feishuCard({ title, footer, task }: DeliveryMessage, text: string) {
	return {
		msg_type: 'interactive',
		card: {
			schema: '2.0',
			config: { update_multi: true },
			header: { template: FEISHU_COLOURS[task.kind], title: { tag: 'plain_text', content: shortTitle(title) } },
			body: { elements: [{ tag: 'markdown', content: text }, { tag: 'hr' }, { tag: 'markdown', content: toDialect('feishu', footer) }] },
		},
	};
}

function dingTalkMarkdown({ title, footer }: DeliveryMessage, text: string) {
	const heading = toDialect('dingtalk', `### ${escapeMarkdown(shortTitle(title))}`);
	return { msgtype: 'markdown', markdown: { title: shortTitle(title), text: `${heading}\n\n${text}\n\n${toDialect('dingtalk', footer)}` }, at: { isAtAll: false } };
}

function weComMarkdown({ title, footer }: DeliveryMessage, text: string) {
	const heading = toDialect('wecom', `**${escapeMarkdown(shortTitle(title))}**`);
	return { msgtype: 'markdown', markdown: { content: `${heading}\n\n${text}\n\n${toDialect('wecom', footer)}` } };
}

/** A title long enough to swallow the message is cut; the task keeps it whole. */
function shortTitle(title: string): string {
	const characters = Array.from(title);
	return characters.length <= 120 ? title : `${characters.slice(0, 119).join('')}…`;
}
