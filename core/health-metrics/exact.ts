/*
 * Exact comparisons. A figure is a fraction of whole numbers and a threshold a decimal with at most six places: both are compared as whole numbers,
 * because 0.15 has no exact binary form and a figure that lies on its threshold must not depend on that. Source: domain reference 7 (15 % rule).
 */

export interface Fraction {
	readonly numerator: bigint;
	/** Above 0. */
	readonly denominator: bigint;
}

const PLACES = 1_000_000;

export function fraction(numerator: number, denominator: number): Fraction {
	return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** A decimal parameter such as 0.15, to six places. */
export function decimal(value: number): Fraction {
	return fraction(Math.round(value * PLACES), PLACES);
}

/** Negative, 0 or positive as `a` is smaller than, equal to or larger than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
	const difference = a.numerator * b.denominator - b.numerator * a.denominator;
	return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function multiply(a: Fraction, b: Fraction): Fraction {
	return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Middle value, or the mean of the two middle ones; null for none. */
export function medianFraction(values: readonly Fraction[]): Fraction | null {
	const sorted = [...values].sort(compareFractions);
	const upper = sorted[Math.floor(sorted.length / 2)];
	if (upper === undefined) return null;
	const lower = sorted.length % 2 === 1 ? upper : (sorted[sorted.length / 2 - 1] ?? upper);
	return { numerator: lower.numerator * upper.denominator + upper.numerator * lower.denominator, denominator: 2n * lower.denominator * upper.denominator };
}

/** For display; never for a comparison. */
export function numberOf({ numerator, denominator }: Fraction): number {
	return Number(numerator) / Number(denominator);
}

/**
 * Whether `now` is worse than `base` by strictly more than `limit` (a share such as 0.15); null where the base is 0.
 * Lower is better: (now − base) / base > limit; higher is better: (base − now) / base > limit.
 */
export function isWorse(now: Fraction, base: Fraction, better: 'lower' | 'higher', limit: number): boolean | null {
	if (base.numerator <= 0n) return null;
	const bound = better === 'lower' ? 1 + limit : 1 - limit;
	const compared = compareFractions(now, multiply(base, decimal(bound)));
	return better === 'lower' ? compared > 0 : compared < 0;
}
