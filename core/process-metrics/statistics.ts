/*
 * The few statistics the metrics name. All take numbers in ascending order.
 */

export function ascending(values: readonly number[]): number[] {
	return [...values].sort((a, b) => a - b);
}

/** Middle value, or the mean of the two middle ones; null for none. */
export function median(sorted: readonly number[]): number | null {
	const upper = sorted[Math.floor(sorted.length / 2)];
	if (upper === undefined) return null;
	if (sorted.length % 2 === 1) return upper;
	return ((sorted[sorted.length / 2 - 1] ?? upper) + upper) / 2;
}

export function mean(sorted: readonly number[]): number | null {
	return sorted.length === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}

/** Nearest rank: the smallest value that at least this per cent of the values do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number | null {
	return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? null;
}

/** Multiplied before it is divided, so that 95 of 100 is 95 and not a neighbour of it. */
export function percentOf(numerator: number, denominator: number): number {
	return (100 * numerator) / denominator;
}

/** For display only: half-up to one decimal, on the decimal value and not on its binary neighbour. */
export function roundHalfUp(value: number): string {
	const tenths = Math.floor(Number((Math.abs(value) * 10).toPrecision(13)) + 0.5);
	const sign = value < 0 && tenths > 0 ? '-' : '';
	return `${sign}${Math.floor(tenths / 10)}.${tenths % 10}`;
}
