import type { Channel } from './channel.js';

const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** Full-width forms that look alike and mean nothing to a Markdown reader. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
	'\\': '＼', '`': '｀', '*': '＊', '_': '＿', '~': '～', '[': '［', ']': '］', '<': '＜', '>': '＞', '#': '＃', '|': '｜', '@': '＠', '&': '＆', '-': '－', '+': '＋', '=': '＝', '.': '．', ')': '）',
};

/**
 * Says a CommonMark text in the Markdown of a channel, so that what was escaped (text from data) stays plain words there:
 * Feishu cards read HTML entities; DingTalk and WeCom know no escape at all and get look-alike characters.
 * Source: vendor reference 5, "Card basics".
 */
export function toDialect(channel: Channel, markdown: string): string {
	switch (channel) {
		case 'webhook':
			return markdown;
		case 'feishu':
			return markdown.replace(ESCAPE, (_, character: string) => `&#${character.charCodeAt(0)};`);
		case 'dingtalk':
			// One line break alone joins lines there; two blanks before it keep them apart.
			return markdown.replace(ESCAPE, (_, character: string) => LOOK_ALIKE[character] ?? character).replace(/([^\n])\n(?!\n)/g, '$1  \n');
		case 'wecom':
			return markdown.replace(ESCAPE, (_, character: string) => (character === '_' ? character : (LOOK_ALIKE[character] ?? character)));
	}
}
