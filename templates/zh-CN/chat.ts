import type { ChatTemplates } from '../texts.js';

export const chat: ChatTemplates = {
	shortened: `……内容已截短。{{#if url}}{{link "查看全文" url}}{{else}}全文见任务收件箱。{{/if}}`,
	footer: `任务编号 {{key}}`,
	repeated: `首次发送未得到确认，特此重发。`,
};
