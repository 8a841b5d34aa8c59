import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { CloudEvent } from '../../core/evidence/cloudEvent.js';
import { factsOfRow } from '../../core/evidence/evidenceRow.js';

/** Rows of which the facts are kept at hand. */
const ROWS_AT_HAND = 32;

/**
 * The facts of the input by number, in the order of the items: an item is a fact, or a stored row that holds several in `payload`.
 * A row is read again when one of its facts is asked for, so that a long table need not be in the memory twice.
 */
export class InputFacts {
	/** First number of each item; an item that cannot be read has none. */
	private readonly starts: Int32Array;
	private readonly atHand = new Map<number, readonly unknown[]>();
	/** Every item so far was one fact, so that its number is its place. */
	private plain = true;

	constructor(private readonly items: readonly INodeExecutionData[]) {
		this.starts = new Int32Array(items.length + 1);
	}

	/** The facts of an item; the items have to be read in order. @returns null where a payload is no JSON */
	read(item: number): readonly unknown[] | null {
		const json = this.jsonOf(item);
		const facts = isFact(json) ? [json] : factsOfRow(json);
		const start = this.starts[item] ?? 0;
		this.starts[item + 1] = start + (facts?.length ?? 0);
		if (facts?.length !== 1 || !isFact(json)) this.plain = false;
		return facts;
	}

	/** Number of an item's first fact. */
	firstOf(item: number): number {
		return this.starts[item] ?? 0;
	}

	at(fact: number): CloudEvent {
		if (this.plain) return this.jsonOf(fact) as unknown as CloudEvent;
		const item = this.itemOf(fact);
		const json = this.jsonOf(item);
		if (isFact(json)) return json as unknown as CloudEvent;
		let facts = this.atHand.get(item);
		if (facts === undefined) {
			facts = factsOfRow(json) ?? [];
			if (this.atHand.size >= ROWS_AT_HAND) for (const oldest of this.atHand.keys()) if (this.atHand.size >= ROWS_AT_HAND) this.atHand.delete(oldest);
			this.atHand.set(item, facts);
		}
		return facts[fact - this.firstOf(item)] as CloudEvent;
	}

	/** The item that a fact came with. */
	itemOf(fact: number): number {
		if (this.plain) return fact;
		let low = 0;
		let high = this.items.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.starts[middle] ?? 0) <= fact) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	private jsonOf(item: number): IDataObject {
		return this.items[item]?.json ?? {};
	}
}

function isFact(json: IDataObject): boolean {
	return 'specversion' in json;
}
