import { roundedText } from '../explanation/templateHelpers.js';
import type { BilingualText, Language } from '../judgement/judgement.js';
import type { Bands, HealthMetricDefinition, HealthMetricUnit } from './definition.js';
import type { HealthGroup } from './groups.js';
import type { HealthAlarmValue, HealthMetricValue, HealthResultKind, RedRun } from './metric.js';
import type { HealthMetricSettings } from './settings.js';
import { EXCLUSION_TEXTS, FIGURE_TEXTS, LIGHT_TEXTS, MISSING_TEXTS, UNIT_TEXTS, WORDS, type ExclusionKey, type FigureKey } from './texts.js';

/* Results in words. Both languages are built from the same definition and catalogue, so neither can say more than the other. */

type Excluded = Readonly<Partial<Record<ExclusionKey, number>>>;

export interface Explaining {
	readonly definition: HealthMetricDefinition;
	readonly settings: HealthMetricSettings;
	readonly value: Omit<HealthMetricValue, 'fingerprint'>;
	readonly excluded: Excluded;
}

const KIND_WORDS: Readonly<Record<Exclude<HealthResultKind, 'value'> | 'gap', BilingualText>> = {
	notApplicable: WORDS.kindNotApplicable,
	notAvailable: WORDS.kindNotAvailable,
	tooFew: WORDS.kindTooFew,
	suppressed: WORDS.kindSuppressed,
	gap: WORDS.gap,
};

/** The same sentence in both languages. */
export function both(sentence: (language: Language) => string): BilingualText {
	return { en: sentence('en'), 'zh-CN': sentence('zh-CN') };
}

/** Replaces `{name}`; a placeholder without a value is a mistake of ours and shows. */
export function filled(text: BilingualText, language: Language, values: Readonly<Record<string, string | number>>): string {
	return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function quantity(value: number, unit: HealthMetricUnit, language: Language): string {
	const text = unit === 'count' ? String(value) : roundedText(value, unit === 'rate' ? 2 : 1);
	return `${text}${UNIT_TEXTS[unit][language]}`;
}

export function groupName({ level, department, team, person }: HealthGroup, language: Language): string {
	if (level === 'company') return WORDS.company[language];
	if (level === 'person') return person ?? '';
	const ofDepartment = department === null || department === '' ? WORDS.noDepartment[language] : department;
	return level === 'department' ? ofDepartment : `${ofDepartment} / ${team === null || team === '' ? WORDS.noTeam[language] : team}`;
}

export function explainFigure(explaining: Explaining): BilingualText {
	return both((language) => sentenceOf(explaining, language));
}

function sentenceOf({ definition, settings, value, excluded }: Explaining, language: Language): string {
	const head = { name: definition.name[language], group: groupName(value.group, language), period: value.period.id };
	const left = leftOut(excluded, language);
	switch (value.kind) {
		case 'notAvailable':
			return filled(WORDS.notAvailable, language, { ...head, missing: value.missing.map((key) => MISSING_TEXTS[key][language]).join(language === 'en' ? ', ' : '、') });
		case 'suppressed':
			return filled(WORDS.suppressed, language, { ...head, k: settings.minPersons, who: (definition.anonymous ? WORDS.answers : WORDS.persons)[language] });
		case 'notApplicable':
			return filled(WORDS.notApplicable, language, { ...head, denominatorName: definition.denominator[language], details: left });
		case 'value':
		case 'tooFew':
			return filled(definition.unit === 'count' ? WORDS.counted : WORDS.value, language, {
				...head,
				value: quantity(value.value ?? 0, definition.unit, language),
				numerator: definition.scale === 1 ? String(value.numerator ?? 0) : roundedText((value.numerator ?? 0) / definition.scale, 1),
				numeratorName: definition.numerator[language],
				denominator: value.denominator ?? 0,
				denominatorName: definition.denominator[language],
				details: `${detailsOf(definition, value, language)}${left}`,
				verdict: verdictOf(definition, settings, value, language),
			});
	}
}

function leftOut(excluded: Excluded, language: Language): string {
	return (Object.keys(EXCLUSION_TEXTS) as ExclusionKey[]).map((reason) => (excluded[reason] === undefined ? '' : filled(WORDS.leftOut, language, { count: excluded[reason], reason: EXCLUSION_TEXTS[reason][language] }))).join('');
}

function detailsOf({ unit }: HealthMetricDefinition, value: Explaining['value'], language: Language): string {
	const comma = language === 'en' ? ', ' : '，';
	const counts = (Object.keys(FIGURE_TEXTS) as FigureKey[]).filter((key) => (value.figures[key] ?? 0) > 0).map((key) => `${comma}${FIGURE_TEXTS[key][language]} ${value.figures[key] ?? 0}`);
	const spread = value.spread === null ? '' : filled(WORDS.spread, language, { median: quantity(value.spread.median, unit, language), p90: quantity(value.spread.p90, unit, language) });
	const interval = value.interval === null ? '' : filled(WORDS.interval, language, { low: quantity(value.interval.low, unit, language), high: quantity(value.interval.high, unit, language) });
	return `${interval}${spread}${counts.join('')}`;
}

function verdictOf(definition: HealthMetricDefinition, settings: HealthMetricSettings, value: Explaining['value'], language: Language): string {
	const { unit } = definition;
	const bands = settings.bands[definition.id] ?? definition.bands;
	const parts: string[] = [];
	if (value.kind === 'tooFew') parts.push(filled(WORDS.tooFew, language, { minimum: settings.minSample }));
	else if (bands !== null) parts.push(filled(WORDS.lit, language, { light: LIGHT_TEXTS[value.light][language], limits: limitsText(bands, definition, language) }));
	if (value.kind === 'value' && value.distinguishable === false) parts.push(WORDS.unsure[language]);
	if (value.baseline !== null && definition.worseningAlarm && value.baseline.worse !== null) {
		parts.push(filled(WORDS.baseline, language, { worse: (value.baseline.worse ? WORDS.worse : WORDS.notWorse)[language], base: quantity(value.baseline.value, unit, language), limit: percent(settings.worsening.limit * 100) }));
	}
	if (value.forecast !== null) parts.push(filled(WORDS.forecast, language, { forecast: percent(value.forecast) }));
	if (value.previous !== null) {
		const words = value.previous.change === null ? WORDS.previousAlone : WORDS.previous;
		parts.push(filled(words, language, { change: changeText(value.previous, language), period: value.previous.period, before: quantity(value.previous.value, unit, language) }));
	}
	if (value.run !== null) parts.push(runText(value.run, language));
	if (!value.period.closed) parts.push(WORDS.soFar[language]);
	if (value.restatement !== null && value.kind !== 'suppressed') {
		const { restatement } = value;
		const before = restatement.value === null ? (restatement.kind === 'value' ? '' : KIND_WORDS[restatement.kind][language]) : quantity(restatement.value, unit, language);
		parts.push(filled(WORDS.restated, language, { before, asOf: restatement.asOf, reason: WORDS[restatement.reason][language] }));
	}
	return parts.join('');
}

const percent = (value: number): string => `${roundedText(value, 1)}%`;

function changeText({ change, changeUnit }: NonNullable<HealthMetricValue['previous']>, language: Language): string {
	if (change === null) return '';
	const signed = `${change > 0 ? '+' : change < 0 ? '−' : '±'}${roundedText(Math.abs(change), 1)}`;
	return changeUnit === 'points' ? `${signed}${WORDS.points[language]}` : `${signed}%`;
}

function runText({ length, brokenBy }: RedRun, language: Language): string {
	if (brokenBy === null) return filled(WORDS.run, language, { count: length });
	return filled(WORDS.broken, language, { count: length, period: brokenBy.period, why: brokenBy.kind === 'value' ? '' : KIND_WORDS[brokenBy.kind][language] });
}

/** `green up to 0.15, red over 0.25`. */
export function limitsText({ green, greenInclusive, red }: Bands, { better, unit }: HealthMetricDefinition, language: Language): string {
	const greenWords = better === 'lower' ? (greenInclusive ? WORDS.greenTo : WORDS.greenUnder) : greenInclusive ? WORDS.greenFrom : WORDS.greenOver;
	const bound = (value: number): string => `${value}${UNIT_TEXTS[unit][language]}`;
	return `${filled(greenWords, language, { bound: bound(green) })}${red === null ? '' : filled(better === 'lower' ? WORDS.redOver : WORDS.redUnder, language, { bound: bound(red) })}`;
}

export function explainAlarm(definition: HealthMetricDefinition, value: HealthAlarmValue, limit: number): BilingualText {
	return both((language) => {
		const words = value.state === 'restated' ? WORDS.alarmRestated : value.cause === 'worse' ? WORDS.alarmWorse : WORDS.alarm;
		return filled(words, language, {
			name: definition.name[language],
			group: groupName(value.group, language),
			period: value.entered,
			count: value.periods.length,
			limit: percent(limit * 100),
			what: definition.alarm?.[language] ?? '',
			end: value.endedWith === null ? '' : filled(WORDS.alarmEnded, language, { period: value.endedWith }),
		});
	});
}
