import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readCodeowners } from '../../../core/red-light/codeowners.js';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { CODE_STREAK, DEFAULT_RULES, readRedLightRules, RED_LIGHT_RULE_SCHEMA, stepObjection } from '../../../core/red-light/index.js';
import { redact, visibleTo } from '../../../core/visibility/visibility.js';
import { commits } from './support/evidence.js';
import { code, lightOf, person } from './support/evaluate.js';

describe('S6: rules are rows', () => {
	const validate = new Ajv({ strict: false }).compile(RED_LIGHT_RULE_SCHEMA);

	it('S6: the rules of the pack fit the schema and read back as they are', () => {
		for (const rule of DEFAULT_RULES) expect(validate(rule), JSON.stringify(validate.errors)).toBe(true);
		expect(readRedLightRules(JSON.parse(JSON.stringify(DEFAULT_RULES)) as unknown[])).toEqual({ rules: DEFAULT_RULES, problems: [] });
	});

	it('S6: what the schema refuses the reader refuses too', () => {
		for (const wrong of [{ days: 0 }, { days: 2.5 }, { failureRateOver: 101 }, { reading: 'both' }, { bots: 5 }, { unknown: 1 }, { moduleDepth: 0 }]) {
			const rule = { id: 'r', kind: 'codeStreak', ...wrong };
			expect(validate(rule)).toBe(false);
			expect(readRedLightRules([rule]).problems).toHaveLength(1);
		}
	});

	it('S6: cells of a table are read as people write them; empty ones have the default', () => {
		const { rules, problems } = readRedLightRules([{ ruleId: 'r', kind: 'codeStreak', nameEn: 'R', nameZh: '', enabled: 'true', failureRateOver: '33.3 %', bots: '*-bot，*[bot]', days: '', commitsOver: null, exclude: 'a/{b,c}/**, *.lock' }]);
		expect(problems).toEqual([]);
		expect(rules).toEqual([{ ...CODE_STREAK, id: 'r', name: { en: 'R', 'zh-CN': 'R' }, failureRateOver: 33.3, bots: ['*-bot', '*[bot]'], exclude: ['a/{b,c}/**', '*.lock'] }]);
	});

	it('S6: a wrong rule is refused with row, field, value and remedy in both languages, and loses no other', () => {
		const { rules, problems } = readRedLightRules([{ id: 'good', kind: 'pageEdits' }, { id: 'bad', kind: 'codeStreak', days: 'three', moduleBy: 'globs' }, { id: 'good', kind: 'generic' }, 7, { kind: 'codestreak' }]);
		expect(rules.map(({ id }) => id)).toEqual(['good']);
		expect(problems.map(({ row, field }) => [row, field])).toEqual([[2, 'days'], [3, 'id'], [4, ''], [5, 'kind']]);
		expect(problems[0]).toMatchObject({ message: { en: 'Row 2 (rule “bad”), field “days” is "three", expected a whole number from 1 to 60.', 'zh-CN': '第 2 行（规则“bad”），字段“days”为 "three"，应为 1 到 60 的整数。' }, remedy: { en: 'Enter a whole number from 1 to 60 for “days”.' } });
		expect(readRedLightRules([{ id: 'm', kind: 'codeStreak', moduleBy: 'globs' }, { id: 'o', kind: 'codeStreak', moduleBy: 'codeowners' }, { id: 'g', kind: 'generic', measure: 'changesMerged', groupBy: 'module' }]).problems.map(({ field }) => field)).toEqual(['moduleGlobs', 'codeowners', 'groupBy']);
	});
});

describe('S6: modules', () => {
	const modulesOf = (paths: readonly string[], more: Parameters<typeof code>[0] = {}): string[] => {
		const [first] = commits('2026-03-02', 1);
		const facts = first === undefined ? [] : [{ ...first, data: { ...(first.data as object), paths } }];
		return lightOf(facts, '2026-03-02', { rules: [code(more)] }).value.days[0]?.modules?.map(({ module }) => module).sort() ?? [];
	};

	it('S6: the first segments of the directory, a root file by itself, each module once', () => {
		expect(modulesOf(['src/core/a.ts', 'src/core/deep/b.ts', 'src/a.ts', 'README.md', 'src/corex/a.ts'])).toEqual(['(root)', 'src', 'src/core', 'src/corex']);
		expect(modulesOf(['src/core/deep/b.ts'], { moduleDepth: 3 })).toEqual(['src/core/deep']);
		expect(modulesOf(['src/core/a.ts', 'yarn.lock', 'dist/a/b.js'], { exclude: ['*.lock', 'dist/**'] })).toEqual(['src/core']);
	});

	it('S6: patterns, the first that matches wins', () => {
		expect(modulesOf(['src/api/a.ts', 'src/web/a.ts', 'docs/a.md'], { moduleBy: 'globs', moduleGlobs: [{ pattern: 'src/api/**', module: 'API' }, { pattern: 'src/**', module: '' }] })).toEqual(['API', 'src/**']);
	});

	it('S6: CODEOWNERS, the last line that matches wins; GitLab sections and exclusions', () => {
		const github = readCodeowners('# all\n* @all\n/src/ @core\n*.md @docs\n/src/api/* @api\n', 'github');
		expect(github('src/api/a.ts')).toEqual(['/src/api/*']);
		expect(github('src/api/deep/a.ts')).toEqual(['/src/']);
		expect(github('src/readme.md')).toEqual(['*.md']);
		expect(github('a.txt')).toEqual(['*']);
		const gitlab = readCodeowners('* @all\n!*.lock\n[Docs][2] @docs\n*.md\n^[Optional]\n/src/ @x\n', 'gitlab');
		expect(gitlab('src/a.md')).toEqual(['*', '[docs] *.md', '[optional] /src/']);
		expect(gitlab('a.lock')).toEqual([]);
		expect(modulesOf(['src/core/a.ts', 'b.md'], { moduleBy: 'codeowners', codeowners: '/src/ @core\n' })).toEqual(['/src/']);
	});
});

describe('S6, S10: who sees a light, and how it is objected to', () => {
	const people = [person('P1', { accounts: [{ system: 'github', account: 'li-wei' }], managerId: 'P3' }), person('P3'), person('P4')];
	const light = lightOf(commits('2026-03-02', 6), '2026-03-02', { people });

	it('S10: the person and the mentor (else the manager) see it, nobody else', () => {
		expect(['P1', 'P3', 'P4', null].map((personId) => visibleTo(light, { personId }))).toEqual([true, true, false, false]);
		expect(redact(light, { personId: 'P4' })).toEqual({ key: light.key, hidden: true, explanation: { en: 'Visible only to the person concerned and whoever is asked to help.', 'zh-CN': '仅当事人及其协助人可见。' } });
		expect(redact(light, { personId: 'P1' })).toBe(light);
		expect(visibleTo({}, { personId: 'P1' })).toBe(false);
	});

	it('S7: an objection has states and a deadline of 15 working days', () => {
		const calendar = createWorkingCalendar();
		const filed = stepObjection(null, { step: 'file', at: '2026-09-18T10:00:00+08:00', reason: 'the failures were planned' }, calendar);
		expect(filed).toMatchObject({ ok: true, objection: { state: 'filed', deadline: '2026-10-15' } });
		if (!filed.ok) return;
		const review = stepObjection(filed.objection, { step: 'review', at: '2026-09-21T10:00:00+08:00', by: 'P9' }, calendar);
		const upheld = review.ok ? stepObjection(review.objection, { step: 'uphold', at: '2026-09-22T10:00:00+08:00', by: 'P9' }, calendar) : review;
		expect(upheld).toMatchObject({ ok: true, objection: { state: 'upheld', decidedBy: 'P9' } });
		expect(upheld.ok && stepObjection(upheld.objection, { step: 'reject', at: '2026-09-22T10:00:00+08:00', by: 'P9' }, calendar)).toMatchObject({ ok: false, reason: { 'zh-CN': '异议成立，不能再变更。' } });
		expect(stepObjection(filed.objection, { step: 'file', at: '2026-09-19T10:00:00+08:00', reason: 'again' }, calendar).ok).toBe(false);
		expect(stepObjection(null, { step: 'withdraw', at: '2026-09-19T10:00:00+08:00', by: 'P1' }, calendar)).toMatchObject({ ok: false, reason: { en: 'No objection was filed.' } });
	});
});
