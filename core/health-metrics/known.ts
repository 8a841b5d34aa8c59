import { parseRfc3339 } from '../time/rfc3339.js';
import { groupKey } from './groups.js';
import type { HealthAlarm, HealthAlarmValue, HealthMetric, HealthMetricValue, Restatement } from './metric.js';
import { judgementOfHealthRow } from './tableRows.js';

/*
 * What earlier runs gave: figures of closed periods are restated and never silently replaced, and nobody is told of an alarm twice.
 */

export interface KnownFigure {
	readonly key: string;
	readonly asOf: string;
	readonly rule: HealthMetric['rule'];
	readonly value: HealthMetricValue;
}

export interface KnownHealth {
	/** The newest revision of each figure. */
	readonly figures: ReadonlyMap<string, KnownFigure>;
	readonly alarms: ReadonlyMap<string, HealthAlarm>;
}

/** @returns null for something that is neither a judgement of this kind nor a row that holds one */
function judgementOf(row: unknown): HealthMetric | HealthAlarm | null {
	if (typeof row !== 'object' || row === null) return null;
	const { payload, kind, key, value } = row as Readonly<Record<string, unknown>>;
	if (payload !== undefined) return judgementOfHealthRow(row as Readonly<Record<string, unknown>>);
	if (typeof key !== 'string' || typeof value !== 'object' || value === null) return null;
	if (kind === 'healthMetric' && 'fingerprint' in value && 'period' in value) return row as HealthMetric;
	return kind === 'healthAlarm' && 'entered' in value ? (row as HealthAlarm) : null;
}

/** Times of two runs may be in two zones. */
function isEarlier(asOf: string, than: string): boolean {
	const [one, other] = [parseRfc3339(asOf), parseRfc3339(than)];
	return Number.isNaN(one) || Number.isNaN(other) ? asOf < than : one < other;
}

/** Reads results and stored rows of earlier runs in any order; `unread` are the places of those that are neither. */
export function readKnownHealth(rows: readonly unknown[]): KnownHealth & { readonly unread: readonly number[] } {
	const figures = new Map<string, KnownFigure>();
	const alarms = new Map<string, HealthAlarm>();
	const unread: number[] = [];
	rows.forEach((row, index) => {
		const judgement = judgementOf(row);
		if (judgement === null) unread.push(index);
		else if (judgement.kind === 'healthAlarm') {
			const before = alarms.get(judgement.key);
			if (before === undefined || isEarlier(before.asOf, judgement.asOf)) alarms.set(judgement.key, judgement);
		} else {
			const before = figures.get(judgement.key);
			if (before === undefined || before.value.revision < judgement.value.revision || (before.value.revision === judgement.value.revision && isEarlier(before.asOf, judgement.asOf))) figures.set(judgement.key, judgement);
		}
	});
	return { figures, alarms, unread };
}

/** Revision of a figure, and the one before where it differs. Figures of a period that was not over when they were given are no statement yet. */
export function restated(known: KnownFigure | undefined, fingerprint: string, rule: string, lateAfter: (asOf: string) => boolean, ruleOf: (rule: HealthMetric['rule']) => string): { readonly revision: number; readonly restatement: Restatement | null } {
	if (known?.value.period.closed !== true) return { revision: 0, restatement: null };
	const { value, asOf } = known;
	if (value.fingerprint === fingerprint) return { revision: value.revision, restatement: value.restatement };
	const reason = ruleOf(known.rule) !== rule ? 'changedRule' : lateAfter(asOf) ? 'lateEvidence' : 'changedEvidence';
	return { revision: value.revision + 1, restatement: { asOf, kind: value.kind, value: value.value, numerator: value.numerator, denominator: value.denominator, reason } };
}

export const alarmSubject = ({ metric, group }: Pick<HealthAlarmValue, 'metric' | 'group'>): string => `${metric} ${groupKey(group)}`;
