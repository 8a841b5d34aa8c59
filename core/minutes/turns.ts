import { isRecord, shownValue } from '../people/reading.js';
import type { TextFormat } from '../text/plainText.js';
import { NO_LINKS, NO_TIMES, type Labels, type MinutesProblem, type MinutesReading, type Passage, type Who } from './passage.js';
import { isTranscript, readTranscript } from './transcript.js';
import { readWritten } from './written.js';

/** How minutes are written. `auto` looks at them. */
export const MINUTES_FORMATS = ['auto', 'text', 'html', 'transcript', 'turns'] as const;
export type MinutesFormat = (typeof MINUTES_FORMATS)[number];

/** Names under which meeting software and exports give the fields of a turn. */
const LISTS = ['turns', 'segments', 'utterances', 'transcript', 'transcripts', 'meeting_transcripts', 'sentences', 'paragraphs', 'results'];
const SPEAKERS = ['speaker', 'speakerName', 'speaker_name', 'speakerId', 'speaker_id', 'name', 'user', 'userName', 'from', 'author', '说话人', '发言人'];
const TEXTS = ['text', 'content', 'sentence', 'utterance', 'words', 'message', 'body', '内容', '发言'];
const TIMES = ['time', 'at', 'start', 'startTime', 'start_time', 'timestamp', 'offset', '时间'];

/** Reads minutes into what each speaker says. Never throws; what cannot be read is named. */
export function readMinutes(body: unknown, format: MinutesFormat, labels: Labels): MinutesReading {
	if (typeof body !== 'string') return readTurns(body, labels);
	if (format === 'turns' || (format === 'auto' && /^\s*[[{]\s*["{]/.test(body))) {
		const parsed = parsedJson(body);
		if (parsed !== undefined) return readTurns(parsed, labels);
		if (format === 'turns') return { passages: [], problems: [{ field: 'text', value: body.slice(0, 80), expected: 'turns as JSON, such as [{"speaker": "Li Wei", "text": "…"}]' }] };
	}
	if (format === 'transcript' || (format === 'auto' && isTranscript(body))) return { passages: readTranscript(body, labels), problems: [] };
	const written: TextFormat = format === 'html' ? 'html' : format === 'text' ? 'plain' : 'auto';
	return { passages: readWritten(body, written, labels), problems: [] };
}

/** Undefined for text that is no JSON. */
function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readTurns(body: unknown, labels: Labels): MinutesReading {
	const list = listIn(body);
	if (list === null) return { passages: [], problems: [{ field: 'text', value: shownValue(body), expected: 'a text, or turns such as [{"speaker": "Li Wei", "text": "…"}]' }] };
	const passages: Passage[] = [];
	const problems: MinutesProblem[] = [];
	let turn = 0;
	list.forEach((entry, index) => {
		const record = isRecord(entry) ? entry : {};
		const text = textIn(record);
		if (text === null) {
			problems.push({ field: `turn ${index + 1}`, value: shownValue(entry), expected: 'an object with "speaker" and "text"' });
			return;
		}
		const names = SPEAKERS.flatMap((field) => nameIn(record[field]));
		const [speaker = null] = names;
		turn++;
		if (text.trim() === '') return;
		const [time] = TIMES.flatMap((field) => nameIn(record[field]));
		passages.push({ who: whoOf(names, labels), speaker, turn, heading: false, text, times: time === undefined ? NO_TIMES : [{ from: 0, time }], links: NO_LINKS });
	});
	return { passages, problems };
}

/** By the first of the names (account, name …) that is one of the talk's people. */
function whoOf(names: readonly string[], labels: Labels): Who {
	if (names.length === 0) return 'nobody';
	for (const name of names) {
		const who = labels.who(name);
		if (who !== null) return who;
	}
	return 'other';
}

/** A list of turns, on its own or within the usual field. */
function listIn(body: unknown): readonly unknown[] | null {
	if (Array.isArray(body)) return body as readonly unknown[];
	if (!isRecord(body)) return null;
	for (const name of LISTS) {
		const list = body[name];
		if (Array.isArray(list)) return list as readonly unknown[];
	}
	return null;
}

/** One text, or a list of sentences. */
function textIn(record: Readonly<Record<string, unknown>>): string | null {
	for (const field of TEXTS) {
		const value = record[field];
		if (typeof value === 'string') return value;
		if (Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string')) return value.join('\n');
	}
	return null;
}

/** A text, a number as text, or those of an object that names somebody. */
function nameIn(value: unknown): readonly string[] {
	if (typeof value === 'number' && Number.isFinite(value)) return [String(value)];
	if (isRecord(value)) return [value['id'], value['name'], value['email']].flatMap((name) => (isRecord(name) ? [] : nameIn(name)));
	return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}
