import { describe, expect, it } from 'vitest';
import type { EdcEvent } from '../../../core/edc/evidence.js';
import type { EdcMapping } from '../../../core/edc/mapping.js';
import { DEFAULT_SETTINGS } from '../../../core/process-metrics/settings.js';
import { design, form, item, metric, planned, query, result, SHANGHAI, subject, value, visit } from './events.js';

const at = (day: string, clock = '10:00'): string => `2026-${day}T${clock}:00+08:00`;

function entered(key: string, date: string, entry: string | null, data: { readonly imported?: boolean; readonly by?: string } = {}): EdcEvent[] {
	return [
		visit(key, 'V1', { visitDate: date, status: 'completed', at: at('03-01') }),
		...(entry === null ? [] : [form(key, 'V1', 'F1', [item('I1', { at: entry, by: data.by ?? 'crc1' }), item('I2', { at: at('03-19') })], { imported: data.imported ?? false })]),
	];
}

const LAG_EXAMPLE = [
	...entered('01', '2026-03-02', at('03-03')),
	...entered('02', '2026-03-04', at('03-09')),
	...entered('03', '2026-03-06', at('03-14')),
	...entered('04', '2026-03-10', at('03-10')),
	...entered('05', '2026-03-10', null),
];

describe('S1: metric 1, data-entry lag', () => {
	it('S1: worked example: median 3, mean 3.5, one of four over 5 days, one not entered for 10 days', () => {
		const found = result('entry_lag', LAG_EXAMPLE, { asOf: '2026-03-20' });
		expect(found).toMatchObject({ kind: 'value', value: 3, unit: 'days', denominator: 4, excluded: {}, level: 'healthy' });
		expect(found['figures']).toEqual({ meanDays: 3.5, p90Days: 8, overLimit: 1, overLimitPercent: 25, notEntered: 1, oldestNotEnteredDays: 10 });
	});

	it('S1: a date-only visit is counted in local calendar days, not in elapsed hours', () => {
		// 00:30 of the next day in Shanghai is still the day before in UTC.
		expect(result('entry_lag', entered('01', '2026-03-02', '2026-03-02T16:30:00Z'))).toMatchObject({ value: 1 });
		expect(result('entry_lag', entered('01', '2026-03-02', '2026-03-02T15:30:00Z'))).toMatchObject({ value: 0 });
		expect(result('entry_lag', entered('01', '2026-03-02T12:00:00+08:00', at('03-03', '00:00')))).toMatchObject({ value: 0.5 });
	});

	it('S1: the zone of the site decides what a day is', () => {
		const events = entered('01', '2026-03-02', '2026-03-02T20:00:00Z');
		expect(result('entry_lag', events)).toMatchObject({ value: 1 });
		expect(result('entry_lag', events, { settings: { zoneOfSite: { S1: 'America/New_York' } } })).toMatchObject({ value: 0 });
	});

	it('S1: entry before the visit is a data error: left out and listed', () => {
		const found = metric('entry_lag', [...entered('01', '2026-03-05', at('03-04')), ...entered('02', '2026-03-04', at('03-06'))]);
		expect(found.value).toMatchObject({ kind: 'value', value: 2, denominator: 1 });
		expect(found.coverage).toEqual({ counted: 1, total: 2, excluded: [{ reason: 'negativeLag', count: 1 }] });
		expect(found.value.listed).toHaveLength(1);
		expect(found.value.listed[0]).toMatchObject({ reason: 'negativeLag', reference: { label: '01 · V1' } });
	});

	it('S1: a partial visit date is never imputed', () => {
		expect(result('entry_lag', entered('01', '2026-03', at('03-14')))).toMatchObject({ kind: 'undetermined', rows: 1, excluded: { partialDate: 1 } });
		expect(result('entry_lag', entered('01', '2026-04', at('03-14')))).toMatchObject({ kind: 'notApplicable', excluded: { negativeLag: 1 } });
	});

	it('S1: imports and system users are shown apart', () => {
		const events = [...entered('01', '2026-03-02', at('03-03')), ...entered('02', '2026-03-02', at('03-12'), { imported: true }), ...entered('03', '2026-03-02', at('03-14'), { by: 'robot' })];
		const found = result('entry_lag', events, { mapping: { ...SHANGHAI, systemUsers: ['robot'] } });
		expect(found).toMatchObject({ value: 1, denominator: 1, figures: { imported: 2, importedMedianDays: 11 } });
	});

	it('S1: unscheduled visits and log forms are left out, common events too', () => {
		const plan = design([planned('V1'), planned('UNS', { kind: 'Unscheduled' }), planned('LOG', { kind: 'Common' })]);
		const other = (name: string): EdcEvent[] => [visit('01', name, { visitDate: '2026-03-02' }), form('01', name, 'F1', [item('I1', { at: at('03-18') })])];
		const log = form('01', 'V1', 'AE', [item('AETERM', { at: at('03-02', '08:00') })]);
		const events = [plan, ...entered('01', '2026-03-02', at('03-03')), ...other('UNS'), ...other('LOG'), log];
		const mapping = { ...SHANGHAI, logForms: ['AE'] };
		expect(result('entry_lag', events, { mapping })).toMatchObject({ value: 1, denominator: 1, figures: { unscheduledLeftOut: 1 } });
		expect(result('entry_lag', events, { mapping, settings: { entryLag: { limitDays: 5, includeUnscheduled: true } } })).toMatchObject({ denominator: 2 });
	});

	it('S1: the visit date may be a mapped item; corrected, the last value counts', () => {
		const mapping: EdcMapping = { ...SHANGHAI, visitDateItems: ['VISDAT'] };
		const events = [form('01', 'V1', 'F1', [value('VISDAT', '2026-03-01', { at: at('03-06') }), value('VISDAT', '2026-03-04', { at: at('03-08'), transaction: 'Update' })])];
		expect(result('entry_lag', events, { mapping })).toMatchObject({ value: 2 });
		expect(result('entry_lag', events)).toMatchObject({ kind: 'notAvailable', missing: ['visit dates'] });
	});

	it('S1: a snapshot without stamps has no lag to measure, and that is not a visit that was not entered', () => {
		const snapshot = form('01', 'V1', 'F1', [item('I1', { transaction: null })], { complete: true, recordedAt: at('03-10') });
		expect(result('entry_lag', [visit('01', 'V1', { visitDate: '2026-03-02' }), snapshot])).toMatchObject({
			kind: 'notAvailable',
			missing: ['audit trail with the time of entry'],
			figures: {},
		});
	});

	it('S1: an Update whose Insert is not in the evidence is no first entry', () => {
		const events = [visit('01', 'V1', { visitDate: '2026-03-02' }), form('01', 'V1', 'F1', [item('I1', { at: at('03-10'), transaction: 'Update' })])];
		expect(result('entry_lag', events)).toMatchObject({ kind: 'notAvailable', excluded: { noEntryTime: 1 } });
	});

	it('S1: the window is half-open and takes visits by first entry', () => {
		const window = { start: '2026-03-03', end: '2026-03-09' };
		expect(result('entry_lag', LAG_EXAMPLE, { window })).toMatchObject({ value: 1, denominator: 1 });
		expect(result('entry_lag', LAG_EXAMPLE, { window: { start: '2026-03-04', end: '2026-03-10' } })).toMatchObject({ value: 5, denominator: 1 });
		const midnight = entered('01', '2026-03-02', at('03-05', '00:00'));
		expect(result('entry_lag', midnight, { window: { start: '2026-03-05', end: '2026-03-06' } })).toMatchObject({ kind: 'value' });
		expect(result('entry_lag', midnight, { window: { start: '2026-03-04', end: '2026-03-05' } })).toMatchObject({ kind: 'notApplicable' });
	});

	it('S1: limits are strict: a mean of exactly 5 is healthy, above 5 needs attention, above 7 is an alarm', () => {
		const lag = (day: string): unknown => result('entry_lag', entered('01', '2026-03-02', at(day)))['level'];
		expect([lag('03-07'), lag('03-08'), lag('03-09'), lag('03-10')]).toEqual(['healthy', 'attention', 'attention', 'alarm']);
	});
});

const SERIOUS = { seriousItem: 'AESER', seriousValues: ['Y'], awarenessItems: ['AEAWARE'], reportItems: ['AEREPORT'], exemptItem: 'AEEXEMPT' };
const SAE: EdcMapping = { ...SHANGHAI, seriousEvent: SERIOUS };

function sae(repeat: string, aware: string | null, report: string | null, extra: Readonly<Record<string, string>> = {}): EdcEvent {
	const stamp = { at: at('03-11'), group: 'IG', groupRepeat: repeat };
	const values = { AESER: 'Y', ...(aware === null ? {} : { AEAWARE: aware }), ...(report === null ? {} : { AEREPORT: report }), ...extra };
	return form('01', 'LOG', 'AE', Object.entries(values).map(([name, text]) => value(name, text, stamp)));
}

const SAE_EXAMPLE = [
	sae('A', '2026-03-02T08:00:00+08:00', '2026-03-03T08:00:00+08:00'),
	sae('B', '2026-03-05T10:00:00+08:00', '2026-03-06T10:01:00+08:00'),
	sae('C', '2026-03-07T01:00:00Z', '2026-03-07T20:00:00+08:00'),
	sae('D', '2026-03-10', '2026-03-11'),
	sae('E', '2026-03-20T09:00:00+08:00', null),
];

describe('S1: metric 2, SAE reporting timeliness', () => {
	const options = { mapping: SAE, asOf: '2026-03-20T18:00:00+08:00' };

	it('S1: worked example: 2 of 3 = 66.7 %, undetermined 1, pending 1', () => {
		const found = metric('sae_timeliness', SAE_EXAMPLE, options);
		expect(found.value).toMatchObject({ kind: 'value', unit: 'percent', numerator: 2, denominator: 3, figures: { late: 1, undeterminedRows: 1, pending: 1 } });
		expect(found.explanation.en).toContain('66.7%');
		expect(found.explanation['zh-CN']).toContain('66.7%');
	});

	it('S1: exactly 24 hours is on time, a minute more is late', () => {
		expect(result('sae_timeliness', SAE_EXAMPLE.slice(0, 1), options)).toMatchObject({ value: 100, level: 'healthy' });
		expect(result('sae_timeliness', SAE_EXAMPLE.slice(1, 2), options)).toMatchObject({ value: 0, level: 'alarm' });
	});

	it.each([
		['2026-03-10', '2026-03-10', 'value', 1],
		['2026-03-10', '2026-03-10T23:00:00+08:00', 'value', 1],
		['2026-03-10', '2026-03-11', 'undetermined', null],
		['2026-03-10', '2026-03-12', 'value', 0],
		['2026-03-10T08:00:00+08:00', '2026-03-11', 'undetermined', null],
	])('S1: dates without time, aware %s, reported %s: %s', (aware, report, kind, onTime) => {
		const found = result('sae_timeliness', [sae('1', aware, report)], options);
		expect(found['kind']).toBe(kind);
		if (onTime !== null) expect(found['numerator']).toBe(onTime);
	});

	it('S1: unreported is pending up to 24 hours and then late', () => {
		const event = [sae('1', '2026-03-19T18:00:00+08:00', null)];
		expect(result('sae_timeliness', event, options)).toMatchObject({ kind: 'notApplicable', figures: { pending: 1 } });
		expect(result('sae_timeliness', event, { ...options, asOf: '2026-03-20T18:00:01+08:00' })).toMatchObject({ value: 0, denominator: 1, figures: { late: 1, lateUnreported: 1 } });
	});

	it('S1: report before awareness is a data error; no awareness time is no verdict', () => {
		expect(result('sae_timeliness', [sae('1', '2026-03-05T10:00:00+08:00', '2026-03-05T09:00:00+08:00')], options)).toMatchObject({ kind: 'notApplicable', excluded: { reportBeforeAwareness: 1 } });
		expect(result('sae_timeliness', [sae('1', null, '2026-03-05')], options)).toMatchObject({ kind: 'undetermined', excluded: { noAwareness: 1 } });
	});

	it('S1: not serious and exempt events are left out', () => {
		const events = [sae('1', '2026-03-05', '2026-03-05', { AESER: 'N' }), sae('2', '2026-03-05', '2026-03-09', { AEEXEMPT: 'Y' }), sae('3', '2026-03-05', '2026-03-05')];
		expect(result('sae_timeliness', events, options)).toMatchObject({ value: 100, denominator: 1, figures: { exempt: 1 } });
	});

	it('S1: a drug trial reports elapsed time without a verdict unless the protocol sets a limit', () => {
		const drug = { ...DEFAULT_SETTINGS.seriousEvents, trialKind: 'drug' as const };
		const found = result('sae_timeliness', SAE_EXAMPLE, { ...options, settings: { seriousEvents: drug } });
		expect(found).toMatchObject({ kind: 'value', unit: 'hours', value: 24, numerator: null, denominator: 3, level: 'none', figures: { unreported: 1, undeterminedRows: 1 } });
		expect(result('sae_timeliness', SAE_EXAMPLE, { ...options, settings: { seriousEvents: { ...drug, drugLimitHours: 24 } } })).toMatchObject({ unit: 'percent', numerator: 2, denominator: 3 });
	});

	it('S1: without a report item the first entry stands in and is labelled as a proxy', () => {
		const mapping: EdcMapping = { ...SAE, seriousEvent: { ...SERIOUS, reportItems: [] } };
		const found = metric('sae_timeliness', [sae('1', '2026-03-10T12:00:00+08:00', null)], { ...options, mapping });
		expect(found.value).toMatchObject({ kind: 'value', value: 100, notes: ['firstEntryIsProxy'] });
		expect(found.explanation.en).toContain('first EDC entry');
	});

	it('S1: a date and a clock time in two items make one moment', () => {
		const mapping: EdcMapping = { ...SAE, seriousEvent: { ...SERIOUS, awarenessItems: ['AEAWARE', 'AEAWTIM'], reportItems: ['AEREPORT', 'AERPTIM'] } };
		const event = sae('1', '2026-03-10', '2026-03-11', { AEAWTIM: '10:00', AERPTIM: '09:30' });
		expect(result('sae_timeliness', [event], { ...options, mapping })).toMatchObject({ value: 100, figures: { longestHours: 23.5 } });
	});

	it('S1: without mapping or records it is not available, never 0', () => {
		expect(result('sae_timeliness', [subject('01')])).toMatchObject({ kind: 'notAvailable', missing: ['items for serious adverse events in the mapping'], level: 'none' });
		expect(result('sae_timeliness', [subject('01')], options)).toMatchObject({ kind: 'notAvailable' });
		expect(result('sae_timeliness', [subject('01')], { ...options, settings: { statedInputs: ['seriousEvents'] } })).toMatchObject({ kind: 'notApplicable' });
	});
});

const clock = (day: string, hour = '09:00'): string => at(day, hour);
const QUERY_EXAMPLE = [
	query('Q1', 'open', clock('03-02')),
	query('Q1', 'answered', clock('03-04')),
	query('Q1', 'closed', clock('03-05')),
	query('Q2', 'open', clock('03-02')),
	query('Q2', 'answered', clock('03-09', '21:00')),
	query('Q3', 'open', clock('03-05')),
	query('Q3', 'answered', clock('03-06')),
	query('Q3', 'open', clock('03-10')),
	query('Q3', 'answered', clock('03-13')),
	query('Q4', 'open', clock('03-01')),
	query('Q5', 'open', clock('03-01')),
	query('Q5', 'cancelled', clock('03-02')),
	query('Q6', 'candidate', clock('03-01')),
];

describe('S1: metric 3, query ageing', () => {
	it('S1: worked example: median 2.5 d, mean 3.375 d, open 1 aged 19 d in the third group', () => {
		const found = result('query_age', QUERY_EXAMPLE);
		expect(found).toMatchObject({ kind: 'value', value: 2.5, denominator: 4 });
		expect(found['figures']).toEqual({ meanDays: 3.375, p90Days: 7.5, openQueries: 1, openMedian: 19, openOldest: 19, openGroup3: 1, cancelled: 1, candidates: 1 });
	});

	it('S1: what is answered after as-of is open at as-of', () => {
		expect(result('query_age', QUERY_EXAMPLE, { asOf: clock('03-03') })).toMatchObject({ kind: 'notApplicable', figures: { openQueries: 3 } });
	});

	it('S1: open after open (forwarded, edited) keeps the clock; closed without answer counts and is flagged', () => {
		const events = [query('Q1', 'open', clock('03-02')), query('Q1', 'open', clock('03-04')), query('Q1', 'closed', clock('03-07'))];
		expect(result('query_age', events)).toMatchObject({ value: 5, figures: { closedUnanswered: 1 } });
	});

	it('S1: only the last state known: response time is not available, the age is no guess', () => {
		const events = [query('Q1', 'closed', clock('03-07'), { history: false })];
		expect(result('query_age', events)).toMatchObject({ kind: 'notAvailable', missing: ['query history'], excluded: { noHistory: 1 } });
	});

	it('S1: a source without any query is not available, one that states it delivers them is not applicable', () => {
		expect(result('query_age', [subject('01')])).toMatchObject({ kind: 'notAvailable' });
		expect(result('query_age', [subject('01')], { settings: { statedInputs: ['queries'] } })).toMatchObject({ kind: 'notApplicable' });
	});

	it('S1: any query open for more than 30 days is an alarm, exactly 30 is not', () => {
		const open = (asOf: string): unknown => result('query_age', [query('Q1', 'open', clock('03-01'))], { asOf })['level'];
		expect([open(clock('03-31')), open(clock('03-31', '09:01'))]).toEqual(['healthy', 'alarm']);
	});
});

describe('S1: metric 4, query rate', () => {
	const points = (count: number): EdcEvent => form('01', 'V1', 'F1', Array.from({ length: count }, (_, index) => item(`I${index}`, { at: at('03-02') })));
	const queries = [
		...Array.from({ length: 11 }, (_, index) => query(`S${index}`, 'open', clock('03-05'), { origin: 'system' })),
		...Array.from({ length: 7 }, (_, index) => query(`M${index}`, 'open', clock('03-05'))),
		query('M0', 'cancelled', clock('03-06')),
		query('C1', 'candidate', clock('03-05')),
		query('C2', 'candidate', clock('03-05')),
	];

	it('S1: worked example: 18 on 1 200 = 1.5 per 100, 0.92 system, 0.58 manual', () => {
		const found = result('query_rate', [points(1200), ...queries]);
		expect(found).toMatchObject({ kind: 'value', value: 1.5, unit: 'per100DataPoints', numerator: 18, denominator: 1200, level: 'none' });
		expect(found['figures']).toMatchObject({ systemQueries: 11, manualQueries: 7, cancelled: 1, candidates: 2 });
		expect((found['figures'] as { systemRate: number }).systemRate).toBeCloseTo(0.9167, 3);
	});

	it('S1: twice the reference is red', () => {
		const level = (referenceRate: number): unknown => result('query_rate', [points(1200), ...queries], { settings: { queries: { ...DEFAULT_SETTINGS.queries, referenceRate } } })['level'];
		expect([level(0.75), level(0.76)]).toEqual(['alarm', 'healthy']);
	});

	it('S1: derived items are no data points', () => {
		expect(result('query_rate', [points(200), ...queries], { mapping: { ...SHANGHAI, derivedItems: ['I0', 'I1'] } })).toMatchObject({ denominator: 198 });
	});

	it('S1: a window needs the time of first entry; a snapshot is cumulative and says so', () => {
		const snapshot = form('01', 'V1', 'F1', [item('I1', { transaction: null })], { complete: true, recordedAt: at('03-10') });
		const found = metric('query_rate', [snapshot, ...queries]);
		expect(found.value).toMatchObject({ kind: 'value', denominator: 1, notes: ['cumulative'] });
		expect(result('query_rate', [snapshot, ...queries], { window: { start: '2026-03-01', end: '2026-04-01' } })).toMatchObject({ kind: 'notAvailable', excluded: { noEntryTime: 1 } });
	});

	it('S1: no query in a source that delivers none is not a rate of 0', () => {
		expect(result('query_rate', [points(10)])).toMatchObject({ kind: 'notAvailable' });
		expect(result('query_rate', [points(10)], { settings: { statedInputs: ['queries'] } })).toMatchObject({ kind: 'value', value: 0 });
	});
});
