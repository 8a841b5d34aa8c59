import { paretoOfCounts } from '../../core/card/pareto.js';
import { SEVERITIES, STATE_NAMES } from '../../core/card/states.js';
import type { DashboardInput, DashboardRequest } from '../../core/dashboard/index.js';
import { HEALTH_METRICS } from '../../core/health-metrics/definitions.js';
import type { Zone } from '../../core/time/zone.js';
import { personsShown, readSwitches, refusalFor } from '../../core/visibility/switches.js';

export interface DashboardSettings {
	readonly zone: Zone;
	/** Local date. */
	readonly today: string;
	readonly smallestGroup: number;
	readonly cardForm: string;
}

/** Puts the rooms of the core together: definitions of the metrics, the switches of persons, the words of cards. */
export function dashboardInput(request: DashboardRequest, tables: Readonly<Record<string, unknown>>, { zone, today, smallestGroup, cardForm }: DashboardSettings): DashboardInput {
	const rows = tables['pt_visibility'];
	const switches = readSwitches(Array.isArray(rows) ? rows : []);
	return {
		request,
		tables,
		definitions: HEALTH_METRICS,
		visibility: {
			shown: (unit) => personsShown(switches, { ...unit, smallestGroup }),
			inRecord: (person, kind) => refusalFor(switches, person, [kind]),
		},
		pareto: (causes) => paretoOfCounts(causes, 'cause'),
		cardWords: { state: STATE_NAMES, severity: SEVERITIES },
		zone,
		today,
		cardForm,
	};
}
