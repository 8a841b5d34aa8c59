import type { IExecuteFunctions } from 'n8n-workflow';
import type { Bands, HealthMetricId } from '../../core/health-metrics/definition.js';
import { HEALTH_METRICS } from '../../core/health-metrics/definitions.js';
import type { CustomPeriod, PeriodUnit } from '../../core/health-metrics/periods.js';
import { isRowKind, type ColumnNames, type RowKind } from '../../core/health-metrics/rows.js';
import { DEFAULT_HEALTH_SETTINGS, type GroupLevel, type HealthMetricSettings } from '../../core/health-metrics/settings.js';
import { calendarSettings, type CalendarParameters } from '../shared/calendarParameters.js';
import { UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';

interface Options {
	readonly launch?: string;
	readonly forecastStart?: number;
	readonly forecastTarget?: number;
	readonly forecastWeeks?: number;
	readonly alarmAfter?: number;
	readonly fixedBaseline?: unknown;
	readonly baselinePeriods?: number;
	readonly viewDays?: number;
	readonly maturityDays?: number;
	readonly evidenceMode?: HealthMetricSettings['usage']['evidenceMode'];
	readonly evidenceLimit?: number;
	readonly personEvidenceLimit?: number;
	readonly upTo?: unknown;
	readonly yearStartMonth?: number;
	readonly minPersons?: number;
	readonly minSample?: number;
	readonly alpha?: number;
	readonly weightMax?: number;
	readonly weightMin?: number;
	readonly weight?: number;
	readonly worseningLimit?: number;
}

interface ThresholdRow {
	readonly metric: HealthMetricId;
	readonly green?: string | number;
	readonly greenInclusive?: boolean;
	readonly red?: string | number;
}

/** Settings of the node: the defaults of the pack with what the user changed. */
export function readSettings(context: IExecuteFunctions): HealthMetricSettings {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	const calendar = calendarSettings(context.getNodeParameter('calendar', 0, {}) as CalendarParameters, 'wait');
	const unit = context.getNodeParameter('periodUnit', 0) as PeriodUnit;
	const upTo = timeText(options.upTo ?? '');
	const base = DEFAULT_HEALTH_SETTINGS;
	return {
		asOf: timeText(context.getNodeParameter('asOf', 0)),
		zone: calendar.zone ?? base.zone,
		metrics: chosen(context, 'metrics', 'Metrics') as HealthMetricId[],
		levels: chosen(context, 'levels', 'Levels') as GroupLevel[],
		periods: {
			unit,
			count: unit === 'custom' ? 1 : (context.getNodeParameter('periodCount', 0) as number),
			yearStartMonth: options.yearStartMonth ?? base.periods.yearStartMonth,
			custom: unit === 'custom' ? customPeriods(jsonParameter(context, 'customPeriods', 'Custom Periods', 0)) : [],
			...(upTo === '' ? {} : { upTo }),
		},
		bands: bandsOf((context.getNodeParameter('thresholds', 0, {}) as { readonly rows?: readonly ThresholdRow[] }).rows ?? []),
		alarmAfter: options.alarmAfter === undefined ? base.alarmAfter : { goal_adjustment_frequency: options.alarmAfter },
		minSample: options.minSample ?? base.minSample,
		minPersons: options.minPersons ?? base.minPersons,
		evidenceLimit: options.evidenceLimit ?? base.evidenceLimit,
		personEvidenceLimit: options.personEvidenceLimit ?? base.personEvidenceLimit,
		usage: { evidenceMode: options.evidenceMode ?? base.usage.evidenceMode, viewDays: options.viewDays ?? base.usage.viewDays },
		closure: { maturityDays: options.maturityDays ?? base.closure.maturityDays },
		worsening: {
			...base.worsening,
			limit: options.worseningLimit === undefined ? base.worsening.limit : options.worseningLimit / 100,
			periods: options.baselinePeriods ?? base.worsening.periods,
			fixed: fixedOf(options.fixedBaseline),
		},
		adoption: {
			launch: options.launch === undefined || options.launch.trim() === '' ? null : options.launch.trim(),
			start: options.forecastStart === undefined ? base.adoption.start : options.forecastStart / 100,
			target: options.forecastTarget === undefined ? base.adoption.target : options.forecastTarget / 100,
			weeks: options.forecastWeeks ?? base.adoption.weeks,
		},
		enablement: {
			weight: options.weight ?? base.enablement.weight,
			alpha: options.alpha ?? base.enablement.alpha,
			min: options.weightMin ?? base.enablement.min,
			max: options.weightMax ?? base.enablement.max,
		},
		calendar,
	};
}

/** Kind of all items; null: each names its own. */
export function readKind(context: IExecuteFunctions): RowKind | null {
	const kind: unknown = context.getNodeParameter('rowsAre', 0);
	return isRowKind(kind) ? kind : null;
}

export function readColumns(context: IExecuteFunctions): ColumnNames {
	const { rows = [] } = context.getNodeParameter('columns', 0, {}) as { readonly rows?: ReadonlyArray<{ readonly field: string; readonly column?: string }> };
	return Object.fromEntries(rows.flatMap(({ field, column = '' }) => (column.trim() === '' ? [] : [[field, column.trim()]])));
}

export function readKnown(context: IExecuteFunctions): readonly unknown[] {
	const known = jsonParameter(context, 'knownFigures', 'Known Figures', 0) ?? [];
	if (!Array.isArray(known)) throw new UserMessage('"Known Figures" is no list.', 'Give the items of earlier runs, or leave [].');
	return known;
}

/** A text, or the DateTime that an expression such as {{ $now }} gives. */
function timeText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	const { toISO } = (value ?? {}) as { readonly toISO?: () => string };
	return typeof toISO === 'function' ? toISO.call(value) : JSON.stringify(value);
}

function chosen(context: IExecuteFunctions, name: string, label: string): readonly string[] {
	const value: unknown = context.getNodeParameter(name, 0);
	if (!Array.isArray(value) || value.length === 0) throw new UserMessage(`"${label}" is empty.`, 'Choose at least one.');
	const known = name === 'metrics' ? HEALTH_METRICS.map(({ id }): string => id) : ['company', 'department', 'team', 'person'];
	const texts = value.map(String);
	const unknown = texts.find((text) => !known.includes(text));
	if (unknown !== undefined) throw new UserMessage(`"${label}" names "${unknown}", which is not known.`, `Use: ${known.join(', ')}.`);
	return texts;
}

function customPeriods(value: unknown): readonly CustomPeriod[] {
	const remedy = 'Write a list such as [{"start": "2026-01-01", "end": "2026-02-15"}].';
	if (!Array.isArray(value)) throw new UserMessage('"Custom Periods" is no list.', remedy);
	return value.map((row: unknown, index) => {
		const { id, start, end } = (row ?? {}) as Readonly<Record<string, unknown>>;
		if (typeof start !== 'string' || typeof end !== 'string') throw new UserMessage(`Row ${index + 1} of "Custom Periods" has no start or end.`, remedy);
		return { start, end, ...(typeof id === 'string' && id !== '' ? { id } : {}) };
	});
}

function bandsOf(rows: readonly ThresholdRow[]): Partial<Record<HealthMetricId, Bands>> {
	return Object.fromEntries(
		rows.map(({ metric, green, greenInclusive = true, red }) => {
			const bound = numberIn(green);
			if (bound === null) throw new UserMessage(`The threshold of "${metric}" has no number in "Green": "${String(green ?? '')}".`, 'Write a number such as 65 or 0.15, without a unit.');
			if (red !== undefined && String(red).trim() !== '' && numberIn(red) === null) throw new UserMessage(`The threshold of "${metric}" has "${red}" in "Red".`, 'Write a number, or leave it empty for no red.');
			return [metric, { green: bound, greenInclusive, red: numberIn(red) }];
		}),
	);
}

function numberIn(value: string | number | undefined): number | null {
	const text = String(value ?? '').trim();
	return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function fixedOf(value: unknown): HealthMetricSettings['worsening']['fixed'] {
	const remedy = 'Write an object such as {"stage_dwell": 20}.';
	const found = typeof value === 'string' ? parsed(value) : (value ?? {});
	if (typeof found !== 'object' || found === null || Array.isArray(found)) throw new UserMessage('Option "Baseline (Fixed)" is no JSON object.', remedy);
	for (const [metric, base] of Object.entries(found) as Array<[string, unknown]>) {
		if (!HEALTH_METRICS.some(({ id }) => id === metric) || typeof base !== 'number' || !Number.isFinite(base)) throw new UserMessage(`Option "Baseline (Fixed)" has ${JSON.stringify(base)} for "${metric}".`, remedy);
	}
	return found;
}

/** Null for text that is no JSON. */
function parsed(text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
