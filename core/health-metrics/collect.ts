import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import { localDayNumber } from '../time/zone.js';
import type { Cells } from './cells.js';
import type { HealthMetricId } from './definition.js';
import type { ObjectTable } from './objectTable.js';
import { createPeriodFinder } from './periods.js';
import type { Places } from './places.js';
import type { HealthRow, RowKind } from './rows.js';
import type { CheckedHealthSettings } from './settings.js';
import { SLICE } from './source.js';
import type { Tables } from './tables.js';

/** What a metric needs to fill its cells. */
export interface Collecting extends CheckedHealthSettings {
	readonly cells: Cells;
	readonly places: Places;
	readonly tables: Tables;
	/** Period of an instant up to `asOf`; -1 for none. */
	periodAt(instant: number): number;
	dayOf(instant: number): number;
	/** Order of two rows by id. */
	readonly compare: (row: number, other: number) => number;
	readonly workingDays: WorkingCalendar;
}

/** Fills the cells; yields now and then, so that whoever drives it can let others in. */
export type Collector = (collecting: Collecting) => Generator<null, void>;
export type Collectors = Readonly<Record<HealthMetricId, Collector>>;

export function collecting(checked: CheckedHealthSettings, cells: Cells, places: Places, tables: Tables, compare: Collecting['compare']): Collecting {
	const find = createPeriodFinder(checked.periods);
	return {
		...checked,
		cells,
		places,
		tables,
		compare,
		periodAt: (instant) => (instant <= checked.asOf ? find(instant) : -1),
		dayOf: (instant) => localDayNumber(instant, checked.zone),
		workingDays: checked.calendar,
	};
}

/** Goes through the numbers below an end with a pause after each slice. */
export function* numbersInSlices(end: number, handle: (number: number) => void): Generator<null, void> {
	for (let from = 0; from < end; from += SLICE) {
		const to = Math.min(end, from + SLICE);
		for (let number = from; number < to; number++) handle(number);
		yield null;
	}
}

/** Goes through rows with a pause after each slice. */
export function* inSlices<Kind extends RowKind>({ rows, places }: ObjectTable<Kind>, handle: (row: HealthRow<Kind>, place: number) => void): Generator<null, void> {
	yield* numbersInSlices(rows.length, (index) => {
		const row = rows[index];
		if (row !== undefined) handle(row, places[index] ?? 0);
	});
}

export function byTime<Row extends { readonly at: number; readonly id: string }>(a: Row, b: Row): number {
	return a.at - b.at || (a.id < b.id ? -1 : 1);
}
