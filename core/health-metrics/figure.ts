import type { Bands, HealthMetricDefinition } from './definition.js';
import { compareFractions, decimal, fraction, multiply, type Fraction } from './exact.js';
import type { GroupTotals } from './groups.js';
import type { HealthPart, HealthResultKind, Spread } from './metric.js';
import type { HealthMetricSettings } from './settings.js';
import { byarInterval, wilsonInterval, type Interval } from './statistics.js';
import { suppressedGroups } from './suppression.js';
import type { LightColour, MissingKey } from './texts.js';

/** A group's figure in one period, before it is compared with others. */
export interface Figure {
	readonly kind: HealthResultKind;
	readonly missing: readonly MissingKey[];
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number | null;
	/** The value as it is compared; null where there is none or where it is no fraction. */
	readonly exact: Fraction | null;
	readonly light: LightColour;
	readonly interval: Interval | null;
	readonly distinguishable: boolean | null;
	readonly spread: Spread | null;
	readonly parts: readonly HealthPart[];
	readonly partsHidden: number;
	readonly totals: GroupTotals | null;
}

const NOTHING = { missing: [], numerator: null, denominator: null, value: null, exact: null, interval: null, distinguishable: null, spread: null, parts: [], partsHidden: 0 } as const;

export function unavailable(missing: readonly MissingKey[]): Figure {
	return { ...NOTHING, kind: 'notAvailable', missing, light: 'none', totals: null };
}

export function figureOf(definition: HealthMetricDefinition, settings: HealthMetricSettings, totals: GroupTotals | null): Figure {
	if (totals?.hidden === true) return { ...NOTHING, kind: 'suppressed', light: 'none', totals: null };
	const count = definition.unit === 'count';
	const denominator = count ? 1 : (totals?.denominator ?? 0);
	const numerator = totals?.numerator ?? 0;
	if (denominator === 0) return { ...NOTHING, kind: 'notApplicable', light: 'none', totals };
	const exact = exactValue(definition, numerator, denominator);
	const value = valueOf(definition, settings, numerator, denominator);
	const few = !count && denominator < settings.minSample;
	const bands = settings.bands[definition.id] ?? definition.bands;
	const interval = intervalOf(definition, numerator, denominator);
	const bounds = bands === null ? [] : [bands.green, ...(bands.red === null ? [] : [bands.red])];
	return {
		kind: few ? 'tooFew' : 'value',
		missing: [],
		numerator,
		denominator,
		value,
		exact,
		light: few ? 'grey' : bands === null ? 'none' : lightOf(bands, definition.better, exact),
		interval,
		distinguishable: interval === null || bounds.length === 0 ? null : bounds.every((bound) => bound < interval.low || bound > interval.high),
		spread: scaled(totals?.spread ?? null, definition.scale),
		...partsOf(definition, settings, totals),
		totals,
	};
}

/** Numerator ÷ denominator in the unit of the metric. */
export function exactValue({ unit, scale }: HealthMetricDefinition, numerator: number, denominator: number): Fraction {
	const plain = fraction(numerator, denominator * scale);
	return unit === 'percent' ? multiply(plain, fraction(100, 1)) : plain;
}

function valueOf(definition: HealthMetricDefinition, settings: HealthMetricSettings, numerator: number, denominator: number): number {
	if (definition.id === 'team_enablement_weight') return movedWeight(settings.enablement, numerator / denominator);
	// Multiplied before it is divided, so that 95 of 100 is 95 and not a neighbour of it.
	return ((definition.unit === 'percent' ? 100 : 1) * numerator) / (denominator * definition.scale);
}

/** Weight of a metric moved by a mean score of 1 to 5: clamp(w · (1 + α(s − 3)/2), min, max), in the unit of the weight. Source: domain reference 7, S11. */
export function movedWeight({ weight, alpha, min, max }: HealthMetricSettings['enablement'], score: number): number {
	return Math.min(max, Math.max(min, weight * (1 + (alpha * (score - 3)) / 2)));
}

/** The other weights when one is moved: rescaled so that all sum to 100 again. They stay as they are where they sum to 0. */
export function rescaledWeights(weights: Readonly<Record<string, number>>, moved: string, weight: number): Readonly<Record<string, number>> {
	const others = Object.entries(weights).reduce((sum, [name, own]) => (name === moved ? sum : sum + own), 0);
	return Object.fromEntries(Object.entries(weights).map(([name, own]) => [name, name === moved ? weight : others === 0 ? own : (own * (100 - weight)) / others]));
}

export function lightOf({ green, greenInclusive, red }: Bands, better: HealthMetricDefinition['better'], exact: Fraction): LightColour {
	// Counted from the good side: positive is better than the bound.
	const against = (bound: number): number => (better === 'lower' ? -1 : 1) * compareFractions(exact, decimal(bound));
	const good = against(green);
	if (good > 0 || (good === 0 && greenInclusive)) return 'green';
	return red !== null && against(red) < 0 ? 'red' : 'yellow';
}

function intervalOf({ interval, unit }: HealthMetricDefinition, numerator: number, denominator: number): Interval | null {
	if (interval === null) return null;
	const { low, high } = interval === 'byar' ? byarInterval(numerator, denominator) : wilsonInterval(numerator, denominator);
	const factor = unit === 'percent' ? 100 : 1;
	return { low: low * factor, high: high * factor };
}

function scaled(spread: Spread | null, scale: number): Spread | null {
	return spread === null ? null : { median: spread.median / scale, p90: spread.p90 / scale };
}

function partsOf(definition: HealthMetricDefinition, settings: HealthMetricSettings, totals: GroupTotals | null): Pick<Figure, 'parts' | 'partsHidden'> {
	if (totals?.parts == null) return { parts: [], partsHidden: 0 };
	const all = [...totals.parts.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
	// A count is drawn from all members of the group; a person's own figure hides nothing from that person.
	const free = definition.unit === 'count' || totals.group.level === 'person';
	const hidden = free ? new Set<string>() : suppressedGroups({ group: '\u0000all', people: totals.people, parts: all.map(([group, { people }]) => ({ group, people, parts: [] })) }, settings.minPersons);
	const shown = all.filter(([name]) => !hidden.has(name));
	const value = (numerator: number, denominator: number): number | null => (denominator === 0 ? null : valueOf(definition, settings, numerator, denominator));
	return {
		partsHidden: all.length - shown.length,
		parts: shown.map(([name, { numerator, denominator: of, open, spread }]) => {
			const denominator = definition.unit === 'count' ? 1 : of;
			const without = { numerator: totals.numerator - numerator, denominator: totals.denominator - of };
			return {
				name,
				numerator,
				denominator,
				value: value(numerator, denominator),
				spread: scaled(spread, definition.scale),
				open,
				without: definition.id === 'context_delay' ? { ...without, value: value(without.numerator, without.denominator) } : null,
				baseline: null,
			};
		}),
	};
}
