import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { cardDurations, type CardDurations, type DurationSettings } from '../../../core/card/durations.js';
import { paretoChart, paretoOf, paretoOfCounts } from '../../../core/card/pareto.js';
import { repeatedReports } from '../../../core/card/reportNumbers.js';
import { cycleStatistics } from '../../../core/card/statistics.js';
import { sweepCards } from '../../../core/card/sweep.js';
import { parseRfc3339 } from '../../../core/time/rfc3339.js';
import { CardDesk, DONE, FINDING, PHOTO, PLAN, SHANGHAI } from './cards.js';

const calendar = createWorkingCalendar();
const on = (local: string): number => parseRfc3339(`${local}:00+08:00`);

function durations(desk: CardDesk, settings: Partial<DurationSettings> = {}): CardDurations {
	if (desk.card === null) throw new Error('no card');
	return cardDurations(desk.card, { asOf: on('2026-04-30T09:00'), calendar, ...settings });
}

const figures = ({ calendarDays, workingDays }: CardDurations['total']): readonly [number, number | null] => [calendarDays, workingDays.kind === 'known' ? workingDays.value : null];

/** The worked example of domain reference 3. */
function worked(number?: string): CardDesk {
	const desk = new CardDesk({}, number);
	desk.do('2026-03-02T09:30', { kind: 'open', actor: 'doer', ...FINDING });
	desk.do('2026-03-04T09:00', { kind: 'plan', actor: 'owner', ...PLAN });
	desk.do('2026-03-06T09:00', { kind: 'complete', actor: 'owner', ...DONE, attachments: [PHOTO] });
	desk.do('2026-03-06T09:00', { kind: 'submitEvidence', actor: 'owner', reportNumber: 'SGS-2026-117' });
	desk.do('2026-03-20T09:00', { kind: 'verify', actor: 'verifier', verdict: 'reject', reason: 'Not signed' });
	desk.do('2026-03-20T09:00', { kind: 'complete', actor: 'owner', ...DONE, done: 'Signed too' });
	desk.do('2026-03-20T09:00', { kind: 'submitEvidence', actor: 'owner' });
	desk.do('2026-03-27T09:00', { kind: 'verify', actor: 'verifier', verdict: 'accept', result: 'Seen' });
	desk.do('2026-03-27T09:00', { kind: 'close', actor: 'verifier' });
	return desk;
}

describe('durations of a card', () => {
	it('S2: found 03-02, planned 03-04, done 03-06, rejected 03-20, closed 03-27: 25 calendar days, 19 working days', () => {
		const { total, toFirstClose, stages, running } = durations(worked());
		expect(figures(total)).toEqual([25, 19]);
		expect(toFirstClose && figures(toFirstClose)).toEqual([25, 19]);
		expect(figures(stages.open)).toEqual([2, 2]);
		expect(figures(stages.measurePlanned)).toEqual([2, 2]);
		expect(figures(stages.measureDone)).toEqual([0, 0]);
		expect(figures(stages.inVerification)).toEqual([21, 15]);
		expect(running).toBe(false);
	});

	it('S2: the time closed before a reopening is left out, or counted by parameter', () => {
		const desk = worked();
		desk.do('2026-04-03T09:00', { kind: 'reopen', actor: 'quality', reason: 'Came back' });
		expect(figures(durations(desk, { asOf: on('2026-04-13T09:00') }).total)).toEqual([35, 24]);
		expect(figures(durations(desk, { asOf: on('2026-04-13T09:00'), countClosedGap: true }).total)).toEqual([42, 29]);
		expect(figures(durations(desk).closedGaps)).toEqual([7, 5]);
		expect(durations(desk).toFirstClose?.calendarDays).toBe(25);
	});

	it('S2: waiting for third parties stands apart', () => {
		const desk = new CardDesk().to('measureDone');
		desk.do('2026-03-09T09:00', { kind: 'startWaiting', actor: 'owner', waitingFor: 'SGS laboratory' });
		expect(desk.lacks('2026-03-10T09:00', { kind: 'startWaiting', actor: 'owner', waitingFor: 'another' })).toEqual(['waitingFor']);
		desk.do('2026-03-13T09:00', { kind: 'endWaiting', actor: 'owner' });
		const asOf = on('2026-03-16T09:00');
		expect(figures(durations(desk, { asOf }).waiting)).toEqual([4, 4]);
		expect(figures(durations(desk, { asOf }).total)).toEqual([14, 10]);
		expect(figures(durations(desk, { asOf }).withoutWaiting)).toEqual([10, 6]);
		desk.do('2026-03-16T09:00', { kind: 'startWaiting', actor: 'owner', waitingFor: 'SGS laboratory' });
		desk.do('2026-03-17T09:00', { kind: 'submitEvidence', actor: 'owner', reportNumber: 'R' });
		desk.do('2026-03-18T09:00', { kind: 'void', actor: 'quality', reason: 'Opened twice' });
		expect(durations(desk).waiting.calendarDays).toBe(6);
		expect(durations(desk).total.calendarDays).toBe(16);
	});

	it('S2: a year without notice leaves working days unknown, not guessed', () => {
		const desk = new CardDesk().to('open');
		expect(durations(desk, { asOf: on('2031-03-02T09:00') }).total.workingDays.kind).toBe('missing');
	});

	it('S2: percentiles per department and period of closing', () => {
		const cards = [worked('A'), worked('B'), new CardDesk({}, 'C').to('open')].flatMap(({ card }) => card ?? []);
		expect(cycleStatistics(cards, { asOf: on('2026-04-30T09:00'), calendar })).toEqual([
			{ department: 'Production', period: '2026-Q1', cards: 2, reopened: 0, calendarDays: { p50: 25, p75: 25, p90: 25, longest: 25 }, workingDays: { p50: 19, p75: 19, p90: 19, longest: 19 }, waitingDays: { p50: 0, p75: 0, p90: 0, longest: 0 } },
		]);
		expect(cycleStatistics(cards, { asOf: on('2026-04-30T09:00'), calendar }, 'month')[0]?.period).toBe('2026-03');
	});
});

describe('sweep', () => {
	it('S2: overdue when the local date is past the due date; on the date itself in time', () => {
		const cards = [new CardDesk().to('measurePlanned').card].filter((card) => card !== null);
		expect(sweepCards(cards, on('2026-03-20T23:59'), SHANGHAI)).toMatchObject([{ kind: 'ageing', daysOverdue: 0, person: { id: 'owner' } }]);
		const [late] = sweepCards(cards, on('2026-03-21T00:00'), SHANGHAI);
		expect(late).toMatchObject({ kind: 'overdue', daysOverdue: 1 });
		expect(late?.explanation).toEqual({
			en: 'Card CAPA-2026-0001 is “measure planned”, overdue by 1 day (due 2026-03-20), 18 days old; next: Zhao Qiang.',
			'zh-CN': '卡片 CAPA-2026-0001 为“措施已制定”，已逾期 1 天（截止日期 2026-03-20），账龄 18 天；下一步：Zhao Qiang。',
		});
	});

	it('S2: the verifier is next while in verification, and an effectiveness check becomes due', () => {
		const cards = [new CardDesk({}, 'A').to('inVerification').card, new CardDesk({}, 'B').to('closed').card].filter((card) => card !== null);
		expect(sweepCards(cards, on('2026-06-24T12:00'), SHANGHAI)).toMatchObject([{ number: 'A', kind: 'overdue', person: { id: 'verifier' } }]);
		expect(sweepCards(cards, on('2026-06-25T00:00'), SHANGHAI)).toMatchObject([{ number: 'A' }, { number: 'B', kind: 'effectivenessDue', daysOverdue: 0 }]);
	});
});

describe('Pareto', () => {
	it('S2: 10, 6, 2, 1, 1 gives 50, 80, 90, 95, 100 % and two vital few', () => {
		const pareto = paretoOfCounts(new Map([['d', 1], ['b', 6], ['e', 1], ['a', 10], ['c', 2]]), 'cause');
		expect(pareto.rows.map(({ id, cumulative }) => [id, cumulative])).toEqual([['a', 50], ['b', 80], ['c', 90], ['d', 95], ['e', 100]]);
		expect(pareto.vitalFew).toBe(2);
	});

	it('S2: by cause, department and severity; voided cards are no findings', () => {
		const voided = new CardDesk({}, 'V').to('open');
		voided.do('2026-03-28T09:00', { kind: 'void', actor: 'quality', reason: 'Opened twice' });
		const cards = [worked('A').card, new CardDesk({}, 'B').to('open').card, voided.card].filter((card) => card !== null);
		expect(paretoOf(cards, 'cause').rows.map(({ id, count }) => [id, count])).toEqual([['', 1], ['procedure', 1]]);
		expect(paretoOf(cards, 'department').rows.map(({ id, count }) => [id, count])).toEqual([['Production', 2]]);
		expect(paretoOf(cards, 'severity').total).toBe(2);
		expect(paretoOf([], 'severity')).toMatchObject({ total: 0, rows: [], vitalFew: 0 });
	});

	it('S2: the chart is a picture without script, and data stay words', () => {
		const chart = paretoChart(paretoOfCounts(new Map([['<script>alert(1)</script>', 3], ['人员', 1]]), 'cause'), 'zh-CN');
		expect(chart).not.toContain('<script');
		expect(chart).toContain('按原因分布');
		expect(chart).toContain('人员');
		expect(chart.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
	});
});

describe('report numbers', () => {
	it('S2: a report number on several cards is reported, however it is written', () => {
		const card = (number: string, reportNumber: string | null, state: 'closed' | 'void' = 'closed'): Parameters<typeof repeatedReports>[0][number] => ({ number, state, values: { reportNumber } });
		expect(repeatedReports([card('B', 'SGS-2026-117'), card('A', 'sgs 2026 117'), card('C', 'SGS-118'), card('D', null), card('E', 'SGS-118', 'void')])).toEqual([
			{ reportNumber: 'SGS-2026-117', cards: ['A', 'B'], message: { en: 'Report number SGS-2026-117 stands on 2 cards: A, B.', 'zh-CN': '检测报告编号 SGS-2026-117 出现在 2 张卡片上：A、B。' } },
		]);
	});
});
