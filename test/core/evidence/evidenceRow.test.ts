import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceKey, type CloudEvent } from '../../../core/evidence/cloudEvent.js';
import { evidenceRows, factsOfRow } from '../../../core/evidence/evidenceRow.js';

const fact = fc.record({ id: fc.string({ minLength: 1 }), subject: fc.constantFrom('A', 'B'), event: fc.constantFrom('V1', 'V2', null) }).map(
	({ id, subject, event }): CloudEvent => ({ specversion: '1.0', id: `${id} ${subject} ${event ?? ''}`, source: 'https://edc.example.com/ST', type: 'performance-trace.edc.form.recorded.v1', data: { study: 'ST', subject, event } }),
);
const rowsOf = (facts: readonly CloudEvent[]) => evidenceRows(facts).map(({ row }) => row);
const sorted = (values: readonly string[]): string[] => [...values].sort();

describe('S1: evidence as rows', () => {
	it('holds every fact once, whatever the order and however often it comes', () => {
		fc.assert(
			fc.property(fc.array(fact, { maxLength: 12 }), fc.func(fc.integer()), (facts, order) => {
				const rows = rowsOf(facts);
				const held = rows.flatMap((row) => factsOfRow(row) as CloudEvent[]);
				expect(sorted(held.map(evidenceKey))).toEqual(sorted([...new Set(facts.map(evidenceKey))]));
				expect(rows.reduce((count, row) => count + row.facts, 0)).toBe(held.length);
				const shuffled = [...facts, ...facts].sort((a, b) => order(a.id) - order(b.id));
				expect(sorted(rowsOf(shuffled).map((row) => row.evidenceKey))).toEqual(sorted(rows.map((row) => row.evidenceKey)));
			}),
		);
	});

	it('puts together what belongs to one visit of one subject', () => {
		const facts = [['A', 'V1'], ['A', 'V2'], ['A', 'V1'], ['B', 'V1']].map(([subject, event], index) => ({ specversion: '1.0', id: String(index), source: 's', type: 't', time: `2026-03-0${index + 1}T00:00:00Z`, data: { study: 'ST', subject, event } }) as const);
		expect(rowsOf(facts).map(({ study, subject, visit, facts: count, time }) => [study, subject, visit, count, time])).toEqual([
			['ST', 'A', 'V1', 2, '2026-03-03T00:00:00Z'],
			['ST', 'A', 'V2', 1, '2026-03-02T00:00:00Z'],
			['ST', 'B', 'V1', 1, '2026-03-04T00:00:00Z'],
		]);
	});

	it('S1: names the latest instant of a row, whatever offsets its facts were written with', () => {
		const at = (...times: ReadonlyArray<string | undefined>) => rowsOf(times.map((time, index) => ({ specversion: '1.0', id: String(index), source: 's', type: 't', ...(time === undefined ? {} : { time }), data: { study: 'ST' } }) as const))[0]?.time;
		// 23:30 in UTC-5 is later than half past midnight of the next day in UTC+8.
		expect(at('2026-03-02T00:30:00+08:00', '2026-03-01T23:30:00-05:00')).toBe('2026-03-01T23:30:00-05:00');
		expect(at('2026-03-01T23:30:00-05:00', '2026-03-02T00:30:00+08:00')).toBe('2026-03-01T23:30:00-05:00');
		expect(at(undefined, '2026-03-01T23:30:00-05:00')).toBe('2026-03-01T23:30:00-05:00');
		expect(at('soon', '2026-03-01T23:30:00-05:00')).toBe('2026-03-01T23:30:00-05:00');
		expect(at(undefined)).toBe('');
	});

	it('gives another key as soon as one fact is another', () => {
		const one = { specversion: '1.0', id: '1', source: 's', type: 't', data: { study: 'ST' } } as const;
		expect(rowsOf([one])[0]?.evidenceKey).not.toBe(rowsOf([{ ...one, id: '2' }])[0]?.evidenceKey);
		expect(rowsOf([one])[0]?.evidenceKey).not.toBe(rowsOf([one, { ...one, id: '2' }])[0]?.evidenceKey);
	});

	it('reads rows, single facts and lists back, and tells a payload that was cut off', () => {
		expect(factsOfRow({ specversion: '1.0', id: '1' })).toEqual([{ specversion: '1.0', id: '1' }]);
		expect(factsOfRow({ payload: '{"a":1}' })).toEqual([{ a: 1 }]);
		expect(factsOfRow({ payload: '[1,2]' })).toEqual([1, 2]);
		expect(factsOfRow({ payload: '[1,' })).toBeNull();
	});
});
