import { isWordUnit } from '../text/sentences.js';

/*
 * The name of a document around the word for it: "the follow-up |protocol|", 和随访|方案|. Source: domain reference 6, "Extract the document".
 */

/** Characters before the word that may belong to the name. */
const LONGEST_CHINESE = 20;
const LONGEST_ENGLISH = 32;
const MOST_WORDS = 4;

/** Where a Chinese name cannot go on to the left: marks, particles, connectives, pronouns. */
const CHINESE_STOP = new Set('的、,。:;!?()[]{}<>《》“”‘’「」"\'|=和与跟及或在是了请见这那该此但而也都仍已把被让我你他她们比');
/** A comparison or a quantity: a name begins behind it. */
const CHINESE_BREAK = /^.*(?:\bvs\b|\d ?(?:天|年|月|日|次|个|小时|份|条|页))/;
/** What may stand before a Chinese name and is no part of it, longest first. */
const CHINESE_PREFIX = /^(?:最新版本?|现行版本?|旧版本?|新版本?|正式版|当前版本?|最新|现行|当前|现有|原有|相关|对应|上述|另外?|一?两?[份个篇]|按照|根据|依据|参照|参考|对照|沿用|引用|按|各)+/;
const CHINESE_SELF = /(?:本|这[份个篇一]?|此)$/;

export const ENGLISH_STOP: ReadonlySet<string> = new Set(
	'the a an this that these those our your my its their his her it we i you they both each any some no all one two three and or but nor so with from to in on of for by at as per via under than into about between against see check is are was were be been being has have had do does did not says say said which who what while when if because since then also still even just only please follow follows read reads'.split(' '),
);
const ENGLISH_MODIFIERS = new Set('current latest old older new newer updated approved signed final same other whole entire existing valid official original present actual relevant corresponding respective attached withdrawn superseded related'.split(' '));

/** ` V2.0`, ` version 3`. */
const VERSION = / ?(?:v(?:ersion)? ?)\d+(?:\.\d+){0,4}(?![a-z0-9])/y;

export interface Name {
	readonly start: number;
	readonly end: number;
	/** Words besides the word for the document itself. */
	readonly named: boolean;
	/** "This document", 本文档: the page that is commented on. */
	readonly self: boolean;
}

/**
 * @param text comparable form of the sentence
 * @param taken 1 where something else stands already (a relation, a title), which no name crosses
 */
export function nameAround(text: string, start: number, end: number, taken: Uint8Array): Name {
	const before = text.charCodeAt(start) > 0x2e80 ? chineseStart(text, start, taken) : englishStart(text, start, taken);
	VERSION.lastIndex = end;
	const version = VERSION.exec(text);
	return { start: before.start, end: version === null ? end : end + version[0].length, named: before.start < start || version !== null, self: before.self };
}

function chineseStart(text: string, start: number, taken: Uint8Array): { readonly start: number; readonly self: boolean } {
	let from = start;
	while (from > 0 && start - from < LONGEST_CHINESE && taken[from - 1] === 0 && !CHINESE_STOP.has(text.charAt(from - 1))) from--;
	// A Latin word is not cut in two.
	if (start - from === LONGEST_CHINESE) while (from < start && isWordUnit(text.charCodeAt(from)) && isWordUnit(text.charCodeAt(from - 1))) from++;
	const self = from === start || text.charAt(from - 1) === '这' || text.charAt(from - 1) === '此' ? CHINESE_SELF.test(text.slice(Math.max(0, from - 2), start)) : text.slice(from, start).endsWith('本') && start - from <= 1;
	if (self) return { start, self };
	from += CHINESE_BREAK.exec(text.slice(from, start))?.[0].length ?? 0;
	const prefix = CHINESE_PREFIX.exec(text.slice(from, start).trimStart());
	const blank = text.slice(from, start).length - text.slice(from, start).trimStart().length;
	from += blank + (prefix?.[0].length ?? 0);
	while (from < start && text.charCodeAt(from) === 0x20) from++;
	// "这份方案" is this page, "那份" is not; what is left of a count alone names nothing.
	return { start: from, self: prefix !== null && from === start && /^[一两]?[份个篇]$/.test(prefix[0]) && text.charAt(from - prefix[0].length - 1) === '这' };
}

function englishStart(text: string, start: number, taken: Uint8Array): { readonly start: number; readonly self: boolean } {
	let from = start;
	let self = false;
	const words: number[] = [];
	while (words.length < MOST_WORDS) {
		if (text.charCodeAt(from - 1) !== 0x20 || taken[from - 1] !== 0) break;
		let word = from - 1;
		while (word > 0 && taken[word - 1] === 0 && isNameUnit(text.charCodeAt(word - 1))) word--;
		if (word === from - 1 || start - word > LONGEST_ENGLISH) break;
		const written = text.slice(word, from - 1);
		if (written === 'this' && words.length === 0) self = true;
		if (ENGLISH_STOP.has(written) || /^[\d.]+$/.test(written)) break;
		words.push(word);
		from = word;
	}
	for (let index = words.length - 1; index >= 0; index--) {
		const at = words[index] ?? start;
		const next = index === 0 ? start : (words[index - 1] ?? start);
		if (!ENGLISH_MODIFIERS.has(text.slice(at, next).trim())) break;
		from = next;
	}
	return { start: from, self };
}

function isNameUnit(unit: number): boolean {
	// Letters and digits, and - / & . within a name.
	return isWordUnit(unit) || unit === 0x2d || unit === 0x2f || unit === 0x26 || unit === 0x2e;
}
