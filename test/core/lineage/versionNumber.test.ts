import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersionNumbers, numberGaps, parseVersionNumber } from '../../../core/lineage/index.js';

const sorted = (...texts: string[]): string[] => texts.map(parseVersionNumber).sort(compareVersionNumbers).map(({ text }) => text);
const gaps = (...texts: string[]): string[] => numberGaps(texts.map(parseVersionNumber)).map(({ from, to }) => (from === to ? from : `${from}..${to}`));

const anyNumber = fc.oneof(
	fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
	fc.tuple(fc.constantFrom('V', 'v', 'Rev ', '版本', ''), fc.nat(30), fc.nat(30)).map(([prefix, major, minor]) => `${prefix}${major}.${minor}`),
	fc.stringMatching(/^[A-C]{1,2}$/),
	fc.tuple(fc.nat(5), fc.constantFrom('-draft', ' rc1', ' rc2', ' 草稿')).map(([major, mark]) => `${major}.0${mark}`),
	fc.constantFrom('2026-03-02', '20260301', 'final', 'final2', 'A1', 'B.2', ''),
	fc.string({ maxLength: 6 }),
);

describe('S3: order of version numbers', () => {
	it('S3: major, minor and revision count as numbers: V1.10 comes after V1.9', () => {
		expect(sorted('V1.10', 'V1.9', 'V1.2')).toEqual(['V1.2', 'V1.9', 'V1.10']);
		expect(sorted('2', '1.2.10', '1.2.9', '10', '1')).toEqual(['1', '1.2.9', '1.2.10', '2', '10']);
	});

	it('S3: A < B < … < Z < AA', () => {
		expect(sorted('AA', 'Z', 'B', 'A', 'AB')).toEqual(['A', 'B', 'Z', 'AA', 'AB']);
	});

	it('S3: 0.x is a draft, and a marked draft comes before its release', () => {
		expect(['0.9', '1.0', '0', '1.0-draft', '2.0 草稿'].map((text) => parseVersionNumber(text).draft)).toEqual([true, false, false, true, true]);
		expect(sorted('1.0', '1.0 rc2', '1.0 rc1', '0.9')).toEqual(['0.9', '1.0 rc1', '1.0 rc2', '1.0']);
	});

	it.each([
		['V1.10', 'numeric', [1, 10]],
		['ver. 2', 'numeric', [2]],
		['第 3 版', 'numeric', [3]],
		['版本：1.2', 'numeric', [1, 2]],
		['１．２', 'numeric', [1, 2]],
		['Rev C', 'letter', [3]],
		['v', 'letter', [22]],
		['R', 'letter', [18]],
		['B.2', 'letterNumber', [2, 2]],
		['2026-03-02', 'date', [2026, 3, 2]],
		['final', 'other', []],
	])('S3: reads %s', (text, scheme, parts) => {
		expect(parseVersionNumber(text)).toMatchObject({ text, scheme, parts });
	});

	it('S3: the order is total: reflexive, antisymmetric and transitive', () => {
		fc.assert(
			fc.property(anyNumber, anyNumber, anyNumber, (a, b, c) => {
				const [x, y, z] = [a, b, c].map(parseVersionNumber);
				if (x === undefined || y === undefined || z === undefined) return;
				expect(Math.sign(compareVersionNumbers(x, y)) + Math.sign(compareVersionNumbers(y, x))).toBe(0);
				expect(compareVersionNumbers(x, parseVersionNumber(a))).toBe(0);
				if (compareVersionNumbers(x, y) <= 0 && compareVersionNumbers(y, z) <= 0) expect(compareVersionNumbers(x, z)).toBeLessThanOrEqual(0);
			}),
			{ numRuns: 20_000 },
		);
	});
});

describe('S3: gaps in version numbers', () => {
	it.each([
		[['1', '2', '4'], ['3']],
		[['1', '5'], ['2..4']],
		[['2', '3'], ['1']],
		[['0.1', '0.2', '1.0', '1.1', '2.0'], []],
		[['1.0', '1.2', '3.0'], ['1.1', '2']],
		[['1.1', '1.1.2'], ['1.1.1']],
		[['A', 'C'], ['B']],
		[['Y', 'Z', 'AB'], ['A..X', 'AA']],
		[['A1', 'A3'], ['A2']],
		[['2026-03-01', '2026-03-05'], []],
		[['2025.1', '2025.2', '2027.1'], ['2026']],
		[['1', '3', 'B'], ['2', 'A']],
		[['final', 'final 2'], []],
		[['1.0-draft', '1.0', '2.0'], []],
	])('S3: %j lacks %j', (numbers, missing) => {
		expect(gaps(...numbers)).toEqual(missing);
	});

	it('S3: a run without one number lacks exactly that one, in any order and with any prefix', () => {
		fc.assert(
			fc.property(fc.integer({ min: 3, max: 200 }), fc.nat(), fc.constantFrom('', 'V', 'Rev ', '版本'), (length, pick, prefix) => {
				const missing = 1 + (pick % (length - 1));
				const numbers = Array.from({ length }, (_, index) => index + 1).filter((number) => number !== missing);
				expect(gaps(...numbers.reverse().map((number) => `${prefix}${number}`))).toEqual([String(missing)]);
			}),
		);
	});
});
