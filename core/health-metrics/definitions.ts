import { HEALTH_METRIC_IDS, type HealthMetricDefinition, type HealthMetricId } from './definition.js';
import { CROSS_ROLE_CLOSURE, GOAL_ADJUSTMENT, PROCESS_DATA_USAGE } from './hardMetrics.js';
import { APPEALS, CONTEXT_DELAY, DAILY_USE, DATA_COMPLETENESS, PENETRATION, RECOMMENDATION, STAGE_DWELL, TEAM_ENABLEMENT } from './otherMetrics.js';

const ALL = [GOAL_ADJUSTMENT, PROCESS_DATA_USAGE, CROSS_ROLE_CLOSURE, STAGE_DWELL, DATA_COMPLETENESS, APPEALS, DAILY_USE, RECOMMENDATION, PENETRATION, TEAM_ENABLEMENT, CONTEXT_DELAY];

/** Every health metric, the three hard ones first. */
export const HEALTH_METRICS: readonly HealthMetricDefinition[] = HEALTH_METRIC_IDS.map((id) => definitionOf(id));

export function definitionOf(id: HealthMetricId): HealthMetricDefinition {
	const found = ALL.find((definition) => definition.id === id);
	if (!found) throw new TypeError(`No metric "${id}" is defined.`);
	return found;
}
