import type { IExecuteFunctions } from 'n8n-workflow';
import type { MetricId } from '../../core/process-metrics/definitions.js';
import { DEFAULT_SETTINGS, type ConsentVersion, type ProcessMetricSettings, type StatedInput, type VisitWindowRow } from '../../core/process-metrics/settings.js';
import type { Limit } from '../../core/process-metrics/threshold.js';
import { parseJson } from '../shared/edcDocument.js';
import { UserMessage } from '../shared/items.js';

interface Options {
	readonly statedInputs?: readonly StatedInput[];
	readonly consentVersions?: unknown;
	readonly sameDay?: 'accept' | 'undetermined';
	readonly deviationsPer?: 'subjects' | 'visits';
	readonly entryLimitDays?: number;
	readonly evidenceLimit?: number;
	readonly graceDays?: number;
	readonly includeUnscheduled?: boolean;
	readonly mandatoryForms?: unknown;
	readonly referenceRate?: number;
	readonly drugLimitHours?: number;
	readonly sdvPlan?: 'all' | 'flags' | 'forms' | 'items';
	readonly sdvNames?: unknown;
	readonly zoneOfSite?: unknown;
	readonly zone?: string;
	readonly visitWindows?: unknown;
	readonly windowAnchor?: string;
}

interface ThresholdRow {
	readonly metric: MetricId;
	readonly figure: Limit['figure'];
	readonly side: Limit['side'];
	readonly inclusive?: boolean;
	readonly attention?: string | number;
	readonly alarm?: string | number;
}

/** Settings of the node: the defaults of the pack with what the user changed. */
export function readSettings(context: IExecuteFunctions): ProcessMetricSettings {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	const { rows = [] } = context.getNodeParameter('thresholds', 0, {}) as { readonly rows?: readonly ThresholdRow[] };
	const trialKind = context.getNodeParameter('trialKind', 0) as 'device' | 'drug';
	const base = DEFAULT_SETTINGS;
	return {
		zone: textOf(options.zone),
		zoneOfSite: objectOf(options.zoneOfSite, 'Time Zone of Each Site') as Readonly<Record<string, string>>,
		evidenceLimit: options.evidenceLimit ?? base.evidenceLimit,
		statedInputs: options.statedInputs ?? base.statedInputs,
		entryLag: { limitDays: options.entryLimitDays ?? base.entryLag.limitDays, includeUnscheduled: options.includeUnscheduled ?? base.entryLag.includeUnscheduled },
		seriousEvents: { ...base.seriousEvents, trialKind, drugLimitHours: positive(options.drugLimitHours) },
		queries: { ...base.queries, referenceRate: positive(options.referenceRate) },
		visitWindows: {
			rows: rowsOf(options.visitWindows, 'Visit Windows', { event: 'string', targetDay: 'number', daysBefore: 'number', daysAfter: 'number' }).map(
				(row) => ({ ...row, anchorEvent: textOf(row['anchorEvent']) }) as unknown as VisitWindowRow,
			),
			anchor: anchorOf(textOf(options.windowAnchor)),
		},
		deviations: { per: options.deviationsPer ?? base.deviations.per },
		missingForms: {
			graceDays: options.graceDays ?? base.missingForms.graceDays,
			mandatory: rowsOf(options.mandatoryForms, 'Mandatory Forms', { event: 'string', form: 'string' }) as unknown as ReadonlyArray<{ event: string; form: string }>,
		},
		sourceDataVerification: { plan: planOf(options) },
		consent: {
			sameDay: options.sameDay ?? base.consent.sameDay,
			versions: rowsOf(options.consentVersions, 'Consent Versions', { version: 'string', effectiveFrom: 'string' }).map((row) => ({ ...row, site: textOf(row['site']) }) as unknown as ConsentVersion),
		},
		limits: limitsOf(rows),
	};
}

/** Names with commas (Chinese ones too), or a list from an expression. */
export function namesOf(value: unknown): readonly string[] {
	const names = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/[,，;；\n]/) : [];
	return names.map((name) => name.trim()).filter((name) => name !== '');
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

const positive = (value: number | undefined): number | null => (value === undefined || value <= 0 ? null : value);

function anchorOf(text: string | null): ProcessMetricSettings['visitWindows']['anchor'] {
	if (text === null || text === 'previousVisit') return text;
	return { event: text };
}

function planOf({ sdvPlan = 'flags', sdvNames }: Options): ProcessMetricSettings['sourceDataVerification']['plan'] {
	if (sdvPlan === 'flags') return null;
	if (sdvPlan === 'all') return 'all';
	const names = namesOf(sdvNames);
	if (names.length === 0) throw new UserMessage(`"SDV Plan" is a list of ${sdvPlan}, but "SDV Plan: Forms or Items" is empty.`, 'Enter the names with commas, or choose another plan.');
	return sdvPlan === 'items' ? { items: names } : { forms: names };
}

function limitsOf(rows: readonly ThresholdRow[]): ProcessMetricSettings['limits'] {
	const limits: Record<MetricId, readonly Limit[]> = { ...DEFAULT_SETTINGS.limits };
	const changed = new Set<MetricId>();
	for (const row of rows) {
		const limit: Limit = { figure: row.figure, side: row.side, inclusive: row.inclusive ?? false, attention: bound(row, 'attention'), alarm: bound(row, 'alarm'), basis: 'study' };
		limits[row.metric] = [...(changed.has(row.metric) ? limits[row.metric] : []), limit];
		changed.add(row.metric);
	}
	return limits;
}

function bound(row: ThresholdRow, name: 'attention' | 'alarm'): number | null {
	const text = String(row[name] ?? '').trim();
	if (text === '') return null;
	const value = Number(text);
	if (!Number.isFinite(value)) throw new UserMessage(`Threshold "${name}" of ${row.metric} is "${text}", expected a number.`, 'Write e.g. 7 or 2.5, without a unit, or leave it empty.');
	return value;
}

function parsed(value: unknown, label: string): unknown {
	if (typeof value !== 'string') return value;
	if (value.trim() === '') return undefined;
	const read = parseJson(value);
	if (!read.ok) throw new UserMessage(`Option "${label}" is not valid JSON: ${read.problem}.`, 'Check brackets, quotes and commas.');
	return read.value;
}

function objectOf(value: unknown, label: string): Readonly<Record<string, unknown>> {
	const found = parsed(value, label) ?? {};
	if (typeof found !== 'object' || Array.isArray(found)) throw new UserMessage(`Option "${label}" is no JSON object.`, 'Write {"name": "value", …}.');
	return found as Readonly<Record<string, unknown>>;
}

function rowsOf(value: unknown, label: string, fields: Readonly<Record<string, 'string' | 'number'>>): ReadonlyArray<Readonly<Record<string, unknown>>> {
	const found = parsed(value, label) ?? [];
	const expected = Object.entries(fields).map(([name, type]) => `"${name}": ${type}`);
	const remedy = `Write a list such as [{${expected.join(', ')}}].`;
	if (!Array.isArray(found)) throw new UserMessage(`Option "${label}" is no JSON list.`, remedy);
	return found.map((row: unknown, index) => {
		if (typeof row !== 'object' || row === null) throw new UserMessage(`Row ${index + 1} of option "${label}" is no object.`, remedy);
		const record = row as Readonly<Record<string, unknown>>;
		for (const [name, type] of Object.entries(fields)) {
			const found = record[name] === undefined ? 'missing' : JSON.stringify(record[name]);
			if (typeof record[name] !== type) throw new UserMessage(`Row ${index + 1} of option "${label}": "${name}" is ${found}, expected a ${type}.`, remedy);
		}
		return record;
	});
}
