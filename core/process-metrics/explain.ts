import type { BilingualText, Coverage, Language } from '../judgement/judgement.js';
import type { Figures, MetricUnit, MetricValue, ProcessMetric } from './metric.js';
import { roundHalfUp } from './statistics.js';
import type { Measured } from './tally.js';
import { BASES, FIGURES, LEVELS, MISSING, NOTES, REASONS, SENTENCES, UNITS, type FigureFormat, type FigureKey, type NoteKey, type ReasonKey } from './texts.js';
import type { Limit, ThresholdVerdict } from './threshold.js';

/*
 * Results in words. Both languages are built from the same catalogue, so neither can say more than the other.
 */

const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** A metric as one row of a card. */
export interface MetricRow {
	readonly id: string;
	readonly number: number;
	readonly name: string;
	/** Whole text of the value with its unit: `3.0 days`, `66.7%`; for the other kinds of result what it is. */
	readonly valueText: string;
	/** Unit alone, for headings; empty where there is no value. */
	readonly unit: string;
	readonly verdictText: string;
	readonly explanation: string;
}

/** Rows for a card, in the order given. */
export function describeMetrics(metrics: readonly ProcessMetric[], language: Language): readonly MetricRow[] {
	return metrics.map(({ value, explanation }) => ({
		id: value.id,
		number: value.number,
		name: value.name[language],
		valueText: valueText(value, language),
		unit: value.kind === 'value' ? UNITS[value.unit][language] : '',
		verdictText: LEVELS[value.verdict.level][language],
		explanation: explanation[language],
	}));
}

/** A row with every text in both languages, for items that must not depend on one. */
export type MetricCard = { readonly [Field in keyof MetricRow]: Field extends 'id' | 'number' ? MetricRow[Field] : BilingualText };

export function metricCard(metric: ProcessMetric): MetricCard {
	const [en, zh] = LANGUAGES.map((language) => describeMetrics([metric], language)[0]);
	if (!en || !zh) throw new TypeError('A metric has one row per language.');
	const both = (field: Exclude<keyof MetricRow, 'id' | 'number'>): BilingualText => ({ en: en[field], 'zh-CN': zh[field] });
	return { id: en.id, number: en.number, name: both('name'), valueText: both('valueText'), unit: both('unit'), verdictText: both('verdictText'), explanation: both('explanation') };
}

function valueText(value: MetricValue, language: Language): string {
	switch (value.kind) {
		case 'value':
			return quantity(value.value, value.unit, language);
		case 'notApplicable':
			return language === 'en' ? 'not applicable' : '不适用';
		case 'undetermined':
			return language === 'en' ? 'undetermined' : '无法判定';
		case 'notAvailable':
			return language === 'en' ? `not available: ${listed(value.missing, language)}` : `不可用（缺少${listed(value.missing, language)}）`;
	}
}

export interface Explained {
	readonly name: BilingualText;
	readonly measured: Measured;
	readonly figures: Figures;
	readonly notes: readonly NoteKey[];
	readonly coverage: Coverage;
	readonly verdict: ThresholdVerdict;
}

/** The one readable sentence. */
export function explain(result: Explained): BilingualText {
	const [en, zh] = LANGUAGES.map((language) => sentence(result, language));
	return { en: en ?? '', 'zh-CN': zh ?? '' };
}

function sentence(result: Explained, language: Language): string {
	const { measured, verdict } = result;
	const name = result.name[language];
	const details = detailsOf(result, language);
	switch (measured.kind) {
		case 'value':
			return fill(SENTENCES.value, language, {
				name,
				value: quantity(measured.value, measured.unit, language),
				basis: fill(BASES[measured.basis], language, { numerator: String(measured.numerator ?? ''), denominator: String(measured.denominator) }),
				details,
				verdict: verdictText(verdict, language),
			});
		case 'notApplicable':
			return fill(SENTENCES.notApplicable, language, { name, details });
		case 'undetermined':
			return fill(SENTENCES.undetermined, language, { name, rows: String(measured.rows), details });
		case 'notAvailable':
			return fill(SENTENCES.notAvailable, language, { name, missing: listed(measured.missing.map((key) => MISSING[key]), language), details });
	}
}

function detailsOf({ figures, coverage, notes }: Explained, language: Language): string {
	const parts: string[] = [];
	for (const [key, value] of Object.entries(figures) as Array<[FigureKey, number]>) {
		const { format, text } = FIGURES[key];
		if (value === 0 && format === 'count') continue;
		parts.push(`${text[language]} ${figureText(value, format, language)}`);
	}
	for (const { reason, count } of coverage.excluded) {
		parts.push(fill(SENTENCES.leftOut, language, { count: String(count), reason: REASONS[reason as ReasonKey][language] }));
	}
	for (const note of notes) parts.push(NOTES[note][language]);
	const separator = language === 'en' ? ', ' : '，';
	return parts.map((part) => separator + part).join('');
}

function verdictText({ level, limit }: ThresholdVerdict, language: Language): string {
	if (limit === null) return LEVELS[level][language];
	return fill(SENTENCES.limitAbove, language, {
		level: LEVELS[level][language],
		basis: SENTENCES[limit.basis][language],
		figure: limit.figure === 'value' ? SENTENCES.valueItself[language] : FIGURES[limit.figure].text[language],
		attention: boundText(limit, limit.attention, language),
		alarm: boundText(limit, limit.alarm, language),
	});
}

function boundText(limit: Limit, bound: number | null, language: Language): string {
	if (bound === null) return SENTENCES.noBound[language];
	const frame = limit.side === 'above' ? (limit.inclusive ? SENTENCES.from : SENTENCES.over) : limit.inclusive ? SENTENCES.downTo : SENTENCES.under;
	return fill(frame, language, { bound: String(bound) });
}

/** Replaces `{name}`; a placeholder without a value is a mistake of ours and shows. */
export function fill(text: BilingualText, language: Language, values: Readonly<Record<string, string>>): string {
	return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function quantity(value: number, unit: MetricUnit, language: Language): string {
	const text = unit === 'entries' ? String(value) : roundHalfUp(value);
	return unit === 'percent' ? `${text}%` : `${text} ${UNITS[unit][language]}`;
}

function figureText(value: number, format: FigureFormat, language: Language): string {
	switch (format) {
		case 'count':
			return String(value);
		case 'number':
			return roundHalfUp(value);
		default:
			return quantity(value, format, language);
	}
}

function listed(texts: readonly BilingualText[], language: Language): string {
	return texts.map((text) => text[language]).join(language === 'en' ? ', ' : '、');
}
