import type { FormRecorded, ItemChange } from '../edc/evidence.js';
import { ACCOUNT, ID, NEXT, NO_ROW, Page, PLACE, ROWS, SHIFT, SOURCE, STATEMENT, TIME, VALUE, WIDTH, type TextColumn } from './page.js';
import type { Place } from './place.js';
import type { Fact } from './register.js';
import type { Statement } from './statement.js';

/*
 * What was recorded about forms and visits, a row a fact, in pages of numbers and texts and no object each, so that neither memory
 * nor its collection grows with them. The rows of a subject are chained, the latest first.
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

export class EvidenceLog {
	length = 0;
	private readonly pages: Page[] = [];
	/** What few rows say, by row. */
	private readonly particulars = new Map<number, Particulars>();
	private readonly accounts = new Texts<string | null>();
	private readonly sources = new Texts<string>();

	/** @returns the number of the row */
	add(previous: number, at: number, place: Place, statement: Statement, event: { readonly id: string; readonly source: string; readonly time?: string }, by: string | null, content: Content): number {
		const row = this.length++;
		let page = this.pages[row >> SHIFT];
		if (page === undefined) this.pages.push((page = new Page()));
		const onPage = row & (ROWS - 1);
		const { numbers } = page;
		const first = onPage * WIDTH;
		page.at[onPage] = at;
		numbers[first + PLACE] = place.number;
		numbers[first + STATEMENT] = statement.number;
		numbers[first + ACCOUNT] = this.accounts.numberOf(by);
		numbers[first + SOURCE] = this.sources.numberOf(event.source);
		numbers[first + NEXT] = previous;
		if (content === null || typeof content === 'string') {
			page.addTexts(onPage, event.id, event.time, content);
		} else {
			page.addTexts(onPage, event.id, event.time, null);
			this.particulars.set(row, content);
		}
		return row;
	}

	nextOf(row: number): number {
		return this.number(row, NEXT);
	}

	placeOf(row: number): number {
		return this.number(row, PLACE);
	}

	statementOf(row: number): number {
		return this.number(row, STATEMENT);
	}

	contentOf(row: number): Content {
		return (this.particulars.size === 0 ? undefined : this.particulars.get(row)) ?? this.text(row, VALUE);
	}

	/** @param place as {@link placeOf} numbers it */
	factOf(row: number, place: Place): Fact {
		return new LoggedFact(this, row, this.atOf(row), place);
	}

	byOf(row: number): string | null {
		return this.accounts.at(this.number(row, ACCOUNT)) ?? null;
	}

	sourceOf(row: number): string {
		return this.sources.at(this.number(row, SOURCE)) ?? '';
	}

	idOf(row: number): string {
		return this.text(row, ID) ?? '';
	}

	timeOf(row: number): string | null {
		return this.text(row, TIME);
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
			const id = this.idOf(row);
			const others = kept.get(id);
			if (others?.some((other) => this.same(row, other)) === true) {
				this.skip(before, this.nextOf(row));
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
		for (const which of [PLACE, STATEMENT, ACCOUNT, SOURCE]) if (this.number(row, which) !== this.number(other, which)) return false;
		return this.atOf(row) === this.atOf(other) && this.text(row, TIME) === this.text(other, TIME) && JSON.stringify(this.contentOf(row)) === JSON.stringify(this.contentOf(other));
	}

	private skip(row: number, next: number): void {
		const numbers = this.pages[row >> SHIFT]?.numbers;
		if (numbers !== undefined) numbers[(row & (ROWS - 1)) * WIDTH + NEXT] = next;
	}

	private atOf(row: number): number {
		return this.pages[row >> SHIFT]?.at[row & (ROWS - 1)] ?? Number.NaN;
	}

	private number(row: number, which: number): number {
		return this.pages[row >> SHIFT]?.number(row & (ROWS - 1), which) ?? NO_ROW;
	}

	private text(row: number, which: TextColumn): string | null {
		return this.pages[row >> SHIFT]?.text(row & (ROWS - 1), which) ?? null;
	}
}

/** A fact whose texts stay in the log until someone asks for them. */
class LoggedFact implements Fact {
	constructor(
		private readonly log: EvidenceLog,
		private readonly row: number,
		readonly at: number,
		readonly place: Place,
	) {}

	get by(): string | null {
		return this.log.byOf(this.row);
	}

	get source(): string {
		return this.log.sourceOf(this.row);
	}

	get id(): string {
		return this.log.idOf(this.row);
	}

	get time(): string | null {
		return this.log.timeOf(this.row);
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
