import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import { localDayNumber } from '../time/zone.js';
import type { Cells } from './cells.js';
import type { HealthMetricId } from './definition.js';
import { createPeriodFinder } from './periods.js';
import type { Places } from './places.js';
import type { HealthRow, RowKind } from './rows.js';
import type { CheckedHealthSettings } from './settings.js';

/** Rows between two pauses. */
export const SLICE = 2_000;

/** What a metric needs to fill its cells. */
export interface Collecting extends CheckedHealthSettings {
	readonly cells: Cells;
	readonly places: Places;
	/** Rows of a kind, each once. */
	rows<Kind extends RowKind>(kind: Kind): Iterable<HealthRow<Kind>>;
	has(kind: RowKind): boolean;
	/** Period of an instant up to `asOf`; -1 for none. */
	periodAt(instant: number): number;
	dayOf(instant: number): number;
	readonly workingDays: WorkingCalendar;
}

/** Fills the cells; yields now and then, so that whoever drives it can let others in. */
export type Collector = (collecting: Collecting) => Generator<null, void>;
export type Collectors = Readonly<Record<HealthMetricId, Collector>>;

export function collecting(checked: CheckedHealthSettings, cells: Cells, places: Places, rows: Readonly<Record<RowKind, ReadonlyMap<string, HealthRow>>>): Collecting {
	const find = createPeriodFinder(checked.periods);
	return {
		...checked,
		cells,
		places,
		rows: <Kind extends RowKind>(kind: Kind) => rows[kind].values() as Iterable<HealthRow<Kind>>,
		has: (kind) => rows[kind].size > 0,
		periodAt: (instant) => (instant > checked.asOf ? -1 : find(instant)),
		dayOf: (instant) => localDayNumber(instant, checked.zone),
		workingDays: checked.calendar,
	};
}

/** Goes through rows with a pause after each slice. */
export function* inSlices<Row>(rows: Iterable<Row>, handle: (row: Row) => void): Generator<null, void> {
	let left = SLICE;
	for (const row of rows) {
		handle(row);
		if (--left === 0) {
			left = SLICE;
			yield null;
		}
	}
}

/** Rows by a name, in the order of their first. */
export function* grouped<Row>(rows: Iterable<Row>, nameOf: (row: Row) => string, into: Map<string, Row[]>): Generator<null, void> {
	yield* inSlices(rows, (row) => {
		const name = nameOf(row);
		const list = into.get(name);
		if (list === undefined) into.set(name, [row]);
		else list.push(row);
	});
}

export function byTime<Row extends { readonly at: number; readonly id: string }>(a: Row, b: Row): number {
	return a.at - b.at || (a.id < b.id ? -1 : 1);
}
