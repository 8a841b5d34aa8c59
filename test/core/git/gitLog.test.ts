import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIT_EVENT_TYPES } from '../../../core/git/evidence.js';
import { createGitLogEvidence, createGitLogReader, parseGitLog } from '../../../core/git/index.js';
import { readGitDate } from '../../../core/git/log/gitDate.js';
import { changedPath } from '../../../core/git/log/gitPath.js';
import { collect, ofType, schemaProblems, shaOf } from './support.js';

const settings = { source: 'https://git.example.com/acme/app', repository: 'acme/app', branch: 'main' };
const commitText = (name: string, rest: readonly string[]): string => [`commit ${shaOf(name)} ${shaOf('parent')}`, ...rest, ''].join('\n');
const headers = ['Author:     Ann Lee <Ann@example.com>', 'AuthorDate: 2026-09-18T09:30:00+08:00', 'Commit:     Web Flow <noreply@example.com>', 'CommitDate: 2026-09-18T10:00:00+08:00', ''];
const read = (text: string) => collect((sink) => {
	parseGitLog(text, settings, sink);
});
const commitsIn = (text: string) => ofType(read(text).events, GIT_EVENT_TYPES.commitRecorded).map(({ data }) => data);

describe('S6: plain git log', () => {
	it('gives author, day, paths and what a commit reverts', () => {
		const { events, findings } = read(commitText('a', [...headers, '    Revert "Add"', '', `    This reverts commit ${shaOf('b')}.`, '', '3\t1\tsrc/a.ts', '-\t-\tlogo.png', '0\t0\tsrc/{old => new}/b.ts', '1\t1\t"docs/\\346\\226\\207.md"']));
		expect(findings).toEqual([]);
		expect(schemaProblems(events)).toEqual([]);
		expect(events).toMatchObject([{ id: `commit/${shaOf('a')}`, time: '2026-09-18T09:30:00+08:00', data: { author: { system: 'git', account: 'ann@example.com', name: 'Ann Lee' }, committedAt: '2026-09-18T10:00:00+08:00', parents: 1, paths: ['docs/文.md', 'logo.png', 'src/a.ts', 'src/new/b.ts'], note: 'Revert "Add"', reverts: shaOf('b'), branch: 'main' } }]);
	});

	it('knows a copy of a commit (rebase, force push) by its content', () => {
		const [first, copy, other] = commitsIn(commitText('a', [...headers, '    Add']) + commitText('b', [...headers, '    Add']) + commitText('c', [...headers, '    Add more']));
		expect(first?.contentKey).toBe(copy?.contentKey);
		expect(first?.contentKey).not.toBe(other?.contentKey);
	});

	it('a commit without listed files has no paths rather than none', () => {
		expect(commitsIn(commitText('a', [...headers, '    Add']))[0]?.paths).toBeNull();
		expect(commitsIn(commitText('a', [...headers, '    Add', '', 'M\tsrc/a.ts', 'R100\told.ts\tnew.ts']))[0]?.paths).toEqual(['new.ts', 'src/a.ts']);
		expect(commitsIn(commitText('a', [...headers, '    Add', '', 'src/only name.ts']))[0]?.paths).toEqual(['src/only name.ts']);
	});

	it('a message that looks like a header or a commit stays a message', () => {
		const [commit] = commitsIn(commitText('a', [...headers, '    Author: somebody', `    commit ${shaOf('x')}`, '    1\t1\tnot-a-file']));
		expect(commit).toMatchObject({ author: { account: 'ann@example.com' }, paths: null });
	});

	it('names the line that is no log, and keeps the commits', () => {
		const { events, findings } = read(`warning: something\n${commitText('a', [...headers, '    Add', '', '1\t1\ta.ts', 'diff --git a/a.ts b/a.ts'])}`);
		expect(events).toHaveLength(1);
		expect(findings).toMatchObject([{ where: 'line 1', value: 'warning: something' }, { where: 'line 11', value: 'diff --git a/a.ts b/a.ts' }]);
	});

	it('a commit without a readable date is refused, not given a made-up day', () => {
		const { events, findings } = read(commitText('a', ['Author: Ann <ann@example.com>', 'Date:   3 days ago', '', '    Add']));
		expect(events).toEqual([]);
		expect(findings).toMatchObject([{ severity: 'refused', expected: 'the time at which its author wrote it' }]);
	});

	it('says the same whatever the pieces and line ends', () => {
		const text = commitText('a', [...headers, '    Add', '', '1\t1\ta.ts']) + commitText('b', [...headers, '    Äöü 文', '', '1\t1\tb.ts']);
		const whole = read(text).events;
		fc.assert(fc.property(fc.array(fc.nat({ max: text.length }), { maxLength: 8 }), fc.boolean(), (cuts, windows) => {
			const source = windows ? text.replaceAll('\n', '\r\n') : text;
			const { events } = collect((sink) => {
				const reader = createGitLogEvidence(settings, sink);
				let from = 0;
				for (const cut of [...cuts].sort((a, b) => a - b)) {
					reader.write(source.slice(from, cut));
					from = cut;
				}
				reader.write(source.slice(from));
				reader.end();
			});
			expect(events).toEqual(whole);
		}));
	});

	it('never throws, whatever the text', () => {
		fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('commit ' + shaOf('a'), 'Author: x <y>', '    m', '1\t1\t{a => b}', ':100644', '"\\3"', '')), { maxLength: 20 }), (lines) => {
			expect(() => read(lines.join('\n'))).not.toThrow();
		}));
	});

	it.each([
		['Tue Feb 11 22:10:39 2014 -0800', '2014-02-11T22:10:39-08:00'],
		['Tue Feb 1 02:10:39 2014 +0530', '2014-02-01T02:10:39+05:30'],
		['2014-02-11 22:10:39 -0800', '2014-02-11T22:10:39-08:00'],
		['Tue, 11 Feb 2014 22:10:39 +0000', '2014-02-11T22:10:39+00:00'],
		['1392185439 -0800', '2014-02-11T22:10:39-08:00'],
		['2014-02-11T22:10:39Z', '2014-02-11T22:10:39Z'],
		['2014-02-11', null],
		['2 weeks ago', null],
		['Tue Feb 31 22:10:39 2014 -0800', null],
	])('reads the date %s', (text, expected) => {
		expect(readGitDate(text)).toBe(expected);
	});

	it.each([
		['1\t2\ta/{ => b}/c.ts', 'a/b/c.ts'],
		['1\t2\ta/{b => }/c.ts', 'a/c.ts'],
		['1\t2\t{a => b}/c.ts', 'b/c.ts'],
		['1\t2\ta.ts => b.ts', 'b.ts'],
		['::100644 100644 100644 e69de29 58a6c75 58a6c75 MR\tb.ts', 'b.ts'],
		['MM\tb.ts', 'b.ts'],
		['"tab\\there.ts"', 'tab\there.ts'],
		['+added line', null],
		['new features.md', 'new features.md'],
		['diff tool.ts', 'diff tool.ts'],
		['index of terms.md', 'index of terms.md'],
		['deleted items.csv', 'deleted items.csv'],
		['rename me.ts', 'rename me.ts'],
		['Binary files.md', 'Binary files.md'],
		['@types/global.d.ts', '@types/global.d.ts'],
		['diff --git a/a.ts b/a.ts', null],
		['diff --cc a.ts', null],
		['index e69de29..58a6c75 100644', null],
		['index e69de29,58a6c75..0ddf2ba', null],
		['new file mode 100644', null],
		['new mode 100755', null],
		['old mode 100644', null],
		['deleted file mode 100644', null],
		['similarity index 98%', null],
		['dissimilarity index 60%', null],
		['rename from a.ts', null],
		['copy to b.ts', null],
		['Binary files a/x.png and b/x.png differ', null],
		['GIT binary patch', null],
		['@@ -1,2 +1,3 @@ function name()', null],
		['\\ No newline at end of file', null],
	])('finds the path in %s', (line, expected) => {
		expect(changedPath(line)).toBe(expected);
	});
});

describe('a hostile log', () => {
	const shortly = (act: () => unknown): void => {
		const started = performance.now();
		act();
		expect(performance.now() - started).toBeLessThan(500);
	};

	it('S6: a path of very many arrows and braces takes no longer than its length', () => {
		shortly(() => changedPath(`1\t1\t${'{ => '.repeat(4000)}`));
		shortly(() => changedPath(`1\t1\t${'{ => } => '.repeat(2000)}`));
		expect(['a/{b => c}/d', '{ => c}/d', 'a/{b => }/d', 'a => b', 'a/{b => c}', '{a => b}', 'x{y', 'x => {y}'].map((path) => changedPath(`1\t1\t${path}`))).toEqual(['a/c/d', 'c/d', 'a/d', 'b', 'a/c', 'b', 'x{y', '{y}']);
	});

	it('S6: a name of very many blanks takes no longer than its length', () => {
		const log = (author: string): string => `commit ${'a'.repeat(40)}\nAuthor: ${author}\nDate:   2026-03-02T09:00:00+08:00\n\n    x\n`;
		const authors: unknown[] = [];
		const read = (author: string): void => {
			const reader = createGitLogReader(({ author: found }) => authors.push(found), () => undefined);
			reader.write(log(author));
			reader.end();
		};
		shortly(() => {
			read(`a${' '.repeat(200_000)}b <a@example.com>`);
			read(`a${' '.repeat(200_000)}b`);
		});
		for (const author of ['Li Wei <li@example.com>', '<li@example.com>', 'Li <Wei> <li@example.com>', 'Li Wei', 'Li Wei <li@example.com> x']) read(author);
		expect(authors.slice(2)).toEqual([{ name: 'Li Wei', email: 'li@example.com' }, { name: '', email: 'li@example.com' }, { name: 'Li <Wei>', email: 'li@example.com' }, null, null]);
	});
});
