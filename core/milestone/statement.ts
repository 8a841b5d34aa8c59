import type { FormRecorded, VisitChanged } from '../edc/evidence.js';
import { repeatKey } from './place.js';

/** One item as a fact states it, without when, by whom and with which value. */
export interface StatedItem {
	readonly group: string | null;
	readonly repeat: string | null;
	readonly item: string;
	readonly filled: boolean;
	/** Taken out by this fact, whatever it holds. */
	readonly removed: boolean;
	/** The item has a stamp of its own and not that of the whole form. */
	readonly timed: boolean;
	/** Its value is read where it has one. */
	readonly valued: boolean;
}

/** What a fact about a form or visit says that thousands of facts say alike: kept once for all of them. */
export interface Statement {
	readonly number: number;
	readonly gone: boolean;
	/** For a form: `items` is the whole form. */
	readonly complete: boolean;
	readonly status: string | null;
	readonly items: readonly StatedItem[];
	/** Items in the fact, also those that only give the context. */
	readonly listed: number;
	/** How many items are `valued`. */
	readonly values: number;
	/** Names an item that is read in whichever form it stands. */
	readonly anywhere: boolean;
	/** Each item stands in it once and none is taken out, so that it alone tells which items hold data. */
	readonly plain: boolean;
	/** Names of the items that hold data, where it is plain. */
	readonly held: ReadonlySet<string>;
}

/** So many statements of a place are compared before all are looked through. */
const USUAL = 8;

/** Every statement once. */
export class Statements {
	readonly all: Statement[] = [];
	private readonly byContent = new Map<string, Statement>();

	constructor(
		private readonly valued: ReadonlySet<string>,
		private readonly anywhere: ReadonlySet<string>,
	) {}

	/** @param usual what was stated at the same place before, which is looked at first; it takes in what was not */
	ofForm(data: FormRecorded, usual: Statement[]): Statement {
		const gone = data.removed || data.transaction === 'Remove';
		for (const statement of usual) if (saysSame(statement, data, gone)) return statement;
		const statement = this.read(data, gone);
		if (usual.length < USUAL) usual.push(statement);
		return statement;
	}

	private read(data: FormRecorded, gone: boolean): Statement {
		if (gone) return this.once(true, false, null, [], 0);
		const items: StatedItem[] = [];
		for (const item of data.items) {
			if (item.transaction === 'Context' && !data.complete) continue;
			items.push({
				group: item.group,
				repeat: repeatKey(item.groupRepeat),
				item: item.item,
				filled: item.filled,
				removed: item.transaction === 'Remove',
				timed: item.at !== null,
				valued: item.filled && this.valued.has(item.item),
			});
		}
		return this.once(false, data.complete, data.status, items, data.items.length);
	}

	ofVisit(data: VisitChanged): Statement {
		const gone = data.removed || data.transaction === 'Remove';
		return this.once(gone, false, gone ? null : data.status, [], 0);
	}

	private once(gone: boolean, complete: boolean, status: string | null, items: readonly StatedItem[], listed: number): Statement {
		const content = JSON.stringify([gone, complete, status, listed, items.map(({ group, repeat, item, filled, removed, timed }) => [group, repeat, item, filled, removed, timed])]);
		let statement = this.byContent.get(content);
		if (statement === undefined) {
			const plain = !items.some(({ removed }) => removed) && new Set(items.map(({ group, repeat, item }) => JSON.stringify([group, repeat, item]))).size === items.length;
			statement = {
				number: this.all.length,
				gone,
				complete,
				status,
				items,
				listed,
				values: items.filter(({ valued }) => valued).length,
				anywhere: items.some(({ item }) => this.anywhere.has(item)),
				plain,
				held: new Set(plain ? items.filter(({ filled }) => filled).map(({ item }) => item) : []),
			};
			this.byContent.set(content, statement);
			this.all.push(statement);
		}
		return statement;
	}
}

function saysSame(statement: Statement, data: FormRecorded, gone: boolean): boolean {
	if (statement.gone || gone) return statement.gone && gone;
	if (statement.listed !== data.items.length || statement.complete !== data.complete || statement.status !== data.status) return false;
	const { items } = statement;
	let position = 0;
	for (const item of data.items) {
		if (item.transaction === 'Context' && !data.complete) continue;
		const same = items[position++];
		if (
			same?.filled !== item.filled ||
			same.timed !== (item.at !== null) ||
			same.item !== item.item ||
			same.group !== item.group ||
			same.repeat !== repeatKey(item.groupRepeat) ||
			same.removed !== (item.transaction === 'Remove')
		) {
			return false;
		}
	}
	return position === items.length;
}
