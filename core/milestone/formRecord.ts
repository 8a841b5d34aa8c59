import type { Content, Particulars } from './log.js';
import type { VisitRecord } from './record.js';
import { compareText, earlier, factAt, ItemRegister, later, NEVER, stateFact, StateHistory, type Fact } from './register.js';
import type { Statement } from './statement.js';

/** An item whose value a mapping names. */
export interface MappedItem {
	readonly item: string;
	readonly value: string;
	readonly form: FormRecord;
	readonly visit: VisitRecord;
	/** Null: the only fact about the form states it. */
	readonly register: ItemRegister | null;
}

/** A fact about a form whose items all carry its stamp and account. */
interface Told {
	readonly fact: Fact;
	readonly statement: Statement;
	/** The only value that is read. */
	readonly value: string | null;
}

/** From so many items on a form is searched by an index instead of one by one. */
const INDEXED = 32;

/**
 * What is known of a form in a visit. Nearly every form is told of once, and that one fact answers by itself;
 * registers of its items are only made when a second one comes.
 */
export class FormRecord {
	repeats: Map<string, FormRecord> | null = null;
	removedAt = NEVER;
	states: StateHistory | null = null;
	private only: Told | null = null;
	private registers: FormRegisters | null = null;

	constructor(readonly form: string) {}

	/** Whether any item was ever stated, filled or not. */
	get hasItems(): boolean {
		return this.only !== null ? this.only.statement.items.length > 0 : this.registers !== null && this.registers.items.length > 0;
	}

	/** Latest stamp at which a person or system changed an item. */
	get changedAt(): number {
		if (this.only === null) return this.registers?.changedAt ?? NEVER;
		const { statement, fact } = this.only;
		return statement.items.some(({ timed }) => timed || !statement.complete) ? fact.at : NEVER;
	}

	tell(statement: Statement, fact: Fact, content: Content): void {
		if (statement.gone) {
			if (fact.at > this.removedAt) this.removedAt = fact.at;
			return;
		}
		const particulars = typeof content === 'object' ? content : null;
		if (statement.status !== null) {
			const stated = particulars?.status ?? null;
			(this.states ??= new StateHistory()).add(stateFact(statement.status, fact, stated?.at, stated?.by ?? null));
		}
		const { only } = this;
		if (only === null && this.registers === null && statement.plain && particulars === null) {
			this.only = { fact, statement, value: typeof content === 'string' ? content : null };
			return;
		}
		const registers = (this.registers ??= new FormRegisters());
		if (only !== null) registers.tell(only.statement, only.fact, only.value);
		this.only = null;
		registers.tell(statement, fact, content);
	}

	/** To be called once all is told. */
	takeOutGroups(): void {
		this.registers?.takeOutGroups();
	}

	/** First moment from which some item held data, null where none does. */
	firstData(horizon: number): Fact | null {
		if (this.only !== null) return this.only.statement.held.size > 0 && this.only.fact.at > horizon ? this.only.fact : null;
		let first: Fact | null = null;
		for (const register of this.registers?.items ?? []) {
			const fact = this.registers?.filledSince(register, horizon) ?? null;
			if (fact !== null) first = earlier(fact, first);
		}
		return first;
	}

	/** Moment from which every mandatory item held data; an item of a repeating group needs it in one repeat. */
	mandatoryData(items: ReadonlyMap<string, number>, horizon: number): Fact | null {
		if (this.only !== null) {
			const { statement, fact } = this.only;
			if (fact.at <= horizon) return null;
			for (const item of items.keys()) if (!statement.held.has(item)) return null;
			return fact;
		}
		const firsts: Array<Fact | null> = [];
		for (let place = 0; place < items.size; place++) firsts.push(null);
		for (const register of this.registers?.items ?? []) {
			const place = items.get(register.item);
			const fact = place === undefined ? null : (this.registers?.filledSince(register, horizon) ?? null);
			if (place !== undefined && fact !== null) firsts[place] = earlier(fact, firsts[place] ?? null);
		}
		let last: Fact | null = null;
		for (const first of firsts) {
			if (first === null) return null;
			last = later(first, last);
		}
		return last;
	}

	/** Since when a mapped item of this form holds data, null where it holds none. */
	filledSince({ register }: MappedItem, horizon: number): Fact | null {
		if (register !== null) return this.registers?.filledSince(register, horizon) ?? null;
		return this.only !== null && this.only.fact.at > horizon ? this.only.fact : null;
	}

	/** Adds the items of this form whose value a mapping names. */
	addMapped(visit: VisitRecord, mapped: MappedItem[]): void {
		if (this.only !== null) {
			const { value, statement } = this.only;
			const named = value === null ? undefined : statement.items.find(({ valued }) => valued);
			if (named !== undefined && value !== null) mapped.push({ item: named.item, value, form: this, visit, register: null });
			return;
		}
		for (const register of this.registers?.items ?? []) {
			if (register.value !== undefined) mapped.push({ item: register.item, value: register.value, form: this, visit, register });
		}
	}
}

/** Registers of the items of a form that several facts tell of. */
class FormRegisters {
	/** In the order in which they were first heard of; most records come in the same order again. */
	readonly items: ItemRegister[] = [];
	changedAt = NEVER;
	private index: Map<string, ItemRegister> | null = null;
	/** The latest whole state that was read. */
	private snapshot: Fact | null = null;
	/** Item groups that were taken out as a whole; null: none. */
	private removedGroups: Particulars['removedGroups'] | null = null;

	tell({ complete, items }: Statement, fact: Fact, content: Content): void {
		const { at } = fact;
		const particulars = typeof content === 'object' ? content : null;
		const touched = complete && this.items.length > 0 ? new Set<ItemRegister>() : null;
		let position = 0;
		let value = 0;
		for (const item of items) {
			const { group, repeat } = item;
			let register = this.find(group, repeat, item.item, position);
			if (register === undefined) {
				// Every whole state read so far lacked this item, else it would be known.
				register = new ItemRegister(group, repeat, item.item, this.snapshot?.at ?? NEVER);
				this.add(register);
			}
			touched?.add(register);
			const itemAt = particulars?.at?.[position] ?? at;
			if ((item.timed || !complete) && itemAt > this.changedAt) this.changedAt = itemAt;
			if (item.filled && !item.removed) register.fill(particulars === null ? fact : factAt(fact, itemAt, particulars.by === null ? fact.by : (particulars.by[position] ?? null)));
			else register.empty(complete ? at : itemAt);
			if (item.valued) {
				const text = typeof content === 'string' ? content : particulars?.values[value++];
				if (text !== undefined) register.setValue(complete ? at : itemAt, text);
			}
			position++;
		}
		const removed = particulars?.removedGroups ?? [];
		if (removed.length > 0) this.removedGroups = [...(this.removedGroups ?? []), ...removed];
		if (!complete) return;
		if (touched !== null) {
			for (const register of this.items) if (!touched.has(register)) register.empty(at);
		}
		const { snapshot } = this;
		if (snapshot === null || at > snapshot.at || (at === snapshot.at && compareText(fact.id, snapshot.id) < 0)) this.snapshot = factAt(fact, at, null);
	}

	/** Removal of a group empties every item of it, whenever that was heard of. */
	takeOutGroups(): void {
		for (const { group, repeat, at } of this.removedGroups ?? []) {
			if (at > this.changedAt) this.changedAt = at;
			for (const register of this.items) if (register.group === group && register.repeat === repeat) register.empty(at);
		}
	}

	/** Since when an item holds data, null where it holds none. */
	filledSince(register: ItemRegister, horizon: number): Fact | null {
		const fill = register.filledSince(horizon);
		if (fill !== null) return fill;
		const { snapshot } = this;
		return snapshot !== null && snapshot.at > horizon && snapshot.at > register.lastEmpty ? snapshot : null;
	}

	/** @param hint where the item stands if it comes in the order known so far */
	private find(group: string | null, repeat: string | null, item: string, hint: number): ItemRegister | undefined {
		const expected = this.items[hint];
		if (expected?.isOf(group, repeat, item) === true) return expected;
		if (this.index !== null) return this.index.get(indexKey(group, repeat, item));
		for (const register of this.items) if (register.isOf(group, repeat, item)) return register;
		return undefined;
	}

	private add(register: ItemRegister): void {
		this.items.push(register);
		if (this.items.length < INDEXED) return;
		if (this.index === null) this.index = new Map(this.items.map((one) => [indexKey(one.group, one.repeat, one.item), one]));
		else this.index.set(indexKey(register.group, register.repeat, register.item), register);
	}
}

function indexKey(group: string | null, repeat: string | null, item: string): string {
	return `${group ?? ''}\u0000${repeat ?? ''}\u0000${item}`;
}
