import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMinutesScanner, readMinutes, type MinutesFormat, type MinutesLabels } from '../../../core/minutes/index.js';
import { talkOf } from './talks.js';

const PEOPLE: Readonly<Record<string, 'manager' | 'employee'>> = { 'Wang Fang': 'manager', 王芳: 'manager', 'Li Wei': 'employee', 李伟: 'employee' };
const labels: MinutesLabels = {
	who: (label) => PEOPLE[label] ?? null,
	header: (label) => ({ Agenda: 'line', 议题: 'line', 'Next steps': 'section', 行动项: 'section' } as const)[label] ?? null,
	looksLikeName: (label) => /^[A-Z][a-z]+( [A-Z][a-z]+)?$/.test(label),
};
const said = (text: unknown, format: MinutesFormat = 'auto'): Array<readonly [string, number, string]> => readMinutes(text, format, labels).passages.filter(({ heading }) => !heading).map((passage) => [passage.who, passage.turn, passage.text] as const);

describe('turns of written minutes', () => {
	it('S8: a name with a colon begins a turn, half or full width, with a time, a bullet or bold marks', () => {
		expect(said('Wang Fang: first\nmore\n李伟：second\n[10:03] Wang Fang: third\n- **Li Wei**: fourth\nWang Fang (00:12): fifth')).toEqual([
			['manager', 1, 'first'], ['manager', 1, 'more'], ['employee', 2, 'second'], ['manager', 3, 'third'], ['employee', 4, 'fourth'], ['manager', 5, 'fifth'],
		]);
	});

	it('S8: a name alone in its line begins one too', () => {
		expect(said('王芳 00:12\n看板\n李伟 00:15\n好的\nZhao Min 00:20\nhello')).toEqual([['manager', 1, '看板'], ['employee', 2, '好的'], ['other', 3, 'hello']]);
	});

	it('S8: another name is somebody else, any other words with a colon belong to who speaks', () => {
		expect(said('Wang Fang: I see two things\nresult of the week: good\nZhao Min: and mine\n比例是 10:20')).toEqual([
			['manager', 1, 'I see two things'], ['manager', 1, 'result of the week: good'], ['other', 2, 'and mine'], ['other', 2, '比例是 10:20'],
		]);
	});

	it('S8: headings, header lines and sections are nobody’s words', () => {
		const { passages } = readMinutes('# Process data\nAgenda: dashboard\nWang Fang: hello\nNext steps:\n- open the dashboard\nLi Wei: bye', 'auto', labels);
		expect(passages.map(({ who, heading, text }) => [who, heading, text])).toEqual([
			['nobody', true, '# Process data'], ['nobody', true, 'Agenda: dashboard'], ['manager', false, 'hello'], ['nobody', true, 'Next steps:'], ['nobody', true, '- open the dashboard'], ['employee', false, 'bye'],
		]);
	});

	it('S8: HTML of a page: paragraphs, bold names, tables, headings; quoted blocks are dropped', () => {
		const html = '<h2>Process data</h2><p><strong>王芳：</strong>看板有红灯</p><blockquote>王芳：旧的</blockquote><table><tbody><tr><th>Who</th><th>What</th></tr><tr><td>李伟</td><td>好的</td></tr></tbody></table>';
		expect(said(html)).toEqual([['manager', 1, '看板有红灯'], ['employee', 2, '好的']]);
	});
});

describe('transcripts', () => {
	const VTT = 'WEBVTT\n\nNOTE made by a machine\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Wang Fang>The dashboard shows</v>\n\n2\n00:00:03.000 --> 00:00:05.000\n<v Wang Fang>six open queries.</v>\n\n3\n00:00:06.000 --> 00:00:07.000\n<v Li Wei>Yes &amp; no.</v>\n';

	it('S8: captions of one speaker are joined, and each keeps its time', () => {
		expect(said(VTT)).toEqual([['manager', 1, 'The dashboard shows six open queries.'], ['employee', 2, 'Yes & no.']]);
		const [citation] = createMinutesScanner().scan(talkOf(), [{ text: VTT }]).citations;
		expect([citation?.time, citation?.sentence]).toEqual(['00:00:01.000', 'The dashboard shows six open queries.']);
	});

	it('S8: SubRip with names in front', () => {
		expect(said('1\n00:00:01,000 --> 00:00:03,000\nWang Fang: Hello\n\n2\n00:00:03,000 --> 00:00:05,000\nthere.\n\n3\n00:00:05,000 --> 00:00:06,000\nLi Wei: Hi')).toEqual([['manager', 1, 'Hello there.'], ['employee', 2, 'Hi']]);
	});
});

describe('turns as JSON', () => {
	it('S8: list, text of JSON and the usual wrapping fields; one bad turn never loses the good ones', () => {
		const turns = [{ speaker: 'Wang Fang', text: 'one' }, { speaker: 'x' }, { name: 'Li Wei', content: 'two' }];
		const expected = [['manager', 1, 'one'], ['employee', 2, 'two']];
		for (const body of [turns, JSON.stringify(turns), { segments: turns }, JSON.stringify({ meeting_transcripts: turns })]) expect(said(body)).toEqual(expected);
		expect(readMinutes(turns, 'auto', labels).problems).toEqual([{ field: 'turn 2', value: '{"speaker":"x"}', expected: 'an object with "speaker" and "text"' }]);
		expect(readMinutes('{', 'turns', labels).problems).toHaveLength(1);
		expect(readMinutes(7, 'auto', labels).problems).toHaveLength(1);
	});
});

const WORDS = fc.array(fc.constantFrom('hello', '看板', 'two', 'queries', '好', 'the', 'a1', '，', 'x.'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ').replace(/^[，\s]+/, 'w'));
const TURNS = fc.array(fc.record({ speaker: fc.constantFrom('Wang Fang', 'Li Wei', '王芳', '李伟', 'Zhao Min'), text: WORDS }), { maxLength: 12 });
const whoSaid = (speaker: string): string => PEOPLE[speaker] ?? 'other';

describe('any minutes', () => {
	it('S8: turns written as lines or as JSON are read as they were said', () => {
		fc.assert(fc.property(TURNS, (turns) => {
			const expected = turns.flatMap(({ speaker, text }) => (text.trim() === '' ? [] : [[whoSaid(speaker), text.trim()]]));
			const words = (body: unknown): string[][] => said(body).map(([who, , text]) => [who, text.trim()]);
			expect(words(turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n'))).toEqual(expected);
			expect(words(turns)).toEqual(expected);
		}));
	});

	it('S8: no text is refused, no words are made up, none are read twice', () => {
		const piece = fc.constantFrom('Wang Fang: ', '李伟：', 'Agenda:', '\n', '00:12', '-->', 'WEBVTT\n', '<p>', '</p>', '**', '> ', '# ', 'words', '看板', '[', '{', '"', ':', '：', '(', '）', ' ', '&amp;', '\r\n', '```', '<v x>');
		fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), fc.constantFrom<MinutesFormat>('auto', 'text', 'html', 'transcript', 'turns'), (text, format) => {
			const { passages } = readMinutes(text, format, labels);
			const all = passages.reduce((sum, passage) => sum + passage.text.split('words').length - 1, 0);
			expect(all).toBeLessThanOrEqual(text.split('words').length - 1);
			for (let index = 1; index < passages.length; index++) expect(passages[index]?.turn).toBeGreaterThanOrEqual(passages[index - 1]?.turn ?? 0);
		}), { numRuns: 500 });
	});
});
