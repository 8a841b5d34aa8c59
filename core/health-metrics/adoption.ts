import type { HealthMetricSettings } from './settings.js';

const WEEK = 7 * 24 * 3_600_000;

/**
 * Forecast penetration some weeks after the launch, a share: logistic from `start` to `target` in `weeks`. Source: domain reference 7, S12.
 *
 * @param weeks since the launch; before it the forecast is that of the curve, which is next to 0
 */
export function forecastPenetration(weeks: number, { start, target, weeks: reach }: Pick<HealthMetricSettings['adoption'], 'start' | 'target' | 'weeks'>): number {
	const odds = (1 - start) / start;
	const rate = Math.log((target / (1 - target)) * odds) / reach;
	return 1 / (1 + odds * Math.exp(-rate * weeks));
}

/** Forecast in per cent for an instant; null before the launch or without one. */
export function forecastAt(instant: number, launch: number | null, adoption: HealthMetricSettings['adoption']): number | null {
	return launch === null || instant < launch ? null : 100 * forecastPenetration((instant - launch) / WEEK, adoption);
}
