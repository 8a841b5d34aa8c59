import { describe, expect, it } from 'vitest';
import type { EdcEvent, ItemChange } from '../../../core/edc/evidence.js';
import type { EdcMapping } from '../../../core/edc/mapping.js';
import { form, item, metric, result, SHANGHAI, subject, value } from './events.js';

const at = (day: string, clock = '10:00'): string => `2026-${day}T${clock}:00+08:00`;

describe('S1: metric 8, source-data-verification coverage', () => {
	const sdv = (verified: boolean, required: boolean | null = true): NonNullable<ItemChange['sdv']> => ({ required, verified, at: verified ? at('03-05') : null });
	const points = (count: number, more: (index: number) => Partial<ItemChange>): EdcEvent =>
		form('01', 'V1', 'F1', Array.from({ length: count }, (_, index) => item(`I${index}`, { at: at('03-01'), digest: 'a', ...more(index) })));
	const changed = (from: number, count: number, day = '03-06', digest = 'b'): EdcEvent =>
		form('01', 'V1', 'F1', Array.from({ length: count }, (_, index) => item(`I${from + index}`, { at: at(day), digest, transaction: 'Update' })));
	const example = [points(450, (index) => (index < 400 ? { sdv: sdv(index < 300) } : { sdv: sdv(false, false) })), changed(0, 12)];

	it('S1: worked example: 288 of 400 = 72.0 %', () => {
		expect(result('sdv_coverage', example)).toMatchObject({ kind: 'value', value: 72, numerator: 288, denominator: 400, figures: { changedAfterVerification: 12 }, level: 'attention' });
	});

	it('S1: the same value again, or a change before the verification, leaves it verified', () => {
		expect(result('sdv_coverage', [...example.slice(0, 1), changed(0, 12, '03-06', 'a'), changed(20, 5, '03-04')])).toMatchObject({ numerator: 300 });
	});

	it('S1: verified again after the change is verified', () => {
		const again = form('01', 'V1', 'F1', [item('I0', { at: at('03-06'), digest: 'b', transaction: 'Context', sdv: { required: true, verified: true, at: at('03-07') } })], { recordedAt: at('03-07') });
		expect(result('sdv_coverage', [...example, again])).toMatchObject({ numerator: 289 });
	});

	it('S1: a point without data is not in the denominator, nor is one that is not required', () => {
		const events = [points(2, (index) => ({ sdv: sdv(true), filled: index === 0 })), changed(9, 0)];
		expect(result('sdv_coverage', events)).toMatchObject({ numerator: 1, denominator: 1, figures: { requiredEmpty: 1 } });
	});

	it('S1: without flags, or without what is required, it is not available and never 100 %', () => {
		expect(result('sdv_coverage', [points(5, () => ({}))])).toMatchObject({ kind: 'notAvailable', missing: ['source-data-verification flags', 'source-data-verification plan'] });
		const flagged = [points(5, (index) => ({ sdv: sdv(index < 3, null) }))];
		expect(result('sdv_coverage', flagged)).toMatchObject({ kind: 'notAvailable', missing: ['source-data-verification plan'] });
		expect(result('sdv_coverage', flagged, { settings: { sourceDataVerification: { plan: 'all' } } })).toMatchObject({ numerator: 3, denominator: 5 });
		expect(result('sdv_coverage', flagged, { settings: { sourceDataVerification: { plan: { items: ['I0', 'I4'] } } } })).toMatchObject({ numerator: 1, denominator: 2 });
	});
});

const CONSENT: EdcMapping = { ...SHANGHAI, consentDateItems: ['ICDAT'], consentVersionItems: ['ICVER'], procedureDateItems: ['LBDAT', 'EXDAT'] };

function consented(key: string, consent: string | null, procedure: string | null, version = '1.0'): EdcEvent[] {
	const stamp = { at: at('03-15') };
	return [
		...(consent === null ? [] : [form(key, 'SCR', 'IC', [value('ICDAT', consent, stamp), value('ICVER', version, stamp)])]),
		...(procedure === null ? [] : [form(key, 'V1', 'LB', [value('LBDAT', procedure, stamp)])]),
	];
}

describe('S1: metric 9, informed-consent completeness', () => {
	const options = { mapping: CONSENT };
	const example = [
		...Array.from({ length: 8 }, (_, index) => consented(`0${index}`, '2026-03-01', '2026-03-05')).flat(),
		...consented('08', at('03-05', '10:30'), at('03-05', '09:50')),
		...consented('09', '2026-03', '2026-03-05'),
	];

	it('S1: worked example: 8 of 9 = 88.9 %, undetermined 1, red', () => {
		const found = metric('consent', example, options);
		expect(found.value).toMatchObject({ kind: 'value', numerator: 8, denominator: 9, figures: { failedSubjects: 1, undeterminedRows: 1 }, verdict: { level: 'alarm' } });
		expect(found.explanation.en).toContain('88.9%');
		expect(found.value.listed.map((row) => row.reason)).toEqual(['consentAfterProcedure', 'partialDate']);
	});

	it('S1: the same day without time is accepted and flagged, or undetermined by parameter', () => {
		const events = consented('01', '2026-03-05', at('03-05', '09:50'));
		expect(result('consent', events, options)).toMatchObject({ value: 100, figures: { sameDay: 1 }, level: 'healthy' });
		expect(result('consent', events, { ...options, settings: { consent: { sameDay: 'undetermined', versions: [] } } })).toMatchObject({ kind: 'undetermined', rows: 1, level: 'attention' });
	});

	it('S1: the same minute leaves the order open', () => {
		expect(result('consent', consented('01', at('03-05'), at('03-05')), options)).toMatchObject({ kind: 'undetermined' });
	});

	it('S1: a partial date that is surely earlier is earlier', () => {
		expect(result('consent', consented('01', '2026-02', '2026-03-05'), options)).toMatchObject({ value: 100 });
		expect(result('consent', consented('01', '2026-03-05', '2026-02'), options)).toMatchObject({ value: 0 });
	});

	it('S1: the earliest of all procedures counts, screen failures included, no consent is a failure', () => {
		const mapping: EdcMapping = { ...CONSENT, subjectStatus: { enrolled: [], withdrawn: [], completed: [], died: [], screenFailure: ['SF'] } };
		const early = form('01', 'V0', 'EX', [value('EXDAT', '2026-02-20', { at: at('03-15') })]);
		const events = [...consented('01', '2026-03-01', '2026-03-05'), early, ...consented('02', null, '2026-03-05'), subject('02', { status: 'SF', at: at('03-02') }), ...consented('03', '2026-03-01', null)];
		expect(result('consent', events, { mapping })).toMatchObject({ numerator: 0, denominator: 2, figures: { withoutConsent: 1, failedSubjects: 2 } });
	});

	it('S1: re-consent to a new version before the first procedure after it took effect', () => {
		const versions = [{ version: '1.0', site: null, effectiveFrom: '2026-01-01' }, { version: '2.0', site: 'S1', effectiveFrom: '2026-03-08' }];
		const second = (key: string): EdcEvent => form(key, 'V2', 'LB', [value('LBDAT', '2026-03-12', { at: at('03-15') })]);
		const again = form('01', 'V2', 'IC', [value('ICDAT', '2026-03-10', { at: at('03-15') }), value('ICVER', '2.0', { at: at('03-15') })]);
		const events = [...consented('01', '2026-03-01', '2026-03-05'), second('01'), again, ...consented('02', '2026-03-01', '2026-03-05'), second('02'), ...consented('03', '2026-03-01', '2026-03-05')];
		const settings = { consent: { sameDay: 'accept' as const, versions } };
		expect(result('consent', events, { ...options, settings })).toMatchObject({ value: 100, figures: { reconsentRequired: 2, reconsentDone: 1, reconsentPercent: 50 } });
	});

	it('S1: without the mapped items it is not available', () => {
		expect(result('consent', example)).toMatchObject({ kind: 'notAvailable', missing: ['informed-consent dates', 'dates of study procedures'] });
	});
});

describe('S1: metric 10, CRC operation log', () => {
	const first = '2026-03-02T23:50:00+08:00';
	const second = '2026-03-02T16:10:00Z';
	const change = (name: string, stamp: string, transaction: ItemChange['transaction'], digest: string | undefined, more: Partial<ItemChange> = {}): EdcEvent =>
		form('01', 'V1', 'F1', [item(name, { at: stamp, transaction, filled: transaction !== 'Remove', ...(digest === undefined ? {} : { digest }), ...more })]);
	const example = [
		...['A', 'B', 'C', 'D', 'E'].map((name) => change(name, first, 'Insert', 'a')),
		change('A', second, 'Update', 'b'),
		change('B', second, 'Update', 'b'),
		change('C', second, 'Upsert', 'a'),
		change('D', second, 'Remove', undefined),
	];

	it('S1: worked example: entries 5, corrections 3, active days 2 across midnight in Shanghai', () => {
		const found = metric('crc_log', example);
		expect(found.value).toMatchObject({ kind: 'value', value: 5, unit: 'entries', numerator: 5, denominator: 8, figures: { corrections: 3, activeDays: 2, coordinators: 1 } });
		expect(found.value.breakdown).toEqual([{ part: 'crc1', figures: { entries: 5, corrections: 3, activeDays: 2 } }]);
		expect(found.value.verdict.level).toBe('none');
	});

	it('S1: the two stamps are one day in a zone further west', () => {
		expect(result('crc_log', example, { mapping: { ...SHANGHAI, zone: 'UTC' } })).toMatchObject({ figures: { activeDays: 1 } });
	});

	it('S1: imports, system users, other persons and unknown users are apart', () => {
		const events = [
			...example,
			form('02', 'V1', 'F1', [item('A', { at: first })], { imported: true }),
			form('03', 'V1', 'F1', [item('A', { at: first, by: 'robot' })]),
			form('04', 'V1', 'F1', [item('A', { at: first, by: 'cra' })]),
			form('05', 'V1', 'F1', [item('A', { at: first, by: null })]),
		];
		const mapping: EdcMapping = { ...SHANGHAI, systemUsers: ['robot'], coordinators: ['crc1'] };
		expect(result('crc_log', events, { mapping })).toMatchObject({ value: 5, figures: { imported: 1, bySystemUsers: 1, byOthers: 1, byUnknown: 1, coordinators: 1 } });
	});

	it('S1: an Upsert that cannot be compared is neither and is counted apart', () => {
		const events = [change('A', first, 'Insert', undefined), change('A', second, 'Upsert', undefined)];
		expect(result('crc_log', events)).toMatchObject({ value: 1, denominator: 1, figures: { corrections: 0, unclearChanges: 1 } });
	});

	it('S1: entered again after a removal is a correction, not a second entry', () => {
		expect(result('crc_log', [...example, change('D', '2026-03-03T10:00:00+08:00', 'Upsert', 'c')])).toMatchObject({ value: 5, figures: { corrections: 4 } });
	});

	it('S1: where the values themselves are known they are compared', () => {
		const entry = (stamp: string, text: string): EdcEvent => form('01', 'V1', 'F1', [item('A', { at: stamp, transaction: 'Upsert', value: text })]);
		expect(result('crc_log', [entry(first, '7'), entry(second, '7')])).toMatchObject({ value: 1, denominator: 1 });
		expect(result('crc_log', [entry(first, '7'), entry(second, '8')])).toMatchObject({ value: 1, denominator: 2 });
	});

	it('S1: a removed form removes every data point in it', () => {
		const removed = form('01', 'V1', 'F1', [], { removed: true, recordedAt: '2026-03-04T10:00:00+08:00', statusStamp: { at: '2026-03-04T10:00:00+08:00', by: 'crc2' } });
		const found = metric('crc_log', [...example, removed]);
		expect(found.value.breakdown).toContainEqual({ part: 'crc2', figures: { entries: 0, corrections: 4, activeDays: 1 } });
	});

	it('S1: a snapshot has no log', () => {
		const snapshot = form('01', 'V1', 'F1', [item('I1', { transaction: null, by: null })], { complete: true, recordedAt: at('03-01') });
		expect(result('crc_log', [snapshot])).toMatchObject({ kind: 'notAvailable', missing: ['audit trail with user and time'] });
	});

	it('S1: the removal of an item group empties every point of it, listed or not, and of no other repeat', () => {
		const entered = (group: string, groupRepeat: string): ItemChange[] => ['I.1', 'I.2'].map((name) => item(name, { group, groupRepeat, at: '2026-03-02T08:00:00+08:00' }));
		const events = [
			form('01', 'V1', 'F.AE', [...entered('IG.AE', '1'), ...entered('IG.AE', '2')]),
			form('01', 'V1', 'F.AE', [], { recordedAt: '2026-03-03T08:00:00+08:00', removedGroups: [{ group: 'IG.AE', groupRepeat: '1', at: '2026-03-03T08:00:00+08:00', by: 'crc1' }] }),
		];
		expect(result('crc_log', events)).toMatchObject({ value: 4, figures: { corrections: 2 } });
		expect(result('crc_log', [...events].reverse())).toMatchObject({ value: 4, figures: { corrections: 2 } });
	});
});
