import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledNotices, readNotice } from '../../../core/calendar/notice.js';
import { statutoryFestivals } from '../../../core/calendar/festivals.js';
import { calendarMissing, DAY_REASONS } from '../../../core/calendar/texts.js';
import { createWorkingCalendar, type CalendarAnswer, type WorkingCalendar } from '../../../core/calendar/workingCalendar.js';
import { dayNumberOf, formatDayNumber, parseDayNumber } from '../../../core/time/zone.js';

const day = (text: string): number => parseDayNumber(text) ?? NaN;
const dateOf = (answer: CalendarAnswer<number>): string => (answer.kind === 'known' ? formatDayNumber(answer.value) : `missing ${answer.year}`);
const valueOf = <Value>(answer: CalendarAnswer<Value>): Value | string => (answer.kind === 'known' ? answer.value : `missing ${answer.year}`);
const isWorking = (calendar: WorkingCalendar, date: string): boolean | string => {
	const answer = calendar.isWorkingDay(day(date));
	return answer.kind === 'known' ? answer.working : `missing ${answer.year}`;
};
const china = createWorkingCalendar();
const FIRST = day('2004-01-01');
const LAST = day('2026-12-31');

describe('Working day: values of the domain reference, section 8', () => {
	it.each([
		['2026-09-18', 1, '2026-09-20'],
		['2026-09-30', 5, '2026-10-13'],
		['2026-02-13', 3, '2026-02-25'],
		['2026-09-20', 0, '2026-09-20'],
		['2026-10-01', 0, '2026-10-08'],
		['2026-09-20', -1, '2026-09-18'],
		['2026-10-08', -1, '2026-09-30'],
		['2026-01-04', -1, '2025-12-31'],
	])('Working day: %s + %i working days = %s', (from, n, expected) => {
		expect(dateOf(china.addWorkingDays(day(from), n))).toBe(expected);
	});

	it.each([
		['2026-09-18', '2026-10-12', 12],
		['2026-10-12', '2026-09-18', -12],
		['2026-09-18', '2026-09-18', 0],
		['2026-09-30', '2026-10-07', 0],
		['2025-12-31', '2026-12-31', 248],
	])('Working day: a < d ≤ b from %s to %s counts %i', (a, b, expected) => {
		expect(valueOf(china.workingDaysBetween(day(a), day(b)))).toBe(expected);
	});

	it.each([
		['2025-12-31', '2026-01-04', true],
		['2026-02-14', '2026-02-24', true],
		['2026-09-18', '2026-09-20', true],
		['2026-09-18', '2026-09-21', false],
		['2026-09-21', '2026-09-20', true],
		['2026-03-02', '2026-03-04', false],
		['2026-03-02', '2026-03-02', false],
	])('Working day: %s and %s are consecutive: %s', (a, b, expected) => {
		expect(valueOf(china.areConsecutive(day(a), day(b)))).toBe(expected);
	});

	it.each([
		['2018-09-29', '2018-09-29'],
		['2018-10-02', '2018-10-08'],
		['2026-10-03', '2026-10-08'],
	])('Working day: an event on %s counts for %s', (date, expected) => {
		expect(dateOf(china.nextWorkingDay(day(date)))).toBe(expected);
	});

	it.each([
		['2025-12-31', ['2026-01-04', '2026-01-05']],
		['2026-02-13', ['2026-02-14', '2026-02-24']],
		['2026-02-27', ['2026-02-28', '2026-03-02']],
		['2026-04-30', ['2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09']],
		['2026-09-30', ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12']],
		['2024-02-08', ['2024-02-09', '2024-02-18', '2024-02-19']],
	])('Working day: the days that a weekday rule gets wrong, from %s', (from, expected) => {
		expect(expected.map((_, index) => dateOf(china.addWorkingDays(day(from), index + 1)))).toEqual(expected);
	});

	it('Working day: says why a day is working or off', () => {
		const reason = (date: string): string => {
			const answer = china.isWorkingDay(day(date));
			return answer.kind === 'known' ? answer.reason : answer.kind;
		};
		expect(['2026-03-02', '2026-03-01', '2026-10-01', '2026-09-20'].map(reason)).toEqual(['weekday', 'weekend', 'holiday', 'makeUpDay']);
		expect(DAY_REASONS.makeUpDay['zh-CN']).toBe('调休上班日');
	});
});

describe('Working day: a year without notice is never silently weekends', () => {
	it('Working day: waits by default, and names the year', () => {
		expect(isWorking(china, '2027-03-02')).toBe('missing 2027');
		expect(isWorking(china, '2027-03-06')).toBe('missing 2027');
		expect(dateOf(china.addWorkingDays(day('2026-12-30'), 1))).toBe('2026-12-31');
		expect(dateOf(china.addWorkingDays(day('2026-12-31'), 1))).toBe('missing 2027');
		expect(valueOf(china.workingDaysBetween(day('2026-12-30'), day('2027-01-01')))).toBe('missing 2027');
		expect(valueOf(china.workingDaysBetween(day('2027-01-05'), day('2026-12-30')))).toBe('missing 2027');
		expect(valueOf(china.areConsecutive(day('2026-12-31'), day('2027-01-04')))).toBe('missing 2027');
		expect(isWorking(china, '2003-06-02')).toBe('missing 2003');
		expect(dateOf(china.addWorkingDays(day('2004-01-02'), -2))).toBe('missing 2003');
		expect(calendarMissing({ kind: 'missing', year: 2027 })['zh-CN']).toContain('日历未公布');
	});

	it('Working day: provisional days are weekends and what the law fixes, and are marked', () => {
		const provisional = createWorkingCalendar({ whenMissing: 'provisional' });
		expect(provisional.isWorkingDay(day('2027-03-02'))).toEqual({ kind: 'known', working: true, provisional: true, reason: 'weekday' });
		expect(provisional.isWorkingDay(day('2027-02-05'))).toMatchObject({ working: false, provisional: true, reason: 'holiday' });
		expect(provisional.isWorkingDay(day('2026-10-01'))).toMatchObject({ working: false, provisional: false });
		expect(provisional.addWorkingDays(day('2026-12-30'), 1)).toEqual({ kind: 'known', value: day('2026-12-31'), provisional: false });
		expect(provisional.addWorkingDays(day('2026-12-31'), 1)).toEqual({ kind: 'known', value: day('2027-01-04'), provisional: true });
		expect(provisional.workingDaysBetween(day('2026-12-30'), day('2027-01-04'))).toEqual({ kind: 'known', value: 2, provisional: true });
		expect(provisional.addWorkingDays(day('2027-01-04'), -1)).toEqual({ kind: 'known', value: day('2026-12-31'), provisional: true });
	});

	it('Working day: the law alone never takes off a day that a notice left working', () => {
		const { firstYear, lastYear } = bundledNotices();
		expect([firstYear, lastYear >= 2026]).toEqual([2004, true]);
		// The law as it is now: Qingming, Dragon Boat and Mid-Autumn came with 2008, 2 May and New Year's Eve with 2025.
		const later = (date: string): boolean => date.endsWith('-05-02');
		for (let year = 2008; year <= lastYear; year++) {
			const festivals = statutoryFestivals(year).filter((festival) => year >= 2025 || !later(formatDayNumber(festival)));
			const working = festivals.map(formatDayNumber).filter((festival) => isWorking(china, festival) !== false);
			// In 2014 and 2024 the notice left New Year's Eve a working day.
			expect(working, String(year)).toEqual({ 2014: ['2014-01-30'], 2024: ['2024-02-09'] }[year] ?? []);
		}
		expect(statutoryFestivals(2027).map(formatDayNumber)).toEqual([
			'2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01', '2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03',
		]);
	});

	it('Working day: a notice entered by hand covers its year and amends a bundled one', () => {
		const notice = readNotice({ year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }, { name: '元旦', date: '2027-01-03', isOffDay: false }] });
		const calendar = createWorkingCalendar({ notices: [notice] });
		expect(dateOf(calendar.addWorkingDays(day('2026-12-31'), 1))).toBe('2027-01-03');
		const amended = createWorkingCalendar({ notices: [readNotice({ year: 2026, days: [{ name: '', date: '2026-09-20', isOffDay: true }] })] });
		expect([isWorking(china, '2026-09-20'), isWorking(amended, '2026-09-20'), isWorking(amended, '2026-10-10')]).toEqual([true, false, true]);
		expect(amended.version).not.toBe(china.version);
		expect(createWorkingCalendar().version).toBe(china.version);
	});

	it.each([
		[{ year: 2027, days: [] }, /2027 lists no days/],
		[{ year: 2027, days: [{ date: '2027-02-30', isOffDay: true }] }, /"2027-02-30"/],
		[{ year: 2027, days: [{ date: '2027-02-03', isOffDay: 'true' }] }, /isOffDay "true"/],
		[{ year: '2027', days: [] }, /year "2027"/],
		[null, /not a JSON object/],
	])('Working day: the notice %j is refused with its field', (value, message) => {
		expect(() => readNotice(value)).toThrow(message);
	});
});

describe('Working day: company settings', () => {
	it('Working day: company days override the notice both ways, and are known in a missing year', () => {
		const calendar = createWorkingCalendar({ companyOff: ['2026-09-20', '2026-03-02', '2027-01-04'], companyWorking: ['2026-10-01', '2027-01-09'] });
		expect(['2026-09-20', '2026-03-02', '2026-10-01', '2027-01-04', '2027-01-09', '2027-01-05'].map((date) => isWorking(calendar, date))).toEqual([false, false, true, false, true, 'missing 2027']);
	});

	it('Working day: another weekend, and no statutory days by choice', () => {
		const calendar = createWorkingCalendar({ statutory: 'none', weekend: [5, 6], zone: 'Asia/Riyadh' });
		expect(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2030-01-06'].map((date) => isWorking(calendar, date))).toEqual([true, false, false, true, true]);
	});

	it('Working day: leave of one person is off for that person only', () => {
		const calendar = createWorkingCalendar({ leave: { p1: ['2026-03-03', '2026-10-10'] } });
		expect(dateOf(calendar.addWorkingDays(day('2026-03-02'), 1))).toBe('2026-03-03');
		expect(dateOf(calendar.forPerson('p1').addWorkingDays(day('2026-03-02'), 1))).toBe('2026-03-04');
		expect(calendar.forPerson('p1').isWorkingDay(day('2026-10-10'))).toMatchObject({ working: false, reason: 'leave' });
		expect(calendar.forPerson('p2')).toBe(calendar);
		expect(calendar.forPerson('p1')).toBe(calendar.forPerson('p1'));
		expect(valueOf(calendar.forPerson('p1').areConsecutive(day('2026-03-02'), day('2026-03-04')))).toBe(true);
	});

	it('Working day: the local day is taken in the calendar zone', () => {
		expect(formatDayNumber(china.dayOf(Date.parse('2026-03-02T16:10:00Z')))).toBe('2026-03-03');
	});

	it.each([
		[{ weekend: [1, 2, 3, 4, 5, 6, 7] }, /no working day is left/],
		[{ weekend: [0] }, /Weekend day 0/],
		[{ companyOff: ['2026-02-30'] }, /"2026-02-30"/],
		[{ companyOff: ['2026-03-02'], companyWorking: ['2026-03-02'] }, /2026-03-02 is listed both/],
		[{ zone: 'Shanghai' }, /"Shanghai" is not known/],
	])('Working day: the settings %j are refused', (settings, message) => {
		expect(() => createWorkingCalendar(settings)).toThrow(message);
	});

	it('Working day: steps and days that are no whole numbers are refused', () => {
		expect(() => china.addWorkingDays(day('2026-03-02'), 1.5)).toThrow(/1\.5/);
		expect(() => china.isWorkingDay(NaN)).toThrow(/NaN/);
	});
});

describe('Working day: properties against counting day by day', () => {
	const works = (number: number): boolean => {
		const answer = china.isWorkingDay(number);
		return answer.kind === 'known' && answer.working;
	};
	const days = fc.integer({ min: FIRST + 400, max: LAST - 400 });

	it('Working day: between = a < d ≤ b counted one by one, and negative when reversed', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 0, max: 800 }), (a, length) => {
				const b = Math.min(a + length, LAST);
				let count = 0;
				for (let d = a + 1; d <= b; d++) if (works(d)) count++;
				expect(valueOf(china.workingDaysBetween(a, b))).toBe(count);
				expect(valueOf(china.workingDaysBetween(b, a))).toBe(count === 0 ? 0 : -count);
			}),
		);
	});

	it('Working day: adding n days lands on the nth working day, forward and back', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: -250, max: 250 }), (from, n) => {
				let d = from;
				if (n === 0) while (!works(d)) d++;
				for (let left = Math.abs(n); left > 0; ) {
					d += Math.sign(n);
					if (works(d)) left--;
				}
				expect(valueOf(china.addWorkingDays(from, n))).toBe(d);
			}),
		);
	});

	it('Working day: consecutive means no working day strictly between, in either order', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 12 }), (a, length) => {
				let expected = true;
				for (let d = a + 1; d < a + length; d++) if (works(d)) expected = false;
				expect(valueOf(china.areConsecutive(a, a + length))).toBe(expected);
				expect(valueOf(china.areConsecutive(a + length, a))).toBe(expected);
			}),
		);
	});

	it('Working day: a million questions are answered in well under two seconds', () => {
		const start = performance.now();
		let working = 0;
		for (let index = 0; index < 1_000_000; index++) {
			const number = FIRST + ((index * 7919) % (LAST - FIRST));
			const answer = china.isWorkingDay(number);
			if (answer.kind === 'known' && answer.working) working++;
		}
		expect(working).toBeGreaterThan(600_000);
		expect(performance.now() - start).toBeLessThan(2_000);
	});
});

const notices = resolve(import.meta.dirname, '../../../../shared/data/calendar-holiday-cn');
describe.skipIf(!existsSync(notices))('Working day: every day of the notices in holiday-cn', () => {
	const files = existsSync(notices) ? readdirSync(notices).filter((name) => /^\d{4}\.json$/.test(name)) : [];
	const read = (name: string): unknown => JSON.parse(readFileSync(resolve(notices, name), 'utf8'));

	it.each(files)('Working day: %s agrees with the bundled data on every day', (name) => {
		const { year, days } = readNotice(read(name));
		for (let number = dayNumberOf(year, 1, 1); number < dayNumberOf(year + 1, 1, 1); number++) {
			// The last days of a year may be moved by the notice of the next one.
			if (!days.has(number) && bundledNotices().days.has(number) && formatDayNumber(number) >= `${year}-12-25`) continue;
			const weekday = new Date(number * 86_400_000).getUTCDay();
			const expected = days.get(number) ?? (weekday !== 0 && weekday !== 6);
			expect(isWorking(china, formatDayNumber(number)), formatDayNumber(number)).toBe(expected);
		}
	});

	it('Working day: read as a notice given by hand, the file gives the same year', () => {
		for (const name of files) {
			const notice = readNotice(read(name));
			const calendar = createWorkingCalendar({ notices: [notice] });
			expect(valueOf(calendar.workingDaysBetween(dayNumberOf(notice.year, 1, 1), dayNumberOf(notice.year, 12, 20)))).toBe(valueOf(china.workingDaysBetween(dayNumberOf(notice.year, 1, 1), dayNumberOf(notice.year, 12, 20))));
		}
	});
});
