import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeMarkdown, linkFor, safeAddress } from '../../../core/explanation/escape.js';
import { renderTemplate, templateNames, TemplateError, type TemplateOptions } from '../../../core/explanation/template.js';
import { roundedText } from '../../../core/explanation/templateHelpers.js';

const render = (template: string, data: unknown = {}, options: Partial<TemplateOptions> = {}): string => renderTemplate(template, data, { language: 'en', escape: 'none', ...options });

function refusal(template: string, data: unknown = {}, options: Partial<TemplateOptions> = {}): TemplateError {
	try {
		render(template, data, options);
	} catch (error) {
		if (error instanceof TemplateError) return error;
		throw error;
	}
	throw new Error(`was rendered: ${template.slice(0, 80)}`);
}

describe('templates: what they can say', () => {
	it.each([
		['{{study.name}} / {{missing}}', { study: { name: 'LUNA' } }, 'LUNA / '],
		['{{#if a}}yes{{else if b}}maybe{{else}}no{{/if}}', { a: 0, b: 'x' }, 'maybe'],
		['{{#if a includeZero=true}}zero{{else}}no{{/if}}', { a: 0 }, 'zero'],
		['{{#unless list}}none{{/unless}}', { list: [] }, 'none'],
		['{{#each list}}{{@number}}/{{@index}}:{{this}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}', { list: ['a', 'b'] }, '1/0:a, 2/1:b'],
		['{{#each list}}x{{else}}none{{/each}}', { list: null }, 'none'],
		['{{#each rows}}{{#each cells}}{{../name}}{{@../index}}{{this}} {{/each}}{{/each}}', { rows: [{ name: 'r', cells: [1, 2] }] }, 'r01 r02 '],
		['{{#with study}}{{name}} {{../title}} {{@root.title}}{{/with}}', { title: 'T', study: { name: 'LUNA' } }, 'LUNA T T'],
		['{{#each map}}{{@key}}={{this}};{{/each}}', { map: { a: 1, b: 2 } }, 'a=1;b=2;'],
		['a {{~! comment ~}} b{{!-- {{x}} --}}', {}, 'ab'],
		['{{#if (and (gt n 2) (eq kind "late"))}}late {{ordinal n}}{{/if}}', { n: 3, kind: 'late' }, 'late 3rd'],
		['{{default a "–"}} {{default b "–"}}', { a: null, b: 0 }, '– 0'],
		['{{number 2.25}} {{number 1.005 2}} {{number 7 0}} {{percent 0.6667}} {{number nothing}}', {}, '2.3 1.01 7 66.7% '],
		['{{date "2026-03-02T23:30:00Z"}} {{date "2026-03-02T23:30:00Z" zone="Asia/Shanghai" time=true}} {{date "2026-03-02" time=true}}', {}, '2026-03-02 2026-03-03 07:30 2026-03-02'],
		['{{join list " + "}} {{join list}} {{count list}} {{shorten "受试者访视" 3}}', { list: ['a', 'b'] }, 'a + b a, b 2 受试…'],
		['{{ordinal 11}} {{ordinal 102}} {{ordinal 113}}', {}, '11th 102nd 113th'],
		['{{link "Visit" url}}', { url: 'https://edc.example.com/a' }, 'Visit (https://edc.example.com/a)'],
	])('%s', (template, data, expected) => {
		expect(render(template, data)).toBe(expected);
	});

	it('standalone block lines leave no empty line behind', () => {
		expect(render('a\n{{#each list}}\n- {{this}}\n{{/each}}\nb', { list: [1, 2] })).toBe('a\n- 1\n- 2\nb');
	});

	it('speaks Chinese where asked', () => {
		expect(render('{{ordinal 100}} 例 {{join list}}', { list: ['甲', '乙'] }, { language: 'zh-CN' })).toBe('第 100 例 甲、乙');
	});

	it('gives the names it asks for', () => {
		expect(templateNames('{{a.b}}{{#each list}}{{../c}}{{link label @root.d}}{{else}}{{e}}{{/each}}')).toEqual(['../c', '@root.d', 'a.b', 'e', 'label', 'list']);
	});

	it.each([[0.05, 1, '0.1'], [2.675, 2, '2.68'], [-2.25, 1, '-2.3'], [-0.01, 1, '0.0'], [0.0000001, 1, '0.0'], [999.95, 1, '1000.0'], [1e20, 1, '100000000000000000000'], [94, 0, '94']])('rounds %d to %d decimals half-up: %s', (value, decimals, text) => {
		expect(roundedText(value, decimals)).toBe(text);
	});
});

describe('templates: trouble names line and remedy', () => {
	it.each([
		['a\n{{nope x}}', 2, 'helper "nope" is not known', 'Helpers are eq'],
		['a\n\n{{#if x}}', 3, 'not valid Handlebars', '{{/block}}'],
		['{{#each a}}\n{{/if}}', 1, 'not valid Handlebars', '{{/block}}'],
		['{{#people}}x{{/people}}', 1, 'block {{#people}} is not known', '{{#each name}}'],
		['{{> partial}}', 1, 'not available', 'here'],
		['{{{x}}}', 1, 'without protection', '{{link'],
		['{{&x}}', 1, 'without protection', '{{link'],
		['{{{{if x}}}} a {{{{/if}}}}', 1, 'raw block', 'literal'],
		['{{* decorator}}', 1, 'decorator', 'Leave'],
		['{{#* inline "x"}}a{{/inline}}', 1, 'decorator', 'Leave'],
		['{{#each a as |b|}}{{/each}}', 1, 'as |', '@index'],
		['{{(default a b).c}}', 1, 'not available', 'helper'],
		['{{number "7"}}', 1, 'helper "number" expects a number, not "7"', 'value'],
		['{{date "soon"}}', 1, 'expects a date', 'value'],
		['{{eq 1}}', 1, 'takes 2 values and has 1', 'quotes'],
		['{{date "2026-03-02" zoom="x"}}', 1, 'no option "zoom"', 'zone'],
		['{{../x}}', 1, 'outermost', '../'],
		['{{@index}}', 1, 'not known here', '@root'],
		['{{o}}', 1, 'not a text', 'a'],
	])('%s', (template, line, message, remedy) => {
		const error = refusal(template, { o: { a: 1 } });
		expect(error.line).toBe(line);
		expect(error.message).toContain(message);
		expect(error.remedy).toContain(remedy);
	});

	it('an unknown name is reported with the names there are, when asked for', () => {
		const error = refusal('\n{{titel}}', { title: 'x', study: null }, { unknownNames: 'error' });
		expect(error.message).toBe('Template line 2: "titel" is not known here.');
		expect(error.remedy).toBe('Names are study, title.');
		expect(render('{{study}}', { study: null }, { unknownNames: 'error' })).toBe('');
	});
});

describe('templates: hostile ones reach nothing and end soon', () => {
	it.each(['constructor', '__proto__', 'toString', 'a.constructor', 'a.__proto__.polluted', 'list.constructor.constructor', 'f', 'getter', 'a.hasOwnProperty', 'lookup', 'name.length'])('{{%s}} shows nothing', (path) => {
		const data = { a: {}, list: [1], name: 'x', f: () => 'called', get getter(): string { return 'called'; } };
		expect(render(`{{${path}}}`, data)).toBe('');
		expect(render(`{{#with ${path}}}in{{/with}}`, data)).toBe('');
	});

	it.each(['{{constructor "x"}}', '{{toString 1}}', '{{__proto__ 1}}', '{{#constructor}}x{{/constructor}}', '{{lookup a "constructor"}}', '{{helperMissing 1}}', '{{log "x"}}', '{{[constructor] 1}}', '{{#each a}}{{@root.constructor.constructor "x"}}{{/each}}'])('%s is no helper', (template) => {
		expect(refusal(template, { a: [1] }).message).toMatch(/not known|only a helper/);
	});

	it('own properties named like prototypes stay closed', () => {
		const data: unknown = JSON.parse('{"__proto__": {"x": "reached"}, "constructor": {"x": "reached"}, "o": {"__proto__": {"x": "reached"}}}');
		expect(render('{{__proto__.x}}{{constructor.x}}{{o.__proto__.x}}{{#each o}}{{x}}{{/each}}', data)).toBe('');
	});

	it('stops at each limit', () => {
		const thousand = Array.from({ length: 1000 }, (_, index) => index);
		expect(refusal('x'.repeat(20_001)).message).toContain('20001 characters');
		expect(refusal('{{#if a}}{{/if}}'.repeat(301)).message).toContain('301 blocks');
		expect(refusal('{{#if a}}'.repeat(200) + '{{/if}}'.repeat(200)).message).toMatch(/more than 24 deep/);
		expect(refusal(`{{#if a}}${'{{else if a}}'.repeat(200)}{{/if}}`).message).toMatch(/more than 24 deep/);
		expect(refusal(`{{eq 1 ${'(eq 1 '.repeat(1500)}1${')'.repeat(1500)}}}`).message).toMatch(/more than 24 deep/);
		expect(refusal('{{#each l}}{{#each @root.l}}{{#each @root.l}}x{{/each}}{{/each}}{{/each}}', { l: thousand }).message).toContain('rounds');
		expect(refusal('{{#each l}}{{x}}{{x}}{{x}}{{/each}}', { l: thousand }, { limits: { steps: 1000 } }).message).toContain('steps');
		expect(refusal('{{#each l}}{{@root.long}}{{/each}}', { l: thousand, long: 'y'.repeat(1000) }).message).toContain('200000 characters');
	});

	it.each(['{{!-- ', '{{! ', '"', '{{"', '{{(', '{{[', '\\{{', '{{a ', '{{a b=', '{{"\\"', '{{../', '{{#if a}}', '}}', '{{~', '{{{{a}}}}', '\u0000', '{{a.b'])('20,000 characters of %j are judged within a second', (piece) => {
		const template = piece.repeat(Math.floor(20_000 / piece.length));
		const start = performance.now();
		try {
			render(template);
		} catch (error) {
			expect(error).toBeInstanceOf(TemplateError);
		}
		expect(performance.now() - start).toBeLessThan(1000);
	});

	it('any text is rendered or refused with a TemplateError', () => {
		const piece = fc.constantFrom('{{', '}}', '{', '#if ', '/if', 'else', 'each', ' ', 'a', '.', '..', '/', '@', '"', "'", '(', ')', '=', '|', '~', '^', '&', '!', '--', '\\', '\n', '中', '\u0000', '[', ']', '>', '*', '1');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				try {
					expect(typeof render(pieces.join(''), { a: [1, { a: 'x' }] })).toBe('string');
				} catch (error) {
					expect(error).toBeInstanceOf(TemplateError);
				}
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('templates: data stays words', () => {
	it.each([
		['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
		['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
		['<at id=all></at> @all', '\\<at id=all\\>\\</at\\> \\@all'],
		['# head', '\\# head'],
		['- item', '\\- item'],
		['1. item', '1\\. item'],
		['a\n\n- b\r\n> c | d', 'a - b \\> c \\| d'],
		['SE_3_V2', 'SE_3_V2'],
		['-3.5', '-3.5'],
		['3.5 d', '3.5 d'],
		['\\*', '\\\\\\*'],
		['&lt;b&gt;', '\\&lt;b\\&gt;'],
		['abc\u202Etxt\u200B', 'abctxt'],
	])('markdown: %j', (text, expected) => {
		expect(escapeMarkdown(text)).toBe(expected);
		expect(render('{{x}}', { x: text }, { escape: 'markdown' })).toBe(expected);
	});

	it('html: no tag, attribute or entity comes from data', () => {
		expect(escapeHtml('<img src=x onerror="a(\'b\')">&')).toBe('&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;');
	});

	it('markdown: unescaping gives the words back, and no line is added', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', '中', ' ', '\n', '*', '_', '[', ']', '(', ')', '<', '>', '#', '-', '1', '.', '|', '\\', '`', '@', '&', '~', '😀') }), (text) => {
				const escaped = escapeMarkdown(text);
				expect(escaped).not.toContain('\n');
				expect(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text.replace(/\s+/g, ' ').trim());
				expect(escaped.replace(/\\./gs, '')).not.toMatch(/[*`[\]<>#|@&~\\]/);
			}),
		);
	});

	it.each([
		['javascript:alert(1)', null],
		['data:text/html,x', null],
		['//evil.example', null],
		['https://', null],
		[' https://a.example/b c)(d"\'<>[x]', 'https://a.example/b%20c%29%28d%22%27%3C%3E%5Bx%5D'],
		['https://a.example/a_b~c?x=1&y=2#z', 'https://a.example/a_b~c?x=1&y=2#z'],
		['mailto:a@example.com', 'mailto:a@example.com'],
	])('address %s', (address, expected) => {
		expect(safeAddress(address)).toBe(expected);
	});

	it('a link is written for its place, a forbidden address leaves only the label', () => {
		expect(linkFor('markdown', 'a] [b', 'https://a.example/)')).toBe('[a\\] \\[b](https://a.example/%29)');
		expect(linkFor('html', '<b>', 'https://a.example/?a=1&b=2')).toBe('<a href="https://a.example/?a=1&amp;b=2">&lt;b&gt;</a>');
		expect(linkFor('markdown', 'x', 'javascript:alert(1)')).toBe('x');
		expect(render('{{link "x" u}}', { u: 'https://a.example' }, { escape: 'markdown' })).toBe('[x](https://a.example)');
	});
});
