import { GoalTable, StageTable, SuggestionTable, TalkTable, ViewTable } from './hardTables.js';
import { PairNumbers } from './numbers.js';
import { ObjectTable } from './objectTable.js';
import type { Places } from './places.js';
import type { RowKind } from './rows.js';
import type { RowSource } from './source.js';

interface TableKinds {
	goal: GoalTable;
	talk: TalkTable;
	view: ViewTable;
	suggestion: SuggestionTable;
	stage: StageTable;
}

export type TableOf<Kind extends RowKind> = Kind extends keyof TableKinds ? TableKinds[Kind] : ObjectTable<Kind>;

/** The tables of a run. Each is filled when a metric needs it first and let go of when no later metric does, so that not all are in memory at once. */
export class Tables {
	private readonly tables = new Map<RowKind, TableOf<RowKind>>();
	private readonly recorded = new Map<RowKind, number>();
	/** Manager or viewer, and the other person. */
	readonly pairs = new PairNumbers();

	constructor(
		private readonly source: RowSource,
		private readonly places: Places,
		private readonly asOf: number,
		private readonly maturity: number,
		members: ObjectTable<'membership'>,
	) {
		this.tables.set('membership', members);
		this.recorded.set('membership', members.lastRecorded);
	}

	/** Reads the rows of a kind unless it was done. */
	*read(kind: RowKind): Generator<null> {
		if (this.tables.has(kind)) return;
		const table = this.create(kind);
		this.tables.set(kind, table);
		yield* table.fill();
		this.recorded.set(kind, table.lastRecorded);
	}

	drop(kind: RowKind): void {
		this.tables.delete(kind);
	}

	/** A table that was read. */
	of<Kind extends RowKind>(kind: Kind): TableOf<Kind> {
		const table = this.tables.get(kind);
		if (table === undefined) throw new TypeError(`The rows of kind "${kind}" were not read.`);
		return table as TableOf<Kind>;
	}

	has(kind: RowKind): boolean {
		return (this.tables.get(kind)?.counting ?? 0) > 0;
	}

	/** When the newest row of a kind was recorded; -Infinity where none says so. */
	lastRecorded(kind: RowKind): number {
		return this.recorded.get(kind) ?? -Infinity;
	}

	private create(kind: RowKind): TableOf<RowKind> {
		const { source, places } = this;
		switch (kind) {
			case 'goal':
				return new GoalTable(source, places);
			case 'talk':
				return new TalkTable(source, places, this.pairs);
			case 'view':
				return new ViewTable(source, places, this.pairs);
			case 'suggestion':
				return new SuggestionTable(source, places, this.asOf, this.maturity);
			case 'stage':
				return new StageTable(source, places);
			default:
				return new ObjectTable(source, kind) as TableOf<RowKind>;
		}
	}
}
