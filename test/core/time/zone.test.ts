import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
	dayNumberOf,
	formatDayNumber,
	formatInstant,
	instantOfLocal,
	localDayNumber,
	parseDayNumber,
	UTC,
	weekdayOf,
	yearOf,
	zoneOf,
} from '../../../core/time/zone.js';

/** Zones with the oddities of the world: half-hour shifts, quarter-hour offsets, a skipped day, changes at midnight, southern summer. */
const ZONES = [
	'UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca',
	'Asia/Tehran', 'America/St_Johns', 'Antarctica/Troll', 'Pacific/Chatham', 'Asia/Gaza', 'Africa/Monrovia',
];
const FROM = Date.parse('1900-01-01T00:00:00Z');
const TO = Date.parse('2150-01-01T00:00:00Z');
const instants = fc.oneof(fc.integer({ min: FROM, max: TO }), fc.integer({ min: Date.parse('1985-01-01'), max: Date.parse('2030-01-01') }));
const zones = fc.constantFrom(...ZONES);
const luxonAt = (instant: number, zone: string): DateTime => DateTime.fromMillis(instant, { zone });

describe('Working day: days and dates agree with luxon', () => {
	it('Working day: a date becomes a day number and comes back, from year 1 to 9999', () => {
		fc.assert(
			fc.property(fc.integer({ min: dayNumberOf(1, 1, 1), max: dayNumberOf(9999, 12, 31) }), (day) => {
				const expected = DateTime.fromMillis(day * 86_400_000, { zone: 'utc' });
				expect(formatDayNumber(day)).toBe(expected.toISODate());
				expect(dayNumberOf(expected.year, expected.month, expected.day)).toBe(day);
				expect(parseDayNumber(formatDayNumber(day))).toBe(day);
				expect(weekdayOf(day)).toBe(expected.weekday);
				expect(yearOf(day)).toBe(expected.year);
			}),
		);
	});

	it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '26-04-01', '2026-04-01T00:00:00Z', '', ' 2026-04-01', '1900-02-29'])('Working day: "%s" is no day', (text) => {
		expect(parseDayNumber(text)).toBeNull();
	});

	it('Working day: the last and first days of years are in their year', () => {
		for (let year = 1600; year < 2500; year++) {
			expect(yearOf(dayNumberOf(year, 1, 1))).toBe(year);
			expect(yearOf(dayNumberOf(year, 12, 31))).toBe(year);
		}
	});
});

describe('Domain 0: time zones agree with luxon', () => {
	it('Domain 0: offset and local day at any instant', () => {
		fc.assert(
			fc.property(instants, zones, (instant, name) => {
				const expected = luxonAt(instant, name);
				const zone = zoneOf(name);
				// Before standard time zones kept odd seconds; luxon keeps them as fractions of a minute.
				expect(Math.abs(zone.offsetMinutesAt(instant) - expected.offset)).toBeLessThan(1);
				if (Number.isInteger(expected.offset)) expect(localDayNumber(instant, zone)).toBe(dayNumberOf(expected.year, expected.month, expected.day));
			}),
			{ numRuns: 1000 },
		);
	});

	it('Domain 0: offsets are right to the minute around every change of clocks', () => {
		for (const name of ZONES) {
			const zone = zoneOf(name);
			for (const year of [1986, 2010, 2011, 2019, 2026]) {
				for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
					if (luxonAt(day, name).offset === luxonAt(day + 86_400_000, name).offset) continue;
					let [before, after] = [day, day + 86_400_000];
					while (after - before > 1) {
						const middle = Math.floor((before + after) / 2);
						if (luxonAt(middle, name).offset === luxonAt(day, name).offset) before = middle;
						else after = middle;
					}
					for (const shift of [-3_600_000, -60_000, -1, 0, 1, 60_000, 3_600_000]) expect(zone.offsetMinutesAt(after + shift), `${name} ${after + shift}`).toBe(luxonAt(after + shift, name).offset);
				}
			}
		}
	});

	it('Domain 0: an instant written with its offset reads back as itself', () => {
		fc.assert(
			fc.property(instants, zones, (instant, name) => {
				const text = formatInstant(instant, zoneOf(name));
				expect(Date.parse(text)).toBe(instant);
			}),
			{ numRuns: 500 },
		);
	});

	it('Domain 0: a local time becomes the instant luxon finds, a skipped one moves forward, a doubled one is the first', () => {
		fc.assert(
			fc.property(fc.integer({ min: Date.parse('1985-01-01'), max: Date.parse('2030-01-01') }), zones, (local, name) => {
				const zone = zoneOf(name);
				const instant = instantOfLocal(local, zone);
				const shown = instant + zone.offsetMinutesAt(instant) * 60_000;
				if (shown === local) {
					// Exact, and no earlier instant shows the same time.
					for (const earlier of [15, 30, 45, 60, 90, 120, 180]) {
						const candidate = instant - earlier * 60_000;
						expect(candidate + zone.offsetMinutesAt(candidate) * 60_000).not.toBe(local);
					}
				} else {
					expect(shown).toBeGreaterThan(local);
					expect(shown - local).toBeLessThanOrEqual(86_400_000);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:30:00+02:00', 'skipped'],
		['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T03:00:00+02:00', 'first skipped minute'],
		['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T03:00:00+02:00', 'after the gap'],
		['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T01:59:00+01:00', 'before the gap'],
		['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T02:30:00+02:00', 'shown twice'],
		['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T03:00:00+01:00', 'after the doubled hour'],
		['America/New_York', '2026-03-08T02:30', '2026-03-08T03:30:00-04:00', 'skipped'],
		['America/New_York', '2026-11-01T01:30', '2026-11-01T01:30:00-04:00', 'shown twice'],
		['America/New_York', '2026-11-01T02:00', '2026-11-01T02:00:00-05:00', 'after the doubled hour'],
		['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:45:00+11:00', 'half an hour skipped'],
		['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-05T01:45:00+11:00', 'half an hour shown twice'],
		['Pacific/Chatham', '2023-04-02T02:45', '2023-04-02T02:45:00+13:45', 'shown twice, more than 12 hours ahead of UTC'],
		['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T01:00:00-02:00', 'midnight skipped'],
		['Pacific/Apia', '2011-12-29T23:00', '2011-12-29T23:00:00-10:00', 'the last hour before the skipped day'],
		['Pacific/Apia', '2011-12-31T00:00', '2011-12-31T00:00:00+14:00', 'the first hour after the skipped day'],
		['Pacific/Apia', '2011-12-30T12:00', '2011-12-31T12:00:00+14:00', 'the skipped day itself'],
		['Asia/Shanghai', '2026-03-02T08:00', '2026-03-02T08:00:00+08:00', 'no change of clocks'],
	])('Domain 0: %s %s is %s (%s)', (name, local, expected) => {
		expect(formatInstant(instantOfLocal(Date.parse(`${local}Z`), zoneOf(name)), zoneOf(name))).toBe(expected);
	});

	it('Domain 0: far years keep the rule of the zone', () => {
		for (const name of ['Asia/Shanghai', 'Europe/Berlin', 'UTC']) {
			for (const instant of [Date.UTC(9999, 6, 1), Date.UTC(2400, 0, 1), Date.UTC(1890, 0, 1)]) expect(Math.abs(zoneOf(name).offsetMinutesAt(instant) - luxonAt(instant, name).offset)).toBeLessThan(1);
		}
	});

	it('Domain 0: years below 1000 and negative local times do not break', () => {
		expect(formatInstant(Date.parse('0999-12-31T23:59:59.001Z'))).toBe('0999-12-31T23:59:59.001Z');
		expect(localDayNumber(-1, UTC)).toBe(-1);
		expect(localDayNumber(0, zoneOf('America/New_York'))).toBe(-1);
	});

	it('Domain 0: an unknown zone is refused by name with a remedy', () => {
		expect(() => zoneOf('Mars/Olympus')).toThrow(/"Mars\/Olympus" is not known.*IANA/);
	});
});
