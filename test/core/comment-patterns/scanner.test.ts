import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommentScanner, createDocumentIndex, DEFAULT_PATTERN_ROWS as DEFAULTS, readPatternRows, type PatternRow } from '../../../core/comment-patterns/index.js';

const scanner = createCommentScanner();
const read = (text: string, context?: Parameters<typeof scanner.scan>[1]): Array<[string, string | undefined]> => scanner.scan(text, context).sentences.map((found) => [found.class, found.document?.text]);
const own = (rows: readonly unknown[]): readonly PatternRow[] => {
	const reading = readPatternRows(rows);
	expect(reading.problems).toEqual([]);
	return reading.rows;
};

describe('the text of a comment', () => {
	it('S7: gives the sentence as it was written, with the rows that matched', () => {
		const { verdict, sentences } = scanner.scan('已阅。访视窗（第 3 条）和《随访管理需求说明》冲突，请确认！谢谢。');
		expect(verdict).toBe('red');
		expect(sentences).toEqual([
			{
				sentence: '访视窗（第 3 条）和《随访管理需求说明》冲突，请确认！',
				class: 'CON',
				verdict: 'red',
				document: { text: '随访管理需求说明', kind: 'title', candidates: [] },
				patterns: [{ id: 'zh-relation', version: '1' }],
				reason: { en: 'The sentence says that this contradicts “随访管理需求说明”.', 'zh-CN': '该表述指出此处与“随访管理需求说明”存在文档冲突。' },
			},
		]);
	});

	it('S7: leaves out quoted replies and blocks of code, and keeps inline code', () => {
		expect(read('> this conflicts with the SOP\nAnswered.')).toEqual([]);
		expect(read('```\nthis conflicts with the SOP\n```')).toEqual([]);
		expect(read('<blockquote><p>this conflicts with the SOP</p></blockquote><p>Answered.</p>')).toEqual([]);
		expect(read('<div class="gmail_quote">this conflicts with the SOP</div>')).toEqual([]);
		expect(read('<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[conflicts with the SOP]]></ac:plain-text-body></ac:structured-macro>')).toEqual([]);
		expect(read('This contradicts `docs/spec-format.md`.')).toEqual([['CON', 'docs/spec-format.md']]);
		expect(read('<p>This contradicts <code>docs/spec-format.md</code>.</p>')).toEqual([['CON', 'docs/spec-format.md']]);
	});

	it('S7: reads storage format: page links with and without a text, entities, tags within words', () => {
		expect(read('<p>This conflicts with <ac:link><ri:page ri:content-title="Label Control" /></ac:link>.</p>')).toEqual([['CON', 'Label Control']]);
		expect(read('<p>与<ac:link><ri:page ri:content-title="标签管理" /><ac:plain-text-link-body><![CDATA[那份规定]]></ac:plain-text-link-body></ac:link>冲突。</p>')).toEqual([['CON', '标签管理']]);
		expect(read('<p>This&nbsp;doesn&rsquo;t match the protocol.</p>')).toEqual([['CON', 'protocol']]);
		expect(read('<p>This con<b>flict</b>s with the protocol.</p>')).toEqual([['CON', 'protocol']]);
		expect(read('<p>这里与方案&#20914;&#31361;。</p>')).toEqual([['CON', '方案']]);
	});

	it('S7: compares without regard to case and width', () => {
		expect(read('THIS ＣＯＮＦＬＩＣＴＳ WITH SOP-QA-012.')).toEqual([['CON', 'SOP-QA-012']]);
		expect(read('This con\u200bflicts with the protocol.')).toEqual([['CON', 'protocol']]);
	});

	it('S7: does not end a sentence within a version, an address or a quotation', () => {
		expect(scanner.scan('Row 1.2 of "A. B." conflicts with protocol V2.0 here.').sentences[0]?.sentence).toBe('Row 1.2 of "A. B." conflicts with protocol V2.0 here.');
	});

	it('S7: a resolved or dangling inline comment raises nothing, and the reason says so', () => {
		const text = 'This conflicts with the protocol.';
		for (const resolution of ['resolved', 'dangling'] as const) {
			const scan = scanner.scan(text, { resolution });
			expect(scan.verdict).toBe('none');
			expect(scan.sentences[0]).toMatchObject({ class: 'CON', verdict: 'none' });
		}
		expect(scanner.scan(text, { resolution: 'resolved' }).sentences[0]?.reason).toEqual({ en: 'The comment is resolved, so it does not count.', 'zh-CN': '该评论已解决，不计入。' });
		for (const resolution of ['open', 'reopened', null] as const) expect(scanner.scan(text, { resolution }).verdict).toBe('red');
	});

	it('S7: questions and a page against itself count by parameter', () => {
		const strict = createCommentScanner({ verdicts: { QUE: 'red', SELF: 'none' } });
		expect(strict.scan('这里和随访方案冲突吗？').verdict).toBe('red');
		expect(strict.scan('本文档第2章和第4章自相矛盾。').verdict).toBe('none');
	});

	it('S7: says nothing, always the same nothing, of a comment without candidates', () => {
		expect(scanner.scan('Looks good.')).toBe(scanner.scan('已修改。'));
	});
});

describe('the named document', () => {
	const documents = [
		{ id: '1', title: '需求文档' },
		{ id: '2', title: 'Label Control' },
		{ id: '3', title: 'label  control' },
		{ id: '4711', title: 'Flow chart' },
	];
	const known = createCommentScanner({ documents });
	const candidates = (text: string): readonly string[] => known.scan(text).sentences.flatMap((found) => found.document?.candidates.map(({ id }) => id) ?? []);

	it('S7: is joined with a known page by exact title, else by comparable title with all candidates, and by the id in a link', () => {
		expect(candidates('这里和需求文档冲突。')).toEqual(['1']);
		expect(candidates('This contradicts "Label Control".')).toEqual(['2']);
		expect(candidates('This contradicts "LABEL control".')).toEqual(['2', '3']);
		expect(candidates('<p>This contradicts <a href="https://wiki.example.com/pages/4711/x">that page</a>.</p>')).toEqual(['4711']);
		expect(candidates('This contradicts the protocol.')).toEqual([]);
	});

	it('S7: that is the page itself makes the sentence one of the page against itself', () => {
		const index = createDocumentIndex(documents);
		expect(createCommentScanner({ documents: index }).scan('This contradicts "Label Control".', { page: { id: '2', title: 'Label Control' } }).sentences[0]?.class).toBe('SELF');
	});

	it('S7: is unnamed where only "the document" is said', () => {
		const [found] = scanner.scan('This contradicts the documentation.').sentences;
		expect(found?.document?.kind).toBe('unnamed');
		expect(found?.reason['zh-CN']).toContain('未指明文档');
	});
});

describe('rows that people write', () => {
	it('S7: a word added to the table is found, a row switched off is not', () => {
		const rows = own([
			{ id: 'mine', version: '7', language: 'zh', kind: 'relation', words: '说法不一|各说各话', gap: 20 },
			{ id: 'doc', kind: 'document', words: ['文档'] },
			{ id: 'off', kind: 'relation', words: ['冲突'], active: false },
		]);
		const mine = createCommentScanner({ rows });
		expect(mine.scan('这里和接口文档各说各话。').sentences[0]?.patterns).toEqual([
			{ id: 'mine', version: '7' },
			{ id: 'doc', version: '1' },
		]);
		expect(mine.scan('这里和接口文档冲突。').verdict).toBe('none');
	});

	it('S7: the gap limits how far the document may stand', () => {
		const far = `This conflicts with ${'something else and '.repeat(5)}the protocol.`;
		expect(scanner.scan(far).verdict).toBe('none');
		expect(createCommentScanner({ rows: own([{ id: 'r', language: 'en', kind: 'relation', words: ['conflicts with'], gap: 200 }, { id: 'd', kind: 'document', words: ['protocol'] }]) }).scan(far).verdict).toBe('red');
	});

	it('S7: a pattern names the document by its group', () => {
		const rows = own([{ id: 'p', kind: 'phrase', pattern: 'see (?P<document>[a-z ]+?) instead' }]);
		expect(createCommentScanner({ rows }).scan('Wrong, see the lab manual instead.').sentences[0]).toMatchObject({ class: 'CON', document: { text: 'the lab manual', kind: 'words' } });
	});

	it.each([
		[[{ id: 'a', kind: 'relation', words: ['x'] }, { id: 'a', kind: 'relation', words: ['y'] }], 'row 2 (a)', 'id'],
		[[{ kind: 'relation', words: ['x'] }], 'row 1', 'id'],
		[[{ id: 'a', kind: 'conflict', words: ['x'] }], 'row 1 (a)', 'kind'],
		[[{ id: 'a', kind: 'relation' }], 'row 1 (a)', 'words'],
		[[{ id: 'a', kind: 'relation', words: ['x'], pattern: 'x' }], 'row 1 (a)', 'words'],
		[[{ id: 'a', kind: 'relation', words: ['x'], gap: -1 }], 'row 1 (a)', 'gap'],
		[[{ id: 'a', kind: 'merge', words: ['x'], effect: 'CON' }], 'row 1 (a)', 'effect'],
		[[{ id: 'a', kind: 'phrase', pattern: '(?=x)' }], 'row 1 (a)', 'pattern'],
		[[{ id: 'a', kind: 'phrase', pattern: 'x*' }], 'row 1 (a)', 'pattern'],
		[[{ id: 'a', kind: 'relation', words: ['x'], gapp: 3 }], 'row 1 (a)', 'gapp'],
		['none', '', 'rows'],
	])('S7: a wrong row is refused with row, field, value and remedy in both languages: %j', (rows, row, field) => {
		const { problems } = readPatternRows(rows);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatchObject({ row, field });
		expect(problems[0]?.message.en).toContain(field);
		expect(problems[0]?.message['zh-CN']).toContain(field);
		expect(problems[0]?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
	});

	it('S7: one wrong row does not take the others with it', () => {
		expect(readPatternRows([{ id: 'a', kind: 'nothing', words: ['x'] }, { id: 'b', kind: 'relation', words: ['x'] }]).rows.map(({ id }) => id)).toEqual(['b']);
	});
});

describe('time', () => {
	/** The least of several runs: what the work itself takes. */
	function least(work: () => void): number {
		let time = Number.POSITIVE_INFINITY;
		for (let round = 0; round < 5; round++) {
			const start = performance.now();
			work();
			time = Math.min(time, performance.now() - start);
		}
		return time;
	}

	it.each([
		['conflicts with .* (doc|document)', 'conflicts with '],
		['conflicts with .* (doc|document)', 'doc conflicts with x '],
		['(a+)+$', 'a'],
		['(x+x+)+y', 'x'],
	])('S7: %s on hostile text grows with its length', { retry: 2 }, (pattern, part) => {
		const hostile = createCommentScanner({ rows: own([{ id: 'p', kind: 'phrase', pattern }]) });
		const once = `${part.repeat(30_000 / part.length)}!`;
		const ten = `${part.repeat(300_000 / part.length)}!`;
		hostile.scan(once);
		const small = least(() => hostile.scan(once));
		expect(least(() => hostile.scan(ten))).toBeLessThan(Math.max(40 * small, 60));
	});

	it.each(['not conflicts with the doc ', 'conflicts with “', '"conflicts with', '《冲突', 'if still but conflicts with SOP-QA-', 'AA-', '冲突文档', '[x](conflicts ', '<a conflicts with="', 'conflicts with doc; ', '> conflicts\n', 'http://conflicts.', '&#conflicts with the SOP<b>'])('S7: the default rows on "%s" again and again grow with its length', { retry: 2 }, (part) => {
		const repeated = (length: number): string => part.repeat(Math.ceil(length / part.length));
		const once = repeated(15_000);
		const ten = repeated(150_000);
		scanner.scan(once);
		const small = least(() => scanner.scan(once));
		expect(least(() => scanner.scan(ten))).toBeLessThan(Math.max(40 * small, 100));
	});

	it('S7: any pattern of pieces on any text of the same pieces takes little time', () => {
		const piece = fc.constantFrom('a', 'b', '.', 'conflicts ', '冲突');
		const pattern = fc
			.array(fc.tuple(piece, fc.constantFrom('', '+', '{1,9}')), { minLength: 1, maxLength: 4 })
			.map((parts) => `(${parts.map(([text, times]) => `(${text === '.' ? '\\.' : text}${times === '' ? '' : `)${times}(`})`).join('')})+$`.replaceAll('()', ''));
		fc.assert(
			fc.property(pattern, fc.array(piece, { minLength: 1, maxLength: 5 }), (source, pieces) => {
				const { rows, problems } = readPatternRows([{ id: 'p', kind: 'phrase', pattern: source }]);
				fc.pre(problems.length === 0);
				const part = pieces.join('');
				const hostile = createCommentScanner({ rows });
				const start = performance.now();
				hostile.scan(`${part.repeat(Math.ceil(20_000 / part.length))}!`);
				expect(performance.now() - start).toBeLessThan(1500);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('the first look', () => {
	it('S7: never hides what the full reading finds', () => {
		const words = fc.constantFrom('conflicts with', 'contradicts', '冲突', '不一致', 'the protocol', 'SOP-QA-012', '《标签》', '文档', '与', ' ', '，', '. ', '没有', '<p>', '</p>', '&nbsp;', 'x');
		// A row that may match anywhere switches the first look off.
		const unhidden = createCommentScanner({ rows: [...own([{ id: 'any', kind: 'phrase', pattern: '\\x{10FFFF}{5}' }]), ...DEFAULTS] });
		const hidden = createCommentScanner({ rows: DEFAULTS });
		fc.assert(
			fc.property(fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')), (text) => {
				expect(hidden.scan(text)).toEqual(unhidden.scan(text));
			}),
			{ numRuns: 500 },
		);
	});
});
