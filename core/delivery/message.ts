import { TEMPLATES } from '../../templates/index.js';
import { safeAddress } from '../explanation/escape.js';
import { renderTemplate } from '../explanation/template.js';
import type { Language } from '../judgement/judgement.js';
import type { Task } from '../task/task.js';
import { deliveryKey } from './channel.js';

/** What a channel is told about a task. */
export interface DeliveryMessage {
	/** Key of the delivery; the id a webhook's receiver recognises repeats by. */
	readonly key: string;
	readonly language: Language;
	/** Plain text, one line. */
	readonly title: string;
	/** CommonMark, data escaped. */
	readonly text: string;
	/** CommonMark, last line. */
	readonly footer: string;
	/** CommonMark, stands where the text was cut. */
	readonly shortenedNotice: string;
	readonly task: Task;
	/** A message before this one may have arrived. */
	readonly repeated: boolean;
}

export interface MessageOptions {
	readonly target: string;
	/** Where the whole task can be read, e.g. the inbox page; null: the first link of the task. */
	readonly inboxUrl: string | null;
	readonly repeated: boolean;
}

/** The message of a task: its chat text where it has one, else its card. */
export function messageOfTask(task: Task, channel: string, { target, inboxUrl, repeated }: MessageOptions): DeliveryMessage {
	const { language } = task;
	const chat = TEMPLATES[language].chat;
	const url = [inboxUrl, ...task.links.map((link) => link.url)].find((address) => address !== null && safeAddress(address) !== null) ?? null;
	const render = (template: string): string => renderTemplate(template, { key: task.key, url }, { language, escape: 'markdown', unknownNames: 'error' });
	const text = typeof task.details['chat'] === 'string' ? task.details['chat'] : task.body;
	return {
		key: deliveryKey(task.key, channel, target),
		language,
		title: task.title,
		text: repeated ? `${render(chat.repeated)}\n\n${text}` : text,
		footer: render(chat.footer),
		shortenedNotice: render(chat.shortened),
		task,
		repeated,
	};
}
