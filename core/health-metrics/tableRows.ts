import type { EvidenceReference } from '../evidence/cloudEvent.js';
import type { BilingualText } from '../judgement/judgement.js';
import { HEALTH_METRIC_IDS, type HealthMetricId, type HealthMetricUnit } from './definition.js';
import { definitionOf } from './definitions.js';
import { groupKey, groupOfKey, parentOf, type HealthGroup } from './groups.js';
import { HEALTH_RESULT_KINDS, type HealthAlarm, type HealthMetric, type HealthMetricValue, type HealthResultKind } from './metric.js';
import type { GroupLevel } from './settings.js';
import type { LightColour } from './texts.js';

/*
 * Judgements as flat rows of a Data Table and back. Years of quarters of every team and person are kept, so a row says nothing twice:
 * what stands in a column is not repeated in `payload`, and neither is what the definition of the metric says or what is empty.
 */

/** One per figure and revision: writing the same row again changes nothing, and a restatement stands beside the figure it replaces. */
export interface HealthMetricRow {
	/** Key of the figure and revision. */
	readonly metricKey: string;
	readonly figureKey: string;
	readonly kind: 'healthMetric';
	readonly metric: HealthMetricId;
	readonly level: GroupLevel;
	readonly groupKey: string;
	/** Department, team or person; empty for the whole company and where none is known. */
	readonly groupName: string;
	/** Group key of the unit above; empty for the whole company. */
	readonly parentKey: string;
	readonly period: string;
	/** First day, and first day after it. */
	readonly periodStart: string;
	readonly periodEnd: string;
	readonly closed: boolean;
	readonly revision: number;
	readonly result: HealthResultKind;
	/** In the unit, unrounded. */
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly unit: HealthMetricUnit;
	readonly light: LightColour;
	readonly explanation: string;
	readonly explanationZh: string;
	readonly asOf: string;
	/** Key of the run that stored it; empty until then. */
	readonly run: string;
	/** What else the judgement says, as JSON: rule, evidence, coverage and the rest of the value. {@link judgementOfHealthRow} gives it back whole. */
	readonly payload: string;
}

export interface HealthAlarmRow {
	readonly alarmKey: string;
	readonly metric: HealthMetricId;
	readonly level: GroupLevel;
	readonly groupKey: string;
	readonly groupName: string;
	readonly state: 'open' | 'over' | 'restated';
	readonly firstPeriod: string;
	readonly lastPeriod: string;
	readonly explanation: string;
	readonly explanationZh: string;
	readonly asOf: string;
	readonly run: string;
	/** The whole judgement as JSON. */
	readonly payload: string;
}

export type HealthRowOfTable = HealthMetricRow | HealthAlarmRow;

const ALARM_STATES = { active: 'open', ended: 'over', restated: 'restated' } as const;

/** Parts of a value that no column holds, as they are where there is nothing to say. */
const UNSAID = {
	missing: [], interval: null, distinguishable: null, figures: {}, spread: null, parts: [], partsHidden: 0, previous: null, baseline: null, forecast: null, run: null, fingerprint: '', restatement: null, evidenceTotal: 0,
} as const satisfies Partial<HealthMetricValue>;

export function healthMetricToRow(judgement: HealthMetric): HealthMetricRow;
export function healthMetricToRow(judgement: HealthAlarm): HealthAlarmRow;
export function healthMetricToRow(judgement: HealthMetric | HealthAlarm): HealthRowOfTable;
export function healthMetricToRow(judgement: HealthMetric | HealthAlarm): HealthRowOfTable {
	return judgement.kind === 'healthAlarm' ? alarmToRow(judgement) : figureToRow(judgement);
}

function figureToRow({ key, kind, value, rule, evidence, explanation, coverage, asOf }: HealthMetric): HealthMetricRow {
	const { period, group } = value;
	const parent = parentOf(group);
	const said = Object.fromEntries((Object.keys(UNSAID) as Array<keyof typeof UNSAID>).flatMap((name) => (JSON.stringify(value[name]) === JSON.stringify(UNSAID[name]) ? [] : [[name, value[name]]])));
	return {
		metricKey: `${key}-${value.revision}`,
		figureKey: key,
		kind,
		metric: value.metric,
		level: group.level,
		groupKey: groupKey(group),
		groupName: nameOf(group),
		parentKey: parent === null ? '' : groupKey(parent),
		period: period.id,
		periodStart: period.start,
		periodEnd: period.end,
		closed: period.closed,
		revision: value.revision,
		result: value.kind,
		value: value.value,
		numerator: value.numerator,
		denominator: value.denominator,
		unit: value.unit,
		light: value.light,
		explanation: explanation.en,
		explanationZh: explanation['zh-CN'],
		asOf,
		run: '',
		payload: JSON.stringify({ rule, evidence: evidence.map(shortReference), ...(coverage === undefined ? {} : { coverage }), value: said }),
	};
}

function alarmToRow(alarm: HealthAlarm): HealthAlarmRow {
	const { key, value, explanation, asOf } = alarm;
	return {
		alarmKey: key,
		metric: value.metric,
		level: value.group.level,
		groupKey: groupKey(value.group),
		groupName: nameOf(value.group),
		state: ALARM_STATES[value.state],
		firstPeriod: value.periods[0] ?? value.entered,
		lastPeriod: value.periods.at(-1) ?? value.entered,
		explanation: explanation.en,
		explanationZh: explanation['zh-CN'],
		asOf,
		run: '',
		payload: JSON.stringify(alarm),
	};
}

/** Text to show for the group. */
function nameOf({ level, department, team, person }: HealthGroup): string {
	return (level === 'person' ? person : level === 'team' ? team : department) ?? '';
}

function shortReference({ source, id, time, actor, url }: EvidenceReference): object {
	return { source, id, time, ...(actor === null ? {} : { actor }), ...(url === null ? {} : { url }) };
}

/** @returns null for something that is neither a row of {@link healthMetricToRow} nor one that a table gave back */
export function judgementOfHealthRow(row: Readonly<Record<string, unknown>>): HealthMetric | HealthAlarm | null {
	const payload = parsed(row['payload']);
	if (payload === null) return null;
	if (typeof row['alarmKey'] === 'string') return isAlarm(payload) ? payload : null;
	return figureOfRow(row, payload);
}

function figureOfRow(row: Readonly<Record<string, unknown>>, payload: { readonly [Name in 'rule' | 'evidence' | 'coverage' | 'value']?: unknown }): HealthMetric | null {
	const text = (name: keyof HealthMetricRow): string => (typeof row[name] === 'string' ? row[name] : '');
	const number = (name: keyof HealthMetricRow): number | null => (typeof row[name] === 'number' ? row[name] : null);
	const metric = HEALTH_METRIC_IDS.find((id) => id === row['metric']);
	const kind = HEALTH_RESULT_KINDS.find((result) => result === row['result']);
	const group = groupOfKey(text('groupKey'));
	const revision = number('revision');
	if (metric === undefined || kind === undefined || group === null || revision === null || text('figureKey') === '' || typeof payload.value !== 'object' || !Array.isArray(payload.evidence)) return null;
	const definition = definitionOf(metric);
	const explanation: BilingualText = { en: text('explanation'), 'zh-CN': text('explanationZh') };
	return {
		key: text('figureKey'),
		kind: 'healthMetric',
		subject: text('groupKey'),
		value: {
			metric,
			name: definition.name,
			unit: definition.unit,
			kind,
			period: { id: text('period'), start: text('periodStart'), end: text('periodEnd'), closed: row['closed'] === true || row['closed'] === 1 },
			group,
			audience: group.level === 'person' ? 'person' : 'group',
			value: number('value'),
			numerator: number('numerator'),
			denominator: number('denominator'),
			light: text('light') as LightColour,
			revision,
			...(UNSAID as Pick<HealthMetricValue, keyof typeof UNSAID>),
			...payload.value,
		},
		rule: payload.rule as HealthMetric['rule'],
		evidence: (payload.evidence as EvidenceReference[]).map(({ source, id, time, actor, url }) => ({ source, id, time, actor: actor ?? null, url: url ?? null })),
		explanation,
		...(payload.coverage === undefined ? {} : { coverage: payload.coverage as NonNullable<HealthMetric['coverage']> }),
		asOf: text('asOf'),
	};
}

function isAlarm(value: object): value is HealthAlarm {
	return 'kind' in value && value.kind === 'healthAlarm' && 'key' in value && typeof value.key === 'string' && 'value' in value && typeof value.value === 'object' && value.value !== null && 'entered' in value.value;
}

/** Null for what is no JSON object. */
function parsed(text: unknown): object | null {
	if (typeof text !== 'string') return null;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}
