import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../core/evidence/cloudEvent.js';
import { abandoned, check, commit, commits, merged, version } from './support/evidence.js';
import { colourOf, generic, lightOf, lightsOf, person } from './support/evaluate.js';

describe('S6: a rule without code', () => {
	it('S6: a count per person on consecutive working days', () => {
		const facts = ['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day) => commits(day, 4));
		const rule = generic({ measure: 'commits', operator: 'atLeast', threshold: 4 });
		expect(lightOf(facts, '2026-03-04', { rules: [rule] }).value).toMatchObject({ light: 'red', streak: 3, days: [{ figure: 4 }, { figure: 4 }, { figure: 4 }] });
		expect(colourOf(facts, '2026-03-04', { rules: [{ ...rule, operator: 'over' }] })).toBe('green');
		expect(colourOf(facts, '2026-03-04', { rules: [{ ...rule, days: 4 }] })).toBe('yellow');
	});

	it('S6: a share over a sliding window, with its figure in words', () => {
		const facts = [abandoned('2026-03-02T10:00:00+08:00', '1'), abandoned('2026-03-04T10:00:00+08:00', '2'), merged('2026-03-05T10:00:00+08:00', '3')];
		const rule = generic({ measure: 'changesAbandoned', perMeasure: 'changesDecided', operator: 'over', threshold: 50, window: 'slidingDays', days: 5, minSample: 3 });
		const light = lightOf(facts, '2026-03-06', { rules: [rule] });
		expect(light.value).toMatchObject({ light: 'red', figure: { en: '66.7% (2 of 3 pull requests decided) in 5 working days', 'zh-CN': '5 个工作日内未合并而关闭的 PR 66.7%（2/3）' } });
		expect(light.evidence).toHaveLength(3);
		// On Monday the first of them has left the window.
		expect(lightOf(facts, '2026-03-09', { rules: [rule] }).value).toMatchObject({ light: 'green', grey: 'tooFew' });
		expect(colourOf(facts, '2026-03-06', { rules: [{ ...rule, threshold: 70, yellowAt: 60 }] })).toBe('yellow');
	});

	it('S6: too little of something is red by days that are over, also where nothing happened', () => {
		const facts = [commit('2026-03-02T10:00:00+08:00', ['a/b.ts'])];
		const rule = generic({ measure: 'commits', operator: 'under', threshold: 1, days: 3 });
		expect(colourOf(facts, '2026-03-05', { rules: [rule] })).toBe('yellow');
		expect(colourOf(facts, '2026-03-06', { rules: [rule] })).toBe('red');
		expect(colourOf(facts, '2026-03-06', { rules: [{ ...rule, window: 'slidingDays' }] })).toBe('red');
	});

	it('S6: filters by field, and grouping by repository, module, page, space, department and team', () => {
		const failing = [check('2026-03-02T10:00:00+08:00', '1', 'failure', 'lint'), check('2026-03-02T11:00:00+08:00', '2', 'failure', 'build'), check('2026-03-02T12:00:00+08:00', '3', 'success', 'lint')];
		const rule = generic({ measure: 'checksFailed', operator: 'atLeast', threshold: 1, days: 1, filters: [{ field: 'name', test: 'matches', value: 'LI*' }] });
		expect(lightOf(failing, '2026-03-02', { rules: [{ ...rule, groupBy: 'repository' }] })).toMatchObject({ subject: 'https://git.example.com/team/app team/app', audience: { level: 'open' }, value: { light: 'red', days: [{ figure: 1 }], personId: null } });
		const two = [commit('2026-03-02T10:00:00+08:00', ['src/core/a.ts', 'docs/a.md'])];
		expect(lightsOf(two, '2026-03-02', { rules: [generic({ threshold: 0, days: 1, groupBy: 'module' })] }).map(({ subject, value }) => [subject, value.subjectName])).toEqual([['https://git.example.com/team/app team/app src/core', 'team/app src/core'], ['https://git.example.com/team/app team/app docs', 'team/app docs']]);
		const people = [person('P1', { department: 'R&D', teamLeadId: 'P9', accounts: [{ system: 'github', account: 'li-wei' }] }), person('P2', { department: 'R&D', teamLeadId: 'P9', accounts: [{ system: 'github', account: 'li-na' }] })];
		const both = [...commits('2026-03-02', 2), ...commits('2026-03-02', 2, 'src/core', 'li-na')];
		for (const groupBy of ['department', 'team'] as const) expect(lightOf(both, '2026-03-02', { people, rules: [generic({ threshold: 3, days: 1, groupBy })] }).value).toMatchObject({ light: 'red', days: [{ figure: 4 }] });
		expect(lightOf([version(1, '2026-03-02T10:00:00+08:00')], '2026-03-02', { rules: [generic({ measure: 'pageVersions', threshold: 0, days: 1, groupBy: 'space' })] })).toMatchObject({ subject: 'https://wiki.example.com REQ', value: { subjectName: 'REQ' } });
	});

	it('S6: repositories, modules and spaces of one name at two hosts are two groups', () => {
		const other = (event: CloudEvent): CloudEvent => ({ ...event, source: 'https://other.example.org/team/app' });
		const work = [...commits('2026-03-02', 2), ...commits('2026-03-02', 1).map(other)];
		for (const groupBy of ['repository', 'module'] as const) expect(lightsOf(work, '2026-03-02', { rules: [generic({ threshold: 9, days: 1, groupBy })] }).map(({ value }) => value.days[0]?.figure)).toEqual([2, 1]);
		const pages = [1, 2].map((number) => version(number, '2026-03-02T10:00:00+08:00'));
		expect(lightsOf([...pages, ...pages.map(other)], '2026-03-02', { rules: [generic({ measure: 'pageVersions', threshold: 9, days: 1, groupBy: 'space' })] }).map(({ value }) => value.days[0]?.figure)).toEqual([2, 2]);
	});

	it('S6: a page that was renamed is called by its newest title, in whatever order the facts come', () => {
		const facts = [version(1, '2026-03-02T10:00:00+08:00', 'zhang-min', { title: 'Old' }), version(3, undefined, 'zhang-min', { title: 'Untimed' }), version(2, '2026-03-02T11:00:00+08:00', 'zhang-min', { title: 'New' })];
		const rules = [generic({ measure: 'pageVersions', threshold: 9, days: 1, groupBy: 'page' })];
		for (const given of [facts, [...facts].reverse()]) expect(lightOf(given, '2026-03-02', { rules }).value.subjectName).toBe('New');
	});

	it('S6: repeats and copies count once', () => {
		const facts = commits('2026-03-02', 3);
		expect(lightOf([...facts, ...facts], '2026-03-02', { rules: [generic({ threshold: 2, days: 1 })] }).value.days).toMatchObject([{ figure: 3 }]);
	});
});
