import type { Labels, Passage, Who } from './passage.js';
import { NO_LINKS } from './passage.js';
import { labelOf } from './written.js';

/*
 * Transcripts of meeting software: WebVTT and SubRip. Captions of one speaker are joined, so that a sentence over two of them is one sentence.
 */

const ARROW = '-->';
const VOICE = /^<v(?:\.[^\s<>]{0,80})? ([^<>]{1,100})>/;
const TAG = /<[^<>]{0,200}>/g;
/** A number, then a time with an arrow: SubRip. */
const SUBRIP = /^\s{0,20}\d{1,9}\s{1,4}\d{1,2}:\d{2}:\d{2}[.,]\d{1,3} {1,4}-->/;

export function isTranscript(text: string): boolean {
	return /^\ufeff?WEBVTT(?:[ \t\n\r]|$)/.test(text) || SUBRIP.test(text.slice(0, 80));
}

/** Reads WebVTT and SubRip. Linear in its length; what is no caption (NOTE, STYLE, numbers) is passed over. */
export function readTranscript(text: string, labels: Labels): readonly Passage[] {
	const passages: Passage[] = [];
	let who: Who = 'nobody';
	let speaker: string | null = null;
	let turn = 0;
	let pieces: string[] = [];
	let times: Array<{ readonly from: number; readonly time: string }> = [];
	let length = 0;
	const close = (): void => {
		if (length > 0) passages.push({ who, speaker, turn, heading: false, text: pieces.join(' '), times, links: NO_LINKS });
		[pieces, times, length] = [[], [], 0];
	};
	const say = (words: string, time: string): void => {
		if (words === '') return;
		times.push({ from: length, time });
		pieces.push(words);
		length += words.length + 1;
	};
	const speak = (label: string, by: Who): void => {
		if (label === speaker && by === who) return;
		close();
		[who, speaker] = [by, label];
		turn++;
	};
	let time: string | null = null;
	for (const raw of text.split('\n')) {
		const line = raw.trim();
		if (line === '') {
			time = null;
			continue;
		}
		const arrow = line.indexOf(ARROW);
		if (arrow > 0) {
			time = line.slice(0, arrow).trim();
			continue;
		}
		// Before the time of a caption stands its number or name, and notes have no time at all.
		if (time === null) continue;
		const voice = VOICE.exec(line);
		if (voice?.[1] !== undefined) {
			const label = voice[1].trim();
			speak(label, labels.who(label) ?? 'other');
		}
		const words = decoded(line.includes('<') ? line.replace(TAG, '') : line).trim();
		const labelled = voice === null ? labelOf(words) : null;
		const named = labelled === null ? null : (labels.who(labelled.label) ?? (labels.looksLikeName(labelled.label) ? 'other' : null));
		if (labelled !== null && named !== null) {
			speak(labelled.label, named);
			say(words.slice(labelled.from), time);
		} else say(words, time);
	}
	close();
	return passages;
}

const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ', '&lrm;': '', '&rlm;': '' };

function decoded(line: string): string {
	return line.includes('&') ? line.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (reference) => REFERENCES[reference] ?? reference) : line;
}
