import type { FormRecorded, ItemChange } from '../edc/evidence.js';
import type { Place } from './place.js';
import type { Origin } from './register.js';
import type { Statement } from './statement.js';

/*
 * What was recorded about forms and visits, a row a fact, in columns: a million facts are a few arrays of numbers and texts and no
 * object each, so that neither memory nor its collection grows with them. The rows of a subject are chained, the latest first.
 */

/** What a row says apart from its statement, where items differ in stamp or account, or more than one value is read. */
export interface Particulars {
	/** Per item of the statement; null: all as the row. */
	readonly at: readonly number[] | null;
	readonly by: ReadonlyArray<string | null> | null;
	/** Per valued item of the statement. */
	readonly values: ReadonlyArray<string | undefined>;
	/** Who declared the status when, null: the row itself, by nobody named. */
	readonly status: { readonly at: number; readonly by: string | null } | null;
	/** Item groups taken out as a whole, listed or not. */
	readonly removedGroups: ReadonlyArray<{ readonly group: string; readonly repeat: string | null; readonly at: number }>;
}

/** Null: nothing; a text: the only value that is read. */
export type Content = string | Particulars | null;

const FIRST_CAPACITY = 64;
export const NO_ROW = -1;

export class EvidenceLog {
	length = 0;
	private at = new Float64Array(FIRST_CAPACITY);
	private place = new Int32Array(FIRST_CAPACITY);
	private statement = new Int32Array(FIRST_CAPACITY);
	private account = new Int32Array(FIRST_CAPACITY);
	private source = new Int32Array(FIRST_CAPACITY);
	private next = new Int32Array(FIRST_CAPACITY);
	private readonly ids: string[] = [];
	private readonly times: Array<string | null> = [];
	private readonly contents: Content[] = [];
	private readonly accounts = new Texts<string | null>();
	private readonly sources = new Texts<string>();

	/** @returns the number of the row */
	add(previous: number, at: number, place: Place, statement: Statement, event: { readonly id: string; readonly source: string; readonly time?: string }, by: string | null, content: Content): number {
		const row = this.length++;
		if (row === this.at.length) this.grow();
		this.at[row] = at;
		this.place[row] = place.number;
		this.statement[row] = statement.number;
		this.account[row] = this.accounts.numberOf(by);
		this.source[row] = this.sources.numberOf(event.source);
		this.next[row] = previous;
		this.ids.push(event.id);
		this.times.push(event.time ?? null);
		this.contents.push(content);
		return row;
	}

	nextOf(row: number): number {
		return this.next[row] ?? NO_ROW;
	}

	atOf(row: number): number {
		return this.at[row] ?? Number.NaN;
	}

	placeOf(row: number): number {
		return this.place[row] ?? NO_ROW;
	}

	statementOf(row: number): number {
		return this.statement[row] ?? NO_ROW;
	}

	byOf(row: number): string | null {
		return this.accounts.at(this.account[row]) ?? null;
	}

	contentOf(row: number): Content {
		return this.contents[row] ?? null;
	}

	originOf(row: number): Origin {
		return { source: this.sources.at(this.source[row]) ?? '', id: this.ids[row] ?? '', time: this.times[row] ?? null };
	}

	/**
	 * Takes rows that say the same as another out of a chain, so that facts told again and again cost nothing in the end.
	 *
	 * @returns how many are left; the first row stays the first
	 */
	dropRepetitions(first: number): number {
		const kept = new Map<string, number[]>();
		let left = 0;
		let before = NO_ROW;
		for (let row = first; row !== NO_ROW; row = this.nextOf(row)) {
			const id = this.ids[row] ?? '';
			const others = kept.get(id);
			if (others?.some((other) => this.same(row, other)) === true) {
				this.next[before] = this.nextOf(row);
				continue;
			}
			if (others === undefined) kept.set(id, [row]);
			else others.push(row);
			before = row;
			left++;
		}
		return left;
	}

	private same(row: number, other: number): boolean {
		return (
			this.at[row] === this.at[other] &&
			this.place[row] === this.place[other] &&
			this.statement[row] === this.statement[other] &&
			this.account[row] === this.account[other] &&
			this.source[row] === this.source[other] &&
			this.times[row] === this.times[other] &&
			JSON.stringify(this.contents[row]) === JSON.stringify(this.contents[other])
		);
	}

	private grow(): void {
		const capacity = this.at.length * 2;
		const longer = (column: Int32Array): Int32Array<ArrayBuffer> => {
			const copy = new Int32Array(capacity);
			copy.set(column);
			return copy;
		};
		const at = new Float64Array(capacity);
		at.set(this.at);
		this.at = at;
		this.place = longer(this.place);
		this.statement = longer(this.statement);
		this.account = longer(this.account);
		this.source = longer(this.source);
		this.next = longer(this.next);
	}
}

/** Texts by number, each once; the one asked for last is asked for again most often. */
class Texts<Text extends string | null> {
	private readonly texts: Text[] = [];
	private readonly numbers = new Map<Text, number>();
	private lastText: Text | undefined = undefined;
	private lastNumber = 0;

	numberOf(text: Text): number {
		if (text === this.lastText) return this.lastNumber;
		let number = this.numbers.get(text);
		if (number === undefined) {
			number = this.texts.length;
			this.numbers.set(text, number);
			this.texts.push(text);
		}
		this.lastText = text;
		this.lastNumber = number;
		return number;
	}

	at(number: number | undefined): Text | undefined {
		return number === undefined ? undefined : this.texts[number];
	}
}

/** The account all items name, undefined where they differ. */
export function commonAccount(items: readonly ItemChange[]): string | null | undefined {
	const [first] = items;
	if (first === undefined) return null;
	const { by } = first;
	for (const item of items) if (item.by !== by) return undefined;
	return by;
}

/** What a fact about a form says apart from its statement. */
export function contentOf(data: FormRecorded, statement: Statement, at: number, common: string | null | undefined, stamp: (text: string | null | undefined) => number): Content {
	const stated = data.status === null || data.statusStamp === null ? null : data.statusStamp;
	const even = isEven(data, at, stamp);
	const removed = data.removedGroups ?? [];
	if (even && common !== undefined && stated === null && statement.values <= 1 && removed.length === 0) {
		return statement.values === 0 ? null : (valuesOf(data, statement)[0] ?? null);
	}
	const items = data.complete ? data.items : data.items.filter((item) => item.transaction !== 'Context');
	return {
		at: even ? null : items.map((item) => (item.at === null ? at : stamp(item.at))),
		by: common !== undefined ? null : items.map((item) => item.by),
		values: statement.values === 0 ? [] : valuesOf(data, statement),
		status: stated === null ? null : { at: stated.at === null ? at : stamp(stated.at), by: stated.by },
		removedGroups: removed.map((one) => ({ group: one.group, repeat: one.groupRepeat, at: one.at === null ? at : stamp(one.at) })),
	};
}

/** Every item carries the stamp of the whole. */
function isEven(data: FormRecorded, at: number, stamp: (text: string | null | undefined) => number): boolean {
	for (const item of data.items) if (item.at !== null && stamp(item.at) !== at) return false;
	return true;
}

function valuesOf(data: FormRecorded, statement: Statement): Array<string | undefined> {
	const values: Array<string | undefined> = [];
	let position = 0;
	for (const item of data.items) {
		if (item.transaction === 'Context' && !data.complete) continue;
		if (statement.items[position++]?.valued === true) values.push(item.value);
	}
	return values;
}
