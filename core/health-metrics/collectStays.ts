import { numbersInSlices, type Collecting } from './collect.js';
import type { StageTable } from './hardTables.js';
import { sortSlots } from './order.js';

const SECOND = 1_000;

export function* collectStays(from: Collecting): Generator<null, void> {
	const table = from.tables.of('stage');
	const slots: number[] = [];
	yield* numbersInSlices(table.subjectCount, (item) => {
		slots.length = 0;
		table.slotsOf(item, slots);
		let kept = 0;
		for (const slot of slots) if ((table.at[slot] ?? Number.NaN) <= from.asOf) slots[kept++] = slot;
		slots.length = kept;
		sortSlots(table, slots, from.compare);
		let entered = -1;
		for (const slot of slots) {
			// The same stage again is no change.
			if (entered >= 0 && table.stages[entered] === table.stages[slot]) continue;
			if (entered >= 0) collectStay(from, table, entered, table.at[slot] ?? null);
			entered = slot;
		}
		if (entered >= 0) collectStay(from, table, entered, null);
	});
}

/** A stay from the change of a slot; where it rests, none begins. */
function collectStay(from: Collecting, table: StageTable, slot: number, left: number | null): void {
	const stage = table.stages[slot] ?? 0;
	if ((stage & 1) === 1) return;
	const { cells, places, periods, asOf } = from;
	const entered = table.at[slot] ?? 0;
	const reference = table.places[slot] ?? 0;
	const endsIn = left === null ? -1 : from.periodAt(left);
	for (let index = Math.max(0, from.periodAt(entered)); index < periods.length; index++) {
		const period = periods[index];
		if (period === undefined || period.startsAt > asOf || (left !== null && left < period.startsAt)) break;
		const end = Math.min(period.endsAt, asOf);
		const ends = index === endsIn && left !== null;
		if (!ends && !(entered < end && (left === null || left >= end))) continue;
		const until = ends ? left : end;
		const cell = cells.cell(places.resolve(reference, ends ? until : end - 1), index);
		cells.addValue(cell, Math.floor((until - entered) / SECOND), stage >> 1, !ends);
		cells.cite(cell, ends, entered, table.rowOf(slot));
	}
}
