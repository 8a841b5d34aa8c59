import { isLater } from './table.js';
import { kindNumber, SLICE, type RowSource } from './source.js';
import type { HealthRow, RowKind } from './rows.js';

/** The rows of a kind of which there are not millions, each record once, with the row it is read from. */
export class ObjectTable<Kind extends RowKind> {
	readonly rows: Array<HealthRow<Kind>> = [];
	readonly places: number[] = [];
	lastRecorded = -Infinity;

	constructor(
		private readonly from: RowSource,
		readonly kind: Kind,
	) {}

	get counting(): number {
		return this.rows.length;
	}

	*fill(): Generator<null> {
		const { first, end } = this.from.range(this.kind);
		const kind = kindNumber(this.kind);
		const known = new Map<string, number>();
		let left = SLICE / 4;
		for (let place = first; place < end; place++) {
			if (!this.from.isOf(place, kind)) continue;
			if (--left === 0) {
				left = SLICE / 4;
				yield null;
			}
			const row = this.from.read(place, this.kind) as HealthRow<Kind> | null;
			if (row === null) continue;
			if (row.recordedAt !== undefined && row.recordedAt > this.lastRecorded) this.lastRecorded = row.recordedAt;
			const key = row.source === undefined ? row.id : `${row.source}\u0000${row.id}`;
			const index = known.get(key);
			const before = index === undefined ? undefined : this.rows[index];
			if (index === undefined || before === undefined) {
				known.set(key, this.rows.push(row) - 1);
				this.places.push(place);
			} else if (isLater(row, before)) {
				this.rows[index] = row;
				this.places[index] = place;
			}
		}
	}
}
