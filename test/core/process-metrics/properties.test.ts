import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdcEvent } from '../../../core/edc/evidence.js';
import type { EdcMapping } from '../../../core/edc/mapping.js';
import { DEFAULT_SETTINGS } from '../../../core/process-metrics/settings.js';
import { atSite, design, deviation, document, form, item, metrics, planned, query, SHANGHAI, signature, STUDY, subject, value, visit, type Options } from './events.js';

const MAPPING: EdcMapping = {
	...SHANGHAI,
	visitDateItems: ['VISDAT'],
	consentDateItems: ['ICDAT'],
	procedureDateItems: ['LBDAT'],
	seriousEvent: { seriousItem: 'AESER', seriousValues: ['Y'], awarenessItems: ['AEAWARE'], reportItems: ['AEREPORT'], exemptItem: null },
	disposition: { reasonItem: 'DSDECOD', dateItem: 'DSDAT', withdrawnValues: ['OUT'], completedValues: ['DONE'], deathValues: ['DIED'], screenFailureValues: ['SF'] },
};
const OPTIONS: Options = {
	mapping: MAPPING,
	settings: { sourceDataVerification: { plan: 'all' }, statedInputs: ['queries', 'deviations', 'seriousEvents', 'dispositions', 'signatures'], queries: { ...DEFAULT_SETTINGS.queries } },
};

const DESIGN = design([
	planned('V1', { forms: [{ form: 'F1', mandatory: true, conditional: false }, { form: 'F2', mandatory: true, conditional: false }] }),
	planned('V2', { window: { anchorEvent: 'V1', targetDay: 7, daysBefore: 1, daysAfter: 1 } }),
]);

const stamp = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 12)).map(([day, hour]) => `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+08:00`);
const date = fc.oneof(fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`), fc.constantFrom('2026-03', '2026', 'UNK'));
const key = fc.constantFrom('01', '02', '03');
const visitName = fc.constantFrom('V1', 'V2');
const transaction = fc.constantFrom('Insert', 'Update', 'Upsert', 'Remove', 'Context', null);
const digest = fc.constantFrom('a', 'b', undefined);

const anyEvent: fc.Arbitrary<EdcEvent> = fc.oneof(
	fc.tuple(key, visitName, fc.constantFrom('F1', 'F2'), stamp, transaction, digest, fc.boolean(), fc.boolean()).map(([who, where, what, at, change, sum, filled, stamped]) =>
		form(who, where, what, [item('I1', { at: stamped ? at : null, transaction: change, filled: filled && change !== 'Remove', ...(sum === undefined ? {} : { digest: sum }), sdv: { required: null, verified: filled, at } })], { recordedAt: at, complete: !stamped }),
	),
	fc.tuple(key, visitName, date, stamp).map(([who, where, day, at]) => form(who, where, 'F1', [value('VISDAT', day, { at })])),
	fc.tuple(key, date, date, stamp).map(([who, consent, procedure, at]) => form(who, 'V1', 'IC', [value('ICDAT', consent, { at }), value('LBDAT', procedure, { at })])),
	fc.tuple(key, fc.constantFrom('1', '2'), fc.oneof(stamp, date), fc.oneof(stamp, date), stamp).map(([who, groupRepeat, aware, report, at]) =>
		form(who, 'LOG', 'AE', [value('AESER', 'Y', { at, groupRepeat }), value('AEAWARE', aware, { at, groupRepeat }), value('AEREPORT', report, { at, groupRepeat })]),
	),
	fc.tuple(key, fc.constantFrom('OUT', 'DONE', 'DIED', 'SF', 'OTHER'), date, stamp).map(([who, reason, day, at]) => form(who, 'END', 'DS', [value('DSDECOD', reason, { at }), value('DSDAT', day, { at })])),
	fc.tuple(key, date, stamp, fc.boolean(), fc.constantFrom('S1', 'S2')).map(([who, day, at, removed, site]) => atSite(site, subject(who, { enrolledAt: day, at, removed }))),
	fc.tuple(key, visitName, date, stamp, fc.constantFrom('completed', 'signed', 'skipped', 'scheduled' , null)).map(([who, where, day, at, status]) => visit(who, where, { visitDate: day, at, status })),
	fc.tuple(fc.constantFrom('Q1', 'Q2', 'Q3'), fc.constantFrom('candidate', 'open', 'answered', 'closed', 'cancelled'), stamp, fc.boolean()).map(([id, state, at, history]) => query(id, state, at, { history })),
	fc.tuple(key, stamp).map(([who, at]) => signature(who, at)),
	fc.tuple(key, fc.constantFrom('D1', 'D2'), date, stamp, fc.boolean()).map(([who, id, day, at, removed]) => deviation(who, id, { occurredAt: day, at, removed })),
	fc.tuple(stamp, fc.subarray(['01', '02', '03'])).map(([asOf, subjects]) => document({ asOf, subjects })),
);

const SCOPES: Options['scope'] = [{ study: STUDY }, { study: STUDY, eachSite: true }, { study: STUDY, subjects: ['02'] }];
const events = fc.array(anyEvent, { minLength: 1, maxLength: 60 });

describe('S1: the 12 metrics as a fold', () => {
	it('S1: the order of the events does not matter', () => {
		fc.assert(
			fc.property(
				events.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))),
				([list, shuffled]) => {
					expect(metrics([...shuffled, DESIGN], { ...OPTIONS, scope: SCOPES })).toEqual(metrics([DESIGN, ...list], { ...OPTIONS, scope: SCOPES }));
				},
			),
			{ numRuns: 300 },
		);
	});

	it('S1: the same fact twice is one fact', () => {
		fc.assert(
			fc.property(events.chain((list) => fc.tuple(fc.constant(list), fc.subarray(list))), ([list, again]) => {
				expect(metrics([DESIGN, ...list, ...structuredClone(again), DESIGN], { ...OPTIONS, scope: SCOPES })).toEqual(metrics([DESIGN, ...list], { ...OPTIONS, scope: SCOPES }));
			}),
			{ numRuns: 100 },
		);
	});

	it('S1: a subject of another site does not change the metrics of a site', () => {
		// Whether the study delivers an input at all, and what 'enrolled' rests on, is known of the whole study; the base settles both.
		const base = [
			DESIGN,
			subject('77', { enrolledAt: '2026-01-05' }),
			form('77', 'V1', 'IC', [value('ICDAT', '2026-03-01', { at: '2026-03-02T10:00:00+08:00' }), value('LBDAT', '2026-03-02', { at: '2026-03-02T10:00:00+08:00' })]),
			form('77', 'V1', 'F1', [item('I1', { at: '2026-03-02T10:00:00+08:00', sdv: { required: null, verified: true, at: null } })]),
			form('77', 'LOG', 'AE', [value('AESER', 'N', { at: '2026-03-02T10:00:00+08:00' })]),
		];
		const elsewhere = events.map((list) =>
			list.filter((one) => !('subjects' in one.data)).map((one) => atSite('S9', 'subject' in one.data ? ({ ...one, data: { ...one.data, subject: `9${one.data.subject}` } } as EdcEvent) : one)),
		);
		fc.assert(
			fc.property(events, elsewhere, (list, others) => {
				const own = [...base, ...list.filter((one) => !('subjects' in one.data))];
				const scope = { study: STUDY, site: 'S1' };
				expect(metrics([...own, ...others], { ...OPTIONS, scope })).toEqual(metrics(own, { ...OPTIONS, scope }));
			}),
			{ numRuns: 150 },
		);
	});

	it('S1: every result is one of the four kinds, a value rests on something, and a share lies between 0 and 100', () => {
		fc.assert(
			fc.property(events, (list) => {
				for (const { value: result, explanation, evidence } of metrics([DESIGN, ...list], { ...OPTIONS, scope: SCOPES })) {
					expect(explanation.en).not.toMatch(/[{}]|undefined|NaN|Infinity/);
					expect(explanation['zh-CN']).not.toMatch(/[{}]|undefined|NaN|Infinity/);
					expect(evidence.length).toBeLessThanOrEqual(result.evidenceTotal);
					if (result.kind === 'notAvailable') expect(result.missing.length).toBeGreaterThan(0);
					if (result.kind !== 'value') continue;
					expect(result.denominator).toBeGreaterThan(0);
					expect(result.evidenceTotal).toBeGreaterThan(0);
					expect(Number.isFinite(result.value)).toBe(true);
					if (result.unit === 'percent') expect(result.value >= 0 && result.value <= 100).toBe(true);
				}
			}),
			{ numRuns: 200 },
		);
	});
});
