import type { ChatTemplates } from '../texts.js';

export const chat: ChatTemplates = {
	shortened: `… shortened.{{#if url}} {{link "Read the rest" url}}{{else}} The whole text is in the task inbox.{{/if}}`,
	footer: `Task {{key}}`,
	repeated: `Sent again, because the first attempt was not confirmed.`,
};
