import { firstAtOrAfter } from '../text/reach.js';
import { plainText, type TextFormat, type TextLink } from '../text/plainText.js';
import { NO_LINKS, NO_TIMES, type Labels, type Passage, type Who } from './passage.js';

/*
 * Minutes as people write them: one line after the other, each speaker with a name in front ("Li Wei: …", 李伟：…) or above.
 */

/** Longest label in front of a colon. */
const LONGEST_LABEL = 48;
/** Bullets, numbers of lists and bold marks in front of a label. */
const LINE_START = /^[\s*•·▪◦>_#-]{0,12}(?:\d{1,3}[.)、] ?)?[*_]{0,2}/;
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,3})?)?';
const TIME_FIRST = new RegExp(`^[[(（【]?(${TIME})[\\])）】]? ?(?:-|–)? ?`);
/** A name alone in its line, with the time behind it, as meeting software writes it. */
const NAME_AND_TIME = new RegExp(`^(.{1,${LONGEST_LABEL}}?)[ (（[]{1,3}(?:\\d{4}-\\d{2}-\\d{2} )?(${TIME})[)）\\]]?$`);
const TIME_LAST = new RegExp(`[ (（[]{0,3}(${TIME})[)）\\]]?$`);
const NAMELESS = /^\s*[:：]/;
/** What no label holds: the end of a sentence, an address. */
const NO_LABEL = /[。！？!?;；，,"“”]|https?$/;

/** A line that begins with a label: the label, what stands behind it, the time in either. */
export interface Labelled {
	readonly label: string;
	/** Position in the line behind the label. */
	readonly from: number;
	readonly time: string | null;
}

/** @returns null for a line that begins with no label */
export function labelOf(line: string): Labelled | null {
	const start = LINE_START.exec(line)?.[0].length ?? 0;
	const timed = TIME_FIRST.exec(line.slice(start, start + 24));
	const from = start + (timed?.[0].length ?? 0);
	// One character of a time such as (00:12) is a colon too, so the label may be longer than a name.
	const room = line.slice(from, from + LONGEST_LABEL + 16);
	for (let at = colonFrom(room, 0); at !== -1; at = colonFrom(room, at + 1)) {
		if (isDigit(room.charCodeAt(at - 1)) && isDigit(room.charCodeAt(at + 1))) continue;
		const written = room.slice(0, at);
		const last = TIME_LAST.exec(written);
		const label = bare(last === null ? written : written.slice(0, last.index));
		if (label === '' || label.length > LONGEST_LABEL || NO_LABEL.test(label)) return null;
		return { label, from: behindMarks(line, from + at + 1), time: timed?.[1] ?? last?.[1] ?? null };
	}
	return null;
}

function colonFrom(text: string, from: number): number {
	const half = text.indexOf(':', from);
	const full = text.indexOf('：', from);
	return half === -1 ? full : full === -1 ? half : Math.min(half, full);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Without blanks and bold marks. */
function bare(label: string): string {
	return label.replace(/^[\s*_【[]+|[\s*_】\]]+$/g, '');
}

function behindMarks(line: string, from: number): number {
	let at = from;
	while (at < line.length && (line[at] === ' ' || line[at] === '*' || line[at] === '_')) at++;
	return at;
}

/** Reads plain text, Markdown and HTML (also the body of a Confluence page). Linear in its length. */
export function readWritten(body: string, format: TextFormat, labels: Labels): readonly Passage[] {
	const { text, links, headings } = plainText(body, format, true);
	const passages: Passage[] = [];
	let who: Who = 'nobody';
	let speaker: string | null = null;
	let turn = 0;
	let section = false;
	let time: string | null = null;
	let heading = 0;
	const add = (from: number, to: number, isHeading: boolean): void => {
		if (to <= from) return;
		passages.push({ who: isHeading ? 'nobody' : who, speaker: isHeading ? null : speaker, turn, heading: isHeading, text: text.slice(from, to), times: time === null ? NO_TIMES : [{ from: 0, time }], links: linksIn(links, from, to) });
	};
	for (let start = 0; start <= text.length; ) {
		const next = text.indexOf('\n', start);
		const end = next === -1 ? text.length : next;
		while ((headings[heading]?.end ?? Number.MAX_SAFE_INTEGER) <= start) heading++;
		const line = text.slice(start, end);
		if ((headings[heading]?.start ?? Number.MAX_SAFE_INTEGER) < end) {
			add(start, end, true);
			// Behind a heading the words of nobody begin: whoever spoke before does not go on.
			[who, speaker, section, time] = ['nobody', null, headerOf(line, labels) === 'section', null];
		} else {
			const labelled = labelOf(line);
			const named = labelled === null ? null : labels.who(labelled.label);
			const header = labelled === null || named !== null ? null : labels.header(labelled.label);
			if (labelled !== null && (named !== null || (header === null && labels.looksLikeName(labelled.label)))) {
				[who, speaker, section, time] = [named ?? 'other', labelled.label, false, labelled.time];
				turn++;
				add(start + labelled.from, end, false);
			} else if (header !== null) {
				section = header === 'section';
				add(start, end, true);
			} else {
				const alone = aloneIn(line, labels);
				if (alone !== null) {
					[who, speaker, section, time] = [alone.who, alone.label, false, alone.time];
					turn++;
				} else {
					// Words behind a colon without a name are somebody’s, and nobody can say whose.
					if (NAMELESS.test(line)) [who, speaker, time] = ['nobody', null, null];
					const own: 'line' | 'section' | null = section ? null : headerOf(line, labels);
					section ||= own === 'section';
					add(start, end, section || own !== null);
				}
			}
		}
		start = end + 1;
	}
	return passages;
}

/** A line that is nothing but a heading. */
function headerOf(line: string, labels: Labels): 'line' | 'section' | null {
	return line.length > LONGEST_LABEL + 24 ? null : labels.header(bare(line.replace(LINE_START, '')));
}

/** A line that is nothing but the name of a speaker: of the talk's own people, or any name with a time behind it. */
function aloneIn(line: string, labels: Labels): { readonly who: Who; readonly label: string; readonly time: string | null } | null {
	if (line.length > LONGEST_LABEL + 24) return null;
	const trimmed = bare(line);
	if (trimmed === '') return null;
	const timed = NAME_AND_TIME.exec(trimmed);
	const label = bare(timed?.[1] ?? trimmed);
	const who = labels.who(label);
	if (who !== null) return { who, label, time: timed?.[2] ?? null };
	return timed !== null && labels.looksLikeName(label) ? { who: 'other', label, time: timed[2] ?? null } : null;
}

function linksIn(links: readonly TextLink[], from: number, to: number): readonly TextLink[] {
	if (links.length === 0) return NO_LINKS;
	const own: TextLink[] = [];
	for (let index = firstAtOrAfter(links, from); index < links.length; index++) {
		const link = links[index];
		if (link === undefined || link.end > to) break;
		own.push({ ...link, start: link.start - from, end: link.end - from });
	}
	return own;
}
