import type { Places } from './places.js';
import type { GroupLevel } from './settings.js';

/** Order of rows by time, then id, whatever came first in the input. */
export type RowOrder = (time: number, row: number, otherTime: number, otherRow: number) => number;

/** The first rows of a list that was never kept: a heap with the last of them on top. */
class Earliest {
	readonly times: number[] = [];
	readonly rows: number[] = [];

	constructor(
		private readonly limit: number,
		private readonly order: RowOrder,
	) {}

	offer(time: number, row: number): void {
		const { times, rows } = this;
		if (times.length < this.limit) {
			times.push(time);
			rows.push(row);
			this.up(times.length - 1);
			return;
		}
		const last = times[0] ?? -Infinity;
		if (time > last || (time === last && this.order(time, row, last, rows[0] ?? 0) >= 0)) return;
		times[0] = time;
		rows[0] = row;
		this.down();
	}

	private later(a: number, b: number): boolean {
		return this.order(this.times[a] ?? 0, this.rows[a] ?? 0, this.times[b] ?? 0, this.rows[b] ?? 0) > 0;
	}

	private up(from: number): void {
		for (let at = from; at > 0; ) {
			const parent = (at - 1) >> 1;
			if (!this.later(at, parent)) return;
			this.swap(at, parent);
			at = parent;
		}
	}

	private down(): void {
		const { length } = this.times;
		for (let at = 0; ; ) {
			const left = 2 * at + 1;
			if (left >= length) return;
			const child = left + 1 < length && this.later(left + 1, left) ? left + 1 : left;
			if (!this.later(child, at)) return;
			this.swap(at, child);
			at = child;
		}
	}

	private swap(a: number, b: number): void {
		const { times, rows } = this;
		const time = times[a] ?? 0;
		const row = rows[a] ?? 0;
		times[a] = times[b] ?? 0;
		rows[a] = rows[b] ?? 0;
		times[b] = time;
		rows[b] = row;
	}
}

/** The rows that each figure shows: the first by time and id, those that count in the numerator before the others. Kept while rows pass, so that no list of all is needed. */
export class Citations {
	private readonly lists: ReadonlyArray<{ readonly level: GroupLevel; readonly limit: number; readonly lists: Array<Earliest | undefined> }>;

	constructor(
		private readonly places: Places,
		private readonly periodCount: number,
		levels: readonly GroupLevel[],
		limitOf: (level: GroupLevel) => number,
		private readonly firstShown: number,
		private readonly order: RowOrder,
	) {
		this.lists = levels.map((level) => ({ level, limit: limitOf(level), lists: [] })).filter(({ limit }) => limit > 0);
	}

	offer(place: number, period: number, counted: boolean, time: number, row: number): void {
		if (period < this.firstShown) return;
		for (const { level, limit, lists } of this.lists) {
			const at = (this.places.groupOf(level, place) * this.periodCount + period) * 2 + (counted ? 0 : 1);
			let list = lists[at];
			if (list === undefined) lists[at] = list = new Earliest(limit, this.order);
			list.offer(time, row);
		}
	}

	/** Rows of a group's figure in order. */
	of(level: GroupLevel, group: number, period: number): readonly number[] {
		const own = this.lists.find((one) => one.level === level);
		if (own === undefined) return [];
		const at = (group * this.periodCount + period) * 2;
		const chosen: number[] = [];
		for (const list of [own.lists[at], own.lists[at + 1]]) {
			if (list === undefined) continue;
			const { times, rows } = list;
			const sorted = [...rows.keys()].sort((a, b) => this.order(times[a] ?? 0, rows[a] ?? 0, times[b] ?? 0, rows[b] ?? 0));
			for (const index of sorted) if (chosen.length < own.limit) chosen.push(rows[index] ?? 0);
		}
		return chosen;
	}
}
