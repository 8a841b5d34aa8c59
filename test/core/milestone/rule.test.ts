import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeMilestone } from '../../../core/milestone/describe.js';
import { readMilestoneRule } from '../../../core/milestone/readRule.js';
import { by, MILESTONE_DEFAULTS, normalPercent, nth, percentOfTarget, requiredCount, type MilestoneRule } from '../../../core/milestone/rule.js';
import { MILESTONE_RULE_SCHEMA } from '../../../core/milestone/rule.schema.js';
import { parseMilestoneSentence } from '../../../core/milestone/sentence.js';
import { MILESTONE_TEXTS, milestoneText, ordinal } from '../../../core/milestone/texts.js';

const ajv = new Ajv2020({ allErrors: true, formats: fullFormats });
const validate = ajv.compile(MILESTONE_RULE_SCHEMA);
const problemsOf = (value: unknown): readonly string[] => {
	const read = readMilestoneRule(value);
	return read.ok ? [] : read.problems.map(({ field }) => field);
};
const sentence = (text: string): MilestoneRule => {
	const read = parseMilestoneSentence(text);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.value;
};

describe('S1: percentage of the target in whole numbers', () => {
	it.each([['80', 33, 27], ['55', 100, 55], ['100', 33, 33], ['0.1', 1, 1], ['33.3', 1000, 333], ['7', 100, 7], ['29', 100, 29]])('$0 percent of $1 is $2', (percent, target, expected) => {
		expect(requiredCount(percent, target)).toBe(expected);
	});

	it('is the least count that is not below the share', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 1_000_000 }), (basisPoints, target) => {
				const percent = normalPercent((basisPoints / 100).toFixed(2)) ?? '';
				const n = requiredCount(percent, target);
				expect(BigInt(n) * 10_000n >= BigInt(basisPoints) * BigInt(target)).toBe(true);
				expect(BigInt(n - 1) * 10_000n < BigInt(basisPoints) * BigInt(target)).toBe(true);
			}),
		);
	});

	it('refuses what is no percentage', () => {
		for (const wrong of ['0', '0.0', '101', '100.1', '-5', 'x', '1e2']) expect(normalPercent(wrong)).toBeNull();
		expect(normalPercent('80.50 %')).toBe('80.5');
	});
});

describe('S1: a rule as JSON', () => {
	it('fills what is left out and keeps what is given', () => {
		const read = readMilestoneRule({ id: 'm1', measure: 'enrolled', threshold: { kind: 'percentOfTarget', percent: 80, target: 33 }, per: 'site' });
		expect(read).toEqual({ ok: true, value: { ...MILESTONE_DEFAULTS, id: 'm1', version: '1', measure: 'enrolled', threshold: percentOfTarget('80', 33), per: 'site' } });
	});

	it('names field, value, expectation and remedy of everything wrong at once', () => {
		const read = readMilestoneRule({ id: 'm1', measure: 'enroled', threshold: { kind: 'nth', n: 0 }, per: 'ward', event: 'SE.3' });
		expect(read.ok ? [] : read.problems).toEqual([
			expect.objectContaining({ field: 'event', value: '"SE.3"' }),
			expect.objectContaining({ field: 'measure', value: '"enroled"', expected: expect.stringContaining('one of enrolled, randomised') as string }),
			expect.objectContaining({ field: 'threshold.n', value: '0', expected: 'a whole number from 1 to 10000000', remedy: 'Give "n" as a number of subjects.' }),
			expect.objectContaining({ field: 'per', value: '"ward"' }),
		]);
		expect(problemsOf('x')).toEqual(['rule']);
		expect(problemsOf({ id: 'a', measure: 'visitComplete', threshold: { kind: 'nth', n: 1 } })).toEqual(['events']);
		expect(problemsOf({ id: 'a', measure: 'enrolled', threshold: { kind: 'late', due: '2026-02-30', n: 5 } })).toEqual(['threshold.due']);
		expect(problemsOf({ id: 'a', measure: 'enrolled', threshold: { kind: 'late', due: '2026-02-28' } })).toEqual(['threshold.n']);
		expect(problemsOf({ id: 'a', measure: 'databaseLocked', per: 'site' })).toEqual(['per']);
		expect(problemsOf({ id: 'a', measure: 'enrolled', threshold: { kind: 'nth', n: 5 }, constructor: 1 })).toEqual(['constructor']);
	});

	it('reader and JSON Schema agree', () => {
		const threshold = fc.oneof(
			fc.record({ kind: fc.constantFrom('nth', 'x'), n: fc.constantFrom(1, 5, 0, 1.5, '5') }, { requiredKeys: ['kind'] }),
			fc.record({ kind: fc.constant('percentOfTarget'), percent: fc.constantFrom(80, '33.3', 0, 'x'), target: fc.constantFrom(33, null, -1), targets: fc.constantFrom({ S1: 3 }, { S1: 'x' }) }, { requiredKeys: ['kind'] }),
		);
		const value = fc.record(
			{
				id: fc.constantFrom('m', '', 5),
				version: fc.constantFrom('1', '', 2),
				study: fc.constantFrom(null, 'ST', 7),
				measure: fc.constantFrom('enrolled', 'randomised', 'queryClosed', 'x'),
				threshold,
				per: fc.constantFrom('study', 'site', 'x'),
				sites: fc.constantFrom([], ['a'], [''], 'a'),
				eventsByArm: fc.constantFrom({}, { X: ['SE'] }, { X: [] }, []),
				unverifiedCounts: fc.constantFrom(true, 'true'),
				lockLevel: fc.constantFrom('lock', 'x'),
				extra: fc.constant(1),
				n: fc.constantFrom(5, 0),
			},
			{ requiredKeys: ['id', 'measure', 'threshold'] },
		);
		fc.assert(
			fc.property(value, (rule) => {
				expect(problemsOf(rule).length === 0).toBe(validate(rule));
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('S1: a rule as a sentence', () => {
	const expected = (rule: Partial<MilestoneRule>): Partial<MilestoneRule> => rule;
	it.each<[string, string, Partial<MilestoneRule>]>([
		['100th subject completed follow-up', '第100例受试者完成随访', expected({ measure: 'followUpComplete', threshold: nth(100) })],
		['The 100th subject has completed follow-up at visit SE.3.', '第 100 例受试者完成随访（访视 SE.3）。', expected({ measure: 'followUpComplete', events: ['SE.3'] })],
		['20th subject completed visit SE.3 per site', '每中心第20例受试者完成访视SE.3', expected({ measure: 'visitComplete', events: ['SE.3'], per: 'site' })],
		['80 % of 33 subjects enrolled', '目标33例的80%受试者入组', expected({ measure: 'enrolled', threshold: percentOfTarget('80', 33) })],
		['80% of target subjects randomized', '目标例数的80%受试者随机', expected({ measure: 'randomised', threshold: percentOfTarget('80', null) })],
		['enrolment of 50 subjects by 2026-06-30', '2026-06-30前50例受试者入组', expected({ measure: 'enrolled', threshold: by('2026-06-30', nth(50)) })],
		['5th subject completed form F.DM, F.AE at visit SE.1', '第5例受试者完成表单 F.DM、F.AE，访视 SE.1', expected({ measure: 'formComplete', forms: ['F.DM', 'F.AE'], events: ['SE.1'] })],
		['5th subject has form F.DM signed at site 01, 02', '研究中心 01、02 第5例受试者表单 F.DM 已签名', expected({ measure: 'formSigned', forms: ['F.DM'], sites: ['01', '02'] })],
		['10th subject has all queries closed per country', '每个国家第10例受试者质疑全部关闭', expected({ measure: 'queryClosed', per: 'country' })],
		['database locked by 2026-12-31 in study ST.1', '截至2026-12-31 研究 ST.1 数据库锁库', expected({ measure: 'databaseLocked', study: 'ST.1', threshold: by('2026-12-31', nth(1)) })],
		['3rd subject randomised, by entry time', '第3例受试者随机，按录入时间', expected({ measure: 'randomised', by: 'entry' })],
	])('%s = %s', (english, chinese, wanted) => {
		expect(sentence(english)).toMatchObject(wanted);
		expect(sentence(chinese)).toEqual(sentence(english));
	});

	it('what it says is the same rule when read back, in both languages, with the same id', () => {
		const oid = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,8}$/), fc.constantFrom('Visit 3', '随访', 'site', 'a.'));
		const oids = fc.uniqueArray(oid, { minLength: 1, maxLength: 3 });
		const none = fc.constant<string[]>([]);
		const count = fc.integer({ min: 1, max: 99_999 });
		const base = fc.oneof(count.map(nth), fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.option(count)).map(([tenths, target]) => percentOfTarget(normalPercent((tenths / 10).toFixed(1)) ?? '1', target)));
		const threshold = fc.tuple(base, fc.boolean()).map(([wanted, late]) => (late ? by('2026-06-30', wanted) : wanted));
		const shape = fc.oneof(
			fc.record({ measure: fc.constantFrom('enrolled' as const, 'randomised' as const, 'queryClosed' as const), events: none, forms: none, threshold }),
			fc.record({ measure: fc.constantFrom('visitComplete' as const), events: oids, forms: none, threshold }),
			fc.record({ measure: fc.constantFrom('followUpComplete' as const), events: fc.oneof(oids, none), forms: none, threshold }),
			fc.record({ measure: fc.constantFrom('formComplete' as const, 'formSigned' as const), events: fc.oneof(oids, none), forms: oids, threshold }),
			fc.record({ measure: fc.constant('formSigned' as const), events: none, forms: none, threshold }),
			fc.record({ measure: fc.constant('databaseLocked' as const), events: none, forms: none, threshold: fc.constantFrom(nth(1), by('2026-06-30', nth(1))) }),
		);
		fc.assert(
			fc.property(shape, fc.constantFrom('study' as const, 'site' as const, 'country' as const), fc.constantFrom('event' as const, 'entry' as const), fc.oneof(oids, none), fc.option(oid), (fields, per, order, sites, study) => {
				const rule: MilestoneRule = { ...MILESTONE_DEFAULTS, id: 'x', version: '1', ...fields, per: fields.measure === 'databaseLocked' ? 'study' : per, by: order, sites, study };
				for (const language of ['en', 'zh-CN'] as const) {
					const read = parseMilestoneSentence(describeMilestone(rule, language), { id: 'x' });
					expect(read).toEqual({ ok: true, value: rule });
				}
			}),
			{ numRuns: 1000 },
		);
		expect(sentence('第100例受试者完成随访').id).toBe('100th-subject-completed-follow-up');
	});

	it.each([
		['', 'empty'],
		['100th subject did something', 'known at character 15'],
		['subjects enrolled', 'known at character 1'],
		['100th subject', 'what the subjects reach'],
		['completed follow-up', 'how many subjects'],
		['100th subject completed visit', 'an OID after this word'],
		['0th subject enrolled', 'from 1'],
		['50 subjects enrolled by 2026-02-30', 'a date that exists'],
		['120% of 33 subjects enrolled', 'a percentage above 0'],
		['第100例受试者出院', 'known at character 9'],
	])('refuses "%s" and says why', (text, reason) => {
		const read = parseMilestoneSentence(text);
		expect(read.ok).toBe(false);
		expect(read.ok ? '' : `${read.problems[0]?.value ?? ''} ${read.problems[0]?.expected ?? ''}`).toContain(reason);
		expect(read.ok ? '' : read.problems[0]?.remedy).not.toBe('');
	});

	it('reads any text in linear time', () => {
		for (const hostile of ['1'.repeat(2000), 'a, '.repeat(600), '100th subject completed visit ' + 'a, '.repeat(600), '第'.repeat(1999), ' '.repeat(1999) + 'x', '"'.repeat(1500)]) {
			const start = performance.now();
			parseMilestoneSentence(hostile);
			expect(performance.now() - start).toBeLessThan(100);
		}
	});
});

describe('S1: texts', () => {
	const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

	it('every text has the same placeholders in both languages', () => {
		const languageOnly = new Set(['n', 'ordinal']);
		for (const [key, text] of Object.entries(MILESTONE_TEXTS)) {
			const [english, chinese] = [text.en, text['zh-CN']].map((one) => placeholders(one).filter((name) => !languageOnly.has(name)));
			expect({ key, placeholders: chinese }).toEqual({ key, placeholders: english });
			expect(/\{n\}|\{ordinal\}/.test(text.en)).toBe(/\{n\}|\{ordinal\}/.test(text['zh-CN']));
		}
	});

	it('values cannot bring placeholders or prototypes in', () => {
		expect(milestoneText('atSite', { site: '{count}' }).en).toBe(' at site {count}');
		expect(milestoneText('atSite', {}).en).toBe(' at site ');
		expect([1, 2, 3, 4, 11, 12, 13, 21, 100, 101, 111, 112].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '100th', '101st', '111th', '112th']);
	});
});
