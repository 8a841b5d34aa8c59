import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEALTH_METRICS } from '../../../core/health-metrics/index.js';
import { createMinutesScanner, readTermRows, type MinutesClass } from '../../../core/minutes/index.js';
import { METRIC_DEFINITIONS } from '../../../core/process-metrics/definitions.js';
import { LABELLED, type LabelledCase } from './labelled.js';
import { talkOf } from './talks.js';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const ENGLISH_MEETING = join(DATA, 'meeting-qmsum/ES2011a.json');
const CHINESE_MEETINGS = join(DATA, 'meeting-vcsum/short_dev_sample.jsonl');

const scanner = createMinutesScanner();

/** Class of one sentence said by the manager; `-` for one without a data term. */
function classOf(text: string): MinutesClass | '-' {
	const { citations, notCounted } = scanner.scan(talkOf(), [{ text: [{ speaker: '王芳', text }], format: 'turns' }]);
	return (citations[0] ?? notCounted[0])?.class ?? '-';
}

interface Measured {
	readonly precision: number;
	readonly recall: number;
}

/** Rounded down to whole percent, so that a figure in the documentation is never better than the truth. */
function measure(cases: readonly LabelledCase[]): Measured {
	const found = cases.map(({ label, text }) => ({ cited: label === 'CITED', given: classOf(text) === 'CITED' }));
	const right = found.filter(({ cited, given }) => cited && given).length;
	const share = (of: number): number => Math.floor((100 * right) / of);
	return { precision: share(found.filter(({ given }) => given).length), recall: share(found.filter(({ cited }) => cited).length) };
}

describe('labelled sentences', () => {
	const of = (half: LabelledCase['half'], language: LabelledCase['language']): readonly LabelledCase[] => LABELLED.filter((one) => one.half === half && one.language === language);

	it('S8: are more than 200 in each language together with the held-out ones, each once', () => {
		expect([of('tuned', 'zh').length, of('tuned', 'en').length, of('held', 'zh').length, of('held', 'en').length]).toEqual([212, 212, 38, 38]);
		expect(new Set(LABELLED.map(({ text }) => text)).size).toBe(LABELLED.length);
	});

	it.each([
		{ half: 'tuned', language: 'zh', precision: 100, recall: 100 },
		{ half: 'tuned', language: 'en', precision: 100, recall: 98 },
		{ half: 'held', language: 'zh', precision: 78, recall: 100 },
		{ half: 'held', language: 'en', precision: 93, recall: 93 },
	] as const)('S8: precision $precision% and recall $recall% at least, $half $language', ({ half, language, precision, recall }) => {
		const measured = measure(of(half, language));
		expect(measured.precision).toBeGreaterThanOrEqual(precision);
		expect(measured.recall).toBeGreaterThanOrEqual(recall);
	});

	it('S8: the documentation states these figures', () => {
		for (const page of ['docs/minutes.md', 'docs/zh-CN/minutes.md']) {
			const text = readFileSync(join(import.meta.dirname, '../../..', page), 'utf8');
			for (const half of ['tuned', 'held'] as const) {
				for (const language of ['zh', 'en'] as const) {
					const { precision, recall } = measure(of(half, language));
					expect(text, `${page} ${half} ${language}`).toContain(`| ${of(half, language).length} | ${precision}% | ${recall}% |`);
				}
			}
		}
	});
});

describe('names of metrics', () => {
	const texts = [...HEALTH_METRICS, ...METRIC_DEFINITIONS].flatMap(({ id, name }) => [{ id, name: name.en, sentence: `${name.en} is 12 % for you.` }, { id, name: name['zh-CN'], sentence: `你的${name['zh-CN']}是 12%。` }]);

	it.each(texts)('S8: $name ($id) with a number is a citation', ({ sentence }) => {
		expect(classOf(sentence)).toBe('CITED');
	});
});

interface Meeting {
	readonly speakers: readonly string[];
	readonly turns: ReadonlyArray<{ readonly speaker: string; readonly text: string }>;
}

function englishMeeting(): Meeting {
	const { meeting_transcripts: lines } = JSON.parse(readFileSync(ENGLISH_MEETING, 'utf8')) as { readonly meeting_transcripts: ReadonlyArray<{ readonly speaker: string; readonly content: string }> };
	return { speakers: [...new Set(lines.map(({ speaker }) => speaker))], turns: lines.map(({ speaker, content }) => ({ speaker, text: content })) };
}

function chineseMeetings(): readonly Meeting[] {
	return readFileSync(CHINESE_MEETINGS, 'utf8').trim().split('\n').map((line) => {
		const { context, speaker } = JSON.parse(line) as { readonly context: ReadonlyArray<readonly string[]>; readonly speaker: readonly number[] };
		return { speakers: [...new Set(speaker.map(String))], turns: context.map((sentences, index) => ({ speaker: String(speaker[index]), text: sentences.join('\n') })) };
	});
}

/** Words of which the meetings are full, as an admin would enter them. */
const OWN_WORDS = { en: ['budget', 'goal', 'requirement', 'remote', 'decide'], zh: ['区块链', '技术', '应用', '目标', '问题'] };

/** Numbers of the turns in which a word stands, by a plain search that knows nothing of sentences. */
function turnsHolding(turns: Meeting['turns'], words: readonly string[], language: 'en' | 'zh'): readonly number[] {
	const holds = (text: string): boolean => words.some((word) => (language === 'zh' ? text.includes(word) : new RegExp(`(?<![a-z0-9_])${word}(?![a-z0-9_])`).test(text.toLowerCase())));
	return turns.flatMap(({ text }, index) => (holds(text) ? [index + 1] : []));
}

describe.skipIf(!existsSync(ENGLISH_MEETING) || !existsSync(CHINESE_MEETINGS))('real minutes', () => {
	const meetings = existsSync(ENGLISH_MEETING) && existsSync(CHINESE_MEETINGS) ? [{ language: 'en' as const, meeting: englishMeeting() }, ...chineseMeetings().map((meeting) => ({ language: 'zh' as const, meeting }))] : [];

	it('S8: in meetings that speak of no process data nobody cites any', () => {
		// Read by a person: 276 turns about the design of a product, and discussions about technology and careers. A line for each speaker as the manager.
		const found = meetings.flatMap(({ meeting: { speakers, turns } }) => speakers.map((manager) => scanner.scan(talkOf({ manager, managerNames: [], employee: 'nobody of these' }), [{ text: turns }])));
		expect(found.flatMap(({ citations }) => citations.map(({ turn, terms }) => [turn, terms.map(({ row }) => row)]))).toEqual([]);
		expect(found.every(({ judgement }) => judgement.value.state === 'scanned')).toBe(true);
		expect(meetings.reduce((sum, { meeting }) => sum + meeting.turns.length, 0)).toBe(394);
	});

	it('S8: words of an own table are found in every turn that holds them and in no other', () => {
		for (const { language, meeting } of meetings) {
			const { rows } = readTermRows([{ id: 'own', kind: 'metric', words: OWN_WORDS[language] }]);
			const own = createMinutesScanner({ rows });
			const everybody = meeting.turns.map(({ text }) => ({ speaker: 'Manager', text }));
			const { citations } = own.scan(talkOf({ manager: 'Manager', managerNames: [] }), [{ text: everybody }]);
			// The same sentence in two turns counts once, so a turn may be missing only for words said before.
			const found = new Set(citations.map(({ turn }) => turn));
			const expected = turnsHolding(meeting.turns, OWN_WORDS[language], language);
			expect([...found].every((turn) => expected.includes(turn))).toBe(true);
			expect(expected.filter((turn) => !found.has(turn)).length).toBeLessThanOrEqual(Math.ceil(expected.length / 50));
		}
	});
});
