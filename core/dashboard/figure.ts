import type { BilingualText } from '../judgement/judgement.js';
import { unitOf, type Unit } from './group.js';

/*
 * Rows of the tables as the pages read them. A row that lacks what a page shows is left out and counted, never guessed.
 */

export type Row = Readonly<Record<string, unknown>>;
export type Light = 'red' | 'yellow' | 'green' | 'grey' | 'none';
export const LIGHTS: readonly Light[] = ['red', 'yellow', 'green', 'grey', 'none'];

export const RESULTS = ['value', 'tooFew', 'notApplicable', 'notAvailable', 'suppressed'] as const;
export type ResultKind = (typeof RESULTS)[number];

/** One figure in one revision: a row of `pt_metrics`. */
export interface FigureRow {
	readonly figureKey: string;
	readonly metric: string;
	readonly unit: Unit;
	readonly parentKey: string;
	readonly period: string;
	readonly periodStart: string;
	readonly periodEnd: string;
	readonly closed: boolean;
	readonly revision: number;
	readonly result: ResultKind;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly light: Light;
	readonly explanation: BilingualText;
	readonly asOf: string;
	/** JSON of the whole judgement. */
	readonly payload: string;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
export const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
export const objectOf = (value: unknown): Row => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Objects among the rows that n8n gives; an empty table gives one empty item. */
export function rowsOf(value: unknown): readonly Row[] {
	return listOf(value).map(objectOf).filter((row) => Object.keys(row).length > 0);
}

export function parsed(text: string): Row {
	try {
		return objectOf(JSON.parse(text));
	} catch {
		return {};
	}
}

/** @returns null for a row that is no figure with an explanation: a number that cannot explain itself is not shown */
export function readFigure(row: Row): FigureRow | null {
	const unit = unitOf(textOf(row['groupKey']));
	const result = RESULTS.find((kind) => kind === row['result']);
	const explanation = { en: textOf(row['explanation']), 'zh-CN': textOf(row['explanationZh']) };
	const figureKey = textOf(row['figureKey']);
	const period = textOf(row['period']);
	if (unit === null || result === undefined || figureKey === '' || period === '' || explanation.en === '' || explanation['zh-CN'] === '') return null;
	return {
		figureKey,
		metric: textOf(row['metric']),
		unit,
		parentKey: textOf(row['parentKey']),
		period,
		periodStart: textOf(row['periodStart']),
		periodEnd: textOf(row['periodEnd']),
		closed: row['closed'] === true || row['closed'] === 1 || row['closed'] === 'true',
		revision: numberOf(row['revision']) ?? 0,
		result,
		value: result === 'value' || result === 'tooFew' ? numberOf(row['value']) : null,
		numerator: numberOf(row['numerator']),
		denominator: numberOf(row['denominator']),
		light: LIGHTS.find((light) => light === row['light']) ?? 'none',
		explanation,
		asOf: textOf(row['asOf']),
		payload: textOf(row['payload']),
	};
}

/** The figures of the rows, each in its newest revision, and the rows that could not be used. */
export function readFigures(rows: unknown): { readonly newest: readonly FigureRow[]; readonly all: readonly FigureRow[]; readonly unread: number } {
	const all: FigureRow[] = [];
	let unread = 0;
	for (const row of rowsOf(rows)) {
		const figure = readFigure(row);
		if (figure === null) unread++;
		else all.push(figure);
	}
	const newest = new Map<string, FigureRow>();
	for (const figure of all) {
		const before = newest.get(figure.figureKey);
		if (before === undefined || before.revision < figure.revision || (before.revision === figure.revision && before.asOf < figure.asOf)) newest.set(figure.figureKey, figure);
	}
	return { newest: [...newest.values()], all, unread };
}

export interface PeriodName {
	readonly id: string;
	readonly start: string;
	readonly closed: boolean;
}

/** Periods of the figures, the newest first. */
export function periodsOf(figures: readonly FigureRow[]): readonly PeriodName[] {
	const periods = new Map<string, PeriodName>();
	for (const { period, periodStart, closed } of figures) {
		// A cohort that is still answered keeps its own figure open in a period that is over for the others.
		if (closed || !periods.has(period)) periods.set(period, { id: period, start: periodStart, closed });
	}
	return [...periods.values()].sort((a, b) => (a.start === b.start ? (a.id < b.id ? 1 : -1) : a.start < b.start ? 1 : -1));
}

/** The asked period where there is one of this name, else the newest that is over, else the newest. */
export function chosenPeriod(figures: readonly FigureRow[], asked: string): string {
	const periods = periodsOf(figures);
	return (periods.find(({ id }) => id === asked) ?? periods.find(({ closed }) => closed) ?? periods[0])?.id ?? asked;
}

export interface Evidence {
	readonly source: string;
	readonly id: string;
	readonly time: string;
	readonly actor: string;
	readonly url: string;
}

export interface Part {
	readonly name: string;
	readonly value: number | null;
	readonly denominator: number;
	readonly median: number | null;
	readonly p90: number | null;
	readonly open: number;
	readonly without: number | null;
	readonly worse: boolean;
	readonly baseline: number | null;
}

/** What only the page of one figure, or its chart, reads from the judgement. */
export interface FigureDetails {
	readonly rule: { readonly id: string; readonly version: string; readonly parameters: Row } | null;
	readonly evidence: readonly Evidence[];
	readonly evidenceTotal: number;
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly previous: { readonly period: string; readonly value: number; readonly change: number | null; readonly points: boolean } | null;
	readonly baseline: { readonly value: number; readonly worse: boolean | null } | null;
	readonly restatement: { readonly asOf: string; readonly value: number | null; readonly result: string; readonly reason: string } | null;
	readonly parts: readonly Part[];
	readonly partsHidden: number;
	readonly coverage: { readonly counted: number; readonly total: number; readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number }> } | null;
}

export function detailsOf({ payload, result }: FigureRow): FigureDetails {
	const judgement = parsed(payload);
	const value = objectOf(judgement['value']);
	// What a figure of a small group was before, or made of, would tell what it is.
	const isHidden = result === 'suppressed';
	const rule = objectOf(judgement['rule']);
	const interval = objectOf(value['interval']);
	const previous = objectOf(value['previous']);
	const baseline = objectOf(value['baseline']);
	const restatement = objectOf(value['restatement']);
	const coverage = objectOf(judgement['coverage']);
	const [low, high] = [numberOf(interval['low']), numberOf(interval['high'])];
	const before = numberOf(previous['value']);
	const base = numberOf(baseline['value']);
	const total = numberOf(coverage['total']);
	const evidence = listOf(judgement['evidence']).map(objectOf).map((one): Evidence => ({ source: textOf(one['source']), id: textOf(one['id']), time: textOf(one['time']), actor: textOf(one['actor']), url: textOf(one['url']) })).filter(({ id }) => id !== '');
	return {
		rule: textOf(rule['id']) === '' ? null : { id: textOf(rule['id']), version: textOf(rule['version']), parameters: objectOf(rule['parameters']) },
		evidence: isHidden ? [] : evidence,
		evidenceTotal: isHidden ? 0 : Math.max(evidence.length, numberOf(value['evidenceTotal']) ?? 0),
		interval: isHidden || low === null || high === null ? null : { low, high },
		previous: isHidden || before === null ? null : { period: textOf(previous['period']), value: before, change: numberOf(previous['change']), points: previous['changeUnit'] === 'points' },
		baseline: isHidden || base === null ? null : { value: base, worse: typeof baseline['worse'] === 'boolean' ? baseline['worse'] : null },
		restatement: textOf(restatement['asOf']) === '' ? null : { asOf: textOf(restatement['asOf']), value: isHidden ? null : numberOf(restatement['value']), result: isHidden ? result : textOf(restatement['kind']), reason: textOf(restatement['reason']) },
		parts: isHidden ? [] : listOf(value['parts']).map(objectOf).map(partOf),
		partsHidden: numberOf(value['partsHidden']) ?? 0,
		coverage: isHidden || total === null ? null : { counted: numberOf(coverage['counted']) ?? 0, total, excluded: listOf(coverage['excluded']).map(objectOf).map((one) => ({ reason: textOf(one['reason']), count: numberOf(one['count']) ?? 0 })) },
	};
}

function partOf(part: Row): Part {
	const spread = objectOf(part['spread']);
	const baseline = objectOf(part['baseline']);
	return {
		name: textOf(part['name']),
		value: numberOf(part['value']),
		denominator: numberOf(part['denominator']) ?? 0,
		median: numberOf(spread['median']),
		p90: numberOf(spread['p90']),
		open: numberOf(part['open']) ?? 0,
		without: numberOf(objectOf(part['without'])['value']),
		worse: baseline['worse'] === true,
		baseline: numberOf(baseline['value']),
	};
}
