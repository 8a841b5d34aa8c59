/*
 * Exact arithmetic on the decimals that people enter: weights, progress and indexes are compared as the digits stand there, so that 15.0% is not
 * "more than 15%" because of binary rounding. Source: domain reference 7 ("compare in integers/decimals").
 */

/** `n`/`d`, in lowest terms, `d` above 0. */
export interface Fraction {
	readonly n: bigint;
	readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const HUNDRED: Fraction = { n: 100n, d: 1n };

/** The decimal a number is written as: 0.1 is one tenth. @throws RangeError for what is no finite number */
export function fractionOf(value: number): Fraction {
	if (!Number.isFinite(value)) throw new RangeError(`${value} is no finite number.`);
	const [digits = '0', exponent = '0'] = String(value).split('e');
	const [whole = '0', decimals = ''] = digits.split('.');
	const power = Number(exponent) - decimals.length;
	const n = BigInt(`${whole}${decimals}`);
	return power >= 0 ? { n: n * 10n ** BigInt(power), d: 1n } : lowest(n, 10n ** BigInt(-power));
}

export function plus(a: Fraction, b: Fraction): Fraction {
	return lowest(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Fraction, b: Fraction): Fraction {
	return lowest(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function times(a: Fraction, b: Fraction): Fraction {
	return lowest(a.n * b.n, a.d * b.d);
}

/** @throws RangeError where the divisor is 0 */
export function over(a: Fraction, b: Fraction): Fraction {
	if (b.n === 0n) throw new RangeError('Division by zero.');
	return b.n < 0n ? lowest(-a.n * b.d, a.d * -b.n) : lowest(a.n * b.d, a.d * b.n);
}

/** Below 0, 0 or above 0, as `a` is less than, equal to or more than `b`. */
export function compare(a: Fraction, b: Fraction): number {
	const difference = a.n * b.d - b.n * a.d;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(values: readonly Fraction[]): Fraction {
	return values.reduce(plus, ZERO);
}

/** With at most so many decimals, half away from zero. Default 12: what a number of JavaScript holds of figures this size. */
export function numberOf(value: Fraction, decimals = 12): number {
	return Number(scaled(value, decimals)) / 10 ** decimals;
}

/** Digits for a reader, half away from zero: `75.0`. `trimmed`: without zeros at the end, `33.33` and `50`. */
export function digitsOf(value: Fraction, decimals: number, trimmed = false): string {
	const units = scaled(value, decimals);
	const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
	const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
	return `${units < 0n ? '-' : ''}${trimmed && decimals > 0 ? text.replace(/\.?0+$/, '') : text}`;
}

function scaled({ n, d }: Fraction, decimals: number): bigint {
	const size = n < 0n ? -n : n;
	const units = (size * 10n ** BigInt(decimals) * 2n + d) / (d * 2n);
	return n < 0n ? -units : units;
}

function lowest(n: bigint, d: bigint): Fraction {
	let [a, b] = [n < 0n ? -n : n, d];
	while (b > 0n) [a, b] = [b, a % b];
	return a > 1n ? { n: n / a, d: d / a } : { n, d };
}
