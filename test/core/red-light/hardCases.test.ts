import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { createCommentScanner, readPatternRows } from '../../../core/comment-patterns/index.js';
import type { CloudEvent } from '../../../core/evidence/cloudEvent.js';
import { DOCUMENT_CONFLICT, evaluateRedLights, lightToRow, readKnownLights, readRedLightRules } from '../../../core/red-light/index.js';
import type { CommitRecorded } from '../../../core/git/evidence.js';
import { CommitTally } from '../../../core/red-light/codeTally.js';
import { Repositories } from '../../../core/red-light/repositories.js';
import { compileFolderGlob } from '../../../core/red-light/glob.js';
import { abandoned, account, comment, commit, commits, merged, pageEvent, resolved, version } from './support/evidence.js';
import { code, edits, generic, lightsOf, person } from './support/evaluate.js';

const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
const unknownFact = (): never => {
	throw new Error('There is no such fact.');
};
const bot = account('robo', { bot: true });

describe('S6: the order and the spelling of facts', () => {
	it('S6: an account written in other capitals is one subject with one key in any order', () => {
		const lit = DAYS.flatMap((day) => commits(day, 6, 'src/core', 'Octo'));
		const other = commits('2026-03-02', 1, 'docs', 'octo');
		const [first, ...more] = lightsOf([...lit, ...other], '2026-03-04');
		const [again] = lightsOf([...other, ...lit], '2026-03-04');
		expect(more).toEqual([]);
		expect([again?.key, again?.subject, again?.value.subjectName]).toEqual([first?.key, first?.subject, first?.value.subjectName]);
		expect(first?.value.light).toBe('red');
	});

	it('S6: changes with one number in repositories of one name at two hosts are two changes', () => {
		const elsewhere = (event: CloudEvent): CloudEvent => ({ ...event, source: 'https://other.example.org/team/app' });
		const facts = DAYS.flatMap((day, at) => [merged(`${day}T10:00:00+08:00`, String(at + 1)), elsewhere(abandoned(`${day}T09:00:00+08:00`, String(at + 1)))]);
		const [light] = lightsOf(facts, '2026-03-04');
		expect(light?.value.days.map(({ failed, decided }) => [failed, decided])).toEqual([[1, 2], [1, 2], [1, 2]]);
		expect(light?.value.light).toBe('red');
	});
});

describe('S6: modules of two hosts', () => {
	it('S6: commits to modules of one name in repositories of one name at two hosts are not added up', () => {
		const elsewhere = (event: CloudEvent): CloudEvent => ({ ...event, source: 'https://other.example.org/team/app' });
		const three = DAYS.flatMap((day) => commits(day, 3));
		const [light] = lightsOf([...three, ...commits('2026-03-04', 3, 'src/core').map(elsewhere)], '2026-03-04', { rules: [code({ days: 1 })] });
		expect(light?.value).toMatchObject({ light: 'green', days: [{ modules: [{ commits: 3 }] }, { modules: [{ commits: 3 }, { commits: 3 }] }] });
	});

	it('S6: commits count exactly where a company has more modules than can be marked', () => {
		const facts = [0, 1, 2, 3, 4, 5, 6, 6].map((at) => commit(`2026-03-02T1${at}:00:00+08:00`, ['a/b/f.ts', 'c/d/f.ts'], 'li-wei', { contentKey: `same ending ${at} of the key` }));
		const numbers = { at: (fact: number): CloudEvent => facts[fact] ?? unknownFact() };
		for (const mostMarked of [0, 1, 2, 3]) {
			const repositories = new Repositories();
			const tally = new CommitTally(code(), repositories, numbers, mostMarked);
			facts.forEach(({ source, data }, fact) => tally.accept(data as CommitRecorded, repositories.numberOf(source, 'team/app'), 0, 1, fact));
			expect(tally.modulesOf(0)).toEqual([{ module: 0, commits: 7 }, { module: 1, commits: 7 }]);
			expect([tally.isOver(0, 6), tally.isOver(0, 7), [...tally.factsOf(0, 1)].length]).toEqual([true, false, 7]);
		}
	});

	it('S6: a hundred copies of few commits to one module are few', () => {
		const facts = Array.from({ length: 100 }, (_, at) => commit('2026-03-02T10:00:00+08:00', ['a/b/f.ts'], 'li-wei', { contentKey: `key ${at % 6}` }));
		expect(lightsOf(facts, '2026-03-02', { rules: [code({ days: 1 })] })[0]?.value).toMatchObject({ light: 'red', days: [{ modules: [{ commits: 6 }] }] });
		expect(lightsOf(facts.filter((_, at) => at % 6 > 0), '2026-03-02', { rules: [code({ days: 1 })] })[0]?.value).toMatchObject({ light: 'green', days: [{ modules: [{ commits: 5 }] }] });
	});
});

describe('S6: squashed changes', () => {
	const own = (change: string): CloudEvent => commit('2026-03-02T10:00:00+08:00', ['a/b/f.ts'], 'li-wei', { change, branch: null });
	const squashOf = (change: string, more: Partial<CommitRecorded> = {}): CloudEvent => commit('2026-03-02T11:00:00+08:00', ['a/b/f.ts'], 'li-wei', { sha: `squash of ${change}`, ...more });
	const merge = (change: string): CloudEvent => merged('2026-03-02T11:00:00+08:00', change, 'li-wei', { mergedAs: `squash of ${change}` });
	const commitsIn = (facts: readonly CloudEvent[]): number | undefined => lightsOf(facts, '2026-03-02')[0]?.value.days[0]?.modules?.[0]?.commits;

	it('S6: none of two hundred squashes is a further commit', () => {
		const changes = Array.from({ length: 200 }, (_, at) => String(at + 1));
		expect(commitsIn(changes.flatMap((change) => [own(change), squashOf(change), merge(change)]))).toBe(200);
	});

	it('S6: a commit of another repository is no squash, even with the same hash', () => {
		const facts = [own('1'), merge('1')];
		expect(commitsIn([...facts, squashOf('1')])).toBe(1);
		const elsewhere = squashOf('1', { repository: 'team/fork' });
		expect(lightsOf([...facts, elsewhere], '2026-03-02')[0]?.value.days[0]?.modules).toEqual([{ repository: 'team/app', module: 'a/b', commits: 1 }, { repository: 'team/fork', module: 'a/b', commits: 1 }]);
	});
});

describe('S7: what a light of a page shows', () => {
	it('S7: the evidence stands in the order of time, whatever the ids', () => {
		const facts = Array.from({ length: 9 }, (_, at) => ({ ...version(at + 1, `2026-03-02T1${at}:00:00+08:00`), id: `id-${9 - at}` }));
		expect(lightsOf(facts, '2026-03-03', { rules: [edits()] })[0]?.evidence.map(({ id }) => id)).toEqual(['id-9', 'id-8', 'id-7', 'id-6', 'id-5', 'id-4', 'id-3', 'id-2', 'id-1']);
	});

	it('S7: the person and the team lead see it, not the mentor', () => {
		const people = [person('P1', { mentorId: 'P2', teamLeadId: 'P3', accounts: [{ system: 'confluence', account: 'zhang-min' }] }), person('P2'), person('P3')];
		expect(lightsOf([version(1, '2026-03-02T10:00:00+08:00')], '2026-03-03', { rules: [edits()], people })[0]?.audience).toEqual({ level: 'person', persons: [{ personId: 'P1', as: 'person' }, { personId: 'P3', as: 'teamLead' }] });
	});

	it('S7: a label that is none is refused, field by field', () => {
		const label = pageEvent('labelAdded', '2026-03-02T10:00:00+08:00', { label: 'in-review', by: null, observed: true });
		const given = { rules: [edits()], calendar: createWorkingCalendar(), directory: null, scanner: null, asOf: '2026-03-03T20:00:00+08:00', known: [] };
		const wrong: ReadonlyArray<readonly [string, CloudEvent]> = [
			...[{ label: 5 }, { by: 'someone' }, { observed: 'yes' }, { space: 5 }, { title: 5 }, { url: 5 }, { page: 5 }].map((field): readonly [string, CloudEvent] => [`data.${Object.keys(field)[0] ?? ''}`, { ...label, data: { ...(label.data as object), ...field } }]),
			['id', { ...label, id: 5 as unknown as string }],
			['source', { ...label, source: 5 as unknown as string }],
		];
		for (const [where, event] of wrong) expect(evaluateRedLights({ ...given, events: [event] }).unusable.map(({ findings }) => findings[0]?.where)).toEqual([where]);
		expect(evaluateRedLights({ ...given, events: [label] }).unusable).toEqual([]);
	});
});

describe('S6: a person with several accounts', () => {
	it('S6: commits under an e-mail, under an address that hides the login, and under the account of the host count together', () => {
		const people = [person('P1', { name: 'Ann Lee', email: 'ann@example.com', accounts: [{ system: 'github', account: 'ann-lee' }] })];
		const by = (system: string, name: string) => (event: CloudEvent): CloudEvent => ({ ...event, data: { ...(event.data as object), author: account(name, { system }) } });
		const facts = DAYS.flatMap((day) => [
			...commits(day, 2).map(by('git', 'Ann@example.com')),
			...commits(day, 2).map(by('git', '123+ann-lee@users.noreply.github.com')),
			...commits(day, 2).map(by('github', 'Ann-Lee')),
		]);
		expect(lightsOf(facts, '2026-03-04', { people }).map(({ subject, value }) => [subject, value.light, value.days.map(({ modules }) => modules?.[0]?.commits)])).toEqual([['P1', 'red', [6, 6, 6]]]);
	});
});

describe('S6: bots', () => {
	const work = DAYS.flatMap((day) => commits(day, 6, 'src/core', 'robo').map((event): CloudEvent => ({ ...event, data: { ...(event.data as object), author: bot } })));

	it('S6: a bot gets a light only by a rule that counts bots', () => {
		const lights = lightsOf(work, '2026-03-04', { rules: [code({ id: 'people' }), code({ id: 'all', countBots: true })] });
		expect(lights.map(({ rule, subject, value }) => [rule.id, subject, value.light])).toEqual([['all', 'github robo', 'red']]);
	});

	it('S7: a rule that counts bots changes nothing for one that does not', () => {
		const versions = Array.from({ length: 9 }, (_, index) => version(index + 1, `2026-03-02T10:0${index}:00+08:00`, 'robo', { author: { ...bot, system: 'confluence' } }));
		const lights = lightsOf(versions, '2026-03-04', { rules: [edits({ id: 'people' }), edits({ id: 'all', countBots: true })] });
		expect(lights.map(({ rule, value }) => [rule.id, value.light])).toEqual([['all', 'red']]);
	});
});

describe('S7: the start of a review', () => {
	const versions = Array.from({ length: 9 }, (_, index) => version(index + 1, `2026-03-02T10:0${index}:00+08:00`));
	const colourWith = (text: string): string | undefined => lightsOf([...versions, comment(text, { mentions: ['li-wei'] }, '2026-03-02T10:05:30+08:00')], '2026-03-04', { rules: [edits()] })[0]?.value.light;

	it.each([
		'<p><ac:link><ri:user ri:account-id="li-wei"/></ac:link> the preview is broken</p>',
		'<p><ac:link><ri:user ri:account-id="li-wei"/></ac:link> see <ac:link><ri:page ri:content-title="Review of 2025"/></ac:link></p>',
		'@li-wei please look',
	])('S7: %s starts none', (text) => {
		expect(colourWith(text)).toBe('red');
	});

	it.each(['@li-wei please review', '@li-wei (Review)', '<p><ac:link><ri:user ri:account-id="li-wei"/></ac:link> reviewers wanted</p>', '@李伟 请评审', '@李伟 请帮忙审阅'])('S7: %s starts one', (text) => {
		expect(colourWith(text)).toBe('green');
	});
});

describe('S7: comments', () => {
	it('S7: a comment whose place on the page is gone lights nothing, and its light goes out', () => {
		const rules = [DOCUMENT_CONFLICT];
		const said = comment('这个逻辑和《随访管理需求说明》文档冲突。', { location: 'inline' });
		const scanner = createCommentScanner();
		expect(lightsOf([said], '2026-03-04', { rules, scanner }).map(({ value }) => value.light)).toEqual(['red']);
		expect(lightsOf([said, resolved('dangling')], '2026-03-04', { rules, scanner }).map(({ value }) => value.light)).toEqual(['green']);
		expect(lightsOf([said, resolved('reopened')], '2026-03-04', { rules, scanner }).map(({ value }) => value.light)).toEqual(['red']);
	});
});

describe('S6, S7: one bad fact never loses the good ones', () => {
	const good = [...DAYS.flatMap((day) => commits(day, 6)), ...Array.from({ length: 9 }, (_, index) => version(index + 1, `2026-03-02T10:0${index}:00+08:00`))];
	const made = commit('2026-03-02T10:00:00+08:00', ['src/a.ts']);
	const decided = merged('2026-03-02T10:00:00+08:00', '1');
	const closed = abandoned('2026-03-02T10:00:00+08:00', '2');
	const page = version(1, '2026-03-02T10:00:00+08:00');
	const label = pageEvent('labelAdded', '2026-03-02T10:00:00+08:00', { label: 'in-review', by: null, observed: false });
	const task = pageEvent('taskAssigned', '2026-03-02T10:00:00+08:00', { task: 't1', author: null, assignee: account('other'), text: 'review' });
	const said = comment('x');
	const broken = (event: CloudEvent, fields: object): CloudEvent => ({ ...event, data: { ...(event.data as object), ...fields } });

	it.each<readonly [string, CloudEvent]>([
		['paths that are numbers', broken(made, { paths: [1] })],
		['paths that are nothing', broken(made, { paths: [null] })],
		['no change', broken(made, { change: undefined })],
		['a change that is a number', broken(made, { change: 5 })],
		['no head', broken(decided, { head: undefined })],
		['a head that is a text', broken(decided, { head: 'main' })],
		['a head whose commit is a number', broken(decided, { head: { repository: null, branch: 'b', sha: 7 } })],
		['no merge commit', broken(decided, { mergedAs: undefined })],
		['a merge commit that is a number', broken(decided, { mergedAs: 5 })],
		['no word on what took its place', broken(closed, { supersededBy: undefined })],
		['a time that is a number', { ...decided, time: 5 as unknown as string }],
		['a title that is a number', broken(page, { title: 7, version: 99 })],
		['a space that is a number', broken(page, { space: 7, version: 99 })],
		['a label that is a number', broken(label, { label: 5 })],
		['a task without text', broken(task, { text: undefined })],
		['a task given to a text', broken(task, { assignee: 'somebody' })],
		['a comment that mentions a number', broken(said, { mentions: [5] })],
		['a comment whose text is a number', broken(said, { text: 5 })],
	])('S6, S7: %s', (_, bad) => {
		const input = { rules: [code(), edits({ titles: ['*'], spaces: ['REQ'] }), DOCUMENT_CONFLICT, generic({ bots: ['x*'] })], calendar: createWorkingCalendar({}), directory: null, scanner: createCommentScanner(), asOf: '2026-03-04T20:00:00+08:00', known: [] };
		const all = evaluateRedLights({ ...input, events: [...good.slice(0, 5), bad, ...good.slice(5)] });
		expect(all.unusable.map(({ index }) => index)).toEqual([5]);
		expect(all.unusable[0]?.findings[0]?.where).toMatch(/^(?:data\.|time)/);
		expect(all.lights).toEqual(evaluateRedLights({ ...input, events: good }).lights);
	});
});

describe('S7: known lights', () => {
	const facts = DAYS.flatMap((day) => commits(day, 6));
	const [lit] = lightsOf(facts, '2026-03-04');
	const row = lit === undefined ? {} : { ...lightToRow(lit) };

	it('S7: a light that goes out is told also where the table holds only half of it', () => {
		for (const payload of ['{"a":1}', '{"value":{}}', '{"value":{"subjectName":5},"rule":{}}', '[]', '7', JSON.stringify({ ...lit, evidence: null }), JSON.stringify({ ...lit, rule: null })]) {
			const { lights, problems } = readKnownLights([{ ...row, payload }]);
			expect(problems.map(({ column }) => column)).toEqual(['payload']);
			expect(problems[0]?.message['zh-CN']).toContain('payload');
			const out = lightsOf([], '2026-03-10', { known: lights });
			expect(out.map(({ value, key }) => [value.state, key])).toEqual([['out', lit?.key]]);
		}
		expect(readKnownLights([row]).problems).toEqual([]);
		expect(readKnownLights([{ ...row, payload: '' }])).toMatchObject({ problems: [], lights: [{ light: null }] });
	});

	it('S7: lights of a rule that was switched off or removed go out, and say so; those of rules that another evaluation judges stay', () => {
		const { lights: known } = readKnownLights([row]);
		const off = lightsOf(facts, '2026-03-04', { known, rules: [code({ enabled: false })] });
		expect(off.map(({ key, value, explanation }) => [key, value.state, explanation])).toEqual([[lit?.key, 'out', { en: 'Light went out for li-wei: the rule was switched off.', 'zh-CN': 'li-wei 灯已熄灭：规则已停用。' }]]);
		expect(lightsOf(facts, '2026-03-04', { known, rules: [edits()] })).toEqual([]);
		const removed = lightsOf(facts, '2026-03-04', { known, rules: [edits()], rulesAreAll: true });
		expect(removed.map(({ key, value, rule, explanation }) => [key, value.kind, rule.id, explanation])).toEqual([[lit?.key, 'codeStreak', code().id, { en: 'Light went out for li-wei: the rule was removed.', 'zh-CN': 'li-wei 灯已熄灭：规则已删除。' }]]);
		// A light that is out already is not told again.
		expect(lightsOf(facts, '2026-03-04', { known: readKnownLights([{ ...row, state: 'out' }]).lights, rules: [edits()], rulesAreAll: true })).toEqual([]);
	});
});

describe('S6, S7: what is wrong with a rule or a pattern', () => {
	it('S6, S7: is said in natural Chinese, and without doubled marks', () => {
		const rules = readRedLightRules([{ id: 'x', kind: 'codeStreak', moduleDepth: 99, moduleBy: 'codeowners', codeowners: `${'a'.repeat(600)} @x` }]).problems;
		const patterns = readPatternRows([{ id: 'q', kind: 'relation', language: 'en', pattern: '(?=a)' }, { kind: 'relation' }]).problems;
		const said = [...rules, ...patterns].map(({ message }) => message);
		expect(said.map(({ en }) => en).filter((en) => /\.\./.test(en))).toEqual([]);
		expect(said.map((message) => message['zh-CN']).filter((zh) => /\brow\b|为\d|。。|\.）/.test(zh))).toEqual([]);
		expect(patterns[0]?.message['zh-CN']).toMatch(/^模式第 1 行（q）：/);
	});
});

describe('S6: words of a light', () => {
	it('S6: Chinese and Latin letters stand apart', () => {
		const share = generic({ measure: 'changesAbandoned', perMeasure: 'changesDecided', threshold: 40, window: 'slidingDays' });
		const zh = lightsOf(DAYS.map((day, at) => merged(`${day}T10:00:00+08:00`, String(at))), '2026-03-04', { rules: [share] }).map(({ explanation }) => explanation['zh-CN']);
		expect(zh).toEqual(['li-wei 绿灯：3 个工作日内未合并而关闭的 PR 0%（0/3）（规则“3 个工作日内未合并而关闭的 PR 占已裁决 PR 的比例大于 40%”）。']);
	});
});

describe('S6: patterns', () => {
	it('S6: a pattern of very many slashes is refused at once', () => {
		const started = performance.now();
		expect(() => compileFolderGlob(`${'/'.repeat(100_000)}x`)).toThrow('longer than 500 characters');
		expect(performance.now() - started).toBeLessThan(200);
		expect(compileFolderGlob('src/api///')('src/api/a.ts')).toBe(true);
	});
});
