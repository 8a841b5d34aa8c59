import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, utf8Length } from '../../../core/delivery/bytes.js';
import { CHANNELS, deliveryKey, type Channel } from '../../../core/delivery/channel.js';
import { toDialect } from '../../../core/delivery/dialect.js';
import { emailOfTask } from '../../../core/delivery/email.js';
import { messageOfTask } from '../../../core/delivery/message.js';
import { buildDeliveryRequest, CHANNEL_LIMITS } from '../../../core/delivery/request.js';
import { signRequest } from '../../../core/delivery/signature.js';
import { escapeMarkdown } from '../../../core/explanation/escape.js';
import { buildAssessmentTask } from '../../../core/task/assessmentTask.js';
import type { Task } from '../../../core/task/task.js';
import { input } from '../task/sample.js';

const task = buildAssessmentTask(input());
const options = { target: 'managers', inboxUrl: null, repeated: false };

function requestFor(channel: Channel, changes: Partial<Task> = {}, messageOptions: Partial<typeof options> = {}) {
	return buildDeliveryRequest(channel, messageOfTask({ ...task, ...changes }, channel, { ...options, ...messageOptions }));
}

/** What the channel limits, in bytes. */
function sizeOf(channel: Channel, content: Readonly<Record<string, unknown>>): number {
	if (channel === 'wecom') return utf8Length((content['markdown'] as { content: string }).content);
	return utf8Length(signRequest(channel, 'k', content, { url: 'https://example.com', secret: 'secret' }, 1_772_000_000_000).body);
}

const LIMITS = { feishu: CHANNEL_LIMITS.feishuBody, dingtalk: CHANNEL_LIMITS.dingTalkBody, wecom: CHANNEL_LIMITS.weComContent } as const;

describe('S17: bodies per channel', () => {
	it('S17: webhook carries the whole task and the delivery key', () => {
		const { content, id } = requestFor('webhook');
		expect(content).toEqual({ type: 'performance-trace.task.v1', timestamp: task.createdAt, deliveryKey: id, repeated: false, data: task });
		expect(id).toBe(deliveryKey(task.key, 'webhook', 'managers'));
	});

	it('S17: Feishu gets a card 2.0 with documented properties only', () => {
		const { content } = requestFor('feishu');
		expect(content).toMatchObject({ msg_type: 'interactive', card: { schema: '2.0', header: { template: 'blue', title: { tag: 'plain_text', content: task.title } } } });
		expect(Object.keys(content['card'] as object)).toEqual(['schema', 'config', 'header', 'body']);
	});

	it('S17: DingTalk gets Markdown whose single line breaks hold, and mentions nobody', () => {
		const { markdown, at } = requestFor('dingtalk').content as { markdown: { title: string; text: string }; at: object };
		expect(markdown.title).toBe(task.title);
		expect(markdown.text).toContain('### Assessment task');
		expect(markdown.text).toContain('1) Metric 1: **0.5 days** (healthy)  \n2)');
		expect(at).toEqual({ isAtAll: false });
	});

	it('S17: WeCom gets Markdown with title, text and task key', () => {
		const { content } = (requestFor('wecom').content as { markdown: { content: string } }).markdown;
		expect(content.startsWith('**Assessment task: study LUNA-1')).toBe(true);
		expect(content.endsWith(`Task ${task.key}`)).toBe(true);
	});

	it.each(CHANNELS)('S17: %s: a repeated message says so', (channel) => {
		expect(JSON.stringify(requestFor(channel, {}, { repeated: true }).content)).toMatch(/Sent again|"repeated":true/);
	});

	it('S17: a task without chat text sends its card', () => {
		expect(JSON.stringify(requestFor('feishu', { details: {} }).content)).toContain('### The 12 process metrics');
	});

	it.each(['feishu', 'dingtalk', 'wecom'] as const)('S17: %s: text from a source mentions nobody and makes no link', (channel) => {
		const evil = escapeMarkdown('<at id=all></at> <@everyone> @all [x](https://evil.example) **b** `c`');
		const text = JSON.stringify(requestFor(channel, { details: { chat: evil }, title: '<at id=all></at> **x**' }).content);
		const withoutPlainTitles = text.replace(/"title":(?:\{"tag":"plain_text","content":"[^"]*"\}|"[^"]*")/g, '');
		expect(withoutPlainTitles).not.toMatch(/<at|<@|@all|\]\(https:\/\/evil|\*\*b|`c/);
	});

	it('dialects: an escape becomes an entity, a look-alike or stays', () => {
		expect(toDialect('feishu', '\\*a\\_')).toBe('&#42;a&#95;');
		expect(toDialect('dingtalk', '\\*a\\_\nb')).toBe('＊a＿  \nb');
		expect(toDialect('wecom', '\\*a\\_\\@')).toBe('＊a_＠');
		expect(toDialect('webhook', '\\*')).toBe('\\*');
	});
});

describe('S17: no channel gets more than it takes', () => {
	const words = fc.string({ unit: fc.constantFrom('受', '试', '者', 'a', ' ', '\n', '😀', '"', '\\', '*', '<', '&', '\n\n', '[x](https://a.example/b)', '例'), maxLength: 400 });

	it.each(['feishu', 'dingtalk', 'wecom'] as const)('S17: %s: within the limit for any text, cut between characters, with the way to the rest', (channel) => {
		fc.assert(
			fc.property(words, fc.integer({ min: 1, max: 120 }), words, (piece, times, title) => {
				const chat = piece.repeat(times);
				const { content, shortened } = requestFor(channel, { details: { chat }, title, language: 'zh-CN' });
				expect(sizeOf(channel, content)).toBeLessThanOrEqual(LIMITS[channel]);
				const text = JSON.stringify(content);
				expect(text).not.toMatch(/\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/i);
				expect(shortened).toBe(text.includes('内容已截短'));
				if (shortened) expect(text).toContain('(https://edc.example.com/LUNA-1/017)');
			}),
			{ numRuns: 60 },
		);
	});

	it('S17: WeCom: 4096 bytes of Chinese are counted as bytes', () => {
		const chat = '受试者完成随访。\n'.repeat(300);
		const { content, shortened } = requestFor('wecom', { details: { chat } });
		expect(shortened).toBe(true);
		const size = sizeOf('wecom', content);
		expect(size).toBeLessThanOrEqual(4096);
		expect(size).toBeGreaterThan(4096 - 60);
	});

	it('fitText keeps whole lines, else whole characters, links and entities', () => {
		const within = (bytes: number) => (text: string): boolean => utf8Length(text) <= bytes;
		expect(fitText('第一行\n第二行', '', within(19))).toEqual({ text: '第一行\n第二行', shortened: false });
		expect(fitText('第一行\n第二行', '', within(18))).toEqual({ text: '第一行', shortened: true });
		expect(fitText('第一行很长', '', within(7))).toEqual({ text: '第一', shortened: true });
		expect(fitText('a😀😀', '', within(6))).toEqual({ text: 'a😀', shortened: true });
		expect(fitText('ab &#42;c', '', within(6))).toEqual({ text: 'ab', shortened: true });
		expect(fitText('ab \\*c', '', within(4))).toEqual({ text: 'ab', shortened: true });
		expect(fitText('ab [c](https://x.example)', '', within(20))).toEqual({ text: 'ab', shortened: true });
		expect(fitText('abcdefghijklmn', '[…](u)', within(12))).toEqual({ text: 'ab\n\n[…](u)', shortened: true });
		expect(fitText('abc', 'long notice', within(2))).toEqual({ text: '', shortened: true });
	});

	it('fitText: result fits and is a beginning of the text', () => {
		fc.assert(
			fc.property(words, fc.integer({ min: 0, max: 500 }), (text, bytes) => {
				const fitted = fitText(text, '', (candidate) => utf8Length(candidate) <= bytes);
				expect(utf8Length(fitted.text)).toBeLessThanOrEqual(bytes);
				expect(text.startsWith(fitted.text)).toBe(true);
				expect(Buffer.from(fitted.text).toString()).toBe(fitted.text);
			}),
		);
	});
});

describe('S17: e-mail', () => {
	it('S13: an e-mail leads to the forms by which people answer', () => {
		const forms = { noteUrl: 'https://n8n.example.com/form/note', objectUrl: 'https://n8n.example.com/form/object', decisionUrl: null, notes: [{ text: 'Rig <b>away</b>', by: 'Li Wei' }], objection: 'Tell your HRBP.' };
		const { html } = emailOfTask({ ...task, kind: 'contextNote', details: forms }, { domain: 'example.com' });
		for (const part of ['href="https://n8n.example.com/form/note"', 'href="https://n8n.example.com/form/object"', 'Rig &lt;b&gt;away&lt;/b&gt;']) expect(html).toContain(part);
		expect(emailOfTask({ ...task, kind: 'mentoring', details: { ...forms, decisionUrl: 'https://n8n.example.com/form/decide' } }, { domain: 'example.com' }).html).toMatch(/form\/decide/);
	});

	it('S17: subject, HTML, own Message-ID and that a machine sent it', () => {
		const email = emailOfTask(task, { domain: 'mail.example.com' });
		expect(email).toMatchObject({
			to: 'wang@example.com',
			subject: 'Assessment task: study LUNA-1, 100th subject completed follow-up (due 2026-03-09)',
			messageId: `<${task.key}@mail.example.com>`,
			headers: { 'Message-ID': `<${task.key}@mail.example.com>`, 'Auto-Submitted': 'auto-generated' },
		});
		for (const row of input().metrics) expect(email.html).toContain(`<td>${row.name}</td><td>${row.valueText}</td>`);
		expect(email.html).toContain('<a href="https://edc.example.com/LUNA-1/017">Subject 017</a>');
	});

	it('S17: text from a source is no HTML and no header', () => {
		const evil = '<script>alert(1)</script>\r\nBcc: x@example.com';
		const email = emailOfTask({ ...task, title: evil, explanation: { en: evil, 'zh-CN': evil }, links: [{ label: evil, url: 'javascript:alert(1)' }] }, { domain: 'example.com' });
		expect(email.html).not.toMatch(/<script|javascript:/);
		expect(email.subject).not.toMatch(/[\r\n]/);
	});

	it('S17: Chinese and unassigned', () => {
		const email = emailOfTask(buildAssessmentTask(input({ language: 'zh-CN', assignee: { assignee: null, reason: { en: 'None.', 'zh-CN': '没有项目经理。' } } })), { domain: 'example.com' });
		expect(email.to).toBeNull();
		expect(email.subject).toContain('（截止 2026-03-09）');
		expect(email.html).toContain('<strong>待分派：</strong>没有项目经理。');
	});

	it('a domain that could end the header is refused', () => {
		expect(() => emailOfTask(task, { domain: 'example.com>\r\nBcc: x' })).toThrow(RangeError);
	});
});
