/** 97.5th percentile of the normal distribution: for 95 % intervals. */
const Z = 1.959963984540054;

/** Both ends in the unit of the figure. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** Wilson score interval of a share k of n, n > 0, held within [0, 1]. Source: domain reference 7. */
export function wilsonInterval(k: number, n: number): Interval {
	const share = k / n;
	const centre = share + (Z * Z) / (2 * n);
	const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
	const whole = 1 + (Z * Z) / n;
	// At the ends the formula gives exactly 0 and 1, which rounding would miss.
	return { low: k === 0 ? 0 : Math.max(0, (centre - spread) / whole), high: k === n ? 1 : Math.min(1, (centre + spread) / whole) };
}

/** Byar's interval of a Poisson count per goal: a rate may exceed 1, so Wilson's does not apply. Source: domain reference 7. */
export function byarInterval(count: number, units: number): Interval {
	const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3;
	const next = count + 1;
	const high = next * (1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next))) ** 3;
	return { low: Math.max(0, low) / units, high: high / units };
}
