import { describe, expect, it } from 'vitest';
import type { EdcEvent, PlannedEvent } from '../../../core/edc/evidence.js';
import type { EdcMapping } from '../../../core/edc/mapping.js';
import { deviation, design, form, item, metric, planned, result, SHANGHAI, signature, subject, value, visit } from './events.js';

const at = (day: string, clock = '10:00'): string => `2026-${day}T${clock}:00+08:00`;

const SECOND_WINDOW = { anchorEvent: 'BASE', targetDay: 9, daysBefore: 3, daysAfter: 3 };
const WINDOWED = [
	planned('BASE'),
	planned('V2', { window: SECOND_WINDOW }),
	planned('UNS', { kind: 'Unscheduled' }),
];

/** Baseline on 03-01, so the target of V2 is 03-10. */
function visits(key: string, second: string | null, extra: readonly EdcEvent[] = []): EdcEvent[] {
	return [visit(key, 'BASE', { visitDate: '2026-03-01' }), ...(second === null ? [] : [visit(key, 'V2', { visitDate: second })]), ...extra];
}

const WINDOW_EXAMPLE = [
	design(WINDOWED),
	...visits('01', '2026-03-07'),
	...visits('02', '2026-03-13'),
	...visits('03', '2026-03-14'),
	...visits('04', '2026-03', [visit('04', 'UNS', { visitDate: '2026-03-16' })]),
];

describe('S1: metric 5, visit-window adherence', () => {
	it('S1: worked example: 2 of 3 = 66.7 %, undetermined 1, the unscheduled visit apart', () => {
		const found = metric('window_adherence', WINDOW_EXAMPLE);
		expect(found.value).toMatchObject({ kind: 'value', numerator: 2, denominator: 3, figures: { outOfWindow: 1, unscheduledLeftOut: 1, undeterminedRows: 1 }, notes: ['countedTwice'] });
		expect(found.value.verdict.level).toBe('alarm');
		expect(found.explanation.en).toContain('66.7%');
	});

	it.each([
		['2026-03-06', 0],
		['2026-03-07', 1],
		['2026-03-13', 1],
		['2026-03-14', 0],
	])('S1: bounds are inclusive: %s', (date, numerator) => {
		expect(result('window_adherence', [design(WINDOWED), ...visits('01', date)])).toMatchObject({ numerator, denominator: 1 });
	});

	it('S1: a partial date gets a verdict only where it is the same at both ends', () => {
		expect(result('window_adherence', [design(WINDOWED), ...visits('01', '2026-02')])).toMatchObject({ value: 0, denominator: 1 });
		expect(result('window_adherence', [design(WINDOWED), ...visits('01', '2026-03')])).toMatchObject({ kind: 'undetermined', rows: 1 });
	});

	it('S1: a partial date of the anchor visit widens the window and is not imputed', () => {
		const events = [design(WINDOWED), visit('01', 'BASE', { visitDate: '2026-02' }), visit('01', 'V2', { visitDate: '2026-03-07' })];
		expect(result('window_adherence', events)).toMatchObject({ kind: 'undetermined' });
		expect(result('window_adherence', [design(WINDOWED), visit('01', 'V2', { visitDate: '2026-03-07' })])).toMatchObject({ excluded: { noAnchorDate: 1 } });
	});

	it('S1: a missed visit is counted beside, not in the denominator', () => {
		const events = [design(WINDOWED), ...visits('01', '2026-03-07'), ...visits('02', null)];
		expect(result('window_adherence', events)).toMatchObject({ value: 100, denominator: 1, figures: { missedVisits: 1 } });
		expect(result('window_adherence', events, { asOf: '2026-03-13T09:00:00+08:00' })['figures']).not.toHaveProperty('missedVisits');
	});

	it('S1: the window stated by the vendor for this very visit goes before the design', () => {
		const events = [design(WINDOWED), ...visits('01', null), visit('01', 'V2', { visitDate: '2026-03-20', window: { target: '2026-03-18', earliest: '2026-03-16', latest: '2026-03-20' } })];
		expect(result('window_adherence', events)).toMatchObject({ value: 100 });
	});

	it('S1: windows may come from the settings; without an anchor they are not available', () => {
		const rows = [{ event: 'V2', anchorEvent: null, targetDay: 9, daysBefore: 0, daysAfter: 0 }];
		const events = visits('01', '2026-03-10');
		expect(result('window_adherence', events)).toMatchObject({ kind: 'notAvailable', missing: ['visit windows'] });
		expect(result('window_adherence', events, { settings: { visitWindows: { rows, anchor: null } } })).toMatchObject({ kind: 'notAvailable', missing: ['anchor visit of the visit windows'] });
		expect(result('window_adherence', events, { settings: { visitWindows: { rows, anchor: { event: 'BASE' } } } })).toMatchObject({ value: 100, denominator: 1 });
	});

	it('S1: the anchor may be the visit before', () => {
		const rows = [{ event: 'V3', anchorEvent: null, targetDay: 7, daysBefore: 0, daysAfter: 0 }];
		const events = [design([planned('BASE'), planned('V2'), planned('V3')]), ...visits('01', '2026-03-05'), visit('01', 'V3', { visitDate: '2026-03-12' })];
		expect(result('window_adherence', events, { settings: { visitWindows: { rows, anchor: 'previousVisit' } } })).toMatchObject({ value: 100, denominator: 1 });
	});
});

const enrolled = (count: number): EdcEvent[] => Array.from({ length: count }, (_, index) => subject(String(index + 1).padStart(2, '0'), { enrolledAt: '2026-01-05' }));

describe('S1: metric 6, protocol deviations', () => {
	const seven = (key = '01'): EdcEvent[] =>
		Array.from({ length: 7 }, (_, index) => deviation(key, `D${index}`, { occurredAt: '2026-02-01', at: at('02-02'), important: index < 2, removed: index === 6 }));

	it('S1: worked example: 6 on 40 enrolled = 15.0 per 100, important 5.0', () => {
		expect(result('deviations', [...enrolled(40), ...seven()])).toMatchObject({
			kind: 'value',
			value: 15,
			unit: 'per100Subjects',
			numerator: 6,
			denominator: 40,
			figures: { deviationCount: 6, importantCount: 2, importantRate: 5, removedRecords: 1 },
			level: 'none',
		});
	});

	it('S1: a deviation of a screen failure counts, the subject is in no denominator', () => {
		const mapping: EdcMapping = { ...SHANGHAI, subjectStatus: { enrolled: [], withdrawn: [], completed: [], died: [], screenFailure: ['Screen failure'] } };
		const events = [...enrolled(40), subject('99', { enrolledAt: '2026-01-05', status: 'Screen failure', at: at('02-01') }), ...seven('99')];
		expect(result('deviations', events, { mapping })).toMatchObject({ numerator: 6, denominator: 40, figures: { screenFailureDeviations: 6 } });
	});

	it('S1: the window takes the occurrence, else the detection, and says how often', () => {
		const events = [...enrolled(10), deviation('01', 'A', { occurredAt: '2026-02-10', at: at('03-10') }), deviation('01', 'B', { at: at('02-11') }), deviation('01', 'C', { occurredAt: '2026-02', at: at('03-10') })];
		expect(result('deviations', events, { window: { start: '2026-02-01', end: '2026-03-01' } })).toMatchObject({ numerator: 3, figures: { byDetectionDate: 1 } });
		expect(result('deviations', events, { window: { start: '2026-02-05', end: '2026-03-01' } })).toMatchObject({ numerator: 2, excluded: { unclearWindow: 1 } });
	});

	it('S1: a deviation form by mapping; a record taken back is removed', () => {
		const mapping: EdcMapping = { ...SHANGHAI, deviation: { termItem: 'DVTERM', dateItem: 'DVDAT', importantItem: 'DVIMP', importantValues: ['Y'] } };
		const record = (repeat: string, important: string): EdcEvent =>
			form('01', 'LOG', 'DV', [value('DVTERM', 'late', { groupRepeat: repeat, at: at('02-02') }), value('DVDAT', '2026-02-01', { groupRepeat: repeat, at: at('02-02') }), value('DVIMP', important, { groupRepeat: repeat, at: at('02-02') })]);
		const taken = form('01', 'LOG', 'DV', [item('DVTERM', { groupRepeat: '2', filled: false, transaction: 'Remove', at: at('02-05') })]);
		expect(result('deviations', [...enrolled(10), record('1', 'Y'), record('2', 'N'), taken], { mapping })).toMatchObject({ numerator: 1, figures: { importantCount: 1, removedRecords: 1 } });
	});

	it('S1: no record and no mapping is not available, not 0', () => {
		expect(result('deviations', enrolled(10))).toMatchObject({ kind: 'notAvailable', missing: ['protocol-deviation records'] });
		expect(result('deviations', enrolled(10), { settings: { statedInputs: ['deviations'] } })).toMatchObject({ kind: 'value', value: 0 });
		expect(result('deviations', seven())).toMatchObject({ kind: 'notAvailable', missing: ['enrolment, randomisation or consent dates'] });
	});

	it('S1: enrolled falls back to randomisation and says so', () => {
		const found = metric('deviations', [subject('01', { randomisedAt: '2026-01-05' }), ...seven()]);
		expect(found.value).toMatchObject({ denominator: 1, notes: ['enrolledByRandomisation'] });
	});

	it('S1: per 100 visits by setting', () => {
		expect(result('deviations', [...visits('01', '2026-03-07'), ...seven()], { settings: { deviations: { per: 'visits' } } })).toMatchObject({ unit: 'per100Visits', denominator: 2 });
	});
});

const FOUR: PlannedEvent = planned('V1', { forms: ['F1', 'F2', 'F3', 'F4'].map((name) => ({ form: name, mandatory: true, conditional: false })) });
const LEFT: EdcMapping = {
	...SHANGHAI,
	disposition: { reasonItem: 'DSDECOD', dateItem: 'DSSTDAT', withdrawnValues: ['WITHDREW', 'LOST'], completedValues: ['COMPLETED'], deathValues: ['DIED'], screenFailureValues: ['SCREEN FAILURE'] },
};

function left(key: string, reason: string, date: string | null): EdcEvent {
	const stamp = { at: at('03-15') };
	return form(key, 'END', 'DS', [value('DSDECOD', reason, stamp), ...(date === null ? [] : [value('DSSTDAT', date, stamp)])]);
}

function filled(key: string, names: readonly string[], empty: readonly string[] = []): EdcEvent[] {
	return [
		visit(key, 'V1', { visitDate: '2026-03-02' }),
		...names.map((name) => form(key, 'V1', name, [item('I1', { at: at('03-03') })])),
		...empty.map((name) => form(key, 'V1', name, [item('I1', { at: at('03-03'), filled: false })])),
	];
}

describe('S1: metric 7, missing-form rate', () => {
	const example = [design([FOUR]), ...filled('01', ['F1', 'F2', 'F3', 'F4']), ...filled('02', ['F1', 'F2', 'F3'], ['F4']), subject('03'), left('03', 'WITHDREW', '2026-03-01')];

	it('S1: worked example: present but empty is missing, withdrawn before the visit is not expected: 1 of 8 = 12.5 %', () => {
		expect(result('missing_forms', example, { mapping: LEFT })).toMatchObject({ kind: 'value', value: 12.5, numerator: 1, denominator: 8, figures: { presentButEmpty: 1 }, level: 'attention' });
	});

	it('S1: a visit recorded after the subject left is not expected either', () => {
		const events = [...example, visit('03', 'V1', { visitDate: '2026-03-02' })];
		expect(result('missing_forms', events, { mapping: LEFT })).toMatchObject({ denominator: 8, figures: { withdrawnLeftOut: 1 } });
	});

	it('S1: marked as not done is not missing, by status or by the mapped mark', () => {
		const byStatus = [design([FOUR]), ...filled('01', ['F1', 'F2', 'F3']), form('01', 'V1', 'F4', [], { status: 'notDone', recordedAt: at('03-03') })];
		expect(result('missing_forms', byStatus)).toMatchObject({ numerator: 0, denominator: 4, figures: { markedNotDone: 1 } });
		const byMark = [design([FOUR]), ...filled('01', ['F1', 'F2', 'F3']), form('01', 'V1', 'F4', [value('STAT', 'NOT DONE', { at: at('03-03') })])];
		expect(result('missing_forms', byMark, { mapping: { ...SHANGHAI, notDone: [{ item: 'STAT', value: 'NOT DONE' }] } })).toMatchObject({ numerator: 0, figures: { markedNotDone: 1 } });
	});

	it('S1: forms of an overdue visit are missing, conditional forms are left out and counted', () => {
		const plan = planned('V2', { forms: [{ form: 'F1', mandatory: true, conditional: false }, { form: 'F2', mandatory: true, conditional: true }, { form: 'F3', mandatory: false, conditional: false }], window: SECOND_WINDOW });
		expect(result('missing_forms', [design([planned('BASE'), plan]), ...visits('01', null)])).toMatchObject({ value: 100, numerator: 1, denominator: 1, figures: { missingOfOverdueVisits: 1, conditionalLeftOut: 1 } });
	});

	it('S1: a form is due only when the grace days have passed', () => {
		const events = [design([FOUR]), ...filled('01', [])];
		const due = (asOf: string, graceDays: number): unknown => result('missing_forms', events, { asOf, settings: { missingForms: { graceDays, mandatory: [] } } })['kind'];
		expect([due('2026-03-02', 0), due('2026-03-03', 0), due('2026-03-05', 3), due('2026-03-06', 3)]).toEqual(['notApplicable', 'value', 'notApplicable', 'value']);
	});

	it('S1: a value that was removed, or that the latest whole form no longer lists, is no value', () => {
		const base = [design([FOUR]), ...filled('01', ['F1', 'F2', 'F3', 'F4'])];
		const removed = form('01', 'V1', 'F4', [item('I1', { at: at('03-04'), filled: false, transaction: 'Remove' })]);
		expect(result('missing_forms', [...base, removed])).toMatchObject({ numerator: 1 });
		const whole = form('01', 'V1', 'F4', [], { complete: true, recordedAt: at('03-05') });
		expect(result('missing_forms', [...base, whole])).toMatchObject({ numerator: 1, figures: { presentButEmpty: 1 } });
		expect(result('missing_forms', [...base, form('01', 'V1', 'F4', [], { removed: true, recordedAt: at('03-05') })])).toMatchObject({ numerator: 1 });
	});

	it('S1: without a design it is not available; the settings can name the forms', () => {
		expect(result('missing_forms', filled('01', ['F1']))).toMatchObject({ kind: 'notAvailable', missing: ['study design with mandatory forms'] });
		expect(result('missing_forms', filled('01', ['F1']), { settings: { missingForms: { graceDays: 0, mandatory: [{ event: 'V1', form: 'F2' }] } } })).toMatchObject({ value: 100 });
	});
});

describe('S1: metric 12, subject retention', () => {
	const many = (from: number, count: number, more: (key: string) => EdcEvent[]): EdcEvent[] => Array.from({ length: count }, (_, index) => more(String(from + index).padStart(3, '0'))).flat();
	const enrolledOne = (key: string): EdcEvent => subject(key, { enrolledAt: '2026-01-05' });
	const example = [
		...many(0, 10, (key) => [subject(key), left(key, 'SCREEN FAILURE', '2026-01-03')]),
		...many(10, 46, (key) => [enrolledOne(key)]),
		...many(56, 2, (key) => [enrolledOne(key), left(key, 'WITHDREW', '2026-02-01')]),
		...many(58, 1, (key) => [enrolledOne(key), left(key, 'LOST', '2026-02-01')]),
		...many(59, 1, (key) => [enrolledOne(key), left(key, 'DIED', '2026-02-01')]),
	];

	it('S1: worked example: withdrawal 6.0 %, retention 94.0 %, deaths 1', () => {
		const found = metric('retention', example, { mapping: LEFT });
		expect(found.value).toMatchObject({ kind: 'value', value: 94, numerator: 47, denominator: 50, figures: { withdrawn: 3, withdrawalPercent: 6, deaths: 1, screenFailures: 10 } });
		expect(found.value.breakdown).toEqual([
			{ part: 'LOST', figures: { withdrawn: 1 } },
			{ part: 'WITHDREW', figures: { withdrawn: 2 } },
		]);
	});

	it('S1: completion and a reason outside the lists (stopped treatment) are no withdrawals', () => {
		const events = [enrolledOne('01'), left('01', 'COMPLETED', '2026-03-01'), enrolledOne('02'), left('02', 'STOPPED TREATMENT', '2026-03-01')];
		expect(result('retention', events, { mapping: LEFT })).toMatchObject({ value: 100, figures: { completed: 1, reasonsNotMapped: 1 } });
	});

	it('S1: who leaves after as-of is still in the study', () => {
		expect(result('retention', [enrolledOne('01'), left('01', 'WITHDREW', '2026-03-18')], { mapping: LEFT, asOf: '2026-03-17' })).toMatchObject({ value: 100 });
	});

	it('S1: words of the subject status serve where there is no disposition form', () => {
		const mapping: EdcMapping = { ...SHANGHAI, subjectStatus: { enrolled: ['Enrolled'], withdrawn: ['Dropped'], completed: [], died: [], screenFailure: [] } };
		const events = [subject('01', { status: 'Enrolled', at: at('02-01') }), subject('01', { status: 'Dropped', at: at('03-01') }), subject('02', { status: 'Enrolled', at: at('02-01') })];
		expect(result('retention', events, { mapping })).toMatchObject({ value: 50, denominator: 2 });
		expect(result('retention', events)).toMatchObject({ kind: 'notAvailable', missing: ['disposition form or subject status'] });
	});

	it('S1: a mapped item that never occurred is not 100 % retention', () => {
		expect(result('retention', [enrolledOne('01')], { mapping: LEFT })).toMatchObject({ kind: 'notAvailable' });
		expect(result('retention', [enrolledOne('01')], { mapping: LEFT, settings: { statedInputs: ['dispositions'] } })).toMatchObject({ value: 100 });
	});
});

describe('S1: metric 11, post-signature change rate', () => {
	const fifty = (name: string): EdcEvent => form('01', 'V1', name, Array.from({ length: 50 }, (_, index) => item(`I${index}`, { at: at('03-01'), digest: 'a' })));
	const change = (name: string, point: string, day: string, digest: string, reason?: string): EdcEvent =>
		form('01', 'V1', name, [item(point, { at: at(day), digest, transaction: 'Update', ...(reason === undefined ? {} : { reason }) })]);
	const example = [
		...['F1', 'F2', 'F3'].map(fifty),
		...['F1', 'F2', 'F3'].map((name) => signature('01', at('03-05'), { event: 'V1', form: name })),
		change('F1', 'I0', '03-06', 'b', 'typing error'),
		change('F1', 'I1', '03-06', 'b'),
		change('F2', 'I0', '03-06', 'b', 'query'),
		change('F2', 'I0', '03-07', 'c', 'query'),
	];

	it('S1: worked example: 3 of 150 = 2.0 %, 4 change events; one without a reason is its own finding', () => {
		const found = metric('post_sign_change', example);
		expect(found.value).toMatchObject({ kind: 'value', value: 2, numerator: 3, denominator: 150, figures: { changeEvents: 4, withoutReason: 1, resigned: 0 } });
		expect(found.value.verdict.level).toBe('alarm');
		expect(found.value.listed.map((row) => row.reason)).toContain('changeWithoutReason');
	});

	it('S1: a change before the signature, and the same value again, are none', () => {
		const events = [...example.slice(0, 6), change('F1', 'I0', '03-04', 'b'), change('F1', 'I1', '03-06', 'a')];
		expect(result('post_sign_change', events)).toMatchObject({ numerator: 0, denominator: 150, level: 'healthy' });
	});

	it('S1: a signature covers what held data at its time and lies below its place', () => {
		const later = form('01', 'V1', 'F1', [item('NEW', { at: at('03-08') })]);
		expect(result('post_sign_change', [...example, later])).toMatchObject({ denominator: 150 });
		expect(result('post_sign_change', [...example, later, signature('01', at('03-09'))])).toMatchObject({ denominator: 151, figures: { resigned: 3 } });
		expect(result('post_sign_change', [fifty('F1'), fifty('F2'), signature('01', at('03-05'), { event: 'V1', form: 'F1', item: 'I7' })])).toMatchObject({ denominator: 1 });
	});

	it('S1: a visit or form declared as signed has been signed', () => {
		expect(result('post_sign_change', [fifty('F1'), visit('01', 'V1', { status: 'signed', at: at('03-05') })])).toMatchObject({ denominator: 50 });
		const declared = form('01', 'V1', 'F1', [], { status: 'signed', statusStamp: { at: at('03-05'), by: 'pi' }, recordedAt: at('03-09') });
		expect(result('post_sign_change', [fifty('F1'), declared, change('F1', 'I0', '03-06', 'b')])).toMatchObject({ numerator: 1, denominator: 50 });
	});

	it('S1: without signatures, their times or the audit trail it is not available', () => {
		expect(result('post_sign_change', [fifty('F1')])).toMatchObject({ kind: 'notAvailable', missing: ['signatures'] });
		expect(result('post_sign_change', [fifty('F1'), signature('01', null)])).toMatchObject({ kind: 'notAvailable', missing: ['times of the signatures'] });
		const snapshot = form('01', 'V1', 'F1', [item('I1', { transaction: null })], { complete: true, recordedAt: at('03-01') });
		expect(result('post_sign_change', [snapshot, signature('01', at('03-05'))])).toMatchObject({ kind: 'notAvailable', excluded: { noEntryTime: 1 } });
	});

	it('S1: of two signatures at one stamp the fact decides which is first, never the order of arrival', () => {
		const stamp = '2026-03-05T12:00:00+08:00';
		const entered = form('03', 'V1', 'F1', [item('I.1', { at: '2026-03-01T08:00:00+08:00' })]);
		const [one, two] = [signature('03', stamp, { by: 'pi' }), signature('03', stamp, { by: 'pi' })];
		expect(metric('post_sign_change', [entered, one, two]).evidence).toEqual(metric('post_sign_change', [two, entered, one]).evidence);
	});
});
