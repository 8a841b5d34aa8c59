import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { daysInMonth, parseMoment, type Moment } from '../../../core/time/moment.js';
import { formatInstant, UTC, zoneOf } from '../../../core/time/zone.js';

const shanghai = zoneOf('Asia/Shanghai');
const berlin = zoneOf('Europe/Berlin');
const span = (moment: Moment | null, zone = UTC): string | null => (moment === null ? null : `${formatInstant(moment.earliest, zone)}..${formatInstant(moment.latest, zone)}`);

describe('Domain 0: partial dates are intervals, nothing is imputed', () => {
	it.each([
		['2003-05', 'month', '2003-05-01T00:00:00Z..2003-05-31T23:59:59.999Z'],
		['2003', 'year', '2003-01-01T00:00:00Z..2003-12-31T23:59:59.999Z'],
		['2004', 'year', '2004-01-01T00:00:00Z..2004-12-31T23:59:59.999Z'],
		['2004-02', 'month', '2004-02-01T00:00:00Z..2004-02-29T23:59:59.999Z'],
		['2003-05-09', 'day', '2003-05-09T00:00:00Z..2003-05-09T23:59:59.999Z'],
		['2003-05-09T14', 'hour', '2003-05-09T14:00:00Z..2003-05-09T14:59:59.999Z'],
		['2003-05-09T14:-:-', 'hour', '2003-05-09T14:00:00Z..2003-05-09T14:59:59.999Z'],
		['2003-05--', 'month', '2003-05-01T00:00:00Z..2003-05-31T23:59:59.999Z'],
		['2003-05--T-:-:-', 'month', '2003-05-01T00:00:00Z..2003-05-31T23:59:59.999Z'],
		['2003----', 'year', '2003-01-01T00:00:00Z..2003-12-31T23:59:59.999Z'],
		['2003-05-09T-:-:-', 'day', '2003-05-09T00:00:00Z..2003-05-09T23:59:59.999Z'],
		// ODM incompleteDatetime: a known part below an unknown one narrows nothing.
		['2003-05--T10:30:00', 'month', '2003-05-01T00:00:00Z..2003-05-31T23:59:59.999Z'],
		['2003-05-09T-:30:00', 'day', '2003-05-09T00:00:00Z..2003-05-09T23:59:59.999Z'],
		['2003-05-09T10:-:30', 'hour', '2003-05-09T10:00:00Z..2003-05-09T10:59:59.999Z'],
	])('Domain 0: "%s" has precision %s', (text, precision, expected) => {
		const moment = parseMoment(text, UTC);
		expect(moment?.irregular).toBe(false);
		expect([moment?.precision, span(moment)]).toEqual([precision, expected]);
	});

	it('Domain 0: a local day with a change of clocks has 23 or 25 hours', () => {
		const hours = (text: string): number => {
			const moment = parseMoment(text, berlin);
			return moment === null ? NaN : (moment.latest + 1 - moment.earliest) / 3_600_000;
		};
		expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-03-30')]).toEqual([23, 25, 24]);
	});

	it('Domain 0: a day is that of the assumed zone', () => {
		expect(span(parseMoment('2026-03-02', shanghai), shanghai)).toBe('2026-03-02T00:00:00+08:00..2026-03-02T23:59:59.999+08:00');
		expect(parseMoment('2026-03-02', shanghai)?.zoneAssumed).toBe(true);
	});
});

describe('Domain 0: stamps of real sources', () => {
	it.each([
		['2026-03-02T08:00:00+08:00', '2026-03-02T00:00:00Z', 'second', false, false],
		['2026-03-02T08:00:00.123456+0800', '2026-03-02T00:00:00.123Z', 'second', false, false],
		['2016-02-19T14:01:05', '2016-02-19T06:01:05Z', 'second', true, false],
		['2024-10-11 10:44', '2024-10-11T02:44:00Z', 'minute', true, true],
		['2017-12-10 17:08:07 UTC', '2017-12-10T17:08:07Z', 'second', false, true],
		['2001-05-31T9:06:45', '2001-05-31T01:06:45Z', 'second', true, true],
		['2001-05-31T08:47:07-05:00', '2001-05-31T13:47:07Z', 'second', false, false],
		['2026-03-02T24:00:00Z', '2026-03-03T00:00:00Z', 'second', false, false],
		['2026-03-02T08:00:00-00:00', '2026-03-02T08:00:00Z', 'second', false, false],
		['2022-07-10 14:27:43.813', '2022-07-10T06:27:43.813Z', 'second', true, true],
		[' 2026-03-02T08:00Z ', '2026-03-02T08:00:00Z', 'minute', false, false],
		['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z', 'second', false, false],
		['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z', 'second', false, false],
		['2026-03-02T08:00:00+05:45', '2026-03-02T02:15:00Z', 'second', false, false],
	])('Domain 0: "%s" is %s', (text, instant, precision, zoneAssumed, irregular) => {
		const moment = parseMoment(text, shanghai);
		expect(moment && { instant: formatInstant(moment.earliest), same: moment.earliest === moment.latest, precision: moment.precision, zoneAssumed: moment.zoneAssumed, irregular: moment.irregular }).toEqual({
			instant,
			same: true,
			precision,
			zoneAssumed,
			irregular,
		});
	});

	it.each([
		'', ' ', 'UN', 'UNK', 'NK', '9999', '0000-00-00', '0001-01-01T00:00:00Z', 'unk', '2026-02-30', '2026-13', '2026-00-01', '2026-01-00', '2025-02-29', '2026-03-02T25:00', '2026-03-02T24:30', '2026-03-02T10:60',
		'2026-03-02T10:00:61', '2026/03/02', '02.03.2026', 'yesterday', '2026-03-02T10:00:00+25:00', '2026-03-02T10:00:00+08:60', '--05-09', '20260302', '2026-03-02x', '2026-03-02T10:00:00Z Z', '0000-00-00 00:00:00', '2026-03-02T',
		'2026-03-02T10:00:00+24:00',
	])('Domain 0: "%s" is no time', (text) => {
		expect(parseMoment(text, shanghai)).toBeNull();
	});

	it('Domain 0: null and undefined are no time', () => {
		expect([parseMoment(null, UTC), parseMoment(undefined, UTC)]).toEqual([null, null]);
	});

	it('Domain 0: a very long text is refused at once', () => {
		const start = performance.now();
		for (const text of ['2'.repeat(200_000), `2026-03-02T10:00:00.${'1'.repeat(200_000)}`, '-'.repeat(200_000), `2026-03-02${' '.repeat(200_000)}x`]) expect(parseMoment(text, UTC)).toBeNull();
		expect(performance.now() - start).toBeLessThan(500);
	});
});

describe('Domain 0: times against luxon', () => {
	const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Sao_Paulo');
	const instants = fc.integer({ min: Date.parse('1930-01-01'), max: Date.parse('2200-01-01') });

	it('Domain 0: what luxon writes with offset is read as the same instant, whatever zone is assumed', () => {
		fc.assert(
			fc.property(instants, zones, zones, (instant, written, assumed) => {
				const text = DateTime.fromMillis(instant, { zone: written }).toISO() ?? '';
				expect(parseMoment(text, zoneOf(assumed))).toMatchObject({ earliest: instant, latest: instant, precision: 'second', zoneAssumed: false, irregular: false });
			}),
			{ numRuns: 500 },
		);
	});

	it('Domain 0: without offset it shows the same wall clock in the assumed zone', () => {
		fc.assert(
			fc.property(instants, zones, (instant, name) => {
				const expected = DateTime.fromMillis(instant, { zone: name });
				const moment = parseMoment(expected.toISO({ includeOffset: false }), zoneOf(name));
				expect(moment?.zoneAssumed).toBe(true);
				expect(DateTime.fromMillis(moment?.earliest ?? NaN, { zone: name }).toISO({ includeOffset: false })).toBe(expected.toISO({ includeOffset: false }));
				expect(moment?.earliest).toBeLessThanOrEqual(instant);
			}),
			{ numRuns: 500 },
		);
	});

	it('Domain 0: a local date is from its start to just before the next start, as luxon has them', () => {
		fc.assert(
			fc.property(instants, zones, (instant, name) => {
				const expected = DateTime.fromMillis(instant, { zone: name });
				for (const [unit, text] of [['day', 'yyyy-MM-dd'], ['month', 'yyyy-MM'], ['year', 'yyyy']] as const) {
					const moment = parseMoment(expected.toFormat(text), zoneOf(name));
					expect([moment?.earliest, moment?.latest], `${name} ${expected.toFormat(text)}`).toEqual([expected.startOf(unit).toMillis(), expected.endOf(unit).toMillis()]);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('Domain 0: months have the days luxon gives them', () => {
		for (const year of [1900, 2000, 2023, 2024, 2100]) for (let month = 1; month <= 12; month++) expect(daysInMonth(year, month)).toBe(DateTime.utc(year, month).daysInMonth);
	});
});
