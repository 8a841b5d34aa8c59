import { roundedText } from '../explanation/templateHelpers.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import type { FigureRow, ResultKind } from './figure.js';
import { said, WORDS } from './words.js';

/** The definition of a metric as far as a page says it; the definitions of the health metrics are such. */
export interface MetricDefinition {
	readonly id: string;
	readonly version: string;
	readonly name: BilingualText;
	readonly formula: BilingualText;
	readonly code: string;
	readonly unit: 'rate' | 'percent' | 'days' | 'minutes' | 'count';
	readonly numerator: BilingualText;
	readonly denominator: BilingualText;
	readonly scale: number;
	readonly anchor: BilingualText;
	readonly better: 'lower' | 'higher' | 'neither';
	readonly bands: Bands | null;
	readonly alarm: BilingualText | null;
	/** Kinds of records the metric is made of. */
	readonly rows: readonly string[];
	readonly alsoReads: readonly string[];
	readonly anonymous: boolean;
	readonly source: BilingualText;
	readonly improve: BilingualText;
}

export interface Bands {
	readonly green: number;
	readonly greenInclusive: boolean;
	readonly red: number | null;
}

const UNITS: Readonly<Record<MetricDefinition['unit'], BilingualText>> = {
	rate: { en: '', 'zh-CN': '' },
	percent: { en: '%', 'zh-CN': '%' },
	days: { en: ' d', 'zh-CN': ' 天' },
	minutes: { en: ' min', 'zh-CN': ' 分钟' },
	count: { en: '', 'zh-CN': '' },
};

export function quantity(value: number, unit: MetricDefinition['unit'], language: Language): string {
	return `${unit === 'count' ? String(value) : roundedText(value, unit === 'rate' ? 2 : 1)}${UNITS[unit][language]}`;
}

const RESULT_WORDS: Readonly<Record<Exclude<ResultKind, 'value'>, BilingualText>> = {
	tooFew: WORDS.tooFew,
	notApplicable: WORDS.notApplicable,
	notAvailable: WORDS.notAvailable,
	suppressed: WORDS.suppressed,
};

export function resultWord(result: string, language: Language): string {
	return Object.hasOwn(RESULT_WORDS, result) ? RESULT_WORDS[result as keyof typeof RESULT_WORDS][language] : result;
}

/** A value on an axis: no decimals where there are none. */
export function tickText(value: number, unit: MetricDefinition['unit'], language: Language): string {
	return `${Number(roundedText(value, 2))}${UNITS[unit][language]}`;
}

/** The value, or why there is none. */
export function valueText({ value, result }: Pick<FigureRow, 'value' | 'result'>, definition: MetricDefinition, language: Language): string {
	return value === null ? resultWord(result, language) : quantity(value, definition.unit, language);
}

/** `13 talks with a citation of 20 talks`; empty where the figure has no fraction. */
export function fractionText({ numerator, denominator, value }: FigureRow, definition: MetricDefinition, language: Language): string {
	if (numerator === null || denominator === null || value === null || definition.unit === 'count') return '';
	const shown = definition.scale === 1 ? String(numerator) : roundedText(numerator / definition.scale, 1);
	const words = definition.unit === 'percent' && definition.id !== 'team_enablement_weight' ? WORDS.of : WORDS.onDenominator;
	return said(words, language, { numerator: shown, numeratorName: definition.numerator[language], denominator, denominatorName: definition.denominator[language] });
}

/** `+3.1 points`, `−12.0%`. */
export function changeText(change: number | null, points: boolean, language: Language): string {
	if (change === null) return '';
	const text = roundedText(Math.abs(change), 1);
	const sign = Number(text) === 0 ? '±' : change > 0 ? '+' : '−';
	return `${sign}${text}${points ? ` ${WORDS.points[language]}` : '%'}`;
}

/** Thresholds in words; those a figure was judged with, where they are known. */
export function bandsText(bands: Bands | null, { better, unit }: MetricDefinition, language: Language): string {
	if (bands === null) return WORDS.noThresholds[language];
	const bound = (value: number): string => `${value}${UNITS[unit][language]}`;
	const green = better === 'lower' ? (bands.greenInclusive ? WORDS.greenTo : WORDS.greenUnder) : bands.greenInclusive ? WORDS.greenFrom : WORDS.greenOver;
	const red = bands.red === null ? [] : [said(better === 'lower' ? WORDS.redOver : WORDS.redUnder, language, { bound: bound(bands.red) })];
	return [said(green, language, { bound: bound(bands.green) }), ...red].join(language === 'en' ? ', ' : '，');
}

/** Thresholds in the parameters of a rule; null where it has none. */
export function bandsOf(parameters: Readonly<Record<string, unknown>>): Bands | null {
	const bands = parameters['bands'];
	if (typeof bands !== 'object' || bands === null) return null;
	const { green, greenInclusive, red } = bands as Readonly<Record<string, unknown>>;
	return typeof green === 'number' ? { green, greenInclusive: greenInclusive !== false, red: typeof red === 'number' ? red : null } : null;
}
