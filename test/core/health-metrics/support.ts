import { calculateHealthMetrics, DEFAULT_HEALTH_SETTINGS, HEALTH_METRICS, readHealthRow, type HealthAlarm, type HealthMetric, type HealthMetricSettings, type HealthRow, type HealthRowKind, type KnownHealth } from '../../../core/health-metrics/index.js';
import { zoneOf } from '../../../core/time/zone.js';

export const ZONE = zoneOf('Asia/Shanghai');

/** Settings of the pack, groups of any size shown unless a test is about that. */
export function settings(changes: Partial<HealthMetricSettings> = {}): HealthMetricSettings {
	return { ...DEFAULT_HEALTH_SETTINGS, asOf: '2026-06-30T12:00:00+08:00', minPersons: 1, ...changes };
}

let count = 0;

/** A row; without an id it gets one of its own. */
export function row(kind: HealthRowKind, fields: Readonly<Record<string, unknown>>): HealthRow {
	const reading = readHealthRow(kind, { id: `made-${++count}`, ...fields }, {}, ZONE);
	if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
	return reading.row;
}

export function times<Row>(number: number, make: (index: number) => Row): Row[] {
	return Array.from({ length: number }, (_, index) => make(index));
}

export interface Found {
	readonly metrics: readonly HealthMetric[];
	readonly alarms: readonly HealthAlarm[];
	/** Figure of a period and group, `company` unless said otherwise. */
	of(period: string, metric?: string, group?: string): HealthMetric;
}

export function calculated(rows: Iterable<HealthRow>, changes: Partial<HealthMetricSettings> = {}, known?: KnownHealth): Found {
	const results = calculateHealthMetrics({ settings: settings(changes), ...(known ? { known } : {}) }, rows);
	return {
		...results,
		of(period, metric, group = 'company') {
			const found = results.metrics.find(({ value, subject }) => value.period.id === period && (metric === undefined || value.metric === metric) && subject === group);
			if (!found) throw new Error(`No figure ${metric ?? ''} of ${group} in ${period}: ${[...new Set(results.metrics.map(({ subject, value }) => `${value.metric} ${subject} ${value.period.id}`))].join('; ')}`);
			return found;
		},
	};
}

export const team = (department: string, name: string): string => JSON.stringify(['team', department, name, null]);
export const department = (name: string): string => JSON.stringify(['department', name, null, null]);
export const person = (ofDepartment: string, ofTeam: string, id: string): string => JSON.stringify(['person', ofDepartment, ofTeam, id]);

/** `goals` goals in force since 2024 and `revisions` formal revisions on a day, spread over them. */
export function goalLog(goals: number, revisions: ReadonlyArray<readonly [day: string, count: number]>, fields: Readonly<Record<string, unknown>> = {}): HealthRow[] {
	return [
		...times(goals, (index) => row('goal', { id: `G${index}-made`, goal: `G${index}`, person: `P${index}`, at: '2024-01-01', change: 'created', ...fields })),
		...revisions.flatMap(([day, number]) => times(number, (index) => row('goal', { id: `${day}-${index}`, goal: `G${index % goals}`, person: `P${index % goals}`, at: day, change: 'target', approval: `${day}-${index}`, reason: 'market', approver: 'CEO', ...fields }))),
	];
}

export const ALL_METRICS = HEALTH_METRICS.map(({ id }) => id);
