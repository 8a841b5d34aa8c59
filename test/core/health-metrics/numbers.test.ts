import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairNumbers, TextNumbers } from '../../../core/health-metrics/numbers.js';
import { RowIds } from '../../../core/health-metrics/rowIds.js';
import { spreadOf } from '../../../core/health-metrics/selection.js';

describe('S8: middle and percentile by selection', () => {
	it('S8: they are those of the sorted list, whatever its order', () => {
		fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 300 }), (list) => {
			const sorted = [...list].sort((a, b) => a - b);
			const median = ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
			expect(spreadOf(Float64Array.from(list), 0, list.length)).toEqual({ median, p90: sorted[Math.max(0, Math.ceil((90 * list.length) / 100) - 1)] });
		}));
		const organ = Float64Array.from({ length: 20_001 }, (_, index) => Math.min(index, 20_000 - index));
		expect(spreadOf(organ, 0, organ.length)).toEqual({ median: 5_000, p90: 9_000 });
		expect(spreadOf(organ, 5, 5)).toBeNull();
	});
});

describe('S8: numbers in place of names', () => {
	it('S8: equal texts and pairs have one number, others another', () => {
		fc.assert(fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3_000 }), (texts) => {
			const numbers = new TextNumbers();
			const pairs = new PairNumbers();
			const expected = new Map<string, number>();
			for (const text of texts) if (!expected.has(text)) expected.set(text, expected.size);
			for (const text of [...texts, ...texts]) expect(numbers.numberOf(text)).toBe(expected.get(text));
			for (let number = 0; number < expected.size; number++) expect(pairs.numberOf(number % 7, number)).toBe(number);
			expect([pairs.find(0, 0), pairs.find(9, 0)]).toEqual(expected.size > 0 ? [0, -1] : [-1, -1]);
		}), { numRuns: 20 });
		const many = new TextNumbers();
		for (let index = 0; index < 5_000; index++) expect(many.numberOf(`G-${index}`)).toBe(index);
		for (let index = 0; index < 5_000; index++) expect(many.numberOf(`G-${index}`)).toBe(index);
	});

	it('S8: a row is found by id and source together', () => {
		const ids = Array.from({ length: 4_000 }, (_, row) => [`id-${row % 2_000}`, row < 2_000 ? '' : 'other'] as const);
		const rows = new RowIds(ids.length, (row, id, source) => ids[row]?.[0] === id && ids[row][1] === source);
		ids.forEach(([id, source], row) => {
			expect(rows.find(id, source, row)).toBe(-1);
		});
		ids.forEach(([id, source], row) => {
			expect(rows.find(id, source, 0)).toBe(row);
		});
	});
});
