import type { HealthMetricDefinition } from './definition.js';
import { decimal, fraction, isWorse, medianFraction, numberOf, type Fraction } from './exact.js';
import { exactValue, type Figure } from './figure.js';
import type { Baseline, HealthPart, HealthResultKind, Previous, RedRun } from './metric.js';
import type { TimedPeriod } from './periods.js';
import type { HealthMetricSettings } from './settings.js';
import type { LightColour } from './texts.js';

/** A figure with what the periods before it say. */
export interface Placed {
	readonly figure: Figure;
	readonly light: LightColour;
	readonly parts: readonly HealthPart[];
	readonly previous: Previous | null;
	readonly baseline: Baseline | null;
	readonly run: RedRun | null;
}

/**
 * Compares the figures of one group in order of the periods.
 *
 * @param frozen exact baseline that was given for a period before: it was frozen when the period began
 */
export function placed(definition: HealthMetricDefinition, settings: HealthMetricSettings, periods: readonly TimedPeriod[], figures: readonly Figure[], frozen: (period: number) => string | null): readonly Placed[] {
	const results: Placed[] = [];
	for (const [index, figure] of figures.entries()) {
		const baseline = figure.exact === null || figure.kind !== 'value' ? null : baselineOf(definition, settings, periods, index, figure.exact, (at) => exactOf(figures[at]), frozen(index));
		const light = figure.light !== 'none' || !definition.worseningAlarm || baseline?.worse == null ? figure.light : baseline.worse ? 'red' : 'green';
		const parts = !definition.worseningAlarm ? figure.parts : figure.parts.map((part) => ({ ...part, baseline: partBaseline(definition, settings, periods, figures, index, part) }));
		results.push({ figure, light, parts, previous: previousOf(definition, periods, figures, index), baseline, run: light === 'red' ? runOf(periods, results, index) : null });
	}
	return results;
}

const exactOf = (figure: Figure | undefined): Fraction | null => (figure?.kind === 'value' || figure?.kind === 'tooFew' ? figure.exact : null);

function previousOf(definition: HealthMetricDefinition, periods: readonly TimedPeriod[], figures: readonly Figure[], index: number): Previous | null {
	const before = figures[index - 1];
	const period = periods[index - 1];
	const now = figures[index];
	if (!before || !period || periods[index]?.followsPrevious !== true || now?.value == null || before.value === null || before.numerator === null || before.denominator === null) return null;
	const points = definition.unit === 'percent';
	const change = points ? now.value - before.value : before.value === 0 ? null : (100 * (now.value - before.value)) / before.value;
	return { period: period.id, numerator: before.numerator, denominator: before.denominator, value: before.value, change, changeUnit: points ? 'points' : 'percent' };
}

function baselineOf(
	{ id, better }: HealthMetricDefinition,
	{ worsening }: HealthMetricSettings,
	periods: readonly TimedPeriod[],
	index: number,
	now: Fraction,
	valueAt: (period: number) => Fraction | null,
	frozen: string | null,
): Baseline | null {
	if (better === 'neither') return null;
	const used: string[] = [];
	const values: Fraction[] = [];
	for (let at = Math.max(0, index - worsening.periods); at < index; at++) {
		const value = valueAt(at);
		const period = periods[at];
		if (value === null || period === undefined) continue;
		values.push(value);
		used.push(period.id);
	}
	const fixed = worsening.fixed[id];
	const kept = frozen === null ? null : fractionOf(frozen);
	const base = fixed !== undefined ? decimal(fixed) : (kept ?? (values.length < worsening.atLeast ? null : medianFraction(values)));
	if (base === null) return null;
	return { value: numberOf(base), exact: `${base.numerator}/${base.denominator}`, periods: fixed === undefined ? used : [], worse: isWorse(now, base, better, worsening.limit) };
}

function partBaseline(definition: HealthMetricDefinition, settings: HealthMetricSettings, periods: readonly TimedPeriod[], figures: readonly Figure[], index: number, part: HealthPart): Baseline | null {
	if (part.denominator < settings.minSample) return null;
	// A fixed baseline is that of the whole.
	const own = { ...settings, worsening: { ...settings.worsening, fixed: {} } };
	return baselineOf(definition, own, periods, index, exactValue(definition, part.numerator, part.denominator), (at) => {
		const before = figures[at]?.parts.find(({ name }) => name === part.name);
		return before === undefined || before.denominator === 0 ? null : exactValue(definition, before.numerator, before.denominator);
	}, null);
}

/** The form in which a baseline is kept. */
export function fractionOf(text: string): Fraction | null {
	const match = /^(\d+)\/([1-9]\d*)$/.exec(text);
	return match?.[1] === undefined || match[2] === undefined ? null : { numerator: BigInt(match[1]), denominator: BigInt(match[2]) };
}

function runOf(periods: readonly TimedPeriod[], before: readonly Placed[], index: number): RedRun {
	let length = 1;
	let at = index;
	while (at > 0 && periods[at]?.followsPrevious === true && before[at - 1]?.light === 'red') {
		length++;
		at--;
	}
	const breaker = before[at - 1];
	const period = periods[at - 1];
	if (breaker === undefined || period === undefined) return { length, brokenBy: null };
	if (periods[at]?.followsPrevious !== true) return { length, brokenBy: breaker.light === 'red' ? { period: period.id, kind: 'gap' } : null };
	// Named only where a red period stands before what broke it: otherwise there was no run.
	const earlier = before[at - 2];
	return { length, brokenBy: breaker.figure.kind !== 'value' && earlier?.light === 'red' ? { period: period.id, kind: breaker.figure.kind satisfies HealthResultKind } : null };
}

/** For tests and programs that compare by themselves. */
export const worsened = (now: number, base: number, better: 'lower' | 'higher', limit = 0.15): boolean | null => isWorse(decimal(now), base === 0 ? fraction(0, 1) : decimal(base), better, limit);
