import type { RowTable } from './table.js';

/** Slots sorted by time; of one time by the order of their rows. Lists of one goal or item are short. */
export function sortSlots(table: RowTable, slots: number[], compareRows: (row: number, other: number) => number): void {
	const later = (a: number, b: number): number => (table.at[a] ?? 0) - (table.at[b] ?? 0) || compareRows(table.rowOf(a), table.rowOf(b));
	if (slots.length > SHORT) {
		slots.sort(later);
		return;
	}
	for (let from = slots.length - 2; from >= 0; from--) {
		const slot = slots[from] ?? 0;
		let at = from + 1;
		for (; at < slots.length && later(slot, slots[at] ?? 0) > 0; at++) slots[at - 1] = slots[at] ?? 0;
		slots[at - 1] = slot;
	}
}

/** Longer lists are worth a sort of their own. */
const SHORT = 24;
