import { DEFAULT_HEALTH_SETTINGS, HealthMetricRun, type HealthMetric, type HealthMetricSettings } from '../core/health-metrics/index.js';
import type { Item } from './healthRows.js';

/* The core as the node runs it, and the pass that only reads the same fields. */

export const AS_OF = '2026-06-30T20:00:00+08:00';
/** No contender hides small groups, so all are shown. */
export const HARD: HealthMetricSettings = { ...DEFAULT_HEALTH_SETTINGS, asOf: AS_OF, levels: ['department'], minPersons: 1 };
export const DWELL: HealthMetricSettings = { ...HARD, metrics: ['stage_dwell'] };

export interface CoreRun {
	readonly metrics: readonly HealthMetric[];
	/** Longest time without a pause, in milliseconds. */
	readonly longest: number;
}

/**
 * @param pause called where the node lets other work go on
 * @param keep whether the figures are kept, as the node keeps them for its output
 */
export function runCore(items: readonly Item[], settings: HealthMetricSettings, pause: () => void = () => undefined, keep = true): CoreRun {
	const run = new HealthMetricRun({ settings }, { length: items.length, at: (item) => (items[item] as Item).json, kind: null, columns: {}, readBefore: false });
	const metrics: HealthMetric[] = [];
	let longest = 0;
	let since = performance.now();
	for (const result of run.results()) {
		if (result === null) {
			const now = performance.now();
			longest = Math.max(longest, now - since);
			pause();
			since = performance.now();
		} else if (keep && result.judgement.kind === 'healthMetric') metrics.push(result.judgement);
	}
	if (run.unusable.length > 0) throw new Error(`${run.unusable.length} rows cannot be used.`);
	return { metrics, longest: Math.max(longest, performance.now() - since) };
}

/** Reads each field that the metrics look at, and keeps nothing. */
export function readFields(items: readonly Item[]): number {
	let sum = 0;
	for (let at = 0; at < items.length; at++) {
		const { json } = items[at] as Item;
		const row = json as Readonly<Record<string, string | undefined>>;
		sum += row['id']?.charCodeAt(0) ?? 0;
		sum += (row['at']?.charCodeAt(9) ?? 0) + (row['team']?.length ?? 0) + (row['department']?.length ?? 0);
		switch (row['kind']) {
			case 'goal':
				sum += (row['goal']?.charCodeAt(2) ?? 0) + (row['person']?.charCodeAt(1) ?? 0) + (row['change']?.length ?? 0) + (row['status']?.length ?? 0) + (row['approval']?.charCodeAt(3) ?? 0) + (row['reason']?.length ?? 0) + (row['approver']?.length ?? 0) + (row['url']?.length ?? 0);
				break;
			case 'talk':
				sum += (row['manager']?.charCodeAt(1) ?? 0) + (row['employee']?.charCodeAt(1) ?? 0) + (row['end']?.charCodeAt(9) ?? 0) + (json['held'] === true ? 1 : 0) + (json['minutes'] === true ? 1 : 0) + (json['citations'] as number) + (row['url']?.length ?? 0);
				break;
			case 'view':
				sum += (row['viewer']?.charCodeAt(1) ?? 0) + (row['about']?.charCodeAt(1) ?? 0);
				break;
			case 'suggestion':
				sum += (row['author']?.charCodeAt(1) ?? 0) + (row['authorRole']?.length ?? 0) + (row['person']?.charCodeAt(1) ?? 0) + (row['ownerRole']?.length ?? 0) + (json['explicit'] === true ? 1 : 0) + (row['acceptedAt']?.charCodeAt(9) ?? 0) + (row['changedAt']?.charCodeAt(9) ?? 0) + (row['change']?.length ?? 0) + (row['rejectedAt']?.charCodeAt(9) ?? 0) + (row['withdrawnAt']?.charCodeAt(9) ?? 0) + (row['duplicateOf']?.length ?? 0);
				break;
			default:
				sum += (row['item']?.charCodeAt(3) ?? 0) + (row['stage']?.length ?? 0) + (row['person']?.charCodeAt(1) ?? 0) + (json['final'] === true ? 1 : 0) + (row['url']?.length ?? 0);
		}
	}
	return sum;
}

/** Figures as lines that every contender can say. */
export function linesOf(metrics: readonly HealthMetric[]): string[] {
	return metrics
		.filter(({ value }) => value.denominator !== null)
		.map(({ value }) => {
			const ending = value.metric === 'stage_dwell' ? `|${Math.round((value.spread?.median ?? 0) * 172_800) / 2}|${Math.round((value.spread?.p90 ?? 0) * 86_400)}|${String(value.baseline?.worse ?? null)}` : '';
			return `${value.metric}|${value.group.department ?? ''}|${value.period.id}|${value.numerator ?? ''}|${value.denominator ?? ''}${ending}`;
		})
		.sort();
}
