import type { Figures, MetricUnit } from './metric.js';
import type { FigureKey } from './texts.js';

/** A limit on the value of a metric or on one of its figures. Compared unrounded. */
export interface Limit {
	readonly figure: 'value' | FigureKey;
	/** For metrics whose value has more than one unit: the limit applies to this one only. */
	readonly unit?: MetricUnit;
	readonly side: 'above' | 'below';
	/** True: reaching the limit is enough; false: strictly beyond it. */
	readonly inclusive: boolean;
	readonly attention: number | null;
	readonly alarm: number | null;
	/** `convention`: customary start value of this pack; `study`: set for the study. */
	readonly basis: 'convention' | 'study';
}

export type VerdictLevel = 'healthy' | 'attention' | 'alarm' | 'none';

/** How a metric stands against its limits. `none`: no limit is set, or nothing was measured that one applies to. */
export interface ThresholdVerdict {
	readonly level: VerdictLevel;
	/** The limit that decided; null for `none`. */
	readonly limit: Limit | null;
}

const RANK: Readonly<Record<VerdictLevel, number>> = { none: 0, healthy: 1, attention: 2, alarm: 3 };

/** The worst of the limits that apply; the first of equals. */
export function judge(limits: readonly Limit[], value: { readonly value: number; readonly unit: MetricUnit } | null, figures: Figures): ThresholdVerdict {
	let worst: ThresholdVerdict = { level: 'none', limit: null };
	for (const limit of limits) {
		const measured = limit.figure === 'value' ? value?.value : figures[limit.figure];
		if (measured === undefined || (limit.unit !== undefined && limit.unit !== value?.unit)) continue;
		const level = levelOf(limit, measured);
		if (RANK[level] > RANK[worst.level]) worst = { level, limit };
	}
	return worst;
}

function levelOf(limit: Limit, measured: number): VerdictLevel {
	const beyond = (bound: number | null): boolean => {
		if (bound === null) return false;
		if (measured === bound) return limit.inclusive;
		return limit.side === 'above' ? measured > bound : measured < bound;
	};
	if (beyond(limit.alarm)) return 'alarm';
	return beyond(limit.attention) ? 'attention' : 'healthy';
}
