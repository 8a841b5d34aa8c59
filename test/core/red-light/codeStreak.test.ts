import { describe, expect, it } from 'vitest';
import { abandoned, account, check, commit, commits, conflicted, created, merged } from './support/evidence.js';
import { code, colourOf, lightOf, lightsOf, person } from './support/evaluate.js';

/** A day with the failure rate 2 of 3. */
const badDay = (day: string, first: number, author = 'li-wei') => [abandoned(`${day}T10:00:00+08:00`, String(first), author), abandoned(`${day}T11:00:00+08:00`, String(first + 1), author), merged(`${day}T12:00:00+08:00`, String(first + 2), author)];

describe('S6: three consecutive working days', () => {
	it('S6: Friday A, make-up Sunday B, Monday A is red; two of three are yellow', () => {
		const facts = [...badDay('2026-09-18', 1), ...commits('2026-09-20', 6), ...badDay('2026-09-21', 11)];
		const light = lightOf(facts, '2026-09-21');
		expect(light.value).toMatchObject({ light: 'red', state: 'new', streak: 3, firstDay: '2026-09-18', lastDay: '2026-09-21' });
		expect(light.value.days.map(({ date, by, failureRate, modules }) => [date, by, failureRate, modules?.[0]?.commits ?? 0])).toEqual([
			['2026-09-18', ['A'], '66.7%', 0],
			['2026-09-20', ['B'], null, 6],
			['2026-09-21', ['A'], '66.7%', 0],
		]);
		expect(light.evidence).toHaveLength(12);
		expect(light.evidence[0]).toMatchObject({ url: 'https://git.example.com/team/app/pull/1', label: 'team/app#1 “Change 1”' });
		expect(light.explanation.en).toBe(
			'Red light for li-wei: on 3 consecutive working days (2026-09-18 2 of 3 pull requests failed (66.7%); 2026-09-20 6 commits to team/app src/core; 2026-09-21 2 of 3 pull requests failed (66.7%)) the rule “PR merge failure rate > 40% or more than 5 commits to one module” held.',
		);
		expect(light.explanation['zh-CN']).toBe('li-wei 红灯：连续 3 个工作日（2026-09-18 PR 合并失败率 66.7%（2/3）；2026-09-20 模块 team/app src/core 提交 6 次；2026-09-21 PR 合并失败率 66.7%（2/3））符合规则“PR 合并失败率 > 40% 或同一模块重复提交 > 5 次”。');
		expect(colourOf(facts, '2026-09-20')).toBe('yellow');
		expect(light).toMatchObject({ humanDecision: null, objection: null, audience: { level: 'person', persons: [] } });
	});

	it('S6: exactly 40 % and exactly 5 commits are clear', () => {
		const two = (day: string, first: number) => [1, 2].map((n) => abandoned(`${day}T10:0${n}:00+08:00`, String(first + n)));
		const three = (day: string, first: number) => [3, 4, 5].map((n) => merged(`${day}T10:0${n}:00+08:00`, String(first + n)));
		const forty = ['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day, at) => [...two(day, at * 10), ...three(day, at * 10)]);
		expect(colourOf(forty, '2026-03-04')).toBe('green');
		expect(colourOf(['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day) => commits(day, 5)), '2026-03-04')).toBe('green');
		expect(colourOf(['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day) => commits(day, 6)), '2026-03-04')).toBe('red');
		expect(colourOf(forty, '2026-03-04', { rules: [code({ failureRateOver: 39.9 })] })).toBe('red');
	});

	it('S6: a streak spans National Day and counts the make-up Saturday', () => {
		// 2026-09-30 is the last working day before the holidays; 10-08, 10-09 and Saturday 10-10 follow.
		expect(colourOf([...badDay('2026-09-30', 1), ...badDay('2026-10-08', 11), ...badDay('2026-10-09', 21)], '2026-10-09')).toBe('red');
		expect(colourOf([...badDay('2026-10-08', 1), ...badDay('2026-10-09', 11), ...badDay('2026-10-12', 21)], '2026-10-12')).toBe('yellow');
		expect(colourOf([...badDay('2026-10-09', 1), ...badDay('2026-10-10', 11), ...badDay('2026-10-12', 21)], '2026-10-12')).toBe('red');
	});

	it('S6: a streak spans Spring Festival, and decisions of the holidays count with the next working day', () => {
		expect(colourOf([...badDay('2026-02-13', 1), ...badDay('2026-02-14', 11), ...badDay('2026-02-24', 21)], '2026-02-24')).toBe('red');
		const inHolidays = lightOf([...badDay('2026-02-13', 1), ...badDay('2026-02-14', 11), ...badDay('2026-02-18', 21)], '2026-02-24');
		expect(inHolidays.value).toMatchObject({ light: 'red', lastDay: '2026-02-24' });
	});

	it('S6: a leap day is a working day like any other', () => {
		expect(colourOf([...badDay('2024-02-28', 1), ...badDay('2024-02-29', 11), ...badDay('2024-03-01', 21)], '2024-03-01')).toBe('red');
		expect(colourOf([...badDay('2024-02-27', 1), ...badDay('2024-02-28', 11), ...badDay('2024-03-01', 21)], '2024-03-01')).toBe('yellow');
	});

	it('S6: the day is that of the team’s zone, also on the night in which clocks change', () => {
		const calendar = { zone: 'Europe/Berlin', statutory: 'none' } as const;
		// Clocks go forward on Sunday 2026-03-29; 22:30Z on Monday 30 March is Tuesday 00:30 in summer time.
		const facts = [...badDay('2026-03-27', 1), abandoned('2026-03-29T23:30:00Z', '11'), abandoned('2026-03-30T22:30:00Z', '21')];
		expect(lightOf(facts, '2026-03-31T12:00:00Z', { calendar }).value).toMatchObject({ light: 'red', firstDay: '2026-03-27', lastDay: '2026-03-31' });
		expect(colourOf(facts, '2026-03-31T12:00:00Z', { calendar: { ...calendar, zone: 'UTC' } })).not.toBe('red');
	});

	it('S6: a day of leave is no working day of that person', () => {
		const people = [person('P1', { name: 'Li Wei', accounts: [{ system: 'github', account: 'li-wei' }], mentorId: 'P2' }), person('P2')];
		const facts = [...badDay('2026-03-02', 1), ...badDay('2026-03-04', 11), ...badDay('2026-03-05', 21)];
		expect(colourOf(facts, '2026-03-05', { people })).toBe('yellow');
		const light = lightOf(facts, '2026-03-05', { people, calendar: { leave: { P1: ['2026-03-03'] } } });
		expect(light).toMatchObject({ subject: 'P1', value: { light: 'red', subjectName: 'Li Wei', personId: 'P1', joined: true }, audience: { level: 'person', persons: [{ personId: 'P1', as: 'person' }, { personId: 'P2', as: 'mentor' }] } });
	});

	it('S6: a year without notice waits and says so', () => {
		const light = lightOf(['2031-03-03', '2031-03-04', '2031-03-05'].flatMap((day, at) => badDay(day, at * 10 + 1)), '2031-03-05');
		expect(light.value).toMatchObject({ grey: 'calendarMissing' });
		expect(light.value.light).not.toBe('red');
		expect(light.explanation['zh-CN']).toContain('日历未公布');
		expect(colourOf(['2031-03-03', '2031-03-04', '2031-03-05'].flatMap((day, at) => badDay(day, at * 10 + 1)), '2031-03-05', { calendar: { whenMissing: 'provisional' } })).toBe('red');
	});

	it('S6: today is not over: it adds to a streak and ends none before anything is decided', () => {
		const facts = ['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day, at) => badDay(day, at * 10 + 1));
		expect(colourOf(facts, '2026-03-05T09:00:00+08:00')).toBe('red');
		expect(colourOf(facts, '2026-03-06T09:00:00+08:00')).toBe('green');
		expect(colourOf([...facts, merged('2026-03-05T08:00:00+08:00', '99')], '2026-03-05T09:00:00+08:00')).toBe('green');
	});
});

describe('S6: what counts', () => {
	const days = ['2026-03-02', '2026-03-03', '2026-03-04'];

	it('S6: a day without decision breaks the streak, or is skipped by the option', () => {
		const facts = [...badDay('2026-03-02', 1), ...badDay('2026-03-04', 11), ...badDay('2026-03-09', 21)];
		expect(colourOf(facts, '2026-03-09')).toBe('yellow');
		expect(colourOf(facts, '2026-03-09', { rules: [code({ dayWithoutDecision: 'skipped' })] })).toBe('red');
		const clear = [...facts, merged('2026-03-05T10:00:00+08:00', '50')];
		expect(colourOf(clear, '2026-03-09', { rules: [code({ dayWithoutDecision: 'skipped' })] })).toBe('yellow');
	});

	it('S6: too few decided changes say nothing', () => {
		const one = days.map((day, at) => abandoned(`${day}T10:00:00+08:00`, String(at + 1)));
		expect(colourOf(one, '2026-03-04')).toBe('red');
		expect(lightOf(one, '2026-03-04', { rules: [code({ minDecided: 2 })] }).value).toMatchObject({ light: 'green', grey: 'tooFew' });
	});

	it('S6: a reopened change counts by its last decision of the day, and on each of its days', () => {
		const facts = [abandoned('2026-03-02T10:00:00+08:00', '1'), merged('2026-03-02T15:00:00+08:00', '1')];
		expect(lightOf(facts, '2026-03-02').value.days).toMatchObject([{ decided: 1, failed: 0 }]);
		const twoDays = [abandoned('2026-03-02T10:00:00+08:00', '1'), merged('2026-03-03T15:00:00+08:00', '1')];
		expect(lightOf(twoDays, '2026-03-03').value.days).toMatchObject([{ date: '2026-03-02', failed: 1 }, { date: '2026-03-03', failed: 0 }]);
		expect(lightOf(twoDays, '2026-03-03', { rules: [code({ reopened: 'lastOnly' })] }).value.days).toMatchObject([{ date: '2026-03-03', failed: 0 }]);
		// Closed on Saturday, merged on Monday: both count with Monday, and the last wins.
		expect(lightOf([abandoned('2026-03-07T10:00:00+08:00', '1'), merged('2026-03-09T09:00:00+08:00', '1')], '2026-03-09').value.days).toMatchObject([{ date: '2026-03-09', decided: 1, failed: 0 }]);
	});

	it('S6: drafts, superseded changes and bots are left out, and count by option', () => {
		const bad = (more: object) => days.map((day, at) => abandoned(`${day}T10:00:00+08:00`, String(at + 1), 'li-wei', more));
		expect(colourOf(bad({ draft: true }), '2026-03-04')).toBe('green');
		expect(colourOf(bad({ draft: true }), '2026-03-04', { rules: [code({ countDrafts: true })] })).toBe('red');
		expect(colourOf(bad({ supersededBy: '9' }), '2026-03-04')).toBe('green');
		expect(colourOf(bad({ supersededBy: '9' }), '2026-03-04', { rules: [code({ countSuperseded: true })] })).toBe('red');
		expect(lightsOf(bad({ author: account('renovate', { bot: true }) }), '2026-03-04')).toEqual([]);
		const named = days.map((day, at) => abandoned(`${day}T10:00:00+08:00`, String(at + 1), 'release-bot'));
		expect(colourOf(named, '2026-03-04')).toBe('red');
		expect(lightsOf(named, '2026-03-04', { rules: [code({ bots: ['*-bot'] })] })).toEqual([]);
	});

	it('S6: a change with the same last commit as a later or merged one was superseded', () => {
		const head = { repository: 'team/app', branch: 'b', sha: 'the-same-commit-in-both' };
		const facts = days.map((day, at) => abandoned(`${day}T10:00:00+08:00`, String(at + 1), 'li-wei', { head: { ...head, sha: `${head.sha}-${at}` } }));
		const opened = days.map((day, at) => created(`${day}T11:00:00+08:00`, String(at + 101), 'li-wei', { head: { ...head, sha: `${head.sha}-${at}` } }));
		expect(colourOf(facts, '2026-03-04')).toBe('red');
		expect(colourOf([...facts, ...opened], '2026-03-04')).toBe('green');
		expect(colourOf([...opened, ...facts], '2026-03-04')).toBe('green');
	});

	it('S6: failed checks and conflicts are failures by option, by the last event of the day', () => {
		const facts = days.flatMap((day, at) => [merged(`${day}T10:00:00+08:00`, String(at + 1)), check(`${day}T12:00:00+08:00`, String(at + 1), 'failure')]);
		expect(colourOf(facts, '2026-03-04')).toBe('green');
		expect(colourOf(facts, '2026-03-04', { rules: [code({ failedChecks: true })] })).toBe('red');
		const before = days.flatMap((day, at) => [check(`${day}T09:00:00+08:00`, String(at + 1), 'failure'), merged(`${day}T10:00:00+08:00`, String(at + 1))]);
		expect(colourOf(before, '2026-03-04', { rules: [code({ failedChecks: true })] })).toBe('green');
		const again = days.flatMap((day, at) => [check(`${day}T09:00:00+08:00`, String(at + 1), 'failure'), check(`${day}T10:00:00+08:00`, String(at + 1), 'success')]);
		expect(lightsOf([created('2026-03-02T08:00:00+08:00', '1'), ...again], '2026-03-04', { rules: [code({ failedChecks: true })] })[0]?.value.light).toBe('green');
		const conflicts = days.map((day, at) => conflicted(`${day}T10:00:00+08:00`, String(at + 1)));
		expect(colourOf([created('2026-03-02T08:00:00+08:00', '1'), ...conflicts], '2026-03-04', { rules: [code({ mergeConflicts: true })] })).toBe('red');
		expect(colourOf([created('2026-03-02T08:00:00+08:00', '1'), ...conflicts], '2026-03-04')).toBe('green');
	});

	it('S6: copies of a commit count once, merges do not, and a squash is no further commit', () => {
		const pushed = Array.from({ length: 6 }, (_, at) => commit(`2026-03-02T10:0${at}:00+08:00`, ['src/core/a.ts'], 'li-wei', { contentKey: 'the-same', change: '7' }));
		expect(lightOf(pushed, '2026-03-02').value.days).toMatchObject([{ modules: [{ module: 'src/core', commits: 1 }] }]);
		const merges = [commit('2026-03-02T10:00:00+08:00', ['src/core/a.ts'], 'li-wei', { parents: 2 }), commit('2026-03-02T11:00:00+08:00', ['src/core/a.ts'])];
		expect(lightOf(merges, '2026-03-02').value.days).toMatchObject([{ modules: [{ commits: 1 }] }]);
		const own = [1, 2].map((n) => commit(`2026-03-02T10:0${n}:00+08:00`, ['src/core/a.ts'], 'li-wei', { change: '7' }));
		const squash = commit('2026-03-02T12:00:00+08:00', ['src/core/a.ts'], 'li-wei', { sha: 'squash', change: null });
		const merge = merged('2026-03-02T12:00:00+08:00', '7', 'li-wei', { mergedAs: 'squash' });
		for (const facts of [[...own, squash, merge], [merge, squash, ...own]]) expect(lightOf(facts, '2026-03-02').value.days).toMatchObject([{ modules: [{ commits: 2 }] }]);
		expect(lightOf([squash, merge], '2026-03-02').value.days).toMatchObject([{ modules: [{ commits: 1 }] }]);
	});

	it('S6: the commit’s day is its author date in the team’s zone', () => {
		const late = commit('2026-03-02T23:30:00-05:00', ['src/core/a.ts'], 'li-wei', { committedAt: '2026-03-09T10:00:00+08:00' });
		expect(lightOf([late], '2026-03-09').value.days).toEqual([]);
		expect(lightOf([late], '2026-03-03').value.days).toMatchObject([{ date: '2026-03-03' }]);
	});

	it('S6: the readings A on all, B on all and B summed over the window', () => {
		const mixed = [...badDay('2026-03-02', 1), ...commits('2026-03-03', 6), ...badDay('2026-03-04', 11)];
		expect(['aOrBEachDay', 'aOnAll', 'bOnAll', 'bSummedOverWindow'].map((reading) => colourOf(mixed, '2026-03-04', { rules: [code({ reading: reading as 'aOnAll' })] }))).toEqual(['red', 'yellow', 'yellow', 'red']);
		const spread = ['2026-03-02', '2026-03-03', '2026-03-04'].flatMap((day) => commits(day, 2));
		expect(['aOrBEachDay', 'bOnAll', 'bSummedOverWindow'].map((reading) => colourOf(spread, '2026-03-04', { rules: [code({ reading: reading as 'aOnAll' })] }))).toEqual(['green', 'green', 'red']);
		expect(colourOf(spread.slice(1), '2026-03-04', { rules: [code({ reading: 'bSummedOverWindow' })] })).toBe('yellow');
	});
});

describe('S6: known lights', () => {
	it('S6: a light is delivered once, goes on under its key, and is reported when it goes out', () => {
		const facts = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].flatMap((day, at) => badDay(day, at * 10 + 1));
		const first = lightOf(facts, '2026-03-04');
		expect(first.value).toMatchObject({ state: 'new', firstSeen: '2026-03-04T20:00:00+08:00' });
		const known = [{ key: first.key, ruleId: first.rule.id, ruleVersion: first.rule.version, subject: first.subject, state: 'new' as const, firstDay: first.value.firstDay, lastDay: first.value.lastDay, firstSeen: first.value.firstSeen, humanDecision: null, objection: null, light: first }];
		const second = lightOf(facts, '2026-03-05', { known });
		expect(second).toMatchObject({ key: first.key, value: { state: 'known', streak: 4, firstSeen: '2026-03-04T20:00:00+08:00' } });
		// Older evidence is no longer read: the streak begins later, the light is the same.
		expect(lightOf(facts.slice(3), '2026-03-05', { known })).toMatchObject({ key: first.key, value: { state: 'known', firstDay: '2026-03-02' } });
		const out = lightsOf([...facts, merged('2026-03-06T10:00:00+08:00', '99')], '2026-03-06', { known });
		expect(out.map(({ key, value }) => [key === first.key, value.state])).toEqual([[false, 'clear'], [true, 'out']]);
		expect(out[1]?.explanation['zh-CN']).toMatch(/灯已熄灭/);
	});
});
