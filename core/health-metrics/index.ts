export { forecastPenetration } from './adoption.js';
export { calculateHealthMetrics, HealthMetricRun, type HealthMetricRequest, type HealthMetricResults, type HealthResult } from './calculate.js';
export { HEALTH_METRIC_IDS, type Bands as HealthBands, type HealthMetricDefinition, type HealthMetricId, type HealthMetricUnit } from './definition.js';
export { HEALTH_METRICS } from './definitions.js';
export { HealthMetricError } from './error.js';
export { movedWeight, rescaledWeights } from './figure.js';
export type { HealthGroup } from './groups.js';
export { readKnownHealth, type KnownFigure, type KnownHealth } from './known.js';
export {
	HEALTH_RESULT_KINDS,
	type Baseline as HealthBaseline,
	type HealthAlarm,
	type HealthAlarmValue,
	type HealthMetric,
	type HealthMetricValue,
	type HealthPart,
	type HealthResultKind,
	type Previous as HealthPrevious,
	type RedRun,
	type Restatement as HealthRestatement,
	type Spread as HealthSpread,
} from './metric.js';
export { PERIOD_UNITS, type CustomPeriod, type HealthPeriod, type PeriodSettings, type PeriodUnit } from './periods.js';
export { readHealthRecord, rowOfHealthRecord, type HealthRecord, type HealthRecordReading } from './records.js';
export { readHealthRow, ROW_FIELDS as HEALTH_ROW_FIELDS, ROW_KINDS as HEALTH_ROW_KINDS, type ColumnNames, type HealthRow, type HealthRowReading, type RowKind as HealthRowKind, type RowProblem as HealthRowProblem } from './rows.js';
export { DEFAULT_HEALTH_SETTINGS, EVIDENCE_MODES, GROUP_LEVELS, type GroupLevel, type HealthMetricSettings } from './settings.js';
export { readRows as readHealthRows, type HealthRows, type UnusableRow as UnusableHealthRow } from './source.js';
export { byarInterval, wilsonInterval, type Interval } from './statistics.js';
export { suppressedGroups, type PeopleTree } from './suppression.js';
export { healthMetricToRow, judgementOfHealthRow, type HealthAlarmRow, type HealthMetricRow, type HealthRowOfTable } from './tableRows.js';
export type { LightColour } from './texts.js';
