import { describe, expect, it } from 'vitest';
import type { EdcEvent } from '../../../core/edc/evidence.js';
import { createMilestoneProgress, evaluateMilestones } from '../../../core/milestone/progress.js';
import type { MilestoneJudgement } from '../../../core/milestone/result.js';
import type { MilestoneRule } from '../../../core/milestone/rule.js';
import { countOf, evaluate, knownOf, one } from './evaluated.js';
import { AS_OF, DESIGN, document, form, item, locked, MAPPING, query, rule, signature, subject, visit, visitDone } from './facts.js';

const key = (number: number): string => String(number).padStart(4, '0');

const A = visitDone('A', '2026-03-01', '2026-03-10T00:00:00Z');
const B = visitDone('B', '2026-03-02', '2026-03-03T00:00:00Z');
const C = visitDone('C', '2026-03-02', '2026-03-02T00:00:00Z');

describe('S1: the nth subject (domain reference 2, worked example A, B, C)', () => {
	const second = rule('2nd subject completed follow-up');

	it('by event, of A B C the second is C: tie with B, earlier entry', () => {
		const { value, explanation } = one([DESIGN(), A, B, C], second);
		expect(value).toMatchObject({ state: 'reached', news: 'fired', count: 3, nthSubject: 'C', tie: { with: ['B'], brokenBy: 'entry' } });
		expect(explanation.en).toBe('The 2nd subject (C) completed follow-up visit SE.3 on 2026-03-02; 3 subjects count, tie with B broken by entry time.');
		expect(explanation['zh-CN']).toBe('第 2 例受试者（C）于 2026-03-02 完成随访（访视 SE.3），里程碑达成；共计入 3 例受试者，与 B 并列，按录入时间排序。');
	});

	it('by entry, of A B C the second is B', () => {
		const { value } = one([DESIGN(), A, B, C], rule('2nd subject completed follow-up by entry time'));
		expect(value).toMatchObject({ nthSubject: 'B', reachedAt: '2026-03-03T00:00:00Z', tie: null });
	});

	it('fires when B arrives; when A arrives it does not fire again but the order changed from B to C', () => {
		const progress = createMilestoneProgress({ rules: [second], mapping: MAPPING });
		for (const event of [DESIGN(), C]) progress.accept(event);
		expect(progress.results(AS_OF, [])[0]?.value).toMatchObject({ state: 'notYet', count: 1, missing: 1, news: 'none' });
		progress.accept(B);
		const fired = progress.results(AS_OF, [])[0] as MilestoneJudgement;
		expect(fired.value).toMatchObject({ state: 'reached', news: 'fired', nthSubject: 'B' });
		progress.accept(A);
		const changed = progress.results(AS_OF, knownOf(fired))[0] as MilestoneJudgement;
		expect(changed.key).toBe(fired.key);
		expect(changed.value).toMatchObject({ state: 'reached', news: 'flagChanged', flags: { orderChanged: { from: 'B', to: 'C' }, receded: false } });
		expect(changed.explanation.en).toContain('the 2nd subject was B and is now C');
		const again = progress.results(AS_OF, knownOf(changed))[0] as MilestoneJudgement;
		expect(again.value.news).toBe('none');
	});

	it('names the nth and the n−1 before as evidence, the nth first, at most 100 of them', () => {
		const events = Array.from({ length: 150 }, (_, index) => visitDone(key(index), '2026-03-01', '2026-03-01T10:00:00Z'));
		const judgement = one([DESIGN(), ...events], rule('120th subject completed follow-up'));
		expect(judgement.evidence).toHaveLength(100);
		expect(judgement.value.evidenceTotal).toBe(120);
		expect(judgement.evidence[0]).toMatchObject({ id: events[119]?.id, actor: 'crc1', label: '0119 · SE.3' });
		expect(judgement.value.tie?.brokenBy).toBe('subject');
	});

	it('labels evidence in names of the study, which need no language', () => {
		const at = '2026-03-02T00:00:00Z';
		const named = subject('A', at, { subjectLabel: '03-106' });
		const labels = (events: readonly EdcEvent[], wanted: MilestoneRule): ReadonlyArray<string | undefined> => one([DESIGN(), named, ...events], wanted).evidence.map(({ label }) => label);
		const filled = form('A', at, [item('I.1', at)]);
		expect(labels([A], rule('1st subject completed follow-up'))).toEqual(['03-106 · SE.3']);
		expect(labels([filled], rule('1st subject completed form F.1'))).toEqual(['03-106 · SE.3/F.1']);
		expect(labels([filled, signature('A', '2026-03-04T00:00:00Z', { event: 'SE.3' })], rule('1st subject has form F.1 signed'))).toEqual(['03-106 · F.1']);
		expect(labels([form('A', at, [item('I.ENR', at, { value: '2026-03-01' })], { event: 'SE.1' })], rule('1st subject enrolled'))).toEqual(['03-106 · SE.1']);
		expect(labels([locked(at)], rule('database locked'))).toEqual(['ST.1']);
	});

	it('orders partial dates by their latest end and dates without time at the start of the local day', () => {
		const month = visitDone('P', '2026-03', '2026-03-01T00:00:00Z');
		const day = visitDone('Q', '2026-03-31', '2026-04-01T00:00:00Z');
		const { value } = one([DESIGN(), month, day], rule('2nd subject completed follow-up'));
		expect(value.nthSubject).toBe('P');
		const local = evaluateMilestones({ events: [DESIGN(), C], rules: [rule('1st subject completed follow-up')], mapping: { ...MAPPING, zone: 'Asia/Shanghai' }, known: [], asOf: AS_OF });
		expect(local[0]?.value.reachedAt).toBe('2026-03-02T00:00:00+08:00');
	});

	it('says so where the entry time stands for an unknown date', () => {
		const judgement = one([DESIGN(), form('A', '2026-03-05T10:00:00Z', [item('I.1', '2026-03-05T10:00:00Z')])], rule('1st subject completed follow-up'), [], AS_OF, { ...MAPPING, visitDateItems: [] });
		expect(judgement.value).toMatchObject({ reachedBasis: 'entry', reachedAt: '2026-03-05T10:00:00Z' });
		expect(judgement.explanation.en).toContain('no date of the event is known');
	});
});

describe('S1: several thresholds, percentages, late', () => {
	it('98 → 203 subjects in one payload fires 100 and 200 in ascending order, each once', () => {
		const rules = [rule('200th subject completed follow-up'), rule('100th subject completed follow-up')];
		const progress = createMilestoneProgress({ rules, mapping: MAPPING });
		progress.accept(DESIGN());
		for (let number = 0; number < 98; number++) progress.accept(visitDone(key(number), '2026-03-01', '2026-03-01T10:00:00Z'));
		expect(progress.results(AS_OF, []).map(({ value }) => value.news)).toEqual(['none', 'none']);
		for (let number = 98; number < 203; number++) progress.accept(visitDone(key(number), '2026-03-02', '2026-03-02T10:00:00Z'));
		const fired = progress.results(AS_OF, []);
		expect(fired.map(({ value }) => [value.n, value.news, value.nthSubject])).toEqual([[100, 'fired', '0099'], [200, 'fired', '0199']]);
		expect(progress.results(AS_OF, fired.flatMap(knownOf)).map(({ value }) => value.news)).toEqual(['none', 'none']);
	});

	const enrolled = (count: number): EdcEvent[] =>
		Array.from({ length: count }, (_, index) => form(key(index), '2026-03-01T10:00:00Z', [item('I.ENR', '2026-03-01T10:00:00Z', { value: '2026-03-01' })], { event: 'SE.1' }));

	it('80 % of 33 fires at 27 and not at 26; 55 % of 100 at 55; without a target it is not available', () => {
		expect(one(enrolled(26), rule('80% of 33 subjects enrolled')).value).toMatchObject({ state: 'notYet', n: 27, missing: 1 });
		expect(one(enrolled(27), rule('80% of 33 subjects enrolled')).value).toMatchObject({ state: 'reached', n: 27 });
		expect(one(enrolled(55), rule('55% of 100 subjects enrolled')).value).toMatchObject({ state: 'reached', n: 55 });
		const open = one(enrolled(5), rule('80% of target subjects enrolled'));
		expect(open.value).toMatchObject({ state: 'notAvailable', count: null, n: null });
		expect(open.explanation.en).toContain('target');
	});

	it('late: fires on the first evaluation whose local date is after the due date, not on it', () => {
		const due = rule('enrolment of 50 subjects by 2026-06-30');
		expect(one(enrolled(49), due, [], '2026-06-30T23:59:59Z').value.state).toBe('notYet');
		const late = one(enrolled(49), due, [], '2026-07-01T00:00:00Z');
		expect(late.value).toMatchObject({ state: 'late', news: 'fired', count: 49, missing: 1, nthSubject: null });
		expect(late.explanation['zh-CN']).toBe('里程碑逾期：截至 2026-06-30，仅 49/50 例受试者入组，尚缺 1 例；入组依据：入组数据项。');
		expect(one(enrolled(49), due, knownOf(late), '2026-07-02T00:00:00Z').value.news).toBe('none');
		const met = one(enrolled(50), due, knownOf(late), '2026-07-02T00:00:00Z');
		expect(met.value).toMatchObject({ state: 'late', news: 'flagChanged', flags: { metLater: true } });
		expect(one(enrolled(50), due, [], '2026-07-02T00:00:00Z').value.state).toBe('reached');
		const shanghai = evaluateMilestones({ events: enrolled(49), rules: [due], mapping: { ...MAPPING, zone: 'Asia/Shanghai' }, known: [], asOf: '2026-06-30T16:00:00Z' });
		expect(shanghai[0]?.value.state).toBe('late');
	});

	it('late: reached only after the due date and first looked at later is late, with the date on which it was reached', () => {
		const late = one(enrolled(50), rule('50 subjects enrolled by 2026-02-28'));
		expect(late.value).toMatchObject({ state: 'late', news: 'fired', count: 50, nthSubject: '0049' });
		expect(late.explanation.en).toContain('the due date 2026-02-28 passed; the 50th subject (0049) was enrolled on 2026-03-01');
	});

	it('says which meaning of enrolled was used: enrolment item, else randomisation, else consent', () => {
		const events = [...enrolled(1), subject('0000', '2026-03-04T00:00:00Z', { randomisedAt: '2026-03-04' }), form('0000', '2026-02-01T00:00:00Z', [item('I.ICF', '2026-02-01T00:00:00Z', { value: '2026-02-01' })])];
		const first = rule('1st subject enrolled');
		expect(one(events, first).explanation.en).toContain('on 2026-03-01; 1 subject counts; enrolled means: enrolment item');
		const noItem = { ...MAPPING, enrolmentItems: [], consentDateItems: ['I.ICF'] };
		expect(one(events, first, [], AS_OF, noItem).explanation.en).toContain('on 2026-03-04; 1 subject counts; enrolled means: randomised');
		expect(one(events, { ...first, enrolled: 'consent' }, [], AS_OF, noItem).explanation['zh-CN']).toContain('于 2026-02-01 入组，里程碑达成；共计入 1 例受试者；入组依据：知情同意签署');
		expect(one(enrolled(1), first, [], AS_OF, { ...MAPPING, enrolmentItems: [] }).value.state).toBe('notAvailable');
	});
});

describe('S1: corrections', () => {
	const first = rule('2nd subject completed follow-up');

	it('a removed record recedes the milestone, a new one clears the flag, and nothing fires twice', () => {
		const events = [DESIGN(), B, C];
		const fired = one(events, first);
		const removed = form('B', '2026-03-05T00:00:00Z', [item('I.1', '2026-03-05T00:00:00Z', { filled: false, transaction: 'Remove' })]);
		const receded = one([...events, removed], first, knownOf(fired));
		expect(receded.value).toMatchObject({ state: 'reached', news: 'flagChanged', count: 1, missing: 1, flags: { receded: true } });
		expect(receded.explanation['zh-CN']).toContain('里程碑回退');
		expect(receded.key).toBe(fired.key);
		const back = one([...events, removed, visitDone('B', '2026-03-02', '2026-03-06T00:00:00Z')], first, knownOf(receded));
		expect(back.value).toMatchObject({ news: 'flagChanged', flags: { receded: false }, changes: [{ flag: 'receded', set: false }] });
	});

	it('who withdrew after reaching stays counted, a removed subject and a screen failure do not', () => {
		const events = [DESIGN(), B, C];
		expect(countOf([...events, subject('B', '2026-03-06T00:00:00Z', { status: 'Withdrawn' })], first)).toBe(2);
		expect(countOf([...events, subject('B', '2026-03-06T00:00:00Z', { removed: true })], first)).toBe(1);
		expect(countOf([...events, subject('B', '2026-03-06T00:00:00Z', { status: 'Screen-Failure' })], first)).toBe(1);
		const mapping = { ...MAPPING, disposition: { reasonItem: 'I.DS', dateItem: null, withdrawnValues: [], completedValues: [], deathValues: [], screenFailureValues: ['SF'] } };
		expect(countOf([...events, form('B', '2026-03-06T00:00:00Z', [item('I.DS', '2026-03-06T00:00:00Z', { value: 'SF' })], { event: 'SE.9' })], first, mapping)).toBe(1);
		const byStatus = rule('1st subject enrolled', { enrolled: 'status' });
		expect(countOf([subject('B', '2026-03-01T00:00:00Z', { status: 'Enrolled' }), subject('B', '2026-03-06T00:00:00Z', { status: 'Withdrawn' })], byStatus)).toBe(1);
		expect(countOf([subject('B', '2026-03-06T00:00:00Z', { status: 'Screening' })], byStatus)).toBe(0);
	});

	it('a full snapshot retracts the subjects it no longer holds, and one that holds them again brings them back', () => {
		const events = [DESIGN(), B, C];
		const without = document('2026-03-10T00:00:00Z', ['C']);
		expect(countOf([...events, without], first)).toBe(1);
		expect(countOf([without, ...events], first)).toBe(1);
		expect(countOf([...events, without, document('2026-03-11T00:00:00Z', ['B', 'C'])], first)).toBe(2);
		expect(countOf([...events, without, visitDone('B', '2026-03-02', '2026-03-12T00:00:00Z')], first)).toBe(2);
		expect(countOf([...events, document('2026-03-01T00:00:00Z', ['C'])], first)).toBe(2);
	});

	it('a whole form replaces everything older than its stamp and nothing newer', () => {
		const single = rule('1st subject completed follow-up', { visitDateRequired: false });
		const filled = form('A', '2026-03-02T00:00:00Z', [item('I.1', '2026-03-02T00:00:00Z')]);
		const whole = form('A', '2026-03-04T00:00:00Z', [item('I.2', null)], { complete: true });
		const refilled = form('A', '2026-03-05T00:00:00Z', [item('I.1', '2026-03-05T00:00:00Z')]);
		for (const order of [[filled, whole], [whole, filled]]) expect(countOf([DESIGN(), ...order], single)).toBe(0);
		for (const order of [[filled, whole, refilled], [refilled, whole, filled]]) {
			expect(one([DESIGN(), ...order], single).value).toMatchObject({ count: 1, recordedAt: '2026-03-05T00:00:00Z' });
		}
	});

	it('a corrected value does not move the moment the record satisfied the rule', () => {
		const corrected = form('C', '2026-03-15T00:00:00Z', [item('I.1', '2026-03-15T00:00:00Z', { transaction: 'Update' })]);
		expect(one([DESIGN(), C, corrected], rule('1st subject completed follow-up')).value.recordedAt).toBe('2026-03-02T00:00:00Z');
	});

	it('a corrected visit date counts by its stamp, whichever of the two arrives last', () => {
		const entered = visitDone('C', '2026-03-02', '2026-03-02T00:00:00Z');
		const corrected = form('C', '2026-03-15T00:00:00Z', [item('I.DATE', '2026-03-15T00:00:00Z', { value: '2026-03-01', transaction: 'Update' })]);
		for (const order of [[entered, corrected], [corrected, entered]]) {
			expect(one([DESIGN(), ...order], rule('1st subject completed follow-up')).value.reachedAt).toBe('2026-03-01T00:00:00Z');
		}
	});

	it('removing the form or the visit takes back what it held until then', () => {
		const single = rule('1st subject completed follow-up');
		expect(countOf([DESIGN(), C, form('C', '2026-03-03T00:00:00Z', [], { removed: true })], single)).toBe(0);
		expect(countOf([DESIGN(), C, visit('C', '2026-03-03T00:00:00Z', { removed: true })], single)).toBe(0);
		expect(countOf([DESIGN(), C, visit('C', '2026-03-01T00:00:00Z', { removed: true })], single)).toBe(1);
	});
});

describe('S1: signed, queries, lock, sites', () => {
	const at = '2026-03-02T00:00:00Z';

	it('form signed: a signature over it that no later change broke', () => {
		const signed = rule('1st subject has form F.1 signed');
		const filled = form('A', at, [item('I.1', at)]);
		const sign = signature('A', '2026-03-04T00:00:00Z', { event: 'SE.3' });
		const changed = form('A', '2026-03-05T00:00:00Z', [item('I.1', '2026-03-05T00:00:00Z')]);
		expect(one([filled], signed).value.state).toBe('notAvailable');
		expect(one([filled, sign], signed).value).toMatchObject({ count: 1, reachedAt: '2026-03-04T00:00:00Z' });
		expect(countOf([filled, sign, changed], signed)).toBe(0);
		expect(countOf([filled, sign, changed, signature('A', '2026-03-06T00:00:00Z')], signed)).toBe(1);
		expect(countOf([filled, signature('A', '2026-03-04T00:00:00Z', { event: 'SE.1' })], signed)).toBe(0);
		expect(countOf([filled, signature('A', '2026-03-04T00:00:00Z', { event: 'SE.3', form: 'F.1', item: 'I.1' })], signed) ?? 0).toBe(0);
	});

	it('query closed: every query of the subject, cancelled ones aside; reopening takes it back', () => {
		const closed = rule('1st subject has all queries closed');
		const events = [query('A', 'Q1', at, 'open'), query('A', 'Q1', '2026-03-03T00:00:00Z', 'closed'), query('A', 'Q2', at, 'open')];
		expect(countOf(events, closed)).toBe(0);
		expect(countOf([...events, query('A', 'Q2', '2026-03-04T00:00:00Z', 'cancelled')], closed)).toBe(1);
		expect(one([...events, query('A', 'Q2', '2026-03-05T00:00:00Z', 'closed')], closed).value).toMatchObject({ count: 1, reachedAt: '2026-03-05T00:00:00Z' });
		expect(countOf([...events, query('A', 'Q2', '2026-03-05T00:00:00Z', 'closed'), query('A', 'Q1', '2026-03-06T00:00:00Z', 'open')], closed)).toBe(0);
	});

	it('database locked: fires once, a freeze is weaker, an unlock recedes', () => {
		const lock = rule('database locked');
		expect(one([locked(at, true, 'freeze')], lock).value).toMatchObject({ state: 'notYet', count: 0 });
		expect(one([locked(at, true, 'freeze')], { ...lock, lockLevel: 'freeze' }).value.state).toBe('reached');
		const fired = one([locked(at)], lock);
		expect(fired.value).toMatchObject({ state: 'reached', news: 'fired', nthSubject: null, evidenceTotal: 1 });
		expect(fired.explanation['zh-CN']).toBe('研究 ST.1 的数据库于 2026-03-02 锁库，里程碑达成。');
		const unlocked = one([locked(at), locked('2026-03-05T00:00:00Z', false)], lock, knownOf(fired));
		expect(unlocked.value).toMatchObject({ news: 'flagChanged', flags: { receded: true } });
		expect(unlocked.explanation.en).toContain('unlocked');
	});

	it('per site and country: each group fires by itself; a transferred subject counts where it was at the time', () => {
		const perSite = rule('2nd subject completed follow-up per site');
		const events = [
			DESIGN(),
			visitDone('A', '2026-03-01', '2026-03-01T10:00:00Z', { site: 'S1' }),
			visitDone('B', '2026-03-02', '2026-03-02T10:00:00Z', { site: 'S1' }),
			visitDone('C', '2026-03-03', '2026-03-03T10:00:00Z', { site: 'S2' }),
			form('B', '2026-03-10T10:00:00Z', [item('I.9', '2026-03-10T10:00:00Z')], { site: 'S2', event: 'SE.U' }),
			visitDone('D', '2026-03-04', '2026-03-04T10:00:00Z'),
		];
		const results = evaluate(events, [perSite]);
		expect(results.map(({ value }) => [value.site, value.state, value.count])).toEqual([[null, 'notAvailable', null], ['S1', 'reached', 2], ['S2', 'notYet', 1]]);
		expect(results[1]?.explanation['zh-CN']).toMatch(/^研究中心 S1 第 2 例受试者（B）于 2026-03-02/);
		expect(new Set(results.map(({ key: name }) => name)).size).toBe(3);
		const perCountry = evaluate(events, [rule('3rd subject completed follow-up per country')], [], AS_OF, { ...MAPPING, countryOfSite: { S1: 'CN', S2: 'CN' } });
		expect(perCountry.map(({ value }) => [value.country, value.state])).toEqual([[null, 'notAvailable'], ['CN', 'reached']]);
		expect(evaluate(events, [rule('2nd subject completed follow-up at site S1')]).map(({ value }) => value.count)).toEqual([2]);
	});
});
