/** What became of a delivery; status 0: nobody answered (the server was down or cut the connection). */
export interface Outcome<Item> {
	readonly item: Item;
	readonly status: number;
}

/**
 * Sends items with so many on the way at a time, in the order given.
 *
 * @param send gives the HTTP status; an error counts as 0
 * @param onDone told after each, e.g. to kill something half-way
 */
export async function deliverAll<Item>(items: readonly Item[], parallel: number, send: (item: Item) => Promise<number>, onDone: (done: number) => void = () => undefined): Promise<Array<Outcome<Item>>> {
	const outcomes: Array<Outcome<Item>> = [];
	let next = 0;
	const lane = async (): Promise<void> => {
		for (let index = next++; index < items.length; index = next++) {
			const item = items[index] as Item;
			const status = await send(item).catch(() => 0);
			outcomes.push({ item, status });
			onDone(outcomes.length);
		}
	};
	await Promise.all(Array.from({ length: parallel }, lane));
	return outcomes;
}

/** Always the same shuffle for the same seed (Fisher and Yates, numbers by a linear congruential generator). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
	const result = [...items];
	let state = seed >>> 0;
	for (let index = result.length - 1; index > 0; index--) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		const other = state % (index + 1);
		[result[index], result[other]] = [result[other] as Item, result[index] as Item];
	}
	return result;
}

/** Asks until there is an answer that is not null. */
export async function waitFor<Value>(ask: () => Promise<Value | null>, what: string, timeoutSeconds = 120): Promise<Value> {
	const deadline = performance.now() + timeoutSeconds * 1000;
	for (;;) {
		const value = await ask();
		if (value !== null) return value;
		if (performance.now() > deadline) throw new Error(`Waited ${timeoutSeconds} s for ${what} in vain.`);
		await new Promise((done) => setTimeout(done, 300));
	}
}
